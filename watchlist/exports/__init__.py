"""What leaves the program as files: tables, pictures, reports, snapshot bundles. Never reads the store."""
