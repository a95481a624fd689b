"""WordprocessingML alone: Word files read, filled, merged and authored. Knows no records."""
