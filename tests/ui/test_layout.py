"""Nothing is cut off at twice the text size, and Arabic mirrors everything but time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.whole_window import dialogs, fill, hub_of, path_of, settle, shown, window_on
from watchlist.ui.main_window import MainWindow
from watchlist.ui.panels.table import PANELS

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def cut_off(root: QWidget) -> list[str]:
    """Return the controls with a text that have less room than it needs."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or scrolls(widget) or widget.objectName().startswith("qt_"):
            continue
        need = widget.minimumSizeHint()
        if isinstance(widget, QLabel):
            if widget.wordWrap() or not widget.text():
                continue
            need = widget.sizeHint()
        elif isinstance(widget, QAbstractButton):
            if not widget.text():
                continue
            need = widget.sizeHint()
            need.setWidth(min(need.width(), widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))))
        elif not isinstance(widget, QComboBox | QLineEdit | QCheckBox):
            continue
        if isinstance(widget, QComboBox | QLineEdit):
            need.setWidth(0)  # they shorten or scroll their text by themselves
        if widget.width() + 1 < need.width() or widget.height() < 0.75 * min(
            need.height(), widget.fontMetrics().height()
        ):
            text = getattr(widget, "text", str)()
            sizes = f"{widget.width()}×{widget.height()} of {need.width()}×{need.height()}"
            found.append(f"{text[:40]!r} {sizes}: {path_of(widget)}")
    return found


def scrolls(widget: QWidget) -> bool:
    """Return whether a widget lies in something that scrolls to it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.usefixtures("large_text")
def test_twice_the_text_size_cuts_nothing_off(filled: Path, qapp: QApplication, artifacts: Path) -> None:
    found: dict[str, list[str]] = {}
    with window_on(filled, size=(1440, 900)) as window:
        for spec in PANELS:
            window.host.open(spec.key)
            settle(hub_of(window), 3)
            window.grab().save(str(artifacts / f"large-{spec.key}.png"))
            found[spec.key] = cut_off(window)
        for key, make in dialogs(window).items():
            with shown(make, hub_of(window)) as dialog:
                dialog.grab().save(str(artifacts / f"large-dialog-{key}.png"))
                found[f"dialog {key}"] = cut_off(dialog)
    assert {key: names for key, names in found.items() if names} == {}


def left_of(one: QWidget, other: QWidget, window: MainWindow) -> bool:
    """Return whether a widget stands to the left of another."""
    return one.mapTo(window, one.rect().center()).x() < other.mapTo(window, other.rect().center()).x()


@pytest.mark.usefixtures("mirrored")
def test_right_to_left_mirrors_all_but_time(filled: Path, qapp: QApplication, artifacts: Path) -> None:
    with window_on(filled) as window:
        watch = window.host.panels()["watchlist"]
        assert left_of(watch.search, watch.tabs, window)  # type: ignore[attr-defined]
        assert watch.view.horizontalHeader().sectionViewportPosition(0) > 0  # type: ignore[attr-defined]
        chart = window.host.panels()["chart"]
        settle(hub_of(window), 6)
        stack = chart.stack  # type: ignore[attr-defined]
        assert left_of(chart.head.candles, chart.head.name, window)  # type: ignore[attr-defined]
        scene, view = stack.panes[0].laid_out(), stack.panes[0].view
        assert scene.x(view.start) < scene.x(view.end)
        window.grab().save(str(artifacts / "mirrored.png"))


@pytest.mark.usefixtures("mirrored")
def test_the_dialogs_mirror(filled: Path, qapp: QApplication) -> None:
    with window_on(filled, open_all=False) as window:
        for make in dialogs(window).values():
            with shown(make, hub_of(window)) as dialog:
                boxes = dialog.findChildren(QDialogButtonBox)
                assert all(box.layoutDirection() == Qt.LayoutDirection.RightToLeft for box in boxes)
