import { o as ruleOf, r as asksOneChange } from "./core-decide-rules-registry.js";
import { Lt as EXIT_CODES, Rt as VERDICTS, jt as WeighbridgeError } from "./core-domain-history.js";
import { m as changeOf } from "./report-headline.js";
import { t as verdictJson } from "./report-json.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { t as decideResults } from "./app-judge.js";
import { c as withdrawVerdict, l as writeVerdict } from "./app-verdict-file.js";
import { join } from "node:path";
import { rm } from "node:fs/promises";

// src/app/candidates.ts
const CANDIDATES_FILE = "candidates.json";
/**
* Judges several candidates against one baseline, each by itself, and as one of so many. Whoever takes the best of k gets the
* luckiest of k (the winner's curse): at α/k the errors of all of them together stay within α, and so do the intervals, however
* the best is chosen and however the candidates hang together (Bonferroni; Dunn 1961, "Multiple comparisons among means").
*
* @throws WeighbridgeError `usage` when fewer than two are named, or one twice
*/
async function judgeCandidates(request) {
	const { candidates, baseline, overrides, out, rankBy } = request;
	refuse(candidates);
	await onDisk(out, async () => rm(join(out, CANDIDATES_FILE), { force: true }));
	for (const index of candidates.keys()) await withdrawVerdict(folderOf(out, index));
	const judged = [];
	for (const [index, candidate] of candidates.entries()) {
		const one = {
			...request,
			out: folderOf(out, index),
			folders: {
				baseline,
				candidate
			}
		};
		const { verdict: own, samples } = await decideResults(one);
		await writeVerdict(one.out, own, samples());
		const shared = {
			...one,
			overrides: {
				...overrides,
				candidates: candidates.length
			}
		};
		judged.push({
			own,
			among: (await decideResults(shared)).verdict
		});
	}
	const rankedBy = rankingGate(judged.map(({ among }) => among), rankBy);
	const results = candidates.map((candidate, index) => {
		const { own, among } = judged[index] ?? {};
		if (own === void 0 || among === void 0) throw new Error("a candidate without a verdict");
		const gate = among.gates.find(({ id }) => id === rankedBy);
		const change = gate === void 0 ? null : changeOf(gate);
		return {
			candidate,
			folder: folderOf(out, index),
			summary: own.summary,
			verdict: own.verdict,
			blocked: own.blocked,
			among: {
				verdict: among.verdict,
				blocked: among.blocked
			},
			change: gate === void 0 || change === null ? null : {
				...change,
				unit: gate.unit
			}
		};
	});
	const best = bestOf(results, judged.map(({ among }) => among.gates.find(({ id }) => id === rankedBy)));
	const answer = {
		schemaVersion: 1,
		baseline,
		rankedBy,
		selected: best?.candidate ?? null,
		proven: best !== null && judged.some(({ own, among }, index) => results[index] === best && own.proven && among.proven),
		exitCode: best === null ? exitCodeOfBlocked(results) : EXIT_CODES.notBlocked,
		candidates: results
	};
	await onDisk(out, async () => {
		await makeDirectory(out);
		await writeAtomically(join(out, CANDIDATES_FILE), verdictJson(answer));
	});
	return answer;
}
/** By number, since two candidates may end in one name. */
const folderOf = (out, index) => join(out, String(index + 1));
function refuse(candidates) {
	const twice = candidates.find((candidate, index) => candidates.indexOf(candidate) !== index);
	if (candidates.length > 1 && twice === void 0) return;
	const message = twice === void 0 ? "one candidate is no choice" : `${JSON.stringify(twice)} is named twice`;
	throw new WeighbridgeError("usage", `flag --candidates: ${message}`, { fix: "name two candidates or more, each once; one alone is --candidate" });
}
/** @throws WeighbridgeError `usage` when no gate is the one that is named */
function rankingGate(verdicts, rankBy) {
	const order = [...new Set(verdicts.flatMap(({ policy }) => Object.keys(policy.limits)))];
	const gates = new Map(verdicts.flatMap((file) => file.gates.map((gate) => [gate.id, gate])));
	const ranking = order.flatMap((id) => gates.get(id) ?? []).filter(isAboutChange);
	if (rankBy !== null) {
		const named = ranking.find(({ id, task, metric }) => id === rankBy || `${task}/${metric}` === rankBy);
		if (named !== void 0) return named.id;
		throw new WeighbridgeError("usage", `flag --rank-by: no gate on a change is ${JSON.stringify(rankBy)}`, { fix: `write one of ${ranking.map(({ id }) => id).join(", ") || "those that the config has"}` });
	}
	return (ranking.find(({ rule }) => ruleOf({ rule }).limitSign === -1) ?? ranking.find(({ tier }) => tier === "blocking") ?? ranking[0])?.id ?? null;
}
const isAboutChange = ({ rule }) => asksOneChange(ruleOf({ rule }));
/** Of those that nothing blocks, the one that gained most, or lost least; without a ranking the first. */
function bestOf(results, gates) {
	let best = null;
	for (const [index, result] of results.entries()) {
		if (result.blocked || result.among.blocked) continue;
		const gain = gainOf(gates[index]);
		if (best === null || gain > best.gain) best = {
			result,
			gain
		};
	}
	return best?.result ?? null;
}
/** So that plus is better; a candidate of which nobody knows it comes last. */
function gainOf(gate) {
	const change = gate === void 0 ? null : changeOf(gate);
	if (gate === void 0 || change === null || gate.direction === null) return -Infinity;
	return -ruleOf(gate).signFor(gate.direction) * change.value;
}
/** Where none may merge, the mildest of the reasons: it says what would be needed. */
function exitCodeOfBlocked(results) {
	const worse = results.map(({ verdict, among }) => Math.max(VERDICTS.indexOf(verdict), VERDICTS.indexOf(among.verdict)));
	const mildest = VERDICTS[Math.min(...worse)];
	if (mildest === "regression") return EXIT_CODES.regression;
	return mildest === "invalid" ? EXIT_CODES.invalid : EXIT_CODES.inconclusiveAndBlocked;
}

export { CANDIDATES_FILE, judgeCandidates };