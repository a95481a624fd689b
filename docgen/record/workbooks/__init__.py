"""The record as an Excel workbook: its sheets, made from the model, filled, and read back."""
