import { d as updateOnBranch, u as readFromBranch, x as askGit } from "./adapters-process-kill-with-parent.js";
import { i as lockedSplitWords, r as lockedSplitUse, t as decides } from "./core-compare-locked-split.js";
import { J as isObject, Pt as messageOf, Rt as VERDICTS, U as STOP_REASONS, W as TASK_ROLES, X as parseJson, jt as WeighbridgeError, t as READABLE_HISTORIES, y as canonicalJson } from "./core-domain-history.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { _ as record, d as literal, i as _enum, l as discriminatedUnion, m as number$1, o as array, s as boolean, u as int, v as strictObject, w as ZodError, x as union, y as string } from "./npm-zod.js";
import { R as datetime } from "./tasks-runners-native-describe.js";
import { i as onDisk, n as makeDirectory, t as diskFault } from "./results-store-disk-faults.js";
import { a as directionSchema, c as metricBasisSchema, d as unitSchema, i as deltaSchema, l as modelSchema, n as countSchema, s as flipsSchema, u as taskBasisSchema } from "./results-store-measured-schema.js";
import { i as originHere } from "./app-baselines-find.js";
import { i as artifactName, t as unpack } from "./results-unpack.js";
import { i as downloadArtifact, r as attemptsOf, t as artifactsOfBranch } from "./adapters-github-run-artifacts.js";
import { t as require_dist } from "./npm-yaml.js";
import { t as parseTrainerState } from "./tasks-curves-trainer-state.js";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import process from "node:process";
import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";

// src/app/history/artifacts.ts
const LINES_FILE = "history.jsonl";
/** Beside the lines: the artifacts that they were merged from. */
const MERGED_FILE = "merged.json";
const mergedSchema = strictObject({ artifacts: array(int().min(0)).max(1e6) });
const LIMITS = {
	files: 2,
	fileBytes: 2 ** 28,
	totalBytes: 2 ** 28,
	depth: 1
};
/** As many as ran beside each other without knowing of each other; far above any real number. */
const MOST_HEADS = 200;
/** One of a run and attempt, since an artifact is never written twice. */
const historyArtifactName = (name, attempt) => artifactName(name, "history", attempt);
/**
* The lines of all artifacts. Of one that a newer one was made with, nothing has to be fetched; those of runs beside each other are
* all read, so that none of them is lost.
* @throws WeighbridgeError `data` for an artifact that is none of ours, or what GitHub answered
*/
async function readArtifactHistory(remote, { name, branch }) {
	const names = attemptsOf((attempt) => historyArtifactName(name, attempt));
	const known = /* @__PURE__ */ new Set();
	const texts = [];
	const scratch = await mkdtemp(join(tmpdir(), "weighbridge-history-"));
	try {
		for (const artifact of await artifactsOfBranch(remote, names, branch)) {
			if (known.has(artifact.id)) continue;
			if (texts.length === MOST_HEADS) throw new WeighbridgeError("data", `more than ${MOST_HEADS} runs have kept ${name} beside each other`, { fix: "let one run of the branch end, which joins them, and begin a history by another name if none does" });
			const folder = join(scratch, String(artifact.id));
			await downloadArtifact(remote, artifact, `${folder}.zip`, LIMITS.totalBytes);
			await unpack(`${folder}.zip`, folder, (file) => [LINES_FILE, MERGED_FILE].includes(file) ? file : null, LIMITS);
			const merged = await readFile(join(folder, MERGED_FILE), "utf8");
			const at = { file: `${artifact.name}/${MERGED_FILE}` };
			for (const id of [artifact.id, ...mergedSchema.parse(parseJson(merged, at)).artifacts]) known.add(id);
			texts.push(await readFile(join(folder, LINES_FILE), "utf8"));
		}
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
	return {
		text: texts.join("\n"),
		artifacts: [...known].sort((a, b) => a - b)
	};
}
/** @returns the files of the next artifact, in the folder */
async function writeArtifactHistory(folder, { text, artifacts }) {
	const [lines, merged] = [join(folder, LINES_FILE), join(folder, MERGED_FILE)];
	await makeDirectory(folder);
	await writeAtomically(lines, text);
	await writeAtomically(merged, `${JSON.stringify({ artifacts })}\n`);
	return [lines, merged];
}

// src/app/history/locked-splits.ts
/**
* Of each locked split that a verdict rests on, how often it decided before.
* @param history asked for where there is such a split; null where none is kept, or not all of it can be read
*/
async function lockedSplitsOf({ tasks, policy }, { gates, provenance }, history) {
	const locked = tasks.filter(({ name, split }) => split === "locked" && decides(gates, name));
	if (locked.length === 0) return [];
	const known = await history();
	const alpha = policy.alpha.value;
	return locked.map(({ name: task }) => {
		const dataset = provenance.fingerprints[task]?.candidate?.dataset;
		return known === null || known.faults.length > 0 || typeof dataset !== "string" ? {
			task,
			alpha,
			before: null
		} : lockedSplitUse(known.runs, {
			task,
			dataset,
			alpha
		});
	});
}

// src/results/store/history.ts
const text = string().max(4096);
const number = number$1().nullable();
const value = strictObject({
	value: number$1(),
	stderr: number,
	n: countSchema.nullable()
}).nullable();
const measured = {
	unit: unitSchema,
	baseline: value,
	candidate: value,
	delta: deltaSchema.nullable()
};
const model = modelSchema.nullable();
const flips = flipsSchema.nullable();
const run = strictObject({
	kind: literal("run").describe("A round: one verdict on one candidate."),
	schemaVersion: literal([...READABLE_HISTORIES]),
	run: string().regex(/^[0-9a-f]{12}$/).describe("Names the run in notes."),
	date: datetime(),
	commit: text.nullable(),
	branch: text.nullable(),
	pullRequest: countSchema.nullable(),
	weighbridge: text.describe("Version that judged."),
	verdict: _enum(VERDICTS),
	blocked: boolean(),
	proven: boolean(),
	summary: text,
	policy: strictObject({
		alpha: number$1(),
		leanAlpha: number$1(),
		onInconclusive: text,
		target: text.exactOptional(),
		minCoverage: number$1().exactOptional()
	}),
	candidate: model,
	baseline: model,
	anchor: model,
	training: record(text, union([
		text,
		number$1(),
		boolean()
	])).describe("What the config's `record` says and the checkpoint's own files tell."),
	gates: array(strictObject({
		id: text,
		task: text,
		metric: text,
		rule: text,
		limit: text,
		margin: number,
		tier: _enum(["blocking", "advisory"]),
		against: _enum(["baseline", "anchor"]),
		pairs: countSchema,
		...measured,
		direction: directionSchema.nullable(),
		verdict: _enum(VERDICTS),
		leaning: _enum([
			"pass",
			"regression",
			"none"
		]).nullable(),
		blocks: boolean(),
		waived: boolean(),
		flips
	})),
	tasks: array(strictObject({
		task: text,
		role: _enum(TASK_ROLES),
		primaryMetric: text,
		pairs: countSchema,
		metrics: array(strictObject({
			metric: text,
			...measured,
			direction: directionSchema,
			evidence: literal("weak").exactOptional(),
			basis: metricBasisSchema.exactOptional()
		})),
		flips,
		worse: array(text),
		better: array(text),
		dataset: text.nullable(),
		stopped: _enum(STOP_REASONS).exactOptional(),
		basis: taskBasisSchema.exactOptional()
	})),
	identicalAnswers: countSchema.exactOptional(),
	waivers: array(strictObject({
		gate: text,
		by: text,
		reason: text
	})),
	cost: strictObject({
		samples: strictObject({
			planned: countSchema,
			evaluated: countSchema,
			reused: countSchema.exactOptional()
		}),
		tokens: strictObject({
			prompt: countSchema,
			output: countSchema,
			thinking: countSchema.exactOptional()
		}),
		seconds: number
	})
});
const note = strictObject({
	kind: literal("note").describe("What a person says of a run."),
	schemaVersion: literal([...READABLE_HISTORIES]),
	run: text,
	date: datetime(),
	by: text.nullable(),
	text
});
/** One line of a history. */
const historyLineSchema = discriminatedUnion("kind", [run, note]);
/** Line by line, so that a history of years is one string and nothing more. */
const MAX_BYTES$1 = 268435456;
/** @throws WeighbridgeError `data` when there is no such file, or it is too large */
async function readHistory(file) {
	return parseHistory(await readFile(file, "utf8").catch((cause) => {
		const said = cause.code === "ENOENT" ? "there is no history" : diskFault(cause) ?? cause.message;
		throw new WeighbridgeError("data", said, {
			at: { file },
			cause,
			fix: "keep one with `record:` in the config, or `weighbridge history add`"
		});
	}), file);
}
/**
* Oldest first, whatever order the lines of merged branches came in; what is there twice counts once.
* @throws WeighbridgeError `data` when it is too large
*/
function parseHistory(content, file) {
	if (content.length > MAX_BYTES$1) throw new WeighbridgeError("data", "the history is too large", {
		at: { file },
		fix: "keep its last lines alone: tail -n 1000"
	});
	const faults = [];
	const unread = [];
	const lines = /* @__PURE__ */ new Map();
	for (const [index, line] of content.split("\n").entries()) {
		if (line.trim() === "") continue;
		const at = {
			file,
			line: index + 1
		};
		try {
			const parsed = historyLineSchema.parse(parseJson(line, at));
			lines.set(parsed.kind === "run" ? parsed.run : line, parsed);
		} catch (cause) {
			unread.push(line);
			faults.push(noRecord(line, at, cause));
		}
	}
	const byDate = (a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
	const sorted = [...lines.values()].sort(byDate);
	return {
		runs: sorted.filter((line) => line.kind === "run"),
		notes: sorted.filter((line) => line.kind === "note"),
		faults,
		unread: [...new Set(unread)]
	};
}
function noRecord(line, at, cause) {
	const version = Number(/"schemaVersion": ?(\d+)/.exec(line)?.[1]);
	if (version > 3) {
		const message = `this line is of version ${version}, and this program reads ${READABLE_HISTORIES.join(", ")}`;
		return new WeighbridgeError("data", message, {
			at,
			cause,
			fix: "use a newer version of it"
		});
	}
	const [issue] = cause instanceof ZodError ? cause.issues : [];
	const what = issue === void 0 ? "it is no JSON" : [issue.path.join("."), issue.message].join(": ");
	return new WeighbridgeError("data", `this line is no record of a run: ${what}`, {
		at,
		cause,
		fix: "take the line away, or read it with the version that wrote it"
	});
}
const historyLine = (line) => `${JSON.stringify(historyLineSchema.parse(line))}\n`;
/**
* Adds a line: one write to the end, so that two programs do not tear each other's.
* @throws WeighbridgeError `engine` when the disk refuses
*/
async function appendHistory(file, line) {
	await onDisk(dirname(file), async () => {
		await makeDirectory(dirname(file));
		const before = await readFile(file, "utf8").catch(() => "");
		await appendFile(file, `${before === "" || before.endsWith("\n") ? "" : "\n"}${historyLine(line)}`);
	});
}
/** Leaves the newest runs with their notes, and what it cannot read. @returns how many runs went */
async function pruneHistory(file, keep) {
	const { text, gone } = pruned(await readHistory(file), keep);
	await onDisk(dirname(file), () => writeAtomically(file, text));
	return gone;
}
/** The text of a history without all but the newest runs and with what cannot be read, and how many went. */
function pruned({ runs, notes, unread }, keep) {
	const gone = new Set(runs.slice(0, Math.max(0, runs.length - keep)).map((each) => each.run));
	const kept = [...runs, ...notes].filter((line) => !gone.has(line.run)).map(historyLine);
	return {
		text: [...unread.map((line) => `${line}\n`), ...kept].join(""),
		gone: gone.size
	};
}

// src/app/history/record.ts
const MOST_IDS = 50;
const MOST_TEXT = 4e3;
/** The line of a history that a verdict comes to. */
function recordOf(file, facts) {
	const { verdict, blocked, proven, policy, candidate, baseline, anchor = null, waivers = [], cost } = file;
	const { identicalAnswers } = file;
	const summary = file.summary.slice(0, MOST_TEXT);
	const told = {
		date: facts.date,
		commit: facts.commit,
		branch: facts.branch,
		pullRequest: facts.pullRequest,
		weighbridge: file.provenance.weighbridge,
		verdict,
		blocked,
		proven,
		summary,
		policy: {
			alpha: policy.alpha.value,
			leanAlpha: policy.leanAlpha.value,
			onInconclusive: policy.onInconclusive.value,
			target: policy.target.value,
			minCoverage: policy.minCoverage.value
		},
		candidate,
		baseline,
		anchor,
		training: facts.training,
		gates: file.gates.map(recordedGate),
		tasks: file.tasks.map((task) => recordedTask(task, file)),
		...identicalAnswers === void 0 ? {} : { identicalAnswers },
		waivers: waivers.flatMap(({ gate, by, reason, applied }) => applied ? [{
			gate,
			by,
			reason
		}] : []),
		cost: {
			...cost,
			seconds: facts.seconds
		}
	};
	const run = createHash("sha256").update(canonicalJson(told)).digest("hex").slice(0, 12);
	return {
		kind: "run",
		schemaVersion: 3,
		run,
		...told
	};
}
const recordedValue = (value) => value === null ? null : {
	value: value.value,
	stderr: value.stderr,
	n: value.n
};
const recordedGate = (gate) => ({
	id: gate.id,
	task: gate.task,
	metric: gate.metric,
	rule: gate.rule,
	limit: gate.limit,
	margin: gate.margin,
	tier: gate.tier,
	pairs: gate.pairs,
	against: gate.against ?? "baseline",
	unit: gate.unit,
	direction: gate.direction,
	verdict: gate.verdict,
	leaning: gate.leaning,
	blocks: gate.blocks,
	waived: gate.waived !== void 0,
	baseline: recordedValue(gate.baseline),
	candidate: recordedValue(gate.candidate),
	delta: gate.delta,
	flips: gate.flips
});
function recordedTask({ task, role, primaryMetric, pairs, metrics, flips, stopped, basis }, { provenance, comparability }) {
	const isUnlike = comparability.some(({ task: of, severity, against }) => of === task && severity === "hard" && against === void 0);
	const { dataset } = provenance.fingerprints[task]?.candidate ?? {};
	const ids = (isWorse) => (isUnlike ? [] : flips).filter(({ baseline, candidate }) => candidate.score < baseline.score === isWorse).map(({ id }) => id).slice(0, MOST_IDS);
	const own = metrics.find(({ metric, basis: of }) => (of?.declaration.name ?? metric) === primaryMetric);
	const higherIsBetter = own?.direction !== "lower_is_better";
	return {
		task,
		role,
		primaryMetric,
		pairs,
		worse: ids(higherIsBetter),
		better: ids(!higherIsBetter),
		metrics: metrics.map(({ metric, unit, direction, baseline, candidate, delta, evidence, basis: own }) => ({
			metric,
			unit,
			direction,
			delta: isUnlike ? null : delta,
			baseline: isUnlike ? null : recordedValue(baseline),
			candidate: isUnlike ? null : recordedValue(candidate),
			...evidence === void 0 ? {} : { evidence },
			...isUnlike || own === void 0 ? {} : { basis: own }
		})),
		flips: isUnlike ? null : own?.flips ?? null,
		dataset: typeof dataset === "string" ? dataset : null,
		...stopped === void 0 ? {} : { stopped },
		...basis === void 0 ? {} : { basis }
	};
}

// src/app/history/training-facts.ts
var import_dist = require_dist();
/** Files of a checkpoint are what somebody's training left there, and may be anything. */
const MAX_BYTES = 16777216;
const MOST_LENGTH = 200;
/** What is worth keeping of a trainer's last state: where it ended, not the log of how it came there. */
const TRAINER_STATE = [
	"global_step",
	"epoch",
	"max_steps",
	"num_train_epochs",
	"train_batch_size",
	"best_metric"
];
const ADAPTER_CONFIG = [
	"base_model_name_or_path",
	"peft_type",
	"r",
	"lora_alpha",
	"lora_dropout",
	"target_modules"
];
const MODEL_CARD = [
	"base_model",
	"datasets",
	"license",
	"library_name"
];
/** Each file that training programs leave beside their weights, with what is read of it. */
const SOURCES = [
	[
		"trainer_state.json",
		"trainer",
		trainerFacts
	],
	[
		"adapter_config.json",
		"adapter",
		(text, file) => picked(parseJson(text, { file }), ADAPTER_CONFIG)
	],
	[
		"README.md",
		"card",
		(text) => picked(frontMatter(text), MODEL_CARD)
	]
];
/**
* What the files of a checkpoint tell of its training, by names such as `trainer.global_step`. What is not there, or cannot be read,
* tells nothing: these are remarks, and nothing rests on them.
* @param checkpoint its path: a folder, or a file in one
*/
async function trainingFacts(checkpoint) {
	const folder = await stat(checkpoint).then((found) => found.isDirectory() ? checkpoint : dirname(checkpoint), () => null);
	if (folder === null) return {};
	const facts = {};
	for (const [file, name, read] of SOURCES) {
		const path = join(folder, file);
		const text = await smallText(path);
		if (text === null) continue;
		for (const [key, value] of Object.entries(factsOf(read, text, path))) facts[`${name}.${key}`] = value;
	}
	return facts;
}
function factsOf(read, text, file) {
	try {
		return read(text, file);
	} catch {
		return {};
	}
}
async function smallText(file) {
	try {
		return (await stat(file)).size > MAX_BYTES ? null : await readFile(file, "utf8");
	} catch {
		return null;
	}
}
function trainerFacts(text, file) {
	const read = parseTrainerState(text, file);
	const last = (key) => read?.entries.findLast(({ values }) => values.get(key) != null)?.values.get(key);
	return {
		...picked(read?.state, TRAINER_STATE),
		...picked({
			loss: last("loss"),
			eval_loss: last("eval_loss")
		}, ["loss", "eval_loss"])
	};
}
/** What stands between the first two lines of dashes. */
function frontMatter(text) {
	const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
	return yaml === void 0 ? null : (0, import_dist.parseDocument)(yaml, { strict: false }).toJS({ maxAliasCount: 10 });
}
function picked(value, keys) {
	if (!isObject(value)) return {};
	const entries = keys.flatMap((key) => {
		const fact = factOf(value[key]);
		return fact === null ? [] : [[key, fact]];
	});
	return Object.fromEntries(entries);
}
function factOf(value) {
	if (typeof value === "boolean" || typeof value === "number" && Number.isFinite(value)) return value;
	if (typeof value === "string") return value.slice(0, MOST_LENGTH);
	if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(", ").slice(0, MOST_LENGTH);
	return null;
}

// src/app/history.ts
/** One request to GitHub. */
const ARTIFACTS_MS = 6e4;
const DEFAULT_HISTORY = "weighbridge-history.jsonl";
/** On a branch, whatever the file of a checkout is called. */
const HISTORY_ON_BRANCH = "history.jsonl";
function describePlace(place) {
	switch (place.kind) {
		case "file": return place.file;
		case "branch": return `${place.at.file} on branch ${place.at.branch} of ${place.at.remote}`;
		case "artifacts": return `artifacts ${place.at.name} of ${place.at.branch}`;
	}
}
/** @throws WeighbridgeError `data` where there is none, `platform` where git cannot reach it */
async function openHistory(place) {
	if (place.kind === "file") return readHistory(place.file);
	const content = place.kind === "branch" ? await readFromBranch(place.at) : await textOfArtifacts(place.at);
	if (content !== null) return parseHistory(content, describePlace(place));
	throw new WeighbridgeError("data", `there is no ${describePlace(place)}`, { fix: place.kind === "branch" ? "begin one with `weighbridge history add --branch`" : "write `record: { artifact: NAME }` into the config, and let the action judge a push to the branch" });
}
/** Null where there is no such artifact. @throws WeighbridgeError `usage` where nobody says which repository */
async function textOfArtifacts(at) {
	const { GITHUB_REPOSITORY, GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL } = process.env;
	const [owner = "", name = ""] = (GITHUB_REPOSITORY ?? "").split("/");
	const token = GITHUB_TOKEN || GH_TOKEN;
	if (owner === "" || name === "" || !token) throw new WeighbridgeError("usage", "nobody says of which repository the artifacts are, or may read them", { fix: "set GITHUB_REPOSITORY=owner/name and GITHUB_TOKEN, which needs `actions: read`" });
	const { createClient } = await import("./adapters-github-client-on-need.js");
	const client = createClient({
		token,
		apiUrl: GITHUB_API_URL || "https://api.github.com",
		timeoutMs: ARTIFACTS_MS
	});
	const { text, artifacts } = await readArtifactHistory({
		client,
		repository: {
			owner,
			name
		}
	}, at);
	return artifacts.length === 0 ? null : text;
}
const NOTHING_YET = {
	runs: [],
	notes: [],
	faults: [],
	unread: []
};
/** The same, and nothing where the history has not begun yet. */
async function historySoFar(place) {
	return place.kind === "file" && !existsSync(place.file) ? NOTHING_YET : openHistory(place);
}
/** Adds a line; of a branch the newest `keep` runs stay, where it says how many. */
async function addLine(place, line, keep) {
	if (place.kind === "file") {
		await appendHistory(place.file, line);
		if (keep !== null) await pruneHistory(place.file, keep);
		return;
	}
	if (place.kind === "artifacts") throw onlyTheAction();
	const message = line.kind === "run" ? `Record ${line.run}: ${line.verdict}` : `Note on ${line.run}`;
	await updateOnBranch(place.at, message, (content) => withLine(content ?? "", line, keep, describePlace(place)));
}
/** @param place how the history is called in messages */
function withLine(content, line, keep, place) {
	const after = `${content === "" || content.endsWith("\n") ? content : `${content}\n`}${historyLine(line)}`;
	return keep === null ? after : pruned(parseHistory(after, place), keep).text;
}
const onlyTheAction = () => new WeighbridgeError("usage", "a history of artifacts is written by the report step of the action alone", { fix: "keep it in a file or on a branch where people add to it: `record.history`, or --branch" });
/** Records a verdict as the newest round. @throws WeighbridgeError where the history cannot be written */
async function addRound({ place, ...round }) {
	const line = await roundOf(round);
	await addLine(place, line, round.config?.record?.keep ?? null);
	return line;
}
/** The line of a verdict. */
async function roundOf({ verdict, config, seconds }) {
	const directory = config?.directory ?? ".";
	const here = await originHere(directory);
	const { GITHUB_REF_NAME, GITHUB_REF = "", GITHUB_HEAD_REF } = process.env;
	const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
	return recordOf(verdict, {
		date: here.date,
		commit: here.commit,
		seconds,
		branch: (GITHUB_HEAD_REF || GITHUB_REF_NAME) ?? await askGit(directory, [
			"rev-parse",
			"--abbrev-ref",
			"HEAD"
		]),
		pullRequest: pull === void 0 ? null : Number(pull),
		training: await trainingOf(config)
	});
}
/** Records a verdict where the config keeps a history. What fails there is told and changes nothing. */
async function recordIfAsked(readConfig, verdict, seconds, log) {
	try {
		const config = await readConfig();
		const place = placeOf(config);
		const before = async () => place === null ? null : await historySoFar(place);
		for (const use of await lockedSplitsOf(config, verdict, before)) log.info(`${use.task} ${lockedSplitWords(use)}`);
		if (place === null) return;
		const { run } = await addRound({
			place,
			verdict,
			config,
			seconds
		});
		log.info(`recorded ${run} in ${describePlace(place)}`);
	} catch (error) {
		log.warn(`the round was not recorded, which changes no verdict: ${messageOf(error)}`);
	}
}
/** What is written in the config wins over what the checkpoint's files say. */
async function trainingOf(config) {
	if (config === null) return {};
	const { candidate, record, directory } = config;
	const path = candidate?.kind === "file" || candidate?.kind === "folder" ? candidate.path : candidate?.kind === "adapter" ? candidate.adapter : null;
	return {
		...path === null ? {} : await trainingFacts(resolve(directory, path)),
		...record?.training
	};
}
/** @throws WeighbridgeError `usage` where the history has no such run */
async function addNote(place, run, text) {
	if (text.trim() === "") throw new WeighbridgeError("usage", "a note says something, and this one is empty", { fix: "write it in quotes after the run" });
	const { runs } = await openHistory(place);
	const named = (name) => run !== "" && (name ?? "").startsWith(run);
	const found = runs.filter((each) => named(each.run) || named(each.commit));
	const [only, ...others] = found;
	if (only === void 0 || others.length > 0) {
		const newest = runs.slice(-5).map((each) => each.run);
		throw new WeighbridgeError("usage", only === void 0 ? `no run is named ${JSON.stringify(run)}` : `${found.length} runs begin with ${run}`, { fix: newest.length === 0 ? "record a round first: `weighbridge history add`" : `name one, such as ${newest.join(", ")}: \`weighbridge history\` lists them` });
	}
	const { by, date } = await originHere(".");
	const note = {
		kind: "note",
		schemaVersion: 3,
		run: only.run,
		date,
		by,
		text
	};
	await addLine(place, note, null);
	return note;
}
/** @returns how many runs went */
async function pruneRounds(place, keep) {
	if (place.kind === "file") return pruneHistory(place.file, keep);
	if (place.kind === "artifacts") throw onlyTheAction();
	let gone = 0;
	await updateOnBranch(place.at, `Keep the newest ${keep} runs`, (content) => {
		const rest = pruned(parseHistory(content ?? "", describePlace(place)), keep);
		gone = rest.gone;
		return rest.text;
	});
	return gone;
}
/** Where the config keeps it; null where it keeps none. */
function placeOf({ record, directory }) {
	if (record === null) return null;
	const { history } = record;
	return {
		kind: "file",
		file: isAbsolute(history) ? history : join(directory, history)
	};
}
/** `tickets` or `tickets@main`. */
async function artifactHistory(written) {
	const [name = "", branch] = written.split("@", 2);
	return {
		name,
		branch: (branch || await askGit(".", [
			"rev-parse",
			"--abbrev-ref",
			"origin/HEAD"
		]))?.replace(/^origin\//, "") ?? "main"
	};
}
/** Where the history lies that a flag or the config names, else the default file where there is one. */
const defaultPlace = (configPath) => {
	const beside = join(dirname(configPath), DEFAULT_HISTORY);
	return {
		kind: "file",
		file: existsSync(beside) ? beside : DEFAULT_HISTORY
	};
};

export { readArtifactHistory as _, defaultPlace as a, openHistory as c, recordIfAsked as d, roundOf as f, historyArtifactName as g, lockedSplitsOf as h, artifactHistory as i, placeOf as l, parseHistory as m, addNote as n, describePlace as o, withLine as p, addRound as r, historySoFar as s, HISTORY_ON_BRANCH as t, pruneRounds as u, writeArtifactHistory as v };