"""Writes what lecterm-bundle(5) describes, and what it forbids: every part can be handed in ready made."""
import hashlib

from nacl import bindings as sodium

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PIECE = 65536


class Raw(bytes):
    """Bytes that stand as they are where a value is expected."""


def blake(data, key=b"", size=32):
    return hashlib.blake2b(data, digest_size=size, key=key).digest()


def luck(name, size=32):
    """Bytes that follow from a name, so that the files can be made again."""
    return hashlib.shake_256(b"lecterm bundle-1 " + name.encode()).digest(size)


def lead(kind, number, width=None):
    """The head of a value; `width` forces a longer form than needed."""
    if width is None:
        width = 0 if number < 24 else 1 if number < 1 << 8 else 2 if number < 1 << 16 else 4 if number < 1 << 32 else 8
    if width == 0:
        return bytes([kind << 5 | number])
    return bytes([kind << 5 | {1: 24, 2: 25, 4: 26, 8: 27}[width]]) + number.to_bytes(width, "big")


def cbor(value):
    if isinstance(value, Raw):
        return bytes(value)
    if value is None or value is False or value is True:
        return {None: b"\xf6", False: b"\xf4", True: b"\xf5"}[value]
    if isinstance(value, int):
        return lead(0, value) if value >= 0 else lead(1, -1 - value)
    if isinstance(value, bytes):
        return lead(2, len(value)) + value
    if isinstance(value, str):
        return lead(3, len(value.encode())) + value.encode()
    if isinstance(value, (list, tuple)):
        return lead(4, len(value)) + b"".join(cbor(item) for item in value)
    rows = sorted((cbor(key), cbor(item)) for key, item in value.items())
    return lead(5, len(rows)) + b"".join(key + item for key, item in rows)


def frame(plain, claims=None, window=None):
    """A zstd frame of blocks that are not packed: the same bytes whatever library there is."""
    size = (len(plain) if claims is None else claims).to_bytes(8, "little")
    out = b"\x28\xb5\x2f\xfd" + (b"\xe0" if window is None else b"\xc0" + bytes([window])) + size
    # No block may be longer than the window, nor than 128 KiB; an empty one ends an empty frame.
    pieces = [plain[at:at + (1 << 17)] for at in range(0, len(plain), 1 << 17)] or [b""]
    for i, piece in enumerate(pieces):
        out += (len(piece) << 3 | (i == len(pieces) - 1)).to_bytes(3, "little") + piece
    return out


def repeated(blocks, claims, window=0x58):
    """A frame of blocks that say `128 KiB of the letter A` each, under the size that is claimed."""
    out = b"\x28\xb5\x2f\xfd\xc0" + bytes([window]) + claims.to_bytes(8, "little")
    for i in range(blocks):
        out += (1 << 20 | 2 | (i == blocks - 1)).to_bytes(3, "little") + b"A"
    return out


def mixed(plain, single=False, window=0x68):
    """The same with runs of one byte said instead of written, so that large content makes a small file."""
    head = b"\xe0" if single else b"\xc0" + bytes([window])
    out, blocks, at = b"\x28\xb5\x2f\xfd" + head + len(plain).to_bytes(8, "little"), [], 0
    while at < len(plain):
        piece = plain[at:at + (1 << 17)]
        same = len(piece) - len(piece.lstrip(piece[:1]))
        if same < 64:
            # Up to where a run begins; the tests have few of them.
            same = next((i for i in range(1, len(piece) - 64) if piece[i:i + 64] == piece[i:i + 1] * 64), len(piece))
            blocks.append((0, same, piece[:same]))
        else:
            blocks.append((2, same, piece[:1]))
        at += same
    for i, (kind, size, piece) in enumerate(blocks):
        out += (size << 3 | kind | (i == len(blocks) - 1)).to_bytes(3, "little") + piece
    return out


def checksum(plain):
    """What a zstd frame may have behind its blocks: the low four bytes of XXH64."""
    full, primes = (1 << 64) - 1, (11400714785074694791, 14029467366897019727, 1609587929392839161, 9650029242287828579,
                                   2870177450012600261)

    def turn(value, by):
        return (value << by | value >> 64 - by) & full

    def stir(state, value):
        return turn(state + value * primes[1] & full, 31) * primes[0] & full

    def word(at, size):
        return int.from_bytes(plain[at:at + size], "little")

    at = 0
    if len(plain) >= 32:
        lanes = [primes[0] + primes[1], primes[1], 0, -primes[0]]
        while at + 32 <= len(plain):
            lanes = [stir(lane, word(at + 8 * i, 8)) for i, lane in enumerate(lanes)]
            at += 32
        result = sum(turn(lane, by) for lane, by in zip(lanes, (1, 7, 12, 18))) & full
        for lane in lanes:
            result = ((result ^ stir(0, lane)) * primes[0] + primes[3]) & full
    else:
        result = primes[4]
    result = result + len(plain) & full
    while at + 8 <= len(plain):
        result = (turn(result ^ stir(0, word(at, 8)), 27) * primes[0] + primes[3]) & full
        at += 8
    if at + 4 <= len(plain):
        result = (turn(result ^ word(at, 4) * primes[0] & full, 23) * primes[1] + primes[2]) & full
        at += 4
    for byte in plain[at:]:
        result = turn(result ^ byte * primes[4] & full, 11) * primes[0] & full
    for shift, prime in ((33, primes[1]), (29, primes[2]), (32, 1)):
        result = (result ^ result >> shift) * prime & full
    return (result & 0xFFFFFFFF).to_bytes(4, "little")


def stream(pieces, key, bound, nonce, tags=None):
    """The box: pieces under secretstream, with a nonce that is not drawn but given."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    # Pulling and pushing begin in the same state.
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, nonce, key)
    out = nonce
    for i, piece in enumerate(pieces):
        tag = tags[i] if tags else 3 if i == len(pieces) - 1 else 0
        ad = bound if i == 0 else None
        out += sodium.crypto_secretstream_xchacha20poly1305_push(state, piece, ad, tag)
    return out


def cut(packed, size=PIECE):
    return [packed[at:at + size] for at in range(0, len(packed), size)] or [b""]


def sealed(key, to, name):
    """A sealed box whose one-time key follows from a name."""
    public, secret = sodium.crypto_box_seed_keypair(luck("one-time " + name))
    return public + sodium.crypto_box(key, blake(public + to, size=24), to, secret)


def seal(key, to, name):
    return [blake(to)[:8], sealed(key, to, name)]


def check(mark, line):
    crc = 0xB704CE
    for byte in mark + line:
        crc ^= byte << 16
        for _ in range(8):
            crc = crc << 1 ^ (0x1864CFB if crc & 0x800000 else 0)
    return bytes(ord(ALPHABET[crc >> at & 31]) for at in (20, 15, 10, 5, 0))


def base32(data):
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(ALPHABET[int(bits[at:at + 5], 2)] for at in range(0, len(bits), 5)).encode()


def closed(body, mark):
    return body + b"+" + check(mark, body) + b"/"


def armored(data, mark=None):
    """The lines of the text form."""
    mark = mark or base32(blake(data)[:5])
    rows = [data[at:at + 40] for at in range(0, len(data), 40)]
    edge = str(len(rows)).encode() + b"+" + mark
    lines = [str(i + 1).encode() + b"+" + base32(row) for i, row in enumerate(rows)]
    return [closed(line, mark) for line in [b"LECTERM+BEGIN+" + edge, *lines, b"LECTERM+END+" + edge]]
