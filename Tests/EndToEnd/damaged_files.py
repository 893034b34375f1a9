#!/usr/bin/env python3
"""Damages inner pages of every database and checks that the reader can still work.

    damaged_files.py PROGRAM [--rounds N]

In each round, the index and the state of a used library are damaged in a few pages, cut, emptied, or combined with an
old log. Then every command that reads them and the room run: each must give all articles; the state's marks must exist,
except those on the damaged pages; the damaged state must be kept; `doctor` must exit with 3 if it finds a problem, else with 0.
"""

import glob
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from pty_program import PtyProgram

COUNT = 120
MARKED = 2000
EMPTY = ["这里没有文章", "這裡沒有文章", "No articles here"]


def run(program, arguments, environment):
    return subprocess.run([program, *arguments], env=environment, capture_output=True, timeout=120)


def make_archive(folder):
    os.mkdir(folder)
    for number in range(COUNT):
        with open(os.path.join(folder, f"{number}.md"), "w") as file:
            file.write(
                f"<!--{1689597902000 + number * 1000}-->\n[第{number}篇](https://yuelan.example/{number})\n------\n\n"
                f"<p>正文{number}号，写给这次试验。" + f"第{number}句。" * 200 + "</p>\n")


def databases(home):
    return sorted(glob.glob(home + "/.cache/**/*.sqlite", recursive=True) + glob.glob(home + "/.local/**/state.sqlite", recursive=True))


def make_home(program, home, archive):
    environment = {
        "HOME": home, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    }
    os.makedirs(home)
    assert run(program, ["index", archive], environment).returncode == 0
    for path in databases(home):
        connection = sqlite3.connect(path)
        if path.endswith("state.sqlite"):
            # As many marks as a reader makes in some years.
            for number in range(MARKED):
                connection.execute(
                    "INSERT INTO articles (key, hash, is_read) VALUES (?, ?, 1)", (f"yuelan.example/read/{number}/" + "页" * 20, number * 7919))
            connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        for suffix in ("-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
    return environment


def damage(path, how, generator):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    pages = len(content) // 4096
    damaged = 0
    if how == "inner":
        for page in generator.sample(range(1, pages), min(3, pages - 1)):
            content[page * 4096:(page + 1) * 4096] = generator.randbytes(4096)
            damaged += 1
    elif how == "header":
        content[:100] = generator.randbytes(100)
    elif how == "bits":
        for _ in range(40):
            content[generator.randrange(len(content))] ^= 1 << generator.randrange(8)
        damaged = 40
    elif how == "cut":
        content = content[:len(content) * 2 // 3]
        damaged = pages // 3 + 1
    elif how == "middle":
        content[8192:-4096] = generator.randbytes(len(content) - 12288)
        damaged = pages
    elif how == "empty":
        content = bytearray()
        damaged = pages
    elif how == "old log":
        with open(path + "-wal", "wb") as file:
            file.write(generator.randbytes(9000))
    with open(path, "r+b") as file:
        file.truncate(len(content))
        file.write(content)
    return damaged


def marks(home):
    path = home + "/.local/state/yuelan/state.sqlite"
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM articles WHERE is_read").fetchone()[0]
    finally:
        connection.close()


def one_round(program, folder, archive, pristine, how, which, generator, problems):
    label = f"{which} {how}"
    home = os.path.join(folder, "home")
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(pristine, home)
    environment = {
        "HOME": home, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    }
    damaged_in_state = 0
    before = {}
    for path in databases(home):
        is_state = path.endswith("state.sqlite")
        if which in ("both", "state" if is_state else "index"):
            count = damage(path, how, generator)
            if is_state:
                damaged_in_state = count
                with open(path, "rb") as file:
                    before[path] = file.read()
    doctor = run(program, ["doctor", archive], environment)
    if doctor.returncode != (3 if b"problem" in doctor.stdout else 0):
        problems.append(f"{label}: doctor ended with {doctor.returncode}: {doctor.stderr[-200:]!r}")
    elif how in ("inner", "middle", "header") and b"problem" not in doctor.stdout:
        problems.append(f"{label}: doctor finds nothing")
    for arguments in (
        ["list", archive, "--format", "tsv"], ["search", "正文", archive, "--format", "tsv"], ["list", archive, "--sort", "title", "--format", "json"],
    ):
        outcome = run(program, arguments, environment)
        count = len(outcome.stdout.splitlines())
        if outcome.returncode != 0 or count != COUNT:
            # Damage that FTS5 does not notice may cost hits until the index is rebuilt; a list is always complete.
            if arguments[0] == "search" and how == "bits" and outcome.returncode in (0, 1):
                continue
            problems.append(f"{label}: {arguments[0]} ended with {outcome.returncode}, {count} lines: {outcome.stderr[-300:]!r}")
        if b"index" in outcome.stderr and which == "state":
            problems.append(f"{label}: the index is blamed for the state: {outcome.stderr[-300:]!r}")
    terminal = PtyProgram([program, archive], environment=environment)
    try:
        text = terminal.drain(quiet=1.0, limit=20, first=10).decode(errors="replace")
        text += terminal.key("\r", quiet=0.8).decode(errors="replace")
        if "第119篇" not in text or "写给这次试验" not in text:
            problems.append(f"{label}: the room does not show the newest article")
        if any(sentence in text for sentence in EMPTY):
            problems.append(f"{label}: the room says that there is nothing")
        terminal.key("Q")
        if terminal.wait(limit=10) != 0:
            problems.append(f"{label}: the room did not end in order")
    finally:
        terminal.close()
    try:
        # A page contains about 40 rows, and the page above them leads to hundreds, which are found without it.
        if how in ("inner", "bits", "header", "old log", "cut") and marks(home) < MARKED - 60 * max(1, damaged_in_state):
            problems.append(f"{label}: {marks(home)} of {MARKED} marks are left")
    except sqlite3.DatabaseError as error:
        problems.append(f"{label}: the state is damaged still: {error}")
    for path, content in before.items():
        kept = [other for other in glob.glob(path + "*") if other == path or ".damaged" in other]
        if how in ("inner", "middle", "header") and not any(open(other, "rb").read() == content for other in kept):
            problems.append(f"{label}: the damaged state was not kept")


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 1
    generator = random.Random(20261128)
    problems, cases = [], 0
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, "archive")
        make_archive(archive)
        pristine = os.path.join(folder, "pristine")
        make_home(program, pristine, archive)
        for _ in range(rounds):
            for how in ("inner", "header", "bits", "cut", "middle", "empty", "old log"):
                for which in ("state", "index", "both"):
                    one_round(program, folder, archive, pristine, how, which, generator, problems)
                    cases += 1
    for problem in problems[:40]:
        print(problem)
    print(f"{cases} damaged libraries, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
