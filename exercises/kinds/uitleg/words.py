"""Dutch words of uitleg that the server says."""

WORDS = {
    "asked": "Bij de uitleg is aan de zaal gevraagd:",
}
