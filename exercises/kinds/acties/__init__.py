"""Actions: who does what and by when, in an order that says why."""
