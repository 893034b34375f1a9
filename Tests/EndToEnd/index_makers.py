#!/usr/bin/env python3
"""Makes and rebuilds an index in several processes, kills them at random moments, and searches all the time.

    index_makers.py PROGRAM [--rounds N]

While a process makes the index of a library for the first time or rebuilds it, others search. Each answer must contain
all hits, or be status 4 (`--no-wait`). After a process is killed, the next one takes over, and the next update removes
what the killed one had begun: in the end, the folder contains one index.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time

COUNT = 400


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 4
    generator = random.Random(7)
    problems, answers, refusals = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        archive, home = os.path.join(folder, "archive"), os.path.join(folder, "home")
        os.mkdir(archive)
        os.mkdir(home)
        for number in range(COUNT):
            with open(os.path.join(archive, f"{number}.md"), "w") as file:
                file.write(f"[第{number}篇](https://yuelan.example/{number})\n------\n\n<p>正文{number}号。" + f"第{number}句话。" * 400 + "</p>\n")
        environment = {"HOME": home, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}

        def start(*arguments):
            return subprocess.Popen([program, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        for turn in range(rounds):
            is_first = turn % 2 == 0
            if is_first:
                subprocess.run(["rm", "-rf", home + "/.cache"], check=True)
            makers = [start("index", archive, *([] if is_first else ["--rebuild"])) for _ in range(2)]
            time.sleep(generator.uniform(0.02, 0.3))
            asking = [start("search", "正文", archive, "--format", "tsv", *(["--no-wait"] if number % 2 else [])) for number in range(4)]
            if turn % 4 >= 2:
                time.sleep(generator.uniform(0, 0.4))
                makers[0].send_signal(signal.SIGKILL)
            for number, process in enumerate(asking):
                output, words = process.communicate(timeout=120)
                count = len(output.splitlines())
                if process.returncode == 4 and number % 2 and count == 0:
                    refusals += 1
                elif process.returncode == 0 and count == COUNT:
                    answers += 1
                else:
                    problems.append(f"round {turn}: a search ended with {process.returncode} and {count} of {COUNT} hits: {words[-200:]!r}")
            for number, maker in enumerate(makers):
                maker.communicate(timeout=120)
                if maker.returncode != 0 and not (number == 0 and maker.returncode == -signal.SIGKILL):
                    problems.append(f"round {turn}: making the index ended with {maker.returncode}")
            last = start("search", "正文", archive, "--format", "tsv")
            output, words = last.communicate(timeout=120)
            if last.returncode != 0 or len(output.splitlines()) != COUNT or words:
                problems.append(f"round {turn}: afterwards {len(output.splitlines())} of {COUNT} hits: {words[-200:]!r}")
            # The next update removes what a killed process left, if none came after it in this round.
            final = start("index", archive)
            final.communicate(timeout=120)
            if final.returncode != 0:
                problems.append(f"round {turn}: the update afterwards ended with {final.returncode}")
            cache = os.path.join(home, ".cache/yuelan")
            for name in os.listdir(cache):
                left = [file for file in os.listdir(os.path.join(cache, name)) if file.endswith(".sqlite")]
                if len(left) != 1:
                    problems.append(f"round {turn}: indexes left over: {left}")
    for problem in problems[:40]:
        print(problem)
    print(f"{rounds} rounds, {answers} whole answers, {refusals} refusals, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
