import { i as Option } from "./npm-commander.js";
import { r as readSideResults } from "./app-sides-stored.js";
import { f as ccount, i as VERDICT_FILE, o as readVerdict, p as stringifyEntitiesLight } from "./app-verdict-file.js";
import { At as IssueList, D as formatInterval, E as formatDigest, N as formatSize, P as formatValue, T as formatCount, V as GATED_SIDES, jt as WeighbridgeError, w as formatChange } from "./core-domain-history.js";
import { t as stringify$2 } from "./npm-csv-stringify.js";
import { t as require_dist } from "./npm-yaml.js";
import { g as gateSentence, p as verdictLabel, y as isNotNeeded } from "./report-headline.js";
import { i as ours, n as inline, s as toPlain, t as code } from "./report-inline.js";
import { a as renderMarkdown, r as blocksToMarkdown, t as COMMENT_BYTES } from "./report-markdown.js";
import { d as list, f as numberColumn, h as textColumn, l as heading, m as table, p as paragraph } from "./report-sections-registry.js";
import { t as verdictJson } from "./report-json.js";
import { d as exporterOf, f as findFormat, l as EXPORTERS } from "./app-sides-mlflow.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { P as holdsRuns } from "./results-formats-lm-eval-lm-eval.js";
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";

// src/report/exports/csv.ts
/** What a spreadsheet would take for a formula begins with an apostrophe. */
const safe = (text) => /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
const number = (value) => value == null ? "" : String(value);
const COLUMNS = [
	["gate", ({ id }) => safe(id)],
	["task", ({ task }) => safe(task)],
	["metric", ({ metric }) => safe(metric)],
	["rule", ({ rule }) => rule],
	["limit", ({ limit }) => safe(limit)],
	["tier", ({ tier }) => tier],
	["verdict", ({ verdict }) => verdict],
	["blocks", ({ blocks }) => String(blocks)],
	["pairs", ({ pairs }) => String(pairs)],
	["unit", ({ unit }) => unit],
	["baseline", ({ baseline }) => number(baseline?.value)],
	["candidate", ({ candidate }) => number(candidate?.value)],
	["delta", ({ delta }) => number(delta?.value)],
	["delta_low", ({ delta }) => number(delta?.low)],
	["delta_high", ({ delta }) => number(delta?.high)],
	["level", ({ delta }) => number(delta?.level)]
];
const csvExport = {
	summary: "CSV: a line a gate, for a spreadsheet",
	file: "gates.csv",
	render: ({ gates }) => stringify$2([COLUMNS.map(([name]) => name), ...gates.map((gate) => COLUMNS.map(([, cell]) => cell(gate)))])
};

// src/report/exports/measured.ts
var import_dist = require_dist();
/** All that the candidate came to; what has no value is not there. */
const measuredMetrics = ({ tasks }) => tasks.flatMap((task) => task.metrics.flatMap((metric) => metric.candidate === null ? [] : [{
	task,
	metric,
	value: metric.candidate.value
}]));
/** The name of a checkpoint, as a model card calls it: without folders and ending. */
const cardName = ({ candidate }) => candidate?.source.split(/[\\/]/).at(-1)?.replace(/\.gguf$/, "") ?? "candidate";

// src/report/exports/eval-results.ts
/** `.eval_results/*.yaml` of a model repository; what its readers cannot show, n and interval, stands in the notes. */
const evalResultsExport = {
	summary: "Hugging Face .eval_results: a list for the model repository",
	file: "eval_results.yaml",
	render: (file) => (0, import_dist.stringify)(measuredMetrics(file).map((measured) => ({
		dataset: {
			id: measured.task.task,
			task_id: measured.metric.metric
		},
		value: measured.value,
		notes: notesOf(measured)
	})))
};
function notesOf({ metric: { unit, candidate, delta }, task }) {
	const stderr = candidate?.stderr ?? null;
	return [
		`${formatCount(candidate?.n ?? task.pairs)} samples`,
		...stderr === null ? [] : [`standard error ${formatSize(stderr, unit)}`],
		...delta === null ? [] : [`${formatChange(delta.value, unit)} against its baseline`],
		"measured by weighbridge"
	].join("; ");
}

// node_modules/xast-util-to-xml/lib/util-escape.js
const noncharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;
/**
* Escape a string.
*
* @param {string} value
*   Raw string.
* @param {Array<string>} subset
*   Characters to escape.
* @param {RegExp | null | undefined} [unsafe]
*   Regex to scope `subset` to (optional).
* @returns {string}
*   Escaped string.
*/
function escape(value, subset, unsafe) {
	const result = clean(value);
	return unsafe ? result.replace(unsafe, encode) : encode(result);
	/**
	* Actually escape characters.
	*
	* @param {string} value
	*   Raw value.
	* @returns {string}
	*   Copy of `value`, escaped.
	*/
	function encode(value) {
		return stringifyEntitiesLight(value, { subset });
	}
}
/**
* Remove non-characters.
*
* @param {string} value
*   Raw value.
* @returns {string}
*   Copy of `value` with non-characters removed.
*/
function clean(value) {
	return String(value || "").replace(noncharacter, "");
}

// node_modules/xast-util-to-xml/lib/cdata.js
/**
* @typedef {import('xast').Cdata} Cdata
*/
const unsafe$1 = /]]>/g;
const subset$3 = [">"];
/**
* Serialize a CDATA section.
*
* @param {Cdata} node
*   xast cdata node.
* @returns {string}
*   Serialized XML.
*/
function cdata(node) {
	return "<![CDATA[" + escape(node.value, subset$3, unsafe$1) + "]]>";
}

// node_modules/xast-util-to-xml/lib/comment.js
/**
* @typedef {import('xast').Comment} Comment
*/
/**
* Serialize a comment.
*
* @param {Comment} node
*   xast comment node.
* @returns {string}
*   Serialized XML.
*/
function comment(node) {
	return "<!--" + escape(node.value, ["-"]) + "-->";
}

// node_modules/xast-util-to-xml/lib/name.js
const subset$2 = [
	"	",
	"\n",
	" ",
	"\"",
	"&",
	"'",
	"/",
	"<",
	"=",
	">"
];
/**
* Encode a node name.
*
* @param {string} value
*   Raw name.
* @returns {string}
*   Escaped name.
*/
function name(value) {
	return escape(value, subset$2);
}

// node_modules/xast-util-to-xml/lib/value.js
/**
* @typedef {import('./index.js').State} State
*/
/**
* Serialize an attribute value.
*
* @param {string} value
*   Raw attribute value.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized attribute value.
*/
function value(value, state) {
	const result = String(value);
	let quote = state.options.quote || "\"";
	if (state.options.quoteSmart) {
		const other = quote === "\"" ? "'" : "\"";
		if (ccount(result, quote) > ccount(result, other)) quote = other;
	}
	return quote + escape(result, [
		"<",
		"&",
		quote
	]) + quote;
}

// node_modules/xast-util-to-xml/lib/doctype.js
/**
* @typedef {import('xast').Doctype} Doctype
* @typedef {import('./index.js').State} State
*/
/**
* Serialize a doctype.
*
* @param {Doctype} node
*   xast doctype node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function doctype(node, state) {
	const nodeName = name(node.name);
	const pub = node.public;
	const sys = node.system;
	let result = "<!DOCTYPE";
	if (nodeName !== "") result += " " + nodeName;
	if (pub) result += " PUBLIC " + value(pub, state);
	else if (sys) result += " SYSTEM";
	if (sys) result += " " + value(sys, state);
	return result + ">";
}

// node_modules/xast-util-to-xml/lib/element.js
/**
* @typedef {import('xast').Element} Element
* @typedef {import('./index.js').State} State
*/
const own$1 = {}.hasOwnProperty;
/**
* Serialize an element.
*
* @param {Element} node
*   xast element node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function element(node, state) {
	const nodeName = name(node.name);
	const content = all(node, state);
	const attributes = node.attributes || {};
	const close = content ? false : state.options.closeEmptyElements;
	/** @type {Array<string>} */
	const attrs = [];
	/** @type {string} */
	let key;
	for (key in attributes) if (own$1.call(attributes, key)) {
		const result = attributes[key];
		if (result !== null && result !== void 0) attrs.push(name(key) + "=" + value(result, state));
	}
	return "<" + nodeName + (attrs.length === 0 ? "" : " " + attrs.join(" ")) + (close ? (state.options.tightClose ? "" : " ") + "/" : "") + ">" + content + (close ? "" : "</" + nodeName + ">");
}

// node_modules/xast-util-to-xml/lib/instruction.js
/**
* @typedef {import('xast').Instruction} Instruction
*/
const unsafe = /\?>/g;
const subset$1 = [">"];
/**
* Serialize an instruction.
*
* @param {Instruction} node
*   xast instruction node.
* @returns {string}
*   Serialized XML.
*/
function instruction(node) {
	const nodeName = name(node.name) || "x";
	const result = escape(node.value, subset$1, unsafe);
	return "<?" + nodeName + (result ? " " + result : "") + "?>";
}

// node_modules/xast-util-to-xml/lib/text.js
/**
* @typedef {import('xast').Text} Text
* @typedef {import('../index.js').Raw} Raw
*/
const subset = ["&", "<"];
/**
* Serialize a text.
*
* @param {Raw | Text} node
*   xast text node (or raw).
* @returns {string}
*   Serialized XML.
*/
function text$1(node) {
	return escape(node.value, subset);
}

// node_modules/xast-util-to-xml/lib/raw.js
/**
* @typedef {import('../index.js').Raw} Raw
* @typedef {import('./index.js').State} State
*/
/**
* Serialize a (non-standard) raw.
*
* @param {Raw} node
*   xast raw node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function raw(node, state) {
	return state.options.allowDangerousXml ? node.value : text$1(node);
}

// node_modules/xast-util-to-xml/lib/one.js
/**
* @typedef {import('xast').Nodes} Nodes
* @typedef {import('xast').Parents} Parents
* @typedef {import('xast').RootContent} RootContent
* @typedef {import('./index.js').State} State
*/
const own = {}.hasOwnProperty;
const handlers = {
	cdata,
	comment,
	doctype,
	element,
	instruction,
	raw,
	root: all,
	text: text$1
};
/**
* Serialize a node.
*
* @param {Nodes} node
*   xast node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function one(node, state) {
	const type = node && node.type;
	if (!type) throw new Error("Expected node, not `" + node + "`");
	if (!own.call(handlers, type)) throw new Error("Cannot compile unknown node `" + type + "`");
	const handle = handlers[type];
	return handle(node, state);
}
/**
* Serialize all children of `parent`.
*
* @param {Parents} parent
*   xast parent node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function all(parent, state) {
	/** @type {Array<RootContent>} */
	const children = parent && parent.children || [];
	let index = -1;
	/** @type {Array<string>} */
	const results = [];
	while (++index < children.length) results[index] = one(children[index], state);
	return results.join("");
}

// node_modules/xast-util-to-xml/lib/index.js
/**
* @typedef {import('xast').Literal} Literal
* @typedef {import('xast').Nodes} Nodes
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [allowDangerousXml=false]
*   Allow `raw` nodes and insert them as raw XML (default: `false`).
*
*   When `false`, `Raw` nodes are encoded.
*
*   > ⚠️ **Danger**: only set this if you completely trust the content.
* @property {boolean | null | undefined} [closeEmptyElements=false]
*   Close elements without any content with slash (`/`) on the opening tag
*   instead of an end tag: `<circle />` instead of `<circle></circle>`
*   (default: `false`).
*
*   See `tightClose` to control whether a space is used before the slash.
* @property {Quote | null | undefined} [quote='"']
*   Preferred quote to use (default: `'"'`).
* @property {boolean | null | undefined} [quoteSmart=false]
*   Use the other quote if that results in less bytes (default: `false`).
* @property {boolean | null | undefined} [tightClose=false]
*   Do not use an extra space when closing self-closing elements: `<circle/>`
*   instead of `<circle />` (default: `false`).
*
*   > 👉 **Note**: only used if `closeEmptyElements: true`.
*
* @typedef {'"' | "'"} Quote
*   XML quotes for attribute values.
*
* @typedef State
*   Info passed around about the current state.
* @property {Options} options
*   Configuration.
*/
/**
* Serialize a xast tree to XML.
*
* @param {Array<Nodes> | Nodes} tree
*   xast node(s) to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized XML.
*/
function toXml(tree, options) {
	/** @type {State} */
	const state = { options: options || {} };
	if (typeof state.options.quote === "string" && state.options.quote !== "\"" && state.options.quote !== "'") throw new Error("Invalid quote `" + state.options.quote + "`, expected `'` or `\"`");
	return one(Array.isArray(tree) ? {
		type: "root",
		children: tree
	} : tree, state);
}

// node_modules/xastscript/lib/index.js
/**
* @typedef {import('xast').Element} Element
* @typedef {import('xast').Nodes} Nodes
* @typedef {import('xast').Root} Root
*/
/**
* @typedef {Element | Root} Result
*   Result from a `x` call.
*
* @typedef {boolean | number | string | null | undefined} Value
*   Attribute value
*
* @typedef {{[attribute: string]: Value}} Attributes
*   Acceptable value for element properties.
*
* @typedef {boolean | number | string | null | undefined} PrimitiveChild
*   Primitive children, either ignored (nullish), or turned into text nodes.
* @typedef {Array<Nodes | PrimitiveChild>} ArrayChild
*   List of children.
* @typedef {Nodes | PrimitiveChild | ArrayChild} Child
*   Acceptable child value.
*/
/**
* @typedef {import('./jsx-classic.js').Element} x.JSX.Element
* @typedef {import('./jsx-classic.js').IntrinsicAttributes} x.JSX.IntrinsicAttributes
* @typedef {import('./jsx-classic.js').IntrinsicElements} x.JSX.IntrinsicElements
* @typedef {import('./jsx-classic.js').ElementChildrenAttribute} x.JSX.ElementChildrenAttribute
*/
/**
* Create XML trees in xast.
*
* @param name
*   Qualified name.
*
*   Case sensitive and can contain a namespace prefix (such as `rdf:RDF`).
*   When string, an `Element` is built.
*   When nullish, a `Root` is built instead.
* @param attributes
*   Attributes of the element or first child.
* @param children
*   Children of the node.
* @returns
*   `Element` or `Root`.
*/
const x = (
/**
* @param {string | null | undefined} [name]
* @param {Attributes | Child | null | undefined} [attributes]
* @param {Array<Child>} children
* @returns {Result}
*/
function(name, attributes, ...children) {
	let index = -1;
	/** @type {Result} */
	let node;
	if (name === void 0 || name === null) {
		node = {
			type: "root",
			children: []
		};
		children.unshift(attributes);
	} else if (typeof name === "string") {
		node = {
			type: "element",
			name,
			attributes: {},
			children: []
		};
		if (isAttributes(attributes)) {
			/** @type {string} */
			let key;
			for (key in attributes) if (attributes[key] !== void 0 && attributes[key] !== null && (typeof attributes[key] !== "number" || !Number.isNaN(attributes[key]))) node.attributes[key] = String(attributes[key]);
		} else children.unshift(attributes);
	} else throw new TypeError("Expected element name, got `" + name + "`");
	while (++index < children.length) addChild(node.children, children[index]);
	return node;
});
/**
* Add children.
*
* @param {Array<Child>} nodes
*   List of nodes.
* @param {Child} value
*   Child.
* @returns {undefined}
*   Nothing.
*/
function addChild(nodes, value) {
	let index = -1;
	if (value === void 0 || value === null) {} else if (typeof value === "string" || typeof value === "number") nodes.push({
		type: "text",
		value: String(value)
	});
	else if (Array.isArray(value)) while (++index < value.length) addChild(nodes, value[index]);
	else if (typeof value === "object" && "type" in value) {
		if (value.type === "root") addChild(nodes, value.children);
		else nodes.push(value);
	} else throw new TypeError("Expected node, nodes, string, got `" + value + "`");
}
/**
* Check if `value` is `Attributes`.
*
* @param {Attributes | Child} value
*   Value.
* @returns {value is Attributes}
*   Whether `value` is `Attributes`.
*/
function isAttributes(value) {
	if (value === null || value === void 0 || typeof value !== "object" || Array.isArray(value)) return false;
	return true;
}

// src/report/exports/junit.ts
/** A suite a task, a case a gate: a gate that blocks is a failure, one that says nothing an error. */
const junitExport = {
	summary: "JUnit XML: a case a gate, for the test view of a CI",
	file: "junit.xml",
	render: (file) => {
		const suites = [...new Set(file.gates.map(({ task }) => task))].map((task) => suite(task, file.gates.filter((gate) => gate.task === task)));
		const faults = file.verdict === "invalid" && !file.gates.some(isError) ? [wholeFault(file)] : [];
		return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(x("testsuites", { name: "weighbridge" }, [...faults, ...suites]))}\n`;
	}
};
const isError = ({ verdict }) => verdict === "invalid";
const isFailure = ({ verdict, blocks }) => blocks && verdict !== "invalid";
const isSkipped = (gate) => isNotNeeded(gate) && !gate.blocks;
function suite(task, gates) {
	const count = (of) => String(gates.filter(of).length);
	const counts = {
		tests: String(gates.length),
		failures: count(isFailure),
		errors: count(isError)
	};
	return x("testsuite", {
		name: text(task),
		...counts,
		skipped: count(isSkipped)
	}, gates.map(testCase));
}
function testCase(gate) {
	const says = text(`${toPlain(gateSentence(gate))}. ${gate.reasons.join(" ")}`);
	const message = verdictLabel(gate.verdict);
	const outcome = isError(gate) ? [x("error", {
		message,
		type: gate.verdict
	}, says)] : isFailure(gate) ? [x("failure", {
		message,
		type: gate.verdict
	}, says)] : isSkipped(gate) ? [x("skipped", { message: "not needed" })] : [];
	return x("testcase", {
		name: text(gate.id),
		classname: text(gate.task)
	}, [...outcome, ...outcome.length === 0 ? [x("system-out", says)] : []]);
}
/** An invalid verdict that no gate tells of must not look like a suite that passed. */
const wholeFault = ({ reasons, summary }) => x("testsuite", {
	name: "weighbridge",
	tests: "1",
	failures: "0",
	errors: "1",
	skipped: "0"
}, [x("testcase", {
	name: "verdict",
	classname: "weighbridge"
}, [x("error", {
	message: "invalid",
	type: "invalid"
}, text([summary, ...reasons].join("\n")))])]);
/** XML 1.0 takes no control character, not even as an entity, and no half of a pair of surrogates. */
const text = (value) => value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "�");

// src/report/exports/markdown.ts
const markdownExport = {
	summary: "Markdown: the comment as it stands on a pull request",
	file: "verdict.md",
	render: (file) => renderMarkdown(file, {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null
	}, COMMENT_BYTES).markdown
};

// src/report/exports/model-card.ts
/** Settings without which a number means nothing to whoever reads a card. */
const CONDITIONS = [
	"few_shot",
	"chat_template",
	"generation",
	"limit",
	"engine",
	"harness",
	"dtype"
];
/** A section of a model card: what was measured, on how many samples, how sure, against what. */
const modelCardExport = {
	summary: "Markdown section for a model card: values with samples and intervals, and the conditions",
	file: "model-card.md",
	render: (file) => `${blocksToMarkdown([
		heading(ours("Evaluation")),
		paragraph(inline`${code(file.candidate?.source ?? "the candidate")} against ${code(file.baseline?.source ?? "its baseline")}, judged ${ours(verdictLabel(file.verdict))} by weighbridge ${file.provenance.weighbridge}. Intervals are of 90 %; a change is candidate − baseline.`),
		...table("Evaluation", [
			textColumn("Task", ({ task }) => code(task.task)),
			textColumn("Metric", ({ metric }) => code(metric.metric)),
			numberColumn("Samples", ({ task, metric }) => formatCount(metric.candidate?.n ?? task.pairs)),
			numberColumn("Value", ({ metric, value }) => ours(valueWithError(metric, value))),
			numberColumn("Change from the baseline", ({ metric: { delta, unit } }) => delta === null ? "unknown" : `${formatChange(delta.value, unit)} (${formatInterval(delta, unit) ?? "no interval"})`)
		], measuredMetrics(file)),
		...list(conditionsOf(file))
	])}\n`
};
function valueWithError({ unit, candidate }, value) {
	const stderr = candidate?.stderr ?? null;
	const shown = formatValue(value, unit);
	return stderr === null ? shown : `${shown} ± ${formatSize(stderr, unit)}`;
}
function conditionsOf({ candidate, baseline, provenance }) {
	const models = [...candidate === null ? [] : [inline`Checkpoint: ${code(formatDigest(candidate.digest))}`], ...baseline === null ? [] : [inline`Baseline: ${code(formatDigest(baseline.digest))}`]];
	const tasks = Object.entries(provenance.fingerprints).map(([task, { candidate: of }]) => {
		const said = CONDITIONS.flatMap((name) => of?.[name] == null ? [] : [`${name.replace("_", " ")} ${String(of[name])}`]);
		return inline`${code(task)}: ${code(said.join(", "))}`;
	});
	return [...models, ...tasks];
}

// src/report/exports/model-index.ts
/** `model-index` of a model card's front matter. Values are as they were measured: a rate lies between 0 and 1. */
const modelIndexExport = {
	summary: "Hugging Face model-index: the front matter of a model card",
	file: "model-index.yaml",
	render: (file) => (0, import_dist.stringify)({ "model-index": [{
		name: cardName(file),
		results: measuredMetrics(file).map(({ task, metric, value }) => ({
			task: { type: "text-generation" },
			dataset: {
				type: task.task,
				name: task.task
			},
			metrics: [{
				type: metric.metric,
				value,
				name: metric.metric,
				verified: false
			}]
		}))
	}] })
};

// src/report/exports/sarif.ts
/** SARIF 2.1.0: what does not hold, at the line of the config that set its limit. */
const sarifExport = {
	summary: "SARIF 2.1.0: gates that do not hold, at the lines of their limits, for code scanning",
	file: "weighbridge.sarif",
	render: (file) => {
		const found = file.gates.filter(({ verdict }) => verdict !== "pass");
		const rules = [...new Set(found.map(({ rule }) => rule))];
		const driver = {
			name: "weighbridge",
			version: file.provenance.weighbridge,
			rules: [...rules.map((id) => ({
				id,
				shortDescription: { text: `A gate of the rule ${id} does not hold` }
			})), {
				id: "verdict",
				shortDescription: { text: "The verdict as a whole" }
			}]
		};
		const whole = file.verdict === "pass" || found.length > 0 ? [] : [{
			ruleId: "verdict",
			level: "error",
			message: { text: [file.summary, ...file.reasons].join("\n") }
		}];
		return verdictJson({
			$schema: "https://json.schemastore.org/sarif-2.1.0.json",
			version: "2.1.0",
			runs: [{
				tool: { driver },
				results: [...whole, ...found.map((gate) => result(gate, file))]
			}]
		});
	}
};
function result(gate, { policy }) {
	const source = policy.limits[gate.id]?.source;
	const text = [`${toPlain(gateSentence(gate))}.`, ...gate.reasons].join(" ");
	return {
		ruleId: gate.rule,
		level: gate.blocks ? "error" : gate.verdict === "regression" ? "warning" : "note",
		message: { text },
		partialFingerprints: { gate: gate.id },
		...source?.kind !== "file" ? {} : { locations: [{ physicalLocation: {
			artifactLocation: { uri: uriOf(source.file) },
			region: { startLine: source.line }
		} }] }
	};
}
/** Relative, with what an address may not have written as `%20`. */
const uriOf = (path) => path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/").replace(/^\/+/, "");

// src/report/exports/registry.ts
/** In the order in which they are listed: one file and one row add another. */
const VERDICT_EXPORTS = {
	junit: junitExport,
	sarif: sarifExport,
	markdown: markdownExport,
	csv: csvExport,
	"model-index": modelIndexExport,
	"eval-results": evalResultsExport,
	"model-card": modelCardExport
};

// src/cli/export.ts
const NAMES = [...EXPORTERS.keys(), ...Object.keys(VERDICT_EXPORTS)];
const WIDTH = Math.max(...NAMES.map(({ length }) => length));
const listed = (formats) => [...formats].map(([name, { summary }]) => `  ${name.padEnd(WIDTH)}  ${summary}`).join("\n");
const HELP = `
DIR is a run directory, or results of another program, which are taken for the candidate's. The runs of each side go to
a folder of their own in the output folder; \`weighbridge compare\` reads them there.

Formats of runs:
${listed(EXPORTERS)}

Formats of a verdict, of the verdict.json in DIR:
${listed(Object.entries(VERDICT_EXPORTS))}

Examples:
  weighbridge export weighbridge-out --out shared --format every-eval-ever
  weighbridge export weighbridge-out --out reports --format junit
`;
const addExport = (program, { terminal }) => {
	program.command("export").description("runs, or a verdict, in a form that other programs read").argument("<DIR>", "run directory, or results of another program").requiredOption("-o, --out <dir>", "where the files go").addOption(new Option("--format <name>", "which form").choices(NAMES).makeOptionMandatory()).addHelpText("after", HELP).action(async (path, { out, format }) => {
		const ofVerdict = VERDICT_EXPORTS[format];
		if (ofVerdict !== void 0) {
			const file = join(resolve(out), ofVerdict.file);
			const text = ofVerdict.render(await readVerdict(join(path, VERDICT_FILE)));
			await onDisk(out, async () => {
				await makeDirectory(out);
				await writeAtomically(file, text);
			});
			terminal.info(`${format}: ${file}`);
			return;
		}
		for (const side of await sidesIn(path)) {
			const { runs, faults } = await readSideResults(path, side);
			const incomplete = runs.flatMap((run) => incompleteness(run.folder, run.incomplete));
			if (faults.length + incomplete.length > 0) throw new IssueList("data", [...faults, ...incomplete]);
			for (const run of runs) {
				const files = await exporterOf(format).write(run, join(resolve(out), side));
				terminal.info(`${side} ${run.record.task}: ${files.join(", ")}`);
			}
		}
	});
};
/** @throws WeighbridgeError `data` when there is nothing to export */
async function sidesIn(path) {
	const held = [];
	for (const side of GATED_SIDES) {
		const folder = join(path, side);
		if (existsSync(folder) && await holdsRuns(folder, side)) held.push(side);
	}
	if (held.length > 0) return held;
	if (await holdsRuns(path, "candidate") || await findFormat(path) !== null) return ["candidate"];
	throw new WeighbridgeError("data", "there are no runs here", {
		at: { file: path },
		fix: "name a folder in which `weighbridge run` or `evaluate` left them"
	});
}
const incompleteness = (file, why) => why === null ? [] : [new WeighbridgeError("data", `not a whole run: ${why}`, {
	at: { file },
	fix: "evaluate it to its end first: the same command goes on where it stopped"
})];

export { addExport };