"""The library: good shelves load, bad files are named with line and sentence."""
