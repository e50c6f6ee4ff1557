"""Pictures: told by what they hold, and published without what nobody sees."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from generator.read.picture import as_published, fault_of

CANARY = "CANARY"
SIZE = (24, 16)
NAMES = {"PNG": "plan.png", "JPEG": "plan.jpg", "WEBP": "plan.webp"}


def image(mode: str = "RGB") -> Image.Image:
    """A picture that shows which way is up, and whose colours differ."""
    made = Image.new("RGB", SIZE, (30, 90, 160))
    made.paste((250, 240, 20), (0, 0, 12, 8))
    return made.convert(mode)


def saved(made: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    made.save(file, kind, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    made = Image.open(io.BytesIO(data))
    made.load()
    return made


def told(turn: int = 1) -> Image.Exif:
    """What a camera says beside a picture: who, with what, where, and which way up."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x010F] = exif[0x013B] = CANARY
    exif[0x0112] = turn
    exif.get_ifd(0x8825)[0x001D] = CANARY
    exif.get_ifd(0x8769)[0x9286] = CANARY.encode()
    return exif


def profile() -> bytes:
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return made.tobytes() + CANARY.encode()


def with_canaries(kind: str) -> bytes:
    """A picture with words wherever its kind has room for them, and behind its end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", CANARY)
    texts.add_text("Comment", CANARY, zip=False)
    texts.add_itxt("XML:com.adobe.xmp", CANARY)
    options: dict[str, dict[str, Any]] = {
        "PNG": {"pnginfo": texts},
        "JPEG": {"comment": CANARY, "xmp": CANARY.encode()},
        "WEBP": {"xmp": CANARY.encode(), "lossless": True},
    }
    data = saved(image(), kind, exif=told(), icc_profile=profile(), **options[kind])
    assert data.count(CANARY.encode()) >= 4
    return data + CANARY.encode()


@pytest.mark.parametrize("kind", NAMES)
def test_what_stands_beside_a_picture_is_left_behind(kind: str) -> None:
    published = as_published(with_canaries(kind))
    assert published is not None
    assert CANARY.encode() not in published
    seen = opened(published)
    assert (seen.format, seen.size, dict(seen.getexif())) == (kind, SIZE, {})
    assert not {"exif", "xmp", "comment", "icc_profile", "Author", "dpi"} & seen.info.keys()


@pytest.mark.parametrize("kind", NAMES)
def test_picture_of_a_phone_that_was_turned_stands_upright(kind: str) -> None:
    published = as_published(saved(image(), kind, exif=told(turn=6)))
    assert published is not None
    seen = opened(published).convert("RGB")
    assert seen.size == SIZE[::-1]
    assert seen.getpixel((14, 2)) == pytest.approx((250, 240, 20), abs=24)


@pytest.mark.parametrize("kind", NAMES)
def test_what_is_published_is_the_same_each_time_and_has_no_fault(kind: str) -> None:
    data = with_canaries(kind)
    published = as_published(data)
    assert published is not None
    assert as_published(data) == published
    assert fault_of(NAMES[kind], published) is None


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_keeps_every_pixel(mode: str) -> None:
    made = image("L").convert("I;16") if mode == "I;16" else image(mode)
    published = as_published(saved(made, "PNG"))
    assert published is not None
    seen = opened(published)
    assert (seen.mode, seen.convert("RGBA").tobytes()) == (mode, made.convert("RGBA").tobytes())


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_png_stays_transparent(mode: str) -> None:
    made = image(mode)
    clear = made.getpixel((0, 0))
    published = as_published(saved(made, "PNG", transparency=clear))
    assert published is not None
    assert opened(published).convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_webp_without_loss_keeps_every_pixel() -> None:
    published = as_published(saved(image("RGBA"), "WEBP", lossless=True))
    assert published is not None
    assert opened(published).convert("RGBA").tobytes() == image("RGBA").tobytes()


@pytest.mark.parametrize("quality", [20, 60, 95])
def test_jpeg_is_as_fine_and_about_as_large_as_it_was(quality: int) -> None:
    data = saved(Image.effect_noise((200, 100), 60).convert("RGB"), "JPEG", quality=quality)
    published = as_published(data)
    assert published is not None
    assert len(published) <= len(data)
    before, after = opened(data).convert("L").tobytes(), opened(published).convert("L").tobytes()
    assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 40


def test_colours_of_print_become_those_of_screens() -> None:
    published = as_published(saved(image("CMYK"), "JPEG"))
    assert published is not None
    assert opened(published).mode == "RGB"


def test_jpeg_that_draws_over_itself_without_end_is_not_drawn() -> None:
    data = saved(image(), "JPEG", progressive=True)
    scans = data[data.index(b"\xff\xda") : -2]
    fault = fault_of("plan.jpg", data[:-2] + scans * 100 + data[-2:])
    assert fault is not None
    assert fault.message == "this picture (JPEG) is broken: it cannot be drawn to its end"


def with_text(name: str, text: str) -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text(name, text)
    return texts


@pytest.mark.parametrize(
    ("kind", "beside"),
    [
        ("PNG", {"pnginfo": with_text("Raw profile type exif", "\nexif\n 8\nno number")}),
        ("WEBP", {"exif": b"Exif\0\0MM\0*\0\0"}),
        ("JPEG", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\x09\x01\x12"}),
        ("JPEG", {"icc_profile": b"no profile"}),
    ],
)
def test_what_is_wrong_beside_a_picture_loses_no_picture(kind: str, beside: dict[str, Any]) -> None:
    data = saved(image(), kind, **beside)
    assert fault_of(NAMES[kind], data) is None
    published = as_published(data)
    assert published is not None
    assert opened(published).size == SIZE


PICTURES = [with_canaries(kind) for kind in NAMES]


@given(st.sampled_from(PICTURES), st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4))))
def test_broken_picture_is_a_fault_and_no_traceback(
    picture: bytes, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(picture)
    for at, new in changes:
        start = at % len(data)
        data[start : start + len(new)] = new
    fault_of("plan.png", bytes(data))
    assert CANARY.encode() not in (as_published(bytes(data)) or b"")
