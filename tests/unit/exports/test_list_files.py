"""Lists of other programs: symbols are read and searched for, never decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.filled_house import answer, filled_house
from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.services.list_files import read_list


def test_portfolio_performance() -> None:
    text = "Name;ISIN;Ticker Symbol\nOpenGradient;;OPG\nTesla;US88160R1014;TSLA\n;;\nAgain;;opg\n"
    found = read_list(text)
    assert found.form == "Portfolio Performance"
    assert [(one.symbol, one.name, one.identity) for one in found.symbols] == [
        ("OPG", "OpenGradient", ""),
        ("TSLA", "Tesla", "US88160R1014"),
    ]
    assert found.left_out == ((4, "no symbol"), (5, "opg stands there twice"))


def test_coingecko() -> None:
    found = read_list("Coin,Symbol,Price,Market Cap\nBittensor,TAO,1,2\n")
    assert (found.form, found.symbols[0].symbol) == ("CoinGecko", "TAO")


def test_tradingview() -> None:
    found = read_list("###Favourites,BINANCE:TAOUSDT,NASDAQ:TSLA\nCRYPTO:OPGUSD\n")
    assert found.form == "TradingView"
    assert [(one.identity, one.symbol) for one in found.symbols] == [
        ("BINANCE", "TAOUSDT"),
        ("NASDAQ", "TSLA"),
        ("CRYPTO", "OPGUSD"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "some words that are no list", "Symbol,Name\n,\n", "Symbol;Name\n"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_list(text)


def test_each_symbol_comes_with_what_it_might_be(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_bytes("Name,Symbol\nOpenGradient,OPG\nNobody ü,NONESUCH\n".encode("cp1252"))
    with filled_house(tmp_path / "house") as house:
        found = answer(house, ask.ReadListFile(str(tmp_path / "l.csv")))
        lists = answer(house, ask.Lists())
    assert found.symbols[0].candidates
    assert found.symbols[1].candidates == ()
    assert lists[0].members == ("sim-orchard",)  # nothing was added
