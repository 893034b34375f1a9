#!/usr/bin/env python3
"""Presses random keys in the real program for long, and looks whether it dies, hangs or grows.

    endurance.py PROGRAM ARCHIVE [--keys N] [--seed N]

Keys, pastes and resizes of every room; after each hundred the program must answer, and its memory is read. It fails
when the program ends by itself, stops answering, or needs more memory in the last quarter than in the second by more
than a fifth and 8 MB."""

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
        "\x15", "\x1b[<64;10;5M", "\x1b[<0;10;5M", "1", "9"]
SIZES = [(80, 24), (40, 12), (20, 5), (200, 50), (97, 31), (1, 1), (13, 3), (120, 40)]


def memory_in_kilobytes(pid):
    with open(f"/proc/{pid}/status") as file:
        for line in file:
            if line.startswith("VmRSS"):
                return int(line.split()[1])
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("archive")
    parser.add_argument("--keys", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    source = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as home:
        # A browser and an editor that do nothing: what the keys open must not leave this room.
        environment = {"HOME": home, "BROWSER": "/bin/true", "EDITOR": "/bin/true", "VISUAL": None}
        run = PtyProgram([os.path.abspath(options.program), os.path.abspath(options.archive)], environment=environment)
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
                samples.append(memory_in_kilobytes(run.pid))
        finally:
            run.close()
        quarter = len(samples) // 4
        early, late = max(samples[quarter:2 * quarter]), max(samples[-quarter:])
        print(f"{sent} keys, memory {samples[0]} kB at first, at most {early} kB in the second quarter, {late} kB in the last")
        if late > early * 1.2 + 8192:
            print("it grows")
            sys.exit(1)
        print("1 passed, 0 failed")


main()
