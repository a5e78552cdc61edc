import { n as __exportAll } from "./rolldown-runtime.js";
import { a as RUNNERS, c as SIDES, f as describeLimit, l as TASK_ROLES, o as ENGINES, r as requireSide, s as FINGERPRINT_FIELDS, t as loadConfig } from "./load.js";
import { a as messageOf, i as formatLocation, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { a as discriminatedUnion, d as partialRecord, h as union, i as boolean, l as number, m as string, n as _null, o as int, p as strictObject, r as array, s as literal, t as _enum } from "./schemas.js";
import { i as prose, n as htmlCode, r as oneLine, t as fenced } from "./escape.js";
import { a as canonicalJson$1 } from "./describe.js";
import { t as EngineDied } from "./engine.js";
import { dirname, join, resolve } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { cpus, hostname, platform } from "node:os";

// src/domain/verdict.ts
/**
* The four verdicts, mildest first.
*
* ```
* pass  <  inconclusive  <  regression  <  invalid
* ```
*
* `invalid` is worst because nothing at all is known: the data were missing, unreadable or not comparable.
*/
const VERDICTS = [
	"pass",
	"inconclusive",
	"regression",
	"invalid"
];
/**
* The worst of several verdicts. Commutative, associative and idempotent.
*
* Nothing judged is nothing known, so `join([])` is `invalid`: an empty set must never become a green check.
*/
function join$1(verdicts) {
	let worst = -1;
	for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
	return VERDICTS[worst] ?? "invalid";
}
/** Exit codes of the command line and of the action's last step. */
const EXIT_CODES = {
	notBlocked: 0,
	regression: 1,
	inconclusiveAndBlocked: 2,
	invalid: 3,
	wrongUsage: 4,
	ourFault: 5
};

// package.json
var version = "0.1.0";

// src/version.ts
/** The version of Weighbridge; part of every run's fingerprint. */
const VERSION = version;

// src/domain/model.ts
/** A checkpoint in words, as the config writes it. */
function describeModel(source) {
	switch (source.kind) {
		case "file": return source.path;
		case "adapter": return `${source.adapter} on ${source.base}`;
		case "results": return `results in ${source.path}`;
	}
}
/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
function mapPaths(source, resolve) {
	switch (source.kind) {
		case "file":
		case "results": return {
			kind: source.kind,
			path: resolve(source.path)
		};
		case "adapter": return {
			kind: "adapter",
			base: resolve(source.base),
			adapter: resolve(source.adapter)
		};
	}
}

// src/plan/cost.ts
/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Text compresses to about a third. */
const GZIP_FACTOR = 3;
/**
* @param counts samples that the dataset has, and how many of them will be asked
* @param datasetBytes size of the task's dataset file on disk
*/
function taskCost({ name, options }, counts, datasetBytes) {
	const bytes = (counts.samples === 0 ? 0 : counts.evaluated / counts.samples) * (/\.gz$/i.test(options.dataset) ? datasetBytes * GZIP_FACTOR : datasetBytes);
	const examples = options.type === "perplexity" ? 1 : 1 + options.num_fewshot;
	return {
		task: name,
		samples: counts.evaluated,
		promptTokens: Math.ceil(bytes / BYTES_PER_TOKEN * examples),
		outputTokens: options.type === "generate" ? counts.evaluated * options.generation_kwargs.max_gen_toks : 0
	};
}
function totalCost(tasks, checkpoints) {
	const sum = (key) => checkpoints * tasks.reduce((total, task) => total + task[key], 0);
	return {
		tasks,
		checkpoints,
		total: {
			samples: sum("samples"),
			promptTokens: sum("promptTokens"),
			outputTokens: sum("outputTokens")
		}
	};
}

// src/stats/special/newton.ts
/**
* Where a log-concave distribution function reaches `probability`, by Newton's method on its logarithm.
*
* A tangent of a concave function lies above it, so one step from anywhere lands left of the root, and from there every
* step approaches it without passing: no bracket is needed. The normal distribution and the logit of a Beta variable
* are log-concave.
*/
function quantileOfLogConcave(probability, start, at) {
	const target = Math.log(probability);
	let x = start;
	let { value, slope } = at(x);
	for (let iteration = 0; iteration < 200; iteration += 1) {
		let step = (target - Math.log(value)) * value / slope;
		({value, slope} = at(x + step));
		while (value === 0) {
			step /= 2;
			({value, slope} = at(x + step));
		}
		x += step;
		if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) return x;
	}
	throw new Error(`no quantile found for probability ${probability}`);
}

// src/stats/special/normal.ts
const SQRT_TWO_PI = 2.5066282746310002;
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/** Φ(z), accurate in relative terms in the lower tail as well. */
function normalCdf(z) {
	if (z > 0) return 1 - normalCdf(-z);
	if (z === -Infinity) return 0;
	return z > -2.5 ? nearCentre(z) : lowerTail(z);
}
/** Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …), Marsaglia 2004, "Evaluating the normal distribution". */
function nearCentre(z) {
	let term = z;
	let sum = z;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= z * z / odd;
		sum += term;
	}
	return .5 + normalDensity(z) * sum;
}
/** Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(…)))), Laplace; evaluated backwards (DLMF 7.9.3). */
function lowerTail(z) {
	const x = -z;
	let fraction = x;
	for (let k = 150; k >= 1; k -= 1) fraction = x + k / fraction;
	return normalDensity(z) / fraction;
}
/** z with Φ(z) = probability, for 0 < probability < 1. */
function normalQuantile(probability) {
	if (probability > .5) return -normalQuantile(1 - probability);
	const start = -Math.sqrt(-2 * Math.log(probability));
	return quantileOfLogConcave(probability, start, (z) => ({
		value: normalCdf(z),
		slope: normalDensity(z)
	}));
}

// src/stats/power.ts
/** z(1 − alpha) + z(power): 2.93 at α = 5 % and 90 %. */
function reach({ alpha, power }) {
	return normalQuantile(1 - alpha) + normalQuantile(power);
}
/**
* Pairs of 0/1 scores needed to prove that the drop is below `margin`:
* (z_α + z_β)² (disc − δ²) / (margin + δ)², with δ the true delta (0 for an unchanged model) and disc the share of pairs
* that flip. Normal approximation.
*/
function pairsNeeded(margin, discordance, errors, trueDelta = 0) {
	return reach(errors) ** 2 * (discordance - trueDelta ** 2) / (margin + trueDelta) ** 2;
}
/**
* Smallest drop that `pairs` show with probability `power`: (z_α + z_β) √(disc / n). The smallest margin which a benchmark
* of that size can certify is the same number.
*/
function smallestDetectableDrop(pairs, discordance, errors) {
	return smallestDetectable(Math.sqrt(discordance / pairs), errors);
}
/** The same for any estimate with a known standard error. */
function smallestDetectable(stderr, errors) {
	return reach(errors) * stderr;
}

// src/plan/feasibility.ts
/**
* Share of samples that a fine-tune answers otherwise than its parent (right to wrong or wrong to right), assumed before
* anything has run. 10 to 15 % is usual for a model of accuracy .65; see docs/method.md.
*/
const ASSUMED_DISCORDANCE = .12;
/** Probability with which an unchanged model should be certified. */
const POWER = .9;
/** What the number of samples means for one gate; pure. */
function feasibilityOf(gate, metric, size, policy) {
	const samples = size.evaluated;
	const judgement = judge$2(gate, metric, size, policy);
	return {
		gate: gate.id,
		samples,
		...judgement,
		says: sentence(gate, metric, samples, judgement, policy)
	};
}
function judge$2(gate, metric, size, policy) {
	if (size.evaluated === 0) return {
		outcome: "hopeless",
		certifiable: null,
		needed: null
	};
	if (metric.unit !== "rate" || metric.kind !== "mean") return {
		outcome: "unknown",
		certifiable: null,
		needed: null
	};
	switch (gate.rule) {
		case "max_drop": return judgeDrop(gate.limit.value, size, policy);
		case "min_gain": return judgeGain(gate.limit.value, size, policy);
		case "ceiling": return judgeBound(gate.limit, size.evaluated, policy);
		case "floor": return judgeBound(1 - gate.limit, size.evaluated, policy);
		case "no_regression_by_group": return {
			outcome: "unknown",
			certifiable: null,
			needed: null
		};
	}
}
/** At α = .05 and 90 % these are 2.93·√(d/n) and 8.56·d/m²; an unchanged model, so no true difference. */
function certification(margin, samples, alpha) {
	const errors = {
		alpha,
		power: POWER
	};
	return {
		certifiable: smallestDetectableDrop(samples, ASSUMED_DISCORDANCE, errors),
		needed: margin > 0 ? Math.ceil(pairsNeeded(margin, ASSUMED_DISCORDANCE, errors)) : null
	};
}
function judgeDrop(margin, size, policy) {
	const samples = size.evaluated;
	const alpha = policy.alpha.value;
	const figures = certification(margin, samples, alpha);
	if (judgesBenchmark(margin, size, policy) || margin >= figures.certifiable) return {
		outcome: "certifies",
		...figures
	};
	const z2 = normalQuantile(alpha) ** 2;
	return {
		outcome: blocksAt(z2 / (samples + z2), margin, policy) ? "hopeless" : "undecided",
		...figures
	};
}
/** Never hopeless: a gain may be as large as it likes. Certified means that a gain of twice the limit is proven. */
function judgeGain(limit, size, policy) {
	const figures = certification(limit, size.evaluated, policy.alpha.value);
	return {
		outcome: judgesBenchmark(limit, size, policy) || limit >= figures.certifiable ? "certifies" : "undecided",
		...figures
	};
}
/** Zero events among n prove a rate below 1 − α^(1/n) (Clopper-Pearson), so a ceiling c needs n ≥ ln α / ln(1 − c). */
function judgeBound(limit, samples, policy) {
	const alpha = policy.alpha.value;
	const certifiable = 1 - alpha ** (1 / samples);
	const figures = {
		certifiable,
		needed: limit <= 0 ? null : limit >= 1 ? 1 : Math.ceil(Math.log(alpha) / Math.log1p(-limit))
	};
	if (policy.target.value === "benchmark" || certifiable <= limit) return {
		outcome: "certifies",
		...figures
	};
	return {
		outcome: blocksAt(certifiable, limit, policy) ? "hopeless" : "undecided",
		...figures
	};
}
/** Whether the best that the data can show, this far from the observed value, still ends in a block. */
function blocksAt(best, limit, policy) {
	switch (policy.onInconclusive.value) {
		case "lean": return best > 2 * limit;
		case "block": return best >= limit;
		case "warn": return false;
	}
}
/** Whether the verdict speaks of exactly these samples, where nothing stays undecided: method.md, step C. */
function judgesBenchmark(margin, { evaluated, isWhole }, policy) {
	switch (policy.target.value) {
		case "benchmark": return true;
		case "population": return false;
		case "auto": {
			const halfWidth = normalQuantile(1 - policy.alpha.value) * Math.sqrt(ASSUMED_DISCORDANCE / evaluated);
			return isWhole && halfWidth <= margin / 3;
		}
	}
}
function sentence(gate, metric, samples, judgement, policy) {
	const limit = describeLimit(gate, metric.unit === "rate" ? "rate" : "other");
	const bound = gate.rule === "ceiling" || gate.rule === "floor";
	const { outcome, certifiable, needed } = judgement;
	if (samples === 0) return `${gate.id}: the task has no samples`;
	const share = certifiable === null ? "" : (100 * certifiable).toPrecision(2);
	const smallest = bound ? `${samples} samples without one failure show a rate below ${share}%` : `${samples} samples certify ${share}pp`;
	const need = needed === null ? "no number of samples proves it" : `${limit} needs ${needed} samples`;
	switch (outcome) {
		case "unknown": return `${gate.id}: what ${samples} samples can show about ${limit} is known only after a run`;
		case "certifies": return `${gate.id}: ${samples} samples are enough for ${limit}`;
		case "undecided": return `${gate.id}: ${smallest}, ${need}; until then many results are inconclusive, which ${EFFECT[policy.onInconclusive.value]}`;
		case "hopeless": return `${gate.id}: ${smallest}, ${need}; even a candidate without any fault would be blocked`;
	}
}
const EFFECT = {
	lean: "leans on the observed value",
	block: "blocks",
	warn: "only warns"
};
/** The gate as an error of whoever wrote it, when a blocking gate could only ever block. */
function hopelessGate(gate, feasibility) {
	if (feasibility.outcome !== "hopeless" || gate.tier === "advisory") return void 0;
	const { source } = gate;
	return new WeighbridgeError("config", feasibility.says, {
		...source.kind === "file" ? { at: {
			file: source.file,
			line: source.line
		} } : {},
		fix: "use a larger dataset, raise the limit, or make the gate advisory"
	});
}

// src/plan/plan.ts
const prepareByRunner = async (task, directory) => {
	return (await RUNNERS[task.runner].load()).prepare(task.name, task.options, directory);
};
/**
* Prepares every task and checks every gate against the size of its dataset.
* @throws IssueList with every dataset that cannot be used, or every gate that could only ever block
*/
async function makePlan(config, prepare = prepareByRunner) {
	const tasks = await prepareAll$1(config, prepare);
	const feasibility = checkGates(config, tasks);
	const costs = await Promise.all(tasks.map((task) => costOf(task, config.directory)));
	const sides = [config.candidate, config.baseline].filter((side) => side !== null && side.kind !== "results");
	return {
		config,
		tasks,
		feasibility,
		warnings: feasibility.filter(({ outcome }) => outcome === "undecided" || outcome === "hopeless").map(({ says }) => says),
		cost: totalCost(costs, sides.length)
	};
}
async function prepareAll$1(config, prepare) {
	const tasks = [];
	const issues = [];
	for (const task of config.tasks) try {
		tasks.push({
			config: task,
			prepared: await prepare(task, config.directory)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		issues.push(...error instanceof IssueList ? error.issues : [error]);
	}
	const [first] = issues;
	if (first !== void 0) throw new IssueList(first.kind, issues);
	return tasks;
}
function checkGates(config, tasks) {
	const checked = config.gates.flatMap((gate) => {
		const prepared = tasks.find((task) => task.config.name === gate.task)?.prepared;
		if (prepared === void 0) return [];
		const metric = prepared.metrics.find(({ name }) => name === gate.metric);
		if (metric === void 0) throw new Error(`${gate.task} was described with ${gate.metric} and prepared without`);
		const size = {
			evaluated: evaluatedOf(prepared),
			isWhole: prepared.limit === null
		};
		return [{
			gate,
			feasibility: feasibilityOf(gate, metric, size, config.policy)
		}];
	});
	const issues = checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? []);
	if (issues.length > 0) throw new IssueList("config", issues);
	return checked.map(({ feasibility }) => feasibility);
}
async function costOf({ config, prepared }, directory) {
	const { size } = await stat(resolve(directory, config.options.dataset));
	return taskCost(config, {
		samples: prepared.samples.length,
		evaluated: evaluatedOf(prepared)
	}, size);
}
/** Samples that will be asked: all, or as many as the task's limit leaves. */
function evaluatedOf({ samples, limit }) {
	return Math.min(samples.length, limit ?? samples.length);
}

// src/report/format.ts
/** Shown where there is no number. */
const NOT_AVAILABLE = "unknown";
const MINUS = "−";
/** A number with a fixed number of decimals, a true minus sign, and never `−0.0`. */
function fixed(value, decimals) {
	const text = Math.abs(value).toFixed(decimals);
	return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}
function withSign(text) {
	return text.startsWith(MINUS) || /^0(\.0*)?$/.test(text) ? text : `+${text}`;
}
/** One decimal for points, more where the first would round a real change away: −0.04 pp is not 0. */
function pointDecimals(points) {
	const size = Math.abs(points);
	if (size === 0 || size >= .095) return 1;
	return size >= .0095 ? 2 : 3;
}
/** About four significant digits, so that 8.412 and 812.4 are both readable. */
function significantDecimals(value) {
	if (value === 0) return 1;
	return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}
/** A count with thousands separated: `14,042`. */
function formatCount(count) {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** A metric's value in its unit: `93.1 %`, `0.8731 bits per byte`, `12.34`. */
function formatValue$1(value, unit) {
	switch (unit) {
		case "rate": {
			const percent = value * 100;
			return `${fixed(percent, pointDecimals(Math.min(Math.abs(percent), Math.abs(100 - percent))))} %`;
		}
		case "bits_per_byte": return `${fixed(value, 4)} bits per byte`;
		case "perplexity":
		case "number": return fixed(value, significantDecimals(value));
		default: return assertNever(unit);
	}
}
const CHANGE = {
	rate: {
		scale: 100,
		suffix: " pp",
		decimals: pointDecimals
	},
	bits_per_byte: {
		scale: 1,
		suffix: " bits per byte",
		decimals: () => 4
	},
	perplexity: {
		scale: 1,
		suffix: "",
		decimals: (value) => Math.min(3, significantDecimals(value))
	},
	number: {
		scale: 1,
		suffix: "",
		decimals: significantDecimals
	}
};
/** A change in the metric's unit, always signed: `+1.2 pp`. */
function formatChange(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${withSign(fixed(value * scale, decimals(value * scale)))}${suffix}`;
}
/** The size of a change without its sign, for "fell by 31.2 pp". */
function formatSize$1(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${fixed(Math.abs(value * scale), decimals(value * scale))}${suffix}`;
}
/**
* `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
* `unbounded`; null when neither could.
*/
function formatInterval(delta, unit) {
	if (delta.low === null && delta.high === null) return null;
	const { scale, decimals } = CHANGE[unit];
	const ends = [delta.low, delta.high];
	const digits = Math.max(...ends.map((end) => end === null ? 0 : decimals(end * scale)));
	const [low, high] = ends.map((end) => end === null ? "unbounded" : withSign(fixed(end * scale, digits)));
	return `${low} to ${high}`;
}
/** `90 %` of 0.9. */
function formatLevel$1(level) {
	return `${Number((level * 100).toPrecision(4))} %`;
}
/** A one-sided p-value; tiny ones as a bound, since their digits mean nothing. */
function formatP(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${p.toFixed(4)}`;
}
/** `4 minutes`, for people. */
function formatDuration(seconds) {
	if (seconds < 90) return `${Math.round(seconds)} seconds`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
}
/** The first twelve hex digits of a SHA-256, enough to tell two checkpoints apart; any other text as it is. */
function formatDigest(digest) {
	return digest.replace(/^((?:sha256:)?[0-9a-f]{12})[0-9a-f]{52}$/, "$1");
}
function formatSource(source) {
	switch (source.kind) {
		case "default": return "default";
		case "input": return `input ${source.name}`;
		case "flag": return `flag ${source.name}`;
		case "file": return formatLocation({
			file: source.file,
			line: source.line
		});
		default: return assertNever(source);
	}
}
/** A gate's metric as a person names it. */
function metricName({ task, metric }) {
	return `${task}/${metric}`;
}
/** `1 gate`, `2 gates`. */
function plural(count, noun, many = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : many}`;
}

// src/report/inline.ts
/** Builds a line: the literal parts are trusted, every interpolated string is data. */
function say(literals, ...values) {
	return literals.flatMap((literal, index) => {
		const value = values[index];
		const data = typeof value === "string" ? [{
			kind: "prose",
			text: value
		}] : value ?? [];
		return literal === "" ? [...data] : [{
			kind: "ours",
			text: literal
		}, ...data];
	});
}
/** A name, path or identifier. */
function code(text) {
	return [{
		kind: "code",
		text
	}];
}
function toMarkdown(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : kind === "code" ? htmlCode(text) : prose(text)).join("");
}
/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
function toPlain(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : oneLine(text)).join("");
}

// src/report/who-acts.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: say`evaluate the baseline again with the task as it is now, or undo the change.`
};
const CHECKPOINT_CHANGED = {
	who: "Whoever made the checkpoint",
	what: say`restore the baseline's tokenizer and chat template, or compare with a baseline that shares them.`
};
const MACHINE_CHANGED = {
	who: "Whoever runs the evaluation",
	what: say`evaluate both sides with the same engine, settings and harness.`
};
const RUN_INCOMPLETE = {
	who: "Whoever runs the evaluation",
	what: say`run it again; it goes on where it stopped, and no sample is asked twice.`
};
/** For each field in which two runs may differ: who must do what. */
const REMEDIES = {
	dataset: TASK_CHANGED,
	prompt: TASK_CHANGED,
	few_shot: TASK_CHANGED,
	generation: TASK_CHANGED,
	scorers: TASK_CHANGED,
	filter: TASK_CHANGED,
	task_version: TASK_CHANGED,
	limit: TASK_CHANGED,
	inputs: TASK_CHANGED,
	targets: TASK_CHANGED,
	metrics: TASK_CHANGED,
	chat_template: CHECKPOINT_CHANGED,
	tokenizer: CHECKPOINT_CHANGED,
	engine: MACHINE_CHANGED,
	engine_settings: MACHINE_CHANGED,
	engine_version: MACHINE_CHANGED,
	harness: MACHINE_CHANGED,
	harness_version: MACHINE_CHANGED,
	dtype: MACHINE_CHANGED,
	seed: MACHINE_CHANGED,
	samples: RUN_INCOMPLETE,
	run: RUN_INCOMPLETE
};
const shown$1 = (value) => code(value === null ? "none" : formatDigest(String(value)));
function mismatchSentence({ task, field, baseline, candidate }) {
	return say`${code(task)}: ${code(field)} differs, baseline ${shown$1(baseline)}, candidate ${shown$1(candidate)}.`;
}
const isIncomplete = ({ samples: { baseline, candidate } }) => baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;
function invalidGates(gates) {
	return gates.filter((gate) => gate.verdict === "invalid").map((gate) => say`${code(gate.id)}: ${gate.reasons[0] ?? "no reason was recorded"}`);
}
function faults(file) {
	const hard = file.comparability.filter((mismatch) => mismatch.severity === "hard");
	const remedies = new Set(hard.map((mismatch) => REMEDIES[mismatch.field]));
	if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
	const stated = new Set(file.reasons);
	const gates = file.gates.filter((gate) => !stated.has(gate.reasons[0] ?? ""));
	return {
		wrong: [
			...file.reasons.map((reason) => say`${reason}`),
			...hard.map(mismatchSentence),
			...invalidGates(gates)
		],
		remedies: [...remedies]
	};
}

// src/report/json.ts
/** What a person looks for first comes first; all other keys follow in the order of the alphabet. */
const LEADING = [
	"schemaVersion",
	"verdict",
	"blocked",
	"exitCode",
	"summary",
	"reasons",
	"id",
	"task",
	"metric",
	"rule",
	"limit"
];
const rank = (key) => {
	const index = LEADING.indexOf(key);
	return index === -1 ? LEADING.length : index;
};
const byKey = ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1);
function canonical(value, path) {
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
		return value;
	}
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map((item, index) => canonical(item, `${path}[${index}]`));
	if (typeof value !== "object") throw new TypeError(`${path} is a ${typeof value}, which JSON cannot say`);
	const entries = Object.entries(value).filter(([, item]) => item !== void 0).sort(byKey);
	return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, `${path}.${key}`)]));
}
/**
* JSON whose bytes are a function of the content: fixed order of keys, two spaces, one newline at the end.
* @throws TypeError on a number that is not finite, or anything else JSON would silently turn into null
*/
function canonicalJson(value) {
	return `${JSON.stringify(canonical(value, "$"), null, 2)}\n`;
}

// src/domain/sample.ts
function isUnscored(score) {
	return typeof score === "object" && "unscored" in score;
}
function isRatio(score) {
	return typeof score === "object" && "denominator" in score;
}
/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
function sampleKey(sample) {
	return sample.filter === void 0 ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

// src/compare/pair.ts
/** Pairs samples by key, never by position. */
function pairSamples(baseline, candidate) {
	const left = indexByKey(baseline);
	const right = indexByKey(candidate);
	return {
		pairs: [.../* @__PURE__ */ new Set([...left.samples.keys(), ...right.samples.keys()])].sort(byCodeUnits).map((key) => ({
			key,
			baseline: left.samples.get(key) ?? null,
			candidate: right.samples.get(key) ?? null
		})),
		duplicates: {
			baseline: left.duplicates,
			candidate: right.duplicates
		}
	};
}
function indexByKey(samples) {
	const byKey = /* @__PURE__ */ new Map();
	const duplicates = /* @__PURE__ */ new Set();
	for (const sample of samples) {
		const key = sampleKey(sample);
		if (byKey.has(key)) duplicates.add(key);
		else byKey.set(key, sample);
	}
	return {
		samples: byKey,
		duplicates: [...duplicates].sort(byCodeUnits)
	};
}
/** The same order on every machine: no locale has a say. */
function byCodeUnits(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/compare/comparability.ts
/** Everything in which two runs of a task differ that says whether their samples may be compared. */
function findMismatches(baseline, candidate, pairing) {
	return [
		...fingerprintDifferences(baseline, candidate),
		...runDifferences(baseline, candidate),
		...metricDifferences(baseline, candidate),
		...sampleDifferences(baseline, candidate, pairing)
	].map((difference) => ({
		task: candidate.task,
		...difference
	}));
}
/** The mismatch of a task that ran on one side only, or on none. */
function missingRun(task, baseline, candidate) {
	const present = (record) => record === null ? "no run" : describeStatus(record);
	return {
		task,
		field: "run",
		baseline: present(baseline),
		candidate: present(candidate),
		severity: "hard"
	};
}
/** The mismatch of a task that a side ran more than once: which run is meant cannot be known. */
function repeatedRun(task, baseline, candidate) {
	const count = (runs) => runs === 1 ? "1 run" : `${runs} runs`;
	return {
		task,
		field: "run",
		baseline: count(baseline),
		candidate: count(candidate),
		severity: "hard"
	};
}
/** A field that only one side recorded differs: what was not written down cannot be assumed equal. */
function fingerprintDifferences(baseline, candidate) {
	return Object.keys(FINGERPRINT_FIELDS).filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field]).map((field) => ({
		field,
		baseline: recorded(baseline.fingerprint[field]),
		candidate: recorded(candidate.fingerprint[field]),
		severity: FINGERPRINT_FIELDS[field].severity
	}));
}
function recorded(value) {
	return value === void 0 ? "not recorded" : value;
}
/** A run that did not finish is not comparable even with one that stopped at the same place. */
function runDifferences(baseline, candidate) {
	if (baseline.status.state === "complete" && candidate.status.state === "complete") return [];
	return [{
		field: "run",
		baseline: describeStatus(baseline),
		candidate: describeStatus(candidate),
		severity: "hard"
	}];
}
function describeStatus({ status }) {
	return status.state === "failed" ? `failed: ${status.reason}` : status.state;
}
function metricDifferences(baseline, candidate) {
	const left = new Map(baseline.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const right = new Map(candidate.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const differences = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort(byCodeUnits).map((name) => ({
		baseline: left.get(name) ?? `no ${name}`,
		candidate: right.get(name) ?? `no ${name}`
	})).filter((metric) => metric.baseline !== metric.candidate);
	if (baseline.primary_metric !== candidate.primary_metric) differences.push({
		baseline: `primary ${baseline.primary_metric}`,
		candidate: `primary ${candidate.primary_metric}`
	});
	return differences.map((difference) => ({
		field: "metrics",
		...difference,
		severity: "hard"
	}));
}
function describeMetric({ name, direction, kind, unit, range, scale, weak }) {
	return [
		name,
		direction,
		kind,
		unit,
		`${range.min ?? "-inf"}..${range.max ?? "inf"}`,
		scale,
		...weak ? ["weak"] : []
	].join(" ");
}
function sampleDifferences(baseline, candidate, pairing) {
	const { duplicates } = pairing;
	const samples = [];
	const differ = (left, right) => samples.push({
		field: "samples",
		baseline: left,
		candidate: right,
		severity: "hard"
	});
	if (baseline.planned !== candidate.planned) differ(`${baseline.planned} planned`, `${candidate.planned} planned`);
	if (duplicates.baseline.length + duplicates.candidate.length > 0) differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
	const beyond = {
		baseline: beyondPlan(baseline, pairing, "baseline"),
		candidate: beyondPlan(candidate, pairing, "candidate")
	};
	if (beyond.baseline + beyond.candidate > 0) differ(`${beyond.baseline} beyond the plan`, `${beyond.candidate} beyond the plan`);
	return [
		...samples,
		...pairDifferences(pairing, "inputs", (sample) => sample.input_digest),
		...pairDifferences(pairing, "targets", (sample) => sample.target_digest),
		...pairDifferences(pairing, "samples", (sample) => `cluster ${sample.cluster ?? "none"}`),
		...pairDifferences(pairing, "samples", (sample) => `group ${sample.group ?? "none"}`),
		...pairDifferences(pairing, "samples", (sample) => `weight ${sample.weight ?? 1}`)
	];
}
function describeDuplicates(keys) {
	return keys.length === 0 ? "no duplicates" : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? "")}`;
}
/** Lines more than planned in any one filter. */
function beyondPlan(record, { pairs }, side) {
	const lines = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const sample = pair[side];
		if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
	}
	return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}
/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }, field, of) {
	const differing = pairs.flatMap(({ key, baseline, candidate }) => baseline !== null && candidate !== null && of(baseline) !== of(candidate) ? [{
		key,
		baseline: of(baseline),
		candidate: of(candidate)
	}] : []);
	const first = differing[0];
	if (first === void 0) return [];
	const show = (value) => `${value} at ${displayKey(first.key)} (${differing.length} differ)`;
	return [{
		field,
		baseline: show(first.baseline),
		candidate: show(first.candidate),
		severity: "hard"
	}];
}
function displayKey(key) {
	return key.replace("\0", ", filter ");
}

// src/stats/special/gamma.ts
/**
* δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0, to about 1e-15 absolute.
*
* Working with δ instead of ln Γ keeps ratios of large Gammas exact, because the large terms cancel on paper and not
* in floating point (Loader 2000, "Fast and accurate computation of binomial probabilities"). Small x is carried up by
* δ(x) − δ(x + 1) = (x + ½) ln(1 + 1/x) − 1 to where Stirling's series (DLMF 5.11.1) has converged.
*/
function stirlingError(x) {
	let carried = 0;
	let y = x;
	for (; y < 16; y += 1) carried += (y + .5) * Math.log1p(1 / y) - 1;
	const w = 1 / (y * y);
	return carried + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - w / 1188) * w) * w) * w) / y;
}

// src/stats/special/beta.ts
/** I_x(a, b) and its complement for a, b > 0. */
function betaTails(point, a, b) {
	const { x, complement } = point;
	if (x <= 0) return {
		lower: 0,
		upper: 1
	};
	if (complement <= 0) return {
		lower: 1,
		upper: 0
	};
	const kernel = betaKernel(point, a, b);
	if (x < (a + 1) / (a + b + 2)) {
		const lower = kernel / a * continuedFraction(x, a, b);
		return {
			lower,
			upper: 1 - lower
		};
	}
	const upper = kernel / b * continuedFraction(complement, b, a);
	return {
		lower: 1 - upper,
		upper
	};
}
/** x with I_x(a, b) = probability, for 0 < probability < 1 and a, b ≥ ½. */
function betaQuantile(probability, a, b) {
	return pointAt(betaLogitQuantile(probability, a, b)).x;
}
/** ln(x / (1 − x)) of the quantile: the logit keeps both x and 1 − x exact. */
function betaLogitQuantile(probability, a, b) {
	if (probability > betaTails(pointAt(Math.log(a / b)), a, b).lower) return -lowerHalf(1 - probability, b, a);
	return lowerHalf(probability, a, b);
}
/** In logits the density of Beta(a, b) is the kernel itself, and its distribution function is log-concave. */
function lowerHalf(probability, a, b) {
	return quantileOfLogConcave(probability, Math.log(a / b), (logit) => {
		const point = pointAt(logit);
		return {
			value: betaTails(point, a, b).lower,
			slope: betaKernel(point, a, b)
		};
	});
}
function pointAt(logit) {
	return {
		x: 1 / (1 + Math.exp(-logit)),
		complement: 1 / (1 + Math.exp(logit))
	};
}
/**
* x^a (1 − x)^b / B(a, b), by its distance from the mean p = a / (a + b):
* ln = a ln(x/p) + b ln((1−x)/(1−p)) + ½ ln(ab / 2π(a+b)) + δ(a+b) − δ(a) − δ(b).
* The first-order terms of the two logarithms cancel exactly, so they are left out of both.
*/
function betaKernel({ x, complement }, a, b) {
	const total = a + b;
	const offset = x < complement ? x - a / total : b / total - complement;
	const exponent = a * logMinusLinear(offset * total / a) + b * logMinusLinear(-offset * total / b) + .5 * Math.log(a / total * (b / (2 * Math.PI))) + (stirlingError(total) - stirlingError(a) - stirlingError(b));
	return Math.exp(exponent);
}
/** ln(1 + u) − u without cancellation: with r = u / (2 + u), it is −ur + 2(r³/3 + r⁵/5 + …). */
function logMinusLinear(u) {
	if (Math.abs(u) > .2) return Math.log1p(u) - u;
	const r = u / (2 + u);
	let power = 2 * r * r * r;
	let sum = 0;
	for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
		sum += power / odd;
		power *= r * r;
	}
	return sum - u * r;
}
/** 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22, by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let fraction = d;
	for (let m = 1; m < 1e5; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= c * d;
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) return fraction;
	}
	throw new Error(`the incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}

// src/stats/clopper-pearson.ts
/**
* One-sided exact limits of a rate with `events` among `n` independent samples, each with error at most `alpha`.
* Clopper & Pearson 1934. Guaranteed at any n; without events the upper limit is 1 − α^(1/n), about 3/n at 5 %.
*/
function clopperPearsonUpper(events, n, alpha) {
	if (events >= n) return 1;
	if (events === 0) return -Math.expm1(Math.log(alpha) / n);
	return betaQuantile(1 - alpha, events + 1, n - events);
}
function clopperPearsonLower(events, n, alpha) {
	if (events <= 0) return 0;
	if (events === n) return Math.exp(Math.log(alpha) / n);
	return betaQuantile(alpha, events, n - events + 1);
}

// src/stats/special/binomial.ts
/** P(X ≤ k) for X ~ Binomial(n, p): I_{1−p}(n − k, k + 1). Continuous in k, for what-if counts. */
function binomialAtMost(k, n, p) {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betaTails({
		x: 1 - p,
		complement: p
	}, n - k, k + 1).lower;
}
/** P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1). Continuous in k. */
function binomialAtLeast(k, n, p) {
	if (k <= 0) return 1;
	if (k > n) return 0;
	return betaTails({
		x: p,
		complement: 1 - p
	}, k, n - k + 1).lower;
}
/** P(X = k) for integer 0 ≤ k ≤ n and 0 < p < 1. */
function binomialExactly(k, n, p) {
	if (k === 0) return Math.exp(n * Math.log1p(-p));
	if (k === n) return Math.exp(n * Math.log(p));
	return betaKernel({
		x: p,
		complement: 1 - p
	}, k, n - k) * n / (k * (n - k));
}

// src/stats/special/student-t.ts
/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (DLMF 8.17; df may be fractional). */
function studentCdf(t, df) {
	if (t > 0) return 1 - studentCdf(-t, df);
	if (t === -Infinity) return 0;
	const square = t * t;
	const point = {
		x: df / (df + square),
		complement: square / (df + square)
	};
	return betaTails(point, df / 2, .5).lower / 2;
}
/** t with P(T ≤ t) = probability, for 0 < probability < 1. */
function studentQuantile(probability, df) {
	if (probability === .5) return 0;
	if (probability > .5) return -studentQuantile(1 - probability, df);
	return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, .5) / 2);
}

// src/stats/sum.ts
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}

// src/stats/student.ts
/**
* Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
* On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
* values break.
*/
function studentMean(values) {
	const n = values.length;
	const mean = sum(values) / n;
	const squares = sum(values.map((value) => (value - mean) ** 2));
	return {
		value: mean,
		stderr: Math.sqrt(squares / (n - 1) / n),
		df: n - 1
	};
}
/** value ± t(1 − alpha, df) · stderr: each side has error `alpha`. */
function studentInterval({ value, stderr, df }, alpha) {
	const half = studentQuantile(1 - alpha, df) * stderr;
	return {
		low: value - half,
		high: value + half
	};
}
/** (value − null) / stderr; infinite or 0 where the standard error is 0. */
function studentStatistic({ value, stderr }, nullValue) {
	const distance = value - nullValue;
	if (stderr > 0) return distance / stderr;
	return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

// src/stats/interval.ts
/** Where `decreasing` crosses zero in (low, high), by bisection down to neighbouring doubles. */
function rootOfDecreasing(decreasing, low, high) {
	let left = low;
	let right = high;
	for (;;) {
		const middle = left + (right - left) / 2;
		if (middle <= left || middle >= right) return middle;
		if (decreasing(middle) > 0) left = middle;
		else right = middle;
	}
}

// src/stats/tango.ts
/**
* Tango's score statistic for H₀: P(candidate is 1) − P(baseline is 1) = `delta0`, −1 < delta0 < 1.
*
* z = (rose − fell − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a pair that fell, estimated
* under H₀: the larger root of 2n q² + B q + C = 0. Positive when the delta lies above δ₀; decreasing
* in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
* a handful of identical answers proves little and many prove much.
*
* Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
* Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
*/
function tangoZ({ rose, fell, pairs }, delta0) {
	const a = 2 * pairs;
	const b = -rose - fell + (a - rose + fell) * delta0;
	const c = -fell * delta0 * (1 - delta0);
	const variance = pairs * (2 * (((c === 0 ? Math.abs(b) : Math.sqrt(Math.max(b * b - 4 * a * c, 0))) - b) / (2 * a)) + delta0 * (1 - delta0));
	const distance = rose - fell - pairs * delta0;
	if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
	return distance / Math.sqrt(variance);
}
/** All δ₀ that the score test does not reject at critical value `z` on either side. */
function tangoInterval(counts, z) {
	const { rose, fell, pairs } = counts;
	return {
		low: fell === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
		high: rose === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1)
	};
}

// src/stats/inference.ts
function testAgainst(inference, nullValue) {
	switch (inference.kind) {
		case "tango": {
			if (nullValue <= -1) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue >= 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			const z = tangoZ(inference.counts, nullValue);
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "student": {
			const t = studentStatistic(inference.estimate, nullValue);
			const { df } = inference.estimate;
			return {
				statistic: t,
				pGreater: studentCdf(-t, df),
				pLess: studentCdf(t, df)
			};
		}
		case "binomial": {
			const { events, n } = inference;
			if (nullValue < 0) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue > 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			return {
				statistic: null,
				pGreater: binomialAtLeast(events, n, nullValue),
				pLess: binomialAtMost(events, n, nullValue)
			};
		}
		default: return assertNever(inference);
	}
}
/** Lower limit with one-sided error `alpha`. */
function lowerLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
		case "student": return studentInterval(inference.estimate, alpha).low;
		case "binomial": return clopperPearsonLower(inference.events, inference.n, alpha);
		default: return assertNever(inference);
	}
}
/** Upper limit with one-sided error `alpha`. */
function upperLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
		case "student": return studentInterval(inference.estimate, alpha).high;
		case "binomial": return clopperPearsonUpper(inference.events, inference.n, alpha);
		default: return assertNever(inference);
	}
}

// src/stats/clustered.ts
/**
* A statistic as the mean of one number a cluster: θ + G · Σ_{i∈g} e_i, where e_i is what sample i moves θ by to first
* order, and Σ e = 0. Their spread is the uncertainty of θ: Student's mean of them has the standard error
* √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom.
*
* That is CR1 of Liang & Zeger 1986; Miller 2024, "Adding error bars to evals", is the same sum without the small-sample
* factor. Clusters of one sample give the ordinary standard error.
*/
function clusterValues(theta, influences) {
	return influences.map((influence) => theta + influences.length * sum(influence));
}

// src/stats/ratio.ts
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	return sum(parts.map((part) => part.numerator)) / sum(parts.map((part) => part.denominator));
}
/**
* R as the mean of one number a cluster (see `clusterValues`), to first order: sample i moves R by
* e_i = (u_i − R v_i) / Σv. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and varies little.
*/
function ratioValues(clusters) {
	const parts = clusters.flat();
	const influence = influenceOn(parts);
	const influences = clusters.map((cluster) => cluster.map(influence));
	return clusterValues(ratioOfSums(parts), influences);
}
/** R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract. */
function ratioDifferenceValues(clusters) {
	const pairs = clusters.flat();
	const baseline = pairs.map((pair) => pair.baseline);
	const candidate = pairs.map((pair) => pair.candidate);
	const onBaseline = influenceOn(baseline);
	const onCandidate = influenceOn(candidate);
	const influences = clusters.map((cluster) => cluster.map((pair) => onCandidate(pair.candidate) - onBaseline(pair.baseline)));
	return clusterValues(ratioOfSums(candidate) - ratioOfSums(baseline), influences);
}
function influenceOn(parts) {
	const ratio = ratioOfSums(parts);
	const total = sum(parts.map((part) => part.denominator));
	return (part) => (part.numerator - ratio * part.denominator) / total;
}

// src/compare/subject.ts
/** candidate − baseline. */
const DELTA = {
	read: ({ baseline, candidate }) => baseline === null || candidate === null ? null : {
		baseline,
		candidate
	},
	fill: ({ baseline, candidate }, own, other) => ({
		baseline: baseline ?? other,
		candidate: candidate ?? own
	}),
	parts: ({ baseline, candidate }) => [baseline, candidate],
	values: ratioDifferenceValues,
	unitValue: (cluster) => ratioOfSums(cluster.map((pair) => pair.candidate)) - ratioOfSums(cluster.map((pair) => pair.baseline)),
	extremes: ({ low, high }) => ({
		low: low - high,
		high: high - low
	}),
	exact: {
		method: "tango",
		infer: (pairs) => {
			const rose = pairs.filter((pair) => pair.candidate.numerator > pair.baseline.numerator).length;
			const fell = pairs.filter((pair) => pair.candidate.numerator < pair.baseline.numerator).length;
			const counts = {
				rose,
				fell,
				pairs: pairs.length
			};
			return {
				value: (rose - fell) / pairs.length,
				inference: {
					kind: "tango",
					counts
				}
			};
		}
	}
};
/** The candidate's own value. */
const CANDIDATE = {
	read: ({ candidate }) => candidate,
	fill: ({ candidate }, own) => candidate ?? own,
	parts: (part) => [part],
	values: ratioValues,
	unitValue: ratioOfSums,
	extremes: (bounds) => bounds,
	exact: {
		method: "clopper-pearson",
		infer: (parts) => {
			const events = sum(parts.map((part) => part.numerator));
			const n = parts.length;
			return {
				value: events / n,
				inference: {
					kind: "binomial",
					events,
					n
				}
			};
		}
	}
};

// src/compare/evidence.ts
/** What the samples say about candidate − baseline; null with fewer than two independent units. */
function deltaEvidence(metric) {
	return weigh(metric, DELTA);
}
/** What the samples say about the candidate's own value; null with fewer than two independent units. */
function candidateEvidence(metric) {
	return weigh(metric, CANDIDATE);
}
function weigh(metric, subject) {
	const { declaration, scores } = metric;
	const observed = clustersOf(scores, subject.read);
	if (observed.length < 2) return null;
	const parts = observed.flat().flatMap(subject.parts);
	const isClustered = observed.some((cluster) => cluster.length > 1);
	const isExact = !isClustered && isZeroOrOne(declaration, parts);
	const bounds = boundsOf(declaration, parts);
	const sparse = !isExact && bounds !== null && isSparse(observed.map(subject.unitValue));
	const value = meanOf(subject.values(observed));
	if (!Number.isFinite(value)) return null;
	const complete = (end) => {
		const clusters = clustersOf(scores, (score) => subject.read(score) ?? fill(score, subject, declaration, end));
		if (clusters.flat().length < scores.length) return null;
		if (isExact) return subject.exact.infer(clusters.flat());
		const values = subject.values(clusters);
		const extra = sparse && bounds !== null ? [subject.extremes(bounds)[end]] : [];
		const estimate = studentMean([...values, ...extra]);
		if (bounds !== null && estimate.stderr === 0) return null;
		return {
			value: meanOf(values),
			inference: {
				kind: "student",
				estimate
			}
		};
	};
	return {
		method: isExact ? subject.exact.method : linearMethod(declaration, isClustered),
		value: isExact ? subject.exact.infer(observed.flat()).value : value,
		n: observed.flat().length,
		lowest: complete("low"),
		highest: complete("high"),
		sparse
	};
}
/** Readings by cluster, in the order of samples; those that are null are left out. */
function clustersOf(scores, read) {
	const clusters = /* @__PURE__ */ new Map();
	for (const score of scores) {
		const reading = read(score);
		if (reading === null) continue;
		const cluster = clusters.get(score.cluster);
		if (cluster === void 0) clusters.set(score.cluster, [reading]);
		else cluster.push(reading);
	}
	return [...clusters.values()];
}
/** The sample with missing scores at the end of the metric's range that pushes the number towards `end`; null without. */
function fill(score, subject, { kind, range }, end) {
	if (kind !== "mean" || range.min === null || range.max === null) return null;
	const at = (value) => ({
		numerator: value * score.weight,
		denominator: score.weight
	});
	return end === "low" ? subject.fill(score, at(range.min), at(range.max)) : subject.fill(score, at(range.max), at(range.min));
}
/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
function isZeroOrOne({ kind, range }, parts) {
	return kind === "mean" && range.min === 0 && range.max === 1 && parts.every(({ numerator, denominator }) => denominator === 1 && (numerator === 0 || numerator === 1));
}
/**
* Between which values a further score would lie: the declared range, or for a mean without one the range that was seen.
* Null for unbounded ratios: log-likelihoods are continuous, so that equal ones are no accident of coarse scores.
*/
function boundsOf({ kind, range }, parts) {
	if (range.min !== null && range.max !== null) return {
		low: range.min,
		high: range.max
	};
	if (kind !== "mean") return null;
	const seen = parts.map((part) => ratioOfSums([part]));
	return {
		low: range.min ?? seen.reduce((low, value) => Math.min(low, value), Infinity),
		high: range.max ?? seen.reduce((high, value) => Math.max(high, value), -Infinity)
	};
}
/**
* Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
* rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
* 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
*/
function isSparse(unitValues) {
	const counts = /* @__PURE__ */ new Map();
	let commonest = 0;
	for (const value of unitValues) {
		const count = (counts.get(value) ?? 0) + 1;
		counts.set(value, count);
		commonest = Math.max(commonest, count);
	}
	return commonest > 1 && unitValues.length - commonest < 10;
}
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf(values) {
	return sum(values) / values.length;
}

// src/compare/estimate.ts
/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
function estimateOf({ scores, declaration }, read) {
	const clusters = clustersOf(scores, read);
	const parts = clusters.flat();
	const value = ratioOfSums(parts);
	if (!Number.isFinite(shown(value, declaration))) return null;
	const stderr = clusters.length < 2 ? null : studentMean(ratioValues(clusters)).stderr;
	return {
		value: shown(value, declaration),
		stderr: stderr === null ? null : stderr * stretch(value, declaration),
		n: parts.length
	};
}
/** The samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
function paired(side) {
	return (score) => DELTA.read(score)?.[side] ?? null;
}
/** A value on the scale on which it is shown. */
function shown(value, { scale }) {
	return scale === "log" ? Math.exp(value) : value;
}
/** What a small change of the judged value is worth on the shown scale (delta method). */
function stretch(value, { scale }) {
	return scale === "log" ? Math.exp(value) : 1;
}
/**
* A delta on the judged scale, as a change of the baseline's shown value: for logarithmic metrics e^δ is the factor by
* which it changes.
*/
function shownDelta(delta, baseline, { scale }) {
	return scale === "log" ? baseline * Math.expm1(delta) : delta;
}
/** The delta with its interval; limits are null where the missing scores leave them open, or without spread. */
function estimateDelta(metric, evidence, alpha) {
	const baseline = estimateOf(metric, paired("baseline"));
	const candidate = estimateOf(metric, paired("candidate"));
	if (baseline === null || candidate === null) return null;
	const limit = (value) => {
		const delta = value === void 0 ? NaN : shownDelta(value, baseline.value, metric.declaration);
		return Number.isFinite(delta) ? delta : null;
	};
	const { lowest, highest } = evidence ?? {
		lowest: null,
		highest: null
	};
	return {
		value: evidence === null ? candidate.value - baseline.value : shownDelta(evidence.value, baseline.value, metric.declaration),
		low: limit(lowest === null ? void 0 : lowerLimit(lowest.inference, alpha)),
		high: limit(highest === null ? void 0 : upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method: evidence?.method ?? "none"
	};
}
/** Pairs that got worse and better; null where scores are not all 0 or 1. */
function countFlips({ scores, declaration }) {
	const pairs = scores.flatMap((score) => DELTA.read(score) ?? []);
	if (pairs.length === 0 || !isZeroOrOne(declaration, pairs.flatMap(DELTA.parts))) return null;
	const rose = pairs.filter(({ baseline, candidate }) => candidate.numerator > baseline.numerator).length;
	const fell = pairs.filter(({ baseline, candidate }) => candidate.numerator < baseline.numerator).length;
	return declaration.direction === "higher_is_better" ? {
		regressed: fell,
		improved: rose
	} : {
		regressed: rose,
		improved: fell
	};
}
/** Delta by group, worst first. */
function groupDeltas(metric) {
	const { declaration, scores } = metric;
	const worse = declaration.direction === "higher_is_better" ? 1 : -1;
	return [...new Set(scores.flatMap(({ group }) => group ?? []))].flatMap((group) => {
		const own = {
			...metric,
			scores: scores.filter((score) => score.group === group)
		};
		const baseline = estimateOf(own, paired("baseline"));
		const candidate = estimateOf(own, paired("candidate"));
		if (baseline === null || candidate === null) return [];
		return [{
			group,
			pairs: baseline.n,
			delta: candidate.value - baseline.value
		}];
	}).sort((a, b) => worse * (a.delta - b.delta) || byCodeUnits(a.group, b.group));
}

// src/compare/flips.ts
/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;
/**
* The samples whose score changed most, those that got worse first. Equal changes (all flips of a 0/1 score) take turns
* over the groups, so that a few shown samples do not all come from one subject.
*/
function worstFlips(pairs, metric) {
	const better = metric.declaration.direction === "higher_is_better" ? 1 : -1;
	const records = new Map(pairs.map((pair) => [pair.key, pair]));
	const changes = metric.scores.flatMap(({ key, group, baseline, candidate }) => {
		const pair = records.get(key);
		if (baseline === null || candidate === null || !pair?.baseline || !pair.candidate) return [];
		const before = ratioOfSums([baseline]);
		const after = ratioOfSums([candidate]);
		const flip = {
			id: pair.candidate.id,
			group,
			baseline: {
				score: before,
				output: pair.baseline.output ?? null
			},
			candidate: {
				score: after,
				output: pair.candidate.output ?? null
			}
		};
		const gain = better * (after - before);
		return Number.isFinite(gain) && gain !== 0 ? [{
			flip,
			gain
		}] : [];
	});
	return [...largest(changes.filter(({ gain }) => gain < 0)).slice(0, MOST_REGRESSED), ...largest(changes.filter(({ gain }) => gain > 0)).slice(0, MOST_IMPROVED)];
}
function largest(changes) {
	const bySize = [...changes].sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain) || byCodeUnits(a.flip.id, b.flip.id));
	const seen = /* @__PURE__ */ new Map();
	const turns = bySize.map((change) => {
		const turn = seen.get(change.flip.group) ?? 0;
		seen.set(change.flip.group, turn + 1);
		return {
			...change,
			turn
		};
	});
	turns.sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain) || a.turn - b.turn);
	return turns.map(({ flip }) => flip);
}

// src/compare/scores.ts
function scoresOf(pairs, declaration, filter, planned) {
	const own = pairs.filter((pair) => filterOf(pair) === filter);
	const scores = own.map((pair) => pairedScore(pair, declaration));
	const unscored = (side) => own.filter((pair, index) => pair[side] !== null && scores[index]?.[side] === null).length;
	return {
		declaration,
		filter,
		scores: [...scores, ...blanks(planned - own.length, scores)],
		unpaired: {
			baseline: own.filter((pair) => pair.candidate === null).length,
			candidate: own.filter((pair) => pair.baseline === null).length
		},
		unscored: {
			baseline: unscored("baseline"),
			candidate: unscored("candidate")
		}
	};
}
function blanks(count, scores) {
	const weight = scores.reduce((heaviest, score) => Math.max(heaviest, score.weight), scores.length === 0 ? 1 : 0);
	return Array.from({ length: Math.max(0, count) }, (_, index) => ({
		key: `never run ${index}`,
		cluster: `never run ${index}`,
		group: null,
		weight,
		baseline: null,
		candidate: null
	}));
}
function filterOf({ baseline, candidate }) {
	return (candidate ?? baseline)?.filter ?? null;
}
function pairedScore({ key, baseline, candidate }, metric) {
	const sample = candidate ?? baseline;
	return {
		key,
		cluster: sample?.cluster === void 0 ? `sample ${key}` : `cluster ${sample.cluster}`,
		group: sample?.group ?? null,
		weight: sample?.weight ?? 1,
		baseline: partOf$1(baseline, metric),
		candidate: partOf$1(candidate, metric)
	};
}
/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf$1(sample, metric) {
	const score = sample?.scores[metric.name];
	if (sample === null || score === void 0) return null;
	const part = unweightedPart(score, metric);
	const weight = sample.weight ?? 1;
	if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
	return {
		numerator: part.numerator * weight,
		denominator: part.denominator * weight
	};
}
function unweightedPart(score, metric) {
	switch (metric.kind) {
		case "mean": return typeof score === "number" && inRange(score, metric) ? {
			numerator: score,
			denominator: 1
		} : null;
		case "ratio": {
			if (typeof score === "number" || isUnscored(score) || !isRatio(score)) return null;
			const { numerator, denominator } = score;
			return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0 ? {
				numerator,
				denominator
			} : null;
		}
		case "corpus": return null;
	}
}
function inRange(score, { range }) {
	return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
}

// src/compare/compare.ts
/**
* Compares two runs of one task; null for a side that did not run, which is a hard mismatch.
* @param alpha one-sided error of the intervals that are shown
*/
function compareTask(baseline, candidate, alpha = .05, task = candidate?.record.task ?? baseline?.record.task ?? "") {
	const record = candidate?.record ?? baseline?.record;
	if (record === void 0) return {
		task,
		role: null,
		mismatches: [missingRun(task, null, null)],
		limited: false,
		metrics: [],
		result: null
	};
	const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
	const metrics = metricsOf(pairing.pairs, record);
	return {
		task,
		role: record.task_role,
		mismatches: baseline === null || candidate === null ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)] : findMismatches(baseline.record, candidate.record, pairing),
		limited: (record.fingerprint.limit ?? null) !== null,
		metrics,
		result: {
			task,
			role: record.task_role,
			primaryMetric: record.primary_metric,
			samples: {
				baseline: countsOf(baseline),
				candidate: countsOf(candidate)
			},
			pairs: pairing.pairs.filter((pair) => pair.baseline !== null && pair.candidate !== null).length,
			metrics: metrics.map((metric) => metricResult(metric, metrics, alpha)),
			flips: flipsOf(record, pairing.pairs, metrics)
		}
	};
}
/**
* Compares all tasks. Every task that was expected or that ran is in the answer, those expected first: a task which only
* one side has, or none, carries a hard mismatch and is never dropped.
*/
function compareRuns(baseline, candidate, expectedTasks, alpha = .05) {
	const expected = new Set(expectedTasks);
	const others = new Set([...baseline, ...candidate].map((run) => run.record.task).sort(byCodeUnits));
	return [.../* @__PURE__ */ new Set([...expected, ...others])].map((task) => {
		const left = baseline.filter((run) => run.record.task === task);
		const right = candidate.filter((run) => run.record.task === task);
		const comparison = compareTask(left[0] ?? null, right[0] ?? null, alpha, task);
		if (left.length < 2 && right.length < 2) return comparison;
		return {
			...comparison,
			mismatches: [...comparison.mismatches, repeatedRun(task, left.length, right.length)]
		};
	});
}
function countsOf(run) {
	return {
		planned: run?.record.planned ?? 0,
		evaluated: run?.samples.length ?? 0
	};
}
/** One a declared metric and filter; a filter whose lines do not mention the metric does not have it. */
function metricsOf(pairs, { metrics, planned }) {
	const filters = [...new Set(pairs.map(filterOf))].sort((a, b) => byCodeUnits(a ?? "", b ?? ""));
	return metrics.flatMap((declaration) => filters.filter((filter) => pairs.some((pair) => filterOf(pair) === filter && mentions(pair, declaration))).map((filter) => scoresOf(pairs, declaration, filter, planned)));
}
function mentions({ baseline, candidate }, { name }) {
	return [baseline, candidate].some((sample) => sample !== null && Object.hasOwn(sample.scores, name));
}
function metricResult(metric, all, alpha) {
	return {
		metric: nameOf$1(metric, all),
		unit: metric.declaration.unit,
		direction: metric.declaration.direction,
		baseline: estimateOf(metric, paired("baseline")),
		candidate: estimateOf(metric, paired("candidate")),
		delta: estimateDelta(metric, deltaEvidence(metric), alpha),
		flips: countFlips(metric),
		groups: groupDeltas(metric)
	};
}
/** `metric`, or `metric,filter` where a task has it under several filters. */
function nameOf$1({ declaration, filter }, all) {
	return all.filter((other) => other.declaration.name === declaration.name).length < 2 || filter === null ? declaration.name : `${declaration.name},${filter}`;
}
function flipsOf(record, pairs, metrics) {
	const primary = metrics.find((metric) => metric.declaration.name === record.primary_metric);
	return primary === void 0 ? [] : worstFlips(pairs, primary);
}

// src/decide/bound.ts
/** The one-sided limit by which a ceiling or floor was judged, as shown to people; null for claims about a change. */
function boundOf({ about, safeSide }, judgement, { declaration }, alpha) {
	if (about !== "candidate" || judgement === null || judgement.bound === null) return null;
	const value = shown(judgement.bound, declaration);
	if (!Number.isFinite(value)) return null;
	return {
		side: safeSide === "less" ? "upper" : "lower",
		value,
		level: 1 - alpha
	};
}

// src/stats/mcnemar.ts
function mcnemar(improved, regressed) {
	const discordant = improved + regressed;
	if (discordant === 0) return {
		exactWorse: 1,
		midPWorse: .5,
		exactTwoSided: 1,
		midPTwoSided: 1
	};
	const fewer = Math.min(improved, regressed);
	const exactWorse = binomialAtLeast(regressed, discordant, .5);
	const atMostFewer = binomialAtMost(fewer, discordant, .5);
	const atObserved = binomialExactly(fewer, discordant, .5);
	return {
		exactWorse,
		midPWorse: exactWorse - atObserved / 2,
		exactTwoSided: Math.min(1, 2 * atMostFewer),
		midPTwoSided: improved === regressed ? 1 : 2 * atMostFewer - atObserved
	};
}

// src/stats/multiplicity.ts
/**
* p-values adjusted so that "adjusted < α" errs on any true hypothesis of the family with probability at most α,
* whatever their dependence. Holm 1979: p₍ᵢ₎ (m − i + 1), made non-decreasing.
*/
function holm(pValues) {
	return adjust(pValues, (p, rank, m) => p * (m - rank + 1), "up");
}
/**
* p-values adjusted so that "adjusted < q" keeps the expected share of false claims among the claims below q, under
* independence or positive dependence. Benjamini & Hochberg 1995: p₍ᵢ₎ m / i, made non-decreasing from the largest.
* For annotation, never for blocking.
*/
function benjaminiHochberg(pValues) {
	return adjust(pValues, (p, rank, m) => p * m / rank, "down");
}
/** Scales p-values by rank (from 1, smallest first), keeps them in order by a running extreme, and puts them back. */
function adjust(pValues, scale, run) {
	const ranked = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p).map(({ p, index }, i) => ({
		index,
		scaled: Math.min(1, scale(p, i + 1, pValues.length))
	}));
	if (run === "down") ranked.reverse();
	const pick = run === "up" ? Math.max : Math.min;
	const adjusted = new Array(pValues.length).fill(1);
	let extreme = run === "up" ? 0 : 1;
	for (const { index, scaled } of ranked) {
		extreme = pick(extreme, scaled);
		adjusted[index] = extreme;
	}
	return adjusted;
}

// src/decide/words.ts
/** Numbers as sentences carry them. Rates are shown in per cent, their changes in percentage points (`pp`). */
/** A metric's own value: `81.2%`, `9.87`. */
function formatValue(value, unit) {
	return unit === "rate" ? `${digits(value * 100)}%` : digits(value);
}
/** A change with its sign, candidate − baseline: `+1.2 pp`, `−0.03`. */
function formatDelta(delta, unit) {
	return `${delta > 0 ? "+" : delta < 0 ? "−" : ""}${formatSize(Math.abs(delta), unit)}`;
}
/** The size of a change, without a sign. */
function formatSize(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : digits(size);
}
function formatProbability(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${Number(p.toPrecision(2))}`;
}
function formatLevel(level) {
	return `${digits(level * 100)}%`;
}
function countOf(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value) {
	const rounded = Number(value.toFixed(2));
	return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(2)) : rounded).replace("-", "−");
}

// src/decide/claim.ts
/** What a rule is about: the candidate's change, or its own value whatever the baseline does. */
function subjectOf({ rule }) {
	switch (rule) {
		case "max_drop":
		case "min_gain":
		case "no_regression_by_group": return "delta";
		case "ceiling":
		case "floor": return "candidate";
		default: return assertNever(rule);
	}
}
/** @param baseline the baseline's shown value, against which relative limits count; null when there is none */
function claimOf(rule, metric, baseline) {
	switch (rule.rule) {
		case "max_drop":
		case "min_gain": return changeClaim(rule, metric, baseline);
		case "ceiling":
		case "floor": return valueClaim(rule, metric);
		default: return assertNever(rule);
	}
}
function changeClaim({ rule, limit }, metric, baseline) {
	if (baseline === null) return { refusal: "The baseline has no value to compare with." };
	const margin = limit.kind === "relative" ? limit.value * Math.abs(baseline.value) : limit.value;
	if (!(margin >= 0) || !Number.isFinite(margin)) return { refusal: `A limit of ${margin} is not a size of change.` };
	if (limit.kind === "relative" && limit.value > 0 && margin === 0) return { refusal: "A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit." };
	const better = metric.direction === "higher_is_better" ? 1 : -1;
	const shownBoundary = rule === "max_drop" ? -better * margin : better * margin;
	const boundary = metric.scale === "log" ? Math.log1p(shownBoundary / baseline.value) : shownBoundary;
	if (!Number.isFinite(boundary)) return { refusal: `A change of ${formatSize(margin, metric.unit)} is beyond all values that the metric can take.` };
	return {
		about: "delta",
		safeSide: better > 0 ? "greater" : "less",
		boundary: boundary === 0 ? 0 : boundary,
		margin,
		tolerance: Math.abs(boundary),
		forbidden: forbiddenChange(rule, margin, metric)
	};
}
function forbiddenChange(rule, margin, { direction, unit }) {
	const isHigherBetter = direction === "higher_is_better";
	const size = formatSize(margin, unit);
	if (rule === "max_drop") return `a ${isHigherBetter ? "drop" : "rise"} of more than ${size}`;
	return `a ${isHigherBetter ? "gain" : "reduction"} of less than ${size}`;
}
function valueClaim({ rule, limit }, metric) {
	const isCeiling = rule === "ceiling";
	if (isCeiling === (metric.direction === "higher_is_better")) {
		const [better, other] = isCeiling ? ["higher", "floor"] : ["lower", "ceiling"];
		return { refusal: `${metric.name} is better when ${better}, so a ${rule} would stop improvements: use a ${other}.` };
	}
	const boundary = metric.scale === "log" ? Math.log(limit) : limit;
	if (!Number.isFinite(boundary)) return { refusal: `A ${rule} of ${limit} is beyond all values that the metric can take.` };
	const ideal = isCeiling ? metric.range.min : metric.range.max;
	return {
		about: "candidate",
		safeSide: isCeiling ? "less" : "greater",
		boundary,
		margin: limit,
		tolerance: metric.scale === "log" || ideal === null ? Math.abs(boundary) : Math.abs(boundary - ideal),
		forbidden: `a value ${isCeiling ? "above" : "below"} ${formatValue(limit, metric.unit)}`
	};
}

// src/decide/needed.ts
/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;
/**
* Samples that would decide the claim one way or the other if what was observed keeps its proportions. Null where no
* number does, because the value sits on the boundary.
*/
function samplesToDecide(claim, evidence, alpha) {
	const { value, n, lowest, highest } = evidence;
	const completion = value < claim.boundary ? highest : lowest;
	if (completion === null) return null;
	const needed = needs(completion.inference, n, claim.boundary, alpha);
	return needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;
}
function needs(inference, n, boundary, alpha) {
	switch (inference.kind) {
		case "tango":
		case "student": {
			const { statistic } = testAgainst(inference, boundary);
			return statistic === null || statistic === 0 ? Infinity : n * (normalQuantile(1 - alpha) / statistic) ** 2;
		}
		case "binomial": {
			const rate = inference.events / inference.n;
			const isDecided = (size) => {
				const { pGreater, pLess } = testAgainst({
					kind: "binomial",
					events: rate * size,
					n: size
				}, boundary);
				return Math.min(pGreater, pLess) < alpha;
			};
			let enough = n;
			while (enough <= MOST && !isDecided(enough)) enough *= 2;
			return enough > MOST ? Infinity : firstDecided(isDecided, n, enough);
		}
		default: return assertNever(inference);
	}
}
function firstDecided(isDecided, undecided, decided) {
	let low = undecided;
	let high = decided;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (isDecided(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/decide/judge.ts
/**
* Three answers, by two one-sided tests with error `alpha` each:
*
* ```
*                      forbidden │ safe
*   [───────────]                │                   regression: proven to lie beyond the boundary
*                          [─────┼─────]             inconclusive
*                                │    [─────────]    pass: proven to lie on the safe side
* ```
*
* For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
*/
function judge$1(claim, evidence, alpha, target) {
	const { safe, worst } = ends(claim, evidence);
	const bound = worst === null ? null : (isGreaterSafe(claim) ? lowerLimit : upperLimit)(worst.inference, alpha);
	const halfWidth = halfWidthOf(claim, evidence, alpha);
	const leaning = leaningOf(claim, evidence, halfWidth);
	if (target === "benchmark") return {
		verdict: compare(claim, evidence),
		target,
		test: {
			method: "benchmark",
			statistic: null,
			pSafe: null,
			pWorse: null
		},
		bound,
		halfWidth,
		leaning,
		needed: null
	};
	const ofSafety = worst === null ? null : testAgainst(worst.inference, claim.boundary);
	const ofHarm = safe === null ? null : testAgainst(safe.inference, claim.boundary);
	const pSafe = (isGreaterSafe(claim) ? ofSafety?.pGreater : ofSafety?.pLess) ?? null;
	const pWorse = (isGreaterSafe(claim) ? ofHarm?.pLess : ofHarm?.pGreater) ?? null;
	const verdict = pSafe !== null && pSafe < alpha ? "pass" : pWorse !== null && pWorse < alpha ? "regression" : "inconclusive";
	return {
		verdict,
		target,
		test: {
			method: evidence.method,
			statistic: finite$2(ofSafety?.statistic),
			pSafe,
			pWorse
		},
		bound,
		halfWidth,
		leaning,
		needed: verdict === "inconclusive" ? samplesToDecide(claim, evidence, alpha) : null
	};
}
function isGreaterSafe({ safeSide }) {
	return safeSide === "greater";
}
/** The completion that speaks most for safety and the one that speaks most against it. */
function ends(claim, { lowest, highest }) {
	return isGreaterSafe(claim) ? {
		safe: highest,
		worst: lowest
	} : {
		safe: lowest,
		worst: highest
	};
}
/** On the boundary is within the limit. The slack, a billionth of a sample, is for limits such as 0.1 + 0.2. */
function isWithin({ safeSide, boundary }, value, n) {
	const slack = 1e-9 / n;
	return safeSide === "greater" ? value >= boundary - slack : value <= boundary + slack;
}
function compare(claim, evidence) {
	const { safe, worst } = ends(claim, evidence);
	if (worst !== null && isWithin(claim, worst.value, evidence.n)) return "pass";
	if (safe !== null && !isWithin(claim, safe.value, evidence.n)) return "regression";
	return "inconclusive";
}
/**
* Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
* forbidden side.
*/
function halfWidthOf(claim, { value, lowest, highest }, alpha) {
	if (lowest === null || highest === null) return null;
	const low = lowerLimit(lowest.inference, alpha);
	const high = upperLimit(highest.inference, alpha);
	if (claim.about === "delta") return (high - low) / 2;
	return isGreaterSafe(claim) ? value - low : high - value;
}
/** The value's side of the boundary, where the data can resolve the boundary at all. */
function leaningOf(claim, evidence, halfWidth) {
	if (halfWidth === null || halfWidth > 2 * claim.tolerance) return "none";
	const verdict = compare(claim, evidence);
	return verdict === "inconclusive" ? "none" : verdict;
}
/**
* Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
* then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
*/
function chooseTarget(policy, claim, evidence, alpha, isWhole) {
	if (policy !== "auto") return policy;
	if (!isWhole || claim.about === "candidate") return "population";
	const halfWidth = halfWidthOf(claim, evidence, alpha);
	return halfWidth !== null && halfWidth <= claim.tolerance / 3 ? "benchmark" : "population";
}
/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
function minimumDetectable(halfWidth, alpha) {
	const z = normalQuantile(1 - alpha);
	return halfWidth * (z + normalQuantile(.9)) / z;
}
function finite$2(value) {
	return value !== null && value !== void 0 && Number.isFinite(value) ? value : null;
}

// src/decide/result.ts
/** @param claim null when the gate's question makes no sense for the metric, so that there is no margin */
function factsOf(gate, metric, claim, alpha) {
	const unit = metric?.declaration.unit ?? "number";
	return {
		id: gate.id,
		task: gate.task,
		metric: gate.metric,
		rule: gate.rule,
		limit: describeLimit(gate, unit === "rate" ? "rate" : "other"),
		margin: claim?.margin ?? null,
		unit,
		direction: metric?.declaration.direction ?? null,
		tier: gate.tier,
		baseline: metric === null ? null : estimateOf(metric, paired("baseline")),
		candidate: metric === null ? null : estimateOf(metric, claim?.about === "candidate" ? CANDIDATE.read : paired("candidate")),
		delta: metric === null || alpha === null ? null : estimateDelta(metric, deltaEvidence(metric), alpha),
		pairs: metric === null ? 0 : metric.scores.filter((score) => DELTA.read(score) !== null).length,
		unpaired: metric?.unpaired ?? {
			baseline: 0,
			candidate: 0
		},
		unscored: metric?.unscored ?? {
			baseline: 0,
			candidate: 0
		},
		flips: metric === null ? null : countFlips(metric)
	};
}
/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
function invalidGate(gate, metric, reasons) {
	return {
		...factsOf(gate, metric, null, null),
		verdict: "invalid",
		reasons,
		bound: null,
		leaning: null,
		test: null,
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking"
	};
}
/** A gate that was judged; with null, one whose samples allow no interval, which leaves it undecided. */
function judgedGate(gate, facts, claim, judgement, metric, reasons, policy) {
	return {
		...facts,
		...verdictOf(gate, judgement, policy.onInconclusive.value),
		reasons,
		bound: boundOf(claim, judgement, metric, policy.alpha.value),
		minimumDetectable: detectable(claim, judgement, facts, metric, policy.alpha.value)
	};
}
function verdictOf(gate, judgement, onInconclusive) {
	const verdict = judgement?.verdict ?? "inconclusive";
	const leaning = verdict === "inconclusive" && onInconclusive === "lean" ? judgement?.leaning ?? "none" : null;
	return {
		verdict,
		leaning,
		test: judgement?.test ?? null,
		needed: judgement?.needed ?? null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, onInconclusive)
	};
}
/** Whether a blocking gate with this verdict stops the merge. */
function isStop(verdict, leaning, onInconclusive) {
	if (verdict !== "inconclusive") return verdict !== "pass";
	switch (onInconclusive) {
		case "block": return true;
		case "warn": return false;
		case "lean": return leaning !== "pass";
		default: return assertNever(onInconclusive);
	}
}
function detectable({ about }, judgement, facts, metric, alpha) {
	const halfWidth = judgement?.halfWidth ?? null;
	const from = about === "delta" ? facts.baseline : facts.candidate;
	if (halfWidth === null || from === null) return null;
	const size = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
	return Number.isFinite(size) ? size : null;
}

// src/decide/by-group.ts
/** Groups that are named in full before the rest is counted. */
const MOST_NAMED = 5;
/** Expected share of false alarms among the groups that are only pointed out. */
const POINTED_OUT_FALSELY = .1;
/**
* Judges every group of a task against the limit and blocks on any that is proven to be beyond it, with one error rate for
* the whole family (Holm). A loss in a few subjects moves the total too little to be seen there: 15 points in 3 of 57 move
* it by less than one.
*
* The verdict `pass` means that no alarm went off. It proves nothing safe, which a `max_drop` on the total does; and where
* no group is large enough to set off the alarm, it is `inconclusive`.
*/
function judgeByGroup(gate, metric, policy) {
	const groups = splitByGroup(metric);
	const judged = [];
	const faults = [];
	for (const [group, own] of groups) {
		const result = judgeGroup(group, own, gate, policy);
		if ("fault" in result) faults.push(result.fault);
		else judged.push(result);
	}
	if (groups.size === 0) faults.push(`No sample of ${gate.task} belongs to a group.`);
	if (faults.length > 0) return invalidGate(gate, metric, faults);
	const alpha = policy.alpha.value;
	const adjusted = holm(judged.map(({ p }) => p));
	const rates = benjaminiHochberg(judged.map(({ p }) => p));
	const proven = judged.flatMap((group, index) => {
		const p = adjusted[index] ?? 1;
		return p < alpha ? [{
			...group,
			p
		}] : [];
	});
	const suspect = judged.filter((_, index) => (adjusted[index] ?? 1) >= alpha && (rates[index] ?? 1) < POINTED_OUT_FALSELY);
	const mute = judged.filter(({ smallestP }) => smallestP * judged.length >= alpha);
	const verdict = proven.length > 0 ? "regression" : mute.length === judged.length ? "inconclusive" : "pass";
	const leaning = verdict === "inconclusive" && policy.onInconclusive.value === "lean" ? "none" : null;
	return {
		...factsOf(gate, metric, null, alpha),
		margin: gate.limit.kind === "absolute" ? gate.limit.value : null,
		verdict,
		bound: null,
		leaning,
		test: {
			method: `holm, ${gate.limit.value === 0 ? "mcnemar mid-p" : "margin"}`,
			statistic: null,
			pSafe: null,
			pWorse: adjusted.reduce((least, p) => Math.min(least, p), 1)
		},
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value),
		reasons: [
			sentenceOfGroups(verdict, judged.length, proven, gate, metric),
			...suspect.length === 0 ? [] : [`Not proven, but worth a look: ${nameGroups(suspect, metric)}.`],
			...mute.length === 0 || verdict === "inconclusive" ? [] : [`Too few samples to set off the alarm by themselves: ${listed(mute.map(({ group }) => group))}.`]
		]
	};
}
/** Samples by group, in the order of names; those of a grouped task without a group are one of their own. */
function splitByGroup(metric) {
	const known = metric.scores.filter(({ baseline, candidate }) => baseline !== null || candidate !== null);
	if (known.every(({ group }) => group === null)) return /* @__PURE__ */ new Map();
	const names = [...new Set(known.map(({ group }) => group ?? "samples without a group"))].sort(byCodeUnits);
	return new Map(names.map((name) => [name, {
		...metric,
		scores: known.filter(({ group }) => (group ?? "samples without a group") === name)
	}]));
}
function judgeGroup(group, metric, gate, policy) {
	const pairs = metric.scores.filter((score) => DELTA.read(score) !== null).length;
	const missing = metric.scores.length - pairs;
	if (pairs === 0 || missing > Math.max(1, (1 - policy.minCoverage.value) * metric.scores.length)) return { fault: `Only ${pairs} of ${countOf(metric.scores.length, "sample")} of the group ${group} have scores.` };
	const baseline = estimateOf(metric, paired("baseline"));
	const claim = claimOf({
		rule: "max_drop",
		limit: gate.limit
	}, metric.declaration, baseline);
	if ("refusal" in claim || baseline === null) return { fault: `The group ${group} cannot be judged: ${"refusal" in claim ? claim.refusal : "it has no value."}` };
	const evidence = deltaEvidence(metric);
	const all = {
		kind: "tango",
		counts: allFell(claim, pairs)
	};
	return {
		group,
		pairs,
		delta: shownDelta(evidence?.value ?? 0, baseline.value, metric.declaration),
		p: evidence === null ? 1 : pWorse(claim, evidence),
		smallestP: pOf(claim, all)
	};
}
function allFell({ safeSide }, pairs) {
	return safeSide === "greater" ? {
		rose: 0,
		fell: pairs,
		pairs
	} : {
		rose: pairs,
		fell: 0,
		pairs
	};
}
/** Missing scores count as good as can be: an alarm must not go off for want of data, which coverage has judged. */
function pWorse(claim, { lowest, highest }) {
	const best = claim.safeSide === "greater" ? highest : lowest;
	return best === null ? 1 : pOf(claim, best.inference);
}
/** At a limit of 0 the exact mid-p McNemar test of the flips, which keeps its level in small groups; else against the limit. */
function pOf(claim, inference) {
	const isGreater = claim.safeSide === "greater";
	if (inference.kind === "tango" && claim.boundary === 0) {
		const { rose, fell } = inference.counts;
		return (isGreater ? mcnemar(rose, fell) : mcnemar(fell, rose)).midPWorse;
	}
	const { pLess, pGreater } = testAgainst(inference, claim.boundary);
	return isGreater ? pLess : pGreater;
}
function sentenceOfGroups(verdict, count, proven, gate, metric) {
	const { unit, direction } = metric.declaration;
	const move = direction === "higher_is_better" ? "dropped" : "risen";
	const { kind, value } = gate.limit;
	const size = kind === "relative" ? `${formatLevel(value)} of the baseline` : formatSize(value, unit);
	const by = value === 0 ? "" : ` by more than ${size}`;
	if (verdict === "regression") return `${proven.length} of ${countOf(count, "group")} are proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
	if (verdict === "inconclusive") return `None of ${countOf(count, "group")} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
	return `None of ${countOf(count, "group")} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}
function nameGroups(groups, { declaration }) {
	return listed([...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group)).map(({ group, delta, pairs, p }) => `${group} ${formatDelta(delta, declaration.unit)} (${countOf(pairs, "pair")}, ${formatProbability(p)})`));
}
function listed(items) {
	const rest = items.length - MOST_NAMED;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, MOST_NAMED).join(", ")} and ${rest} more`;
}

// src/decide/reasons.ts
/** The sentences a reviewer reads. Each is whole: it carries its numbers, their units and what they mean. */
function sentenceOfMismatch({ task, field, baseline, candidate }) {
	return `The runs of ${task} cannot be compared: ${field in FINGERPRINT_FIELDS ? `${means(field)} (${field})` : field}: ${show(baseline)} in the baseline, ${show(candidate)} in the candidate.`;
}
function means(field) {
	return field in FINGERPRINT_FIELDS ? FINGERPRINT_FIELDS[field].means : field;
}
function show(value) {
	return value === null ? "none" : String(value);
}
function sentenceOfUnknownTask(task, comparisons) {
	const names = comparisons.map((comparison) => comparison.task);
	return `There is no task ${task} among the runs; ${names.length === 0 ? "there are no runs" : `there are ${names.join(", ")}`}.`;
}
function sentenceOfUnknownMetric(metric, { task, metrics }) {
	const names = metrics.map((known) => nameOf$1(known, metrics));
	return `No sample of ${task} has a score for ${metric}; ${names.length === 0 ? "they have no scores at all" : `there are scores for ${names.join(", ")}`}.`;
}
function sentenceOfAmbiguousMetric(metric, candidates) {
	return `${metric} has several filters, and each gives another value: name one of ${candidates.map(({ filter }) => `${metric},${filter ?? ""}`).join(", ")}.`;
}
function sentenceOfCoverage(usable, expected, minimum) {
	const share = formatLevel(Math.floor(1e4 * usable / expected) / 1e4);
	return `Only ${usable} of ${countOf(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.`;
}
function sentenceOfCap(task) {
	return `The runs of ${task} were capped to a part of its samples, which cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`;
}
function sentenceOfCorpusMetric(metric) {
	return `${metric} is a function of all samples at once and has no score a sample to pair: gate a metric that has.`;
}
function sentenceOfNoValue(metric) {
	return `The candidate's scores add up to no value of ${metric}.`;
}
const NO_INTERVAL = "A single independent sample has no interval: nothing can be proven or ruled out.";
function sentenceOfDelta(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel(delta.level)} interval ${formatDelta(delta.low, unit)} to ${formatDelta(delta.high, unit)}`;
	return `${name} went ${`from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`}, a change of ${formatDelta(delta.value, unit)} (${interval}, ${countOf(candidate.n, "pair")}).`;
}
function sentenceOfValue(name, candidate, bound, { declaration: { unit } }) {
	const limit = bound === null ? "no limit" : `${formatLevel(bound.level)} ${bound.side} limit ${formatValue(bound.value, unit)}`;
	return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${countOf(candidate.n, "sample")}).`;
}
function sentenceOfVerdict({ verdict, target, test }, { forbidden }) {
	if (target === "benchmark") return sentenceOfBenchmark(verdict, forbidden);
	const subject = capitalise(forbidden);
	switch (verdict) {
		case "pass": return `${subject} is ruled out${inBrackets(test.pSafe)}.`;
		case "regression": return `${subject} is proven${inBrackets(test.pWorse)}.`;
		case "inconclusive": return `${subject} is neither ruled out${inBrackets(test.pSafe)} nor proven${inBrackets(test.pWorse)}.`;
	}
}
function sentenceOfBenchmark(verdict, forbidden) {
	const seen = "Judged on exactly this benchmark, without inference to other questions";
	switch (verdict) {
		case "pass": return `${seen}: there is not ${forbidden}.`;
		case "regression": return `${seen}: there is ${forbidden}.`;
		case "inconclusive": return `${seen}: whether there is ${forbidden} depends on samples that have no score.`;
	}
}
function inBrackets(p) {
	return p === null ? " (missing scores leave it open)" : ` (${formatProbability(p)})`;
}
function sentenceOfNeeded(needed) {
	return needed === null ? [] : [`About ${countOf(needed, "sample")} would decide it if what was observed keeps its proportions.`];
}
function sentenceOfLeaning(leaning) {
	switch (leaning) {
		case "pass": return "The observed value lies within the limit, and the data are fine enough to lean on it: it does not block.";
		case "regression": return "The observed value lies beyond the limit, and the data are fine enough to lean on it: it blocks.";
		case "none": return "The data are too few to lean on the observed value: silence is no evidence, so it blocks.";
	}
}
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, evidence, candidate) {
	const { declaration, scores } = metric;
	const missing = scores.length - (evidence?.n ?? scores.length);
	const found = [];
	if (missing > 0) found.push(`${countOf(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
	if (evidence?.sparse) found.push("Fewer than ten independent samples differ, so one more at the worst possible value was assumed.");
	if (declaration.direction === "higher_is_better" && candidate !== null && candidate.value === 0 && candidate.stderr === 0) found.push(`Every one of the candidate's ${countOf(candidate.n, "sample")} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`);
	if (declaration.weak) found.push(`${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`);
	return found;
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	const comparison = comparisons.find(({ task }) => task === gate.task);
	if (comparison === void 0) return invalidGate(gate, null, [sentenceOfUnknownTask(gate.task, comparisons)]);
	const metric = findMetric(gate, comparison);
	const hard = comparison.mismatches.filter(({ severity }) => severity === "hard");
	const scores = "refusal" in metric ? null : metric;
	if (hard.length > 0) return invalidGate(gate, scores, hard.map(sentenceOfMismatch));
	if ("refusal" in metric) return invalidGate(gate, null, [metric.refusal]);
	return judgeMetric(gate, metric, comparison.limited, policy);
}
function findMetric(gate, comparison) {
	const named = comparison.metrics.filter(({ declaration }) => declaration.name === gate.metric);
	const chosen = gate.filter === void 0 ? named : named.filter(({ filter }) => filter === gate.filter);
	const [only, ...others] = chosen;
	if (only === void 0) {
		const name = gate.filter === void 0 ? gate.metric : `${gate.metric},${gate.filter}`;
		return { refusal: sentenceOfUnknownMetric(name, comparison) };
	}
	return others.length === 0 ? only : { refusal: sentenceOfAmbiguousMetric(gate.metric, chosen) };
}
function judgeMetric(gate, metric, limited, policy) {
	if (metric.declaration.kind === "corpus") return invalidGate(gate, metric, [sentenceOfCorpusMetric(gate.metric)]);
	const read = subjectOf(gate) === "delta" ? DELTA.read : CANDIDATE.read;
	const usable = metric.scores.filter((score) => read(score) !== null).length;
	const minimum = policy.minCoverage.value;
	if (usable === 0 || usable < minimum * metric.scores.length) return invalidGate(gate, metric, [sentenceOfCoverage(usable, metric.scores.length, minimum)]);
	if (gate.rule === "no_regression_by_group") return judgeByGroup(gate, metric, policy);
	if (limited && policy.target.value === "benchmark") return invalidGate(gate, metric, [sentenceOfCap(gate.task)]);
	const claim = claimOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	if ("refusal" in claim) return invalidGate(gate, metric, [claim.refusal]);
	const alpha = policy.alpha.value;
	const facts = factsOf(gate, metric, claim, alpha);
	if (facts.candidate === null) return invalidGate(gate, metric, [sentenceOfNoValue(gate.metric)]);
	const evidence = subjectOf(gate) === "delta" ? deltaEvidence(metric) : candidateEvidence(metric);
	const isWhole = !limited && usable === metric.scores.length;
	const judgement = evidence === null ? null : judge$1(claim, evidence, alpha, chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
	const reasons = [...sentences(gate, facts, metric, claim, judgement, policy), ...cautions(metric, evidence, facts.candidate)];
	return judgedGate(gate, facts, claim, judgement, metric, reasons, policy);
}
function sentences(gate, { baseline, candidate, delta }, metric, claim, judgement, policy) {
	const name = `${gate.metric} on ${gate.task}`;
	const observed = claim.about === "candidate" && candidate !== null ? [sentenceOfValue(name, candidate, boundOf(claim, judgement, metric, policy.alpha.value), metric)] : baseline !== null && candidate !== null && delta !== null ? [sentenceOfDelta(name, baseline, candidate, delta, metric)] : [];
	if (judgement === null) return [...observed, NO_INTERVAL];
	const undecided = judgement.verdict !== "inconclusive" ? [] : [...sentenceOfNeeded(judgement.needed), ...policy.onInconclusive.value === "lean" && gate.tier === "blocking" ? [sentenceOfLeaning(judgement.leaning)] : []];
	return [
		...observed,
		sentenceOfVerdict(judgement, claim),
		...undecided
	];
}

// src/decide/decide.ts
/**
* Judges every gate and joins the blocking ones. Pure: the same samples and policy give the same decision, byte for byte.
*
* All blocking gates must pass for the whole to pass, each tested at the policy's α: an intersection-union test, whose
* error is at most α without a correction (Berger 1982). One proven regression fails the whole; that is not corrected
* either, because with a margin an unchanged model is failed far more rarely than α.
*/
function decide({ comparisons, gates, policy }) {
	const results = gates.map((gate) => judgeGate(gate, comparisons, policy)).sort(worstFirst$1);
	const blocking = results.filter(({ tier }) => tier === "blocking");
	const strays = strayMismatches(comparisons, gates);
	const verdict = join$1([...blocking.map((gate) => gate.verdict), ...strays.length > 0 ? ["invalid"] : []]);
	const blocked = blocking.some((gate) => gate.blocks) || verdict === "invalid";
	return {
		verdict,
		blocked,
		exitCode: exitCodeOf(verdict, blocked),
		reasons: [headline$1(verdict, blocked, blocking, gates.length, policy), ...strays],
		gates: results
	};
}
function worstFirst$1(a, b) {
	const rank = ({ tier, verdict }) => (tier === "blocking" ? VERDICTS.length : 0) + VERDICTS.indexOf(verdict);
	return rank(b) - rank(a);
}
/**
* Tasks that cannot be compared and that no gate speaks of. They were asked for, so that silence about them would be a
* pass by omission; only tasks whose gates are all advisory may be broken without blocking.
*/
function strayMismatches(comparisons, gates) {
	const gated = new Set(gates.map((gate) => gate.task));
	return comparisons.filter(({ task }) => !gated.has(task)).flatMap(({ mismatches }) => mismatches.filter(({ severity }) => severity === "hard")).map(sentenceOfMismatch);
}
function exitCodeOf(verdict, blocked) {
	if (!blocked) return EXIT_CODES.notBlocked;
	switch (verdict) {
		case "regression": return EXIT_CODES.regression;
		case "inconclusive": return EXIT_CODES.inconclusiveAndBlocked;
		case "invalid": return EXIT_CODES.invalid;
		case "pass": throw new Error("a pass never blocks");
		default: return assertNever(verdict);
	}
}
function headline$1(verdict, blocked, blocking, gateCount, policy) {
	if (gateCount === 0) return "There are no gates, so nothing was judged: add a threshold or a gate to the config.";
	if (blocking.length === 0) return "All gates are advisory, so nothing was judged that could pass: make at least one of them blocking.";
	const deciding = blocking.filter((gate) => gate.verdict === verdict).map(({ id }) => id);
	const share = `${deciding.length} of ${blocking.length} blocking gates`;
	const which = deciding.length === 0 ? "" : `: ${deciding.join(", ")}`;
	switch (verdict) {
		case "pass": return blocking.length === 1 ? "The blocking gate holds." : `All ${blocking.length} blocking gates hold.`;
		case "regression": return `A regression is proven on ${share}${which}.`;
		case "inconclusive": return `The data do not decide ${share}, and with on_inconclusive: ${policy.onInconclusive.value} that ${blocked ? "blocks" : "does not block"}${which}.`;
		case "invalid": return deciding.length === 0 ? "A task that no gate speaks of cannot be compared." : `${share} could not be judged${which}.`;
		default: return assertNever(verdict);
	}
}

// src/report/order.ts
/**
* How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
* Null where a number is missing. For ranking only: it says nothing of certainty.
*/
function slack(gate) {
	const { margin } = gate;
	if (margin === null) return null;
	const share = (distance, size) => distance / (size === 0 ? 1 : size);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			if (gate.delta === null || gate.direction === null) return null;
			const gain = gate.direction === "higher_is_better" ? gate.delta.value : -gate.delta.value;
			return gate.rule === "max_drop" ? share(gain + margin, margin) : share(gain - margin, margin);
		}
		case "ceiling": return gate.candidate === null ? null : share(margin - gate.candidate.value, margin);
		case "floor": return gate.candidate === null ? null : share(gate.candidate.value - margin, 1 - margin);
		case "no_regression_by_group": return null;
		default: return assertNever(gate.rule);
	}
}
/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
function worstFirst(gates) {
	const tier = (gate) => gate.tier === "blocking" ? 0 : 1;
	const severity = (gate) => -VERDICTS.indexOf(gate.verdict);
	const room = (gate) => slack(gate) ?? Number.NEGATIVE_INFINITY;
	return [...gates].sort((a, b) => tier(a) - tier(b) || severity(a) - severity(b) || (room(a) === room(b) ? 0 : room(a) - room(b)) || (a.id < b.id ? -1 : 1));
}

// src/report/headline.ts
const VERDICT_WORDS = {
	pass: {
		word: "Pass",
		symbol: "✅"
	},
	regression: {
		word: "Regression",
		symbol: "❌"
	},
	inconclusive: {
		word: "Inconclusive",
		symbol: "⚠️"
	},
	invalid: {
		word: "Invalid",
		symbol: "⛔"
	}
};
/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
function verdictLabel(verdict) {
	const { word, symbol } = VERDICT_WORDS[verdict];
	return `${word.toUpperCase()} ${symbol}`;
}
const nameOf = (gate) => code(metricName(gate));
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null ? [] : say` (${formatLevel$1(gate.delta.level)} interval ${text})`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return say`has no delta`;
	if (delta.value === 0) return say`did not move`;
	return delta.value < 0 ? say`fell by ${formatSize$1(delta.value, unit)}` : say`rose by ${formatSize$1(delta.value, unit)}`;
}
/** The bad way, in words. */
function worsening({ direction }) {
	return direction === "lower_is_better" ? "rise" : "drop";
}
/** `0.1 % (95 % upper bound 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }) {
	if (candidate === null) return say`${NOT_AVAILABLE}`;
	const observed = say`${formatValue$1(candidate.value, unit)}`;
	if (bound === null) return observed;
	return say`${observed} (${formatLevel$1(bound.level)} ${bound.side} bound ${formatValue$1(bound.value, unit)})`;
}
/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
function gateSentence(gate) {
	const limit = code(gate.limit);
	if (gate.verdict === "invalid") return say`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? "no reason was recorded"}`;
	if (gate.verdict === "inconclusive") return undecidedSentence(gate);
	const held = gate.verdict === "pass";
	switch (gate.rule) {
		case "max_drop": {
			const tail = held ? say`within the allowed ${worsening(gate)} of ${limit}` : say`more than the allowed ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "min_gain": {
			const tail = held ? say`at least the required gain of ${limit}` : say`short of the required gain of ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "ceiling": return held ? say`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}` : say`${nameOf(gate)} is ${value(gate)}, above its ceiling of ${limit}`;
		case "floor": return held ? say`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}` : say`${nameOf(gate)} is ${value(gate)}, below its floor of ${limit}`;
		case "no_regression_by_group": return held ? say`no group of ${nameOf(gate)} is proven to be worse by more than ${limit}` : say`groups of ${nameOf(gate)} are proven to be worse by more than ${limit}`;
		default: return assertNever(gate.rule);
	}
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	const limit = code(gate.limit);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			const observed = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
			const question = gate.rule === "max_drop" ? say`whether ${name} got worse by more than ${limit}` : say`whether ${name} gained the required ${limit}`;
			return say`${plural(gate.pairs, "paired sample")} cannot tell ${question}: observed ${observed}${interval(gate)}`;
		}
		case "ceiling":
		case "floor": {
			const count = plural(gate.candidate?.n ?? 0, "sample");
			const question = gate.rule === "ceiling" ? say`whether ${name} stays below its ceiling of ${limit}` : say`whether ${name} stays above its floor of ${limit}`;
			return say`${count} cannot tell ${question}: observed ${value(gate)}`;
		}
		case "no_regression_by_group": return say`no group of ${name} is large enough to tell whether it got worse by more than ${limit}`;
		default: return assertNever(gate.rule);
	}
}
/** The one number that decided, in a sentence: what comes after the verdict's own word. */
function headline({ verdict, blocked, gates, reasons }) {
	const blocking = worstFirst(gates).filter((gate) => gate.tier === "blocking");
	const decisive = blocking.filter((gate) => gate.verdict === verdict);
	const [worst] = decisive;
	switch (verdict) {
		case "invalid": return say`${reasons[0] ?? worst?.reasons[0] ?? "no gate was judged"}`;
		case "regression": {
			const others = decisive.length - 1;
			const more = others > 0 ? say` ${plural(others, "more gate")} regressed.` : [];
			return worst === void 0 ? say`a gate regressed.` : say`${gateSentence(worst)}.${more}`;
		}
		case "inconclusive": {
			const effect = blocked ? say` Undecided blocks here.` : say` This does not block the merge.`;
			return worst === void 0 ? say`a gate is undecided.${effect}` : say`${gateSentence(worst)}.${effect}`;
		}
		case "pass": {
			const count = plural(blocking.length, "blocking gate");
			const holds = blocking.length === 1 ? "holds" : "hold";
			return worst === void 0 ? say`${count} ${holds}.` : say`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
		}
		default: return assertNever(verdict);
	}
}
/** `Regression: facts/acc fell by …`. */
function summaryLine(facts) {
	return [{
		kind: "ours",
		text: `${VERDICT_WORDS[facts.verdict].word}: `
	}, ...headline(facts)];
}
/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates, tier) {
	const words = {
		invalid: (count) => `${count} could not be judged`,
		regression: (count) => `${count} regressed`,
		inconclusive: (count) => `${count} ${count === 1 ? "is" : "are"} undecided`,
		pass: (count) => `${count} ${count === 1 ? "holds" : "hold"}`
	};
	const parts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = gates.filter((gate) => gate.verdict === verdict).length;
		return count === 0 ? [] : [words[verdict](count)];
	});
	const last = parts.pop() ?? "";
	const listed = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
	return `of ${plural(gates.length, `${tier} gate`)}, ${listed}`;
}
/** `Of 3 blocking gates, 1 regressed and 2 hold; of 1 advisory gate, 1 holds.` */
function tally(gates) {
	const parts = ["blocking", "advisory"].flatMap((tier) => {
		const members = gates.filter((gate) => gate.tier === tier);
		return members.length === 0 ? [] : [tallyTier(members, tier)];
	});
	const text = parts.length === 0 ? "no gate was judged" : parts.join("; ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// src/report/build.ts
function exitCode(verdict, blocked) {
	if (verdict === "invalid") return EXIT_CODES.invalid;
	if (verdict === "regression") return EXIT_CODES.regression;
	return blocked ? EXIT_CODES.inconclusiveAndBlocked : EXIT_CODES.notBlocked;
}
/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates }) {
	if ((verdict === "regression" || verdict === "invalid") && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
	if (verdict === "pass" && blocked) throw new Error("a pass that blocks");
	if (verdict !== "invalid" && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
	if (!blocked && gates.some((gate) => gate.blocks)) throw new Error("a gate blocks, the verdict does not");
}
/**
* The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
* @throws Error when the decision contradicts itself
*/
function buildVerdictFile(facts) {
	assertConsistent(facts);
	const gates = worstFirst(facts.gates);
	return {
		...facts,
		schemaVersion: 1,
		exitCode: exitCode(facts.verdict, facts.blocked),
		summary: toPlain(summaryLine({
			...facts,
			gates
		})),
		gates
	};
}
/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
function invalidateVerdict(file, reason) {
	return buildVerdictFile({
		...file,
		verdict: "invalid",
		blocked: true,
		reasons: [reason, ...file.reasons]
	});
}

// src/report/facts.ts
/** Everything the verdict file says, gathered from what the earlier phases found. */
function verdictFacts(sources) {
	const { runs, comparisons, decision } = sources;
	const all = [...runs.baseline, ...runs.candidate];
	const usage = all.flatMap(({ samples }) => samples.flatMap((sample) => sample.usage ?? []));
	return {
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		candidate: modelOf(runs.candidate),
		baseline: modelOf(runs.baseline),
		policy: policyOf(sources),
		gates: decision.gates,
		comparability: comparisons.flatMap(({ mismatches }) => mismatches),
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		cost: {
			samples: {
				planned: total(all, ({ record }) => record.planned),
				evaluated: total(all, ({ samples }) => samples.length)
			},
			tokens: {
				prompt: total(usage, (each) => each.prompt_tokens),
				output: total(usage, (each) => each.output_tokens)
			}
		},
		provenance: {
			weighbridge: sources.version,
			config: sources.config,
			fingerprints: fingerprintsOf(runs)
		}
	};
}
const total = (items, count) => items.reduce((sum, item) => sum + count(item), 0);
/** The model all runs of a side share; null when there is none, or no single one. */
function modelOf(runs) {
	const models = runs.map(({ record }) => record.model);
	const [first] = models;
	return first !== void 0 && models.every(({ digest }) => digest === first.digest) ? first : null;
}
function policyOf({ policy, gates, comparisons }) {
	const unitOf = ({ task, metric }) => {
		return (comparisons.find((each) => each.task === task)?.metrics)?.find(({ declaration }) => declaration.name === metric)?.declaration.unit === "rate" ? "rate" : "other";
	};
	return {
		...policy,
		limits: Object.fromEntries(gates.map((gate) => [gate.id, {
			value: describeLimit(gate, unitOf(gate)),
			source: gate.source
		}]))
	};
}
function fingerprintsOf({ baseline, candidate }) {
	const find = (runs, task) => runs.find(({ record }) => record.task === task)?.record.fingerprint ?? null;
	const tasks = new Set([...baseline, ...candidate].map(({ record }) => record.task));
	return Object.fromEntries([...tasks].sort().map((task) => [task, {
		baseline: find(baseline, task),
		candidate: find(candidate, task)
	}]));
}

// src/report/columns.ts
const estimate = (gate, side) => side === null ? say`${NOT_AVAILABLE}` : say`${formatValue$1(side.value, gate.unit)}`;
/** With the bound that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate(gate, gate.candidate);
	if (gate.bound === null) return value;
	const words = gate.bound.side === "upper" ? "at most" : "at least";
	return say`${value} (${words} ${formatValue$1(gate.bound.value, gate.unit)})`;
}
/** The level all intervals share; null when they differ, and each says its own. */
function commonLevel(gates) {
	const levels = new Set(gates.flatMap(({ delta }) => delta === null ? [] : [delta.level]));
	const [level] = levels;
	return levels.size === 1 && level !== void 0 ? level : null;
}
function deltaCell(delta, unit) {
	if (delta === null) return say`${NOT_AVAILABLE}`;
	const interval = formatInterval(delta, unit);
	const change = formatChange(delta.value, unit);
	return interval === null ? say`${change}` : say`${change} (${interval})`;
}
/** A limit as a rule one can read aloud. */
function limitWords({ rule, limit, direction }) {
	switch (rule) {
		case "max_drop": return direction === "lower_is_better" ? say`may rise ${code(limit)}` : say`may drop ${code(limit)}`;
		case "min_gain": return say`must gain ${code(limit)}`;
		case "ceiling": return say`at most ${code(limit)}`;
		case "floor": return say`at least ${code(limit)}`;
		case "no_regression_by_group": return say`no group may ${direction === "lower_is_better" ? "rise" : "drop"} ${code(limit)}`;
		default: return assertNever(rule);
	}
}
function verdictCell(gate) {
	const label = [{
		kind: "ours",
		text: verdictLabel(gate.verdict)
	}];
	if (gate.tier === "advisory") return say`${label} advisory`;
	if (gate.verdict !== "inconclusive") return label;
	if (gate.blocks) return say`${label} blocks`;
	return gate.leaning === "pass" ? say`${label} leans pass` : say`${label} does not block`;
}
/** The one table, for every renderer: at most six columns, so that it fits a phone. */
const GATE_COLUMNS = [
	{
		title: () => say`Gate`,
		align: "left",
		cell: (gate) => code(metricName(gate))
	},
	{
		title: () => say`Baseline`,
		align: "right",
		cell: (gate) => estimate(gate, gate.baseline)
	},
	{
		title: () => say`Candidate`,
		align: "right",
		cell: candidateCell
	},
	{
		title: (gates) => {
			const level = commonLevel(gates);
			return level === null ? say`Delta (interval)` : say`Delta (${formatLevel$1(level)} interval)`;
		},
		align: "right",
		cell: (gate) => deltaCell(gate.delta, gate.unit)
	},
	{
		title: () => say`Limit`,
		align: "left",
		cell: limitWords
	},
	{
		title: () => say`Verdict`,
		align: "left",
		cell: verdictCell
	}
];

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < mostCellsPerRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					if (size % 2) {
						before = " ".repeat(size / 2 + .5);
						after = " ".repeat(size / 2 - .5);
					} else {
						before = " ".repeat(size / 2);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/table.ts
/** A GitHub-flavoured table without padding: a long one costs 40 % less of the comment's budget. */
function renderTable(columns, rows) {
	const header = columns.map((column) => toMarkdown(column.title(rows)));
	const body = rows.map((row) => columns.map((column) => toMarkdown(column.cell(row))));
	return markdownTable([header, ...body], {
		align: columns.map(({ align }) => align === "right" ? "r" : "l"),
		alignDelimiters: false,
		padding: true
	});
}
/** A folded section. The blank line after the summary is what makes GitHub render the body as Markdown. */
function folded(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

// src/report/sections/compared.ts
function modelLine(side, model) {
	if (model === null) return `- **${side}**: unknown, no run of it could be read`;
	const facts = [code(model.source), code(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(say`adapter ${code(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code(model.architecture));
	if (model.parameter_count !== null) facts.push(say`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code(model.quantization));
	return `- **${side}**: ${facts.map(toMarkdown).join(", ")}`;
}
const done = ({ planned, evaluated }) => planned === evaluated ? say`${formatCount(evaluated)}` : say`${formatCount(evaluated)} of ${formatCount(planned)}`;
function taskTable(tasks) {
	return renderTable([
		{
			title: () => say`Task`,
			align: "left",
			cell: ({ task }) => code(task)
		},
		{
			title: () => say`Role`,
			align: "left",
			cell: ({ role }) => say`${role}`
		},
		{
			title: () => say`Baseline samples`,
			align: "right",
			cell: ({ samples }) => done(samples.baseline)
		},
		{
			title: () => say`Candidate samples`,
			align: "right",
			cell: ({ samples }) => done(samples.candidate)
		},
		{
			title: () => say`Paired`,
			align: "right",
			cell: ({ pairs }) => say`${formatCount(pairs)}`
		}
	], tasks);
}
const from = (sourced) => say` (${code(formatSource(sourced.source))})`;
function policyLines({ gates, policy }) {
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : from(sourced);
		return say`${code(gate.id)} ${limitWords(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage } = policy;
	const rules = [
		say`Each claim may be wrong with probability ${code(`alpha: ${alpha.value}`)}${from(alpha)}`,
		say`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${from(onInconclusive)}`,
		say`The verdict speaks of: ${code(`target: ${target.value}`)}${from(target)}`,
		say`Least share of samples paired and scored: ${formatLevel$1(minCoverage.value)}${from(minCoverage)}`
	];
	return [...limits, ...rules].map((line) => `- ${toMarkdown(line)}`);
}
function settingLines({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		const settings = Object.entries(sides.candidate ?? sides.baseline ?? {}).filter(([, value]) => value !== null).map(([field, value]) => toMarkdown(code(`${field}: ${formatDigest(String(value))}`)));
		return `- ${toMarkdown(code(task))}: ${settings.length === 0 ? "no settings recorded" : settings.join(" ")}`;
	});
}
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file) {
	const { config, weighbridge } = file.provenance;
	const blocks = [[modelLine("Baseline", file.baseline), modelLine("Candidate", file.candidate)].join("\n")];
	if (file.tasks.length > 0) blocks.push(taskTable(file.tasks));
	if (file.comparability.length > 0) {
		const lines = file.comparability.map((mismatch) => {
			return `- **${mismatch.severity === "hard" ? "Not comparable" : "Differs"}** ${toMarkdown(mismatchSentence(mismatch))}`;
		});
		blocks.push(`**Differences between the two runs**\n\n${lines.join("\n")}`);
	}
	blocks.push(`**Limits and policy, with where each came from**\n\n${policyLines(file).join("\n")}`);
	const settings = settingLines(file);
	if (settings.length > 0) blocks.push(`**Settings of each task**\n\n${settings.join("\n")}`);
	const digest = config.digest === null ? [] : say`, config digest ${code(formatDigest(config.digest))}`;
	blocks.push(toMarkdown(say`Judged by Weighbridge ${code(weighbridge)}${digest}.`));
	return folded("What was compared", blocks.join("\n\n"));
}

// src/report/reproduce.ts
const RULE_FLAGS = {
	max_drop: "--max-drop",
	min_gain: "--min-gain",
	ceiling: "--ceiling",
	floor: "--floor"
};
/** Groups are gated in the config alone. */
function hasFlag(rule) {
	return rule in RULE_FLAGS;
}
/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text) {
	const word = oneLine(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** The command that comes to the same verdict on another machine, limits given as inputs or flags included. */
function reproduceCommand({ candidate, baseline, gates, policy, provenance }) {
	const words = ["weighbridge", "run"];
	if (provenance.config.file !== null) words.push("--config", provenance.config.file);
	if (baseline !== null) words.push("--baseline", baseline.source);
	if (candidate !== null) words.push("--candidate", candidate.source);
	for (const { id, task, metric, rule, limit } of gates) {
		const source = policy.limits[id]?.source.kind;
		if (hasFlag(rule) && (source === "input" || source === "flag")) words.push(RULE_FLAGS[rule], `${task}/${metric}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}

// src/report/sections/cost.ts
function costSection({ cost: { samples, tokens } }, elapsedSeconds) {
	const time = elapsedSeconds === null ? "" : ` It took ${formatDuration(elapsedSeconds)}.`;
	const asked = `${formatCount(samples.evaluated)} of ${plural(samples.planned, "planned sample")} evaluated, both sides together`;
	const used = `${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}`;
	return folded("Cost", `${asked}: ${used}.${time}`);
}
function reproduceSection(file) {
	return folded("Reproduce locally", `In a clone at this commit, with the checkpoints in place:\n\n${fenced(reproduceCommand(file), {
		length: 4e3,
		language: "sh"
	})}`);
}

// src/report/sections/flips.ts
function groupTable(metric, limit) {
	const shown = metric.groups.slice(0, limit);
	if (shown.length === 0) return null;
	const table = renderTable([
		{
			title: () => say`Group`,
			align: "left",
			cell: ({ group }) => code(group)
		},
		{
			title: () => say`Pairs`,
			align: "right",
			cell: ({ pairs }) => say`${formatCount(pairs)}`
		},
		{
			title: () => say`Delta`,
			align: "right",
			cell: ({ delta }) => say`${formatChange(delta, metric.unit)}`
		}
	], shown);
	const left = metric.groups.length - shown.length;
	return left === 0 ? table : `${table}\n\n${plural(left, "more group")} fell less or rose.`;
}
function regressed(flip, direction) {
	const change = flip.candidate.score - flip.baseline.score;
	return direction === "higher_is_better" ? change < 0 : change > 0;
}
function score(value) {
	return String(Number(value.toPrecision(4))).replace("-", "−");
}
function output(who, text, length) {
	if (text === null) return `${who}: no output was stored.`;
	return text === "" ? `${who}: an empty output.` : `${who}:\n\n${fenced(text, { length })}`;
}
function flipBlock({ id, group, baseline, candidate }, length) {
	const where = group === null ? [] : say` in ${code(group)}`;
	const scores = say`${code(id)}${where}: score ${score(baseline.score)} → ${score(candidate.score)}`;
	if (baseline.output === null && candidate.output === null) return `**Sample** ${toMarkdown(scores)}`;
	return [
		`**Sample** ${toMarkdown(scores)}`,
		output("Baseline", baseline.output, length),
		output("Candidate", candidate.output, length)
	].join("\n\n");
}
/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;
const isShort = ({ baseline, candidate }) => [baseline.output, candidate.output].every((text) => text === null || text.length <= CELL_LENGTH && !text.trim().includes("\n"));
const said = (text) => text === null ? [] : text.trim() === "" ? say`(empty)` : code(text.trim());
const SAMPLE = {
	title: () => say`Sample`,
	align: "left",
	cell: ({ id }) => code(id)
};
const GROUP = {
	title: () => say`Group`,
	align: "left",
	cell: ({ group }) => group === null ? [] : code(group)
};
const OUTPUTS = [{
	title: () => say`Baseline said`,
	align: "left",
	cell: ({ baseline }) => said(baseline.output)
}, {
	title: () => say`Candidate said`,
	align: "left",
	cell: ({ candidate }) => said(candidate.output)
}];
const SCORES = [{
	title: () => say`Baseline`,
	align: "right",
	cell: ({ baseline }) => say`${score(baseline.score)}`
}, {
	title: () => say`Candidate`,
	align: "right",
	cell: ({ candidate }) => say`${score(candidate.score)}`
}];
/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(flips) {
	const group = flips.some((flip) => flip.group !== null) ? [GROUP] : [];
	const silent = flips.every(({ baseline, candidate }) => baseline.output === null && candidate.output === null);
	return renderTable([
		SAMPLE,
		...group,
		...silent ? SCORES : OUTPUTS
	], flips);
}
function taskBlock(task, detail) {
	const metric = task.metrics.find(({ metric: name }) => name === task.primaryMetric);
	if (metric === void 0) return null;
	const worse = task.flips.filter((flip) => regressed(flip, metric.direction));
	const better = detail.improved ? task.flips.filter((flip) => !regressed(flip, metric.direction)) : [];
	const groups = groupTable(metric, detail.groups);
	if (worse.length === 0 && better.length === 0 && groups === null) return null;
	const counts = metric.flips === null ? say`scores that moved most` : say`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
	const blocks = [`#### ${toMarkdown(say`${code(`${task.task}/${metric.metric}`)}: ${counts}`)}`];
	if (groups !== null) blocks.push(groups);
	for (const [title, flips, total] of [[
		"Got worse",
		worse,
		metric.flips?.regressed
	], [
		"Got better",
		better,
		metric.flips?.improved
	]]) {
		const shown = flips.slice(0, detail.samples);
		if (shown.length === 0) continue;
		const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
		blocks.push(`**${title}** (${shown.length}${all} shown)`);
		blocks.push(...shown.every(isShort) ? [flipTable(shown)] : shown.map((flip) => flipBlock(flip, detail.outputLength)));
	}
	return blocks.join("\n\n");
}
/** Which groups and samples changed, the worst first; model text stays inside fences. */
function flipsSection({ tasks }, detail) {
	const blocks = tasks.flatMap((task) => taskBlock(task, detail) ?? []);
	return blocks.length === 0 ? null : folded("Which groups and samples changed", blocks.join("\n\n"));
}

// src/report/sections/undecided.ts
/** What would settle it. */
function cure(gate) {
	const compared = Math.max(gate.pairs, gate.candidate?.n ?? 0);
	if (gate.needed === null) return say`No number of samples can be named that would decide it.`;
	const missing = gate.needed - compared;
	const more = missing > 0 ? say`, ${formatCount(missing)} more than now` : [];
	return say`About ${plural(gate.needed, "sample")} would decide it if the observed rates hold${more}.`;
}
function evidence(gate) {
	const parts = [];
	const { test, minimumDetectable } = gate;
	if (test !== null && test.pSafe !== null) parts.push(say` Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
	if (test !== null && test.pWorse !== null) parts.push(say` Evidence that it is beyond: ${formatP(test.pWorse)}.`);
	if (minimumDetectable !== null) {
		const size = formatSize$1(minimumDetectable, gate.unit);
		parts.push(say` A true change of ${size} would have shown with 90 % probability.`);
	}
	return parts.flat();
}
function effect(gate, onInconclusive) {
	if (gate.tier === "advisory") return say`It is advisory and never blocks.`;
	const policy = code(`on_inconclusive: ${onInconclusive}`);
	switch (onInconclusive) {
		case "block": return say`It blocks: ${policy} lets only proof merge.`;
		case "warn": return say`It does not block: ${policy}.`;
		case "lean":
			if (gate.leaning === "none" || gate.leaning === null) return say`It blocks: the samples are too few to resolve the limit at all, and silence is no evidence (${policy}).`;
			return gate.leaning === "pass" ? say`It does not block: the observed value is inside the limit and the samples can resolve it (${policy}).` : say`It blocks: the observed value is beyond the limit (${policy}).`;
		default: return assertNever(onInconclusive);
	}
}
/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
function undecidedSection({ gates, policy }) {
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive");
	if (undecided.length === 0) return null;
	const items = undecided.map((gate) => {
		const reasons = gate.reasons.flatMap((reason) => say` ${reason}`);
		const line = say`${gateSentence(gate)}.${evidence(gate)} ${cure(gate)} ${effect(gate, policy.onInconclusive.value)}${reasons}`;
		return `- **${toMarkdown(code(metricName(gate)))}** ${toMarkdown(line)}`;
	});
	const title = undecided.length === 1 ? "Why one gate is undecided" : `Why ${undecided.length} gates are undecided`;
	return folded(`${title}, and how many samples would decide`, items.join("\n"));
}

// src/report/markdown.ts
/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
const COMMENT_BYTES = 6e4;
/** A job summary may have 1 MiB. */
const SUMMARY_BYTES = 1e6;
const FULL = {
	samples: 10,
	improved: true,
	groups: 20,
	outputLength: 1e3
};
const LADDER = [
	{
		name: "full",
		flips: FULL,
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "regressed flips only",
		flips: {
			...FULL,
			improved: false
		},
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "fewer flips",
		flips: {
			samples: 3,
			improved: false,
			groups: 5,
			outputLength: 300
		},
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "no flips",
		flips: null,
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "worst gates",
		flips: null,
		gates: 25,
		sections: false
	},
	{
		name: "verdict and link",
		flips: null,
		gates: 0,
		sections: false
	}
];
function checkpoints({ candidate, baseline }) {
	if (candidate === null || baseline === null) return [];
	const side = ({ source, digest }) => say`${code(source)} (${code(formatDigest(digest))})`;
	return say` Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
}
function status(file) {
	return `${file.blocked ? "**This blocks the merge.**" : "**This does not block the merge.**"}${file.gates.some((gate) => gate.verdict !== "pass") ? ` ${tally(file.gates)}` : ""}${toMarkdown(checkpoints(file))}`;
}
const FAULTS_SHOWN = 20;
function faultList(file) {
	if (file.verdict !== "invalid") return null;
	const { wrong, remedies } = faults(file);
	const list = (title, items) => items.length === 0 ? [] : [`**${title}**\n\n${items.slice(0, FAULTS_SHOWN).map((item) => `- ${item}`).join("\n")}`];
	return [...list("What is wrong", wrong.map(toMarkdown)), ...list("Who must do what", remedies.map(({ who, what }) => `**${who}:** ${toMarkdown(what)}`))].join("\n\n");
}
function gateTable(gates, limit) {
	const shown = gates.slice(0, limit);
	if (shown.length === 0) return null;
	const left = gates.length - shown.length;
	const table = renderTable(GATE_COLUMNS, shown);
	return left === 0 ? table : `${table}\n\n${plural(left, "more gate")}, none worse than those above, left out for length.`;
}
/** Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function links({ artifactUrl, runUrl }) {
	const safe = (url) => url !== null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url);
	const parts = [...safe(artifactUrl) ? [`[All samples and the full report](${artifactUrl})`] : [], ...safe(runUrl) ? [`[workflow run](${runUrl})`] : []];
	return parts.length === 0 ? null : parts.join(" · ");
}
function renderRung(file, context, rung) {
	return `${[
		`**${verdictLabel(file.verdict)}** ${toMarkdown(headline(file))}`,
		status(file),
		rung.gates === 0 ? null : faultList(file),
		gateTable(file.gates, rung.gates),
		rung === LADDER[0] ? null : `Shortened to fit (${rung.name}).`,
		links(context),
		...rung.sections ? [
			undecidedSection(file),
			rung.flips === null ? null : flipsSection(file, rung.flips),
			comparedSection(file),
			costSection(file, context.elapsedSeconds),
			reproduceSection(file)
		] : []
	].filter((block) => block !== null && block !== "").join("\n\n")}\n`;
}
const encoder = new TextEncoder();
/**
* The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
* it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
*/
function renderMarkdown(file, context, bytes) {
	for (const rung of LADDER) {
		const markdown = renderRung(file, context, rung);
		if (encoder.encode(markdown).length <= bytes) return {
			markdown,
			rung: rung.name
		};
	}
	throw new Error(`not even the verdict fits into ${bytes} bytes`);
}

// src/store/atomic-file.ts
/** Replaces a file so that a reader, or a crash at any moment, sees the old content or the new, never half of it. */
async function writeAtomically(file, content) {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		const handle = await open(temporary, "w");
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	await syncDirectory(dirname(file));
}
/** A rename is on disk once its directory is. */
async function syncDirectory(directory) {
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

// src/store/task-folder.ts
const MAX_FOLDER_BYTES = 200;
/**
* The folder of a task inside its side's folder. One name, one folder: what could leave the folder or mean something to
* a shell is percent-encoded, so that imported names such as `mmlu/anatomy` stay apart.
*
* @throws WeighbridgeError `usage` for names that no folder can have
*/
function taskFolder(name) {
	const fault = faultOf(name);
	if (fault !== null) throw new WeighbridgeError("usage", `a task cannot be called ${JSON.stringify(name)}: ${fault}`, { fix: "Use letters, digits, dot, dash and underscore." });
	return encode(name);
}
function faultOf(name) {
	if (name === "") return "the name is empty";
	if (name === "." || name === "..") return "it is a path";
	if (/\p{Cc}/u.test(name)) return "it has control characters";
	if (/\p{Cs}/u.test(name)) return "it is not well-formed Unicode";
	if (encode(name).length > MAX_FOLDER_BYTES) return `it is longer than ${MAX_FOLDER_BYTES} bytes`;
	return null;
}
function encode(name) {
	return encodeURIComponent(name).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

// src/store/layout.ts
const RUN_FILE = "run.json";
const SAMPLES_FILE = "samples.jsonl";
/** Where runs go that a later evaluation could not continue: nothing is ever deleted. */
const SUPERSEDED = "superseded";
function runFolder(out, side, task) {
	return join(out, side, taskFolder(task));
}

// src/store/lines.ts
/** A line of a sample file holds one answer and its scores; a longer one is no sample. */
const MAX_LINE_BYTES = 67108864;
const CHUNK_BYTES = 1048576;
const NEWLINE = 10;
/**
* Lines of a UTF-8 file, read in chunks. `node:readline` is half as fast, decodes bad bytes in silence and knows no
* longest line.
*
* @throws WeighbridgeError `data` for a line that is too long or not UTF-8
*/
async function* readLines(file, maxBytes = MAX_LINE_BYTES) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let parts = [];
	let length = 0;
	let number = 1;
	let end = 0;
	const take = (whole) => {
		const bytes = Buffer.concat(parts, length);
		end += length + (whole ? 1 : 0);
		parts = [];
		length = 0;
		const at = {
			file,
			line: number
		};
		number += 1;
		if (!whole) return {
			number: at.line,
			text: "",
			end,
			whole
		};
		try {
			return {
				number: at.line,
				text: decoder.decode(bytes),
				end,
				whole
			};
		} catch (cause) {
			throw new WeighbridgeError("data", "the line is not UTF-8", {
				at,
				cause
			});
		}
	};
	const add = (bytes) => {
		parts.push(bytes);
		length += bytes.length;
		if (length <= maxBytes) return;
		throw new WeighbridgeError("data", `the line is longer than ${maxBytes} bytes`, { at: {
			file,
			line: number
		} });
	};
	for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
		let start = 0;
		for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
			add(chunk.subarray(start, newline));
			yield take(true);
			start = newline + 1;
		}
		if (start < chunk.length) add(chunk.subarray(start));
	}
	if (length > 0) yield take(false);
}

// src/store/run-record.ts
const text = string().max(4096);
const finite$1 = number().nullable();
const RESERVED = [
	"__proto__",
	"constructor",
	"prototype"
];
const metric = strictObject({
	name: string().min(1).max(200).regex(/^\P{Cc}+$/u).refine((name) => !RESERVED.includes(name), "a metric cannot have this name"),
	direction: _enum(["higher_is_better", "lower_is_better"]),
	kind: _enum([
		"mean",
		"ratio",
		"corpus"
	]),
	unit: _enum([
		"rate",
		"bits_per_byte",
		"perplexity",
		"number"
	]),
	range: strictObject({
		min: finite$1,
		max: finite$1
	}),
	scale: _enum(["linear", "log"]),
	weak: boolean()
});
const fingerprintField = _enum(Object.keys(FINGERPRINT_FIELDS));
/** `run.json` as hostile data. */
const runRecord = strictObject({
	schema_version: literal(1),
	side: _enum(SIDES),
	task: string().min(1).max(200),
	task_role: _enum(TASK_ROLES),
	metrics: array(metric).min(1),
	primary_metric: string(),
	fingerprint: partialRecord(fingerprintField, union([
		text,
		number(),
		boolean(),
		_null()
	])),
	model: strictObject({
		source: text,
		digest: text.min(1),
		adapter_digest: text.nullable(),
		architecture: text.nullable(),
		parameter_count: finite$1,
		quantization: text.nullable()
	}),
	seed: number(),
	planned: int().min(0),
	status: discriminatedUnion("state", [
		strictObject({ state: literal("running") }),
		strictObject({ state: literal("complete") }),
		strictObject({
			state: literal("failed"),
			reason: string().max(65536)
		})
	]),
	started: text,
	finished: text.nullable()
}).superRefine((record, context) => {
	const names = record.metrics.map(({ name }) => name);
	if (new Set(names).size < names.length) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "a metric is declared twice"
	});
	if (!names.includes(record.primary_metric)) context.addIssue({
		code: "custom",
		path: ["primary_metric"],
		message: "not one of the metrics"
	});
});
/** @throws WeighbridgeError `data` naming the file and the key */
function parseRunRecord(source, file) {
	let value;
	try {
		value = JSON.parse(source);
	} catch (cause) {
		throw new WeighbridgeError("data", `not JSON: ${cause.message}`, {
			at: { file },
			cause
		});
	}
	const parsed = runRecord.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", issue?.message ?? "not a run record", {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}
function serializeRunRecord(record) {
	return `${JSON.stringify(record, null, 2)}\n`;
}

// src/store/sample-codec.ts
/**
* One line of `samples.jsonl`, newline included. Keys stand in one order, so that equal evaluations give equal bytes.
*/
function serializeSample(sample) {
	const scores = Object.entries(sample.scores).sort(([left], [right]) => left < right ? -1 : 1).map(([metric, score]) => [metric, ordered(score)]);
	const line = {
		id: sample.id,
		index: sample.index,
		filter: sample.filter,
		input_digest: sample.input_digest,
		target_digest: sample.target_digest,
		scores: Object.fromEntries(scores),
		cluster: sample.cluster,
		group: sample.group,
		weight: sample.weight,
		output: sample.output,
		usage: sample.usage && {
			prompt_tokens: sample.usage.prompt_tokens,
			output_tokens: sample.usage.output_tokens
		}
	};
	return `${JSON.stringify(line)}\n`;
}
function ordered(score) {
	if (typeof score === "number") return finite(score);
	if (isUnscored(score)) return { unscored: score.unscored };
	return {
		numerator: finite(score.numerator),
		denominator: finite(score.denominator)
	};
}
/** JSON.stringify would write NaN as null. */
function finite(value) {
	if (!Number.isFinite(value)) throw new TypeError(`a score of ${value} must be stored as unscored`);
	return value;
}
const KEYS = /* @__PURE__ */ new Set([
	"id",
	"index",
	"filter",
	"input_digest",
	"target_digest",
	"scores",
	"cluster",
	"group",
	"weight",
	"output",
	"usage"
]);
const MAX_NAME_LENGTH = 1024;
/**
* Reads one line as hostile data: every member is checked, nothing unknown is passed on.
*
* Checked by hand and not by a schema because a run may have a million lines.
* @throws WeighbridgeError `data` with file and line
*/
function parseSample(text, metrics, at) {
	const fail = (message, key) => {
		throw new WeighbridgeError("data", message, { at: key === void 0 ? at : {
			...at,
			key
		} });
	};
	const value = parseJson(text, fail);
	const members = isObject(value) ? value : fail("a sample must be an object");
	for (const key of Object.keys(members)) if (!KEYS.has(key)) fail("this key is not known", key);
	const name = (key) => {
		const member = members[key];
		if (typeof member !== "string" || member === "") return fail("must be a text", key);
		if (member.length > MAX_NAME_LENGTH || /\p{Cc}/u.test(member)) return fail("must be short and without control characters", key);
		return member;
	};
	const optionalName = (key) => key in members ? { [key]: name(key) } : {};
	const count = (holder, key) => {
		const member = holder[key];
		return typeof member === "number" && Number.isSafeInteger(member) && member >= 0 ? member : fail("must be a whole number that is not negative", key);
	};
	const { weight, output, usage } = members;
	if (weight !== void 0 && !(typeof weight === "number" && Number.isFinite(weight) && weight > 0)) fail("must be a positive number", "weight");
	if (output !== void 0 && typeof output !== "string") fail("must be a text", "output");
	return {
		id: name("id"),
		index: count(members, "index"),
		...optionalName("filter"),
		input_digest: name("input_digest"),
		target_digest: name("target_digest"),
		scores: parseScores(members.scores, metrics, fail),
		...optionalName("cluster"),
		...optionalName("group"),
		...weight === void 0 ? {} : { weight },
		...output === void 0 ? {} : { output },
		...usage === void 0 ? {} : { usage: parseUsage(usage) }
	};
	function parseUsage(member) {
		const holder = isObject(member) ? member : fail("must be an object", "usage");
		return {
			prompt_tokens: count(holder, "prompt_tokens"),
			output_tokens: count(holder, "output_tokens")
		};
	}
}
function parseJson(text, fail) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return fail(`not JSON: ${error.message}`);
	}
}
/** Only metrics that `run.json` declares are taken over, so no key can reach a prototype. */
function parseScores(value, metrics, fail) {
	const members = isObject(value) ? value : fail("must be an object", "scores");
	const scores = {};
	for (const [metric, score] of Object.entries(members)) {
		const key = `scores.${metric}`;
		scores[metric] = parseScore(score, metrics.get(metric) ?? fail("run.json does not declare this metric", key), (message) => fail(message, key));
	}
	return scores;
}
function parseScore(value, metric, fail) {
	if (isObject(value) && typeof value.unscored === "string" && Object.keys(value).length === 1) return { unscored: value.unscored };
	switch (metric.kind) {
		case "mean": {
			const { min, max } = metric.range;
			if (typeof value !== "number" || !Number.isFinite(value)) return fail("must be a finite number");
			if (value < (min ?? -Infinity) || value > (max ?? Infinity)) return fail("lies outside its range");
			return value;
		}
		case "ratio": {
			const { numerator, denominator } = isObject(value) && Object.keys(value).length === 2 ? value : fail("must be a ratio");
			if (typeof numerator !== "number" || !Number.isFinite(numerator)) return fail("has no finite numerator");
			if (typeof denominator !== "number" || !Number.isFinite(denominator) || denominator < 0) return fail("has no finite denominator");
			const score = {
				numerator,
				denominator
			};
			return isRatio(score) ? score : fail("must be a ratio");
		}
		case "corpus": return fail("a corpus metric has no score a sample");
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/store/reader.ts
const MAX_RUN_FILE_BYTES = 4194304;
/**
* Reads the folder of one task.
*
* @throws WeighbridgeError `data`, with file and line, for anything that is missing, malformed or duplicated
*/
async function readRun(folder, maxLineBytes = MAX_LINE_BYTES) {
	const record = await readRecord(folder);
	const stored = await readSamples(folder, record, maxLineBytes);
	return {
		folder,
		record,
		samples: stored.samples,
		incomplete: shortfall(record, stored)
	};
}
async function readRecord(folder) {
	const file = join(folder, RUN_FILE);
	const source = await attempt$1(file, async () => {
		const { size } = await stat(file);
		if (size > MAX_RUN_FILE_BYTES) throw new WeighbridgeError("data", "too large", { at: { file } });
		return readFile(file, "utf8");
	});
	return parseRunRecord(source, file);
}
async function readSamples(folder, record, maxLineBytes = MAX_LINE_BYTES) {
	const file = join(folder, SAMPLES_FILE);
	const metrics = new Map(record.metrics.map((metric) => [metric.name, metric]));
	const samples = [];
	const lines = /* @__PURE__ */ new Map();
	let wholeBytes = 0;
	let torn = false;
	await attempt$1(file, async () => {
		for await (const line of readLines(file, maxLineBytes)) {
			torn = !line.whole;
			if (torn) break;
			const at = {
				file,
				line: line.number
			};
			const sample = parseSample(line.text, metrics, at);
			const first = lines.get(sampleKey(sample));
			if (first !== void 0) {
				const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first}`;
				throw new WeighbridgeError("data", what, { at });
			}
			lines.set(sampleKey(sample), line.number);
			samples.push(sample);
			wholeBytes = line.end;
		}
	});
	return {
		samples,
		wholeBytes,
		torn
	};
}
function shortfall(record, { samples, torn }) {
	const { status, planned } = record;
	const evaluated = new Set(samples.map(({ id }) => id)).size;
	if (status.state === "failed") return `failed after ${evaluated} of ${planned} samples: ${status.reason}`;
	if (status.state === "running") return `stopped after ${evaluated} of ${planned} samples`;
	if (torn) return "the last line of its samples is torn";
	if (evaluated !== planned) return `says complete with ${evaluated} of ${planned} samples`;
	return planned === 0 ? "has no samples" : null;
}
async function attempt$1(file, read) {
	try {
		return await read();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const message = cause.code === "ENOENT" ? "no such file or folder" : `cannot be read: ${messageOf(cause)}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause
		});
	}
}

// src/store/lock.ts
const LOCK_PREFIX = "writer.lock.";
/** A lock from another machine, as in a restored cache, is dead when its owner has not touched it for this long. */
const FOREIGN_STALE_MS = 9e5;
const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 100;
/**
* Takes the one right to write in a folder; rivals that began at one moment draw lots by waiting.
*
* @throws WeighbridgeError `usage` when another living process holds it
*/
async function acquireLock(folder) {
	for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) try {
		return await claim(folder);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		await setTimeout(Math.random() * LONGEST_WAIT_MS);
	}
	return claim(folder);
}
/**
* Every claimant puts up a file of its own and then looks for others: of two, the later one sees the earlier one, so
* never do both go on (at the very same moment, neither does). What a dead owner left is removed, which cannot hit a
* living one since no two claims share a name.
*/
async function claim(folder) {
	const name = `${LOCK_PREFIX}${randomUUID()}`;
	const file = join(folder, name);
	const self = {
		pid: process.pid,
		host: hostname(),
		born: await birthOf(process.pid)
	};
	try {
		await writeAtomically(file, JSON.stringify(self));
		for (const other of (await readdir(folder)).filter(isLockFile)) if (other !== name) await dislodge(join(folder, other));
	} catch (error) {
		await rm(file, { force: true });
		throw error;
	}
	return {
		async touch() {
			const now = /* @__PURE__ */ new Date();
			try {
				await utimes(file, now, now);
			} catch (error) {
				if (isMissing(error)) throw lockIsGone(file);
				throw error;
			}
		},
		release: (movedTo = folder) => rm(join(movedTo, name), { force: true })
	};
}
/** Whether a file of a run's folder belongs to locks and not to the run. */
function isLockFile(name) {
	return name.startsWith(LOCK_PREFIX) && !name.endsWith(".tmp");
}
/** Removes the claim of a dead owner. */
async function dislodge(file) {
	try {
		const owner = parseOwner(await readFile(file, "utf8"));
		if (await isAlive(owner, file)) throw heldBy(owner, file);
		await rm(file, { force: true });
	} catch (error) {
		if (!isMissing(error)) throw error;
	}
}
/** Of an owner on another machine, or one that cannot be read, only the time of its last touch is known. */
async function isAlive(owner, file) {
	if (owner === null || owner.host !== hostname()) return Date.now() - (await stat(file)).mtimeMs <= FOREIGN_STALE_MS;
	if (!exists(owner.pid)) return false;
	return owner.born === null || owner.born === await birthOf(owner.pid);
}
function parseOwner(text) {
	try {
		const owner = JSON.parse(text);
		return typeof owner === "object" && owner !== null && "pid" in owner && "host" in owner ? owner : null;
	} catch {
		return null;
	}
}
function exists(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
/** Start time of a process in clock ticks since boot: field 22 of proc(5) `stat`, counted after the name in brackets. */
async function birthOf(pid) {
	try {
		const line = await readFile(`/proc/${pid}/stat`, "utf8");
		return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch (error) {
		if (["ENOENT", "ESRCH"].includes(error.code ?? "")) return null;
		throw error;
	}
}
function heldBy(owner, file) {
	const who = owner === null ? "another process" : `process ${owner.pid} on ${owner.host}`;
	return new WeighbridgeError("usage", `${who} is writing this run`, {
		at: { file },
		fix: "Wait for it, choose another output folder, or delete the file if no such process exists."
	});
}
function lockIsGone(file) {
	return new WeighbridgeError("usage", "the lock of this run is gone while it is being written", {
		at: { file },
		fix: "Leave the run directory alone while it is being written, and run again."
	});
}
function isMissing(error) {
	return error.code === "ENOENT";
}

// src/store/resume.ts
/** Looks at a folder that a writer has locked: the lock's own files do not count. */
async function inspect(folder, plan) {
	const files = await readdir(folder);
	if (files.every((file) => isLockFile(file) || file.endsWith(".tmp"))) return { kind: "nothing" };
	try {
		const record = await readRecord(folder);
		const differs = differences(record, plan);
		if (differs.length > 0) return {
			kind: "other",
			differs
		};
		return {
			kind: "resumable",
			record,
			stored: files.includes("samples.jsonl") ? await readSamples(folder, plan) : {
				samples: [],
				wholeBytes: 0,
				torn: false
			}
		};
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return {
			kind: "other",
			differs: [`unreadable (${messageOf(error)})`]
		};
		throw error;
	}
}
/** Names of what does not agree. Only what can change a sample counts: roles and primary metrics may be renamed. */
function differences(record, plan) {
	const differs = [];
	const compare = (field, left, right) => {
		if (canonicalJson$1(left ?? null) !== canonicalJson$1(right ?? null)) differs.push(field);
	};
	compare("side", record.side, plan.side);
	compare("task", record.task, plan.task);
	compare("model", record.model.digest, plan.model.digest);
	compare("adapter", record.model.adapter_digest, plan.model.adapter_digest);
	compare("seed", record.seed, plan.seed);
	compare("planned", record.planned, plan.planned);
	compare("metrics", record.metrics, plan.metrics);
	const fields = /* @__PURE__ */ new Set([...Object.keys(record.fingerprint), ...Object.keys(plan.fingerprint)]);
	for (const field of [...fields].sort()) {
		const key = field;
		compare(`fingerprint.${field}`, record.fingerprint[key], plan.fingerprint[key]);
	}
	return differs;
}
/** Moves a run out of the way, into the first free folder under `superseded`. */
async function setAside(out, side, task, folder) {
	const parent = join(out, SUPERSEDED, side);
	await mkdir(parent, { recursive: true });
	const taken = new Set(await readdir(parent));
	let number = 1;
	while (taken.has(`${taskFolder(task)}.${number}`)) number += 1;
	const target = join(parent, `${taskFolder(task)}.${number}`);
	await rename(folder, target);
	return target;
}

// src/store/results.ts
/** Shards of several machines lie at most this deep: `<download>/<shard>/<side>/<task>`. */
const MAX_DEPTH = 4;
/** Folders that never hold runs of the side that is looked for, whatever was named. */
const NEVER = /* @__PURE__ */ new Set([...SIDES, SUPERSEDED]);
/**
* Reads every run that can be read, so that one broken task does not hide what the others say. Runs of one task (shards)
* are joined into one.
* @param folder a run directory (its folder for `side` is taken), the folder of one side or of one task, or a folder with
* several of these
*/
async function salvageSide(folder, side) {
	const stored = [];
	const faults = [];
	for (const run of await runFolders(folder, side, MAX_DEPTH)) await attempt(faults, async () => stored.push(await readRun(run)));
	if (stored.length === 0 && faults.length === 0) faults.push(nothingIn(folder, side));
	const runs = [];
	const tasks = [...new Set(stored.map(({ record }) => record.task))].sort();
	for (const task of tasks) {
		const shards = stored.filter(({ record }) => record.task === task);
		await attempt(faults, async () => runs.push(joinShards(shards)));
	}
	return {
		runs,
		faults
	};
}
async function attempt(faults, work) {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(error);
	}
}
async function runFolders(folder, side, depth) {
	if (existsSync(join(folder, "run.json"))) return [folder];
	if (depth === 0 || !existsSync(folder)) return [];
	const ofSide = join(folder, side);
	if (existsSync(ofSide)) return runFolders(ofSide, side, depth - 1);
	const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && !NEVER.has(entry.name)).map(({ name }) => name);
	return (await Promise.all(names.sort().map((name) => runFolders(join(folder, name), side, depth - 1)))).flat();
}
/**
* One run of several that evaluated parts of the same task with the same model. A sample that two of them have must be the
* same in both.
* @throws WeighbridgeError `data` when they are not parts of one run
*/
function joinShards(shards) {
	const [first, ...others] = shards;
	if (first === void 0) throw new Error("no shards to join");
	if (others.length === 0) return first;
	const samples = /* @__PURE__ */ new Map();
	for (const shard of shards) {
		const differs = differences(first.record, shard.record);
		if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(", ")}`);
		for (const sample of shard.samples) {
			const key = sampleKey(sample);
			const other = samples.get(key);
			if (other !== void 0 && canonicalJson$1(other) !== canonicalJson$1(sample)) throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
			samples.set(key, sample);
		}
	}
	return {
		...shards.find(({ record }) => record.status.state !== "complete") ?? first,
		samples: [...samples.values()]
	};
}
const notOneRun = (first, other, why) => new WeighbridgeError("data", `${first.folder} and this are not parts of one run: ${why}`, {
	at: { file: other.folder },
	fix: "name a folder with the results of one model only"
});
const nothingIn = (folder, side) => new WeighbridgeError("data", `there are no results of the ${side}`, {
	at: { file: folder },
	fix: `evaluate it first: weighbridge evaluate --role ${side}`
});

// src/judge.ts
const VERDICT_FILE = "verdict.json";
const COMMENT_FILE = "comment.md";
/** Reads what can be read of both sides. */
async function readBoth(folders) {
	return {
		baseline: await salvageSide(folders.baseline, "baseline"),
		candidate: await salvageSide(folders.candidate, "candidate")
	};
}
/** What the stored runs come to under the config's gates. Pure. */
function judgeRuns(config, runs) {
	const { gates, policy, file, digest } = config;
	const [baseline, candidate] = [runs.baseline.runs, runs.candidate.runs];
	const expected = config.tasks.map(({ name }) => name);
	const comparisons = compareRuns(baseline, candidate, expected, policy.alpha.value);
	const decision = decide({
		comparisons,
		gates,
		policy
	});
	const facts = verdictFacts({
		version: VERSION,
		config: {
			file,
			digest
		},
		gates,
		policy,
		runs: {
			baseline,
			candidate
		},
		comparisons,
		decision
	});
	return [...runs.baseline.faults, ...runs.candidate.faults].map(messageOf).reduce(invalidateVerdict, buildVerdictFile(facts));
}
/** Keeps the verdict for machines and for people. */
async function writeVerdict(out, verdict) {
	await mkdir(out, { recursive: true });
	const { markdown } = renderMarkdown(verdict, {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null
	}, COMMENT_BYTES);
	await writeAtomically(join(out, VERDICT_FILE), canonicalJson(verdict));
	await writeAtomically(join(out, COMMENT_FILE), markdown);
}

// src/store/disk-faults.ts
const DISK_FAULTS = {
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EROFS: "the disk is read-only",
	EACCES: "writing is not permitted",
	EIO: "the disk failed",
	EEXIST: "a file stands where a folder must be",
	ENOTDIR: "a file stands where a folder must be"
};
/**
* Names what the machine has to say in one clear error; anything else passes through.
*
* @throws WeighbridgeError `engine`
*/
async function onDisk(folder, action) {
	try {
		return await action();
	} catch (cause) {
		const fault = DISK_FAULTS[cause.code ?? ""];
		if (fault === void 0) throw cause;
		throw new WeighbridgeError("engine", `${fault}; stored samples are kept`, {
			at: { file: folder },
			fix: "Make room there, or choose another output folder, and run again: it goes on where it stopped.",
			cause
		});
	}
}

// src/store/writer.ts
/** A crash costs at most this many samples, or what was finished in this time. */
const BATCH_SAMPLES = 64;
const BATCH_MS = 1e3;
/**
* Creates `<out>/<side>/<task>`, or goes on with the run that is there if it is the same run. Another run is set aside
* under `<out>/superseded`.
*
* @throws WeighbridgeError `usage` while another process writes this run, `engine` when the disk refuses
*/
async function openRun(out, plan) {
	const folder = runFolder(out, plan.side, plan.task);
	return onDisk(folder, async () => {
		await mkdir(folder, { recursive: true });
		const lock = await acquireLock(folder);
		let superseded;
		try {
			const found = await inspect(folder, plan);
			if (found.kind !== "other") return {
				writer: await RunWriter.open(folder, lock, plan, found.kind === "resumable" ? found : null),
				superseded: null
			};
			superseded = {
				folder: await setAside(out, plan.side, plan.task, folder),
				differs: found.differs
			};
		} catch (error) {
			await lock.release();
			throw error;
		}
		await lock.release(superseded.folder);
		const { writer } = await openRun(out, plan);
		return {
			writer,
			superseded
		};
	});
}
/** Appends samples to one run. One call at a time. */
var RunWriter = class RunWriter {
	folder;
	/** Keys of the samples that are stored or about to be. */
	#keys;
	#lock;
	#samples;
	#record;
	#offset;
	#batch = [];
	#flushed = performance.now();
	#broken = false;
	constructor(folder, lock, record, samples, stored) {
		this.folder = folder;
		this.#lock = lock;
		this.#record = record;
		this.#samples = samples;
		this.#keys = new Set(stored.samples.map(sampleKey));
		this.#offset = stored.wholeBytes;
	}
	static async open(folder, lock, plan, found) {
		const stored = found?.stored ?? {
			samples: [],
			wholeBytes: 0
		};
		const complete = found?.record.status.state === "complete" && stored.samples.length >= plan.planned;
		const record = {
			schema_version: 1,
			...plan,
			status: complete ? { state: "complete" } : { state: "running" },
			started: found?.record.started ?? (/* @__PURE__ */ new Date()).toISOString(),
			finished: complete ? found?.record.finished ?? null : null
		};
		await writeAtomically(join(folder, RUN_FILE), serializeRunRecord(record));
		const samples = await open(join(folder, SAMPLES_FILE), found === null ? "w" : "a");
		try {
			await samples.truncate(stored.wholeBytes);
			await samples.sync();
		} catch (error) {
			await samples.close();
			throw error;
		}
		return new RunWriter(folder, lock, record, samples, stored);
	}
	/** Whether a sample needs no running, because it is here. */
	has(sample) {
		return this.#keys.has(sampleKey(sample));
	}
	/** Whether the disk refused: nothing more can be stored, and the writer is closed. */
	get broken() {
		return this.#broken;
	}
	/** @throws WeighbridgeError `engine` when the disk refuses; what was stored before stays */
	async write(sample) {
		const key = sampleKey(sample);
		if (this.#keys.has(key)) throw new Error(`the sample ${JSON.stringify(sample.id)} was run twice`);
		this.#batch.push(serializeSample(sample));
		this.#keys.add(key);
		const waited = performance.now() - this.#flushed;
		if (this.#batch.length >= BATCH_SAMPLES || waited >= BATCH_MS) await this.#flush();
	}
	/** Ends the run: every planned sample is here. */
	async complete() {
		await this.#flush();
		if (this.#record.status.state === "complete") await this.#close();
		else await this.#finish({ state: "complete" });
	}
	/** Ends the run for a reason; it can be continued. */
	async fail(reason) {
		await this.#flush();
		await this.#finish({
			state: "failed",
			reason
		});
	}
	/** Leaves the run as `running`, to be continued. */
	async interrupt() {
		await this.#flush();
		await this.#close();
	}
	async #flush() {
		if (this.#batch.length === 0) return;
		const bytes = Buffer.from(this.#batch.join(""));
		this.#batch = [];
		try {
			await onDisk(this.folder, () => this.#append(bytes));
		} catch (error) {
			this.#broken = true;
			await this.#close();
			throw error;
		}
		this.#offset += bytes.length;
		this.#flushed = performance.now();
	}
	/** All or nothing: what a full disk took of a batch is given back. */
	async #append(bytes) {
		await this.#lock.touch();
		try {
			await this.#samples.appendFile(bytes);
			await this.#samples.datasync();
		} catch (error) {
			await this.#samples.truncate(this.#offset);
			throw error;
		}
	}
	async #finish(status) {
		this.#record = {
			...this.#record,
			status,
			finished: (/* @__PURE__ */ new Date()).toISOString()
		};
		try {
			await onDisk(this.folder, () => writeAtomically(join(this.folder, RUN_FILE), serializeRunRecord(this.#record)));
		} finally {
			await this.#close();
		}
	}
	async #close() {
		await this.#samples.close();
		await this.#lock.release();
	}
};

// src/runners/model-holder.ts
/** One side's model, loaded once, and again after its engine died. */
var ModelHolder = class ModelHolder {
	/** What was loaded first: identity and fingerprint hold for every later load. */
	described;
	#open;
	#model;
	constructor(open, model) {
		this.#open = open;
		this.#model = model;
		this.described = model;
	}
	static async load(open) {
		return new ModelHolder(open, await open());
	}
	/** @throws WeighbridgeError `checkpoint` when the file changed since it was first loaded */
	async model() {
		if (this.#model !== null) return this.#model;
		const model = await this.#open();
		this.#model = model;
		if (model.identity.digest === this.described.identity.digest) return model;
		throw new WeighbridgeError("checkpoint", "the checkpoint changed while it was being evaluated", { fix: "Evaluate a file that nothing writes to." });
	}
	/** Lets go of the model; the next request loads it again. */
	async close() {
		const model = this.#model;
		this.#model = null;
		try {
			await model?.close();
		} catch (error) {
			if (!(error instanceof EngineDied)) throw error;
		}
	}
};

// src/runners/order.ts
/**
* A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
* see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
*/
function sampleOrder(samples, seed, datasetDigest) {
	return samples.map((sample) => ({
		sample,
		key: keyOf(seed, datasetDigest, sample.id)
	})).sort((left, right) => left.key < right.key ? -1 : 1).map(({ sample }) => sample);
}
function keyOf(seed, datasetDigest, id) {
	return createHash("sha256").update(canonicalJson$1([
		seed,
		datasetDigest,
		id
	])).digest("hex");
}

// src/runners/progress.ts
/** Measures the rate of one task from when it is created. */
function progressMeter(task, planned, reused, now = () => performance.now()) {
	const started = now();
	return (evaluated) => {
		const seconds = (now() - started) / 1e3;
		const rate = evaluated > 0 && seconds > 0 ? evaluated / seconds : null;
		const done = reused + evaluated;
		return {
			task,
			done,
			planned,
			samplesPerSecond: rate,
			secondsLeft: rate === null ? null : (planned - done) / rate
		};
	};
}

// src/runners/evaluate.ts
/**
* Evaluates all tasks of one side. Every dataset and template is checked before the model is loaded. A task that fails
* leaves its samples and its reason, and the next one goes on; after a death of the engine, with a new engine.
*
* @throws WeighbridgeError for faults in config or data (of all tasks at once), a model that cannot be loaded, or a run
* directory that cannot be written
*/
async function evaluateSide(evaluation) {
	const prepared = await prepareAll(evaluation);
	const holder = await ModelHolder.load(() => evaluation.open(evaluation.signal));
	try {
		const outcomes = [];
		for (const { task, content } of prepared) outcomes.push(await evaluateTask(evaluation, task, content, holder));
		return outcomes;
	} finally {
		await holder.close();
	}
}
async function prepareAll({ tasks, directory }) {
	const prepared = [];
	const faults = [];
	for (const task of tasks) try {
		const runner = await RUNNERS[task.runner].load();
		prepared.push({
			task,
			content: await runner.prepare(task.name, task.options, directory)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(ofTask(task.name, error));
	}
	const [first] = faults;
	if (first === void 0) return prepared;
	throw faults.length === 1 ? first : new IssueList(first.kind, faults);
}
function ofTask(task, error) {
	return new WeighbridgeError(error.kind, `task ${task}: ${error.message}`, {
		...error.at !== void 0 && { at: error.at },
		...error.fix !== void 0 && { fix: error.fix },
		cause: error
	});
}
async function evaluateTask(evaluation, task, content, holder) {
	const { seed, side, out } = evaluation;
	const order = sampleOrder(content.samples, seed, content.datasetDigest);
	const planned = content.limit === null ? order : order.slice(0, content.limit);
	const { writer, superseded } = await openRun(out, {
		side,
		task: task.name,
		task_role: task.role,
		metrics: content.metrics,
		primary_metric: task.primaryMetric,
		fingerprint: {
			...content.fingerprint(holder.described),
			seed
		},
		model: holder.described.identity,
		seed,
		planned: planned.length
	});
	const mine = partOf(planned, evaluation.shard ?? null);
	const pending = mine.filter((sample) => !writer.has(sample));
	const reused = mine.length - pending.length;
	const ending = await runPending(evaluation, task.name, content, holder, writer, pending, reused);
	return {
		task: task.name,
		planned: planned.length,
		reused,
		superseded,
		...ending
	};
}
/** Every `count`-th sample of the order, so that all parts take about as long. */
function partOf(planned, shard) {
	return shard === null ? planned : planned.filter((_, position) => position % shard.count === shard.index - 1);
}
async function runPending({ seed, signal, progress }, name, content, holder, writer, pending, reused) {
	const meter = progressMeter(name, reused + pending.length, reused);
	let evaluated = 0;
	const write = async (sample) => {
		await writer.write(sample);
		evaluated += 1;
		progress?.(meter(evaluated));
	};
	try {
		if (pending.length > 0 && !signal.aborted) await content.run({
			pending,
			model: await holder.model(),
			seed,
			write,
			signal
		});
	} catch (error) {
		if (writer.broken) throw error;
		if (error instanceof EngineDied) await holder.close();
		if (!signal.aborted) {
			const reason = messageOf(error);
			await writer.fail(reason);
			return {
				state: "failed",
				reason,
				evaluated
			};
		}
	}
	if (evaluated === pending.length) {
		await writer.complete();
		return {
			state: "complete",
			reason: null,
			evaluated
		};
	}
	if (signal.aborted) {
		await writer.interrupt();
		return {
			state: "interrupted",
			reason: null,
			evaluated
		};
	}
	const reason = `the runner left out ${pending.length - evaluated} samples`;
	await writer.fail(reason);
	return {
		state: "failed",
		reason,
		evaluated
	};
}

// src/store/timing.ts
/**
* Adds to `timing.json`, where everything lives that varies from run to run, so that `verdict.json` does not. It is for
* people: a file that cannot be read is begun anew.
*/
async function recordTiming(out, timing) {
	const file = join(out, "timing.json");
	const evaluations = [...await earlier(file), timing];
	const host = {
		platform: platform(),
		node: process.version,
		processors: cpus().length
	};
	await writeAtomically(file, `${JSON.stringify({
		host,
		evaluations
	}, null, 2)}\n`);
}
async function earlier(file) {
	try {
		const { evaluations } = JSON.parse(await readFile(file, "utf8"));
		return Array.isArray(evaluations) ? evaluations : [];
	} catch {
		return [];
	}
}

// src/main.ts
var main_exports = /* @__PURE__ */ __exportAll({
	checkConfig: () => checkConfig,
	evaluatePlan: () => evaluatePlan,
	judge: () => judge
});
const BOTH = ["baseline", "candidate"];
/** config: what file, flags and inputs come to. @throws IssueList with every fault, each at its line */
async function checkConfig(options) {
	await loadConfig(options.configPath, { overrides: options.overrides });
}
/**
* config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
* @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
*/
async function evaluatePlan(options) {
	const { log, out, signal, sides = BOTH } = options;
	const config = await loadConfig(options.configPath, { overrides: options.overrides });
	const plan = await makePlan(config);
	for (const warning of plan.warnings) log.warn(warning);
	await mkdir(out, { recursive: true });
	for (const side of sides) if (!signal.aborted) await evaluateModel(config, side, options);
}
/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and `comment.md`. */
async function judge(options) {
	const config = await loadConfig(options.configPath, { overrides: options.overrides });
	const folderOf = (side) => resultsFolder(config, side) ?? join(options.out, side);
	const runs = await readBoth({
		baseline: folderOf("baseline"),
		candidate: folderOf("candidate")
	});
	const verdict = judgeRuns(config, runs);
	await writeVerdict(options.out, verdict);
	return { verdict };
}
async function evaluateModel(config, side, options) {
	const { log, out, signal, shard = null } = options;
	const source = requireSide(config, side);
	if (source.kind === "results") {
		log.info(`${side}: results of an earlier run, ${source.path}`);
		return;
	}
	const { engine: settings, directory, seed, tasks } = config;
	const engine = await ENGINES[settings.type].load();
	const started = /* @__PURE__ */ new Date();
	const outcomes = await evaluateSide({
		side,
		tasks,
		directory,
		out,
		seed,
		shard,
		signal,
		open: async (aborted) => {
			const model = await engine.open(mapPaths(source, (path) => resolve(directory, path)), settings, { status: (line) => log.info(line) }, aborted);
			return {
				...model,
				identity: {
					...model.identity,
					source: describeModel(source)
				}
			};
		},
		progress: (progress) => log.progress?.({
			...progress,
			side
		})
	});
	for (const { task, state, reason, superseded } of outcomes) {
		if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
		if (state === "failed") log.warn(`${side}/${task} failed: ${reason}`);
	}
	const seconds = (Date.now() - started.getTime()) / 1e3;
	await recordTiming(out, {
		side,
		started: started.toISOString(),
		seconds,
		tasks: outcomes
	});
}
function resultsFolder(config, side) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : null;
}

export { formatLevel$1 as A, say as C, formatChange as D, NOT_AVAILABLE as E, EXIT_CODES as F, VERDICTS as I, makePlan as M, describeModel as N, formatCount as O, VERSION as P, code as S, toPlain as T, verdictLabel as _, VERDICT_FILE as a, faults as b, writeVerdict as c, renderMarkdown as d, GATE_COLUMNS as f, tally as g, summaryLine as h, main_exports as i, formatValue$1 as j, formatInterval as k, COMMENT_BYTES as l, gateSentence as m, evaluatePlan as n, judgeRuns as o, invalidateVerdict as p, judge as r, readBoth as s, checkConfig as t, SUMMARY_BYTES as u, compareRuns as v, toMarkdown as w, mismatchSentence as x, canonicalJson as y };