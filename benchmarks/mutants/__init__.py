"""How well the tests hold the code: small faults put into it, and how many are caught."""
