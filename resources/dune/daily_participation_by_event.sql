-- Daily participation by an event of a contract, one row per participant and day.
--
-- The import expects these columns:
--   day          timestamp, midnight UTC
--   participant  text, the address that takes part
--   events       number of events of that participant on that day
--
-- Parameters: chain (ethereum, base, bnb, arbitrum …), contract (0x…), topic0 (0x…),
-- position: which indexed argument is the participant (1, 2 or 3), start (2025-01-01).
-- The day on which the query runs is not complete; the import leaves it out.
select
    date_trunc('day', block_time) as day,
    '0x' || lower(to_hex(substr(case {{position}} when 1 then topic1 when 2 then topic2 else topic3 end, 13, 20)))
        as participant,
    count(*) as events
from {{chain}}.logs
where block_time >= timestamp '{{start}}'
    and block_date >= date '{{start}}'
    and contract_address = {{contract}}
    and topic0 = {{topic0}}
    and case {{position}} when 1 then topic1 when 2 then topic2 else topic3 end is not null
group by 1, 2
order by 1, 2
