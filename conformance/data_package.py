#!/usr/bin/env python3
"""Lets Frictionless validate the registers as a data package, and compares what it read with the registers.

python3 data_package.py QUORATE FOLDER
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

import frictionless

STORIES = Path(__file__).parent.parent / "stories"


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def same(cell, wanted):
    """A cell as Frictionless read it, and as JSON has it: numbers by value, moments by their text."""
    if wanted is None or cell is None:
        return cell is wanted
    if hasattr(cell, "isoformat"):
        return wanted.startswith(cell.isoformat().split("+")[0].rstrip("0").rstrip("."))
    text = str(cell)
    return text == str(wanted) or text == "'" + str(wanted)


def main(quorate, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = 0
    for story in ("founding", "with-the-bank"):
        played, out = folder / story, folder / f"{story}-registers"
        run(quorate, "play", STORIES / f"{story}.story", "--dir", played)
        run(quorate, "record", "data-package", "--out", out, "--dir", played)
        description = out / "datapackage.json"
        report = frictionless.validate(str(description))
        if not report.valid:
            sys.exit(str(report.flatten(["name", "rowNumber", "fieldNumber", "message"])))
        package = frictionless.Package(str(description))
        names = {line.split()[0] for line in run(quorate, "record").splitlines()}
        assert {resource.name for resource in package.resources} == names, "a register is missing"
        for resource in package.resources:
            wanted = json.loads(run(quorate, "record", resource.name, "--format", "json", "--dir", played))["rows"]
            read = [row.to_dict() for row in resource.read_rows()]
            assert len(read) == len(wanted), resource.name
            for one, other in zip(read, wanted):
                for key, cell in one.items():
                    assert same(cell, other[key]), f"{resource.name}.{key}: {cell!r} is not {other[key]!r}"
            rows += len(read)
        accounts = out / "accounts.csv"
        text = accounts.read_bytes()
        for broken in (text.replace(b"800000000.00", b"800000001.00"), text.replace(b"800000000.00", b"some"), text + text):
            accounts.write_bytes(broken)
            if broken != text and frictionless.validate(str(description)).valid:
                sys.exit("a changed cell was not seen")
        accounts.write_bytes(text)
    print(f"{rows} rows of {len(names)} registers as Frictionless reads them; what is changed is refused")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
