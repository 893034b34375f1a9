#!/usr/bin/env python3
"""Presses random keys in the real program for a long time, and checks that it does not crash, hang or grow.

    endurance.py PROGRAM ARCHIVE [--keys N] [--seed N]

It presses keys of every room, pastes, resizes, opens the editor, stops the program, and stars articles and undoes that
in a bookmarks file with thousands of entries; after each hundred keys the program must answer, and its memory is read.
It fails when the program exits by itself, stops answering, or keeps growing: when the last quarter needs over a fifth
and 8 MB more than the second or, from 20,000 keys on, the last quarter grows by more than 100 kB for each thousand
keys. 50,000 keys take about ten minutes.
"""

import argparse
import os
import random
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pty_program import PtyProgram

KEYS = ["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\r", "\x1b", " ", "\t", "\x7f",
        "j", "k", "h", "l", "g", "G", "m", "b", "B", "s", "/", "n", "N", "]", "[", "}", "{", "f", "v", "J", "+", "-", "t", "T",
        "?", "u", "U", "o", "y", "i", "'", "a", "<", ">", ":", "气", "候", "中国", "th", "\x1b[200~粘贴\x1b[201~", "\x0f", "\x04",
        "\x15", "\x1b[<64;10;5M", "\x1b[<0;10;5M", "1", "9", "e", "x", "\x1a", "\x1b]]", "z", "w"]
# The number of entries of the bookmarks file: with so many, memory that is kept for each change soon shows.
BOOKMARKS = 3000
SIZES = [(80, 24), (40, 12), (20, 5), (200, 50), (97, 31), (1, 1), (13, 3), (120, 40)]


def memory_in_kilobytes(pid):
    with open(f"/proc/{pid}/status") as file:
        for line in file:
            if line.startswith("VmRSS"):
                return int(line.split()[1])
    return 0


def program_in(shell):
    with open(f"/proc/{shell}/task/{shell}/children") as file:
        return int(file.read().split()[0])


def growth_per_thousand_keys(samples):
    """The slope of a line through the samples, one for each hundred keys (least squares)."""
    count = len(samples)
    middle, mean = (count - 1) / 2, sum(samples) / count
    slope = sum((place - middle) * (sample - mean) for place, sample in enumerate(samples))
    return 10 * slope / sum((place - middle) ** 2 for place in range(count))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("archive")
    parser.add_argument("--keys", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    source = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as home:
        # A browser and an editor that do nothing: the keys must not open anything outside the test.
        environment = {"HOME": home, "BROWSER": "/bin/true", "EDITOR": "/bin/true", "VISUAL": None}
        folder = os.path.join(home, ".local/share/yuelan")
        os.makedirs(folder)
        with open(os.path.join(folder, "bookmarks.md"), "w", encoding="utf-8") as file:
            for number in range(BOOKMARKS):
                file.write(f"- [旧的收藏 {number}](https://example.org/kept/{number}) — 某刊, 2023-07-17\n")
        run = PtyProgram([os.path.abspath(options.program), os.path.abspath(options.archive)], environment=environment,
                         has_shell=True)
        run.drain(quiet=1.0, limit=20)
        samples, sent = [], 0
        try:
            while sent < options.keys:
                for _ in range(100):
                    if source.random() < 0.01:
                        run.resize(*source.choice(SIZES))
                    run.write(source.choice(KEYS))
                    run.drain(quiet=0.001, first=0.005)
                    sent += 1
                    run.output.clear()
                if not run.is_running():
                    print(f"seed {options.seed}: ended by itself after {sent} keys, status {run.status}")
                    sys.exit(1)
                run.resize(80, 24)
                run.drain(quiet=0.05, first=0.3)
                run.resize(81, 24)
                if not run.drain(quiet=0.05, first=10):
                    print(f"seed {options.seed}: no answer after {sent} keys")
                    sys.exit(1)
                samples.append(memory_in_kilobytes(program_in(run.pid)))
        finally:
            run.close()
        quarter = len(samples) // 4
        early, late = max(samples[quarter:2 * quarter]), max(samples[-quarter:])
        print(f"{sent} keys, memory {samples[0]} kB at first, at most {early} kB in the second quarter, {late} kB in the last")
        if late > early * 1.2 + 8192:
            print("it grows")
            sys.exit(1)
        slope = growth_per_thousand_keys(samples[-quarter:])
        print(f"{slope:.0f} kB for each thousand keys in the last quarter")
        if sent >= 20000 and slope > 100:
            print("it goes on growing")
            sys.exit(1)
        print("1 passed, 0 failed")


main()
