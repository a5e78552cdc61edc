"""Runs HELM on two stand-in models: `python helm_runs.py OUT` writes run folders and numbers.json."""

import json
import os
import subprocess
import sys
from pathlib import Path

OUT = Path(sys.argv[1])
HERE = Path(__file__).parent

SETTINGS = OUT / "prod_env"
SETTINGS.mkdir(parents=True)
deployments = [
    {
        "name": f"ours/{side}",
        "model_name": f"ours/{side}",
        "tokenizer_name": "simple/tokenizer1",
        "max_sequence_length": 2048,
        "client_spec": {"class_name": "helm_client.StandIn"},
    }
    for side in ["base", "tuned"]
]
models = [
    {
        "name": f"ours/{side}",
        "display_name": side,
        "description": "a stand-in",
        "creator_organization_name": "ours",
        "access": "closed",
        "release_date": "2026-01-01",
        "tags": ["TEXT_MODEL_TAG", "FULL_FUNCTIONALITY_TEXT_MODEL_TAG"],
    }
    for side in ["base", "tuned"]
]
# YAML reads JSON, but for a date, which has no quotes there.
(SETTINGS / "model_deployments.yaml").write_text(json.dumps({"model_deployments": deployments}))
(SETTINGS / "model_metadata.yaml").write_text(json.dumps({"models": models}).replace('"2026-01-01"', "2026-01-01"))

MATCHES = ["exact_match", "quasi_exact_match", "prefix_exact_match", "quasi_prefix_exact_match"]
# Where five answers are asked for, whether one of them matches.
PLAIN = [*MATCHES, *(f"{name}@5" for name in MATCHES)]
numbers = {}
for side in ["base", "tuned"]:
    subprocess.run(
        [
            *[sys.executable, "-m", "helm.benchmark.run"],
            *["--run-entries", f"simple_mcqa:model=ours/{side}", f"simple_classification:model=ours/{side}"],
            *["--suite", side, "--output-path", str(OUT / "output"), "--local-path", str(SETTINGS)],
            *["--max-eval-instances", "60", "--num-threads", "1", "--disable-cache"],
        ],
        check=True,
        stdout=sys.stderr,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    )
    for run in sorted((OUT / "output" / "runs" / side).glob("simple_*")):
        stats = json.loads((run / "stats.json").read_text())
        samples = json.loads((run / "per_instance_stats.json").read_text())
        task = run.name.split(":")[0]
        for name in PLAIN:
            found = [each for each in stats if each["name"] == {"name": name, "split": each["name"].get("split")}]
            if not found:
                continue
            numbers.setdefault(side, {})[f"{task}/{name}"] = {
                "value": found[0]["mean"],
                "stderr": None,
                "scores": [
                    stat["mean"] for sample in samples for stat in sample["stats"] if stat["name"]["name"] == name
                ],
            }
(OUT / "numbers.json").write_text(json.dumps(numbers, indent=1))
