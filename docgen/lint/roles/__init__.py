"""The parts of a paper found by their words, their place and their look, with how sure that is."""
