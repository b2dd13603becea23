"""What build.spec asks PyInstaller for on each system, with stand-ins for it: it cannot build for another."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import PIL.IcnsImagePlugin
import PIL.IcoImagePlugin
import PIL.PngImagePlugin
import PySide6.QtSvg
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from watchlist import about

ROOT = Path(__file__).resolve().parents[2]
LOADED = (PIL.IcnsImagePlugin, PIL.IcoImagePlugin, PIL.PngImagePlugin, PySide6.QtSvg)  # before the system is changed


class Calls(dict[str, tuple[tuple[Any, ...], dict[str, Any]]]):
    """Keeps what each of PyInstaller's steps was called with."""

    def step(self, name: str) -> Any:
        """Return a stand-in for one step."""

        def called(*arguments: Any, **named: Any) -> SimpleNamespace:
            self[name] = (arguments, named)
            binaries = [
                ("libqgtk3.so", "x", "BINARY"),
                ("libQt6Core.so.6", "x", "BINARY"),
                ("libgtk-3.so.0", "x", "BINARY"),
            ]
            return SimpleNamespace(pure=[], scripts=[], binaries=binaries, datas=[])

        return called


@pytest.fixture
def packed(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs the spec as on a system and returns the calls and the folder of the icons."""
    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_submodules = lambda name: [name]  # type: ignore[attr-defined]
    hooks.copy_metadata = lambda name: [(name, name)]  # type: ignore[attr-defined]
    versions = ModuleType("PyInstaller.utils.win32.versioninfo")
    for name in ("StringTable", "StringStruct", "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "VarFileInfo"):
        setattr(versions, name, lambda *values, **named: (values, named))
    versions.VarStruct = lambda *values: values  # type: ignore[attr-defined]
    above = ModuleType("PyInstaller.utils.win32")
    above.versioninfo = versions  # type: ignore[attr-defined]
    for module in (hooks, versions, above):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    (tmp_path / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    (tmp_path / "watchlist").symlink_to(ROOT / "watchlist", target_is_directory=True)
    monkeypatch.setattr(sys, "path", [*sys.path])
    Image.init()

    def run(system: str) -> Calls:
        calls = Calls()
        names = {name: calls.step(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
        code = compile((ROOT / "build.spec").read_text(encoding="utf-8"), "build.spec", "exec")
        with monkeypatch.context() as there:
            there.setattr(sys, "platform", system)
            exec(code, {"SPECPATH": str(tmp_path), **names})
        return calls

    return run


def test_linux_gets_a_folder(packed: Any, tmp_path: Path) -> None:
    calls = packed("linux")
    assert "BUNDLE" not in calls
    assert calls["COLLECT"][1]["name"] == calls["EXE"][1]["name"] == about.PACKAGE
    assert [entry[0] for entry in calls["COLLECT"][0][1]] == ["libQt6Core.so.6"]  # nothing of GTK
    analysis = calls["Analysis"][1]
    assert {"keyring.backends.SecretService", "watchlist"} <= set(analysis["hiddenimports"])
    assert ("keyring", "keyring") in analysis["datas"]
    assert {"resources/networks", "resources/icons"} <= {Path(target).as_posix() for _, target in analysis["datas"]}
    assert not {"PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSvg", "PySide6.QtTest", "unittest"} & set(
        analysis["excludes"]
    )
    with Image.open(tmp_path / "build" / "icons" / f"{about.APP_ID}-48.png") as picture:
        assert picture.size == (48, 48)
        assert picture.getpixel((24, 24)) == (0x5F, 0xD0, 0xA5, 255)


def test_windows_gets_an_icon_and_version_info(packed: Any) -> None:
    exe = packed("win32")["EXE"][1]
    assert exe["console"] is False
    assert exe["version"][1]["ffi"][1]["filevers"] == (*(int(part) for part in about.VERSION.split(".")), 0)
    with Image.open(exe["icon"]) as icon:
        assert icon.format == "ICO"
        assert {(16, 16), (256, 256)} <= icon.info["sizes"]


def test_macos_gets_a_bundle(packed: Any) -> None:
    calls = packed("darwin")
    bundle = calls["BUNDLE"][1]
    assert bundle["bundle_identifier"] == about.APP_ID
    assert bundle["info_plist"]["NSHighResolutionCapable"] is True
    with Image.open(bundle["icon"]) as icon:
        assert icon.format == "ICNS"
        assert (512, 512) in {(width * scale, height * scale) for width, height, scale in icon.info["sizes"]}
