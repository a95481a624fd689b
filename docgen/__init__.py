"""docgen drafts the papers of grassroots security models (Hướng dẫn 1923/HD-BCĐ)."""

__version__ = "0.1.0"
