"""What can go wrong in a practice room: what happens, what a facilitator can do, and what was done meanwhile."""
