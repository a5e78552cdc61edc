import { Bt as join, F as metricName, I as plural, Mt as assertNever, Rt as VERDICTS, st as tasksOfGate } from "./core-domain-history.js";
import { n as judgeGate } from "./core-decide-gate.js";
import { n as weighJudge } from "./core-decide-judged-gate.js";
import { W as mismatchMessage, rt as identicalMessage } from "./core-decide-rules-registry.js";

// src/core/decide/decide.ts
/**
* Judges every gate and joins the blocking ones. Pure: the same samples and policy give the same decision, byte for byte.
*
* All blocking gates must pass for the whole to pass, each tested at the policy's α: an intersection-union test, whose
* error is at most α without a correction (Berger 1982). One proven regression fails the whole; that is not corrected
* either, because with a margin an unchanged model is failed far more rarely than α.
*/
function decide(input) {
	const { comparisons, anchored = [], gates, judged = [], labels, policy } = input;
	const asked = gates.map((gate) => {
		const against = gate.against === "anchor" ? anchored : comparisons;
		const graded = labels?.[gate.against ?? "baseline"] ?? /* @__PURE__ */ new Map();
		return weighJudge(gate, judgeGate(gate, against, policy), against, graded, policy);
	});
	const results = [...asked, ...judged].sort(worstFirst);
	const blocking = results.filter(({ tier }) => tier === "blocking");
	const isUnasked = !asked.some(({ tier }) => tier === "blocking");
	const { anchorOnly, ungated } = otherMismatches(comparisons, gates);
	const identical = identicalAnswers(comparisons);
	const isRefused = identical !== null && onIdentical(policy, gates) === "block";
	const verdict = join([...blocking.map((gate) => gate.verdict), ...anchorOnly.length > 0 || isRefused || isUnasked ? ["invalid"] : []]);
	const blocked = blocking.some((gate) => gate.blocks) || verdict === "invalid";
	return {
		verdict,
		blocked,
		...identical === null ? {} : { identicalAnswers: identical },
		reasons: [
			...isRefused ? [identicalMessage(identical)] : [],
			isUnasked ? nothingJudged(results.length) : headline(verdict, blocked, blocking, policy),
			...anchorOnly,
			...ungated.map((message) => `No gate speaks of it: ${message}`)
		],
		gates: results
	};
}
/** How many samples both sides answer alike, where that is every one that tells, and other weights were asked; else null. */
function identicalAnswers(comparisons) {
	const same = comparisons.filter(({ isSame }) => isSame === true);
	if (same.length === 0 || comparisons.some(({ isSame }) => isSame === false)) return null;
	return same.reduce((sum, { result }) => sum + (result?.pairs ?? 0), 0);
}
/** What answers exactly as before has gained nothing, so that where something must be gained the wrong weights were asked. */
function onIdentical({ identical }, gates) {
	const mustGain = gates.some(({ rule, tier }) => tier === "blocking" && (rule === "min_gain" || rule === "net_gain"));
	return identical?.value ?? (mustGain ? "block" : "warn");
}
function worstFirst(a, b) {
	const rank = ({ tier, verdict }) => (tier === "blocking" ? VERDICTS.length : 0) + VERDICTS.indexOf(verdict);
	return rank(b) - rank(a);
}
/**
* Tasks that cannot be compared with the baseline and that no gate against it speaks of. Where gates speak of the anchor
* alone, what was to hold is unknown: `invalid`. Where none speaks of the task, nothing that was to hold rests on it: a
* warning, and never silence, since it was asked for.
*/
function otherMismatches(comparisons, gates) {
	const gated = new Set(gates.flatMap(tasksOfGate));
	const againstBaseline = new Set(gates.flatMap((gate) => gate.against === void 0 ? tasksOfGate(gate) : []));
	const messages = (isMeant) => comparisons.filter(({ task }) => isMeant(task)).flatMap(({ mismatches }) => mismatches.filter(({ severity }) => severity === "hard")).map(mismatchMessage);
	return {
		anchorOnly: messages((task) => gated.has(task) && !againstBaseline.has(task)),
		ungated: messages((task) => !gated.has(task))
	};
}
const nothingJudged = (gateCount) => gateCount === 0 ? "There are no gates, so nothing was judged: add a threshold or a gate to the config." : "All gates on samples are advisory, so nothing was judged that could pass: make at least one of them blocking.";
function notJudged([first, ...others]) {
	if (first === void 0) return "A task that is gated against the anchor alone cannot be compared with the baseline.";
	const more = others.length === 0 ? "" : ` and ${plural(others.length, "more gate")}`;
	return `${metricName(first)}${more} could not be judged: ${first.reasons[0] ?? "no reason was recorded"}`;
}
function headline(verdict, blocked, blocking, policy) {
	const decisive = blocking.filter((gate) => gate.verdict === verdict);
	const deciding = decisive.map(({ id }) => id);
	const share = `${deciding.length} of ${blocking.length} blocking gates`;
	const which = deciding.length === 0 ? "" : `: ${deciding.join(", ")}`;
	switch (verdict) {
		case "pass": return blocking.length === 1 ? "The blocking gate holds." : `All ${blocking.length} blocking gates hold.`;
		case "regression": return `A regression is proven on ${share}${which}.`;
		case "inconclusive": return `The data do not decide ${share}, and with on_inconclusive: ${policy.onInconclusive.value} that ${blocked ? "blocks" : "does not block"}${which}.`;
		case "invalid": return notJudged(decisive);
		default: return assertNever(verdict);
	}
}

export { onIdentical as n, decide as t };