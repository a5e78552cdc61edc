"""lm_eval's own command, which says at last what evaluating took without loading: a line of JSON on stdout, seconds of wall and processor,
and of the former those that were spent in the model."""

import json
import time

from lm_eval import evaluator
from lm_eval.__main__ import cli_evaluate
from lm_eval.models.huggingface import HFLM

ask, evaluate = HFLM._model_call, evaluator.evaluate
taken = {"model": 0.0}


def timed_ask(*args, **more):
    begin = time.perf_counter()
    try:
        return ask(*args, **more)
    finally:
        taken["model"] += time.perf_counter() - begin


def timed_evaluate(*args, **more):
    begin, processor = time.perf_counter(), time.process_time()
    try:
        return evaluate(*args, **more)
    finally:
        taken.update(seconds=time.perf_counter() - begin, cpuSeconds=time.process_time() - processor)


HFLM._model_call, evaluator.evaluate = timed_ask, timed_evaluate
cli_evaluate()
print("\n" + json.dumps(taken))
