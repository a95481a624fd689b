"""PDFs become one dossier; the folder of a package on disk. Knows no Word, no records."""
