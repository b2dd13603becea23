"""When to tell the user: rules as data, pure evaluation. Never performs input or output."""
