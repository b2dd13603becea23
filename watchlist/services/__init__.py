"""What the program does, one use case per file; asyncio, no Qt."""
