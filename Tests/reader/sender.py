"""Whose key a file must be signed with: section SENDER of lecterm-bundle(5)."""
import cbor_strict as cbor
from cbor_strict import is_bytes
from content import Event
from shell import blake, verified


STEPS = 4  # So many machines may have let in one another, of which the first is known.


class Knowledge:
    """What a reader knows beforehand: its root, keys of machines by chain, whose they are, cards, the tree, and keys of persons."""

    def __init__(self, root=None, training=None):
        self.root, self.training = root, training
        self.keys, self.offices, self.joins, self.cards, self.people, self.above = {}, {}, {}, {}, {}, {}

    def learn(self, runs):
        """Takes over what a file says that the reader has accepted. Whether each of it counts is judged elsewhere."""
        for event in [event for run in runs for event in run.events]:
            chain = event.header[1]
            found = event.beginning()
            if found:
                self.keys[chain] = found[2]
            if root := event.content(60):
                self.offices[chain] = root[1]
            if card := event.content(61):
                self.cards[event.id] = card
            if join := event.content(62):
                self.joins[chain] = join[1]
            if place := event.content(2):
                self.above[place[1]] = place.get(4)
            if person := event.content(5):
                self.people.setdefault((chain, event.header[6]), []).append(person.get(6))

    def key(self, head):
        """The sender's key, or None."""
        if head[5] in self.keys:
            return self.keys[head[5]]
        pieces = [unpacked(piece) for piece in head[15]]
        if not all(pieces):
            return None
        starts = {event.header[1]: event.beginning() for event in pieces if event.beginning()}
        is_known, unit = self.office(head[5], pieces, starts, STEPS)
        return starts[head[5]][2] if is_known or unit is not None and unit == head[3] else None

    def fault(self, head, runs):
        """What is wrong with the sender once all is known that the file brings: somebody else's name, or nobody's machine."""
        pieces = [unpacked(piece) for piece in head[15]]
        starts = {event.header[1]: event.beginning() for event in filter(None, pieces) if event.beginning()}
        is_known, unit = self.office(head[5], pieces, starts, 0)
        # Of a machine whose key was given by hand nobody said whose it is.
        if is_known and unit is None:
            return None
        unit = unit or self.with_all(runs).office(head[5], pieces, starts, 0)[1]
        return None if unit == head[3] else "other-sender" if unit else "unknown-sender"

    def with_all(self, runs):
        """The same with what runs bring, and of their cards those that count."""
        more = Knowledge()
        for name, known in vars(self).items():
            setattr(more, name, {key: list(item) if name == "people" else item for key, item in known.items()}
                    if isinstance(known, dict) else known)
        more.learn(runs)
        more.cards = dict(self.cards)
        cards = [event for run in runs for event in run.events if event.content(61)]
        for _ in cards:
            for event in cards:
                card, chain = event.content(61), event.header[1]
                issuer = more.offices.get(chain) or more.cards.get(more.joins.get(chain), {}).get(1)
                people = more.people.get((chain, event.header[6]), [])
                if issuer in (card[1], more.above.get(card[1])) and any(
                        verified(event.signature, event.id, key) for key in people):
                    more.cards[event.id] = card
        return more

    def office(self, chain, pieces, starts, steps):
        """Whether it is known beforehand whose machine wrote a chain, and whose it is; None where nothing shows it."""
        while chain not in self.keys:
            start = starts.get(chain)
            if start is None:
                return False, None
            if 8 not in start:
                return False, self.joined(chain, pieces, starts, steps)
            before, signature = start[8]
            vow = cbor.write({number: item for number, item in start.items() if number != 8})
            key = self.keys.get(before) or starts.get(before, {}).get(2)
            if key is None or not verified(signature, vow, key):
                return False, None
            chain = before
        return True, self.offices.get(chain) or self.cards.get(self.joins.get(chain), {}).get(1)

    def joined(self, chain, pieces, starts, steps):
        """The unit that a chain joined with a card, and that its beginning names."""
        join = next((event.content(62) for event in pieces if event.header[1] == chain and event.content(62)), None)
        card = self.card(join.get(1), pieces, starts, steps) if join else None
        if card and card.get(1) == starts[chain].get(9) and verified(join.get(2), chain, card.get(5)):
            return card[1]
        return None

    def card(self, name, pieces, starts, steps):
        """A card that is known; or one that comes along, of a machine that is known and signed by its person; or one signed by a
        machine that is known or shows its office likewise."""
        if name in self.cards:
            return self.cards[name]
        event = next((event for event in pieces if event.id == name and event.content(61)), None)
        if event is None:
            return None
        card, chain = event.content(61), event.header[1]
        people = self.people.get((chain, event.header[6]), []) if chain in self.keys else []
        if any(verified(event.signature, event.id, key) for key in people):
            return card
        key = self.keys.get(chain) or starts.get(chain, {}).get(2)
        vow = cbor.write({number: item for number, item in card.items() if number != 6})
        if steps == 0 or key is None or not verified(card.get(6), vow, key):
            return None
        issuer = self.office(chain, pieces, starts, steps - 1)[1]
        heard = issuer in self.above or issuer in self.offices.values()
        return card if issuer is not None and (not heard or issuer in (card[1], self.above.get(card[1]))) else None


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
