"""What a picture's file says in words, beside what can be seen: who took it, what it shows, where.

None of it is published, since pictures are written anew; but the file lies in the project, and
whoever has the project can read it.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from typing import Final

from generator.limits import MAX_PICTURE_PIXELS

_TAGS: Final = {
    0x010E: "description",
    0x013B: "artist",
    0x8298: "copyright",
    0x9C9B: "title",
    0x9C9C: "comment",
    0x9C9D: "author",
    0x9C9E: "keywords",
    0x9C9F: "subject",
}
"""What cameras and programs write of people, by its number in EXIF."""
_OF_WINDOWS: Final = 0x9C9B
"""From here on, texts are written as Windows writes them, two bytes a sign."""
_REMARK: Final = 0x9286
_DETAILS: Final = 0x8769
_WHERE: Final = 0x8825
_BY_IPTC: Final = {(2, 5): "title", (2, 25): "keywords", (2, 80): "author", (2, 120): "description"}
_BY_XMP: Final = re.compile(
    r"<(?:dc|photoshop|xmpRights|Iptc4xmpCore):(?P<what>creator|title|description|subject|rights"
    r"|Headline|Location|City|PersonInImage)\b[^>]*>(?P<said>.*?)</[A-Za-z0-9]+:(?P=what)>",
    re.DOTALL,
)
_MARKUP: Final = re.compile(r"<[^>]*>")

TAKEN_AT: Final = "where it was taken"
"""What stands for the degrees and minutes that a camera wrote."""


def beside_picture(data: bytes) -> str:
    """What the file of a picture says in words, a line each; empty where it says nothing.

    Of a drawing, its words and remarks are said, those that are drawn included.
    """
    if _IS_DRAWING.search(data[:_HEAD]):
        return _in_drawing(data.decode("utf-8", "replace"))
    said = [f"{what}: {' '.join(text.split())}" for what, text in _said(data) if text.strip()]
    return "\n".join(dict.fromkeys(said))


_HEAD: Final = 4096
_IS_DRAWING: Final = re.compile(rb"<(?:[\w-]+:)?svg\b", re.IGNORECASE)
_REMARK_OF_XML: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
_STYLE: Final = re.compile(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)


def _in_drawing(xml: str) -> str:
    remarks = _REMARK_OF_XML.findall(xml)
    words = _MARKUP.split(_STYLE.sub("", _REMARK_OF_XML.sub("", xml)))
    return "\n".join(" ".join(part.split()) for part in (*words, *remarks) if part.strip())


def _said(data: bytes) -> Iterator[tuple[str, str]]:
    yield from _in_tags(data)
    for part in _BY_XMP.finditer(data.decode("utf-8", "replace")):
        yield part["what"].lower(), _MARKUP.sub(" ", part["said"])


def _in_tags(data: bytes) -> list[tuple[str, str]]:
    """What stands in the tags of EXIF and IPTC, and in the remarks of a PNG or a JPEG."""
    # Where there are no pictures, nobody waits for what reads them.
    from PIL import Image, IptcImagePlugin  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > MAX_PICTURE_PIXELS:
                    return []
                exif = image.getexif()
                tags = [
                    (_TAGS[tag], _text(value, tag)) for tag, value in exif.items() if tag in _TAGS
                ]
                tags.append(("comment", _text(exif.get_ifd(_DETAILS).get(_REMARK, b""), _REMARK)))
                if exif.get_ifd(_WHERE):
                    tags.append((TAKEN_AT, "latitude and longitude"))
                tags += [
                    (str(key), _text(value))
                    for key, value in image.info.items()
                    if key in _REMARKS or (image.format == "PNG" and isinstance(value, str))
                ]
                for key, value in (IptcImagePlugin.getiptcinfo(image) or {}).items():
                    parts = value if isinstance(value, list) else [value]
                    tags += [(_BY_IPTC[key], _text(part)) for part in parts if key in _BY_IPTC]
    except Exception:
        return []  # a picture that cannot be read is refused for that
    return [(what, text) for what, text in tags if "xmp" not in what.casefold()]


_REMARKS: Final = frozenset({"comment", "Comment"})


def _text(value: object, tag: int = 0) -> str:
    """What a tag says, of which most are written in bytes."""
    if not isinstance(value, bytes):
        return str(value).strip("\0 ")
    if tag >= _OF_WINDOWS:
        return value.decode("utf-16-le", "replace").strip("\0 ")
    head, said = (value[:8], value[8:]) if tag == _REMARK else (b"", value)
    return said.decode("utf-16" if head.startswith(b"UNICODE") else "utf-8", "replace").strip("\0 ")
