"""Sobol' indices of an experiment's runs by SALib, on the same samples, held against those that quorate wrote.

    sensitivity.py QUORATE DIRECTORY [SAMPLES]

An experiment is run, and its directory is read as anybody would: `runs.csv` for samples and outputs, `indices.csv` for the
indices. Point estimates must agree to the last place but one that is written (1e-8), since both are the same sums; intervals come
of different drawings, and must overlap, none being more than half as wide again as the other. The samples must be Saltelli's:
every point of a sample is its first, with one value of its last.
"""

import csv
import subprocess
import sys
from pathlib import Path

import numpy as np
from SALib.analyze import sobol

EXPERIMENT = Path(__file__).parent.parent / "experiments" / "fracture-sensitivity.toml"
TO_ROUNDING = 1e-8
AS_WIDE = 1.5
# What is narrower than this is as good as none: the widths of two drawings of it say nothing of each other.
NARROW = 1e-3


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def samples(runs, parameters, outputs):
    """The points of the samples in their order: what was varied, and the mean of each output to thousandths, as it is analysed."""
    points = {}
    for run in runs:
        if run["part"] == "sample":
            points.setdefault(int(run["point"]), []).append(run)
    assert list(points) == list(range(len(points))), "points are missing"
    varied = [[int(of[0][name]) for name in parameters] + [int(of[0]["chance"]) // len(of)] for of in points.values()]
    measured = [[mean([run[name] for run in of]) for name in outputs] for of in points.values()]
    return np.array(varied, dtype=np.int64), np.array(measured)


def mean(cells):
    """To the nearest thousandth, halves away from nothing: all in whole numbers. NaN where nothing was measured."""
    known = [int(cell) for cell in cells if cell]
    if not known:
        return float("nan")
    total, count = sum(known), len(known)
    size = (abs(total) * 2000 + count) // (count * 2)
    return float(size if total >= 0 else -size)


def is_saltelli(varied, factors):
    step = factors + 2
    for first in range(0, len(varied), step):
        a, b = varied[first], varied[first + step - 1]
        for factor in range(factors):
            expected = a.copy()
            expected[factor] = b[factor]
            assert (varied[first + 1 + factor] == expected).all(), f"point {first + 1 + factor}"


def analysed(values, factors):
    """SALib's indices of the samples that were measured at every point, and how many these are."""
    values = values.reshape(-1, factors + 2)
    whole = values[~np.isnan(values).any(axis=1)]
    problem = {"num_vars": factors, "names": [str(number) for number in range(factors)], "bounds": [[0, 1]] * factors}
    told = sobol.analyze(problem, whole.reshape(-1), calc_second_order=False, num_resamples=1000, seed=7)
    return told, len(whole)


def compare(written, told, place, kind, key):
    value, low, high = (float(written[name]) for name in (kind, f"{kind}-low", f"{kind}-high"))
    theirs, width = told[key][place], told[f"{key}_conf"][place]
    where = f"{written['output']} {written['parameter']} {kind}"
    assert abs(value - theirs) < TO_ROUNDING, f"{where}: {value} and {theirs}"
    assert low <= theirs + width and theirs - width <= high, f"{where}: {low} to {high}, and {theirs} +- {width}"
    ours, others = high - low, 2 * width
    if max(ours, others) > NARROW:
        assert max(ours, others) <= AS_WIDE * min(ours, others), f"{where}: as wide as {ours} and {others}"
    return abs(value - theirs)


def main():
    quorate, directory = sys.argv[1], Path(sys.argv[2])
    many = sys.argv[3] if len(sys.argv) > 3 else "256"
    for each in ("1", "3"):
        out = directory / f"each-{each}"
        subprocess.run(
            [quorate, "explore", "sensitivity", EXPERIMENT, "--samples", many, "--each", each, "--seed", "7", "--out", out],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        written = rows(out / "indices.csv")
        parameters = list(dict.fromkeys(row["parameter"] for row in written))
        outputs = list(dict.fromkeys(row["output"] for row in written))
        assert parameters[-1] == "chance"
        factors = len(parameters)
        varied, measured = samples(rows(out / "runs.csv"), parameters[:-1], outputs)
        assert len(varied) == int(many) * (factors + 2)
        is_saltelli(varied, factors)
        furthest = 0.0
        for number, output in enumerate(outputs):
            if not next(row for row in written if row["output"] == output)["first"]:
                assert np.nanstd(measured[:, number]) == 0, f"{output} varies"
                continue
            told, used = analysed(measured[:, number], factors)
            for place, row in enumerate(row for row in written if row["output"] == output):
                assert int(row["used"]) == used, f"{output}: {row['used']} samples and {used}"
                for kind, key in (("first", "S1"), ("total", "ST")):
                    furthest = max(furthest, compare(row, told, place, kind, key))
        count = len(outputs) * factors * 2
        print(f"{count} indices of {many} samples with {each} runs a point: as SALib's, to {furthest:.1e}; all intervals overlap")


if __name__ == "__main__":
    main()
