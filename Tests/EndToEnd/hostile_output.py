#!/usr/bin/env python3
"""Shows hostile dumps in the program and checks every byte that it sends to the terminal.

    hostile_output.py PROGRAM [--rounds N] [--seed N]

Each round writes an archive whose titles, bodies, URLs, captions, tags, authors and file names consist of attack
strings and random bytes, walks through it by keys in a terminal, stars, edits the bookmarks, stops and continues the
program, and prints the archive with the pipe commands. Every byte is read by `terminal_bytes`, which shares no code
with the program. Exit code 1 with the seed of the round that failed.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pty_program import PtyProgram
from terminal_bytes import Violation, check_characters, visible_text

ATTACKS = [
    "\x1b[2J\x1b[H", "\x1b]0;owned\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b]8;;http://evil.example/\x1b\\x\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\", "\x1b[6n", "\x1b[c", "\x1bc", "\x9b31m", "\x9d0;x\x9c", "\x90q\x9c", "\x85", "\x00", "\x07", "\x08\x08",
    "\x0e\x0f", "\x7f", "\r", "\x0b\x0c", "&#27;[31m", "&#x1b;]0;x&#7;", "&#155;2J", "&#x9b;2J", "&#8238;", "&#x2028;",
    "\u202e\u202d\u202c", "\u2066\u2067\u2068\u2069", "\u2028\u2029", "\u061c\u200e\u200f", "\ufeff" * 9,
    "\u200b" * 40, "\u200d" * 40, "\u2060" * 9, "字" + "\u0301" * 300, "a" + "\u0489" * 200, "字" + "\ufe0f" * 100,
    "字" + "\U000e0101" * 100, "\U000e0041\U000e007f" * 20, "\ufff9注\ufffa音\ufffb", "\u115f\u3164\uffa0" * 9,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 9, "\U0001f1e6" * 21, "\u0e33" * 30, "\u1160" * 60, "\ud7b0" * 9,
    "%1b%5b2J", "%9b2J", "javascript:alert(1)", "file:///etc/passwd", "-oProxyCommand=x", "$(touch owned)", "`id`",
    "\U0010ffff\ufffe", "\U00020000\U0003134f", "﷽" * 9, "\u2800" * 40, "\u180e\u034f" * 30,
]
TEXT = ["运河上的灯", "船靠了岸，", "气候", " title ", "，。；：", "“引”", "abc def", "（注）", "1930年", "……", "——"]


def piece(random_source):
    roll = random_source.random()
    if roll < 0.45:
        return random_source.choice(ATTACKS).encode("utf-8", "surrogatepass")
    if roll < 0.6:
        return bytes(random_source.randrange(256) for _ in range(random_source.randrange(1, 12)))
    return random_source.choice(TEXT).encode()


def hostile(random_source, count, one_line=True):
    data = b"".join(piece(random_source) for _ in range(random_source.randrange(1, count)))
    return data.replace(b"\n", b" ").replace(b"\r", b" ") if one_line else data


def dump(random_source):
    title, url, body = (hostile(random_source, n) for n in (8, 5, 30))
    tags = [b"p", b"h2", b"blockquote", b"li", b"td", b"figcaption", b"pre", b"a", b"ruby", b"rt", b"code", b"b", b"div"]
    parts = []
    for _ in range(random_source.randrange(1, 30)):
        tag = random_source.choice(tags)
        if random_source.random() < 0.2:
            parts.append(b'<figure><img src="https://x.example/' + hostile(random_source, 4) + b'" alt="' + hostile(random_source, 4)
                         + b'"><figcaption>' + hostile(random_source, 6) + b"</figcaption></figure>")
        elif random_source.random() < 0.2:
            parts.append(b'<p><a href="http://e.example/' + hostile(random_source, 4) + b'">' + hostile(random_source, 4) + b"</a></p>")
        else:
            parts.append(b"<" + tag + b">" + hostile(random_source, 20, one_line=False) + b"</" + tag + b">")
    html = b"".join(parts) + b"<p>" + body + b"</p>"
    form = random_source.randrange(5)
    if form == 0:
        return (b'---\nlayout: post\ntitle: "' + title + b'"\ndate: 2023-07-01T10:00:00Z\nauthor: ' + hostile(random_source, 4)
                + b"\nfrom: https://h.example/" + url + b"\ntags: [ " + hostile(random_source, 4) + b" ]\n---\n\n" + html + b"\n")
    if form == 1:
        return title + b" by " + hostile(random_source, 3) + b"\n------\n**2023-07-01**\n\n" + body + b"\n"
    if form == 2:
        return b"[" + title + b"](https://h.example/" + url + b")\n------\n" + "日期：".encode() + hostile(random_source, 2) + b"\n\n" + html
    if form == 3:
        return hostile(random_source, 60, one_line=False)
    return b"<!--1689597902000-->\n[" + title + b"](https://h.example/" + url + b")\n------\n\n" + html + b"\n"


def write_archive(folder, random_source):
    os.makedirs(os.path.join(folder, "articles", "rfi"), exist_ok=True)
    paths = []
    for number in range(8):
        name = b"%d_" % number + hostile(random_source, 4).replace(b"/", b"").replace(b"\x00", b"")[:180] + b".md"
        path = os.path.join(os.fsencode(folder), b"articles", random_source.choice([b"rfi", b"."]), name)
        with open(path, "wb") as file:
            file.write(dump(random_source))
        paths.append(path)
    return paths


def check_pipe(command, environment):
    result = subprocess.run(command, capture_output=True, env=environment, timeout=60)
    for name, data in (("stdout", result.stdout), ("stderr", result.stderr)):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Violation(f"{name} of {command[:3]} is not UTF-8")
        for character in text:
            if character not in "\n\t" and (ord(character) < 0x20 or ord(character) == 0x7F):
                raise Violation(f"{name} of {command[1:5]}: control {character!r}")
        try:
            # JSON contains the file's text, with control characters escaped; stacked marks are allowed there.
            check_characters(text, limits_stacks="json" not in command)
        except Violation as violation:
            raise Violation(f"{name} of {command[1:5]}: {violation}")
    if result.returncode < 0:
        raise Violation(f"{command[:3]} died of signal {-result.returncode}")
    return result.stdout


def play(program, archive, home, random_source):
    size = random_source.choice([(80, 24), (40, 12), (120, 40), (20, 5), (13, 3)])
    terminal = random_source.choice(["xterm-256color", "screen-256color", "linux", "vt100", "tmux-256color"])
    # The browser and the editor only print a line.
    environment = {"HOME": home, "TERM": terminal, "LANG": random_source.choice(["C.UTF-8", "C"]), "VISUAL": None,
                   "EDITOR": "echo edited", "BROWSER": "/bin/true"}
    run = PtyProgram([program, archive], *size, environment=environment, has_shell=True)
    try:
        run.drain(quiet=0.2)
        keys = ["\x1b[B", "\r", " ", "m", "\x1b[6~", "q", "j", "?", "\x1b", "/", "f", "n", "]", "[", "v", "J", "G", "g", "o", "b", "\t", "i", "'", "s", "w", "\x1a"]
        for _ in range(40):
            run.key(random_source.choice(keys), quiet=0.01)
            if not run.is_running():
                break
        # Keys that leave the terminal and return, from a known place: so first leave every room and field.
        if run.is_running():
            for key in ["\x1b", "\x1b", "\x1b", "\x1b"]:
                run.key(key, quiet=0.1)
            before = len(run.output)
            for key in ["b", "B", "e", "\x1a", "x", "U", "e"]:
                run.key(key, quiet=0.1)
            run.drain(quiet=0.5, first=5)
            if b"Stopped" not in run.output[before:] and run.is_running():
                raise Violation("Ctrl-Z did not stop the program")
        if run.is_running():
            run.key("\x1b", quiet=0.1)
            run.key("\x1b", quiet=0.1)
            os.kill(run.pid, 15)
        code = run.wait(limit=3)
        if code is None:
            raise Violation("still running after SIGTERM")
        if code < 0 and code != -15:
            raise Violation(f"died of signal {-code}")
        # Some of the random keys copy a URL: setting the clipboard is allowed, with clean text.
        visible_text(bytes(run.output), allows_clipboard=True)
    finally:
        run.close()


def round_of(program, seed):
    random_source = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        archive = os.path.join(folder, "archive")
        paths = write_archive(archive, random_source)
        environment = {"HOME": home, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
        for form in ("text", "markdown", "json"):
            data = check_pipe([program, "read", "--format", form, "--", *paths], environment)
            if form == "json":
                for line in data.splitlines():
                    json.loads(line)
        check_pipe([program, "read", "--format", "text", "--width", "37", "--", *paths], environment)
        check_pipe([program, "list", archive, "--format", "table"], environment)
        for line in check_pipe([program, "list", archive, "--format", "json"], environment).splitlines():
            json.loads(line)
        check_pipe([program, "list", archive, "--format", "tsv"], environment)
        check_pipe([program, "search", "气候", archive, "--format", "table"], environment)
        check_pipe([program, "search", os.fsdecode(hostile(random_source, 4).replace(b"\x00", b"")), archive], environment)
        play(program, archive, home, random_source)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    broken = 0
    for seed in range(options.seed, options.seed + options.rounds):
        try:
            round_of(os.path.abspath(options.program), seed)
        except (Violation, subprocess.TimeoutExpired, json.JSONDecodeError) as error:
            broken += 1
            print(f"seed {seed}: {type(error).__name__}: {error}")
            if broken >= 10:
                break
    print(f"{options.rounds - broken} passed, {broken} failed")
    sys.exit(1 if broken else 0)


main()
