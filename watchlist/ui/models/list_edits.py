"""Edits of the user's lists as values before and after, so that each can be undone. Pure; asks and shows nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from watchlist.domain.answers import WatchList

Lists = tuple[WatchList, ...]


def with_members(lists: Lists, list_id: str, members: Sequence[str]) -> Lists:
    """Return the lists with other members in one of them; each member once, in the given order."""
    unique = tuple(dict.fromkeys(members))
    return tuple(replace(one, members=unique) if one.id == list_id else one for one in lists)


def added(lists: Lists, list_id: str, networks: Sequence[str], at: int | None = None) -> Lists:
    """Return the lists with networks put into one of them, at a place or at its end."""
    old = next((one.members for one in lists if one.id == list_id), ())
    rest = [member for member in old if member not in networks]
    place = len(rest) if at is None else sum(1 for member in old[:at] if member not in networks)
    return with_members(lists, list_id, (*rest[:place], *networks, *rest[place:]))


def removed(lists: Lists, list_id: str, networks: Sequence[str]) -> Lists:
    """Return the lists with networks taken out of one of them."""
    old = next((one.members for one in lists if one.id == list_id), ())
    return with_members(lists, list_id, [member for member in old if member not in networks])


def moved(lists: Lists, list_id: str, networks: Sequence[str], at: int) -> Lists:
    """Return the lists with networks of one of them moved to a place."""
    old = next((one.members for one in lists if one.id == list_id), ())
    return added(lists, list_id, [member for member in old if member in networks], at)


def renamed(lists: Lists, list_id: str, title: str) -> Lists:
    """Return the lists with another title for one of them."""
    return tuple(replace(one, title=title) if one.id == list_id else one for one in lists)


def grouped(lists: Lists, list_id: str, networks: Sequence[str], group: str) -> Lists:
    """Return the lists with networks of one of them in a group; an empty name takes them out of theirs."""
    result: list[WatchList] = []
    for one in lists:
        if one.id == list_id:
            groups = {member: name for member, name in one.groups if member not in networks}
            groups |= dict.fromkeys(networks, group) if group else {}
            result.append(replace(one, groups=tuple(groups.items())))
        else:
            result.append(one)
    return tuple(result)


def with_list(lists: Lists, list_id: str, title: str, smart: str = "") -> Lists:
    """Return the lists with a new one at the end."""
    return (*lists, WatchList(list_id, title, (), smart=smart, position=len(lists)))


def without_list(lists: Lists, list_id: str) -> Lists:
    """Return the lists without one of them; the last list stays."""
    left = tuple(one for one in lists if one.id != list_id)
    return left or lists


def ruled(lists: Lists, list_id: str, title: str, smart: str) -> Lists:
    """Return the lists with another title and rule for one of them."""
    return tuple(replace(one, title=title, smart=smart) if one.id == list_id else one for one in lists)
