"""PDFs from outside: opened, weighed, looked through, made mere paper. The only door to qpdf."""
