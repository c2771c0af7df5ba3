"""The rooms between rulebook and disk."""
