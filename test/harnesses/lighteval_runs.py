"""Runs lighteval on two stand-in models: `python lighteval_runs.py OUT` writes results, details and numbers.json."""

import json
import sys
from pathlib import Path

from lighteval.logging.evaluation_tracker import EvaluationTracker
from lighteval.models.custom.custom_model import CustomModelConfig
from lighteval.pipeline import ParallelismManager, Pipeline, PipelineParameters
from lighteval.tasks.registry import Registry

OUT = Path(sys.argv[1])
HERE = Path(__file__).parent

# Its own tasks are left out: one of them fetches a file when it is imported.
Registry._load_from_files = staticmethod(lambda *_: {})
Registry._load_from_subdirs = staticmethod(lambda *_: {})

DATA = OUT / "data"
DATA.mkdir(parents=True)
rows = [{"question": f"What is {n} + {n}?", "answer": str(2 * n), "choices": [str(2 * n + k) for k in range(4)]} for n in range(40)]
(DATA / "test.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

numbers = {}
for side in ["base", "tuned"]:
    tracker = EvaluationTracker(output_dir=str(OUT / side), save_details=True)
    pipeline = Pipeline(
        tasks="sums|0,choices|0",
        pipeline_parameters=PipelineParameters(
            launcher_type=ParallelismManager.CUSTOM, custom_tasks_directory=str(HERE / "lighteval_tasks.py")
        ),
        evaluation_tracker=tracker,
        model_config=CustomModelConfig(model_name=side, model_definition_file_path=str(HERE / "lighteval_model.py")),
    )
    pipeline.evaluate()
    pipeline.save_and_push_results()
    results = pipeline.get_results()["results"]
    for task in ["sums|0", "choices|0"]:
        # As the program prints them, and as its results file has them.
        printed = task.replace("|", ":")
        for name, value in results[printed].items():
            if name.endswith("_stderr"):
                continue
            scores = [each.metric[name] for each in tracker.details_logger.details[task]]
            numbers.setdefault(side, {})[f"{printed}/{name}"] = {
                "value": value,
                "stderr": results[printed].get(f"{name}_stderr"),
                "scores": [float(score) for score in scores],
            }
(OUT / "numbers.json").write_text(json.dumps(numbers, indent=1))
