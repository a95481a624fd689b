"""Who issues, signs and receives a paper."""
