#!/usr/bin/env python3
"""Checks that the stripped executable works without Foundation's locale data, which CLocaleData leaves out.

    Tests/EndToEnd/locale_data.py PROGRAM [WHOLE]

The executable must contain none of the data, and print the same in every locale, except for the language of sentences.
With WHOLE, an executable that has the data (a debug build), the outputs of both are compared byte by byte.
"""
import os, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Entries of ICU's data that name a locale, a break iterator, a collation: source/data/icu.
DATA = [b"zh_Hant_TW.res", b"brkitr/", b"coll/zh.res", b"curr/zh.res"]
# Each differs from the default in letters, calendar, digits, sorting or direction.
LOCALES = ["C", "zh_CN.UTF-8", "zh_TW.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "th_TH.UTF-8", "de_DE.UTF-8"]


def commands(file):
    yield ["list", "archive", "--format", "json"]
    yield ["list", "archive", "--sort", "title", "--format", "tsv"]
    yield ["list", "archive", "--limit", "5"]
    yield ["search", "月亮 OR tea date:2024", "archive", "--format", "json"]
    yield ["search", "İstanbul", "archive"]
    yield ["read", "--format", "json", file]
    yield ["read", "--width", "60", "--script", "taiwan", file]
    yield ["export", "--search", "月亮", "archive", "--format", "markdown"]
    yield ["bookmarks", "add", file]
    yield ["bookmarks"]
    yield ["config"]
    yield ["help", "read"]
    yield ["read", "nowhere.md"]


def outputs(program, locale):
    """The status, output and errors of each command, in a home folder of its own."""
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(os.path.join(ROOT, "Samples", "archive"), os.path.join(home, "archive"))
        file = "archive/news/articles/rfi/1000101.md"
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": locale, "TERM": "dumb", "TZ": "Asia/Taipei"}
        seen = []
        for command in commands(file):
            run = subprocess.run([program, *command], cwd=home, env=environment, capture_output=True, timeout=120)
            printed, said = (text.decode().replace(home, "~") for text in (run.stdout, run.stderr))
            seen.append((command, run.returncode, printed, said))
        return seen


def main():
    program = os.path.abspath(sys.argv[1])
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        stripped = os.path.join(folder, "yuelan")
        shutil.copy(program, stripped)
        subprocess.run([os.environ.get("STRIP", "strip"), stripped], check=True)
        with open(stripped, "rb") as file:
            held = file.read()
        failures += [f"the executable holds {name.decode()}" for name in DATA if name in held]
        plain = None
        for locale in LOCALES:
            found = outputs(stripped, locale)
            for command, status, _, said in found:
                if status not in (0, 1) and command != ["read", "nowhere.md"]:
                    failures.append(f"{locale}: {command} ended with {status}: {said}")
            # Machine formats are the same in every language.
            machines = [printed for command, _, printed, _ in found if {"json", "tsv"} & set(command)]
            plain = plain or machines
            if machines != plain:
                failures.append(f"{locale}: JSON or TSV differ from those in the C locale")
            if len(sys.argv) > 2:
                for row, other in zip(found, outputs(os.path.abspath(sys.argv[2]), locale)):
                    if row != other:
                        failures.append(f"{locale}: {row[0]} differs without the locale data: {row[1:]}, {other[1:]}")
    for failure in failures:
        print(f"locale_data: {failure}", file=sys.stderr)
    print(f"locale_data: {len(LOCALES)} locales, {len(failures)} failures, {len(held) / 1e6:.1f} MB stripped")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
