"""Where data comes from: the one HTTP client and one file per provider. Never stores anything."""
