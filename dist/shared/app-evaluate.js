import { g as tokensEach, n as rememberSpeeds, s as makePlan, u as sizeWarning } from "./app-speed.js";
import { S as requireSide, c as isHarness, i as ownPromptOf, l as isNative, o as byHarness, s as inTaskDirectory, x as ofSide } from "./config-resolve.js";
import { C as mapPaths, J as isObject, Pt as messageOf, Tt as storedSample, X as parseJson, jt as WeighbridgeError, st as tasksOfGate, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { d as harnessRunner, u as engineRunner } from "./config-thresholds.js";
import { a as noBaseline, i as foundIn, n as chooseBaseline, r as findBaselines, s as withBaseline, t as chooseAfter } from "./app-baselines-choose.js";
import { a as storeOf, d as entryKey, i as originHere, o as wholeRuns } from "./app-baselines-find.js";
import { n as RUN_FILE, s as taskFolder, t as ANSWERS_FILE } from "./results-store-layout.js";
import { B as setAside, V as acquireLock } from "./results-formats-lm-eval-lm-eval.js";
import { r as recordTiming } from "./results-store-timing.js";
import { n as doublingRounds } from "./core-stats-sequential-drawing.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { a as readLines } from "./results-store-lines.js";
import { n as Seal, t as openRun } from "./results-store-writer.js";
import { n as Unconfirmed, t as EngineDied } from "./tasks-engines-engine.js";
import { n as commonPrefix } from "./tasks-engines-tokens.js";
import { a as sequentialOrder, i as sampleOrder, r as drawnSeed, t as WeightedOrder } from "./tasks-runners-order.js";
import { t as partOf } from "./tasks-runners-shards.js";
import { a as requireHarness, c as tasksOfSide, o as requireSources, r as lackingIssue } from "./app-sides-sources.js";
import { a as readToJudge, r as readSideResults, s as sideFolder } from "./app-sides-stored.js";
import { n as readRecord } from "./results-store-reader.js";
import { D as isLook, k as tenths } from "./core-decide-rules-registry.js";
import { n as createLogFence } from "./report-log-fence.js";
import { a as declaredTemplate, i as contextOf, o as templateSource, r as comparableModel, t as asksLikelihoods } from "./app-evaluate-open-model.js";
import { i as idsOf, n as compareTask, r as DrawPlan } from "./core-compare-compare.js";
import { i as acceptOwnPrompt, n as stopReason, r as weighable, t as earliestStop } from "./core-decide-stopping.js";
import { Rt as normalCdf, _ as withAskedMetrics } from "./core-stats-sequential-flip-rates.js";
import { n as unknownCurves } from "./app-sides-curves.js";
import { z as showsInEnvironment } from "./adapters-process-kill-with-parent.js";
import { r as unreadableLabels } from "./app-sides-labels.js";
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";
import process from "node:process";
import { open, readdir, rm } from "node:fs/promises";

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
	#byPrompt = null;
	#together;
	#samples;
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
		this.#samples = pending;
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
		return this.#sorted.sort(block);
	}
	/** The id of the sample whose prompt begins most like that of a sample, whenever its turn comes; null where there is no other. */
	alike(id) {
		return this.#sorted.neighbours.get(id) ?? null;
	}
	get #sorted() {
		this.#byPrompt ??= new ByPrompt(this.#samples, this.#prompt);
		return this.#byPrompt;
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
/** Samples by their prompts: those that begin alike stand together. */
var ByPrompt = class {
	#ranks = /* @__PURE__ */ new Map();
	/** Whose prompt begins most like that of a sample, by id. */
	neighbours = /* @__PURE__ */ new Map();
	constructor(samples, promptOf) {
		const sorted = samples.map((sample) => ({
			sample,
			prompt: promptOf(sample)
		})).sort((one, other) => one.prompt < other.prompt ? -1 : one.prompt > other.prompt ? 1 : 0);
		let rank = 0;
		let alikeBefore = -1;
		for (const [at, { sample, prompt }] of sorted.entries()) {
			const [before, after] = [sorted[at - 1], sorted[at + 1]];
			if (before?.prompt !== prompt) rank = at;
			this.#ranks.set(sample.id, rank);
			const alikeAfter = after === void 0 ? -1 : commonPrefix(prompt, after.prompt);
			const nearest = alikeAfter >= alikeBefore ? after : before;
			if (nearest !== void 0) this.neighbours.set(sample.id, nearest.sample.id);
			alikeBefore = alikeAfter;
		}
	}
	/** Of equal prompts the first of the design comes first. */
	sort(samples) {
		const rankOf = ({ id }) => this.#ranks.get(id) ?? 0;
		return [...samples].sort((one, other) => rankOf(one) - rankOf(other));
	}
};

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
	const alike = (id) => blocks.alike(id);
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
				alike,
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
async function evaluateModel({ config: whole, tasks, ofBaseline, cost }, side, evaluation) {
	const config = ofSide(whole, side);
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
function requireHiddenKeys({ allow, engine, referenceEngine, tasks }) {
	if (allow.length === 0) return;
	for (const variable of new Set([
		engine,
		referenceEngine,
		...tasks.map(({ options }) => options)
	].flatMap(keysNamed))) {
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
	const warning = sides.includes("candidate") ? sizeWarning(plan) : null;
	if (warning !== null) log.warn(warning);
	const found = sides.includes("baseline") ? baselines ?? await findBaselines(config, foundIn(out)) : null;
	for (const { source, reason } of found?.attempts ?? []) log.info(reason === null ? `baseline: found by ${source}` : `baseline: not by ${source}: ${reason}`);
	if (found?.bootstrap) return evaluateFirstBaseline(plan, options);
	await evaluateSides(loaded, plan, sides, found, options);
	if (options.sides === void 0) await evaluateReference(plan, options);
}
/** Last, and whatever comes of it: what is shown beside the candidate decides nothing. */
async function evaluateReference(plan, options) {
	const { config, tasks } = plan;
	const { log, signal, beforeReference } = options;
	if (config.reference === null || config.reference.kind === "results" || signal.aborted) return;
	beforeReference?.();
	const isDone = async (work) => {
		try {
			await work();
			return true;
		} catch (error) {
			if (signal.aborted) return true;
			const why = error instanceof WeighbridgeError ? error.describe() : messageOf(error);
			log.warn(`the reference is not shown beside the candidate: ${why}`);
			return false;
		}
	};
	if (!await isDone(() => requireSources(config, ["reference"]))) return;
	if (await isDone(() => evaluateModel(plan, "reference", options))) return;
	const written = config.tasks.filter((task) => !asksLikelihoods(task));
	if (written.length === 0 || written.length === config.tasks.length) return;
	log.info("reference: the tasks that ask for no likelihoods are tried alone");
	const rest = {
		...plan,
		config: {
			...config,
			tasks: written
		},
		tasks: tasks.filter((each) => written.includes(each.config))
	};
	await isDone(() => evaluateModel(rest, "reference", options));
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
	const lacking = found === null && sides.includes("candidate") ? await lackingIssue(config, "baseline") : null;
	if (lacking !== null && config.candidate?.kind !== "results") throw lacking;
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
	for (const why of await unreadableLabels(plan.config)) log.warn(`labels: ${why}`);
	await makeDirectory(out);
}

export { evaluateCheckpoints as n, evaluateAdapters as t };