"""The folder of a package on disk: what it remembers, one run at a time, replaced as a whole."""
