import { i as Option, r as InvalidArgumentError } from "./npm-commander.js";
import { t as stringify } from "./npm-csv-stringify.js";
import { a as defaultPlace, c as openHistory, i as artifactHistory, l as placeOf, n as addNote, o as describePlace, r as addRound, t as HISTORY_ON_BRANCH, u as pruneRounds } from "./app-history.js";
import { d as htmlPage, i as VERDICT_FILE, o as readVerdict } from "./app-verdict-file.js";
import { a as loadConfig } from "./app-sides-mlflow.js";
import { Dt as worseSign, I as plural, N as formatSize, P as formatValue, T as formatCount, jt as WeighbridgeError, kt as suggestion, w as formatChange } from "./core-domain-history.js";
import { Bt as normalQuantile, Rt as normalCdf, ft as errorOfRate } from "./core-stats-sequential-flip-rates.js";
import { S as sparkline, d as list, f as numberColumn, g as titled, h as textColumn, m as table, p as paragraph } from "./report-sections-registry.js";
import { i as ours, n as inline, t as code, u as formatDuration } from "./report-inline.js";
import { f as verdictBadge } from "./report-headline.js";
import { t as blocksToLines } from "./report-terminal.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { c as outOption, s as jsonOption, t as DEFAULT_CONFIG } from "./cli-flags.js";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";

// src/core/compare/plateau.ts
/** Rounds after which people ask whether another one pays. */
const ROUNDS = 4;
/** Of what was gained before: less than this in as many rounds is no gain to go on for. */
const SHARE = .25;
const ALPHA$1 = .05;
/**
* Trends of which a gain is proven up to a round, and of which the last rounds rule out more than a quarter of it. Two rounds are taken for
* independent, as in `trendsOf`: of the same samples they are surer than is said, so that a plateau is told late rather than early.
* @param trends of the metrics that should gain
*/
function plateausOf(trends) {
	const z = normalQuantile(1 - ALPHA$1 / Math.max(1, trends.length));
	return trends.flatMap((trend) => {
		const points = trend.points.slice(trend.points.length - trend.alike);
		const [first, since, last] = [
			points[0],
			points.at(-4),
			points.at(-1)
		];
		if (first === void 0 || since === void 0 || last === void 0 || points.length <= ROUNDS) return [];
		const [before, after] = [gain(first, since, trend), gain(since, last, trend)];
		if (before === null || after === null || before.value - z * before.error <= 0) return [];
		const atMost = after.value + z * after.error;
		return atMost >= SHARE * before.value ? [] : [{
			trend,
			rounds: ROUNDS,
			since: since.run,
			gained: before.value,
			atMost
		}];
	});
}
function gain(from, to, { direction }) {
	if (from.stderr === null || to.stderr === null) return null;
	return {
		value: -worseSign({ direction }) * (to.value - from.value),
		error: Math.hypot(from.stderr, to.stderr)
	};
}

// src/core/stats/change-point.ts
/**
* Where a series stops being constant: of all rounds, the step or the slope that explains most. Least squares weighted by 1/stderr²;
* what a model with one more number takes off the weighted sum of squares is χ² with one degree of freedom where nothing changed,
* and Bonferroni's bound allows for looking at all of them (Hinkley 1970 for the step, Hinkley 1971 for two-phase lines).
* Assumes values with normal errors of known size. Rounds that are asked the same samples share a part of their error, which moves
* all values alike: the test then errs on the safe side.
* @returns null for fewer than three values
*/
function findChangePoint(rounds) {
	if (rounds.length < 3) return null;
	const weights = rounds.map(({ stderr }) => 1 / stderr ** 2);
	const values = rounds.map(({ value }) => value);
	const models = [{
		shape: "step",
		at: () => 1
	}, {
		shape: "slope",
		at: (steps) => steps
	}].flatMap(({ shape, at }) => values.slice(1, shape === "slope" ? -1 : void 0).map((_, before) => {
		const index = before + 1;
		const regressor = values.map((__, position) => position < index ? 0 : at(position - index + 1));
		return {
			index,
			shape,
			...explain(values, weights, regressor)
		};
	}));
	const best = models.reduce((a, b) => b.explained > a.explained ? b : a);
	const tail = 2 * normalCdf(-Math.sqrt(best.explained));
	return {
		index: best.index,
		shape: best.shape,
		size: best.size,
		p: Math.min(1, models.length * tail)
	};
}
/** What a regressor beside the constant takes off the weighted sum of squares, and its coefficient. */
function explain(values, weights, regressor) {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = (of) => of.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
	const [centreY, centreX] = [mean(values), mean(regressor)];
	let [xy, xx] = [0, 0];
	for (const [index, weight] of weights.entries()) {
		const x = (regressor[index] ?? 0) - centreX;
		xy += weight * x * ((values[index] ?? 0) - centreY);
		xx += weight * x * x;
	}
	return {
		size: xy / xx,
		explained: xy ** 2 / xx
	};
}

// src/core/compare/trend.ts
/** Of each change point, over all metrics of a history together. */
const ALPHA = .05;
/**
* Every metric of a history, tasks and metrics in the order in which they first appear. A change counts where its p-value is below
* 0.05 divided by the number of metrics that are looked at (Bonferroni). The cumulative change is between two rounds whose errors are
* taken for independent: of the same samples it is less uncertain than is said.
*/
function trendsOf({ runs }) {
	const series = /* @__PURE__ */ new Map();
	for (const run of runs) for (const { task, metrics, dataset } of run.tasks) for (const metric of metrics) {
		if (metric.candidate === null) continue;
		const key = JSON.stringify([task, metric.metric]);
		const known = series.get(key) ?? {
			task,
			metrics: []
		};
		known.metrics.push([
			run,
			metric,
			dataset
		]);
		series.set(key, known);
	}
	return [...series.values()].flatMap(({ task, metrics }) => {
		const last = metrics.at(-1)?.[1];
		return last === void 0 ? [] : [trendOf(task, last, metrics, series.size)];
	});
}
/** Of the first of the rounds at the end that asked the same, as far as anybody knows. */
function firstAlike(rounds) {
	const newest = rounds.findLast(([, , dataset]) => dataset !== null)?.[2];
	return 1 + rounds.findLastIndex(([, , dataset]) => dataset !== null && dataset !== newest);
}
function trendOf(task, { metric, unit, direction }, rounds, family) {
	const z = normalQuantile(.95);
	let baseline;
	const points = rounds.flatMap(([run, { candidate }]) => {
		if (candidate === null) return [];
		const { value } = candidate;
		const stderr = errorOf(candidate, unit);
		const [low, high] = stderr === null ? [null, null] : [value - z * stderr, value + z * stderr];
		const digest = run.baseline?.digest;
		const isNewBaseline = baseline !== void 0 && digest !== void 0 && digest !== baseline;
		baseline = digest ?? baseline;
		return [{
			run,
			value,
			low,
			high,
			stderr,
			isNewBaseline
		}];
	});
	const alike = points.slice(firstAlike(rounds));
	const [first, last] = [alike[0], alike.at(-1)];
	const known = alike.flatMap(({ run, value, stderr }) => stderr === null ? [] : [{
		run,
		value,
		stderr
	}]);
	const found = findChangePoint(known);
	const run = found === null ? void 0 : known[found.index]?.run;
	return {
		task,
		metric,
		unit,
		direction,
		points,
		sinceFirst: first === void 0 || last === void 0 || alike.length < 2 ? null : between(first, last, z),
		change: found === null || run === void 0 || found.p * family >= ALPHA ? null : {
			...found,
			run,
			isWorse: worseSign({ direction }) * found.size > 0
		},
		alike: alike.length,
		leftOut: alike.length - known.length
	};
}
/** Samples that are all alike show no spread: of a rate that is the error of its count, of anything else it is not known. */
function errorOf({ value, stderr, n }, unit) {
	if (stderr !== null && stderr > 0) return stderr;
	return stderr === 0 && unit === "rate" && n !== null && n > 0 && value >= 0 && value <= 1 ? errorOfRate(value, n) : null;
}
function between(first, last, z) {
	const value = last.value - first.value;
	if (first.stderr === null || last.stderr === null) return {
		value,
		low: null,
		high: null
	};
	const reach = z * Math.hypot(first.stderr, last.stderr);
	return {
		value,
		low: value - reach,
		high: value + reach
	};
}
/** The samples that changed in most rounds, those first; once is no habit. */
function restlessSamples({ runs }, most) {
	const counts = /* @__PURE__ */ new Map();
	const count = (task, ids, way) => {
		for (const id of ids) {
			const key = JSON.stringify([task, id]);
			const known = counts.get(key) ?? {
				task,
				id,
				worse: 0,
				better: 0
			};
			known[way] += 1;
			counts.set(key, known);
		}
	};
	for (const { tasks } of runs) for (const { task, worse, better } of tasks) {
		count(task, worse, "worse");
		count(task, better, "better");
	}
	return [...counts.values()].filter(({ worse, better }) => worse + better > 1).sort((a, b) => b.worse + b.better - (a.worse + a.better) || (a.id < b.id ? -1 : 1)).slice(0, most);
}

// src/report/history.ts
/** Rounds of a history for a terminal, and as one page without a network. */
const MOST_RESTLESS = 20;
const nameOf = ({ task, metric }) => `${task}/${metric}`;
/** What is proven to have changed, in words; nothing where nothing is. */
function changeInWords({ change, unit }) {
	if (change === null) return ours("");
	const { shape, size, run, isWorse } = change;
	const what = shape === "step" ? `${formatChange(size, unit)} at once` : `${formatChange(size, unit)} a round`;
	return inline`${ours(isWorse ? "worse" : "better")} since ${whichRound(run)}: ${ours(what)}`;
}
/** Rounds in which no change could be looked for. */
const leftOut = (trend) => trend.leftOut === 0 ? [] : [inline`${code(nameOf(trend))}: ${plural(trend.leftOut, "round")} without a standard error left out of the search for a change.`];
const whichRound = ({ date, commit, run }) => inline`${ours(date.slice(0, 10))} (${code((commit ?? run).slice(0, 7))})`;
function sinceFirst({ sinceFirst: since, unit, direction }) {
	if (since === null) return "";
	if (since.low === null || since.high === null) return formatChange(since.value, unit);
	const isProven = since.low > 0 || since.high < 0;
	const isWorse = worseSign({ direction }) * since.value > 0;
	const range = `${formatChange(since.low, unit)} to ${formatChange(since.high, unit)}`;
	const word = isProven ? isWorse ? ", worse" : ", better" : "";
	return `${formatChange(since.value, unit)} (${range}${word})`;
}
/** One row a metric: how it went, where it is, how far it moved since the first round, and since when. */
function trendBlocks(history, metric) {
	const trends = trendsOf(history).filter((trend) => isAsked(trend, metric));
	return [
		...table(`${plural(history.runs.length, "round")}`, [
			textColumn("Metric", (trend) => code(nameOf(trend))),
			numberColumn("Rounds", ({ points }) => formatCount(points.length)),
			numberColumn("Oldest to newest", ({ points }) => sparkline(points.map(({ value }) => value))),
			numberColumn("Now", ({ points, unit }) => formatValue(points.at(-1)?.value ?? 0, unit)),
			numberColumn("Since the first (90 % interval)", sinceFirst),
			textColumn("Proven to have begun", changeInWords)
		], trends),
		...list(trends.flatMap(leftOut)),
		...plateauBlocks(history, trends)
	];
}
/** A guess with its evidence, as those of a report. */
function plateauBlocks({ runs }, trends) {
	const isTarget = ({ task, metric }) => runs.at(-1)?.tasks.some((own) => own.task === task && own.role === "target" && own.primaryMetric === metric) === true;
	const items = plateausOf(trends.filter(isTarget)).map((plateau) => ({
		content: inline`${code(nameOf(plateau.trend))} rises no more: a plateau.`,
		below: [
			plateauEvidence(plateau),
			ours("Usual remedy: other or more data, a larger model or adapter, or to stop here."),
			ours("To find out: train once more with another recipe; what the same one brings is in these rounds.")
		]
	}));
	return list(items);
}
const plateauEvidence = ({ trend: { unit }, rounds, since, gained, atMost }) => inline`${ours(formatChange(gained, unit))} up to ${whichRound(since)}, and in the ${ours(plural(rounds - 1, "round"))} since at most ${ours(formatChange(Math.max(0, atMost), unit))}`;
/** A metric is named as everywhere, a task alone for all of its metrics. */
const isAsked = (trend, metric) => metric === void 0 || [
	trend.task,
	nameOf(trend),
	`${trend.task}/${trend.metric.split(",")[0]}`
].includes(metric);
/** One row a round. */
function roundBlocks({ runs, notes }) {
	const notesOf = (run) => notes.filter((note) => note.run === run.run);
	return table(plural(runs.length, "round"), [
		textColumn("Date", ({ date }) => ours(date.slice(0, 10))),
		textColumn("Run", ({ run }) => code(run)),
		textColumn("Commit", ({ commit }) => code(commit?.slice(0, 7) ?? "unknown")),
		textColumn("Candidate", ({ candidate }) => code(candidate?.source ?? "unknown")),
		numberColumn("Got worse / better", flipsOf),
		numberColumn("Cost", costOf),
		textColumn("Notes", (run) => inline`${notesOf(run).map(({ text }) => text).join("; ")}`),
		textColumn("Verdict", ({ verdict }) => verdictBadge(verdict))
	], [...runs].reverse());
}
function flipsOf({ tasks }) {
	const sum = (way) => tasks.reduce((total, { flips }) => total + (flips?.[way] ?? 0), 0);
	return `${formatCount(sum("regressed"))} / ${formatCount(sum("improved"))}`;
}
function costOf({ cost: { samples, tokens, seconds } }) {
	const time = seconds === null ? "" : `, ${formatDuration(seconds)}`;
	return `${plural(samples.evaluated, "sample")}, ${plural(tokens.prompt + tokens.output, "token")}${time}`;
}
/** The whole history as a page: trends with their intervals, rounds, and the samples that change most often. */
function renderHistoryPage(history) {
	const trends = trendsOf(history);
	const changed = trends.filter(({ change }) => change !== null);
	const sections = [
		{
			title: "Where the checkpoints are heading",
			blocks: [paragraph(ours(`${plural(history.runs.length, "round")}, ${plural(trends.length, "metric")}. ${changed.length === 0 ? "No lasting change is proven." : `A lasting change is proven of ${plural(changed.length, "metric")}, allowing for how many there are.`}`)), ...trendBlocks(history)]
		},
		{
			title: "Metric by metric",
			blocks: trends.flatMap(trendChart)
		},
		{
			title: "Rounds",
			blocks: roundBlocks(history)
		},
		{
			title: "Samples that change most often",
			blocks: restlessBlocks(history)
		}
	];
	return htmlPage("Weighbridge: history", sections.filter(({ blocks }) => blocks.length > 0));
}
function restlessBlocks(history) {
	return table("Samples that changed in more than one round", [
		textColumn("Task", ({ task }) => code(task)),
		textColumn("Sample", ({ id }) => code(id)),
		numberColumn("Got worse", ({ worse }) => formatCount(worse)),
		numberColumn("Got better", ({ better }) => formatCount(better))
	], restlessSamples(history, MOST_RESTLESS));
}
/** The metric round by round, newest below, with the round from which it is another marked by a filled dot. */
function trendChart(trend) {
	const { points, unit, change } = trend;
	if (points.length < 2) return [];
	const ends = points.flatMap(({ value, low, high }) => [
		value,
		low ?? value,
		high ?? value
	]);
	const [least, most] = [Math.min(...ends), Math.max(...ends)];
	const place = (value) => most > least ? .02 + .96 * (value - least) / (most - least) : .5;
	const begun = change === null ? points.length : points.findIndex(({ run }) => run === change.run);
	const drawing = {
		kind: "intervals",
		rows: points.map(({ run, value, low, high, isNewBaseline }, index) => ({
			label: `${run.date.slice(0, 10)} ${(run.commit ?? run.run).slice(0, 7)}${isNewBaseline ? ", new baseline" : ""}`,
			low: place(low ?? value),
			value: place(value),
			high: place(high ?? value),
			isFilled: index >= begun,
			end: `${formatValue(value, unit)}${index === begun ? ", changed from here" : ""}`
		})),
		line: place(points[0]?.value ?? least),
		ends: [formatValue(least, unit), formatValue(most, unit)]
	};
	const words = inline`${code(nameOf(trend))} round by round with 90 % intervals; the line is the first round. ${change === null ? ours("No lasting change is proven.") : changeInWords(trend)}`;
	const rowsOf = table(`${nameOf(trend)} round by round`, [
		textColumn("Round", ({ run }) => whichRound(run)),
		numberColumn("Value", ({ value }) => formatValue(value, unit)),
		numberColumn("90 % interval", ({ value, high }) => high === null ? "unknown" : `± ${formatSize(high - value, unit)}`)
	], points);
	return titled(code(nameOf(trend)), [...rowsOf.map((block) => ({
		kind: "chart",
		chart: drawing,
		words,
		table: block
	})), ...list(leftOut(trend))]);
}
/** For a spreadsheet: one line a round and metric. Text that a program would take for a formula is quoted with an apostrophe. */
function historyRows({ runs }, metric) {
	const number = (value) => value == null ? "" : String(value);
	const safe = (value) => /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return [[...[
		"run",
		"date",
		"commit",
		"verdict",
		"task",
		"metric",
		"unit",
		"direction",
		"n"
	], ...[
		"baseline",
		"candidate",
		"candidate_stderr",
		"delta",
		"delta_low",
		"delta_high"
	]], ...runs.flatMap((run) => run.tasks.flatMap(({ task, pairs, metrics }) => metrics.filter((each) => isAsked({
		task,
		metric: each.metric
	}, metric)).map(({ metric: name, unit, direction, baseline, candidate, delta }) => [
		...[
			run.run,
			run.date,
			safe(run.commit ?? ""),
			run.verdict,
			safe(task),
			safe(name)
		],
		...[
			unit,
			direction,
			String(pairs),
			number(baseline?.value),
			number(candidate?.value)
		],
		...[
			number(candidate?.stderr),
			number(delta?.value),
			number(delta?.low),
			number(delta?.high)
		]
	])))];
}

// src/cli/history.ts
const HELP = `
A history is JSON lines, one a round: kept where \`record.history\` of the config says, in --file, on a branch of its own, or as artifacts.

Examples:
  weighbridge history                                    every metric over the rounds, and what is proven to have changed
  weighbridge history --metric facts/acc --csv
  weighbridge history --page history.html                one page, which needs no network
  weighbridge history add --branch weighbridge-history   the verdict in weighbridge-out, pushed to a branch
  weighbridge history --artifacts tickets                what the action's report step keeps as artifacts
  weighbridge note 3f2a9c "the learning rate was a typo"
`;
const NOTE_HELP = `
Example:
  weighbridge note 3f2a9c "the learning rate was a typo"
`;
const placed = (command) => command.addOption(new Option("-c, --config <file>", "config whose history it is").default(DEFAULT_CONFIG)).addOption(new Option("--file <file>", "the history, wherever it lies").conflicts(["branch", "artifacts"])).addOption(new Option("--branch <name>", `${HISTORY_ON_BRANCH} on this branch, which has nothing else`)).addOption(new Option("--artifacts <name[@branch]>", "what the action keeps under `record.artifact`; default: of the branch that the clone knows as the default").conflicts("branch")).addOption(new Option("--remote <name>", "repository of the branch").default("origin"));
const addHistory = (program, context) => {
	const { terminal } = context;
	const history = placed(program.command("history").description("the rounds so far: trends, lasting changes, cost, notes").enablePositionalOptions().addHelpText("after", HELP)).addOption(new Option("--metric <name>", "this metric, or those of this task, alone")).addOption(new Option("--csv", "a line a round and metric, for a spreadsheet").conflicts("json")).addOption(new Option("--page <file>", "write it as one page, which needs no network")).addOption(jsonOption("the records as JSON")).action(async (flags) => {
		const stored = await readPlace(flags, terminal);
		if (flags.page !== void 0) {
			await makeDirectory(dirname(flags.page));
			await writeFile(flags.page, renderHistoryPage(stored));
			terminal.info(`history: ${flags.page}`);
		}
		terminal.print(printed(stored, flags));
	});
	addAdd(history, context);
	addPrune(history, context);
	addNoteCommand(program, context);
};
function printed(history, { metric, csv = false, json = false }) {
	if (json) return JSON.stringify({
		runs: history.runs,
		notes: history.notes
	}, null, 2);
	const rows = historyRows(history, metric);
	if (metric !== void 0 && rows.length < 2) throw unknownMetric(history, metric);
	if (csv) return stringify(rows.map((row) => [...row])).trimEnd();
	if (history.runs.length === 0) return "No round is recorded yet.";
	const trends = trendBlocks(history, metric);
	return blocksToLines([...trends, ...metric === void 0 ? roundBlocks(history) : []]).join("\n");
}
function unknownMetric(history, metric) {
	const names = new Set(historyRows(history).slice(1).map(([, , , , task, name]) => `${task}/${name}`));
	return new WeighbridgeError("usage", `no round has a metric ${JSON.stringify(metric)}`, { fix: suggestion(metric, [...names], "metrics") });
}
function addAdd(parent, { terminal }) {
	placed(parent.command("add").description("record the verdict of a run directory as the newest round")).addOption(outOption()).action(async (flags) => {
		const verdict = await readVerdict(join(flags.out, VERDICT_FILE));
		const { place, config } = await placeFrom(flags);
		const { run } = await addRound({
			place,
			verdict,
			config,
			seconds: null
		});
		terminal.info(`recorded ${run} in ${describePlace(place)}`);
	});
}
function addPrune(parent, { terminal }) {
	placed(parent.command("prune").description("keep the newest rounds alone")).addOption(new Option("--keep <n>", "how many").argParser(wholeNumber).makeOptionMandatory()).action(async (flags) => {
		const { place } = await placeFrom(flags);
		const gone = await pruneRounds(place, flags.keep);
		terminal.info(`removed ${plural(gone, "round")} from ${describePlace(place)}`);
	});
}
function addNoteCommand(program, { terminal }) {
	placed(program.command("note").description("a remark to a round of the history")).addHelpText("after", NOTE_HELP).argument("<RUN>", "as `history` lists it, or its commit; the first characters do").argument("<TEXT>", "what is to be remembered").action(async (run, text, flags) => {
		const { place } = await placeFrom(flags);
		const note = await addNote(place, run, text);
		terminal.info(`noted on ${note.run} in ${describePlace(place)}`);
	});
}
/** Reads the history that the flags name, and tells of lines that are none of ours. */
async function readPlace(flags, terminal) {
	const { place } = await placeFrom(flags);
	const { faults, ...history } = await openHistory(place);
	for (const { message, at, fix } of faults) terminal.warn(`${at?.file}:${at?.line}: ${message}; ${fix}`);
	return history;
}
async function placeFrom({ config: path, file, branch, artifacts, remote }) {
	const config = path !== "weighbridge.yml" || existsSync(path) ? await loadConfig(path, { assumeTasks: true }) : null;
	if (branch !== void 0) return {
		place: {
			kind: "branch",
			at: {
				clone: ".",
				remote,
				branch,
				file: HISTORY_ON_BRANCH
			}
		},
		config
	};
	if (artifacts !== void 0) return {
		place: {
			kind: "artifacts",
			at: await artifactHistory(artifacts)
		},
		config
	};
	if (file !== void 0) return {
		place: {
			kind: "file",
			file
		},
		config
	};
	return {
		place: (config === null ? null : placeOf(config)) ?? defaultPlace(path),
		config
	};
}
function wholeNumber(text) {
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number above 0");
}

export { placed as n, readPlace as r, addHistory as t };