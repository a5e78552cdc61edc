import { F as believedFolder } from "./adapters-process-kill-with-parent.js";
import { At as IssueList, Ct as renamed, J as isObject, K as designOf, Mt as assertNever, Nt as formatLocation, S as hubModel, ct as DRIFT_FEATURES, it as describeSource, jt as WeighbridgeError, kt as suggestion, lt as DRIFT_LIMITS, p as mlflowReference, rt as describeLimit, u as CURVE_NAMES, ut as isDriftFeature, xt as lacks } from "./core-domain-history.js";
import { lt as usageMetric, st as measuredBy } from "./core-stats-sequential-flip-rates.js";
import { _ as parseClassMetric, c as tellsRight, g as isClassStatistic, h as classMetricName, l as CLASS_STATISTICS, m as classMetric, n as REPEAT_METRICS, o as parseRepeatMetric, p as baseOf, r as declareRepeatMetric, x as whyNotJudged } from "./core-metrics-repeats.js";
import { M as parseValue, o as ruleOf, t as GATE_RULES } from "./core-decide-rules-registry.js";
import { T as toJSONSchema, y as string } from "./npm-zod.js";
import { v as SCORERS } from "./tasks-runners-native-describe.js";
import { n as nameHere, t as metricMeant } from "./core-metrics-synonyms.js";
import { t as require_dist } from "./npm-yaml.js";
import { a as configSchema, c as resolvedRecord, d as asksEndpoints, f as codeOfEngine, i as unsupportedForms, l as resolvedPrices, o as policySchema, p as faultsOfEngine, r as readOverrides, s as taskSchema, u as ENDPOINT_ENGINE } from "./config-overrides.js";
import { a as thresholdRequests, h as valueFault, l as RUNNERS, n as THRESHOLD_NAMES, o as thresholdsSchema, p as gateSchema, s as DEFAULT_RUNNER, u as engineRunner } from "./config-thresholds.js";
import { n as starterSuite, t as STARTER_SUITES } from "./tasks-datasets-starter-suites.js";
import { t as datasetDigest } from "./tasks-datasets-digest.js";
import { basename, dirname, join, relative, resolve } from "node:path";
import { existsSync, readdirSync, statSync } from "node:fs";
import process from "node:process";
import { createHash } from "node:crypto";

// src/core/stats/median.ts
/** Of evenly many the mean of the two in the middle; NaN of none, and wherever a value is NaN. */
function median(values) {
	if (values.some(Number.isNaN)) return NaN;
	const sorted = [...values].sort((a, b) => a - b);
	const upper = Math.floor(sorted.length / 2);
	const [one = NaN, two = NaN] = [sorted[sorted.length % 2 === 0 ? upper - 1 : upper], sorted[upper]];
	return (one + two) / 2;
}

// src/core/compare/subtasks.ts
/** Groups that the samples of a run name, such as the subjects of MMLU: each may be gated as a task of its own. */
function subtasksOf({ record, samples }) {
	if (designOf(record) !== "full") return [];
	if (record.aggregates !== void 0) return (record.parts ?? []).flatMap(({ task, aggregates }) => aggregates === void 0 ? [] : task).sort();
	if (lacks(samples, "group")) return [];
	const groups = /* @__PURE__ */ new Set();
	for (const { group } of samples) if (group !== void 0) groups.add(group);
	return [...groups].sort();
}
/**
* The runs, and one more for every subtask among the tasks that gates name: its samples alone, under its own name.
* @param gated names of tasks
*/
function withSubtasks(runs, gated) {
	const known = new Set(runs.map(({ record }) => record.task));
	const named = new Set(gated.filter((task) => !known.has(task)));
	if (named.size === 0) return runs;
	const own = runs.flatMap((run) => subtasksOf(run).filter((group) => named.has(group)).map((group) => subtaskRun(run, group)));
	return [...runs, ...own];
}
/** As its harness ran it, where the run says how, under the ids that it has there. */
function subtaskRun({ record: { parts, aggregates, ...record }, samples }, task) {
	const part = parts?.find((each) => each.task === task);
	const known = {
		...record,
		task,
		fingerprint: part?.fingerprint ?? record.fingerprint,
		metrics: record.metrics.map(({ group_average: _, ...metric }) => metric)
	};
	if (aggregates !== void 0) return {
		record: {
			...known,
			aggregates: part?.aggregates ?? []
		},
		samples: []
	};
	const own = [];
	for (const sample of samples) {
		if (sample.group !== task) continue;
		const { id } = sample;
		const ownId = id.startsWith(`${task}/`) ? id.slice(task.length + 1) : id;
		own.push(part === void 0 ? sample : renamed(sample, {
			id: ownId,
			group: void 0
		}));
	}
	const planned = new Set(own.map(({ id }) => id)).size;
	return {
		record: {
			...known,
			planned
		},
		samples: own
	};
}

// src/config/models.ts
var import_dist = require_dist();
/** Names that only weights have. Which of them can be run is the engine's to say, with a reason for each. */
const WEIGHTS = /\.(gguf|safetensors|bin|pt|pth|ckpt|pkl|pickle|onnx|ggml|mlx|tflite|keras|h5)$/i;
/**
* What a checkpoint of the config means: a file of weights by its name, `hf:…` one of a hub, `{base, adapter}` an adapter,
* `{url, model}` an endpoint, any other path results. What MLflow keeps means what it will be once it is fetched.
*/
function modelSource(written) {
	if (typeof written === "object") return "url" in written ? {
		kind: "endpoint",
		...written
	} : adapterSource(written);
	const hub = hubModel(written);
	if (hub !== null) return hub;
	const reference = mlflowReference(written);
	const path = reference === null ? written : mlflowPlace(reference);
	const kept = reference === null ? {} : {
		label: reference.written,
		mlflow: [reference]
	};
	if (WEIGHTS.test(path)) return {
		kind: "file",
		path,
		...kept
	};
	return {
		kind: "results",
		path: `${path}${reference?.choices ?? ""}`,
		...kept
	};
}
function adapterSource({ base, adapter }) {
	const references = [base, adapter].map(mlflowReference);
	const [baseThere, adapterThere] = references.map((reference) => reference && mlflowPlace(reference));
	const mlflow = references.filter((reference) => reference !== null);
	return {
		kind: "adapter",
		base: baseThere ?? base,
		adapter: adapterThere ?? adapter,
		...mlflow.length === 0 ? {} : {
			label: `${adapter} on ${base}`,
			mlflow
		}
	};
}
/** Where what MLflow keeps lies once it is fetched: a folder of its own, whichever server it is of. */
function mlflowPlace({ written, of, path }) {
	const key = createHash("sha256").update(written).digest("hex").slice(0, 16);
	const whole = "name" in of ? `${of.name}-${of.version}` : "run" in of ? of.run : of.model;
	return join(believedFolder(process.env, "mlflow"), key, path === "" ? whole : basename(path));
}
/** Results lie in folders as checkpoints do; which of them a folder is, only its files tell. */
function asFound(source, directory) {
	if (source?.kind !== "results") return source;
	const folder = resolve(directory, source.path);
	return existsSync(join(folder, "config.json")) || source.mlflow !== void 0 && holdsGguf(folder) ? {
		...source,
		kind: "folder"
	} : source;
}
const holdsGguf = (folder) => existsSync(folder) && statSync(folder).isDirectory() && readdirSync(folder).some((name) => /\.gguf$/i.test(name));
/** What `baseline` means, whichever of its forms it is written in. */
function baselineSources(written) {
	const none = {
		maxAgeDays: null,
		bootstrap: false,
		prompt: {}
	};
	if (written === void 0) return {
		sources: [],
		...none
	};
	if (typeof written === "object" && "sources" in written) {
		const { sources, max_age_days: maxAgeDays = null, bootstrap, prompt = {} } = written;
		return {
			...baselineSources(sources),
			maxAgeDays,
			bootstrap,
			prompt
		};
	}
	return {
		sources: (Array.isArray(written) ? written : [written]).map(baselineSource),
		...none
	};
}
function baselineSource(written) {
	if (typeof written === "string" || "base" in written || "url" in written) return {
		from: "path",
		model: modelSource(written)
	};
	switch (written.from) {
		case "base-branch": return {
			from: "base-branch",
			pointer: written.pointer,
			branch: written.branch ?? null
		};
		case "store":
		case "artifact": return { from: written.from };
		default: return assertNever(written);
	}
}
/** A path given by flag or input is relative to where the command runs; in the config paths are relative to its folder. */
function fromCommandLine(path, directory) {
	return /^([/\\]|[A-Za-z]:|hf:|runs:|models:)/.test(path) ? path : relative(directory, path);
}
/** The other model and what runs it: of an endpoint an engine that asks endpoints, whatever runs the checkpoints. */
function namedReference({ reference = null, engine }) {
	if (reference !== null && typeof reference === "object" && "engine" in reference) return {
		reference: modelSource(reference.model),
		referenceEngine: reference.engine
	};
	const source = reference === null ? null : modelSource(reference);
	return {
		reference: source,
		referenceEngine: source?.kind === "endpoint" && !asksEndpoints(engine) ? ENDPOINT_ENGINE : engine
	};
}
/** The config by which a side is evaluated: the reference has an engine of its own. */
const ofSide = (config, side) => side === "reference" ? {
	...config,
	engine: config.referenceEngine
} : config;
/**
* The checkpoint or results of one side.
* @throws WeighbridgeError `config` when neither the config nor a flag names it
*/
function requireSide(config, side) {
	const source = config[side];
	if (source !== null) return source;
	const added = {
		candidate: "candidate: path/to/candidate.gguf",
		baseline: "baseline: path/to/baseline.gguf",
		anchor: "anchor: { model: path/to/release.gguf, max_drop: { task/metric: 4pp } }",
		reference: "reference: path/to/larger.gguf"
	};
	const given = side === "candidate" || side === "baseline" ? `, or give --${side} (in a workflow: the input ${side})` : "";
	throw new WeighbridgeError("config", `no ${side} is named`, {
		...config.file === null ? {} : { at: { file: config.file } },
		fix: `add \`${added[side]}\` to the config${given}`
	});
}

// src/core/stats/training-curves.ts
/**
* Simple descriptions of training curves. A curve is one run: there is no sampling error to be told, so that these are measured
* numbers and no tests. Medians keep single noisy entries from deciding.
*/
/** A log may have more entries than a call takes arguments. */
const leastOf = (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
/** The share of a curve over which its end is smoothed. */
const END_SHARE = .1;
const LEAST_TRAIN = 5;
/**
* The generalisation gap relative to the training loss, (evaluation − training) / training, at the last evaluation. The evaluation loss is the
* median of the last tenth of the evaluations, at least one; the training loss that of the last tenth of its entries up to there, at
* least five. The gap is the difference of Goodfellow, Bengio and Courville 2016, "Deep Learning", section 5.2.
* @returns null with fewer than five training entries up to the last evaluation, and where a loss is no positive number
*/
function generalizationGap(train, evaluation) {
	const last = evaluation.at(-1);
	if (last === void 0) return null;
	const before = train.filter(({ at }) => at <= last.at);
	if (before.length < LEAST_TRAIN) return null;
	const [own, held] = [endOf(before, LEAST_TRAIN), endOf(evaluation, 1)];
	const value = (held - own) / own;
	return own > 0 && held > 0 && Number.isFinite(value) ? {
		value,
		train: own,
		evaluation: held
	} : null;
}
const endOf = (curve, least) => median(curve.slice(-Math.max(least, Math.ceil(END_SHARE * curve.length))).map(({ value }) => value));
/** With fewer evaluations no rise can be told from chance. */
const LEAST_EVALUATIONS = 3;
/**
* How far the evaluation loss has risen from its best, (last − best) / best, and over how many evaluations since ("generalization loss" of
* Prechelt 1998, "Early Stopping - But When?"). The last is the median of the last three evaluations after the best.
* @returns null with fewer than three evaluations, where a loss is no positive number, and where a number is too large for a ratio
*/
function validationRise(evaluation) {
	const values = evaluation.map(({ value }) => value);
	if (values.length < LEAST_EVALUATIONS || !values.every((value) => value > 0 && Number.isFinite(value))) return null;
	const index = values.indexOf(leastOf(values));
	const best = evaluation[index];
	if (best === void 0) return null;
	const after = values.slice(index + 1).slice(-3);
	const last = after.length === 0 ? best.value : median(after);
	const value = (last - best.value) / best.value;
	return Number.isFinite(value) ? {
		value,
		best,
		last,
		since: values.length - 1 - index
	} : null;
}
const NEIGHBOURS = 5;
const ROBUST_DEVIATIONS = 6;
/** What makes the median absolute deviation the standard deviation of a normal distribution. */
const MAD_TO_SIGMA = 1.4826;
/**
* Entries above the median of the five on either side by more than six robust standard deviations (1.4826 × the median absolute deviation)
* and by more than `leastRise` of that median. The rule is Hampel's (Davies and Gather 1993, "The identification of multiple outliers"), with six
* in place of his three since every entry is looked at and neighbours are assumed to be alike, which a steep beginning is not.
* @returns in order; none of a curve of fewer than eleven entries
*/
function spikes(curve, leastRise) {
	if (curve.length <= 10) return [];
	return curve.filter(({ value }, index) => {
		const around = [...curve.slice(Math.max(0, index - NEIGHBOURS), index), ...curve.slice(index + 1, index + 1 + NEIGHBOURS)].map((point) => point.value);
		const middle = median(around);
		const deviation = MAD_TO_SIGMA * median(around.map((other) => Math.abs(other - middle)));
		return index >= NEIGHBOURS && value - middle > Math.max(ROBUST_DEVIATIONS * deviation, leastRise * middle);
	});
}
/** The training loss is smoothed over so many entries. */
const SMOOTHED = 5;
/** The curve with each value the median of five around it, fewer at the ends. */
function smoothed(curve) {
	const reach = Math.floor(SMOOTHED / 2);
	return curve.map(({ at }, index) => ({
		at,
		value: median(curve.slice(Math.max(0, index - reach), index + reach + 1).map(({ value }) => value))
	}));
}
/**
* How much the curve fell from its first entries to its last, as a share of the first.
* @returns null of fewer than ten entries, and where the first are no positive number
*/
function fallOf(curve) {
	if (curve.length < 10) return null;
	const start = median(curve.slice(0, SMOOTHED).map(({ value }) => value));
	const share = (start - endOf(curve, SMOOTHED)) / start;
	return start > 0 && Number.isFinite(share) ? share : null;
}
const LEAST_FOR_PLATEAU = 20;
const ALMOST_ALL = .95;
const EARLY = .3;
/**
* Where the smoothed curve had made 95 % of its whole fall, when that is in the first 30 % of the training: what came after taught little.
* @returns null where it was later, fewer than twenty entries tell, or the curve did not fall
*/
function earlyPlateau(curve) {
	const smooth = smoothed(curve);
	const [first, last] = [smooth[0], smooth.at(-1)];
	if (smooth.length < LEAST_FOR_PLATEAU || first === void 0 || last === void 0) return null;
	const fall = first.value - last.value;
	if (!(fall > 0)) return null;
	const reached = smooth.find(({ value }) => first.value - value >= ALMOST_ALL * fall);
	return reached !== void 0 && reached.at - first.at < EARLY * (last.at - first.at) ? reached.at : null;
}
/** How the learning rate went: what it began at, its highest, where it ended. Null of fewer than three entries. */
function scheduleOf(curve) {
	const values = curve.map(({ value }) => value);
	const [first, last] = [values[0], values.at(-1)];
	if (first === void 0 || last === void 0 || values.length < 3) return null;
	const [top, least] = [-leastOf(values.map((value) => -value)), leastOf(values)];
	return {
		isConstant: top - least <= .001 * top,
		warmedUp: first < .999 * top,
		decayed: last < .999 * top
	};
}

// src/core/decide/curve-signs.ts
/** The lower of the two limits that people use; the gate has the higher. */
const NOTED_GAP = .1;
/** What evaluation losses differ by from one evaluation to the next without meaning. */
const NOTED_RISE = .01;
const LEAST_FALL = .01;
const LOSS_SPIKE = .1;
const NORM_SPIKE = 1;
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const shown = (value) => String(Number(value.toPrecision(4)));
/** What looks wrong with a training. Remarks: nothing is decided by them. */
function signsOf({ axis, curves }, { gap, rising, fell, gated }, { maxSteps }, schedule) {
	const where = (at) => `${axis} ${shown(at)}`;
	const { loss, eval_loss: evaluation, grad_norm: norm, learning_rate: rate } = curves;
	const broken = [
		...loss,
		...evaluation,
		...norm
	].find(({ value }) => !Number.isFinite(value));
	const [plateau, ran] = [earlyPlateau(loss), scheduleOf(rate)];
	return [
		broken !== void 0 && `Training diverged: a loss or gradient norm is not finite at ${where(broken.at)}.`,
		gap !== null && gap.value > NOTED_GAP && `The evaluation loss (${shown(gap.evaluation)}) is ${percent(gap.value)} above the training loss (${shown(gap.train)}); 10 to 20 % are the usual limits.`,
		rising !== null && rising.value > NOTED_RISE && `The evaluation loss has risen by ${percent(rising.value)} from its best (${shown(rising.best.value)} at ${where(rising.best.at)}), over ${rising.since === 1 ? "one evaluation" : `${rising.since} evaluations`}.`,
		axis === "step" && rising !== null && gated !== null && gated !== rising.best.at && rising.value > NOTED_RISE && `The checkpoint is that of step ${shown(gated)}, and the evaluation loss was best at step ${shown(rising.best.at)}: gate that one too.`,
		fell !== null && fell < LEAST_FALL && `The training loss did not fall: ${percent(fell)} from its first entries to its last.`,
		plateau !== null && (fell ?? 0) >= LEAST_FALL && `The training loss had made 95 % of its fall at ${where(plateau)}, in the first 30 % of the training.`,
		spikesIn("training loss", spikes(loss, LOSS_SPIKE), where),
		spikesIn("gradient norm", spikes(norm, NORM_SPIKE), where),
		ran !== null && schedule.decay && !ran.decayed && `The learning rate was to decay, and ended ${ran.isConstant ? "where it began: it was constant" : "at its highest"}.`,
		ran !== null && schedule.warmup && !ran.warmedUp && "The learning rate was to warm up, and began at its highest.",
		ran === null && (schedule.decay || schedule.warmup) && "Whether the learning rate was what it was to be is not known: fewer than three of them are logged.",
		gated !== null && maxSteps !== null && gated < maxSteps && `The checkpoint is that of step ${shown(gated)} of ${shown(maxSteps)} that were planned, so that a schedule over all of them did not come to its end.`
	].filter((sign) => sign !== false);
}
function spikesIn(what, found, where) {
	const worst = found.reduce((most, point) => most === null || point.value > most.value ? point : most, null);
	if (worst === null) return false;
	return `The ${what} has ${found.length === 1 ? "a spike" : `${found.length} spikes`}, the highest at ${where(worst.at)} (${shown(worst.value)}).`;
}

// src/core/decide/curves.ts
/** Where gates on curves stand in the place of a task: `curves/generalization_gap`. */
const CURVES_TASK = "curves";
/** Names that programs give each, the surest first. `train_loss` of Hugging Face is the mean of a whole training, beside `loss`. */
const KNOWN = {
	step: [
		"step",
		"global_step",
		"_step",
		"Step",
		"iteration",
		"iter"
	],
	loss: [
		"loss",
		"train_loss",
		"train/loss",
		"training_loss"
	],
	eval_loss: [
		"eval_loss",
		"val_loss",
		"eval/loss",
		"val/loss",
		"validation_loss",
		"valid_loss"
	],
	grad_norm: [
		"grad_norm",
		"train/grad_norm",
		"gradient_norm"
	],
	learning_rate: [
		"learning_rate",
		"lr",
		"train/learning_rate"
	]
};
/** The gates on curves as they are written, for whoever lists limits. */
function curveGates({ generalizationGap: gap, validationRising: rising }) {
	return [gateOf("generalization_gap", gap), gateOf("validation_rising", rising)];
}
const gateOf = (metric, { limit, tier }) => ({
	id: `${CURVES_TASK}/${metric}:ceiling`,
	task: CURVES_TASK,
	metric,
	tier,
	rule: "ceiling",
	limit: limit.value,
	source: limit.source
});
/**
* What the candidate's training curves come to under these limits. The columns are those of the policy that judges, so that a pull request
* cannot rename one loss to another.
* @param files null where nobody could read them
*/
function judgeCurves(config, files) {
	const read = files ?? {
		files: [],
		entries: [],
		globalStep: null,
		maxSteps: null,
		faults: [NOT_READ]
	};
	const found = read.faults.length > 0 ? { faults: read.faults } : trainingLog(read.entries, config.columns);
	const log = "faults" in found ? NOTHING : found;
	const faults = "faults" in found ? found.faults : [];
	const { loss, eval_loss: evaluation } = log.curves;
	const result = {
		files: read.files,
		faults,
		axis: log.axis,
		train: thinned(loss),
		evaluation: thinned(evaluation),
		gap: generalizationGap(loss, evaluation),
		rising: validationRise(evaluation),
		fell: fallOf(loss),
		gated: read.globalStep,
		signs: []
	};
	const signs = faults.length > 0 ? [] : signsOf(log, result, read, config.schedule);
	const unnamed = evaluation.length === 0 ? namedOtherwise(read.entries) : [];
	const [gap, rising] = curveGates(config).map((gate) => {
		const isGap = gate.metric === "generalization_gap";
		const value = (isGap ? result.gap : result.rising)?.value ?? null;
		const why = faults.length > 0 ? faults : [isGap ? NO_GAP : NO_RISE, ...unnamed];
		return judgedGate(gate, value, evaluation.length, why);
	});
	return {
		result: {
			...result,
			signs
		},
		gates: [gap, rising].flatMap((gate) => gate ?? [])
	};
}
const NOT_READ = "The training curves were not read: the policy names files of the candidate’s training, and this run has none of them. Name them under `curves` in the config, in the job that judges.";
const NO_GAP = "The generalisation gap is not known: it takes five training losses up to the last evaluation loss, and both positive and finite.";
const NO_RISE = "Whether the evaluation loss rises is not known: it takes three evaluation losses, positive and finite.";
/** Evaluations of several sets have a name each, none of which is the one. */
const SET_LOSS = /^(?:eval|val|valid|validation|test)[_/][\w/-]{1,60}loss$/;
function namedOtherwise(entries) {
	const names = [...new Set(entries.flatMap(({ values }) => [...values.keys()].filter((name) => SET_LOSS.test(name))))].sort().slice(0, 5);
	const [first] = names;
	if (first === void 0) return [];
	return [`The log has ${names.join(", ")}: name the one that counts, such as \`columns: { eval_loss: ${first} }\` under \`curves\`.`];
}
const NOTHING = {
	axis: "entry",
	curves: {
		loss: [],
		eval_loss: [],
		grad_norm: [],
		learning_rate: []
	}
};
/** A measured number held to its limit: there is no interval of a single training, and so no lean. */
function judgedGate(gate, value, n, why) {
	const margin = typeof gate.limit === "number" ? gate.limit : null;
	const verdict = value === null || margin === null ? "invalid" : value <= margin ? "pass" : "regression";
	return {
		id: gate.id,
		task: gate.task,
		metric: gate.metric,
		rule: gate.rule,
		tier: gate.tier,
		limit: describeLimit(gate, "rate"),
		margin,
		unit: "rate",
		direction: "lower_is_better",
		verdict,
		reasons: verdict === "invalid" ? why : [],
		blocks: gate.tier === "blocking" && verdict !== "pass",
		candidate: value === null ? null : {
			value,
			stderr: null,
			n
		},
		baseline: null,
		delta: null,
		bound: null,
		pairs: 0,
		flips: null,
		leaning: null,
		test: null,
		unpaired: {
			baseline: 0,
			candidate: 0
		},
		unscored: {
			baseline: 0,
			candidate: 0
		},
		minimumDetectable: null,
		needed: null
	};
}
/** The curves that these entries are, or why they are none. */
function trainingLog(entries, columns) {
	const names = new Map(["step", ...CURVE_NAMES].map((column) => [column, nameIn(entries, column, columns[column])]));
	const missing = Object.values(columns).filter((name) => !entries.some(({ values }) => values.has(name)));
	if (missing.length > 0) return { faults: missing.map(noColumn) };
	const own = [...names.values()].flatMap((name) => name ?? []);
	const odd = entries.find(({ values }) => own.some((name) => values.get(name) === null));
	if (odd !== void 0) return { faults: [notANumber(odd, own)] };
	if (names.get("loss") === null && names.get("eval_loss") === null) return { faults: [NO_LOSS] };
	const stepName = names.get("step") ?? null;
	const lossNames = ["loss", "eval_loss"].flatMap((curve) => names.get(curve) ?? []);
	const tables = tablesAmong(entries);
	const isPlace = (name) => name === stepName || name === "epoch";
	/** Where null stands for a loss that was logged: none is beside it, and it is no empty cell of a row that tells something else. */
	const isLost = ({ file, values, nulls = [] }) => nulls.some((name) => lossNames.includes(name)) && !lossNames.some((name) => values.has(name)) && (!tables.has(file) || [...values.keys()].every(isPlace));
	const valueIn = (entry, name) => entry.values.get(name) ?? (entry.nulls?.includes(name) && isLost(entry) ? NaN : void 0);
	const losses = entries.filter((entry) => lossNames.some((name) => valueIn(entry, name) !== void 0));
	const has = (name) => losses.every(({ values }) => Number.isFinite(values.get(name)));
	const axis = stepName !== null && has(stepName) ? "step" : has("epoch") ? "epoch" : "entry";
	const axisName = axis === "step" ? stepName ?? "" : "epoch";
	const curveOf = (curve) => {
		const name = names.get(curve) ?? null;
		if (name === null) return [];
		return inOrder(entries.flatMap((entry, index) => {
			const [value, at] = [valueIn(entry, name), axis === "entry" ? index : entry.values.get(axisName)];
			return value == null || at == null || !Number.isFinite(at) ? [] : [{
				at,
				value,
				file: entry.file
			}];
		}), axis);
	};
	const [loss, evaluation, norm, rate] = CURVE_NAMES.map(curveOf);
	return {
		axis,
		curves: {
			loss: loss ?? [],
			eval_loss: evaluation ?? [],
			grad_norm: norm ?? [],
			learning_rate: rate ?? []
		}
	};
}
const NO_LOSS = `No training or evaluation loss is in the files of \`curves\`. Known are ${[...KNOWN.loss, ...KNOWN.eval_loss].join(", ")}; say others in \`curves.columns\`.`;
const noColumn = (name) => `The files of \`curves\` have nothing of the name ${JSON.stringify(name)}, which \`curves.columns\` names.`;
function notANumber({ file, line, values }, own) {
	const name = own.find((each) => values.get(each) === null) ?? "";
	return `${formatLocation(line === null ? { file } : {
		file,
		line
	})}: ${JSON.stringify(name)} is not a number. Repair the log, or name another column in \`curves.columns\`.`;
}
function nameIn(entries, column, told) {
	return (told === void 0 ? KNOWN[column] : [told]).find((name) => entries.some(({ values }) => values.has(name))) ?? null;
}
/** Files of which every entry has the same names: tables, whose empty cells are null in JSON. */
function tablesAmong(entries) {
	const shapes = /* @__PURE__ */ new Map();
	for (const { file, values, nulls = [] } of entries) {
		const shape = JSON.stringify([...values.keys(), ...nulls].sort());
		shapes.set(file, (shapes.get(file) ?? /* @__PURE__ */ new Set()).add(shape));
	}
	return new Set([...shapes].filter(([, { size }]) => size === 1).map(([file]) => file));
}
/**
* By step. Of one that several files tell the last counts; one that a file tells twice is where a training was taken up again, and what it
* had told of later steps is of weights that are no more. Rounded epochs are no such thing.
*/
function inOrder(points, axis) {
	return (axis === "step" ? [...new Map(ofWeightsLeft(points).map((point) => [point.at, point])).values()] : [...points]).sort((a, b) => a.at - b.at).map(({ at, value }) => ({
		at,
		value
	}));
}
/** In their order. From behind, since what is told later says what earlier points are worth. */
function ofWeightsLeft(points) {
	const told = /* @__PURE__ */ new Map();
	const isAgain = points.map(({ at, file }) => {
		const steps = told.get(file) ?? /* @__PURE__ */ new Set();
		const again = steps.has(at);
		told.set(file, steps.add(at));
		return again;
	});
	const takenUp = /* @__PURE__ */ new Map();
	return points.toReversed().filter(({ at, file }, index) => {
		const first = takenUp.get(file) ?? Number.POSITIVE_INFINITY;
		if (isAgain.at(-1 - index)) takenUp.set(file, Math.min(first, at));
		return at < first;
	}).reverse();
}
/** As many points as a drawing shows. */
const MOST_POINTS = 60;
function thinned(curve) {
	const finite = curve.filter(({ value }) => Number.isFinite(value));
	if (finite.length <= MOST_POINTS) return finite;
	return Array.from({ length: MOST_POINTS }, (_, index) => {
		const position = Math.round(index * (finite.length - 1) / 59);
		return finite[position] ?? {
			at: 0,
			value: 0
		};
	});
}

// src/config/endpoints.ts
const isMap$2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const KEYS = ["url", "model"];
/** What a side of an endpoint leaves out, its engine says: one address for two models of it, or one name at two addresses. */
function completeEndpoints(value) {
	if (!isMap$2(value)) return value;
	const { engine, candidate, baseline, anchor, reference } = value;
	const one = (side) => completed(side, engine);
	const each = (sides) => Array.isArray(sides) ? sides.map(one) : one(sides);
	const hasSources = isMap$2(baseline) && Object.hasOwn(baseline, "sources");
	return {
		...value,
		...candidate === void 0 ? {} : { candidate: one(candidate) },
		...baseline === void 0 ? {} : { baseline: hasSources ? {
			...baseline,
			sources: each(baseline.sources)
		} : each(baseline) },
		...isMap$2(anchor) ? { anchor: {
			...anchor,
			model: one(anchor.model)
		} } : {},
		...isMap$2(reference) ? { reference: Object.hasOwn(reference, "engine") ? {
			...reference,
			model: completed(reference.model, reference.engine)
		} : one(reference) } : {}
	};
}
function completed(side, engine) {
	if (!isMap$2(engine) || !isMap$2(side) || !KEYS.some((key) => Object.hasOwn(side, key))) return side;
	return {
		...Object.fromEntries(KEYS.flatMap((key) => engine[key] === void 0 ? [] : [[key, engine[key]]])),
		...side
	};
}

// src/config/starter-suites.ts
/** What makes the suite the one that it is: another value would be another task under its name. */
const OF_THE_SUITE = [
	"dataset",
	"id_field",
	"metadata",
	"runner",
	"type"
];
/** What nobody can ship: prompts that the user's baseline got right. */
const OWN_PROMPTS = "weighbridge:memory";
/** For editors: the newest version by its name alone, or one that is pinned. */
const suiteName = string().regex(new RegExp(`^(?:${[...STARTER_SUITES.keys()].join("|")})(?:@[1-9][0-9]{0,3})?$`)).describe(`A suite that ships with Weighbridge: ${[...STARTER_SUITES].map(([name, { summary }]) => `\`${name}\`, ${summary}`).join("; ")}. \`@1\` behind the name means that version, the name alone the newest.`);
/** A task that is only a name, or a map with `suite`. */
const asEntry = (task) => {
	if (typeof task === "string") return { suite: task };
	return isObject(task) && Object.hasOwn(task, "suite") ? {
		...task,
		suite: task.suite
	} : null;
};
/**
* Tasks that name a suite become what the suite says where they say nothing themselves; a suite of several parts becomes as many
* tasks, `refusals-safe` and `refusals-unsafe` of `refusals`. What names no suite stays as it is written.
*/
function completeSuites(value) {
	if (!isObject(value) || !isObject(value.tasks)) return value;
	const tasks = Object.entries(value.tasks).flatMap(([name, task]) => {
		const entry = asEntry(task);
		const found = entry === null ? null : starterSuite(String(entry.suite));
		if (entry === null || found === null) return [[name, task]];
		const { suite: _, ...written } = entry;
		const { name: suite, version } = found;
		return Object.entries(found.suite.parts).map(([part, { role, options }]) => [`${name}${part}`, {
			role,
			...options,
			...written,
			dataset: `${suite}${part}@${version}`,
			metadata: { version: `${suite}@${version}` }
		}]);
	});
	return {
		...value,
		tasks: Object.fromEntries(tasks)
	};
}
/** @param written the config as it stands in the file, before suites became tasks */
function suiteFaults({ value: written, locate }) {
	if (!isObject(written) || !isObject(written.tasks)) return [];
	const { tasks } = written;
	return Object.entries(tasks).flatMap(([name, task]) => {
		const entry = asEntry(task);
		if (entry === null) return [];
		const covers = ["tasks", name];
		const fault = (at, message, fix) => ({
			covers,
			error: new WeighbridgeError("config", message, {
				at: locate(at),
				fix
			})
		});
		const found = starterSuite(String(entry.suite));
		if (found === null) {
			const shown = JSON.stringify(entry.suite) ?? "nothing";
			return [fault(typeof task === "string" ? covers : [...covers, "suite"], `there is no suite ${shown}`, entry.suite === OWN_PROMPTS ? "it is of your own prompts: `weighbridge cases keep RUN` writes them and prints the task" : suggestion(String(entry.suite), [...STARTER_SUITES.keys()], "one of"))];
		}
		const taken = Object.keys(found.suite.parts).map((part) => `${name}${part}`);
		return [...OF_THE_SUITE.filter((key) => Object.hasOwn(entry, key)).map((key) => fault([...covers, key], `${key} is said by the suite`, "remove it, or write the task without `suite`")), ...taken.filter((each) => each !== name && Object.hasOwn(tasks, each)).map((each) => fault(["tasks", each], `the suite of task ${name} has a task ${each} too`, "choose another name"))];
	});
}

// src/config/json-schema.ts
let made;
/** JSON Schema of the config as it is written, before defaults. */
function configJsonSchema() {
	made ??= withSuites({
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "weighbridge.yml",
		...toJSONSchema(configSchema, { io: "input" })
	});
	return made;
}
/** A task may be written as the name of a suite, which is read before the schema sees it. */
function withSuites(schema) {
	const tasks = schema.properties?.tasks;
	const entry = tasks?.additionalProperties;
	if (typeof entry !== "object") return schema;
	const names = toJSONSchema(suiteName);
	const suite = {
		type: "object",
		description: "The same as the name alone, `general: weighbridge:general`, with options of the task beside it, which then count.",
		properties: { suite: names },
		required: ["suite"]
	};
	const written = {
		...tasks,
		additionalProperties: { anyOf: [
			entry,
			names,
			suite
		] }
	};
	return {
		...schema,
		properties: {
			...schema.properties,
			tasks: written
		}
	};
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether the constants of an alternative, such as the type of a task, are those of the value. */
function agrees(node, value) {
	return Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !isRecord(value) || !(name in value) || value[name] === field.const);
}
/** Whether the value says all constants of the alternative: then it is the one that is meant. */
const isNamed = (node, value) => Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !(node.required ?? []).includes(name) || isRecord(value) && name in value);
/** The alternatives of a node that the value could be meant as. */
function alternatives(node, value) {
	const options = [...node.anyOf ?? [], ...node.properties === void 0 ? node.oneOf ?? [] : []];
	return options.length === 0 ? [node] : options.flatMap((option) => agrees(option, value) ? alternatives(option, value) : []);
}
/** The keys that may stand in the map at this path of this value. */
function keysAt(root, value, path) {
	const possible = alternatives(root, value);
	const named = possible.filter((node) => isNamed(node, value));
	const nodes = named.length > 0 ? named : possible;
	const [part, ...rest] = path;
	if (part === void 0) return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
	const child = isRecord(value) || Array.isArray(value) ? value[part] : void 0;
	const keys = nodes.flatMap((node) => {
		const inner = node.properties?.[String(part)] ?? node.items ?? node.additionalProperties;
		return typeof inner === "object" ? keysAt(inner, child, rest) : [];
	});
	return [...new Set(keys)];
}

// src/config/yaml.ts
/** A config is a page of text; anything of this size is something else. Bytes and characters alike. */
const MAX_CONFIG_SIZE = 1048576;
const MAX_ALIASES = 20;
const MAX_DEPTH = 50;
/** After the first few, syntax errors are echoes of each other. */
const MAX_SYNTAX_ISSUES = 10;
/** The plain decimals of JSON without exponent: what a person reads as one number and nothing else. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** A path as people write it: `gates[0].metric`. */
function formatPath(path) {
	return path.reduce((text, part) => typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`, "");
}
/** The value at a path, undefined where there is none. */
function valueAt(value, path) {
	return path.reduce((inner, part) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, part) ? inner[part] : void 0, value);
}
/** Reads YAML 1.2 core: no merge keys, no custom tags, few aliases, plain decimal numbers, every key once. */
function readYaml(text, file) {
	if (text.length > 1048576) return unreadable(file, tooLarge(file));
	const lines = new import_dist.LineCounter();
	const clean = text.startsWith("﻿") ? text.slice(1) : text;
	const document = (0, import_dist.parseDocument)(clean, {
		version: "1.2",
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		stringKeys: true,
		prettyErrors: false,
		lineCounter: lines
	});
	const at = (offset, key) => {
		const { line, col } = offset === void 0 ? {
			line: 1,
			col: 1
		} : lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1),
			...key ? { key } : {}
		};
	};
	const broken = document.errors.find(({ code }) => code !== "DUPLICATE_KEY");
	const issues = broken === void 0 ? [...[...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_ISSUES).map((error) => syntaxIssue(error, clean, at)), ...structureIssues(document, at)] : [syntaxIssue(broken, clean, at)];
	const locate = (path) => at(nodeAt(document, path)?.range?.[0], formatPath(path));
	const locateKey = (path) => at(keyAt(document, path)?.range?.[0], formatPath(path));
	if (issues.length > 0) return {
		value: void 0,
		issues,
		locate,
		locateKey
	};
	return {
		value: document.toJS({ maxAliasCount: MAX_ALIASES }),
		issues,
		locate,
		locateKey
	};
}
function tooLarge(file) {
	return new WeighbridgeError("config", `the file is larger than ${MAX_CONFIG_SIZE / 1024} KiB`, {
		at: { file },
		fix: "name the config file itself; datasets belong into files of their own"
	});
}
const tooDeep = (at) => new WeighbridgeError("config", `the file is nested more than ${MAX_DEPTH} levels deep`, {
	at,
	fix: "write what is nested there as the reference in docs/reference/config.md has it"
});
function unreadable(file, issue) {
	const locate = () => ({ file });
	return {
		value: void 0,
		issues: [issue],
		locate,
		locateKey: locate
	};
}
const SYNTAX = {
	TAB_AS_INDENT: {
		message: "a tab indents this line",
		fix: "indent with spaces"
	},
	MULTIPLE_DOCS: {
		message: "the file holds several YAML documents",
		fix: "remove everything from `---` on"
	},
	NON_STRING_KEY: {
		message: "a key must be plain text",
		fix: "write `name: value`"
	},
	RESOURCE_EXHAUSTION: {
		message: "the file is nested too deeply",
		fix: "write a flat list or map"
	},
	TAG_RESOLVE_FAILED: {
		message: "tags are not supported",
		fix: "remove the `!…`"
	}
};
function syntaxIssue(error, text, at) {
	const place = at(error.pos[0]);
	if (error.code === "DUPLICATE_KEY") {
		const key = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 100))?.[0] ?? "";
		return new WeighbridgeError("config", `the key ${key} is here a second time`, {
			at: place,
			fix: "keep one of them: the file must say each thing once"
		});
	}
	const known = SYNTAX[error.code];
	return new WeighbridgeError("config", known?.message ?? `not valid YAML: ${error.message}`, {
		at: place,
		...known === void 0 ? {} : { fix: known.fix }
	});
}
/** What YAML allows and a policy file should not: things that read one way and mean another. */
function structureIssues(document, at) {
	const issues = [];
	const report = (node, message, fix) => issues.push(new WeighbridgeError("config", message, {
		at: at(node?.range?.[0]),
		fix
	}));
	if (document.directives.yaml.explicit && document.directives.yaml.version !== "1.2") report(null, `the file asks for YAML ${document.directives.yaml.version}`, "remove the %YAML line");
	let aliases = 0;
	(0, import_dist.visit)(document, (key, node, ancestors) => {
		if (ancestors.filter((each) => !(0, import_dist.isPair)(each)).length > MAX_DEPTH) {
			issues.push(tooDeep(at(void 0)));
			return import_dist.visit.BREAK;
		}
		if ((0, import_dist.isScalar)(node) && typeof node.value === "string" && node.value.includes("\0")) report(node, "this holds the character NUL", "remove it");
		if ((0, import_dist.isAlias)(node)) {
			aliases += 1;
			if (aliases === 21) report(node, `more than ${MAX_ALIASES} aliases`, "write the values out");
			else if (node.resolve(document) === void 0) report(node, `*${node.source} names no anchor above it`, `define &${node.source} first`);
			else if (ancestors.some((each) => each === node.resolve(document))) report(node, `*${node.source} contains itself`, "write the values out");
		} else if (key === "key" && (0, import_dist.isScalar)(node)) {
			if (node.value === "<<") report(node, "merge keys are not supported", "write the values out");
			if (node.value === "__proto__") report(node, "unknown key __proto__", "remove it");
		} else if ((0, import_dist.isScalar)(node) && typeof node.value === "number" && !PLAIN_NUMBER.test(node.source ?? "")) report(node, `${node.source} is not a plain decimal number`, "write it with digits and at most one point");
	});
	return issues;
}
function childOf(document, node, part) {
	const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
	if ((0, import_dist.isMap)(target)) return target.items.find((pair) => isKey(pair.key, part))?.value;
	return (0, import_dist.isSeq)(target) && typeof part === "number" ? target.items[part] : void 0;
}
const isKey = (key, part) => (0, import_dist.isScalar)(key) && String(key.value) === String(part);
/** The node at a path; where it is missing or empty, its key or the nearest thing around it. */
function nodeAt(document, path) {
	let node = document.contents;
	let last = document.contents;
	for (const [depth, part] of path.entries()) {
		const child = childOf(document, node, part);
		if (child === void 0 || child === null) return keyAt(document, path.slice(0, depth + 1)) ?? last;
		node = child;
		last = child;
	}
	return last;
}
function keyAt(document, path) {
	let node = document.contents;
	let key = document.contents;
	for (const part of path) {
		const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
		const pair = (0, import_dist.isMap)(target) ? target.items.find((each) => isKey(each.key, part)) : void 0;
		node = childOf(document, node, part);
		if (pair !== void 0) key = pair.key;
		else if (node !== void 0 && node !== null) key = node;
		else return key;
	}
	return key;
}

// src/config/scorer-issues.ts
/**
* The task's schema passes on only the message of what a scorer's own schema found. Asked directly, that schema says
* enough to name the missing key or the one that was meant.
*/
function scorerIssues(path, source) {
	const [tasks, , scorers, index] = path;
	if (tasks !== "tasks" || scorers !== "scorers" || typeof index !== "number") return void 0;
	const prefix = path.slice(0, 4);
	const entry = valueAt(source.value, prefix);
	if (typeof entry !== "object" || entry === null || !("name" in entry)) return void 0;
	const { name, ...options } = entry;
	const scorer = SCORERS.get(String(name));
	const found = scorer?.options.safeParse(options).error?.issues.filter(({ code }) => code !== "invalid_union");
	if (scorer === void 0 || found === void 0 || found.length === 0) return void 0;
	const schema = toJSONSchema(scorer.options, {
		io: "input",
		unrepresentable: "any"
	});
	return found.map((issue) => ({
		issue,
		path: [...prefix, ...issue.path],
		keysAt: (at) => keysAt(schema, options, at.slice(prefix.length))
	}));
}

// src/config/issues.ts
/** What the schema found wrong, each at its line and column and in words. */
function schemaIssues(issues, source) {
	const configKeys = (path) => keysAt(configJsonSchema(), source.value, path);
	const translated = issues.flatMap((issue) => {
		const path = issue.path;
		return (scorerIssues(path, source) ?? [{
			issue,
			path,
			keysAt: configKeys
		}]).flatMap((each) => translate(each, source));
	});
	return [...new Map(translated.map((error) => [error.describe(), error])).values()];
}
function translate({ issue, path, keysAt }, source) {
	const value = valueAt(source.value, path);
	const error = (message, fix) => [new WeighbridgeError("config", message, {
		at: source.locate(path),
		fix
	})];
	switch (issue.code) {
		case "unrecognized_keys": return unknownKeys(issue.keys, path, source, keysAt(path));
		case "invalid_key": return [new WeighbridgeError("config", `${JSON.stringify(path.at(-1))} cannot be a name`, {
			at: source.locateKey(path),
			fix: "use letters, digits, dot, dash and underscore, at most 100, beginning with a letter or digit"
		})];
		case "invalid_union": return unionIssues({
			issue,
			path,
			keysAt
		}, source);
		case "invalid_value": {
			const allowed = issue.values.map(String);
			if (value === void 0) return missing(path, source, anyOf(allowed));
			return error(`${show(value)} is not a known ${path.findLast((part) => typeof part === "string")}`, allowed.length === 1 ? `write ${allowed[0]}` : suggestion(String(value), allowed, "one of"));
		}
		case "invalid_type":
			if (value === void 0) return missing(path, source, TYPES[issue.expected] ?? issue.expected);
			return error(`expected ${TYPES[issue.expected] ?? issue.expected}, not ${show(value)}`, SHAPES.get(namedIn(path)) ?? `write ${TYPES[issue.expected] ?? issue.expected} there`);
		case "too_small":
			if (issue.origin === "string" || issue.origin === "array") return error("must not be empty", "write what belongs there, or remove the key");
			return error(`${show(value)} is too small`, `write ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`);
		case "too_big": return error(`${show(value)} is too large`, `write ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`);
		case "invalid_format": return error(`${show(value)} is not allowed here`, issue.format === "date" ? "write a day, such as 2025-03-01" : issue.format === "url" ? "write an address, such as http://localhost:8000/v1" : `write what matches ${issue.pattern ?? issue.format}`);
		default: return error(issue.message, "correct it as docs/reference/config.md has it");
	}
}
/** What people write elsewhere, by the list or part that it stands in, with what says it here. */
const KEYS_ELSEWHERE = /* @__PURE__ */ new Map([
	["history", "write record: { history: evals/history.jsonl }"],
	["model", "write candidate, and baseline for what it is held against"],
	["alpha", "write policy: { alpha: 0.05 }"],
	["on_inconclusive", "write policy: { on_inconclusive: lean }"],
	["policy.confidence", "write alpha, the error rate of one side: 0.05 where intervals are of 90 %"],
	["jobs", "this is a workflow of GitHub Actions: name the config, weighbridge.yml"],
	["providers", "this is a config of promptfoo: `weighbridge cases import FILE` makes test cases of its tests"],
	["candidate.path", "write the path itself: candidate: checkpoints/candidate.gguf"],
	["baseline.path", "write the path itself: baseline: checkpoints/base.gguf"],
	["tasks.*.dataset_path", "write dataset: a file, or hf:org/name@commit#split"],
	["tasks.*.dataset_name", "name it in dataset: hf:org/name@commit#config/split"],
	["tasks.*.test_split", "name it in dataset: hf:org/name@commit#split"],
	["tasks.*.output_type", "write type: multiple_choice, generate or perplexity"],
	["tasks.*.metric_list", "write scorers in a task of type generate; other types have their metrics by themselves"],
	["tasks.*.scorers", "remove it: a task of this type has its metrics by itself"],
	["tasks.*.max_tokens", "write generation_kwargs: { max_gen_toks: 256 }"],
	["tasks.*.temperature", "write generation_kwargs: { temperature: 0 }"],
	["tasks.*.gates", "write them beside tasks: gates: [{ metric: facts/acc, max_drop: 2pp }]"],
	["tasks.*.max_drop", "write it beside tasks: gates: [{ metric: facts/acc, max_drop: 2pp }]"],
	["gates.max_regression", "write max_drop"],
	["gates.tolerance", "write max_drop"],
	["gates.severity", "write tier: blocking or advisory"],
	["gates.group", "write no_regression_by_group"],
	["gates.task", "write it before the metric: metric: facts/acc"],
	["gates.limit", "say what it limits: max_drop, max_rise, min_gain, ceiling or floor"],
	["gates.threshold", "say what it limits: max_drop, max_rise, min_gain, ceiling or floor"],
	["gates.min", "write floor"],
	["gates.max", "write ceiling"]
]);
function unknownKeys(keys, path, source, known) {
	return keys.map((key) => new WeighbridgeError("config", `unknown key ${key.slice(0, 100)}`, {
		at: source.locateKey([...path, key]),
		fix: KEYS_ELSEWHERE.get(namedIn(path, key)) ?? `${suggestion(key, known)}${OTHER_KEYS.get(formatPath(path)) ?? ""}`
	}));
}
/** What is said of keys beyond those that are known. */
const OTHER_KEYS = /* @__PURE__ */ new Map([["thresholds", "; any other limit is a gate: gates: [{ metric: facts/acc, max_drop: 2pp }]"]]);
/** Parts of a config as they have to look, where people write them otherwise. */
const SHAPES = /* @__PURE__ */ new Map([["gates", "write a list of maps: gates: [{ metric: facts/acc, max_drop: 2pp }]"], ["tasks", "write each below its name: tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }"]]);
/** Whichever of a list, and of the tasks, it is in. */
const namedIn = (path, ...keys) => [...path.map((part, at) => at === 1 && path[0] === "tasks" ? "*" : part), ...keys].filter((part) => typeof part === "string").join(".");
function missing(path, source, expected) {
	return [new WeighbridgeError("config", `${path.at(-1)} is missing`, {
		at: {
			...source.locateKey(path.slice(0, -1)),
			key: formatPath(path)
		},
		fix: `add ${path.at(-1)}: ${expected}`
	})];
}
function unionIssues({ issue, path, keysAt }, source) {
	const value = valueAt(source.value, path);
	if ("discriminator" in issue && issue.discriminator !== void 0) {
		const options = ("options" in issue ? issue.options ?? [] : []).map(String);
		if (value === void 0) return missing(path, source, anyOf(options));
		return [new WeighbridgeError("config", `${show(value)} is not a known ${issue.discriminator}`, {
			at: source.locate(path),
			fix: suggestion(String(value), options, "one of")
		})];
	}
	const [meant] = issue.errors.filter((errors) => !errors.some((each) => each.path.length === 0 && each.code === "invalid_type")).sort((left, right) => left.length - right.length);
	if (meant !== void 0) {
		const told = meant.filter((each) => each.code === "unrecognized_keys" && each.keys.some((key) => KEYS_ELSEWHERE.has(namedIn([...path, ...each.path], key))));
		return (told.length > 0 ? told : meant).flatMap((each) => translate({
			issue: each,
			path: [...path, ...each.path],
			keysAt
		}, source));
	}
	const types = issue.errors.flat().flatMap((each) => each.code === "invalid_type" ? [TYPES[each.expected] ?? each.expected] : []);
	if (value === void 0) return missing(path, source, [...new Set(types)].join(" or "));
	return [new WeighbridgeError("config", `expected ${[...new Set(types)].join(" or ")}, not ${show(value)}`, {
		at: source.locate(path),
		fix: `write ${[...new Set(types)].join(" or ")} there`
	})];
}
const anyOf = (values) => values.length === 1 ? `${values[0]}` : `one of: ${values.join(", ")}`;
const TYPES = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	object: "a map of keys",
	record: "a map of names",
	array: "a list",
	null: "null"
};
/** A value as the message quotes it: short, and never more than one line. */
function show(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a map of keys";
	if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
	return String(value);
}

// src/config/parse.ts
const EMPTY = {
	value: { version: 1 },
	issues: [],
	locate: () => ({ file: "flags" }),
	locateKey: () => ({ file: "flags" })
};
/** Reads a config; without a text (null) the draft is that of a file that says nothing. */
function parseConfig(text, file) {
	if (text === null) return partialDraft(EMPTY, EMPTY.value, []);
	const read = readYaml(text, file);
	const source = {
		...read,
		value: completeSuites(completeEndpoints(read.value))
	};
	const { value } = source;
	if (source.issues.length > 0) return partialDraft(source, {}, source.issues);
	if (!isMap(value)) return partialDraft(source, {}, [notAMap(value, source)]);
	const unsupported = [...unsupportedForms(source), ...suiteFaults(read)];
	const parsed = configSchema.safeParse(value);
	const isExplained = (path) => unsupported.some(({ covers }) => covers.every((part, depth) => path[depth] === part));
	const issues = (parsed.error?.issues ?? []).filter((issue) => !isExplained(issue.path));
	return partialDraft(source, value, [...unsupported.map(({ error }) => error), ...schemaIssues(issues, source)]);
}
function notAMap(value, source) {
	return new WeighbridgeError("config", value === null || value === void 0 ? "the file is empty" : "the file must be a map of keys", {
		at: source.locate([]),
		fix: "begin with `version: 1`, or let `weighbridge init` write a first config"
	});
}
function partialDraft(source, value, issues) {
	const head = configSchema.pick({
		candidate: true,
		baseline: true,
		store: true,
		accept_change: true,
		anchor: true,
		reference: true,
		engine: true,
		prices: true,
		seed: true,
		include_samples: true,
		record: true,
		curves: true,
		drift: true
	}).strip().safeParse(value);
	const tasks = isMap(value.tasks) ? Object.entries(value.tasks) : [];
	const gates = Array.isArray(value.gates) ? value.gates : [];
	return {
		source,
		issues,
		head: head.data ?? null,
		tasks: new Map(tasks.map(([name, task]) => [name, lenient(taskSchema, task)])),
		thresholds: lenient(thresholdsSchema, value.thresholds) ?? {},
		gates: gates.map((gate) => gateSchema.safeParse(gate).data ?? null),
		policy: lenient(policySchema, value.policy) ?? policySchema.parse({})
	};
}
/** The value without its unknown keys, which have been reported and would only hide what else is wrong. */
function lenient(schema, value) {
	const strict = schema.safeParse(value);
	if (strict.success || !isMap(value)) return strict.data ?? null;
	const unknown = strict.error.issues.flatMap((issue) => issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : []);
	const known = Object.entries(value).filter(([key]) => !unknown.includes(key));
	return schema.safeParse(Object.fromEntries(known)).data ?? null;
}
/** Whether the file itself says something at this path, as opposed to a default. */
function isWritten(source, path) {
	return valueAt(source.value, path) !== void 0;
}
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Where the file says the value at this path. */
function originOf({ source }, path) {
	const at = source.locate(path);
	return {
		source: {
			kind: "file",
			file: at.file,
			line: source.locateKey(path).line ?? 1
		},
		at
	};
}

// src/config/curves.ts
/** `curves` as it is judged by; null where the config has none, or its limits are none. */
function resolveCurves(draft) {
	const written = draft.head?.curves;
	if (written === void 0) return {
		value: null,
		issues: []
	};
	const issues = draft.tasks.has("curves") ? [takenName(draft)] : [];
	const gate = (name) => {
		const { ceiling, tier } = written[name];
		const at = [
			"curves",
			name,
			"ceiling"
		];
		const isOwn = isWritten(draft.source, at);
		const parsed = parseValue(ceiling, "rate");
		if (!parsed.ok) issues.push(valueFault(originOf(draft, at), parsed.message, parsed.fix));
		return {
			tier,
			limit: {
				value: parsed.ok ? parsed.value : 0,
				source: isOwn ? originOf(draft, at).source : { kind: "default" }
			}
		};
	};
	const { files, columns, schedule } = written;
	const value = {
		files: typeof files === "string" ? [files] : files,
		columns: told(columns),
		schedule,
		generalizationGap: gate("generalization_gap"),
		validationRising: gate("validation_rising")
	};
	return {
		value: issues.length > 0 ? null : value,
		issues
	};
}
const takenName = ({ source }) => new WeighbridgeError("config", `gates on training curves are named ${CURVES_TASK}/…, and so is a task`, {
	at: source.locate(["tasks", CURVES_TASK]),
	fix: "give the task another name"
});
/** Without those of which nothing is said. */
const told = (columns) => Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== void 0));

// src/config/digest.ts
/**
* SHA-256 of how checkpoints are asked and judged. Which checkpoints, and where a value was written, are left out: the
* same rules have the same digest in every pull request, from a file or from flags.
*/
function configDigest({ baselines: { prompt }, engine, prices, seed, tasks, gates, curves, policy, evaluation }) {
	const rules = {
		engine,
		seed,
		tasks: Object.fromEntries(tasks.map(({ name, ...task }) => [name, task])),
		gates: Object.fromEntries(gates.map(({ source: _, id, ...gate }) => [id, gate])),
		policy: Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value])),
		evaluation: evaluation.value,
		...prices === null ? {} : { prices },
		...Object.keys(prompt).length === 0 ? {} : { prompt },
		...curves === null ? {} : { curves: withoutPlaces(curves) }
	};
	return createHash("sha256").update(JSON.stringify(rules, sortKeys)).digest("hex");
}
const withoutPlaces = ({ generalizationGap: gap, validationRising: rising, ...curves }) => ({
	...curves,
	gap: {
		limit: gap.limit.value,
		tier: gap.tier
	},
	rising: {
		limit: rising.limit.value,
		tier: rising.tier
	}
});
/** Makes the text of an object independent of the order in which its keys were written. */
function sortKeys(_key, value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

// src/config/resolved.ts
const isNative = (task) => RUNNERS[task.runner].kind === "engine";
const isHarness = (task) => RUNNERS[task.runner].kind === "harness";
/** The tasks of external harnesses, each harness with its own: one harness is started for all of them. */
function byHarness(tasks) {
	const found = /* @__PURE__ */ new Map();
	for (const task of tasks.filter(isHarness)) found.set(task.runner, [...found.get(task.runner) ?? [], task]);
	return found;
}
/** What a harness is told of where its tasks lie, and of what they may run. */
const inTaskDirectory = ({ taskDirectory, allow }) => ({
	directory: taskDirectory,
	allow
});

// src/config/drift.ts
/** The tasks whose answers are compared: those whose type says so, and those that the config or a gate names. */
function driftTasks({ head }, tasks, gates) {
	const own = tasks.filter((task) => isNative(task) && engineRunner(task.runner).describe(task.options).drifts);
	const gated = gates.flatMap(({ rule, task }) => rule === "max_drift" ? [task] : []);
	return [.../* @__PURE__ */ new Set([
		...own.map(({ name }) => name),
		...head?.drift ?? [],
		...gated
	])];
}
/** Names of tasks that are not there, or whose model writes nothing. @param broken tasks that have faults of their own */
function driftIssues({ head, source }, tasks, { tasks: declared, broken }) {
	return (head?.drift ?? []).flatMap((name, index) => {
		const at = source.locate(["drift", index]);
		const known = declared.map(({ task }) => task);
		if (known.length > 0 && !known.includes(name) && !broken.includes(name)) {
			const fix = suggestion(name, known, "tasks");
			return [new WeighbridgeError("config", `drift: no task is named ${JSON.stringify(name)}`, {
				at,
				fix
			})];
		}
		return writesAnswers(tasks, name) ? [] : [new WeighbridgeError("config", `drift: ${noAnswers(name)}`, {
			at,
			fix: OTHER_TASK
		})];
	});
}
/** Gates on the drift of answers that the model does not write. */
const driftGateIssues = (gates, tasks) => gates.flatMap(({ rule, task, source }) => rule !== "max_drift" || writesAnswers(tasks, task) ? [] : [valueFault({ source }, `max_drift: ${noAnswers(task)}`, OTHER_TASK)]);
const noAnswers = (task) => `the model writes no answers to task ${task}`;
const OTHER_TASK = "name a task that generates, or give one `type: drift`";
/** Of what another program asks nobody knows beforehand. */
function writesAnswers(tasks, name) {
	const task = tasks.find((each) => each.name === name);
	if (task === void 0 || !isNative(task)) return true;
	return engineRunner(task.runner).describe(task.options).maxOutputTokens > 0;
}

// src/config/gate-requests.ts
/** The metrics that a request names: an average names those of its tasks alone. */
function metricNames({ rule, metric, terms = [] }) {
	const others = terms.map((term) => term.metric);
	return ruleOf({ rule }).scope === "average" ? others : [metric, ...others];
}
/** Between the tasks of an average on the command line: no name of a filter or task holds it. */
const PLUS = "+";
function flagRequests(flags) {
	const values = [];
	const issues = [];
	for (const { rule, value, source } of flags) {
		const origin = { source };
		const equals = value.lastIndexOf("=");
		if (equals <= 0 || equals === value.length - 1) {
			const example = ruleOf({ rule }).written === "change" ? "mmlu/acc=2pp" : "prompts/toxicity=1%";
			issues.push(valueFault(origin, `${JSON.stringify(value)} is not metric=limit`, `write for instance ${example}`));
			continue;
		}
		const named = value.slice(0, equals);
		const isAverage = ruleOf({ rule }).scope === "average";
		const terms = isAverage ? named.split(PLUS).map((metric) => ({
			metric,
			weight: 1,
			origin
		})) : [];
		if (isAverage && terms.length < 2) {
			issues.push(valueFault(origin, `${JSON.stringify(named)} is one task, and no average`, "write for instance mmlu+arc_easy/acc_norm=1pp"));
			continue;
		}
		values.push({
			metric: isAverage ? "average" : named,
			rule,
			limit: value.slice(equals + 1),
			tier: "blocking",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin,
			...isAverage ? { terms } : {}
		});
	}
	return {
		values,
		issues
	};
}
/** The entries of `gates`, each with exactly one rule. */
function listedRequests(draft) {
	const values = [];
	const issues = [];
	for (const [index, entry] of draft.gates.entries()) {
		if (entry === null) continue;
		const path = ["gates", index];
		const found = GATE_RULES.filter((name) => entry[name] !== void 0);
		const [rule, ...others] = found;
		const written = rule === void 0 || others.length > 0 ? void 0 : entry[rule];
		if (rule === void 0 || written === void 0) {
			const message = found.length === 0 ? "the gate has no limit" : `the gate has ${found.length} limits: ${found.join(", ")}`;
			const fix = `give exactly one of ${GATE_RULES.join(", ")}; several rules are several gates`;
			issues.push(new WeighbridgeError("config", message, {
				at: draft.source.locate(path),
				fix
			}));
			continue;
		}
		const { limit, name, terms } = partsOf(written, (key) => originOf(draft, [
			...path,
			rule,
			...key
		]));
		const metric = name ?? entry.metric;
		if (metric === void 0 || name !== null && entry.metric !== void 0) {
			const [message, fix] = metric === void 0 ? ["metric is missing", "say which metric the limit is about, such as `metric: mmlu/acc`"] : ["an average has no metric of its own", "leave out metric: the tasks of the average name theirs"];
			issues.push(new WeighbridgeError("config", message, {
				at: draft.source.locate(path),
				fix
			}));
			continue;
		}
		const named = entry.class === void 0 ? metric : ofClass(metric, entry.class);
		if (named === null || name !== null && entry.class !== void 0) {
			issues.push(new WeighbridgeError("config", "a class needs a metric that is asked of it", {
				at: draft.source.locate([...path, "class"]),
				fix: "name the task and the metric, such as `metric: intents/f1`"
			}));
			continue;
		}
		values.push({
			metric: named,
			rule,
			limit,
			tier: entry.tier,
			allowWeakScorer: entry.allow_weak_scorer,
			...entry.allow_weak_evidence ? { allowWeakEvidence: true } : {},
			...entry.allow_floor ? { allowFloor: true } : {},
			...terms === null ? {} : { terms },
			metricOrigin: originOf(draft, name === null ? [...path, "metric"] : [...path, rule]),
			limitOrigin: originOf(draft, [...path, rule])
		});
	}
	return {
		values,
		issues
	};
}
/** `intents/f1` of a class is `intents/f1[refund]`, before the name of a filter; null where only a task is named. */
function ofClass(metric, label) {
	const slash = metric.lastIndexOf("/");
	if (slash < 0) return null;
	const comma = metric.indexOf(",", slash);
	const end = comma < 0 ? metric.length : comma;
	const name = classMetricName({
		statistic: metric.slice(slash + 1, end),
		label
	});
	return `${metric.slice(0, slash + 1)}${name}${metric.slice(end)}`;
}
/**
* What stands beside a rule: a limit, and of several metrics their names and weights.
* @param origin of a key below the rule
*/
function partsOf(written, origin) {
	if (typeof written !== "object") return {
		limit: written,
		name: null,
		terms: null
	};
	const weighed = (weights, under) => Object.entries(weights).map(([metric, weight]) => ({
		metric,
		weight,
		origin: origin([under, metric])
	}));
	if ("losses" in written) return {
		limit: written.at_least,
		name: null,
		terms: weighed(written.losses, "losses")
	};
	const { name, tasks, max_drop: limit } = written;
	return {
		limit,
		name,
		terms: Array.isArray(tasks) ? tasks.map((metric, index) => ({
			metric,
			weight: 1,
			origin: origin(["tasks", index])
		})) : weighed(tasks, "tasks")
	};
}
/** The limits of the anchor: what the candidate may have lost since then, a gate each. */
function anchorRequests(draft) {
	return Object.entries(draft.head?.anchor?.max_drop ?? {}).map(([metric, limit]) => {
		const origin = originOf(draft, [
			"anchor",
			"max_drop",
			metric
		]);
		return {
			metric,
			rule: "max_drop",
			limit,
			tier: "blocking",
			against: "anchor",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin
		};
	});
}

// src/core/decide/rules/times.ts
/**
* Whether a rule asks for the candidate's own value of what a clock measured, with nothing that cancels the tails of times. A quantile
* against a limit is a statement about a share of answers, which needs no more than that.
*/
function restsOnTails({ estimand, judgeMetric }, metric) {
	const how = measuredBy(metric);
	return how !== null && estimand === "candidate" && (how === "ratio" || judgeMetric !== void 0);
}

// src/config/metric-name.ts
const refuse = (message, fix) => ({
	ok: false,
	message,
	fix
});
/** The part of a name before the metric. */
const taskPart = (name) => name.split("/")[0] ?? "";
const WITHOUT_TASKS = "name it under `tasks`; results that are there already are judged by `weighbridge gate --config FILE --baseline PATH --candidate PATH`";
/** Finds what `task`, `task/metric` or `task/metric,filter` means; an alias stands for its task. */
function findMetric(name, tasks) {
	const named = tasks.flatMap((task) => [...[task.task, ...task.alias === void 0 ? [] : [task.alias]].map((text) => ({
		text,
		task
	})), ...(task.subtasks ?? []).map((text) => ({
		text,
		task: {
			...task,
			task: text
		}
	}))]).filter(({ text }) => name === text || name.startsWith(`${text}/`)).sort((a, b) => b.text.length - a.text.length || Number(isSubtask(a)) - Number(isSubtask(b)))[0];
	if (named === void 0) {
		const written = taskPart(name);
		const known = tasks.flatMap(({ task, subtasks = [] }) => [task, ...subtasks]);
		const alone = written === name ? tasks.flatMap((task) => metricsCalled(name, task)) : [];
		const fix = alone.length > 0 ? `write the task before it: ${alone.slice(0, 5).join(", ")}` : suggestion(written, known, "tasks");
		return refuse(`no task is named ${JSON.stringify(written)}`, known.length === 0 ? WITHOUT_TASKS : fix);
	}
	const { task, text } = named;
	const written = name === text ? task.primaryMetric : name.slice(text.length + 1);
	if (task.open === true) return {
		ok: true,
		value: supposed(task, written)
	};
	const ofClass = classMetricNamed(written, task);
	if (ofClass !== null) return ofClass.ok ? withFilter({
		task,
		metric: ofClass.value
	}, ofClass.filter) : ofClass;
	const { metric, filter } = splitFilter(written, task);
	if (metric === void 0) {
		const counted = usageMetric(written.split(",")[0] ?? "");
		if (counted !== null) return withFilter({
			task,
			metric: counted
		}, written.split(",")[1]);
		const following = ofRepeats(written, task);
		if (following !== null) return following.ok ? withFilter({
			task,
			metric: following.value
		}, following.filter) : following;
		const known = task.metrics.map((each) => each.name);
		const [asked = ""] = written.split(",");
		return refuse(`task ${task.task} has no metric ${JSON.stringify(written)}`, suggestion(metricMeant(asked, known) ?? asked, known, "metrics"));
	}
	return withFilter({
		task,
		metric
	}, filter);
}
const metricsCalled = (written, { task, metrics }) => metrics.filter(({ name }) => nameHere(name) === nameHere(written)).map(({ name }) => `${task}/${name}`);
const isSubtask = ({ text, task }) => task.subtasks?.includes(text) === true && task.task === text;
/** What a gate means before its task has run. What it says is checked again, in full, once results name their metrics. */
function supposed(task, written) {
	const comma = written.lastIndexOf(",");
	return {
		task,
		metric: {
			name: comma < 0 ? written : written.slice(0, comma),
			direction: "higher_is_better",
			kind: "mean",
			unit: "rate",
			scale: "linear",
			weak: false,
			range: {
				min: null,
				max: null
			}
		},
		...comma < 0 ? {} : { filter: written.slice(comma + 1) }
	};
}
function splitFilter(written, task) {
	const find = (name) => task.metrics.find((metric) => metric.name === name);
	const whole = find(written);
	const comma = written.lastIndexOf(",");
	if (whole !== void 0 || comma < 0) return {
		metric: whole,
		filter: void 0
	};
	return {
		metric: find(written.slice(0, comma)),
		filter: written.slice(comma + 1)
	};
}
/** What `f1[refund]` means, one class against all others; null for a name that asks of no class. */
function classMetricNamed(written, task) {
	const [, name = written, filter] = /^(.*\]),([^\],]+)$/su.exec(written) ?? [];
	const asked = parseClassMetric(name);
	if (asked === null || task.metrics.some((metric) => metric.name === written)) return null;
	const { statistic, label } = asked;
	if (!isClassStatistic(statistic)) return refuse(`${statistic} is no metric of one class`, suggestion(statistic, CLASS_STATISTICS, "of one class there are"));
	const metric = classMetric(asked, task.metrics);
	if (metric !== null) return {
		ok: true,
		value: metric,
		filter
	};
	const base = baseOf(statistic, task.metrics);
	if (base === void 0) return refuse(`task ${task.task} has no metric that knows the classes which ${statistic} of ${JSON.stringify(label)} needs`, "score it with the scorer `classification`, f1_macro among its metrics, or leave out the class");
	return refuse(`task ${task.task} has no class ${JSON.stringify(label)}`, suggestion(label, base.classes, "classes"));
}
/** What `pass@4` means, or `json_valid_pass@4` of another metric than the primary one; null for any other name. */
function ofRepeats(written, task) {
	const comma = written.lastIndexOf(",");
	const [name, filter] = comma < 0 ? [written, void 0] : [written.slice(0, comma), written.slice(comma + 1)];
	const asked = parseRepeatMetric(name);
	if (asked === null) return null;
	const { family, k } = asked;
	if (task.filters?.includes(name) === true) {
		const meant = `${task.task}/${task.primaryMetric},${name}`;
		return refuse(`${name} is a filter of task ${task.task}`, `write ${meant}`);
	}
	const wanted = asked.metric ?? task.primaryMetric;
	const base = task.metrics.find((metric) => metric.name === wanted);
	if (base === void 0) {
		const known = task.metrics.map((each) => each.name);
		return refuse(`task ${task.task} has no metric ${JSON.stringify(wanted)}`, suggestion(wanted, known, "metrics"));
	}
	const what = REPEAT_METRICS[family].means;
	if (!tellsRight(base)) {
		const fix = `name a metric from 0 to 1 of which more is better, as in ${task.task}/METRIC_${family}${k}`;
		return refuse(`${family}${k} says whether ${what}, and ${base.name} does not say which are right`, fix);
	}
	const { repeats = 1 } = task;
	if (k > repeats) {
		const each = repeats === 1 ? "one answer" : `${repeats} answers`;
		return refuse(`${family}${k} needs ${k} answers to each sample, and task ${task.task} has ${each}`, repeats === 1 ? `give the task \`repeats: ${k}\` at a temperature, or gate ${task.task}/${base.name}` : `give the task \`repeats: ${k}\`, or gate ${task.task}/${base.name}_${family}${repeats}`);
	}
	return {
		ok: true,
		value: declareRepeatMetric(base, family, k),
		filter
	};
}
function withFilter(reference, filter) {
	const { task, metric } = reference;
	const filters = task.filters ?? [];
	const name = `${task.task}/${metric.name}`;
	if (filter === void 0) {
		if (filters.length <= 1) return {
			ok: true,
			value: reference
		};
		return refuse(`${name} is ambiguous: the task has several filters`, `write one of: ${filters.map((each) => `${name},${each}`).join(" | ")}`);
	}
	if (filters.includes(filter)) return {
		ok: true,
		value: {
			...reference,
			filter
		}
	};
	return refuse(`task ${task.task} has no filter ${JSON.stringify(filter)}`, filters.length === 0 ? `write ${name}` : suggestion(filter, filters, "filters"));
}

// src/config/gates.ts
/** Turns requests into gates; what overrides (a flag, an input) takes the place of the file's gate of the same id. */
function makeGates(requests, declared) {
	const issues = [];
	const gates = /* @__PURE__ */ new Map();
	for (const request of requests) {
		if (metricNames(request).some((metric) => declared.broken.includes(taskPart(metric)))) continue;
		const { scope } = ruleOf(request);
		const made = (scope === "average" ? makeAverage : scope === "answers" ? makeDrift : makeGate)(request, declared.tasks);
		if (made instanceof WeighbridgeError) {
			issues.push(made);
			continue;
		}
		const earlier = gates.get(made.id);
		const origin = request.limitOrigin;
		if (earlier === void 0 || overrides(origin) && !overrides(earlier.origin)) gates.set(made.id, {
			gate: made,
			origin
		});
		else if (overrides(origin) || !overrides(earlier.origin)) issues.push(duplicate(made.id, earlier.origin, origin));
	}
	return {
		values: [...gates.values()].map(({ gate }) => gate),
		issues
	};
}
/** Gates on what tokens cost, where nobody says it: better said here than after an evaluation. */
function unpricedGates(requests, tasks) {
	return requests.flatMap((request) => metricNames(request).flatMap((name) => {
		const found = findMetric(name, tasks);
		if (!found.ok || found.value.metric.of_usage !== "cost") return [];
		const origin = request.terms?.find(({ metric }) => metric === name)?.origin ?? request.metricOrigin;
		return [valueFault(origin, `${name} is what tokens cost, and the config has no prices`, "add `prices: { models: { my-model: { input: 0.15, output: 0.6 } } }`, of a million tokens each")];
	}));
}
const overrides = ({ source }) => source.kind === "flag" || source.kind === "input";
function duplicate(id, first, second) {
	return valueFault(second, `the gate ${id} is here twice: ${describeSource(first.source)} and ${describeSource(second.source)}`, "keep one of them");
}
function makeGate(request, tasks) {
	const found = findMetric(request.metric, tasks);
	if (!found.ok) return valueFault(request.metricOrigin, found.message, found.fix);
	const { task, metric, filter } = found.value;
	const name = `${task.task}/${metric.name}`;
	const unjudged = neverJudged(found.value, request.metricOrigin);
	if (unjudged !== null) return unjudged;
	const rule = readRule(request, found.value, tasks);
	if (rule instanceof WeighbridgeError) return rule;
	const misfit = task.open === true ? null : ruleOf(rule).misfit(metric.direction);
	if (misfit !== null) return valueFault(request.limitOrigin, `${name} is better when ${misfit.better}: a ${rule.rule} would block what is good`, `use ${misfit.use}`);
	if (restsOnTails(ruleOf(rule), metric)) return valueFault(request.limitOrigin, `${name} is measured by a clock, whose values have tails on which a ${rule.rule} would be proven too often`, "limit its change (`max_rise: 10%rel`, of speeds `max_drop`), or set a ceiling to a time that most answers keep (`_p95`, `_p50`)");
	const weak = weakness(request, found.value);
	if (weak !== null) return weak;
	return {
		...rule,
		id: `${name}${filter === void 0 ? "" : `,${filter}`}:${rule.rule}${request.against === void 0 ? "" : `@${request.against}`}`,
		task: task.task,
		metric: metric.name,
		...filter === void 0 ? {} : { filter },
		...request.against === void 0 ? {} : { against: request.against },
		...asked(request)
	};
}
/** What a gate says besides its rule and what it is about. */
const asked = ({ tier, allowWeakEvidence, allowFloor, limitOrigin }) => ({
	tier,
	...allowWeakEvidence ? { allowWeakEvidence: true } : {},
	...allowFloor ? { allowFloor: true } : {},
	source: limitOrigin.source
});
/** A metric that is shown, but that no statistics can judge: better said here than after an evaluation. */
function neverJudged({ task, metric }, origin) {
	const why = metric.aggregate === void 0 ? null : whyNotJudged(metric.aggregate);
	if (why === null) return null;
	return valueFault(origin, `${task.task}/${metric.name} is shown and never judged: ${why.says}`, `gate ${why.instead}`);
}
function weakness({ tier, rule, allowWeakScorer, metricOrigin }, { task, metric }) {
	if (metric.errors !== void 0 && ruleOf({ rule }).estimand === "candidate") return null;
	if (!metric.weak || task.role !== "safety" || tier !== "blocking" || allowWeakScorer) return null;
	return valueFault(metricOrigin, `${task.task}/${metric.name} is weak evidence, and this gate would block a safety task on it alone`, "add `allow_weak_scorer: true` to the gate in the config if that is meant, or `tier: advisory`");
}
/** A gate on the answers themselves: a task, and in what its answers may drift. */
function makeDrift(request, tasks) {
	const { metric: written, metricOrigin, limitOrigin } = request;
	const slash = written.lastIndexOf("/");
	const [name, feature] = [written.slice(0, Math.max(0, slash)), written.slice(slash + 1)];
	const fix = `write a task and one of ${DRIFT_FEATURES.join(", ")}, such as \`metric: chat/vocabulary\``;
	if (!isDriftFeature(feature)) return valueFault(metricOrigin, `${JSON.stringify(written)} names nothing in which answers drift`, fix);
	const found = findMetric(name, tasks);
	if (name === "") return valueFault(metricOrigin, "no task is named", fix);
	if (!found.ok) return valueFault(metricOrigin, found.message, found.fix);
	const { task } = found.value;
	const lacking = task.open === true ? null : lackingFor(feature, task);
	if (lacking !== null) return valueFault(metricOrigin, `${task.task} has no ${feature} of its answers`, lacking);
	const { unit, most } = DRIFT_LIMITS[feature];
	const limit = ruleOf(request).parse(request.limit, unit);
	if (!limit.ok) return valueFault(limitOrigin, limit.message, limit.fix);
	const { value } = limit;
	if (typeof value === "number" || value.kind === "count") throw new Error("the limit of a drift is a change");
	if (value.kind === "relative" !== (feature === "length")) {
		const inUnit = unit === "rate" ? "points, such as 5pp" : "a plain number, such as 0.1";
		return valueFault(limitOrigin, `${request.limit} is no limit on a drift in ${feature}`, feature === "length" ? "write a share of the baseline's length, such as 10%rel" : `write ${inUnit}`);
	}
	if (most !== null && value.value >= most) return pointless(request);
	return {
		rule: "max_drift",
		feature,
		limit: value,
		id: `${task.task}/${feature}:max_drift`,
		task: task.task,
		metric: feature,
		...asked(request)
	};
}
/** What a task needs so that a feature of its answers can be told; null where it has it. */
function lackingFor(feature, { metrics }) {
	if (feature === "meaning" && !metrics.some(({ aggregate }) => aggregate === "mean_resultant_length")) return "add the scorer `embedding_direction` to the task";
	if (feature === "judge" && !metrics.some(({ judge, kind }) => judge !== void 0 && kind === "mean")) return "score the task with the scorer `judge`";
	return null;
}
/** One gate on several tasks, of one unit and direction as far as these are known. */
function makeAverage(request, tasks) {
	const { metric: name, terms = [], metricOrigin, limitOrigin } = request;
	const found = readTerms(terms, [], tasks);
	if (found instanceof WeighbridgeError) return found;
	if (tasks.some(({ task, alias }) => task === name || alias === name)) return valueFault(metricOrigin, `the average ${name} has the name of a task`, "call the average something else, such as `name: general ability`");
	const known = found.filter(({ reference }) => reference.task.open !== true);
	const [first = found[0]] = known;
	if (first === void 0) throw new Error("an average of nothing");
	const { unit, direction } = first.reference.metric;
	for (const { reference, origin } of known) {
		const { metric, task } = reference;
		if (metric.scale === "log") {
			const message = `${task.task}/${metric.name} is judged on a logarithmic scale, which has no average`;
			return valueFault(origin, message, "leave it out, or average bits_per_byte");
		}
		if (metric.unit !== unit || metric.direction !== direction) {
			const other = `${first.reference.task.task}/${first.reference.metric.name}`;
			const message = `${task.task}/${metric.name} is of another unit or direction than ${other}, so that they have no average`;
			return valueFault(origin, message, "average metrics of one kind, and gate others by themselves");
		}
		const weak = weakness(request, reference);
		if (weak !== null) return weak;
	}
	const limit = readLimit(request, first.reference);
	if (limit instanceof WeighbridgeError) return limit;
	const metrics = new Set(found.map(({ reference }) => reference.metric.name));
	const [only = ""] = metrics;
	const metric = metrics.size === 1 ? only : SEVERAL;
	return {
		rule: "average",
		limit,
		of: found.map(weighted),
		id: `${name}/${metric}:average`,
		task: name,
		metric,
		...asked({
			...request,
			limitOrigin
		})
	};
}
/** Stands for the metric of an average over metrics of several names. */
const SEVERAL = "several metrics";
function readLimit(request, subject) {
	const read = readRule(request, subject, []);
	if (read instanceof WeighbridgeError) return read;
	if (typeof read.limit === "number" || read.limit.kind === "count") throw new Error("the limit of an average is a change");
	return read.limit;
}
/** The limit in the unit of its metric; of one that is not known yet in whatever unit it can be. */
function readRule(request, subject, tasks) {
	const read = readIn(request, subject.metric.unit, subject, tasks);
	if (subject.task.open !== true || !(read instanceof WeighbridgeError)) return read;
	const plain = readIn(request, "number", subject, tasks);
	return plain instanceof WeighbridgeError ? read : plain;
}
function readIn(request, unit, gain, tasks) {
	const rule = ruleOf(request);
	const limit = rule.parse(request.limit, unit);
	if (!limit.ok) return valueFault(request.limitOrigin, limit.message, limit.fix);
	const direction = gain.task.open === true ? null : gain.metric.direction;
	if (rule.allowsEverything(limit.value, unit, direction)) return pointless(request);
	const own = {
		rule: rule.name,
		limit: limit.value
	};
	if (rule.scope !== "several metrics") return own;
	const losses = readTerms(request.terms ?? [], [gain], tasks);
	return losses instanceof WeighbridgeError ? losses : {
		...own,
		losses: losses.map(weighted)
	};
}
const pointless = ({ metric, rule, limit, limitOrigin }) => valueFault(limitOrigin, `${rule} ${limit} of ${metric} allows everything: the gate could never block`, "write a limit that can be passed, or remove the gate");
const weighted = ({ reference, weight }) => ({
	task: reference.task.task,
	metric: reference.metric.name,
	...reference.filter === void 0 ? {} : { filter: reference.filter },
	weight
});
/** Each metric once. @param taken metrics that would be weighed against themselves, such as the gain */
function readTerms(requests, taken, tasks) {
	const nameOf = ({ task, metric, filter }) => `${task.task}/${metric.name}${filter === void 0 ? "" : `,${filter}`}`;
	const seen = new Set(taken.map(nameOf));
	const terms = [];
	for (const { metric: written, weight, origin } of requests) {
		const found = findMetric(written, tasks);
		if (!found.ok) return valueFault(origin, found.message, found.fix);
		const unjudged = neverJudged(found.value, origin);
		if (unjudged !== null) return unjudged;
		const name = nameOf(found.value);
		if (seen.has(name)) return valueFault(origin, `${name} is weighed twice`, "name every metric once");
		seen.add(name);
		terms.push({
			reference: found.value,
			weight,
			origin
		});
	}
	return terms;
}

// src/config/own-prompt.ts
/** What `baseline.prompt` says of a task, as a run of the baseline records it; null where it is asked as the candidate is. */
function ownPromptOf({ baselines: { prompt } }, task) {
	const own = Object.hasOwn(prompt, task) ? prompt[task] : void 0;
	if (own === void 0) return null;
	const decides = Object.keys(own).flatMap((key) => DECIDES[key] ?? ["prompt"]);
	return {
		digest: datasetDigest(own),
		decides
	};
}
/** What of a fingerprint a prompt setting decides, where that is not the prompt alone. */
const DECIDES = {
	num_fewshot: ["few_shot"],
	fewshot_dataset: ["few_shot"],
	apply_chat_template: ["prompt", "chat_template"]
};
/** The task as the side is asked it. */
function askedOfSide({ baselines: { prompt } }, side, task) {
	const own = side === "baseline" && Object.hasOwn(prompt, task.name) ? prompt[task.name] : void 0;
	return own === void 0 ? task : {
		...task,
		options: {
			...task.options,
			...own
		}
	};
}
/** Those that the baseline is asked otherwise. */
const askedOtherwise = (config) => config.tasks.filter(isNative).filter(({ name }) => ownPromptOf(config, name) !== null).map((task) => askedOfSide(config, "baseline", task));
/** Prompts of tasks that have none, and of baselines whose answers are those to another prompt. */
function ownPromptIssues({ source }, tasks, { prompt, sources, bootstrap }) {
	const names = Object.keys(prompt);
	const issues = names.flatMap((name) => {
		const at = source.locateKey([
			"baseline",
			"prompt",
			name
		]);
		const task = tasks.find((each) => each.name === name);
		if (task === void 0) {
			const fix = suggestion(name, tasks.map((each) => each.name), "tasks");
			return [new WeighbridgeError("config", `baseline.prompt: there is no task ${JSON.stringify(name)}`, {
				at,
				fix
			})];
		}
		if (isNative(task) && engineRunner(task.runner).asksQuestions(task.options)) return [];
		const message = `baseline.prompt: task ${name} asks no question that this program makes`;
		return [new WeighbridgeError("config", message, {
			at,
			fix: "leave it out"
		})];
	});
	const kept = sources.find(({ from }) => from === "store" || from === "artifact");
	if (names.length === 0 || kept === void 0 && !bootstrap) return issues;
	const message = "baseline.prompt needs a baseline that can be asked: kept answers are those to the tasks’ own prompts";
	const fix = "name weights, an endpoint or a pointer in `baseline.sources`, without `bootstrap`";
	return [...issues, new WeighbridgeError("config", message, {
		at: source.locate(["baseline", "prompt"]),
		fix
	})];
}

// src/config/tasks.ts
/** Completes the tasks of the file and finds out which metrics they will have, without reading any data. */
function understandTasks({ tasks, source, policy }) {
	const configs = [];
	const declared = [];
	const broken = [];
	const issues = clashes(tasks, source);
	for (const [name, entry] of tasks) {
		const understood = entry === null ? [] : understand(name, entry, source, policy.allow);
		if ("config" in understood) {
			configs.push(understood.config);
			declared.push(understood.declared);
		} else {
			broken.push(name, ...entry?.alias === void 0 ? [] : [entry.alias]);
			issues.push(...understood);
		}
	}
	return {
		configs,
		declared,
		broken,
		issues
	};
}
function understand(name, { role, primary_metric: primary, alias, split, runner = DEFAULT_RUNNER, ...options }, source, allow) {
	const named = {
		task: name,
		role,
		...alias === void 0 ? {} : { alias }
	};
	const config = {
		name,
		role,
		runner,
		primaryMetric: primary ?? null,
		...split === void 0 ? {} : { split },
		options
	};
	if (isHarness(config)) return {
		config,
		declared: {
			...named,
			metrics: [],
			primaryMetric: primary ?? "?",
			open: true
		}
	};
	const { metrics, primary: first, code, repeats } = engineRunner(config.runner).describe(config.options);
	if (code !== void 0 && !allow.includes(code.needs)) return [new WeighbridgeError("config", `task ${name} runs code of its own: ${code.what}`, {
		at: source.locate([
			"tasks",
			name,
			code.option
		]),
		fix: `remove it, or add \`policy: { allow: [${code.needs}] }\` on the base branch`
	})];
	const primaryMetric = primary ?? first;
	if (!metrics.some((metric) => metric.name === primaryMetric)) {
		const known = metrics.map((metric) => metric.name);
		const at = source.locate([
			"tasks",
			name,
			"primary_metric"
		]);
		const fix = suggestion(primaryMetric, known, "metrics");
		return [new WeighbridgeError("config", `task ${name} has no metric ${JSON.stringify(primaryMetric)}`, {
			at,
			fix
		})];
	}
	return {
		config: {
			...config,
			primaryMetric
		},
		declared: {
			...named,
			metrics,
			primaryMetric,
			...repeats < 2 ? {} : { repeats }
		}
	};
}
/** Two tasks that one name, or one folder on a file system that ignores case, would stand for. */
function clashes(tasks, source) {
	const seen = /* @__PURE__ */ new Map();
	const issues = [];
	const claim = (text, owner, path) => {
		const other = seen.get(text.toLowerCase());
		if (other === void 0) seen.set(text.toLowerCase(), owner);
		else if (other !== owner) {
			const message = `the name ${text} is taken by task ${other}`;
			issues.push(new WeighbridgeError("config", message, {
				at: source.locateKey(path),
				fix: "choose another; upper and lower case are the same here"
			}));
		}
	};
	for (const name of tasks.keys()) claim(name, name, ["tasks", name]);
	for (const [name, entry] of tasks) if (entry?.alias !== void 0) claim(entry.alias, name, [
		"tasks",
		name,
		"alias"
	]);
	return issues;
}

// src/config/resolve.ts
/**
* What file, flags and inputs come to, together: override over file over default.
* @throws IssueList with every fault that could be found, each at its line or with the name of its flag
*/
function resolveConfig(request) {
	const { text, file, overrides = {}, assumeTasks = false } = request;
	const draft = parseConfig(text, file ?? "flags");
	if (draft.source.issues.length > 0) throw new IssueList("config", draft.issues);
	const given = readOverrides(overrides);
	const tasks = understandTasks(draft);
	const isAssumed = assumeTasks && tasks.declared.length === 0 && tasks.broken.length === 0;
	const results = request.results ?? (isAssumed ? namedByGates(draft, overrides.gates ?? []) : []);
	const declared = {
		tasks: withResults(tasks.declared, results),
		broken: tasks.broken
	};
	const gates = allGates(draft, given, overrides.gates ?? [], declared);
	const curves = resolveCurves(draft);
	const issues = [
		...[
			curves.issues,
			draft.issues,
			tasks.issues,
			given.issues,
			gates.issues,
			leanIssues(draft, given)
		].flat(),
		...engineIssues(draft),
		...driftIssues(draft, tasks.configs, declared),
		...driftGateIssues(gates.values, tasks.configs),
		...ownPromptIssues(draft, tasks.configs, baselineOf(draft, given, ".").baselines)
	];
	if (issues.length === 0) issues.push(...absences(draft, declared, gates.values));
	const { head } = draft;
	if (issues.length > 0 || head === null) throw new IssueList(kindOf(issues), issues.sort(byPlace));
	const directory = file === null ? "." : dirname(file);
	const baseline = baselineOf(draft, given, directory);
	const rules = {
		baselines: baseline.baselines,
		engine: head.engine,
		prices: resolvedPrices(head.prices),
		seed: head.seed,
		tasks: tasks.configs,
		gates: gates.values,
		curves: curves.value,
		...rulesOfJudging(draft, given, overrides)
	};
	return frozen({
		file,
		digest: configDigest(rules),
		directory,
		taskDirectory: directory,
		allow: draft.policy.allow,
		candidate: candidateOf(draft, given, directory),
		...baseline,
		anchor: head.anchor === void 0 ? null : modelSource(head.anchor.model),
		...namedReference(head),
		...rules,
		tries: draft.policy.tries,
		waiverPermission: draft.policy.waiver_permission,
		waiverMaxDays: draft.policy.waiver_max_days,
		suiteChanges: draft.policy.suite_changes,
		includeSamples: head.include_samples,
		drift: driftTasks(draft, tasks.configs, gates.values),
		record: resolvedRecord(head.record),
		declared: declared.tasks,
		sources: sourcesOf(draft, given)
	});
}
/** The tasks that gates name, of which nothing else is known. */
function namedByGates(draft, flags) {
	const gates = [...listedRequests(draft).values, ...flagRequests(flags).values];
	return [...new Set(gates.flatMap(metricNames).map(taskPart))].map((task) => ({
		task,
		role: "general",
		metrics: [],
		primaryMetric: "?",
		open: true
	}));
}
/** In the order of the file; what has no line comes last. */
const byPlace = (a, b) => (a.at?.line ?? Infinity) - (b.at?.line ?? Infinity) || (a.at?.column ?? 0) - (b.at?.column ?? 0) || 0;
/** The exit code is the same; `usage` only when nobody has to touch the file. */
const kindOf = (issues) => issues.every(({ kind }) => kind === "usage") ? "usage" : "config";
/** Where both know a task, the config's word on it stands: results may add metrics, never redefine one. */
function withResults(tasks, results) {
	return [...tasks.map((task) => {
		const result = results.find((each) => each.task === task.task);
		if (result === void 0) return task;
		if (task.open === true) return withResult(task, result);
		const more = result.metrics.filter(({ name }) => !task.metrics.some((metric) => metric.name === name));
		return {
			...result,
			...task,
			metrics: [...task.metrics, ...more]
		};
	}), ...results.filter(({ task }) => !tasks.some((each) => each.task === task))];
}
function withResult({ open: _, ...task }, result) {
	const primaryMetric = task.primaryMetric === "?" ? result.primaryMetric : task.primaryMetric;
	return {
		...result,
		...task,
		metrics: result.metrics,
		primaryMetric
	};
}
function allGates(draft, given, flags, declared) {
	const thresholds = {};
	for (const name of THRESHOLD_NAMES) {
		const override = given.values[name];
		const written = draft.thresholds[name];
		if (override !== void 0) thresholds[name] = {
			limit: override.value,
			origin: { source: override.source }
		};
		else if (written !== void 0) thresholds[name] = {
			limit: written,
			origin: originOf(draft, ["thresholds", name])
		};
	}
	const headline = thresholdRequests(thresholds, declared);
	const listed = listedRequests(draft);
	const flagged = flagRequests(flags);
	const requests = [
		...headline.values,
		...listed.values,
		...flagged.values,
		...anchorRequests(draft)
	];
	const made = makeGates(requests, declared);
	const unpriced = draft.head?.prices === void 0 ? unpricedGates(requests, declared.tasks) : [];
	return {
		values: made.values,
		issues: [
			...headline.issues,
			...listed.issues,
			...flagged.issues,
			...made.issues,
			...unpriced
		]
	};
}
/** An empty config would judge nothing, and nothing judged must not look like a pass. */
function absences(draft, { tasks }, gates) {
	const at = draft.source.locate([]);
	const place = at.line === void 0 ? {} : { at };
	if (tasks.length === 0) {
		const fix = "add at least one task under `tasks`, or judge existing results with `weighbridge gate`";
		return [new WeighbridgeError("config", "there are no tasks", {
			...place,
			fix
		})];
	}
	if (gates.length > 0) return [];
	const fix = "set one of the thresholds or add a gate, such as `gates: [{ metric: task/metric, max_drop: 2pp }]`, or give --max-drop task/metric=2pp";
	return [new WeighbridgeError("config", "there are no gates: nothing would ever be blocked", {
		...place,
		fix
	})];
}
function rulesOfJudging(draft, given, { full, candidates = 1 }) {
	const { policy } = draft;
	const sourced = (key, value) => {
		const path = ["policy", key];
		return {
			value,
			source: isWritten(draft.source, path) ? originOf(draft, path).source : { kind: "default" }
		};
	};
	const sharing = policy.tries * candidates;
	return {
		policy: {
			alpha: sourced("alpha", policy.alpha / sharing),
			onInconclusive: given.onInconclusive ?? sourced("on_inconclusive", policy.on_inconclusive),
			leanAlpha: sourced("lean_alpha", policy.lean_alpha / sharing),
			target: sourced("target", policy.target),
			minCoverage: sourced("min_coverage", policy.min_coverage),
			...policy.identical === void 0 ? {} : { identical: sourced("identical", policy.identical) }
		},
		evaluation: full === void 0 ? sourced("evaluation", policy.evaluation) : {
			value: "full",
			source: full
		}
	};
}
/** A lean has to be easier than a proof, or it is none. */
function leanIssues({ policy, source }, { onInconclusive }) {
	const { alpha, lean_alpha: lean, on_inconclusive: written } = policy;
	if (alpha <= lean || (onInconclusive?.value ?? written) !== "lean") return [];
	const key = isWritten(source, ["policy", "lean_alpha"]) ? "lean_alpha" : "alpha";
	const message = `policy.alpha of ${alpha} is larger than policy.lean_alpha of ${lean}, so that an undecided gate would be held to more than a proof`;
	const fix = `write a lean_alpha of at least ${alpha}, a smaller alpha, or on_inconclusive: block`;
	return [new WeighbridgeError("config", message, {
		at: source.locate(["policy", key]),
		fix
	})];
}
/** Settings of the engine that do not go together; and its code runs only where the policy says so. */
function engineIssues({ head, policy, source }) {
	if (head === null) return [];
	const { referenceEngine } = namedReference(head);
	return [[head.engine, ["engine"]], ...referenceEngine === head.engine ? [] : [[referenceEngine, ["reference", "engine"]]]].flatMap(([engine, key]) => {
		const faults = faultsOfEngine(engine).map(({ option, says, fix }) => new WeighbridgeError("config", says, {
			at: source.locate([...key, option]),
			fix
		}));
		const code = codeOfEngine(engine);
		if (code === null || policy.allow.includes(code.needs)) return faults;
		return [...faults, new WeighbridgeError("config", `the engine runs code of its own: ${code.what}`, {
			at: source.locate([...key, code.option]),
			fix: `remove it, or add \`policy: { allow: [${code.needs}] }\` on the base branch`
		})];
	});
}
function candidateOf(draft, given, directory) {
	const override = given.values.candidate;
	if (override !== void 0) return modelSource(fromCommandLine(override.value, directory));
	const written = draft.head?.candidate;
	return written === void 0 ? null : modelSource(written);
}
/** A path that a flag or input names is the only source; age and bootstrap are the file's word in any case. */
function baselineOf({ head }, given, directory) {
	const written = baselineSources(head?.baseline);
	const override = given.values.baseline;
	const baselines = override === void 0 ? written : {
		...written,
		sources: baselineSources(fromCommandLine(override.value, directory)).sources
	};
	const [only, ...others] = baselines.sources;
	const usesStore = baselines.sources.some(({ from }) => from === "store");
	return {
		baseline: others.length === 0 && only?.from === "path" ? only.model : null,
		baselines,
		store: head?.store === void 0 ? usesStore ? "default" : null : { path: head.store },
		acceptChange: head?.accept_change ?? []
	};
}
/** Where every value came from that is not a default; gates and policy carry theirs themselves. */
function sourcesOf(draft, given) {
	const { head, tasks } = draft;
	const written = [
		...[
			"candidate",
			"baseline",
			"store",
			"accept_change",
			"prices",
			"seed",
			"include_samples",
			"drift"
		].map((key) => [key]),
		["anchor", "model"],
		...["max_age_days", "bootstrap"].map((key) => ["baseline", key]),
		...Object.keys(baselineSources(head?.baseline).prompt).map((task) => [
			"baseline",
			"prompt",
			task
		]),
		...[
			"tries",
			"waiver_permission",
			"waiver_max_days",
			"suite_changes",
			"allow"
		].map((key) => ["policy", key]),
		...Object.keys(head?.engine ?? {}).map((key) => ["engine", key]),
		...[...tasks].flatMap(([name, task]) => Object.keys(task ?? {}).map((key) => [
			"tasks",
			name,
			key
		]))
	].filter((path) => isWritten(draft.source, path));
	const sources = Object.fromEntries(written.map((path) => [formatPath(path), originOf(draft, path).source]));
	for (const side of ["candidate", "baseline"]) {
		const override = given.values[side];
		if (override !== void 0) sources[side] = override.source;
	}
	return sources;
}
/** A frozen copy: declarations are shared with whoever gave them. */
const frozen = (value) => deepFreeze(structuredClone(value));
function deepFreeze(value) {
	if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const inner of Object.values(value)) deepFreeze(inner);
	}
	return value;
}

export { subtaskRun as C, median as E, requireSide as S, withSubtasks as T, asFound as _, restsOnTails as a, mlflowPlace as b, isHarness as c, MAX_CONFIG_SIZE as d, readYaml as f, judgeCurves as g, curveGates as h, ownPromptOf as i, isNative as l, CURVES_TASK as m, askedOfSide as n, byHarness as o, tooLarge as p, askedOtherwise as r, inTaskDirectory as s, resolveConfig as t, parseConfig as u, baselineSources as v, subtasksOf as w, ofSide as x, fromCommandLine as y };