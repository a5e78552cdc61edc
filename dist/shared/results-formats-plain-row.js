import { Ot as nearest, jt as WeighbridgeError } from "./core-domain-history.js";
import { t as METRICS } from "./core-metrics-registry.js";
import { n as nameHere } from "./core-metrics-synonyms.js";

// src/results/formats/plain/column-names.ts
const REQUIRED_COLUMNS = [
	"task",
	"id",
	"metric",
	"score"
];
/** What is said of a sample. */
const SAMPLE_COLUMNS = [
	"group",
	"cluster",
	"weight",
	"choices",
	"input",
	"prompt",
	"target",
	"output"
];
const OPTIONAL = [
	"filter",
	...SAMPLE_COLUMNS,
	"direction",
	"unit",
	"min",
	"max",
	"model"
];
/** All that such a table may have, besides columns of one's own. */
const KNOWN_COLUMNS = [...REQUIRED_COLUMNS, ...OPTIONAL];
/** What else people call the columns of a table of results. */
const CALLED = {
	task: [
		"dataset",
		"benchmark",
		"suite",
		"eval",
		"taskname",
		"evalname"
	],
	id: [
		"qid",
		"uid",
		"uuid",
		"idx",
		"index",
		"key",
		"sampleid",
		"exampleid",
		"questionid",
		"docid",
		"itemid",
		"caseid"
	],
	metric: [
		"metricname",
		"measure",
		"scorer"
	],
	score: [
		"value",
		"result",
		"correct",
		"iscorrect",
		"passed",
		"metricvalue"
	],
	group: [
		"category",
		"subject",
		"subset",
		"domain"
	],
	prompt: [
		"question",
		"query",
		"instruction"
	],
	target: [
		"expected",
		"expectedoutput",
		"gold",
		"label",
		"reference",
		"groundtruth"
	],
	output: [
		"prediction",
		"predicted",
		"pred",
		"response",
		"completion",
		"generation",
		"modeloutput"
	],
	model: ["modelname", "checkpoint"]
};
/** The column that was probably meant, or undefined where none is near. */
function columnMeant(written) {
	const bare = written.toLowerCase().replace(/[^a-z0-9]/g, "");
	return Object.keys(CALLED).find((name) => CALLED[name]?.includes(bare)) ?? nearest(written, KNOWN_COLUMNS);
}
/** A line as it would have to be. */
const LINE = "{\"task\": \"facts\", \"id\": \"q1\", \"metric\": \"acc\", \"score\": 1}";
/**
* Of a table that nobody knows, and that was meant as one of results: what it takes to become it. Null for any other.
* @param columns as its first line has them
*/
function almostPlain(columns, file) {
	const missing = REQUIRED_COLUMNS.filter((name) => !columns.includes(name));
	const renamed = missing.flatMap((name) => {
		const from = columns.find((column) => columnMeant(column) === name && !KNOWN_COLUMNS.includes(column));
		return from === void 0 ? [] : [{
			name,
			from
		}];
	});
	const wide = columns.filter((column) => Object.hasOwn(METRICS, nameHere(column)));
	const found = REQUIRED_COLUMNS.length - missing.length + renamed.length;
	if (missing.length === 0 || found + Math.min(1, wide.length) < 2) return null;
	const added = missing.filter((name) => !renamed.some((each) => each.name === name));
	const steps = [...renamed.length === 0 ? [] : [`rename ${renamed.map(({ name, from }) => `${from} to ${name}`).join(", ")}`], ...added.length === 0 ? [] : [`add ${added.join(", ")}`]];
	const lines = wide.length > 0 && missing.includes("metric") ? `, with a line for each of ${wide.join(", ")}` : "";
	return new WeighbridgeError("data", `no table of results: it lacks ${missing.join(", ")}`, {
		at: { file },
		fix: `${steps.join(", ")}${lines}, as in ${LINE}`
	});
}

// src/results/formats/plain/row.ts
/** What a column of one's own may begin with. */
const OWN = "x_";
const DIRECTIONS = /* @__PURE__ */ new Map([
	["higher_is_better", "higher_is_better"],
	["higher", "higher_is_better"],
	["lower_is_better", "lower_is_better"],
	["lower", "lower_is_better"]
]);
const UNITS_BY_NAME = new Map([
	"rate",
	"percent",
	"number"
].map((unit) => [unit, unit]));
/** What may be held of samples in columns; of lines that say more of them samples are read again. */
const HELD = [
	"group",
	"cluster",
	"weight",
	"choices",
	"target",
	"output"
];
/** What is nobody's business but of whoever wrote the table. */
const isOwnColumn = (name) => name.startsWith(OWN);
/** Also after it was read and written once more, into either kind of file. */
const PANDAS_INDEX = /^(?:|Unnamed: 0|__index_level_0__)$/;
/** @throws WeighbridgeError `data` for a column that is not known: a misspelt `weight` would change every number */
function checkColumns(columns, at) {
	const missing = REQUIRED_COLUMNS.find((name) => !columns.includes(name));
	if (missing !== void 0) throw missingColumn(missing, at);
	const unknown = columns.find((name) => !KNOWN_COLUMNS.includes(name) && !isOwnColumn(name));
	if (unknown === void 0) return;
	if (PANDAS_INDEX.test(unknown)) throw new WeighbridgeError("data", "a column without a name, as pandas writes its index", {
		at,
		fix: "write it without: to_csv(FILE, index=False)"
	});
	const meant = columnMeant(unknown);
	throw new WeighbridgeError("data", `${JSON.stringify(unknown)} is not known`, {
		at,
		fix: `${meant === void 0 ? "" : `did you mean ${meant}? `}use ${KNOWN_COLUMNS.join(", ")}; a column of your own begins with ${OWN}`
	});
}
const missingColumn = (name, at) => new WeighbridgeError("data", `${JSON.stringify(name)} is missing`, { at });
/**
* @param members in known columns, of which those that are null or, in CSV, empty are absent; a score is never absent
* @throws WeighbridgeError `data` with file and line
*/
function parsePlainRow(members, at) {
	const required = {
		at,
		task: textIn(members, "task", at),
		id: textIn(members, "id", at),
		metric: textIn(members, "metric", at),
		score: parseScore(members.score, at)
	};
	return Object.keys(members).length === REQUIRED_COLUMNS.length ? {
		...required,
		sample: NOTHING_MORE
	} : {
		...required,
		...optionalIn(members, at)
	};
}
/** Of a line that says nothing of its sample but a score. */
const NOTHING_MORE = {};
/** Whether a line says no more of its sample than may be held in columns. */
const saysLittle = (sample) => sample.input === void 0;
function optionalIn(members, at) {
	const fail = (key, message) => refuse(at, key, message);
	const has = (key) => members[key] !== void 0 && members[key] !== null;
	const text = (key) => textIn(members, key, at);
	const optional = (key) => has(key) ? { [key]: text(key) } : {};
	const any = (name, ...keys) => {
		const found = keys.filter(has);
		if (found.length > 1) return fail(found[1] ?? name, `says the same as ${found[0]}: give one of them`);
		return found[0] === void 0 ? {} : { [name]: members[found[0]] };
	};
	const oneOf = (key, values) => {
		if (!has(key)) return {};
		const value = values.get(text(key));
		if (value === void 0) return fail(key, `must be one of ${[...values.keys()].join(", ")}`);
		return { [key]: value };
	};
	const bound = (key) => has(key) ? { [key]: parseBound(members[key], (message) => fail(key, message)) } : {};
	const sampleIn = () => ({
		...optional("group"),
		...optional("cluster"),
		...members.output === "" ? { output: "" } : optional("output"),
		...has("weight") ? { weight: parseWeight(members.weight, (message) => fail("weight", message)) } : {},
		...has("choices") ? { choices: parseChoices(members.choices, (message) => fail("choices", message)) } : {},
		...any("input", "input", "prompt"),
		...any("target", "target")
	});
	return {
		...optional("filter"),
		...optional("model"),
		...oneOf("direction", DIRECTIONS),
		...oneOf("unit", UNITS_BY_NAME),
		...bound("min"),
		...bound("max"),
		sample: SAMPLE_COLUMNS.some(has) ? sampleIn() : NOTHING_MORE
	};
}
function refuse(at, key, message) {
	throw new WeighbridgeError("data", message, { at: {
		...at,
		key
	} });
}
function textIn(members, key, at) {
	const value = members[key];
	if (typeof value === "string" && value !== "") return value;
	if (value === void 0) throw missingColumn(key, at);
	return Number.isSafeInteger(value) ? String(value) : refuse(at, key, "must be a text");
}
const NO_SCORE = /^(nan|n\/?a|null|none|[+-]?inf(inity)?|-)?$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** What is written in place of a number, and what to do about it. */
const IN_PLACE_OF_NUMBERS = [
	[/^(y|n|t|f|yes|no|right|wrong|(in)?correct|pass(ed)?|fail(ed)?|ok|[✓✔✗✘✅❌])$/iu, "write 1 for what is right and 0 for what is not"],
	[/^[\d.]+ *%$/, "write the number alone, from 0 to 1, or in all lines per cent beside a column \"unit\" that says percent"],
	[/^\d+(,|\/)\d+$/, "write it with a decimal point, such as 0.5"],
	[/^score$/i, "take the line out: the names of the columns stand here again, as where tables were put one after the other"]
];
/** What is no finite number but says so is unscored; anything else is a fault. */
function parseScore(value, at) {
	if (typeof value === "boolean") return Number(value);
	if (value === null || value === void 0) return { unscored: "no score in the file" };
	if (typeof value === "string" && NO_SCORE.test(value.trim())) return { unscored: value.trim() === "" ? "no score in the file" : value.trim() };
	if (typeof value === "string" && /^(true|false)$/i.test(value)) return Number(value.toLowerCase() === "true");
	const number = numberOf(value);
	if (number === null) {
		const known = IN_PLACE_OF_NUMBERS.find(([written]) => written.test(String(value).trim()));
		throw new WeighbridgeError("data", `${brief(value)} is no number`, {
			at: {
				...at,
				key: "score"
			},
			fix: known?.[1] ?? "correct the line, or write the table again"
		});
	}
	return Number.isFinite(number) ? number : { unscored: String(number) };
}
function parseWeight(value, fail) {
	const weight = numberOf(value);
	if (weight !== null && weight > 0 && Number.isFinite(weight)) return weight;
	return fail("must be a positive number");
}
function parseBound(value, fail) {
	const bound = numberOf(value);
	return bound !== null && Number.isFinite(bound) ? bound : fail("must be a number");
}
function parseChoices(value, fail) {
	const count = numberOf(value);
	return count !== null && Number.isSafeInteger(count) && count >= 1 ? count : fail("must be how many choices the question has");
}
function numberOf(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : null;
}
const brief = (value) => (JSON.stringify(value) ?? "this").slice(0, 60);

export { parsePlainRow as a, almostPlain as c, isOwnColumn as i, columnMeant as l, NOTHING_MORE as n, saysLittle as o, checkColumns as r, REQUIRED_COLUMNS as s, HELD as t };