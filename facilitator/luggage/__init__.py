"""Luggage: what a keten takes along. Spreadsheets, dates, an open document, and one file for another laptop.

Nothing in here reads a room or a ledger: what to pack comes in as plain data, bytes go out.
"""
