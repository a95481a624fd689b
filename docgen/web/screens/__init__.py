"""The screens of the desk: one module a subject, each with its ``ROUTES``."""
