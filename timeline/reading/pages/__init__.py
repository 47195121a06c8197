"""HTML: its text, what it says of itself, and the dates it shows."""
