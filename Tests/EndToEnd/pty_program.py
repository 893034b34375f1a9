"""A program on a pseudo-terminal: starts it, presses keys, resizes, collects every byte it sends.

With `has_shell`, a process with a shell's duties is around it: when the program stops, that process takes the terminal,
and gives it back a moment later, as `fg` does.
"""

import fcntl
import os
import select
import signal
import struct
import termios
import time


def _stand_around_a_job():
    """Returns in a child that is a separate foreground job; the caller remains as its shell, and exits with it."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, frame: os.kill(job, received))
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            code = os.waitstatus_to_exitcode(status)
            if code < 0:
                signal.signal(-code, signal.SIG_DFL)
                os.kill(os.getpid(), -code)
            os._exit(code & 0xFF)
        os.tcsetpgrp(0, os.getpgrp())
        os.write(1, b"[1]+  Stopped\r\n$ fg\r\n")
        time.sleep(0.05)
        os.tcsetpgrp(0, job)
        os.kill(-job, signal.SIGCONT)


class PtyProgram:
    """Runs `command` on a terminal of `columns` by `rows`; `output` contains all bytes that it sent."""

    def __init__(self, command, columns=80, rows=24, environment=None, cwd=None, has_shell=False):
        self.output = bytearray()
        self.status = None
        self.master, slave = os.openpty()
        self._set_size(columns, rows)
        variables = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": os.environ.get("HOME", "/"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        variables.update(environment or {})
        variables = {name: value for name, value in variables.items() if value is not None}
        self.started = time.monotonic()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for descriptor in (0, 1, 2):
                    os.dup2(slave, descriptor)
                os.closerange(3, 256)
                if cwd:
                    os.chdir(cwd)
                if has_shell:
                    _stand_around_a_job()
                os.execvpe(command[0], command, variables)
            except BaseException as error:  # the child must never return into the caller's code
                os.write(2, str(error).encode())
            os._exit(127)
        os.close(slave)

    def _set_size(self, columns, rows):
        self.columns, self.rows = columns, rows
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self._set_size(columns, rows)
        os.kill(self.pid, signal.SIGWINCH)

    def write(self, data):
        if isinstance(data, str):
            data = data.encode()
        try:
            os.write(self.master, data)
        except OSError:
            pass

    def drain(self, quiet=0.08, limit=5.0, first=1.0):
        """Reads until nothing comes for `quiet` seconds; waits `first` seconds for the first byte.

        Returns the bytes read now. Terminal queries are answered as a plain VT220 would."""
        begin = time.monotonic()
        read = bytearray()
        deadline = begin + first
        while True:
            now = time.monotonic()
            if now >= deadline or now - begin > limit:
                break
            ready, _, _ = select.select([self.master], [], [], deadline - now)
            if not ready:
                break
            try:
                chunk = os.read(self.master, 65536)
            except OSError:
                break
            if not chunk:
                break
            read += chunk
            self._answer(chunk)
            deadline = time.monotonic() + quiet
        self.output += read
        return bytes(read)

    def _answer(self, chunk):
        for _ in range(chunk.count(b"\x1b[6n")):
            self.write(b"\x1b[1;3R")
        if b"\x1b[c" in chunk or b"\x1b[0c" in chunk:
            self.write(b"\x1b[?62;c")

    def key(self, keys, quiet=0.08):
        self.write(keys)
        return self.drain(quiet=quiet)

    def is_running(self):
        if self.status is not None:
            return False
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self.status = status
        return self.status is None

    def wait(self, limit=5.0):
        """Waits for its end; returns the exit status, or None if it still runs after `limit` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            self.drain(quiet=0.02, first=0.02)
            if not self.is_running():
                return os.waitstatus_to_exitcode(self.status)
        return None

    def close(self):
        if self.is_running():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = 9
        try:
            os.close(self.master)
        except OSError:
            pass
