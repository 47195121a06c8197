"""Whether a store is as it must be: its shape, its rows, its seals."""
