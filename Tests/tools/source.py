"""Reading Swift source for the checks: code without comments, the comments, and the string literals with their lines."""
import os
import sys

sys.dont_write_bytecode = True


class Source:
    """One Swift file. `code` has the same lines as the file, with comments and the insides of strings blanked."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.lines = text.split("\n")
        self.literals = []  # (line number, column, text; an interpolation stands in the text as \x00)
        self.code = _Scanner(text, self.literals).run()
        self.code_lines = self.code.split("\n")

    def comment_lines(self):
        """Lines that are nothing but a `//` or `///` comment, with their numbers."""
        return [(n, line.strip()) for n, line in enumerate(self.lines, 1) if line.strip().startswith("//")]


def sources(root, *folders):
    """All Swift files below the folders, in order of their paths."""
    found = []
    for folder in folders:
        for at, _, names in sorted(os.walk(os.path.join(root, folder))):
            for name in sorted(names):
                if name.endswith(".swift"):
                    path = os.path.join(at, name)
                    with open(path, encoding="utf-8") as file:
                        found.append(Source(os.path.relpath(path, root), file.read()))
    return found


def root_from(arguments):
    """The project's folder: the first argument, else the one these tools stand in."""
    if len(arguments) > 1:
        return os.path.abspath(arguments[1])
    return os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def finish(name, problems, summary):
    """Prints every problem and one closing line; exit status 1 when there is a problem."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{name}: {len(problems)} to mend ({summary})")
        sys.exit(1)
    print(f"{name}: ok ({summary})")


class _Scanner:
    def __init__(self, text, literals):
        self.text, self.literals, self.at, self.out = text, literals, 0, []

    def run(self):
        self._code(until=None)
        return "".join(self.out)

    def _blank(self, count=1):
        for character in self.text[self.at:self.at + count]:
            self.out.append("\n" if character == "\n" else " ")
        self.at += count

    def _keep(self, count=1):
        self.out.append(self.text[self.at:self.at + count])
        self.at += count

    def _code(self, until):
        """Code up to the closing parenthesis of an interpolation, or to the end of the file."""
        depth = 0
        while self.at < len(self.text):
            rest = self.text
            if rest.startswith("//", self.at):
                end = rest.find("\n", self.at)
                self._blank((len(rest) if end < 0 else end) - self.at)
            elif rest.startswith("/*", self.at):
                self._block_comment()
            elif rest[self.at] == '"' or (rest[self.at] == "#" and rest[self.at:].lstrip("#").startswith('"')):
                self._string()
            else:
                if until:
                    if rest[self.at] == "(":
                        depth += 1
                    elif rest[self.at] == ")":
                        if depth == 0:
                            return
                        depth -= 1
                self._keep()

    def _block_comment(self):
        depth = 0
        while self.at < len(self.text):
            if self.text.startswith("/*", self.at):
                depth += 1
                self._blank(2)
            elif self.text.startswith("*/", self.at):
                depth -= 1
                self._blank(2)
                if depth == 0:
                    return
            else:
                self._blank()

    def _string(self):
        line, column = self.text.count("\n", 0, self.at) + 1, self.at - self.text.rfind("\n", 0, self.at) - 1
        hashes = 0
        while self.text[self.at] == "#":
            hashes += 1
            self._keep()
        quote = '"""' if self.text.startswith('"""', self.at) else '"'
        self._keep(len(quote))
        close, escape, content = quote + "#" * hashes, "\\" + "#" * hashes, []
        while self.at < len(self.text):
            if self.text.startswith(close, self.at):
                self._keep(len(close))
                break
            if self.text.startswith(escape + "(", self.at):
                content.append("\x00")
                self._blank(len(escape))
                self._keep()
                self._code(until=")")
                self._keep()
            elif self.text.startswith(escape, self.at):
                content.append(self.text[self.at:self.at + len(escape) + 1])
                self._blank(len(escape) + 1)
            else:
                content.append(self.text[self.at])
                self._blank()
        self.literals.append((line, column, "".join(content)))
