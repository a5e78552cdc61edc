"""What one would write by hand: reads the samples of both sides with `json`, pairs them, and prints the difference.

Usage: python3 bench/import.py BASELINE CANDIDATE METRIC, folders of lm-evaluation-harness; or one folder, to read it only.
"""

import gzip
import json
import math
import pathlib
import sys


def read(folder, metric):
    scores = {}
    for file in sorted(pathlib.Path(folder).rglob("samples_*.jsonl*")):
        with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                row = json.loads(line)
                scores[file.name.rsplit("_", 1)[0], row["filter"], row["doc_hash"], row["doc_id"]] = row[metric]
    return scores


metric = sys.argv[-1]
sides = [read(folder, metric) for folder in sys.argv[1:-1]]
if len(sides) == 1:
    print(f"{len(sides[0])} samples")
else:
    baseline, candidate = sides
    deltas = [candidate[key] - baseline[key] for key in baseline.keys() & candidate.keys()]
    mean = sum(deltas) / len(deltas)
    spread = math.sqrt(sum((delta - mean) ** 2 for delta in deltas) / (len(deltas) - 1) / len(deltas))
    print(f"{len(deltas)} pairs, {mean:+.4f} ± {spread:.4f}")
