"""What one would write by hand: reads both tables, pairs their samples, and prints the difference with its standard error.

Usage: python3 bench/judging.py json|duckdb|errorbars BASELINE CANDIDATE, tables of JSONL with model, id and score; or `versions`.
"""

import json
import sys


def by_json(baseline, candidate):
    import numpy

    def read(file):
        scores = {}
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                scores[row["id"]] = row["score"]
        return scores

    before, after = read(baseline), read(candidate)
    deltas = numpy.array([after[key] - before[key] for key in before if key in after], float)
    return len(deltas), deltas.mean(), deltas.std(ddof=1) / len(deltas) ** 0.5


def by_duckdb(baseline, candidate):
    import duckdb

    return duckdb.execute(
        """
        select count(*), avg(delta), stddev_samp(delta) / sqrt(count(*))
        from (select after.score - before.score as delta from read_json(?) before join read_json(?) after using (id))
        """,
        [baseline, candidate],
    ).fetchone()


def by_errorbars(baseline, candidate):
    from errorbars.cli import main

    columns = ["--question-col", "id", "--model-col", "model", "--score-col", "score"]
    main(["compare", baseline, candidate, *columns])
    return ()


def versions():
    from importlib.metadata import PackageNotFoundError, version

    found = {"python": sys.version.split()[0]}
    for name in ("numpy", "duckdb", "errorbars"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return found


how, *files = sys.argv[1:]
if how == "versions":
    print(json.dumps(versions()))
else:
    print(*{"json": by_json, "duckdb": by_duckdb, "errorbars": by_errorbars}[how](*files))
