#!/usr/bin/env python3
"""Reads bundles as lecterm-bundle(5) describes them. It shares no code with the program.

  lecread.py --keys KEYS.json FILE...     with everything a reader knows: root, secrets, known machines, a starter and its card
  lecread.py --key HEX-OR-FILE FILE...    with the secret X25519 key alone; machines are not known, so senders must be shown
                                          with --machine CHAIN=KEY, both in hexadecimal

Prints a line for each file: its name, `ok` and a summary in JSON, or `refused` and the code. Needs pynacl and zstandard.
"""
import argparse
import json
import pathlib
import sys

from armor import Lines
from armor import Refused as TextRefused
from content import Content
from sender import Knowledge
from shell import Refused, Shell, need


def binary(data):
    """The bytes of the bundle: as they are, or out of a text."""
    if data.startswith(b"LEC1"):
        return data
    lines = Lines(data.decode("utf-8", errors="replace"))
    return lines.file() if lines.is_ours() else data


def read(data, knowledge, secrets, card=None):
    """The shell and the content of a file that everything is right with; else Refused."""
    shell = Shell(binary(data))
    head = shell.head
    key = head[6] if head[2] == "starter" and card else knowledge.key(head)
    # What a damaged header says is not worth a reason of its own.
    whole = head[2] == "delta" or shell.is_intact()
    need(knowledge.training is None or head[9] == knowledge.training, "training-mix" if whole else "bad-signature")
    need(knowledge.root is None or head[10] == knowledge.root, "other-root" if whole else "bad-signature")
    # Nobody looks for the sender of a file that is another's, and a delta introduces nobody.
    ours = card is not None or head[2] == "starter" or shell.is_for(secrets)
    missing = "not-for-you" if not ours else "needs-full" if head[2] == "delta" else "unknown-sender"
    need(key, missing if whole else "bad-signature")
    shell.verify(key)
    content_key, gifts = shell.content_key(secrets, card)
    content = Content(shell.opened(content_key), head[11])
    content.check(knowledge.keys)
    fault = knowledge.fault(head, content.runs)
    need(fault is None, fault)
    return shell, content, gifts


def summary(shell, content):
    head = shell.head
    return {"kind": head[2], "from": head[3], "to": head[4], "number": head[7], "day": head[8], "training": head[9],
            "events": head[11], "ids": [event.id.hex() for run in content.runs for event in run.events]}


def prepared(options):
    knowledge, secrets = Knowledge(), []
    if options.keys:
        path = pathlib.Path(options.keys)
        keys = json.loads(path.read_text())
        knowledge.root, knowledge.training = bytes.fromhex(keys["root"]), keys["training"]
        secrets = [bytes.fromhex(one) for one in keys.get("secrets", [])]
        knowledge.keys.update({bytes.fromhex(a): bytes.fromhex(b) for a, b in keys.get("machines", {}).items()})
        if "starter" in keys:
            _, content, gifts = read((path.parent / keys["starter"]).read_bytes(), knowledge, secrets, keys["card"])
            knowledge.learn(content.runs)
            if len(gifts) == 96 and gifts[64:] not in secrets:
                secrets.append(gifts[64:])
    if options.key:
        path = pathlib.Path(options.key)
        raw = path.read_bytes() if path.exists() else options.key.encode()
        secrets.append(raw if len(raw) == 32 else bytes.fromhex(raw.decode().strip()))
    for pair in options.machine:
        chain, key = pair.split("=")
        knowledge.keys[bytes.fromhex(chain)] = bytes.fromhex(key)
    return knowledge, secrets


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys")
    parser.add_argument("--key")
    parser.add_argument("--machine", action="append", default=[], metavar="CHAIN=KEY")
    parser.add_argument("--card", help="the eighteen characters of a starter file's card")
    parser.add_argument("file", nargs="+")
    options = parser.parse_args()
    knowledge, secrets = prepared(options)
    for name in options.file:
        try:
            shell, content, _ = read(pathlib.Path(name).read_bytes(), knowledge, secrets, options.card)
            print(pathlib.Path(name).name, "ok", json.dumps(summary(shell, content), ensure_ascii=False))
        except (Refused, TextRefused) as refusal:
            print(pathlib.Path(name).name, "refused", refusal)
    return 0


if __name__ == "__main__":
    sys.exit(main())
