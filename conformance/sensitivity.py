"""Effects and Sobol' indices of an experiment's runs by SALib, on the same paths and samples, held against those that quorate wrote.

    sensitivity.py QUORATE DIRECTORY [SAMPLES]

An experiment is run, and its directory is read as anybody would: `runs.csv` for samples and outputs, `indices.csv` for the
indices. Point estimates must agree to the last place but one that is written (1e-8), since both are the same sums; intervals come
of different drawings, and must overlap, none being more than half as wide again as the other. The samples must be Saltelli's:
every point of a sample is its first, with one value of its last.

Before that a screening is run, and `effects.csv` held against Morris's analysis: to the thousandth that is written, where the
experiment's ranges are multiples of the moves, as SALib divides by the move that was meant; where moves had to be rounded to
whole numbers, against the changes that stand in `runs.csv`. Each parameter must be moved once on every path, and all points of
a path meet one chance.
"""

import csv
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
from SALib.analyze import morris, sobol

EXPERIMENT = Path(__file__).parent.parent / "experiments" / "fracture-sensitivity.toml"
TO_ROUNDING = 1e-8
AS_WIDE = 1.5
# What is narrower than this is as good as none: the widths of two drawings of it say nothing of each other.
NARROW = 1e-3
# Effects are written to thousandths, and each is a whole number of millionths.
TO_THOUSANDTHS = 5e-4 + 1e-6
# On so many levels, and with so many runs of each point; whether the moves are whole numbers.
SCREENINGS = (("6", "1", True), ("4", "3", False))


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def samples(runs, part, parameters, outputs):
    """The points of a part in their order: what was varied, and the mean of each output to thousandths, as it is analysed."""
    points = {}
    for run in runs:
        if run["part"] == part:
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


def compare(written, told, place, kind, key, to=TO_ROUNDING):
    value, low, high = (float(written[name]) for name in (kind, f"{kind}-low", f"{kind}-high"))
    theirs, width = told[key][place], told[f"{key}_conf"][place]
    where = f"{written['output']} {written['parameter']} {kind}"
    assert abs(value - theirs) <= to, f"{where}: {value} and {theirs}"
    assert low <= theirs + width and theirs - width <= high, f"{where}: {low} to {high}, and {theirs} +- {width}"
    ours, others = high - low, 2 * width
    if max(ours, others) > NARROW:
        assert max(ours, others) <= AS_WIDE * min(ours, others), f"{where}: as wide as {ours} and {others}"
    return abs(value - theirs)


def moves(varied, factors):
    """Of every path which parameter each of its steps moves, and by how much; the chance, which stands last, is one."""
    steps = np.diff(varied.reshape(-1, factors + 1, factors + 1), axis=1)
    assert (steps[:, :, -1] == 0).all(), "points of a path meet other chances"
    moved = steps[:, :, :-1]
    assert ((moved != 0).sum(axis=1) == 1).all() and ((moved != 0).sum(axis=2) == 1).all(), "no path"
    return moved


def reckoned(values, moved, widths):
    """The effects by the changes that were made."""
    changes = np.diff(values, axis=1)
    where = (moved != 0).argmax(axis=1)
    by = np.take_along_axis(moved, where[:, None, :], axis=1)[:, 0, :]
    effects = np.take_along_axis(changes, where, axis=1) * widths / by
    return {"mu_star": np.abs(effects).mean(axis=0), "mu": effects.mean(axis=0), "sigma": effects.std(axis=0, ddof=1)}


def screened(out, levels, is_whole):
    """Holds the effects of a screening against those of others: how many, and how far they are apart at the most."""
    written, runs = rows(out / "effects.csv"), rows(out / "runs.csv")
    parameters = tomllib.loads((out / "experiment.toml").read_text())["parameter"]
    widths = np.array([parameter["to"] - parameter["from"] for parameter in parameters])
    names = [parameter["name"] for parameter in parameters]
    outputs = list(dict.fromkeys(row["output"] for row in written))
    factors = len(names)
    varied, measured = samples(runs, "path", names, outputs)
    moved = moves(varied, factors)
    if is_whole:
        assert (np.abs(moved).max(axis=(0, 1)) * 2 * (levels - 1) == widths * levels).all(), "moves are rounded"
    furthest = 0.0
    for number, output in enumerate(outputs):
        values = measured[:, number].reshape(-1, factors + 1) / 1000
        used = ~np.isnan(values).any(axis=1)
        problem = {"num_vars": factors, "names": names, "bounds": [[one["from"], one["to"]] for one in parameters]}
        points = varied[:, :-1].reshape(-1, factors + 1, factors)[used].reshape(-1, factors).astype(float)
        told = morris.analyze(problem, points, values[used].reshape(-1), num_resamples=1000, num_levels=levels, seed=7)
        known = told if is_whole else reckoned(values[used], moved[used], widths)
        of = [row for row in written if row["output"] == output]
        assert sorted(row["parameter"] for row in of) == sorted(names)
        for row in of:
            place = names.index(row["parameter"])
            assert int(row["used"]) == used.sum(), f"{output}: {row['used']} paths and {used.sum()}"
            for kind, key in (("mu-star", "mu_star"), ("mu", "mu"), ("sigma", "sigma")):
                apart = abs(float(row[kind]) - known[key][place])
                assert apart <= TO_THOUSANDTHS, f"{output} {row['parameter']} {kind}: {row[kind]} and {known[key][place]}"
                furthest = max(furthest, apart)
            if is_whole:
                compare(row, told, place, "mu-star", "mu_star", TO_THOUSANDTHS)
    return len(outputs) * factors * 3, furthest


def main():
    quorate, directory = sys.argv[1], Path(sys.argv[2])
    many = sys.argv[3] if len(sys.argv) > 3 else "256"
    for levels, each, is_whole in SCREENINGS:
        out = directory / f"levels-{levels}"
        asked = ["--paths", many, "--levels", levels, "--each", each, "--seed", "7", "--out", out]
        subprocess.run([quorate, "explore", "screening", EXPERIMENT, *asked], check=True, stdout=subprocess.DEVNULL)
        count, furthest = screened(out, int(levels), is_whole)
        whose = "as SALib's" if is_whole else "as by the changes made"
        print(f"{count} numbers of {many} paths on {levels} levels with {each} runs a point: {whose}, to {furthest:.1e}")
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
        varied, measured = samples(rows(out / "runs.csv"), "sample", parameters[:-1], outputs)
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
