"""The scribe: turns the blocks of a report into a Word document. The only room that knows docx and resvg."""
