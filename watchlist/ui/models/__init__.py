"""Models for tables and lists: shaped before they reach a view, one batched change per update."""
