"""Version 1 of the archive: all tables. No indexes and no unique constraints: they make opening and appending slow.

What must be unique is kept so by the code that writes, and checked by the doctor. Never changed once released.
"""

from __future__ import annotations

from watchlist.store.database import Database

TABLES = (
    "CREATE TABLE facts (name VARCHAR, value VARCHAR)",
    "CREATE TABLE notices (noted BIGINT, what VARCHAR, detail VARCHAR)",
    # series
    "CREATE TABLE sources (id SMALLINT, name VARCHAR)",
    "CREATE TABLE series (id INTEGER, network VARCHAR, name VARCHAR, preference VARCHAR)",
    """CREATE TABLE points (series INTEGER, instant BIGINT, source SMALLINT, value DOUBLE, final BOOLEAN, best BOOLEAN,
       disputed BOOLEAN, learnt_at BIGINT)""",
    """CREATE TABLE point_revisions (series INTEGER, instant BIGINT, source SMALLINT, value DOUBLE, final BOOLEAN,
       learnt_at BIGINT, replaced_at BIGINT)""",
    """CREATE TABLE candles (series INTEGER, source SMALLINT, start BIGINT, open DOUBLE, high DOUBLE, low DOUBLE,
       close DOUBLE, volume DOUBLE, final BOOLEAN, learnt_at BIGINT)""",
    """CREATE TABLE candle_revisions (series INTEGER, source SMALLINT, start BIGINT, open DOUBLE, high DOUBLE,
       low DOUBLE, close DOUBLE, volume DOUBLE, learnt_at BIGINT, replaced_at BIGINT)""",
    """CREATE TABLE quarantine (network VARCHAR, name VARCHAR, instant BIGINT, value DOUBLE, source VARCHAR,
       reason VARCHAR, learnt_at BIGINT, decision VARCHAR)""",
    # events
    """CREATE TABLE streams (id SMALLINT, network VARCHAR, name VARCHAR, count BIGINT, first BIGINT, last BIGINT,
       mark BIGINT, removals BIGINT, linked BOOLEAN, cursor VARCHAR)""",
    "CREATE TABLE participants (id INTEGER, hash UBIGINT, name VARCHAR)",
    """CREATE TABLE events (stream SMALLINT, instant BIGINT, participant INTEGER, counterparty INTEGER, amount HUGEINT,
       wide VARCHAR, scale UTINYINT, hash UBIGINT, reference VARCHAR, linked_hash UBIGINT, linked VARCHAR,
       mark BIGINT)""",
    "CREATE TABLE spans (stream SMALLINT, start BIGINT, stop BIGINT, first_mark VARCHAR, last_mark VARCHAR)",
    # fetches
    """CREATE TABLE fetches (source VARCHAR, host VARCHAR, path VARCHAR, purpose VARCHAR, started BIGINT,
       duration BIGINT, status INTEGER, received BIGINT, digest VARCHAR, outcome VARCHAR, note VARCHAR,
       retry_at BIGINT)""",
    """CREATE TABLE answers (source VARCHAR, endpoint VARCHAR, host VARCHAR, path VARCHAR, purpose VARCHAR,
       started BIGINT, duration BIGINT, status INTEGER, received BIGINT, digest VARCHAR, outcome VARCHAR, note VARCHAR,
       retry_at BIGINT, body BLOB)""",
    "CREATE TABLE hosts (host VARCHAR, requests BIGINT, received BIGINT, purposes VARCHAR, first BIGINT, last BIGINT)",
    "CREATE TABLE switched_off (host VARCHAR)",
    "CREATE TABLE budgets (host VARCHAR, span VARCHAR, start BIGINT, used BIGINT)",
    # alerts
    """CREATE TABLE standings (rule VARCHAR, network VARCHAR, state VARCHAR, reason VARCHAR, since BIGINT,
       evaluated_to BIGINT, deciding VARCHAR, memory VARCHAR)""",
    """CREATE TABLE firings (id VARCHAR, rule VARCHAR, network VARCHAR, came_true BIGINT, noticed BIGINT,
       sentence VARCHAR, deciding VARCHAR, recovered BIGINT, caught_up BOOLEAN, seen BOOLEAN, acknowledged BIGINT,
       snoozed_until BIGINT)""",
    """CREATE TABLE outbox (id VARCHAR, channel VARCHAR, payload VARCHAR, idempotency_key VARCHAR, created BIGINT,
       attempts INTEGER, next_try BIGINT, state VARCHAR, last_error VARCHAR)""",
)


def upgrade(database: Database) -> None:
    """Make all tables."""
    for statement in TABLES:
        database.run(statement)
