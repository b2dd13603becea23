"""Makes a picture of the chart that is seen: asks for its network and sources first, then saves or copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from watchlist.domain import requests as ask
from watchlist.domain.messages import Notice, Severity
from watchlist.ui.chart.render import to_clipboard
from watchlist.ui.report.pictures import chart_in_front, picture_of

if TYPE_CHECKING:
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.figures import Figure
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext


def take_picture(context: PanelContext, window: QWidget, *, copy: bool) -> None:
    """Copy a picture of the chart in front, or open the dialog that saves it."""
    chart = chart_in_front(window)
    if chart is None:
        text = QCoreApplication.translate("pictures", "Bring a chart to the front, then try again.")
        title = QCoreApplication.translate("pictures", "There is no chart to take a picture of")
        context.notify(Notice("picture", Severity.INFO, title, text))
        return
    network = context.selection.network
    hub = context.around.hub

    def known(networks: tuple[Network, ...]) -> None:
        found = next((one for one in networks if one.id == network), None)

        def figures(answer: tuple[Figure, ...]) -> None:
            sources = tuple(dict.fromkeys(source for one in answer for source in one.sources))
            _finish(context, chart, found, sources, copy=copy)

        def none(_error: WatchlistError) -> None:
            _finish(context, chart, found, (), copy=copy)

        hub.ask(ask.Figures(network, ("price.last",)), figures, none)

    hub.ask(ask.ShippedNetworks(), known)


def _finish(
    context: PanelContext, chart: QWidget, network: Network | None, sources: tuple[str, ...], *, copy: bool
) -> None:
    simulated = network is not None and network.simulated
    picture = picture_of(
        context.around, chart, network.name if network is not None else "", sources, simulated=simulated
    )
    if copy:
        to_clipboard(chart, picture)
        title = QCoreApplication.translate("pictures", "The chart is on the clipboard")
        context.notify(Notice("picture", Severity.INFO, title, picture.title))
        return
    from watchlist.ui.dialogs.export import PictureDialog  # noqa: PLC0415 - dialogs are made when wanted

    dialog = PictureDialog(context, chart, picture, chart.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
