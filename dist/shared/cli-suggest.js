import { i as Option, r as InvalidArgumentError } from "./npm-commander.js";
import { Dt as worseSign, I as plural, M as formatShare, N as formatSize, T as formatCount, jt as WeighbridgeError } from "./core-domain-history.js";
import { E as median } from "./config-resolve.js";
import { Bt as normalQuantile, Rt as normalCdf } from "./core-stats-sequential-flip-rates.js";
import { n as errorsOf, t as replayGate } from "./core-decide-replayed-gate.js";
import { s as toPlain, t as code } from "./report-inline.js";
import { s as jsonOption } from "./cli-flags.js";
import { n as placed, r as readPlace } from "./cli-history.js";

// src/core/decide/suggest.ts
/**
* For each metric with intervals the smallest drop that may be allowed so that a candidate which did not move is stopped in at most
* `falseBlocks` of its runs under `on_inconclusive: lean`. Such a candidate leans to pass unless its delta, normal with the
* standard error s around 0, lies within z(1 − lean_alpha) s of the limit: the limit is s (z(1 − lean_alpha) + z(1 − falseBlocks)).
*/
function suggestLimits({ runs }, options) {
	const measured = /* @__PURE__ */ new Map();
	for (const run of runs) for (const { task, metrics, pairs } of run.tasks) for (const metric of metrics) {
		const known = metric.delta === null ? null : errorsOf(metric.delta);
		if (known === null || pairs === 0 || metric.unit === "perplexity") continue;
		const key = JSON.stringify([task, metric.metric]);
		measured.set(key, [...measured.get(key) ?? [], {
			run,
			task,
			metric,
			pairs,
			known
		}]);
	}
	return [...measured.values()].flatMap((rounds) => suggestLimit(rounds, options) ?? []);
}
function suggestLimit(rounds, options) {
	const newest = rounds.at(-1);
	if (newest === void 0) return null;
	const { task, metric, pairs } = newest;
	const { falseBlocks, alpha, leanAlpha } = options;
	const sign = worseSign(metric);
	const stderr = median(rounds.map((round) => errorOf(round, sign) * Math.sqrt(round.pairs / pairs)));
	if (!(stderr > 0)) return null;
	const lean = normalQuantile(1 - leanAlpha);
	const maxDrop = roundUp(stderr * (lean + normalQuantile(1 - falseBlocks)));
	const gate = gateOf(newest, maxDrop);
	const replayed = rounds.map(({ run }) => ({
		run,
		...replayGate(gate, run, policyOf(options))
	})).filter(({ unknown }) => unknown === null);
	return {
		task,
		metric: metric.metric,
		unit: metric.unit,
		maxDrop,
		stderr,
		pairs,
		rounds: rounds.length,
		blocksUnchanged: normalCdf(lean - maxDrop / stderr),
		provesUnchanged: normalCdf(maxDrop / stderr - normalQuantile(1 - alpha)),
		stops: maxDrop + stderr * (normalQuantile(.9) - lean),
		replayed: replayed.length,
		wouldHaveBlocked: replayed.filter(({ blocks }) => blocks).map(({ run }) => run)
	};
}
const SUGGESTED = { kind: "default" };
function gateOf({ task, metric: { metric, basis } }, maxDrop) {
	const filter = basis?.filter ?? null;
	return {
		id: `${task}/${metric}:max_drop`,
		task,
		metric: basis?.declaration.name ?? metric,
		...filter === null ? {} : { filter },
		rule: "max_drop",
		limit: {
			kind: "absolute",
			value: maxDrop
		},
		tier: "blocking",
		source: SUGGESTED
	};
}
const policyOf = ({ alpha, leanAlpha }) => ({
	alpha: {
		value: alpha,
		source: SUGGESTED
	},
	leanAlpha: {
		value: leanAlpha,
		source: SUGGESTED
	},
	onInconclusive: {
		value: "lean",
		source: SUGGESTED
	},
	target: {
		value: "population",
		source: SUGGESTED
	},
	minCoverage: {
		value: Number.MIN_VALUE,
		source: SUGGESTED
	}
});
const errorOf = ({ known }, sign) => sign === 1 ? known.above : known.below;
/** To two significant digits, as a person writes a limit. */
function roundUp(value) {
	const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
	return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(12));
}

// src/report/suggest.ts
/** Limits as comments of a config, to be read and chosen from. Names are foreign: they stay on their line, quoted. */
function renderSuggestions(limits) {
	const total = Math.min(1, limits.reduce((sum, { blocksUnchanged }) => sum + blocksUnchanged, 0));
	return [
		"# Limits that fit the noise of the rounds so far (weighbridge suggest). All together these gates stop at most",
		`# ${formatShare(total)} of candidates that did not move. Take those that you mean, before the next result is seen.`,
		"# gates:",
		...limits.flatMap(suggestion),
		""
	].join("\n");
}
function suggestion(limit) {
	const { task, metric, unit, maxDrop, pairs, blocksUnchanged, provesUnchanged, stops } = limit;
	const { wouldHaveBlocked, stderr, replayed } = limit;
	const written = unit === "rate" ? `${Number((maxDrop * 100).toPrecision(2))}pp` : String(maxDrop);
	const name = toPlain(code(`${task}/${metric}`));
	const of = plural(replayed, "round");
	const past = replayed === 0 ? "of no round it is known whether it would have been stopped" : wouldHaveBlocked.length === 0 ? `would have stopped none of ${of}` : `would have stopped ${formatCount(wouldHaveBlocked.length)} of ${of}: ${wouldHaveBlocked.map(nameOf).join(", ")}`;
	return [
		`#   - { metric: ${JSON.stringify(name)}, max_drop: ${written} }`,
		`#     ${plural(pairs, "pair")}, standard error ${formatSize(stderr, unit)}: stops ${formatShare(blocksUnchanged)} of candidates that did not move and proves ${formatShare(provesUnchanged)} of them;`,
		`#     a loss of ${formatSize(stops, unit)} is stopped nine times of ten; ${past}.`
	];
}
const nameOf = ({ commit, run }) => toPlain(code((commit ?? run).slice(0, 7)));

// src/cli/suggest.ts
const HELP = `
Reads the history and writes gates with the smallest limits that rarely stop a candidate which did not move, each with what it would have
stopped so far and what it can prove. They are comments to choose from: nothing is applied, and limits are chosen before results are seen.

Example:
  weighbridge suggest --false-block 2% >> weighbridge.yml
`;
const addSuggest = (program, { terminal }) => {
	placed(program.command("suggest").description("limits that fit the noise of the rounds so far, as comments for the config").addHelpText("after", HELP)).addOption(new Option("--false-block <share>", "of candidates that did not move, stopped by a gate").argParser(share).default(.05, "5%")).addOption(jsonOption("the limits as JSON")).action(async (flags) => {
		const history = await readPlace(flags, terminal);
		const { alpha = .05, leanAlpha = .25 } = history.runs.at(-1)?.policy ?? {};
		const found = suggestLimits(history, {
			falseBlocks: flags.falseBlock,
			alpha,
			leanAlpha
		});
		if (found.length === 0) throw new WeighbridgeError("data", "no round has a change with its interval", { fix: "record rounds that were judged on samples, with `record:` in the config" });
		terminal.print(flags.json ? JSON.stringify(found.map(plain), null, 2) : renderSuggestions(found));
	});
};
const plain = ({ wouldHaveBlocked, ...limit }) => ({
	...limit,
	wouldHaveBlocked: wouldHaveBlocked.map(({ run }) => run)
});
function share(text) {
	const value = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
	if (value > 0 && value < .5) return value;
	throw new InvalidArgumentError("write a share such as 5% or 0.05, below 50%");
}

export { addSuggest };