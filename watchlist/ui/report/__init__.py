"""What leaves the window: pictures of charts, files and where they go."""
