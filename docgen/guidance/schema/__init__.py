"""The shapes of the guidance's data files: one module for one file, with what must hold in it."""
