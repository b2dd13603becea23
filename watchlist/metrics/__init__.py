"""Numbers from events and series: pure functions on arrays. Never performs input or output."""
