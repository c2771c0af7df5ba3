"""The scribe: every test opens the document that was written."""
