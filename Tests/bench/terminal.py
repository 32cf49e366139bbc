"""A program in a pseudo-terminal, and how long and how much it writes."""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

sys.dont_write_bytecode = True

QUIET = 0.08  # seconds without a byte after which a program counts as done


class Terminal:
    """One program in a terminal of 80x24, started at once."""

    def __init__(self, argv, environment, folder):
        self.started = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(argv[0], argv, environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def settle(self, since, patience=10.0):
        """(bytes written, seconds from `since` to the last of them), read until the program falls quiet."""
        count, last = 0, None
        while time.perf_counter() - since < patience:
            ready, _, _ = select.select([self.file], [], [], QUIET if count else 1.0)
            if not ready and count:
                break
            if ready:
                try:
                    block = os.read(self.file, 65536)
                except OSError:  # the program ended
                    break
                if not block:
                    break
                count, last = count + len(block), time.perf_counter()
        return count, (last or time.perf_counter()) - since

    def close(self):
        """Ends the program, which is ours, and frees the terminal."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.file)


def environment(home, **more):
    """What the program sees of the world: nothing of the person who runs the bench."""
    return {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **more}
