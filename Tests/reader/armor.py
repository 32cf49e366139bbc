"""The text form of a bundle: section TEXT FORM of lecterm-bundle(5)."""
import hashlib
import re

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WHITE = [*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
HIDDEN = [0xAD, 0x34F, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
          *range(0xFE00, 0xFE10), 0xFEFF]
DROPPED = dict.fromkeys(WHITE + HIDDEN)
LARGEST = 8 << 20


class Refused(Exception):
    """Carries the code."""


def check(mark, line):
    crc = 0xB704CE
    for byte in (mark + line).encode("utf-8"):
        crc ^= byte << 16
        for _ in range(8):
            crc <<= 1
            if crc & 0x1000000:
                crc ^= 0x1864CFB
    return "".join(ALPHABET[crc >> shift & 31] for shift in (20, 15, 10, 5, 0))


def decode32(text, length):
    """`length` bytes, or None when these are not their only characters."""
    if len(text) != (length * 8 + 4) // 5 or any(letter not in ALPHABET for letter in text):
        return None
    bits = 0
    for letter in text:
        bits = bits << 5 | ALPHABET.index(letter)
    spare = len(text) * 5 - length * 8
    return None if bits & ((1 << spare) - 1) else (bits >> spare).to_bytes(length, "big")


class Lines:
    """The lines of one bundle in a text, checked one after the other."""

    def __init__(self, text):
        if len(text.encode("utf-8")) > LARGEST:
            raise Refused("armor-too-large")
        self.text = text.translate(DROPPED)

    def is_ours(self):
        if "LECTERM+BEGIN+" not in self.text and "LECTERM+END+" in self.text:
            raise Refused("armor-bad-beginning")
        return "LECTERM+BEGIN+" in self.text

    def file(self):
        """The bytes of the bundle."""
        start = self.text.index("LECTERM+BEGIN+")
        pieces = self.text[start:].split("/")
        # What stands behind the last slash was not closed.
        behind = pieces.pop()
        first = self.edge(pieces.pop(0), "BEGIN") if pieces else None
        if first is None:
            raise Refused("armor-bad-beginning")
        total = first[0]
        data = b""
        for number in range(1, total + 1):
            data += self.row(pieces, number, first)
        line, damaged = self.line(pieces, first)
        if line is None:
            raise Refused("armor-bad-end" if damaged else "armor-ends-early")
        if line != "end":
            raise Refused("armor-repeated-line" if line[0] <= total else "armor-bad-end")
        if "LECTERM+BEGIN+" in "/".join([*pieces, behind]):
            raise Refused("armor-second")
        if encode_mark(data) != first[1]:
            raise Refused("armor-mixed")
        return data

    def line(self, pieces, first):
        """Takes pieces up to the next line in order; says too whether what was passed over looks like one that is not."""
        damaged = False
        while pieces:
            piece = pieces.pop(0)
            at = piece.find("LECTERM+END+")
            if at >= 0 and self.edge(piece[at:], "END") == first:
                return "end", damaged or "+" in piece[:at]
            tail = re.search(r"[0-9]{1,6}\+[^+]*\+[^+]*$", piece)
            if tail:
                for at in range(tail.start(), piece.index("+", tail.start())):
                    found = self.numbered(piece[at:], first[1])
                    if found:
                        return found, damaged or "+" in piece[:at]
            damaged = damaged or not piece or "+" in piece
        return None, damaged

    def edge(self, piece, word):
        """The number of lines and the mark of a first or last line, or None."""
        found = re.fullmatch(rf"LECTERM\+{word}\+(0|[1-9][0-9]{{0,5}})\+([{ALPHABET}]{{8}})\+([{ALPHABET}]{{5}})", piece)
        if found is None or check(found[2], piece[:-6]) != found[3] or int(found[1]) > -(-(1 << 20) // 40):
            return None
        return int(found[1]), found[2]

    def numbered(self, piece, mark):
        """The number and bytes of a line of data whose check is right, or None."""
        found = re.fullmatch(rf"(0|[1-9][0-9]{{0,5}})\+([{ALPHABET}]*)\+([{ALPHABET}]{{5}})", piece)
        if found is None or check(mark, piece[:-6]) != found[3]:
            return None
        data = decode32(found[2], len(found[2]) * 5 // 8)
        return None if data is None else (int(found[1]), data)

    def row(self, pieces, number, first):
        line, damaged = self.line(pieces, first)
        if line is None:
            raise Refused("armor-damaged-line" if damaged else "armor-ends-early")
        if line == "end" or line[0] > number:
            raise Refused("armor-damaged-line" if damaged else "armor-missing-line")
        if line[0] < number:
            raise Refused("armor-repeated-line")
        if len(line[1]) > 40 or not line[1] or (number < first[0] and len(line[1]) != 40):
            raise Refused("armor-damaged-line")
        return line[1]


def encode_mark(data):
    bits = int.from_bytes(hashlib.blake2b(data, digest_size=32).digest()[:5], "big")
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))
