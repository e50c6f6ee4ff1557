"""The code of templates, which is compiled once, as Python compiles a program's.

It is kept where Python keeps what it has compiled of this very file. So nobody can write there who
could not change the program as well, and what holds for Python holds here: PYTHONPYCACHEPREFIX puts
it elsewhere, PYTHONDONTWRITEBYTECODE leaves it out.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import sys
import tempfile
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Final

import jinja2
from jinja2.bccache import Bucket

_DIGEST: Final = 32
"""So many bytes before the code tell that it is whole, and so many what it was compiled of."""


class Compiled(jinja2.BytecodeCache):
    """The code of all templates that this process has met, and what others have kept of theirs."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._code: dict[tuple[str, bytes], CodeType] = {}

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Copies of a template share their code; a fault is told of by the file that was read."""
        bucket = super().get_bucket(environment, name, None, source)
        if bucket.code and filename:
            bucket.code = _called(bucket.code, filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code from this process or from the disk, if it is of this very source."""
        bucket.code = self._code.get((bucket.key, _made_of(bucket))) or self._read(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that was just compiled."""
        if bucket.code is None:
            return
        self._code[bucket.key, _made_of(bucket)] = bucket.code
        if self._folder and not sys.dont_write_bytecode:
            code = marshal.dumps(bucket.code)
            with contextlib.suppress(OSError):  # the program is where nobody may write
                _write(self._folder / _file(bucket), _digest(code) + _made_of(bucket) + code)

    def _read(self, bucket: Bucket) -> CodeType | None:
        if self._folder is None:
            return None
        try:
            held = (self._folder / _file(bucket)).read_bytes()
        except OSError:
            return None
        whole, made_of, code = held[:_DIGEST], held[_DIGEST : 2 * _DIGEST], held[2 * _DIGEST :]
        if made_of != _made_of(bucket) or whole != _digest(code):
            return None
        read: CodeType = marshal.loads(code)  # noqa: S302 - as Python does with its own
        return read


def _write(file: Path, held: bytes) -> None:
    """Write it whole, for whoever reads it meanwhile."""
    file.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as made:
        try:
            made.write(held)
            made.close()
            Path(made.name).replace(file)
        except BaseException:
            Path(made.name).unlink()
            raise


def _file(bucket: Bucket) -> str:
    return f"{bucket.key}.{sys.implementation.cache_tag}.template"


def _made_of(bucket: Bucket) -> bytes:
    """What code depends on: the source, how it is to be read, and who compiles it."""
    of = bucket.environment
    how = (of.trim_blocks, of.lstrip_blocks, of.autoescape, of.optimized, sorted(of.extensions))
    return _digest(repr((bucket.checksum, how, jinja2.__version__, sys.version)).encode())


def _digest(of: bytes) -> bytes:
    return hashlib.sha256(of).digest()


def _called(code: CodeType, filename: str) -> CodeType:
    inner = (_called(one, filename) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inner))


def _beside_the_program() -> Path | None:
    try:
        return Path(cache_from_source(__file__)).parent
    except NotImplementedError:
        return None  # this Python compiles nothing ahead


COMPILED: Final = Compiled(_beside_the_program())
"""The code of all templates of this process, the theme's included."""
