#!/usr/bin/env python3
"""Kills the program while it parses, and sees that the next start names and passes over what killed it, and only that.

    killed_while_parsing.py PROGRAM [--kills N]

First a dump that needs more memory than the process may have (`RLIMIT_AS`) ends `index`; the next starts under the same
limit must index all the others, name this one, and end with 0; without the limit it is tried again by `index --rebuild`.
Then `index` is killed at random moments: no article may be missing
afterwards, since what was parsed then is tried alone and comes through."""

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time


def dump(number, body):
    return f"<!--1689597902000-->\n[第{number}篇](https://x.example/{number})\n------\n\n<p>{body}</p>\n"


def run(program, arguments, environment, memory=None):
    def limit():
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    return subprocess.run(
        [program, *arguments], env=environment, capture_output=True, text=True, preexec_fn=limit, timeout=300)


def home(folder):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "YUELAN"))}
    environment.update(HOME=folder, LANG="C.UTF-8", TERM="xterm-256color")
    return environment


def smallest_limit(program, archive, environment):
    """A limit under which small dumps are indexed; a step above the smallest."""
    step = 64 << 20
    for memory in range(step * 4, step * 64, step):
        folder = tempfile.mkdtemp(dir=environment["HOME"])
        if run(program, ["index", archive], home(folder), memory).returncode == 0:
            return memory + step // 2
    raise SystemExit("no limit of memory lets the program index small dumps")


def memory_death(program, folder):
    environment = home(folder)
    archive = os.path.join(folder, "archive")
    os.makedirs(archive)
    for number in range(20):
        with open(os.path.join(archive, f"{number}.md"), "w") as file:
            file.write(dump(number, "正文在此。"))
    memory = smallest_limit(program, archive, environment)
    killer = os.path.join(archive, "killer.md")
    with open(killer, "w") as file:
        file.write(dump("大", "<p>字<b>文</b>" * (15 << 20 >> 4)))
    first = run(program, ["index", archive], environment, memory)
    if first.returncode >= 0:
        print(f"the dump did not end the program under {memory >> 20} MiB: nothing was tried")
        return 1
    failures = 0
    for attempt in (1, 2):
        again = run(program, ["index", "--verbose", archive], environment, memory)
        if again.returncode != 0 or "20 articles" not in again.stdout or "killer.md: ended the program" not in again.stdout:
            print(f"start {attempt} after the death: {again.returncode} {again.stdout!r} {again.stderr!r}")
            failures += 1
        if attempt == 1 and ("killer.md" not in again.stderr or "--rebuild" not in again.stderr):
            print(f"no notice names the file: {again.stderr!r}")
            failures += 1
    whole = run(program, ["index", "--rebuild", archive], environment)
    if whole.returncode != 0 or "21 articles" not in whole.stdout:
        print(f"made anew without the limit: {whole.returncode} {whole.stdout!r} {whole.stderr!r}")
        failures += 1
    return failures


def random_deaths(program, folder, kills):
    environment = home(folder)
    archive = os.path.join(folder, "many")
    os.makedirs(archive)
    count = 400
    for number in range(count):
        with open(os.path.join(archive, f"{number}.md"), "w") as file:
            file.write(dump(number, "渡口的船要等到傍晚才开。" * 2_000))
    source = random.Random(20261128)
    for _ in range(kills):
        process = subprocess.Popen(
            [program, "index", archive], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(source.random() * 0.8)
        process.send_signal(signal.SIGKILL)
        process.wait()
    last = run(program, ["index", "--verbose", archive], environment)
    if last.returncode != 0 or f"{count} articles" not in last.stdout:
        print(f"after {kills} deaths: {last.returncode} {last.stdout[:500]!r} {last.stderr[:500]!r}")
        return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=20)
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    with tempfile.TemporaryDirectory(prefix="yuelan-killed-") as folder:
        failures = memory_death(program, folder)
        failures += random_deaths(program, folder, arguments.kills)
    print(f"one death for want of memory, {arguments.kills} kills: {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
