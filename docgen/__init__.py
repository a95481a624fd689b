"""docgen drafts the papers of grassroots security models (Hướng dẫn 1923/HD-BCĐ)."""
