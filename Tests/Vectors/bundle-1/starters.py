"""Starter files opened with a card, by somebody who knows nothing yet: the right card, another one, and boxes that are not right."""
from bundle import Spec, build
from nacl import bindings as sodium
from nacl import pwhash
from writer import luck, seal


def lock(tree, name, key, code=None, operations=1, memory=8192, gifts=None, size=None):
    """The card's part of number 13: the content key and what a machine joins with, under the card's code."""
    salt, nonce = luck("card salt " + name, 16), luck("card nonce " + name, 24)
    stretched = pwhash.argon2id.kdf(32, (code or tree.code).encode(), salt, opslimit=operations, memlimit=memory)
    inside = key + (tree.cards["second"][1] + tree.box_secret if gifts is None else gifts)
    inside += bytes(0 if size is None else size - 40 - len(inside))
    return [salt, operations, memory, nonce + sodium.crypto_secretbox(inside, nonce, stretched)]


def cases(tree):
    """Name, file, verdict, what it shows, and the card that it is opened with."""
    def starter(name, **fields):
        runs = [(chain, 0, tree.known[chain.name]) for chain in (tree.d, tree.p, tree.a)]
        return Spec(tree, name, tree.p, runs, _2="starter", _7=0, **fields)

    def locked(name, verdict, shows, card=None, change=None, seals=True, key=None, **how):
        one = starter(name)
        made = lock(tree, name, one.key if key is None else key, **how)
        one.fields["_13"] = [[seal(one.key, tree.box, name)] if seals else [], change(made) if change else made]
        return name, one, verdict, shows, card or tree.code

    other, bad = tree.another_code, "bad-card"
    yield locked("starter-with-its-card", "ok", "A starter file, opened with its card")
    yield locked("starter-sealed-to-nobody", "ok", "Without any seal, the card opens it", seals=False)
    yield locked("starter-of-another-card", "ok", "The same for another card", card=other, code=other)
    yield locked("starter-operations-10", "ok", "The dearest work that a card may cost", operations=10)
    yield locked("starter-memory-256-mib", "ok", "The most memory that a card may cost", memory=268435456)
    yield locked("starter-box-of-1024", "ok", "A card's box of the largest size: what stands behind is for later", size=1024)
    yield locked("starter-wrong-card", bad, "Opened with a card that nobody has issued", card=tree.wrong_code)
    yield locked("starter-card-of-another", bad, "Opened with the card of another starter file", card=other)
    yield locked("starter-with-card-of-this-tree", bad, "Made for another card, and opened with this one", code=other)
    yield locked("starter-other-operations", bad, "The header says other work than the box was made with",
                 change=lambda a: [a[0], 2, *a[2:]])
    yield locked("starter-other-memory", bad, "The header says other memory than the box was made with",
                 change=lambda a: [*a[:2], 9216, a[3]])
    yield locked("starter-other-salt", bad, "Another salt than the box was made with",
                 change=lambda a: [luck("other salt", 16), *a[1:]])
    yield locked("starter-other-nonce", bad, "Another nonce than the box was made with",
                 change=lambda a: [*a[:3], luck("other nonce", 24) + a[3][24:]])
    yield locked("starter-box-flipped", bad, "One bit of the card's box is wrong, and the sender signed it",
                 change=lambda a: [*a[:3], a[3][:50] + bytes([a[3][50] ^ 1]) + a[3][51:]])
    yield locked("starter-box-of-72", bad, "A card's box of the smallest size, without a key to join with", gifts=b"")
    yield locked("starter-box-of-135", bad, "A key to join with that has 63 bytes", size=135, gifts=b"")
    yield locked("starter-of-another-key", "damaged", "The card's box holds another content key", key=luck("another key"))
    yield locked("starter-card-instead-of-seal", bad, "A seal opens it, and the card that was given does not",
                 card=tree.wrong_code)
    one = locked("starter-box-of-another-file", "", "")[1]
    one.fields["_13"][1] = locked("starter-of-another-card", "", "", code=other)[1].fields["_13"][1]
    yield ("starter-box-of-another-file", one, "damaged", "The card's box of another starter file, opened with that one's card",
           other)
    one = locked("starter-signed-by-stranger", "", "")[1]
    one.signer = tree.stranger
    yield "starter-signed-by-stranger", one, "bad-signature", "Not signed with the key under number 6", tree.code
    file = build(locked("starter-bit-in-card", "", "")[1])
    at = file.index(luck("card salt starter-bit-in-card", 16)) + 60
    yield ("starter-bit-in-card", file[:at] + bytes([file[at] ^ 1]) + file[at + 1:], "bad-signature",
           "One bit of the card's box is wrong", tree.code)
    one = starter("starter-for-nobody", _4=[])
    one.fields["_13"] = [[seal(one.key, tree.box, one.name)], lock(tree, one.name, one.key)]
    yield "starter-for-nobody", one, "bad-header", "A starter file that names no unit", tree.code
