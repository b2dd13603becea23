"""Reads and presses through the real accessibility bus, as a screen reader does. Runs under the system's own Python.

``screen_reader.py wait button NAME SECONDS`` and the like; the verbs are below. Needs python3-pyatspi. Must not import
anything of the program: it sees only what the bus shows.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

BUTTONS = {"push button", "toggle button", "check box", "radio button", "button", "menu item"}
TABLES = {"table", "tree table"}


def program() -> Any:
    """Return the program's window, or None while there is none."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == "watchlist":
            return application
    return None


def walk(one: Any) -> Iterator[Any]:
    """Yield what is below something; a table's cells are asked for one by one."""
    yield one
    if one.getRoleName() in TABLES:
        return
    for at in range(min(one.childCount, 3000)):
        child = one.getChildAtIndex(at)
        if child is not None:
            yield from walk(child)


def shown(one: Any) -> bool:
    """Return whether something is on the screen now."""
    states = one.getState()
    return bool(states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE))


def find(kind: str, name: str) -> Any:
    """Return the shown thing of a kind and name, or None."""
    top = program()
    if top is None:
        return None
    for one in walk(top):
        role = one.getRoleName()
        if kind == "button" and role in BUTTONS and one.name == name and shown(one):
            return one
        if kind == "chart" and role not in BUTTONS and one.name == name and one.description and shown(one):
            return one
        if role in TABLES and shown(one):
            if kind == "table" and one.name == name:
                return one
            if kind in {"cell", "value"}:
                row = row_of(one, name)
                if row and (kind == "cell" or sum("%" in cell for cell in row) > 3):
                    return one
    return None


def place_of(table: Any, text: str) -> tuple[int, int] | None:
    """Return row and column of the first cell with a text, or None."""
    grid = table.queryTable()
    for row in range(min(grid.nRows, 200)):
        for column in range(min(grid.nColumns, 20)):
            cell = grid.getAccessibleAt(row, column)
            if cell is not None and text in (cell.name or ""):
                return row, column
    return None


def row_of(table: Any, text: str) -> list[str]:
    """Return the texts of the row that has a text in it."""
    place = place_of(table, text)
    if place is None:
        return []
    grid = table.queryTable()
    cells = [grid.getAccessibleAt(place[0], column) for column in range(min(grid.nColumns, 20))]
    return [cell.name if cell is not None else "" for cell in cells]


def wait(kind: str, name: str, seconds: float) -> Any:
    """Wait until something is shown and return it; ends the program where it never is."""
    end = time.monotonic() + float(seconds)
    trouble = ""
    while time.monotonic() < end:
        try:
            found = find(kind, name)
        except (LookupError, NotImplementedError, RuntimeError) as error:  # the tree changes while it is read
            found, trouble = None, repr(error)
        if found is not None:
            return found
        time.sleep(0.3)
    sys.exit(f"never seen: {kind} {name} {trouble}")


def nameless() -> list[str]:
    """Return the shown controls that can have the focus and have no name, with their roles and places."""
    bad = []
    for one in walk(program()):
        states = one.getState()
        if states.contains(pyatspi.STATE_FOCUSABLE) and shown(one) and not one.name:
            above: list[str] = []
            parent = one.parent
            while parent is not None and len(above) < 4:
                above.append(parent.name or parent.getRoleName())
                parent = parent.parent
            bad.append(" < ".join([one.getRoleName(), *above]))
    return bad


def wait_gone(name: str, seconds: str) -> str:
    """Wait until no shown cell has a text any more."""
    end = time.monotonic() + float(seconds)
    while find("cell", name) is not None:
        if time.monotonic() > end:
            sys.exit("still there: " + name)
        time.sleep(0.3)
    return "gone"


def select(kind: str, name: str, row: str) -> str:
    """Choose a row of a table: of the table with a name, or the one in which a cell says the name."""
    table = wait(kind, name, 20)
    at = int(row) if row else (place_of(table, name) or (0, 0))[0]
    table.queryTable().addRowSelection(at)
    return "selected"


VERBS: dict[str, Callable[..., str]] = {
    "wait": lambda kind, name, seconds: wait(kind, name, seconds) and "there",
    "wait-gone": wait_gone,
    "press": lambda kind, name: str(wait(kind, name, 20).queryAction().doAction(0)),
    "focus": lambda kind, name: str(wait(kind, name, 20).queryComponent().grabFocus()),
    "describe": lambda kind, name: wait(kind, name, 20).description,
    "row": lambda name: json.dumps(row_of(wait("cell", name, 20), name)),
    "select": lambda name, row: select("table", name, row),
    "select-cell": lambda name: select("cell", name, ""),
    "nameless": lambda: json.dumps(nameless()),
}


if __name__ == "__main__":
    sys.stdout.write(VERBS[sys.argv[1]](*sys.argv[2:]) + "\n")
