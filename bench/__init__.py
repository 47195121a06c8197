"""What `make bench` runs: the tagger beside others on the same texts, where its time goes, and how it grows."""
