import { i as Option, r as InvalidArgumentError } from "./npm-commander.js";
import { t as require_dist } from "./npm-yaml.js";
import { I as plural, J as isObject, Pt as messageOf, jt as WeighbridgeError, kt as suggestion, m as MOST_ASKED, mt as SEVERITIES } from "./core-domain-history.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { c as readDatasetBytes, i as readRows, o as MAX_DATASET_BYTES, s as decodeText } from "./tasks-datasets-load.js";
import { h as configureCheck } from "./tasks-runners-native-describe.js";
import { T as groupBy } from "./results-formats-lm-eval-lm-eval.js";
import { r as readSideResults } from "./app-sides-stored.js";
import { r as fenceLine } from "./report-log-fence.js";
import { basename, dirname, extname, resolve } from "node:path";
import { createHash } from "node:crypto";

// src/app/cases/case-file.ts
var import_dist = require_dist();
/**
* Puts cases at the end of a file of them, YAML or JSONL; what stands there stays as it is, comments too.
* @returns names that were there already
* @throws WeighbridgeError `usage` for another kind of file
*/
async function addCases(file, rows) {
	const ending = extname(file).toLowerCase();
	if (![
		".yml",
		".yaml",
		".jsonl"
	].includes(ending)) throw new WeighbridgeError("usage", `${file} is no file of cases`, { fix: "name a .yml or .jsonl file" });
	const before = await textOf(file);
	const names = new Set(before === "" ? [] : (await readRows(file)).map(({ fields }) => fields.name));
	const [known, fresh] = [rows.filter(({ name }) => names.has(name)), rows.filter(({ name }) => !names.has(name))];
	if (fresh.length > 0) {
		await makeDirectory(dirname(resolve(file)));
		await writeAtomically(file, ending === ".jsonl" ? withLines(before, fresh) : withItems(before, fresh));
	}
	return known.map(({ name }) => name);
}
async function textOf(file) {
	try {
		return decodeText(await readDatasetBytes(file, MAX_DATASET_BYTES), file);
	} catch (error) {
		if (error instanceof WeighbridgeError && error.cause?.code === "ENOENT") return "";
		throw error;
	}
}
function withLines(before, rows) {
	return `${before === "" || before.endsWith("\n") ? before : `${before}\n`}${rows.map((row) => `${JSON.stringify(row)}\n`).join("")}`;
}
function withItems(before, rows) {
	const document = before.trim() === "" ? new import_dist.Document([]) : (0, import_dist.parseDocument)(before);
	for (const row of rows) document.add(document.createNode(row));
	return document.toString({
		blockQuote: "literal",
		lineWidth: 120
	});
}

// src/app/cases/inspect.ts
/** Fields of a sample that make it more than a question. */
const MORE = [
	"choices",
	"sandbox",
	"files",
	"setup"
];
/**
* Samples of an Inspect dataset (`inspect_ai.dataset.Sample`) as test cases. The scorer of an Inspect task is code, so that each target is
* looked for in the answer, as its `includes()` does.
*/
function casesOfInspect(rows) {
	const notes = [];
	return {
		rows: rows.flatMap(({ fields }, index) => {
			const name = fields.id === void 0 || fields.id === "" ? `sample ${index + 1}` : String(fields.id);
			const leaveOut = (why) => {
				notes.push(`${name}: left out, ${why}`);
				return [];
			};
			const more = MORE.find((field) => fields[field] != null && fields[field] !== "");
			if (more !== void 0) return leaveOut(more === "choices" ? "it has choices: `weighbridge init --data` makes a task of them" : `it needs ${more}`);
			const targets = [fields.target].flat().filter((each) => each != null && each !== "").map(String);
			if (targets.length === 0) return leaveOut("it has no target, so that nothing could fail");
			const { input } = fields;
			const isTalk = Array.isArray(input) && input.every((turn) => isObject(turn) && typeof turn.content === "string");
			if (!isTalk && typeof input !== "string") return leaveOut("its input is no text");
			return [{
				name,
				...isTalk ? { messages: input.map(({ role, content }) => ({
					role,
					content
				})) } : { input },
				target: targets,
				checks: [{
					name: "contains",
					ignore_case: true
				}],
				tags: ["inspect"]
			}];
		}),
		checks: {},
		notes
	};
}

// src/app/cases/promptfoo.ts
const text = (value) => typeof value === "string" || typeof value === "number" ? String(value) : null;
/** A list, or texts between commas as promptfoo reads them. */
const texts = (value) => (Array.isArray(value) ? value : String(value ?? "").split(",")).map((each) => String(each).trim()).filter((each) => each !== "");
const as = (name, options = {}) => ({ check: {
	name,
	...options
} });
const NO_TEXT = { obstacle: "its value is no text" };
const target = (name, options = {}) => ({ value }) => text(value) === null ? NO_TEXT : as(name, {
	...options,
	target: String(value)
});
const phrases = (name, options = {}) => ({ value }) => as(name, {
	...options,
	phrases: texts(value)
});
/** Which services a config asks, promptfoo's config does not say: to be filled in. */
const JUDGE = {
	name: "judge",
	url: "http://localhost:8000/v1",
	model: "name-of-the-judge"
};
const EMBEDDER = {
	name: "embedding_similarity",
	url: "http://localhost:8000/v1/embeddings",
	model: "name-of-the-model",
	version: "its-version"
};
/** Assertions of promptfoo 0.123 that a scorer says too (docs: deterministic and model-graded metrics), with promptfoo's own defaults. */
const ASSERTIONS = {
	equals: (assertion) => isObject(assertion.value) || Array.isArray(assertion.value) ? as("json_equal", { target: JSON.stringify(assertion.value) }) : target("exact_match")(assertion),
	contains: target("contains"),
	icontains: target("contains", { ignore_case: true }),
	"contains-any": phrases("contains_any"),
	"icontains-any": phrases("contains_any", { ignore_case: true }),
	"contains-all": phrases("contains_all"),
	"icontains-all": phrases("contains_all", { ignore_case: true }),
	"starts-with": target("starts_with"),
	regex: ({ value }) => as("regex", { pattern: String(value) }),
	"is-json": ({ value }) => {
		if (value === void 0) return as("json_valid");
		return isObject(value) ? as("json_valid", { schema: value }) : { obstacle: "its schema is no object" };
	},
	"is-xml": ({ value }) => value === void 0 ? as("xml_valid") : { obstacle: "it asks for elements" },
	levenshtein: ({ value, threshold = 5 }) => {
		const length = Array.from(text(value) ?? "").length;
		return length === 0 ? NO_TEXT : as("cer", {
			target: String(value),
			at_most: threshold / length
		});
	},
	"rouge-n": ({ value, threshold = .75 }) => text(value) === null ? NO_TEXT : as("rouge1", {
		target: String(value),
		at_least: threshold
	}),
	similar: ({ value, threshold = .75, shared }) => text(value) === null ? NO_TEXT : as(shared("similar", {
		...EMBEDDER,
		at_least: .75
	}), {
		target: String(value),
		at_least: threshold
	}),
	"llm-rubric": ({ value, shared }) => {
		const rubric = text(value);
		if (rubric === null) return { obstacle: "its rubric is no text" };
		const scale = {
			min: 0,
			max: 1
		};
		return as(shared("rubric", {
			...JUDGE,
			scale,
			criteria: [{
				name: "rubric",
				description: rubric
			}]
		}));
	}
};
/**
* Tests of a promptfoo config as test cases: each prompt with each test. What has no equal here is told, assertion by assertion; a test of which
* no assertion is left becomes no case, since it could not fail.
*/
function casesOfPromptfoo(config) {
	const notes = [];
	const checks = /* @__PURE__ */ new Map();
	const shared = (name, check) => {
		const known = [...checks].find(([, each]) => JSON.stringify(each) === JSON.stringify(check));
		if (known !== void 0) return known[0];
		let free = name;
		for (let number = 2; checks.has(free); number += 1) free = `${name}_${number}`;
		checks.set(free, check);
		return free;
	};
	const base = isObject(config.defaultTest) ? config.defaultTest : {};
	const prompts = (Array.isArray(config.prompts) ? config.prompts : [config.prompts]).map(promptOf);
	if (!Array.isArray(config.tests)) return {
		rows: [],
		checks: {},
		notes: ["tests: only a list in the file itself is read, and no other file"]
	};
	const names = /* @__PURE__ */ new Set();
	const rows = [];
	for (const [index, test] of config.tests.entries()) {
		const own = isObject(test) ? test : {};
		const described = text(own.description) ?? `test ${index + 1}`;
		const vars = {
			...membersOf(base.vars),
			...membersOf(own.vars)
		};
		const options = {
			...membersOf(base.options),
			...membersOf(own.options)
		};
		const obstacle = obstacleOf({
			...base,
			...own,
			options
		}, vars);
		if (obstacle !== null) {
			notes.push(`${described}: left out, ${obstacle}`);
			continue;
		}
		for (const [position, prompt] of prompts.entries()) {
			const named = prompts.length === 1 ? described : `${described}, prompt ${position + 1}`;
			const name = names.has(named) ? `${named} (${index + 1})` : named;
			const asked = prompt === null ? null : filled(prompt, vars);
			if (asked === null) {
				notes.push(`${name}: left out, its prompt is not in the file, or a template with more than variables`);
				continue;
			}
			const converted = [...listOf(base.assert), ...listOf(own.assert)].flatMap(flattened).flatMap((assertion) => {
				const found = convert(assertion, vars, shared);
				if ("check" in found) return [found.check];
				notes.push(`${name}: not converted, ${String(assertion.type ?? "an assertion")}: ${found.obstacle}`);
				return [];
			});
			if (converted.length === 0) notes.push(`${name}: left out, nothing that it asserts could be converted`);
			else {
				names.add(name);
				rows.push({
					name,
					...asked,
					checks: converted,
					tags: ["promptfoo"]
				});
			}
		}
	}
	return {
		rows,
		checks: Object.fromEntries(checks),
		notes
	};
}
function convert(assertion, vars, shared) {
	const written = text(assertion.type) ?? "";
	const not = written.startsWith("not-");
	const type = not ? written.slice(4) : written;
	const known = Object.hasOwn(ASSERTIONS, type) ? ASSERTIONS[type] : void 0;
	if (known === void 0) return { obstacle: "no scorer says the same" };
	if (assertion.transform !== void 0) return { obstacle: "it transforms the answer first" };
	if (assertion.weight === 0) return { obstacle: "it weighs nothing, and so only measures" };
	const value = typeof assertion.value === "string" ? fillText(assertion.value, vars) : assertion.value;
	if (value === null || typeof value === "string" && value.startsWith("file://")) return { obstacle: "its value is not in the file" };
	if (value === void 0 && !type.startsWith("is-")) return { obstacle: "it has no value" };
	const made = known({
		value,
		threshold: typeof assertion.threshold === "number" ? assertion.threshold : void 0,
		shared
	});
	if ("obstacle" in made) return made;
	const { name, ...options } = typeof made.check === "string" ? { name: made.check } : made.check;
	const entry = {
		name,
		...options,
		...not ? { not: true } : {}
	};
	const check = Object.keys(entry).length === 1 ? name : entry;
	const configured = NAMED.test(name) ? null : configureCheck(check);
	return configured === null || configured.ok ? { check } : { obstacle: configured.issues.map(({ message }) => message).join("; ") };
}
/** Checks that stand in the config: read there. */
const NAMED = /^(similar|rubric)(_\d+)?$/;
/** What makes more or less of a test than all its assertions at once. */
function obstacleOf(test, vars) {
	const lists = Object.entries(vars).filter(([, value]) => Array.isArray(value));
	if (lists.length > 0) return `its variable ${lists[0]?.[0]} has several values, of which promptfoo makes a test each`;
	if (typeof test.threshold === "number" && test.threshold < 1) return "it passes by a share of its assertions";
	return membersOf(test.options).transform === void 0 ? null : "it transforms the answer first";
}
/** Those of a set stand for themselves where all have to hold. */
function flattened(assertion) {
	if (!isObject(assertion)) return [{ type: text(assertion) ?? "an assertion" }];
	return assertion.type === "assert-set" && assertion.threshold === void 0 ? listOf(assertion.assert).flatMap(flattened) : [assertion];
}
const listOf = (value) => Array.isArray(value) ? value : [];
const membersOf = (value) => isObject(value) ? value : {};
/** Null for one that stands in another file. */
function promptOf(prompt) {
	const written = isObject(prompt) ? text(prompt.raw) : text(prompt);
	return written === null || written.startsWith("file://") ? null : written;
}
/** A prompt that is JSON is a conversation. */
function filled(prompt, vars) {
	const asked = fillText(prompt, vars);
	if (asked === null) return null;
	try {
		const turns = JSON.parse(asked);
		if (Array.isArray(turns) && turns.every(isObject)) return { messages: turns };
	} catch {}
	return { input: asked };
}
/** Null where more than variables stands in it. */
function fillText(template, vars) {
	const text = template.replaceAll(/\{\{\s*([A-Za-z_]\w*)\s*\}\}/g, (all, name) => {
		const value = vars[name];
		return typeof value === "string" || typeof value === "number" ? String(value) : all;
	});
	return /\{\{|\{%/.test(text) ? null : text;
}

// src/app/cases/import.ts
/**
* Test cases of another program's file: a promptfoo config with its tests, or an Inspect dataset of samples.
* @throws WeighbridgeError `data` for what is neither
*/
async function importCases(file) {
	if (/^\.(ya?ml|json)$/i.test(extname(file))) {
		const config = await configIn(file);
		if (isObject(config) && "tests" in config) return casesOfPromptfoo(config);
	}
	const rows = await readRows(file);
	if (rows.length > 0 && rows.every(({ fields }) => "input" in fields)) return casesOfInspect(rows);
	throw new WeighbridgeError("data", "neither tests of promptfoo nor samples of Inspect", {
		at: { file },
		fix: "name a promptfoo config with `tests`, or a file of rows with `input` and `target`; other datasets become tasks by `weighbridge init --data`"
	});
}
async function configIn(file) {
	const text = decodeText(await readDatasetBytes(file, MAX_DATASET_BYTES), file);
	try {
		return (0, import_dist.parse)(text, { maxAliasCount: 100 });
	} catch (cause) {
		throw new WeighbridgeError("data", `not YAML: ${messageOf(cause)}`, {
			at: { file },
			fix: "correct the file",
			cause
		});
	}
}

// src/app/cases/checks.ts
/** Longer answers are checked by likeness: no model writes a paragraph twice. */
const EXACT = 24;
const ALIKE = .6;
/** What may check an answer, the strictest first: the scorer of the task where its reference is known, that the reference is in it, the answer that was right. */
function checksFor({ asked }, right, { primary_metric: primary }) {
	const answer = right.trim();
	const own = answer.length <= EXACT && !answer.includes("\n") ? {
		name: "exact_match",
		target: right
	} : {
		name: "edit_similarity",
		target: right,
		at_least: ALIKE
	};
	const reference = asked?.choices === void 0 ? asked?.reference : void 0;
	if (reference === void 0 || reference.trim() === "") return answer === "" ? [] : [{ name: primary }, own];
	return [
		{
			name: primary,
			target: reference
		},
		{
			name: "contains",
			target: reference
		},
		...answer === "" ? [] : [own]
	];
}
/** Whether an answer passes; not where the check cannot be made of its name alone, or would ask somebody else. */
async function holds(entry, output) {
	const configured = configureCheck(entry);
	if (!configured.ok) return false;
	const { scorer, targets, passes } = configured.check;
	if (scorer.runsCode || scorer.asks !== null || scorer.checkTargets(targets ?? []) !== null) return false;
	const open = await scorer.open(".");
	const [scores] = await open.score([{
		id: "case",
		output,
		targets: targets ?? []
	}], new AbortController().signal);
	await open.close();
	return passes(scores ?? {}) === true;
}
/** Whether the check says of the sides what the run said: that they differ. */
async function tellsApart(check, right, sides) {
	const others = sides.filter((side) => side !== void 0 && side !== right);
	if (others.length === 0) return sides.includes(void 0);
	for (const other of others) if (await holds(check, other)) return false;
	return true;
}

// src/app/cases.ts
/**
* A sample of a run as a test case: asked the same, and checked so that the side passes that was right, and the other fails.
* @throws WeighbridgeError `usage` for a sample that is not there, `data` for one of which no case can be made
*/
async function caseOfSample(wanted) {
	const { record, baseline, candidate } = await findSample(wanted);
	const sample = baseline ?? candidate;
	const name = `${record.task}/${sample.id}`;
	if (sample.case !== void 0) throw new WeighbridgeError("usage", `${name} is a test case already`, { fix: "it stands in the dataset of its task: copy it from there" });
	const input = questionOf(sample, name);
	const [before, after] = [writtenBy(baseline), writtenBy(candidate)];
	const right = isRight(candidate, record) && !isRight(baseline, record) ? after : before;
	if (right === void 0) throw notWritten(name);
	for (const check of checksFor(sample, right, record)) {
		if (!await holds(check, right) || !await tellsApart(check, right, [before, after])) continue;
		return {
			row: {
				name: wanted.name ?? name,
				input,
				checks: [check],
				tags: [`from:${basename(resolve(wanted.run))}`],
				...wanted.severity === void 0 ? {} : { severity: wanted.severity }
			},
			from: record
		};
	}
	throw new WeighbridgeError("data", `both sides answer ${name} alike, so that no check tells them apart`, { fix: "add a sample that flipped: the report lists them, as does `weighbridge compare`" });
}
async function findSample({ run, sample }) {
	const sides = {
		baseline: (await readSideResults(run, "baseline")).runs,
		candidate: (await readSideResults(run, "candidate")).runs
	};
	const matches = (runs) => runs.flatMap(({ record, samples }) => samples.filter(({ id }) => id === sample || `${record.task}/${id}` === sample).map((own) => ({
		record,
		own
	})));
	const [before, after] = [matches(sides.baseline), matches(sides.candidate)];
	const all = [...after, ...before];
	const tasks = new Set(all.map(({ record }) => record.task));
	const [first] = all;
	if (first === void 0) {
		const known = [...sides.candidate, ...sides.baseline].flatMap(({ record, samples }) => samples.map(({ id }) => `${record.task}/${id}`));
		throw new WeighbridgeError("usage", `the run has no sample ${JSON.stringify(sample)}`, {
			at: { file: run },
			fix: known.length === 0 ? "name a folder in which `weighbridge run` left its samples" : suggestion(sample, [...new Set(known)])
		});
	}
	if (tasks.size > 1) throw new WeighbridgeError("usage", `${tasks.size} tasks have a sample ${JSON.stringify(sample)}`, { fix: `name it with its task: ${[...tasks].map((task) => `${task}/${sample}`).join(", ")}` });
	const { record } = first;
	const own = (list) => list.find((each) => each.record.task === record.task)?.own;
	const baseline = own(before);
	return baseline === void 0 ? {
		record,
		baseline,
		candidate: first.own
	} : {
		record,
		baseline,
		candidate: own(after)
	};
}
/**
* Prompts that a baseline got right, as test cases: up to so many, taking turns over tasks and groups, and always the same ones of the same
* run. Each is checked by what its task counts as right where the stored answer passes that, else by the answer itself.
*/
async function casesToKeep(run, most) {
	const { runs, faults } = await readSideResults(run, "baseline");
	const [fault] = faults;
	if (fault !== void 0) throw fault;
	const notes = [];
	const byLength = [...runs.filter(({ record, samples }) => {
		const isWritten = samples.some((each) => writtenBy(each) !== void 0 && each.asked !== void 0 && each.case === void 0);
		if (!isWritten) notes.push(`${record.task}: left out, since its model wrote no answer to a question that was kept: a case checks what a model writes`);
		return isWritten;
	})].sort((a, b) => b.samples.length - a.samples.length);
	const alike = [...groupBy(byLength, ({ record }) => settingsOf(record)).values()];
	for (const own of alike) {
		const [largest] = own;
		const rows = await keptOf(own, most);
		if (largest === void 0 || rows.length === 0) continue;
		for (const { folder, record } of alike.filter((each) => each !== own).flat()) notes.push(`${record.task}: left out, since it is asked with other settings than ${largest.record.task}: keep it in a file of its own, \`weighbridge cases keep ${folder} --to FILE\``);
		return {
			rows,
			from: largest.record,
			notes
		};
	}
	return {
		rows: [],
		from: null,
		notes
	};
}
/** Of runs that were asked with the same settings. */
async function keptOf(runs, most) {
	const right = runs.flatMap(({ record, samples }) => samples.filter((sample) => isRight(sample, record) && sample.case === void 0).map((sample) => ({
		record,
		sample
	})));
	const groups = groupBy(right, ({ record, sample }) => JSON.stringify([record.task, sample.group ?? null]));
	const order = ({ sample }) => createHash("sha256").update(sample.id).digest("hex");
	const queues = [...groups.values()].map((own) => own.sort((a, b) => order(a) < order(b) ? -1 : 1));
	const rows = [];
	for (let turn = 0; rows.length < most && queues.some((queue) => queue.length > turn); turn += 1) for (const queue of queues) {
		const next = queue[turn];
		if (next === void 0 || rows.length >= most) continue;
		const row = await keptCase(next.sample, next.record);
		if (row !== null) rows.push(row);
	}
	return rows;
}
async function keptCase(sample, record) {
	const { asked, group } = sample;
	const output = writtenBy(sample);
	if (output === void 0 || asked === void 0 || whyNotWhole(asked) !== null) return null;
	for (const check of checksFor(sample, output, record)) {
		if (!await holds(check, output)) continue;
		const tags = [record.task, ...group === void 0 ? [] : [group]];
		return {
			name: `${record.task}/${sample.id}`,
			input: asked.question,
			checks: [check],
			tags
		};
	}
	return null;
}
/** What a model wrote. The likeliest of given choices is its answer too, but it would not have written that. */
const writtenBy = (sample) => Array.isArray(sample?.choices) ? void 0 : sample?.output;
const settingsOf = ({ fingerprint }) => JSON.stringify([fingerprint.chat_template === null, fingerprint.generation]);
/** Whether the primary score is the best that a sample can have. */
function isRight(sample, { primary_metric: primary, metrics }) {
	const metric = metrics.find(({ name }) => name === primary);
	const best = metric?.direction === "higher_is_better" ? metric.range.max : metric?.range.min;
	return best != null && sample?.scores[primary] === best;
}
/** Of what people read of a question, why no model can be asked it again; null where it is whole. */
function whyNotWhole({ question, turns }) {
	if (turns !== void 0) return "it is a conversation, which is kept for people to read";
	return question.length >= MOST_ASKED.question && question.startsWith("…") ? "its question is too long to have been kept whole" : null;
}
function questionOf({ asked }, name) {
	if (asked === void 0) throw new WeighbridgeError("data", `${name}: its question was not kept`, { fix: "evaluate with `include_samples: changed` or `all`, or write the case by hand" });
	const reason = whyNotWhole(asked);
	if (reason === null) return asked.question;
	throw new WeighbridgeError("data", `${name}: ${reason}`, { fix: "write the case by hand" });
}
const notWritten = (name) => new WeighbridgeError("data", `${name}: its model wrote no answer that was kept`, { fix: "a case checks what a model writes: take a sample of a generate task, or write the case by hand" });

// src/cli/cases.ts
const HELP = `
A file of test cases is the dataset of a task of the type cases: docs/how-to/behaviour-suites.md.

Examples:
  weighbridge cases add weighbridge-out tickets/ticket-017 --severity critical
  weighbridge cases keep weighbridge-out --n 100
  weighbridge cases import promptfooconfig.yaml
`;
const addCasesCommand = (program, context) => {
	const cases = program.command("cases").description("test cases from what models answered").addHelpText("after", HELP);
	addAdd(cases, context);
	addKeep(cases, context);
	addImport(cases, context);
};
function addAdd(parent, { terminal }) {
	parent.command("add").description("make a sample that flipped a test case").argument("<RUN>", "run directory").argument("<SAMPLE>", "id of the sample, or task/id").addOption(new Option("--to <file>", "YAML or JSONL file of cases").default("evals/cases.yml")).addOption(new Option("--name <name>", "what the case is called; default: task/id")).addOption(new Option("--severity <severity>", "what failing means").choices(SEVERITIES)).action(async (run, sample, { to, name, severity }) => {
		const { row, from } = await caseOfSample({
			run,
			sample,
			...name === void 0 ? {} : { name },
			...severity === void 0 ? {} : { severity }
		});
		if ((await addCases(to, [row])).length > 0) throw new WeighbridgeError("usage", `${to} has a case ${JSON.stringify(row.name)} already`, { fix: "give this one another name: --name <name>" });
		terminal.info(`added ${row.name} to ${to}`);
		for (const line of (0, import_dist.stringify)([row], { blockQuote: "literal" }).trimEnd().split("\n")) terminal.print(fenceLine(line));
		for (const line of taskLines(to, from)) terminal.print(line);
	});
}
function addKeep(parent, { terminal }) {
	parent.command("keep").description("keep prompts that a baseline got right as test cases").argument("<RUN>", "run directory, or the baseline's results").addOption(new Option("--to <file>", "YAML or JSONL file of cases").default("evals/memory.yml")).addOption(new Option("--n <count>", "most cases").argParser(count).default(100)).action(async (run, { to, n }) => {
		const { rows, from, notes } = await casesToKeep(run, n);
		for (const note of notes) terminal.info(note);
		if (rows.length === 0 || from === null) throw new WeighbridgeError("data", "there is no prompt to keep: nothing that the baseline wrote was right", {
			at: { file: run },
			fix: "name a run of a generate task whose primary metric is 0 or 1 for each sample"
		});
		const known = await addCases(to, rows);
		terminal.info(`kept ${plural(rows.length - known.length, "case")} in ${to}, ${known.length} were there already`);
		for (const line of taskLines(to, from)) terminal.print(line);
	});
}
function addImport(parent, { terminal }) {
	parent.command("import").description("test cases from a promptfoo config or an Inspect dataset").argument("<FILE>", "promptfooconfig.yaml, or rows with input and target").addOption(new Option("--to <file>", "YAML or JSONL file of cases").default("evals/cases.yml")).action(async (file, { to }) => {
		const { rows, checks, notes } = await importCases(file);
		for (const note of notes) terminal.info(note);
		if (rows.length === 0) throw new WeighbridgeError("data", "none of it became a test case", {
			at: { file },
			fix: "the lines above say why; write the cases by hand: docs/how-to/behaviour-suites.md"
		});
		const known = await addCases(to, rows);
		terminal.info(`${plural(rows.length - known.length, "case")} in ${to}, ${known.length} were there already; ${plural(notes.length, "remark")} on what was not converted`);
		for (const line of taskLines(to, null, checks)) terminal.print(line);
	});
}
function count(text) {
	if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number of at least 1");
}
/** The task that asks them as they were asked, for whoever has none yet. */
function taskLines(file, from, checks = {}) {
	const fingerprint = from?.fingerprint ?? {};
	const name = file.replace(/^.*[\\/]/, "").replace(/\.[a-z]+$/i, "").replaceAll(/[^A-Za-z0-9_-]+/g, "_");
	const isOurs = fingerprint.harness === "weighbridge native" && typeof fingerprint.generation === "string";
	const { strip_thinking: strips, ...generation } = isOurs ? JSON.parse(String(fingerprint.generation)) : {};
	const task = {
		role: "behaviour",
		type: "cases",
		dataset: file,
		...from === null || fingerprint.chat_template != null ? {} : { apply_chat_template: false },
		...isOurs ? { generation_kwargs: generation } : {},
		...strips === true ? { strip_thinking: true } : {},
		...Object.keys(checks).length === 0 ? {} : { checks }
	};
	const block = {
		tasks: { [name]: task },
		gates: [{
			metric: name,
			max_new_failures: 0
		}]
	};
	const shots = fingerprint.few_shot == null ? [] : ["They were asked behind solved examples, which a case does not have: see that the baseline still passes."];
	return [
		"",
		"The task that asks them:",
		"",
		(0, import_dist.stringify)(block, { blockQuote: false }).trimEnd(),
		...shots
	];
}

export { addCasesCommand };