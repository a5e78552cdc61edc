import { i as Option } from "./npm-commander.js";
import { a as loadConfig } from "./app-sides-mlflow.js";
import { h as curveGates } from "./config-resolve.js";
import { Bt as join, I as plural, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as onIdentical } from "./core-decide-decide.js";
import { t as replayGate } from "./core-decide-replayed-gate.js";
import { d as list, h as textColumn, m as table, p as paragraph } from "./report-sections-registry.js";
import { p as verdictLabel } from "./report-headline.js";
import { i as ours, n as inline, t as code } from "./report-inline.js";
import { t as blocksToLines } from "./report-terminal.js";
import { s as jsonOption } from "./cli-flags.js";
import { n as placed, r as readPlace } from "./cli-history.js";

// src/config/history-tasks.ts
/** The tasks and metrics of a history, so that the gates of a policy can be checked against them. */
function tasksInHistory({ runs }) {
	const declared = /* @__PURE__ */ new Map();
	for (const run of runs) for (const { task, role, primaryMetric, metrics } of run.tasks) {
		const known = declared.get(task);
		const own = metrics.map(identityOf);
		const byName = new Map([...known?.metrics ?? [], ...own.map(({ declaration }) => declaration)].map((metric) => [metric.name, metric]));
		const filters = /* @__PURE__ */ new Set([...known?.filters ?? [], ...own.flatMap(({ filter }) => filter ?? [])]);
		declared.set(task, {
			task,
			role,
			metrics: [...byName.values()],
			primaryMetric,
			...filters.size === 0 ? {} : { filters: [...filters] }
		});
	}
	return [...declared.values()];
}
/** Records of version 1 keep but the name that was shown: it ends with the filter, unless it ends with the label of a class. */
function identityOf({ metric, unit, direction, basis }) {
	if (basis !== void 0) return basis;
	const comma = metric.endsWith("]") ? -1 : metric.lastIndexOf(",");
	return {
		declaration: {
			name: comma < 0 ? metric : metric.slice(0, comma),
			unit,
			direction,
			kind: "mean",
			scale: "linear",
			weak: false,
			range: unit === "rate" ? {
				min: 0,
				max: 1
			} : {
				min: null,
				max: null
			}
		},
		filter: comma < 0 ? null : metric.slice(comma + 1)
	};
}

// src/core/decide/replay.ts
/**
* Judges rounds again under another policy, by what their records keep of each metric. What a record does not hold (groups, averages,
* corpus metrics without an interval, what an evaluation that stopped would have come to) is said, and lets no round pass.
*/
function replay({ runs }, gates, policy) {
	return runs.map((run) => {
		const replayed = gates.map((gate) => replayGate(gate, run, policy));
		const blocking = replayed.filter(({ gate }) => gate.tier === "blocking");
		const known = blocking.filter(({ unknown }) => unknown === null);
		const isRefused = run.identicalAnswers !== void 0 && blocking.length > 0 && onIdentical(policy, gates) === "block";
		const stops = isRefused || known.some(({ blocks }) => blocks);
		const isTold = stops || known.length === blocking.length;
		const verdicts = [...known.map((each) => each.verdict), ...isRefused ? ["invalid"] : []];
		return {
			run,
			gates: replayed,
			verdict: isTold ? join(verdicts) : "invalid",
			blocked: isTold ? stops || blocking.length === 0 : null
		};
	});
}

// src/report/replay.ts
const isOtherwise = ({ run, blocked }) => blocked !== null && run.blocked !== blocked;
/** Rounds that another policy would have stopped, or let through, and gates that no record can tell of. */
function renderReplay(rounds) {
	const changed = rounds.filter(isOtherwise);
	const words = `${changed.length} of ${plural(rounds.length, "round")} would have been decided otherwise.`;
	const untold = rounds.filter(({ blocked }) => blocked === null).length;
	const effect = (blocked) => blocked ? "blocked" : "not blocked";
	const blocks = [
		paragraph(ours(words)),
		...table("Rounds that would have been decided otherwise", [
			textColumn("Date", ({ run }) => ours(run.date.slice(0, 10))),
			textColumn("Run", ({ run }) => code(run.run)),
			textColumn("Was", ({ run }) => ours(effect(run.blocked))),
			textColumn("Would be", ({ blocked, verdict }) => ours(`${effect(blocked === true)} (${verdictLabel(verdict)})`)),
			textColumn("By", ({ gates }) => gates.filter(({ blocks: stops, unknown }) => stops && unknown === null).flatMap(({ gate }) => inline`${code(gate.id)} `))
		], changed),
		...list(untold === 0 ? [] : [ours(`Of ${plural(untold, "round")} that is not known.`)]),
		...list([...new Set(rounds.flatMap(unknownOf))].map((line) => inline`not replayed: ${line}`))
	];
	return blocksToLines(blocks).join("\n");
}
const unknownOf = ({ gates }) => gates.flatMap(({ gate, unknown }) => unknown === null ? [] : [`${gate.id}: ${unknown}`]);

// src/cli/replay.ts
const HELP = `
Judges the rounds of the history again by another policy, from the intervals that are recorded, and shows those that it would have
decided otherwise. Changes nothing.

Example:
  weighbridge replay --policy stricter.yml
`;
const addReplay = (program, { terminal }) => {
	placed(program.command("replay").description("which rounds so far another policy would have decided otherwise").addHelpText("after", HELP)).addOption(new Option("--policy <file>", "config whose gates and policy judge").makeOptionMandatory()).addOption(jsonOption("the rounds as JSON")).action(async (flags) => {
		const history = await readPlace(flags, terminal);
		if (history.runs.length === 0) throw new WeighbridgeError("data", "there is no round to be judged again", { fix: "record some first" });
		const { gates, policy, curves } = await loadConfig(flags.policy, { results: tasksInHistory(history) });
		const rounds = replay(history, [...gates, ...curves === null ? [] : curveGates(curves)], policy);
		terminal.print(flags.json ? JSON.stringify(rounds.map(plain), null, 2) : renderReplay(rounds));
	});
};
const plain = ({ run, gates, verdict, blocked }) => ({
	run: run.run,
	before: {
		verdict: run.verdict,
		blocked: run.blocked
	},
	after: {
		verdict,
		blocked
	},
	gates: gates.map(({ gate, verdict: of, blocks, unknown }) => ({
		gate: gate.id,
		verdict: unknown === null ? of : null,
		blocks,
		unknown
	}))
});

export { addReplay };