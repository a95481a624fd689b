"""A table pasted from Excel: its cells, what its columns hold, the rows it makes; never guessed."""
