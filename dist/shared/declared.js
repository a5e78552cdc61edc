import { dt as loadConfig } from "./policies.js";

// src/sides/declared.ts
/** What results say of their own tasks, so that gates can be checked against them. A run that never came to results says nothing. */
function declaredTasks(runs) {
	return [...new Map(runs.filter(({ record }) => record.metrics.length > 0).map(({ record, samples }) => [record.task, {
		task: record.task,
		role: record.task_role,
		metrics: record.metrics,
		primaryMetric: record.primary_metric,
		filters: filtersOf(samples, record.aggregates ?? [])
	}])).values()];
}
function filtersOf(...named) {
	const filters = /* @__PURE__ */ new Set();
	for (const items of named) for (const { filter } of items) if (filter !== void 0) filters.add(filter);
	return [...filters];
}
/**
* The config once the tasks of a harness have run: what gates say of them is checked against their results. Tasks without
* results stay open.
* @throws IssueList `config` for a gate on a metric that is not there
*/
async function settleConfig(config, runs, { configPath, overrides }) {
	const results = openResults(config, runs);
	if (results.length === 0) return config;
	return {
		...await loadConfig(configPath, {
			overrides,
			results
		}),
		baseline: config.baseline
	};
}
/** What results say of the tasks of which nothing could be known before. */
function openResults({ declared }, runs) {
	const open = new Set(declared.filter((task) => task.open === true).map(({ task }) => task));
	return declaredTasks(runs).filter(({ task }) => open.has(task));
}

export { openResults as n, settleConfig as r, declaredTasks as t };