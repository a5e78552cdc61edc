import { t as compareRuns } from "./core-compare-compare.js";
import { At as IssueList, D as formatInterval, O as formatLevel, P as formatValue, T as formatCount, w as formatChange } from "./core-domain-history.js";
import { a as readToJudge, t as inSharedUnits } from "./app-sides-stored.js";
import { i as resultsAt } from "./app-sides-mlflow.js";
import { f as numberColumn, h as textColumn, m as table, p as paragraph, s as mismatchSentence } from "./report-sections-registry.js";
import { c as NOT_AVAILABLE, i as ours, n as inline, s as toPlain, t as code } from "./report-inline.js";
import { w as isDescriptive } from "./report-headline.js";
import { t as blocksToLines } from "./report-terminal.js";
import { t as verdictJson } from "./report-json.js";
import { b as following } from "./results-formats-lm-eval-lm-eval.js";
import { a as followOption, s as jsonOption } from "./cli-flags.js";

// src/app/compare.ts
/** Two folders of results next to each other, without a judgement: they may be the same. */
async function compareResults(folders) {
	const { baseline, candidate } = inSharedUnits({
		baseline: await readToJudge(folders.baseline, "baseline"),
		candidate: await readToJudge(folders.candidate, "candidate")
	});
	const faults = [...baseline.faults, ...candidate.faults];
	if (faults.length > 0) throw new IssueList("data", faults);
	const comparisons = compareRuns(baseline.runs, candidate.runs, []);
	return {
		schemaVersion: 1,
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		comparability: comparisons.flatMap(({ mismatches }) => mismatches)
	};
}

// src/report/comparison.ts
const COLUMNS = [
	textColumn("Metric", ({ task, metric }) => code(`${task.task}/${metric.metric}`)),
	numberColumn("Baseline", ({ metric }) => sideValue(metric, "baseline")),
	numberColumn("Candidate", ({ metric }) => sideValue(metric, "candidate")),
	numberColumn("Delta (interval)", ({ metric }) => deltaOf(metric)),
	numberColumn("Pairs", ({ metric }) => pairsOf(metric)),
	numberColumn("Flips: worse, better", ({ metric }) => flipsOf(metric))
];
/** Of a sum with its standard error, which is all that tells how certain it is. */
function sideValue({ unit, evidence, ...sides }, side) {
	const own = sides[side];
	if (own === null) return NOT_AVAILABLE;
	const error = own.stderr === null ? "no error" : `± ${formatValue(own.stderr, unit)}`;
	return evidence === void 0 ? formatValue(own.value, unit) : inline`${formatValue(own.value, unit)} (${error})`;
}
function pairsOf({ evidence, baseline, candidate }) {
	if (evidence === void 0) return formatCount(baseline?.n ?? 0);
	const counts = [baseline, candidate].map((side) => side?.n == null ? "?" : formatCount(side.n));
	return `sums of ${[...new Set(counts)].join(" and ")}`;
}
function deltaOf({ delta, unit }) {
	if (delta === null) return NOT_AVAILABLE;
	const interval = formatInterval(delta, unit);
	const bracket = interval === null ? [] : inline` (${formatLevel(delta.level)}${isDescriptive(delta.method) ? inline`, of these samples alone` : []}: ${interval})`;
	return inline`${formatChange(delta.value, unit)}${bracket}`;
}
function flipsOf({ flips }) {
	return flips === null ? inline`` : inline`${formatCount(flips.regressed)}, ${formatCount(flips.improved)}`;
}
/** The comparison for a terminal: what makes it incomparable first, then one row a metric. */
function renderComparison({ tasks, comparability }) {
	const rows = tasks.flatMap((task) => task.metrics.map((metric) => ({
		task,
		metric
	})));
	const hard = comparability.filter(({ severity }) => severity === "hard");
	const soft = comparability.filter(({ severity }) => severity === "soft");
	const nothing = paragraph(ours("There is nothing to compare."));
	return [
		...hard.map((mismatch) => `NOT COMPARABLE: ${toPlain(mismatchSentence(mismatch))}`),
		...soft.map((mismatch) => `note: ${toPlain(mismatchSentence(mismatch))}`),
		...blocksToLines([...rows.length === 0 ? [nothing] : table("Metrics", COLUMNS, rows), paragraph(ours("Delta is candidate − baseline."))])
	].join("\n");
}

// src/cli/compare.ts
const HELP = `
A is the baseline, B the candidate: every delta is B − A. Run directories, the folder of one side or task in them, or
results of another program (weighbridge import --help lists them).

Example:
  weighbridge compare out/base/baseline out/step-2000/candidate
`;
const addCompare = (program, { terminal }) => {
	program.command("compare").description("the same table without a judgement").argument("<A>", "results of the baseline").argument("<B>", "results of the candidate").addOption(followOption()).addOption(jsonOption("the comparison as JSON")).addHelpText("after", HELP).action(async (a, b, { json = false, follow }) => {
		const comparison = await compareResults({
			baseline: following(await resultsAt(a, terminal), follow),
			candidate: following(await resultsAt(b, terminal), follow)
		});
		terminal.print(json ? verdictJson(comparison) : renderComparison(comparison));
	});
};

export { addCompare };