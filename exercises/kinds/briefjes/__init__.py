"""Sticky notes on one or more questions."""
