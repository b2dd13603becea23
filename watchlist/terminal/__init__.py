"""The program without a window: the same services as text."""
