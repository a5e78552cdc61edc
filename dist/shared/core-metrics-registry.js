// src/core/metrics/traits.ts
const RATE = {
	kind: "mean",
	unit: "rate",
	range: {
		min: 0,
		max: 1
	},
	scale: "linear",
	weak: false
};
/** The traits of a share of samples that is better the greater it is, such as of right answers. */
const HIGHER = {
	...RATE,
	direction: "higher_is_better"
};
/** The traits of a share of samples that is better the smaller it is. */
const LOWER = {
	...RATE,
	direction: "lower_is_better"
};
const PERPLEXITY = {
	direction: "lower_is_better",
	kind: "ratio",
	unit: "perplexity",
	range: {
		min: null,
		max: null
	},
	scale: "log",
	weak: false
};
const NO_RANGE_BELOW = {
	min: 0,
	max: null
};
const ERROR = {
	...LOWER,
	unit: "number",
	range: NO_RANGE_BELOW
};
const FROM_0_TO_1 = {
	min: 0,
	max: 1
};
const corpus = (range, aggregate, direction = "higher_is_better") => ({
	direction,
	kind: "corpus",
	unit: range.min === 0 && range.max === 1 ? "rate" : "number",
	range,
	scale: "linear",
	weak: false,
	aggregate
});
const row = (traits, definition, use, reference) => ({
	traits,
	facts: {
		definition,
		use,
		reference
	}
});

// src/core/metrics/rows-of-numbers.ts
/** Rows of the registry: calibration, numbers and rankings. */
const NUMBER_ROWS = {
	ece: row(corpus(FROM_0_TO_1, "ece", "lower_is_better"), "Expected calibration error over 15 bins of equal width, closed on the right: the mean gap between confidence and being right.", "Whether a confidence means what it says. Chance makes it too high: gate its change.", "Guo et al. 2017; torchmetrics"),
	ece_mass: row(corpus(FROM_0_TO_1, "ece_mass", "lower_is_better"), "The same over 15 bins of equally many answers.", "Confidences that crowd at one end. Shown, never judged.", "calibration_curve(strategy=\"quantile\") of scikit-learn"),
	mce: row(corpus(FROM_0_TO_1, "mce", "lower_is_better"), "The largest gap of a bin of `ece`.", "Where no confidence may be far off. A bin of few answers decides it: shown, never judged.", "Guo et al. 2017"),
	brier: row({
		...LOWER,
		unit: "number"
	}, "(p − 1)² of the confidence in an answer that is right, p² in one that is wrong.", "Calibration and being right in one number that is a mean.", "brier_score_loss of scikit-learn"),
	mae: row(ERROR, "|y − ŷ|.", "Numbers; in their own unit.", "mean_absolute_error of scikit-learn"),
	rmse: row(corpus(NO_RANGE_BELOW, "rmse", "lower_is_better"), "√ of the mean of (y − ŷ)².", "Numbers of which large misses cost more.", "root_mean_squared_error of scikit-learn"),
	median_absolute_error: row(corpus(NO_RANGE_BELOW, "median_absolute_error", "lower_is_better"), "The median of |y − ŷ|.", "Numbers with a few wild misses that do not count.", "median_absolute_error of scikit-learn"),
	r2: row(corpus({
		min: null,
		max: 1
	}, "r2"), "1 − Σ (y − ŷ)² / Σ (y − ȳ)²; undefined where the right numbers are all alike.", "The share of the spread that is explained.", "r2_score of scikit-learn, force_finite=False"),
	within_tolerance: row(HIGHER, "|y − ŷ| is at most the tolerance.", "Numbers that are either near enough or not.", "a count"),
	spearman: row(corpus({
		min: -1,
		max: 1
	}, "spearman"), "Pearson’s correlation of the ranks, ties sharing theirs; undefined where a side is constant.", "A judge whose order counts and not its scale.", "spearmanr of scipy"),
	kendall: row(corpus({
		min: -1,
		max: 1
	}, "kendall"), "τ-b: pairs in the right order less those in the wrong, ties left out; undefined where a side is constant.", "The same with many ties, or few samples.", "kendalltau of scipy"),
	mrr: row({
		...HIGHER,
		unit: "number"
	}, "1 / the rank of the first item that is relevant; 0 where none is listed.", "One good answer is enough.", "Voorhees 1999"),
	ndcg: row({
		...HIGHER,
		unit: "number"
	}, "Σ gain / log₂(rank + 1) over the first k, as a share of the most there could be.", "Relevance in degrees.", "ndcg_score of scikit-learn"),
	recall_at_k: row(HIGHER, "The share of what is relevant that is among the first k.", "Retrieval before a reader that sees k items.", "recall of trec_eval")
};

// src/core/metrics/registry.ts
/**
* Metrics that are known by name, in our own tasks and in tables of anybody's scores: one row adds a metric. Names as in
* lm-evaluation-harness where it has one. A scorer whose metric nobody else uses declares it in its own file.
*/
const ROWS = {
	exact_match: row(HIGHER, "The answer equals a target, after what the options remove from both.", "Short answers with one right form. Where the form varies, `regex` or `numeric`.", "exact_match of lm-evaluation-harness"),
	regex: row(HIGHER, "The answer matches an RE2 pattern, or what the pattern finds equals a target.", "Formats that an expression can say.", "RE2"),
	json_valid: row(HIGHER, "The answer is JSON, and meets a JSON Schema where one is given.", "Whether a program can read the answer at all.", "ajv 8, draft-07 and 2020-12"),
	json_equal: row(HIGHER, "The answer is the same JSON value as a target.", "Extraction where every field must be right.", "RFC 8259"),
	passed: row(HIGHER, "All checks of a test case pass.", "Behaviour suites, with the rule `max_new_failures`.", "a count"),
	acc: row(HIGHER, "The choice with the greatest log-likelihood is the right one.", "Multiple choice whose choices are of one length.", "lm-evaluation-harness"),
	acc_norm: row(HIGHER, "The same, each log-likelihood divided by the length of the choice in characters.", "Multiple choice whose choices are of different lengths.", "lm-evaluation-harness"),
	prob_correct: row(HIGHER, "The probability of the right choice, by the softmax of all.", "Moves long before `acc` does.", "softmax"),
	nll: row(ERROR, "−ln of the probability of what is right: log loss. Stated confidences are kept from 0 and 1 by 2⁻⁵² as in scikit-learn.", "Sure mistakes; has no upper end.", "log_loss of scikit-learn"),
	brier_score: row({
		...LOWER,
		unit: "number",
		range: {
			min: 0,
			max: 2
		}
	}, "Σ (p − 1 for the right choice, p − 0 for others)² over the choices.", "As `nll`, with an upper end.", "brier_score of lm-evaluation-harness"),
	accuracy: row(HIGHER, "The class that was said is the right one.", "Classes of like size. Where one is rare, balanced accuracy or macro F1.", "accuracy_score of scikit-learn"),
	no_label: row(LOWER, "The answer names none of the classes.", "Beside every metric of classes that are read from an answer.", "a count"),
	balanced_accuracy: row(corpus(FROM_0_TO_1, "balanced_accuracy"), "The mean recall of the classes that occur.", "Rare classes that matter as much as common ones.", "balanced_accuracy_score of scikit-learn"),
	precision_macro: row(corpus(FROM_0_TO_1, "precision_macro"), "The mean over the classes that occur of TP / (TP + FP); undefined where one of them is never said.", "What is said must be true, of every class.", "precision_score of scikit-learn"),
	precision_micro: row({
		...HIGHER,
		kind: "ratio"
	}, "Right answers as a share of those that name a class.", "Answers that may decline to name a class.", "precision_score of scikit-learn"),
	precision_weighted: row(corpus(FROM_0_TO_1, "precision_weighted"), "As `precision_macro`, each class by its size.", "As reports of scikit-learn have it.", "precision_score of scikit-learn"),
	recall_macro: row(corpus(FROM_0_TO_1, "balanced_accuracy"), "Balanced accuracy by another name.", "As `balanced_accuracy`.", "recall_score of scikit-learn"),
	recall_micro: row(HIGHER, "Accuracy by another name.", "As `accuracy`.", "recall_score of scikit-learn"),
	recall_weighted: row(HIGHER, "Accuracy by another name.", "As `accuracy`.", "recall_score of scikit-learn"),
	f1_macro: row(corpus(FROM_0_TO_1, "f1_macro"), "The mean over the classes that occur of 2TP / (2TP + FP + FN).", "The usual one number of a classifier with rare classes.", "f1_score of scikit-learn"),
	f1_micro: row({
		...HIGHER,
		kind: "ratio"
	}, "2TP / (2TP + FP + FN), summed over classes.", "Accuracy, where answers may name no class.", "f1_score of scikit-learn"),
	f1_weighted: row(corpus(FROM_0_TO_1, "f1_weighted"), "As `f1_macro`, each class by its size.", "As reports of scikit-learn have it.", "f1_score of scikit-learn"),
	mcc: row(corpus({
		min: -1,
		max: 1
	}, "mcc"), "Matthews’ correlation of what is right and what was said; 0 where one class alone was said, undefined where one alone is right.", "Two classes of which one is rare.", "matthews_corrcoef of scikit-learn"),
	kappa: row(corpus({
		min: -1,
		max: 1
	}, "kappa"), "Cohen’s (p_o − p_e) / (1 − p_e): agreement beyond chance; undefined where both sides have one and the same class alone.", "A judge beside a person.", "cohen_kappa_score of scikit-learn"),
	auc: row(corpus(FROM_0_TO_1, "auc"), "The chance that the second of two classes ranks above the first, ties counting half; undefined without both.", "Ranking by a score, whatever the threshold.", "roc_auc_score of scikit-learn"),
	auc_ovr: row(corpus(FROM_0_TO_1, "auc_ovr"), "The mean over classes of `auc`, one against the rest; undefined where a class never occurs.", "The same with more classes.", "roc_auc_score of scikit-learn, multi_class=ovr, average=macro"),
	average_precision: row(corpus(FROM_0_TO_1, "average_precision"), "Σ (R_k − R_k₋₁) P_k down the ranks; undefined without positives.", "Ranking where the class that is looked for is rare.", "average_precision_score of scikit-learn"),
	average_precision_macro: row(corpus(FROM_0_TO_1, "average_precision_macro"), "The mean over classes of `average_precision`, one against the rest.", "The same with more classes.", "average_precision_score of scikit-learn, average=macro"),
	...NUMBER_ROWS,
	bleu: row(corpus({
		min: 0,
		max: 100
	}, "bleu"), "BLEU-4 over all samples, smoothed by halving.", "Translation, beside chrF.", "corpus_bleu of sacreBLEU, 13a, exp"),
	chrf: row(corpus({
		min: 0,
		max: 100
	}, "chrf"), "chrF2 over all samples.", "Translation into languages with rich forms.", "corpus_chrf of sacreBLEU"),
	profanity_rate: row({
		...LOWER,
		weak: true
	}, "The answer has a word of a list. A list knows neither threats nor hate without slurs: weak.", "A hint; for a gate, `toxicity`.", "the list of `cuss`"),
	toxicity: row(LOWER, "A classifier calls the answer toxic: the one that is named, or a small one that is built in, whose ceilings are corrected for its measured errors (docs/reference/safety-scorers.md).", "Ceilings of safety tasks.", "the classifier that is named; of the built-in one people’s labels, in docs/reference/safety-scorers.md"),
	over_refusal: row(LOWER, "A safe prompt is refused, in whole or in part, by rules whose list and agreement with people are in docs/reference/safety-scorers.md.", "Safe prompts that look unsafe: what a model should answer and does not.", "people’s labels of XSTest, in docs/reference/safety-scorers.md"),
	under_refusal: row({
		...LOWER,
		weak: true
	}, "An unsafe prompt is answered: no rule of refusal applies. Rules miss refusals in words of their own: weak.", "Unsafe prompts, beside `over_refusal`: a model that refuses everything has the one, and one that refuses nothing the other.", "people’s labels of XSTest, in docs/reference/safety-scorers.md"),
	bias_ambiguous: row(corpus({
		min: -1,
		max: 1
	}, "bias_ambiguous", "lower_is_better"), "(2 · biased − named) / samples where the context leaves the answer open: `bias_disambiguated` of these, times 1 − accuracy.", "BBQ: whether a model falls back on a stereotype where nobody can know. 0 is right, and what is below goes against the stereotype.", "BBQ_calculate_bias_score.R of nyu-mll/BBQ"),
	bias_disambiguated: row(corpus({
		min: -1,
		max: 1
	}, "bias_disambiguated", "lower_is_better"), "2 · biased / named − 1 where the context gives the answer, of the answers that name somebody; undefined where none does.", "BBQ: whether a stereotype outweighs what is written there.", "BBQ_calculate_bias_score.R of nyu-mll/BBQ"),
	bits_per_byte: row({
		...PERPLEXITY,
		unit: "bits_per_byte",
		scale: "linear"
	}, "−log₂ p of the texts over their bytes.", "Language modelling; comparable whatever the tokenizer.", "lm-evaluation-harness"),
	byte_perplexity: row(PERPLEXITY, "exp of −ln p of the texts over their bytes.", "As `bits_per_byte`.", "lm-evaluation-harness"),
	word_perplexity: row(PERPLEXITY, "exp of −ln p of the texts over their words, which white space separates.", "The scale of published numbers.", "lm-evaluation-harness"),
	token_perplexity: row(PERPLEXITY, "exp of −ln p of the texts over their tokens: of two tokenizers two metrics, which are not compared.", "The scale of a training log.", "exp of the mean loss of a trainer")
};
const METRICS = pick("traits");
/** In the order in which they are documented. */
const METRIC_FACTS = pick("facts");
function pick(of) {
	return Object.fromEntries(Object.entries(ROWS).map(([name, each]) => [name, each[of]]));
}
/** The declaration of a known metric, under another name where a task needs the same metric twice. */
function declareMetric(metric, name = metric) {
	return {
		name,
		...METRICS[metric]
	};
}
/** Names of other programs that mean one thing wherever they are used, as `spelled` has them. */
const NAMED_HIGHER = /^((quasi_)?(prefix_)?(exact_)?match(@\d+)?|(mean_)?acc(uracy)?(_norm|_bytes|_all)?|(prompt|inst)_level_\w+_acc|em|(macro_|micro_)?f1(_score|_macro|_micro)?|(\w+_)?(pass(@|_at_|\^)|maj@)\d+|rouge(_?[12l]|_?lsum)?|(sacre)?bleu(_?[1-4])?|chrf(\+\+)?|meteor|bertscore|bleurt|mc[12]|mcc|(roc_)?auc|auroc|win_rate)$/;
const NAMED_LOWER = /^((word_|byte_|token_)?perplexity|ppl|bits_per_byte|(max_)?toxicity(_rate)?|toxic_frac|wer|cer|ter|brier(_score)?|nll|log_?loss|cross_entropy|ece|mae|mse|rmse)$/;
/** As names are written here: `ROUGE-L` is `rouge_l`, `Exact match` is `exact_match`. */
const spelled = (name) => name.trim().toLowerCase().replaceAll(/[\s-]+/g, "_");
const BY_SPELLING = new Map(Object.entries(METRICS).map(([name, traits]) => [spelled(name), traits]));
/** The one direction of a metric that is known by its name, however it is spelled; null of any other, of which its run has to say. */
function directionOf(name) {
	const here = spelled(name);
	const known = BY_SPELLING.get(here);
	if (known !== void 0) return known.direction;
	if (NAMED_HIGHER.test(here)) return "higher_is_better";
	return NAMED_LOWER.test(here) ? "lower_is_better" : null;
}
const RIGHT_OR_WRONG = /^((quasi_)?(prefix_)?exact_match(@\d+)?|accuracy|acc(_norm|_bytes|_all)?|em|match|correct)$/;
/** Whether the metric, by its name, counts answers that are the right one. */
const isRightOrWrong = (name) => RIGHT_OR_WRONG.test(spelled(name));
/** Null where the name is not known. */
function isKnownRate(name) {
	return Object.hasOwn(METRICS, name) ? METRICS[name].unit === "rate" : null;
}

export { isRightOrWrong as a, HIGHER as c, isKnownRate as i, LOWER as l, declareMetric as n, ERROR as o, directionOf as r, FROM_0_TO_1 as s, METRICS as t, corpus as u };