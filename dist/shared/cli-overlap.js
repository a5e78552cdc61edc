import { i as Option } from "./npm-commander.js";
import { a as loadConfig, s as declaredTasks } from "./app-sides-mlflow.js";
import { l as isNative } from "./config-resolve.js";
import { t as OverlapIndex } from "./core-compare-overlap.js";
import { I as plural, J as isObject, K as designOf, Lt as EXIT_CODES, M as formatShare, P as formatValue, Pt as messageOf, T as formatCount, h as allSaid, jt as WeighbridgeError, w as formatChange } from "./core-domain-history.js";
import { n as invalidateVerdict } from "./report-build.js";
import { t as countDocuments } from "./results-store-reader.js";
import { t as parse } from "./npm-csv-parse2.js";
import { t as delimiterOf } from "./tasks-datasets-csv.js";
import { u as engineRunner } from "./config-thresholds.js";
import { t as judgeRuns } from "./app-judge-judge-runs.js";
import { t as curvesOf } from "./app-sides-curves.js";
import { n as readLabels } from "./app-sides-labels.js";
import { i as readSides, s as sideFolder } from "./app-sides-stored.js";
import { d as list, f as numberColumn, h as textColumn, m as table, p as paragraph } from "./report-sections-registry.js";
import { u as summaryLine } from "./report-headline.js";
import { i as ours, n as inline, t as code } from "./report-inline.js";
import { t as blocksToLines } from "./report-terminal.js";
import { c as outOption, i as configOption, s as jsonOption } from "./cli-flags.js";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

// src/tasks/datasets/stream.ts
const GZIP = 35615;
const DELIMITERS = {
	csv: delimiterOf,
	tsv: () => "	"
};
/**
* Text files of any size, line by line: of a line of JSON every text in it, of any other line all of it, and
* of a table its cells besides. Packed with gzip or not.
* @throws WeighbridgeError `data` for a file that cannot be read, or that is no text
*/
async function* textLines(file) {
	if (/\.(parquet|zst|arrow|bin)$/i.test(file)) throw new WeighbridgeError("data", "training files of this kind are not read", {
		at: { file },
		fix: "write it as JSONL, which may be packed with gzip"
	});
	try {
		const packed = await isGzip(file);
		const delimiterIn = DELIMITERS[/\.([ct]sv)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? ""];
		const bytes = createReadStream(file);
		const input = packed ? bytes.pipe(createGunzip()) : bytes;
		bytes.on("error", (error) => input.destroy(error));
		let [line, delimiter] = [0, void 0];
		for await (const text of createInterface({
			input,
			crlfDelay: Number.POSITIVE_INFINITY
		})) {
			line += 1;
			delimiter ??= delimiterIn?.(text);
			if (text.includes("\0")) throw new WeighbridgeError("data", "is no text", {
				at: {
					file,
					line
				},
				fix: "name training files that can be read, in UTF-8: JSONL, CSV or text, unpacked or packed with gzip"
			});
			if (text.trim() !== "") yield {
				line,
				texts: delimiter === void 0 ? textsOf(text) : [text, ...cellsOf(text, delimiter)]
			};
		}
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be read: ${messageOf(cause)}`, {
			at: { file },
			cause,
			fix: "name training files that can be read: JSONL, CSV or text"
		});
	}
}
async function isGzip(file) {
	const handle = await open(file);
	try {
		const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return bytesRead === 2 && buffer.readUInt16LE() === GZIP;
	} finally {
		await handle.close();
	}
}
function textsOf(line) {
	if (!/^\s*[[{]/.test(line)) return [line];
	try {
		const texts = [];
		collect(JSON.parse(line), texts);
		return texts;
	} catch {
		return [line];
	}
}
/** Of one line: a cell of several lines is read line by line, as other text is. */
function cellsOf(line, delimiter) {
	try {
		return parse(line, {
			delimiter,
			relax_quotes: true,
			relax_column_count: true
		}).flat();
	} catch {
		return line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ""));
	}
}
/** Turns of a conversation stand in lists of objects. */
function collect(value, texts) {
	if (typeof value === "string") texts.push(value);
	else if (Array.isArray(value)) for (const item of value) collect(item, texts);
	else if (isObject(value)) for (const item of Object.values(value)) collect(item, texts);
}

// src/app/overlap.ts
const EVERY = 1e5;
/**
* Looks for the questions of stored runs in the files that a model was trained on, and judges again without those that are there.
* Training files are read as a stream, however large.
* @throws WeighbridgeError `data` for runs or training files that cannot be read, or runs that kept no question
*/
async function findOverlap(configPath, { out, training, log }) {
	const places = await loadConfig(configPath, { assumeTasks: true });
	const stored = await readSides({
		baseline: sideFolder(places, "baseline", out),
		candidate: sideFolder(places, "candidate", out),
		anchor: places.anchor === null ? void 0 : sideFolder(places, "anchor", out)
	});
	const [curves, labels] = [await curvesOf(places), await readLabels(places)];
	const sides = {
		...stored,
		curves,
		labels
	};
	const results = declaredTasks([...sides.baseline.runs, ...sides.candidate.runs]);
	const config = await loadConfig(configPath, { results });
	const runs = sides.candidate.runs;
	const index = new OverlapIndex();
	const unknown = /* @__PURE__ */ new Map();
	for (const { record, samples } of runs) {
		const rows = await rowsOf(config, record, log);
		const known = /* @__PURE__ */ new Set();
		for (const { id, asked } of samples) {
			if (known.has(id)) continue;
			known.add(id);
			const row = rows.get(id);
			const prompt = asked === void 0 ? row?.prompt : allSaid(asked);
			if (prompt === void 0) unknown.set(record.task, (unknown.get(record.task) ?? 0) + 1);
			else index.add(JSON.stringify([record.task, id]), prompt, row?.bare);
		}
	}
	const all = runs.reduce((total, { samples }) => total + countDocuments(samples), 0);
	if (all === 0 || [...unknown.values()].reduce((total, count) => total + count, 0) === all) throw new WeighbridgeError("data", "no run of the candidate has kept its questions", {
		at: { file: out },
		fix: "evaluate with `include_samples: changed`, the default, or import results that say what was asked"
	});
	for (const file of training) {
		let read = 0;
		for await (const { line, texts } of textLines(file)) {
			for (const text of texts) index.see(text, {
				file,
				line
			});
			read += 1;
			if (read % EVERY === 0) log.info(`${file}: ${read} lines read`);
		}
		if (read === 0) throw new WeighbridgeError("data", "the training file is empty", {
			at: { file },
			fix: "name the file that the model was trained on"
		});
	}
	const found = index.found().map(({ key, ...sighting }) => {
		const [task = "", id = ""] = JSON.parse(key);
		return {
			task,
			id,
			...sighting
		};
	});
	const tasks = runs.map(({ record: { task }, samples }) => ({
		task,
		samples: countDocuments(samples),
		unknown: unknown.get(task) ?? 0,
		overlapping: found.flatMap(({ task: of, ...each }) => of === task ? [each] : [])
	}));
	const ids = new Map(tasks.map(({ task, overlapping }) => [task, new Set(overlapping.map(({ id }) => id))]));
	const isWhole = [sides.baseline, sides.candidate].every((side) => side.runs.every(({ record, samples }) => designOf(record) === "full" || countDocuments(samples) === record.planned));
	const whole = judgeRuns(config, sides);
	const clean = isWhole ? judgeRuns(config, without(sides, ids)) : found.length === 0 ? whole : null;
	const doubtful = tasks.flatMap((task) => task.unknown === 0 ? [] : [unknownReason(task)]);
	return {
		files: training,
		tasks,
		whole,
		clean: clean === null ? null : doubtful.reduce(invalidateVerdict, clean)
	};
}
/** What the rows ask of which the run is, by their ids: none where the dataset is another, or not there. */
async function rowsOf({ tasks, taskDirectory }, { task, fingerprint }, log) {
	const own = tasks.filter(isNative).find(({ name }) => name === task);
	if (own === void 0) return /* @__PURE__ */ new Map();
	const without = (why) => {
		log.info(`${task}: ${why}: its questions are looked for as they were asked, template and all`);
		return /* @__PURE__ */ new Map();
	};
	try {
		const { datasetDigest, rows } = await (await engineRunner(own.runner).load()).questions(own.options, taskDirectory);
		return datasetDigest === fingerprint.dataset ? new Map(rows.map((row) => [row.id, row])) : without("its dataset is another now");
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		return without(messageOf(error));
	}
}
const unknownReason = ({ task, unknown, samples }) => `nobody kept what ${unknown} of the ${samples} samples of ${task} asked, so that they may stand in the training files`;
/** That of the verdict without them: where nobody could judge without them, nothing is known. */
const exitCodeOfOverlap = ({ clean }) => clean?.exitCode ?? EXIT_CODES.invalid;
/** The same runs as if these samples had never been asked. */
function without(sides, ids) {
	const rest = (run) => {
		const gone = ids.get(run.record.task) ?? /* @__PURE__ */ new Set();
		const samples = [...run.samples].filter(({ id }) => !gone.has(id));
		const removed = countDocuments(run.samples) - countDocuments(samples);
		const { draw: _, population: __, ...record } = run.record;
		return {
			...run,
			samples,
			record: {
				...record,
				design: "full",
				planned: record.planned - removed
			}
		};
	};
	return {
		...sides,
		baseline: {
			...sides.baseline,
			runs: sides.baseline.runs.map(rest)
		},
		candidate: {
			...sides.candidate,
			runs: sides.candidate.runs.map(rest)
		},
		...sides.anchor === void 0 ? {} : { anchor: {
			...sides.anchor,
			runs: sides.anchor.runs.map(rest)
		} }
	};
}

// src/report/overlap.ts
const MOST_SHOWN = 20;
/** Which questions stand in the training files, and what is left of the verdict without them. */
function renderOverlap({ tasks, whole, clean }) {
	const found = tasks.flatMap(({ task, overlapping }) => overlapping.map((each) => ({
		task,
		...each
	})));
	const blocks = [
		...table("Samples that stand in the training files", [
			textColumn("Task", ({ task }) => code(task)),
			numberColumn("Samples", ({ samples }) => formatCount(samples)),
			numberColumn("In training files", ({ samples, overlapping }) => `${formatCount(overlapping.length)} (${formatShare(samples === 0 ? 0 : overlapping.length / samples)})`),
			numberColumn("Question not kept", ({ unknown }) => formatCount(unknown))
		], tasks),
		...table("The worst first", [
			textColumn("Task", ({ task }) => code(task)),
			textColumn("Sample", ({ id }) => code(id)),
			numberColumn("Of its words", ({ share }) => formatShare(share)),
			textColumn("Seen first", ({ file, line }) => code(`${file}:${line}`))
		], [...found].sort((a, b) => b.share - a.share).slice(0, MOST_SHOWN)),
		...list(found.length > MOST_SHOWN ? [ours(`${plural(found.length - MOST_SHOWN, "more sample")}: --json has them all.`)] : []),
		...clean === null ? [] : valuesWithout(whole, clean),
		paragraph(inline`On all samples: ${summaryLine(whole)}`),
		paragraph(clean === null ? ours("Without them: not judged, since a run stopped early. Evaluate with --full.") : inline`Without those in training files: ${summaryLine(clean)}`)
	];
	return blocksToLines(blocks).join("\n");
}
/** A gain that is there with them and not without is one of memory. */
function valuesWithout(whole, clean) {
	const rows = whole.tasks.flatMap(({ task, metrics }) => metrics.flatMap(({ metric, unit, candidate, delta }) => {
		const other = clean.tasks.find((each) => each.task === task)?.metrics.find((each) => each.metric === metric);
		if (candidate === null) return [];
		const said = (value, change) => `${formatValue(value, unit)}${change === null ? "" : ` (${formatChange(change, unit)})`}`;
		return [{
			name: `${task}/${metric}`,
			all: said(candidate.value, delta?.value ?? null),
			rest: other?.candidate == null ? "nothing left" : said(other.candidate.value, other.delta?.value ?? null)
		}];
	}));
	return table("The candidate with and without them", [
		textColumn("Metric", ({ name }) => code(name)),
		numberColumn("All samples (delta)", ({ all }) => all),
		numberColumn("Without (delta)", ({ rest }) => rest)
	], rows);
}

// src/cli/overlap.ts
const HELP = `
Looks for the questions of the stored runs in the files that the candidate was trained on: by runs of 13 words, as decontamination does.
JSONL, CSV or text, packed with gzip or not, read as a stream. Then judges again without the questions that are there, and ends with that
verdict's exit code: 3 where that cannot be told.

Example:
  weighbridge overlap --training train.jsonl more.jsonl.gz
`;
const addOverlap = (program, { terminal, exit }) => {
	program.command("overlap").description("which questions stand in the training files, and the verdict without them").addOption(configOption()).addOption(outOption()).addOption(new Option("--training <files...>", "what the candidate was trained on").makeOptionMandatory()).addOption(jsonOption("all of it as JSON")).addHelpText("after", HELP).action(async ({ config, out, training, json = false }) => {
		const report = await findOverlap(config, {
			out,
			training,
			log: terminal
		});
		terminal.print(json ? JSON.stringify(report, null, 2) : renderOverlap(report));
		exit(exitCodeOfOverlap(report));
	});
};

export { addOverlap };