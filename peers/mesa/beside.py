"""Runs a second of quorate and of the Mesa model of the same behaviours, one thread each, in turns, so that a busy machine slows both.

    beside.py QUORATE [RUNS]
"""

import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 5


def runs_a_second(command, pattern):
    told = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout
    return float(re.search(pattern, told).group(1))


def main():
    quorate = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    for name in ("baseline", "fracture"):
        scenario = ROOT / "scenarios" / f"{name}.toml"
        ours, theirs = [], []
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                explore = [quorate, "explore", scenario, "--runs", runs, "--threads", 1, "--seed", 7, "--out", Path(folder) / "out"]
                ours.append(runs_a_second(explore, r"(\d+) runs and \d+ commands a second"))
            model = [sys.executable, Path(__file__).with_name("model.py"), scenario, runs]
            theirs.append(runs_a_second(model, r"([\d.]+) runs/s"))
        ours, theirs = statistics.median(ours), statistics.median(theirs)
        print(f"{name}: quorate {ours:.0f} runs/s, with rules, record and books; mesa {theirs:.0f} runs/s, without: {ours / theirs:.1f} x")


if __name__ == "__main__":
    main()
