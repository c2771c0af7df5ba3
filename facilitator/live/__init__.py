"""The wire: tickets, limits, the three messages, and who is here."""
