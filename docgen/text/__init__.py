"""Pure Vietnamese text: normal form, dates, numbers, names. Knows no records and no files."""
