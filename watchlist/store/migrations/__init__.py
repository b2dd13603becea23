"""How stored data moves from one version of the program to the next: one migration per file, never changed later.

A migration of the archive gets the database inside a transaction; one of the documents gets a table's name and its
entries. A file whose version is beyond the last migration is refused, untouched.
"""
