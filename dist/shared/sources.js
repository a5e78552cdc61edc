import { c as ENGINES, i as RUNNERS, m as requireSide, o as findImporter, t as holdsRuns } from "./results.js";
import { n as WeighbridgeError, t as IssueList } from "./errors.js";
import { i as mapPaths, n as describeModel, r as hubModel } from "./atomic-file.js";
import { r as requireWeights } from "./identity.js";
import { join, resolve } from "node:path";
import process from "node:process";
import { readdir } from "node:fs/promises";

// src/config/resolved.ts
const isNative = (task) => task.runner === "native";
const isHarness = (task) => task.runner === "lm-eval";

// src/sides/sources.ts
/**
* Looks at what every side names before the first model is loaded: nobody should wait for the baseline's evaluation to
* learn that the candidate is not there.
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a side that is not named
*/
async function requireSources(config, sides) {
	const issues = [];
	for (const side of sides) {
		const issue = await sourceIssue(config, side);
		if (issue !== null) issues.push(issue);
	}
	const [first, ...others] = issues;
	if (first !== void 0) throw others.length === 0 ? first : new IssueList(first.kind, issues);
}
/** Why the side cannot be evaluated, as far as files tell without a model being loaded; null when nothing is known. */
async function sourceIssue(config, side) {
	try {
		await checkSource(config, mapPaths(requireSide(config, side), (path) => resolve(config.directory, path)), side);
		return null;
	} catch (error) {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	}
}
/**
* The same for one source, its paths resolved.
* @throws WeighbridgeError `checkpoint` for what is no checkpoint and no results, `config` for a kind that a task cannot take
*/
async function checkSource(config, source, side) {
	const tasks = tasksOfSide(config, side);
	const asked = tasks.filter(isNative);
	if (asked.length > 0 || source.kind === "results") await inspect(source, side, config, asked);
	if (source.kind !== "results") await acceptedByHarness(source, side, tasks.filter(isHarness));
}
/** All tasks; of the anchor only those that a gate compares with it. */
function tasksOfSide({ gates, tasks }, side) {
	if (side !== "anchor") return tasks;
	const anchored = new Set(gates.filter(({ against }) => against === "anchor").map(({ task }) => task));
	return tasks.filter(({ name }) => anchored.has(name));
}
/** @throws WeighbridgeError `config` for a task whose harness does not take this kind of checkpoint, `checkpoint` for pickles */
async function acceptedByHarness(source, side, tasks) {
	for (const { name, runner, options } of tasks) {
		const refusal = (await RUNNERS[runner].load()).refusal(options, source);
		if (refusal === null) continue;
		throw new WeighbridgeError("config", `${side}, task ${name}: ${refusal.says}`, { fix: refusal.fix });
	}
	if (tasks.length === 0) return;
	if (source.kind === "folder") await requireWeights(source.path);
	if (source.kind === "adapter") {
		if (hubModel(source.base) === null) await requireWeights(source.base);
		await requireWeights(source.adapter);
	}
}
/**
* @throws WeighbridgeError when the program of a harness is not there, must not run what the tasks would run, or cannot take a
* part of a task
*/
async function requireHarness(config, sides, shard) {
	const tasks = sides.filter((side) => config[side]?.kind !== "results").flatMap((side) => tasksOfSide(config, side)).filter(isHarness);
	if (tasks.length === 0) return;
	if (shard !== null) throw new WeighbridgeError("usage", `the task ${tasks[0]?.name} of lm-eval cannot be cut into shards`, { fix: "leave --shard out, or keep lm-eval tasks in a config of their own" });
	await (await RUNNERS["lm-eval"].load()).check([...new Set(tasks)], config, process.env);
}
async function inspect(source, side, config, asked) {
	if (source.kind === "results" && await holdsResults(source.path, side)) return;
	if (source.kind === "hub" || source.kind === "endpoint") {
		const names = asked.map(({ name }) => name).join(", ");
		throw new WeighbridgeError("config", `the ${side} is ${describeModel(source)}, and native tasks (${names}) need a GGUF file`, { fix: "name a GGUF file, or give these tasks `runner: lm-eval`" });
	}
	const engine = await ENGINES[config.engine.type].load();
	if (source.kind !== "results") return engine.inspect?.(await forEngine(source));
	await engine.inspect?.({
		kind: "file",
		path: source.path
	});
	throw new WeighbridgeError("checkpoint", "this is neither a checkpoint by its name nor results of an earlier run", {
		at: { file: source.path },
		fix: "name a .gguf file, a folder with config.json, or a folder that `weighbridge evaluate` wrote"
	});
}
/** A folder in which both forms of a checkpoint lie is evaluated by every runner, each with its own. */
async function forEngine(source) {
	if (source.kind !== "folder") return source;
	const [gguf, ...others] = (await readdir(source.path)).filter((name) => /\.gguf$/i.test(name));
	return gguf === void 0 || others.length > 0 ? source : {
		kind: "file",
		path: join(source.path, gguf)
	};
}
const holdsResults = async (path, side) => await holdsRuns(path, side) || await findImporter(path) !== null;

export { sourceIssue as a, isNative as c, requireSources as i, forEngine as n, tasksOfSide as o, requireHarness as r, isHarness as s, checkSource as t };