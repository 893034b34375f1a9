#!/usr/bin/env python3
"""Takes the terminal away from the program in each of its rooms, and measures how soon it exits.

    line_drops.py PROGRAM [ARCHIVE] [--bound SECONDS]

Each room is tried with SIGHUP, with SIGTERM, and by closing the other end of the program's terminal. It fails when a
process still exists after the bound (1 s, because a machine may be busy), ends with another status than 128 plus the
signal, needed more than a fifth of a second of processor time to end, or did not save what was done before: the star,
and in the reader the position. The last line but one shows the longest times.
"""

import argparse
import os
import select
import signal
import sqlite3
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pty_program import PtyProgram

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# The keys from the list to each room. The list's first article has been starred before.
ROOMS = {
    "list": [],
    "facets": ["f"],
    "filter prompt": ["/", "灯"],
    "search": ["s", "灯", "\r"],
    "search prompt": ["s", "灯"],
    "reader": ["\r", " "],
    "find in reader": ["\r", " ", "/", "灯"],
    "pane": ["\t"],
    "facts": ["m"],
    "bookmarks": ["B"],
    "help": ["?"],
    "themes": ["T"],
    "command line": [":", "the"],
}
DROPS = {"SIGHUP": signal.SIGHUP, "SIGTERM": signal.SIGTERM, "closed": None}


def seconds_until_gone(run, drop, bound):
    """Closes the connection; returns the seconds until the process exited (None: it did not), its status and its
    seconds of processor time since."""
    before = processor_seconds(run.pid)
    begin = time.monotonic()
    if drop is None:
        os.close(run.master)
        run.master = -1
    else:
        os.kill(run.pid, drop)
    # A terminal that still exists accepts what the program prints when it exits.
    while time.monotonic() - begin < bound:
        pid, status, usage = os.wait4(run.pid, os.WNOHANG)
        if pid:
            run.status = status
            used = usage.ru_utime + usage.ru_stime
            return time.monotonic() - begin, os.waitstatus_to_exitcode(status), used - before
        if drop is None:
            time.sleep(0.001)
        elif select.select([run.master], [], [], 0.001)[0]:
            try:
                os.read(run.master, 65536)
            except OSError:
                time.sleep(0.001)
    return None, None, processor_seconds(run.pid) - before


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kept(home, room):
    """What was not saved: the star, and in the reader the position in the text."""
    try:
        with open(home + "/.local/share/yuelan/bookmarks.md", encoding="utf-8") as file:
            stars = sum(line.startswith("- [") for line in file)
    except OSError:
        stars = 0
    if stars != 1:
        return f"{stars} stars are there instead of 1"
    if room in ("reader", "find in reader"):
        with sqlite3.connect(home + "/.local/state/yuelan/state.sqlite") as state:
            if not state.execute("SELECT count(*) FROM articles WHERE utf8_offset > 0").fetchone()[0]:
                return "the place in the article was not kept"
    return None


def drop_in(room, name, options):
    """Brings the program into a room and closes its connection: returns the seconds until it exited, and faults."""
    drop = DROPS[name]
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "BROWSER": "/bin/true", "EDITOR": "/bin/true", "VISUAL": None}
        run = PtyProgram([os.path.abspath(options.program), os.path.abspath(options.archive)], environment=environment)
        try:
            if not run.drain(quiet=0.2, limit=10, first=10):
                return None, "nothing was drawn"
            for key in ["b", *ROOMS[room]]:
                run.write(key)
                if not run.drain(quiet=0.06, first=5):
                    return None, f"the key {key!r} changed nothing"
            seconds, status, used = seconds_until_gone(run, drop, options.bound)
            if seconds is None:
                return None, f"still there after {options.bound} s, {used:.2f} s of them on a processor"
            if status != -(drop or signal.SIGHUP) and status != 128 + (drop or signal.SIGHUP):
                return seconds, f"ended with {status}"
            if used > 0.2:
                return seconds, f"took {used:.2f} s of processor time to go"
            return seconds, kept(home, room)
        finally:
            run.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("archive", nargs="?", default=os.path.join(ROOT, "Samples", "archive"))
    parser.add_argument("--bound", type=float, default=1.0)
    options = parser.parse_args()
    longest, failed = {name: (0.0, "") for name in DROPS}, 0
    for room in ROOMS:
        for name in DROPS:
            seconds, fault = drop_in(room, name, options)
            if fault:
                failed += 1
                print(f"{room}, {name}: {fault}", file=sys.stderr)
            if seconds is not None:
                longest[name] = max(longest[name], (seconds, room))
    print("gone at the latest after " + ", ".join(
        f"{seconds * 1000:.0f} ms ({name}, {room})" for name, (seconds, room) in longest.items()))
    print(f"{len(ROOMS) * len(DROPS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
