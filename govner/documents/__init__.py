"""Documents in: the text of a report, out of whatever kind of file holds it."""
