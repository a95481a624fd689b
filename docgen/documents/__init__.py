"""A record and a paper become a Word file; templates are authored from their text sources."""
