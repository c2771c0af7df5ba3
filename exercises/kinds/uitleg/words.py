"""Dutch words of uitleg that the server says."""

WORDS = {
    "purpose": "Om iedereen hetzelfde beeld te geven, in een paar minuten. Houd het kort: mensen komen om "
    "mee te praten.",
    "asked": "Bij de uitleg is aan de zaal gevraagd:",
}
