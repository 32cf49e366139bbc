"""The board of a province with 200 local authorities, 600 institutions and 60,000 children: log-in to home and keys, in milliseconds,
beside a province of 10 authorities in the same run."""
import os
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from roster import PASSWORD, memory, press
from terminal import Terminal, environment

DOWN, PAGE = "\x1bOB", "\x1b[6~"


def province(program, folder, data, size):
    place = os.path.join(folder, size)
    started = time.perf_counter()
    made = subprocess.run([program, "demo", "--size", size, "--dir", place], capture_output=True, text=True,
                          env=environment(folder, LECTERM_DATA=data), stdin=subprocess.DEVNULL)
    if made.returncode:
        raise RuntimeError(made.stderr.strip())
    return os.path.join(place, "99.db"), time.perf_counter() - started


def log_in(program, folder, data, file):
    """The terminal at the home screen, and the milliseconds from the password's Enter to its last byte."""
    terminal = Terminal([program, "--file", file, "--lang", "th"], environment(folder, LECTERM_DATA=data), folder)
    terminal.settle(terminal.started)
    os.write(terminal.file, PASSWORD.encode())
    terminal.settle(time.perf_counter())
    started = time.perf_counter()
    os.write(terminal.file, b"\r")
    return terminal, terminal.settle(started)[1] * 1000


def measure(program, folder, data, figure):
    big, seconds = province(program, folder, data, "province")
    small = province(program, folder, data, "district")[0]
    figure("made-up province of 60,000 children", seconds, "s")
    times = {big: [], small: []}
    for _ in range(7):
        for file, taken in times.items():
            terminal, one = log_in(program, folder, data, file)
            taken.append(one)
            terminal.close()
    beside = {"10 authorities": statistics.median(times[small])}
    figure("log-in to home, province of 200 authorities", statistics.median(times[big]), "ms", **beside)
    rows = {}
    for file in (small, big):
        terminal, _ = log_in(program, folder, data, file)
        rows[file] = [press(terminal, DOWN, 4)[1]]
        os.write(terminal.file, b"\x1b[H")
        terminal.settle(time.perf_counter())
        started = time.perf_counter()
        os.write(terminal.file, b"\r")
        rows[file].append(terminal.settle(started)[1] * 1000)
        rows[file].append(press(terminal, DOWN, 6)[1])
        held = memory(terminal.pid)
        terminal.close()
    for i, name in enumerate(("key on the home screen", "open the board", "key on the board")):
        figure(f"{name}, province of 200 authorities", rows[big][i], "ms", **{"10 authorities": rows[small][i]})
    figure("memory with that board open", held, "MiB")
