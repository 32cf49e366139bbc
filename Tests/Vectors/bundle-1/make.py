#!/usr/bin/env python3
"""Makes the test files of the bundle format anew, byte for byte: make.py [FOLDER]. Needs pynacl.

In verdicts.csv stand, for each file: its name; `ok`, or why it is refused; what becomes of its events; the card, where it is opened
with one by somebody who knows nothing yet (all others are opened by somebody who has read starter.lec with the card of keys.json and
holds its secrets); and what it shows.
"""
import csv
import json
import pathlib
import sys

import contents
import frames
import good
import limits
import shells
import starters
import strangers
import texts
from bundle import Spec, build
from world import Tree
from writer import base32


def card_code(text):
    """A card's code: sixteen characters and two that check them (the number modulo 1021)."""
    number = 0
    for letter in text:
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(letter)
    return text + base32(bytes([0, 0]))[:0].decode() + "".join(
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[n] for n in divmod(number % 1021, 32))


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    tree = Tree()
    tree.code = card_code("99LECTERM0TEST00".replace("L", "1"))
    tree.another_code, tree.wrong_code = card_code("99ANTHER0CARD000"), card_code("99WRNG00CARD0000")
    rows = []
    for old in [*folder.glob("*.lec"), *folder.glob("*.txt")]:
        old.unlink()

    def write(name, data, verdict, judged, shows, card=""):
        ending = "txt" if verdict.startswith("armor") or b"LECTERM+BEGIN" in data else "lec"
        (folder / f"{name}.{ending}").write_bytes(data)
        rows.append([f"{name}.{ending}", verdict, judged, card, shows])

    for name, spec, judged, shows in good.cases(tree):
        write(name, build(spec), "ok", judged, shows)
    def made(file):
        return build(file) if isinstance(file, Spec) else file

    for module in (shells, frames, contents, limits, texts, strangers):
        for name, file, verdict, judged, shows in module.cases(tree):
            write(name, made(file), verdict, judged, shows)
    for name, file, verdict, shows, card in starters.cases(tree):
        write(name, made(file), verdict, "", shows, card)
    assert len({row[0] for row in rows}) == len(rows), "a name twice"
    with open(folder / "verdicts.csv", "w", newline="", encoding="utf-8") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["name", "verdict", "judged", "card", "shows"])
        table.writerows(rows)
    keys = {"card": tree.code, "starter": "starter.lec", "unit": "99", "root": tree.root.hex(), "training": True,
            "secrets": [tree.box_secret.hex()]}
    (folder / "keys.json").write_text(json.dumps(keys, indent=2) + "\n")
    print(len(rows), "files,", sum(row[1] != "ok" for row in rows), "of them to be refused")


if __name__ == "__main__":
    main()
