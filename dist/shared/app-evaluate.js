import { a as messageOf, n as WeighbridgeError, t as IssueList } from "./core-domain-errors.js";
import { A as tasksOfGate, C as metricNamed, Cn as RUN_FILE, E as describeLimit, It as normalQuantile, On as taskFolder, Pt as normalCdf, Rt as mulberry32, Sn as ANSWERS_FILE, Vt as readRecord, a as sequentialOrder, bn as readLines, i as sampleOrder, k as metricsOfGate, mt as upperLimit, ot as timesFirstToken, r as drawnSeed, s as doublingRounds, t as WeightedOrder, w as withAskedMetrics } from "./tasks-runners-order.js";
import { $ as BenchmarkGate, An as loadEngine, Bt as askedOtherwise, C as acceptOwnPrompt, Gt as inTaskDirectory, Kt as isHarness, Ln as requireSide, Vt as ownPromptOf, Wt as byHarness, _n as failureRate, at as tenths, b as weighable, ct as compareTask, et as plainStrata, fn as ruleOf, in as harnessRunner, it as plannedLooks, lt as DrawPlan, nt as isBatchEnd, ot as firstCrossings, qt as isNative, rn as engineRunner, rt as isLook, tt as rateLogE, ut as idsOf, v as earliestStop, vt as createLogFence, y as stopReason } from "./app-policy.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { $ as tasksOfSide, At as sideFolder, Dt as readToJudge, F as chooseAfter, G as originHere, I as chooseBaseline, J as forEngine, K as storeOf, L as findBaselines, R as foundIn, Tt as readSideResults, V as withBaseline, X as requireHarness, Z as requireSources, q as wholeRuns, xt as entryKey, z as noBaseline } from "./app-suite-base-suite.js";
import { n as Seal, ot as setAside, st as acquireLock, t as openRun } from "./results-store-writer.js";
import { x as unknownCurves, y as recordTiming } from "./app-judge.js";
import { d as literal, m as number, o as array, u as int, v as strictObject, y as string } from "./npm-zod.js";
import { p as storedSample } from "./core-domain-sample.js";
import { r as parseJson, t as isObject } from "./core-domain-json.js";
import { v as writeAtomically } from "./core-metrics-choices.js";
import { n as Unconfirmed, t as EngineDied } from "./tasks-engines-engine.js";
import { t as canonicalJson } from "./core-domain-canonical-json.js";
import { t as partOf } from "./tasks-runners-shards.js";
import { r as cacheFolder } from "./adapters-process-package-root.js";
import { t as thisMachine } from "./adapters-process-machine.js";
import { r as mapPaths, t as describeModel } from "./core-domain-model.js";
import { t as digestCheckpoint } from "./tasks-checkpoints-digest.js";
import { n as showsInEnvironment } from "./adapters-process-hidden-environment.js";
import { dirname, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import process from "node:process";
import { open, readFile, readdir, rm, stat } from "node:fs/promises";

// src/app/speed.ts
const measured = strictObject({
	machine: string(),
	engine: string(),
	model: string(),
	/** Size of its files; null where it has none here. */
	bytes: number().nullable().default(null),
	task: string(),
	samples: int().min(1),
	/** Samples a second. */
	rate: number().positive(),
	/** Tokens a second, read and written, as a plan counts them. */
	tokensPerSecond: number().positive(),
	/** Day of the measurement, ISO 8601. */
	date: string()
});
const book = strictObject({
	schema_version: literal(1),
	speeds: array(measured)
});
/** The newest stay. */
const MOST$2 = 500;
/** Fewer samples say little. */
const FEWEST = 10;
const fileIn = (environment) => join(cacheFolder(environment), "speeds.json");
async function readBook(environment) {
	try {
		return book.parse(JSON.parse(await readFile(fileIn(environment), "utf8"))).speeds;
	} catch {
		return [];
	}
}
/** Remembers how fast tasks were, for the next estimate on this machine; what cannot be kept costs that and nothing else. */
async function rememberSpeeds(config, source, tasks, environment = process.env) {
	const date = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	const enough = tasks.filter(({ samples }) => samples >= FEWEST);
	if (enough.length === 0) return;
	const { type: engine } = config.engine;
	const of = {
		machine: thisMachine(),
		engine,
		model: describeModel(source),
		bytes: await bytesOf(source)
	};
	const found = enough.map((task) => ({
		...of,
		...task,
		date
	}));
	const keyOf = (speed) => JSON.stringify([
		speed.machine,
		speed.engine,
		speed.model,
		speed.task
	]);
	const keys = new Set(found.map(keyOf));
	const others = (await readBook(environment)).filter((speed) => !keys.has(keyOf(speed)));
	const file = fileIn(environment);
	try {
		await makeDirectory(dirname(file));
		const speeds = [...found, ...others].slice(0, MOST$2);
		await writeAtomically(file, `${JSON.stringify({
			schema_version: 1,
			speeds
		}, null, 2)}\n`);
	} catch {}
}
/**
* What this machine measured of the config's engine: tasks of its own checkpoints first, then those of others whose sizes are known, the most alike
* first. Newest first among equals; none where nothing that was measured says anything of these.
*/
async function measuredSpeeds(config, environment = process.env) {
	const own = await Promise.all([config.candidate, config.baseline].filter((source) => source !== null).map(async (source) => ({
		model: describeModel(source),
		bytes: await bytesOf(source)
	})));
	const bytes = own.reduce((most, side) => side.bytes ?? most, null);
	const timesOf = (speed) => {
		if (own.some((side) => side.model === speed.model && side.bytes === speed.bytes)) return 1;
		return bytes === null || speed.bytes === null ? null : bytes / speed.bytes;
	};
	const isOwn = ({ model }) => own.some((side) => side.model === model);
	const rank = (speed) => isOwn(speed) ? 0 : 1 + Math.abs(Math.log(speed.times));
	return (await readBook(environment)).filter(({ machine, engine }) => machine === thisMachine() && engine === config.engine.type).flatMap((speed) => {
		const times = timesOf(speed);
		return times === null ? [] : [{
			...speed,
			times
		}];
	}).sort((a, b) => rank(a) - rank(b));
}
/** What a model's files take together, a base without its adapter; null where nobody can say. */
async function bytesOf(source) {
	if (source.kind === "endpoint" || source.kind === "hub" || source.kind === "results") return null;
	const path = source.kind === "adapter" ? source.base : source.path;
	try {
		const found = await stat(path);
		if (!found.isDirectory()) return found.size;
		const sizes = (await readdir(path)).map(async (name) => (await stat(join(path, name))).size);
		return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
	} catch {
		return null;
	}
}
/** Seconds that so much of a task takes, and by which measurement: of the same task, else by its tokens; null without any. */
function secondsOf(cost, speeds) {
	const [any] = speeds;
	const same = speeds.find(({ task, times }) => task === cost.task && times === 1);
	if (same !== void 0) return {
		seconds: cost.samples / same.rate,
		by: same
	};
	return any === void 0 ? null : {
		seconds: any.times * cost.tokens / any.tokensPerSecond,
		by: any
	};
}

// src/config/plan/cost.ts
/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Prompts that are rendered for a rough estimate, spread over the dataset: all of many thousands would take seconds. */
const RENDERED = 2e3;
/** Some samples as a model is asked them, spread over the dataset. @param model whose chat template is used; null for none */
function someRendered(prepared, most, model = null) {
	const { samples } = prepared;
	const step = Math.max(1, Math.ceil(samples.length / most));
	return samples.filter((_, index) => index % step === 0).map((sample) => prepared.show(sample, model));
}
/**
* Rough: nothing has been tokenised.
* @param evaluated samples that will be asked
*/
function taskCost(task, description, prepared, evaluated) {
	const shown = someRendered(prepared, RENDERED);
	const bytes = shown.reduce((total, { prompt, continuations }) => total + [prompt, ...continuations].reduce((sum, text) => sum + Buffer.byteLength(text), 0), 0);
	return costOf(task, description, evaluated, shown.length === 0 ? 0 : bytes / shown.length / BYTES_PER_TOKEN);
}
/** @param tokens of one answer with its question */
function judgeCost(asks, answers, tokens) {
	const each = asks.map(({ requests: times, promptBytes, outputTokens, price }) => {
		const requests = answers * times;
		const read = Math.ceil((tokens + promptBytes / BYTES_PER_TOKEN) * requests);
		const written = requests * outputTokens;
		return {
			requests,
			read,
			written,
			money: price === null ? null : (read * price.prompt + written * price.output) / 1e6
		};
	});
	const total = (of) => each.reduce((sum, one) => sum + of(one), 0);
	return {
		requests: total(({ requests }) => requests),
		promptTokens: total(({ read }) => read),
		outputTokens: total(({ written }) => written),
		money: each.some(({ money }) => money === null) ? null : total(({ money }) => money ?? 0)
	};
}
/** @param tokens that one prompt has on average */
const costOf = (task, { maxOutputTokens, repeats, asks = [] }, evaluated, tokens) => ({
	task,
	samples: evaluated,
	repeats,
	promptTokens: Math.ceil(tokens * evaluated * repeats),
	outputTokens: evaluated * repeats * maxOutputTokens,
	...asks.length === 0 ? {} : { judges: judgeCost(asks, evaluated * repeats, tokens + maxOutputTokens) }
});
/** Of one sample with its answers. */
const tokensEach = ({ samples, promptTokens, outputTokens }) => (promptTokens + outputTokens) / Math.max(1, samples);
/** @param checkpoints for each that is evaluated, the tasks that it is evaluated on */
function totalCost(tasks, checkpoints) {
	const sum = (key) => checkpoints.flat().reduce((total, task) => total + task[key], 0);
	return {
		tasks,
		checkpoints: checkpoints.length,
		total: {
			samples: sum("samples"),
			promptTokens: sum("promptTokens"),
			outputTokens: sum("outputTokens")
		}
	};
}

// src/core/stats/power.ts
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

// src/config/plan/corrected.ts
/** More samples than anybody asks for one gate. */
const MOST$1 = 1 << 20;
/** The smallest rate that so many samples of which the scorer finds none rule out at a level, where its errors leave the most behind. */
const cleanCorrected = ({ sensitivity, specificity }) => (samples, level) => upperLimit({
	kind: "corrected",
	of: {
		kind: "binomial",
		events: 0,
		n: samples
	},
	errors: {
		sensitivity: sensitivity.least,
		specificity: specificity.most
	}
}, level);
/** How many such samples rule out a rate; null where no number does, since the errors are not known well enough. */
function cleanNeeded(limit, ruledOut, alpha) {
	if (limit <= 0) return null;
	let enough = 1;
	while (enough < MOST$1 && ruledOut(enough, alpha) > limit) enough *= 2;
	if (ruledOut(enough, alpha) > limit) return null;
	let few = Math.floor(enough / 2);
	while (enough - few > 1) {
		const middle = Math.floor((few + enough) / 2);
		if (ruledOut(middle, alpha) > limit) few = middle;
		else enough = middle;
	}
	return enough;
}

// src/config/plan/in-order.ts
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
		passes: total,
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
			strata: plainStrata(right, samples - right),
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
			gate.add(kind < 2 ? 0 : 1, kind === 0 || kind === 2);
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

// src/config/plan/feasibility.ts
/**
* Share of samples that a fine-tune answers otherwise than its parent (right to wrong or wrong to right), assumed before
* anything has run. 10 to 15 % is usual for a model of accuracy .65; see docs/explanation/method.md.
*/
const ASSUMED_DISCORDANCE = .12;
/** Probability with which an unchanged model should be certified. */
const POWER = .9;
/** What the number of samples means for one gate; pure. */
function feasibilityOf(gate, metric, size, policy, evaluation = "full") {
	const samples = size.evaluated;
	const answer = answerFor(gate, metric, {
		...size,
		evaluation
	}, policy);
	return {
		gate: gate.id,
		samples,
		...answer,
		says: message(gate, metric, samples, answer, policy)
	};
}
const NOTHING_KNOWN = {
	certifiable: null,
	needed: null,
	expectedShare: null,
	unchanged: null
};
function answerFor(gate, metric, size, policy) {
	if (size.evaluated === 0) return {
		outcome: "hopeless",
		...NOTHING_KNOWN
	};
	if (metric.unit !== "rate" || metric.kind !== "mean") return {
		outcome: "unknown",
		...NOTHING_KNOWN
	};
	const { scope, limitSign } = ruleOf(gate);
	if (scope !== "metric") return {
		outcome: "unknown",
		...NOTHING_KNOWN
	};
	const { limit } = gate;
	if (typeof limit === "number") {
		if (metric.errors === void 0) return judgeValue(failureRate(limitSign, limit), size, policy);
		return limitSign === 1 ? judgeCorrected(limit, cleanCorrected(metric.errors), size, policy) : {
			outcome: "unknown",
			...NOTHING_KNOWN
		};
	}
	return limitSign === 1 ? judgeDrop(limit.value, size, policy) : judgeGain(limit.value, size, policy);
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
/**
* By the normal law of Tango's statistic, whose mean for an unchanged model is margin/√(d/n): within two points of what counting every
* table gives, from 50 samples on.
*/
function fateOfChange(margin, size, policy) {
	if (judgesBenchmark(margin, size, policy) || margin <= 0) return null;
	const { evaluated, evaluation } = size;
	const { alpha, leanAlpha, onInconclusive } = policy;
	const distance = margin / Math.sqrt(ASSUMED_DISCORDANCE / evaluated);
	const below = (level) => normalCdf(distance + normalQuantile(level));
	const proven = evaluation === "full" ? below(alpha.value) : lookPlan(evaluated, alpha.value, POWER).passes(distance);
	const regressed = normalCdf(normalQuantile(alpha.value) - distance);
	const merged = {
		lean: below(leanAlpha.value),
		block: proven,
		warn: 1 - regressed
	}[onInconclusive.value];
	return {
		proven,
		unproven: Math.max(0, merged - proven),
		blocked: 1 - Math.max(merged, proven)
	};
}
function judgeDrop(margin, size, policy) {
	const alpha = policy.alpha.value;
	const figures = {
		...certification(margin, size, alpha),
		expectedShare: shareOfChange(margin, size, policy),
		unchanged: fateOfChange(margin, size, policy)
	};
	if (judgesBenchmark(margin, size, policy) || margin >= figures.certifiable) return {
		outcome: "certifies",
		...figures
	};
	const z = size.evaluation === "full" ? normalQuantile(1 - alpha) : lookPlan(size.evaluated, alpha, POWER).last;
	return {
		outcome: outcomeAt(z ** 2 / (size.evaluated + z ** 2), clean(size.evaluated, policy.leanAlpha.value), margin, policy),
		...figures
	};
}
/** Never hopeless: a gain may be as large as it likes. Certified means that a gain of twice the limit is proven. */
function judgeGain(limit, size, policy) {
	const certified = certification(limit, size, policy.alpha.value);
	const decided = judgesBenchmark(limit, size, policy) || limit >= certified.certifiable;
	const [expectedShare, unchanged] = [shareOfChange(limit, size, policy), fateOfChange(limit, size, policy)];
	return {
		outcome: decided ? "certifies" : "undecided",
		...certified,
		expectedShare,
		unchanged
	};
}
/**
* Zero events among n prove a rate below 1 − α^(1/n) (Clopper-Pearson), so a ceiling c needs n ≥ ln α / ln(1 − c). A
* sequential evaluation asks that test too, at its end, where its own would need more samples than there are.
*/
function judgeValue(limit, size, policy) {
	const alpha = policy.alpha.value;
	const samples = size.evaluated;
	const isBenchmark = policy.target.value === "benchmark";
	const certifiable = clean(samples, alpha);
	const needed = limit <= 0 ? null : limit >= 1 ? 1 : Math.ceil(Math.log(alpha) / Math.log1p(-limit));
	const seen = size.evaluation === "full" || isBenchmark ? null : cleanSamples(samples, limit, alpha);
	const figures = {
		certifiable,
		needed,
		expectedShare: seen === null ? null : seen / samples
	};
	if (isBenchmark || certifiable <= limit) return {
		outcome: "certifies",
		...figures,
		unchanged: null
	};
	return {
		outcome: outcomeAt(certifiable, clean(samples, policy.leanAlpha.value), limit, policy),
		...figures,
		unchanged: null
	};
}
/** As `judgeValue`, of a scorer with known errors: whatever the target and the evaluation, by the fixed test on all samples. */
function judgeCorrected(limit, ruledOut, size, policy) {
	const alpha = policy.alpha.value;
	const certifiable = ruledOut(size.evaluated, alpha);
	const figures = {
		...NOTHING_KNOWN,
		certifiable,
		needed: cleanNeeded(limit, ruledOut, alpha)
	};
	if (certifiable <= limit) return {
		outcome: "certifies",
		...figures
	};
	return {
		outcome: outcomeAt(certifiable, ruledOut(size.evaluated, policy.leanAlpha.value), limit, policy),
		...figures
	};
}
/** The smallest rate that so many samples without one event rule out at a level; so many pairs without a flip lean no further. */
const clean = (samples, level) => 1 - level ** (1 / samples);
/**
* @param best what the best of all candidates would prove
* @param leant the smallest limit at which it would still lean to pass
*/
function outcomeAt(best, leant, limit, policy) {
	switch (policy.onInconclusive.value) {
		case "lean": return leant > limit ? "hopeless" : best >= limit ? "leans" : "undecided";
		case "block": return best >= limit ? "hopeless" : "undecided";
		case "warn": return "undecided";
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
function message(gate, metric, samples, answer, policy) {
	const limit = describeLimit(gate, metric.unit === "rate" ? "rate" : "other");
	const isValue = ruleOf(gate).estimand === "candidate";
	const { outcome, certifiable, needed, expectedShare, unchanged } = answer;
	if (samples === 0) return `${gate.id}: the task has no samples`;
	const share = certifiable === null ? "" : (100 * certifiable).toPrecision(2);
	const smallest = isValue ? `${samples} samples without one failure show a rate below ${share}%` : `${samples} samples can prove ${share}pp`;
	const need = needed === null ? "no number of samples proves it" : `${limit} needs ${needed} samples`;
	const early = expectedShare === null ? "" : `; ${isValue ? "a clean" : "an unchanged"} candidate is expected to take ${(100 * expectedShare).toFixed(0)} % of them, at worst all`;
	switch (outcome) {
		case "unknown": return `${gate.id}: what ${samples} samples can show about ${limit} is known only after a run`;
		case "certifies": return `${gate.id}: ${samples} samples are enough for ${limit}${fateWords(gate, unchanged, policy)}${early}`;
		case "undecided": return `${gate.id}: ${smallest}, ${need}${fateWords(gate, unchanged, policy)}${early}`;
		case "leans": return `${gate.id}: ${smallest}, ${need}; until then no result is a proven pass, and ${isValue ? "one without a failure" : "the best"} leans to pass (lean_alpha ${policy.leanAlpha.value})${fateWords(gate, unchanged, policy)}${early}`;
		case "hopeless": return `${gate.id}: ${smallest}, ${need}; even a candidate without any fault would be blocked`;
	}
}
/** `; of unchanged candidates about 33 % are proven, 39 % lean to pass unproven and 28 % are blocked` */
function fateWords(gate, fate, { onInconclusive }) {
	if (fate === null) return "";
	const of = ruleOf(gate).limitSign === 1 ? "unchanged candidates" : "candidates that gain twice as much";
	const share = (value) => `${(100 * value).toFixed(0)} %`;
	const unproven = {
		lean: `${share(fate.unproven)} lean to pass unproven and `,
		block: "",
		warn: `${share(fate.unproven)} merge unproven and `
	}[onInconclusive.value];
	return `; of ${of} about ${`${share(fate.proven)} are proven${unproven === "" ? " and " : ", "}`}${unproven}${share(fate.blocked)} are blocked`;
}
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

// src/config/plan/draws.ts
/**
* How a task's samples will be drawn, as far as its gates tell; null where no gate on it is decided by bets. Looks and rates of
* independent samples hold for a uniform draw alone, so that one such gate keeps its task from asking the telling ones first.
*/
function drawOf(task, gates, size, policy) {
	const early = gates.filter(({ gate, metric }) => gate.against === void 0 && metric.kind === "mean" && ruleOf(gate).scope === "metric");
	const isBet = ({ gate, metric }) => size.isWhole && metric.unit === "rate" && judgesBenchmark(limitOf(gate), size, policy);
	const bets = early.filter(isBet);
	if (bets.length === 0) return null;
	const looks = early.find((each) => !isBet(each));
	const anchored = gates.find(({ gate }) => gate.against === "anchor");
	const uniformly = (obstacle) => `${task}: samples are drawn uniformly, since ${obstacle}; with the likeliest to change first, ${bets.map(({ gate }) => gate.id).join(", ")} could need about half of the samples`;
	if (anchored !== void 0) return uniformly(`${anchored.gate.id} compares with the anchor`);
	if (looks !== void 0) return uniformly(`${looks.gate.id} takes them for a random part of all such questions`);
	return `${task}: the samples likeliest to change are asked first, where the baseline's margins or earlier models in the store tell them`;
}
/** As a change; a ceiling or floor speaks of a population unless the policy says otherwise. */
const limitOf = ({ limit }) => typeof limit === "object" && limit !== null && "value" in limit ? limit.value : 0;

// src/config/plan/plan.ts
const prepareByRunner = async (task, directory) => {
	return (await engineRunner(task.runner).load()).prepare(task.name, task.options, directory);
};
/**
* Prepares every task and checks every gate against the size of its dataset.
* @throws IssueList with every dataset that cannot be used, or every gate that could only ever block
*/
async function makePlan(config, prepare = prepareByRunner) {
	const tasks = await prepareAll(config, prepare);
	const ofBaseline = await prepareOwn(config, prepare);
	for (const [harness, asked] of byHarness(config.tasks)) await (await harnessRunner(harness).load()).check(asked, inTaskDirectory(config), null);
	const feasibility = checkGates(config, tasks);
	return {
		config,
		tasks,
		ofBaseline,
		feasibility,
		warnings: feasibility.filter(({ outcome }) => outcome !== "certifies" && outcome !== "unknown").map(({ says }) => says),
		cost: costOfPlan({
			config,
			tasks,
			ofBaseline
		}, roughCost),
		draws: designOf(config) === "full" ? [] : tasks.flatMap((task) => drawIn(config, task) ?? [])
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
			prepared: await prepare(task, config.taskDirectory)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		issues.push(...error instanceof IssueList ? error.issues : [error]);
	}
	const [first] = issues;
	if (first !== void 0) throw new IssueList(first.kind, issues);
	return tasks;
}
/** A run of theirs says by which settings of its own it was asked. */
async function prepareOwn(config, prepare) {
	return (await prepareAll({
		...config,
		tasks: askedOtherwise(config)
	}, prepare)).map(({ config: task, prepared }) => ({
		config: task,
		prepared: {
			...prepared,
			fingerprint: (model) => ({
				...prepared.fingerprint(model),
				own_prompt: ownPromptOf(config, task.name)?.digest ?? null
			})
		}
	}));
}
function checkGates(config, tasks) {
	const checked = config.gates.flatMap((gate) => {
		const open = new Set(config.declared.flatMap(({ task, open }) => open === true ? [task] : []));
		if (tasksOfGate(gate).some((task) => open.has(task))) return [{
			gate,
			feasibility: notBeforeResults(gate.id)
		}];
		if (gate.rule === "average") return [{
			gate,
			feasibility: ofAverage(gate, tasks)
		}];
		const planned = tasks.find((task) => task.config.name === gate.task);
		if (planned === void 0) return [];
		const { prepared } = planned;
		const metric = metricNamed(gate.metric, prepared.metrics);
		if (metric === null) throw new Error(`${gate.task} was described with ${gate.metric} and prepared without`);
		return [{
			gate,
			feasibility: feasibilityOf(gate, metric, sizeOf(planned), config.policy, designOf(config))
		}];
	});
	const issues = checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? []);
	if (issues.length > 0) throw new IssueList("config", issues);
	return checked.map(({ feasibility }) => feasibility);
}
/** An average rests on all samples of its tasks, and on how far each of these moves. */
function ofAverage(gate, tasks) {
	const samples = tasks.filter(({ config }) => tasksOfGate(gate).includes(config.name)).reduce((total, { prepared }) => total + evaluatedOf(prepared), 0);
	return {
		gate: gate.id,
		samples,
		outcome: "unknown",
		...NOTHING_KNOWN,
		says: `${gate.id}: what ${samples} samples of its tasks can show is known only after a run`
	};
}
function drawIn({ gates, policy }, planned) {
	const { config, prepared } = planned;
	const { name } = config;
	const own = gates.flatMap((gate) => {
		const metric = prepared.metrics.find((each) => each.name === gate.metric);
		return gate.task === name && metric !== void 0 ? [{
			gate,
			metric
		}] : [];
	});
	return drawOf(name, own, sizeOf(planned), policy);
}
/** How the candidate will be evaluated, for all that the config says; what is not there yet may still make it all of it. */
function designOf({ evaluation, candidate }) {
	return candidate?.kind === "results" ? "full" : evaluation.value;
}
const notBeforeResults = (gate) => ({
	gate,
	samples: 0,
	outcome: "unknown",
	certifiable: null,
	needed: null,
	expectedShare: null,
	unchanged: null,
	says: `${gate}: whether its metric is there, and how many samples, is known once its task has run`
});
/** What all checkpoints cost that are to be evaluated, each on its tasks. */
function costOfPlan({ config, tasks, ofBaseline }, costOf) {
	const costs = tasks.map(costOf);
	const own = new Map(ofBaseline.map((task) => [task.config.name, costOf(task)]));
	const isAsked = (side) => config[side] !== null && config[side].kind !== "results";
	const anchored = costs.filter(({ task }) => config.gates.some((gate) => gate.against === "anchor" && tasksOfGate(gate).includes(task)));
	return totalCost(costs, [
		...isAsked("candidate") ? [costs] : [],
		...isAsked("baseline") ? [costs.map((cost) => own.get(cost.task) ?? cost)] : [],
		...isAsked("anchor") && anchored.length > 0 ? [anchored] : []
	]);
}
function roughCost({ config, prepared }) {
	const description = engineRunner(config.runner).describe(config.options);
	return taskCost(config.name, description, prepared, evaluatedOf(prepared));
}
/** Several answers to each sample are a part of all that could be given, as a cap's samples are of all that there are. */
function sizeOf({ config, prepared }) {
	const { repeats } = engineRunner(config.runner).describe(config.options);
	return {
		evaluated: evaluatedOf(prepared),
		isWhole: prepared.limit === null && repeats < 2
	};
}
/** Samples that will be asked: all, or as many as the task's limit leaves. */
function evaluatedOf({ samples, limit }) {
	return Math.min(samples.length, limit ?? samples.length);
}

// src/app/evaluate/open-model.ts
/**
* Loads a checkpoint into the config's engine.
* @param template asked through in place of the model's own
*/
async function openModel(config, source, log, aborted, template, handover) {
	const { settings, engine, files } = await engineFor(config, source);
	const events = {
		status: (line) => log.info(line),
		directory: resolve(config.taskDirectory),
		...handover === void 0 ? {} : { handover },
		firstTokens: config.gates.flatMap(metricsOfGate).some(({ metric }) => timesFirstToken(metric))
	};
	const model = await engine.open(files, settings, events, aborted);
	if (model.withoutLikelihoods !== void 0 && config.tasks.some(asksLikelihoods)) {
		await model.close();
		throw model.withoutLikelihoods;
	}
	return {
		...model,
		...await asEvaluated(config, source, model, aborted, template)
	};
}
const asksLikelihoods = (task) => isNative(task) && engineRunner(task.runner).describe(task.options).asksLikelihoods;
/** What `openModel` would say of the checkpoint, without loading it; null where only loading tells. */
async function describeCheckpoint(config, source, aborted, template) {
	const { settings, engine, files } = await engineFor(config, source);
	const described = await engine.describe?.(files, settings, aborted) ?? null;
	return described === null ? null : asEvaluated(config, source, described, aborted, template);
}
async function engineFor({ engine: settings, directory }, source) {
	return {
		settings,
		engine: await loadEngine(settings),
		files: await forEngine(mapPaths(source, (path) => resolve(directory, path)))
	};
}
async function asEvaluated({ directory, tasks }, source, { identity, fingerprint, contextSize, chatTemplate }, aborted, template = chatTemplate) {
	const files = mapPaths(source, (path) => resolve(directory, path));
	const { digest } = files.kind === "folder" && tasks.some(isHarness) ? (await digestCheckpoint(files, { signal: aborted })).identity : identity;
	return {
		identity: {
			...identity,
			digest,
			source: describeModel(source)
		},
		fingerprint,
		contextSize,
		chatTemplate: template
	};
}
/**
* The two above for a side that is compared with a baseline: where the config leaves the context to the model, one that was
* made for more is given what the baseline had.
* @param limit tokens of the baseline's context; null where nobody knows
*/
function comparableModel(config, source, log, limit, template, handover) {
	const isLonger = ({ contextSize }) => limit !== null && contextSize > limit;
	const limited = {
		...config,
		engine: {
			...config.engine,
			context_size: limit ?? void 0
		}
	};
	return {
		async describe(aborted) {
			const own = await describeCheckpoint(config, source, aborted, template);
			return own === null || !isLonger(own) ? own : describeCheckpoint(limited, source, aborted, template);
		},
		async open(aborted) {
			const own = await openModel(config, source, log, aborted, template, handover);
			if (!isLonger(own)) return own;
			await own.close();
			log.info(`evaluated with the baseline's context of ${limit} tokens; its own would be ${own.contextSize}`);
			return openModel(limited, source, log, aborted, template, handover);
		}
	};
}
/** The context that the runs of a baseline had; null where none says so, or the config says it. */
function contextOf(config, records) {
	const { engine, acceptChange } = config;
	if (engine.context_size !== void 0 || acceptChange.includes("engine_settings")) return null;
	const sizes = records.flatMap(({ fingerprint: { engine_settings: settings } }) => typeof settings === "string" ? /^context (\d+)\b/.exec(settings)?.[1] ?? [] : []);
	return sizes.length === 0 ? null : Math.min(...sizes.map(Number));
}
/** The checkpoint through whose chat template a side is asked, where that is a declared change; null where through its own. */
function templateSource({ acceptChange, candidate }, side) {
	if (side === "candidate" || !acceptChange.includes("chat_template")) return null;
	return candidate === null || candidate.kind === "results" ? null : candidate;
}
/**
* The chat template of a side's checkpoint, as its files tell, before any engine is there; null where they do not.
* @throws WeighbridgeError `checkpoint` for what the engine does not read
*/
async function chatTemplateOf(config, side, source) {
	const { engine, files } = await engineFor(config, templateSource(config, side) ?? source);
	const chatTemplate = await engine.chatTemplate?.(files) ?? null;
	return chatTemplate === null ? null : { chatTemplate };
}
/** The chat template with which a side is asked in place of its own; undefined where it keeps that. */
async function declaredTemplate(config, side, tasks, log, signal) {
	const source = templateSource(config, side);
	const applies = tasks.some(({ config: { runner, options } }) => engineRunner(runner).describe(options).usesChatTemplate);
	if (source === null || !applies) return void 0;
	log.info(`${side}: asked with the candidate's chat template, a declared change`);
	const described = await describeCheckpoint(config, source, signal);
	if (described !== null) return described.chatTemplate;
	const model = await openModel(config, source, log, signal);
	await model.close();
	return model.chatTemplate;
}

// src/tasks/engines/handover.ts
/**
* Where the models of one evaluation, which come one after another, leave what the next may use: one thing at most, since memory
* may not hold two. Whoever makes it closes it.
*/
var Handover = class {
	#left = null;
	#isClosed = false;
	/** A model that is closed hands on what it has, which is closed in its place where nobody comes any more. */
	async leave(left) {
		const before = this.#left;
		this.#left = this.#isClosed ? null : left;
		await before?.close();
		if (this.#isClosed) await left.close();
	}
	/** Whoever takes it uses it or closes it, before anything is loaded beside it. */
	take() {
		const left = this.#left;
		this.#left = null;
		return left;
	}
	async close() {
		this.#isClosed = true;
		await this.take()?.close();
	}
};

// src/results/store/orphaned-runs.ts
/**
* Sets aside the runs of a side whose tasks are not among these: an earlier config named them, and nobody will judge them.
* @returns where each was, and is now
* @throws WeighbridgeError `usage` while another process writes one of them, `engine` when the disk refuses
*/
async function setAsideOrphanedRuns(out, side, tasks) {
	const parent = join(out, side);
	const own = new Set(tasks.map(taskFolder));
	if (!existsSync(parent)) return [];
	return onDisk(parent, async () => {
		const moved = [];
		for (const name of (await readdir(parent)).sort()) {
			const from = join(parent, name);
			if (own.has(name) || !existsSync(join(from, "run.json"))) continue;
			const lock = await acquireLock(from);
			const to = await setAside(out, side, from);
			await lock.release(to);
			moved.push({
				from,
				to
			});
		}
		return moved;
	});
}

// src/results/store/answer-log.ts
const MAX_LINE_BYTES = 67108864;
/**
* Answers of a run that have no scores yet, beside its samples, so that a kill before the next scoring costs no answer that the
* model has given. Lines are on the way to the disk when `keep` returns: a killed process loses none, a machine that loses its
* power may lose the last. It is removed when the run is over.
*/
var AnswerLog = class AnswerLog {
	/** What an earlier evaluation kept, by id of the sample; read without being believed. */
	kept;
	#folder;
	#seal;
	/** Null until something is kept. */
	#file = null;
	constructor(folder, kept, seal) {
		this.#folder = folder;
		this.kept = kept;
		this.#seal = seal;
	}
	/** @param isWanted whether a sample is still without scores */
	static async open(folder, isWanted) {
		const kept = /* @__PURE__ */ new Map();
		const file = join(folder, ANSWERS_FILE);
		const seal = await Seal.of(file);
		try {
			for await (const { text, whole, number } of readLines(file, MAX_LINE_BYTES)) {
				const line = whole ? parseJson(text, {
					file,
					line: number
				}) : null;
				if (isObject(line) && typeof line.id === "string" && isWanted(line.id)) kept.set(line.id, line.answers);
			}
		} catch (error) {
			const isMissing = error.code === "ENOENT";
			if (!isMissing && !(error instanceof WeighbridgeError)) throw error;
			if (!isMissing) kept.clear();
		}
		return new AnswerLog(folder, kept, seal);
	}
	/** @throws WeighbridgeError `engine` when the disk refuses */
	async keep(id, answers) {
		await onDisk(this.#folder, async () => {
			this.#file ??= await this.#begin();
			const line = lineOf(id, answers);
			await this.#file.appendFile(line);
			await this.#seal.append(line);
		});
	}
	/** Only what was kept before and is still wanted: a torn end would swallow the next line. */
	async #begin() {
		const path = join(this.#folder, ANSWERS_FILE);
		await writeAtomically(path, [...this.kept].map(([id, answers]) => lineOf(id, answers)).join(""));
		this.#seal = await Seal.of(path);
		return open(path, "a");
	}
	/** What another hand has touched meanwhile is removed: nothing may go on from it. */
	async close() {
		const file = this.#file;
		this.#file = null;
		await file?.close();
		if (!await this.#seal.holds({ byContent: true })) await this.remove();
	}
	/** Nothing goes on from here. */
	async remove() {
		await rm(join(this.#folder, ANSWERS_FILE), { force: true });
	}
};
const lineOf = (id, answers) => `${JSON.stringify({
	id,
	answers
})}\n`;

// src/tasks/runners/blocks.ts
/**
* What is still to be done of a task, in blocks that nothing may end: from one look to the next, or all of it where nobody looks.
* Which samples a block has is what the design says; inside it they are worked on by what their prompts have in common, since
* an engine computes a shared beginning once. An evaluation that was killed inside a block finishes it first.
*/
var Blocks = class {
	/** Samples that were still to be done at the beginning. */
	count;
	#order;
	#looks;
	#prompt;
	#together;
	#pending;
	#answered;
	/** How many samples of the order were given out by `leading`. */
	#turn = 0;
	#earliest = null;
	/**
	* @param pending samples still to be done
	* @param found those that were done before, in whatever order
	*/
	constructor(content, order, looks, pending, found) {
		this.count = pending.length;
		this.#order = order;
		this.#looks = looks;
		this.#prompt = (sample) => content.show(sample, null).prompt;
		this.#together = content.together ?? 1;
		this.#pending = new Map(pending.map((sample) => [sample.id, sample]));
		this.#answered = new Map(found.map((sample) => [sample.id, sample]));
	}
	/** Whether samples are there whose turn has not come: a look that leaves them out would not be of what is stored. */
	get isTorn() {
		return this.#lastAnswered() > this.#turn;
	}
	add(sample) {
		this.#answered.set(sample.id, sample);
	}
	/** Samples that were answered, in the order of the design, without those that were given out before. */
	leading() {
		const leading = [];
		for (let sample = this.#answerInTurn(); sample !== void 0; sample = this.#answerInTurn()) {
			leading.push(sample);
			this.#turn += 1;
		}
		return leading;
	}
	#answerInTurn() {
		if (this.#turn >= this.#order.ids.length) this.#order.extend([...this.#answered.values()]);
		const id = this.#order.ids[this.#turn];
		return id === void 0 ? void 0 : this.#answered.get(id);
	}
	/** The samples of the next block after what `leading` gave out, in the order of work; none at the end. */
	next() {
		const block = [];
		for (const id of this.#order.ids.slice(this.#turn, this.#end())) {
			const sample = this.#pending.get(id);
			if (sample === void 0) continue;
			this.#pending.delete(id);
			block.push(sample);
		}
		return byPrompt(block, this.#prompt);
	}
	/** Where the block ends that begins at this turn, as a number of samples. */
	#end() {
		const known = this.#order.ids.length;
		if (this.#looks === null) return known;
		const { monitor, run } = this.#looks;
		this.#earliest ??= monitor.earliestStop(run) ?? run.planned;
		let end = Math.max(this.#turn + this.#together, this.#earliest, this.#lastAnswered());
		while (end < known && !monitor.isLook(end, run.planned)) end += 1;
		return Math.min(end, known);
	}
	#lastAnswered() {
		return this.#order.ids.findLastIndex((id) => this.#answered.has(id)) + 1;
	}
};
/** Those that begin alike stand together; of equal prompts the first of the design comes first. */
function byPrompt(samples, promptOf) {
	return samples.map((sample) => ({
		sample,
		prompt: promptOf(sample)
	})).sort((one, other) => one.prompt < other.prompt ? -1 : one.prompt > other.prompt ? 1 : 0).map(({ sample }) => sample);
}

// src/tasks/runners/lazy-model.ts
/** One side's model, loaded at most once, and again after its engine died. */
var LazyModel = class LazyModel {
	/** Identity and fingerprint, which hold for every load. */
	described;
	#open;
	#model;
	constructor(open, described, model) {
		this.#open = open;
		this.#model = model;
		this.described = described;
	}
	/** Of a model that is known without being loaded, and perhaps never is. */
	static of(described, open) {
		return new LazyModel(open, described, null);
	}
	static async load(open) {
		const model = await open();
		return new LazyModel(open, model, model);
	}
	/** @throws WeighbridgeError `checkpoint` when it is not the model that was described */
	async model() {
		if (this.#model !== null) return this.#model;
		const model = await this.#open();
		if (isSame(model, this.described)) {
			this.#model = model;
			return model;
		}
		await model.close();
		throw new WeighbridgeError("checkpoint", "the checkpoint changed while it was being evaluated", { fix: "evaluate a file that nothing writes to" });
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
const isSame = (one, other) => canonicalJson([
	one.identity,
	one.fingerprint,
	one.chatTemplate
]) === canonicalJson([
	other.identity,
	other.fingerprint,
	other.chatTemplate
]);

// src/tasks/runners/monitor.ts
/** Ends one task early: asks the monitor at every look, until it answers. */
var EarlyStopping = class {
	#monitor;
	#run;
	#samples;
	#stop = new AbortController();
	#reason;
	/**
	* @param found samples of an earlier evaluation, the first of the order, which may be enough
	* @param mayEnd whether they are all that is stored
	*/
	constructor(monitor, run, found, mayEnd) {
		this.#monitor = monitor;
		this.#run = run;
		this.#samples = [...found];
		this.#reason = null;
		if (mayEnd) this.#ask();
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
	add(sample) {
		this.#samples.push(sample);
		const isLook = this.#monitor.isLook(this.#samples.length, this.#run.planned);
		if (this.#reason === null && isLook) this.#ask();
	}
	#ask() {
		this.#reason = this.#monitor.stopReason(this.#run, this.#samples);
		if (this.#reason !== null) this.#stop.abort();
	}
};

// src/tasks/runners/progress.ts
/** Measures the rate of one task from its first sample on: before that a model is loaded, which no later sample waits for. */
function progressMeter(task, planned, reused, now = () => performance.now()) {
	let first = null;
	return (evaluated) => {
		const at = now();
		first ??= {
			at,
			evaluated
		};
		const seconds = (at - first.at) / 1e3;
		const rate = seconds > 0 ? (evaluated - first.evaluated) / seconds : 0;
		const done = reused + evaluated;
		return {
			task,
			done,
			planned,
			samplesPerSecond: rate > 0 ? rate : null,
			secondsLeft: rate > 0 ? (planned - done) / rate : null
		};
	};
}

// src/tasks/runners/evaluate.ts
/**
* Evaluates all tasks of one side. A task that fails leaves its samples and its reason, and the next one goes on; after a
* death of the engine, with a new engine.
*
* @throws WeighbridgeError for a model that cannot be loaded, or a run directory that cannot be written
*/
async function evaluateSide(evaluation) {
	const open = () => evaluation.open(evaluation.signal);
	for (const { prepared } of evaluation.tasks) await prepared.ready?.(evaluation.signal);
	const cached = await fullyCachedModel(evaluation);
	const lazy = cached === null ? await LazyModel.load(open) : LazyModel.of(cached, open);
	try {
		const outcomes = [];
		for (const task of cheapestFirst(evaluation, lazy.described)) outcomes.push(await evaluateTask(evaluation, task, lazy));
		return outcomes;
	} finally {
		await lazy.close();
	}
}
/** By what a decision costs at least, where one may end the side: a regression that any task shows is found for the fewest tokens. */
function cheapestFirst(evaluation, model) {
	const { tasks, monitor = null } = evaluation;
	if (monitor === null) return tasks;
	return tasks.map((task) => {
		const { run } = planTask(evaluation, task, model);
		return {
			task,
			tokens: (monitor.earliestStop(run) ?? run.planned) * (task.tokensEach ?? 1)
		};
	}).sort((a, b) => a.tokens - b.tokens).map(({ task }) => task);
}
/** The model where a store has every sample that it would be asked, so that it need not be loaded; else null. */
async function fullyCachedModel(evaluation) {
	const { describe, lookUp, tasks, signal } = evaluation;
	const described = lookUp === void 0 ? null : await describe?.(signal) ?? null;
	if (described === null) return null;
	for (const task of tasks) {
		const { run, planned } = planTask(evaluation, task, described);
		const ids = new Set((await lookUp?.(run))?.samples.map(({ id }) => id));
		if (!partOf(planned, evaluation.shard ?? null, run.design).every(({ id }) => ids.has(id))) return null;
	}
	return described;
}
/** What the run of a task will be, and its samples in the order of a full one. */
function planTask(evaluation, { config: task, prepared: content }, model) {
	const { seed, order: draw, side, monitor = null } = evaluation;
	const design = monitor === null ? evaluation.design ?? "full" : "sequential";
	const order = sampleOrder(content.samples, seed, content.datasetDigest);
	const planned = content.limit === null ? order : order.slice(0, content.limit);
	return {
		run: {
			side,
			task: task.name,
			task_role: task.role,
			metrics: content.metrics,
			primary_metric: task.primaryMetric,
			fingerprint: {
				...content.fingerprint(model),
				seed
			},
			model: model.identity,
			seed,
			...design === "full" || draw === void 0 ? {} : { order_seed: drawnSeed(draw, model.identity) },
			planned: planned.length,
			...planned.length < order.length ? { population: order.length } : {},
			design
		},
		planned
	};
}
async function evaluateTask(evaluation, task, lazy) {
	const { out, monitor = null } = evaluation;
	const { run, planned } = planTask(evaluation, task, lazy.described);
	const draw = monitor?.weighing?.draw(run, doublingRounds(planned.length)) ?? null;
	const plan = draw === null ? run : {
		...run,
		draw
	};
	const { writer, found, superseded } = await openRun(out, plan, { meanwhile: task.prepared.code ?? null });
	const isSequential = writer.design === "sequential";
	const { order_seed: _, ...asked } = run;
	const begun = {
		...asked,
		...writer.drawn
	};
	const ordered = isSequential ? sequentialOrder(planned, begun) : planned;
	const mine = partOf(ordered, evaluation.shard ?? null, writer.design);
	await reuseCached(evaluation, run, mine, writer);
	const pending = mine.filter((sample) => !writer.has(sample));
	const reused = mine.length - pending.length;
	const order = begun.draw === void 0 ? null : monitor?.weighing?.order(begun) ?? null;
	const isWatched = isSequential && (begun.draw === void 0 || order !== null);
	const log = await AnswerLog.open(writer.folder, (id) => !writer.has({ id }));
	const looks = isWatched && monitor !== null ? {
		monitor,
		run: begun
	} : null;
	const blocks = new Blocks(task.prepared, order ?? asPlanned(mine), looks, pending, found);
	const ending = await runPending(evaluation, task.prepared, lazy, writer, log, blocks, {
		asked: progressMeter(run.task, mine.length, reused),
		scored: progressMeter(`${run.task}, scores`, mine.length, reused)
	}, looks === null ? null : new EarlyStopping(looks.monitor, begun, blocks.leading(), !blocks.isTorn)).finally(() => log.close());
	if (ending.state === "complete") await log.remove();
	return {
		task: run.task,
		planned: planned.length,
		reused,
		superseded,
		...ending
	};
}
const asPlanned = (planned) => ({
	ids: planned.map(({ id }) => id),
	extend: () => void 0
});
/** Takes over what a store has of this part, so that only the rest is asked. */
async function reuseCached({ lookUp }, run, mine, writer) {
	if (lookUp === void 0 || writer.design !== "full" || mine.every((sample) => writer.has(sample))) return;
	const cached = await lookUp(run);
	if (cached === null) return;
	const ids = new Set(mine.map(({ id }) => id));
	await writer.reuse(cached.samples.filter(({ id }) => ids.has(id)), cached.origin);
}
const tooLate = (seconds) => /* @__PURE__ */ new Error(`the task took longer than ${seconds} s`);
async function runPending({ seed, signal: interrupt, progress, includeSamples }, content, lazy, writer, log, blocks, meters, stopping) {
	const signal = stopping === null ? interrupt : AbortSignal.any([interrupt, stopping.signal]);
	let evaluated = 0;
	let told = 0;
	const tell = (count) => {
		if (count <= told) return;
		told = count;
		progress?.(meters.asked(told));
	};
	let isReleased = false;
	const write = async (sample) => {
		await writer.write(storedSample(sample, includeSamples));
		evaluated += 1;
		blocks.add(sample);
		if (isReleased) progress?.(meters.scored(evaluated));
		else tell(evaluated);
	};
	const answers = {
		kept: log.kept,
		async keep(id, given) {
			await log.keep(id, given);
			tell(told + 1);
		}
	};
	const failed = async (reason) => {
		await writer.fail(reason);
		return {
			state: "failed",
			reason,
			evaluated,
			stopped: null
		};
	};
	let model = null;
	const release = async () => {
		isReleased = true;
		if (model?.holdsMemory !== true) return;
		await model.assertUnchanged?.();
		model = null;
		await lazy.close();
	};
	let fault = null;
	const deadline = new AbortController();
	let timer;
	try {
		while (!signal.aborted) {
			const pending = blocks.next();
			if (pending.length === 0) break;
			const asked = evaluated + pending.length;
			isReleased = false;
			model = await lazy.model();
			const { taskSeconds: seconds } = model;
			if (seconds !== void 0) timer ??= setTimeout(() => deadline.abort(tooLate(seconds)), seconds * 1e3);
			const until = AbortSignal.any([signal, deadline.signal]);
			await content.run({
				pending,
				model,
				seed,
				write,
				answers,
				release,
				signal: until
			});
			if (evaluated < asked) deadline.signal.throwIfAborted();
			if (evaluated < asked) break;
			for (const sample of blocks.leading()) stopping?.add(sample);
		}
	} catch (error) {
		if (writer.broken) throw error;
		if (error instanceof EngineDied) await lazy.close();
		if (!signal.aborted) fault = messageOf(error);
	} finally {
		clearTimeout(timer);
	}
	const doubt = await model?.assertUnchanged?.().then(() => null, (error) => error) ?? null;
	if (doubt !== null && !(doubt instanceof Unconfirmed)) {
		const changed = messageOf(doubt);
		await log.remove();
		await writer.retract(changed);
		return {
			state: "failed",
			reason: changed,
			evaluated: 0,
			stopped: null
		};
	}
	if (fault !== null) return failed(fault);
	if (doubt !== null && !interrupt.aborted) return failed(messageOf(doubt));
	const stopped = stopping?.reason ?? null;
	if (doubt === null && evaluated === blocks.count) {
		await writer.complete();
		return {
			state: "complete",
			reason: null,
			evaluated,
			stopped: null
		};
	}
	if (doubt === null && stopped !== null) {
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
	return failed(`the runner left out ${blocks.count - evaluated} samples`);
}

// src/app/evaluate/cache.ts
/** Answers from the store what one side was asked before. A damaged entry is told, and as good as none. */
function lookUpCachedRuns(store, side, log) {
	const lookUp = async (run) => {
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
	const asked = /* @__PURE__ */ new Map();
	return (run) => {
		const key = entryKey(run);
		const found = asked.get(key) ?? lookUp(run);
		asked.set(key, found);
		return found;
	};
}
/** Puts what was evaluated into the store; a store that cannot be written costs the next run time, not this one its verdict. */
async function cacheRuns(store, config, side, out, log) {
	const origin = await originHere(config.directory);
	const { runs } = await readSideResults(sideFolder(config, side, out), side);
	for (const run of runs) try {
		await store.keep(run, run.record.reused?.origin ?? origin);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		log.warn(`${side}/${run.record.task} was not kept in the store: ${messageOf(error)}`);
	}
}

// src/app/evaluate/earlier-answers.ts
/** So many earlier models tell enough. */
const MOST_MODELS = 8;
/**
* What other models answered to the task as the baseline was asked it, from the store: what flipped in them is likelier to flip
* again. What cannot be read is told, and predicts nothing.
*/
async function earlierAnswers(store, { record }, log) {
	if (store === null) return [];
	const asked = canonicalJson(record.fingerprint);
	const found = [];
	try {
		for (const key of await store.entries.keys()) {
			const kept = await readRecord(store.entries.folderOf(key));
			if (!(kept.model.digest !== record.model.digest || kept.model.adapter_digest !== record.model.adapter_digest) || canonicalJson(kept.fingerprint) !== asked) continue;
			const entry = await store.entries.read(key);
			if (entry.kind === "found") found.push({
				samples: entry.entry.samples,
				date: entry.entry.origin.date
			});
		}
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		log.warn(`${record.task}: earlier answers in the store cannot be read, and predict nothing: ${messageOf(error)}`);
		return [];
	}
	found.sort((one, other) => one.date < other.date ? 1 : -1);
	return found.slice(0, MOST_MODELS).map(({ samples }) => samples);
}

// src/app/evaluate/external-harness.ts
/** Runs the tasks of a harness, whose output reaches the log behind a fence. */
async function evaluateWithHarness(config, side, tasks, source, monitor, { log, out, signal, chance }) {
	const fence = createLogFence();
	const print = (lines) => {
		for (const line of lines) log.info(line);
	};
	const baseline = side === "candidate" ? await readSideResults(sideFolder(config, "baseline", out), "baseline") : null;
	const absolute = (model) => mapPaths(model, (path) => resolve(config.directory, path));
	const template = templateSource(config, side);
	const outcomes = [];
	for (const [name, own] of byHarness(tasks)) {
		const ended = await (await harnessRunner(name).load()).evaluate({
			side,
			tasks: own,
			out,
			...chance,
			monitor,
			signal,
			looks: tenths,
			...inTaskDirectory(config),
			includeSamples: config.includeSamples,
			source: absolute(source),
			...template === null ? {} : { template: absolute(template) },
			described: describeModel(source),
			environment: process.env,
			baseline: baseline?.runs ?? [],
			progress: (progress) => log.progress?.({
				...progress,
				side
			}),
			say: (line) => log.info(line),
			output: (piece) => print(fence.push(piece))
		});
		outcomes.push(...ended);
	}
	print(fence.end());
	return outcomes;
}

// src/core/stats/isotonic.ts
/**
* The falling sequence nearest to the values in weighted squares: neighbours out of order become their mean, until none is
* (pool adjacent violators; Ayer, Brunk, Ewing, Reid & Silverman 1955).
*/
function fallingFit(values) {
	const blocks = [];
	for (const { value, weight } of values) {
		let block = {
			total: value * weight,
			weight,
			count: 1
		};
		for (;;) {
			const before = blocks.at(-1);
			if (before === void 0 || before.total / before.weight >= block.total / block.weight) break;
			blocks.pop();
			block = {
				total: before.total + block.total,
				weight: before.weight + block.weight,
				count: before.count + block.count
			};
		}
		blocks.push(block);
	}
	return blocks.flatMap(({ total, weight, count }) => new Array(count).fill(total / weight));
}

// src/core/stats/flip-prediction.ts
/** Flips that are expected where no earlier model tells, and the least and most that are of any sample. */
const USUAL_RATE = .12;
const LEAST = .005;
const MOST = .6;
/** What is expected of all samples together counts for as many answers of one model. */
const PRIOR_ANSWERS = 50;
/** How far a flip of one earlier model is taken to come back, where there are not two that show it. */
const USUAL_REPEAT = .6;
/**
* Predicted flip rate of every sample: by the baseline's margin a curve that falls, learnt from what flipped in earlier models
* and begun where a shift of all margins by one normal distribution would put it; then as far as flips come back towards the
* sample's own. Whatever it is worth, no verdict rests on it.
*/
function predictFlips(samples) {
	const byMargin = new Array(samples.length);
	const spread = spreadOf(samples);
	for (const right of [true, false]) {
		const own = samples.flatMap((sample, position) => sample.right === right ? [{
			sample,
			position
		}] : []);
		const known = own.filter(({ sample }) => sample.margin !== null);
		known.sort((a, b) => (a.sample.margin ?? 0) - (b.sample.margin ?? 0) || a.position - b.position);
		const shift = ({ margin }) => spread > 0 ? normalCdf(-(margin ?? 0) / spread) : USUAL_RATE;
		const prior = PRIOR_ANSWERS / Math.max(1, own.length);
		const fit = fallingFit(known.map(({ sample }) => withPrior(sample, shift(sample), prior)));
		known.forEach(({ position }, rank) => {
			byMargin[position] = fit[rank] ?? USUAL_RATE;
		});
		const others = own.filter(({ sample }) => sample.margin === null);
		const all = others.map(({ sample }) => withPrior(sample, USUAL_RATE, prior));
		const weight = all.reduce((sum, each) => sum + each.weight, 0);
		const mean = all.reduce((sum, each) => sum + each.weight * each.value, 0) / weight;
		for (const { position } of others) byMargin[position] = mean;
	}
	const repeat = repeatOf(samples);
	return samples.map((sample, position) => {
		const expected = byMargin[position] ?? USUAL_RATE;
		const { flips, models } = countEarlier(sample);
		const rate = models === 0 ? expected : (1 - repeat) * expected + repeat * (flips / models);
		return Math.round(1e6 * Math.min(MOST, Math.max(LEAST, rate))) / 1e6;
	});
}
function countEarlier({ earlier }) {
	let [flips, models] = [0, 0];
	for (const flip of earlier) {
		if (flip === null) continue;
		models += 1;
		if (flip) flips += 1;
	}
	return {
		flips,
		models
	};
}
function withPrior(sample, expected, prior) {
	const { flips, models } = countEarlier(sample);
	const weight = models + prior;
	return {
		value: (flips + prior * expected) / weight,
		weight
	};
}
/** So many margins tell their spread. */
const ENOUGH_MARGINS = 5e3;
/** The standard deviation of a shift of the margins by which the usual share of samples would flip; 0 without margins. */
function spreadOf(samples) {
	const known = samples.flatMap(({ margin }) => margin ?? []);
	const every = Math.ceil(known.length / ENOUGH_MARGINS);
	const margins = known.filter((_, index) => index % every === 0);
	const largest = margins.reduce((most, margin) => Math.max(most, margin), 0);
	if (largest <= 0) return 0;
	let [low, high] = [0, 100 * largest];
	for (let step = 0; step < 40; step += 1) {
		const spread = (low + high) / 2;
		if (margins.reduce((sum, margin) => sum + normalCdf(-margin / spread), 0) / margins.length < USUAL_RATE) low = spread;
		else high = spread;
	}
	return high;
}
/** The slope of each earlier model's flips over those of the others: how much likelier a sample flips that did before. */
function repeatOf(samples) {
	let [n, x, y, xx, xy] = [
		0,
		0,
		0,
		0,
		0
	];
	for (const sample of samples) {
		const { flips, models } = countEarlier(sample);
		if (models < 2) continue;
		for (const flip of sample.earlier) {
			if (flip === null) continue;
			const others = (flips - Number(flip)) / (models - 1);
			n += 1;
			x += others;
			y += Number(flip);
			xx += others * others;
			xy += others * Number(flip);
		}
	}
	const variance = n * xx - x * x;
	return variance > 0 ? Math.min(.95, Math.max(0, (n * xy - x * y) / variance)) : USUAL_REPEAT;
}
/** Bins of predicted rates: more tell flips apart better, and each has to be learnt. */
const BINS = 6;
/**
* The bin of each sample, from the lowest predicted rate to the highest: equally wide on the scale on which all rates are known
* equally well (arcsine of the square root; Anscombe 1948). What flipped before stays apart from what did not, however few.
*/
function binsOf(rates) {
	const places = rates.map((rate) => Math.asin(Math.sqrt(rate)));
	const lowest = places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY);
	const width = (places.reduce((most, place) => Math.max(most, place), 0) - lowest) / BINS;
	const cells = places.map((place) => width > 0 ? Math.min(5, Math.floor((place - lowest) / width)) : 0);
	const used = [...new Set(cells)].sort((one, other) => one - other);
	const bins = new Map(used.map((cell, bin) => [cell, bin]));
	return cells.map((cell) => bins.get(cell) ?? 0);
}

// src/core/compare/plan-draw.ts
/** Tens of samples a bin, or there is nothing to weigh. */
const FEWEST_SAMPLES = 200;
/**
* Plans the draw of a run by what is known before its first sample: the baseline's margins, and the answers of earlier models.
* @param rounds after how many samples weights can be set anew
* @returns null where nothing is known that tells samples apart
*/
function planDraw(metric, baseline, earlier, rounds) {
	const ids = idsOf(baseline);
	if (ids.length < FEWEST_SAMPLES) return null;
	const own = byId(baseline, metric);
	const others = earlier.map((samples) => byId(samples, metric));
	const signs = ids.map((id) => {
		const sample = own.get(id);
		return {
			right: sample?.scores[metric.metric] === 1,
			margin: sample === void 0 ? null : marginOf(sample),
			earlier: others.map((answers) => flipOf(sample, answers.get(id), metric.metric))
		};
	});
	const rates = predictFlips(signs);
	const bins = binsOf(rates);
	const count = new Set(bins).size;
	if (count < 2) return null;
	const meanOf = (bin, right) => {
		const all = rates.filter((_, position) => bins[position] === bin);
		const side = rates.filter((_, position) => bins[position] === bin && signs[position]?.right === right);
		const chosen = side.length > 0 ? side : all;
		const mean = chosen.reduce((sum, rate) => sum + rate, 0) / chosen.length;
		return Math.round(1e6 * mean) / 1e6;
	};
	return {
		...metric,
		rates: Array.from({ length: count }, (_, bin) => [meanOf(bin, true), meanOf(bin, false)]),
		bins: bins.map((bin) => bin.toString(36)).join(""),
		rounds
	};
}
function byId(samples, { filter }) {
	const found = /* @__PURE__ */ new Map();
	for (const sample of samples) if (sample.filter === filter) found.set(sample.id, sample);
	return found;
}
/** Null where the baseline's choices are not known by their log-likelihoods. */
function marginOf({ choices }) {
	if (typeof choices !== "object" || choices.length < 2) return null;
	const [best = 0, second = 0] = [...choices].sort((one, other) => other - one);
	return best - second;
}
/** Null where not both have a score for the same question. */
function flipOf(before, after, metric) {
	if (before === void 0 || after === void 0 || before.input_digest !== after.input_digest) return null;
	const [was, is] = [before.scores[metric], after.scores[metric]];
	return typeof was === "number" && typeof is === "number" ? was !== is : null;
}

// src/app/evaluate/stopping.ts
/**
* Ends the candidate's tasks as soon as the verdict on them is known, as `judge` would give it for what is stored.
* @param sides evaluated in full; the anchor where the config has one
* @param earlier by task what other models answered to it
* @param say why a task is drawn as it is
* @returns the monitor, or why there can be none
*/
function stopWhenDecided({ tasks, gates, policy, prices, baselines }, { baseline, anchor }, earlier = /* @__PURE__ */ new Map(), say = () => void 0) {
	const byTask = (side) => new Map(withAskedMetrics(side?.runs ?? [], gates, prices).map((run) => [run.record.task, run]));
	const [runs, anchors] = [byTask(baseline), byTask(anchor)];
	const anchored = new Set(gates.filter(({ against }) => against === "anchor").flatMap(tasksOfGate));
	for (const { name } of tasks) {
		const isPartial = (side) => side.get(name)?.incomplete !== null;
		if (isPartial(runs)) return { obstacle: `the baseline has no complete run of ${name} here` };
		if (anchored.has(name) && isPartial(anchors)) return { obstacle: `the anchor has no complete run of ${name} here` };
	}
	let isProven = false;
	const watched = (plan, samples) => {
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
		const [candidate = null] = withAskedMetrics([{
			record,
			samples
		}], gates, prices);
		const against = (run) => compareTask(run ?? null, candidate, policy.alpha.value);
		return {
			comparison: acceptOwnPrompt(against(runs.get(plan.task)), ownPromptOf({ baselines }, plan.task)),
			anchored: anchored.has(plan.task) ? against(anchors.get(plan.task)) : void 0
		};
	};
	return {
		weighing: {
			draw(plan, rounds) {
				const own = runs.get(plan.task);
				const metric = weighable(watched(plan, []), gates, policy);
				if (own === void 0 || "obstacle" in metric) {
					if ("obstacle" in metric && metric.obstacle !== null) say(`${plan.task}: samples are drawn uniformly, since ${metric.obstacle}`);
					return null;
				}
				const draw = planDraw(metric, own.samples, earlier.get(plan.task) ?? [], rounds);
				if (draw === null || draw.bins.length !== plan.planned) return null;
				say(`${plan.task}: the samples whose ${metric.metric} is likeliest to change are asked first`);
				return draw;
			},
			order(plan) {
				const own = runs.get(plan.task);
				const drawn = own === void 0 || plan.draw === void 0 ? null : DrawPlan.of(plan.draw, own.samples);
				return drawn === null ? null : new WeightedOrder(drawn, plan);
			}
		},
		isLook,
		earliestStop: (plan) => earliestStop(watched(plan, []), gates, policy),
		stopReason(plan, samples) {
			if (isProven) return "regression";
			const reason = stopReason(watched(plan, samples), gates, policy);
			isProven = reason === "regression";
			return reason;
		}
	};
}

// src/app/evaluate/model.ts
const STOPPED = {
	decided: "every gate on it is decided",
	regression: "a regression is proven"
};
/** Evaluates the model of one side on all its tasks, or says that the config names results instead. */
async function evaluateModel({ config, tasks, ofBaseline, cost }, side, evaluation) {
	const { log, out, signal, shard = null, noCache = false, draw, meter, handover } = evaluation;
	const chance = {
		seed: config.seed,
		...draw
	};
	const source = requireSide(config, side);
	if (source.kind === "results") {
		log.info(`${side}: results of an earlier run, ${source.label ?? source.path}`);
		return;
	}
	const started = /* @__PURE__ */ new Date();
	const mine = new Set(tasksOfSide(config, side).map(({ name }) => name));
	for (const { from, to } of await setAsideOrphanedRuns(out, side, [...mine])) log.info(`${from}: this config has no such task for the ${side}, and its run was set aside: ${to}`);
	const tokens = new Map(cost.tasks.map((task) => [task.task, tokensEach(task)]));
	const own = (name) => side === "baseline" ? ofBaseline.find((task) => task.config.name === name) : void 0;
	const asked = tasks.map((task) => own(task.config.name) ?? task).filter((task) => mine.has(task.config.name)).map((task) => ({
		...task,
		tokensEach: tokens.get(task.config.name) ?? 1
	}));
	const external = config.tasks.filter(isHarness).filter(({ name }) => mine.has(name));
	const monitor = await monitorOf(config, side, evaluation);
	const isAlwaysAsked = side === "candidate" || source.kind === "endpoint";
	const store = noCache || isAlwaysAsked ? null : storeOf(config);
	const outcomes = [];
	const rates = /* @__PURE__ */ new Map();
	if (asked.length > 0) {
		const template = await declaredTemplate(config, side, asked, log, signal);
		const limit = side === "baseline" ? null : contextOf(config, await baselineRecords(config, out));
		const { describe, open } = comparableModel(config, source, log, limit, template, handover);
		const native = await evaluateSide({
			side,
			tasks: asked,
			out,
			...chance,
			shard,
			signal,
			monitor,
			...shard?.round !== void 0 && side === "candidate" ? { design: "sequential" } : {},
			includeSamples: config.includeSamples,
			...store === null ? {} : { lookUp: lookUpCachedRuns(store, side, log) },
			describe,
			open,
			progress: (progress) => {
				const run = meter?.add(side, progress) ?? null;
				rates.set(progress.task, progress.samplesPerSecond);
				log.progress?.({
					...progress,
					side,
					run
				});
			}
		});
		outcomes.push(...native);
		const timed = native.flatMap(({ task, evaluated }) => timedTask(task, evaluated, rates, tokens));
		await rememberSpeeds(config, source, timed);
	}
	if (external.length > 0 && !signal.aborted) outcomes.push(...await evaluateWithHarness(config, side, external, source, monitor, {
		...evaluation,
		chance
	}));
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
	meter?.end(side);
	if (store !== null) await cacheRuns(store, config, side, out, log);
	const seconds = (Date.now() - started.getTime()) / 1e3;
	await recordTiming(out, {
		side,
		started: started.toISOString(),
		seconds,
		tasks: outcomes
	});
}
function timedTask(task, samples, rates, tokens) {
	const rate = rates.get(task) ?? null;
	const each = tokens.get(task) ?? 0;
	return rate === null || !(each > 0) ? [] : [{
		task,
		samples,
		rate,
		tokensPerSecond: rate * each
	}];
}
async function baselineRecords(config, out) {
	const { runs } = await readToJudge(sideFolder(config, "baseline", out), "baseline");
	return runs.map(({ record }) => record);
}
/** What ends the candidate's evaluation early; null when every sample is to be evaluated, or has to be. */
async function monitorOf(config, side, { log, out, shard = null }) {
	if (config.evaluation.value === "full" || side !== "candidate") return null;
	const monitor = await monitorFor(config, out, shard, log);
	if (!("obstacle" in monitor)) return monitor;
	log.info(`${side}: every sample is evaluated, since ${monitor.obstacle}`);
	return null;
}
async function monitorFor(config, out, shard, log) {
	if (shard !== null) return { obstacle: "a shard sees only its own part" };
	if (config.baselines.sources.some(({ from }) => from === "artifact" || from === "store")) return { obstacle: "a later run may compare with them" };
	const read = (side) => readSideResults(sideFolder(config, side, out), side);
	const baseline = await read("baseline");
	const anchor = config.anchor === null ? void 0 : await read("anchor");
	const store = storeOf(config);
	const earlier = /* @__PURE__ */ new Map();
	for (const run of baseline.runs) earlier.set(run.record.task, await earlierAnswers(store, run, log));
	return stopWhenDecided(config, {
		baseline,
		anchor
	}, earlier, (line) => log.info(`candidate/${line}`));
}

// src/app/evaluate/run-meter.ts
/** How much of what is asked is left, in tokens of the plan, at the rate of what was asked so far. */
var RunMeter = class {
	#parts;
	#isKnown;
	#now;
	#began = null;
	#worked = 0;
	constructor(plan, sides, now = () => performance.now()) {
		const { config } = plan;
		this.#now = now;
		this.#isKnown = !config.tasks.some(isHarness);
		this.#parts = sides.flatMap((side) => partsOf(plan, side));
	}
	/** A side asks no more: what it did not come to is not asked. */
	end(side) {
		for (const part of this.#parts) if (part.side === side) part.isOver = true;
	}
	/** @returns null until the rate is known, and where a part is not */
	add(side, { task, done, planned }) {
		const part = this.#parts.find((each) => each.side === side && each.task === task);
		if (part === void 0 || !this.#isKnown) return null;
		for (const other of this.#parts) if (other.side === side && other !== part && other.done > 0) other.isOver = true;
		if (this.#began === null) this.#began = { at: this.#now() };
		else if (part.done > 0) this.#worked += (done - part.done) * part.tokensEach;
		part.done = done;
		if (done >= planned) part.isOver = true;
		const seconds = (this.#now() - this.#began.at) / 1e3;
		if (!(seconds > 0) || this.#worked === 0) return null;
		const left = (share) => this.#parts.reduce((total, each) => total + (each.isOver ? 0 : tokensLeft(each, share(each))), 0);
		const rate = this.#worked / seconds;
		return {
			expectedSeconds: left(({ share }) => share) / rate,
			mostSeconds: left(() => 1) / rate
		};
	}
};
const tokensLeft = ({ samples, tokensEach: each, done }, share) => Math.max(0, samples * share - done) * each;
function partsOf(plan, side) {
	const { config, tasks } = plan;
	if (config[side]?.kind === "results") return [];
	const costs = new Map(plan.cost.tasks.map((cost) => [cost.task, cost]));
	const mine = tasks.filter(({ config: { name } }) => side !== "anchor" || config.gates.some((gate) => gate.against === "anchor" && tasksOfGate(gate).includes(name)));
	const ends = side === "candidate" && config.evaluation.value === "sequential";
	return mine.flatMap(({ config: { name } }) => {
		const cost = costs.get(name);
		if (cost === void 0) return [];
		return [{
			side,
			task: name,
			samples: cost.samples,
			tokensEach: tokensEach(cost),
			share: ends ? expectedShare(plan, name) : 1,
			done: 0,
			isOver: false
		}];
	});
}
/** The gate that takes longest; all of it where nothing is known of one. */
function expectedShare({ config, feasibility }, task) {
	const own = config.gates.filter((gate) => tasksOfGate(gate).includes(task));
	if (own.length === 0) return 1;
	const shares = own.map(({ id }) => feasibility.find(({ gate }) => gate === id)?.expectedShare ?? 1);
	return Math.min(1, Math.max(...shares));
}

// src/app/sides/keys.ts
/** The option by which engines and scorers, whatever they are, name the variable of a key. */
const KEY_OPTION = "api_key_env";
/**
* A key beside code of others is refused where that code could read it: it runs as our user, who may look at the environment of every
* process from which it descends. Ours hides its own (`hideEnvironment`); what started us does not.
* @throws WeighbridgeError `config` before anything runs
*/
function requireHiddenKeys({ allow, engine, tasks }) {
	if (allow.length === 0) return;
	for (const variable of new Set([engine, ...tasks.map(({ options }) => options)].flatMap(keysNamed))) {
		const key = process.env[variable];
		if (key === void 0 || key === "") continue;
		const holder = showsInEnvironment(key);
		if (holder === null) continue;
		throw new WeighbridgeError("config", `code that policy.allow lets run (${allow.join(", ")}) could read the key in ${variable}: the environment of ${holder} shows it`, {
			at: {
				file: "the environment",
				key: variable
			},
			fix: `give the key to this command alone, on Linux, and start it with exec (\`exec node dist/cli.js run\`); or take ${KEY_OPTION}, or policy.allow, into a config of its own`
		});
	}
}
function keysNamed(options) {
	if (typeof options !== "object" || options === null) return [];
	return Object.entries(options).flatMap(([name, value]) => name === KEY_OPTION && typeof value === "string" ? [value] : keysNamed(value));
}

// src/app/evaluate.ts
/**
* config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
* @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
*/
async function evaluateCheckpoints(loaded, options) {
	const { config } = loaded;
	const { log, out, sides = gatedSides(config), baselines = null } = options;
	const plan = await makePlan(config);
	const warning = sizeWarning(plan);
	if (warning !== null) log.warn(warning);
	const found = sides.includes("baseline") ? baselines ?? await findBaselines(config, foundIn(out)) : null;
	for (const { source, reason } of found?.attempts ?? []) log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
	if (found?.bootstrap) await evaluateFirstBaseline(plan, options);
	else await evaluateSides(loaded, plan, sides, found, options);
}
/** @throws WeighbridgeError `usage` where the candidate must be evaluated in full, and so has one round */
function requireRounds({ evaluation, baselines }, { shard = null }) {
	if (shard?.round === void 0) return;
	const isKept = baselines.sources.some(({ from }) => from === "artifact" || from === "store");
	if (evaluation.value === "sequential" && !isKept) return;
	throw new WeighbridgeError("usage", `the candidate has no rounds: every sample is evaluated, since ${isKept ? "a later run may compare with its samples" : "the config says evaluation: full"}`, { fix: "leave out the round" });
}
/** The candidate last: it may end as soon as what it is compared with decides. */
const gatedSides = ({ anchor }) => anchor === null ? ["baseline", "candidate"] : [
	"baseline",
	"anchor",
	"candidate"
];
/** The candidate is evaluated in full and kept as the first baseline, and nothing is compared. */
async function evaluateFirstBaseline(plan, options) {
	const { log, out, signal } = options;
	const evaluation = {
		value: "full",
		source: plan.config.evaluation.source
	};
	const config = {
		...plan.config,
		evaluation
	};
	await prepare({
		...plan,
		config
	}, ["candidate"], options);
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
/**
* Evaluates the models of the sides in their order, but for one case: where a declared change may set a stored baseline
* aside, the candidate comes first, since what it was asked says whether that baseline stands.
* @param found what the sources of the baseline came to; null where the config names it by one path
*/
async function evaluateSides(loaded, plan, sides, found, options) {
	const { out, signal } = options;
	if (found?.found.length === 0) throw noBaseline(found.attempts);
	const first = found === null ? null : await chooseBaseline(plan.config, found, []);
	const config = first === null ? plan.config : withBaseline(plan.config, first);
	await prepare({
		...plan,
		config
	}, sides, options);
	requireRounds(config, options);
	const meter = new RunMeter({
		...plan,
		config
	}, sides);
	const evaluateSide = async (by, side, handover) => {
		if (signal.aborted) return;
		const known = side === "candidate" ? (await readToJudge(sideFolder(by, "baseline", out), "baseline")).runs : [];
		const plans = {
			...plan,
			config: loaded.withResults(by, known)
		};
		await evaluateModel(plans, side, {
			...options,
			meter,
			handover
		});
	};
	const mayTurn = config.acceptChange.length > 0 && config.baseline?.kind === "results";
	if (found === null || !mayTurn || !sides.includes("candidate")) {
		await withHandover(config, options.handover, async (handover) => {
			for (const side of sides) await evaluateSide(config, side, handover);
		});
		return;
	}
	await evaluateSide(config, "candidate");
	const chosen = await chooseAfter(config, found, out);
	if (chosen.baseline === null) throw noBaseline(chosen.attempts);
	for (const side of sides) if (side !== "candidate") await evaluateSide(withBaseline(config, chosen), side);
}
/**
* Of adapters of one base, each as if it were the candidate: into a folder of its own, by its number.
* @throws WeighbridgeError before any model is loaded when the candidate is no adapter, or one of these is at fault
*/
async function evaluateAdapters(loaded, adapters, options) {
	const { candidate, file } = loaded.config;
	if (candidate?.kind !== "adapter") throw new WeighbridgeError("config", "the candidate is no adapter, and names no base for these", {
		...file === null ? {} : { at: {
			file,
			key: "candidate"
		} },
		fix: "write `candidate: { base: base.gguf, adapter: adapter.gguf }`; the adapters take the place of that one"
	});
	const configs = adapters.map((adapter) => ({
		...loaded.config,
		candidate: {
			...candidate,
			adapter
		}
	}));
	for (const config of configs) await requireSources(config, ["candidate"]);
	await withHandover(loaded.config, void 0, async (handover) => {
		for (const [index, config] of configs.entries()) {
			const out = join(options.out, String(index + 1));
			await evaluateCheckpoints({
				...loaded,
				config
			}, {
				...options,
				sides: ["candidate"],
				out,
				handover
			});
		}
	});
}
const loadsAnother = (task) => !isNative(task) || engineRunner(task.runner).describe(task.options).loadsModel === true;
/** Not beside a harness or a scorer that wants the memory for the weights that it loads. */
async function withHandover({ tasks }, given, evaluate) {
	if (given !== void 0 || tasks.some(loadsAnother)) return evaluate(given);
	const handover = new Handover();
	try {
		await evaluate(handover);
	} finally {
		await handover.close();
	}
}
/** @throws WeighbridgeError before any model is loaded where a side or a harness is at fault */
async function prepare(plan, sides, { out, shard = null, log }) {
	requireHiddenKeys(plan.config);
	await requireSources(plan.config, sides);
	await requireHarness(plan.config, sides, shard);
	const unknown = sides.includes("candidate") ? await unknownCurves(plan.config) : [];
	for (const why of unknown) log.warn(`training curves: ${why}`);
	await makeDirectory(out);
}

export { evaluatedOf as a, smallestDetectableDrop as c, measuredSpeeds as d, secondsOf as f, costOfPlan as i, costOf as l, evaluateCheckpoints as n, makePlan as o, chatTemplateOf as r, ASSUMED_DISCORDANCE as s, evaluateAdapters as t, someRendered as u };