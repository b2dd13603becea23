"""Tests of the store: documents, archive, worker."""
