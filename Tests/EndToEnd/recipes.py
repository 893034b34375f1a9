#!/usr/bin/env python3
"""Runs every recipe of Documentation/recipes.md and recipes.zh.md as printed there.

    recipes.py PROGRAM

The comment before a block says how: `run` runs it in a shell and checks what it prints or makes, `tmux` shows it on a
screen; others are settings of cron, systemd, git and tmux, which are installed and triggered. Recipes that need a
missing program are named and skipped; it is a failure if none could be run.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BLOCK = re.compile(r"<!-- ([\w.]+)(?:: ([^\n]*))? -->\n```\w*\n(.*?)```\n", re.S)


def dump(number, title, body):
    return f"<!--{1689597902000 + number * 1000}-->\n[{title}](https://x.example/{number})\n------\n\n<p>{body}</p>\n"


class Recipes:
    def __init__(self, program, folder):
        self.folder = folder
        self.tools = os.path.join(folder, "bin")
        os.makedirs(self.tools)
        os.symlink(program, os.path.join(self.tools, "yuelan"))
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "YUELAN", "TMUX"))}
        self.environment.update(
            HOME=folder, LANG="C.UTF-8", TERM="xterm-256color", PATH=self.tools + ":" + os.environ["PATH"],
            GIT_CONFIG_GLOBAL=os.path.join(folder, "gitconfig"))
        with open(os.path.join(folder, "gitconfig"), "w") as file:
            file.write("[user]\nname = A\nemail = a@b.example\n[init]\ndefaultBranch = main\n")
        archive = os.path.join(folder, "news")
        os.makedirs(archive)
        for number, title in enumerate(["茶与月亮", "河边的灯", "旧事"]):
            with open(os.path.join(archive, f"{number}.md"), "w") as file:
                file.write(dump(number, title, "月亮升起来的时候，茶刚好凉了。" if number == 0 else "灯亮了。"))
        self.sockets = 0

    def shell(self, script, **variables):
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", script], cwd=self.folder, env={**self.environment, **variables},
            capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)

    def missing(self, script):
        """A program at the start of a command in a script that is not installed."""
        unquoted = re.sub(r"'[^']*'", "''", script)
        for word in re.findall(r"(?:^|\||xargs(?: -\S+| '')*) *([a-z]+)", unquoted, re.M):
            if not shutil.which(word, path=self.environment["PATH"]):
                return word
        return None

    # Each returns what went wrong, or None.

    def run(self, how, script):
        """`[NAME=VALUE] gives WORD` or `makes FILE`"""
        words = shlex.split(how)
        variables = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
        verb, wanted = words[-2:]
        result = self.shell(script, **variables)
        if result.returncode != 0:
            return f"status {result.returncode}: {result.stderr}"
        if verb == "makes":
            return None if os.path.getsize(os.path.join(self.folder, wanted)) > 0 else f"{wanted} is empty"
        return None if wanted in result.stdout else f"printed {result.stdout!r} {result.stderr!r}"

    def on_screen(self, start, keys, wanted):
        self.sockets += 1
        socket = f"yuelan-recipes-{os.getpid()}-{self.sockets}"
        tmux = ["tmux", "-L", socket, "-f", "/dev/null"]
        call = lambda *words: subprocess.run(
            [*tmux, *words], cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=20)
        call("new-session", "-d", "-x", "80", "-y", "24", start)
        try:
            end = time.monotonic() + 30
            screen = ""
            while time.monotonic() < end:
                screen = call("capture-pane", "-p").stdout
                if wanted in screen:
                    return None
                if keys:
                    time.sleep(1)
                    call("send-keys", *keys)
                    keys = None
                time.sleep(0.2)
            return f"the screen shows {screen!r}"
        finally:
            call("kill-server")

    def tmux(self, how, script):
        """`shows WORD`"""
        return self.on_screen("bash -c " + shlex.quote(script), None, how.split()[-1])

    def tmux_conf(self, how, lines):
        """`KEY shows WORD`: in a session within another one, since a popup is drawn only for a client."""
        key, _, wanted = how.split()
        with open(os.path.join(self.folder, ".tmux.conf"), "w") as file:
            file.write(lines)
        inner = f"yuelan-recipes-inner-{os.getpid()}-{self.sockets}"
        try:
            return self.on_screen(f"env -u TMUX tmux -L {inner} new-session", ["C-b", key], wanted)
        finally:
            subprocess.run(["tmux", "-L", inner, "kill-server"], env=self.environment, capture_output=True)

    def cron(self, _, line):
        command = line.split(None, 5)[5]
        result = self.shell(command)
        return None if result.returncode == 0 and not result.stdout + result.stderr else f"said {result}"

    def unit(self, name, text):
        folder = os.path.join(self.folder, "units")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
        if name.endswith(".service"):
            command = re.search(r"^ExecStart=(.*)$", text, re.M).group(1).replace("%h", self.folder)
            result = self.shell(command)
            return None if result.returncode == 0 else f"ExecStart ended with {result}"
        if not shutil.which("systemd-analyze"):
            return None
        # systemd must find the program: it does not search our folders.
        service = os.path.join(folder, "yuelan.service")
        with open(service) as file:
            text = file.read().replace("ExecStart=yuelan", "ExecStart=" + os.path.join(self.tools, "yuelan"))
        with open(service, "w") as file:
            file.write(text)
        result = subprocess.run(
            ["systemd-analyze", "verify", "--user", "--man=no", os.path.join(folder, name)],
            env={**self.environment, "XDG_RUNTIME_DIR": self.folder}, capture_output=True, text=True)
        return result.stderr if "units/yuelan" in result.stderr else None

    def hook(self, name, script):
        """A clone pulls an article, or a bare repository receives one: it is then in the index without another scan."""
        if name == "post-receive":
            return self.hook_of_bare_repository(name, script)
        steps = self.shell(f"""
            set -e
            rm -rf origin clone; mkdir origin; cp news/0.md origin; cd origin
            git init -q; git add .; git commit -qm 1; cd ..; git clone -q origin clone
            cat > clone/.git/hooks/{name} <<'HOOK'\n{script}HOOK
            chmod +x clone/.git/hooks/{name}
            cp news/1.md origin; cd origin; git add .; git commit -qm 2; cd ../clone; git pull -q
            yuelan index .
            """)
        return None if "2 articles: 0 added" in steps.stdout else f"{steps.stdout} {steps.stderr}"

    def hook_of_bare_repository(self, name, script):
        steps = self.shell(f"""
            set -e
            rm -rf origin bare.git; mkdir origin; cp news/0.md origin; cd origin
            git init -q; git add .; git commit -qm 1; cd ..; git clone -q --bare origin bare.git
            cat > bare.git/hooks/{name} <<'HOOK'\n{script}HOOK
            chmod +x bare.git/hooks/{name}
            cp news/1.md origin; cd origin; git add .; git commit -qm 2; git push -q ../bare.git HEAD; cd ..
            yuelan index bare.git
            """)
        return None if "2 articles: 0 added" in steps.stdout else f"{steps.stdout} {steps.stderr}"

    def gitattributes(self, _, line):
        """Two clones that each star another article."""
        result = self.shell(f"""
            set -e
            rm -rf marks other; mkdir marks; cd marks; git init -q; printf '%s' {shlex.quote(line)} > .gitattributes
            yuelan bookmarks add --bookmarks bookmarks.md ../news/0.md
            git add .; git commit -qm 1; cd ..; git clone -q marks other
            (cd marks; yuelan bookmarks add --bookmarks bookmarks.md ../news/1.md; git commit -qam 2)
            cd other; yuelan bookmarks add --bookmarks bookmarks.md ../news/2.md; git commit -qam 3; git pull -q --no-rebase --no-edit >/dev/null
            yuelan bookmarks --bookmarks bookmarks.md --format tsv | cut -f 2 | sort
            """)
        wanted = [f"https://x.example/{number}" for number in range(3)]
        return None if result.stdout.split() == wanted else f"{result.stdout!r} {result.stderr!r}"


def blocks(name):
    with open(os.path.join(ROOT, "Documentation", name)) as file:
        return BLOCK.findall(file.read())


def main():
    program = os.path.abspath(sys.argv[1])
    english, chinese = blocks("recipes.md"), blocks("recipes.zh.md")
    if [block[2] for block in english] != [block[2] for block in chinese]:
        sys.exit("the recipes in the two languages are not the same")
    failures = ran = 0
    with tempfile.TemporaryDirectory(prefix="yuelan-recipes-") as folder:
        recipes = Recipes(program, folder)
        for kind, how, text in english:
            absent = recipes.missing(text) if kind in ("run", "tmux") else None
            if absent:
                print(f"skipped, there is no {absent} here: {text.strip().splitlines()[0]}")
                continue
            problem = getattr(recipes, kind.replace(".", "_"))(how, text)
            ran += 1
            if problem:
                failures += 1
                print(f"{kind} {how}\n{text}\n-> {problem}")
    print(f"{ran} of {len(english)} recipes run, {failures} failures")
    return 1 if failures or ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
