"""Voting: a set of dots per person, secret until the facilitator shows the outcome."""
