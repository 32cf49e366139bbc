"""The shell of a bundle: magic, header, signature, box and frame, in the order of lecterm-bundle(5)."""
import hashlib
import re

import zstandard
from nacl import bindings as sodium
from nacl import pwhash
from nacl.exceptions import CryptoError

import cbor_strict as cbor
from cbor_strict import is_bytes, is_number

LARGEST_FILE, LARGEST_HEADER, LARGEST_PLAIN, LARGEST_WINDOW = 64 << 20, 262144, 268435456, 8388608


class Refused(Exception):
    """Carries the code."""


def blake(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def verified(signature, message, key):
    try:
        return sodium.crypto_sign_open(signature + message, key) == message
    except (CryptoError, ValueError, TypeError):
        return False


def need(condition, code="bad-header"):
    if not condition:
        raise Refused(code)


def is_list(value, most, shape):
    return isinstance(value, list) and len(value) <= most and all(shape(item) for item in value)


def is_unit(value):
    return isinstance(value, str) and re.fullmatch("[0-9]{1,32}", value) is not None


def is_day(value):
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    year, month, day = int(value[:4]), int(value[5:7]), int(value[8:])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def is_card(value):
    return (isinstance(value, list) and len(value) == 4 and is_bytes(value[0], 16) and is_number(value[1], 1, 10)
            and is_number(value[2], 8192, 268435456) and is_bytes(value[3]) and 72 <= len(value[3]) <= 1024)


def is_end(value):
    return (isinstance(value, list) and len(value) == 3 and is_bytes(value[0], 32)
            and is_number(value[1], 0, (1 << 63) - 1) and is_bytes(value[2], 32))


class Shell:
    """A file whose magic, lengths and header are in order; nobody has vouched for it yet."""

    def __init__(self, data):
        need(len(data) <= LARGEST_FILE, "too-large")
        if len(data) < 4:
            raise Refused("cut-off" if data and b"LEC1".startswith(data) else "not-a-bundle")
        if data[:4] != b"LEC1":
            raise Refused("newer-format" if re.match(rb"LEC[2-9]", data) else "not-a-bundle")
        need(len(data) >= 8, "cut-off")
        size = int.from_bytes(data[4:8], "big")
        need(size <= LARGEST_HEADER)
        need(8 + size + 64 < len(data), "cut-off")
        self.data, self.clear = data, data[8:8 + size]
        self.box, self.signature = data[8 + size:-64], data[-64:]
        self.read_header()

    def read_header(self):
        try:
            head = self.head = cbor.read(self.clear)
        except cbor.Fault:
            raise Refused("bad-header")
        need(isinstance(head, dict) and is_number(head.get(1), 1, (1 << 63) - 1))
        need(head[1] == 1, "newer-format")
        need(set(head) == set(range(1, 18)))
        need(head[2] in ("full", "starter", "delta") and is_unit(head[3]) and is_list(head[4], 16, is_unit))
        need(head[2] != "starter" or head[4])
        need(is_bytes(head[5], 32) and is_bytes(head[6], 0 if head[2] == "delta" else 32) and is_number(head[7]))
        need(is_day(head[8]) and isinstance(head[9], bool) and is_bytes(head[10], 32))
        need(is_number(head[11], 0, 2000000) and is_number(head[12], 0, (1 << 63) - 1))
        need(head[12] <= LARGEST_PLAIN, "bomb")
        need(isinstance(head[13], list) and len(head[13]) == 2)
        need(is_list(head[13][0], 17, lambda seal: isinstance(seal, list) and len(seal) == 2
                     and is_bytes(seal[0], 8) and is_bytes(seal[1], 80)))
        need(is_list(head[14], 32, lambda name: isinstance(name, str) and re.fullmatch("[a-z0-9-]{1,32}", name)))
        need(is_list(head[15], 64, is_bytes) and sum(map(len, head[15])) <= 65536)
        need(is_list(head[16], 1024, is_end) and isinstance(head[17], dict))
        need(is_card(head[13][1]) if head[2] == "starter" else head[13][1] is None)
        need(head[12] <= (16 << 20) + 256 * len(self.data), "bomb")

    def is_intact(self):
        """Whether the key in the header has signed it, which makes nobody known."""
        return verified(self.signature, blake(self.data[:-64]), self.head[6])

    def verify(self, key):
        """The signature, with the key that the reader knows the sender by."""
        need(self.head[2] == "delta" or key == self.head[6], "bad-signature")
        need(verified(self.signature, blake(self.data[:-64]), key), "bad-signature")
        need(not self.head[14], "newer-format")

    def is_for(self, secrets):
        """Whether one of the seals bears the name of a key that is here."""
        names = {blake(sodium.crypto_scalarmult_base(secret))[:8] for secret in secrets}
        return any(name in names for name, _ in self.head[13][0])

    def content_key(self, secrets, card=None):
        """The key of the box, and what stands beside it in a card's box."""
        seals, lock = self.head[13]
        if card is not None and lock is not None:
            try:
                key = pwhash.argon2id.kdf(32, card.encode(), lock[0], opslimit=lock[1], memlimit=lock[2])
                both = sodium.crypto_secretbox_open(lock[3][24:], lock[3][:24], key)
            except CryptoError:
                raise Refused("bad-card")
            need(len(both) >= 96, "bad-card")
            return both[:32], both[32:]
        for secret in secrets:
            public = sodium.crypto_scalarmult_base(secret)
            for name, sealed in seals:
                if name != blake(public)[:8]:
                    continue
                try:
                    return sodium.crypto_box_seal_open(sealed, public, secret), b""
                except CryptoError:
                    continue
        raise Refused("not-for-you" if lock is None else "starter-file")

    def opened(self, key):
        """The content, unpacked."""
        return unpack(self.decrypted(key), self.head[12])

    def decrypted(self, key):
        need(len(self.box) > 24, "damaged")
        state = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, self.box[:24], key)
        packed, at = b"", 24
        while at < len(self.box):
            piece = self.box[at:at + 65553]
            at += len(piece)
            need(len(piece) > 17, "damaged")
            try:
                part, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                    state, piece, blake(self.clear) if at - len(piece) == 24 else None)
            except (CryptoError, ValueError, RuntimeError):
                raise Refused("damaged")
            need(tag == (3 if at == len(self.box) else 0), "damaged")
            packed += part
        return packed


def unpack(packed, size):
    """One frame with a size that it says itself, unpacked no further than that."""
    need(len(packed) >= 5 and packed[:4] == b"\x28\xb5\x2f\xfd" and packed[4] & 0x0B == 0, "damaged")
    single, width = packed[4] & 0x20, {0: 1 if packed[4] & 0x20 else 0, 1: 2, 2: 4, 3: 8}[packed[4] >> 6]
    start = 5 if single else 6
    need(width > 0 and len(packed) >= start + width, "damaged")
    claims = int.from_bytes(packed[start:start + width], "little") + (256 if width == 2 else 0)
    window = claims if single else (1 << 10 + (packed[5] >> 3)) // 8 * (8 + (packed[5] & 7))
    need(claims == size and window <= LARGEST_WINDOW, "bomb")
    unpacker, plain, at = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW).decompressobj(), b"", 0
    try:
        # Little by little, so that no more than the promised size is ever there.
        while at < len(packed) and not unpacker.eof and len(plain) <= size:
            plain += unpacker.decompress(packed[at:at + 256])
            at += 256
    except zstandard.ZstdError:
        raise Refused("damaged")
    need(len(plain) <= size, "bomb")
    need(unpacker.eof and not unpacker.unused_data and at >= len(packed) and len(plain) == size, "damaged")
    return plain
