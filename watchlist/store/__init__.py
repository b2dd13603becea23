"""Where data is kept: documents the user made and the archive of what was pulled. Only here are DuckDB and TinyDB."""
