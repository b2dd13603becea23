"""Windows, models and charts. Asks through the bridge only, never a service or the store directly."""
