"""Charts: pure parts by property, widgets by pixels and keys, a gallery to look at."""
