"""The only door between the asyncio thread and Qt."""
