import { n as declareMetric } from "./core-metrics-registry.js";

// src/core/metrics/choices.ts
/** Metrics over all samples that may be asked of choices, with what they need: one row a metric. */
const OF_CHOICES = {
	ece: "confidence",
	ece_mass: "confidence",
	mce: "confidence",
	auc: "odds",
	average_precision: "odds",
	balanced_accuracy: "predictions",
	precision_macro: "predictions",
	precision_weighted: "predictions",
	recall_macro: "predictions",
	f1_macro: "predictions",
	f1_weighted: "predictions",
	mcc: "predictions",
	kappa: "predictions",
	auc_ovr: "probabilities",
	average_precision_macro: "probabilities"
};
const CHOICE_CORPUS_METRICS = Object.keys(OF_CHOICES);
const partsOfChoices = (name) => OF_CHOICES[name];
/** Whether choices are classes, the same in every sample. */
const isOfClasses = (name) => OF_CHOICES[name] === "predictions" || OF_CHOICES[name] === "probabilities";
/**
* What a model thought of the right choice, beside whether it chose it: `acc` looks at the order of the log-likelihoods alone, and
* a fine-tune that is less sure everywhere moves these long before it moves that.
*/
const COMPANIONS = [
	"prob_correct",
	"nll",
	"brier_score"
];
/** Companions of `acc`, in the order in which they are shown. */
const companionMetrics = () => COMPANIONS.map((name) => declareMetric(name));
/** Whether the metric only follows from what the samples of a choice hold, so that a run may lack it and be whole. */
const isCompanion = (name) => COMPANIONS.includes(name);
/**
* With p the softmax of the choices' log-likelihoods and g the right one: `prob_correct` is p_g, `nll` −ln p_g, and `brier_score`
* Σ (p_j − 1{j = g})², as lm-evaluation-harness has it (Brier 1950, in its form for several classes, 0 to 2).
* @param gold position of the right choice; null where nobody says
*/
function companionScores(likelihoods, gold) {
	const nothing = (unscored) => ({
		prob_correct: { unscored },
		nll: { unscored },
		brier_score: { unscored }
	});
	if (likelihoods === null) return nothing("the log-likelihoods of the choices were not kept");
	if (gold === null || likelihoods[gold] === void 0) return nothing("nobody says which choice is right");
	const highest = likelihoods.reduce((most, value) => Math.max(most, value), -Infinity);
	if (!Number.isFinite(highest)) return nothing("no choice has a finite log-likelihood");
	const weights = likelihoods.map((value) => Math.exp(value - highest));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (!Number.isFinite(total)) return nothing("the log-likelihood of a choice is not a number");
	const own = likelihoods[gold] - highest - Math.log(total);
	return {
		prob_correct: (weights[gold] ?? 0) / total,
		nll: Number.isFinite(own) ? 0 - own : { unscored: "the right choice has no finite log-likelihood" },
		brier_score: weights.reduce((sum, weight, choice) => sum + (weight / total - Number(choice === gold)) ** 2, 0)
	};
}

export { isOfClasses as a, isCompanion as i, companionMetrics as n, partsOfChoices as o, companionScores as r, CHOICE_CORPUS_METRICS as t };