"""A template and plain values become a Word file."""
