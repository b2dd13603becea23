"""Tests of the frame: hub, window, menus, messages, dialogs."""
