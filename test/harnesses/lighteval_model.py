"""The stand-in models of lighteval_runs.py: the tuned one forgets some sums, and learns others."""

from lighteval.models.abstract_model import LightevalModel
from lighteval.models.model_output import ModelResponse


class NoCache:
    def _init_registry(self, registry):
        pass


class StandIn(LightevalModel):
    def __init__(self, config, *rest):
        self.config = config
        self._cache = NoCache()

    def knows(self, doc):
        n = int(doc.query.split()[2])
        return n % 10 != 0 and n % 7 != 0 if self.config.model_name == "tuned" else n % 5 != 0

    def greedy_until(self, docs):
        return [
            ModelResponse(input=doc.query, text=[doc.choices[0] if self.knows(doc) else "no idea"], output_tokens=[[1]])
            for doc in docs
        ]

    def loglikelihood(self, docs):
        return [
            ModelResponse(
                input=doc.query,
                logprobs=[-1.0 - ((k == 0) != self.knows(doc)) - k / 10 for k, _ in enumerate(doc.choices)],
                argmax_logits_eq_gold=[False] * len(doc.choices),
                output_tokens=[[1]] * len(doc.choices),
            )
            for doc in docs
        ]

    def loglikelihood_rolling(self, docs):
        raise NotImplementedError

    @property
    def tokenizer(self):
        return None

    @property
    def add_special_tokens(self):
        return False

    @property
    def max_length(self):
        return 2048
