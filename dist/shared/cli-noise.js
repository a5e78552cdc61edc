import { S as requireSide } from "./config-resolve.js";
import { t as compareRuns } from "./core-compare-compare.js";
import { F as fateOfPairs, I as fateOfRate, L as ASSUMED_DISCORDANCE, P as balanced, V as locateMetric, ht as imputeDelta, mt as imputeCandidate, o as ruleOf, r as asksOneChange, v as drawAnew, y as unitsByGroup } from "./core-decide-rules-registry.js";
import { At as IssueList, Lt as EXIT_CODES, N as formatSize, T as formatCount, jt as WeighbridgeError, ot as metricsOfGate, q as repeatsOf } from "./core-domain-history.js";
import { C as estimateOf, E as shownDelta, G as stderrOfCorpusChange, J as CANDIDATE, Vt as mulberry32, Y as DELTA, _ as withAskedMetrics, at as ratioOfSums, p as spreadOfAnswers, w as paired } from "./core-stats-sequential-flip-rates.js";
import { t as verdictJson } from "./report-json.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { F as readPartially } from "./results-formats-lm-eval-lm-eval.js";
import { n as evaluateCheckpoints } from "./app-evaluate.js";
import { t as decide } from "./core-decide-decide.js";
import { n as judgeGate } from "./core-decide-gate.js";
import { n as weighJudge, t as isJudged } from "./core-decide-judged-gate.js";
import { p as smallestDetectableDrop } from "./app-speed.js";
import { a as meanOfRepeats } from "./core-metrics-repeats.js";
import { n as readLabels, t as labelsOf } from "./app-sides-labels.js";
import { r as readConfigAndFetch } from "./app-sides-mlflow.js";
import { d as list, f as numberColumn, h as textColumn, m as table, p as paragraph, s as mismatchSentence } from "./report-sections-registry.js";
import { c as NOT_AVAILABLE, i as ours, n as inline, t as code } from "./report-inline.js";
import { f as verdictBadge } from "./report-headline.js";
import { t as blocksToLines } from "./report-terminal.js";
import { c as outOption, i as configOption, l as overridesFromFlags, n as DEFAULT_OUT, r as addOverrides, s as jsonOption } from "./cli-flags.js";
import { join } from "node:path";

// src/app/noise/unchanged.ts
/** Rounds of a simulation, at which the standard error of a rate is at most 2.5 points; fewer for many samples, of the least 5. */
const MOST_ROUNDS = 400;
const LEAST_ROUNDS = 100;
/** Pairs that all rounds may draw together, which keeps a gate to about ten seconds of a processor. */
const MOST_DRAWS = 4e5;
/** How likely it is that an unchanged model is certified within the margin that is named for that. */
const CERTAIN = .9;
function wantsGain(gate) {
	const { estimand, limitSign } = ruleOf(gate);
	return estimand === "delta" && limitSign === -1;
}
/**
* What the policy does to a model that did not change, by the code that judges merges. In every round the questions are drawn
* anew (whole clusters with replacement, group by group), and each changes its two runs by a coin: two runs of one model are
* exchangeable, question by question, which is the null hypothesis of a paired randomisation test (Noreen 1989,
* "Computer-intensive methods for testing hypotheses"). All gates see the same draws, so that they hang together as they do.
*
* Assumes that the two runs differ from each other as an unchanged candidate would from its baseline. The seed makes it the
* same every time.
*/
function simulateUnchanged(input) {
	const { gates, policy, seed } = input;
	const tasks = tasksIn(input);
	const pairs = tasks.reduce((total, { units, metrics }) => total + units.flat().length * metrics.length, 0);
	const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(MOST_DRAWS / Math.max(1, pairs))));
	const random = mulberry32(seed);
	const results = Array.from({ length: rounds }, () => {
		const drawn = tasks.map((task) => draw(task, input.assumed, random));
		const seen = drawn.map(({ comparison }) => comparison);
		const flipped = drawn.map((task) => task.flipped);
		return gates.map((gate) => judgeGate({
			...gate,
			tier: "blocking"
		}, ruleOf(gate).estimand === "delta" ? flipped : seen, policy).result);
	});
	const blockedBy = (counts) => {
		const own = gates.map((gate) => gate.tier === "blocking" && counts(gate));
		if (!own.includes(true)) return null;
		return shareOf(results, (round) => round.some(({ blocks }, index) => blocks && own[index] === true));
	};
	return {
		rounds,
		gates: gates.map((gate, index) => {
			const own = results.flatMap((round) => round[index] ?? []);
			const certifies = (asksOneChange(ruleOf(gate)) ? own.map(reachOf).sort((a, b) => a - b) : [])[Math.ceil(CERTAIN * rounds) - 1] ?? Infinity;
			return {
				blocked: shareOf(own, ({ blocks }) => blocks),
				certifies: Number.isFinite(certifies) ? Math.max(0, certifies) : null
			};
		}),
		blocked: blockedBy(() => true),
		blockedWithoutGains: blockedBy((gate) => !wantsGain(gate))
	};
}
/** Standard error of a share of `rounds`, with two of each outcome added (Agresti & Coull 1998): none seen is not no error. */
function stderrOfShare(share, rounds) {
	const moved = (share * rounds + 2) / (rounds + 4);
	return Math.sqrt(moved * (1 - moved) / (rounds + 4));
}
function shareOf(items, holds) {
	return items.filter(holds).length / items.length;
}
/** How far the interval reaches to the worse: every larger limit of a drop would have been certified. */
function reachOf({ rule, net, delta, direction }) {
	const { low = null, high = null } = net ?? delta ?? {};
	const sign = direction === null ? 1 : ruleOf({ rule }).signFor(direction);
	const worst = sign === -1 ? low : high;
	return worst === null ? Infinity : sign * worst;
}
function tasksIn({ comparisons, gates }) {
	const named = gates.flatMap(metricsOfGate);
	return comparisons.flatMap((comparison) => {
		const own = new Set(named.flatMap(({ task, metric }) => task === comparison.task ? [metric] : []));
		const metrics = comparison.metrics.filter(({ declaration }) => own.has(declaration.name));
		if (metrics.length === 0) return [];
		return [{
			comparison,
			metrics,
			units: unitsByGroup(metrics)
		}];
	});
}
function draw({ comparison, metrics, units }, assumed, random) {
	const drawn = drawAnew(units, metrics.length, random);
	const compared = (scoresOf) => ({
		...comparison,
		mismatches: [],
		sequence: null,
		draw: null,
		metrics: metrics.map((metric, index) => ({
			...metric,
			scores: scoresOf(metric, index),
			resamples: 200
		}))
	});
	return {
		comparison: compared((_, index) => drawn[index] ?? []),
		flipped: compared((metric, index) => flipped(drawn[index] ?? [], assumed.get(metric) ?? 0, random))
	};
}
const WRONG = {
	numerator: 0,
	denominator: 1
};
const RIGHT = {
	numerator: 1,
	denominator: 1
};
/** With so many pairs of 0/1 scores that fall and rise, in equal shares; for a discordance of 0 as they were. */
function flipped(scores, discordance, random) {
	if (discordance === 0) return scores;
	return scores.map((score) => {
		const u = random();
		if (score.baseline === null || score.candidate === null || u >= discordance) return score;
		return u < discordance / 2 ? {
			...score,
			baseline: RIGHT,
			candidate: WRONG
		} : {
			...score,
			baseline: WRONG,
			candidate: RIGHT
		};
	});
}

// src/app/noise/policy-noise.ts
/** What two runs of one model say about the policy. Pure. */
function noiseOf(input) {
	const { comparisons, labels = /* @__PURE__ */ new Map(), policy, assumedDiscordance, seed } = input;
	const gates = input.gates.map((gate) => {
		if (!isJudged(gate, comparisons)) return gate;
		const { tier } = weighJudge(gate, judgeGate(gate, comparisons, policy), comparisons, labels, policy);
		return {
			...gate,
			tier
		};
	});
	const decision = decide({
		comparisons,
		gates: input.gates.filter((gate) => !wantsGain(gate)),
		policy,
		labels: {
			baseline: labels,
			anchor: /* @__PURE__ */ new Map()
		}
	});
	const asked = gates.map((gate) => ({
		gate,
		ground: groundOf(gate, input)
	}));
	const covered = asked.flatMap(({ gate, ground }) => "reason" in ground ? [] : [{
		gate,
		ground
	}]);
	const assumed = new Map(covered.flatMap(({ ground }) => ground.metrics).filter(({ flips }) => flips === "assumed").map(({ metric }) => [metric, assumedDiscordance]));
	const unchanged = simulateUnchanged({
		comparisons,
		gates: covered.map(({ gate }) => gate),
		policy,
		assumed,
		seed
	});
	const judged = asked.map(({ gate, ground }) => {
		const named = {
			gate: gate.id,
			tier: gate.tier,
			wantsGain: wantsGain(gate)
		};
		if ("reason" in ground) return {
			...named,
			pairs: ground.pairs,
			...UNKNOWN,
			reason: ground.reason
		};
		const simulated = unchanged.gates[covered.findIndex((each) => each.gate === gate)];
		if (simulated === void 0) throw new Error("a gate without a simulation");
		return {
			...named,
			pairs: ground.pairs,
			...figures(gate, ground, simulated, unchanged.rounds, input)
		};
	});
	return {
		schemaVersion: 1,
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		comparability: comparisons.flatMap(({ mismatches }) => mismatches),
		metrics: comparisons.flatMap(({ task, metrics }) => metrics.map((metric) => byAnswers(metricNoise(task, metric), input.answers ?? []))),
		gates: judged,
		falseBlockRate: suiteNoise(judged, unchanged)
	};
}
function suiteNoise(judged, unchanged) {
	const { blocked, blockedWithoutGains, rounds } = unchanged;
	const rates = judged.flatMap(({ tier, falseBlockRate }) => tier === "blocking" && falseBlockRate !== null ? [falseBlockRate] : []);
	if (blocked === null) return null;
	return {
		value: blocked,
		stderr: stderrOfShare(blocked, rounds),
		rounds,
		withoutGains: blockedWithoutGains,
		atLeast: Math.max(...rates),
		atMost: Math.min(1, rates.reduce((total, rate) => total + rate, 0))
	};
}
const UNKNOWN = {
	discordance: null,
	falseBlockRate: null,
	by: null,
	stderr: null,
	provableLimit: null
};
/** The scores behind a gate; otherwise why nothing follows from them. */
function groundOf(gate, { comparisons, policy }) {
	const named = metricsOfGate(gate);
	if (named.length === 0) return {
		pairs: 0,
		reason: "is about answers, of which scores tell nothing"
	};
	const found = [];
	let pairs = Infinity;
	for (const each of named) {
		const located = locateMetric(each, comparisons);
		const { metric } = located;
		const own = metric?.scores.filter((score) => DELTA.read(score) !== null).length ?? 0;
		pairs = Math.min(pairs, own);
		if ("faults" in located) return {
			pairs,
			reason: `cannot be judged: ${located.faults.join(" ")}`
		};
		if (metric === null || own === 0) return {
			pairs,
			reason: `neither run has scores of ${each.metric} on ${each.task}`
		};
		const { changed } = metricNoise(each.task, metric);
		const isExact = countsFromZeroToOne(metric) && imputeDelta(metric)?.method === "tango";
		const flips = isExact ? changed === 0 ? "assumed" : "measured" : null;
		if (ruleOf(gate).estimand === "delta" && changed === 0 && !isExact) {
			const which = named.length === 1 ? "" : ` on ${each.task}/${each.metric}`;
			return {
				pairs,
				reason: `the two runs agree everywhere${which}, which says nothing of a fine-tune`
			};
		}
		found.push({
			comparison: located.comparison,
			metric,
			flips,
			changed
		});
	}
	const [own] = found;
	if (own === void 0) throw new Error("a gate without a metric");
	const { comparison } = own;
	if (ruleOf(gate).scope !== "metric") return {
		pairs,
		comparison,
		hypothesis: null,
		metrics: found
	};
	const { hypothesis, result } = judgeGate(gate, comparisons, policy);
	return hypothesis === null ? {
		pairs,
		reason: result.reasons.join(" ")
	} : {
		pairs,
		comparison,
		hypothesis,
		metrics: found
	};
}
/** Whether the right answers are as many as their scores come to: any others are counted too, in another unit than their limits. */
const countsFromZeroToOne = ({ declaration: { range } }) => range.min === 0 && range.max === 1;
const RIGHTLY = "an unchanged model has no gain, so that it is right to block it";
function figures(gate, { comparison, hypothesis, metrics: [own, ...losses], pairs }, simulated, rounds, { policy, assumedDiscordance }) {
	if (own === void 0) throw new Error("a gate without a metric");
	const { metric, changed } = own;
	const isWhole = !comparison.limited && pairs === metric.scores.length;
	const exact = {
		by: "enumeration",
		stderr: 0,
		reason: wantsGain(gate) ? RIGHTLY : null
	};
	if (hypothesis?.estimand === "delta" && own.flips !== null) {
		const value = own.flips === "assumed" ? assumedDiscordance : changed / pairs;
		return {
			...exact,
			discordance: {
				value,
				from: own.flips
			},
			falseBlockRate: fateOfPairs(hypothesis, pairs, balanced(value), policy, isWhole).blocked,
			provableLimit: smallestDetectableDrop(pairs, value, {
				alpha: policy.alpha.value,
				power: .9
			})
		};
	}
	const estimate = hypothesis?.estimand === "candidate" ? imputeCandidate(metric) : null;
	if (hypothesis !== null && countsFromZeroToOne(metric) && estimate?.method === "clopper-pearson") {
		const rate = ratioOfSums(metric.scores.flatMap((score) => CANDIDATE.read(score) ?? []));
		const falseBlockRate = fateOfRate(hypothesis, estimate.n, rate, policy, isWhole).blocked;
		return {
			...exact,
			discordance: null,
			falseBlockRate,
			provableLimit: null
		};
	}
	const seen = [own, ...losses].some(({ flips }) => flips === "assumed") ? `with ${Math.round(100 * assumedDiscordance)} % flips where the two runs showed none` : "from the differences that the two runs showed; a fine-tune differs more";
	return {
		discordance: null,
		falseBlockRate: simulated.blocked,
		by: "simulation",
		stderr: stderrOfShare(simulated.blocked, rounds),
		provableLimit: simulated.certifies,
		reason: wantsGain(gate) ? `${RIGHTLY}; ${seen}` : seen
	};
}
/** What a sample's answers show among themselves tells more than one redrawing of them. */
function byAnswers(noise, known) {
	const own = known.find(({ task, metric, filter }) => task === noise.task && metric === noise.metric && filter === noise.filter);
	if (own === void 0) return noise;
	const { answers, samples, flaky, largest, stderr } = own;
	return {
		...noise,
		answers,
		pairs: samples,
		changed: flaky,
		largest,
		stderr
	};
}
function metricNoise(task, metric) {
	const pairs = metric.scores.flatMap((score) => DELTA.read(score) ?? []);
	const isCorpus = metric.declaration.kind === "corpus";
	const changes = pairs.map(({ baseline, candidate }) => isCorpus ? Number(baseline.parts?.some((part, index) => part !== candidate.parts?.[index]) ?? false) : Math.abs(ratioOfSums([candidate]) - ratioOfSums([baseline])));
	const changed = changes.filter((change) => change > 0).length;
	const { declaration, filter } = metric;
	return {
		task,
		metric: declaration.name,
		filter,
		unit: declaration.unit,
		pairs: pairs.length,
		changed,
		largest: changes.length === 0 || isCorpus ? null : changes.reduce((most, change) => Math.max(most, change), 0),
		stderr: changed === 0 ? null : stderrOf(metric)
	};
}
/** Of the difference, with nothing added for sparse data: null where both runs agree everywhere. */
function stderrOf(metric) {
	if (metric.declaration.kind === "corpus") return stderrOfCorpusChange(metric);
	const baseline = estimateOf(metric, paired("baseline"));
	const stderr = imputeDelta(metric)?.stderr ?? 0;
	return baseline === null || stderr === 0 ? null : shownDelta(stderr, baseline.value, metric.declaration);
}

// src/app/noise/repeats.ts
const repeatedMetrics = ({ metrics }) => metrics.flatMap(({ name, repeated }) => repeated === true ? [name] : []);
/** Whether a run has several answers' scores for every metric, so that its noise is known without another run. */
const isRepeated = ({ record }) => record.metrics.length > 0 && repeatedMetrics(record).length === record.metrics.length;
/**
* Two runs of one model differ by chance between answers alone: SE² = 2 · Σ w² s² / K / (Σ w)², s² being the unbiased variance
* of the scores of a sample's K answers (Miller 2024, "Adding Error Bars to Evals": E[σ²] / K of the law of total variance).
* Assumes answers that are independent, given their questions.
*/
function answerNoise({ record, samples }) {
	const answers = repeatsOf(record);
	const filters = /* @__PURE__ */ new Set();
	for (const { filter = null } of samples) filters.add(filter);
	return repeatedMetrics(record).flatMap((metric) => [...filters].map((filter) => {
		const found = {
			samples: 0,
			flaky: 0,
			largest: 0
		};
		const sums = {
			weight: 0,
			within: 0
		};
		for (const sample of samples) {
			const { filter: own = null, weight = 1 } = sample;
			const spread = own === filter ? spreadOfAnswers(sample, metric) : null;
			if (spread === null) continue;
			found.samples += 1;
			if (spread.range > 0) found.flaky += 1;
			found.largest = Math.max(found.largest, spread.range);
			sums.weight += weight;
			sums.within += weight ** 2 * spread.variance / answers;
		}
		const stderr = sums.within > 0 ? Math.sqrt(2 * sums.within) / sums.weight : null;
		return {
			task: record.task,
			metric,
			filter,
			answers,
			...found,
			stderr
		};
	}));
}
/**
* Another run of the same model, made of the answers of this one: of each sample they are drawn anew with replacement. Its mean
* is that of one less than there are, which has exactly the variance s²/K that the mean of K answers has (Rao & Wu 1988,
* "Resampling inference with complex survey data", with n − 1 draws); what is asked of several answers is asked of as many.
*/
function redrawn({ record, samples }, random) {
	return {
		record,
		samples: Array.from(samples, (sample) => redrawnSample(sample, random))
	};
}
function redrawnSample(sample, random) {
	const { repeats, scores } = sample;
	if (repeats === void 0) return sample;
	const count = Object.values(repeats.scores)[0]?.length ?? 0;
	const drawn = Array.from({ length: count }, () => Math.floor(random() * count));
	const lists = Object.entries(repeats.scores).map(([metric, own]) => [metric, drawn.map((answer) => own[answer] ?? NaN)]);
	const means = lists.map(([metric, own]) => [metric, meanOfRepeats(own.slice(0, -1))]);
	const said = repeats.same_as && drawn.map((answer) => repeats.same_as?.[answer] ?? answer);
	const again = {
		scores: Object.fromEntries(lists),
		...said === void 0 ? {} : { same_as: said.map((answer) => said.indexOf(answer)) }
	};
	return {
		...sample,
		scores: {
			...scores,
			...Object.fromEntries(means)
		},
		repeats: again
	};
}

// src/app/noise.ts
const NOISE_FILE = "noise.json";
/**
* Evaluates the baseline twice, each time in a folder of its own and with an engine of its own, and says what differs; of tasks
* with several answers to each sample once, and says how these differ.
* Goes on where an earlier measurement stopped; null when the signal came before the end. Writes `noise.json`.
* @throws WeighbridgeError `config` when the baseline is results, which cannot be run again
*/
async function measureNoise(options) {
	const { configPath, overrides, out, log, signal } = options;
	const loaded = await readConfigAndFetch(configPath, overrides, log);
	const { config } = loaded;
	if (requireSide(config, "baseline").kind === "results") throw new WeighbridgeError("config", "the baseline is results of an earlier run, which shows no noise", {
		at: { file: configPath },
		fix: "name the checkpoint: --baseline path/to/baseline.gguf"
	});
	const evaluate = async (run, tasks) => {
		const folder = join(out, run);
		const options = {
			out: folder,
			log,
			signal,
			sides: ["baseline"],
			noCache: true
		};
		await evaluateCheckpoints({
			...loaded,
			config: {
				...config,
				tasks
			}
		}, options);
		if (signal.aborted) return null;
		const { runs, faults } = await readPartially(folder, "baseline");
		if (faults.length > 0) throw new IssueList("data", faults);
		return runs;
	};
	const { policy, seed, tasks } = config;
	if (signal.aborted) return null;
	const first = await evaluate("first", tasks);
	if (first === null) return null;
	const repeated = first.filter(isRepeated);
	const known = new Set(repeated.map(({ record }) => record.task));
	const others = tasks.filter(({ name }) => !known.has(name));
	const second = others.length === 0 ? [] : await evaluate("second", others);
	if (second === null) return null;
	const random = mulberry32(seed);
	const again = repeated.map((run) => [redrawn(run, random), redrawn(run, random)]);
	const gates = loaded.withResults(config, first).gates.filter(({ against }) => against === void 0);
	const side = (index, runs) => withAskedMetrics([...runs.filter(({ record }) => !known.has(record.task)), ...again.map((both) => both[index])], gates, config.prices);
	const expected = tasks.map(({ name }) => name);
	const sides = [side(0, first), side(1, second)];
	const comparisons = compareRuns(...sides, expected, policy.alpha.value);
	const answers = repeated.flatMap(answerNoise);
	const noise = noiseOf({
		comparisons,
		answers,
		gates,
		labels: labelsOf(config, await readLabels(config), ...sides),
		policy,
		assumedDiscordance: ASSUMED_DISCORDANCE,
		seed
	});
	await writeAtomically(join(out, NOISE_FILE), verdictJson(noise));
	return noise;
}

// src/report/noise.ts
const METRICS = [
	textColumn("Metric", ({ task, metric, filter }) => code(`${task}/${metric}${filter === null ? "" : `,${filter}`}`)),
	numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
	numberColumn("Changed", ({ changed }) => formatCount(changed)),
	numberColumn("Largest change", ({ largest }) => largest === null ? NOT_AVAILABLE : String(Number(largest.toPrecision(3)))),
	numberColumn("Standard error of the delta", ({ stderr, unit }) => stderr === null ? "none seen" : formatSize(stderr, unit))
];
const points = (share) => (100 * share).toFixed(1);
const percent = (share) => share < 5e-4 ? "< 0.1 %" : `${points(share)} %`;
function gateColumns(unitOf) {
	return [
		textColumn("Gate", ({ gate }) => code(gate)),
		numberColumn("Flips", ({ discordance }) => discordance === null ? inline`` : inline`${percent(discordance.value)} ${discordance.from}`),
		numberColumn("Blocks an unchanged model", ({ falseBlockRate, stderr }) => inline`${falseBlockRate === null ? NOT_AVAILABLE : percent(falseBlockRate)}${stderr ? ` ± ${points(stderr)}` : ""}`),
		numberColumn("Least provable limit", (gate) => gate.provableLimit === null ? NOT_AVAILABLE : formatSize(gate.provableLimit, unitOf(gate))),
		textColumn("Note", ({ reason, by }) => [...by === "enumeration" ? ["exact"] : [], ...reason === null ? [] : [reason]].join("; "))
	];
}
/** The noise of a suite for a terminal: what moved between two runs of one model, and what the policy makes of that. */
function renderNoise(noise) {
	const { metrics, gates, comparability } = noise;
	const unitOf = ({ gate }) => metrics.find(({ task, metric }) => gate.startsWith(`${task}/${metric}`))?.unit ?? "number";
	const effect = noise.blocked ? "it would have blocked a merge" : "it would not have blocked a merge";
	const nothing = paragraph(ours("There is nothing to compare."));
	return blocksToLines([
		paragraph(inline`The baseline against itself: ${verdictBadge(noise.verdict)}, ${effect}.`),
		...list([...noise.reasons.map((reason) => inline`${reason}`), ...comparability.map((mismatch) => inline`note: ${mismatchSentence(mismatch)}`)]),
		...metrics.length === 0 ? [nothing] : table("Metrics", METRICS, metrics),
		...list(metrics.flatMap(answersSentence)),
		...table("Gates", gateColumns(unitOf), gates),
		...[...suiteSentences(noise.falseBlockRate), ...uncovered(gates)].map(paragraph),
		...gates.some(({ by }) => by === "simulation") ? [paragraph(ours(SIMULATED))] : [],
		paragraph(ours(PROVABLE))
	]).join("\n");
}
/** Where one run was enough. */
function answersSentence({ task, metric, answers, pairs, changed }) {
	if (answers === void 0) return [];
	const name = code(`${task}/${metric}`);
	return [inline`${name}: by the ${formatCount(answers)} answers to each sample of one run, which disagree on ${formatCount(changed)} of ${formatCount(pairs)}; the gates are judged on these answers, drawn anew.`];
}
const PROVABLE = "Least provable limit: with a smaller one an unchanged model is proven in fewer than 90 % of runs, and a gain has to be beyond its limit by as much.";
const SIMULATED = "Simulated: the questions are drawn anew with replacement, and each changes its two runs by a coin. ± is the standard error of so many rounds, not that of the two runs.";
function suiteSentences(suite) {
	if (suite === null) return [inline`How often the suite blocks an unchanged model is unknown.`];
	const { value, stderr, rounds, withoutGains, atLeast, atMost } = suite;
	const together = inline`The suite blocks an unchanged model in ${percent(value)} of merges (${formatCount(rounds)} simulated merges judged by all gates together, standard error ${points(stderr)} points); by the rates of its gates it is ${percent(atLeast)} to ${percent(atMost)}.`;
	if (withoutGains === null || withoutGains === value) return [together];
	return [together, inline`Without the gates that ask for a gain it is ${percent(withoutGains)}.`];
}
/** Blocking gates that the figure for the suite leaves out. */
function uncovered(gates) {
	const without = gates.filter(({ tier, falseBlockRate }) => tier === "blocking" && falseBlockRate === null);
	if (without.length === 0) return [];
	return [inline`Not covered by that: ${without.map(({ gate }) => gate).join(", ")}. What these block comes on top (see their notes).`];
}

// src/cli/noise.ts
const HELP = `
Evaluates the baseline twice, so it costs as much as a run; tasks with repeats once, since their answers to each sample show what moves. Stopped half-way, the same command goes on where it was.
Ends with 3 when the two runs cannot be compared, and with 0 otherwise: what it finds is no verdict.

Example:
  weighbridge noise --baseline checkpoints/base.gguf --out out/noise
`;
const addNoise = (program, { terminal, signal, exit }) => {
	const command = program.command("noise").description("evaluate the baseline twice: what moves by itself, and how often the policy blocks that").addOption(configOption()).addOption(outOption().default(join(DEFAULT_OUT, "noise"))).addOption(jsonOption("noise.json")).addHelpText("after", HELP);
	addOverrides(command).action(async (flags) => {
		const { config, out } = flags;
		const overrides = overridesFromFlags(flags);
		const noise = await measureNoise({
			configPath: config,
			overrides,
			out,
			log: terminal,
			signal
		});
		if (noise === null) return;
		terminal.print(flags.json ? verdictJson(noise) : renderNoise(noise));
		terminal.info(`noise: ${join(out, NOISE_FILE)}`);
		if (noise.comparability.some(({ severity }) => severity === "hard")) exit(EXIT_CODES.invalid);
	});
};

export { addNoise };