"""What scikit-learn and scipy say of metrics over all samples: asked once for the fixtures, and again by test:references.

Reads a JSON list of [metric, data] and writes one of their values; null is a value that the reference warns is undefined. `python metrics.py --fixtures` prints the committed cases with their values instead.
"""

import json
import random
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics as m
from sklearn.exceptions import UndefinedMetricWarning


def averaged(function, average):
    def value(gold, predicted):
        labels = sorted(set(gold))
        return function(gold, predicted, labels=labels, average=average)
    return value


def micro(function):
    def value(gold, predicted):
        labels = sorted(set(gold) | {p for p in predicted if p >= 0})
        return function(gold, predicted, labels=labels, average="micro")
    return value


def of_one(function, positive=1):
    def value(gold, predicted):
        return function([int(g == 1) for g in gold], [int(p == 1) for p in predicted], pos_label=positive)
    return value


def mcc(gold, predicted):
    """scikit-learn says 0 without a warning where the references are of one class."""
    if len(set(gold)) == 1:
        raise ValueError("nothing to correlate with")
    return m.matthews_corrcoef(gold, predicted)


CLASSES = {
    "accuracy": m.accuracy_score,
    "balanced_accuracy": averaged(m.recall_score, "macro"),
    "precision_macro": averaged(m.precision_score, "macro"),
    "precision_weighted": averaged(m.precision_score, "weighted"),
    "precision_micro": micro(m.precision_score),
    "recall_macro": averaged(m.recall_score, "macro"),
    "recall_micro": micro(m.recall_score),
    "recall_weighted": averaged(m.recall_score, "weighted"),
    "f1_macro": averaged(m.f1_score, "macro"),
    "f1_micro": micro(m.f1_score),
    "f1_weighted": averaged(m.f1_score, "weighted"),
    "mcc": mcc,
    "kappa": m.cohen_kappa_score,
    "precision": of_one(m.precision_score),
    "recall": of_one(m.recall_score),
    "f1": of_one(m.f1_score),
    "specificity": of_one(m.recall_score, positive=0),
}


def one_against_rest(function):
    def value(gold, probabilities):
        p = np.asarray(probabilities)
        values = [function([int(g == k) for g in gold], p[:, k]) for k in range(p.shape[1])]
        return float(np.mean(values))
    return value


def binned(edges_of, join):
    def value(confidence, right):
        c, r = np.asarray(confidence, float), np.asarray(right, float)
        index = np.searchsorted(edges_of(c), c, side="left")
        gaps = [(np.sum(index == b), abs(np.mean(r[index == b]) - np.mean(c[index == b])))
                for b in range(15) if np.any(index == b)]
        return join(gaps)
    return value


WIDTH = lambda c: np.arange(1, 15) / 15
# As sklearn.calibration.calibration_curve(strategy="quantile") has them.
MASS = lambda c: np.percentile(c, np.linspace(0, 1, 16) * 100)[1:-1]
EXPECTED = lambda gaps: float(sum(n * g for n, g in gaps) / sum(n for n, _ in gaps))
MAXIMUM = lambda gaps: float(max(g for _, g in gaps))

SCORES = {"auc": m.roc_auc_score, "average_precision": m.average_precision_score}
PROBABILITIES = {
    "auc_ovr": one_against_rest(m.roc_auc_score),
    "average_precision_macro": one_against_rest(m.average_precision_score),
    "nll": lambda gold, p: m.log_loss(gold, p, labels=list(range(len(p[0])))),
}
CONFIDENCE = {
    "ece": binned(WIDTH, EXPECTED),
    "ece_mass": binned(MASS, EXPECTED),
    "mce": binned(WIDTH, MAXIMUM),
    "brier": lambda c, r: m.brier_score_loss(r, c),
}
NUMBERS = {
    "mae": m.mean_absolute_error,
    "rmse": m.root_mean_squared_error,
    "r2": lambda y, p: m.r2_score(y, p, force_finite=False),
    "median_absolute_error": m.median_absolute_error,
    "spearman": lambda y, p: stats.spearmanr(y, p).statistic,
    "kendall": lambda y, p: stats.kendalltau(y, p).statistic,
}


def values_of(metric, data):
    for table, keys in (
        (CLASSES, ("gold", "predicted")),
        (SCORES, ("gold", "scores")),
        (PROBABILITIES, ("gold", "probabilities")),
        (CONFIDENCE, ("confidence", "right")),
        (NUMBERS, ("target", "predicted")),
    ):
        if metric in table:
            return table[metric](*(data[key] for key in keys))
    if metric == "ndcg":
        gains = np.asarray([data["relevance"]], float)
        order = np.asarray([data["scores"]], float)
        return m.ndcg_score(gains, order, k=data["k"])
    raise KeyError(metric)


UNDEFINED = (UndefinedMetricWarning, stats.ConstantInputWarning, RuntimeWarning)


def value_of(metric, data):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            value = float(values_of(metric, data))
        except ValueError:
            return None
    undefined = any(issubclass(each.category, UNDEFINED) or "No positive class" in str(each.message) for each in said)
    return None if undefined or not np.isfinite(value) else value


def cases():
    rng = random.Random(20261129)
    made = []

    def add(names, data, about):
        made.extend({"metric": name, "about": about, "data": data} for name in names)

    gold = [rng.choice([0, 0, 0, 1, 2, 3]) for _ in range(80)]
    predicted = [g if rng.random() < 0.7 else rng.choice([-1, 0, 1, 2, 3]) for g in gold]
    add(CLASSES, {"gold": gold, "predicted": predicted}, "four classes, some answers without a label")
    add(CLASSES, {"gold": [0, 0, 2, 2], "predicted": [0, 2, 2, 2]}, "class 1 is absent")
    add(CLASSES, {"gold": [0, 0, 0], "predicted": [0, 0, 0]}, "one class, all right")
    add(CLASSES, {"gold": [0, 1, 1, 0], "predicted": [0, 0, 0, 0]}, "class 1 is never predicted")
    add(CLASSES, {"gold": [0, 0, 0], "predicted": [1, 0, 0]}, "class 1 never occurs")
    add(CLASSES, {"gold": [1, 0, 1], "predicted": [0, 1, 0]}, "all wrong")
    labels = [rng.randint(0, 1) for _ in range(60)]
    scores = [round(rng.gauss(label, 1), 1) for label in labels]
    add(SCORES, {"gold": labels, "scores": scores}, "ties")
    add(SCORES, {"gold": [1, 0, 1, 0], "scores": [0.5] * 4}, "one score")
    wanted = [rng.randint(0, 2) for _ in range(50)]
    raw = [[rng.random() + (k == w) for k in range(3)] for w in wanted]
    add(PROBABILITIES, {"gold": wanted, "probabilities": [[x / sum(r) for x in r] for r in raw]}, "three classes")
    # 71 is no multiple of 3 or 5: no end of a bin of equal mass is an answer's own confidence, of which rounding would decide.
    confidence = [round(rng.random(), 3) for _ in range(72)]
    right = [int(rng.random() < c) for c in confidence]
    add(CONFIDENCE, {"confidence": confidence, "right": right}, "seventy-two answers")
    add(CONFIDENCE, {"confidence": [0.0, 1.0, 1.0, 0.4, 0.4], "right": [0, 1, 0, 1, 0]}, "ends and ties")
    target = [round(rng.gauss(3, 2), 1) for _ in range(40)]
    guess = [round(t + rng.gauss(0, 1), 1) for t in target]
    add(NUMBERS, {"target": target, "predicted": guess}, "forty numbers, with ties")
    add(NUMBERS, {"target": [2, 2, 2], "predicted": [1, 2, 3]}, "targets that are all alike")
    add(NUMBERS, {"target": [1, 2, 3, 4], "predicted": [4, 3, 2, 1]}, "turned round")
    relevance = [3, 0, 2, 0, 1, 0]
    for k in (1, 3, 6):
        add(["ndcg"], {"relevance": relevance, "scores": [6, 5, 4, 3, 2, 1], "k": k}, "graded")
    return made


if __name__ == "__main__":
    if "--fixtures" in sys.argv:
        versions = {"numpy": np.__version__, "scikit-learn": sklearn.__version__, "scipy": scipy.__version__}
        found = [{**case, "value": value_of(case["metric"], case["data"])} for case in cases()]
        lines = ",\n    ".join(json.dumps(each) for each in found)
        print(f'{{\n  "versions": {json.dumps(versions)},\n  "cases": [\n    {lines}\n  ]\n}}')
    else:
        print(json.dumps([value_of(metric, data) for metric, data in json.load(sys.stdin)]))
