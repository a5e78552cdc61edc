import { J as isObject, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { c as parsePythonJson, o as parseLenientJson } from "./results-formats-json.js";
import { n as parseCsv, r as parseTsv } from "./tasks-datasets-csv.js";
import { n as trainerStateOf, r as entryOf } from "./tasks-curves-trainer-state.js";
import { resolve } from "node:path";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/tasks/curves/printed.ts
/** No trainer prints so much at once. What is longer is not searched for entries, which would take too long. */
const MOST_LENGTH = 2e4;
/** A flat dictionary of Python as `print` shows it: `{'loss': 1.2, 'grad_norm': nan, 'epoch': 0.1}`. */
const DICTIONARY = /\{'[^{}]*\}/g;
const PAIR = /'([^'\\]+)': (?:'([^'\\]*)'|([^,'{}]+))(?=[,}])/g;
const BEGUN = /\{'(?:train_|eval_)?loss'/;
/** Whether a text has such lines. */
const isPrinted = (text) => /\{'[^'\n]{1,100}': /.test(text);
/**
* What a trainer printed among progress bars and messages, which are passed over. Read as text: nothing is evaluated.
* @throws WeighbridgeError `data` where a dictionary with a loss is torn, or a line is too long to be looked through
*/
function printedEntries(text, file) {
	return text.split("\n").flatMap((row, index) => {
		const line = index + 1;
		return row.split("\r").flatMap((part) => {
			if (part.length > MOST_LENGTH) {
				if (!part.includes("{'")) return [];
				throw new WeighbridgeError("data", `a line of the training log with an entry has ${part.length} characters, and at most ${MOST_LENGTH} are read`, {
					at: {
						file,
						line
					},
					fix: "take that line out, or name the trainer_state.json of the checkpoint"
				});
			}
			const found = part.match(DICTIONARY) ?? [];
			if (BEGUN.test(part.replace(DICTIONARY, ""))) throw new WeighbridgeError("data", "a line of the training log is torn: its last entry has no end", {
				at: {
					file,
					line
				},
				fix: "copy the whole log, or name the trainer_state.json of the checkpoint"
			});
			return found.map((dictionary) => entryOf(pairsOf(dictionary), file, line));
		});
	});
}
const pairsOf = (dictionary) => Object.fromEntries([...dictionary.matchAll(PAIR)].map(([, name = "", quoted, bare = ""]) => [name, quoted ?? bare.trim()]));

// src/tasks/curves/read.ts
/** Far above a log of a million steps is another file. */
const MAX_BYTES = 67108864;
/** How the event files of TensorBoard begin, behind a length and its checksum. */
const EVENT_FILE = Buffer.from("brain.Event:");
const FORMS = "name a trainer_state.json, a log in JSONL or CSV, or what a trainer printed ({'loss': 1.2, …}); see docs/reference/curves.md";
/**
* What the files say, all of them one log. They are the candidate's, so anything: nothing of them is executed, and of their text no more
* than names and numbers is kept. What cannot be read is a fault, and no file is passed over.
* @param directory that their paths are relative to
*/
async function readCurves(files, directory) {
	const [read, faults] = [[], []];
	for (const file of files) try {
		const bytes = await bytesOf(resolve(directory, file), file);
		const digest = createHash("sha256").update(bytes).digest("hex");
		read.push({
			file,
			digest,
			found: parseLog(bytes, file)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(messageOf(error));
	}
	return {
		files: read.map(({ file, digest }) => ({
			file,
			digest
		})),
		faults,
		entries: read.flatMap(({ found }) => found.entries),
		globalStep: stepOf(read, "global_step"),
		maxSteps: stepOf(read, "max_steps")
	};
}
/** The greatest: of several states, that of the last checkpoint. */
function stepOf(read, key) {
	const steps = read.flatMap(({ found: { state } }) => {
		const step = state?.[key];
		return typeof step === "number" && Number.isSafeInteger(step) && step > 0 ? [step] : [];
	});
	return steps.length === 0 ? null : Math.max(...steps);
}
async function bytesOf(path, file) {
	const fault = (message, fix) => new WeighbridgeError("data", message, {
		at: { file },
		fix
	});
	try {
		const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const found = await handle.stat();
			if (!found.isFile()) throw fault("the training log is not a file", FORMS);
			if (found.size > MAX_BYTES) throw fault("the training log is larger than 64 MiB", "log every tenth step");
			return await handle.readFile();
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof WeighbridgeError) throw error;
		throw fault(error.code === "ENOENT" ? "there is no such training log" : `the training log cannot be read (${error.code ?? "unknown"})`, "name the file under `curves.files`, relative to the config, and have it there in the job that judges");
	}
}
/** A log in plain text may well begin with a time in brackets. */
const JSON_BEGINS = /^(?:\{\s*["}]|\[\s*[[{\]])/;
/** By content, never by name. @throws WeighbridgeError `data` */
function parseLog(bytes, file) {
	if (bytes.subarray(0, 64).includes(EVENT_FILE)) throw new WeighbridgeError("data", "this is an event file of TensorBoard, which this version does not read", {
		at: { file },
		fix: "name the trainer_state.json beside the checkpoint, or write its scalars as JSONL with the six lines of Python in docs/reference/curves.md"
	});
	if (bytes.includes(0)) throw unknownForm(file);
	const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
	const start = text.trimStart();
	if (start === "") throw new WeighbridgeError("data", "the training log is empty", {
		at: { file },
		fix: FORMS
	});
	const read = JSON_BEGINS.test(start) ? json(text, file) : { entries: table(text, file) };
	if (read.entries.length > 0) return read;
	throw new WeighbridgeError("data", "the training log has no entries", {
		at: { file },
		fix: FORMS
	});
}
const unknownForm = (file) => new WeighbridgeError("data", "this is no training log in a form that is known", {
	at: { file },
	fix: FORMS
});
/** A trainer's state, a list, or JSONL. */
function json(text, file) {
	const lines = text.split("\n");
	const first = lines.findIndex((line) => line.trim() !== "");
	if (lines.slice(first + 1).some((line) => line.trim() !== "") && isWholeObject(lines[first] ?? "")) return { entries: lines.flatMap((line, index) => line.trim() === "" ? [] : [entryOf(parseLenientJson(line, {
		file,
		line: index + 1
	}), file, index + 1)]) };
	const value = parseLenientJson(text, { file });
	if (Array.isArray(value)) return { entries: value.map((entry) => entryOf(entry, file, null)) };
	return trainerStateOf(value, file) ?? { entries: [entryOf(value, file, 1)] };
}
function isWholeObject(line) {
	try {
		return isObject(parsePythonJson(line, { file: "" }));
	} catch {
		return false;
	}
}
/** What was printed, else columns. */
function table(text, file) {
	if (isPrinted(text)) return printedEntries(text, file);
	const [header = ""] = text.trimStart().split("\n", 1);
	if (!/[,\t]/.test(header)) throw unknownForm(file);
	return (header.includes(",") ? parseCsv(text, file) : parseTsv(text, file)).map(({ fields, line }) => entryOf(fields, file, line));
}

export { readCurves };