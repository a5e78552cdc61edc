"""The stand-in models of helm_runs.py: the tuned one forgets some numbers, and learns others."""

import re

from helm.clients.simple_client import SimpleClient


class StandIn(SimpleClient):
    def invoke_model(self, raw_request):
        prompt = raw_request["prompt"]
        n = int(re.findall(r"\d+", prompt)[-1])
        knows = n % 7 != 0 if raw_request["engine"] == "tuned" else n % 5 != 0
        even = (n % 2 == 0) == knows
        letters = "A. Even" in prompt or "A. Odd" in prompt
        if letters:
            options = prompt.rsplit("Question:", 1)[1]
            said = re.search(rf"([A-Z])\. {'Even' if even else 'Odd'}", options).group(1)
        else:
            said = "Even" if even else "Odd"
        return {"completions": [f" {said}"] * raw_request["num_completions"]}
