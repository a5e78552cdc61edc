"""Runs lm_eval on two stand-in models: `python lm_eval_runs.py OUT` writes results, samples and numbers.json."""

import json
import re
import sys
from pathlib import Path

import lm_eval
from lm_eval.api.model import LM
from lm_eval.api.registry import register_model
from lm_eval.loggers import EvaluationTracker
from lm_eval.tasks import TaskManager

OUT = Path(sys.argv[1])
TASKS = OUT / "tasks"
TASKS.mkdir(parents=True)
rows = [
    {"question": f"What is {n} + {n}?", "answer": str(2 * n), "choices": [str(2 * n + k) for k in range(4)]}
    for n in range(40)
]
(OUT / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
COMMON = {
    "dataset_path": "json",
    "dataset_kwargs": {"data_files": {"test": str(OUT / "rows.jsonl")}},
    "test_split": "test",
    "doc_to_text": "{{question}}",
}
MEAN = {"aggregation": "mean", "higher_is_better": True}
# YAML reads JSON.
(TASKS / "choices.yaml").write_text(
    json.dumps(
        {
            **COMMON,
            "task": "choices",
            "doc_to_choice": "{{choices}}",
            "doc_to_target": 0,
            "output_type": "multiple_choice",
            "metric_list": [{"metric": "acc", **MEAN}, {"metric": "acc_norm", **MEAN}],
        }
    )
)
(TASKS / "sums.yaml").write_text(
    json.dumps(
        {
            **COMMON,
            "task": "sums",
            "doc_to_target": "{{answer}}",
            "output_type": "generate_until",
            "generation_kwargs": {"until": ["\n"], "max_gen_toks": 8},
            "metric_list": [{"metric": "exact_match", **MEAN}],
            "filter_list": [
                {"name": "strict", "filter": [{"function": "take_first"}]},
                {
                    "name": "number",
                    "filter": [{"function": "regex", "regex_pattern": r"(\d+)"}, {"function": "take_first"}],
                },
            ],
        }
    )
)


@register_model("stand-in")
class StandIn(LM):
    """The tuned one forgets some sums, and learns others."""

    def __init__(self, pretrained, **rest):
        super().__init__()
        self.side = pretrained

    @classmethod
    def create_from_arg_string(cls, text, additional_config=None):
        return cls(text.removeprefix("pretrained="))

    def knows(self, text):
        n = int(re.search(r"\d+", text).group())
        return n % 10 != 0 and n % 7 != 0 if self.side == "tuned" else n % 5 != 0

    def generate_until(self, requests, disable_tqdm=False):
        said = []
        for context, _ in (each.args for each in requests):
            n = int(re.search(r"\d+", context).group())
            words = "It is " if self.side == "base" and n % 4 == 0 else ""
            said.append(f"{words}{2 * n if self.knows(context) else 'unknown'}")
        return said

    def loglikelihood(self, requests, disable_tqdm=False):
        pairs = []
        for context, choice in (each.args for each in requests):
            n = int(re.search(r"\d+", context).group())
            right = int(choice) == 2 * n
            pairs.append((-1.0 - (right != self.knows(context)) - int(choice) / 1000, False))
        return pairs

    def loglikelihood_rolling(self, requests, disable_tqdm=False):
        raise NotImplementedError


numbers = {}
for side in ["base", "tuned"]:
    tracker = EvaluationTracker(output_path=str(OUT / side))
    tracker.general_config_tracker.log_experiment_args(
        model_source="stand-in", model_args=f"pretrained={side}", system_instruction=None, chat_template=None,
        fewshot_as_multiturn=None,
    )
    results = lm_eval.simple_evaluate(
        model="stand-in",
        model_args=f"pretrained={side}",
        tasks=["choices", "sums"],
        task_manager=TaskManager(include_path=str(TASKS)),
        log_samples=True,
        evaluation_tracker=tracker,
        bootstrap_iters=100,
    )
    samples = results.pop("samples")
    tracker.save_results_aggregated(results=results, samples=samples)
    for task, lines in samples.items():
        tracker.save_results_samples(task_name=task, samples=lines)
        for key, value in results["results"][task].items():
            name, _, kind = key.partition(",")
            if not isinstance(value, float) or name.endswith("_stderr"):
                continue
            numbers.setdefault(side, {})[f"{task}/{name}" + ("" if kind == "none" else f",{kind}")] = {
                "value": value,
                "stderr": results["results"][task][f"{name}_stderr,{kind}"],
                "scores": [line[name] for line in lines if line["filter"] == kind],
            }
(OUT / "numbers.json").write_text(json.dumps(numbers, indent=1))
