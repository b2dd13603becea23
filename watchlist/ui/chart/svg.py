"""Mends the SVG that Qt writes: strokes that shall not scale, which many readers draw as a blob, get plain coordinates.

Qt's generator writes a cosmetic pen as vector-effect="non-scaling-stroke" inside a scaled group. Here the group's
matrix is worked into the coordinates, and the stroke keeps its width of one pixel.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

SPACE = "http://www.w3.org/2000/svg"
Matrix = tuple[float, float, float, float, float, float]
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"


def straightened(document: bytes) -> bytes:
    """Return the document without scaled cosmetic strokes."""
    ET.register_namespace("", SPACE)
    root = ET.fromstring(document)  # noqa: S314 - written by Qt a moment ago
    for group in root.iter(f"{{{SPACE}}}g"):
        shapes = [shape for shape in group if shape.get("vector-effect") == "non-scaling-stroke"]
        own = group.get("vector-effect") == "non-scaling-stroke"
        if not shapes and not own:
            continue
        matrix = _matrix(group.get("transform", ""))
        if own:
            del group.attrib["vector-effect"]
            shapes = list(group)
        if matrix is None or any(
            _tag(shape) not in ("path", "polyline", "polygon", "line", "rect") for shape in shapes
        ):
            continue
        if len(shapes) != len(group):
            continue
        for shape in shapes:
            shape.attrib.pop("vector-effect", None)
            _move(shape, matrix)
        del group.attrib["transform"]
    mended: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return mended


def _tag(shape: Any) -> str:
    return str(shape.tag).rsplit("}", 1)[-1]


def _matrix(text: str) -> Matrix | None:
    numbers = [float(part) for part in re.findall(_NUMBER, text)] if text.startswith("matrix") else []
    return tuple(numbers) if len(numbers) == 6 else None  # type: ignore[return-value]


def _at(matrix: Matrix, x: float, y: float) -> str:
    a, b, c, d, e, f = matrix
    return f"{a * x + c * y + e:.3f},{b * x + d * y + f:.3f}"


def _move(shape: Any, matrix: Matrix) -> None:
    """Work a matrix into a shape's coordinates; Qt writes only absolute ones."""
    for name in ("d", "points"):
        text = shape.get(name)
        if text is not None:
            pair = re.compile(rf"({_NUMBER})[\s,]+({_NUMBER})")
            shape.set(name, pair.sub(lambda found: _at(matrix, float(found[1]), float(found[2])), text))
    if _tag(shape) == "rect":
        x, y, w, h = (float(shape.get(name, "0")) for name in ("x", "y", "width", "height"))
        corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        shape.tag = f"{{{SPACE}}}polygon"
        shape.set("points", " ".join(_at(matrix, *corner) for corner in corners))
        for name in ("x", "y", "width", "height"):
            shape.attrib.pop(name, None)
    if _tag(shape) == "line":
        for one, other in (("x1", "y1"), ("x2", "y2")):
            moved = _at(matrix, float(shape.get(one, "0")), float(shape.get(other, "0"))).split(",")
            shape.set(one, moved[0])
            shape.set(other, moved[1])
