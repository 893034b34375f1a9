#!/usr/bin/env python3
"""Makes the disk fail at every single write, sync, truncation and rename in the life of a bookmark and of a highlight,
and checks that nothing is lost.

    failing_disk.py PROGRAM [bookmarks|highlights]

For each kind of call and each number of it, the command runs once with just that call failing (and once with all later
ones failing too), with EIO, ENOSPC, EROFS and a short write. Afterwards, every line that was in the file before must be
there byte for byte; an entry that was acknowledged by exit code 0 must be there, a highlight with its quotation and
note; one that was not must be named on stderr. The same holds for removing.
"""

import errno
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DUMP = "<!--1689597902000-->\n[{title}](https://yuelan.example/{name})\n------\n\n<p>{title}，写给这次试验。</p>\n"
MINE = "# 我的书签\n\n一行自己写的话，没有换行\n- [手写的一条](https://yuelan.example/by-hand)\n  #标签 注\n"
KINDS = {"write": 8, "fsync": 5, "rename": 3, "ftruncate": 3}
ERRORS = [errno.EIO, errno.ENOSPC, errno.EROFS]


def run(program, arguments, home, library=None, variables=None):
    environment = {"HOME": home, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}
    if library:
        environment["LD_PRELOAD"] = library
        environment.update(variables)
    return subprocess.run([program, *arguments], env=environment, capture_output=True, timeout=60)


def check(condition, message, problems):
    if not condition:
        problems.append(message)


def add_to(file, marks, path):
    """The command that adds an entry for a dump to one of the two files."""
    if file == "bookmarks":
        return ["bookmarks", "add", "--bookmarks", marks, path]
    return ["highlights", "add", "--highlights", marks, "--quote", "写给这次试验", "--note", note_of(path), path]


def note_of(path):
    return "记下 " + os.path.basename(path) + " #试"


def holds(file, content, path):
    """Whether the entry for a dump is there, with all its words."""
    name = os.path.basename(path).encode()
    if file == "bookmarks":
        return name in content
    return b"/" + name in content and f"  > 写给这次试验\n\n  {note_of(path)}\n".encode() in content


def one_case(program, library, file, case, problems):
    kind, number, error, forever, short = case
    label = f"{file}: {kind} {number} {errno.errorcode[error]}{' forever' if forever else ''}{' short' if short else ''}"
    with tempfile.TemporaryDirectory() as folder:
        home, archive, kept = (os.path.join(folder, name) for name in ("home", "archive", "kept"))
        for each in (home, archive, kept):
            os.mkdir(each)
        paths = []
        for name in ("one", "two", "three"):
            paths.append(os.path.join(archive, name + ".md"))
            with open(paths[-1], "w") as dump:
                dump.write(DUMP.format(title="文章" + name, name=name))
        marks = os.path.join(kept, file + ".md")
        with open(marks, "w") as opened:
            opened.write(MINE)
        first = run(program, add_to(file, marks, paths[0]), home)
        check(first.returncode == 0, f"{label}: adding without a fault failed: {first.stderr[:200]!r}", problems)
        with open(marks, "rb") as opened:
            before = opened.read()
        variables = {"FAILING_FOLDER": kept, "FAILING_CALL": kind, "FAILING_COUNT": str(number), "FAILING_ERRNO": str(error)}
        if forever:
            variables["FAILING_FOREVER"] = "1"
        if short:
            variables["FAILING_SHORT"] = "1"

        add = run(program, add_to(file, marks, paths[1]), home, library, variables)
        with open(marks, "rb") as opened:
            after = opened.read()
        check(after.startswith(before), f"{label}: add changed what stood in the file", problems)
        check(add.returncode >= 0, f"{label}: add died of signal {-add.returncode}", problems)
        if add.returncode == 0:
            check(holds(file, after, paths[1]), f"{label}: an acknowledged entry is not in the file", problems)
        else:
            check(bool(add.stderr.strip()), f"{label}: an entry was not kept and nobody was told", problems)

        again = run(program, add_to(file, marks, paths[2]), home)
        with open(marks, "rb") as opened:
            whole = opened.read()
        check(again.returncode == 0 and holds(file, whole, paths[2]), f"{label}: no entry can be added after the fault", problems)
        check(whole.startswith(before), f"{label}: adding after the fault changed what stood in the file", problems)
        listed = run(program, [file, "list", "--" + file, marks], home)
        check("文章one".encode() in listed.stdout and "文章three".encode() in listed.stdout,
              f"{label}: the list misses an entry after the fault", problems)

        remove = run(program, ["bookmarks", "remove", "--bookmarks", marks, paths[0]], home, library, variables)
        with open(marks, "rb") as opened:
            rest = opened.read()
        check(MINE.encode() in rest, f"{label}: removing lost a line of the reader's own", problems)
        check(holds(file, rest, paths[2]), f"{label}: removing one entry lost another", problems)
        check(remove.returncode >= 0, f"{label}: remove died of signal {-remove.returncode}", problems)
        if remove.returncode == 0:
            check(b"one.md" not in rest, f"{label}: removed by exit code, but still there", problems)
        else:
            check(rest == whole or b"one.md" not in rest, f"{label}: a failed removal left another file", problems)
            check(bool(remove.stderr.strip()), f"{label}: a removal failed and nobody was told", problems)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "failing_disk.so")
        compiler = "clang" if not any(os.access(os.path.join(p, "cc"), os.X_OK) for p in os.environ["PATH"].split(":")) else "cc"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, os.path.join(HERE, "failing_disk.c"), "-ldl"], check=True)
        problems, cases = [], 0
        for file in sys.argv[2:3] or ("bookmarks", "highlights"):
            for kind, most in KINDS.items():
                for number in range(1, most + 1):
                    for error in ERRORS:
                        for forever in (False, True):
                            one_case(program, library, file, (kind, number, error, forever, False), problems)
                            cases += 1
                    if kind == "write":
                        one_case(program, library, file, (kind, number, errno.ENOSPC, True, True), problems)
                        cases += 1
    for problem in problems[:40]:
        print(problem)
    print(f"{cases} faults injected, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
