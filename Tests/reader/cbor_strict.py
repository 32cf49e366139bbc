"""Deterministic CBOR (RFC 8949, section 4.2.1) as lecterm-bundle(5) narrows it; whatever is not that is a Fault."""

TEXT, DEPTH, VALUES = 4096, 8, 524288


class Fault(Exception):
    """Bytes that are not deterministic CBOR, or not of the shape that was asked for."""


class Reader:
    """Reads values one after the other; `count` is the allowance that values share until the next `begin`."""

    def __init__(self, data, at=0):
        self.data, self.at, self.count = data, at, 0

    def begin(self):
        """Begins a new allowance of values: the content is read event by event."""
        self.count = 0

    def take(self, length):
        if length > len(self.data) - self.at:
            raise Fault("cut off")
        self.at += length
        return self.data[self.at - length:self.at]

    def head(self):
        """The kind (0 to 7) and the number of the next value."""
        self.count += 1
        if self.count > VALUES:
            raise Fault("too many values")
        first = self.take(1)[0]
        kind, small = first >> 5, first & 31
        if small < 24 or kind == 7:
            return kind, small
        if small > 27:
            raise Fault("indefinite or reserved length")
        width = 1 << (small - 24)
        number = int.from_bytes(self.take(width), "big")
        if number < (24 if width == 1 else 1 << (4 * width)):
            raise Fault("not the shortest integer")
        return kind, number

    def array(self, length=None):
        """The head of an array; its length."""
        kind, number = self.head()
        if kind != 4 or (length is not None and number != length):
            raise Fault("not the array asked for")
        if number > len(self.data) - self.at:
            raise Fault("claims more than there is")
        return number

    def value(self, depth=0):
        if depth > DEPTH:
            raise Fault("nested too deep")
        kind, number = self.head()
        if kind < 2 and number >> 63:
            raise Fault("an integer of more than 63 bits and its sign")
        if kind == 0:
            return number
        if kind == 1:
            return -1 - number
        if kind == 2:
            return self.take(number)
        if kind == 3:
            if number > TEXT:
                raise Fault("text too long")
            try:
                return self.take(number).decode("utf-8")
            except UnicodeDecodeError:
                raise Fault("not UTF-8")
        if kind == 4:
            return [self.value(depth + 1) for _ in range(number)]
        if kind == 5:
            return self.map(number, depth)
        if kind == 7 and number in (20, 21, 22):
            return {20: False, 21: True, 22: None}[number]
        raise Fault("tag, float or unknown simple value")

    def map(self, number, depth):
        result, before = {}, None
        for _ in range(number):
            start = self.at
            key = self.value(depth + 1)
            raw = self.data[start:self.at]
            if before is not None and raw <= before:
                raise Fault("keys not in ascending order")
            # True == 1 in Python, not in CBOR.
            if not isinstance(key, int) or isinstance(key, bool):
                raise Fault("a key that is no integer")
            before = raw
            result[key] = self.value(depth + 1)
        return result

    def end(self):
        if self.at != len(self.data):
            raise Fault("bytes behind the value")


def read(data):
    """The one value that these bytes are."""
    reader = Reader(data)
    value = reader.value()
    reader.end()
    return value


def write(value):
    """The deterministic bytes of a value, made here for hashing headers."""
    if value is None or isinstance(value, bool):
        return {None: b"\xf6", False: b"\xf4", True: b"\xf5"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        raw = value.encode("utf-8")
        return head(3, len(raw)) + raw
    if isinstance(value, (list, tuple)):
        return head(4, len(value)) + b"".join(map(write, value))
    pairs = sorted((write(key), write(item)) for key, item in value.items())
    return head(5, len(pairs)) + b"".join(key + item for key, item in pairs)


def head(kind, number):
    if number < 24:
        return bytes([kind << 5 | number])
    for extra, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << (8 * width):
            return bytes([kind << 5 | extra]) + number.to_bytes(width, "big")
    raise Fault("number too large")


def is_bytes(value, *lengths):
    return isinstance(value, bytes) and (not lengths or len(value) in lengths)


def is_number(value, low=0, high=(1 << 53) - 1):
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
