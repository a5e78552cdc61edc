import { a as proveSomething } from "./core-decide-rules-registry.js";
import { Vt as verdictExitCode, ot as metricsOfGate, rt as describeLimit, xt as lacks, zt as isProven } from "./core-domain-history.js";
import { C as worstFirst, u as summaryLine } from "./report-headline.js";
import { s as toPlain } from "./report-inline.js";

// src/report/build.ts
/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates, untrusted }) {
	const passedOver = gates.some(({ waived }) => waived !== void 0);
	if ((verdict === "invalid" || verdict === "regression" && !passedOver) && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
	if (verdict === "pass" && untrusted !== void 0) throw new Error("a pass of samples that nobody trusts");
	if (gates.some(({ waived, blocks, verdict: of }) => waived && (blocks || of === "invalid"))) throw new Error("a waived gate that blocks, or that could not be judged");
	if (verdict === "pass" && blocked) throw new Error("a pass that blocks");
	if (verdict !== "invalid" && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
	if (!blocked && gates.some((gate) => gate.blocks)) throw new Error("a gate blocks, the verdict does not");
}
/**
* The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
* @throws Error when the decision contradicts itself
*/
function buildVerdictFile(facts) {
	assertConsistent(facts);
	const gates = worstFirst(facts.gates);
	return {
		...facts,
		schemaVersion: 1,
		exitCode: verdictExitCode(facts.verdict, facts.blocked),
		proven: isProven(facts.verdict) && proveSomething(gates),
		summary: toPlain(summaryLine({
			...facts,
			gates
		})),
		gates
	};
}
/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
function invalidateVerdict(file, reason) {
	const reasons = [onOneLine(reason), ...file.reasons];
	return buildVerdictFile({
		...file,
		verdict: "invalid",
		blocked: true,
		reasons
	});
}
/** A described error has its fix, and each of what it lists, on a line of its own; a reason is one line. */
const onOneLine = (reason) => reason.replaceAll(/:\n {2}(?!fix: )/g, ": ").replaceAll(/\n {2}(?!fix: )/g, ", ").replaceAll(/\n {2}fix: (.*)/g, " (fix: $1)").replaceAll("\n", "; ");
/** Everything the verdict file says, gathered from what the earlier phases found. */
function verdictFacts(sources) {
	const { runs, comparisons, decision, anchor } = sources;
	const all = [
		...runs.baseline,
		...runs.candidate,
		...anchor?.runs ?? []
	];
	const reused = total(all, ({ record }) => record.reused?.samples ?? 0);
	return {
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		...decision.identicalAnswers === void 0 ? {} : { identicalAnswers: decision.identicalAnswers },
		candidate: modelOf(runs.candidate),
		baseline: modelOf(runs.baseline),
		...anchor === void 0 ? {} : { anchor: modelOf(anchor.runs) },
		policy: policyOf(sources),
		gates: decision.gates,
		comparability: [...comparisons, ...anchor?.comparisons ?? []].flatMap(({ mismatches }) => mismatches),
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		cost: {
			samples: {
				planned: total(all, ({ record }) => record.planned),
				evaluated: total(all, ({ samples }) => samples.length),
				...reused === 0 ? {} : { reused }
			},
			tokens: tokensOf(all)
		},
		provenance: {
			weighbridge: sources.version,
			config: sources.config,
			...sources.provenance === void 0 ? {} : { baseline: sources.provenance },
			fingerprints: fingerprintsOf(runs)
		}
	};
}
function tokensOf(runs) {
	const tokens = {
		prompt: 0,
		output: 0
	};
	let thinking = 0;
	for (const { samples } of runs) {
		if (lacks(samples, "usage")) continue;
		for (const { usage } of samples) {
			tokens.prompt += usage?.prompt_tokens ?? 0;
			tokens.output += usage?.output_tokens ?? 0;
			thinking += usage?.thinking_tokens ?? 0;
		}
	}
	return thinking === 0 ? tokens : {
		...tokens,
		thinking
	};
}
const total = (items, count) => items.reduce((sum, item) => sum + count(item), 0);
/** The model all runs of a side share; null when there is none, or no single one. */
function modelOf(runs) {
	const models = runs.map(({ record }) => record.model);
	const [first] = models;
	return first !== void 0 && models.every(({ digest }) => digest === first.digest) ? first : null;
}
function policyOf({ policy, gates, curveGates = [], comparisons, anchor }) {
	const unitOf = (gate) => {
		const [{ task, metric } = gate] = metricsOfGate(gate);
		return ([...comparisons, ...anchor?.comparisons ?? []].find((each) => each.task === task)?.metrics)?.find(({ declaration }) => declaration.name === metric)?.declaration.unit === "rate" ? "rate" : "other";
	};
	return {
		...policy,
		limits: Object.fromEntries([...gates.map((gate) => limitOf(gate, unitOf(gate))), ...curveGates.map((gate) => limitOf(gate, "rate"))])
	};
}
const limitOf = (gate, unit) => [gate.id, {
	value: describeLimit(gate, unit),
	source: gate.source
}];
function fingerprintsOf({ baseline, candidate }) {
	const find = (runs, task) => runs.find(({ record }) => record.task === task)?.record.fingerprint ?? null;
	const tasks = new Set([...baseline, ...candidate].map(({ record }) => record.task));
	return Object.fromEntries([...tasks].sort().map((task) => [task, {
		baseline: find(baseline, task),
		candidate: find(candidate, task)
	}]));
}

export { invalidateVerdict as n, verdictFacts as r, buildVerdictFile as t };