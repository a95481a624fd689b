"""A province in one command: many records, each on its own, in one run that can go on."""
