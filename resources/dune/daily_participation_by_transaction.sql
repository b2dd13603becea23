-- Daily participation by transactions sent to a contract, one row per sender and day.
--
-- The import expects these columns:
--   day          timestamp, midnight UTC
--   participant  text, the sender
--   events       number of successful transactions of that sender on that day
--
-- Parameters: chain, contract (0x…), start (2025-01-01).
-- The day on which the query runs is not complete; the import leaves it out.
select
    date_trunc('day', block_time) as day,
    '0x' || lower(to_hex("from")) as participant,
    count(*) as events
from {{chain}}.transactions
where block_time >= timestamp '{{start}}'
    and block_date >= date '{{start}}'
    and "to" = {{contract}}
    and success
group by 1, 2
order by 1, 2
