"""Authoring: templates are written as text and compiled to Word files here."""
