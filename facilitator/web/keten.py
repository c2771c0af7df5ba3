"""Everything that hangs at the page of one keten."""

from __future__ import annotations

from flask import Flask

from facilitator.web import keten_actions, keten_page, keten_plan
from facilitator.web.house import House


def add_to(app: Flask, house: House) -> None:
    """Hang the page and its forms in the app."""
    for part in (keten_page, keten_actions, keten_plan):
        part.add_to(app, house)
