-- Daily participation by token transfers to one recipient (payments), one row per sender and day.
--
-- The import expects these columns:
--   day          timestamp, midnight UTC
--   participant  text, the sender
--   events       number of transfers of that sender on that day
--   amount       sum of what was sent, in whole tokens (map it as the amount to use it in place of events)
--
-- Parameters: chain, token (0x…), recipient (0x…), decimals, start (2025-01-01).
-- The day on which the query runs is not complete; the import leaves it out.
select
    date_trunc('day', block_time) as day,
    '0x' || lower(to_hex(substr(topic1, 13, 20))) as participant,
    count(*) as events,
    sum(cast(bytearray_to_uint256(data) as double)) / power(10, {{decimals}}) as amount
from {{chain}}.logs
where block_time >= timestamp '{{start}}'
    and block_date >= date '{{start}}'
    and contract_address = {{token}}
    and topic0 = 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef
    and substr(topic2, 13, 20) = {{recipient}}
group by 1, 2
order by 1, 2
