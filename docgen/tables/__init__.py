"""Data files: YAML tables read into typed, frozen rows, every fault told at its line."""
