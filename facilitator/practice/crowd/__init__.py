"""The simulated room: people who come in through the door, follow a real facilitator, and answer."""
