#!/usr/bin/env python3
"""Kills the program while it parses, and checks that the next start names and skips the dump that killed it, and only
that one.

    killed_while_parsing.py PROGRAM [--kills N]

First, `index` is killed (`SIGKILL`, as the kernel does when memory is short) whenever its journal says that it is
parsing one certain dump. After one or two more starts, it must exit with 0, with all the others indexed, and name this
one; the next start must skip it, and `index --rebuild` must try it again. Then `index` is killed at random moments: no
article may be missing afterwards, since what was being parsed is tried alone and succeeds.
"""

import argparse
import glob
import os
import random
import signal
import subprocess
import sys
import tempfile
import time


def dump(number, body):
    return f"<!--1689597902000-->\n[第{number}篇](https://x.example/{number})\n------\n\n<p>{body}</p>\n"


def run(program, arguments, environment):
    return subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, timeout=300)


def home(folder):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "YUELAN"))}
    environment.update(HOME=folder, LANG="C.UTF-8", TERM="xterm-256color")
    return environment


def journals(environment):
    pattern = os.path.join(environment["HOME"], ".cache", "yuelan", "**", "parsing.*")
    return set(glob.glob(pattern, recursive=True))


def names(path, dump):
    """Whether a journal says that the dump is being parsed."""
    try:
        with open(path, "rb") as file:
            return dump.encode() in file.read()
    except OSError:
        return False


def child_with(process, dump):
    """The child process that was given the dump to parse, if there is one.

    All processes are searched: `/proc/PID/task/TID/children` is a kernel option that not every machine has."""
    for name in os.listdir("/proc"):
        if not name.isdecimal():
            continue
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                if dump.encode() not in file.read():
                    continue
            with open(f"/proc/{name}/stat", "rb") as file:
                # The parent is the second field after the name, which is in brackets and may contain anything.
                parent = int(file.read().rpartition(b")")[2].split()[1])
        except OSError:
            continue
        if parent == process.pid:
            return int(name)
    return None


def run_to_its_death(program, arguments, environment, dump):
    """Runs the program; kills it, or the child that tries a dump alone, while parsing the dump; returns the result."""
    earlier = journals(environment)
    process = subprocess.Popen(
        [program, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while process.poll() is None:
        child = child_with(process, dump)
        if child:
            os.kill(child, signal.SIGKILL)
        elif any(names(path, dump) for path in journals(environment) - earlier):
            process.kill()
    out, err = process.communicate()
    return process.returncode, out, err


def one_deadly_dump(program, folder):
    environment = home(folder)
    archive = os.path.join(folder, "archive")
    os.makedirs(archive)
    for number in range(20):
        with open(os.path.join(archive, f"{number}.md"), "w") as file:
            file.write(dump(number, "正文在此。"))
    killer = os.path.join(archive, "killer.md")
    with open(killer, "w") as file:
        # It takes long enough to parse that its name in the journal is noticed.
        file.write(dump("大", "渡口的船要等到傍晚才开。" * 400_000))
    deaths = 0
    while True:
        status, out, err = run_to_its_death(program, ["index", "--verbose", archive], environment, "killer.md")
        if status != -signal.SIGKILL:
            break
        deaths += 1
        if deaths > 3:
            print("the dump ends the program at every start")
            return 1
    if deaths == 0:
        print("the dump was never seen to be parsed: nothing was tried")
        return 1
    failures = 0
    if status != 0 or "20 articles" not in out or "killer.md: ended the program" not in out:
        print(f"after {deaths} deaths: {status} {out!r} {err!r}")
        failures += 1
    if "killer.md" not in err or "--rebuild" not in err:
        print(f"no notice names the file: {err!r}")
        failures += 1
    status, out, err = run_to_its_death(program, ["index", "--verbose", archive], environment, "killer.md")
    if status != 0 or "20 articles" not in out:
        print(f"the start after that: {status} {out!r} {err!r}")
        failures += 1
    whole = run(program, ["index", "--rebuild", archive], environment)
    if whole.returncode != 0 or "21 articles" not in whole.stdout:
        print(f"rebuilt: {whole.returncode} {whole.stdout!r} {whole.stderr!r}")
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
        failures = one_deadly_dump(program, folder)
        failures += random_deaths(program, folder, arguments.kills)
    print(f"one deadly dump, {arguments.kills} kills: {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
