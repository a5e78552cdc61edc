"""Writes golden.json: what lm-evaluation-harness itself asks and scores for tasks.json.

Run in this folder, with lm_eval 0.4.13 installed: python golden.py
"""

import json
from importlib.metadata import version
from pathlib import Path

import jinja2
from lm_eval.api.task import ConfigurableTask

HERE = Path(__file__).parent
CHAT = jinja2.Template(
    "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}{% if add_generation_prompt %}[assistant]{% endif %}"
)
OUTPUT_TYPES = {"multiple_choice": "multiple_choice", "generate": "generate_until"}


def harness_task(options):
    """The same task in the harness's own configuration."""
    config = {
        "task": "golden",
        "dataset_path": "json",
        "dataset_kwargs": {"data_files": {"test": str(HERE / "rows.jsonl"), "train": str(HERE / "shots.jsonl")}},
        "test_split": "test",
        "output_type": OUTPUT_TYPES[options["type"]],
        "doc_to_text": options.get("doc_to_text", "{{question}}"),
        "doc_to_target": options.get("doc_to_target", "{{answer}}"),
        "num_fewshot": options.get("num_fewshot", 0),
    }
    for name in ("description", "target_delimiter", "fewshot_delimiter"):
        if name in options:
            config[name] = options[name]
    if config["num_fewshot"]:
        config |= {"fewshot_split": "train", "fewshot_config": {"sampler": "first_n"}}
    if options["type"] == "multiple_choice":
        config |= {"doc_to_choice": options.get("doc_to_choice", "choices")}
        config |= {"metric_list": [{"metric": "acc"}, {"metric": "acc_norm"}]}
    else:
        config |= {"generation_kwargs": {"until": ["\n"]}, "metric_list": [{"metric": "exact_match"}]}
    return ConfigurableTask(config=config)


def log_likelihoods(row, choices):
    """Numbers that make each choice win somewhere; the test reads them from golden.json."""
    return [-(3.0 + index + row * (index + 2) % 5) for index in range(len(choices))]


def sample(task, options, row, doc):
    chat = options.get("apply_chat_template", False)
    render = (lambda messages, add_generation_prompt=True: CHAT.render(
        messages=messages, add_generation_prompt=add_generation_prompt)) if chat else None
    context = task.fewshot_context(
        doc, options.get("num_fewshot", 0), system_instruction=options.get("system_instruction"),
        apply_chat_template=chat, chat_template=render)
    requests = task.construct_requests(
        doc, context, apply_chat_template=chat, chat_template=render, metadata=("golden", row, 1))
    if options["type"] == "generate":
        answer = task.doc_to_target(doc) if row % 2 else "wrong"
        scores = task.process_results(doc, [answer])
        asked = {"context": requests.args[0], "answer": answer}
    else:
        continuations = [request.args[1] for request in requests]
        likelihoods = log_likelihoods(row, continuations)
        scores = task.process_results(doc, [(value, False) for value in likelihoods])
        asked = {"context": requests[0].args[0], "continuations": continuations, "log_likelihoods": likelihoods}
    return asked | {"scores": {name: float(value) for name, value in scores.items()}}


def main():
    tasks = []
    for options in json.loads((HERE / "tasks.json").read_text()):
        task = harness_task(options)
        tasks.append([sample(task, options, row, doc) for row, doc in enumerate(task.test_docs())])
    golden = {"lm_eval": version("lm_eval"), "tasks": tasks}
    (HERE / "golden.json").write_text(json.dumps(golden, indent=1, ensure_ascii=False) + "\n")


main()
