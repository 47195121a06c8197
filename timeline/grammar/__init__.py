"""The kit for writing a language: lexicon, phrases and rules, verbs. It knows no language itself."""
