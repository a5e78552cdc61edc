import { Et as KeyTable, Pt as messageOf, ft as NOT_RECORDED, jt as WeighbridgeError, wt as sampleKey } from "./core-domain-history.js";
import { n as collectInto } from "./results-formats-collect.js";
import { _ as NumberColumn, f as findFormat, g as NameColumn, h as ListColumn, m as HashColumn, n as fetchSource, p as ScoreColumn } from "./app-sides-mlflow.js";
import { C as rootsOf, I as readPartiallyInto, P as holdsRuns, S as parseSelection, _ as FOLLOW, v as checkChoices } from "./results-formats-lm-eval-lm-eval.js";
import { n as RUN_FILE } from "./results-store-layout.js";
import { t as diskFault } from "./results-store-disk-faults.js";
import { join, resolve } from "node:path";
import { closeSync, existsSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/results/store/output-spill.ts
/** Held in memory before anything goes to the disk: most suites never come to it. */
const BUFFERED_BYTES = 1048576;
/** Read of the file at a time, and how many of these are held: texts of one task are asked for in an order of their own. */
const BLOCK_BYTES = 16384;
const MOST_BLOCKS = 64;
/** Short texts that are the same over and over, such as the letter of a choice, are held once. */
const MOST_SHORT = {
	units: 40,
	texts: 1e3
};
/** Before each text: its bytes, as a whole number, negative where they are one a character. */
const HEADER_BYTES = 4;
/** An open file without a name is gone with its last reader, however the process ends. */
const opened = new FinalizationRegistry(closeSync);
/**
* Texts of which hardly any is ever asked for again, such as what a model said: a report shows a few dozen of them. They are
* put one after the other into a temporary file, which nobody else can find.
*/
var OutputSpill = class {
	#file = null;
	#written = 0;
	#buffer = Buffer.alloc(0);
	#filled = 0;
	/** What was read of the file, by the number of the block, the latest last. */
	#blocks = /* @__PURE__ */ new Map();
	/** Their places are negative. */
	#short = [];
	#shortPlaces = /* @__PURE__ */ new Map();
	/**
	* @returns its place, by which it is got back
	* @throws WeighbridgeError `engine` where the disk has no room for temporary files
	*/
	put(text) {
		return (text.length <= MOST_SHORT.units ? this.#putShort(text) : void 0) ?? this.#putLong(text);
	}
	#putShort(text) {
		const known = this.#shortPlaces.get(text);
		if (known !== void 0 || this.#short.length === MOST_SHORT.texts) return known;
		const own = Buffer.from(text, "utf16le").toString("utf16le");
		const place = -this.#short.push(own);
		this.#shortPlaces.set(own, place);
		return place;
	}
	#putLong(text) {
		const encoding = Buffer.byteLength(text) === text.length ? "latin1" : "utf16le";
		const bytes = Buffer.byteLength(text, encoding);
		this.#makeRoom(HEADER_BYTES + bytes);
		const place = this.#written + this.#filled;
		this.#buffer.writeInt32LE(encoding === "latin1" ? -bytes : bytes, this.#filled);
		this.#buffer.write(text, this.#filled + HEADER_BYTES, encoding);
		this.#filled += HEADER_BYTES + bytes;
		return place;
	}
	get(place) {
		if (place < 0) return this.#short[-place - 1] ?? "";
		const header = this.#read(place, HEADER_BYTES).readInt32LE();
		return this.#read(place + HEADER_BYTES, Math.abs(header)).toString(header < 0 ? "latin1" : "utf16le");
	}
	#makeRoom(bytes) {
		if (this.#filled > 0 && this.#filled + bytes > BUFFERED_BYTES) this.#flush();
		if (this.#filled + bytes <= this.#buffer.length) return;
		const larger = Buffer.alloc(Math.max(this.#filled + bytes, Math.min(2 * this.#buffer.length, BUFFERED_BYTES)));
		this.#buffer.copy(larger, 0, 0, this.#filled);
		this.#buffer = larger;
	}
	#flush() {
		this.#file ??= this.#open();
		const file = this.#file;
		for (let done = 0; done < this.#filled;) done += inTemporary(() => writeSync(file, this.#buffer, done, this.#filled - done, this.#written + done));
		this.#written += this.#filled;
		this.#filled = 0;
		this.#blocks.clear();
	}
	#open() {
		const path = join(tmpdir(), `weighbridge-${process.pid}-${process.hrtime.bigint()}`);
		const file = inTemporary(() => openSync(path, "wx+", 384));
		unlinkSync(path);
		opened.register(this, file);
		return file;
	}
	#read(place, bytes) {
		const file = this.#file;
		if (file === null || place >= this.#written) return this.#buffer.subarray(place - this.#written, place - this.#written + bytes);
		const first = Math.floor(place / BLOCK_BYTES);
		const last = Math.floor((place + Math.max(bytes, 1) - 1) / BLOCK_BYTES);
		const blocks = Array.from({ length: last - first + 1 }, (_, index) => this.#block(file, first + index));
		const [only = Buffer.alloc(0)] = blocks;
		const from = place - first * BLOCK_BYTES;
		return (blocks.length === 1 ? only : Buffer.concat(blocks)).subarray(from, from + bytes);
	}
	#block(file, number) {
		const known = this.#blocks.get(number);
		this.#blocks.delete(number);
		const block = known ?? this.#readBlock(file, number * BLOCK_BYTES);
		this.#blocks.set(number, block);
		const [oldest = number] = this.#blocks.keys();
		if (this.#blocks.size > MOST_BLOCKS) this.#blocks.delete(oldest);
		return block;
	}
	#readBlock(file, start) {
		const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, this.#written - start));
		for (let done = 0; done < block.length;) {
			const count = readSync(file, block, done, block.length - done, start + done);
			if (count === 0) throw new Error("a temporary file lost what was written to it");
			done += count;
		}
		return block;
	}
};
function inTemporary(action) {
	try {
		return action();
	} catch (cause) {
		const fault = diskFault(cause) ?? messageOf(cause);
		throw new WeighbridgeError("engine", `what the models said cannot be put aside: ${fault}`, {
			at: { file: tmpdir() },
			fix: "make room there, or name another folder for temporary files by TMPDIR",
			cause
		});
	}
}

// src/results/store/sample-table.ts
/**
* Samples in columns: some 200 bytes each, where records take 2,000 and what the model said. What is taken out of it looks its
* members up as they are read; copied by `...` it would be empty.
*/
var SampleTable = class {
	#columns;
	constructor(outputs) {
		this.#columns = new Columns(outputs);
	}
	/** Takes over samples of which little else is known, in place of those that are here. */
	adopt(samples) {
		if (this.length > 0) throw new Error("a table that has samples already");
		this.#columns = new Columns(this.#columns.outputs, samples);
		this.#columns.length = samples.keys.length;
		samples.keys.release();
	}
	get length() {
		return this.#columns.length;
	}
	get keyTable() {
		return this.#columns.keys;
	}
	numberAt(position, metric) {
		return this.#columns.scores.get(metric)?.numberAt(position) ?? NaN;
	}
	scoreAt(position, metric) {
		return this.#columns.scores.get(metric)?.get(position);
	}
	lacks(member) {
		const { holding, adopted } = this.#columns;
		if (adopted[member] !== void 0) return false;
		return holding[member]?.every((column) => column.isEmpty) ?? false;
	}
	push(sample) {
		const columns = this.#columns;
		const row = columns.length;
		if (columns.keys.claim(sampleKey(sample)) !== row) throw new Error("a sample that is there already");
		columns.length += 1;
		if (sample.index !== row) columns.indexes.set(row, sample.index);
		if (sample.input_digest !== "not recorded") columns.inputs.set(row, sample.input_digest);
		if (sample.target_digest !== "not recorded") columns.targets.set(row, sample.target_digest);
		for (const [metric, score] of Object.entries(sample.scores)) {
			const column = columns.scores.get(metric) ?? new ScoreColumn();
			columns.scores.set(metric, column);
			column.set(row, score);
		}
		const { filter, question_digest: question, cluster, group, weight, output, usage } = sample;
		const { truncated, choices, answer_digest, token_digest: tokens, asked, timing } = sample;
		if (sample.repeats !== void 0) columns.repeats.set(row, sample.repeats);
		if (sample.case !== void 0) columns.cases.set(row, sample.case);
		if (tokens !== void 0) columns.tokens.set(row, tokens);
		if (filter !== void 0) columns.filters.set(row, filter);
		if (question !== void 0) columns.questions.set(row, question);
		if (cluster !== void 0) columns.clusters.set(row, cluster);
		if (group !== void 0) columns.groups.set(row, group);
		if (weight !== void 0) columns.weights.set(row, weight);
		if (output !== void 0) columns.places.set(row, columns.outputs.put(output));
		if (asked !== void 0) columns.asked.set(row, columns.outputs.put(JSON.stringify(asked)));
		if (truncated !== void 0) columns.truncated.set(row, Number(truncated));
		if (typeof choices === "number") columns.choices.set(row, choices);
		else if (choices !== void 0) columns.likelihoods.set(row, choices);
		if (answer_digest !== void 0) columns.answers.set(row, answer_digest);
		if (usage !== void 0) {
			columns.promptTokens.set(row, usage.prompt_tokens);
			columns.outputTokens.set(row, usage.output_tokens);
			if (usage.thinking_tokens !== void 0) columns.thinkingTokens.set(row, usage.thinking_tokens);
		}
		if (timing !== void 0) {
			columns.seconds.set(row, timing.seconds);
			if (timing.first_token_seconds !== void 0) columns.firstTokens.set(row, timing.first_token_seconds);
			if (timing.answers !== void 0) columns.timedAnswers.set(row, timing.answers);
			columns.machines.set(row, timing.machine);
		}
	}
	at(row) {
		return row < this.length ? new Row(this.#columns, row) : void 0;
	}
	*[Symbol.iterator]() {
		for (let row = 0; row < this.length; row += 1) yield new Row(this.#columns, row);
	}
};
var Columns = class {
	length = 0;
	keys;
	indexes = new NumberColumn();
	filters = new NameColumn();
	inputs = new HashColumn();
	questions = new HashColumn();
	targets = new HashColumn();
	tokens = new HashColumn();
	scores;
	/** Of the few runs that have them. */
	repeats = /* @__PURE__ */ new Map();
	/** Likewise. */
	cases = /* @__PURE__ */ new Map();
	clusters = new NameColumn();
	groups = new NameColumn();
	weights = new NumberColumn();
	/** Where each output lies in the spill. */
	places = new NumberColumn();
	/** Likewise, as JSON. */
	asked = new NumberColumn();
	truncated = new NumberColumn();
	choices = new NumberColumn();
	likelihoods = new ListColumn();
	answers = new HashColumn();
	promptTokens = new NumberColumn();
	outputTokens = new NumberColumn();
	thinkingTokens = new NumberColumn();
	seconds = new NumberColumn();
	firstTokens = new NumberColumn();
	timedAnswers = new NumberColumn();
	machines = new NameColumn();
	outputs;
	/** Where each member is that a sample may be without. */
	holding = {
		filter: [this.filters],
		input_digest: [this.inputs],
		question_digest: [this.questions],
		target_digest: [this.targets],
		token_digest: [this.tokens],
		cluster: [this.clusters],
		group: [this.groups],
		weight: [this.weights],
		output: [this.places],
		choices: [this.choices, this.likelihoods],
		usage: [this.promptTokens],
		timing: [this.seconds]
	};
	/** What was taken over is read where it is. */
	adopted;
	constructor(outputs, { keys, scores, members } = {}) {
		this.outputs = outputs;
		this.adopted = members ?? {};
		this.keys = keys ?? new KeyTable();
		this.scores = new Map(scores);
	}
};
var Row = class {
	#columns;
	#row;
	#scores;
	constructor(columns, row) {
		this.#columns = columns;
		this.#row = row;
	}
	get id() {
		const key = this.#columns.keys.at(this.#row);
		const filter = this.filter;
		return filter === void 0 ? key : key.slice(0, -filter.length - 1);
	}
	get index() {
		return known(this.#columns.indexes.get(this.#row)) ?? this.#row;
	}
	get filter() {
		return this.#columns.filters.get(this.#row);
	}
	get input_digest() {
		return this.#columns.inputs.get(this.#row) || "not recorded";
	}
	get question_digest() {
		return this.#columns.questions.get(this.#row) || void 0;
	}
	get target_digest() {
		const { targets, adopted } = this.#columns;
		return targets.get(this.#row) || (adopted.target_digest?.(this.#row) ?? "not recorded");
	}
	get token_digest() {
		return this.#columns.tokens.get(this.#row) || void 0;
	}
	/** Asked for several times of a sample that is looked at. */
	get scores() {
		if (this.#scores !== void 0) return this.#scores;
		const scores = {};
		for (const [metric, column] of this.#columns.scores) {
			const score = column.get(this.#row);
			if (score !== void 0) scores[metric] = score;
		}
		this.#scores = scores;
		return scores;
	}
	get repeats() {
		return this.#columns.repeats.get(this.#row);
	}
	get cluster() {
		const { clusters, adopted } = this.#columns;
		return clusters.get(this.#row) ?? adopted.cluster?.(this.#row);
	}
	get group() {
		const { groups, adopted } = this.#columns;
		return groups.get(this.#row) ?? adopted.group?.(this.#row);
	}
	get weight() {
		const { weights, adopted } = this.#columns;
		return known(weights.get(this.#row)) ?? adopted.weight?.(this.#row);
	}
	get output() {
		const place = known(this.#columns.places.get(this.#row));
		const { outputs, adopted } = this.#columns;
		return place === void 0 ? adopted.output?.(this.#row) : outputs.get(place);
	}
	get truncated() {
		const truncated = known(this.#columns.truncated.get(this.#row));
		return truncated === void 0 ? void 0 : truncated === 1;
	}
	get choices() {
		const { likelihoods, choices, adopted } = this.#columns;
		return likelihoods.get(this.#row) ?? known(choices.get(this.#row)) ?? adopted.choices?.(this.#row);
	}
	get answer_digest() {
		return this.#columns.answers.get(this.#row) || void 0;
	}
	get case() {
		return this.#columns.cases.get(this.#row);
	}
	get asked() {
		const place = known(this.#columns.asked.get(this.#row));
		return place === void 0 ? void 0 : JSON.parse(this.#columns.outputs.get(place));
	}
	get usage() {
		const prompt_tokens = known(this.#columns.promptTokens.get(this.#row));
		const output_tokens = known(this.#columns.outputTokens.get(this.#row));
		const thinking_tokens = known(this.#columns.thinkingTokens.get(this.#row));
		return prompt_tokens === void 0 || output_tokens === void 0 ? void 0 : {
			prompt_tokens,
			output_tokens,
			...thinking_tokens === void 0 ? {} : { thinking_tokens }
		};
	}
	get timing() {
		const seconds = known(this.#columns.seconds.get(this.#row));
		const first = known(this.#columns.firstTokens.get(this.#row));
		const answers = known(this.#columns.timedAnswers.get(this.#row));
		const machine = this.#columns.machines.get(this.#row);
		return seconds === void 0 || machine === void 0 ? void 0 : {
			seconds,
			...first === void 0 ? {} : { first_token_seconds: first },
			...answers === void 0 ? {} : { answers },
			machine
		};
	}
};
const known = (value) => Number.isNaN(value) ? void 0 : value;

// src/app/sides/stored.ts
/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
function sideFolder(config, side, out) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : join(out, side);
}
/** Reads what can be read of all sides, from run directories or from results of other programs. */
async function readSides(folders) {
	const { anchor } = folders;
	const baseline = await readToJudge(folders.baseline, "baseline");
	const candidate = await readToJudge(folders.candidate, "candidate");
	const shared = await sharedResults(folders, {
		baseline,
		candidate
	});
	return inSharedUnits({
		baseline,
		candidate: {
			...candidate,
			faults: [...candidate.faults, ...shared]
		},
		...anchor === void 0 ? {} : { anchor: await readToJudge(anchor, "anchor") }
	});
}
/** What there is to show beside the candidate, with why anything is missing of it, which is no fault of the verdict. */
async function readReference(config, out) {
	const { reference } = config;
	if (reference === null) return {};
	const folder = sideFolder(config, "reference", out);
	if (reference.kind !== "results") return { reference: await readToJudge(folder, "reference") };
	try {
		await fetchSource(reference);
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		return { reference: {
			runs: [],
			faults: [error]
		} };
	}
	return { reference: await readToJudge(folder, "candidate") };
}
/** The sides with each metric in the unit that all of them bear out. */
function inSharedUnits(sides) {
	const { baseline, candidate, anchor, reference } = sides;
	const rates = sharedRates([
		baseline,
		candidate,
		anchor
	].map((side) => side?.runs ?? []));
	const read = (side) => ({
		...side,
		runs: side.runs.map((run) => withRates(run, rates))
	});
	const own = read(candidate);
	return {
		...sides,
		baseline: read(baseline),
		candidate: own,
		...anchor === void 0 ? {} : { anchor: read(anchor) },
		...reference === void 0 ? {} : { reference: besideRates(reference, own.runs) }
	};
}
/** A reference follows the candidate where its own scores bear that out, and has no say in the candidate's unit. */
function besideRates(reference, candidate) {
	const rates = new Set(candidate.flatMap(({ record: { task, metrics } }) => metrics.flatMap(({ name, unit }) => unit === "rate" ? [rateKey(task, name)] : [])));
	const borneOut = new Set([...sharedRates([reference.runs])].filter((key) => rates.has(key)));
	return {
		...reference,
		runs: reference.runs.map((run) => withRates(run, borneOut))
	};
}
/**
* Metrics of which nothing is known but that every side scored every sample 0 or 1: such a mean is a rate, whose limits may be
* in percentage points. One side alone does not tell, since the other's metric would be another one.
*/
function sharedRates(sides) {
	const [counted, binary] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	for (const { record, samples } of sides.flat()) for (const metric of record.metrics.filter(isUnknownMean)) {
		const key = rateKey(record.task, metric.name);
		counted.set(key, (counted.get(key) ?? 0) + 1);
		if (isBinary(samples, metric.name)) binary.set(key, (binary.get(key) ?? 0) + 1);
	}
	return new Set([...counted].flatMap(([key, count]) => binary.get(key) === count ? [key] : []));
}
const rateKey = (task, metric) => JSON.stringify([task, metric]);
const isUnknownMean = ({ kind, unit, range }) => kind === "mean" && unit === "number" && range.min === null && range.max === null;
function isBinary(samples, metric) {
	let scored = 0;
	for (const { scores } of samples) {
		const score = scores[metric];
		if (typeof score !== "number") continue;
		if (score !== 0 && score !== 1) return false;
		scored += 1;
	}
	return scored > 0;
}
function withRates(run, rates) {
	const { record } = run;
	const metrics = record.metrics.map((metric) => isUnknownMean(metric) && rates.has(rateKey(record.task, metric.name)) ? {
		...metric,
		unit: "rate",
		range: {
			min: 0,
			max: 1
		}
	} : metric);
	return {
		...run,
		record: {
			...record,
			metrics
		}
	};
}
/** Results compared with themselves differ in nothing, whatever they are. */
async function sharedResults(paths, { baseline, candidate }) {
	const isSamePath = await placeOf(paths.baseline) === await placeOf(paths.candidate);
	const places = await Promise.all(baseline.runs.map(({ folder }) => placeOf(folder)));
	for (const { folder } of candidate.runs) {
		const isOwn = existsSync(join(folder, RUN_FILE));
		if (!places.includes(await placeOf(folder)) || !(isOwn || isSamePath)) continue;
		return [new WeighbridgeError("data", "the candidate's results are the baseline's own, so that nothing is compared", {
			at: { file: folder },
			fix: "name the results of each side by their own path"
		})];
	}
	return [];
}
/** A path without links; as it is where there is no such file, such as with a selection behind it. */
const placeOf = (path) => realpath(path).catch(() => resolve(path));
/** Every sample as it is, for whoever passes them on. Runs of our own come first: a foreign file that lies among them changes nothing. */
async function readSideResults(path, side) {
	return readInto(path, side, () => []);
}
/** The same in little memory, for whoever goes through the samples a few times and looks at a few of them. */
async function readToJudge(path, side) {
	return readInto(path, side, compactly());
}
/** Runs of our own alone, likewise. */
async function salvageToJudge(path, side) {
	return readPartiallyInto(path, side, compactly());
}
function compactly() {
	const outputs = new OutputSpill();
	return () => new SampleTable(outputs);
}
async function readInto(path, side, hold) {
	const selection = parseSelection(path);
	const [file, roots] = [selection.file, rootsOf(selection)];
	if (await holdsRuns(file, side, roots)) {
		checkChoices(selection, [FOLLOW]);
		return readPartiallyInto(file, side, hold, roots);
	}
	const format = await findFormat(path).catch(asFault);
	if (format instanceof WeighbridgeError) return {
		runs: [],
		faults: [format]
	};
	return format === null ? readPartiallyInto(file, side, hold, roots) : collectInto(await format.load(path, side), hold);
}
/** What is no results, such as an empty file, leaves a verdict as what is not there does: it is invalid, and says why. */
function asFault(error) {
	if (error instanceof WeighbridgeError && error.kind === "data") return error;
	throw error;
}

export { readToJudge as a, readSides as i, readReference as n, salvageToJudge as o, readSideResults as r, sideFolder as s, inSharedUnits as t };