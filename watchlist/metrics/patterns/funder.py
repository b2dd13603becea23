"""Common funder: participants whose first incoming transfer came from one and the same unlabelled address.

An address that the user or the profile labelled (exchange, bridge, contract) pays many strangers and is no funder.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Ids
from watchlist.domain.pattern_findings import Indicator, PatternGroup
from watchlist.metrics.patterns.habits import in_set, runs
from watchlist.metrics.patterns.limits import Limits


def common_funder(senders: Ids, receivers: Ids, people: Ids, labelled: Ids, limits: Limits) -> list[PatternGroup]:
    """Return one group per funder, the largest first. Rows are oldest first; only ``people`` can be members."""
    funders = first_funders(senders, receivers)
    members = people[people < len(funders)]
    source = funders[members]
    members, source = members[source >= 0], source[source >= 0]
    unknown = ~in_set(source, labelled) & (source != members)
    members, source = members[unknown], source[unknown]
    if not len(members):
        return []
    enough = np.bincount(source)[source] >= limits.funder_group
    members, source = members[enough], source[enough]
    order = np.argsort(source, kind="stable")
    ranked = source[order]
    groups = []
    for start, end in runs(ranked, limits.funder_group):
        funded = members[order[start:end]]
        reason = (
            f"{len(funded)} participants got their first transfer from one address that is no labelled exchange, "
            "bridge or contract"
        )
        facts = (("members", float(len(funded))), ("funder", float(ranked[start])))
        groups.append(PatternGroup(Indicator.FUNDER, funded.astype(np.int32), reason, facts))
    return sorted(groups, key=lambda group: (-len(group), int(group.members[0])))


def first_funders(senders: Ids, receivers: Ids) -> Ids:
    """Return, at each receiver's id, who sent the first transfer; -1 where nobody did. Rows are oldest first.

    A transfer to oneself counts as none.
    """
    real = (senders >= 0) & (receivers >= 0) & (senders != receivers)
    if not real.all():
        senders, receivers = senders[real], receivers[real]
    funders = np.full(int(receivers.max()) + 1 if len(receivers) else 0, -1, np.int32)
    funders[receivers[::-1]] = senders[::-1]  # of several values for one place the last one written stays
    return funders
