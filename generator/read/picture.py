"""Pictures: what a file really holds, and the picture alone as readers get it.

A picture is opened by what is in it, whatever it is called, and written anew from what can be seen.
So where it was taken, with which camera, by whom, and anything else that stands beside it in the
file, is left behind.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from generator.diagnostics import Diagnostic, Place
from generator.limits import MAX_BYTES, MAX_PICTURE_PASSES, MAX_PICTURE_PIXELS
from generator.read.drawing import UnsafeDrawingError, redrawn
from generator.read.rules.empty_picture import empty_picture
from generator.read.rules.unsafe_picture import (
    called_otherwise,
    is_broken,
    is_none,
    moves,
    not_only_drawn,
    too_large,
    too_many_pixels,
)

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class _Kind:
    name: str
    endings: tuple[str, ...]
    signature: re.Pattern[bytes]


_DRAWING: Final = "SVG"
_XML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|!--|!doctype svg\b|svg\b|[\w-]+:svg\b)", re.IGNORECASE
)
_KINDS: Final = (
    _Kind("PNG", (".png",), re.compile(rb"\x89PNG\r\n\x1a\n")),
    _Kind("JPEG", (".jpg", ".jpeg"), re.compile(rb"\xff\xd8\xff")),
    _Kind("WebP", (".webp",), re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    _Kind(_DRAWING, (".svg",), _XML),
)
PICTURES: Final = tuple(ending for kind in _KINDS for ending in kind.endings)
"""What the name of a picture ends in."""

_OTHERS: Final = (
    (re.compile(rb"GIF8"), "a GIF"),
    (re.compile(rb"BM"), "a bitmap (BMP)"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "a TIFF"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif|msf)", re.DOTALL), "an iPhone's HEIC"),
    (re.compile(rb".{4}ftypavi[fs]", re.DOTALL), "an AVIF"),
    (re.compile(rb"%PDF"), "a PDF"),
    (re.compile(rb"PK\x03\x04"), "a packed file, such as one of Word's"),
    (re.compile(rb"\s*<(?:!doctype html|html|head|body|script)\b", re.IGNORECASE), "a web page"),
    (re.compile(rb"version https://git-lfs"), "a pointer of Git LFS"),
)


def fault_of(path: str, data: bytes) -> Diagnostic | None:
    """Why the picture at `path` cannot be shown as it should be; none where it can."""
    place = Place(path)
    kind = _kind_of(data)
    ending = f".{path.rpartition('.')[2].lower()}"
    if not data or (kind and kind.signature.fullmatch(data)):
        return empty_picture(place)
    if kind is None:
        what = next((what for start, what in _OTHERS if start.match(data)), "")
        return is_none(place, what)
    if ending not in kind.endings:
        return called_otherwise(place, kind.name, kind.endings[0])
    return _fault_of_drawing(path, data) if kind.name == _DRAWING else _fault_of(place, kind, data)


def address_of(path: str) -> str:
    """Where the picture at `path` is published: with its letters stored in one way.

    Some computers store `é` as an `e` and an accent, and texts name it as it was typed.
    """
    return normalize("NFC", path)


def as_published(data: bytes) -> bytes | None:
    """The picture alone, the same each time; none where there is none that could be shown.

    It is asked for of pictures without a fault; a file may have changed since.
    """
    kind = _kind_of(data)
    if kind is None:
        return None
    try:
        if kind.name == _DRAWING:
            return redrawn(data)
        with _opened(kind, data) as image:
            return _written(image, kind, data)
    except (UnsafeDrawingError, _BrokenError, _HugeError):
        return None


def _kind_of(data: bytes) -> _Kind | None:
    return next((kind for kind in _KINDS if kind.signature.match(data)), None)


def _fault_of_drawing(path: str, data: bytes) -> Diagnostic | None:
    if len(data) > MAX_BYTES:
        return too_large(path, len(data), MAX_BYTES)
    try:
        redrawn(data)
    except UnsafeDrawingError as unsafe:
        return not_only_drawn(Place(path, unsafe.line, unsafe.column), unsafe.holds)
    return None


def _fault_of(place: Place, kind: _Kind, data: bytes) -> Diagnostic | None:
    try:
        with _opened(kind, data) as image:
            if kind.name != "JPEG" and getattr(image, "is_animated", False):
                return moves(place)
            image.load()
    except _HugeError:
        return too_many_pixels(place, MAX_PICTURE_PIXELS)
    except _BrokenError:
        return is_broken(place, kind.name)
    return None


class _BrokenError(Exception):
    """A picture cannot be drawn."""


class _HugeError(Exception):
    """A picture has more pixels than are unpacked."""


@contextmanager
def _opened(kind: _Kind, data: bytes) -> Iterator[Image]:
    """The picture, so far only its size; raises _HugeError, and _BrokenError also while used."""
    # Where there are no pictures, nobody waits for what reads them.
    from PIL import Image  # noqa: PLC0415

    if data.count(b"\xff\xda") > MAX_PICTURE_PASSES and kind.name == "JPEG":
        raise _BrokenError
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which we look at, and of what we leave out
            with Image.open(io.BytesIO(data), formats=(kind.name.upper(),)) as image:
                if image.width * image.height > MAX_PICTURE_PIXELS:
                    raise _HugeError
                yield image
    except (_HugeError, Image.DecompressionBombError):
        raise _HugeError from None
    except Exception as error:
        # On broken data, the decoders raise whatever they come upon.
        raise _BrokenError from error


def _written(image: Image, kind: _Kind, data: bytes) -> bytes:
    """What can be seen of a picture, and nothing else, in a file of its kind."""
    _turn_upright(image)
    seen = _in_common_colours(image)
    transparent = seen.info.get("transparency")
    seen.info = {} if transparent is None else {"transparency": transparent}
    file = io.BytesIO()
    match kind.name:
        case "JPEG":
            if seen.mode not in ("L", "RGB"):
                seen = seen.convert("RGB")
            seen.save(file, "JPEG", optimize=True, **_as_coarse_as(image))
        case "WebP":
            seen.save(file, "WEBP", quality=90, lossless=b"VP8L" in data[:_HEAD])
        case _:
            seen.save(file, "PNG")
    return file.getvalue()


def _turn_upright(image: Image) -> None:
    """Turn the picture as its camera says, if what the camera wrote can be read."""
    from PIL import ImageOps  # noqa: PLC0415

    image.load()
    with suppress(Exception):  # what is wrong beside a picture is no fault of the picture
        ImageOps.exif_transpose(image, in_place=True)


def _as_coarse_as(image: Image) -> dict[str, Any]:
    """Settings with which a JPEG loses next to nothing more than it has lost already."""
    from PIL.JpegImagePlugin import JpegImageFile, get_sampling  # noqa: PLC0415

    if isinstance(image, JpegImageFile) and image.quantization:
        return {"qtables": image.quantization, "subsampling": get_sampling(image)}
    return {"quality": 90}


_HEAD: Final = 4096
"""So many bytes into a WebP, it has said whether it keeps every pixel as it was."""


def _in_common_colours(image: Image) -> Image:
    """The picture in sRGB, which every screen takes for granted, if it brings its own colours."""
    from PIL import ImageCms  # noqa: PLC0415

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        common = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, own, common, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image
