"""The panels of the window, one file each; table.py lists them. A panel never reaches up to the window."""
