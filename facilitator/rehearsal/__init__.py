"""The rehearsal room: clients that speak only the wire, a real server of their own, and the check of the report."""
