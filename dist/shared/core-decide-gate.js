import { C as estimateOf, E as shownDelta, J as CANDIDATE, Ot as limitsOfFinitePopulation, S as estimateDelta, Y as DELTA, b as descriptive, l as inOrder, mt as lowerLimit, u as onlyOn, v as alone, w as paired, yt as upperLimit } from "./core-stats-sequential-flip-rates.js";
import { $ as capMessage, G as judgeAggregates, H as obstacleOf, J as invalidGate, V as locateMetric, X as judgedGate, Z as undecidedGate, at as sequentialMessage, b as decideInOrder, ct as chooseTarget, d as inSight, et as cautions, ht as imputeDelta, i as hypothesisOf, it as noValueMessage, lt as testHypothesis, mt as imputeCandidate, nt as gateMessages, o as ruleOf, ot as stopMessage, q as factsOf, st as timeValueMessage, tt as drawMessage } from "./core-decide-rules-registry.js";
import { a as restsOnTails } from "./config-resolve.js";

// src/core/compare/imputed-estimate.ts
/** The same estimate about exactly the `population` samples, of which those seen are a random part. */
function ofFinitePopulation(estimate, population) {
	const share = Math.min(1, estimate.n / population);
	const narrowed = (imputation) => {
		if (imputation === null) return null;
		const { value, inference } = imputation;
		return {
			value,
			inference: {
				kind: "limits",
				limits: limitsOfFinitePopulation({
					lower: (alpha) => lowerLimit(inference, alpha),
					upper: (alpha) => upperLimit(inference, alpha)
				}, share)
			}
		};
	};
	return {
		...estimate,
		method: "finite population",
		lowest: narrowed(estimate.lowest),
		highest: narrowed(estimate.highest)
	};
}

// src/core/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	const judged = judgeScores(gate, comparisons, policy);
	return {
		...judged,
		result: inSight(gate, judged.result, comparisons, policy)
	};
}
/** By what the scores say, whatever they are worth. */
function judgeScores(gate, comparisons, policy) {
	const rule = ruleOf(gate);
	const alone = (result) => ({
		result,
		hypothesis: null
	});
	if (rule.judgeTasks !== void 0) return alone(rule.judgeTasks(gate, comparisons, policy));
	const located = locateMetric(gate, comparisons);
	if ("faults" in located) return alone(invalidGate(gate, located.metric, located.faults));
	const { metric, comparison } = located;
	if (metric.aggregates !== void 0) return alone(judgeAggregates(gate, rule, metric, policy));
	const { sequence, draw, limited, result } = comparison;
	const seen = sequence === null ? null : inOrder(metric, sequence);
	const outcome = seen === null ? null : decideInOrder(hypothesisInOrder(gate, metric), metric, seen, limited, policy, draw);
	if (outcome === null && seen !== null && seen.length < metric.scores.length) {
		const reason = stopMessage(seen.length, metric.scores.length, result?.stopped);
		return alone(onPart(undecidedGate(gate, onlyOn(metric, seen), [reason], policy, draw), metric, {
			used: seen.length,
			evaluated: seen.length
		}, result?.stopped === void 0 ? {} : { stopped: result.stopped }));
	}
	const judged = judgeMetric(gate, outcome?.metric ?? metric, comparison, policy, outcome);
	if (outcome === null || seen === null) return judged;
	const part = {
		used: outcome.metric.scores.length,
		evaluated: seen.length
	};
	return {
		...judged,
		result: onPart(judged.result, metric, part, { progress: fewOf(outcome.progress) })
	};
}
const MOST_LOOKS = 24;
/** Spread evenly, and the last: shares to three digits, of which more than all and less than none say nothing. */
function fewOf(looks) {
	const share = (value) => Math.round(Math.min(9.999, Math.max(0, value) || 0) * 1e3) / 1e3;
	const few = Math.min(looks.length, MOST_LOOKS);
	return Array.from({ length: few }, (_, index) => looks[Math.ceil((index + 1) * looks.length / few) - 1]).filter((look) => look !== void 0).map(({ samples, pass, regression }) => ({
		samples,
		pass: share(pass),
		regression: share(regression)
	}));
}
/**
* What was found on the first samples: how many they are, and the baseline's own value on all of them, which is known and the
* same wherever the candidate stopped.
*/
function onPart(found, whole, { used, evaluated }, how) {
	const planned = whole.scores.length;
	if (used === planned) return found;
	const baseline = estimateOf(whole, alone("baseline"));
	const isPaired = found.baseline !== null && found.baseline.n !== baseline?.n;
	return {
		...found,
		baseline,
		...isPaired ? { pairedBaseline: found.baseline } : {},
		sequence: {
			used,
			evaluated,
			planned,
			...how
		}
	};
}
/** The question as it stands before the candidate has answered; null where it makes no sense, or there is no single one. */
function hypothesisInOrder(gate, metric) {
	if (ruleOf(gate).scope !== "metric") return null;
	const baseline = estimateOf(metric, alone("baseline"));
	const hypothesis = hypothesisOf(gate, metric.declaration, baseline);
	return "refusal" in hypothesis ? null : hypothesis;
}
/** @param outcome what a sequential test found, with the metric on the samples it needed; null for the fixed test on all */
function judgeMetric(gate, metric, { limited, population }, policy, outcome) {
	const rule = ruleOf(gate);
	const isChange = rule.estimand === "delta";
	const read = isChange ? DELTA.read : CANDIDATE.read;
	const asked = outcome?.hypothesis ?? hypothesisOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	const invalid = (reason) => ({
		result: invalidGate(gate, metric, [reason]),
		hypothesis: "refusal" in asked || rule.scope !== "metric" ? null : asked
	});
	const obstacle = rule.scope === "cases" ? null : obstacleOf(metric, read, policy);
	if (obstacle !== null) return invalid(obstacle);
	if (restsOnTails(rule, metric.declaration)) return invalid(timeValueMessage(gate.metric));
	const isInferred = !isChange && metric.declaration.errors !== void 0 || metric.machines !== void 0;
	const isPart = !isInferred && limited && policy.target.value === "benchmark";
	if (isPart && population === null) return invalid(capMessage(gate.task));
	if (rule.judgeMetric !== void 0) return {
		result: rule.judgeMetric(gate, metric, policy),
		hypothesis: null
	};
	const drawnFrom = isPart ? population : null;
	if ("refusal" in asked) return invalid(asked.refusal);
	const alpha = policy.alpha.value;
	const level = outcome?.level ?? alpha;
	const seen = isChange ? imputeDelta(metric, asked.relative) : imputeCandidate(metric);
	const estimate = seen === null || drawnFrom === null ? seen : ofFinitePopulation(seen, drawnFrom);
	const fixed = {
		...factsOf(gate, metric, asked, isChange ? level : alpha),
		...drawnFrom === null ? {} : { delta: estimateDelta(metric, estimate, level) }
	};
	const { baseline, delta } = fixed;
	const facts = outcome === null || baseline === null || delta === null ? fixed : inOrderOf(fixed, delta, baseline.value, metric.declaration, outcome, alpha);
	if (facts.candidate === null) return invalid(noValueMessage(gate.metric));
	const isWhole = !limited && metric.varies === void 0 && metric.scores.every((score) => read(score) !== null);
	const target = (of) => isPart || isInferred ? "population" : chooseTarget(policy.target.value, asked, of, alpha, isWhole);
	const fixedTest = (of) => testHypothesis(asked, of, alpha, target(of));
	const tested = outcome?.tested ?? (estimate === null ? null : fixedTest(estimate));
	const reasons = [
		...gateMessages(gate, facts, metric, asked, tested, policy),
		...outcome === null ? [] : [sequentialMessage(outcome)],
		...drawnFrom === null ? [] : [drawMessage(metric.scores.length, drawnFrom)],
		...cautions(metric, estimate)
	];
	return {
		result: judgedGate(gate, facts, asked, tested, metric, reasons, policy, level),
		hypothesis: asked
	};
}
/** The values that belong to what a sequential test found. */
function inOrderOf(facts, delta, baseline, declaration, outcome, alpha) {
	const { designed, hypothesis } = outcome;
	const full = designed?.baseline ?? null;
	if (designed === null || full === null) return {
		...facts,
		delta: deltaInOrder(delta, baseline, declaration, outcome, alpha)
	};
	const isChange = hypothesis.estimand === "delta";
	const value = isChange ? designed.value : designed.value - full.value;
	const own = {
		...delta,
		value,
		low: null,
		high: null,
		method: outcome.tested.test.method
	};
	return {
		...facts,
		baseline: full,
		candidate: {
			value: full.value + value,
			stderr: null,
			n: facts.candidate?.n ?? 0
		},
		delta: isChange ? deltaInOrder(own, full.value, declaration, outcome, alpha) : own
	};
}
/**
* The interval of a change that was looked at as it came, at 1 − 2α whenever it stopped. A betting test has one of its own; a
* look of a group-sequential test has the fixed one at the look's level, which holds for all looks together at that of α
* (Jennison & Turnbull 1989, "repeated confidence intervals"). Any other is that of a sample of this size fixed in advance, and
* says so.
*/
function deltaInOrder(delta, baseline, declaration, { hypothesis, interval, tested }, alpha) {
	const { method } = tested.test;
	const level = 1 - 2 * alpha;
	if (interval !== null) {
		const limit = (value) => shownDelta(value, baseline, declaration);
		return {
			value: delta.value,
			low: limit(interval.low),
			high: limit(interval.high),
			level,
			method
		};
	}
	return hypothesis.estimand === "delta" && method.startsWith("group sequential") ? {
		...delta,
		level,
		method
	} : descriptive(delta);
}

export { judgeGate as n, hypothesisInOrder as t };