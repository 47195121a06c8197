"""The publish date: words read as a date, and which of several claims is taken."""
