"""One step per file that lifts stored data to the next schema version."""
