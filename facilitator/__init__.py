"""The facilitator's house: rules, ledger, rooms, wire, pages and report."""

VERSION = "0.1.0"
