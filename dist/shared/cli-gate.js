import { i as Option } from "./npm-commander.js";
import { a as ruleOf, r as asksOneChange } from "./core-decide-rules-registry.js";
import { n as WeighbridgeError } from "./core-domain-errors.js";
import { c as NOT_AVAILABLE, h as isProven, i as ours, m as VERDICTS, n as inline, p as EXIT_CODES, t as code } from "./report-inline.js";
import { d as verdictBadge, p as changeOf } from "./report-headline.js";
import { t as verdictJson } from "./report-json.js";
import { d as plural, i as formatLevel, r as formatInterval, t as formatChange } from "./core-domain-format.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { a as judgeResults, o as joinFoldResults, t as decideResults } from "./app-judge.js";
import { c as withdrawVerdict, i as VERDICT_FILE, l as writeVerdict, n as HTML_FILE } from "./app-verdict-file.js";
import { d as recordIfAsked } from "./app-history.js";
import { i as resultsAt } from "./app-sides-mlflow.js";
import { t as loadConfig } from "./config-load.js";
import { d as table, f as textColumn, l as numberColumn, u as paragraph } from "./report-sections-registry.js";
import { t as blocksToLines } from "./report-terminal.js";
import { k as following } from "./results-formats-lm-eval-lm-eval.js";
import { a as followOption, c as outOption, l as overridesFromFlags, r as addOverrides, s as jsonOption } from "./cli-flags.js";
import { n as policiesFrom, r as policyFromOption, t as baselineFrom } from "./cli-policy-from.js";
import { n as showVerdict } from "./cli-terminal.js";
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
		proven: best !== null && isProven(best.verdict) && isProven(best.among.verdict),
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

// src/report/candidates.ts
const judged = ({ verdict, blocked }) => {
	const badge = verdictBadge(verdict);
	return verdict === "inconclusive" ? inline`${badge} ${ours(blocked ? "blocks" : "does not block")}` : badge;
};
function changeCell({ change }) {
	if (change === null) return inline`${NOT_AVAILABLE}`;
	const interval = formatInterval(change, change.unit);
	const value = formatChange(change.value, change.unit);
	return interval === null ? inline`${value}` : inline`${value} (${formatLevel(change.level)}: ${interval})`;
}
/** Several candidates of one baseline for a terminal: a row each, and which of them may be taken. */
function renderCandidates(of) {
	const { candidates, selected, proven, rankedBy } = of;
	const columns = [
		textColumn("Candidate", ({ candidate }) => code(candidate)),
		textColumn("By itself", judged),
		textColumn(`Among ${candidates.length}`, ({ among }) => judged(among)),
		numberColumn("Change", changeCell)
	];
	const answer = selected === null ? inline`None of ${plural(candidates.length, "candidate")} may merge.` : inline`${ours(proven ? "Selected" : "Selected, NOT PROVEN")}: ${code(selected)}, the best of those that nothing blocks.`;
	const ranking = rankedBy === null ? inline`No gate on a change says which is the best.` : inline`The change is that of ${code(rankedBy)}, which ranks.`;
	return blocksToLines([
		...table("Candidates", columns, candidates),
		paragraph(inline`${answer} ${ranking}`),
		paragraph(ours(`The best of ${candidates.length} looks better than it is. Intervals and verdicts among ${candidates.length} hold for all of them together: each has a share of the error (Bonferroni).`))
	]).join("\n");
}

// src/cli/gate.ts
const HELP = `
Runs no model. Each side is a run directory, the folder of one side or task in it, or results of another program
(docs/reference/result-formats.md lists them), known by their content.

Examples:
  weighbridge gate --baseline out/base --candidate out/step-2000 --max-drop facts/acc=2pp
  weighbridge gate --baseline out/base --candidate out/step-2000 --config weighbridge.yml --json
  weighbridge gate --baseline lm-eval/base --candidate lm-eval/tuned --max-drop mmlu/acc=2pp
  weighbridge gate --baseline out/base --candidates out/1000 out/2000 out/3000 --config weighbridge.yml
  weighbridge gate --baseline out/base --folds folds.jsonl --fold a=out/a --fold b=out/b --max-drop facts/acc=5pp

With --folds the candidate is what one recipe made k times, each time trained on all folds of the data but one: of each
checkpoint only the samples that --folds says it was not trained on are judged, all of them together, in one verdict.

With --candidates each is judged by itself, its files in a numbered folder of --out, and as one of so many, at the error
divided by their number. Exit code 0 means that the selected one may merge: the best of those that are not blocked in
either way. Otherwise it is that of the mildest verdict: 2, 1 or 3. --json prints candidates.json.
`;
const addGate = (program, { terminal, exit }) => {
	const command = program.command("gate").description("judge existing results").addOption(new Option("-c, --config <file>", "limits from a config, besides those given by flags")).addOption(outOption()).addOption(policyFromOption()).addOption(followOption()).addOption(jsonOption()).addHelpText("after", HELP);
	addOverrides(command).addOption(new Option("--candidates <paths...>", "results of several candidates, of which one is to be chosen").conflicts("candidate")).addOption(new Option("--rank-by <gate>", "the gate whose change says which candidate is the best"));
	command.addOption(new Option("--folds <file>", "of a cross-validation: rows of the id of a sample and its fold").conflicts(["candidate", "candidates"])).addOption(new Option("--fold <name=results>", "results of the checkpoint that was not trained on this fold; once a fold").argParser(foldsSoFar));
	for (const side of ["--baseline", "--candidate"]) {
		const option = command.options.find(({ long }) => long === side);
		if (side === "--baseline") option?.makeOptionMandatory();
		if (option !== void 0) option.description = `results of the ${side.slice(2)}`;
	}
	command.action(async (flags) => {
		const began = performance.now();
		await withdrawVerdict(flags.out);
		const { baseline, candidate, ...limits } = overridesFromFlags(flags);
		const { config = null, policyFrom, follow } = flags;
		if (config === null && policyFrom !== void 0) throw new WeighbridgeError("usage", "flag --policy-from: without a config nothing can be read from there", { fix: "name the config with --config" });
		const found = config === null ? null : await policiesFrom(config, policyFrom);
		const request = {
			configPath: config,
			...found === null ? {} : { policies: found.policies },
			overrides: limits,
			out: flags.out
		};
		const named = await resultsAt(flags.baseline, terminal);
		const results = found === null || config === null ? named : await baselineFrom(found, config, named, flags.out);
		const from = following(results, follow);
		if (flags.candidates !== void 0) {
			const judged = await judgeCandidates({
				...request,
				baseline: from,
				rankBy: flags.rankBy ?? null,
				candidates: await Promise.all(flags.candidates.map(async (path) => following(await resultsAt(path, terminal), follow)))
			});
			terminal.print(flags.json ? verdictJson(judged) : renderCandidates(judged));
			terminal.info(`all of it: ${join(flags.out, CANDIDATES_FILE)}`);
			exit(judged.exitCode);
			return;
		}
		const folder = await candidateOf(flags, terminal);
		if (folder === null) throw new WeighbridgeError("usage", "flag --candidate: there is nothing to judge", { fix: "name the results of the candidate with `--candidate`, or of several with `--candidates`" });
		const verdict = await judgeResults({
			...request,
			folders: {
				baseline: from,
				candidate: following(folder, follow)
			}
		});
		showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(flags.out, HTML_FILE)}, verdict: ${join(flags.out, VERDICT_FILE)}`);
		if (config !== null) {
			const seconds = (performance.now() - began) / 1e3;
			await recordIfAsked(() => loadConfig(config, { assumeTasks: true }), verdict, seconds, terminal);
		}
		exit(verdict.exitCode);
	});
};
function foldsSoFar(value, before = []) {
	const [, fold, path] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
	if (fold !== void 0 && path !== void 0) return [...before, {
		fold,
		path
	}];
	throw new WeighbridgeError("usage", `flag --fold: ${JSON.stringify(value)} names no results`, { fix: "write NAME=RESULTS, such as --fold 1=out/fold-1" });
}
/** Where the results of the candidate lie, joined of its folds where there are some; null where none are named. */
async function candidateOf({ candidate, folds, fold, out }, terminal) {
	if (folds === void 0 !== (fold === void 0)) throw new WeighbridgeError("usage", "flag --folds: it says which samples --fold answers for, and needs it", { fix: "give both, or neither" });
	if (folds === void 0 || fold === void 0) return candidate === void 0 ? null : resultsAt(candidate, terminal);
	const results = await Promise.all(fold.map(async (each) => ({
		...each,
		path: await resultsAt(each.path, terminal)
	})));
	return joinFoldResults(folds, results, join(out, "folds"));
}

export { addGate };