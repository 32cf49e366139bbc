"""Whose key a file must be signed with: section SENDER of lecterm-bundle(5)."""
import cbor_strict as cbor
from cbor_strict import is_bytes
from content import Event
from shell import blake, verified


class Knowledge:
    """What a reader knows beforehand: its root, keys of machines by chain, cards, and keys of persons by unit and name."""

    def __init__(self, root=None, training=None):
        self.root, self.training = root, training
        self.keys, self.cards, self.people, self.units = {}, {}, {}, {}

    def learn(self, runs):
        """Takes over what a file says that the reader has accepted. Whether each of it counts is judged elsewhere."""
        for event in [event for run in runs for event in run.events]:
            found = event.beginning()
            if found:
                self.keys[event.header[1]] = found[2]
            if card := event.content(61):
                self.cards[event.id] = card
            if person := event.content(5):
                self.people.setdefault((event.header[1], event.header[6]), []).append(person.get(6))

    def key(self, head):
        """The sender's key, or None."""
        if head[5] in self.keys:
            return self.keys[head[5]]
        pieces = [unpacked(piece) for piece in head[15]]
        if not all(pieces):
            return None
        starts = {event.header[1]: event.beginning() for event in pieces if event.beginning()}
        if head[5] not in starts:
            return None
        chain, seen = head[5], set()
        while 8 in starts.get(chain, {}) and chain not in seen:
            seen.add(chain)
            start = starts[chain]
            before, signature = start[8]
            known = self.keys.get(before)
            key = known or starts.get(before, {}).get(2)
            vow = cbor.write({number: item for number, item in start.items() if number != 8})
            if key is None or not verified(signature, vow, key):
                return None
            if known:
                return starts[head[5]][2]
            chain = before
        if starts.get(chain, {}).get(9) != head[3]:
            return None
        for event in pieces:
            join = event.content(62) if event.header[1] == chain else None
            card = self.card(join.get(1), pieces) if join else None
            if card and card.get(1) == head[3] and verified(join.get(2), chain, card.get(5)):
                return starts[head[5]][2]
        return None

    def card(self, name, pieces):
        """A card that is known, or one that comes along, of a machine that is known and signed by its person."""
        if name in self.cards:
            return self.cards[name]
        for event in pieces:
            if event.id == name and event.content(61) and event.header[1] in self.keys:
                keys = self.people.get((event.header[1], event.header[6]), [])
                if any(verified(event.signature, event.id, key) for key in keys):
                    return event.content(61)
        return None


def unpacked(piece):
    """A whole event as number 15 carries it, or None when its hashes do not hold."""
    try:
        parts = cbor.read(piece)
        if not isinstance(parts, list) or len(parts) != 4 or not all(map(is_bytes, parts)):
            return None
        raw, salt, body, signature = parts
        header = cbor.read(raw)
    except cbor.Fault:
        return None
    if len(salt) != 16 or len(signature) not in (0, 64) or not isinstance(header, list) or len(header) != 12:
        return None
    if header[0] != 1 or blake(body, salt) != header[11]:
        return None
    return Event(header, salt, body, signature)
