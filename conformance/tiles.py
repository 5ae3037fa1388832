#!/usr/bin/env python3
"""Recomputes the root of a record from its tiles (https://c2sp.org/tlog-tiles), with nothing but the standard library.

python3 tiles.py FOLDER    the checkpoint's root from the hashes; from the events too, if they are there
"""
import base64
import sys
from hashlib import sha256
from pathlib import Path

WIDTH = 256


def need(holds, otherwise):
    if not holds:
        raise ValueError(otherwise)


def number(index):
    groups = [f"{index % 1000:03}"]
    while index := index // 1000:
        groups.insert(0, f"x{index % 1000:03}")
    return "/".join(groups)


def tiles(folder, level, many):
    """The bytes of each tile of a level that has so many hashes or events."""
    for index in range(-(-many // WIDTH)):
        width = min(WIDTH, many - index * WIDTH)
        path = folder / "tile" / str(level) / (number(index) + ("" if width == WIDTH else f".p/{width}"))
        yield width, path.read_bytes()


def over(hashes):
    """The hash over so many hashes (RFC 9162, 2.1.1)."""
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return sha256(b"\1" + over(hashes[:half]) + over(hashes[half:])).digest()


def of_level(folder, level, many):
    found = []
    for width, data in tiles(folder, level, many):
        need(len(data) == 32 * width, f"a tile of level {level} of another length")
        found += [data[begin:begin + 32] for begin in range(0, len(data), 32)]
    return found


def of_entries(folder, many):
    found = []
    for width, data in tiles(folder, "entries", many):
        for _ in range(width):
            need(len(data) >= 2, "a bundle ends too early")
            long = int.from_bytes(data[:2], "big")
            found.append(sha256(b"\0" + data[2:2 + long]).digest())
            need(len(data) >= 2 + long, "a bundle ends too early")
            data = data[2 + long:]
        need(data == b"", "a bundle is longer than its entries")
    return found


def judge(folder):
    """Raises an error, or gives the size and whether the events are there."""
    _origin, size, root, *_ = (folder / "checkpoint").read_text().split("\n")
    size, root = int(size), base64.b64decode(root, validate=True)
    level, many = 0, size
    hashes = leaves = of_level(folder, 0, size)
    while many:
        # What is whole below stands above as one hash each.
        above = of_level(folder, level + 1, many // WIDTH)
        whole = [over(hashes[index * WIDTH:(index + 1) * WIDTH]) for index in range(many // WIDTH)]
        need(above == whole, f"level {level + 1} is not over level {level}")
        level, many, hashes = level + 1, many // WIDTH, above
    need((over(leaves) if leaves else sha256().digest()) == root, "the tiles have another root than the checkpoint")
    has_entries = (folder / "tile" / "entries").exists()
    need(not has_entries or of_entries(folder, size) == leaves, "the events are not those of the hashes")
    return size, has_entries


if __name__ == "__main__":
    try:
        found, with_events = judge(Path(sys.argv[1]))
        print(f"{found} events, {'with' if with_events else 'without'} the events themselves: the root is the checkpoint's")
    except (OSError, ValueError) as wrong:
        sys.exit(f"{sys.argv[1]}: {wrong}")
