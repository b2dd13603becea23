"""Snapshots: take one, prove it, compare two, keep it; and the ways out of the program: report and tables.

Shows what the services found; trusts no file and changes none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.instants import iso
from watchlist.domain.keepsakes import SnapshotCheck, SnapshotComparison, SnapshotInfo, Verdict
from watchlist.domain.messages import ListsChanged, Notice, Severity
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.report.files import ask_where, ask_which
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.figures import Figure
    from watchlist.ui.panels.context import PanelContext

KIND = "Snapshot (*.wlsnap)"
FINE = frozenset({Verdict.INTACT, Verdict.SAME})


class SnapshotsPanel(QWidget):
    """Above the snapshots there are, below what came of checking or comparing."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.hub = context.around.hub
        density = str(context.around.choices["density"])
        self.table = PlainView(
            (
                PlainColumn(self.tr("As of (UTC)"), widest="2026-11-11 00:00"),
                PlainColumn(self.tr("List"), widest="A long name of a list"),
                PlainColumn(self.tr("Assets"), right=True, widest="000"),
                PlainColumn(self.tr("Taken"), widest="a rule came true"),
                PlainColumn(self.tr("Kept"), widest="pinned"),
                PlainColumn(self.tr("Size"), right=True, widest="1,000,000 B"),
                PlainColumn(self.tr("File"), widest="0" * 40),
            ),
            density,
            self.tr("Snapshots"),
            self,
        )
        self.found = PlainView(
            (
                PlainColumn(self.tr("Asset"), widest="OpenGradient Base"),
                PlainColumn(self.tr("What"), widest="Recurring in 3 of 4 weeks"),
                PlainColumn(self.tr("Before"), right=True, widest="123,456.78"),
                PlainColumn(self.tr("After"), right=True, widest="123,456.78"),
                PlainColumn(self.tr("Why"), widest="0" * 50),
            ),
            density,
            self.tr("What was found"),
            self,
        )
        self.table.table.colour_of = self.found.table.colour_of = lambda: context.around.theme.colours
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = {
            "take": self._button(self.tr("&Take a snapshot"), self.take),
            "verify": self._button(self.tr("&Verify"), self.verify),
            "compare": self._button(self.tr("&Compare"), self.compare),
            "pin": self._button(self.tr("&Keep for ever"), self.pin),
            "open": self._button(self.tr("Verify a &file …"), self.verify_file),
            "report": self._button(self.tr("&Report …"), self.report),
            "export": self._button(self.tr("&Export a table …"), self.export_table),
        }
        row = QHBoxLayout()
        row.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        below = QWidget(self)
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.note)
        lower.addWidget(self.found, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(split, 1)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.hub.changed.connect(self._hear)
        self._enable()
        self._ask()

    # What the user can do

    def take(self) -> None:
        """Freeze the list that is shown."""
        self._busy(self.tr("Taking a snapshot …"))
        self.hub.ask(ask.MakeSnapshot(self.context.selection.list_id), self._taken, self._refused)

    def verify(self) -> None:
        """Check the chosen snapshot."""
        for one in self._chosen()[:1]:
            self._verify(one.path)

    def verify_file(self) -> None:
        """Check a file from anywhere."""
        path = ask_which(self, self.context.around.memory, self.tr("Verify a snapshot"), KIND)
        if path is not None:
            self._verify(str(path))

    def compare(self) -> None:
        """Compare the two chosen snapshots, the older one first."""
        chosen = sorted(self._chosen(), key=lambda one: one.as_of)
        if len(chosen) == 2:
            self._busy(self.tr("Comparing …"))
            self.hub.ask(ask.CompareSnapshots(chosen[0].path, chosen[1].path), self._show_comparison, self._refused)

    def pin(self) -> None:
        """Keep the chosen snapshots for ever, or no longer."""
        for one in self._chosen():
            self.hub.ask(ask.PinSnapshot(one.path, not one.pinned), lambda _none: self._ask(), self._refused)

    def report(self) -> None:
        """Write the list as a PDF."""
        from watchlist.ui.dialogs.export import write  # noqa: PLC0415 - dialogs are made when wanted

        kind = self.tr("PDF report (*.pdf)")
        path = ask_where(self, self.context.around.memory, self.tr("Write a report"), "report.pdf", kind)
        if path is not None:
            since = self._chosen()[:1]
            write(
                self.context,
                ask.MakeReport(
                    str(path),
                    self.context.selection.list_id,
                    since=since[0].path if since else "",
                    overwrite=True,  # the file dialog has asked
                ),
            )

    def export_table(self) -> None:
        """Write the list as a table."""
        from watchlist.ui.dialogs.export import TableDialog  # noqa: PLC0415

        dialog = TableDialog(self.context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Showing

    def _ask(self) -> None:
        self.hub.ask(ask.Snapshots(), self._show, self._refused)

    def _show(self, found: tuple[SnapshotInfo, ...]) -> None:
        self.table.show_rows([self._row(one) for one in found])
        if not found:
            self.note.setText(
                self.tr("There is no snapshot yet. One freezes the list, so that you can prove and compare it later.")
            )
        self._enable()

    def _row(self, one: SnapshotInfo) -> PlainRow:
        title = one.title + (self.tr(" (simulated)") if one.simulated else "")
        return PlainRow(
            (
                PlainCell(iso(one.as_of)[:16].replace("T", " ") if not one.problem else "", one.as_of),
                PlainCell(one.problem or title, colour="warning" if one.problem else ""),
                PlainCell(str(one.networks), one.networks),
                PlainCell(one.reason),
                PlainCell(self.tr("pinned") if one.pinned else ""),
                PlainCell(f"{one.size:,} B", one.size),
                PlainCell(Path(one.path).name, tip=f"{one.path}\n{one.fingerprint}"),
            ),
            one,
        )

    def _taken(self, made: SnapshotInfo) -> None:
        self.note.setText(self.tr("Taken: {file}\nFingerprint {print}").format(file=made.path, print=made.fingerprint))
        self._ask()

    def _verify(self, path: str) -> None:
        self._busy(self.tr("Checking …"))
        self.hub.ask(ask.VerifySnapshot(path), self._show_check, self._refused)

    def _show_check(self, found: SnapshotCheck) -> None:
        if not found.intact:
            said = self.tr("The file was altered. Nothing in it can be trusted.")
        elif found.recomputed:
            said = self.tr("Intact. %n series computed again from its data, all as contained.", "", found.computed)
        else:
            said = self.tr("Intact, but its data does not give its numbers.")
        print_of = self.tr("Fingerprint {text}").format(text=found.info.fingerprint)
        self.note.setText(f"{said}\n{print_of}")
        checks = [one for one in (*found.parts, *found.numbers) if one.verdict not in FINE]
        self.found.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(""),
                        PlainCell(one.what),
                        PlainCell(""),
                        PlainCell(""),
                        PlainCell(f"{one.verdict.value}{': ' if one.detail else ''}{one.detail}"),
                    )
                )
                for one in checks
            ]
        )

    def _show_comparison(self, found: SnapshotComparison) -> None:
        said = self.tr("From {old} to {new}: {count} changes, {same} unchanged.").format(
            old=iso(found.old.as_of)[:16], new=iso(found.new.as_of)[:16], count=len(found.changes), same=found.same
        )
        self.note.setText("\n".join([said, *found.notes]))
        self.found.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(one.name),
                        PlainCell(one.title),
                        PlainCell(one.before or _text(one.old)),
                        PlainCell(one.after or _text(one.new)),
                        PlainCell("; ".join(one.reasons)),
                    ),
                    one,
                )
                for one in found.changes
            ]
        )

    def _busy(self, text: str) -> None:
        self.note.setText(text)
        self.found.show_rows([])

    def _refused(self, error: WatchlistError) -> None:
        self.note.setText(str(error))
        self.context.notify(Notice("snapshot", Severity.WARNING, self.tr("That did not work"), str(error)))

    def _chosen(self) -> list[SnapshotInfo]:
        return [one for one in self.table.chosen() if isinstance(one, SnapshotInfo) and not one.problem]

    @Slot()
    def _enable(self) -> None:
        count = len(self._chosen())
        self.buttons["verify"].setEnabled(count == 1)
        self.buttons["compare"].setEnabled(count == 2)
        self.buttons["pin"].setEnabled(count > 0)

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, ListsChanged) and message.what == "snapshots":
            self._ask()

    def _button(self, title: str, work: object) -> QPushButton:
        button = QPushButton(title, self)
        button.clicked.connect(work)
        return button


def _text(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return f"– {figure.missing.value}" if figure is not None else "–"
    return f"{figure.value:,.4g}" + ("" if figure.enough else "?")
