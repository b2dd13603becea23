"""Each setting once as data, what the program remembers, secrets, folders and the log. Imports domain only."""
