"""Copies of a paper: with Word comments where rules are not met, or mended with tracked changes."""
