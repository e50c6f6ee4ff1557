"""What our work is held against: the least that any program could do with the same files.

`floor.py load FOLDER` loads every YAML file with the fastest loader there is, `floor.py stat
FOLDER` only asks of every file when it was written.
"""

import os
import sys


def _files(folder: str) -> "list[str]":
    found, left = [], [folder]
    while left:
        with os.scandir(left.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    left.append(entry.path)
                else:
                    entry.stat()
                    found.append(entry.path)
    return found


def _load(folder: str) -> None:
    import yaml  # noqa: PLC0415 - `stat` is not to wait for it

    for path in _files(folder):
        if path.endswith(".yml"):
            with open(path, encoding="utf-8") as file:  # noqa: PTH123 - the least there is
                yaml.load(file, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    what, where = sys.argv[1:]
    if what == "load":
        _load(where)
    else:
        _files(where)
