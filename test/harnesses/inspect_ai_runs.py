"""Runs Inspect on two stand-in models and says what it counted: `python inspect_ai_runs.py OUT` writes logs and numbers.json."""

import json
import sys
from pathlib import Path

from inspect_ai import Epochs, Task, eval, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import read_eval_log
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import Score, accuracy, choice, match, mean, scorer, stderr
from inspect_ai.solver import generate, multiple_choice

OUT = Path(sys.argv[1])


@scorer(metrics={"length": [mean(), stderr()], "polite": [accuracy(), stderr()]})
def style():
    async def score(state, target):
        text = state.output.completion
        return Score(value={"length": len(text), "polite": "C" if "please" in text else "I"})

    return score


@task
def sums():
    return Task(
        dataset=MemoryDataset([Sample(id=f"s{n}", input=f"What is {n} + {n}?", target=str(2 * n)) for n in range(40)]),
        solver=generate(),
        scorer=[match(numeric=True), style()],
    )


@task
def draws():
    """Three epochs, of which each sample gets the mean."""
    return Task(
        dataset=MemoryDataset([Sample(id=n, input=f"Draw {n}", target="yes") for n in range(1, 21)]),
        solver=generate(),
        scorer=match(),
        epochs=Epochs(3, "mean"),
    )


@task
def letters():
    return Task(
        dataset=MemoryDataset(
            [
                Sample(id=n, input=f"Which is number {n}?", choices=["one", "two", "three", "four"], target="ABCD"[n % 4])
                for n in range(24)
            ]
        ),
        solver=multiple_choice(),
        scorer=choice(),
    )


@task
def broken():
    """One sample fails, which Inspect passes over."""
    return Task(
        dataset=MemoryDataset([Sample(id=n, input=f"Say {n}", target=str(n)) for n in range(12)]),
        solver=generate(),
        scorer=match(),
        fail_on_error=False,
    )


def answers(side):
    """What a side says: the tuned model forgets some sums, and learns some letters."""
    asked = {}

    def answer(messages, tools, tool_choice, config):
        text = messages[-1].text
        count = asked[text] = asked.get(text, -1) + 1
        words = text.replace("?", "").split()
        if text.startswith("What is"):
            n = int(words[2])
            wrong = n % 10 == 0 or (side == "tuned" and n % 7 == 0)
            said = f"{2 * n + wrong}" + (", please" if side == "tuned" else "")
        elif text.startswith("Draw"):
            n = int(words[1])
            said = "yes" if (n * n + count) % (n % 5 + (2 if side == "base" else 1)) else "no"
        elif text.startswith("Say"):
            if words[1] == "5":
                raise RuntimeError("the endpoint went away")
            said = words[1] if side == "base" or words[1] != "7" else "eight"
        else:
            n = int(text.split("Which is number ")[1].split("?")[0])
            said = "ANSWER: " + "ABCD"[(n + (n % 3 == 0 if side == "base" else n % 6 == 0)) % 4]
        output = ModelOutput.from_content("mockllm/model", said)
        # Else Inspect counts tokens, for which it fetches an encoding.
        output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
        return output

    return answer


numbers = {}
for side in ["base", "tuned"]:
    model = get_model("mockllm/model", memoize=False, custom_outputs=answers(side))
    logs = eval(
        [sums(), draws(), letters(), broken()], model=model, log_dir=str(OUT / side), display="none", max_connections=1
    )
    for log in logs:
        assert log.status == "success", log.error.message
        log = read_eval_log(log.location)
        for score in log.results.scores:
            name = f"{log.eval.task}/{score.name}"
            value = next(score.metrics[key].value for key in ["accuracy", "mean"] if key in score.metrics)
            (reduction,) = [each for each in log.reductions if each.scorer == score.name] or [None]
            numbers.setdefault(side, {})[name] = {
                "value": value,
                "stderr": score.metrics["stderr"].value if "stderr" in score.metrics else None,
                "scores": [each.value for each in reduction.samples] if reduction else None,
            }
(OUT / "numbers.json").write_text(json.dumps(numbers, indent=1))
