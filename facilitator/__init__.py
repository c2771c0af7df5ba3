"""The facilitator's house: rules, ledger, rooms, wire, pages and report."""
