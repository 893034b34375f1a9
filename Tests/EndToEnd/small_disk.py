#!/usr/bin/env python3
"""Puts the cache, the state, or both on disks that are or become full, and checks that reading works.

    small_disk.py PROGRAM [--sizes KB,KB,...]

As root, the disks are small tmpfs of each size. Otherwise, files are limited to that size (RLIMIT_FSIZE), which SQLite
sees as a full disk. Whatever the size, `list`, `search` and `export` must give everything, with one line on stderr for
each thing that is not saved; the room must show its articles and never say that there are none.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile

from pty_program import PtyProgram

SIZES = [0, 16, 64, 200, 300, 450, 700, 900]
COUNT = 150
EMPTY = ["这里没有文章", "這裡沒有文章", "No articles here"]


def make_archive(folder):
    os.mkdir(folder)
    for number in range(COUNT):
        text = "".join(chr(0x4E00 + (number * 7919 + place * 104729) % 20000) for place in range(600))
        with open(os.path.join(folder, f"{number}.md"), "w") as file:
            file.write(
                f"<!--{1689597902000 + number * 1000}-->\n[第{number}篇](https://yuelan.example/{number})\n------\n\n"
                f"<p>正文{number}号，写给这次试验。{text}</p>\n")


class Disk:
    """A small disk below `folder`, or a limit on the size of files if none can be mounted."""

    def __init__(self, folder, size_in_kilobytes):
        self.folder, self.size = folder, size_in_kilobytes
        os.makedirs(folder, exist_ok=True)
        # tmpfs has no size of 0: the minimum is a page.
        self.is_mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={max(4, self.size)}k", "tmpfs", folder], capture_output=True).returncode == 0

    def limit(self):
        if not self.is_mounted:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.size * 1024, self.size * 1024))

    def fill(self):
        """Fills the disk."""
        if not self.is_mounted:
            return
        try:
            with open(os.path.join(self.folder, "filler"), "wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 4096)
        except OSError:
            pass

    def close(self):
        if self.is_mounted:
            subprocess.run(["umount", "-l", self.folder], check=True)


def run(program, arguments, environment, disk):
    return subprocess.run(
        [program, *arguments], env=environment, capture_output=True, timeout=120, preexec_fn=disk.limit)


def room(program, archive, environment, disk, fills, label, problems):
    command = [program, archive]
    if not disk.is_mounted:
        command = ["/bin/sh", "-c", f"trap '' XFSZ; ulimit -f {disk.size * 2}; exec \"$0\" \"$@\"", program, archive]
    terminal = PtyProgram(command, environment=environment)
    try:
        shown = terminal.drain(quiet=1.5, limit=30, first=10)
        if fills:
            disk.fill()
        shown += terminal.key("\r", quiet=0.8)
        shown += terminal.key("b", quiet=0.5)
        shown += terminal.key("q", quiet=0.5)
        shown += terminal.key("s正文\r", quiet=0.8)
        text = shown.decode(errors="replace")
        for sentence in EMPTY:
            if sentence in text:
                problems.append(f"{label}: the room says {sentence}")
        if "第149篇" not in text:
            problems.append(f"{label}: the room does not list the newest article")
        if "写给这次试验" not in text:
            problems.append(f"{label}: the room does not open an article")
        if not terminal.is_running():
            problems.append(f"{label}: the room ended with {terminal.status}")
        terminal.write("Q")
        if terminal.wait(limit=10) is None:
            problems.append(f"{label}: the room does not end")
    finally:
        terminal.close()


def one_case(program, archive, folder, size, places, problems):
    label = f"{size} KB for {'+'.join(places)}"
    disk = Disk(os.path.join(folder, f"disk-{size}-{'-'.join(places)}"), size)
    environment = {
        "HOME": os.path.join(folder, f"home-{size}-{'-'.join(places)}"), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8",
        "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    }
    os.makedirs(environment["HOME"])
    if "cache" in places:
        environment["XDG_CACHE_HOME"] = disk.folder + "/cache"
    if "state" in places:
        environment["XDG_STATE_HOME"] = disk.folder + "/state"
    try:
        for arguments, expected in (
            (["list", archive, "--format", "tsv"], COUNT),
            (["search", "正文", archive, "--format", "tsv"], COUNT),
            (["list", archive, "--format", "json", "--sort", "title"], COUNT),
        ):
            outcome = run(program, arguments, environment, disk)
            lines = outcome.stdout.decode().splitlines()
            words = outcome.stderr.decode().splitlines()
            if outcome.returncode != 0 or len(lines) != expected:
                problems.append(
                    f"{label}: {arguments[0]} ended with {outcome.returncode} and {len(lines)} of {expected} lines: {words}")
            if len(words) > len(places) or len(set(words)) != len(words):
                problems.append(f"{label}: {arguments[0]} says more than one line for each thing: {words}")
            if "not kept" not in " ".join(words) and size < 200 and "cache" in places:
                problems.append(f"{label}: {arguments[0]} does not say what is not kept: {words}")
        export = run(program, ["export", "--format", "json", "--search", "正文", archive], environment, disk)
        if export.returncode != 0 or len(export.stdout.splitlines()) != COUNT:
            problems.append(f"{label}: export ended with {export.returncode}, {len(export.stdout.splitlines())} lines")
        room(program, archive, environment, disk, True, label, problems)
    finally:
        disk.close()


def main():
    program = os.path.abspath(sys.argv[1])
    sizes = SIZES
    if "--sizes" in sys.argv:
        sizes = [int(size) for size in sys.argv[sys.argv.index("--sizes") + 1].split(",")]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, "archive")
        make_archive(archive)
        cases = 0
        for size in sizes:
            for places in (["cache"], ["cache", "state"]):
                one_case(program, archive, folder, size, places, problems)
                cases += 1
    for problem in problems[:40]:
        print(problem)
    print(f"{cases} small disks, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
