"""The network map to take along: its organisations and lines as sheets, and as GraphML for Gephi, Kumu and the like."""

from __future__ import annotations

from typing import Any

from lxml import etree

from exercises.kinds.netwerk.told import on_map, stands
from exercises.kinds.netwerk.words import SORTS
from facilitator.luggage.sheets import Sheet

GUESTS = (("Organisatie", 40), ("Soort", 24), ("Aan tafel", 12), ("Lijnen", 10))
LINES = (("Organisatie", 40), ("Werkt samen met", 40), ("Hoe het staat", 30), ("Waarover", 40))
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
FIELDS = (  # id, of what, name, type
    ("name", "node", "label", "string"),
    ("sort", "node", "soort", "string"),
    ("here", "node", "aan_tafel", "boolean"),
    ("stand", "edge", "hoe_het_staat", "string"),
    ("what", "edge", "waarover", "string"),
    ("weight", "edge", "weight", "double"),
)


def guests(state: dict[str, Any]) -> Sheet:
    """One row per organisation."""
    rows = []
    for identity, name, sort, outside, _ in state["guests"]:
        count = sum(identity in (one["a"], one["b"]) for one in on_map(state) if one.get("there"))
        rows.append([name, SORTS.get(sort, "anders"), "nee" if outside else "ja", count])
    return Sheet("Organisaties", GUESTS, rows)


def lines(state: dict[str, Any]) -> Sheet:
    """One row per line."""
    names = {guest[0]: guest[1] for guest in state["guests"]}
    rows = [
        [names[one["a"]], names[one["b"]], stands(one, names), ", ".join(one.get("what", ()))] for one in on_map(state)
    ]
    return Sheet("Lijnen", LINES, rows)


def graphml(state: dict[str, Any]) -> bytes:
    """The whole map as a graph without directions; what is missing has weight 0."""
    names = {guest[0]: guest[1] for guest in state["guests"]}
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap={None: NAMESPACE})
    for identity, of, name, kind in FIELDS:
        etree.SubElement(root, f"{{{NAMESPACE}}}key", {"id": identity, "for": of, "attr.name": name, "attr.type": kind})
    graph = etree.SubElement(root, f"{{{NAMESPACE}}}graph", {"id": "kaart", "edgedefault": "undirected"})
    for identity, name, sort, outside, _ in state["guests"]:
        node = etree.SubElement(graph, f"{{{NAMESPACE}}}node", {"id": identity})
        data(node, {"name": name, "sort": SORTS.get(sort, "anders"), "here": "false" if outside else "true"})
    for one in on_map(state):
        edge = etree.SubElement(graph, f"{{{NAMESPACE}}}edge", {"source": one["a"], "target": one["b"]})
        weight = "0" if not one.get("there") else "2" if one.get("firm") else "1"
        data(edge, {"stand": stands(one, names), "what": ", ".join(one.get("what", ())), "weight": weight})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def data(parent: Any, fields: dict[str, str]) -> None:
    for key, text in fields.items():
        etree.SubElement(parent, f"{{{NAMESPACE}}}data", {"key": key}).text = text
