"""How long the scribe takes over a large report. Run: python tests/bench/bench_word.py"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.chain.figures import bars
from facilitator.chain.paper import Block, Bullets, Heading, Picture, Table
from facilitator.report.word import write

ROUNDS = 5


def measured(name: str, blocks: list[Block]) -> str:
    """One line: the fastest and the middle of five rounds."""
    times, size = [], 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        size = len(write(blocks, title="Verslag"))
        times.append(time.perf_counter() - start)
    times.sort()
    return f"{name:42} fastest {times[0]:.3f} s   middle {times[ROUNDS // 2]:.3f} s   {size // 1024} kB"


def main() -> None:
    row = ["12", "Eén telefoonnummer voor huisartsen en praktijkondersteuners", "Steunpunt", "15 mei", "bezig", "oké"]
    columns = ["Nr", "Wat", "Wie", "Wanneer", "Status", "Bijzonderheden"]
    picture = Picture(bars([(f"Thema {number}", number) for number in range(12)], unit="stemmen"), "Staven")
    print(measured("nothing but a title", []))
    print(measured("a table of 1,500 rows x 6 columns", [Table(columns, [row] * 1500, caption="Alle briefjes")]))
    print(measured("1,500 bullets", [Bullets(["Niemand belt na de opname terug"] * 1500)]))
    print(
        measured(
            "40 headings with a picture each", [block for n in range(40) for block in (Heading(1, f"{n}"), picture)]
        )
    )


if __name__ == "__main__":
    main()
