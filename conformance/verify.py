#!/usr/bin/env python3
"""Verifies what docs/formats.md describes; not made from the code that it checks.

python3 verify.py                        every vector of vectors.json, with its genesis, blocks and events,
                                         every file of records, and the tiles of served
python3 verify.py FILE.cbor PARTNERSHIP  one signed command; the partnership's id in hexadecimal
python3 verify.py FILE.record [NOTE]     one record file, or one that compares two checkpoints; with a checkpoint that the
                                         file's must be or go on from
"""
import json
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from cbor2 import CBORDecodeError, dumps

import tiles
from checkpoint import Fault
from consistency import compare
from record import judge
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


def shown(data, held=None):
    """What a file shows, and who signed two records if it shows two."""
    if data[1:13] == b"\x6bconsistency":
        return compare(data, held)
    return judge(data, held), None


def records():
    folder = Path(__file__).with_name("records")
    for entry in json.loads((folder / "index.json").read_text()):
        held = entry["held"] and (folder / entry["held"]).read_text()
        name = f"{entry['file']} against {entry['held']}" if held else entry["file"]
        try:
            (line, both), failed = shown((folder / entry["file"]).read_bytes(), held), None
        except Fault as fault:
            line, both, failed = f"refused: {', '.join(fault.args)}", None, fault.args[0]
        yield name, (failed is None, failed, both) == (entry["valid"], entry["check"], entry["signed_both"]), line


def flips():
    """Each small file with a bit of one byte turned, byte after byte: nothing of it is shown any more."""
    folder = Path(__file__).with_name("records")
    for name in json.loads((folder / "flips.json").read_text()):
        data, still = (folder / name).read_bytes(), []
        for at in range(len(data)):
            turned = bytearray(data)
            turned[at] ^= 1 << at % 8
            try:
                shown(bytes(turned))
                still.append(at)
            except Fault:
                pass
        yield f"{name}, each byte turned", not still, f"{len(data)} bytes; shown all the same: {still}"


def served():
    """The record as static files: its root from them, and with a byte of any of them turned no more."""
    folder = Path(__file__).with_name("served")
    size, with_events = tiles.judge(folder)
    yield "served", with_events and size > tiles.WIDTH, f"{size} events"
    for file in sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()):
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch) / "served"
            shutil.copytree(folder, copy)
            data = bytearray((copy / file).read_bytes())
            data[len(data) // 2 if file.name != "checkpoint" else data.index(b"\n", 80) - 2] ^= 1
            (copy / file).write_bytes(data)
            try:
                tiles.judge(copy)
                refused = False
            except (OSError, ValueError):
                refused = True
            yield f"served, a byte turned in {file}", refused, "refused" if refused else "not noticed"


def one(path, held):
    try:
        line, both = shown(Path(path).read_bytes(), Path(held[0]).read_text() if held else None)
        print("shown:" if both is None else "a fork:", line)
        return 0 if both is None else 1
    except Fault as fault:
        print(f"the check of `{fault.args[0]}` fails: {fault.args[1]}")
        return 1


def main(arguments):
    if arguments and (len(arguments) == 1 or arguments[0].endswith(".record")):
        return one(arguments[0], arguments[1:])
    if len(arguments) == 2:
        valid, _, line = judged(Path(arguments[0]).read_bytes(), bytes.fromhex(arguments[1]))
        print(line)
        return 0 if valid else 1
    vectors = json.loads(Path(__file__).with_name("vectors.json").read_text())
    results = [*commands(vectors), *record(vectors), *records(), *flips(), *served()]
    for name, agreed, line in results:
        print(f"{'ok  ' if agreed else 'FAIL'} {name}: {line}")
    failed = sum(not agreed for _, agreed, _ in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
