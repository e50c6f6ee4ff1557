"""What `mkdocs serve` watches: the data, also where it was gone for a while, and the templates.

MkDocs watches a folder until it is moved away, and never again. Whoever changes branches, or puts
another tree in its place, does just that.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


def watch(server: LiveReloadServer, root: Path) -> None:
    """Build again when the data or a template changes."""
    data = root / "audits"
    server.watch(str(data))
    server.watch(str(root / "site/templates"))
    # The folder above is only looked at, not what else is in it.
    server.observer.schedule(_BackAgain(server, data), str(root), recursive=False)


class _BackAgain(FileSystemEventHandler):
    """Watches a folder anew when it is there again."""

    def __init__(self, server: LiveReloadServer, folder: Path) -> None:
        self._server = server
        self._folder = folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Watch the folder again where it was deleted, created or moved, and build."""
        if event.event_type not in ("created", "moved"):
            return
        if str(self._folder) in (event.src_path, event.dest_path) and self._folder.is_dir():
            self._server.unwatch(str(self._folder))
            self._server.watch(str(self._folder))
            # MkDocs has no other way to be told: it asks under this lock whether it is to build.
            with self._server._rebuild_cond:
                self._server._want_rebuild = True
                self._server._rebuild_cond.notify_all()
