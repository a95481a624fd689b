"""Word file to PDF: the built-in printer and LibreOffice. Knows no records, no dossiers."""
