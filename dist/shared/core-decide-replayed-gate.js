import { ot as metricsOfGate, rt as describeLimit } from "./core-domain-history.js";
import { x as whyNotJudged } from "./core-metrics-repeats.js";
import { K as refusalOfAggregates, Q as verdictOf, Y as isStop, ct as chooseTarget, f as silenceOf, i as hypothesisOf, lt as testHypothesis, o as ruleOf, pt as estimateOfKept, u as blindSpotOf } from "./core-decide-rules-registry.js";
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
* The estimate that a recorded interval was made of, by its counts or by what else was kept of it: it is the same, whatever is asked of it.
* @returns null where neither was kept
*/
function estimateFrom({ value, method }, counts, kept, n) {
	if (counts === null) return kept === null ? null : estimateOfKept(kept, {
		value,
		method,
		n
	});
	const at = (own) => ({
		value: rateOf(own),
		inference: inferenceOf(own)
	});
	return {
		method: "events" in counts.lowest ? "clopper-pearson" : "tango",
		value,
		n,
		sparse: false,
		lowest: at(counts.lowest),
		highest: at(counts.highest)
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
const rateOf = (counts) => "events" in counts ? counts.events / counts.n : (counts.rose - counts.fell) / counts.pairs;
/**
* What an interval proves of a limit: intervals here are inverted tests, so that at its own level it says what the test would. At a stricter
* one it proves nothing, and leaves undecided what it did; at a laxer one the other way round.
* @returns null where it does not tell
*/
function provenBy({ low, high, level }, { sign, boundary }, alpha) {
	if (low === null || high === null) return null;
	const [best, worst] = sign === 1 ? [low, high] : [-high, -low];
	const own = (1 - level) / 2;
	const isProof = own <= alpha * (1 + 1e-9);
	if (worst < boundary) return isProof ? "pass" : null;
	if (best > boundary) return isProof ? "regression" : null;
	return alpha <= own * (1 + 1e-9) ? "inconclusive" : null;
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
	const { recorded, basis } = found;
	const hypothesis = hypothesisOf(gate, basis.declaration, recorded.baseline === null ? null : {
		...recorded.baseline,
		n: recorded.baseline.n ?? 0
	});
	if ("refusal" in hypothesis) return unknown(hypothesis.refusal);
	if (invalidity(gate, found, hypothesis, policy) !== null) return told("invalid", true);
	const judged = judgeAgain(gate, run, found, hypothesis, policy);
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
/** By what the record keeps of the scores, else by what the gate itself said in the round; a text where neither tells. */
function judgeAgain(gate, run, found, hypothesis, policy) {
	const judged = hypothesis.relative !== void 0 ? "a share of the baseline is held against each pair of scores, which a record does not keep" : found.task.stopped === void 0 ? judgeWhole(gate, found, hypothesis, policy) : judgeStopped(run, found, hypothesis, policy);
	return typeof judged === "string" ? judgedInRound(gate, run, found, policy) ?? judged : judged;
}
/** By all samples that were planned; a text where the record does not hold what it takes. */
function judgeWhole(gate, found, hypothesis, policy) {
	const { task, recorded, basis } = found;
	const { declaration, planned, scored, estimates } = basis;
	const { aggregate } = declaration;
	if (declaration.kind === "corpus") {
		if (aggregate === void 0) return "a record does not keep the samples that it is judged by";
		if (whyNotJudged(aggregate) !== null) return "no gate may rest on it";
	}
	if (declaration.judge !== void 0) return JUDGED_BY_MODEL;
	const isChange = hypothesis.estimand === "delta";
	if (!isChange && declaration.errors !== void 0) return "it is judged on a rate that is corrected for its scorer's errors";
	const n = isChange ? scored.pairs : scored.candidate;
	const [interval, counts, kept] = isChange ? [
		recorded.delta,
		basis.counts.delta,
		estimates?.delta
	] : [
		basis.value,
		basis.counts.value,
		estimates?.value
	];
	const isWeak = recorded.evidence === "weak";
	const target = policy.target.value;
	if (!isWeak && target === "benchmark" && task.basis.limited) return "its samples were drawn from more";
	if (interval === null) return NO_INTERVAL;
	const alpha = policy.alpha.value;
	const isWhole = !task.basis.limited && !basis.repeated && n === planned;
	const estimate = estimateFrom(interval, counts, kept ?? null, n);
	if (estimate === null) return judgeByInterval(gate, found, interval, hypothesis, isWhole, policy);
	const about = isWeak ? "population" : chooseTarget(target, hypothesis, estimate, alpha, isWhole);
	return verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, about), policy);
}
const JUDGED_BY_MODEL = "a record does not keep how far people agree with its judge";
const NO_INTERVAL = "the round has no interval for it";
/** By an interval of which nothing else was kept: what it proves, and nothing that takes more. */
function judgeByInterval(gate, { recorded, basis }, interval, hypothesis, isWhole, policy) {
	if (basis.declaration.scale === "log") return "its limits are on a logarithmic scale";
	if (errorsOf(interval) === null) return NO_INTERVAL;
	const target = policy.target.value;
	const isWeak = recorded.evidence === "weak";
	const ofBenchmark = verdictOfValue(gate, interval.value, hypothesis, policy);
	const { pairs, candidate } = basis.scored;
	const isMissing = (hypothesis.estimand === "delta" ? pairs : candidate) < basis.planned;
	if (!isWeak && target === "benchmark") return isMissing ? "a record does not keep which scores are missing" : ofBenchmark;
	const proven = provenBy(interval, hypothesis, policy.alpha.value);
	if (!(isWeak || target === "population" || !isWhole || hypothesis.estimand === "candidate") && hypothesis.tolerance > 0 && proven !== ofBenchmark.verdict) return "a record does not keep how far graded scores moved, by which it speaks of exactly this benchmark or of more";
	if (proven === null) return "a record does not keep what its interval is at another level";
	if (proven === "inconclusive" && policy.onInconclusive.value === "lean") return "a record does not keep by how much an undecided gate misses its limit, by which it leans";
	return {
		verdict: proven,
		leaning: null
	};
}
/** Of exactly this benchmark. */
function verdictOfValue(gate, value, hypothesis, policy) {
	const whole = {
		value,
		inference: { kind: "unknown" }
	};
	return verdictOf(gate, testHypothesis(hypothesis, {
		method: "t",
		value,
		n: 1,
		sparse: false,
		lowest: whole,
		highest: whole
	}, policy.alpha.value, "benchmark"), policy);
}
/** What the same gate said in the round, where it was judged by the same policy; null where there is none, or more may have borne on it. */
function judgedInRound(gate, { gates, policy: own }, found, { alpha, leanAlpha, onInconclusive, target, minCoverage }) {
	const isSame = own.alpha === alpha.value && own.leanAlpha === leanAlpha.value && own.onInconclusive === onInconclusive.value && own.target === target.value && own.minCoverage === minCoverage.value;
	const { declaration } = found.basis;
	if (!isSame || declaration.judge !== void 0) return null;
	const limit = describeLimit(gate, declaration.unit === "rate" ? "rate" : "other");
	const same = gatesOn(found, gates).find((each) => each.rule === gate.rule && each.limit === limit && each.against === "baseline");
	if (same === void 0 || same.verdict === "invalid") return null;
	const { verdict, leaning } = same;
	return verdict !== "inconclusive" || leaning === "pass" || leaning === "regression" || gate.allowFloor !== true ? {
		verdict,
		leaning
	} : null;
}
/** The gates of the round on a metric, by whichever of its names. */
function gatesOn({ task, recorded, basis }, gates) {
	const { name } = basis.declaration;
	const names = [
		name,
		recorded.metric,
		`${name},${basis.filter}`
	];
	return gates.filter((gate) => gate.task === task.task && names.includes(gate.metric));
}
/**
* Of an evaluation that stopped for what it saw, an interval of a fixed size says nothing; that of a gate of the round which holds at any
* stopping time proves whatever lies beyond its ends. Nobody knows to what an undecided limit would have come, had more been asked.
*/
function judgeStopped({ gates }, found, hypothesis, policy) {
	const stopped = "the evaluation stopped before this limit was decided";
	const { task, basis } = found;
	if (hypothesis.estimand !== "delta" || basis.declaration.scale === "log" || task.basis.limited) return stopped;
	const [interval] = gatesOn(found, gates).flatMap((gate) => anytimeOf(gate, policy) ?? []);
	const proven = interval === void 0 ? null : provenBy(interval, hypothesis, policy.alpha.value);
	return proven === "pass" || proven === "regression" ? {
		verdict: proven,
		leaning: null
	} : stopped;
}
/** The interval of a gate of a round where it holds whenever the evaluation stopped. */
function anytimeOf({ rule, against, delta }, { target }) {
	if (ruleOf({ rule }).scope !== "metric" || against !== "baseline") return null;
	if (delta === null) return null;
	const isOfBenchmark = delta.method.startsWith("betting");
	if (!(isOfBenchmark || delta.method.startsWith("group sequential")) || delta.method.endsWith("descriptive")) return null;
	if (isOfBenchmark && target.value === "population") return null;
	if (!isOfBenchmark && target.value === "benchmark") return null;
	return delta;
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