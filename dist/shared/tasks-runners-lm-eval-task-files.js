import { t as require_dist } from "./npm-yaml.js";
import { Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { dirname, join, relative, resolve, sep } from "node:path";
import { readFile, readdir, realpath } from "node:fs/promises";

// src/tasks/runners/lm-eval/jinja-calls.ts
var import_dist = require_dist();
/** A block or a comment. A text in a block may hold what would end it; braces of its own would hide where it ends. */
const BLOCK = /\{#[\s\S]*?#\}|\{(?:\{|%)((?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?![}%]\})[^"'{}])*)[}%]\}/g;
const TEXT = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g;
/** Functions, tests and operators that may stand before a bracket, and methods of texts, lists and maps that do nothing else. */
const BEFORE_BRACKETS = new Set("range if elif else in and or not is for set divisibleby sameas equalto eq ne lt le gt ge".split(" "));
const METHODS = new Set([
	"capitalize casefold count endswith find get index isalnum isalpha isdigit islower isnumeric isspace istitle isupper",
	"items join keys lower lstrip partition removeprefix removesuffix replace rfind rindex rpartition rsplit rstrip split",
	"splitlines startswith strip swapcase title upper values zfill"
].flatMap((line) => line.split(" ")));
/** Objects of Jinja that are Python functions or classes, from which the operating system is reached, and what makes more. */
const NAMES = /(?<!\.\s*)\b(lipsum|cycler|joiner|namespace|dict|self|caller|varargs|kwargs|loop\s*\[|macro|call|import|include|extends|from|raw|filter)\b/;
/**
* Why Jinja of a task file could reach more than its document: lm_eval renders it without a sandbox. What cannot call
* anything but methods of texts, lists and maps reaches nothing, however it names attributes.
* @returns null where it cannot
*/
function jinjaFault(text) {
	if (!/\{[{%]/.test(text)) return null;
	const blocks = [...text.matchAll(BLOCK)];
	if (/\{[{%]/.test(text.replaceAll(BLOCK, ""))) return "has a block with braces, or without an end";
	for (const [, block] of blocks) {
		if (block === void 0) continue;
		const code = block.replaceAll(TEXT, "\"\"");
		const [, name] = NAMES.exec(code) ?? [];
		if (name !== void 0) return `uses ${name.replace(/\s*\[/, "")}`;
		if (/\battr\b|\battribute\b|\.\s*_/.test(code)) return "looks for attributes of Python";
		for (const [, before = "", word = ""] of code.matchAll(/([.|]?\s*)([\p{L}\p{N}_]*|[\])])\s*\(/gu)) {
			const link = before.trim();
			if (!(link === "." ? METHODS.has(word) : link === "|" || word === "" || BEFORE_BRACKETS.has(word))) return `calls ${JSON.stringify(word)}`;
		}
	}
	return null;
}

// src/tasks/runners/lm-eval/task-files.ts
/**
* Every task file that lm_eval would read from a folder, and what they include, wherever that lies.
* @throws WeighbridgeError `config` for a file that cannot be read
*/
async function taskFilesIn(folder) {
	return withIncludes((await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch((cause) => {
		throw new WeighbridgeError("config", `there is no folder ${folder}`, {
			fix: "correct include_path",
			cause
		});
	})).filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort());
}
/** These files and, again and again, what they include. */
async function withIncludes(paths) {
	const read = /* @__PURE__ */ new Map();
	const waiting = paths.map((path) => resolve(path));
	for (let path = waiting.pop(); path !== void 0; path = waiting.pop()) {
		if (read.has(path)) continue;
		const file = await readTaskFile(path);
		read.set(path, file);
		waiting.push(...file.includes);
	}
	return [...read.values()];
}
/** @throws WeighbridgeError `config` when it is no YAML: what cannot be read cannot be judged */
async function readTaskFile(path) {
	const bytes = await readFile(path).catch((cause) => {
		throw new WeighbridgeError("config", `the task file ${path} cannot be read`, {
			cause,
			fix: "check `include`, `include_path` and the task’s path"
		});
	});
	const refused = (message, cause) => new WeighbridgeError("config", `this is no YAML: ${message.split("\n")[0]}`, {
		at: { file: path },
		cause,
		fix: "correct the file: lm_eval would not read it either"
	});
	const text = textOf(bytes);
	const ambiguous = text === null ? "it is not UTF-8" : ambiguityOf(text);
	if (text === null || ambiguous !== null) throw refused(ambiguous ?? "");
	const document = (0, import_dist.parseDocument)(text, {
		logLevel: "silent",
		uniqueKeys: false,
		version: "1.1"
	});
	const [error] = document.errors;
	if (error !== void 0) throw refused(error.message);
	if (document.directives?.yaml.explicit) throw refused("a %YAML directive, which PyYAML reads differently");
	if (!(0, import_dist.isMap)(document.contents)) throw refused("a task file is a map of keys");
	try {
		const folders = [.../* @__PURE__ */ new Set([dirname(path), dirname(await realpath(path))])];
		const includes = valuesAt(document, "include").flat().filter((each) => typeof each === "string");
		return {
			path,
			data: dataFiles(document),
			names: [...[
				"task",
				"group",
				"tag"
			].flatMap((key) => texts(document, key)), ...listed(document)],
			includes: folders.flatMap((folder) => includes.map((each) => resolve(folder, each))),
			code: codeIn(document)
		};
	} catch (cause) {
		throw refused(messageOf(cause), cause);
	}
}
/** Null for bytes that are not UTF-8; PyYAML takes UTF-16 by its mark. */
function textOf(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes).replace(/^\uFEFF/, "");
	} catch {
		return null;
	}
}
/** What readers of YAML 1.1 and of 1.2 see differently: a comment of one could be a line of settings of the other. */
function ambiguityOf(text) {
	const [found] = /\r(?!\n)|[\u0085\u2028\u2029\uFEFF]|(?![\t\n\r])[\p{Cc}\p{Cs}]/u.exec(text) ?? [];
	if (found === void 0) return null;
	return `${`U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`} is a line break to some readers and not to others: write it as an escape in a quoted text`;
}
/** Every value at a key, in whatever depth: a superset of what counts. */
function valuesAt(document, key) {
	const found = [];
	(0, import_dist.visit)(document, { Pair(_key, pair) {
		if (((0, import_dist.isNode)(pair.key) ? pair.key.toJS(document) : pair.key) === key) found.push((0, import_dist.isNode)(pair.value) ? pair.value.toJS(document) : pair.value);
	} });
	return found;
}
/** The text, or texts, at a key of the top level; tasks of a group that are maps define nothing new. */
function texts(document, key) {
	const value = (0, import_dist.isMap)(document.contents) ? document.toJS()[key] : void 0;
	return (Array.isArray(value) && key !== "task" ? value : [value]).filter((each) => typeof each === "string");
}
/** Names of a `task_list`, with which some versions define several tasks in one file. */
function listed(document) {
	return [document.toJS().task_list].flat().flatMap((each) => {
		const name = typeof each === "object" && each !== null && "task" in each ? each.task : each;
		return typeof name === "string" ? [name] : [];
	});
}
/** Every text that says where data are, also for a task that stands in a group; which of them are files, the disk tells. */
function dataFiles(document) {
	const found = [];
	const collect = (value) => {
		if (typeof value === "string") found.push(value);
		else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
	};
	for (const key of [
		"dataset_path",
		"dataset_name",
		"dataset_kwargs"
	]) collect(valuesAt(document, key));
	return found;
}
/** What every version of lm_eval finds in its own registry; it looks for any other as a script, here and on the Hub. */
const METRICS = new Set(["acc acc_all acc_mutual_info acc_norm bits_per_byte bleu brier_score bypass byte_perplexity chrf exact_match f1", "likelihood mcc perplexity ter word_perplexity"].flatMap((line) => line.split(" ")));
/** Keys under which something is run, and what of their values is not. */
const RUNNING = [
	{
		key: "trust_remote_code",
		needs: "trust_remote_code",
		harmless: (value) => value === false
	},
	{
		key: "unsafe_code",
		needs: "unsafe_code",
		harmless: (value) => value === false
	},
	{
		key: "hf_evaluate",
		needs: "unsafe_code",
		harmless: (value) => value === false
	},
	{
		key: "class",
		needs: "unsafe_code",
		harmless: () => false
	},
	{
		key: "use_prompt",
		needs: "unsafe_code",
		harmless: (value) => value === null
	}
];
function codeIn(document) {
	const found = [];
	const unsafe = (what) => found.push({
		what,
		needs: "unsafe_code"
	});
	(0, import_dist.visit)(document, {
		Node(_key, node) {
			if (node.tag !== void 0 && !/^tag:yaml\.org,2002:\w+$/.test(node.tag)) unsafe(`the tag ${node.tag}`);
			if (!(0, import_dist.isScalar)(node) || typeof node.value !== "string") return;
			if (/\.py$/i.test(node.value.trim())) unsafe(`the Python file ${JSON.stringify(node.value)}`);
			const fault = jinjaFault(node.value);
			if (fault !== null) unsafe(`Jinja that ${fault}`);
		},
		Pair(_key, pair) {
			const name = (0, import_dist.isNode)(pair.key) ? pair.key.toJS(document) : pair.key;
			const value = (0, import_dist.isNode)(pair.value) ? pair.value.toJS(document) : pair.value;
			for (const { key, needs, harmless } of RUNNING) if (name === key && !harmless(value)) found.push({
				what: key,
				needs
			});
			if (name !== "metric_list") return;
			for (const entry of [value].flat()) {
				const metric = typeof entry === "object" && entry !== null && "metric" in entry ? entry.metric : entry;
				if (metric !== null && !METRICS.has(String(metric))) unsafe(`the metric ${JSON.stringify(metric)}, which is not lm_eval's own`);
			}
		}
	});
	return found;
}
/** What the policy does not let these files do. Those of the harness itself are not asked. */
function forbiddenCode(files, allow, harness) {
	return files.filter(({ path }) => harness === null || !isInside(path, harness)).flatMap(({ path, code }) => {
		const forbidden = code.filter(({ needs }) => !allow.includes(needs));
		const [first] = forbidden;
		if (first === void 0) return [];
		const what = [...new Set(forbidden.map((each) => each.what))].join(", ");
		return [new WeighbridgeError("config", `this task file runs code of its own: ${what}`, {
			at: { file: path },
			fix: `write the task without it, or add \`policy: { allow: [${first.needs}] }\` on the base branch`
		})];
	});
}
/** A name that means something else here than everywhere would be gated under a false flag. */
function shadowed(files, builtIn, allow, harness) {
	if (allow.includes("unsafe_code")) return [];
	return files.filter(({ path }) => !isInside(path, harness)).flatMap(({ path, names }) => names.filter((name) => builtIn.has(name)).map((name) => new WeighbridgeError("config", `${name} is the name of a built-in task, and this file would take its place`, {
		at: { file: path },
		fix: `call it something else, such as ${name}_ours`
	})));
}
const isInside = (path, folder) => {
	const inside = relative(folder, path);
	return inside !== ".." && !inside.startsWith(`..${sep}`);
};
/**
* The names that the harness itself defines, from the first lines of thousands of files: parsing them all would take longer
* than many an evaluation.
* @throws WeighbridgeError `engine` when there are next to none, since then nothing could be recognised
*/
async function builtInNames(folder) {
	const paths = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
	const names = /* @__PURE__ */ new Set();
	const next = paths.values();
	const readSome = async () => {
		for (const path of next) for (const name of definedIn(await readFile(path, "utf8"))) names.add(name);
	};
	await Promise.all(Array.from({ length: 8 }, readSome));
	if (names.size >= 100) return names;
	throw new WeighbridgeError("engine", "the built-in tasks of lm_eval are not where they should be", {
		at: { file: folder },
		fix: "install lm_eval as a package, or keep no task files of your own"
	});
}
/** Values and lists at `task`, `group` and `tag` of the top level. */
function definedIn(text) {
	return [...text.matchAll(/^["']?(?:task|group|tag)["']?:[ \t]*(.*)((?:\n[ \t]*- [^:\n]*$)*)/gm)].flatMap(([, value = "", list = ""]) => `${value}\n${list}`.split(/[\n,[\]]/).map((each) => each.replace(/^[ \t]*-/, "").replace(/\s#.*$/, "").trim().replace(/^(["'])(.*)\1$/, "$2")).filter((name) => /^[\w.:/-]+$/.test(name)));
}

export { taskFilesIn as a, shadowed as i, forbiddenCode as n, withIncludes as o, readTaskFile as r, builtInNames as t };