"""One guidance as data and its reader: papers, items, order, criteria, catalogue, deadlines."""
