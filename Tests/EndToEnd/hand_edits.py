#!/usr/bin/env python3
"""Stars from eight processes at once while the bookmarks file is edited by hand and results of merges arrive.

    hand_edits.py PROGRAM [--stars N] [--seed N]

Eight workers star articles one by one, a ninth takes old ones out. Meanwhile an editor and `git merge-file` put lines
of their own into the file as such programs do: what was read a moment before, changed, in a new file over the old one,
with no lock. What they overwrite without having read it is lost by them and not by Yuelan; so that this can be told
apart, they exchange the names of the two files in one step, look at what they overwrote, and save once more what they
had not read. The articles have an address, a route after `#/`, or neither; the file ends in a block of code that nothing
closes. At the end every acknowledged star must be there and be seen by the program, and every foreign line, whole."""

import argparse
import collections
import ctypes
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)


def exchange(one, other):
    """renameat2(AT_FDCWD, …, RENAME_EXCHANGE)."""
    while libc.renameat2(-100, os.fsencode(one), -100, os.fsencode(other), 2) != 0:
        if ctypes.get_errno() != 2:  # ENOENT
            raise OSError(ctypes.get_errno(), "renameat2")


def lines_of(path):
    with open(path, "rb") as file:
        return file.read().splitlines(keepends=True)


class Foreigner:
    """An editor and a merge, in turns."""

    def __init__(self, marks, source):
        self.marks, self.source = marks, source
        self.foreign, self.saves, self.missed = [], 0, []

    def save(self):
        before = lines_of(self.marks)
        added = [f"- a line by hand {self.saves}: ﻿【{self.source.random()}】  \n".encode()]
        # Above the block of code: in it they would be an example of stars.
        fence = before.index(b"```\n") if b"```\n" in before else len(before)
        lines = before[:fence] + [line for line in self.missed if line not in before] + before[fence:]
        place = self.source.randrange(len(lines) + 1)
        written = lines[:place] + added + lines[place:]
        if self.saves % 3 == 2:
            written = self.merged(lines, written)
        beside = self.marks + ".by-hand"
        with open(beside, "wb") as file:
            file.writelines(written)
        exchange(beside, self.marks)
        self.missed = [line for line in lines_of(beside) if line not in written]
        os.unlink(beside)
        self.foreign += added
        self.saves += 1

    def merged(self, ours, theirs):
        """What git makes of our lines and a branch's, both from the file as it was without its last line."""
        names = [self.marks + ending for ending in (".ours", ".base", ".theirs")]
        for name, lines in zip(names, (ours, ours[:-1], theirs)):
            with open(name, "wb") as file:
                file.writelines(lines)
        result = subprocess.run(["git", "merge-file", "-p", "--union", *names], capture_output=True, check=True).stdout
        for name in names:
            os.unlink(name)
        # A union doubles what both sides added, which a person then takes out.
        left = collections.Counter(theirs)
        kept = []
        for line in result.splitlines(keepends=True):
            if left[line]:
                left[line] -= 1
                kept.append(line)
        return kept


def dump(title, number):
    text = f"河边的灯亮了，船靠了岸。第{number}盏。"
    if number % 3 == 0:
        return text + "\n"
    address = f"https://news.example/{number}.html" if number % 3 == 1 else f"https://app.example/#/lamp/{number}"
    return f"[{title}]({address})\n------\n\n<p>{text}</p>\n"


def is_fence_sound(text):
    """Whether the block of code is still the end of the file but for foreign lines."""
    return text.count(b"```\n") == 1 and b"an example, not closed\n" in text[text.index(b"```\n"):]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--stars", type=int, default=20, help="of each of the eight")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program, source = os.path.abspath(options.program), random.Random(options.seed)
    with tempfile.TemporaryDirectory() as home:
        marks, archive = os.path.join(home, "marks.md"), os.path.join(home, "archive", "articles")
        os.makedirs(archive)
        environment = {"HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}

        def bookmarks(action, *names):
            return subprocess.run([program, "bookmarks", action, "--bookmarks", marks, *names], env=environment,
                                  capture_output=True).returncode == 0

        def made(name, number):
            path = os.path.join(archive, name + ".md")
            with open(path, "w", encoding="utf-8") as file:
                file.write(dump("灯" + name, number))
            return path

        old = [made(f"old-{n}", 10000 + n) for n in range(4 * options.stars)]
        with open(marks, "wb") as file:
            file.write(b"# mine\n\nbytes of no encoding: \xff\xfe\n```\nan example, not closed\n")
        if not bookmarks("add", *old):
            sys.exit("the first stars were refused")
        acknowledged, refused, removed, lock = [], [], [0], threading.Lock()

        def star(worker):
            for n in range(options.stars):
                number = worker * 1000 + n
                kept = bookmarks("add", made(f"w{worker}-{n}", number))
                with lock:
                    (acknowledged if kept else refused).append(f"/w{worker}-{n}.md ·".encode())

        def remove():
            for path in old:
                if all(not worker.is_alive() for worker in workers):
                    break
                removed[0] += bookmarks("remove", path)

        workers = [threading.Thread(target=star, args=(worker,)) for worker in range(1, 9)]
        foreigner, remover = Foreigner(marks, source), threading.Thread(target=remove)
        for thread in (*workers, remover):
            thread.start()
        while any(worker.is_alive() for worker in workers):
            foreigner.save()
            time.sleep(source.random() * 0.03)
        remover.join()
        while foreigner.missed:
            foreigner.save()
        text = lines_of(marks)
        whole = b"".join(text)
        lost = [name for name in acknowledged if name not in whole]
        seen = subprocess.run([program, "bookmarks", "list", "--format", "json", "--bookmarks", marks], env=environment,
                              capture_output=True).stdout.decode("utf-8", "replace").splitlines()
        paths = [os.path.basename(json.loads(line)["path"] or "") for line in seen]
        unseen = [name for name in acknowledged if name[1:].split(b" ")[0].decode() not in paths]
        untrue = [line for line in foreigner.foreign if text.count(line) != 1]
        broken = b"bytes of no encoding: \xff\xfe\n" not in text or not is_fence_sound(text)
        left = [name for name in os.listdir(home) if name.startswith("marks.md.")]
        print(f"{len(acknowledged)} stars acknowledged, {removed[0]} old ones taken out, {foreigner.saves} foreign saves")
        for fault, what in ((lost, "acknowledged stars are lost"), (unseen, "acknowledged stars are not seen"),
                            (untrue, "foreign lines are not there once"),
                            (refused, "stars were refused"), (broken, "the head or the block of code was changed"), (left, "files were left")):
            if fault:
                print(f"seed {options.seed}: {what}: {fault if fault is True else fault[:3]} ({fault if fault is True else len(fault)})")
        faults = sum(map(bool, (lost, unseen, untrue, refused, broken, left)))
        print(f"{6 - faults} passed, {faults} failed")
        sys.exit(1 if faults else 0)


main()
