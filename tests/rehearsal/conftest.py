"""What the command line would hand over, for tests that call it in this process."""

import argparse

import pytest


@pytest.fixture
def asked(tmp_path):
    def build(command, **words):
        words = {"meeting": "startbijeenkomst", "participants": 6, "seed": 7, "speed": 100_000.0, "data": None, **words}
        return argparse.Namespace(command=command, **{"report": tmp_path / "verslag.docx", **words})

    return build
