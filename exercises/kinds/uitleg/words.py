"""Dutch words of uitleg that the server says."""

WORDS = {
    "purpose": "Om iedereen hetzelfde beeld te geven, in een paar minuten. Houd het kort: mensen komen om "
    "mee te praten.",
    "watch": "Blijft het kort? Kan de zaal het zelf navertellen?",
    "asked": "Bij de uitleg is aan de zaal gevraagd:",
}
