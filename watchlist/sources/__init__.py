"""Where data comes from: one file per provider, one client, one registry. Never imports the store or another sibling."""
