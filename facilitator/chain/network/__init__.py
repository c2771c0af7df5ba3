"""The chain analysis: who is there, who works together, what is missing, and the one drawing of it."""
