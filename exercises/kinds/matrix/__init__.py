"""The matrix: how much it helps against how much it takes, from the phones or placed together."""
