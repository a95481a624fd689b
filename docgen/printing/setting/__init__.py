"""The model written as Typst."""
