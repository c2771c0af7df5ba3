"""The facilitator's own shelf: exercises, agendas and personas that were made in the browser, as files of their own."""
