#!/usr/bin/env python3
"""Verifies what docs/formats.md describes; not made from the code that it checks.

python3 verify.py                        every vector of vectors.json, with its genesis, blocks and events
python3 verify.py FILE.cbor PARTNERSHIP  one signed command; the partnership's id in hexadecimal
"""
import json
import sys
from pathlib import Path

from cbor2 import CBORDecodeError

from signed import canonical, command, hashed


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
    digest = hashed(b"quorate/digest/1", partnership)
    yield "genesis", partnership.hex() == vectors["genesis"]["id"], tip.hex()
    for height, block in enumerate(vectors["blocks"], 1):
        data = bytes.fromhex(block["bytes"])
        version, stated, parent, _moment, before, inside = canonical(data)
        agreed = (version, stated, parent, before) == (1, height, tip, digest)
        agreed &= all(judged(signed, partnership)[0] for signed in inside)
        for event in map(bytes.fromhex, block["events"]):
            canonical(event)
            digest = hashed(b"quorate/event/1", digest, event)
        tip = hashed(b"quorate/block/1", data)
        yield f"block {height}", agreed and [tip.hex(), digest.hex()] == [block["id"], block["digest"]], tip.hex()


def main(arguments):
    if len(arguments) == 2:
        valid, _, line = judged(Path(arguments[0]).read_bytes(), bytes.fromhex(arguments[1]))
        print(line)
        return 0 if valid else 1
    vectors = json.loads(Path(__file__).with_name("vectors.json").read_text())
    results = [*commands(vectors), *record(vectors)]
    for name, agreed, line in results:
        print(f"{'ok  ' if agreed else 'FAIL'} {name}: {line}")
    failed = sum(not agreed for _, agreed, _ in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
