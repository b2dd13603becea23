"""The things the program talks about: frozen values, periods and errors. Never performs input or output."""
