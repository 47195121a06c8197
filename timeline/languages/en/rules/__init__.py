"""The rules of English, one family a file."""
