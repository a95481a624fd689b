"""What the built-in printer understands of a paper. Lengths are twips (1/20 point)."""
