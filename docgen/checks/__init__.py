"""Every remark on a record, each with its clause."""
