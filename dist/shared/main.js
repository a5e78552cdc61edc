import { n as __exportAll } from "./rolldown-runtime.js";
import { i as messageOf, n as WeighbridgeError, t as IssueList } from "./errors.js";
import { n as sequentialOrder, q as FINGERPRINT_FIELDS, r as onDisk, t as sampleOrder } from "./order.js";
import { At as describeLimit, Lt as RUNNERS, M as judgeGate, Mt as readResults, Nt as readSides, Pt as sideFolder, Tt as loadConfig, Vt as ENGINES, Wt as requireSide, at as firstCrossings, ct as mulberry32, f as writeVerdict, it as tenths, jt as tasksOf, lt as normalQuantile, nt as isLook, ot as BenchmarkGate, rt as plannedLooks, st as rateLogE, t as judgeUnderPolicies, tt as isBatchEnd, w as invalidateVerdict, z as compareTask } from "./policies.js";
import { _ as isHarness, a as storeOf, f as forEngine, g as tasksOfSide, i as originHere, m as requireSources, n as findBaseline, o as wholeRuns, p as requireHarness, r as mustFind, v as isNative } from "./find.js";
import { t as EngineDied } from "./engine.js";
import { t as openRun } from "./writer.js";
import { i as mapPaths, n as describeModel, t as writeAtomically } from "./atomic-file.js";
import { n as createLogFence } from "./log-fence.js";
import { t as digestCheckpoint } from "./digest.js";
import { r as settleConfig } from "./declared.js";
import { join, resolve } from "node:path";
import process$1 from "node:process";
import { cpus, platform } from "node:os";
import { mkdir, readFile, stat } from "node:fs/promises";

// src/baselines/choose.ts
/** Tries the sources of the config, unless there is nothing to find or somebody has. */
async function baselinesOf(config, { baselines = null, out }) {
	if (baselines !== null || !mustFind(config)) return baselines;
	return findBaseline(config, { scratch: join(out, "found-baseline") });
}
/** The same choice once it is known what the candidate was asked. */
async function chooseAfter(config, found, out) {
	const { runs } = await readResults(sideFolder(config, "candidate", out), "candidate");
	return chooseBaseline(config, found, runs.map(({ record }) => record));
}
/**
* Results whose settings differ from the candidate's in nothing but declared changes are set aside, so that the baseline is
* evaluated anew: two settings are never compared.
* @param candidate records of the candidate; where there are none yet, the first found stands
*/
async function chooseBaseline(config, { found, attempts }, candidate) {
	const setAside = /* @__PURE__ */ new Map();
	let chosen = null;
	for (const baseline of found) {
		const changed = await declaredChanges(config, baseline, candidate);
		if (changed === null) {
			chosen = baseline;
			break;
		}
		setAside.set(baseline.name, `set aside for the declared change of ${changed.join(", ")}`);
	}
	const told = attempts.flatMap(({ source, reason }) => {
		const now = reason ?? setAside.get(source) ?? null;
		return now !== null || source === chosen?.name ? [{
			source,
			reason: now
		}] : [];
	});
	return {
		baseline: chosen,
		attempts: told
	};
}
/** The declared settings in which a stored baseline differs, where those are all that differ; else null. */
async function declaredChanges({ acceptChange, directory }, { source }, candidate) {
	if (source.kind !== "results" || acceptChange.length === 0) return null;
	const { runs } = await readResults(resolve(directory, source.path), "baseline");
	const accepted = new Set(acceptChange);
	const changed = /* @__PURE__ */ new Set();
	for (const { task, fingerprint } of candidate) {
		const other = runs.find(({ record }) => record.task === task)?.record.fingerprint;
		if (other === void 0) continue;
		for (const field of Object.keys(FINGERPRINT_FIELDS)) if (FINGERPRINT_FIELDS[field].severity === "hard" && fingerprint[field] !== other[field]) changed.add(field);
	}
	return changed.size > 0 && [...changed].every((field) => accepted.has(field)) ? [...changed] : null;
}
/** The config with the baseline that was found; without one it names none. */
const withBaseline = (config, { baseline }) => ({
	...config,
	baseline: baseline?.source ?? null
});
/** Why there is nothing to compare with, and how to make it: every source with its reason. */
function noBaseline(attempts) {
	const tried = attempts.map(({ source, reason }) => `${source}: ${reason}`).join("; ");
	return new WeighbridgeError("data", `there is no baseline. ${tried}`, { fix: "evaluate the accepted model and keep it: `weighbridge evaluate --role candidate --candidate MODEL --out base`, then `weighbridge baseline bless base`; or name its weights as the last source; or set `bootstrap: true` and run on the default branch" });
}
/** How the baseline was found, for the report; undefined where one path was named and all of it evaluated. */
function provenanceOf({ baseline, baselines, acceptChange }, chosen, runs) {
	const isStored = baseline?.kind === "results";
	const dates = isStored && baselines.maxAgeDays !== null ? runs.map(({ record }) => dated(record)) : [];
	const reused = runs.flatMap(({ record }) => record.reused?.origin ?? []);
	const origin = oldest(reused) ?? chosen?.baseline?.origin ?? oldest(dates);
	if (chosen === null && origin === null && acceptChange.length === 0) return void 0;
	return {
		attempts: chosen?.attempts ?? [],
		origin,
		max_age_days: baselines.maxAgeDays,
		accepted: isStored ? [] : acceptChange
	};
}
const dated = ({ finished, started }) => ({
	commit: null,
	date: finished ?? started,
	by: null
});
const oldest = (origins) => origins.reduce((first, each) => first === null || each.date < first.date ? each : first, null);

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
/**
* @param checkpoints those that are evaluated on all tasks
* @param more tasks of a checkpoint that is evaluated on these alone
*/
function totalCost(tasks, checkpoints, more = []) {
	const sum = (key) => [...Array.from({ length: checkpoints }, () => tasks).flat(), ...more].reduce((total, task) => total + task[key], 0);
	return {
		tasks,
		checkpoints: checkpoints + (more.length > 0 ? 1 : 0),
		total: {
			samples: sum("samples"),
			promptTokens: sum("promptTokens"),
			outputTokens: sum("outputTokens")
		}
	};
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

// src/plan/in-order.ts
const known = /* @__PURE__ */ new Map();
/** From here on no look is left out, so that all plans are the same but for rounding. */
const TEN_LOOKS_FROM = 600;
/** Remembered, since each takes half a second. */
function lookPlan(samples, alpha, power) {
	const size = Math.min(samples, TEN_LOOKS_FROM);
	const key = `${size} ${alpha} ${power}`;
	const plan = known.get(key) ?? makeLookPlan(size, alpha, power);
	known.set(key, plan);
	return plan;
}
function makeLookPlan(samples, alpha, power) {
	const looks = plannedLooks(samples, alpha, (n) => n);
	const times = looks.map((look) => look.samples / samples);
	const bounds = looks.map(({ level }) => -normalQuantile(level));
	const crossings = firstCrossings(times, bounds);
	const total = (distance) => crossings(distance).reduce((sum, each) => sum + each, 0);
	let [low, high] = [0, 20];
	while (high - low > 1e-6) {
		const middle = (low + high) / 2;
		if (total(middle) < power) low = middle;
		else high = middle;
	}
	return {
		last: bounds.at(-1) ?? Number.POSITIVE_INFINITY,
		reach: high,
		share: (distance) => {
			const each = crossings(distance);
			const stopped = each.reduce((sum, chance) => sum + chance, 0);
			return each.reduce((sum, chance, look) => sum + chance * (times[look] ?? 1), 1 - stopped);
		}
	};
}
/** Simulated orders and the accuracy that is assumed in them; the share hardly depends on the latter. */
const ORDERS = 40;
const ASSUMED_ACCURACY = .65;
/** Expected share of a benchmark that bets on a change need, simulated with a fixed seed. */
function betShare(samples, margin, discordance, alpha) {
	const random = mulberry32(samples);
	const right = Math.round(samples * ASSUMED_ACCURACY);
	const flips = Math.min(Math.round(samples * discordance / 2), right, samples - right);
	let used = 0;
	for (let order = 0; order < ORDERS; order += 1) {
		const gate = new BenchmarkGate({
			baseline: {
				right,
				wrong: samples - right
			},
			boundary: -margin,
			gap: Math.max(margin, .01),
			alpha
		});
		const left = [
			flips,
			right - flips,
			flips,
			samples - right - flips
		];
		let seen = 0;
		while (seen < samples) {
			const kind = drawKind(left, random() * (samples - seen));
			left[kind] = (left[kind] ?? 0) - 1;
			gate.add(kind < 2, kind === 1 || kind === 2);
			seen += 1;
			if (seen >= 100 && isBatchEnd(seen, samples) && gate.verdict !== null) break;
		}
		used += seen / samples / ORDERS;
	}
	return used;
}
/** The kind of which the ticket, one of all samples that are left, is a sample. */
function drawKind(left, ticket) {
	let before = 0;
	return left.findIndex((count) => {
		before += count;
		return ticket < before;
	});
}
/** Samples without one event after which a rate is proven to lie below a ceiling at any time; null where so many are not enough. */
function cleanSamples(samples, ceiling, alpha) {
	if (!(ceiling > 0 && ceiling < 1)) return null;
	for (let seen = 1; seen <= samples; seen += 1) if (isBatchEnd(seen, samples) && rateLogE(0, seen, ceiling).below >= Math.log(1 / alpha)) return seen;
	return null;
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
function feasibilityOf(gate, metric, size, policy, evaluation = "full") {
	const samples = size.evaluated;
	const judgement = judge$1(gate, metric, {
		...size,
		evaluation
	}, policy);
	return {
		gate: gate.id,
		samples,
		...judgement,
		says: sentence(gate, metric, samples, judgement, policy)
	};
}
const NOTHING_KNOWN = {
	certifiable: null,
	needed: null,
	expectedShare: null
};
function judge$1(gate, metric, size, policy) {
	if (size.evaluated === 0) return {
		outcome: "hopeless",
		...NOTHING_KNOWN
	};
	if (metric.unit !== "rate" || metric.kind !== "mean") return {
		outcome: "unknown",
		...NOTHING_KNOWN
	};
	switch (gate.rule) {
		case "max_drop": return judgeDrop(gate.limit.value, size, policy);
		case "min_gain": return judgeGain(gate.limit.value, size, policy);
		case "ceiling": return judgeBound(gate.limit, size, policy);
		case "floor": return judgeBound(1 - gate.limit, size, policy);
		case "no_regression_by_group":
		case "net_gain": return {
			outcome: "unknown",
			...NOTHING_KNOWN
		};
	}
}
/**
* At α = .05 and 90 % these are 2.93·√(d/n) and 8.56·d/m²; an unchanged model, so no true difference. Looked at ten times
* the factors are 3.08 and 9.47: looks have their price, which stopping early pays back many times over.
*/
function certification(margin, { evaluated, evaluation }, alpha) {
	const errors = {
		alpha,
		power: POWER
	};
	const samples = margin > 0 ? pairsNeeded(margin, ASSUMED_DISCORDANCE, errors) : null;
	const certifiable = smallestDetectableDrop(evaluated, ASSUMED_DISCORDANCE, errors);
	const price = evaluation === "full" ? 1 : lookPlan(evaluated, alpha, POWER).reach / (normalQuantile(1 - alpha) + normalQuantile(POWER));
	return {
		certifiable: certifiable * price,
		needed: samples === null ? null : Math.ceil(samples * price ** 2)
	};
}
/** In a sequential evaluation; bets on a benchmark or looks at a change. */
function shareOfChange(margin, size, policy) {
	const { evaluated, evaluation } = size;
	if (evaluation === "full" || margin <= 0) return null;
	const alpha = policy.alpha.value;
	if (!judgesBenchmark(margin, size, policy)) {
		const distance = margin / Math.sqrt(ASSUMED_DISCORDANCE / evaluated);
		return lookPlan(evaluated, alpha, POWER).share(distance);
	}
	return size.isWhole ? betShare(evaluated, margin, ASSUMED_DISCORDANCE, alpha) : 1;
}
function judgeDrop(margin, size, policy) {
	const alpha = policy.alpha.value;
	const figures = certification(margin, size, alpha);
	const expectedShare = shareOfChange(margin, size, policy);
	if (judgesBenchmark(margin, size, policy) || margin >= figures.certifiable) return {
		outcome: "certifies",
		...figures,
		expectedShare
	};
	const z = size.evaluation === "full" ? normalQuantile(1 - alpha) : lookPlan(size.evaluated, alpha, POWER).last;
	return {
		outcome: outcomeAt(z ** 2 / (size.evaluated + z ** 2), margin, policy),
		...figures,
		expectedShare
	};
}
/** Never hopeless: a gain may be as large as it likes. Certified means that a gain of twice the limit is proven. */
function judgeGain(limit, size, policy) {
	const figures = certification(limit, size, policy.alpha.value);
	const decided = judgesBenchmark(limit, size, policy) || limit >= figures.certifiable;
	const expectedShare = shareOfChange(limit, size, policy);
	return {
		outcome: decided ? "certifies" : "undecided",
		...figures,
		expectedShare
	};
}
/**
* Zero events among n prove a rate below 1 − α^(1/n) (Clopper-Pearson), so a ceiling c needs n ≥ ln α / ln(1 − c). A
* sequential evaluation asks that test too, at its end, where its own would need more samples than there are.
*/
function judgeBound(limit, size, policy) {
	const alpha = policy.alpha.value;
	const samples = size.evaluated;
	const isBenchmark = policy.target.value === "benchmark";
	const certifiable = 1 - alpha ** (1 / samples);
	const needed = limit <= 0 ? null : limit >= 1 ? 1 : Math.ceil(Math.log(alpha) / Math.log1p(-limit));
	const clean = size.evaluation === "full" || isBenchmark ? null : cleanSamples(samples, limit, alpha);
	const figures = {
		certifiable,
		needed,
		expectedShare: clean === null ? null : clean / samples
	};
	if (isBenchmark || certifiable <= limit) return {
		outcome: "certifies",
		...figures
	};
	return {
		outcome: outcomeAt(certifiable, limit, policy),
		...figures
	};
}
/** @param best what the best of all candidates would prove */
function outcomeAt(best, limit, policy) {
	if (blocksAt(best, limit, policy)) return "hopeless";
	return best >= limit && policy.onInconclusive.value === "lean" ? "leans" : "undecided";
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
	const { outcome, certifiable, needed, expectedShare } = judgement;
	if (samples === 0) return `${gate.id}: the task has no samples`;
	const share = certifiable === null ? "" : (100 * certifiable).toPrecision(2);
	const smallest = bound ? `${samples} samples without one failure show a rate below ${share}%` : `${samples} samples certify ${share}pp`;
	const need = needed === null ? "no number of samples proves it" : `${limit} needs ${needed} samples`;
	const early = expectedShare === null ? "" : `; ${bound ? "a clean" : "an unchanged"} candidate is expected to take ${(100 * expectedShare).toFixed(0)} % of them, at worst all`;
	switch (outcome) {
		case "unknown": return `${gate.id}: what ${samples} samples can show about ${limit} is known only after a run`;
		case "certifies": return `${gate.id}: ${samples} samples are enough for ${limit}${early}`;
		case "undecided": return `${gate.id}: ${smallest}, ${need}; until then many results are inconclusive, which ${EFFECT[policy.onInconclusive.value]}${early}`;
		case "leans": return `${gate.id}: ${smallest}, ${need}; until then no result is a proven pass, and all of them lean on the observed value${early}`;
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
	const tasks = await prepareAll(config, prepare);
	const harnessed = config.tasks.filter(isHarness);
	if (harnessed.length > 0) await (await RUNNERS["lm-eval"].load()).check(harnessed, config, null);
	const feasibility = checkGates(config, tasks);
	const costs = await Promise.all(tasks.map((task) => costOf(task, config.directory)));
	const sides = [config.candidate, config.baseline].filter((side) => side !== null && side.kind !== "results");
	const anchored = config.anchor === null || config.anchor.kind === "results" ? [] : costs.filter(({ task }) => config.gates.some((gate) => gate.task === task && gate.against === "anchor"));
	return {
		config,
		tasks,
		feasibility,
		warnings: feasibility.filter(({ outcome }) => outcome !== "certifies" && outcome !== "unknown").map(({ says }) => says),
		cost: totalCost(costs, sides.length, anchored)
	};
}
/** What an evaluation says of gates that its datasets are too small for; null when there are none. `check` tells each in full. */
function sizeWarning({ feasibility, warnings }) {
	if (warnings.length === 0) return null;
	return `${warnings.length} of ${feasibility.length} ${feasibility.length === 1 ? "gate" : "gates"} may end undecided with datasets of this size; \`weighbridge check\` says how many samples would do`;
}
async function prepareAll(config, prepare) {
	const tasks = [];
	const issues = [];
	for (const task of config.tasks.filter(isNative)) try {
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
		if (config.declared.some(({ task, open }) => task === gate.task && open === true)) return [{
			gate,
			feasibility: notBeforeResults(gate.id)
		}];
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
			feasibility: feasibilityOf(gate, metric, size, config.policy, designOf(config))
		}];
	});
	const issues = checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? []);
	if (issues.length > 0) throw new IssueList("config", issues);
	return checked.map(({ feasibility }) => feasibility);
}
/** How the candidate will be evaluated, for all that the config says; what is not there yet may still make it all of it. */
function designOf({ evaluation, candidate, anchor }) {
	return candidate?.kind === "results" || anchor !== null ? "full" : evaluation.value;
}
const notBeforeResults = (gate) => ({
	gate,
	samples: 0,
	outcome: "unknown",
	certifiable: null,
	needed: null,
	expectedShare: null,
	says: `${gate}: whether its metric is there, and how many samples, is known once its task has run`
});
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

// src/runners/monitor.ts
/** Watches one task: asks the monitor at every look, until it answers. */
var Watch = class {
	#monitor;
	#run;
	#samples;
	#stop = new AbortController();
	#reason;
	/** @param found samples of an earlier evaluation, which may be enough */
	constructor(monitor, run, found) {
		this.#monitor = monitor;
		this.#run = run;
		this.#samples = [...found];
		this.#reason = null;
		this.#ask();
	}
	/** Null while the evaluation goes on. */
	get reason() {
		return this.#reason;
	}
	/** Aborted as soon as there is a reason. */
	get signal() {
		return this.#stop.signal;
	}
	/** One more sample is stored. */
	saw(sample) {
		this.#samples.push(sample);
		const isLook = this.#monitor.isLook(this.#samples.length, this.#run.planned);
		if (this.#reason === null && isLook) this.#ask();
	}
	#ask() {
		this.#reason = this.#monitor.stopReason(this.#run, this.#samples);
		if (this.#reason !== null) this.#stop.abort();
	}
};

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
* Evaluates all tasks of one side. A task that fails leaves its samples and its reason, and the next one goes on; after a
* death of the engine, with a new engine.
*
* @throws WeighbridgeError for a model that cannot be loaded, or a run directory that cannot be written
*/
async function evaluateSide(evaluation) {
	const holder = await ModelHolder.load(() => evaluation.open(evaluation.signal));
	try {
		const outcomes = [];
		for (const task of evaluation.tasks) outcomes.push(await evaluateTask(evaluation, task, holder));
		return outcomes;
	} finally {
		await holder.close();
	}
}
async function evaluateTask(evaluation, { config: task, prepared: content }, holder) {
	const { seed, side, out, monitor = null } = evaluation;
	const order = sampleOrder(content.samples, seed, content.datasetDigest);
	const planned = content.limit === null ? order : order.slice(0, content.limit);
	const run = {
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
		planned: planned.length,
		...planned.length < order.length ? { population: order.length } : {},
		design: monitor === null ? "full" : "sequential"
	};
	const { writer, found, superseded } = await openRun(out, run);
	const isSequential = writer.design === "sequential";
	const mine = partOf(isSequential ? sequentialOrder(planned, run) : planned, evaluation.shard ?? null);
	await recallSamples(evaluation, run, mine, writer);
	const pending = mine.filter((sample) => !writer.has(sample));
	const reused = mine.length - pending.length;
	const watch = isSequential && monitor !== null ? new Watch(monitor, run, found) : null;
	const ending = await runPending(evaluation, content, holder, writer, pending, progressMeter(task.name, mine.length, reused), watch);
	return {
		task: task.name,
		planned: planned.length,
		reused,
		superseded,
		...ending
	};
}
/** Takes over what a store has of this part, so that only the rest is asked. */
async function recallSamples({ recall }, run, mine, writer) {
	if (recall === void 0 || writer.design !== "full" || mine.every((sample) => writer.has(sample))) return;
	const recalled = await recall(run);
	if (recalled === null) return;
	const ids = new Set(mine.map(({ id }) => id));
	await writer.reuse(recalled.samples.filter(({ id }) => ids.has(id)), recalled.origin);
}
/** Every `count`-th sample of the order, so that all parts take about as long. */
function partOf(planned, shard) {
	return shard === null ? planned : planned.filter((_, position) => position % shard.count === shard.index - 1);
}
async function runPending({ seed, signal: interrupt, progress }, content, holder, writer, pending, meter, watch) {
	const signal = watch === null ? interrupt : AbortSignal.any([interrupt, watch.signal]);
	let evaluated = 0;
	const write = async (sample) => {
		await writer.write(sample);
		evaluated += 1;
		watch?.saw(sample);
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
				evaluated,
				stopped: null
			};
		}
	}
	const stopped = watch?.reason ?? null;
	if (evaluated === pending.length) {
		await writer.complete();
		return {
			state: "complete",
			reason: null,
			evaluated,
			stopped: null
		};
	}
	if (stopped !== null) {
		await writer.stop(stopped);
		return {
			state: "complete",
			reason: null,
			evaluated,
			stopped
		};
	}
	if (interrupt.aborted) {
		await writer.interrupt();
		return {
			state: "interrupted",
			reason: null,
			evaluated,
			stopped
		};
	}
	const reason = `the runner left out ${pending.length - evaluated} samples`;
	await writer.fail(reason);
	return {
		state: "failed",
		reason,
		evaluated,
		stopped
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
	await onDisk(out, () => writeAtomically(file, `${JSON.stringify({
		host,
		evaluations
	}, null, 2)}\n`));
}
async function earlier(file) {
	try {
		const { evaluations } = JSON.parse(await readFile(file, "utf8"));
		return Array.isArray(evaluations) ? evaluations : [];
	} catch {
		return [];
	}
}

// src/evaluation/harnessed.ts
/** Runs the tasks of a harness, whose output reaches the log behind a fence. */
async function evaluateHarnessed(config, side, tasks, source, monitor, { log, out, signal }) {
	const { directory, seed, allow } = config;
	const harness = await RUNNERS["lm-eval"].load();
	const fence = createLogFence();
	const print = (lines) => {
		for (const line of lines) log.info(line);
	};
	const baseline = side === "candidate" ? await readResults(sideFolder(config, "baseline", out), "baseline") : null;
	const outcomes = await harness.evaluate({
		side,
		tasks,
		out,
		seed,
		directory,
		allow,
		monitor,
		signal,
		looks: tenths,
		source: mapPaths(source, (path) => resolve(directory, path)),
		described: describeModel(source),
		environment: process$1.env,
		baseline: baseline?.runs ?? [],
		progress: (progress) => log.progress?.({
			...progress,
			side
		}),
		say: (line) => log.info(line),
		output: (piece) => print(fence.push(piece))
	});
	print(fence.end());
	return outcomes;
}

// src/evaluation/open-model.ts
/**
* Loads a checkpoint into the config's engine.
* @param template asked through in place of the model's own
*/
async function openModel({ engine: settings, directory, tasks }, source, log, aborted, template) {
	const engine = await ENGINES[settings.type].load();
	const events = { status: (line) => log.info(line) };
	const files = mapPaths(source, (path) => resolve(directory, path));
	const model = await engine.open(await forEngine(files), settings, events, aborted);
	const { digest } = files.kind === "folder" && tasks.some(isHarness) ? (await digestCheckpoint(files, { signal: aborted })).identity : model.identity;
	const identity = {
		...model.identity,
		digest,
		source: describeModel(source)
	};
	return {
		...model,
		identity,
		...template === void 0 ? {} : { chatTemplate: template }
	};
}
/**
* The candidate's chat template where its change is declared: the baseline is asked with it as well. Undefined where the
* baseline keeps its own.
*/
async function candidateTemplate(config, tasks, log, signal) {
	const applies = tasks.some(({ config: { options } }) => options.type !== "perplexity" && options.apply_chat_template);
	const { candidate } = config;
	if (!config.acceptChange.includes("chat_template") || !applies || candidate === null) return void 0;
	if (candidate.kind === "results") return void 0;
	const model = await openModel(config, candidate, log, signal);
	await model.close();
	log.info("baseline: asked with the candidate's chat template, a declared change");
	return model.chatTemplate;
}

// src/evaluation/recall.ts
/** Answers from the store what one side was asked before. A damaged entry is told, and as good as none. */
function recallFrom(store, side, log) {
	return async (run) => {
		const found = await store.find(run);
		switch (found.kind) {
			case "missing": return null;
			case "damaged":
				log.warn(`${side}/${run.task}: the store has it damaged, and it is evaluated again: ${found.reason}`);
				return null;
			case "found":
				log.info(`${side}/${run.task}: ${found.entry.samples.length} of ${run.planned} samples are in the store`);
				return found.entry;
		}
	};
}
/** Puts what was evaluated into the store; a store that cannot be written costs the next run time, not this one its verdict. */
async function keepRuns(store, config, side, out, log) {
	const origin = await originHere(config.directory);
	const { runs } = await readResults(sideFolder(config, side, out), side);
	for (const run of runs) try {
		await store.keep(run, run.record.reused?.origin ?? origin);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		log.warn(`${side}/${run.record.task} was not kept in the store: ${messageOf(error)}`);
	}
}

// src/decide/stopping.ts
/**
* Why the evaluation of a task may end, judged on a comparison as if it had: a blocking regression makes everything else
* idle, and otherwise every gate on the task, advisory ones too, has to be decided. Null to go on; a task without gates
* was asked for to be seen, and goes on.
*/
function stopReason(comparison, gates, policy) {
	const results = resultsOf(comparison, gates, policy);
	if (results.some(({ verdict, tier }) => verdict === "regression" && tier === "blocking")) return "regression";
	return results.length > 0 && !results.some(isOpen) ? "decided" : null;
}
function resultsOf(comparison, gates, policy) {
	return gates.filter((gate) => tasksOf(gate).includes(comparison.task)).map((gate) => judgeGate(gate, [comparison], policy));
}
function isOpen({ verdict }) {
	return verdict === "inconclusive" || verdict === "invalid";
}

// src/evaluation/stopping.ts
/**
* Ends the candidate's tasks as soon as the verdict on them is known, by the judgement that `judge` makes of what is stored.
* @returns the monitor, or why there can be none
*/
function stopWhenDecided({ tasks, gates, policy }, baseline) {
	const runs = new Map(baseline.runs.map((run) => [run.record.task, run]));
	const partial = tasks.find(({ name }) => runs.get(name)?.incomplete !== null);
	if (partial !== void 0) return { obstacle: `the baseline has no complete run of ${partial.name} here` };
	let isProven = false;
	return {
		isLook,
		stopReason(plan, samples) {
			if (isProven) return "regression";
			const record = {
				...plan,
				schema_version: 1,
				status: {
					state: "complete",
					stopped: {
						after: samples.length,
						because: "decided"
					}
				},
				started: "",
				finished: null
			};
			const comparison = compareTask(runs.get(plan.task) ?? null, {
				record,
				samples
			}, policy.alpha.value);
			const reason = stopReason(comparison, gates, policy);
			isProven = reason === "regression";
			return reason;
		}
	};
}

// src/evaluation/evaluate.ts
const STOPPED = {
	decided: "every gate on it is decided",
	regression: "a regression is proven"
};
/** Evaluates the model of one side on all its tasks, or says that the config names results instead. */
async function evaluateModel({ config, tasks }, side, evaluation) {
	const { log, out, signal, shard = null, anew = false } = evaluation;
	const source = requireSide(config, side);
	if (source.kind === "results") {
		log.info(`${side}: results of an earlier run, ${source.path}`);
		return;
	}
	const started = /* @__PURE__ */ new Date();
	const mine = new Set(tasksOfSide(config, side).map(({ name }) => name));
	const asked = tasks.filter((task) => mine.has(task.config.name));
	const harnessed = config.tasks.filter(isHarness).filter(({ name }) => mine.has(name));
	const monitor = await monitorOf(config, side, evaluation);
	const store = anew || side === "candidate" ? null : storeOf(config);
	const outcomes = [];
	if (asked.length > 0) {
		const template = side === "baseline" ? await candidateTemplate(config, asked, log, signal) : void 0;
		const native = await evaluateSide({
			side,
			tasks: asked,
			out,
			seed: config.seed,
			shard,
			signal,
			monitor,
			...store === null ? {} : { recall: recallFrom(store, side, log) },
			open: (aborted) => openModel(config, source, log, aborted, template),
			progress: (progress) => log.progress?.({
				...progress,
				side
			})
		});
		outcomes.push(...native);
	}
	if (harnessed.length > 0 && !signal.aborted) outcomes.push(...await evaluateHarnessed(config, side, harnessed, source, monitor, evaluation));
	for (const outcome of outcomes) {
		const { task, state, reason, stopped, superseded } = outcome;
		evaluation.taskEnded?.(outcome);
		if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
		if (stopped !== null) {
			const done = outcome.evaluated + outcome.reused;
			const what = done === 0 ? "not evaluated" : `stopped after ${done} of ${outcome.planned} samples`;
			log.info(`${side}/${task}: ${what}, since ${STOPPED[stopped]}`);
		}
		if (state === "failed") log.warn(`${side}/${task} failed: ${reason}`);
	}
	if (store !== null) await keepRuns(store, config, side, out, log);
	const seconds = (Date.now() - started.getTime()) / 1e3;
	await recordTiming(out, {
		side,
		started: started.toISOString(),
		seconds,
		tasks: outcomes
	});
}
/** What ends the candidate's evaluation early; null when every sample is to be evaluated, or has to be. */
async function monitorOf(config, side, { log, out, shard = null }) {
	if (config.evaluation.value === "full" || side !== "candidate") return null;
	const monitor = await monitorFor(config, out, shard);
	if (!("obstacle" in monitor)) return monitor;
	log.info(`${side}: every sample is evaluated, since ${monitor.obstacle}`);
	return null;
}
async function monitorFor(config, out, shard) {
	if (shard !== null) return { obstacle: "a shard sees only its own part" };
	if (config.anchor !== null) return { obstacle: "the anchor is compared with all of them" };
	if (config.baselines.sources.some(({ from }) => from === "artifact" || from === "store")) return { obstacle: "a later run may compare with them" };
	return stopWhenDecided(config, await readResults(sideFolder(config, "baseline", out), "baseline"));
}

// src/evaluation/bootstrap.ts
/** The first baseline: the candidate is evaluated in full and kept, and nothing is compared. */
async function bootstrap(plan, options) {
	const { log, out, signal } = options;
	const evaluation = {
		value: "full",
		source: plan.config.evaluation.source
	};
	const config = {
		...plan.config,
		evaluation
	};
	await requireSources(config, ["candidate"]);
	await onDisk(out, () => mkdir(out, { recursive: true }));
	await evaluateModel({
		...plan,
		config
	}, "candidate", options);
	if (signal.aborted) return;
	const runs = await wholeRuns(sideFolder(config, "candidate", out), "candidate");
	const store = storeOf(config);
	if (store === null) return;
	const { id } = await store.bless(runs, await originHere(config.directory));
	log.info(`bootstrap: blessed ${id} in ${store.folder}`);
}

// src/evaluation/sides.ts
/**
* Evaluates the models of the sides in their order, but for one case: where a declared change may set a stored baseline
* aside, the candidate comes first, since what it was asked says whether that baseline stands.
* @param found what the sources of the baseline came to; null where the config names it by one path
* @throws WeighbridgeError before any model is loaded where a side, a harness or every source of the baseline is at fault
*/
async function evaluateSides(plan, sides, found, options) {
	const { out, shard = null, signal } = options;
	if (found?.found.length === 0) throw noBaseline(found.attempts);
	const first = found === null ? null : await chooseBaseline(plan.config, found, []);
	const config = first === null ? plan.config : withBaseline(plan.config, first);
	await requireSources(config, sides);
	await requireHarness(config, sides, shard);
	await onDisk(out, () => mkdir(out, { recursive: true }));
	const evaluate = async (by, side) => {
		if (signal.aborted) return;
		const known = side === "candidate" ? (await readResults(sideFolder(by, "baseline", out), "baseline")).runs : [];
		await evaluateModel({
			...plan,
			config: await settleConfig(by, known, options)
		}, side, options);
	};
	const mayTurn = config.acceptChange.length > 0 && config.baseline?.kind === "results";
	if (found === null || !mayTurn || !sides.includes("candidate")) {
		for (const side of sides) await evaluate(config, side);
		return;
	}
	await evaluate(config, "candidate");
	const chosen = await chooseAfter(config, found, out);
	if (chosen.baseline === null) throw noBaseline(chosen.attempts);
	for (const side of sides) if (side !== "candidate") await evaluate(withBaseline(config, chosen), side);
}

// src/judgement/gather.ts
/**
* Reads the config and what is stored of every side.
* @param options.out run directory
* @param options.baselines what the sources of the baseline came to; null where nobody tried them
*/
async function gather(options) {
	const { configPath, overrides, out, baselines = null } = options;
	const written = await loadConfig(configPath, { overrides });
	const chosen = baselines === null ? null : await chooseAfter(written, baselines, out);
	const config = chosen === null ? written : withBaseline(written, chosen);
	const stored = await readSides({
		baseline: sideFolder(config, "baseline", out),
		candidate: sideFolder(config, "candidate", out),
		anchor: config.anchor === null ? void 0 : sideFolder(config, "anchor", out)
	});
	const sides = {
		...stored,
		provenance: provenanceOf(config, chosen, stored.baseline.runs)
	};
	const settled = await settleConfig(config, [...stored.baseline.runs, ...stored.candidate.runs], options).catch((error) => {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	});
	const absent = (chosen === null ? mustFind(written) : chosen.baseline === null) ? [messageOf(noBaseline(chosen?.attempts ?? []))] : [];
	return settled instanceof WeighbridgeError ? {
		config,
		sides,
		faults: [messageOf(settled), ...absent]
	} : {
		config: settled,
		sides,
		faults: absent
	};
}

// src/main.ts
var main_exports = /* @__PURE__ */ __exportAll({
	evaluatePlan: () => evaluatePlan,
	findBaselines: () => findBaselines,
	judge: () => judge
});
/**
* config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
* @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
*/
async function evaluatePlan(options) {
	const { log } = options;
	const config = await loadConfig(options.configPath, { overrides: options.overrides });
	const sides = options.sides ?? gatedSides(config);
	const plan = await makePlan(config);
	const warning = sizeWarning(plan);
	if (warning !== null) log.warn(warning);
	const found = sides.includes("baseline") ? await baselinesOf(config, options) : null;
	for (const { source, reason } of found?.attempts ?? []) log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
	if (found?.bootstrap) await bootstrap(plan, options);
	else await evaluateSides(plan, sides, found, options);
}
/**
* Tries the sources of the baseline, for those who need the answer before and after an evaluation.
* @returns null where the config names the baseline by one path
*/
async function findBaselines(options) {
	return baselinesOf(await loadConfig(options.configPath, { overrides: options.overrides }), options);
}
/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json`, `comment.md` and `report.html`. */
async function judge(options) {
	const { out, overrides, failure = null, policies = OWN_POLICY } = options;
	const { config, sides, faults } = await gather(options);
	const judged = judgeUnderPolicies(config, overrides, sides, policies);
	const verdict = [...new Set(failure === null ? faults : [failure, ...faults])].reduce(invalidateVerdict, judged);
	await writeVerdict(out, verdict);
	return { verdict };
}
/** Without anybody who knows of a base branch, the config at hand is the policy. */
const OWN_POLICY = {
	base: null,
	waivers: [],
	today: "",
	untrusted: null
};
function gatedSides({ anchor }) {
	return anchor === null ? ["baseline", "candidate"] : [
		"baseline",
		"candidate",
		"anchor"
	];
}

export { makePlan as a, smallestDetectableDrop as c, main_exports as i, noBaseline as l, findBaselines as n, ASSUMED_DISCORDANCE as o, judge as r, smallestDetectable as s, evaluatePlan as t };