"""Runs a command in a folder and prints as JSON what it spent: `launcher.py FOLDER COMMAND…`."""

import json
import os
import sys
import tempfile
import time

folder, *command = sys.argv[1:]
os.chdir(folder)
with tempfile.TemporaryFile() as said:
    actions = [(os.POSIX_SPAWN_DUP2, said.fileno(), stream) for stream in (1, 2)]
    begun = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begun
    said.seek(0)
    text = said.read().decode("utf-8", "replace")[-500:]
# Linux counts in KiB, macOS in bytes.
peak = usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
print(
    json.dumps(
        {
            "code": os.waitstatus_to_exitcode(status),
            "wall": wall,
            "cpu": usage.ru_utime + usage.ru_stime,
            "peak": peak,
            "said": text,
        }
    )
)
