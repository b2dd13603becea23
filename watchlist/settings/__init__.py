"""Each setting once as data, what the program remembers, secrets and folders. Never imports another layer but domain."""
