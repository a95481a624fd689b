"""PDFs become one dossier: numbered, listed, linked, outlined. Knows no Word, no records."""
