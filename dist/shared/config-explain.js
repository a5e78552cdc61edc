import { h as curveGates } from "./config-resolve.js";
import { it as describeSource, ot as metricsOfGate, r as describeBaselineSource, rt as describeLimit, x as describeModel } from "./core-domain-history.js";

// src/config/explain.ts
const DEFAULT = { kind: "default" };
/** Every value in force, in the order of the config file. */
function explainConfig(config) {
	const from = (key, value) => ({
		key,
		value: typeof value === "string" ? value : JSON.stringify(value),
		source: config.sources[key] ?? DEFAULT
	});
	return [
		...config.candidate === null ? [] : [from("candidate", describeModel(config.candidate))],
		...config.baselines.sources.length === 0 ? [] : [from("baseline", config.baselines.sources.map(describeBaselineSource).join(", else "))],
		...config.baselines.maxAgeDays === null ? [] : [from("baseline.max_age_days", config.baselines.maxAgeDays)],
		...config.baselines.bootstrap ? [from("baseline.bootstrap", true)] : [],
		...Object.entries(config.baselines.prompt).map(([task, own]) => from(`baseline.prompt.${task}`, own)),
		...config.store === null ? [] : [from("store", config.store === "default" ? config.store : config.store.path)],
		...config.acceptChange.length === 0 ? [] : [from("accept_change", config.acceptChange)],
		...config.anchor === null ? [] : [from("anchor.model", describeModel(config.anchor))],
		...Object.entries(config.engine).map(([key, value]) => from(`engine.${key}`, value)),
		...config.prices === null ? [] : [from("prices", config.prices)],
		from("seed", config.seed),
		...config.drift.length === 0 ? [] : [from("drift", config.drift)],
		...config.tasks.flatMap((task) => [
			from(`tasks.${task.name}.role`, task.role),
			from(`tasks.${task.name}.runner`, task.runner),
			from(`tasks.${task.name}.primary_metric`, task.primaryMetric),
			...task.split === void 0 ? [] : [from(`tasks.${task.name}.split`, task.split)],
			...Object.entries(task.options).map(([key, value]) => from(`tasks.${task.name}.${key}`, value))
		]),
		...config.gates.map((gate) => ({
			key: gate.id,
			value: `${describeLimit(gate, unitOf(config, gate))} (${gate.tier}${averaged(gate)})`,
			source: gate.source
		})),
		...config.curves === null ? [] : [
			from("curves.files", config.curves.files),
			...Object.entries(config.curves.columns).map(([name, to]) => from(`curves.columns.${name}`, to)),
			...Object.entries(config.curves.schedule).map(([name, on]) => from(`curves.schedule.${name}`, on)),
			...curveGates(config.curves).map((gate) => ({
				key: gate.id,
				value: `${describeLimit(gate, "rate")} (${gate.tier})`,
				source: gate.source
			}))
		],
		sourced("alpha", config.policy.alpha),
		sourced("on_inconclusive", config.policy.onInconclusive),
		sourced("lean_alpha", config.policy.leanAlpha),
		sourced("target", config.policy.target),
		sourced("min_coverage", config.policy.minCoverage),
		...config.policy.identical === void 0 ? [] : [sourced("identical", config.policy.identical)],
		sourced("evaluation", config.evaluation),
		from("policy.tries", config.tries),
		from("policy.waiver_permission", config.waiverPermission),
		from("policy.waiver_max_days", config.waiverMaxDays),
		from("policy.suite_changes", config.suiteChanges),
		from("policy.allow", [...config.allow].sort())
	];
}
const averaged = (gate) => gate.rule === "average" ? ` over ${gate.of.map(({ task }) => task).join(", ")}` : "";
/** The same as aligned lines: key, value, source. Values are quoted where they hold control characters. */
function explainLines(config) {
	const rows = explainConfig(config).map(({ key, value, source }) => ({
		key,
		value: oneLine(value),
		source: describeSource(source)
	}));
	const width = (column) => Math.max(0, ...rows.map((row) => row[column].length));
	const [keys, values] = [width("key"), width("value")];
	return rows.map(({ key, value, source }) => `${key.padEnd(keys)}  ${value.padEnd(values)}  ${source}`);
}
const WIDEST = 60;
function oneLine(value) {
	const quoted = /\p{Cc}/u.test(value) ? JSON.stringify(value) : value;
	return quoted.length > WIDEST ? `${quoted.slice(0, 59)}…` : quoted;
}
const sourced = (key, { value, source }) => ({
	key: `policy.${key}`,
	value: String(value),
	source
});
function unitOf(config, gate) {
	const [own] = metricsOfGate(gate);
	return config.declared.find((each) => each.task === own?.task)?.metrics.find(({ name }) => name === own?.metric)?.unit === "rate" ? "rate" : "other";
}

export { explainLines as n, explainConfig as t };