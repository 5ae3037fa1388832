#!/usr/bin/env python3
"""Verifies what docs/formats.md describes; not made from the code that it checks.

python3 verify.py                        every vector of vectors.json, with its genesis, blocks and events,
                                         and every record file of records
python3 verify.py FILE.cbor PARTNERSHIP  one signed command; the partnership's id in hexadecimal
python3 verify.py FILE.record            one record file
"""
import json
import sys
from hashlib import sha256
from pathlib import Path

from cbor2 import CBORDecodeError, dumps

from record import Fault, judge
from signed import canonical, command, hashed, verify


def judged(data, partnership):
    """Whether a signed command is valid, what it is said to be, and a line about it."""
    try:
        number, key, payload = command(data, partnership)
    except (ValueError, CBORDecodeError) as wrong:
        return False, [None, None, None], f"invalid: {wrong}"
    post = f"{payload[1]}/{payload[2]}"
    return True, [number.hex(), key.hex(), post], f"valid: {number.hex()} by {post}"


def commands(vectors):
    for vector in vectors["commands"]:
        valid, said, line = judged(bytes.fromhex(vector["bytes"]), bytes.fromhex(vector["partnership"]))
        agreed = valid == vector["valid"] and said == [vector["id"], vector["key"], vector["post"]]
        yield vector["name"], agreed, line


def record(vectors):
    """The genesis, then each block: on the one before, its commands valid, and the digest after its events."""
    genesis = bytes.fromhex(vectors["genesis"]["bytes"])
    canonical(genesis)
    partnership = tip = hashed(b"quorate/genesis/1", genesis)
    digest, leaves = hashed(b"quorate/digest/1", partnership), []
    yield "genesis", partnership.hex() == vectors["genesis"]["id"], tip.hex()
    for height, block in enumerate(vectors["blocks"], 1):
        data = bytes.fromhex(block["bytes"])
        version, stated, parent, _moment, before, size, root, orderer, inside = canonical(data)
        agreed = (version, stated, parent, before) == (3, height, tip, digest)
        if orderer:
            ordered(orderer, partnership, height - 1, tip)
        agreed &= (size, root) == (len(leaves), edge(leaves))
        agreed &= all(judged(signed, partnership)[0] for signed in inside)
        for event in map(bytes.fromhex, block["events"]):
            canonical(event)
            leaves.append(event)
            digest = hashed(b"quorate/event/1", digest, event)
        tip = hashed(b"quorate/block/1", data)
        yield f"block {height}", agreed and [tip.hex(), digest.hex()] == [block["id"], block["digest"]], tip.hex()


def ordered(orderer, partnership, height, parent):
    """The signatures that the node which ordered a block carries: under its parent, and as evidence."""
    _node, seals, evidence = orderer
    turn, by = seals or (0, [])
    words = [(node, [2, height, turn, parent], signature) for node, signature in by]
    words += [(node, list(word), signature) for node, *both in evidence for word, signature in both]
    for node, word, signature in words:
        head = b"quorate/engine/1\0" + partnership + node
        verify(node, signature, head + dumps(word, canonical=True))


def edge(leaves):
    """The root of the leaves' tree (RFC 9162, 2.1.1)."""
    if len(leaves) < 2:
        return sha256(b"\0" + leaves[0]).digest() if leaves else sha256().digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + edge(leaves[:half]) + edge(leaves[half:])).digest()


def records():
    folder = Path(__file__).with_name("records")
    for entry in json.loads((folder / "index.json").read_text()):
        try:
            line, failed = judge((folder / entry["file"]).read_bytes()), None
        except Fault as fault:
            line, failed = f"refused: {': '.join(fault.args)}", fault.args[0]
        yield entry["file"], (failed is None, failed) == (entry["valid"], entry["check"]), line


def main(arguments):
    if len(arguments) == 1:
        try:
            print("proven:", judge(Path(arguments[0]).read_bytes()))
            return 0
        except Fault as fault:
            print(f"the check of `{fault.args[0]}` fails: {fault.args[1]}")
            return 1
    if len(arguments) == 2:
        valid, _, line = judged(Path(arguments[0]).read_bytes(), bytes.fromhex(arguments[1]))
        print(line)
        return 0 if valid else 1
    vectors = json.loads(Path(__file__).with_name("vectors.json").read_text())
    results = [*commands(vectors), *record(vectors), *records()]
    for name, agreed, line in results:
        print(f"{'ok  ' if agreed else 'FAIL'} {name}: {line}")
    failed = sum(not agreed for _, agreed, _ in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
