import { a as loadConfig, c as openResults, n as fetchSource, s as declaredTasks } from "./app-sides-mlflow.js";
import { t as resolveConfig } from "./config-resolve.js";
import { At as IssueList, Dt as worseSign, Pt as messageOf, St as questionOf, _t as isCorpus, jt as WeighbridgeError, n as SAMPLE_CHANGES, nt as priceOf, ot as metricsOfGate, vt as isRatio, xt as lacks } from "./core-domain-history.js";
import { n as invalidateVerdict } from "./report-build.js";
import { a as noBaseline, o as provenanceOf, s as withBaseline, t as chooseAfter } from "./app-baselines-choose.js";
import { r as mustFind } from "./app-baselines-find.js";
import { n as withFolds } from "./app-cross-validation.js";
import { n as driftOf, t as judgeRuns } from "./app-judge-judge-runs.js";
import { S as englishReader, T as languageDetector, b as beginningOf, w as wordsIn, x as refusalIn } from "./tasks-runners-native-describe.js";
import { M as weightedQuantile, O as byCodeUnits, Rt as normalCdf, bt as tangoInterval, j as pairSamples, xt as tangoZ } from "./core-stats-sequential-flip-rates.js";
import { b as partsName } from "./core-metrics-repeats.js";
import { dt as holm, ft as mcnemar } from "./core-decide-rules-registry.js";
import { t as judgeUnderPolicies } from "./app-policy.js";
import { t as curvesOf } from "./app-sides-curves.js";
import { n as readLabels } from "./app-sides-labels.js";
import { a as readToJudge, i as readSides, n as readReference, o as salvageToJudge, s as sideFolder, t as inSharedUnits } from "./app-sides-stored.js";
import { n as onBaseSuite } from "./app-suite-base-suite.js";
import { l as writeVerdict } from "./app-verdict-file.js";

// src/tasks/scorers/answer-reading.ts
/** What is read of any answer, whatever was asked: whether it refuses, by the published rules, and its language. */
async function answerReader() {
	const [detector, whyUnread] = [await languageDetector(), await englishReader()];
	return {
		refuses: (text) => wordsIn(text).length > 0 && whyUnread(beginningOf(text)) === null ? refusalIn(text) !== null : null,
		language: (text) => detector.detect(text).language || null
	};
}

// src/app/judge/drift.ts
/** What reads answers for gates on their drift; nothing where no policy has any. */
async function readerFor({ gates }, base) {
	const texts = [base?.config, base?.tip?.config];
	return gates.some(({ rule }) => rule === "max_drift") || texts.some((text) => text?.includes("max_drift") === true) ? { reader: await answerReader() } : {};
}
/** The verdict with how far the answers have drifted, of the tasks of which the config wants to know. It changes nothing else. */
async function withDrift(verdict, { drift: tasks, policy, includeSamples }, sides) {
	if (tasks.length === 0) return verdict;
	const runOf = (side, task) => sides[side].runs.find(({ record }) => record.task === task) ?? null;
	const requests = tasks.map((task) => ({
		task,
		runs: {
			baseline: runOf("baseline", task),
			candidate: runOf("candidate", task)
		},
		unlike: unlikeIn(verdict.comparability, task)
	}));
	const options = {
		reader: await answerReader(),
		minCoverage: policy.minCoverage.value
	};
	const drift = driftOf(requests, options);
	return {
		...verdict,
		drift: includeSamples === "none" ? drift.map(withoutWords) : drift
	};
}
function unlikeIn(mismatches, task) {
	const fields = mismatches.filter((each) => each.task === task && each.severity === "hard" && each.against === void 0).map(({ field }) => field.replaceAll("_", " "));
	return fields.length === 0 ? null : [...new Set(fields)].join(", ");
}
/** Words are those of a model's answers. */
const withoutWords = (task) => ({
	...task,
	features: task.features.map((feature) => {
		if (!("words" in feature)) return feature;
		const { words: _, ...rest } = feature;
		return rest;
	})
});

// src/core/compare/task-pictures.ts
/** One-sided: what is shown is an interval of 90 %, as everywhere. */
const ALPHA = .05;
const Z = 1.6448536269514722;
const BINS = 10;
/** Of more classes a table shows nothing. */
const MOST_CLASSES = 10;
/** Metrics whose parts are a confidence, and whether it was right. */
const OF_CONFIDENCE = [
	"ece",
	"ece_mass",
	"mce"
];
/** Lengths are counted by powers of two, the last for all that is longer. */
const LENGTHS = 15;
const SIDES$1 = ["baseline", "candidate"];
/** Of fewer an interval by the normal law says too much. */
const FEWEST_UNITS = 30;
function classifiedBy(metrics) {
	for (const { name, classes, aggregate } of metrics) {
		const isOfClasses = aggregate !== void 0 && partsName(aggregate) === "predictions";
		if (classes !== void 0 && isOfClasses) return {
			metric: name,
			labels: classes
		};
	}
	return null;
}
/** What a corpus metric keeps of a sample; null where it has no score. */
function partsOf({ scores }, metric) {
	const score = metric !== null && Object.hasOwn(scores, metric) ? scores[metric] : void 0;
	return typeof score === "object" && isCorpus(score) ? score.parts : null;
}
/** Counts what the pictures of a task show, pair by pair. Nothing is decided by any of it. */
var PictureCounts = class {
	#metric;
	#groups = /* @__PURE__ */ new Map();
	/** The metric whose parts are a confidence and whether it was right; null where none is. */
	#stated;
	#classified;
	#isBinary = true;
	#bins = bySide(() => Array.from({ length: BINS }, () => ({
		count: 0,
		right: 0,
		confidence: 0
	})));
	#lengths = bySide(() => Array.from({ length: LENGTHS }, () => 0));
	/** Null once there were too many, or one without a reference. */
	#classes = /* @__PURE__ */ new Map();
	/** By group: how many of its rows are of one cluster, or ask the same. */
	#alike = /* @__PURE__ */ new Map();
	#isProvable;
	/** @param isWhole whether every planned sample was answered: intervals of a size that the answers chose would be too short */
	constructor(metric, isWhole, others = []) {
		this.#metric = metric;
		this.#classified = classifiedBy(others);
		this.#stated = others.find(({ aggregate }) => aggregate !== void 0 && OF_CONFIDENCE.includes(aggregate))?.name ?? null;
		this.#isProvable = isWhole;
	}
	add(baseline, candidate, from, to) {
		this.#isBinary &&= [from, to].every((score) => score === 0 || score === 1);
		this.#isProvable &&= [baseline, candidate].every(({ repeats, weight = 1 }) => repeats === void 0 && weight === 1);
		const { group } = candidate;
		if (group !== void 0) this.#addToGroup(group, to - from, this.#countAlike(group, candidate));
		for (const side of SIDES$1) {
			const sample = side === "baseline" ? baseline : candidate;
			const { choices } = sample;
			if (typeof choices === "object") this.#addChoice(side, choices, side === "baseline" ? from : to);
			else {
				this.#addStated(side, sample);
				if (choices === void 0) this.#addLength(side, sample.output);
			}
		}
		if (this.#classes !== null) this.#addClass(baseline, candidate);
	}
	/** Rows of the group so far that tell the same as this one: together they are no more evidence than one. */
	#countAlike(group, sample) {
		const own = sample.cluster ?? questionOf(sample);
		if (own === null) return 0;
		const alike = this.#alike.get(group) ?? /* @__PURE__ */ new Map();
		this.#alike.set(group, alike);
		const before = alike.get(own) ?? 0;
		alike.set(own, before + 1);
		return before;
	}
	#addToGroup(group, delta, alike) {
		const own = this.#groups.get(group) ?? {
			pairs: 0,
			sizes: 0,
			rose: 0,
			fell: 0,
			sum: 0,
			squares: 0
		};
		this.#groups.set(group, own);
		own.pairs += 1;
		own.sizes += (alike + 1) ** 2 - alike ** 2;
		own.rose += Number(delta > 0);
		own.fell += Number(delta < 0);
		own.sum += delta;
		own.squares += delta * delta;
	}
	/** Of the choice that it took, as the softmax of all has it. */
	#addChoice(side, likelihoods, score) {
		const highest = likelihoods.reduce((most, value) => Math.max(most, value), -Infinity);
		this.#addConfidence(side, 1 / likelihoods.reduce((total, value) => total + Math.exp(value - highest), 0), score);
	}
	/** As the model itself says. */
	#addStated(side, sample) {
		const parts = partsOf(sample, this.#stated);
		if (parts === null) return;
		const [confidence = NaN, right = NaN] = parts;
		this.#addConfidence(side, confidence, right);
	}
	#addConfidence(side, confidence, score) {
		const bin = this.#bins[side][Math.min(9, Math.floor(confidence * BINS))];
		if (bin === void 0) return;
		bin.count += 1;
		bin.right += score;
		bin.confidence += confidence;
	}
	#addLength(side, output) {
		if (output === void 0) return;
		const at = Math.min(14, Math.ceil(Math.log2(output.length + 1)));
		this.#lengths[side][at] = (this.#lengths[side][at] ?? 0) + 1;
	}
	#addClass(baseline, candidate) {
		const classes = this.#classes;
		if (classes === null) return;
		if (this.#classified !== null) {
			this.#addLabels(classes, this.#classified, baseline, candidate);
			return;
		}
		const reference = (baseline.asked ?? candidate.asked)?.reference?.trim();
		const outputs = {
			baseline: baseline.output?.trim(),
			candidate: candidate.output?.trim()
		};
		if (reference === void 0 || reference.length > 40 || outputs.baseline === void 0 || outputs.candidate === void 0) {
			this.#classes = null;
			return;
		}
		const own = classes.get(reference) ?? bySide(() => /* @__PURE__ */ new Map());
		classes.set(reference, own);
		for (const side of SIDES$1) {
			const said = outputs[side] ?? "";
			own[side].set(said, (own[side].get(said) ?? 0) + 1);
		}
		if (classes.size > MOST_CLASSES) this.#classes = null;
	}
	/** As a scorer read them from the answers: what was no label is none here either. */
	#addLabels(classes, { metric, labels }, baseline, candidate) {
		if (labels.length > MOST_CLASSES) {
			this.#classes = null;
			return;
		}
		const said = bySide((side) => partsOf(side === "baseline" ? baseline : candidate, metric));
		const reference = labels[said.candidate?.[0] ?? -1];
		if (reference === void 0 || said.baseline === null || said.candidate === null) return;
		const own = classes.get(reference) ?? bySide(() => /* @__PURE__ */ new Map());
		classes.set(reference, own);
		for (const side of SIDES$1) {
			const label = labels[said[side]?.[1] ?? -1] ?? "";
			own[side].set(label, (own[side].get(label) ?? 0) + 1);
		}
	}
	result() {
		const isCalibrated = this.#isBinary && worseSign(this.#metric) === -1;
		const reliability = bySide((side) => isCalibrated ? binsOf(this.#bins[side]) : []);
		const hasLengths = SIDES$1.every((side) => this.#lengths[side].some((count) => count > 0));
		const classes = this.#classesOf();
		return {
			groups: this.#isProvable ? this.#groupsOf() : [],
			...SIDES$1.every((side) => reliability[side].length > 0) ? { reliability } : {},
			...hasLengths ? { lengths: this.#lengths } : {},
			...classes === null ? {} : { classes }
		};
	}
	/** With what all groups together prove: of many groups some fall by chance (Holm 1979). */
	#groupsOf() {
		const { range, unit } = this.#metric;
		const isRate = this.#isBinary && unit === "rate" && range.max === 1;
		const found = [...this.#groups].map(([group, sums]) => ({
			group,
			...groupEstimate(sums, isRate)
		}));
		const adjusted = holm(found.map(({ p }) => p));
		const worse = worseSign(this.#metric);
		return found.map(({ p: _, ...each }, index) => ({
			...each,
			proven: (adjusted[index] ?? 1) < ALPHA
		})).sort((a, b) => worse * (b.delta - a.delta) || (a.group < b.group ? -1 : 1));
	}
	/** What was said and is no class is counted together. Null where there is nothing to confuse. */
	#classesOf() {
		const classes = this.#classes;
		const labels = [...classes?.keys() ?? []].sort();
		if (classes === null || labels.length < 2) return null;
		const counts = bySide((side) => labels.map((label) => {
			const said = classes.get(label)?.[side] ?? /* @__PURE__ */ new Map();
			const own = labels.map((each) => said.get(each) ?? 0);
			const all = [...said.values()].reduce((sum, count) => sum + count, 0);
			return [...own, all - own.reduce((sum, count) => sum + count, 0)];
		}));
		const total = (rows, of) => rows.reduce((sum, row) => sum + of(row), 0);
		return SIDES$1.some((side) => total(counts[side], (row) => row.at(-1) ?? 0) * 2 < total(counts[side], (row) => row.reduce((sum, count) => sum + count, 0))) ? {
			labels,
			...counts
		} : null;
	}
};
/**
* As many independent pairs are as certain as these where rows of one cluster move together, which is the worst that they can do
* (Kish 1965, "Survey sampling", 11.7).
*/
function groupEstimate({ pairs, sizes, rose, fell, sum, squares }, isRate) {
	const delta = sum / pairs;
	const units = pairs ** 2 / sizes;
	const isTold = units >= FEWEST_UNITS;
	if (isRate) {
		const share = units / pairs;
		const counts = {
			rose: rose * share,
			fell: fell * share,
			pairs: units
		};
		const p = units === pairs ? mcnemar(rose, fell).exactTwoSided : isTold ? 2 * normalCdf(-Math.abs(tangoZ(counts, 0))) : 1;
		return {
			pairs,
			delta,
			...tangoInterval(counts, Z),
			p
		};
	}
	const stderr = Math.sqrt(Math.max(0, squares / pairs - delta * delta) / Math.max(1, units - 1));
	const p = isTold && stderr > 0 ? 2 * normalCdf(-Math.abs(delta) / stderr) : 1;
	return {
		pairs,
		delta,
		low: delta - Z * stderr,
		high: delta + Z * stderr,
		p
	};
}
const binsOf = (bins) => bins.filter(({ count }) => count > 0).map(({ count, right, confidence }) => ({
	count,
	confidence: confidence / count,
	accuracy: right / count
}));
function bySide(of) {
	return {
		baseline: of("baseline"),
		candidate: of("candidate")
	};
}

// src/core/compare/shown-samples.ts
/** About 16 MiB as JSON. */
const ROOM = 16777216;
/** What a sample takes of it beside its texts. */
const ROOM_OF_EACH = 300;
const MOST_UNCHANGED = 50;
const FEWEST_ALIKE = 5;
/** Longest text of a sample that is shown. */
const MOST_TEXT = 4e3;
/** The samples behind a verdict, as many as there is room for, the worst first. */
function shownSamples(runs, options) {
	const { include, gated, room = ROOM } = options;
	const tasks = [];
	const chosen = [];
	const most = Math.ceil(room / ROOM_OF_EACH);
	for (const candidate of runs.candidate) {
		const { task, metrics, primary_metric: primary, status, draw } = candidate.record;
		const baseline = runs.baseline.find(({ record }) => record.task === task);
		if (baseline === void 0) continue;
		const names = [primary, ...gated?.get(task) ?? []];
		const shown = [...new Set(names)].flatMap((name) => metrics.filter((metric) => metric.name === name));
		const [first] = shown;
		if (first === void 0) continue;
		const of = {
			name: task,
			pairs: pairSamples(baseline.samples, candidate.samples).pairs
		};
		const counts = {
			worse: 0,
			better: 0,
			same: 0
		};
		const isWhole = status.state === "complete" && status.stopped === void 0;
		const pictures = new PictureCounts(first, isWhole, metrics);
		const kept = {
			changed: new Worst(most),
			same: new Worst(include === "all" ? most : MOST_UNCHANGED)
		};
		let position = -1;
		for (const pair of of.pairs) {
			position += 1;
			const found = changeOf(of, position, pair, shown, pictures);
			if (found === null) continue;
			counts[found.change] += 1;
			(found.change === "same" ? kept.same : kept.changed).add(found);
		}
		const drawn = isWhole || draw === void 0 ? pictures.result() : { groups: [] };
		tasks.push({
			task,
			metric: first.name,
			unit: first.unit,
			counts,
			pictures: drawn
		});
		for (const each of [kept.changed, kept.same]) for (const one of each.sorted()) chosen.push(one);
	}
	const samples = withoutExamples(withRoom(chosen.sort(inTurn), room));
	return {
		schemaVersion: 1,
		tasks,
		samples,
		omitted: tasks.reduce((sum, { counts }) => sum + counts.worse + counts.better, 0) - samples.filter(({ change }) => change !== "same").length
	};
}
/** Null of a sample that one side lacks: there is nothing to compare. */
function changeOf(of, position, { baseline, candidate }, metrics, pictures) {
	if (baseline === null || candidate === null) return null;
	const [before, after] = [baseline.scores, candidate.scores];
	const [sure, unsure] = [scoreIn(before, CONFIDENCE), scoreIn(after, CONFIDENCE)];
	const lostConfidence = sure === null || unsure === null ? 0 : sure - unsure;
	let known = null;
	for (const metric of metrics) {
		const [from, to] = [scoreIn(before, metric.name), scoreIn(after, metric.name)];
		if (from === null || to === null) continue;
		if (metric === metrics[0]) pictures.add(baseline, candidate, from, to);
		const degradation = worseSign(metric) * (to - from);
		const change = degradation > 0 ? "worse" : degradation < 0 ? "better" : "same";
		const found = {
			of,
			position,
			metric,
			change,
			lostConfidence,
			degradation
		};
		if (change !== "same") return found;
		known ??= found;
	}
	return known;
}
const CONFIDENCE = "prob_correct";
/** One number; null of what has none, such as a part of a corpus metric. */
function scoreIn(scores, metric) {
	const score = Object.hasOwn(scores, metric) ? scores[metric] : void 0;
	const value = typeof score === "object" && isRatio(score) ? score.numerator / score.denominator : score;
	return typeof value === "number" && Number.isFinite(value) ? value : null;
}
const inTurn = (a, b) => SAMPLE_CHANGES.indexOf(a.change) - SAMPLE_CHANGES.indexOf(b.change) || Math.abs(b.degradation) - Math.abs(a.degradation) || (a.change === "better" ? a.lostConfidence - b.lostConfidence : b.lostConfidence - a.lostConfidence) || byCodeUnits(a.of.name, b.of.name) || a.position - b.position;
/** The first of those that were added, however many they were. */
var Worst = class {
	#most;
	#kept = [];
	/** As many come before it as are kept; null as long as fewer do. */
	#last = null;
	constructor(most) {
		this.#most = most;
	}
	add(one) {
		if (this.#last !== null && inTurn(this.#last, one) < 0) return;
		this.#kept.push(one);
		if (this.#kept.length < 1.25 * this.#most) return;
		this.#kept = this.sorted();
		this.#last = this.#kept.at(-1) ?? null;
	}
	sorted() {
		return this.#kept.sort(inTurn).slice(0, this.#most);
	}
};
function withRoom(chosen, room) {
	const samples = [];
	let used = 0;
	for (const one of chosen) {
		const sample = shownSample(one);
		const { asked, baseline, candidate } = sample;
		used += ROOM_OF_EACH + JSON.stringify([
			asked,
			baseline.output,
			candidate.output
		]).length;
		if (used > room) break;
		samples.push(sample);
	}
	return samples;
}
function shownSample({ of, position, metric, change }) {
	const { baseline, candidate } = of.pairs.at(position) ?? {};
	if (!baseline || !candidate) throw new Error("a sample that was there is gone");
	const asked = baseline.asked ?? candidate.asked;
	const { id, filter, group } = candidate;
	return {
		task: of.name,
		id,
		...filter === void 0 ? {} : { filter },
		group: group ?? null,
		metric: metric.name,
		change,
		baseline: answerOf(baseline, metric),
		candidate: answerOf(candidate, metric),
		...asked === void 0 ? {} : { asked }
	};
}
function answerOf(sample, metric) {
	const confidence = scoreIn(sample.scores, CONFIDENCE);
	const { output = null } = sample;
	return {
		score: scoreIn(sample.scores, metric.name),
		output: output === null || output.length <= MOST_TEXT ? output : `${output.slice(0, 3999)}…`,
		...confidence === null ? {} : { confidence: Math.round(confidence * 1e4) / 1e4 }
	};
}
/**
* Questions without what all questions of their group begin with: a harness asks each behind the same instruction and the same
* solved examples. It is cut between paragraphs alone, where examples end.
*/
function withoutExamples(samples) {
	const shared = /* @__PURE__ */ new Map();
	const groupOf = ({ task, group }) => JSON.stringify([task, group]);
	for (const sample of samples) {
		if (sample.asked === void 0) continue;
		const { question } = sample.asked;
		const before = shared.get(groupOf(sample));
		const start = before === void 0 ? question : commonStart(before.start, question);
		shared.set(groupOf(sample), {
			start,
			count: (before?.count ?? 0) + 1
		});
	}
	return samples.map((sample) => {
		if (sample.asked === void 0) return sample;
		const { question } = sample.asked;
		const { start: all = "", count = 0 } = shared.get(groupOf(sample)) ?? {};
		const start = all.lastIndexOf("\n\n");
		const own = count >= FEWEST_ALIKE && start > 0 && start + 2 < question.trimEnd().length ? `…\n${question.slice(start + 2)}` : question;
		const cut = own.length <= MOST_TEXT ? own : `…${own.slice(-3999)}`;
		return {
			...sample,
			asked: {
				...sample.asked,
				question: cut
			}
		};
	});
}
function commonStart(a, b) {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length += 1;
	return a.slice(0, length);
}

// src/core/compare/speeds.ts
const SIDES = ["baseline", "candidate"];
/**
* How fast both sides answered and what that cost, task by task: shown beside the verdict, which another clock could not change. A task
* that nobody timed, and whose tokens have no price, has no row.
*/
function speedsOf(runs, prices) {
	return SIDES.flatMap((side) => runs[side].flatMap((run) => {
		const speed = speedOf(run, prices === null ? null : priceOf(prices, run.record.model.source));
		return speed === null ? [] : [{
			...speed,
			side,
			currency: prices?.currency ?? null
		}];
	}));
}
function speedOf({ record, samples }, price) {
	if (lacks(samples, "usage") && lacks(samples, "timing")) return null;
	const times = [];
	const firstTokens = [];
	const machines = /* @__PURE__ */ new Set();
	let [seconds, tokens, cost, counted] = [
		0,
		0,
		0,
		0
	];
	for (const { usage, timing } of samples) {
		const written = (usage?.output_tokens ?? 0) + (usage?.thinking_tokens ?? 0);
		if (usage !== void 0 && price !== null) {
			counted += 1;
			cost += (usage.prompt_tokens * price.input + written * price.output) / 1e6;
		}
		if (timing === void 0) continue;
		const { answers = 1, first_token_seconds: first } = timing;
		times.push(timing.seconds / answers);
		if (first !== void 0) firstTokens.push(first / answers);
		machines.add(timing.machine);
		seconds += timing.seconds;
		tokens += written;
	}
	if (times.length === 0 && counted === 0) return null;
	const quantile = (values, q) => {
		const sorted = [...values].sort((a, b) => a - b).map((value) => ({
			value,
			weight: 1
		}));
		return sorted.length === 0 ? null : weightedQuantile(sorted, q);
	};
	return {
		task: record.task,
		answers: times.length,
		latency: {
			p50: quantile(times, .5),
			p95: quantile(times, .95)
		},
		firstToken: quantile(firstTokens, .5),
		tokensPerSecond: tokens > 0 && seconds > 0 ? tokens / seconds : null,
		cost: counted > 0 && counted === samples.length ? 1e3 * cost / counted : null,
		machines: [...machines].sort()
	};
}

// src/app/judge/shown.ts
function withShown(verdict, config, sides) {
	const { includeSamples: include, gates } = config;
	const runs = {
		baseline: sides.baseline.runs,
		candidate: sides.candidate.runs
	};
	const speeds = () => speedsOf(runs, config.prices);
	if (include === "none") return {
		verdict: withoutOutputs(verdict),
		samples: () => null,
		speeds
	};
	const gated = /* @__PURE__ */ new Map();
	for (const { task, metric } of gates.flatMap(metricsOfGate)) gated.set(task, [...gated.get(task) ?? [], metric]);
	return {
		verdict,
		speeds,
		samples: () => orFault(() => shownSamples(runs, {
			include,
			gated
		}))
	};
}
/** What is only shown must not keep a verdict from being said. */
function orFault(gather) {
	try {
		return gather();
	} catch (error) {
		return {
			schemaVersion: 1,
			tasks: [],
			samples: [],
			omitted: 0,
			fault: messageOf(error)
		};
	}
}
const withoutOutputs = (verdict) => ({
	...verdict,
	tasks: verdict.tasks.map((task) => ({
		...task,
		flips: task.flips.map(({ baseline, candidate, question: _, ...flip }) => ({
			...flip,
			baseline: {
				...baseline,
				output: null
			},
			candidate: {
				...candidate,
				output: null
			}
		}))
	}))
});

// src/app/judge.ts
/** Without anybody who knows of a base branch, the config at hand is the policy. */
const OWN_POLICY = {
	base: null,
	waivers: [],
	today: "",
	untrusted: null
};
/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and all that is made of it. */
async function judge(loaded, options) {
	const { verdict, samples, speeds } = await decideStored(loaded, options);
	await writeVerdict(options.out, verdict, samples(), speeds());
	return verdict;
}
/** The same without writing anything. */
async function decideStored(loaded, options) {
	const { out, baselines = null, failure = null, suite = null, policies = OWN_POLICY } = options;
	const chosen = baselines === null ? null : await chooseAfter(loaded.config, baselines, out);
	const config = chosen === null ? loaded.config : withBaseline(loaded.config, chosen);
	const stored = await readSides({
		baseline: sideFolder(config, "baseline", out),
		candidate: sideFolder(config, "candidate", out),
		anchor: config.anchor === null ? void 0 : sideFolder(config, "anchor", out)
	});
	const curves = await curvesOf(config);
	const asked = suite === null ? config : onBaseSuite({
		...loaded,
		config
	}, suite).config;
	const labels = await readLabels(config, asked);
	const reference = await readReference(config, out);
	const provenance = provenanceOf(config, chosen, stored.baseline.runs);
	const reader = await readerFor(asked, policies.base);
	const sides = inSharedUnits({
		...stored,
		...reference,
		...reader,
		curves,
		labels,
		provenance
	});
	const known = understood(() => loaded.withResults(config, [...stored.baseline.runs, ...stored.candidate.runs]));
	const isAbsent = chosen === null ? mustFind(loaded.config) : chosen.baseline === null;
	const faults = [
		...failure === null ? [] : [failure],
		...known instanceof WeighbridgeError ? [messageOf(known)] : [],
		...isAbsent ? [messageOf(noBaseline(chosen?.attempts ?? []))] : []
	];
	const resolved = known instanceof WeighbridgeError ? config : known;
	const judged = judgeUnderPolicies(resolved, loaded.overrides, sides, policies);
	const verdict = withGiven([...new Set(faults)].reduce(invalidateVerdict, judged), givenBy(loaded.overrides));
	const told = await withDrift(verdict, resolved, sides);
	return withShown(withFolds(told, sides, resolved.policy.alpha.value), resolved, sides);
}
function understood(resolve) {
	try {
		return resolve();
	} catch (error) {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	}
}
/** Judges results and keeps the verdict. */
async function judgeResults(request) {
	const { verdict, samples, speeds } = await decideResults(request);
	await writeVerdict(request.out, verdict, samples(), speeds());
	return verdict;
}
/** The same without writing anything. */
async function decideResults(options) {
	const { configPath, overrides, out, policies } = options;
	const runs = await readSides(options.folders);
	const unread = runs.baseline.runs.length + runs.candidate.runs.length === 0 ? [...runs.baseline.faults, ...runs.candidate.faults] : [];
	if (configPath === null && unread.length > 0) throw new IssueList("data", unread);
	const request = {
		overrides,
		results: declaredTasks([...runs.baseline.runs, ...runs.candidate.runs])
	};
	const config = configPath === null ? resolveConfig({
		text: null,
		file: null,
		...request
	}) : await loadConfig(configPath, request).catch(async (error) => {
		if (unread.length === 0) throw error;
		throw new IssueList("data", [...unread, ...await faultsWithoutResults(configPath, overrides)]);
	});
	await fetchSource(config.anchor);
	const anchor = config.anchor === null ? {} : { anchor: await readToJudge(sideFolder(config, "anchor", out), "anchor") };
	const reference = await readReference(config, out);
	const [curves, labels] = [await curvesOf(config), await readLabels(config)];
	const reader = await readerFor(config, policies?.base ?? null);
	const sides = inSharedUnits({
		...runs,
		...anchor,
		...reference,
		...reader,
		curves,
		labels
	});
	const verdict = policies === void 0 ? judgeRuns(config, sides) : judgeUnderPolicies(config, overrides, sides, policies);
	const told = await withDrift(verdict, config, sides);
	const folded = withFolds(told, sides, config.policy.alpha.value);
	const { given = options.folders } = options;
	return withShown(withGiven(folded, {
		...given,
		results: true
	}), config, sides);
}
/** Those that a config has by itself: it may name tasks which only the results could have told. */
async function faultsWithoutResults(configPath, overrides) {
	try {
		await loadConfig(configPath, {
			overrides,
			assumeTasks: true
		});
		return [];
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		return [error];
	}
}
function givenBy({ baseline, candidate, full }) {
	return {
		...baseline === void 0 ? {} : { baseline: baseline.value },
		...candidate === void 0 ? {} : { candidate: candidate.value },
		...full === void 0 ? {} : { full: true }
	};
}
const withGiven = (verdict, given) => Object.keys(given).length === 0 ? verdict : {
	...verdict,
	provenance: {
		...verdict.provenance,
		given
	}
};
/**
* Judges what another job has evaluated. Nothing but its samples is read, whatever else it says of itself.
* @throws WeighbridgeError when there is no config at all, or one is at fault
*/
async function judgeDownloadedRun(run) {
	const { file, baseline, candidate, given = {}, policies } = run;
	const text = run.config ?? policies.base?.config ?? "";
	const config = resolveConfig({
		text,
		file
	});
	const sides = {
		baseline: await readToJudge(baseline, "baseline"),
		candidate: await salvageToJudge(candidate, "candidate"),
		...config.anchor === null ? {} : { anchor: await readToJudge(baseline, "anchor") },
		...await readerFor(config, policies.base)
	};
	const results = openResults(config, [...sides.baseline.runs, ...sides.candidate.runs]);
	const resolved = resolveConfig({
		text,
		file,
		results
	});
	const verdict = withGiven(judgeUnderPolicies(resolved, {}, sides, policies), given);
	return withShown(await withDrift(verdict, resolved, sides), resolved, sides);
}

export { judgeResults as a, judgeDownloadedRun as i, decideStored as n, judge as r, decideResults as t };