#!/usr/bin/env python3
"""Checks quorate.cddl against vectors.json: what is in form passes, what is not fails.

pip install -r requirements-dev.txt; python3 check_cddl.py
"""
import json
import sys
from pathlib import Path

import cbor2
from cddl_verifier import Validator

HERE = Path(__file__).parent
# Refused for what CDDL does not say: sizes and signatures; the encoding within a byte string; the table of
# currencies; what a line of text may hold.
BEYOND = (
    "one byte longer", "one bit of", "s + L", "small order", "signed ",
    "in another order", "a number is longer", "in the payload is of indefinite length",
    "one decimal", "above the largest", "minus nothing", "currency",
    "two lines", "turns the reading", "ends with a space",
)


def cases(vectors):
    for vector in vectors["commands"]:
        in_form = vector["valid"] or any(words in vector["name"] for words in BEYOND)
        yield vector["name"], "signed-command", vector["bytes"], in_form
    yield "genesis", "genesis", vectors["genesis"]["bytes"], True
    for block in vectors["blocks"]:
        yield f"block {block['height']}", "block", block["bytes"], True
        for number, event in enumerate(block["events"], 1):
            yield f"block {block['height']}, event {number}", "booked", event, True
    for sample in vectors["event_samples"]:
        yield f"event: {sample['name']}", "booked", sample["bytes"], True
        yield f"event with one element more: {sample['name']}", "booked", with_one_more(sample["bytes"]), False


def files():
    folder = HERE / "records"
    for entry in json.loads((folder / "index.json").read_text()):
        if entry["valid"] and not entry["held"]:
            data = (folder / entry["file"]).read_bytes()
            form = "record-file" if data[1] == 2 else "consistency-file"
            yield entry["file"], form, data.hex(), True
            yield f"{entry['file']} with an element more", form, with_one_more_at_the_end(data), False


def with_one_more_at_the_end(data):
    return cbor2.dumps([*cbor2.loads(data), 0], canonical=True).hex()


def with_one_more(booked):
    """The event with elements that no event of its kind has: more than are optional in any."""
    value = cbor2.loads(bytes.fromhex(booked))
    event = value[-1]
    (event[1] if isinstance(event[1], list) else event).extend([0, 0, 0])
    return cbor2.dumps(value, canonical=True).hex()


def main():
    validator = Validator(HERE / "quorate.cddl")
    vectors = json.loads((HERE / "vectors.json").read_text())
    results = []
    for name, form, data, expected in [*cases(vectors), *files()]:
        found = validator.validate(bytes.fromhex(data), form, require_deterministic=True)
        results.append(found.valid == expected)
        print(f"{'ok  ' if results[-1] else 'FAIL'} {name}: {'in form' if found.valid else 'not in form'}")
        if expected and not found.valid:
            print(found)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
