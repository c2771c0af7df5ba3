"""Trust (trust.md): who may what, what bad input gets, floods, and what is never kept; against the real server."""
