"""What is asked of a store: pages of events, counts, histograms, facets; nothing is changed."""
