import { Ct as WeighbridgeError, R as repeatsOf, tt as lacks } from "./core-domain-drift.js";
import { b as asFound, d as MAX_CONFIG_SIZE, p as tooLarge, t as resolveConfig, v as subtasksOf } from "./config-resolve.js";
import { readFile, stat } from "node:fs/promises";

// src/config/declared-tasks.ts
/** What results say of their own tasks, so that gates can be checked against them. A run that never came to results says nothing. */
function declaredTasks(runs) {
	const declared = /* @__PURE__ */ new Map();
	for (const { record, samples } of runs) {
		if (record.metrics.length === 0) continue;
		const subtasks = /* @__PURE__ */ new Set([...declared.get(record.task)?.subtasks ?? [], ...subtasksOf({
			record,
			samples
		})]);
		const repeats = Math.max(declared.get(record.task)?.repeats ?? 1, answersOf(record));
		declared.set(record.task, {
			task: record.task,
			role: record.task_role,
			metrics: record.metrics,
			primaryMetric: record.primary_metric,
			filters: filtersOf(lacks(samples, "filter") ? [] : samples, record.aggregates ?? []),
			...repeats < 2 ? {} : { repeats },
			...subtasks.size === 0 ? {} : { subtasks: [...subtasks] }
		});
	}
	return [...declared.values()];
}
/** Of harnesses that keep one score of several answers there is one. */
const answersOf = (record) => record.metrics.some(({ repeated }) => repeated === true) ? repeatsOf(record) : 1;
function filtersOf(...named) {
	const filters = /* @__PURE__ */ new Set();
	for (const items of named) for (const { filter } of items) if (filter !== void 0) filters.add(filter);
	return [...filters];
}
/** What results say of the tasks of which nothing could be known before. */
function openResults({ declared }, runs) {
	const open = new Set(declared.filter((task) => task.open === true).map(({ task }) => task));
	return declaredTasks(runs).filter(({ task }) => open.has(task));
}

// src/config/load.ts
/** @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it */
async function readConfig(file, overrides) {
	const text = await readConfigText(file);
	const resolve = (results = []) => withFolders(resolveConfig({
		text,
		file,
		overrides,
		results
	}));
	return {
		config: resolve(),
		overrides,
		withResults: (config, runs) => {
			const results = openResults(config, runs);
			return results.length === 0 ? config : {
				...resolve(results),
				baseline: config.baseline
			};
		}
	};
}
/**
* Reads and resolves a config file.
* @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
*/
async function loadConfig(file, request = {}) {
	return withFolders(resolveConfig({
		...request,
		text: await readConfigText(file),
		file
	}));
}
/** What only files tell: which paths are folders of a checkpoint. */
function withFolders(config) {
	const { candidate, baseline, baselines, anchor, reference, directory } = config;
	return {
		...config,
		candidate: asFound(candidate, directory),
		baseline: asFound(baseline, directory),
		baselines: {
			...baselines,
			sources: baselines.sources.map((source) => source.from === "path" ? {
				...source,
				model: asFound(source.model, directory)
			} : source)
		},
		anchor: asFound(anchor, directory),
		reference: asFound(reference, directory)
	};
}
/** @throws WeighbridgeError `config` when the file is absent, too large, or not UTF-8 */
async function readConfigText(file) {
	const bytes = await readBytes(file);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("config", "the file is not UTF-8 text", {
			at: { file },
			fix: "save it as UTF-8",
			cause
		});
	}
}
const UNREADABLE = {
	ENOENT: "there is no such file",
	EISDIR: "this is a folder, not a file",
	EACCES: "reading is not permitted"
};
async function readBytes(file) {
	try {
		const { size } = await stat(file);
		if (size > 1048576) throw tooLarge(file);
		return await readFile(file);
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const { code } = cause;
		throw new WeighbridgeError("config", UNREADABLE[code ?? ""] ?? `the file cannot be read (${code})`, {
			at: { file },
			fix: "name the config with --config (in a workflow: the input config), or write one with `weighbridge init`",
			cause
		});
	}
}

export { openResults as i, readConfig as n, declaredTasks as r, loadConfig as t };