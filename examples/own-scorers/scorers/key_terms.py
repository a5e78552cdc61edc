"""A metric as a program: the share of a target's terms that the answer names. Started once a task; one line in, one line out."""

import json
import sys

for line in sys.stdin:
    sample = json.loads(line)
    terms = [term.strip().lower() for target in sample["targets"] for term in target.split(",") if term.strip()]
    if terms:
        said = sample["text"].lower()
        answer = {"score": sum(term in said for term in terms) / len(terms)}
    else:
        answer = {"unscored": "the target names no terms"}
    # Whoever reads waits for this line: without the flush it waits for ever.
    print(json.dumps({"id": sample["id"], **answer}), flush=True)
