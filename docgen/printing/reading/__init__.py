"""A Word file read into the model, or what in it is not printed."""
