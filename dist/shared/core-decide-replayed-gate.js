import { at as metricsOfGate } from "./core-domain-history.js";
import { x as whyNotJudged } from "./core-metrics-repeats.js";
import { W as refusalOfAggregates, X as verdictOf, c as blindSpotOf, i as hypothesisOf, o as ruleOf, ot as chooseTarget, q as isStop, st as testHypothesis, u as silenceOf } from "./core-decide-rules-registry.js";
import { Bt as normalQuantile } from "./core-stats-sequential-flip-rates.js";

// src/core/decide/from-intervals.ts
/** Null where an end is not known, or lies on the value: of samples that are all alike that says nothing of how far it may be off. */
function errorsOf({ value, low, high, level }) {
	if (low === null || high === null) return null;
	const z = normalQuantile((1 + level) / 2);
	const errors = {
		below: (value - low) / z,
		above: (high - value) / z
	};
	return errors.below > 0 && errors.above > 0 ? errors : null;
}
/**
* The estimate that a recorded interval was made of. Where that was one of counts, by these: then it is the same, whatever is asked of it.
* Otherwise, at the level at which the interval was made, to prove something by it is the very test that made it, since intervals
* here are inverted tests; at any other, and for a lean, its ends are taken for those of a normal distribution.
* @returns null where nothing follows
*/
function estimateFrom(interval, counts, n) {
	if (interval === null) return null;
	const errors = errorsOf(interval);
	const { value } = interval;
	const known = (end) => {
		if (counts !== null) return inferenceOf(counts[end]);
		if (errors === null) return null;
		const stderr = end === "lowest" ? errors.below : errors.above;
		return {
			kind: "normal",
			estimate: {
				value,
				stderr
			}
		};
	};
	const [lowest, highest] = [known("lowest"), known("highest")];
	if (lowest === null || highest === null) return null;
	return {
		method: lowest.kind === "binomial" ? "clopper-pearson" : lowest.kind === "tango" ? "tango" : "unpaired z",
		value,
		n,
		sparse: false,
		lowest: {
			value: completedValue(lowest, value),
			inference: lowest
		},
		highest: {
			value: completedValue(highest, value),
			inference: highest
		}
	};
}
const inferenceOf = (counts) => "events" in counts ? {
	kind: "binomial",
	...counts
} : {
	kind: "tango",
	counts
};
/** With missing scores completed. */
function completedValue(inference, otherwise) {
	if (inference.kind === "binomial") return inference.events / inference.n;
	if (inference.kind !== "tango") return otherwise;
	const { rose, fell, pairs } = inference.counts;
	return (rose - fell) / pairs;
}

// src/core/decide/replayed-gate.ts
/** What a gate would have said of a round. */
function replayGate(gate, run, policy) {
	const unknown = (why) => ({
		gate,
		verdict: "invalid",
		blocks: false,
		unknown: why
	});
	const { tier } = gate;
	const told = (verdict, blocks) => ({
		gate,
		verdict,
		blocks: tier === "blocking" && blocks,
		unknown: null
	});
	const rule = ruleOf(gate);
	if (rule.scope !== "metric" || rule.judgeTasks !== void 0 || gate.rule === "average") return unknown(`a record cannot tell of ${gate.rule}`);
	if (gate.against === "anchor") return unknown("a record keeps what the anchor came to in its own gates alone");
	if (run.verdict === "invalid") return unknown("the round could not be judged");
	const [named] = metricsOfGate(gate);
	const found = named === void 0 ? "the round has no such metric" : findRecorded(run, named);
	if (typeof found === "string") return unknown(found);
	const { task, recorded, basis } = found;
	const hypothesis = hypothesisOf(gate, basis.declaration, recorded.baseline === null ? null : {
		...recorded.baseline,
		n: recorded.baseline.n ?? 0
	});
	if ("refusal" in hypothesis) return unknown(hypothesis.refusal);
	if (hypothesis.relative !== void 0) return unknown("a share of the baseline is held against each pair of scores, which a record does not keep");
	if (invalidity(gate, found, hypothesis, policy) !== null) return told("invalid", true);
	const judged = task.stopped === void 0 ? judgeWhole(gate, found, hypothesis, policy) : judgeStopped(run, found, hypothesis, policy);
	if (typeof judged === "string") return unknown(judged);
	const { verdict, leaning } = judged;
	const onInconclusive = policy.onInconclusive.value;
	const sight = sightOf(found);
	if (silenceOf(gate, verdict, sight) !== null) return told("invalid", true);
	if (verdict !== "regression" && gate.allowFloor !== true && blindSpotOf(gate, hypothesis.margin, sight, policy) !== null) return told("inconclusive", isStop("inconclusive", "none", onInconclusive));
	return told(verdict, isStop(verdict, leaning, onInconclusive));
}
/** The one metric that a gate names; otherwise why there is none that could be it alone. */
function findRecorded({ tasks }, named) {
	const task = tasks.find((each) => each.task === named.task);
	const metrics = task?.metrics ?? [];
	const isMeant = ({ basis }) => basis?.declaration.name === named.metric && (named.filter ?? basis.filter) === basis.filter;
	const [recorded, ...others] = metrics.filter(isMeant);
	const basis = recorded?.basis;
	if (task?.basis === void 0 || recorded === void 0 || basis === void 0) return metrics.some((each) => each.basis === void 0) ? "its record is of an earlier version, or of two sides that were not asked alike" : "the round has no such metric";
	if (others.length > 0) return `the round has ${named.metric} by several filters: name one`;
	return {
		task: {
			...task,
			basis: task.basis
		},
		recorded,
		basis
	};
}
/** Why the gate itself would have refused to judge. */
function invalidity(gate, { task, recorded, basis }, { estimand }, policy) {
	if (recorded.evidence === "weak") return refusalOfAggregates(gate, gate.task, policy);
	if (task.stopped !== void 0) return null;
	const { planned, scored } = basis;
	const usable = estimand === "delta" ? scored.pairs : scored.candidate;
	return usable === 0 || usable < policy.minCoverage.value * planned ? "too few scores" : null;
}
/** By all samples that were planned; a text where the record does not hold what it takes. */
function judgeWhole(gate, { task, recorded, basis }, hypothesis, policy) {
	const { declaration, planned, scored } = basis;
	const { aggregate } = declaration;
	if (declaration.scale === "log") return "its limits are on a logarithmic scale";
	if (declaration.kind === "corpus") {
		if (aggregate === void 0) return "a record does not keep the samples that it is judged by";
		if (whyNotJudged(aggregate) !== null) return "no gate may rest on it";
	}
	if (declaration.judge !== void 0) return "a record does not keep how far people agree with its judge";
	const isChange = hypothesis.estimand === "delta";
	if (!isChange && declaration.errors !== void 0) return "it is judged on a rate that is corrected for its scorer's errors";
	const n = isChange ? scored.pairs : scored.candidate;
	const [interval, counts] = isChange ? [recorded.delta, basis.counts.delta] : [basis.value, basis.counts.value];
	const isWeak = recorded.evidence === "weak";
	const target = policy.target.value;
	if (!isWeak && target === "benchmark") {
		if (task.basis.limited) return "its samples were drawn from more";
		if (counts === null && n < planned) return "a record does not keep which scores are missing";
	}
	const estimate = estimateFrom(interval, counts, n);
	if (estimate === null) return "the round has no interval for it";
	const isWhole = !task.basis.limited && !basis.repeated && n === planned;
	const alpha = policy.alpha.value;
	const about = isWeak ? "population" : chooseTarget(target, hypothesis, estimate, alpha, isWhole);
	const judged = verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, about), policy);
	if (about !== "benchmark" || target !== "auto" || counts !== null) return judged;
	return verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, "population"), policy).verdict === judged.verdict ? judged : "a record does not keep how far graded scores moved, by which it speaks of exactly this benchmark or of more";
}
/**
* Of an evaluation that stopped for what it saw, an interval of a fixed size says nothing; that of a gate of the round which holds at any
* stopping time proves whatever lies beyond its ends. Nobody knows to what an undecided limit would have come, had more been asked.
*/
function judgeStopped({ gates }, { task, recorded, basis }, { estimand, sign, boundary }, policy) {
	const stopped = "the evaluation stopped before this limit was decided";
	const { name, ...declaration } = basis.declaration;
	if (estimand !== "delta" || declaration.scale === "log" || task.basis.limited) return stopped;
	const names = [
		name,
		recorded.metric,
		`${name},${basis.filter}`
	];
	const [interval] = gates.flatMap((gate) => gate.task === task.task && names.includes(gate.metric) ? anytimeOf(gate, policy) ?? [] : []);
	if (interval === void 0) return stopped;
	const [best, worst] = sign === 1 ? [interval.low, interval.high] : [-interval.high, -interval.low];
	if (worst < boundary) return {
		verdict: "pass",
		leaning: null
	};
	return best > boundary ? {
		verdict: "regression",
		leaning: null
	} : stopped;
}
/** The interval of a gate of a round where it holds whenever the evaluation stopped, with an error of at most `alpha` to each side. */
function anytimeOf({ rule, against, delta }, { alpha, target }) {
	if (ruleOf({ rule }).scope !== "metric" || against !== "baseline") return null;
	if (delta === null || delta.low === null || delta.high === null) return null;
	const isOfBenchmark = delta.method.startsWith("betting");
	if (!(isOfBenchmark || delta.method.startsWith("group sequential")) || delta.method.endsWith("descriptive")) return null;
	if (isOfBenchmark && target.value === "population") return null;
	if (!isOfBenchmark && target.value === "benchmark") return null;
	return (1 - delta.level) / 2 <= alpha.value * (1 + 1e-9) ? {
		low: delta.low,
		high: delta.high
	} : null;
}
const sightOf = ({ task, basis }) => ({
	task: task.task,
	role: task.role,
	declaration: basis.declaration,
	baseline: () => basis.baseline,
	answers: task.basis.answers,
	keepsAnswers: task.basis.keepsAnswers,
	guessing: task.basis.guessing
});

export { errorsOf as n, replayGate as t };