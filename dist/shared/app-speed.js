import { I as cacheFolder, f as thisMachine } from "./adapters-process-kill-with-parent.js";
import { At as IssueList, C as mapPaths, I as plural, jt as WeighbridgeError, rt as describeLimit, st as tasksOfGate, x as describeModel } from "./core-domain-history.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { Bt as normalQuantile, Vt as mulberry32, g as metricNamed, yt as upperLimit } from "./core-stats-sequential-flip-rates.js";
import { A as firstCrossings, E as isBatchEnd, L as ASSUMED_DISCORDANCE, N as UNCHANGED, O as plannedLooks, S as isLookedAt, T as plainStrata, _ as failureRate, j as rateLogE, l as sizesOfGroups, o as ruleOf, w as BenchmarkGate } from "./core-decide-rules-registry.js";
import { d as literal, m as number, o as array, u as int, v as strictObject, y as string } from "./npm-zod.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as ownPromptOf, l as isNative, o as byHarness, r as askedOtherwise, s as inTaskDirectory } from "./config-resolve.js";
import { d as harnessRunner, u as engineRunner } from "./config-thresholds.js";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { readFile, readdir, stat } from "node:fs/promises";

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
/** Samples without one event after which a rate is proven to lie below a ceiling as they come; null where so many are not enough. */
function cleanSamples(samples, ceiling, alpha) {
	if (!(ceiling > 0 && ceiling < 1)) return null;
	if (isLookedAt(ceiling, samples)) return plannedLooks(samples, alpha, (n) => n).find((look) => (1 - ceiling) ** look.samples < look.level)?.samples ?? null;
	for (let seen = 1; seen <= samples; seen += 1) if (isBatchEnd(seen, samples) && rateLogE(0, seen, ceiling).below >= Math.log(1 / alpha)) return seen;
	return null;
}

// src/config/plan/feasibility.ts
/** Probability with which an unchanged model should be certified. */
const POWER = .9;
/** What the number of samples means for one gate; pure. */
function feasibilityOf(gate, metric, size, policy, evaluation = "full") {
	const { evaluated, inAll: samples = evaluated } = size;
	const found = answerFor(gate, metric, {
		...size,
		evaluation
	}, policy);
	const needed = found.needed === null ? null : Math.ceil(found.needed * samples / evaluated * (1 - 1e-12));
	const answer = {
		...found,
		needed
	};
	const says = message(gate, metric, samples, answer, policy);
	const isLooked = ruleOf(gate).scope === "metric" && metric.kind === "mean";
	const all = evaluation === "sequential" && !isLooked ? "; it takes all of them" : "";
	return {
		gate: gate.id,
		samples,
		...answer,
		says: `${says}${all}`
	};
}
const NOTHING_KNOWN = {
	certifiable: null,
	needed: null,
	expectedShare: null
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
	if (scope !== "metric" && scope !== "average") return {
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
function certification(margin, { evaluated, evaluation, discordance = ASSUMED_DISCORDANCE }, alpha) {
	const errors = {
		alpha,
		power: POWER
	};
	const samples = margin > 0 ? pairsNeeded(margin, discordance, errors) : null;
	const certifiable = smallestDetectableDrop(evaluated, discordance, errors);
	const price = evaluation === "full" ? 1 : lookPlan(evaluated, alpha, POWER).reach / (normalQuantile(1 - alpha) + normalQuantile(POWER));
	return {
		certifiable: certifiable * price,
		needed: samples === null ? null : Math.ceil(samples * price ** 2)
	};
}
/** In a sequential evaluation; bets on a benchmark or looks at a change. */
function shareOfChange(margin, size, policy) {
	const { evaluated, evaluation, discordance = ASSUMED_DISCORDANCE } = size;
	if (evaluation === "full" || margin <= 0) return null;
	const alpha = policy.alpha.value;
	if (!judgesBenchmark(margin, size, policy)) {
		const distance = margin / Math.sqrt(discordance / evaluated);
		return lookPlan(evaluated, alpha, POWER).share(distance);
	}
	return size.isWhole ? betShare(evaluated, margin, discordance, alpha) : 1;
}
function judgeDrop(margin, size, policy) {
	const alpha = policy.alpha.value;
	const figures = {
		...certification(margin, size, alpha),
		expectedShare: shareOfChange(margin, size, policy)
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
	const expectedShare = shareOfChange(limit, size, policy);
	const provable = provableGain(limit, size, policy.alpha.value);
	return {
		outcome: decided ? "certifies" : "undecided",
		...certified,
		provableGain: provable,
		expectedShare
	};
}
/**
* The gain that is proven to exceed the limit as surely as an unchanged model is proven to lose less than one: whoever gains more
* than models are taken to flip flips as many answers as that, all the same way.
*/
function provableGain(limit, size, alpha) {
	const { discordance = ASSUMED_DISCORDANCE } = size;
	let [low, high] = [limit, 1];
	for (let step = 0; step < 40; step += 1) {
		const gain = (low + high) / 2;
		const variance = Math.max(discordance, gain) - gain ** 2;
		const { certifiable } = certification(limit, {
			...size,
			discordance: variance
		}, alpha);
		if (gain - limit < certifiable) low = gain;
		else high = gain;
	}
	return high;
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
		...figures
	};
	return {
		outcome: outcomeAt(certifiable, clean(samples, policy.leanAlpha.value), limit, policy),
		...figures
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
const points = (share) => String(Number(Math.min(100, 100 * share).toPrecision(2)));
function message(gate, metric, samples, answer, policy) {
	const limit = describeLimit(gate, metric.unit === "rate" ? "rate" : "other");
	const isValue = ruleOf(gate).estimand === "candidate";
	const { outcome, certifiable, provableGain: gain, needed, expectedShare } = answer;
	if (samples === 0) return `${gate.id}: the task has no samples`;
	const count = plural(samples, "sample");
	const share = certifiable === null ? "" : points(certifiable);
	const smallest = isValue ? `${count} without one failure show a rate below ${share}%` : `${count} can prove ${share}pp`;
	const need = needed === null ? "no number of samples proves it" : `${limit} needs ${plural(needed, "sample")}`;
	const early = expectedShare === null ? "" : `; ${isValue ? "a clean" : "an unchanged"} candidate is expected to take ${(100 * expectedShare).toFixed(0)} % of them, at worst all`;
	switch (outcome) {
		case "unknown": return `${gate.id}: which limit ${count} can prove is known only after a run`;
		case "certifies": return `${gate.id}: ${count} ${samples === 1 ? "is" : "are"} enough for ${limit}${early}`;
		case "undecided": return gain === void 0 ? `${gate.id}: ${smallest}, ${need}${early}` : `${gate.id}: ${count} can prove it of candidates that gain about ${points(gain)}pp or more${early}`;
		case "leans": return `${gate.id}: ${smallest}, ${need}; until then no result is a proven pass, and ${isValue ? "one without a failure" : "the best"} leans to pass (lean_alpha ${policy.leanAlpha.value})${early}`;
		case "hopeless": return `${gate.id}: ${smallest}, ${need}; even a candidate without any fault would be blocked`;
	}
}
/** With what becomes of candidates, told behind all else; of a gate that blocks each of them that is told already. */
function withForecasts(feasibility, forecasts, { onInconclusive }) {
	if (feasibility.outcome === "hopeless") return feasibility;
	const words = "missing" in forecasts ? `; what becomes of ${UNCHANGED} is not known without ${forecasts.missing}` : forecasts.map((forecast) => fateWords(forecast, onInconclusive.value)).join("");
	return {
		...feasibility,
		forecasts,
		says: `${feasibility.says}${words}`
	};
}
/** `; of unchanged candidates 33 % are proven, 39 % lean to pass unproven and 28 % are blocked` */
function fateWords({ of, fate, passes = "are proven" }, onInconclusive) {
	const unproven = {
		lean: "lean to pass unproven",
		block: "",
		warn: "merge unproven"
	}[onInconclusive];
	const parts = [
		`${shareWords(fate.proven)} ${passes}`,
		...fate.unproven === 0 || unproven === "" ? [] : [`${shareWords(fate.unproven)} ${unproven}`],
		`${shareWords(fate.blocked)} are blocked`
	];
	return `; of ${of} ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
/** No share that can be is called none or all. */
function shareWords(share) {
	if (share > 0 && share < .005) return "under 1 %";
	if (share < 1 && share > .995) return "over 99 %";
	return `${(100 * share).toFixed(0)} %`;
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
		draws: designAhead(config) === "full" ? [] : tasks.flatMap((task) => drawIn(config, task) ?? [])
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
		if (ruleOf(gate).scope === "answers") {
			const samples = tasks.find((task) => task.config.name === gate.task)?.prepared.samples.length;
			return samples === void 0 ? [] : [{
				gate,
				feasibility: notBeforeAnswers(gate.id, samples)
			}];
		}
		if (gate.rule === "average") return [{
			gate,
			feasibility: ofAverage(gate, tasks, config.policy)
		}];
		const planned = tasks.find((task) => task.config.name === gate.task);
		if (planned === void 0) return [];
		const { prepared } = planned;
		const metric = metricNamed(gate.metric, prepared.metrics);
		if (metric === null) throw new Error(`${gate.task} was described with ${gate.metric} and prepared without`);
		return [{
			gate,
			feasibility: feasibilityOf(gate, metric, sizeOf(planned), config.policy, designAhead(config))
		}];
	});
	const issues = [...config.gates.flatMap((gate) => ungroupedGate(gate, config, tasks) ?? []), ...checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? [])];
	if (issues.length > 0) throw new IssueList("config", issues);
	return checked.map(({ feasibility }) => feasibility);
}
/** A gate by groups on samples that cannot be told apart; of results nobody knows yet which groups they name. */
function ungroupedGate(gate, { candidate }, tasks) {
	const planned = tasks.find((task) => task.config.name === gate.task);
	if (ruleOf(gate).scope !== "groups" || planned === void 0 || candidate?.kind === "results") return null;
	const groups = sizesOfGroups(planned.prepared.samples).length;
	if (groups >= (gate.rule === "max_group_gap" ? 2 : 1)) return null;
	const { source } = gate;
	const belongs = groups === 0 ? "no sample of it belongs to a group" : "all of its samples are of one group";
	return new WeighbridgeError("config", `${gate.id} cannot be judged: ${belongs}`, {
		...source.kind === "file" ? { at: {
			file: source.file,
			line: source.line
		} } : {},
		fix: `set group_field on ${gate.task}, to a field that tells its rows apart`
	});
}
/**
* An average rests on all samples of its tasks, which are taken to move alike and independently: it is as certain as 1 / Σ share² / n
* samples of one task.
*/
function sizeOfAverage(parts) {
	return {
		evaluated: 1 / parts.reduce((sum, { share, size }) => sum + share ** 2 / size.evaluated, 0),
		inAll: parts.reduce((sum, { size }) => sum + size.evaluated, 0),
		isWhole: parts.every(({ size }) => size.isWhole)
	};
}
function ofAverage(gate, tasks, policy) {
	const total = gate.of.reduce((sum, { weight }) => sum + weight, 0);
	const parts = gate.of.flatMap(({ task, metric, weight }) => {
		const planned = tasks.find(({ config }) => config.name === task);
		const declared = planned === void 0 ? null : metricNamed(metric, planned.prepared.metrics);
		return planned === void 0 || declared === null ? [] : [{
			share: weight / total,
			metric: declared,
			size: sizeOf(planned)
		}];
	});
	const inAll = parts.reduce((sum, { size }) => sum + size.evaluated, 0);
	const [first] = parts;
	const areRates = parts.every(({ metric: { unit, kind } }) => unit === "rate" && kind === "mean");
	if (first === void 0 || parts.length < gate.of.length || !areRates) return {
		gate: gate.id,
		samples: inAll,
		outcome: "unknown",
		...NOTHING_KNOWN,
		says: `${gate.id}: what ${inAll} samples of its tasks can show is known only after a run`
	};
	return feasibilityOf(gate, first.metric, sizeOfAverage(parts), policy);
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
function designAhead({ evaluation, candidate }) {
	return candidate?.kind === "results" ? "full" : evaluation.value;
}
const notBeforeAnswers = (gate, samples) => ({
	gate,
	samples,
	outcome: "unknown",
	...NOTHING_KNOWN,
	says: `${gate}: what drift ${plural(samples, "prompt")} can tell is known only after a run; 100 to 200 are usual, and it takes all of them`
});
const notBeforeResults = (gate) => ({
	gate,
	samples: 0,
	outcome: "unknown",
	certifiable: null,
	needed: null,
	expectedShare: null,
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
		...isAsked("anchor") && anchored.length > 0 ? [anchored] : [],
		...isAsked("reference") ? [costs] : []
	]);
}
function roughCost({ config, prepared }) {
	const description = engineRunner(config.runner).describe(config.options);
	return taskCost(config.name, description, prepared, evaluatedOf(prepared));
}
/** Answers that are drawn are a part of all that could be given, as a cap's samples are of all that there are. */
function sizeOf({ config, prepared }) {
	const { repeats, varies } = engineRunner(config.runner).describe(config.options);
	const isWhole = prepared.limit === null && varies === void 0;
	return {
		evaluated: evaluatedOf(prepared),
		isWhole,
		isRepeated: repeats > 1
	};
}
/** Samples that will be asked: all, or as many as the task's limit leaves. */
function evaluatedOf({ samples, limit }) {
	return Math.min(samples.length, limit ?? samples.length);
}

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
const MOST = 500;
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
		...await namedWithSize(config, source)
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
		const speeds = [...found, ...others].slice(0, MOST);
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
	const sides = [config.candidate, config.baseline].filter((source) => source !== null);
	const own = await Promise.all(sides.map((source) => namedWithSize(config, source)));
	const bytes = own.find((side) => side.bytes !== null)?.bytes ?? null;
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
/** A side as its measurements name it. Its paths are from the config's folder. */
const namedWithSize = async ({ directory }, source) => ({
	model: describeModel(source),
	bytes: await bytesOf(mapPaths(source, (path) => resolve(directory, path)))
});
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

export { designAhead as a, sizeOf as c, feasibilityOf as d, withForecasts as f, tokensEach as g, someRendered as h, costOfPlan as i, sizeOfAverage as l, costOf as m, rememberSpeeds as n, evaluatedOf as o, smallestDetectableDrop as p, secondsOf as r, makePlan as s, measuredSpeeds as t, sizeWarning as u };