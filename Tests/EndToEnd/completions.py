#!/usr/bin/env python3
"""Presses Tab in every installed shell, and checks the completed line.

    Tests/EndToEnd/completions.py PROGRAM

The program's name refers to a stub that prints its arguments: the completed line is read from the command that the
shell runs, whatever the shell draws. Only the requests of the completion itself reach the program.
"""
import os, pty, select, shutil, subprocess, sys, tempfile, time

CASES = [
    ("yuelan rea", ["read"]),
    ("yuelan read --format mar", ["read", "--format", "markdown"]),
    ("yuelan read --wid", ["read", "--width"]),
    ("yuelan read shel", ["read", "shelf/"]),
    ("yuelan list --sort lon", ["list", "--sort", "longest"]),
    ("yuelan search --sort rel", ["search", "--sort", "relevance"]),
    ("yuelan list --col", ["list", "--color"]),
    ("yuelan bookmarks --format op", ["bookmarks", "--format", "opml"]),
    ("yuelan doctor --theme zhuq", ["doctor", "--theme", "zhuqing"]),
    ("yuelan read --level str", ["read", "--level", "strict"]),
    ("yuelan read --hanging sto", ["read", "--hanging", "stops"]),
    ("yuelan read --script hong", ["read", "--script", "hong-kong"]),
    ("yuelan read --justify tr", ["read", "--justify", "true"]),
    ("yuelan doctor --language zh-Hant", ["doctor", "--language", "zh-Hant"]),
    ("yuelan export --output shel", ["export", "--output", "shelf/"]),
    ("yuelan schema doc", ["schema", "doctor"]),
]

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {file}\n"),
    "zsh": (["zsh", "-f", "-i"], "fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D\n"),
    "fish": (["fish", "--no-config", "-i"], "source {file}\n"),
}
FILES = {"bash": "yuelan.bash", "zsh": "_yuelan", "fish": "yuelan.fish"}


class Shell:
    def __init__(self, command, environment, folder):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.seen = ""

    def read(self, wanted, patience=60):
        """Reads until a text appears, and returns everything up to it."""
        end = time.monotonic() + patience
        while wanted not in self.seen and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.terminal, 65536).decode(errors="replace")
                except OSError:
                    break
                # fish asks what the terminal is (DA1) before it reads a key.
                if "\x1b[c" in self.seen:
                    self.seen = self.seen.replace("\x1b[c", "")
                    os.write(self.terminal, b"\x1b[?62;c")
        before, found, self.seen = self.seen.partition(wanted)
        return before if found else None

    def type(self, text):
        os.write(self.terminal, text.encode())

    def end(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def faults(shell, program, work):
    command, prepare = SHELLS[shell]
    folder = os.path.join(work, shell)
    tools = os.path.join(folder, "tools")
    os.makedirs(os.path.join(folder, "shelf"))
    os.makedirs(tools)
    file = os.path.join(folder, FILES[shell])
    with open(file, "wb") as script:
        script.write(subprocess.check_output([program, "--generate-completion-script", shell]))
    with open(os.path.join(tools, "yuelan"), "w") as stand_in:
        stand_in.write(f"""#!/bin/sh
case $1 in ---completion) exec {program} "$@" ;; esac
printf 'GIVEN'; for argument; do printf '|%s' "$argument"; done; echo '|NEVIG'
""")
    os.chmod(stand_in.name, 0o755)
    environment = {"HOME": folder, "PATH": tools + ":" + os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm"}
    for typed, expected in CASES:
        terminal = Shell(command, environment, folder)
        try:
            terminal.type(prepare.format(file=file, folder=folder) + "echo rea''dy\n")
            if terminal.read("ready") is None:
                yield f"{shell} does not start"
                return
            terminal.type(typed + "\t")
            # A shell may ask the program; once it is quiet, its command line is final.
            time.sleep(0.7)
            terminal.type("\n")
            given = terminal.read("|NEVIG")
            words = None if given is None else given.rpartition("GIVEN")[2].split("|")[1:]
            # A slash that zsh added is removed again when the line is run.
            if [word.rstrip("/") for word in words or []] != [word.rstrip("/") for word in expected]:
                yield f"{shell}: '{typed}' and Tab gave {words}, not {expected}"
        finally:
            terminal.end()


def main():
    program = os.path.abspath(sys.argv[1])
    installed = [shell for shell in SHELLS if shutil.which(shell)]
    work = tempfile.mkdtemp()
    try:
        found = [fault for shell in installed for fault in faults(shell, program, work)]
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for fault in found:
        print("completions:", fault, file=sys.stderr)
    print(f"completions: {len(CASES)} lines in {', '.join(installed) or 'no shell'}, {len(found)} faults")
    return 1 if found or not installed else 0


sys.exit(main())
