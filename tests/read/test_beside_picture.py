"""What a picture's file says in words, beside what can be seen."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.read.beside_picture import TAKEN_AT, beside_picture


def jpeg(
    *, remark: bytes = b"", tags: dict[int, str | bytes] | None = None, at: bool = False
) -> bytes:
    exif = Image.Exif()
    for tag, value in (tags or {}).items():
        exif[tag] = value
    if at:
        exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    Image.new("RGB", (2, 2)).save(file, "JPEG", exif=exif.tobytes(), comment=remark)
    return file.getvalue()


def png(**said: str) -> bytes:
    info = PngInfo()
    for key, value in said.items():
        info.add_itxt(key, value)
    file = io.BytesIO()
    Image.new("RGB", (2, 2)).save(file, "PNG", pnginfo=info)
    return file.getvalue()


XMP = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Ngozi</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (jpeg(), ""),
        (jpeg(tags={0x013B: "Ngozi"}), "artist: Ngozi"),
        (jpeg(tags={0x9C9B: "Ngozi at home".encode("utf-16-le")}), "title: Ngozi at home"),
        (jpeg(remark=b"drawn by Ngozi"), "comment: drawn by Ngozi"),
        (jpeg(at=True), f"{TAKEN_AT}: latitude and longitude"),
        (png(Author="Ngozi"), "Author: Ngozi"),
        (png(**{"XML:com.adobe.xmp": XMP}), "creator: Ngozi"),
        (b"<svg><!-- by Ngozi --><title>Home</title></svg>", "Home\nby Ngozi"),
        (b"<svg><style>.Ngozi{}</style></svg>", ""),
        (b"\xff\xd8\xff broken", ""),
    ],
    ids=["nothing", "exif", "windows", "remark", "place", "png", "xmp", "svg", "style", "broken"],
)
def test_what_stands_beside_a_picture(data: bytes, said: str) -> None:
    assert beside_picture(data) == said
