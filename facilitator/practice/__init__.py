"""The practice hall: a house of its own with a simulated room in it, gone when the trainer says so."""
