"""Tasks of lighteval_runs.py, whose data lie in the folder that it was given."""

import sys

from lighteval.metrics.metrics import Metrics
from lighteval.tasks.lighteval_task import LightevalTaskConfig
from lighteval.tasks.requests import Doc


def task(name, prompt, metrics):
    return LightevalTaskConfig(
        name=name,
        prompt_function=prompt,
        hf_repo=f"{sys.argv[1]}/data",
        hf_subset="default",
        hf_avail_splits=["test"],
        evaluation_splits=["test"],
        metrics=metrics,
        generation_size=8,
        stop_sequence=["\n"],
        version=1,
    )


def said(line, task_name=None):
    return Doc(task_name=task_name, query=line["question"], choices=[line["answer"]], gold_index=0)


def chosen(line, task_name=None):
    return Doc(task_name=task_name, query=line["question"], choices=line["choices"], gold_index=0)


TASKS_TABLE = [
    task("sums", said, [Metrics.exact_match]),
    task("choices", chosen, [Metrics.loglikelihood_acc]),
]
