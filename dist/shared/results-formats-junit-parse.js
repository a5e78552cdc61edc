import { t as require_saxes } from "./npm-saxes.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";
import { m as utf8Of, t as MAX_FILE_BYTES } from "./results-formats-files.js";
import { createHash } from "node:crypto";

// src/results/formats/junit/parse.ts
var import_saxes = require_saxes();
const MAX_DEPTH = 50;
const OUTCOMES = [
	"failure",
	"error",
	"skipped",
	"flakyFailure",
	"flakyError"
];
const isOutcome = (name) => OUTCOMES.includes(name);
/**
* Reads a report as it comes, element by element. Nothing is expanded: a file with a document type is refused, and an
* entity that XML does not define is a fault.
* @throws WeighbridgeError `data` with file and line for what is no well-formed report
*/
async function parseReport(file) {
	const parser = new import_saxes.SaxesParser({
		xmlns: false,
		position: true
	});
	const suites = [];
	const open = [];
	let depth = 0;
	let current = null;
	let property = null;
	const here = () => ({
		file,
		line: parser.line
	});
	const fail = (message) => {
		throw new WeighbridgeError("data", message, { at: here() });
	};
	parser.on("error", (error) => fail(`not XML: ${error.message.replace(/^\S*\d+:\d+: /, "")}`));
	parser.on("doctype", () => fail("a document type is not allowed"));
	parser.on("opentag", ({ name, attributes }) => {
		depth += 1;
		if (depth > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
		if (depth === 1 && name !== "testsuites" && name !== "testsuite") fail(`not a JUnit report but <${name}>`);
		const suite = open.at(-1);
		if (name === "testsuite") {
			if (suite !== void 0) suite.holdsSuites = true;
			const opened = {
				at: here(),
				attributes,
				cases: [],
				holdsSuites: false
			};
			suites.push(opened);
			open.push(opened);
		} else if (name === "testcase") {
			if (suite === void 0) return fail("a test case outside a suite");
			const found = {
				outcomes: /* @__PURE__ */ new Map(),
				properties: /* @__PURE__ */ new Map()
			};
			current = {
				at: here(),
				attributes,
				suite: suite.attributes.name ?? "",
				...found
			};
			suite.cases.push(current);
		} else if (current !== null && isOutcome(name)) current.outcomes.set(name, attributes.message ?? attributes.type ?? "");
		else if (current !== null && name === "property" && attributes.name !== void 0) {
			property = current.properties.has(attributes.name) ? null : attributes.name;
			if (property !== null) current.properties.set(property, attributes.value ?? "");
		}
	});
	const within = (text) => {
		const before = property === null ? void 0 : current?.properties.get(property);
		if (property !== null && before !== void 0) current?.properties.set(property, before + text);
	};
	parser.on("text", within);
	parser.on("cdata", within);
	parser.on("closetag", ({ name }) => {
		depth -= 1;
		if (name === "property") property = null;
		if (name === "testsuite") open.pop();
		if (name === "testcase") current = null;
	});
	const hash = createHash("sha256");
	const decoder = new TextDecoder();
	for await (const bytes of utf8Of(file, hash, MAX_FILE_BYTES)) parser.write(decoder.decode(bytes, { stream: true }));
	parser.close();
	return {
		suites,
		digest: hash.digest("hex")
	};
}

export { parseReport };