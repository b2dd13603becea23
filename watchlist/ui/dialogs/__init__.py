"""Dialogs of the window, each made when it is first wanted."""
