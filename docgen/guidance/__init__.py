"""The law as data, and its reader: papers, order, conditions, signers, legal bases, catalogue."""
