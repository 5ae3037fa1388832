#!/usr/bin/env python3
"""Plays every story, has the file of each decided decision made, and judges it here: by the binary and by this verifier alike.

python3 decisions.py QUORATE FOLDER
"""
import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

from checkpoint import Fault
from record import judge

STORIES = Path(__file__).resolve().parent.parent / "stories"


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def decided(quorate, played):
    table = run(quorate, "record", "decisions", "--format", "csv", "--dir", played).stdout
    rows = csv.DictReader(io.StringIO(table))
    return [row["decision"] for row in rows if row["stage"] in ("adopted", "not adopted", "executed", "lapsed")]


def main(quorate, folder):
    shutil.rmtree(folder, ignore_errors=True)
    wrong, files = [], 0
    for story in sorted(STORIES.glob("*.story")):
        played = folder / story.stem
        if run(quorate, "play", story, "--dir", played).returncode:
            continue
        for decision in decided(quorate, played):
            out = folder / f"{story.stem}-{decision}.record"
            made = run(quorate, "record", "export", "--decision", decision, "--out", out, "--dir", played)
            if made.returncode:
                # What lapsed before a vote has no outcome to prove.
                if "no outcome" not in made.stderr:
                    wrong.append(f"{out.name}: {made.stderr.strip()}")
                continue
            files += 1
            shown = run(quorate, "verify", out)
            if shown.returncode:
                wrong.append(f"{out.name}: {shown.stderr.strip()}")
            try:
                judge(out.read_bytes())
            except Fault as fault:
                wrong.append(f"{out.name}: the check of `{fault.args[0]}` fails: {fault.args[1]}")
    print("\n".join(wrong) if wrong else f"{files} files of decisions, each proves its own")
    sys.exit(bool(wrong) or not files)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
