"""The shapes of the law's data files: one module for one file, with what must hold in it."""
