"""The law as data, its reader, and what it says against a record: papers, acts, catalogue."""
