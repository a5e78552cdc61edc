import { S as requireSide, c as isHarness, l as isNative, o as byHarness, s as inTaskDirectory, x as ofSide } from "./config-resolve.js";
import { At as IssueList, C as mapPaths, jt as WeighbridgeError, st as tasksOfGate, x as describeModel } from "./core-domain-history.js";
import { f as findFormat } from "./app-sides-mlflow.js";
import { P as holdsRuns } from "./results-formats-lm-eval-lm-eval.js";
import { d as asksEndpoints, m as loadEngine } from "./config-overrides.js";
import { d as harnessRunner, l as RUNNERS } from "./config-thresholds.js";
import { a as readToJudge } from "./app-sides-stored.js";
import { join, resolve } from "node:path";
import process from "node:process";
import { readdir } from "node:fs/promises";

// src/app/sides/sources.ts
const HARNESSES = Object.entries(RUNNERS).flatMap(([name, { kind }]) => kind === "harness" ? [name] : []);
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
async function sourceIssue(whole, side) {
	try {
		const config = ofSide(whole, side);
		await checkSource(config, mapPaths(requireSide(config, side), (path) => resolve(config.directory, path)), side);
		return null;
	} catch (error) {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	}
}
/**
* Why results that the config names cannot be compared, though they are results: a gate is about a task of its own that they lack. Null
* where nothing is known, such as of what could not be read.
*/
async function lackingIssue(config, side) {
	const source = config[side];
	if (source?.kind !== "results" || side === "reference") return null;
	const own = new Set(tasksOfSide(config, side).filter(isNative).map(({ name }) => name));
	const gates = config.gates.filter(({ against }) => side !== "baseline" || against === void 0);
	const gated = new Set(gates.flatMap(tasksOfGate).filter((task) => own.has(task)));
	if (gated.size === 0) return null;
	const { runs, faults } = await readToJudge(resolve(config.directory, source.path), side);
	const held = new Set(runs.map(({ record }) => record.task));
	const lacking = [...gated].filter((task) => !held.has(task));
	if (faults.length > 0 || lacking.length === 0) return null;
	return new WeighbridgeError("data", `the ${side} is results of ${[...held].join(", ") || "no task"}, and a gate is about ${lacking.join(", ")}`, {
		at: { file: source.path },
		fix: `name a checkpoint as the ${side}, or results in which ${lacking.length === 1 ? "this task is" : "these tasks are"} called so`
	});
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
	const anchored = new Set(gates.filter(({ against }) => against === "anchor").flatMap(tasksOfGate));
	return tasks.filter(({ name }) => anchored.has(name));
}
/** @throws WeighbridgeError `config` for a task whose harness does not take this kind of checkpoint, `checkpoint` for pickles */
async function acceptedByHarness(source, side, tasks) {
	for (const { name, runner, options } of tasks) {
		const refusal = (await harnessRunner(runner).load()).refusal(options, source);
		if (refusal === null) continue;
		throw new WeighbridgeError("config", `${side}, task ${name}: ${refusal.says}`, { fix: refusal.fix });
	}
	for (const name of byHarness(tasks).keys()) await (await harnessRunner(name).load()).inspect(source);
}
/**
* @throws WeighbridgeError when the program of a harness is not there, must not run what the tasks would run, or cannot take a
* part of a task
*/
async function requireHarness(config, sides, shard) {
	const tasks = sides.filter((side) => config[side]?.kind !== "results").flatMap((side) => tasksOfSide(config, side));
	for (const [runner, asked] of byHarness([...new Set(tasks)])) {
		if (shard !== null) throw new WeighbridgeError("usage", `the task ${asked[0]?.name} of ${runner} cannot be cut into shards`, { fix: `leave --shard out, or keep ${runner} tasks in a config of their own` });
		await (await harnessRunner(runner).load()).check(asked, inTaskDirectory(config), process.env);
	}
}
async function inspect(source, side, config, asked) {
	if (source.kind === "results" && await holdsResults(source.path, side)) return;
	if (source.kind === "hub" || source.kind === "endpoint" && !asksEndpoints(config.engine)) {
		const names = asked.map(({ name }) => name).join(", ");
		throw new WeighbridgeError("config", `the ${side} is ${describeModel(source)}, and native tasks (${names}) need a GGUF file`, { fix: `${source.kind === "endpoint" ? "add `engine: { type: openai }`" : "name a GGUF file"}, or give these tasks \`runner: ${HARNESSES.join(" or ")}\`` });
	}
	const engine = await loadEngine(config.engine);
	if (source.kind !== "results") return engine.inspect?.(await forEngine(source), config.engine);
	await engine.inspect?.({
		kind: "file",
		path: source.path
	}, config.engine);
	throw new WeighbridgeError("checkpoint", "this is neither a checkpoint by its name nor results of an earlier run", {
		at: { file: source.path },
		fix: "name a .gguf file, a folder with config.json, or a folder that `weighbridge evaluate` wrote"
	});
}
/**
* What native tasks need made of a side's checkpoint before they can run, a sentence each; none where files can be read as they are.
* @throws WeighbridgeError as `checkSource`
*/
async function preparationsOf(config, source, side) {
	if (source.kind === "results" || !tasksOfSide(config, side).some(isNative)) return [];
	const { engine: settings } = ofSide(config, side);
	const engine = await loadEngine(settings);
	const files = mapPaths(source, (path) => resolve(config.directory, path));
	return await engine.preparations?.(await forEngine(files), settings) ?? [];
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
const holdsResults = async (path, side) => await holdsRuns(path, side) || await findFormat(path) !== null;

export { requireHarness as a, tasksOfSide as c, preparationsOf as i, forEngine as n, requireSources as o, lackingIssue as r, sourceIssue as s, checkSource as t };