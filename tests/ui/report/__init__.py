"""Reports and exports in the window."""
