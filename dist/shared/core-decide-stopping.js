import { st as tasksOfGate } from "./core-domain-history.js";
import { C as methodInOrder, V as locateMetric, o as ruleOf, x as earliestAnswer } from "./core-decide-rules-registry.js";
import { n as judgeGate, t as hypothesisInOrder } from "./core-decide-gate.js";
import { t as isJudged } from "./core-decide-judged-gate.js";

// src/core/compare/own-prompt.ts
/**
* The comparison where the policy has the baseline asked with a prompt of its own: what follows from just that is a remark. Anything else
* that differs stays what it is, a baseline that was asked otherwise is not comparable, and neither is one that was not.
*/
function acceptOwnPrompt(comparison, declared) {
	const { mismatches, task, pairs } = {
		pairs: comparison.result?.pairs ?? 0,
		...comparison
	};
	if (declared === null || comparison.result === null) return comparison;
	if (mismatches.some(({ field, severity }) => field === "run" && severity === "hard")) return comparison;
	const found = mismatches.find(({ field }) => field === "own_prompt");
	if (!(found?.baseline === declared.digest && found.candidate === "not recorded")) {
		const missing = {
			task,
			field: "own_prompt",
			severity: "hard",
			baseline: found?.baseline ?? "not recorded",
			candidate: `declared ${declared.digest}`
		};
		return {
			...comparison,
			mismatches: [...mismatches.filter((each) => each !== found), missing]
		};
	}
	const follows = ({ field, setting, severity }) => field === "inputs" || declared.decides.includes(field) || field === "tokenizer" && setting === "tokens" && severity === "soft" && pairs > 0;
	const remark = {
		...found,
		severity: "soft"
	};
	return {
		...comparison,
		mismatches: [remark, ...mismatches.filter((each) => each !== found && !follows(each))]
	};
}

// src/core/decide/stopping.ts
/**
* Why the evaluation of a task may end, judged as if it had: a blocking regression makes everything else
* idle, and otherwise every gate on the task, advisory ones too, has to be decided. Null to go on; a task without gates
* was asked for to be seen, and goes on.
*/
function stopReason(watched, gates, policy) {
	const results = gatesOn(watched, gates).map((gate) => {
		const against = comparedFor(gate, watched);
		const { result } = judgeGate(gate, against, policy);
		return isJudged(gate, against) ? {
			...result,
			tier: "advisory"
		} : result;
	});
	if (results.some(({ verdict, tier }) => verdict === "regression" && tier === "blocking")) return "regression";
	return results.length > 0 && !results.some(isOpen) ? "decided" : null;
}
/**
* After how many samples of a task its evaluation could end at the earliest, whatever the candidate answers; null where only
* all of them decide.
* @param watched with every score of the baseline and of the anchor, and none of the candidate
*/
function earliestStop(watched, gates, policy) {
	const own = gatesOn(watched, gates);
	const after = (gate) => {
		if (ruleOf(gate).scope !== "metric") return Number.POSITIVE_INFINITY;
		const located = locateMetric(gate, comparedFor(gate, watched));
		if ("faults" in located) return Number.POSITIVE_INFINITY;
		const { metric, comparison } = located;
		const hypothesis = hypothesisInOrder(gate, metric);
		return earliestAnswer(hypothesis, metric, comparison.limited, policy) ?? Number.POSITIVE_INFINITY;
	};
	const regression = Math.min(...own.filter(({ tier }) => tier === "blocking").map(after));
	const decided = own.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...own.map(after));
	const earliest = Math.min(regression, decided);
	return Number.isFinite(earliest) ? earliest : null;
}
/**
* The metric by whose flips the samples of a task may be drawn. Planned looks, rates of independent samples and gates on a part of
* the samples hold for a uniform draw alone: where one of them stands in the way of a gate that bets, it is said.
* @param watched with every score of the baseline and of the anchor, and none of the candidate
*/
function weighable(watched, gates, policy) {
	const { comparison } = watched;
	const own = gatesOn(watched, gates);
	const early = own.flatMap((gate) => {
		if (gate.against === "anchor") return [];
		const located = locateMetric(gate, [comparison]);
		if (ruleOf(gate).scope !== "metric" || "faults" in located) return [];
		const { metric } = located;
		const method = methodInOrder(hypothesisInOrder(gate, metric), metric, comparison.limited, policy);
		return method === null ? [] : [{
			gate,
			metric,
			method
		}];
	});
	const bet = early.find(({ method }) => method === "betting");
	if (bet === void 0) return { obstacle: null };
	const anchored = own.find(({ against }) => against === "anchor");
	if (anchored !== void 0) return { obstacle: `the gate ${anchored.id} compares with the anchor, whose margins are others` };
	const other = early.find(({ method }) => method !== "betting");
	if (other !== void 0) return { obstacle: `the gate ${other.gate.id} takes them for a random part of all such questions (${other.method})` };
	const groups = new Set(comparison.metrics.flatMap(({ scores }) => scores.map(({ group }) => group)));
	const part = gates.flatMap(tasksOfGate).find((task) => task !== comparison.task && groups.has(task));
	if (part !== void 0) return { obstacle: `a gate looks at ${part} alone, which is a part of it` };
	const { declaration, filter } = bet.metric;
	return {
		metric: declaration.name,
		...filter === null ? {} : { filter }
	};
}
/** A gate that weighs several tasks needs all of each: judged on one alone it is open, and the task goes on. */
const gatesOn = ({ comparison }, gates) => gates.filter((gate) => tasksOfGate(gate).includes(comparison.task));
/** Without an anchor's run a gate that names it is open, as any without its data. */
function comparedFor({ against }, { comparison, anchored }) {
	const own = against === "anchor" ? anchored : comparison;
	return own === void 0 ? [] : [own];
}
function isOpen({ verdict }) {
	return verdict === "inconclusive" || verdict === "invalid";
}

export { acceptOwnPrompt as i, stopReason as n, weighable as r, earliestStop as t };