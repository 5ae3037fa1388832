"""Runs a second of quorate and of two Mesa models of the same behaviours, one thread each, in turns, so that a busy machine slows all.

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
        model = [sys.executable, Path(__file__).with_name("model.py"), scenario, runs]
        rounds = []
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                explore = [quorate, "explore", scenario, "--runs", runs, "--threads", 1, "--seed", 7, "--out", Path(folder) / "out"]
                ours = runs_a_second(explore, r"(\d+) runs and \d+ commands a second")
            theirs = [runs_a_second(model + more, r"([\d.]+) runs/s") for more in ([], ["--observed"])]
            rounds.append((ours, *theirs))
        ours, bare, observed = (statistics.median(speeds) for speeds in zip(*rounds))
        print(f"{name}: quorate {ours:.0f} runs/s, with rules, record and books")
        print(f"   mesa {observed:.0f} runs/s, telling of each quarter what quorate tells: {ours / observed:.1f} x")
        print(f"   mesa {bare:.0f} runs/s, telling six numbers of it: {ours / bare:.1f} x")


if __name__ == "__main__":
    main()
