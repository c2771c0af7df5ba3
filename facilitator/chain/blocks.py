"""The seven building blocks of a chain, by number (handreiking §2.2)."""

BLOCKS = (
    "",
    "Bewustwording",
    "Preventie en vroegsignalering",
    "Toeleiden en uitvoeren interventies",
    "Ondersteuning zelfmanagement",
    "Nazorg en monitoring casus",
    "Opleiden, richtlijnen en handreikingen",
    "Onderzoek en monitoring",
)


def block_name(number: int) -> str:
    """The name of a building block, 1 to 7; "" for 0 and for anything else."""
    return BLOCKS[number] if 0 <= number < len(BLOCKS) else ""
