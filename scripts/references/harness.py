"""A task of lm-evaluation-harness on rows of ours, without a model: a list of [name, argument, ...] on stdin, a list of values on stdout."""

import json
import sys
import tempfile

from lm_eval.api.task import ConfigurableTask


def task_of(config, rows):
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/rows.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
        data = {"dataset_path": "json", "dataset_kwargs": {"data_files": {"test": path}}, "test_split": "test"}
        task = ConfigurableTask(config={"task": "ours", **data, **config})
    task.build_all_requests(rank=0, world_size=1)
    return task


def requests(config, rows):
    """Of each row, what its model is asked: [context, continuation] each."""
    asked = {}
    for instance in task_of(config, rows).instances:
        asked.setdefault(instance.doc_id, []).append(list(instance.args))
    return [asked[index] for index in range(len(rows))]


def results(config, rows, answers):
    """Of each row its metrics. @param answers of each row, [log-likelihood, is greedy] of each request."""
    task = task_of(config, rows)
    docs = list(task.test_docs())
    return [task.process_results(doc, [tuple(each) for each in said]) for doc, said in zip(docs, answers)]


if __name__ == "__main__":
    # What the harness prints is no answer.
    said, sys.stdout = sys.stdout, sys.stderr
    values = [globals()[name](*arguments) for name, *arguments in json.load(sys.stdin)]
    json.dump(values, said, default=float)
