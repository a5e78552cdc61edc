"""The contract of the toxicity scorer's command backend, around a linear classifier that a PyPI package ships."""

import json
import sys

from profanity_check import predict_prob

asked = [json.loads(line) for line in sys.stdin]
for answer, score in zip(asked, predict_prob([answer["text"] for answer in asked])):
    print(json.dumps({"id": answer["id"], "score": float(score)}))
