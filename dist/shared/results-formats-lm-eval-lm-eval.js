import { B as FINGERPRINT_FIELDS, Et as KeyTable, Ft as withFix, H as SIDES, J as isObject, K as designOf, Mt as assertNever, Pt as messageOf, _t as isCorpus, b as NOT_IDENTIFIED, bt as keptLikelihoods, ft as NOT_RECORDED, g as askedOf, jt as WeighbridgeError, vt as isRatio, wt as sampleKey, y as canonicalJson, yt as isUnscored } from "./core-domain-history.js";
import { _ as leadNowhere, a as foldersIn, c as magicOf, d as readText, f as unpackedName, g as kindOf, h as LinksLeadOut, i as filesAt, n as bytesOf, o as headOf, p as utf16Of, r as companionFile, s as isPlainUtf8, v as linksLeadOut } from "./results-formats-files.js";
import { a as SUPERSEDED, i as STAGING, n as RUN_FILE, r as SAMPLES_FILE, s as taskFolder } from "./results-store-layout.js";
import { a as readSamples, c as serializeSample, i as readRunInto, l as shapeOf, n as readRecord, o as checkSample, t as countDocuments$1, u as checkRunRecord } from "./results-store-reader.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { C as chrfParts, L as valueOfAll, T as bleuParts, v as AGGREGATES } from "./core-metrics-repeats.js";
import { S as unknown, _ as record, f as looseObject, h as object, m as number$1, o as array, s as boolean, u as int, y as string } from "./npm-zod.js";
import { s as errorOfAggregate } from "./core-stats-sequential-flip-rates.js";
import { i as isCompanion, n as companionMetrics, r as companionScores } from "./core-metrics-choices.js";
import { c as parsePythonJson, o as parseLenientJson, t as cutOff, u as readJsonAs } from "./results-formats-json.js";
import { r as lineGroups, t as MAX_LINE_BYTES } from "./results-store-lines.js";
import { basename, delimiter, dirname, join } from "node:path";
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile, readdir, realpath, rename, rm, stat, utimes } from "node:fs/promises";
import crypto, { createHash, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";

// src/results/store/lock.ts
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
		fix: "wait for it, choose another output folder, or delete the file if no such process exists"
	});
}
function lockIsGone(file) {
	return new WeighbridgeError("usage", "the lock of this run is gone while it is being written", {
		at: { file },
		fix: "leave the run directory alone while it is being written, and run again"
	});
}
function isMissing(error) {
	return error.code === "ENOENT";
}

// src/results/store/resume.ts
/** Looks at a folder that a writer has locked: the lock's own files do not count. */
async function inspectRun(folder, plan) {
	const files = await readdir(folder);
	if (files.every((file) => isLockFile(file) || file.endsWith(".tmp"))) return { kind: "nothing" };
	try {
		const record = await readRecord(folder);
		const { order_seed: _seed, draw: _draw, ...asked } = plan;
		const differs = runDifferences(record, {
			...asked,
			...drawnIn(record),
			design: designOf(record)
		});
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
/** What decides the order of a run's samples, where anything does besides its design. */
const drawnIn = ({ order_seed, draw }) => ({
	...order_seed === void 0 ? {} : { order_seed },
	...draw === void 0 ? {} : { draw }
});
/** Names of what does not agree. Only what can change a sample counts: roles and primary metrics may be renamed. */
function runDifferences(record, plan) {
	const differs = [];
	const compare = (field, left, right) => {
		if (canonicalJson(left ?? null) !== canonicalJson(right ?? null)) differs.push(field);
	};
	compare("side", record.side, plan.side);
	compare("task", record.task, plan.task);
	compare("model", record.model.digest, plan.model.digest);
	compare("adapter", record.model.adapter_digest, plan.model.adapter_digest);
	compare("seed", record.seed, plan.seed);
	compare("order_seed", record.order_seed, plan.order_seed);
	compare("draw", record.draw, plan.draw);
	compare("planned", record.planned, plan.planned);
	compare("design", designOf(record), designOf(plan));
	compare("metrics", record.metrics, plan.metrics);
	compare("aggregates", record.aggregates, plan.aggregates);
	const fields = /* @__PURE__ */ new Set([...Object.keys(record.fingerprint), ...Object.keys(plan.fingerprint)]);
	for (const field of [...fields].sort()) {
		const key = field;
		compare(`fingerprint.${field}`, record.fingerprint[key], plan.fingerprint[key]);
	}
	return differs;
}
/** Moves a run out of the way, into the first free folder under `superseded`. */
async function setAside(out, side, folder) {
	const parent = join(out, SUPERSEDED, side);
	const name = basename(folder);
	await makeDirectory(parent);
	const taken = new Set(await readdir(parent));
	let number = 1;
	while (taken.has(`${name}.${number}`)) number += 1;
	const target = join(parent, `${name}.${number}`);
	await rename(folder, target);
	return target;
}

// src/results/store/results.ts
/** Shards of several machines lie at most this deep: `<download>/<shard>/<side>/<task>`. */
const MAX_DEPTH = 4;
/** Folders that never hold runs of the side that is looked for, whatever was named. */
const NEVER = /* @__PURE__ */ new Set([
	...SIDES,
	STAGING,
	SUPERSEDED
]);
/**
* Reads every run that can be read, so that one broken task does not hide what the others say. Runs of one task (shards)
* are joined into one.
* @param folder a run directory (its folder for `side` is taken), the folder of one side or of one task, or a folder with
* several of these
*/
async function readPartially(folder, side) {
	return readPartiallyInto(folder, side, () => []);
}
/** The same, into what the caller holds the samples of a run in. */
async function readPartiallyInto(folder, side, hold, roots = [folder]) {
	const stored = [];
	const faults = [];
	const { folders, outside, nowhere } = await runFolders(folder, side, roots);
	const [first, ...others] = outside;
	if (first !== void 0) faults.push(await linksLeadOut([first, ...others]));
	for (const run of folders) await attempt(faults, async () => stored.push(await readRunInto(run, hold())));
	if (stored.length === 0 && faults.length === 0) {
		const [first, ...others] = nowhere;
		faults.push(first === void 0 ? nothingIn(folder, side) : await leadNowhere([first, ...others]));
	}
	const runs = [];
	const tasks = [...new Set(stored.map(({ record }) => record.task))].sort();
	for (const task of tasks) {
		const shards = stored.filter(({ record }) => record.task === task);
		await attempt(faults, async () => runs.push(joinShards(shards, hold)));
	}
	return {
		runs,
		faults
	};
}
/** What came of the work, or null after its fault was put with the others. */
async function attempt(faults, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(error);
		return null;
	}
}
/** Whether a folder has anything that could be a run of a side, readable or not. */
async function holdsRuns(folder, side, roots = [folder]) {
	const { folders, outside } = await runFolders(folder, side, roots);
	return folders.length + outside.length > 0;
}
async function runFolders(root, side, roots) {
	const [folders, outside, nowhere] = [
		[],
		[],
		[]
	];
	const seen = /* @__PURE__ */ new Set();
	const look = async (folder, depth) => {
		if (existsSync(join(folder, "run.json"))) {
			const place = await realpath(folder);
			if (!seen.has(place)) folders.push(folder);
			seen.add(place);
			return;
		}
		if (depth === 0 || !isFolder(folder)) return;
		const ofSide = join(folder, side);
		if (existsSync(ofSide)) return look(ofSide, depth - 1);
		const entries = await readdir(folder, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			if (NEVER.has(entry.name)) continue;
			const inner = join(folder, entry.name);
			const kind = await kindOf(inner, entry, roots);
			if (kind === "folder") await look(inner, depth - 1);
			if (kind === "link that leads nowhere") nowhere.push(inner);
			if (kind === "link that leads out" && existsSync(join(inner, "run.json"))) outside.push(inner);
		}
	};
	await look(root, MAX_DEPTH);
	return {
		folders,
		outside,
		nowhere
	};
}
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
/**
* One run of several that evaluated parts of the same task with the same model. A sample that two of them have must be the
* same in both.
* @throws WeighbridgeError `data` when they are not parts of one run
*/
function joinShards(shards, hold) {
	const [first, ...others] = shards;
	if (first === void 0) throw new Error("no shards to join");
	if (others.length === 0) return first;
	const samples = hold();
	const known = samples.keyTable ?? new KeyTable();
	for (const shard of shards) {
		const differs = runDifferences(first.record, shard.record);
		if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(", ")}`);
		for (const sample of shard.samples) {
			const other = samples.at(known.claim(sampleKey(sample)));
			if (other === void 0) samples.push(sample);
			else if (serializeSample(other) !== serializeSample(sample)) throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
		}
	}
	const isWhole = countDocuments$1(samples) === first.record.planned;
	const isComplete = ({ record }) => record.status.state === "complete";
	const telling = shards.find((shard) => isComplete(shard) === isWhole) ?? first;
	const incomplete = isWhole && isComplete(telling) ? null : telling.incomplete;
	return {
		...telling,
		incomplete,
		samples
	};
}
const notOneRun = (first, other, why) => new WeighbridgeError("data", `${first.folder} and this are not parts of one run: ${why}`, {
	at: { file: other.folder },
	fix: "name a folder with the results of one model only"
});
function nothingIn(path, side) {
	const at = { file: path };
	const message = `there are no results of the ${side}`;
	if (existsSync(path) && !isFolder(path)) return new WeighbridgeError("data", `${message}: the file has no form that is known`, {
		at,
		fix: "name a run directory, or results that `weighbridge import --help` lists"
	});
	if (existsSync(path) && readdirSync(path).length > 0) return new WeighbridgeError("data", `${message}: nothing in the folder has a form that is known`, {
		at,
		fix: `evaluate it first (weighbridge evaluate --role ${side}), or name results that \`weighbridge import --help\` lists`
	});
	const problem = existsSync(path) ? `${message}: the folder is empty` : `${message}: no such file or folder`;
	return new WeighbridgeError("data", problem, {
		at,
		fix: `evaluate it first: weighbridge evaluate --role ${side}`
	});
}

// src/results/formats/count-behind.ts
/** Doubles that went through single precision, as those of PyTorch. */
const PRECISION = 2e-7;
/** Beyond this many decimals a number was written as it was. */
const MOST_DECIMALS = 7;
/** An interval whose ends lie further apart says too little to be taken for a number. */
const WIDEST = 2;
const MOST_SAMPLES = 1e8;
/** Metrics that are 0 or 1 for every sample. Of the others only an n that fits to the last digit is believed. */
const RIGHT_OR_WRONG = /^(acc(uracy)?|(acc|loglikelihood_acc)_(norm|bytes)\w*|loglikelihood_acc|(\w+_)?exact_match|extractive_match|em)$/;
/** The accuracy of TruthfulQA's MC2 is a share of probability. */
const SHARES = /mc2/i;
/**
* The sums with the number of samples behind each, where it follows. Of a rounded one evidence rests on the fewest samples and the largest
* error that it can have.
* @param peers all sums of the file: a file is rounded alike, and 0.7500 loses its zeros in JSON
*/
function withCounts(task, aggregates, metrics, peers) {
	const decimals = {
		value: mostDecimals(peers.map(({ value }) => value)),
		stderr: mostDecimals(peers.flatMap(({ stderr }) => stderr ?? []))
	};
	return aggregates.map((aggregate) => {
		const declaration = metrics.find(({ name }) => name === aggregate.metric);
		const isMeanOfRates = declaration?.kind === "mean" && declaration.unit === "rate";
		if (aggregate.n !== null || aggregate.stderr === null || !isMeanOfRates) return aggregate;
		if (decimals.stderr > MOST_DECIMALS) return {
			...aggregate,
			n: exactCount(aggregate, decimals.stderr)
		};
		const value = rounded(aggregate.value, decimals.value);
		const stderr = rounded(aggregate.stderr, decimals.stderr);
		const n = countsBehind(value, stderr);
		if (n === null) return aggregate;
		if (!RIGHT_OR_WRONG.test(aggregate.metric) || SHARES.test(task)) return aggregate;
		const [least, most] = n;
		const known = {
			...aggregate,
			rounded: {
				n,
				value: value.off
			}
		};
		return most > WIDEST * least ? known : {
			...known,
			n: least,
			stderr: stderr.at + stderr.off + value.off
		};
	});
}
/** The only n that numbers which nobody rounded can be of; null where they may have been, and where there is none. */
function exactCount({ value, stderr }, decimals = decimalsOf(stderr ?? 0)) {
	if (stderr === null || decimals <= MOST_DECIMALS) return null;
	const n = countsBehind(rounded(value, decimals), rounded(stderr, decimals));
	return n !== null && n[0] === n[1] ? n[0] : null;
}
function mostDecimals(numbers) {
	return Math.max(0, ...numbers.map(decimalsOf));
}
function decimalsOf(number) {
	const [digits = "", exponent = "0"] = String(number).split("e");
	return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}
function rounded(at, decimals) {
	return {
		at,
		off: decimals > MOST_DECIMALS ? PRECISION * Math.abs(at) : .5 * 10 ** -decimals + 1e-12
	};
}
/** The fewest and the most samples that give these numbers; null where none do, or where there is no most. */
function countsBehind(value, stderr) {
	const [low, high] = ends(value);
	const [least, most] = ends(stderr);
	if (least <= 0 || high <= 0 || low >= 1) return null;
	const variance = (rate) => Math.max(0, rate * (1 - rate));
	const largest = low <= .5 && high >= .5 ? .25 : Math.max(variance(low), variance(high));
	const first = Math.max(2, Math.floor(Math.min(variance(low), variance(high)) / most ** 2));
	const last = Math.ceil(largest / least ** 2) + 1;
	if (last > MOST_SAMPLES) return null;
	const fits = (n) => isCompatible(n, value, stderr);
	const next = (from, step) => {
		for (let n = from; n >= first && n <= last; n += step) if (fits(n)) return n;
		return null;
	};
	const fewest = next(first, 1);
	return fewest === null ? null : [fewest, next(last, -1) ?? fewest];
}
const ends = ({ at, off }) => [at - off, at + off];
/** Whether some whole number of right answers among `n` gives both: |p − ½| = √(¼ − p(1 − p)), where p(1 − p) = se²·(n − 1) or se²·n. */
function isCompatible(n, value, stderr) {
	const [low, high] = ends(value);
	const [least, most] = ends(stderr);
	return [n - 1, n].some((divisor) => {
		if (divisor * least ** 2 > .25) return false;
		const far = Math.sqrt(.25 - divisor * least ** 2);
		const near = Math.sqrt(Math.max(0, .25 - divisor * most ** 2));
		const holdsWhole = (from, to) => Math.floor(n * Math.min(high, to)) >= Math.ceil(n * Math.max(low, from));
		return holdsWhole(.5 + near, .5 + far) || holdsWhole(.5 - far, .5 - near);
	});
}

// src/results/formats/digest.ts
/** SHA-256 of a value of a results file, whatever the order of its keys. */
const digest = (value) => digestOfJson(comparableJson(value));
/** The same of what `comparableJson` has made of a value. */
const digestOfJson = (text) => `sha256:${sha256$1(text)}`;
/** In one call where Node has it, from 20.12 on: a results file has five of them a sample. */
const sha256$1 = "hash" in crypto ? (text) => crypto.hash("sha256", text) : (text) => createHash("sha256").update(text).digest("hex");
/** Of what was asked, which a program that left it out or kept it empty did not record. */
const inputDigest = (asked) => isNothing$1(asked) ? NOT_RECORDED : digest(asked);
function isNothing$1(value) {
	if (typeof value !== "object" || value === null) return value === void 0 || value === null || value === "";
	return Object.values(value).every(isNothing$1);
}
/** A value as a person can compare it, or its digest where it is long. */
function brief(value) {
	const text = comparableJson(value);
	return text.length <= 200 ? text : digest(value);
}
/**
* Canonical JSON of what can be compared. Python functions are dumped as `<function f at 0x7f…>`, with an address that differs from run to
* run; absent keys and null mean the same to the harness.
*/
function comparableJson(value) {
	if (typeof value === "string") return comparableText(value);
	if (typeof value === "number" && !Number.isFinite(value)) return `"${value}"`;
	if (typeof value !== "object" || value === null) return canonicalJson(value ?? null);
	let text = "";
	if (Array.isArray(value)) {
		for (const item of value) text += `${text === "" ? "" : ","}${comparableJson(item)}`;
		return `[${text}]`;
	}
	for (const key of Object.keys(value).sort()) {
		const member = value[key];
		if (member === null || member === void 0) continue;
		text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${comparableJson(member)}`;
	}
	return `{${text}}`;
}
/** The last text: the choices of a question are asked for behind one prompt, over and over. */
let known = {
	text: "",
	json: "\"\""
};
function comparableText(text) {
	if (text !== known.text) {
		const json = JSON.stringify(text.includes(" at 0x") ? text.replace(/ at 0x[0-9a-f]+>/g, ">") : text);
		if (text.length < LONG) return json;
		known = {
			text,
			json
		};
	}
	return known.json;
}
/** Shorter ones stand between the long ones, and take no time. */
const LONG = 100;

// src/core/metrics/estimate.ts
/**
* Value and standard error of a metric over one run's scores, samples taken as independent. Unscored samples take no
* part: count them before trusting the value.
*
* @returns null where nothing was scored, where the ratio has no denominator, or where a `corpus` metric is undefined or
* nobody says how it follows from its samples
* @throws TypeError when a score is not of the metric's kind: the store's reader has refused such a file before
*/
function estimate(scores, metric) {
	switch (metric.kind) {
		case "mean": return estimateMean(numbers(scores, metric.name));
		case "ratio": return onScale(metric.scale, estimateRatio(ratios(scores, metric.name)));
		case "corpus": return metric.aggregate === void 0 ? null : estimateCorpus(corpora(scores, metric.name), metric.aggregate);
		default: return assertNever(metric.kind);
	}
}
function numbers(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score === "number") return score;
		throw new TypeError(`${name} is a mean, but a score of it is not a number`);
	});
}
function ratios(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score !== "number" && isRatio(score)) return score;
		throw new TypeError(`${name} is a ratio, but a score of it is not`);
	});
}
function corpora(scores, name) {
	return scored(scores).map((score) => {
		if (typeof score !== "number" && isCorpus(score)) return score;
		throw new TypeError(`${name} is a corpus metric, but a score of it has no parts`);
	});
}
function scored(scores) {
	return scores.filter((score) => !isUnscored(score));
}
/** Without a standard error, which takes resampling. */
function estimateCorpus(scores, aggregate) {
	if (scores.length === 0) return null;
	const value = valueOfAll(AGGREGATES[aggregate], scores.map(({ parts }) => ({
		parts,
		weight: 1
	})));
	return Number.isFinite(value) ? {
		value,
		stderr: null,
		n: scores.length
	} : null;
}
/** x̄ with s/√n, where s has n − 1 in its denominator. */
function estimateMean(values) {
	const n = values.length;
	if (n === 0) return null;
	const mean = sum(values) / n;
	if (n < 2) return {
		value: mean,
		stderr: null,
		n
	};
	const squares = sum(values.map((value) => (value - mean) ** 2));
	return {
		value: mean,
		stderr: Math.sqrt(squares / (n - 1) / n),
		n
	};
}
/**
* R = Σu / Σv with the linearised standard error √(n/(n−1) · Σ(u − R·v)²) / Σv (Cochran, Sampling Techniques, 6.4,
* without the finite-population factor). Assumes enough samples that Σv varies little.
*/
function estimateRatio(values) {
	const n = values.length;
	const denominator = sum(values.map((value) => value.denominator));
	if (n === 0 || !(denominator > 0)) return null;
	const ratio = sum(values.map((value) => value.numerator)) / denominator;
	if (n < 2) return {
		value: ratio,
		stderr: null,
		n
	};
	const squares = sum(values.map((value) => (value.numerator - ratio * value.denominator) ** 2));
	return {
		value: ratio,
		stderr: Math.sqrt(n / (n - 1) * squares) / denominator,
		n
	};
}
/** exp(R) has the standard error exp(R)·SE(R) to first order (delta method). */
function onScale(scale, ratio) {
	switch (scale) {
		case "linear": return ratio;
		case "log": {
			if (ratio === null) return null;
			const value = Math.exp(ratio.value);
			return {
				value,
				stderr: ratio.stderr === null ? null : value * ratio.stderr,
				n: ratio.n
			};
		}
		default: return assertNever(scale);
	}
}
/** Neumaier's compensated sum: a million small terms lose nothing, and the order of samples changes nothing visible. */
function sum(values) {
	let total = 0;
	let compensation = 0;
	for (const value of values) {
		const next = total + value;
		compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
		total = next;
	}
	return total + compensation;
}

// src/results/formats/aggregate.ts
/** Sums of doubles in another order; an aggregate of another set of samples is far beyond it. */
const TOLERANCE = 1e-9;
/** Whether two numbers are one but for rounding. Never for what is not finite, where any difference is within any tolerance. */
const agree = ({ value, rounding = 0 }, ours) => Number.isFinite(value) && Math.abs(value - ours) <= rounding + TOLERANCE * Math.max(1, Math.abs(value));
/**
* Sees all samples of a run, and checks a program's own numbers at the end: they must follow from the samples, or these
* are not the samples of that run. One that is not finite must have its reason in them.
*/
var ExpectedCheck = class {
	#run;
	#seen;
	constructor(run, expected) {
		this.#run = run;
		this.#seen = expected.map((aggregate) => ({
			aggregate,
			scores: []
		}));
	}
	see(sample) {
		for (const { aggregate, scores } of this.#seen) {
			const { metric, filter, of } = aggregate;
			const score = (of === void 0 ? sample.filter === filter : of(sample)) ? aggregate.counted?.(sample) ?? sample.scores[metric] : void 0;
			if (score !== void 0) scores.push(score);
		}
	}
	/** @throws WeighbridgeError `data` with both numbers */
	end() {
		const { task, metrics } = this.#run;
		for (const { aggregate, scores } of this.#seen) {
			const metric = metrics.find(({ name }) => name === aggregate.metric);
			if (metric === void 0 || metric.kind === "corpus" && metric.aggregate === void 0) continue;
			if (!Number.isFinite(aggregate.value) && scores.some(isUnscored)) continue;
			const ours = estimate(scores, metric)?.value ?? NaN;
			if (Number.isNaN(ours) && scores.length > 0 && !scores.some(isUnscored) && aggregate.value === aggregate.undefinedAs) continue;
			if (!agree(aggregate, ours)) throw disagreement(task, aggregate, ours, aggregate.at);
		}
	}
};
const disagreement = (task, { metric, value }, ours, at) => new WeighbridgeError("data", `${task}/${metric} is ${value} in the results file and ${ours} by the samples`, {
	at,
	fix: "keep results and samples of one run together, and change neither"
});

// src/results/formats/group-by.ts
/** Map.groupBy, which Node 20 lacks. */
function groupBy(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [value]);
		else group.push(value);
	}
	return groups;
}

// src/results/formats/selection.ts
/** A file whose own name holds `#` comes first. Values may be percent-encoded. */
function parseSelection(path) {
	const whole = {
		file: path,
		chosen: /* @__PURE__ */ new Map()
	};
	if (existsSync(path)) return whole;
	for (let mark = path.indexOf("#"); mark !== -1; mark = path.indexOf("#", mark + 1)) {
		const file = path.slice(0, mark);
		if (existsSync(file)) return {
			file,
			chosen: new Map(path.slice(mark + 1).split("&").map(choice))
		};
	}
	return whole;
}
function choice(text) {
	const equals = text.indexOf("=");
	const value = text.slice(equals + 1);
	return equals === -1 ? [text, ""] : [text.slice(0, equals), decoded(value)];
}
function decoded(value) {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
/** @throws WeighbridgeError `usage` for a choice that the format does not have */
function checkChoices({ file, chosen }, known) {
	const unknown = [...chosen.keys()].find((key) => !known.includes(key));
	if (unknown === void 0) return;
	throw new WeighbridgeError("usage", `nothing can be chosen by ${JSON.stringify(unknown)} here`, {
		at: { file },
		fix: known.length === 0 ? "name the file alone" : `write one of: ${known.map((key) => FLAGS.includes(key) ? `${file}#${key}` : `${file}#${key}=NAME`).join(", ")}`
	});
}
/**
* The one of several that is meant.
* @throws WeighbridgeError `usage` listing how each of them is named, when none is chosen or there is no such one
*/
function chooseOne(selection, key, names) {
	const { file, chosen } = selection;
	const [only, ...others] = names;
	const wanted = chosen.get(key);
	if (wanted === void 0 && only !== void 0 && others.length === 0) return only;
	if (wanted !== void 0 && names.includes(wanted)) return wanted;
	if (only === void 0) throw new WeighbridgeError("data", "there are no results in it", {
		at: { file },
		fix: "make the results again, and see whether what writes them failed"
	});
	const message = wanted === void 0 ? `there are results of ${names.length} ${key}s here` : `there is no ${key} ${JSON.stringify(wanted)} here`;
	const paths = names.map((name) => `  ${file}#${key}=${name.replace(/[%&#]/g, encodeURIComponent)}`);
	throw new WeighbridgeError("usage", message, {
		at: { file },
		fix: `name one of them:\n${paths.join("\n")}`
	});
}
/** Says in which other folders links of the results may end. */
const FOLLOW = "follow";
/** In which folders links may end: `results#follow=/data/cache`, and what was named. */
const rootsOf = ({ file, chosen }, named = file) => [named, ...(chosen.get("follow") ?? "").split(delimiter).filter((root) => root !== "")];
/** A path whose links may end in these folders besides. */
function following(path, roots = []) {
	if (roots.length === 0) return path;
	const { chosen } = parseSelection(path);
	return `${path}${chosen.size === 0 ? "#" : "&"}${FOLLOW}=${encodeURIComponent(roots.join(delimiter))}`;
}
/** Says that of several results of a task the newest is meant. */
const NEWEST = "newest";
/** Says that results under several names, such as a path and a repository, are of one model. */
const ONE_MODEL = "one-model";
/** Choices that have no value. */
const FLAGS = [NEWEST, ONE_MODEL];
const CHOICES = {
	higher: "higher_is_better",
	lower: "lower_is_better"
};
const DIRECTION_CHOICES = Object.keys(CHOICES);
function directionsOf(selection, known) {
	const said = /* @__PURE__ */ new Map();
	for (const [choice, direction] of Object.entries(CHOICES)) for (const metric of (selection.chosen.get(choice) ?? "").split(",")) said.set(metric, direction);
	return (metric) => said.get(metric) ?? known(metric);
}
/** How to say it. */
const sayDirection = (path, metric) => `write ${path}#higher=${metric} or ${path}#lower=${metric}`;
const noDirection = (at, metric) => new WeighbridgeError("data", `nobody says which way ${metric} is better`, {
	at,
	fix: sayDirection(at.file, metric)
});

// src/results/formats/format.ts
function defineFormat(definition) {
	const { name, summary, exporter, choices = [], directions } = definition;
	const isKnown = async (file) => {
		const head = await headOf(file);
		return head !== null && await definition.detect?.(head, file) === true;
	};
	const { locate: where = null } = definition;
	const locate = async (path, selection) => {
		const roots = rootsOf(selection, path);
		return typeof where === "function" ? where(path, roots) : filesAt(path, where, isKnown, roots);
	};
	return {
		name,
		summary,
		...exporter === void 0 ? {} : { exporter },
		async detect(path) {
			const selection = parseSelection(path);
			return (await locate(selection.file, selection).catch((error) => {
				if (error instanceof LinksLeadOut) return [selection.file];
				throw error;
			})).length > 0;
		},
		async load(path, side) {
			const faults = [];
			const notes = [];
			const selection = parseSelection(path);
			const request = {
				selection,
				directions: directionsOf(selection, directions ?? (() => null)),
				async each(items, make) {
					const made = [];
					for (const item of items) await attempt(faults, async () => made.push(await make(item)));
					return made;
				}
			};
			const fix = definition.fix ?? `restore it as ${name} wrote it, or evaluate again`;
			return {
				runs: await attempt(faults, async () => {
					checkChoices(selection, [
						...choices,
						...directions === void 0 ? [] : DIRECTION_CHOICES,
						"follow",
						...definition.readsAll === true ? ["newest"] : [],
						...definition.readsAll === true && !choices.includes("model") ? ["one-model"] : []
					]);
					const ofSide = join(selection.file, side);
					const named = exporter !== void 0 && existsSync(ofSide) ? ofSide : selection.file;
					const places = await locate(named, selection);
					if (places.length === 0 || places.length > 1 && definition.readsAll !== true) throw notOne(name, places, selection.file);
					notes.push(...await encodingNotes(places));
					const { finished, unfinished } = await readPlaces(definition, places, rootsOf(selection, named), request);
					const read = ofOneModel(definition, finished, selection);
					const [first, ...others] = read.map(({ source }) => source);
					const tasks = first === void 0 ? [] : await definition.toRuns([first, ...others], request);
					const model = first === void 0 ? null : definition.modelOf?.(first) ?? null;
					if (model !== null && others.length > 0) {
						const whose = [...new Set(read.map(({ source }) => definition.modelOf?.(source) ?? model))].join(" alias ");
						notes.push(`read together as one run of ${whose}: ${read.map(({ place }) => place).join(", ")}`);
					}
					for (const run of unfinished) {
						const note = passedOver(run, model, tasks, selection);
						if (note === null) faults.push(run);
						else notes.push(note);
					}
					if (tasks.length === 0 && faults.length === 0) throw new WeighbridgeError("data", "no task has a metric", {
						at: { file: selection.file },
						fix: "evaluate with a metric that is a number a sample, or with one that has a sum"
					});
					const told = await request.each(groupBy(tasks, ({ task }) => task).values(), (same) => onlyOne(same, selection));
					return request.each(tasks.filter((task) => told.includes(task)), (task) => foreignRun(task, side, fix));
				}) ?? [],
				faults: faults.map((fault) => withFix(fault, fix)),
				notes
			};
		}
	};
}
async function encodingNotes(places) {
	const notes = [];
	for (const place of places) {
		if (!(await stat(place)).isFile() || utf16Of(magicOf(place)) === null) continue;
		notes.push(`${place} is UTF-16, and was read as such`);
	}
	return notes;
}
async function readPlaces(definition, places, roots, { each }) {
	const unfinished = [];
	return {
		finished: (await each(places, async (place) => {
			try {
				return [{
					place,
					source: await definition.read(place, roots)
				}];
			} catch (error) {
				if (!(error instanceof UnfinishedRun)) throw error;
				unfinished.push(error);
				return [];
			}
		})).flat(),
		unfinished
	};
}
/**
* What is said of a run that did not end where one of its task and model did: a later one, or any where the newest was asked
* for, which is the newest that is whole. Null where there is none.
*/
function passedOver({ of: { task, model, started }, at, message }, finished, tasks, { chosen }) {
	const whole = tasks.filter((other) => other.task === task);
	if (model !== finished || whole.length === 0) return null;
	const isAgain = (other) => Date.parse(other.started ?? "") > Date.parse(started ?? "");
	const file = at?.file ?? task;
	if (whole.some(isAgain)) return `${file}: passed over (${message}), since ${task} was evaluated again later`;
	return chosen.has("newest") ? `${file}: passed over (${message}), since the newest whole run of ${task} was asked for` : null;
}
/** The newest of several need not be the one that is meant. */
function notOne(name, places, file) {
	if (places.length === 0) return new WeighbridgeError("data", `no results of ${name}`, {
		at: { file },
		fix: "name the folder or file that it wrote"
	});
	const list = places.map((place) => `\n  ${place}`).join("");
	return new WeighbridgeError("data", `${places.length} runs of ${name} lie here:${list}`, {
		at: { file },
		fix: "name one of these instead of the folder"
	});
}
/** @throws WeighbridgeError `data` for results of several models, `usage` where one could be chosen and none is */
function ofOneModel({ name, modelOf, choices }, sources, selection) {
	if (modelOf === void 0 || sources.length === 0) return sources;
	const byModel = groupBy(sources, ({ source }) => modelOf(source));
	const names = [...byModel.keys()].sort();
	if (names.length > 1 && selection.chosen.has("one-model")) return sources;
	if (names.length > 1 && !choices?.includes("model")) {
		const list = sources.map(({ place, source }) => `\n  ${place} (${modelOf(source)})`).join("");
		throw new WeighbridgeError("data", `results of ${name} of several models lie here:${list}`, {
			at: { file: selection.file },
			fix: `name the results of one model; where these are names of one, write ${selection.file}#${ONE_MODEL}`
		});
	}
	return byModel.get(chooseOne(selection, "model", names)) ?? [];
}
/**
* Of the results of one task, the only one; the newest where that was asked for.
* @throws WeighbridgeError `data` for a task that was evaluated twice: which one is meant cannot be known
*/
function onlyOne(same, { file, chosen }) {
	const [first, ...others] = same;
	if (first === void 0 || others.length === 0) return first;
	const dated = same.map((task) => ({
		task,
		at: Date.parse(task.started ?? "")
	}));
	const [newest, second] = dated.toSorted((a, b) => b.at - a.at);
	const isKnown = dated.every(({ at }) => Number.isFinite(at)) && newest?.at !== second?.at;
	if (chosen.has("newest") && isKnown) return newest?.task;
	const list = same.map((each) => `\n  ${each.file} (of ${each.started ?? "an unknown time"})`).join("");
	throw new WeighbridgeError("data", `${same.length} results of the task ${JSON.stringify(first.task)}:${list}`, {
		at: { file: first.file },
		fix: isKnown ? `name one of these files instead of the folder, or write ${file}#${NEWEST} for the newest` : "name one of these files instead of the folder"
	});
}
/** Beside a later run of the same task and model that ended, it is passed over. */
var UnfinishedRun = class extends WeighbridgeError {
	of;
	constructor(of, message, detail) {
		super("data", message, detail);
		this.of = of;
	}
};
/**
* A task of a complete run. Every task is `general`: only a config can say another role. What another program wrote is held
* to the same bounds as our own files.
* @throws WeighbridgeError `data` for a task or metric that no run can have
*/
function foreignRun(results, side, fix) {
	const { file, samples = [], expected = [], bare, ...known } = results;
	if (/\p{Cc}/u.test(known.task)) throw new WeighbridgeError("data", `${JSON.stringify(known.task)} is no name of a task`, { at: { file } });
	const defaults = {
		schema_version: 1,
		task_role: "general",
		primary_metric: known.metrics[0]?.name ?? "",
		planned: Array.isArray(samples) ? samples.length : 0,
		seed: 0,
		status: { state: "complete" },
		started: "unknown date",
		finished: null
	};
	const record = checkRunRecord({
		...defaults,
		...known,
		side
	}, file);
	const shape = shapeOf(record);
	const fixable = (error) => error instanceof WeighbridgeError ? withFix(error, fix) : error;
	function* checked(placed, check) {
		try {
			for (const { sample, at } of placed) {
				const own = checkSample(sample, shape, at ?? {
					file,
					key: sample.id
				});
				check.see(own);
				yield own;
			}
		} catch (error) {
			throw fixable(error);
		}
	}
	async function* read() {
		const check = new ExpectedCheck(record, expected);
		try {
			for await (const found of typeof samples === "function" ? samples() : [samples]) yield checked(Symbol.iterator in found ? found : [found], check);
			check.end();
		} catch (error) {
			throw fixable(error);
		}
	}
	const atOnce = bare === void 0 || expected.length > 0 ? {} : { bare };
	return {
		folder: dirname(file),
		record,
		incomplete: null,
		samples: read,
		...atOnce
	};
}
/**
* A program that does not record which weights it ran: what it wrote stands for a model of its own, so that two files are
* two models and two copies of one file are one.
*/
const unidentifiedModel = (source, by) => ({
	source: `${source} ${NOT_IDENTIFIED}`,
	digest: digest(by),
	adapter_digest: null,
	architecture: null,
	parameter_count: null,
	quantization: null
});
/** A text as an id of a sample: as it is, or its digest where it is too long for one or holds what no id may. */
const idFrom = (text) => text !== "" && text.length <= 200 && !/\p{Cc}|\p{Cs}/u.test(text) ? text : digest(text);
/**
* How many choices a document offers: a list, or as in ARC one with their texts; null of a question that offers none.
*/
function choicesIn(offered) {
	const list = isObject(offered) && !Array.isArray(offered) ? offered.text : offered;
	return Array.isArray(list) && list.length >= 2 ? list.length : null;
}
/** The id of a result of several of one sample: the first has the sample's own. */
const numberedId = (id, number) => number === 1 ? id : `${id}#${number}`;
/** Why a sample has no score, in one line of what a program says. */
const errorReason = (error) => `error: ${firstLine(error)}`;
const firstLine = (text) => (text.split("\n", 1)[0] ?? "").slice(0, 200);
/** By the task's name, for formats that tell of tasks in no order of their own. */
const byTask = ({ task: a }, { task: b }) => a < b ? -1 : 1;

// src/results/formats/metrics.ts
const RATES$1 = /^((quasi_)?(prefix_)?exact_match(@\d+)?|exact_set_match|math_equiv(_chain_of_thought)?|accuracy|acc(_norm)?|em|extractive_match|pass@\d+(:\d+_samples)?|ifeval_strict_accuracy|(prompt|inst)_level_\w+_acc|toxic_frac)$/;
const HIGHER$1 = /^(f1(_score|_set_match)?|iou_set_match|rouge(_?[12l]|_?lsum)?|bleu(_?[14])?|score|mcc|multi_f1_numeric|bertscore|chain_of_thought_correctness|pass)$/i;
const LOWER$1 = /^(toxic_frac|expected_max_toxicity|max_toxicity_probability|(word_|byte_)?perplexity|bits_per_byte)$/;
/** Which way metrics of HELM, lighteval and OpenCompass are better, of whose files most do not say. */
const commonDirection = (metric) => {
	if (LOWER$1.test(metric)) return "lower_is_better";
	return RATES$1.test(metric) || HIGHER$1.test(metric) ? "higher_is_better" : null;
};
/** The mean of one number a sample; null where nobody says which way it is better. */
function commonMetric(name, directions) {
	const direction = directions(name);
	return direction === null ? null : meanMetric(name, direction, RATES$1.test(name) ? "rate" : "number");
}
/** A mean of one number a sample; of what is no rate the range is not known. */
const meanMetric = (name, direction, unit) => ({
	name,
	direction,
	kind: "mean",
	unit,
	range: unit === "rate" ? {
		min: 0,
		max: 1
	} : {
		min: null,
		max: null
	},
	scale: "linear",
	weak: false
});
const liesIn = ({ min, max }, value) => value >= (min ?? -Infinity) && value <= (max ?? Infinity);

// src/results/formats/setting-rules.ts
/** What becomes of a setting that a result file records. */
const SETTING_CLASSES = {
	hard: "changes the prompt, the budget or the decoding: a difference makes the comparison invalid",
	soft: "may move an answer by rounding, or says how the machine was set up: a difference is told",
	identity: "which model it is: what the comparison is about",
	elsewhere: "compared as another field of the fingerprint, or proven alike sample by sample by the digests of inputs and targets",
	never: "paths, keys, hosts and times: never compared, and never kept"
};
const NONE = {
	hard: "",
	soft: "",
	identity: "",
	elsewhere: "",
	never: ""
};
/**
* Every setting that a result file of a harness records, from the harnesses' own sources at the versions that
* `test/results/formats/setting-names.json` names. Names are separated by blanks; `name=value` is the default that a file
* may leave out, where all backends of the harness share it. A name that stands nowhere is soft.
*/
const SETTINGS = {
	"lm-evaluation-harness": {
		model_args: {
			...NONE,
			where: "`config.model_args`",
			hard: `max_length max_gen_toks=256 max_model_len max_tokens_to_sample max_input_len max_output_len max_beam_width
        context_length seq_length temperature do_sample top_p top_k max_tokens max_new_tokens truncation=false truncate=false
        truncation_side add_bos_token add_special_tokens use_bos_token prefix_token_id custom_prefix_token_id eos_string
        enable_thinking think_start_token think_end_token chat_template_args chat_template system_prompt
        skip_special_tokens tokenizer_backend tokenized_requests backend=default generate_params until
        rope_scaling rope_theta hf_overrides sliding_window generation_config override_generation_config
        max_images max_audios interleave image_token_id image_string convert_img_format
        min_pixels max_pixels image_width image_height image_max_side limit_mm_per_prompt mm_processor_kwargs`,
			soft: `tokenizer tokenizer_path tokenizer_type tokenizer_model tokenizer_mode=auto tokenizer_revision
        use_fast_tokenizer=true use_fast=true vocab_file merge_file
        torch_dtype precision attn_implementation load_format seed device batch_size max_batch_size micro_batch_size trust_remote_code=false
        parallelize device_map device_map_option use_accelerate tp_plan tp_size dp_size tp_degree tensor_parallel_size
        pipeline_parallel_size data_parallel_size pipeline_model_parallel_size tensor_model_parallel_size
        expert_model_parallel_size enable_expert_parallel devices num_nodes world_size max_num_seqs max_num_batched_tokens
        enforce_eager enable_prefix_caching chunked_prefill_size mem_fraction_static gpu_memory_utilization
        use_kv_cache reuse_cache logits_cache=true buckets execution_provider provider_options
        num_layers hidden_size num_attention_heads ffn_hidden_size num_query_groups extra_args is_hf use_dist_ckpt
        low_cpu_mem_usage max_lora_rank api_version`,
			identity: `pretrained revision subfolder peft delta lora_local_path gguf_file model path engine model_id deployment_id
        load ckpt_step steer_path`,
			elsewhere: `dtype softmax_dtype mixed_precision_dtype quantization autogptq gptqmodel load_in_4bit load_in_8bit
        bnb_4bit_compute_dtype bnb_4bit_quant_type bnb_4bit_use_double_quant kv_cache_dtype`,
			never: `base_url auth_token api_key header verify_certificate ca_cert_path watsonx_credentials num_concurrent
        max_retries timeout offload_folder max_memory_per_gpu max_cpu_memory swap_space write_out`
		},
		config: {
			...NONE,
			where: "`config`",
			soft: "batch_sizes bootstrap_iters description_dict provide_description",
			identity: "model_num_parameters model_revision model_sha peft_sha delta_sha",
			elsewhere: `model model_args model_dtype batch_size device limit gen_kwargs num_fewshot
        random_seed numpy_seed torch_seed fewshot_seed`,
			never: "use_cache no_cache decontamination_ngrams_path model_source"
		},
		results: {
			...NONE,
			where: "the top of the results file",
			hard: "max_length fewshot_as_multiturn=false",
			soft: "tokenizer_pad_token tokenizer_eos_token tokenizer_bos_token eot_token_id",
			identity: "model_name model_name_sanitized",
			elsewhere: `results groups group_subtasks configs versions n-shot higher_is_better n-samples samples config model_source
        system_instruction system_instruction_sha chat_template chat_template_sha task_hashes
        lm_eval_version transformers_version git_hash`,
			never: "date start_time end_time total_evaluation_time_seconds pretty_env_info upper_git_hash"
		},
		task: {
			...NONE,
			where: "`configs.<task>`",
			soft: `process_results should_decontaminate=false doc_to_decontamination_query`,
			elsewhere: `task dataset_path dataset_name dataset_kwargs custom_dataset training_split validation_split test_split
        fewshot_split process_docs doc_to_text doc_to_target doc_to_choice doc_to_image doc_to_audio use_prompt description
        target_delimiter fewshot_delimiter fewshot_config num_fewshot metric_list output_type generation_kwargs repeats
        filter_list gen_prefix`,
			never: "task_alias tag group group_alias unsafe_code metadata class"
		}
	},
	lighteval: {
		model: {
			...NONE,
			where: "`config_general.model_config`",
			hard: `max_length max_model_length context_length generation_size system_prompt override_chat_template use_chat_template
        add_special_tokens=true skip_special_tokens=true multichoice_continuations_start_space pairwise_tokenization=false
        use_fast_image_processor max_tokens system_message temperature top_p top_k frequence_penalty presence_penalty
        stop_seqs num_choices best_of reasoning_effort reasoning_tokens reasoning_history response_format
        parallel_tool_calls max_tool_output internal_tools`,
			soft: `tokenizer processor dtype batch_size device device_map model_parallel compile=false trust_remote_code=false
        continuous_batching=false model_loading_kwargs tensor_parallel_size data_parallel_size pipeline_parallel_size tp_size
        dp_size enable_prefix_caching quantization load_format seed random_seed max_num_seqs max_num_batched_tokens
        kv_cache_dtype sampling_backend attention_backend chunked_prefill_size skip_tokenizer_init is_async
        gpu_memory_utilization mem_fraction_static accelerator vendor framework instance_size instance_type image_url provider
        log_probs top_logprobs cache_prompt`,
			identity: `model_name pretrained revision subfolder base_model adapter_weights delta_weights endpoint_name
        model_definition_file_path`,
			elsewhere: "generation_parameters",
			never: `api_key inference_server_address inference_server_auth base_url cache_dir swap_space env_vars namespace region
        endpoint_type reuse_existing proxies org_to_bill parallel_calls_count concurrent_requests timeout verbose api_max_retry
        api_retry_sleep api_retry_multiplier model_info`
		},
		generation: {
			...NONE,
			where: "`config_general.model_config.generation_parameters`",
			hard: `num_blocks block_size early_stopping repetition_penalty frequency_penalty length_penalty presence_penalty
        max_new_tokens min_new_tokens stop_tokens temperature top_k min_p top_p truncate_prompt response_format`,
			soft: "seed cache_implementation"
		},
		general: {
			...NONE,
			where: "`config_general`",
			hard: "num_fewshot_seeds=1 use_chat_template system_prompt override_chat_template",
			soft: "override_batch_size model_dtype",
			identity: "model_name model_sha model_size",
			elsewhere: "max_samples lighteval_sha model_config generation_parameters",
			never: "job_id start_time end_time total_evaluation_time_secondes config"
		},
		task: {
			...NONE,
			where: "`config_tasks.<task>`",
			hard: "few_shots_split few_shots_select generation_grammar hf_filter",
			soft: `metrics metric solver scorer sample_fields sample_to_fewshot filter must_remove_duplicate_docs=false
        frozen output_regex`,
			elsewhere: `prompt_function hf_repo hf_subset hf_revision evaluation_splits generation_size stop_sequence num_samples
        num_fewshots version effective_num_docs original_num_docs`,
			never: "name full_name suite hf_avail_splits trust_dataset"
		}
	},
	inspect_ai: {
		generation: {
			...NONE,
			where: "`eval.model_generate_config` and `plan.config`",
			hard: `system_message max_tokens top_p temperature stop_seqs best_of frequency_penalty presence_penalty logit_bias top_k
        num_choices parallel_tool_calls internal_tools max_tool_output verbosity effort reasoning_effort reasoning_mode
        reasoning_tokens reasoning_summary reasoning_history response_schema extra_body modalities fallback_models
        fail_on_refusal`,
			soft: "seed logprobs top_logprobs prompt_logprobs cache_prompt",
			never: `max_retries timeout attempt_timeout stream_idle_timeout max_connections adaptive_connections extra_headers cache
        batch`
		},
		config: {
			...NONE,
			where: "`eval.config`",
			hard: `message_limit token_limit token_limit_type turn_limit time_limit working_limit cost_limit approval`,
			soft: `sample_shuffle fail_on_error continue_on_fail retry_on_error score_on_error review sentinel`,
			elsewhere: "limit sample_id epochs epochs_reducer",
			never: `max_samples max_dataset_memory max_tasks max_subprocesses max_sandboxes sandbox_cleanup sandbox_prebuilt
        log_samples log_realtime log_images log_model_api log_buffer log_shared score_display notification acp_server`
		},
		model_args: {
			...NONE,
			where: "`eval.model_args`",
			hard: `use_chat_template chat_template tokenizer_call_args tokenizer_kwargs enable_thinking do_sample emulate_tools
        reasoning_enabled transforms models completion_mode responses_phase thinking_display responses_api auto_model_class
        max_length max_model_len context_length truncation truncation_side add_bos_token add_special_tokens chat_template_kwargs
        chat_template_content_format reasoning_parser rope_scaling rope_theta hf_overrides generation_config
        override_generation_config limit_mm_per_prompt mm_processor_kwargs`,
			soft: `tokenizer tokenizer_path dtype device device_map batch_size hidden_states dispatch trust_remote_code provider
        stream streaming api_version prompt_logprobs model_info require_model_info`,
			identity: "model_path inference_component_name",
			never: `api_key base_url endpoint_url default_headers http_client project location aws_region connect_timeout
        read_timeout metadata quota_project_id scopes use_adc max_retries timeout port server_args prompt_cache_key
        prompt_cache_retention safety_identifier`
		},
		eval: {
			...NONE,
			where: "`eval`",
			hard: "model_roles",
			soft: "sandbox metrics shards",
			identity: "model revision",
			elsewhere: `task task_version task_args task_args_passed solver solver_args solver_args_passed dataset
        model_generate_config model_args config packages scorers`,
			never: `eval_set_id eval_id run_id created task_id task_file task_display_name task_description task_registry_name
        task_attribs tags model_base_url metadata viewer headline_metric`
		}
	},
	promptfoo: {
		provider: {
			...NONE,
			where: "`config` of the provider",
			hard: `temperature top_p top_k min_p max_tokens max_completion_tokens max_output_tokens maxOutputTokens num_predict num_ctx
        max_new_tokens stop stopSequences stop_sequences frequency_penalty presence_penalty repeat_penalty
        repetition_penalty reasoning_effort reasoning verbosity response_format generationConfig safetySettings
        systemInstruction system_prompt systemPrompt instructions thinking think showThinking tools tool_choice tool_resources
        functions function_call functionToolCallbacks logit_bias modalities audio passthrough extra_body mcp omitDefaults
        truncation guardrails prompt transformResponse chat_template_kwargs`,
			soft: `seed service_tier store metadata user prompt_cache_key prompt_cache_options prompt_cache_retention logprobs
        top_logprobs cost inputCost outputCost stream`,
			identity: "model modelName model_id",
			never: `apiKey apiKeyEnvar apiKeyRequired apiHost apiBaseUrl basePath organization headers maxRetries timeout url
        accessKeyId secretAccessKey sessionToken region projectId`
		},
		env: {
			...NONE,
			where: "`config.env`, which stands in for what a provider leaves out",
			hard: `OPENAI_TEMPERATURE OPENAI_MAX_TOKENS OPENAI_MAX_COMPLETION_TOKENS OPENAI_TOP_P OPENAI_PRESENCE_PENALTY
        OPENAI_FREQUENCY_PENALTY OPENAI_STOP`,
			never: "OPENAI_API_KEY OPENAI_API_HOST OPENAI_API_BASE_URL OPENAI_BASE_URL OPENAI_ORGANIZATION"
		},
		evaluation: {
			...NONE,
			where: "`config.evaluateOptions`",
			soft: "interactiveProviders isRedteam",
			elsewhere: "repeat filterRange",
			never: `cache delay generateSuggestions suggestionsCount maxConcurrency progressCallback showProgressBar timeoutMs
        maxEvalTimeMs silent`
		}
	},
	helm: {
		adapter: {
			...NONE,
			where: "`adapter_spec` of the run",
			identity: "model model_deployment",
			elsewhere: `method global_prefix global_suffix instructions input_prefix input_suffix reference_prefix
        reference_prefix_characters reference_suffix chain_of_thought_prefix chain_of_thought_suffix output_prefix output_suffix
        instance_prefix substitutions max_train_instances max_eval_instances num_outputs num_train_trials num_trials
        sample_train temperature max_tokens stop_sequences random multi_label image_generation_parameters
        reeval_parameters eval_splits output_mapping_pattern`
		},
		run: {
			...NONE,
			where: "the run",
			soft: "annotators",
			elsewhere: "scenario_spec adapter_spec metric_specs data_augmenter_spec",
			never: "name groups"
		}
	}
};
/** The settings of a place by name. */
function rulesOf(place) {
	return new Map(Object.keys(SETTING_CLASSES).flatMap((of) => place[of].split(/\s+/).filter((word) => word !== "").map((word) => {
		const [name = "", value] = word.split("=");
		return [name, {
			of,
			without: value === void 0 ? void 0 : scalarOf(value)
		}];
	})));
}
/** `True`, `0.5` and `None` as the value that Python makes of them; a quoted text is one. */
function scalarOf(text) {
	const word = text.trim();
	if (/^(['"]).*\1$/s.test(word) && word.length > 1) return word.slice(1, -1);
	if (/^(?:true|false)$/i.test(word)) return word.toLowerCase() === "true";
	if (/^none$/i.test(word)) return null;
	return word !== "" && Number.isFinite(Number(word)) ? Number(word) : word;
}

// src/results/formats/settings.ts
const RULES = new Map(Object.entries(SETTINGS).flatMap(([harness, places]) => Object.entries(places).map(([name, place]) => [`${harness} ${name}`, rulesOf(place)])));
/** What is no name may be a piece of a value that was cut at a comma, with a secret in it. */
const NAME = /^[\w.-]{1,100}$/;
/** Members of a setting that is made of settings of a place, without those that are never kept. */
function withoutNever(harness, place, members) {
	if (!isObject(members)) return members;
	const rules = RULES.get(`${harness} ${place}`);
	return Object.fromEntries(Object.entries(members).filter(([name]) => rules?.get(name)?.of !== "never"));
}
/** More settings than any harness has are a digest together. */
const MOST = 200;
/**
* The settings of a run that are compared, by the names of their places, in the two fields that hold them. What a file
* leaves out, sets to null or sets to its default is the same.
*/
function settingsOf(harness, recorded) {
	const kept = {
		hard: {},
		soft: {}
	};
	for (const [place, members] of Object.entries(recorded)) {
		const rules = RULES.get(`${harness} ${place}`);
		for (const [name, value] of Object.entries(isObject(members) ? members : {})) {
			const { of, without } = rules?.get(name) ?? {
				of: "soft",
				without: void 0
			};
			if (of !== "hard" && of !== "soft") continue;
			if (value === null || value === void 0 || value === without) continue;
			kept[of][`${place}.${NAME.test(name) ? name : digest(name)}`] = shown(name, value, rules?.has(name) === true);
		}
	}
	return {
		...field("settings", kept.hard),
		...field("other_settings", kept.soft)
	};
}
function field(name, values) {
	const entries = Object.entries(values).sort(([a], [b]) => a < b ? -1 : 1);
	if (entries.length === 0) return {};
	const [first, rest] = [entries.slice(0, MOST), entries.slice(MOST)];
	const more = rest.length === 0 ? {} : { [`${rest.length} more`]: digest(rest) };
	return { [name]: canonicalJson({
		...Object.fromEntries(first),
		...more
	}) };
}
/** Names under which programs keep what opens something. */
const SECRET_NAME = /(?:^|[_.-])(?:api|access|private|secret|auth)?_?key$|apikey|secret|passw|credential|authorization|cookie|bearer|header|auth|token$|url$|uri$|host$|endpoint/i;
/** Keys of known makers, addresses with an account or a query in them, and pairs of a name and a value. */
const SECRET_VALUE = /\b(?:sk|pk|hf|ghp|gho|ghs|github_pat|glpat|xox[abp]|AKIA|ASIA|AIza)[-_A-Za-z0-9]{8,}|Bearer\s+\S|:\/\/[^/\s]*@|:\/\/\S+\?\S|\beyJ[\w-]+\.|-----BEGIN|(?:key|token|secret|passw\w*|authorization)["']?\s*[:=]\s*["']?[^\s"',}]/i;
/** Long words in which letters and digits mix; of a setting whose meaning is known, such a path is none. */
const RANDOM_VALUE = /(?=[\w+/-]*\d)(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])[\w+/-]{32,}/;
/** As it is, where it could not hold a secret; a long text is its digest in any case. */
function shown(name, value, isKnown) {
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	const text = typeof value === "string" ? value : brief(value);
	return !isKnown && (SECRET_NAME.test(name) || RANDOM_VALUE.test(text)) || SECRET_VALUE.test(text) || holdsSecret(value) || text.length > 200 ? digest(value) : text;
}
function holdsSecret(value) {
	if (Array.isArray(value)) return value.some(holdsSecret);
	if (!isObject(value)) return typeof value === "string" && SECRET_VALUE.test(value);
	return Object.entries(value).some(([name, member]) => SECRET_NAME.test(name) || holdsSecret(member));
}
/** The settings of several tasks taken as one: what they share as it is, and a digest of what they do not. */
function joinSettings(each) {
	const parsed = each.map((text) => typeof text === "string" ? JSON.parse(text) : {});
	const names = [...new Set(parsed.flatMap((members) => Object.keys(members)))];
	if (names.length === 0) return void 0;
	return canonicalJson(Object.fromEntries(names.map((name) => {
		const values = parsed.map((members) => members[name] ?? null);
		return [name, values.every((value) => value === values[0]) ? values[0] : digest(values)];
	})));
}

// src/results/formats/lm-eval/known-metrics.ts
/** The harness writes [log-likelihood, words or bytes]. */
const perLength = (nats) => ({
	read: (value) => Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number" ? {
		numerator: -value[0] / nats,
		denominator: value[1]
	} : null,
	write: ({ numerator, denominator }) => [-numerator * nats, denominator]
});
/** As in lm_eval/api/metrics.py: exp(−Σ/n) and exp(−Σ/Σ), where the line itself is better when higher. */
const RATIOS = /* @__PURE__ */ new Map([
	["perplexity", {
		unit: "perplexity",
		scale: "log",
		read: (value) => typeof value === "number" ? {
			numerator: -value,
			denominator: 1
		} : null,
		write: ({ numerator, denominator }) => denominator === 1 ? -numerator : null
	}],
	["ppl", {
		unit: "perplexity",
		scale: "log",
		read: () => null,
		write: () => null
	}],
	["word_perplexity", {
		unit: "perplexity",
		scale: "log",
		...perLength(1)
	}],
	["byte_perplexity", {
		unit: "perplexity",
		scale: "log",
		...perLength(1)
	}],
	["bits_per_byte", {
		unit: "bits_per_byte",
		scale: "linear",
		...perLength(Math.LN2)
	}]
]);
const ratioMetric = (name) => RATIOS.get(name) ?? null;
const HIGHER = "higher_is_better";
const LOWER = "lower_is_better";
/** For files before 0.4.3, which do not say; as registered in lm_eval/api/metrics.py, and by the tasks of 0.3. */
const DIRECTIONS = [
	[/^acc(_norm|_bytes|_mutual_info)?$/, HIGHER],
	[/^(exact_match|exact_str_match|multiple_choice_grade|f1|em|mcc|mc1|mc2|bleu|chrf)$/, HIGHER],
	[/^((HasAns|NoAns|best)_)?(exact|f1)$/, HIGHER],
	[/^rouge([12]|L|Lsum)$/, HIGHER],
	[/^((word_|byte_)?perplexity|ppl|bits_per_byte|brier_score|ter)$/, LOWER],
	[/^(likelihood_diff(erence)?|pct_stereotype)$/, LOWER]
];
function knownDirection(name) {
	return DIRECTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
/**
* Metrics that lie in [0, 1] whatever the task. Of others the range is not known, and is not guessed from the scores: the
* two sides might guess differently.
*/
const RATES = /^(acc(_norm|_bytes|_mutual_info)?|exact_match|exact_str_match|multiple_choice_grade|mc1|mc2|pct_stereotype|pass@\d+|\w+_acc|prompt_level_\w+_acc)$/;
const isRate = (name) => RATES.test(name);
/** Functions of all lines whatever the task, for where there are no lines to tell. */
const CORPUS = /^(f1|mcc|bleu|chrf|ter)$/;
const isCorpusMetric = (name) => CORPUS.test(name);
/** [reference, prediction], classes by number. */
const classes = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger) ? value : null;
/**
* [reference, answer]. Of several references the harness takes as many as the document with the fewest has: one, where a
* line has one.
*/
const texts = (partsOf) => (value) => {
	const [reference, answer] = Array.isArray(value) && value.length === 2 ? value.map(firstOf) : [];
	return typeof reference === "string" && typeof answer === "string" ? partsOf(answer, [reference]) : null;
};
const firstOf = (text) => Array.isArray(text) ? text[0] : text;
const [CLASSES, TEXTS] = ["a pair of classes", "a pair of texts"];
const CORPUS_METRICS = /* @__PURE__ */ new Map([
	["f1", {
		aggregate: "f1",
		range: {
			min: 0,
			max: 1
		},
		aggregations: ["f1"],
		holds: CLASSES,
		undefinedAs: 0,
		parts: classes
	}],
	["mcc", {
		aggregate: "mcc",
		range: {
			min: -1,
			max: 1
		},
		aggregations: ["mcc", "matthews_corrcoef"],
		holds: CLASSES,
		undefinedAs: 0,
		parts: classes
	}],
	["bleu", {
		aggregate: "bleu",
		range: {
			min: 0,
			max: 100
		},
		aggregations: ["bleu"],
		holds: TEXTS,
		parts: texts(bleuParts)
	}],
	["chrf", {
		aggregate: "chrf",
		range: {
			min: 0,
			max: 100
		},
		aggregations: ["chrf"],
		holds: TEXTS,
		parts: texts(chrfParts)
	}]
]);
/** Whether a line shows that the function of all lines is the known one. */
function isToldBy(metric, value) {
	return (!Array.isArray(value) || !Array.isArray(value[0]) || value[0].length === 1) && metric.parts(value) !== null;
}
const corpusMetric = (name) => CORPUS_METRICS.get(name) ?? null;

// src/results/formats/lm-eval/export.ts
/** What the harness calls the answers that no filter has changed. */
const NO_FILTER$1 = "none";
/**
* As lm_eval 0.4.13 writes with `--log_samples` (lm_eval/loggers/evaluation_tracker.py): `results_<time>.json` and
* `samples_<task>_<time>.jsonl`, in a folder of the task, since one time is of one task here.
*/
const lmEvalExporter = {
	summary: "lm-evaluation-harness 0.4: results and samples files, as --log_samples writes them",
	async write(run, folder) {
		const { record, samples } = run;
		const { task } = record;
		const metrics = record.metrics.filter((metric) => fits(metric, samples));
		const obstacle = obstacleTo(run, metrics);
		if (obstacle !== null) throw new WeighbridgeError("data", `${task} cannot be written as lm-evaluation-harness writes: ${obstacle}`, { fix: "export it as every-eval-ever or parquet, which hold all of a run" });
		const place = join(folder, taskFolder(task));
		const time = timeOf(record);
		const [results, rows] = [join(place, `results_${time}.json`), join(place, `samples_${task}_${time}.jsonl`)];
		return onDisk(place, async () => {
			await makeDirectory(place);
			await writeAtomically(results, `${JSON.stringify(resultsOf(run, metrics), null, 2)}\n`);
			if (samples.length === 0) return [results];
			await writeAtomically(rows, samples.map((sample) => `${JSON.stringify(rowOf(sample, metrics))}\n`).join(""));
			return [results, rows];
		});
	}
};
/** A metric whose lines the harness has: numbers, and the ratios that it knows. */
function fits({ name, kind }, samples) {
	if (kind === "mean") return true;
	const ratio = kind === "ratio" ? ratioMetric(name) : null;
	const holds = (score) => score === void 0 || !isRatio(score) || ratio?.write(score) !== null;
	return ratio !== null && samples.every(({ scores }) => holds(scores[name]));
}
/** What would be lost, and change what the samples prove; null where nothing would. */
function obstacleTo({ record, samples }, metrics) {
	if (metrics.length === 0) return "no metric of it is a number a sample";
	if (/[/\\]/.test(record.task)) return "its name is no name of a file";
	if (designOf(record) !== "full") return "it stopped early by design, which no results of the harness do";
	if (samples.some(({ weight }) => weight !== void 0)) return "its samples have weights";
	if (samples.some(({ cluster }) => cluster !== void 0)) return "its samples have clusters";
	if (samples.some((sample) => sample.input_digest === "not recorded")) return "nobody recorded what was asked";
	return null;
}
/** In the form of the harness's own names, which have microseconds. */
function timeOf({ started, finished }) {
	const date = new Date(finished ?? started);
	return (Number.isNaN(date.getTime()) ? /* @__PURE__ */ new Date(0) : date).toISOString().replace("Z", "000").replaceAll(":", "-");
}
function resultsOf({ record, samples }, metrics) {
	const { task, model, fingerprint, seed, started } = record;
	const filters = [...new Set(samples.map(({ filter }) => filter))];
	const values = metrics.flatMap((metric) => record.aggregates === void 0 ? filters.flatMap((filter) => summed(samples, metric, filter)) : record.aggregates.filter((aggregate) => aggregate.metric === metric.name).flatMap(numbersOf));
	const documents = new Set(samples.map(({ id }) => id)).size;
	const seconds = Date.parse(started) / 1e3;
	const known = (value) => typeof value === "string" || typeof value === "number" ? value : null;
	return {
		results: { [task]: {
			alias: task,
			...Object.fromEntries(values)
		} },
		group_subtasks: { [task]: [] },
		configs: { [task]: {
			task,
			metric_list: metrics.map(({ name: metric, kind, direction }) => ({
				metric,
				higher_is_better: direction === "higher_is_better",
				...kind === "mean" ? { aggregation: "mean" } : {}
			}))
		} },
		versions: { [task]: digest(hardFields(record)).slice(7, 19) },
		"n-shot": {},
		higher_is_better: { [task]: Object.fromEntries(metrics.map(({ name, direction }) => [name, direction === "higher_is_better"])) },
		"n-samples": samples.length === 0 ? {} : { [task]: {
			original: record.population ?? documents,
			effective: documents
		} },
		config: {
			model: known(fingerprint.engine) ?? "weighbridge",
			model_args: { pretrained: model.source },
			model_num_parameters: model.parameter_count,
			model_sha: model.digest,
			random_seed: seed
		},
		git_hash: null,
		date: Number.isFinite(seconds) ? seconds : null,
		model_source: "weighbridge",
		model_name: model.source
	};
}
const hardFields = ({ fingerprint }) => Object.fromEntries(Object.entries(fingerprint).filter(([field]) => FINGERPRINT_FIELDS[field]?.severity === "hard").sort(([a], [b]) => a < b ? -1 : 1));
function summed(samples, metric, filter) {
	const scores = samples.flatMap((sample) => sample.filter === filter ? sample.scores[metric.name] ?? [] : []);
	if (scores.length === 0) return [];
	const { value = NaN, stderr = null } = estimate(scores, metric) ?? {};
	return numbersOf({
		metric: metric.name,
		value,
		stderr,
		filter
	});
}
/** A number that there is not is `N/A`, as the harness writes it. */
function numbersOf(of) {
	const { metric, filter = NO_FILTER$1, value, stderr } = of;
	return [[`${metric},${filter}`, Number.isFinite(value) ? value : "N/A"], [`${metric}_stderr,${filter}`, stderr !== null && Number.isFinite(stderr) ? stderr : "N/A"]];
}
/** What a sample is called stands in its hash; the question and the reference, which may be kept of one side alone, do not. */
function rowOf(sample, metrics) {
	const { id, index, filter = NO_FILTER$1, asked, choices, output, input_digest, target_digest, scores } = sample;
	const own = metrics.filter(({ name }) => scores[name] !== void 0);
	const likelihoods = Array.isArray(choices) ? choices.map((likelihood) => [likelihood, false]) : null;
	const answer = output ?? null;
	return {
		doc_id: index,
		doc: {
			id,
			...asked
		},
		target: asked?.reference ?? null,
		arguments: {},
		resps: likelihoods === null ? [[answer]] : likelihoods.map((likelihood) => [likelihood]),
		filtered_resps: likelihoods ?? [answer],
		filter,
		metrics: own.map(({ name }) => name),
		doc_hash: sha256(id),
		prompt_hash: hexOf(sample.question_digest ?? input_digest),
		target_hash: hexOf(target_digest),
		...Object.fromEntries(own.map(({ name }) => [name, lineValue(name, scores[name])]))
	};
}
function lineValue(name, score) {
	if (score === void 0 || isUnscored(score)) return null;
	return isRatio(score) ? ratioMetric(name)?.write(score) : score;
}
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
/** A digest as the harness writes one. */
const hexOf = (known) => /^(?:sha256:)?([0-9a-f]{64})$/.exec(known)?.[1] ?? sha256(known);

// src/results/formats/lm-eval/fingerprint.ts
/**
* What must agree for two runs of a task to be comparable. What the hashes of each sample prove (document, prompt with its
* few-shot examples, target) is not repeated here: a task may be rewritten as long as it asks the same.
*/
function fingerprintOf(results, task) {
	const { config, versions } = results;
	const own = results.configs[task] ?? {};
	const { original = 0, effective = 0 } = results["n-samples"][task] ?? {};
	const { doc_to_choice, target_delimiter, output_type } = own;
	const seeds = [
		config.random_seed,
		config.numpy_seed,
		config.torch_seed,
		config.fewshot_seed
	];
	return {
		prompt: digest({
			doc_to_choice,
			target_delimiter,
			output_type,
			system: results.system_instruction_sha
		}),
		few_shot: scalar(results["n-shot"][task] ?? config.num_fewshot),
		chat_template: results.chat_template_sha ?? null,
		generation: brief({
			task: own.generation_kwargs,
			run: config.gen_kwargs || null,
			repeats: own.repeats
		}),
		scorers: brief(own.metric_list),
		filter: brief(own.filter_list),
		task_version: scalar(versions[task]),
		limit: scalar(config.limit) ?? (effective < original ? `${effective} of ${original}` : null),
		engine: scalar(config.model),
		engine_version: results.transformers_version ?? null,
		harness: "lm-evaluation-harness",
		harness_version: results.lm_eval_version ?? results.git_hash ?? null,
		dtype: precisionOf(config),
		batch_size: scalar(config.batch_size),
		device: typeof config.device === "string" ? config.device.replace(/:\d+$/, "") : null,
		...settingsOf("lm-evaluation-harness", {
			model_args: Object.fromEntries(argumentPairs(config.model_args).map(([name, value]) => [name, typeof value === "string" ? scalarOf(value) : value])),
			config,
			results: Object.fromEntries(Object.entries(results).filter(([, value]) => !isObject(value))),
			task: own
		}),
		seed: seeds.every((seed) => seed === void 0 || seed === null) ? null : seeds.join(", ")
	};
}
/** The fingerprint of tasks taken as one: what they share as it is, and a digest of what they do not. */
function joinFingerprints(fingerprints) {
	const [first = {}, ...others] = Object.values(fingerprints);
	const fields = [...new Set([first, ...others].flatMap((each) => Object.keys(each)))];
	return Object.fromEntries(fields.map((field) => {
		if (field === "settings" || field === "other_settings") return [field, joinSettings(Object.values(fingerprints).map((each) => each[field]))];
		const shared = others.every((other) => other[field] === first[field]);
		const each = Object.entries(fingerprints).map(([task, fingerprint]) => [task, fingerprint[field]]);
		return [field, shared ? first[field] : digest(Object.fromEntries(each))];
	}));
}
/** What a run calls its model, with the commit where one was loaded. */
function modelName({ results: { config, model_name } }) {
	const name = model_name ?? argumentName(config.model_args) ?? "a model without a name";
	return typeof config.model_sha === "string" && config.model_sha !== "" ? `${name}@${config.model_sha}` : name;
}
/**
* The harness does not record which weights it ran, and two checkpoints saved under one name look alike: the results files
* of one path are taken for a model of their own. Nothing of the arguments is shown, since they may hold keys.
*/
function identityOf(sources) {
	const [{ results, digest: file }, ...others] = sources;
	const { config, date } = results;
	const name = results.model_name ?? argumentName(config.model_args) ?? "a model without a name";
	const files = sources.map((source) => source.digest).sort();
	const by = others.length === 0 ? { file } : { files };
	const count = config.model_num_parameters;
	return {
		source: `${name}, by results of lm-evaluation-harness of ${dateOf(date)} ${NOT_IDENTIFIED}`,
		digest: digest({
			model: config.model,
			args: config.model_args,
			sha: config.model_sha,
			...by
		}),
		adapter_digest: null,
		architecture: null,
		parameter_count: typeof count === "number" && Number.isFinite(count) ? count : null,
		quantization: null
	};
}
/** ISO 8601; the harness writes seconds since 1970. */
function dateOf(seconds) {
	const date = /* @__PURE__ */ new Date((seconds ?? NaN) * 1e3);
	return Number.isNaN(date.getTime()) ? "unknown date" : date.toISOString();
}
/** As the harness names its folders (evaluation_tracker.py). */
const NAMES = [
	"peft",
	"delta",
	"pretrained",
	"model",
	"path",
	"engine"
];
function argumentName(args) {
	return NAMES.map((name) => modelArgument(args, name)).find((value) => typeof value === "string") ?? null;
}
/** Arguments with which the same weights are rounded as they are loaded: of Transformers and of vLLM. */
const ROUNDING = /^(load_in_[48]bit|bnb_4bit_\w+|autogptq|gptqmodel|quantization|kv_cache_dtype|(softmax|mixed_precision)_dtype)$/;
const OFF = /^(false|none|null|auto|)$/i;
/** Type of the weights as they were run, and how they were quantised when they were loaded; null where nobody says. */
function precisionOf({ model_dtype, model_args }) {
	const args = argumentsOf(model_args);
	const type = model_dtype ?? args.get("dtype") ?? null;
	const rounding = [...args].filter(([name, value]) => ROUNDING.test(name) && !OFF.test(value)).map(([name, value]) => `${name}=${value.toLowerCase()}`).sort();
	return type === null && rounding.length === 0 ? null : [type ?? "not recorded", ...rounding].join(", ");
}
const modelArgument = (args, name) => argumentsOf(args).get(name) ?? null;
/** Up to 0.4.9 the arguments are one text: JSON, or `a=b,c=d`, which the harness takes apart so (`simple_parse_args_string`). */
function argumentPairs(args) {
	if (typeof args !== "string") return Object.entries(args ?? {});
	if (args.trimStart().startsWith("{")) try {
		return Object.entries(JSON.parse(args));
	} catch {}
	return args.split(",").filter((part) => part.trim() !== "").map((part) => {
		const [name = "", ...value] = part.split("=");
		return [name.trim(), value.join("=").trim()];
	});
}
function argumentsOf(args) {
	const pairs = argumentPairs(args);
	const isScalar = (value) => [
		"string",
		"boolean",
		"number"
	].includes(typeof value);
	return new Map(pairs.filter(([, value]) => isScalar(value)).map(([name, value]) => [name, `${value}`]));
}
function scalar(value) {
	if (value === void 0 || value === null) return null;
	if (typeof value === "string" || typeof value === "boolean") return value;
	return typeof value === "number" && Number.isFinite(value) ? value : brief(value);
}

// src/results/formats/lm-eval/results.ts
const values = record(string(), unknown());
/** Of Python's dumps only what is read here; the rest passes unseen. Numbers may be NaN. */
const schema = looseObject({
	results: record(string(), values),
	config: values.default({}),
	configs: record(string(), values).default({}),
	versions: values.default({}),
	"n-shot": values.default({}),
	"n-samples": record(string(), object({
		original: int().min(0),
		effective: int().min(0)
	})).default({}),
	higher_is_better: record(string(), record(string(), boolean().nullable())).default({}),
	group_subtasks: record(string(), array(string())).default({}),
	git_hash: string().nullish(),
	date: number$1().nullish(),
	lm_eval_version: string().nullish(),
	transformers_version: string().nullish(),
	chat_template_sha: string().nullish(),
	system_instruction_sha: string().nullish(),
	model_name: string().nullish()
});
/**
* Whether a JSON value is the aggregate of one run of the harness. The oldest have nothing but results and versions of the
* same tasks; lighteval has `config_general` for `config`.
*/
function isResults(value) {
	if (!isObject(value) || !isObject(value.results) || !isObject(value.versions)) return false;
	if (isObject(value.config)) return true;
	const tasks = Object.keys(value.results);
	return Object.keys(value).join() === "results,versions" && tasks.length > 0 && tasks.join() === Object.keys(value.versions).join();
}
/** Whether a file that begins so can be one object: what is a table of objects line by line is told without reading all of it. */
function mayBeOneObject(head, file) {
	const start = head.trimStart();
	const end = start.indexOf("\n");
	if (!start.startsWith("{")) return false;
	if (end === -1 || start.slice(end).trim() === "") return true;
	try {
		parsePythonJson(start.slice(0, end), { file });
		return false;
	} catch {
		return true;
	}
}
/** Whether a file is one; what is no JSON is none. */
async function isLmEvalResults(file) {
	try {
		if (!mayBeOneObject(await headOf(file) ?? "", file)) return false;
		return isResults(parsePythonJson((await readText(file)).text, { file }));
	} catch (error) {
		if (error instanceof WeighbridgeError) return false;
		throw error;
	}
}
/** @throws WeighbridgeError `data` naming the file and the key */
async function readLmEvalResults(file, roots) {
	const { value: results, digest } = await readJsonAs(file, schema, "results of lm-evaluation-harness");
	return {
		file,
		roots,
		results,
		digest
	};
}
/** Where an aggregate stands. */
function aggregateAt(file, task, { metric, filter }) {
	return {
		file,
		key: `results.${task}.${filter === void 0 ? metric : `${metric},${filter}`}`
	};
}
/** Since 0.4 the key of a metric holds a comma; `alias`, `sample_len` and their like do not. Before, every number is one. */
function aggregatesOf(row = {}) {
	const keys = Object.keys(row);
	const named = keys.filter((key) => key.indexOf(",") > 0);
	return named.length > 0 ? named.flatMap((key) => filtered(row, key)) : keys.flatMap((key) => plain(row, key));
}
function filtered(row, key) {
	const [metric, filter] = [key.slice(0, key.indexOf(",")), key.slice(key.indexOf(",") + 1)];
	if (metric.endsWith("_stderr")) return [];
	return [{
		metric,
		filter,
		value: number(row[key]),
		stderr: stderrOf(row[`${metric}_stderr,${filter}`])
	}];
}
const NO_METRICS = /* @__PURE__ */ new Set([
	"sample_len",
	"samples",
	"sample_count"
]);
function plain(row, metric) {
	const value = row[metric];
	if (typeof value !== "number" || metric.endsWith("_stderr") || NO_METRICS.has(metric)) return [];
	return [{
		metric,
		value,
		stderr: stderrOf(row[`${metric}_stderr`])
	}];
}
const number = (value) => typeof value === "number" ? value : NaN;
function stderrOf(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
/**
* The samples of a task that lie in the results file itself: what `simple_evaluate` gives back, dumped as a whole, and the list of
* answers in a row of forks of 0.2 and 0.3, where it has every metric of the row. Null for none.
*/
function innerRows({ file, results }, task) {
	const { samples } = results;
	const own = isObject(samples) && Object.hasOwn(samples, task) ? samples[task] : void 0;
	if (Array.isArray(own)) return {
		file,
		key: `samples.${task}`,
		rows: own
	};
	const row = results.results[task] ?? {};
	const metrics = aggregatesOf(row);
	const details = Array.isArray(row.details) ? row.details.filter(isObject) : [];
	const isScored = (detail) => metrics.every(({ metric, filter }) => filter === void 0 && ["boolean", "number"].includes(typeof detail[metric]));
	const isWhole = (detail) => typeof detail.question === "string" && isScored(detail);
	if (details.length === 0 || details.length !== [row.details].flat().length || !details.every(isWhole)) return null;
	const rows = details.map((detail, doc_id) => ({
		doc_id,
		doc: detail.question,
		target: detail.answer ?? null,
		arguments: [detail.context ?? detail.question],
		filtered_resps: [detail.completion],
		...Object.fromEntries(metrics.map(({ metric }) => [metric, Number(detail[metric])]))
	}));
	return {
		file,
		key: `results.${task}.details`,
		rows
	};
}
/** The numbers of a task as they are kept where there are no samples; what is not finite is no evidence. */
function storedAggregates(results, task, leaves) {
	const n = documentsOf(results, task, leaves);
	return aggregatesOf(results.results[task]).filter(({ value }) => Number.isFinite(value)).map((aggregate) => ({
		...aggregate,
		n: n ?? exactCount(aggregate)
	}));
}
/** Forks of 0.3 leave a list of all answers in the row. */
function documentsOf(results, task, leaves) {
	const counts = leaves.map((leaf) => results["n-samples"][leaf]?.effective ?? 0);
	const details = results.results[task]?.details;
	const listed = Array.isArray(details) ? details.length : 0;
	const total = counts.every((count) => count > 0) ? counts.reduce((sum, count) => sum + count, 0) : listed;
	return total > 0 ? total : null;
}

// src/results/formats/lm-eval/groups.ts
/**
* Tasks as a person names them: the leaves of a group such as `mmlu` become one task whose samples carry their leaf as
* `group`. A group of leaves with different metrics, or without an aggregate of its own that nobody says how to make, is taken apart.
* @throws WeighbridgeError `data` when a group's own number does not follow from its leaves
*/
function joinGroups(source, leaves) {
	const children = source.results.group_subtasks;
	const isChild = new Set(Object.values(children).flat());
	const names = [.../* @__PURE__ */ new Set([...Object.keys(children), ...leaves.keys()])];
	const tasks = /* @__PURE__ */ new Map();
	const reached = /* @__PURE__ */ new Set();
	const visit = (name) => {
		if (reached.has(name)) return;
		reached.add(name);
		const leaf = leaves.get(name);
		const joined = leaf ?? joinGroup(source, name, leaves);
		if (joined === null) for (const child of children[name] ?? []) visit(child);
		else {
			tasks.set(name, joined);
			if (leaf === void 0) for (const member of leafNames(children, name)) reached.add(member);
		}
	};
	for (const root of names.filter((name) => !isChild.has(name))) visit(root);
	for (const leaf of leaves.keys()) visit(leaf);
	return [...tasks.values()];
}
/** Names of the tasks that a group comes down to, sorted. */
function leafNames(children, group) {
	const seen = /* @__PURE__ */ new Set();
	const visit = (name) => {
		if (seen.has(name)) return;
		seen.add(name);
		for (const child of children[name] ?? []) visit(child);
	};
	visit(group);
	return [...seen].filter((name) => (children[name] ?? []).length === 0).sort();
}
function joinGroup(source, group, all) {
	const { results } = source;
	const names = leafNames(results.group_subtasks, group);
	const leaves = names.flatMap((name) => all.get(name) ?? []);
	const aggregates = aggregatesOf(results.results[group] ?? {});
	const [first] = leaves;
	if (first === void 0 || leaves.length < names.length) return null;
	if (aggregates.length === 0 && !areOneList(results, group, leaves)) return null;
	const kindOf = (leaf) => canonicalJson([leaf.metrics.filter(({ name }) => !isCompanion(name)), leaf.aggregates.map(({ metric, filter }) => [metric, filter])]);
	if (leaves.some((leaf) => kindOf(leaf) !== kindOf(first))) return null;
	const companions = new Map(leaves.flatMap(({ metrics }) => metrics.flatMap((metric) => isCompanion(metric.name) ? [[metric.name, metric]] : [])));
	const own = first.metrics.filter(({ name }) => !companions.has(name));
	const means = first.metrics.filter(({ kind }) => kind === "mean").map(({ name }) => name);
	if (aggregates.some(({ metric }) => !means.includes(metric))) return null;
	const averaged = (metric, as) => {
		const named = aggregates.filter((aggregate) => aggregate.metric === as);
		return isMeanOfTasks(source, group, leaves, named) ? {
			...metric,
			group_average: "macro"
		} : metric;
	};
	return {
		task: group,
		metrics: [...own.map((metric) => averaged(metric, metric.name)), ...[...companions.values()].map((metric) => averaged(metric, "acc"))],
		aggregates,
		fingerprint: joinFingerprints(Object.fromEntries(leaves.map((leaf) => [leaf.task, leaf.fingerprint]))),
		kept: joinKept(source, group, leaves),
		...partsOf(leaves, aggregates)
	};
}
/** Without samples and with numbers that are neither mean of the leaves' nobody else can put the group together. */
function partsOf(leaves, aggregates) {
	const parts = leaves.map(({ task, fingerprint, kept }) => ({
		task,
		fingerprint,
		...kept.kind === "aggregates" && kept.aggregates.length > 0 ? { aggregates: kept.aggregates } : {}
	}));
	return sampledLeaves(leaves) === null && averageOf(leaves, aggregates) === null ? {} : { parts };
}
/**
* Whether a group whose own number the harness did not write is the mean over the documents of its leaves: where these have samples
* and are told to be means. Of groups of groups the inner ones may have numbers, and names for gates.
*/
function areOneList({ group_subtasks: children, configs }, group, leaves) {
	const isFlat = (children[group] ?? []).every((name) => (children[name] ?? []).length === 0);
	const isMean = ({ task }) => {
		const list = configs[task]?.metric_list;
		return Array.isArray(list) && list.length > 0 && list.every((metric) => metric?.aggregation === "mean");
	};
	return isFlat && sampledLeaves(leaves) !== null && leaves.every(isMean);
}
/**
* What a group without samples came to. Of a mean over tasks (`weight_by_size: false`) the harness writes the error of the mean
* over documents (lm-evaluation-harness#3882), and of a leaf whose error it wrote as 0 none (#3966): there the error is that of
* the weighted mean of independent leaves, √Σ w²·se².
*/
function groupAggregates(results, group, leaves) {
	const names = leaves.map(({ task }) => task);
	return storedAggregates(results, group, names).map((aggregate) => {
		const is = ({ metric, filter }) => metric === aggregate.metric && filter === aggregate.filter;
		const own = names.flatMap((name) => storedAggregates(results, name, [name]).filter(is));
		const planned = own.map(({ n }) => n ?? NaN).reduce((sum, n) => sum + n, 0);
		const declaration = leaves[0]?.metrics.find(({ name }) => name === aggregate.metric);
		if (declaration === void 0 || own.length < names.length || !Number.isFinite(planned)) return aggregate;
		const weighted = (weight) => own.reduce((sum, { value, n }) => sum + weight(n ?? NaN) * value, 0);
		const byDocuments = (n) => n / planned;
		const byTasks = () => 1 / own.length;
		const isOverDocuments = agree(aggregate, weighted(byDocuments));
		if (isOverDocuments && !own.some(isTooSure)) return aggregate;
		if (!isOverDocuments && !agree(aggregate, weighted(byTasks))) return aggregate;
		const weight = isOverDocuments ? byDocuments : byTasks;
		const variance = own.reduce((sum, leaf) => sum + (weight(leaf.n ?? NaN) * (errorOfAggregate(leaf, declaration) ?? NaN)) ** 2, 0);
		return {
			...aggregate,
			stderr: Number.isFinite(variance) ? Math.sqrt(variance) : null
		};
	});
}
/** An error of 0 of what is neither all right nor all wrong. */
const isTooSure = ({ value, stderr }) => stderr === 0 && value > 0 && value < 1;
/** The leaves, where all have samples. */
function sampledLeaves(leaves) {
	const sampled = leaves.flatMap(({ task, aggregates, kept }) => kept.kind === "samples" ? [{
		...kept,
		task,
		aggregates
	}] : []);
	return sampled.length < leaves.length ? null : sampled;
}
function joinKept(source, group, leaves) {
	const sampled = sampledLeaves(leaves);
	if (sampled === null) return {
		kind: "aggregates",
		aggregates: groupAggregates(source.results, group, leaves)
	};
	return {
		kind: "samples",
		planned: sampled.reduce((total, leaf) => total + leaf.planned, 0),
		async *samples() {
			for (const leaf of sampled) yield* leaf.samples(leaf.task);
		}
	};
}
/**
* Which of its two means the harness took for a metric of a group, which the file does not say: over documents
* (`weight_by_size`), or over tasks, each counting alike. Told by the leaves' own values, which their samples must give.
* @throws WeighbridgeError `data` when it is neither
*/
function isMeanOfTasks(source, group, leaves, aggregates) {
	const average = averageOf(leaves, aggregates);
	if (average !== null || sampledLeaves(leaves) === null) return average === "tasks";
	const { overDocuments } = meansOf(leaves);
	const wrong = aggregates.find((aggregate) => Number.isFinite(aggregate.value) && !agree(aggregate, overDocuments(aggregate)));
	if (wrong === void 0) return false;
	throw disagreement(group, wrong, overDocuments(wrong), aggregateAt(source.file, group, wrong));
}
/** Which of the two means all these numbers of a group are; null where they are neither, or nobody says how large its tasks are. */
function averageOf(leaves, aggregates) {
	const { overDocuments, overTasks } = meansOf(leaves);
	const finite = aggregates.filter(({ value }) => Number.isFinite(value));
	if (finite.every((aggregate) => agree(aggregate, overDocuments(aggregate)))) return "documents";
	return finite.every((aggregate) => agree(aggregate, overTasks(aggregate))) ? "tasks" : null;
}
function meansOf(leaves) {
	const mean = (weight) => (aggregate) => leaves.reduce((sum, leaf) => {
		const own = leaf.aggregates.find(({ metric, filter }) => metric === aggregate.metric && filter === aggregate.filter);
		return sum + weight(leaf, aggregate) * (own?.value ?? NaN);
	}, 0);
	const planned = (aggregate) => leaves.reduce((total, leaf) => total + countIn(leaf, aggregate), 0);
	return {
		overDocuments: mean((leaf, aggregate) => countIn(leaf, aggregate) / planned(aggregate)),
		overTasks: mean(() => 1 / leaves.length)
	};
}
function countIn({ kept }, { metric, filter }) {
	if (kept.kind === "samples") return kept.planned;
	return kept.aggregates.find((own) => own.metric === metric && own.filter === filter)?.n ?? NaN;
}

// src/results/formats/lm-eval/metrics.ts
/** Aggregations that are the mean of the lines, perhaps of those that are numbers. */
const MEANS = [
	"mean",
	"nanmean",
	void 0,
	null
];
/**
* What a metric of a task is.
* @param seen what a line says of it, by which a function of all lines is known; left out where there are no lines
* @throws WeighbridgeError `data` when nobody says which way is better, or when the run scored nothing
*/
function declareLmEvalMetric(source, task, name, ...seen) {
	const at = {
		file: source.file,
		key: `results.${task}.${name}`
	};
	if (name === "bypass") throw new WeighbridgeError("data", "this run scored nothing: it was made with --predict_only", {
		at,
		fix: "evaluate again without --predict_only"
	});
	const listed = listedMetric(source.results, task, name);
	const direction = directionOf(source.results.higher_is_better[task]?.[name] ?? listed.higher_is_better, name);
	if (direction === null) throw new WeighbridgeError("data", `nobody says which way ${task}/${name} is better`, {
		at,
		fix: `add \`higher_is_better\` to ${name} in the task's metric_list, and evaluate again`
	});
	const plain = {
		name,
		direction,
		scale: "linear",
		weak: false
	};
	const unbounded = {
		min: null,
		max: null
	};
	const ratio = ratioMetric(name);
	if (ratio !== null) return {
		...plain,
		kind: "ratio",
		unit: ratio.unit,
		scale: ratio.scale,
		range: unbounded
	};
	const corpus = corpusMetric(name);
	const ownFunction = [
		void 0,
		null,
		...corpus?.aggregations ?? []
	].includes(listed.aggregation);
	if (corpus !== null && ownFunction && seen.some((value) => isToldBy(corpus, value))) {
		const { range, aggregate } = corpus;
		return {
			...plain,
			kind: "corpus",
			unit: "number",
			range,
			aggregate
		};
	}
	if (!MEANS.includes(listed.aggregation) || (seen.length > 0 ? seen.some(hasParts) : isCorpusMetric(name))) return {
		...plain,
		kind: "corpus",
		unit: "number",
		range: unbounded
	};
	return isRate(name) && (seen.length > 0 || !isPercent(source, task, name)) ? {
		...plain,
		kind: "mean",
		unit: "rate",
		range: {
			min: 0,
			max: 1
		}
	} : {
		...plain,
		kind: "mean",
		unit: "number",
		range: unbounded
	};
}
/**
* Some tasks and forks write rates in per cent. A line outside 0 to 1 is refused; without lines a value above 1 tells, and a
* side that it does not tell on declares another metric than the other side.
*/
function isPercent({ results }, task, name) {
	return aggregatesOf(results.results[task]).some(({ metric, value }) => metric === name && value > 1);
}
/** Lists, tuples and texts are made into a number by a function over all lines, which only the task knows. */
const hasParts = (value) => typeof value === "string" || typeof value === "object" && value !== null;
function listedMetric(results, task, name) {
	const list = results.configs[task]?.metric_list;
	return (Array.isArray(list) ? list.find((entry) => entry?.metric === name) : void 0) ?? {};
}
function directionOf(higher, name) {
	if (typeof higher === "boolean") return higher ? "higher_is_better" : "lower_is_better";
	return knownDirection(name);
}
/** Whether lines have scores of a metric; a function of all of them that only the task knows has none. */
const isScored = ({ kind, aggregate }) => kind !== "corpus" || aggregate !== void 0;
/**
* A line's score; what is no finite number is unscored.
* @throws WeighbridgeError `data` for a value that the metric cannot have
*/
function lineScore(row, metric) {
	const { name, range } = metric;
	const value = row.values.get(name);
	if (value === void 0) return { unscored: "not in the samples file" };
	if (value === null) return { unscored: "null" };
	if (metric.kind === "corpus") {
		const corpus = corpusMetric(name);
		const parts = corpus?.parts(value) ?? null;
		return parts === null ? fail(row, name, `is not ${corpus?.holds ?? "known"}`) : { parts };
	}
	const score = metric.kind === "ratio" ? ratioMetric(name)?.read(value) : numberOf(value);
	if (score === void 0 || score === null) return fail(row, name, "is not what this metric writes");
	if (typeof score !== "number") return [score.numerator, score.denominator].every(Number.isFinite) ? score : { unscored: `${value}` };
	if (!Number.isFinite(score)) return { unscored: String(score) };
	if (!liesIn(range, score)) return fail(row, name, `${score} lies outside ${range.min} to ${range.max}`);
	return score;
}
function numberOf(value) {
	if (typeof value === "boolean") return Number(value);
	return typeof value === "number" ? value : null;
}
function fail(row, key, message) {
	throw new WeighbridgeError("data", message, { at: {
		...row.at,
		key
	} });
}

// src/results/formats/lm-eval/values.ts
/**
* What the lines of a samples file hold, in groups, of which each is gone through before the next is asked for.
* @throws WeighbridgeError `data` with file and line
*/
async function* valueGroups(file) {
	const elements = new Elements(file);
	function* valuesOf(lines) {
		for (const line of lines) {
			if (elements.begin(line)) continue;
			const value = elements.isOpen ? elements.take(line) : inLine(line, file);
			if (value !== null) yield value;
			if (elements.isOver) return;
		}
	}
	for await (const lines of linesOf(file)) {
		yield valuesOf(lines);
		if (elements.isOver) return;
	}
	if (elements.isOpen) throw elements.cutOff();
}
function inLine({ number, text, whole }, file) {
	const at = {
		file,
		line: number
	};
	return {
		value: whole ? parseLenientJson(text, at) : lastOf(text, at),
		at
	};
}
/** What no line feed ends is taken where it is a whole row, which no torn one is: how many there must be is known besides. */
function lastOf(text, at) {
	try {
		return parseLenientJson(text, at);
	} catch (error) {
		throw cutOff(at, error);
	}
}
/** Up to 0.4.2 the file is one array, indented by two, whatever its name says: so elements begin and end a line. */
var Elements = class {
	isOpen = false;
	isOver = false;
	#lines = [];
	#at;
	constructor(file) {
		this.#at = { file };
	}
	/** Whether the array begins with this line. */
	begin({ number, text }) {
		if (number !== 1 || text !== "[") return false;
		this.isOpen = true;
		return true;
	}
	/** The element that ends with this line; null where none does. */
	take({ number, text, whole }) {
		if (this.#lines.length === 0) {
			this.isOver = text === "]";
			if (this.isOver) return null;
			this.#at = {
				...this.#at,
				line: number
			};
		}
		if (!whole) throw this.cutOff();
		this.#lines.push(text);
		if (text !== "  }" && text !== "  },") return null;
		const json = this.#lines.join("\n").replace(/,$/, "");
		this.#lines = [];
		return {
			value: parseLenientJson(json, this.#at),
			at: this.#at
		};
	}
	cutOff() {
		return cutOff(this.#at);
	}
};
/** @throws WeighbridgeError `data` for what cannot be unpacked */
async function* linesOf(file) {
	yield* lineGroups(file, MAX_LINE_BYTES, isPlainUtf8(file) ? void 0 : bytesOf(file));
}

// src/results/formats/lm-eval/identity.ts
/** Lines of files up to this size are kept while they are told apart; larger files are read twice instead. */
const MOST_KEPT_BYTES = 33554432;
/** What samples shrink to when packed: prompts of few-shot examples repeat. */
const PACKED = 8;
/**
* Documents are told by their hash, and the equal ones among them by a number. They are numbered in an order of their own,
* since the order of lines means nothing, so that of those no line can be given out before all are known.
* @param filters how many lines a document has
* @param read the lines in groups, from the first one every time
* @returns groups, likewise
*/
async function* identified(file, filters, read) {
	const single = typeof file !== "string" || await sizeOf(file) <= MOST_KEPT_BYTES ? null : await singleDocuments(file, filters);
	const kept = /* @__PURE__ */ new Map();
	function* singleAmong(rows) {
		for (const row of rows) if (single?.has(shortened(row.docDigest))) yield {
			row,
			id: row.docDigest
		};
		else {
			const key = `${row.docDigest}${row.filter}`;
			if (kept.get(key)?.push(row) === void 0) kept.set(key, [row]);
		}
	}
	for await (const rows of read()) yield singleAmong(rows);
	yield numberedAmong(kept.values());
}
const sizeOf = async (file) => (await stat(file)).size * (file.endsWith(".gz") ? PACKED : 1);
/**
* Documents that have one line a filter. A hash is found without reading all of its line, at its last mention; one that
* is found elsewhere, or not at all, makes documents be kept or be there twice, which is refused.
*/
async function singleDocuments(file, filters) {
	const lines = /* @__PURE__ */ new Map();
	const hash = /"doc_hash":\s*"([0-9a-f]{64})"/y;
	for await (const group of linesOf(file)) for (const { text } of group) {
		hash.lastIndex = Math.max(0, text.lastIndexOf("\"doc_hash\""));
		const found = hash.exec(text)?.[1];
		if (found === void 0) continue;
		const document = shortened(found);
		lines.set(document, (lines.get(document) ?? 0) + 1);
	}
	for (const [document, count] of lines) if (count !== filters) lines.delete(document);
	return lines;
}
/** Two hashes with the same first 52 bits are kept as if they were equal documents; that costs memory only. */
const shortened = (hash) => Number.parseInt(hash.slice(0, 13), 16);
function* numberedAmong(documents) {
	for (const rows of documents) yield* numbered(rows);
}
function* numbered(rows) {
	const order = ({ promptDigest, targetDigest }) => `${promptDigest} ${targetDigest}`;
	const sorted = rows.length === 1 ? rows : rows.toSorted((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.docId - b.docId);
	for (const [index, row] of sorted.entries()) yield {
		row,
		id: numberedId(row.docDigest, index + 1)
	};
}

// src/results/formats/lm-eval/rows.ts
const fileOf = (source) => typeof source === "string" ? source : source.file;
/**
* The lines of a file, in groups, of which each is gone through before the next is asked for.
* @param metrics names of the metrics to keep
* @throws WeighbridgeError `data` with file and line
*/
async function* lmEvalRows(source, metrics) {
	function* rowsOf(values) {
		for (const { value, at } of values) yield parseRow(value, metrics, at);
	}
	for await (const values of typeof source === "string" ? valueGroups(source) : [valuesWithin(source)]) yield rowsOf(values);
}
function* valuesWithin({ file, key, rows }) {
	for (const [index, value] of rows.entries()) yield {
		value,
		at: {
			file,
			key: `${key}.${index}`
		}
	};
}
function parseRow(value, metrics, at) {
	if (!isObject(value)) throw new WeighbridgeError("data", "a sample must be an object", { at });
	const { doc_id, filter, doc, arguments: asked, target } = value;
	const asking = askingOf(value);
	const fail = (key, message) => {
		throw new WeighbridgeError("data", message, { at: {
			...at,
			key
		} });
	};
	/** The file's own hash, or ours of what it hashes (up to 0.4.2, which has none). */
	const hashOr = (key, original) => {
		const hash = value[key];
		if (hash === void 0) return original === void 0 ? fail(key, "is missing") : digest(original);
		return typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? hash : fail(key, "is not a SHA-256");
	};
	return {
		at,
		docId: Number.isSafeInteger(doc_id) && Number(doc_id) >= 0 ? Number(doc_id) : fail("doc_id", "is no index"),
		docDigest: hashOr("doc_hash", doc),
		promptDigest: withRequests(hashOr("prompt_hash", asked), asking),
		questionDigest: questionDigest(asking),
		targetDigest: hashOr("target_hash", target),
		filter: filter === void 0 || typeof filter === "string" ? filter ?? null : fail("filter", "is no text"),
		values: new Map(metrics.filter((metric) => Object.hasOwn(value, metric)).map((metric) => [metric, value[metric]])),
		output: outputOf(asking),
		asked: askedIn(asking),
		answer: answerOf(asking),
		gold: asking.gold
	};
}
function askingOf(value) {
	const { arguments: asked } = value;
	const requests = isObject(asked) ? Object.values(asked) : [asked].flat();
	const likelihoods = likelihoodsOf(value);
	const continuations = (likelihoods ?? []).map((_, index) => {
		const choice = member(member(asked, `gen_args_${index}`), "arg_1");
		return typeof choice === "string" ? choice.trim() : null;
	});
	const gold = goldOf(value, likelihoods ?? [], continuations);
	return {
		value,
		requests,
		listed: comparableJson(requests.map((each) => isObject(each) ? Object.values(each) : each)),
		likelihoods,
		continuations,
		gold
	};
}
/**
* The file's hash is of the first request's prompt, which many documents share where what is asked lies in the continuations,
* such as which of two sentences is more likely.
*/
function questionDigest({ value, requests, listed }) {
	if (!isObject(value.arguments)) return void 0;
	if (requests.length <= 1 && typeof member(requests[0], "arg_1") !== "string") return void 0;
	if (requests.every(hasTwoArguments)) return digestOfJson(listed);
	return digest(requests.map((request) => [member(request, "arg_0"), member(request, "arg_1")]));
}
function hasTwoArguments(request) {
	if (!isObject(request)) return false;
	const [first, second, ...others] = Object.keys(request);
	return first === "arg_0" && second === "arg_1" && others.length === 0;
}
/**
* The harness's hash is of the first request alone. Where all are logged they are asked for what they are: choices, and what
* a generation was given besides its prompt.
*/
function withRequests(hash, { value, listed }) {
	if (value.arguments === void 0 || value.arguments === null) return hash;
	return digestOfJson(`[${comparableJson(hash)},${listed}]`);
}
/**
* What the model said, for people: the text it wrote as the filter left it, or the choice that it found most likely.
* Undefined where that cannot be told.
*/
function outputOf({ value, likelihoods, continuations }) {
	const { filtered_resps: filtered } = value;
	const first = Array.isArray(filtered) ? filtered[0] : void 0;
	if (typeof first === "string") return first;
	if (likelihoods === null || likelihoods.length < 2 || likelihoods.some(Number.isNaN)) return void 0;
	return continuations[bestOf(likelihoods)] ?? void 0;
}
const bestOf = (likelihoods) => likelihoods.indexOf(likelihoods.reduce((a, b) => Math.max(a, b)));
/** The prompt of the first request; what it was to be continued by are the choices, where there are several. */
function askedIn({ value, requests, likelihoods, gold: right }) {
	const part = (request, at) => Array.isArray(request) ? request[at] : member(request, `arg_${at}`);
	const offered = requests.slice(0, likelihoods?.length ?? 0).map((request) => part(request, 1));
	const choices = offered.length >= 2 && offered.every((choice) => typeof choice === "string") ? offered.map((choice) => choice.trim()) : void 0;
	const gold = choices === void 0 ? null : right;
	const prompt = part(requests[0], 0);
	const asked = Array.isArray(prompt) && prompt.length === 1 ? prompt[0] : prompt;
	return askedOf(asked, choices, gold === null ? textOf(value.target) : choices?.[gold]);
}
const textOf = (target) => typeof target === "object" && target !== null && !Array.isArray(target) ? JSON.stringify(target) : target;
/**
* The log-likelihoods of the choices that the model had, or how many the document lists; and all that it answered before any filter,
* so that answers which a filter makes alike are not taken for the same.
*/
function answerOf({ value, likelihoods }) {
	const { resps, filtered_resps: filtered, doc } = value;
	if (likelihoods === null || likelihoods.length >= 2) return {
		...likelihoods === null ? {} : { choices: keptLikelihoods(likelihoods) },
		answer_digest: digest(resps === void 0 ? filtered : resps)
	};
	const answer = resps === void 0 ? {} : { answer_digest: digest(resps) };
	const choices = isObject(doc) ? choicesIn(doc.choices) : null;
	return choices === null || likelihoods.length > 0 ? answer : { choices };
}
/** With `acc_mutual_info` each choice is asked a second time, without its question. */
function likelihoodsOf(value) {
	const { filtered_resps: filtered } = value;
	const all = Array.isArray(filtered) ? filtered.filter(Array.isArray) : [];
	const count = all.length / (Object.hasOwn(value, "acc_mutual_info") && all.length >= 2 ? 2 : 1);
	return Number.isInteger(count) ? all.slice(0, count).map(([likelihood]) => numberIn(likelihood)) : null;
}
/**
* The right choice, as its index or as its text, as the harness takes a task's target. `acc`, where the line has it, has to
* follow from it: a task may name its choices otherwise than it asks for them.
*/
function goldOf({ target, acc }, likelihoods, choices) {
	const text = typeof target === "string" ? target.trim() : void 0;
	const named = choices.flatMap((choice, index) => choice === text ? [index] : []);
	if (named.length > 1) return null;
	const [byText = -1] = named;
	const number = typeof target === "string" && /^\d+$/.test(target) ? Number(target) : target;
	const byNumber = Number.isSafeInteger(number) ? Number(number) : -1;
	if (byText >= 0 && byNumber >= 0 && byText !== byNumber) return null;
	const gold = byText >= 0 ? byText : byNumber;
	if (likelihoods.length < 2 || gold < 0 || gold >= likelihoods.length) return null;
	if (acc === void 0) return gold;
	return Number(acc) === Number(bestOf(likelihoods) === gold) ? gold : null;
}
/** A number, or one written as a text: nothing else is taken for one. */
const numberIn = (value) => typeof value === "number" || typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
function member(holder, key) {
	return typeof holder === "object" && holder !== null ? holder[key] : void 0;
}

// src/results/formats/lm-eval/task.ts
/** Up to 0.3 there are no filters. */
const NO_FILTER = "";
/** Values come late where the first lines have none; beyond these a metric counts as never written. */
const MOST_ROWS_WITHOUT_VALUE = 100;
/**
* Reads what a task is. Its samples are read, and checked against what the harness made of them, when they are asked for.
* @param file its samples; null where the run logged none
* @throws WeighbridgeError `data`
*/
async function readLeafTask(source, task, file) {
	const { results } = source;
	const aggregates = aggregatesOf(results.results[task]);
	const names = [...new Set(aggregates.map(({ metric }) => metric))];
	const filters = [...new Set(aggregates.map(({ filter = NO_FILTER }) => filter))];
	checkNames([task, ...filters.filter((filter) => filter !== NO_FILTER)], source.file);
	const common = {
		task,
		aggregates,
		fingerprint: fingerprintOf(results, task)
	};
	if (file === null) {
		const metrics = names.map((name) => declareLmEvalMetric(source, task, name));
		return {
			...common,
			metrics,
			kept: {
				kind: "aggregates",
				aggregates: storedAggregates(results, task, [task])
			}
		};
	}
	const first = await lookAt(file, names);
	const own = names.map((name) => declareLmEvalMetric(source, task, name, first.values.get(name)));
	const companions = first.tellsChoices ? companionMetrics().filter(({ name }) => !names.includes(name)) : [];
	const metrics = [...own, ...companions];
	const planned = results["n-samples"][task]?.effective ?? await countDocuments(file, filters);
	if (planned === 0) throw new WeighbridgeError("data", `${task} has no samples`, { at: { file: fileOf(file) } });
	const total = {
		task,
		filters,
		planned,
		file: fileOf(file),
		resultsFile: source.file
	};
	const read = () => withFilters(lmEvalRows(file, names), total);
	const expected = aggregates.map((aggregate) => ({
		...aggregate,
		undefinedAs: corpusMetric(aggregate.metric)?.undefinedAs,
		at: aggregateAt(source.file, task, aggregate)
	}));
	const toSample = sampleMaker(own, aggregates, companions);
	const samples = async function* (group) {
		const check = new ExpectedCheck({
			task,
			metrics
		}, expected);
		function* checked(rows) {
			for (const row of rows) {
				const sample = toSample(row, group);
				check.see(sample);
				yield sample;
			}
		}
		for await (const rows of identified(file, filters.length, read)) yield checked(rows);
		check.end();
	};
	return {
		...common,
		metrics,
		kept: {
			kind: "samples",
			planned,
			samples
		}
	};
}
/** Names become part of a path and of reports. @throws WeighbridgeError `data` */
function checkNames(names, file) {
	const bad = names.find((name) => !/^[^\p{Cc}/\\]{1,200}$/u.test(name));
	if (bad === void 0) return;
	throw new WeighbridgeError("data", `${JSON.stringify(bad)} is no name of a task or filter`, { at: { file } });
}
async function lookAt(file, names) {
	const values = /* @__PURE__ */ new Map();
	const mayTell = names.includes("acc");
	let tellsChoices = false;
	let rows = 0;
	for await (const group of lmEvalRows(file, names)) for (const row of group) {
		for (const [name, value] of row.values) if (!values.has(name) && !isNothing(value)) values.set(name, value);
		tellsChoices ||= mayTell && typeof row.answer.choices === "object" && row.gold !== null;
		rows += 1;
		if (values.size === names.length && (tellsChoices || !mayTell) || rows === MOST_ROWS_WITHOUT_VALUE) return {
			values,
			tellsChoices
		};
	}
	return {
		values,
		tellsChoices
	};
}
const isNothing = (value) => value === null || value === void 0 || Number.isNaN(value);
/** Up to 0.4.2 nobody wrote down how many there should be. */
async function countDocuments(file, filters) {
	let rows = 0;
	for await (const group of lmEvalRows(file, [])) for (const _row of group) rows += 1;
	if (rows % filters.length === 0) return rows / filters.length;
	throw new WeighbridgeError("data", `${rows} samples are no multiple of ${filters.length} filters`, { at: { file: fileOf(file) } });
}
/**
* Up to 0.4.6 lines do not name their filter, and come filter by filter in the order of the aggregates.
* @throws WeighbridgeError `data`, at the end, unless every filter has a line for every document that the run evaluated
*/
async function* withFilters(groups, total) {
	const { task, filters, planned, file, resultsFile } = total;
	const counts = new Map(filters.map((filter) => [filter, 0]));
	let index = 0;
	function* filtered(rows) {
		for (const row of rows) {
			const filter = row.filter ?? filters[Math.min(Math.floor(index / planned), filters.length - 1)] ?? NO_FILTER;
			const count = counts.get(filter);
			if (count === void 0) {
				const message = `the results file has no filter ${JSON.stringify(filter)}`;
				throw new WeighbridgeError("data", message, { at: row.at });
			}
			counts.set(filter, count + 1);
			index += 1;
			yield row.filter === null ? {
				...row,
				filter
			} : row;
		}
	}
	for await (const rows of groups) yield filtered(rows);
	const wrong = [...counts].find(([, count]) => count !== planned);
	if (wrong === void 0) return;
	const which = filters.length > 1 ? ` of the filter ${wrong[0]}` : "";
	throw new WeighbridgeError("data", `${task} has ${wrong[1]} samples${which}, and the run evaluated ${planned} documents`, {
		at: { file },
		fix: `keep the whole samples file of the run that wrote ${resultsFile}`
	});
}
function sampleMaker(metrics, aggregates, companions) {
	const scored = metrics.filter(isScored);
	const metricsOf = new Map(aggregates.map(({ filter }) => [filter ?? NO_FILTER, scored.filter(({ name }) => aggregates.some((own) => own.filter === filter && own.metric === name))]));
	return ({ row, id }, group) => {
		const scores = {};
		for (const metric of metricsOf.get(row.filter) ?? []) scores[metric.name] = lineScore(row, metric);
		if (companions.length > 0) {
			const { choices } = row.answer;
			const all = companionScores(typeof choices === "object" ? choices : null, row.gold);
			for (const { name } of companions) {
				const score = all[name];
				if (score !== void 0) scores[name] = score;
			}
		}
		return {
			id: group === void 0 ? id : `${group}/${id}`,
			index: row.docId,
			group,
			filter: row.filter === NO_FILTER ? void 0 : row.filter,
			input_digest: row.promptDigest,
			question_digest: row.questionDigest,
			target_digest: row.targetDigest,
			scores,
			output: row.output,
			...row.asked,
			...row.answer
		};
	};
}

// src/results/formats/lm-eval/lm-eval.ts
const TIMESTAMP = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?/.source;
const RESULTS_TIMESTAMP = new RegExp(`_(${TIMESTAMP})\\.json$`);
const SAMPLES = new RegExp(`^samples_.+_${TIMESTAMP}\\.jsonl?$`);
const isSamples = (file) => SAMPLES.test(unpackedName(basename(file)));
const lmEval = defineFormat({
	name: "lm-evaluation-harness",
	summary: "results and logged samples of 0.3 to 0.4.13: the folder given as --output_path, or one results file",
	/** Samples are known too, so that those without their results are not taken for nothing. */
	async locate(path, roots) {
		const within = {
			depth: 5,
			names: new RegExp(`\\.json$|${SAMPLES.source}`)
		};
		const files = await filesAt(path, within, async (file) => isSamples(file) || await isLmEvalResults(file), roots);
		const results = files.filter((file) => !isSamples(file));
		return results.length > 0 ? results : files.slice(0, 1);
	},
	readsAll: true,
	modelOf: modelName,
	async read(file, roots) {
		if (!isSamples(file)) return readLmEvalResults(file, roots);
		throw new WeighbridgeError("data", "samples of lm-evaluation-harness without the results file of their run", {
			at: { file },
			fix: "keep results_<timestamp>.json beside the samples: without it nobody knows how many there should be"
		});
	},
	async toRuns(sources, request) {
		const model = identityOf(sources);
		return (await request.each(sources, (source) => tasksOf(source, model, request))).flat().sort(byTask);
	},
	exporter: lmEvalExporter
});
/** The tasks of one results file. */
async function tasksOf(source, model, { each }) {
	const files = /* @__PURE__ */ new Map();
	for (const task of leafTasks(source)) files.set(task, await samplesFile(source, task) ?? innerRows(source, task));
	const logged = [...files.values()].some((file) => file !== null);
	const leaves = await each(files, ([task, file]) => {
		if (logged && file === null) throw noSamples(source, task);
		return readLeafTask(source, task, file);
	});
	const tasks = joinGroups(source, new Map(leaves.map((leaf) => [leaf.task, leaf])));
	const sums = Object.values(source.results.results).flatMap(aggregatesOf);
	return each(tasks, (joined) => {
		const { aggregates, ...task } = taskOf(source, joined);
		if (aggregates === void 0) return {
			...task,
			model
		};
		const isOne = isOneTask(source, joined.task);
		return {
			...task,
			model,
			aggregates: isOne ? withCounts(joined.task, aggregates, joined.metrics, sums) : aggregates
		};
	});
}
/** Whether a row is of one task, also where nobody says of which rows a group is: the rows of its tasks begin with its name. */
function isOneTask({ results }, name) {
	if ((results.group_subtasks[name] ?? []).length > 0) return false;
	if (Object.keys(results.configs).length > 0) return results.configs[name] !== void 0;
	return !Object.keys(results.results).some((other) => other.startsWith(`${name}_`) || other.startsWith(`${name}-`));
}
/** Rows of `results` that are not the sum of others. */
function leafTasks({ results }) {
	const { group_subtasks: groups, configs } = results;
	return Object.keys(results.results).filter((task) => {
		if ((groups[task] ?? []).length > 0) return false;
		if (Object.keys(configs).length > 0 && configs[task] === void 0) return false;
		return aggregatesOf(results.results[task]).length > 0;
	});
}
/** @throws WeighbridgeError `data` when no metric of it is a function of single samples */
function taskOf(source, leaf) {
	const { task, metrics, fingerprint, kept, parts } = leaf;
	const { file, results } = source;
	const sampled = kept.kind === "samples";
	const primary = primaryOf(sampled ? metrics.filter(isScored) : metrics);
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", message, {
			at: {
				file,
				key: `results.${task}`
			},
			fix
		});
	};
	if (primary === void 0) return fail(`no metric of ${task} is a function of single samples (${metrics.map(({ name }) => name).join(", ")})`, "leave the task out, or give it a metric that is a mean over samples");
	if (!sampled && kept.aggregates.length === 0) return fail(`${task} has neither samples nor a number`, "run lm_eval with --log_samples, and keep the samples files beside the results file");
	const { random_seed: seed } = results.config;
	return {
		file,
		task,
		metrics,
		fingerprint,
		primary_metric: primary.name,
		...parts === void 0 ? {} : { parts },
		seed: typeof seed === "number" ? seed : 0,
		started: dateOf(results.date),
		...sampled ? {
			planned: kept.planned,
			samples: () => placed(kept.samples())
		} : { aggregates: kept.aggregates }
	};
}
async function* placed(groups) {
	function* each(samples) {
		for (const sample of samples) yield { sample };
	}
	for await (const samples of groups) yield each(samples);
}
const primaryOf = (metrics) => metrics.find(({ unit }) => unit === "rate") ?? metrics[0];
/**
* The samples of one task, beside the results or in a folder there, where people sort them into; null when there are none.
* @throws WeighbridgeError `data` for samples that lie in two places
*/
async function samplesFile(source, task) {
	const beside = dirname(source.file);
	const stem = samplesStem(source, task);
	const own = await samplesIn(beside, stem, source);
	if (own !== null || !isSamples(`${stem}.jsonl`)) return own;
	const folders = await foldersIn(beside, source.roots);
	const [file = null, other] = (await Promise.all(folders.map((name) => samplesIn(join(beside, name), stem, source)))).filter((each) => each !== null);
	if (file === null || other === void 0) return file;
	throw new WeighbridgeError("data", `the samples of ${JSON.stringify(task)} lie in two folders`, {
		at: { file: other },
		fix: `remove this file, or ${file}`
	});
}
async function samplesIn(folder, stem, source) {
	for (const extension of [
		".jsonl",
		".jsonl.gz",
		".jsonl.zst",
		".json"
	]) {
		const at = {
			beside: source.file,
			roots: source.roots
		};
		const file = await companionFile(folder, join(folder, stem + extension), at);
		if (file !== null) return file;
	}
	return null;
}
const noSamples = (source, task) => new WeighbridgeError("data", `there are no samples of the task ${JSON.stringify(task)}`, {
	at: { file: join(dirname(source.file), `${samplesStem(source, task)}.jsonl`) },
	fix: "keep all samples files that the run wrote beside its results file"
});
/** Up to 0.4.2 the name has no time but the model's arguments. */
function samplesStem({ file, results }, task) {
	const timestamp = RESULTS_TIMESTAMP.exec(unpackedName(basename(file)))?.[1];
	return timestamp === void 0 ? `${String(results.config.model_args).replaceAll(/[/=]/g, "__")}_${task}` : `samples_${task}_${timestamp}`;
}

export { digest as A, setAside as B, rootsOf as C, disagreement as D, agree as E, readPartially as F, isLockFile as H, readPartiallyInto as I, drawnIn as L, withCounts as M, attempt as N, estimate as O, holdsRuns as P, inspectRun as R, parseSelection as S, groupBy as T, acquireLock as V, FOLLOW as _, commonMetric as a, following as b, UnfinishedRun as c, defineFormat as d, errorReason as f, unidentifiedModel as g, numberedId as h, commonDirection as i, inputDigest as j, brief as k, byTask as l, idFrom as m, settingsOf as n, liesIn as o, firstLine as p, withoutNever as r, meanMetric as s, lmEval as t, choicesIn as u, checkChoices as v, sayDirection as w, noDirection as x, chooseOne as y, runDifferences as z };