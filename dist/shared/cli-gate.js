import { i as Option } from "./npm-commander.js";
import { a as judgeResults } from "./app-judge.js";
import { a as loadConfig, i as resultsAt } from "./app-sides-mlflow.js";
import { c as withdrawVerdict, i as VERDICT_FILE, n as HTML_FILE } from "./app-verdict-file.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";
import { t as verdictJson } from "./report-json.js";
import { b as following } from "./results-formats-lm-eval-lm-eval.js";
import { a as followOption, c as outOption, l as overridesFromFlags, r as addOverrides, s as jsonOption } from "./cli-flags.js";
import { n as policiesFrom, r as policyFromOption, t as baselineFrom } from "./cli-policy-from.js";
import { n as showVerdict } from "./cli-terminal.js";
import { join } from "node:path";

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
			const { CANDIDATES_FILE, judgeCandidates } = await import("./app-candidates.js");
			const { renderCandidates } = await import("./report-candidates.js");
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
			},
			given: {
				baseline: following(flags.baseline, follow),
				...candidateNamed(flags, follow)
			}
		});
		showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(flags.out, HTML_FILE)}, verdict: ${join(flags.out, VERDICT_FILE)}`);
		if (config !== null) {
			const seconds = (performance.now() - began) / 1e3;
			const { recordIfAsked } = await import("./app-history-on-need.js");
			await recordIfAsked(() => loadConfig(config, { assumeTasks: true }), verdict, seconds, terminal);
		}
		exit(verdict.exitCode);
	});
};
/** The candidate as the command line names it, which may be an address, or folds of which it is joined. */
function candidateNamed({ candidate, folds, fold }, follow) {
	if (folds !== void 0 && fold !== void 0) return { folds: {
		file: folds,
		results: fold
	} };
	return candidate === void 0 ? {} : { candidate: following(candidate, follow) };
}
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
	const { joinFoldResults } = await import("./app-cross-validation-on-need.js");
	return joinFoldResults(folds, results, join(out, "folds"));
}

export { addGate };