#!/usr/bin/env python3
"""Adds entries from eight processes at once while their file is edited by hand and merged.

    hand_edits.py PROGRAM [--entries N] [--seed N] [--kind bookmarks|highlights]

Without a kind, both files are tested in turn. Eight workers star articles, or highlight a passage and write a note, one
by one; a ninth removes old entries. Meanwhile, an editor and `git merge-file` add lines of their own to the file as
such programs do: they change what they have read a moment before, in a new file over the old one, without a lock. What
they overwrite without having read it is lost by them and not by Yuelan; to distinguish this, they exchange the names of
the two files in one step, look at what they overwrote, and save again what they had not read. The articles have an
address, a route after `#/`, or neither; the file ends in a block of code that is never closed. At the end, every
acknowledged entry must be there once, with its quotation and note, and be found by the program, and every foreign line
must be complete, either there or in a file beside it that the program has named.
"""

import argparse
import collections
import ctypes
import json
import os
import random
import re
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
        # Above the block of code: within it, they would be an example.
        fence = before.index(b"```\n") if b"```\n" in before else len(before)
        lines = before[:fence] + [line for line in self.missed if line not in before] + before[fence:]
        # Not between an entry and its words, which would then belong to another entry.
        places = [place for place in range(len(lines) + 1) if place == len(lines) or not lines[place].startswith(b"  ")]
        places = [place for place in places if place == len(lines) or lines[place].strip()]
        place = self.source.choice(places)
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
        """The result of git merging our lines with a branch's, both based on the file without its last line."""
        names = [self.marks + ending for ending in (".ours", ".base", ".theirs")]
        for name, lines in zip(names, (ours, ours[:-1], theirs)):
            with open(name, "wb") as file:
                file.writelines(lines)
        result = subprocess.run(["git", "merge-file", "-p", "--union", *names], capture_output=True, check=True).stdout
        for name in names:
            os.unlink(name)
        # A union merge doubles what both sides added; a person then removes the copies.
        left = collections.Counter(theirs)
        kept = []
        for line in result.splitlines(keepends=True):
            if left[line]:
                left[line] -= 1
                kept.append(line)
        return kept


def dump(title, number, quotation):
    text = f"河边的灯亮了，船靠了岸。{quotation}"
    if number % 3 == 0:
        return text + "\n"
    address = f"https://news.example/{number}.html" if number % 3 == 1 else f"https://app.example/#/lamp/{number}"
    return f"[{title}]({address})\n------\n\n<p>{text}</p>\n"


def is_fence_sound(text):
    """Whether the block of code is still the end of the file, except for foreign lines."""
    return text.count(b"```\n") == 1 and b"an example, not closed\n" in text[text.index(b"```\n"):]


class Kind:
    """One of the two files: the commands for its entries, and the format of an entry."""

    def __init__(self, name):
        self.name = name

    def add(self, marks, *paths):
        """The runs of the program that add an entry of each dump."""
        if self.name == "bookmarks":
            return [["bookmarks", "add", "--bookmarks", marks, *paths]]
        return [["highlights", "add", "--highlights", marks, "--quote", quotation_of(path), "--note", note_of(path), path]
                for path in paths]

    def remove(self, marks, path):
        """The two files have the same format: this extracts an entry from either."""
        return ["bookmarks", "remove", "--bookmarks", marks, path]

    def list(self, marks):
        return [self.name, "list", "--format", "json", "--" + self.name, marks]

    def words(self, path):
        """The lines below an entry, without the empty line between them, which a merge may double."""
        if self.name == "bookmarks":
            return []
        return [f"  > {quotation_of(path)}\n".encode(), f"  {note_of(path)}\n".encode()]

    def is_whole(self, lines, path):
        """Whether there is exactly one entry for the dump, with its words below it."""
        mark = f"/{os.path.basename(path)} ·".encode()
        places = [place for place, line in enumerate(lines) if mark in line]
        words = self.words(path)
        if len(places) != 1:
            return False
        below = [line for line in lines[places[0] + 1:places[0] + 2 + len(words)] if line.strip()]
        return below[:len(words)] == words

    def is_seen(self, records, path):
        own = [record for record in records if os.path.basename(record["path"] or "") == os.path.basename(path)]
        if self.name == "bookmarks":
            return len(own) == 1
        return [(record["quotation"], record["note"]) for record in own] == [(quotation_of(path), note_of(path))]


def number_of(path):
    return os.path.basename(path)[:-len(".md")]


def quotation_of(path):
    return f"第{number_of(path)}盏。"


def note_of(path):
    return f"记下{number_of(path)} #灯"


def check(kind, program, count, seed):
    """Returns the number of failed checks."""
    kept_as = re.compile(r" is kept as (\S+)$", re.MULTILINE)
    source = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        marks, archive = os.path.join(home, "marks.md"), os.path.join(home, "archive", "articles")
        os.makedirs(archive)
        environment = {"HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}

        told = set()

        def run(arguments):
            done = subprocess.run([program, *arguments], env=environment, capture_output=True)
            told.update(kept_as.findall(done.stderr.decode("utf-8", "replace")))
            return done

        def add(*paths):
            """The program's messages when it refused."""
            runs = [run(arguments) for arguments in kind.add(marks, *paths)]
            return [done.stderr.decode("utf-8", "replace") for done in runs if done.returncode != 0]

        def made(name, number):
            path = os.path.join(archive, name + ".md")
            with open(path, "w", encoding="utf-8") as file:
                file.write(dump("灯" + name, number, quotation_of(path)))
            return path

        old = [made(f"old-{n}", 10000 + n) for n in range(4 * count)]
        with open(marks, "wb") as file:
            file.write(b"# mine\n\nbytes of no encoding: \xff\xfe\n```\nan example, not closed\n")
        if refusals := add(*old):
            sys.exit(f"the first {kind.name} were refused: {refusals}")
        acknowledged, refused, removed, lock = [], [], [0], threading.Lock()

        def add_some(worker):
            for n in range(count):
                path = made(f"w{worker}-{n}", worker * 1000 + n)
                refusals = add(path)
                with lock:
                    if refusals:
                        refused.append((path, *refusals))
                    else:
                        acknowledged.append(path)

        def remove():
            for path in old:
                if all(not worker.is_alive() for worker in workers):
                    break
                removed[0] += run(kind.remove(marks, path)).returncode == 0

        workers = [threading.Thread(target=add_some, args=(worker,)) for worker in range(1, 9)]
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
        lost = [path for path in acknowledged if not kind.is_whole(text, path)]
        listed = run(kind.list(marks)).stdout.decode("utf-8", "replace").splitlines()
        records = [json.loads(line) for line in listed]
        unseen = [path for path in acknowledged if not kind.is_seen(records, path)]
        # What was saved between two steps of the program is kept in a separate file, which the program has named.
        kept = {os.path.join(home, name) for name in os.listdir(home) if name.startswith("marks.md.kept-")}
        beside = {line for path in kept for line in lines_of(path)}
        untrue = [(line, text.count(line)) for line in foreigner.foreign
                  if text.count(line) != 1 and not (text.count(line) == 0 and line in beside)]
        broken = b"bytes of no encoding: \xff\xfe\n" not in text or not is_fence_sound(text)
        left = [name for name in os.listdir(home) if name.startswith("marks.md.") and ".kept-" not in name]
        print(f"{len(acknowledged)} {kind.name} acknowledged, {removed[0]} old ones taken out, "
              f"{foreigner.saves} foreign saves, {len(kept)} of them kept beside the file")
        faults = ((lost, "acknowledged entries are not there once and whole"), (unseen, "acknowledged entries are not seen"),
                  (untrue, "foreign lines are not there once"), (refused, "entries were refused"),
                  (broken, "the head or the block of code was changed"), (left, "files were left"),
                  (kept ^ told, "kept files were not told of"))
        for fault, what in faults:
            if fault:
                print(f"{kind.name}, seed {seed}: {what}: {fault if fault is True else fault[:3]} "
                      f"({fault if fault is True else len(fault)})")
        failed = sum(bool(fault) for fault, _ in faults)
        print(f"{len(faults) - failed} passed, {failed} failed")
        return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--entries", type=int, default=20, help="of each of the eight")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=["bookmarks", "highlights"], help="one file instead of both")
    options = parser.parse_args()
    kinds = [Kind(name) for name in ([options.kind] if options.kind else ["bookmarks", "highlights"])]
    program = os.path.abspath(options.program)
    sys.exit(1 if sum([check(kind, program, options.entries, options.seed) for kind in kinds]) else 0)


main()
