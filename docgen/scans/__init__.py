"""Signed scans and pictures from outside, looked through and let in as plain pages."""
