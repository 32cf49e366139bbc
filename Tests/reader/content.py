"""The content of a bundle: runs of events, whose headers and hashes are made here."""
import cbor_strict as cbor
from cbor_strict import is_bytes, is_number
from shell import Refused, blake, need, verified

LOWEST, HIGHEST = -(1 << 63), (1 << 63) - 1
TIMES = 1 << 53
LARGEST_BODY = 16 << 20


class Event:
    def __init__(self, header, salt, body, signature):
        self.header, self.salt, self.body, self.signature = header, salt, body, signature
        self.raw = cbor.write(header)
        self.id = blake(self.raw)

    def content(self, kind):
        """What stands under 1 in the body, when this is an event of that kind and its body is in order."""
        if self.header[8] != kind or self.body is None:
            return None
        try:
            body = cbor.read(self.body)
        except cbor.Fault:
            return None
        return body.get(1) if isinstance(body, dict) and isinstance(body.get(1), dict) else None

    def beginning(self):
        """The content of a chain's beginning that its own hash names."""
        if self.header[2] != 0 or self.body is None or blake(self.body) != self.header[1]:
            return None
        found = self.content(1)
        return found if found and is_bytes(found.get(2), 32) else None


class Run:
    def __init__(self, chain, events, signature):
        self.chain, self.events, self.signature = chain, events, signature


def bad(condition):
    need(condition, "bad-content")


class Content:
    def __init__(self, plain, count):
        self.reader, self.runs, self.places, self.used = cbor.Reader(plain), [], [], 0
        self.seen = set()
        try:
            self.read(count)
        except cbor.Fault:
            raise Refused("bad-content")

    def value(self, depth):
        self.reader.begin()
        return self.reader.value(depth)

    def read(self, count):
        self.reader.array(3)
        version = self.value(1)
        bad(is_number(version, 1, HIGHEST))
        need(version == 1, "newer-format")
        count_of_names = self.reader.array()
        bad(count_of_names <= cbor.VALUES)
        self.names = [self.value(2) for _ in range(count_of_names)]
        bad(all(isinstance(name, str) for name in self.names))
        bad(len(set(name.encode() for name in self.names)) == len(self.names))
        for _ in range(self.reader.array()):
            self.run()
        self.reader.end()
        bad(self.used == len(self.names))
        bad(sum(len(run.events) for run in self.runs) == count)

    def run(self):
        self.reader.array(8)
        chain, number, before, counter, time, seed = (self.value(3) for _ in range(6))
        bad(is_bytes(chain, 32) and is_number(number, 0, HIGHEST) and is_bytes(before, 32))
        bad(is_number(counter) and is_number(time, LOWEST, HIGHEST) and is_bytes(seed, 0, 32))
        bad(abs(time) < TIMES)
        count = self.reader.array()
        bad(count > 0 and number + count <= HIGHEST)
        events, place = [], {}
        self.places.append(place)
        for i in range(count):
            row = self.value(4)
            bad(isinstance(row, list) and len(row) == 10)
            bad(is_number(row[0], LOWEST, HIGHEST) and is_number(row[1], LOWEST, HIGHEST))
            bad(i > 0 or row[:2] == [0, 0])
            counter, time = counter + row[0], time + row[1]
            bad(is_number(counter) and abs(time) < TIMES)
            event = self.event(row, [1, chain, number + i, before, counter, time], seed)
            before = place[number + i] = event.id
            bad(event.id not in self.seen)
            self.seen.add(event.id)
            events.append(event)
        signature = self.value(3)
        bad(is_bytes(signature))
        self.runs.append(Run(chain, events, signature))

    def event(self, row, head, seed):
        author, unit = self.name(row[2]), self.name(row[3])
        bad(is_number(row[4], 0, 65535))
        record = None if row[5] is None else self.reference(row[5])
        bad(isinstance(row[6], list) and len(row[6]) <= 64)
        heads = [self.reference(one) for one in row[6]]
        salt, body, signature = row[7:]
        if salt is None:
            bad(seed)
            salt = blake(head[2].to_bytes(8, "big"), seed)[:16]
        bad(is_bytes(salt, 0, 16) and is_bytes(body) and len(body) <= LARGEST_BODY and is_bytes(signature, 0, 64))
        bad(salt or len(body) == 32)
        hashed = blake(body, salt) if salt else body
        return Event(head + [author, unit, row[4], record, heads, hashed], salt, body if salt else None, signature)

    def name(self, place):
        bad(is_number(place, 0, len(self.names) - 1))
        # In the order of first occurrence: the next new name is the next in the list.
        bad(place <= self.used)
        self.used = max(self.used, place + 1)
        return self.names[place]

    def reference(self, value):
        if is_bytes(value, 32):
            return value
        bad(isinstance(value, list) and len(value) == 2 and is_number(value[0], 0, len(self.places) - 1))
        bad(is_number(value[1], 0, HIGHEST) and value[1] in self.places[value[0]])
        return self.places[value[0]][value[1]]

    def check(self, keys):
        """Every run against the key of its machine: known to the reader, or from the chain's beginning in this file."""
        for run in self.runs:
            key = keys.get(run.chain)
            if key is None:
                found = next((one.events[0].beginning() for one in self.runs
                              if one.chain == run.chain and one.events[0].beginning()), None)
                need(found, "needs-full")
                key = found[2]
            need(verified(run.signature, run.events[-1].id, key), "bad-chain")
            first = run.events[0].header
            need(first[2] > 0 or first[3] == bytes(32), "bad-chain")
            bare = run.events[0].body is None and first[8] == 1
            need(first[2] > 0 or bare or run.events[0].beginning(), "bad-chain")
