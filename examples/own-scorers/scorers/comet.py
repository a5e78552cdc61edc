"""
COMET (https://github.com/Unbabel/COMET) as a scorer: pip install unbabel-comet, and the model is downloaded once.

Runs once a batch (`process: batch`), so that a GPU sees many sentences at a time: reads all lines, scores them together and goes.
The target of a row is JSON: doc_to_target: "{{ {'source': source, 'reference': reference} }}".
"""

import json
import sys

MODEL = sys.argv[1] if len(sys.argv) > 1 else "Unbabel/wmt22-comet-da"


def main():
    # What libraries print must not stand between the answers.
    out, sys.stdout = sys.stdout, sys.stderr
    from comet import download_model, load_from_checkpoint

    samples = [json.loads(line) for line in sys.stdin]
    rows = [json.loads(sample["targets"][0]) for sample in samples]
    model = load_from_checkpoint(download_model(MODEL))
    data = [
        {"src": row["source"], "mt": sample["text"], "ref": row["reference"]}
        for sample, row in zip(samples, rows)
    ]
    scores = model.predict(data, batch_size=8, gpus=0, progress_bar=False).scores
    for sample, score in zip(samples, scores):
        print(json.dumps({"id": sample["id"], "score": float(score)}), file=out)


main()
