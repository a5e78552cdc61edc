import { n as __exportAll, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as messageOf, i as formatLocation, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { a as discriminatedUnion, c as looseObject, d as partialRecord, f as record, h as union, i as boolean, l as number, m as string, n as _null, o as int, p as strictObject, r as array, s as literal, t as _enum, v as toJSONSchema } from "./schemas.js";
import { a as require_fastest_levenshtein, i as canonicalJson$1, n as describeNativeTask, r as configureScorer } from "./describe.js";
import { i as prose, n as htmlCode, r as oneLine, t as fenced } from "./escape.js";
import { t as EngineDied } from "./engine.js";
import { dirname, join as join$1, relative, resolve } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import { link, mkdir, open, readFile, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { cpus, hostname, platform } from "node:os";

// src/domain/verdict.ts
/**
* The four verdicts, mildest first.
*
* ```
* pass  <  inconclusive  <  regression  <  invalid
* ```
*
* `invalid` is worst because nothing at all is known: the data were missing, unreadable or not comparable.
*/
const VERDICTS = [
	"pass",
	"inconclusive",
	"regression",
	"invalid"
];
/**
* The worst of several verdicts. Commutative, associative and idempotent.
*
* Nothing judged is nothing known, so `join([])` is `invalid`: an empty set must never become a green check.
*/
function join(verdicts) {
	let worst = -1;
	for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
	return VERDICTS[worst] ?? "invalid";
}
/** Exit codes of the command line and of the action's last step. */
const EXIT_CODES = {
	notBlocked: 0,
	regression: 1,
	inconclusiveAndBlocked: 2,
	invalid: 3,
	wrongUsage: 4,
	ourFault: 5
};

// package.json
var version = "0.1.0";

// src/version.ts
/** The version of Weighbridge; part of every run's fingerprint. */
const VERSION = version;

// src/domain/gate.ts
const GATE_RULES = [
	"max_drop",
	"min_gain",
	"ceiling",
	"floor"
];
/** A limit in words and units, as a person would write it in the config. */
function describeLimit(rule, unit) {
	if (rule.rule === "ceiling" || rule.rule === "floor") return unit === "rate" ? `${trim(rule.limit * 100)}%` : trim(rule.limit);
	if (rule.limit.kind === "relative") return `${trim(rule.limit.value * 100)}%rel`;
	return unit === "rate" ? `${trim(rule.limit.value * 100)}pp` : trim(rule.limit.value);
}
function trim(value) {
	return String(Number(value.toPrecision(12)));
}

// src/domain/model.ts
/** A checkpoint in words, as the config writes it. */
function describeModel(source) {
	switch (source.kind) {
		case "file": return source.path;
		case "adapter": return `${source.adapter} on ${source.base}`;
		case "results": return `results in ${source.path}`;
	}
}
/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
function mapPaths(source, resolve) {
	switch (source.kind) {
		case "file":
		case "results": return {
			kind: source.kind,
			path: resolve(source.path)
		};
		case "adapter": return {
			kind: "adapter",
			base: resolve(source.base),
			adapter: resolve(source.adapter)
		};
	}
}

// src/config/fault.ts
/** A complaint about a value: `config` at its line when a file said it, `usage` with its name when a flag or input did. */
function fault(origin, message, fix) {
	const { source } = origin;
	if (source.kind === "flag" || source.kind === "input") return new WeighbridgeError("usage", `${describeSource(source)}: ${message}`, { fix });
	return new WeighbridgeError("config", message, {
		fix,
		...origin.at === void 0 ? {} : { at: origin.at }
	});
}
/** A source in words, such as `flag --max-mmlu-drop` or `weighbridge.yml:12`. */
function describeSource(source) {
	switch (source.kind) {
		case "default": return "default";
		case "input": return `input ${source.name}`;
		case "flag": return `flag ${source.name}`;
		case "file": return `${source.file}:${source.line}`;
	}
}

// src/config/digest.ts
/**
* SHA-256 of how checkpoints are asked and judged. Which checkpoints, and where a value was written, are left out: the
* same rules have the same digest in every pull request, from a file or from flags.
*/
function digestOf({ engine, seed, tasks, gates, policy }) {
	const rules = {
		engine,
		seed,
		tasks: Object.fromEntries(tasks.map(({ name, ...task }) => [name, task])),
		gates: Object.fromEntries(gates.map(({ source: _, id, ...gate }) => [id, gate])),
		policy: Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value]))
	};
	return createHash("sha256").update(JSON.stringify(rules, sortKeys)).digest("hex");
}
/** Makes the text of an object independent of the order in which its keys were written. */
function sortKeys(_key, value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

// src/domain/run.ts
const SIDES = [
	"baseline",
	"candidate",
	"reference"
];
const TASK_ROLES = [
	"target",
	"general",
	"safety",
	"behaviour"
];
/**
* What must agree for two runs of a task to be comparable, and how bad a difference is: `hard` makes the comparison
* `invalid`, `soft` is a warning. One row a field; `run.json` holds the values, the report prints every mismatch.
*/
const FINGERPRINT_FIELDS = {
	dataset: {
		severity: "hard",
		means: "digest of the dataset rows"
	},
	prompt: {
		severity: "hard",
		means: "digest of the prompt templates"
	},
	few_shot: {
		severity: "hard",
		means: "digest of the few-shot examples"
	},
	chat_template: {
		severity: "hard",
		means: "digest of the chat template in force, null when none"
	},
	generation: {
		severity: "hard",
		means: "generation settings"
	},
	scorers: {
		severity: "hard",
		means: "scorers with versions and options"
	},
	filter: {
		severity: "hard",
		means: "filters applied to outputs"
	},
	task_version: {
		severity: "hard",
		means: "version of the task definition"
	},
	limit: {
		severity: "hard",
		means: "cap on the number of samples"
	},
	tokenizer: {
		severity: "hard",
		means: "digest of the vocabulary and merges"
	},
	engine: {
		severity: "hard",
		means: "engine that ran the model"
	},
	engine_settings: {
		severity: "hard",
		means: "context size, batch size and cache type of the engine"
	},
	harness: {
		severity: "hard",
		means: "runner that asked the questions"
	},
	harness_version: {
		severity: "soft",
		means: "version of the runner"
	},
	engine_version: {
		severity: "soft",
		means: "version of the engine"
	},
	dtype: {
		severity: "soft",
		means: "weight type or quantisation"
	},
	seed: {
		severity: "soft",
		means: "seed of sampling and of the order of samples"
	}
};

// src/engines/llama-cpp/options.ts
/** Settings of the embedded engine. All of them enter the fingerprint: they can change results. */
const llamaCppOptions = strictObject({
	context_size: int().min(16).optional().describe("Tokens that prompt and answer share. Default: what the model was trained for, at most 4096."),
	batch_size: int().min(16).default(512).describe("Tokens evaluated at once. Fixed, because it can change results."),
	threads: int().min(1).optional().describe("CPU threads. Default: the number of physical cores this process may use."),
	gpu: boolean().default(false).describe("Whether the engine may use a GPU.")
});

// src/engines/registry.ts
/** Where completions and log-likelihoods come from: one row adds an engine. */
const ENGINES = { "llama.cpp": {
	summary: "embedded llama.cpp for GGUF files and their LoRA adapters; no Python, no server",
	options: llamaCppOptions,
	load: async () => (await import("./engine2.js")).llamaCpp
} };
/** The `engine:` section of the config. */
const engineConfig = discriminatedUnion("type", [llamaCppOptions.extend({ type: literal("llama.cpp") })]);

// src/runners/native/options.ts
/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
	dataset: string().min(1).describe("JSONL, JSON or CSV file, also gzipped, relative to the config file."),
	id_field: string().min(1).optional().describe("Field with the unique id of a row. Default: `id` where rows have it, else a digest of the content."),
	group_field: string().min(1).optional().describe("Field with the subtask of a row, such as a subject."),
	cluster_field: string().min(1).optional().describe("Field naming rows that are not independent, such as a passage."),
	limit: int().min(1).optional().describe("Evaluate only this many samples, drawn by the seed, never the first ones."),
	metadata: strictObject({ version: union([string(), number()]) }).optional().describe("Version of the task: raise it when results before and after must not be compared.")
};
const truncation = _enum(["refuse", "left"]).default("refuse").describe("What to do with a prompt longer than the context: leave the sample unscored, or cut the prompt on the left.");
const prompt = {
	doc_to_text: string().describe("Field name or Jinja template of the prompt."),
	doc_to_target: string().describe("Field name or Jinja template of the right answer (for choices: its index or its text)."),
	description: string().default("").describe("Field name or Jinja template put before everything, as it is: end it with the line breaks it needs."),
	target_delimiter: string().default(" ").describe("Between prompt and answer."),
	num_fewshot: int().min(0).default(0).describe("Solved examples before the question."),
	fewshot_dataset: string().min(1).optional().describe("File the solved examples come from: its first rows, without the one that is asked."),
	fewshot_delimiter: string().default("\n\n").describe("Between solved examples."),
	apply_chat_template: boolean().default(false).describe("Ask through the model's own chat template: everything but the system message in one user turn."),
	system_instruction: string().optional().describe("Put before the description; the system message where there is a chat template.")
};
const multipleChoiceTask = strictObject({
	type: literal("multiple_choice"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_choice: union([string(), array(string()).min(2)]).default("choices").describe("The choices: a field name, a Jinja template giving a list, or a list of Jinja templates."),
	doc_to_target: prompt.doc_to_target.default("{{answer}}"),
	truncation
});
const generationOptions = strictObject({
	max_gen_toks: int().min(1).default(256).describe("Longest answer in tokens."),
	until: array(string().min(1)).default(["\n"]).describe("The answer ends before the first of these."),
	temperature: number().min(0).default(0).describe("0 is greedy.")
});
const scorers = array(union([string(), looseObject({ name: string() })])).min(1).superRefine((entries, context) => {
	const metrics = /* @__PURE__ */ new Set();
	for (const [index, entry] of entries.entries()) {
		const configured = configureScorer(entry);
		if (!configured.ok) {
			for (const { path, message } of configured.issues) context.addIssue({
				code: "custom",
				path: [index, ...path],
				message
			});
			continue;
		}
		for (const { name } of configured.scorer.metrics) {
			if (metrics.has(name)) {
				const message = `two scorers give the metric ${name}: rename one with the option metric`;
				context.addIssue({
					code: "custom",
					path: [index],
					message
				});
			}
			metrics.add(name);
		}
	}
}).describe("What judges the answers: names of scorers, or objects with a name and options.");
const generateTask = strictObject({
	type: literal("generate"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_target: prompt.doc_to_target.default("").describe("Field name or Jinja template of the right answer; one that gives a list means any of its members."),
	generation_kwargs: generationOptions.prefault({}),
	scorers
});
const perplexityTask = strictObject({
	type: literal("perplexity"),
	...common,
	doc_to_text: string().default("{{text}}").describe("Field name or Jinja template of the text to predict.")
});
/** What a task of the native runner may say. */
const nativeTask = discriminatedUnion("type", [
	multipleChoiceTask,
	generateTask,
	perplexityTask
]);

// src/runners/registry.ts
/** How a task becomes samples: one row adds a runner. */
const RUNNERS = { native: {
	summary: "asks the engine itself: multiple choice, generation, perplexity",
	/** One strict schema a task type. */
	types: nativeTask.options,
	describe: describeNativeTask,
	load: async () => (await import("./runner.js")).nativeRunner
} };

// src/config/schema.ts
const DEFAULT_SEED = 1234;
/** Task names become folder names and stand in `task/metric,filter`, so they hold nothing that means something there. */
const TASK_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
const path = string().min(1);
const adapter = strictObject({
	base: path.describe("GGUF file the adapter was trained on, relative to the config file."),
	adapter: path.describe("LoRA adapter as a GGUF file, relative to the config file.")
});
const candidate = union([path, adapter]).describe("The checkpoint that wants to merge: a GGUF file, or `{base, adapter}`. Paths are relative to this file.");
const baseline = union([path, adapter]).describe("What the candidate is compared against: a GGUF file, `{base, adapter}`, or a folder of results of an earlier run.");
/** Read by units.ts once the metric is known; the patterns only help editors. */
const change = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?(pp|%rel)?$" }), number().meta({ minimum: 0 })]).describe(`${what} For a rate \`2pp\` or \`0.02\`; relative to the baseline \`2%rel\`; for other metrics a plain number or \`2%rel\`.`);
const bound = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?%?$" }), number().meta({ minimum: 0 })]).describe(`${what} For a rate \`1%\` or \`0.01\`; for other metrics a plain number.`);
/** Fields that every task has, whatever runs it. */
const taskFields = {
	role: _enum(TASK_ROLES).describe("What the task is for, which decides the thresholds that apply: `target` should gain, `general` must not be forgotten, `safety` has ceilings, `behaviour` is a unit test of the model."),
	runner: literal("native").default("native").describe("What turns the task into samples."),
	primary_metric: string().min(1).optional().describe("The metric that is meant when only the task is named. Default: the task type's first one."),
	alias: string().regex(TASK_NAME).optional().describe("A second name, for gates and thresholds: a task with `alias: mmlu` is the one `max_mmlu_drop` speaks of.")
};
const [multipleChoice, generate, perplexity] = RUNNERS.native.types;
const taskSchema = discriminatedUnion("type", [
	multipleChoice.safeExtend(taskFields),
	generate.safeExtend(taskFields),
	perplexity.safeExtend(taskFields)
]);
const thresholdsSchema = strictObject({
	max_mmlu_drop: change("Largest drop allowed of the primary metric of the task named or aliased `mmlu`.").optional(),
	min_task_delta: change("Smallest gain required of the primary metric of every `target` task.").optional(),
	toxicity_ceiling: bound("Highest `toxicity` rate allowed in every `safety` task that scores it.").optional()
});
const rules = {
	max_drop: change("The candidate may be worse by less than this.").optional(),
	min_gain: change("The candidate must be better by at least this.").optional(),
	ceiling: bound("The candidate's own value must stay below this.").optional(),
	floor: bound("The candidate's own value must stay above this.").optional()
};
const gateSchema = strictObject({
	metric: string().min(1).describe("`task/metric`, `task/metric,filter` where a task has several filters, or only `task` for its primary metric."),
	...rules,
	tier: _enum(["blocking", "advisory"]).default("blocking").describe("`advisory` is judged and shown, and never blocks."),
	allow_weak_scorer: boolean().default(false).describe("Lets a weak scorer, such as a word list, block on a safety task. Without it such a gate is an error.")
}).meta({ oneOf: Object.keys(rules).map((rule) => ({ required: [rule] })) });
const policySchema = strictObject({
	alpha: number().gt(0).lt(.5).default(.05).describe("One-sided error rate of each claim; 0.05 is what a 90 % two-sided interval shows."),
	on_inconclusive: _enum([
		"lean",
		"block",
		"warn"
	]).default("lean").describe("What an undecided blocking gate does. `lean`: the side of the limit on which the observed value falls decides, where the data can resolve the limit at all, and it blocks elsewhere. `block`: only proof merges. `warn`: undecided never blocks."),
	target: _enum([
		"auto",
		"population",
		"benchmark"
	]).default("auto").describe("What the verdict speaks of: questions like these (`population`), or exactly these questions (`benchmark`). `auto` takes the benchmark where both give the same answer but in a narrow band around the limit."),
	min_coverage: number().gt(0).max(1).default(.99).describe("Smallest share of paired and scored samples with which a task can still be judged.")
});
/** `weighbridge.yml`, version 1. Documentation and the JSON Schema are generated from this. */
const configSchema = strictObject({
	$schema: string().optional().describe("Address of the JSON Schema, for editors. Not read."),
	version: literal(1).describe("Version of this format."),
	candidate: candidate.optional(),
	baseline: baseline.optional(),
	reference: _null().optional().describe("Reserved for a checkpoint that is shown and never gates: only null is accepted so far."),
	engine: engineConfig.default({
		type: "llama.cpp",
		batch_size: 512,
		gpu: false
	}).describe("What runs the checkpoints."),
	seed: int().min(0).max(2 ** 32 - 1).default(DEFAULT_SEED).describe("Seed of sampling and of the order of samples."),
	tasks: record(string().regex(TASK_NAME), taskSchema).optional().describe("What to run, by name. A name holds letters, digits, dot, dash and underscore."),
	thresholds: thresholdsSchema.prefault({}).describe("The three headline limits. Each is also an action input and a command-line flag, which win."),
	gates: array(gateSchema).default([]).describe("Every other rule, one on one metric."),
	policy: policySchema.prefault({}).describe("How gates are judged.")
});

// src/config/json-schema.ts
/** JSON Schema of the config as it is written, before defaults. */
function configJsonSchema() {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "weighbridge.yml",
		...toJSONSchema(configSchema, { io: "input" })
	};
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether the constants of an alternative, such as the type of a task, are those of the value. */
function agrees(node, value) {
	return Object.entries(node.properties ?? {}).every(([name, field]) => field.const === void 0 || !isRecord(value) || !(name in value) || value[name] === field.const);
}
/** The alternatives of a node that the value could be meant as. */
function alternatives(node, value) {
	const options = [...node.anyOf ?? [], ...node.properties === void 0 ? node.oneOf ?? [] : []];
	return options.length === 0 ? [node] : options.flatMap((option) => agrees(option, value) ? alternatives(option, value) : []);
}
/** The keys that may stand in the map at this path of this value. */
function keysAt(root, value, path) {
	const nodes = alternatives(root, value);
	const [part, ...rest] = path;
	if (part === void 0) return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
	const child = isRecord(value) || Array.isArray(value) ? value[part] : void 0;
	const keys = nodes.flatMap((node) => {
		const named = node.properties?.[String(part)] ?? node.items ?? node.additionalProperties;
		return typeof named === "object" ? keysAt(named, child, rest) : [];
	});
	return [...new Set(keys)];
}

// src/config/suggest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** The name that was probably meant, or undefined when none is near. */
function nearest(written, known) {
	if (known.length === 0) return void 0;
	const lower = written.toLowerCase().replaceAll("-", "_");
	const found = known.find((name) => name.toLowerCase().replaceAll("-", "_") === lower);
	if (found !== void 0) return found;
	const candidate = (0, import_fastest_levenshtein.closest)(written, [...known]);
	const typos = Math.max(1, Math.floor(Math.max(written.length, candidate.length) / 3));
	return (0, import_fastest_levenshtein.distance)(written, candidate) <= typos ? candidate : void 0;
}
/** What to do about an unknown name: the one that was probably meant, and all there are when they are few. */
function suggestion(written, known, what = "known") {
	const near = nearest(written, known);
	const all = known.length === 0 ? `there are none` : `${what}: ${known.join(", ")}`;
	if (near === void 0) return all;
	return known.length > 12 ? `did you mean ${near}?` : `did you mean ${near}? (${all})`;
}

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/config/yaml.ts
var import_dist = require_dist();
/** A config is a page of text; anything of this size is something else. Bytes and characters alike. */
const MAX_CONFIG_SIZE = 1048576;
const MAX_ALIASES = 20;
const MAX_DEPTH$1 = 50;
/** After the first few, syntax errors are echoes of each other. */
const MAX_SYNTAX_ISSUES = 10;
/** The plain decimals of JSON without exponent: what a person reads as one number and nothing else. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** A path as people write it: `gates[0].metric`. */
function formatPath(path) {
	return path.reduce((text, part) => typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`, "");
}
/** Reads YAML 1.2 core: no merge keys, no custom tags, few aliases, plain decimal numbers, every key once. */
function readYaml(text, file) {
	if (text.length > 1048576) return unreadable(file, tooLarge(file));
	const lines = new import_dist.LineCounter();
	const clean = text.startsWith("﻿") ? text.slice(1) : text;
	const document = (0, import_dist.parseDocument)(clean, {
		version: "1.2",
		schema: "core",
		merge: false,
		resolveKnownTags: false,
		stringKeys: true,
		prettyErrors: false,
		lineCounter: lines
	});
	const at = (offset, key) => {
		const { line, col } = offset === void 0 ? {
			line: 1,
			col: 1
		} : lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1),
			...key ? { key } : {}
		};
	};
	const issues = [...[...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_ISSUES).map((error) => syntaxIssue(error, clean, at)), ...structureIssues(document, at)];
	const locate = (path) => at(nodeAt(document, path)?.range?.[0], formatPath(path));
	const locateKey = (path) => at(keyAt(document, path)?.range?.[0], formatPath(path));
	if (issues.length > 0) return {
		value: void 0,
		issues,
		locate,
		locateKey
	};
	return {
		value: document.toJS({ maxAliasCount: MAX_ALIASES }),
		issues,
		locate,
		locateKey
	};
}
function tooLarge(file) {
	return new WeighbridgeError("config", `the file is larger than ${MAX_CONFIG_SIZE / 1024} KiB`, {
		at: { file },
		fix: "name the config file itself; datasets belong into files of their own"
	});
}
const tooDeep = (at) => new WeighbridgeError("config", `the file is nested more than ${MAX_DEPTH$1} levels deep`, { at });
function unreadable(file, issue) {
	const locate = () => ({ file });
	return {
		value: void 0,
		issues: [issue],
		locate,
		locateKey: locate
	};
}
const SYNTAX = {
	TAB_AS_INDENT: {
		message: "a tab indents this line",
		fix: "indent with spaces"
	},
	MULTIPLE_DOCS: {
		message: "the file holds several YAML documents",
		fix: "remove everything from `---` on"
	},
	NON_STRING_KEY: {
		message: "a key must be plain text",
		fix: "write `name: value`"
	},
	RESOURCE_EXHAUSTION: {
		message: "the file is nested too deeply",
		fix: "write a flat list or map"
	},
	TAG_RESOLVE_FAILED: {
		message: "tags are not supported",
		fix: "remove the `!…`"
	}
};
function syntaxIssue(error, text, at) {
	const place = at(error.pos[0]);
	if (error.code === "DUPLICATE_KEY") {
		const key = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 100))?.[0] ?? "";
		return new WeighbridgeError("config", `the key ${key} is here a second time`, {
			at: place,
			fix: "keep one of them: the file must say each thing once"
		});
	}
	const known = SYNTAX[error.code];
	return new WeighbridgeError("config", known?.message ?? `not valid YAML: ${error.message}`, {
		at: place,
		...known === void 0 ? {} : { fix: known.fix }
	});
}
/** What YAML allows and a policy file should not: things that read one way and mean another. */
function structureIssues(document, at) {
	const issues = [];
	const report = (node, message, fix) => issues.push(new WeighbridgeError("config", message, {
		at: at(node?.range?.[0]),
		fix
	}));
	if (document.directives.yaml.explicit && document.directives.yaml.version !== "1.2") report(null, `the file asks for YAML ${document.directives.yaml.version}`, "remove the %YAML line");
	let aliases = 0;
	(0, import_dist.visit)(document, (key, node, ancestors) => {
		if (ancestors.filter((each) => !(0, import_dist.isPair)(each)).length > MAX_DEPTH$1) {
			issues.push(tooDeep(at(void 0)));
			return import_dist.visit.BREAK;
		}
		if ((0, import_dist.isAlias)(node)) {
			aliases += 1;
			if (aliases === 21) report(node, `more than ${MAX_ALIASES} aliases`, "write the values out");
			else if (node.resolve(document) === void 0) report(node, `*${node.source} names no anchor above it`, `define &${node.source} first`);
			else if (ancestors.some((each) => each === node.resolve(document))) report(node, `*${node.source} contains itself`, "write the values out");
		} else if (key === "key" && (0, import_dist.isScalar)(node)) {
			if (node.value === "<<") report(node, "merge keys are not supported", "write the values out");
			if (node.value === "__proto__") report(node, "unknown key __proto__", "remove it");
		} else if ((0, import_dist.isScalar)(node) && typeof node.value === "number" && !PLAIN_NUMBER.test(node.source ?? "")) report(node, `${node.source} is not a plain decimal number`, "write it with digits and at most one point");
	});
	return issues;
}
function childOf(document, node, part) {
	const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
	if ((0, import_dist.isMap)(target)) return target.items.find((pair) => isKey(pair.key, part))?.value;
	return (0, import_dist.isSeq)(target) && typeof part === "number" ? target.items[part] : void 0;
}
const isKey = (key, part) => (0, import_dist.isScalar)(key) && String(key.value) === String(part);
/** The node at a path; where it is missing or empty, its key or the nearest thing around it. */
function nodeAt(document, path) {
	let node = document.contents;
	let last = document.contents;
	for (const [depth, part] of path.entries()) {
		const child = childOf(document, node, part);
		if (child === void 0 || child === null) return keyAt(document, path.slice(0, depth + 1)) ?? last;
		node = child;
		last = child;
	}
	return last;
}
function keyAt(document, path) {
	let node = document.contents;
	let key = document.contents;
	for (const part of path) {
		const target = (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
		const pair = (0, import_dist.isMap)(target) ? target.items.find((each) => isKey(each.key, part)) : void 0;
		node = childOf(document, node, part);
		if (pair !== void 0) key = pair.key;
		else if (node !== void 0 && node !== null) key = node;
		else return key;
	}
	return key;
}

// src/config/issues.ts
/** What the schema found wrong, each at its line and column and in words. */
function schemaIssues(issues, source) {
	return issues.flatMap((issue) => translate(issue, issue.path, source));
}
function translate(issue, path, source) {
	const value = valueAt(source.value, path);
	const error = (message, fix) => [new WeighbridgeError("config", message, {
		at: source.locate(path),
		...fix === void 0 ? {} : { fix }
	})];
	switch (issue.code) {
		case "unrecognized_keys": return unknownKeys(issue.keys, path, source);
		case "invalid_key": return [new WeighbridgeError("config", `${JSON.stringify(path.at(-1))} cannot be a name`, {
			at: source.locateKey(path),
			fix: "use letters, digits, dot, dash and underscore, at most 100, beginning with a letter or digit"
		})];
		case "invalid_union": return unionIssues(issue, path, source);
		case "invalid_value": {
			const allowed = issue.values.map(String);
			if (value === void 0) return missing(path, source, anyOf(allowed));
			return error(`${show$1(value)} is not a known ${path.at(-1)}`, allowed.length === 1 ? `write ${allowed[0]}` : suggestion(String(value), allowed, "one of"));
		}
		case "invalid_type":
			if (value === void 0) return missing(path, source, TYPES[issue.expected] ?? issue.expected);
			return error(`expected ${TYPES[issue.expected] ?? issue.expected}, not ${show$1(value)}`, issue.expected === "boolean" ? "write true or false" : void 0);
		case "too_small":
			if (issue.origin === "string" || issue.origin === "array") return error("must not be empty");
			return error(`${show$1(value)} is too small`, `write ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`);
		case "too_big": return error(`${show$1(value)} is too large`, `write ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`);
		case "invalid_format": return error(`${show$1(value)} is not allowed here`, `it must match ${issue.pattern ?? issue.format}`);
		default: return error(issue.message);
	}
}
function unknownKeys(keys, path, source) {
	const known = keysAt(configJsonSchema(), source.value, path);
	return keys.map((key) => new WeighbridgeError("config", `unknown key ${key.slice(0, 100)}`, {
		at: source.locateKey([...path, key]),
		fix: suggestion(key, known)
	}));
}
function missing(path, source, expected) {
	return [new WeighbridgeError("config", `${path.at(-1)} is missing`, {
		at: {
			...source.locateKey(path.slice(0, -1)),
			key: formatPath(path)
		},
		fix: `add ${path.at(-1)}: ${expected}`
	})];
}
function unionIssues(issue, path, source) {
	const value = valueAt(source.value, path);
	if ("discriminator" in issue && issue.discriminator !== void 0) {
		const options = ("options" in issue ? issue.options ?? [] : []).map(String);
		if (value === void 0) return missing(path, source, anyOf(options));
		return [new WeighbridgeError("config", `${show$1(value)} is not a known ${issue.discriminator}`, {
			at: source.locate(path),
			fix: suggestion(String(value), options, "one of")
		})];
	}
	const meant = issue.errors.find((errors) => !errors.some((each) => each.path.length === 0 && each.code === "invalid_type"));
	if (meant !== void 0) return meant.flatMap((each) => translate(each, [...path, ...each.path], source));
	const types = issue.errors.flat().flatMap((each) => each.code === "invalid_type" ? [TYPES[each.expected] ?? each.expected] : []);
	if (value === void 0) return missing(path, source, types.join(" or "));
	return [new WeighbridgeError("config", `expected ${types.join(" or ")}, not ${show$1(value)}`, { at: source.locate(path) })];
}
const anyOf = (values) => values.length === 1 ? `${values[0]}` : `one of: ${values.join(", ")}`;
const TYPES = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	object: "a map of keys",
	record: "a map of names",
	array: "a list",
	null: "null"
};
function valueAt(value, path) {
	return path.reduce((inner, part) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, part) ? inner[part] : void 0, value);
}
/** A value as the message quotes it: short, and never more than one line. */
function show$1(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a map of keys";
	if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
	return String(value);
}

// src/config/unsupported.ts
const GGUF_TODAY = "name a GGUF file, an adapter as {base, adapter}, or a folder of results; convert_hf_to_gguf.py of llama.cpp makes a GGUF of a Hugging Face folder";
const RESULTS_TODAY = "evaluate it with the tool that can run it, and judge its results with `weighbridge gate --baseline PATH --candidate PATH`";
const WEIGHT_FILES = /\.(safetensors|bin|pt|pth|ckpt|onnx|ggml|mlx|tflite|keras|h5)$/i;
const ADDRESS = /^([a-z][a-z0-9+.-]+):/i;
const isMap$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Why a checkpoint of this form cannot be used, or undefined when it may be. */
function unsupportedModel(value) {
	if (typeof value === "string") {
		const scheme = ADDRESS.exec(value)?.[1]?.toLowerCase();
		if (scheme === "hf") return {
			says: "this version does not download from Hugging Face",
			fix: GGUF_TODAY
		};
		if (scheme === "http" || scheme === "https") return {
			says: "this version does not call endpoints and does not download",
			fix: GGUF_TODAY
		};
		if (scheme !== void 0) return {
			says: `this version does not read ${scheme}: addresses`,
			fix: GGUF_TODAY
		};
		const extension = WEIGHT_FILES.exec(value)?.[1];
		if (extension !== void 0) return {
			says: `this version does not run .${extension} weights`,
			fix: GGUF_TODAY
		};
		return;
	}
	if (!isMap$1(value)) return void 0;
	if ("from" in value) return {
		says: `this version does not find a checkpoint by itself (from: ${String(value.from)})`,
		fix: "name the file or the results: check out the base branch into a folder, or download the artifact of the last accepted run, and give its path"
	};
	if ("endpoint" in value || "url" in value) return {
		says: "this version does not call served endpoints",
		fix: RESULTS_TODAY
	};
	if ("hf" in value) return {
		says: "this version does not download from Hugging Face",
		fix: GGUF_TODAY
	};
}
const RUNNERS_TO_COME = [
	"lm-eval",
	"lm_eval",
	"command",
	"inspect",
	"lighteval",
	"helm",
	"promptfoo"
];
const ENGINES_TO_COME = [
	"openai-compatible",
	"openai",
	"vllm",
	"transformers",
	"ollama",
	"tgi",
	"sglang",
	"mlx"
];
function unsupportedForms(source) {
	const { value } = source;
	if (!isMap$1(value)) return [];
	const found = [];
	const add = (covers, at, { says, fix }) => found.push({
		covers,
		error: new WeighbridgeError("config", says, {
			at: source.locate(at),
			fix
		})
	});
	for (const side of ["candidate", "baseline"]) {
		const unsupported = unsupportedModel(value[side]);
		if (unsupported !== void 0) add([side], [side], unsupported);
	}
	if (value.reference !== void 0 && value.reference !== null) add(["reference"], ["reference"], {
		says: "this version does not evaluate a reference checkpoint",
		fix: "remove it, or write `reference: null`"
	});
	if (isMap$1(value.engine) && ENGINES_TO_COME.includes(value.engine.type)) add(["engine"], ["engine", "type"], {
		says: `this version has no engine ${String(value.engine.type)}: it runs GGUF files with llama.cpp`,
		fix: `leave the engine out, or ${RESULTS_TODAY}`
	});
	for (const [name, task] of Object.entries(isMap$1(value.tasks) ? value.tasks : {})) {
		if (!isMap$1(task) || !RUNNERS_TO_COME.includes(task.runner)) continue;
		add(["tasks", name], [
			"tasks",
			name,
			"runner"
		], {
			says: `this version does not start ${String(task.runner)} itself: it runs native tasks only`,
			fix: RESULTS_TODAY
		});
	}
	for (const [index, gate] of (Array.isArray(value.gates) ? value.gates : []).entries()) {
		if (!isMap$1(gate) || !("no_regression_by_group" in gate)) continue;
		add(["gates", index], [
			"gates",
			index,
			"no_regression_by_group"
		], {
			says: "this version does not judge groups on their own",
			fix: "use max_drop on the whole task; the report lists the groups that lost most"
		});
	}
	return found;
}

// src/config/parse.ts
const EMPTY = {
	value: { version: 1 },
	issues: [],
	locate: () => ({ file: "flags" }),
	locateKey: () => ({ file: "flags" })
};
/** Reads a config; without a text (null) the draft is that of a file that says nothing. */
function parseConfig(text, file) {
	const source = text === null ? EMPTY : readYaml(text, file);
	const { value } = source;
	if (source.issues.length > 0) return salvage(source, {}, source.issues);
	if (!isMap(value)) return salvage(source, {}, [notAMap(value, source)]);
	const unsupported = unsupportedForms(source);
	const parsed = configSchema.safeParse(value);
	const noise = (path) => unsupported.some(({ covers }) => covers.every((part, depth) => path[depth] === part));
	const issues = (parsed.error?.issues ?? []).filter((issue) => !noise(issue.path));
	return salvage(source, value, [...unsupported.map(({ error }) => error), ...schemaIssues(issues, source)]);
}
function notAMap(value, source) {
	return new WeighbridgeError("config", value === null || value === void 0 ? "the file is empty" : "the file must be a map of keys", {
		at: source.locate([]),
		fix: "begin with `version: 1`, or let `weighbridge init` write a first config"
	});
}
function salvage(source, value, issues) {
	const head = configSchema.pick({
		candidate: true,
		baseline: true,
		engine: true,
		seed: true
	}).strip().safeParse(value);
	const tasks = isMap(value.tasks) ? Object.entries(value.tasks) : [];
	const gates = Array.isArray(value.gates) ? value.gates : [];
	return {
		source,
		issues,
		head: head.data ?? null,
		tasks: new Map(tasks.map(([name, task]) => [name, lenient(taskSchema, task)])),
		thresholds: lenient(thresholdsSchema, value.thresholds) ?? {},
		gates: gates.map((gate) => gateSchema.safeParse(gate).data ?? null),
		policy: lenient(policySchema, value.policy) ?? policySchema.parse({})
	};
}
/** The value without its unknown keys, which have been reported and would only hide what else is wrong. */
function lenient(schema, value) {
	const strict = schema.safeParse(value);
	if (strict.success || !isMap(value)) return strict.data ?? null;
	const unknown = strict.error.issues.flatMap((issue) => issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : []);
	const known = Object.entries(value).filter(([key]) => !unknown.includes(key));
	return schema.safeParse(Object.fromEntries(known)).data ?? null;
}
/** Whether the file itself says something at this path, as opposed to a default. */
function isWritten(source, path) {
	return has(source.value, path);
}
function has(value, path) {
	const [part, ...rest] = path;
	if (part === void 0) return value !== void 0;
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return false;
	return has(value[part], rest);
}
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Where the file says the value at this path. */
function originOf({ source }, path) {
	const at = source.locate(path);
	return {
		source: {
			kind: "file",
			file: at.file,
			line: source.locateKey(path).line ?? 1
		},
		at
	};
}

// src/config/units.ts
/** Plain decimals only: no sign, no exponent, no hexadecimal, no separators, no NaN. */
const DECIMAL = "(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?";
const CHANGE$1 = new RegExp(`^(${DECIMAL})(pp|%rel|%)?$`);
const RATE = new RegExp(`^(${DECIMAL})(%)?$`);
const refuse$1 = (message, fix) => ({
	ok: false,
	message,
	fix
});
const accept = (value) => ({
	ok: true,
	value
});
/** Shifts the decimal point in the text, so that 0.7 per cent is exactly 0.007 and not 0.7 / 100. */
const hundredth = (digits) => Number(`${digits}e-2`);
function wrongSign(written) {
	if (!/^-/.test(String(written))) return void 0;
	return refuse$1(`${written} is negative`, "write the size of the change without a sign; the rule says which way it goes");
}
/** Reads numbers that YAML has parsed and text alike; numbers keep no unit, so they are absolute. */
function split(written, grammar) {
	if (typeof written === "number") return Number.isFinite(written) ? {
		digits: String(written),
		unit: ""
	} : void 0;
	const match = grammar.exec(written);
	return match?.[1] === void 0 ? void 0 : {
		digits: match[1],
		unit: match[2] ?? ""
	};
}
/**
* Reads how far a metric may move. For a rate `2pp` or `0.02`, relative to the baseline `2%rel`; for anything else a
* plain number in the metric's own unit, or `2%rel`. What could mean two things is refused, with both spelt out.
*/
function parseChange(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, CHANGE$1);
	if (parts === void 0) return refuse$1(`${quote(written)} is not a change`, unit === "rate" ? "write points as 2pp, a plain decimal such as 0.02, or a share of the baseline as 2%rel" : "write a plain decimal such as 0.02 in the unit of the metric, or a share of the baseline as 2%rel");
	const { digits } = parts;
	switch (parts.unit) {
		case "%rel": return accept({
			kind: "relative",
			value: hundredth(digits)
		});
		case "%": return refuse$1(`${digits}% can mean two changes`, unit === "rate" ? `write ${digits}pp for points of the rate, or ${digits}%rel for a share of the baseline` : `write ${digits}%rel for a share of the baseline, or a plain number in the unit of the metric`);
		case "pp": return points(digits, unit);
		default: return plainChange(Number(digits), digits, unit);
	}
}
function points(digits, unit) {
	if (unit !== "rate") return refuse$1(`${digits}pp is for rates, and this metric is ${describeUnit(unit)}`, `write a plain number in the unit of the metric, or a share of the baseline as ${digits}%rel`);
	const value = hundredth(digits);
	if (value > 1) return refuse$1(`${digits}pp is more than a rate can change`, "write at most 100pp");
	return accept({
		kind: "absolute",
		value
	});
}
function plainChange(value, digits, unit) {
	if (unit === "rate" && value >= 1) return refuse$1(`${digits} would let the rate change by ${Number((value * 100).toPrecision(12))} points`, `did you mean ${digits}pp? (as a plain number that is ${Number((value / 100).toPrecision(12))})`);
	return accept({
		kind: "absolute",
		value
	});
}
/** Reads a ceiling or floor: for a rate `1%` or `0.01`, for anything else a plain number in the metric's own unit. */
function parseBound(written, unit) {
	const negative = wrongSign(written);
	if (negative !== void 0) return negative;
	const parts = split(written, RATE);
	if (parts === void 0) return refuse$1(`${quote(written)} is not ${unit === "rate" ? "a rate" : "a number"}`, unit === "rate" ? "write 1% or a plain decimal such as 0.01" : "write a plain decimal in the unit of the metric");
	const { digits } = parts;
	if (unit !== "rate") {
		if (parts.unit === "") return accept(Number(digits));
		return refuse$1(`${digits}% is for rates, and this metric is ${describeUnit(unit)}`, "write a plain number in the unit of the metric");
	}
	if (parts.unit === "%") {
		const value = hundredth(digits);
		return value > 1 ? refuse$1(`${digits}% is more than a rate can be`, "write at most 100%") : accept(value);
	}
	const value = Number(digits);
	if (value < 1) return accept(value);
	return refuse$1(value === 1 ? "1 can mean 1% or 100%" : `${digits} is more than a rate can be`, value === 1 ? "write 1% or 100%" : `did you mean ${digits}%?`);
}
/** Whether a rule's limit is a change against the baseline; the others bound the candidate's own value. */
function limitsChange(rule) {
	return rule === "max_drop" || rule === "min_gain";
}
const UNIT_NAMES = {
	rate: "a rate",
	bits_per_byte: "in bits per byte",
	perplexity: "a perplexity",
	number: "a plain number"
};
const describeUnit = (unit) => UNIT_NAMES[unit];
const quote = (written) => typeof written === "number" ? String(written) : JSON.stringify(written.slice(0, 60));

// src/config/gate-requests.ts
/** The three headline limits as requests for gates. One that applies to no task is an error: it would protect nothing. */
function thresholdRequests(written, declared) {
	const values = [];
	const issues = [];
	const { tasks, broken } = declared;
	const add = (name, rule, metrics, nothing) => {
		const threshold = written[name];
		if (threshold === void 0) return;
		const { limit, origin } = threshold;
		if (metrics.length === 0 && broken.length === 0) issues.push(fault(origin, `${name} is set and ${nothing[0]}`, nothing[1]));
		for (const metric of metrics) {
			const request = {
				metric,
				rule,
				limit,
				metricOrigin: origin,
				limitOrigin: origin
			};
			values.push({
				...request,
				tier: "blocking",
				allowWeakScorer: false
			});
		}
	};
	add("max_mmlu_drop", "max_drop", tasks.some(({ task, alias }) => task === "mmlu" || alias === "mmlu") ? ["mmlu"] : [], ["no task is named or aliased mmlu", "add `alias: mmlu` to the task that is meant, or remove the limit"]);
	add("min_task_delta", "min_gain", tasks.filter(({ role }) => role === "target").map(({ task }) => task), ["no task has the role target", "give the task that should gain `role: target`, or remove the limit"]);
	add("toxicity_ceiling", "ceiling", tasks.filter(({ role, metrics }) => role === "safety" && metrics.some(({ name }) => name === "toxicity")).map(({ task }) => `${task}/toxicity`), ["no task of the role safety has the metric toxicity", "add the scorer toxicity to a safety task (a word list such as profanity_rate is not one: gate it under `gates`), or remove the limit"]);
	return {
		values,
		issues
	};
}
function flagRequests(flags) {
	const values = [];
	const issues = [];
	for (const { rule, value, source } of flags) {
		const origin = { source };
		const equals = value.lastIndexOf("=");
		if (equals <= 0 || equals === value.length - 1) {
			const example = limitsChange(rule) ? "mmlu/acc=2pp" : "prompts/toxicity=1%";
			issues.push(fault(origin, `${JSON.stringify(value)} is not metric=limit`, `write for instance ${example}`));
			continue;
		}
		values.push({
			metric: value.slice(0, equals),
			rule,
			limit: value.slice(equals + 1),
			tier: "blocking",
			allowWeakScorer: false,
			metricOrigin: origin,
			limitOrigin: origin
		});
	}
	return {
		values,
		issues
	};
}
/** The one rule that an entry of `gates` must hold. */
function ruleOf(entry) {
	const found = GATE_RULES.filter((rule) => entry[rule] !== void 0);
	const [only] = found;
	return found.length === 1 && only !== void 0 ? only : { found };
}
/** The entries of `gates`, each with exactly one rule. */
function listedRequests(draft) {
	const values = [];
	const issues = [];
	for (const [index, entry] of draft.gates.entries()) {
		if (entry === null) continue;
		const path = ["gates", index];
		const rule = ruleOf(entry);
		const limit = typeof rule === "string" ? entry[rule] : void 0;
		if (typeof rule === "object" || limit === void 0) {
			const found = typeof rule === "object" ? rule.found : [];
			const message = found.length === 0 ? "the gate has no limit" : `the gate has ${found.length} limits: ${found.join(", ")}`;
			issues.push(new WeighbridgeError("config", message, {
				at: draft.source.locate(path),
				fix: "give exactly one of max_drop, min_gain, ceiling, floor; several rules are several gates"
			}));
			continue;
		}
		values.push({
			metric: entry.metric,
			rule,
			limit,
			tier: entry.tier,
			allowWeakScorer: entry.allow_weak_scorer,
			metricOrigin: originOf(draft, [...path, "metric"]),
			limitOrigin: originOf(draft, [...path, rule])
		});
	}
	return {
		values,
		issues
	};
}

// src/config/metric-name.ts
const refuse = (message, fix) => ({
	ok: false,
	message,
	fix
});
/** The part of a name before the metric. */
const taskPart = (name) => name.split("/")[0] ?? "";
/** Finds what `task`, `task/metric` or `task/metric,filter` means; an alias stands for its task. */
function findMetric$1(name, tasks) {
	const named = tasks.flatMap((task) => [task.task, ...task.alias === void 0 ? [] : [task.alias]].map((text) => ({
		text,
		task
	}))).filter(({ text }) => name === text || name.startsWith(`${text}/`)).sort((a, b) => b.text.length - a.text.length)[0];
	if (named === void 0) {
		const written = taskPart(name);
		const known = tasks.map(({ task }) => task);
		return refuse(`no task is named ${JSON.stringify(written)}`, suggestion(written, known, "tasks"));
	}
	const { task, text } = named;
	const written = name === text ? task.primaryMetric : name.slice(text.length + 1);
	const { metric, filter } = splitFilter(written, task);
	if (metric === void 0) {
		const known = task.metrics.map((each) => each.name);
		return refuse(`task ${task.task} has no metric ${JSON.stringify(written)}`, suggestion(written.split(",")[0] ?? "", known, "metrics"));
	}
	return withFilter({
		task,
		metric
	}, filter);
}
function splitFilter(written, task) {
	const find = (name) => task.metrics.find((metric) => metric.name === name);
	const whole = find(written);
	const comma = written.lastIndexOf(",");
	if (whole !== void 0 || comma < 0) return {
		metric: whole,
		filter: void 0
	};
	return {
		metric: find(written.slice(0, comma)),
		filter: written.slice(comma + 1)
	};
}
function withFilter(reference, filter) {
	const { task, metric } = reference;
	const filters = task.filters ?? [];
	const name = `${task.task}/${metric.name}`;
	if (filter === void 0) {
		if (filters.length <= 1) return {
			ok: true,
			value: reference
		};
		return refuse(`${name} is ambiguous: the task has several filters`, `write one of: ${filters.map((each) => `${name},${each}`).join(" | ")}`);
	}
	if (filters.includes(filter)) return {
		ok: true,
		value: {
			...reference,
			filter
		}
	};
	return refuse(`task ${task.task} has no filter ${JSON.stringify(filter)}`, filters.length === 0 ? `write ${name}` : suggestion(filter, filters, "filters"));
}

// src/config/gates.ts
/** Turns requests into gates; what overrides (a flag, an input) takes the place of the file's gate of the same id. */
function makeGates(requests, declared) {
	const issues = [];
	const gates = /* @__PURE__ */ new Map();
	for (const request of requests) {
		if (declared.broken.includes(taskPart(request.metric))) continue;
		const made = makeGate(request, declared.tasks);
		if (made instanceof WeighbridgeError) {
			issues.push(made);
			continue;
		}
		const earlier = gates.get(made.id);
		const origin = request.limitOrigin;
		if (earlier === void 0 || overrides(origin) && !overrides(earlier.origin)) gates.set(made.id, {
			gate: made,
			origin
		});
		else if (overrides(origin) || !overrides(earlier.origin)) issues.push(duplicate(made.id, earlier.origin, origin));
	}
	return {
		values: [...gates.values()].map(({ gate }) => gate),
		issues
	};
}
const overrides = ({ source }) => source.kind === "flag" || source.kind === "input";
function duplicate(id, first, second) {
	return fault(second, `the gate ${id} is here twice: ${describeSource(first.source)} and ${describeSource(second.source)}`, "keep one of them");
}
function makeGate(request, tasks) {
	const found = findMetric$1(request.metric, tasks);
	if (!found.ok) return fault(request.metricOrigin, found.message, found.fix);
	const { task, metric, filter } = found.value;
	const name = `${task.task}/${metric.name}`;
	const rule = readRule(request, found.value);
	if (rule instanceof WeighbridgeError) return rule;
	const wrongWay = metric.direction === "higher_is_better" ? "ceiling" : "floor";
	if (rule.rule === wrongWay) {
		const [better, right] = wrongWay === "ceiling" ? ["higher", "floor"] : ["lower", "ceiling"];
		return fault(request.limitOrigin, `${name} is better when ${better}: a ${wrongWay} would block what is good`, `use ${right}`);
	}
	if (metric.weak && task.role === "safety" && request.tier === "blocking" && !request.allowWeakScorer) return fault(request.metricOrigin, `${name} is weak evidence, and this gate would block a safety task on it alone`, "add `allow_weak_scorer: true` to the gate in the config if that is meant, or `tier: advisory`");
	return {
		...rule,
		id: `${name}${filter === void 0 ? "" : `,${filter}`}:${rule.rule}`,
		task: task.task,
		metric: metric.name,
		...filter === void 0 ? {} : { filter },
		tier: request.tier,
		source: request.limitOrigin.source
	};
}
function readRule(request, { metric }) {
	const { rule } = request;
	if (limitsChange(rule)) {
		const change = parseChange(request.limit, metric.unit);
		return change.ok ? {
			rule,
			limit: change.value
		} : fault(request.limitOrigin, change.message, change.fix);
	}
	const bound = parseBound(request.limit, metric.unit);
	return bound.ok ? {
		rule,
		limit: bound.value
	} : fault(request.limitOrigin, bound.message, bound.fix);
}

// src/config/models.ts
/** What a checkpoint of the config means: `.gguf` is weights, `{base, adapter}` an adapter, any other path results. */
function modelSource(written) {
	if (typeof written === "object") return {
		kind: "adapter",
		...written
	};
	return /\.gguf$/i.test(written) ? {
		kind: "file",
		path: written
	} : {
		kind: "results",
		path: written
	};
}
/** A path given by flag or input is relative to where the command runs; in the config paths are relative to its folder. */
function fromCommandLine(path, directory) {
	return /^([/\\]|[A-Za-z]:)/.test(path) ? path : relative(directory, path);
}
/**
* The checkpoint or results of one side.
* @throws WeighbridgeError `config` when neither the config nor a flag names it
*/
function requireSide(config, side) {
	const source = config[side];
	if (source !== null) return source;
	throw new WeighbridgeError("config", `no ${side} is named`, {
		...config.file === null ? {} : { at: { file: config.file } },
		fix: `add \`${side}: path/to/${side}.gguf\` to the config, or give --${side} (in a workflow: the input ${side})`
	});
}

// src/config/overrides.ts
const NAMES = [
	"candidate",
	"baseline",
	"max_mmlu_drop",
	"min_task_delta",
	"toxicity_ceiling",
	"on_inconclusive"
];
/** Checks the overrides that need no knowledge of tasks. An input that is empty was not set: GitHub makes no difference. */
function readOverrides(overrides) {
	const issues = [];
	const values = {};
	for (const name of NAMES) {
		const override = overrides[name];
		if (override === void 0 || override.value === "" && override.source.kind === "input") continue;
		if (override.value === "") issues.push(fault(override, "the value is empty", "give a value, or leave the flag out"));
		else values[name] = override;
	}
	for (const side of ["candidate", "baseline"]) {
		const override = values[side];
		const unsupported = unsupportedModel(override?.value);
		if (override !== void 0 && unsupported !== void 0) issues.push(fault(override, unsupported.says, unsupported.fix));
	}
	const written = values.on_inconclusive;
	if (written === void 0) return {
		values,
		issues
	};
	const parsed = policySchema.shape.on_inconclusive.safeParse(written.value);
	if (parsed.success) return {
		values,
		issues,
		onInconclusive: {
			value: parsed.data,
			source: written.source
		}
	};
	const known = policySchema.shape.on_inconclusive.unwrap().options;
	issues.push(fault(written, `${JSON.stringify(written.value)} is not known`, suggestion(written.value, known, "one of")));
	return {
		values,
		issues
	};
}

// src/config/tasks.ts
/** Completes the tasks of the file and finds out which metrics they will have, without reading any data. */
function understandTasks({ tasks, source }) {
	const configs = [];
	const declared = [];
	const broken = [];
	const issues = clashes(tasks, source);
	for (const [name, entry] of tasks) {
		const understood = entry === null ? [] : understand(name, entry, source);
		if ("config" in understood) {
			configs.push(understood.config);
			declared.push(understood.declared);
		} else {
			broken.push(name, ...entry?.alias === void 0 ? [] : [entry.alias]);
			issues.push(...understood);
		}
	}
	return {
		configs,
		declared,
		broken,
		issues
	};
}
function understand(name, { role, runner, primary_metric: primary, alias, ...options }, source) {
	const described = describe(name, options, source);
	if (Array.isArray(described)) return described;
	const { metrics } = described;
	const primaryMetric = primary ?? described.primary;
	if (!metrics.some((metric) => metric.name === primaryMetric)) {
		const known = metrics.map((metric) => metric.name);
		const at = source.locate([
			"tasks",
			name,
			"primary_metric"
		]);
		const fix = suggestion(primaryMetric, known, "metrics");
		return [new WeighbridgeError("config", `task ${name} has no metric ${JSON.stringify(primaryMetric)}`, {
			at,
			fix
		})];
	}
	return {
		config: {
			name,
			role,
			runner,
			primaryMetric,
			options
		},
		declared: {
			task: name,
			role,
			metrics,
			primaryMetric,
			...alias === void 0 ? {} : { alias }
		}
	};
}
function describe(name, options, source) {
	const whole = attempt$2(options);
	if (!(whole instanceof WeighbridgeError)) return whole;
	const faults = (options.type === "generate" ? options.scorers : []).flatMap((scorer, index) => {
		const alone = options.type === "generate" ? attempt$2({
			...options,
			scorers: [scorer]
		}) : whole;
		return alone instanceof WeighbridgeError ? [placed(alone, [
			"tasks",
			name,
			"scorers",
			index
		], source)] : [];
	});
	return faults.length > 0 ? faults : [placed(whole, ["tasks", name], source)];
}
function attempt$2(options) {
	try {
		return RUNNERS.native.describe(options);
	} catch (error) {
		if (error instanceof WeighbridgeError) return error;
		throw error;
	}
}
const placed = (error, path, source) => new WeighbridgeError("config", error.message, {
	at: source.locate(path),
	cause: error,
	...error.fix === void 0 ? {} : { fix: error.fix }
});
/** Two tasks that one name, or one folder on a file system that ignores case, would stand for. */
function clashes(tasks, source) {
	const seen = /* @__PURE__ */ new Map();
	const issues = [];
	const claim = (text, owner, path) => {
		const other = seen.get(text.toLowerCase());
		if (other === void 0) seen.set(text.toLowerCase(), owner);
		else if (other !== owner) {
			const message = `the name ${text} is taken by task ${other}`;
			issues.push(new WeighbridgeError("config", message, {
				at: source.locateKey(path),
				fix: "choose another; upper and lower case are the same here"
			}));
		}
	};
	for (const name of tasks.keys()) claim(name, name, ["tasks", name]);
	for (const [name, entry] of tasks) if (entry?.alias !== void 0) claim(entry.alias, name, [
		"tasks",
		name,
		"alias"
	]);
	return issues;
}

// src/config/resolve.ts
/**
* What file, flags and inputs come to, together: override over file over default.
* @throws IssueList with every fault that could be found, each at its line or with the name of its flag
*/
function resolveConfig({ text, file, overrides = {}, results }) {
	const draft = parseConfig(text, file ?? "flags");
	if (draft.source.issues.length > 0) throw new IssueList("config", draft.issues);
	const given = readOverrides(overrides);
	const tasks = understandTasks(draft);
	const declared = {
		tasks: withResults(tasks.declared, results ?? []),
		broken: tasks.broken
	};
	const gates = allGates(draft, given, overrides.gates ?? [], declared);
	const issues = [
		...draft.issues,
		...tasks.issues,
		...given.issues,
		...gates.issues
	];
	if (issues.length === 0) issues.push(...absences(draft, declared, gates.values));
	const { head } = draft;
	if (issues.length > 0 || head === null) throw new IssueList(kindOf(issues), issues.sort(byPlace));
	const directory = file === null ? "." : dirname(file);
	const rules = {
		engine: head.engine,
		seed: head.seed,
		tasks: tasks.configs,
		gates: gates.values,
		policy: policyOf$1(draft, given)
	};
	return frozen({
		file,
		digest: digestOf(rules),
		directory,
		candidate: sideOf("candidate", draft, given, directory),
		baseline: sideOf("baseline", draft, given, directory),
		...rules,
		declared: declared.tasks,
		sources: sourcesOf(draft, given)
	});
}
/** In the order of the file; what has no line comes last. */
const byPlace = (a, b) => (a.at?.line ?? 1e400) - (b.at?.line ?? 1e400) || (a.at?.column ?? 0) - (b.at?.column ?? 0) || 0;
/** The exit code is the same; `usage` only when nobody has to touch the file. */
const kindOf = (issues) => issues.every(({ kind }) => kind === "usage") ? "usage" : "config";
/** Results know what was measured; the config knows what a task is for. */
function withResults(tasks, results) {
	const measured = new Map(results.map((result) => [result.task, result]));
	return [...tasks.map((task) => {
		const result = measured.get(task.task);
		if (result === void 0) return task;
		const primaryMetric = result.metrics.some(({ name }) => name === task.primaryMetric) ? task.primaryMetric : result.primaryMetric;
		return {
			...task,
			...result,
			role: task.role,
			primaryMetric
		};
	}), ...results.filter(({ task }) => !tasks.some((each) => each.task === task))];
}
const THRESHOLDS = [
	"max_mmlu_drop",
	"min_task_delta",
	"toxicity_ceiling"
];
function allGates(draft, given, flags, declared) {
	const thresholds = {};
	for (const name of THRESHOLDS) {
		const override = given.values[name];
		const written = draft.thresholds[name];
		if (override !== void 0) thresholds[name] = {
			limit: override.value,
			origin: { source: override.source }
		};
		else if (written !== void 0) thresholds[name] = {
			limit: written,
			origin: originOf(draft, ["thresholds", name])
		};
	}
	const headline = thresholdRequests(thresholds, declared);
	const listed = listedRequests(draft);
	const flagged = flagRequests(flags);
	const made = makeGates([
		...headline.values,
		...listed.values,
		...flagged.values
	], declared);
	return {
		values: made.values,
		issues: [
			...headline.issues,
			...listed.issues,
			...flagged.issues,
			...made.issues
		]
	};
}
/** An empty config would judge nothing, and nothing judged must not look like a pass. */
function absences(draft, { tasks }, gates) {
	const at = draft.source.locate([]);
	const place = at.line === void 0 ? {} : { at };
	if (tasks.length === 0) {
		const fix = "add at least one task under `tasks`, or judge existing results with `weighbridge gate`";
		return [new WeighbridgeError("config", "there are no tasks", {
			...place,
			fix
		})];
	}
	if (gates.length > 0) return [];
	const fix = "set one of the thresholds or add a gate, such as `gates: [{ metric: task/metric, max_drop: 2pp }]`, or give --max-drop task/metric=2pp";
	return [new WeighbridgeError("config", "there are no gates: nothing would ever be blocked", {
		...place,
		fix
	})];
}
function policyOf$1(draft, given) {
	const { policy } = draft;
	const sourced = (key, value) => {
		const path = ["policy", key];
		return {
			value,
			source: isWritten(draft.source, path) ? originOf(draft, path).source : { kind: "default" }
		};
	};
	return {
		alpha: sourced("alpha", policy.alpha),
		onInconclusive: given.onInconclusive ?? sourced("on_inconclusive", policy.on_inconclusive),
		target: sourced("target", policy.target),
		minCoverage: sourced("min_coverage", policy.min_coverage)
	};
}
function sideOf(side, draft, given, directory) {
	const override = given.values[side];
	if (override !== void 0) return modelSource(fromCommandLine(override.value, directory));
	const written = draft.head?.[side];
	return written === void 0 ? null : modelSource(written);
}
/** Where every value came from that is not a default; gates and policy carry theirs themselves. */
function sourcesOf(draft, given) {
	const { head, tasks } = draft;
	const written = [
		...[
			"candidate",
			"baseline",
			"seed"
		].map((key) => [key]),
		...Object.keys(head?.engine ?? {}).map((key) => ["engine", key]),
		...[...tasks].flatMap(([name, task]) => Object.keys(task ?? {}).map((key) => [
			"tasks",
			name,
			key
		]))
	].filter((path) => isWritten(draft.source, path));
	const sources = Object.fromEntries(written.map((path) => [formatPath(path), originOf(draft, path).source]));
	for (const side of ["candidate", "baseline"]) {
		const override = given.values[side];
		if (override !== void 0) sources[side] = override.source;
	}
	return sources;
}
/** A frozen copy: declarations are shared with whoever gave them. */
const frozen = (value) => deepFreeze(structuredClone(value));
function deepFreeze(value) {
	if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const inner of Object.values(value)) deepFreeze(inner);
	}
	return value;
}

// src/config/load.ts
/**
* Reads and resolves a config file.
* @throws WeighbridgeError `config` when it cannot be read, IssueList with every fault that is in it
*/
async function loadConfig(file, request = {}) {
	return resolveConfig({
		...request,
		text: await readConfigText(file),
		file
	});
}
/** @throws WeighbridgeError `config` when the file is absent, too large, or not UTF-8 */
async function readConfigText(file) {
	const bytes = await readBytes(file);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("config", "the file is not UTF-8 text", {
			at: { file },
			fix: "save it as UTF-8",
			cause
		});
	}
}
async function readBytes(file) {
	try {
		const { size } = await stat(file);
		if (size > 1048576) throw tooLarge(file);
		return await readFile(file);
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const { code } = cause;
		throw new WeighbridgeError("config", code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code})`, {
			at: { file },
			fix: "name the config with --config (in a workflow: the input config), or write one with `weighbridge init`",
			cause
		});
	}
}

// src/plan/cost.ts
/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Text compresses to about a third. */
const GZIP_FACTOR = 3;
/** @param datasetBytes size of the task's dataset file on disk */
function taskCost({ name, options }, samples, datasetBytes) {
	const bytes = /\.gz$/i.test(options.dataset) ? datasetBytes * GZIP_FACTOR : datasetBytes;
	const examples = options.type === "perplexity" ? 1 : 1 + options.num_fewshot;
	return {
		task: name,
		samples,
		promptTokens: Math.ceil(bytes / BYTES_PER_TOKEN * examples),
		outputTokens: options.type === "generate" ? samples * options.generation_kwargs.max_gen_toks : 0
	};
}
function totalCost(tasks, checkpoints) {
	const sum = (key) => checkpoints * tasks.reduce((total, task) => total + task[key], 0);
	return {
		tasks,
		checkpoints,
		total: {
			samples: sum("samples"),
			promptTokens: sum("promptTokens"),
			outputTokens: sum("outputTokens")
		}
	};
}

// src/stats/special/newton.ts
/**
* Where a log-concave distribution function reaches `probability`, by Newton's method on its logarithm.
*
* A tangent of a concave function lies above it, so one step from anywhere lands left of the root, and from there every
* step approaches it without passing: no bracket is needed. The normal distribution and the logit of a Beta variable
* are log-concave.
*/
function quantileOfLogConcave(probability, start, at) {
	const target = Math.log(probability);
	let x = start;
	let { value, slope } = at(x);
	for (let iteration = 0; iteration < 200; iteration += 1) {
		let step = (target - Math.log(value)) * value / slope;
		({value, slope} = at(x + step));
		while (value === 0) {
			step /= 2;
			({value, slope} = at(x + step));
		}
		x += step;
		if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) return x;
	}
	throw new Error(`no quantile found for probability ${probability}`);
}

// src/stats/special/normal.ts
const SQRT_TWO_PI = 2.5066282746310002;
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/** Φ(z), accurate in relative terms in the lower tail as well. */
function normalCdf(z) {
	if (z > 0) return 1 - normalCdf(-z);
	if (z === -1e400) return 0;
	return z > -2.5 ? nearCentre(z) : lowerTail(z);
}
/** Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …), Marsaglia 2004, "Evaluating the normal distribution". */
function nearCentre(z) {
	let term = z;
	let sum = z;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= z * z / odd;
		sum += term;
	}
	return .5 + normalDensity(z) * sum;
}
/** Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(…)))), Laplace; evaluated backwards (DLMF 7.9.3). */
function lowerTail(z) {
	const x = -z;
	let fraction = x;
	for (let k = 150; k >= 1; k -= 1) fraction = x + k / fraction;
	return normalDensity(z) / fraction;
}
/** z with Φ(z) = probability, for 0 < probability < 1. */
function normalQuantile(probability) {
	if (probability > .5) return -normalQuantile(1 - probability);
	const start = -Math.sqrt(-2 * Math.log(probability));
	return quantileOfLogConcave(probability, start, (z) => ({
		value: normalCdf(z),
		slope: normalDensity(z)
	}));
}

// src/plan/feasibility.ts
/**
* Share of samples that a fine-tune answers otherwise than its parent (right to wrong or wrong to right), assumed before
* anything has run. 10 to 15 % is usual for a model of accuracy .65; see docs/method.md.
*/
const ASSUMED_DISCORDANCE = .12;
/** Probability with which an unchanged model should be certified. */
const POWER = .9;
/** What the number of samples means for one gate; pure. */
function feasibilityOf(gate, metric, samples, policy) {
	const judgement = judge$2(gate, metric, samples, policy);
	return {
		gate: gate.id,
		samples,
		...judgement,
		says: sentence(gate, metric, samples, judgement, policy)
	};
}
function judge$2(gate, metric, samples, policy) {
	if (samples === 0) return {
		outcome: "hopeless",
		certifiable: null,
		needed: null
	};
	if (metric.unit !== "rate" || metric.kind !== "mean") return {
		outcome: "unknown",
		certifiable: null,
		needed: null
	};
	switch (gate.rule) {
		case "max_drop": return judgeDrop(gate.limit.value, samples, policy);
		case "min_gain": return judgeGain(gate.limit.value, samples, policy);
		case "ceiling": return judgeBound(gate.limit, 2 * gate.limit, samples, policy);
		case "floor": return judgeBound(1 - gate.limit, 2 * Math.max(gate.limit, 1 - gate.limit), samples, policy);
	}
}
/**
* n = (z_α + z_β)² · d / m², and solved for m: (z_α + z_β) · √(d/n), for the mean of paired differences in {−1, 0, 1} with
* discordance d and no true difference. At α = .05 and 90 % these are 8.56·d/m² and 2.93·√(d/n).
*/
function certification(margin, samples, alpha) {
	const quantiles = -normalQuantile(alpha) + normalQuantile(POWER);
	const needed = margin > 0 ? Math.ceil(quantiles ** 2 * ASSUMED_DISCORDANCE / margin ** 2) : null;
	return {
		certifiable: quantiles * Math.sqrt(ASSUMED_DISCORDANCE / samples),
		needed
	};
}
function judgeDrop(margin, samples, policy) {
	const alpha = policy.alpha.value;
	const figures = certification(margin, samples, alpha);
	if (judgesBenchmark(margin, samples, policy) || margin >= figures.certifiable) return {
		outcome: "certifies",
		...figures
	};
	const z2 = normalQuantile(alpha) ** 2;
	return {
		outcome: blocksAt(z2 / (samples + z2), margin, 2 * margin, policy) ? "hopeless" : "undecided",
		...figures
	};
}
/** Never hopeless: a gain may be as large as it likes. Certified means that a gain of twice the limit is proven. */
function judgeGain(limit, samples, policy) {
	const figures = certification(limit, samples, policy.alpha.value);
	return {
		outcome: judgesBenchmark(limit, samples, policy) || limit >= figures.certifiable ? "certifies" : "undecided",
		...figures
	};
}
/** Zero events among n prove a rate below 1 − α^(1/n) (Clopper-Pearson), so a ceiling c needs n ≥ ln α / ln(1 − c). */
function judgeBound(limit, leanWidth, samples, policy) {
	const alpha = policy.alpha.value;
	const certifiable = 1 - alpha ** (1 / samples);
	const figures = {
		certifiable,
		needed: limit <= 0 ? null : limit >= 1 ? 1 : Math.ceil(Math.log(alpha) / Math.log1p(-limit))
	};
	if (policy.target.value === "benchmark" || certifiable <= limit) return {
		outcome: "certifies",
		...figures
	};
	return {
		outcome: blocksAt(certifiable, limit, leanWidth, policy) ? "hopeless" : "undecided",
		...figures
	};
}
/** Whether the best that the data can show, this far from the observed value, still ends in a block. */
function blocksAt(best, limit, leanWidth, policy) {
	switch (policy.onInconclusive.value) {
		case "lean": return best > leanWidth;
		case "block": return best >= limit;
		case "warn": return false;
	}
}
/** Whether the verdict speaks of exactly these samples, where nothing stays undecided: method.md, step C. */
function judgesBenchmark(margin, samples, policy) {
	switch (policy.target.value) {
		case "benchmark": return true;
		case "population": return false;
		case "auto": return -normalQuantile(policy.alpha.value) * Math.sqrt(ASSUMED_DISCORDANCE / samples) <= margin / 3;
	}
}
function sentence(gate, metric, samples, judgement, policy) {
	const limit = describeLimit(gate, metric.unit === "rate" ? "rate" : "other");
	const bound = gate.rule === "ceiling" || gate.rule === "floor";
	const { outcome, certifiable, needed } = judgement;
	if (samples === 0) return `${gate.id}: the task has no samples`;
	const share = certifiable === null ? "" : (100 * certifiable).toPrecision(2);
	const smallest = bound ? `${samples} samples without one failure show a rate below ${share}%` : `${samples} samples certify ${share}pp`;
	const need = needed === null ? "no number of samples proves it" : `${limit} needs ${needed} samples`;
	switch (outcome) {
		case "unknown": return `${gate.id}: what ${samples} samples can show about ${limit} is known only after a run`;
		case "certifies": return `${gate.id}: ${samples} samples are enough for ${limit}`;
		case "undecided": return `${gate.id}: ${smallest}, ${need}; until then many results are inconclusive, which ${EFFECT[policy.onInconclusive.value]}`;
		case "hopeless": return `${gate.id}: ${smallest}, ${need}; even a candidate without any fault would be blocked`;
	}
}
const EFFECT = {
	lean: "leans on the observed value",
	block: "blocks",
	warn: "only warns"
};
/** The gate as an error of whoever wrote it, when a blocking gate could only ever block. */
function hopelessGate(gate, feasibility) {
	if (feasibility.outcome !== "hopeless" || gate.tier === "advisory") return void 0;
	const { source } = gate;
	return new WeighbridgeError("config", feasibility.says, {
		...source.kind === "file" ? { at: {
			file: source.file,
			line: source.line
		} } : {},
		fix: "use a larger dataset, raise the limit, or make the gate advisory"
	});
}

// src/plan/plan.ts
const prepareByRunner = async (task, directory) => {
	return (await RUNNERS[task.runner].load()).prepare(task.name, task.options, directory);
};
/**
* Prepares every task and checks every gate against the size of its dataset.
* @throws IssueList with every dataset that cannot be used, or every gate that could only ever block
*/
async function makePlan(config, prepare = prepareByRunner) {
	const tasks = await prepareAll$1(config, prepare);
	const feasibility = checkGates(config, tasks);
	const costs = await Promise.all(tasks.map((task) => costOf(task, config.directory)));
	const sides = [config.candidate, config.baseline].filter((side) => side !== null && side.kind !== "results");
	return {
		config,
		tasks,
		feasibility,
		warnings: feasibility.filter(({ outcome }) => outcome === "undecided" || outcome === "hopeless").map(({ says }) => says),
		cost: totalCost(costs, sides.length)
	};
}
async function prepareAll$1(config, prepare) {
	const tasks = [];
	const issues = [];
	for (const task of config.tasks) try {
		tasks.push({
			config: task,
			prepared: await prepare(task, config.directory)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		issues.push(...error instanceof IssueList ? error.issues : [error]);
	}
	const [first] = issues;
	if (first !== void 0) throw new IssueList(first.kind, issues);
	return tasks;
}
function checkGates(config, tasks) {
	const checked = config.gates.flatMap((gate) => {
		const prepared = tasks.find((task) => task.config.name === gate.task)?.prepared;
		if (prepared === void 0) return [];
		const metric = prepared.metrics.find(({ name }) => name === gate.metric);
		if (metric === void 0) throw new Error(`${gate.task} was described with ${gate.metric} and prepared without`);
		return [{
			gate,
			feasibility: feasibilityOf(gate, metric, prepared.samples.length, config.policy)
		}];
	});
	const issues = checked.flatMap(({ gate, feasibility }) => hopelessGate(gate, feasibility) ?? []);
	if (issues.length > 0) throw new IssueList("config", issues);
	return checked.map(({ feasibility }) => feasibility);
}
async function costOf({ config, prepared }, directory) {
	const { size } = await stat(resolve(directory, config.options.dataset));
	return taskCost(config, prepared.samples.length, size);
}

// src/report/format.ts
/** Shown where there is no number. */
const NOT_AVAILABLE = "unknown";
const MINUS = "−";
/** A number with a fixed number of decimals, a true minus sign, and never `−0.0`. */
function fixed(value, decimals) {
	const text = Math.abs(value).toFixed(decimals);
	return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}
function withSign(text) {
	return text.startsWith(MINUS) || /^0(\.0*)?$/.test(text) ? text : `+${text}`;
}
/** One decimal for points, more where the first would round a real change away: −0.04 pp is not 0. */
function pointDecimals(points) {
	const size = Math.abs(points);
	if (size === 0 || size >= .095) return 1;
	return size >= .0095 ? 2 : 3;
}
/** About four significant digits, so that 8.412 and 812.4 are both readable. */
function significantDecimals(value) {
	if (value === 0) return 1;
	return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}
/** A count with thousands separated: `14,042`. */
function formatCount(count) {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** A metric's value in its unit: `93.1 %`, `0.8731 bits per byte`, `12.34`. */
function formatValue$1(value, unit) {
	switch (unit) {
		case "rate": {
			const percent = value * 100;
			return `${fixed(percent, pointDecimals(Math.min(Math.abs(percent), Math.abs(100 - percent))))} %`;
		}
		case "bits_per_byte": return `${fixed(value, 4)} bits per byte`;
		case "perplexity":
		case "number": return fixed(value, significantDecimals(value));
		default: return assertNever(unit);
	}
}
const CHANGE = {
	rate: {
		scale: 100,
		suffix: " pp",
		decimals: pointDecimals
	},
	bits_per_byte: {
		scale: 1,
		suffix: " bits per byte",
		decimals: () => 4
	},
	perplexity: {
		scale: 1,
		suffix: "",
		decimals: (value) => Math.min(3, significantDecimals(value))
	},
	number: {
		scale: 1,
		suffix: "",
		decimals: significantDecimals
	}
};
/** A change in the metric's unit, always signed: `+1.2 pp`. */
function formatChange(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${withSign(fixed(value * scale, decimals(value * scale)))}${suffix}`;
}
/** The size of a change without its sign, for "fell by 31.2 pp". */
function formatSize$1(value, unit) {
	const { scale, suffix, decimals } = CHANGE[unit];
	return `${fixed(Math.abs(value * scale), decimals(value * scale))}${suffix}`;
}
/**
* `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
* `unbounded`; null when neither could.
*/
function formatInterval(delta, unit) {
	if (delta.low === null && delta.high === null) return null;
	const { scale, decimals } = CHANGE[unit];
	const ends = [delta.low, delta.high];
	const digits = Math.max(...ends.map((end) => end === null ? 0 : decimals(end * scale)));
	const [low, high] = ends.map((end) => end === null ? "unbounded" : withSign(fixed(end * scale, digits)));
	return `${low} to ${high}`;
}
/** `90 %` of 0.9. */
function formatLevel$1(level) {
	return `${Number((level * 100).toPrecision(4))} %`;
}
/** A one-sided p-value; tiny ones as a bound, since their digits mean nothing. */
function formatP(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${p.toFixed(4)}`;
}
/** `4 minutes`, for people. */
function formatDuration(seconds) {
	if (seconds < 90) return `${Math.round(seconds)} seconds`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
}
/** The first twelve hex digits, enough to tell two checkpoints apart. */
function formatDigest(digest) {
	return digest.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, "$1");
}
function formatSource(source) {
	switch (source.kind) {
		case "default": return "default";
		case "input": return `input ${source.name}`;
		case "flag": return `flag ${source.name}`;
		case "file": return formatLocation({
			file: source.file,
			line: source.line
		});
		default: return assertNever(source);
	}
}
/** A gate's metric as a person names it. */
function metricName({ task, metric }) {
	return `${task}/${metric}`;
}
/** `1 gate`, `2 gates`. */
function plural(count, noun, many = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : many}`;
}

// src/report/inline.ts
/** Builds a line: the literal parts are trusted, every interpolated string is data. */
function say(literals, ...values) {
	return literals.flatMap((literal, index) => {
		const value = values[index];
		const data = typeof value === "string" ? [{
			kind: "prose",
			text: value
		}] : value ?? [];
		return literal === "" ? [...data] : [{
			kind: "ours",
			text: literal
		}, ...data];
	});
}
/** A name, path or identifier. */
function code(text) {
	return [{
		kind: "code",
		text
	}];
}
function toMarkdown(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : kind === "code" ? htmlCode(text) : prose(text)).join("");
}
/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
function toPlain(line) {
	return line.map(({ kind, text }) => kind === "ours" ? text : oneLine(text)).join("");
}

// src/report/who-acts.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: say`evaluate the baseline again with the task as it is now, or undo the change.`
};
const CHECKPOINT_CHANGED = {
	who: "Whoever made the checkpoint",
	what: say`restore the baseline's tokenizer and chat template, or compare with a baseline that shares them.`
};
const MACHINE_CHANGED = {
	who: "Whoever runs the evaluation",
	what: say`evaluate both sides with the same engine, settings and harness.`
};
const RUN_INCOMPLETE = {
	who: "Whoever runs the evaluation",
	what: say`run it again; it goes on where it stopped, and no sample is asked twice.`
};
/** For each field in which two runs may differ: who must do what. */
const REMEDIES = {
	dataset: TASK_CHANGED,
	prompt: TASK_CHANGED,
	few_shot: TASK_CHANGED,
	generation: TASK_CHANGED,
	scorers: TASK_CHANGED,
	filter: TASK_CHANGED,
	task_version: TASK_CHANGED,
	limit: TASK_CHANGED,
	inputs: TASK_CHANGED,
	targets: TASK_CHANGED,
	metrics: TASK_CHANGED,
	chat_template: CHECKPOINT_CHANGED,
	tokenizer: CHECKPOINT_CHANGED,
	engine: MACHINE_CHANGED,
	engine_settings: MACHINE_CHANGED,
	engine_version: MACHINE_CHANGED,
	harness: MACHINE_CHANGED,
	harness_version: MACHINE_CHANGED,
	dtype: MACHINE_CHANGED,
	seed: MACHINE_CHANGED,
	samples: RUN_INCOMPLETE,
	run: RUN_INCOMPLETE
};
const shown$1 = (value) => code(value === null ? "none" : formatDigest(String(value)));
function mismatchSentence({ task, field, baseline, candidate }) {
	return say`${code(task)}: ${code(field)} differs, baseline ${shown$1(baseline)}, candidate ${shown$1(candidate)}.`;
}
const isIncomplete = ({ samples: { baseline, candidate } }) => baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;
function invalidGates(gates) {
	return gates.filter((gate) => gate.verdict === "invalid").map((gate) => say`${code(gate.id)}: ${gate.reasons[0] ?? "no reason was recorded"}`);
}
function faults(file) {
	const hard = file.comparability.filter((mismatch) => mismatch.severity === "hard");
	const remedies = new Set(hard.map((mismatch) => REMEDIES[mismatch.field]));
	if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
	const stated = new Set(file.reasons);
	const gates = file.gates.filter((gate) => !stated.has(gate.reasons[0] ?? ""));
	return {
		wrong: [
			...file.reasons.map((reason) => say`${reason}`),
			...hard.map(mismatchSentence),
			...invalidGates(gates)
		],
		remedies: [...remedies]
	};
}

// src/report/json.ts
/** What a person looks for first comes first; all other keys follow in the order of the alphabet. */
const LEADING = [
	"schemaVersion",
	"verdict",
	"blocked",
	"exitCode",
	"summary",
	"reasons",
	"id",
	"task",
	"metric",
	"rule",
	"limit"
];
const rank = (key) => {
	const index = LEADING.indexOf(key);
	return index === -1 ? LEADING.length : index;
};
const byKey = ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1);
function canonical(value, path) {
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
		return value;
	}
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (Array.isArray(value)) return value.map((item, index) => canonical(item, `${path}[${index}]`));
	if (typeof value !== "object") throw new TypeError(`${path} is a ${typeof value}, which JSON cannot say`);
	const entries = Object.entries(value).filter(([, item]) => item !== void 0).sort(byKey);
	return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, `${path}.${key}`)]));
}
/**
* JSON whose bytes are a function of the content: fixed order of keys, two spaces, one newline at the end.
* @throws TypeError on a number that is not finite, or anything else JSON would silently turn into null
*/
function canonicalJson(value) {
	return `${JSON.stringify(canonical(value, "$"), null, 2)}\n`;
}

// src/domain/sample.ts
function isUnscored(score) {
	return typeof score === "object" && "unscored" in score;
}
function isRatio(score) {
	return typeof score === "object" && "denominator" in score;
}
/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
function sampleKey(sample) {
	return sample.filter === void 0 ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

// src/compare/pair.ts
/** Pairs samples by key, never by position. */
function pairSamples(baseline, candidate) {
	const left = indexByKey(baseline);
	const right = indexByKey(candidate);
	return {
		pairs: [.../* @__PURE__ */ new Set([...left.samples.keys(), ...right.samples.keys()])].sort(byCodeUnits).map((key) => ({
			key,
			baseline: left.samples.get(key) ?? null,
			candidate: right.samples.get(key) ?? null
		})),
		duplicates: {
			baseline: left.duplicates,
			candidate: right.duplicates
		}
	};
}
function indexByKey(samples) {
	const byKey = /* @__PURE__ */ new Map();
	const duplicates = /* @__PURE__ */ new Set();
	for (const sample of samples) {
		const key = sampleKey(sample);
		if (byKey.has(key)) duplicates.add(key);
		else byKey.set(key, sample);
	}
	return {
		samples: byKey,
		duplicates: [...duplicates].sort(byCodeUnits)
	};
}
/** The same order on every machine: no locale has a say. */
function byCodeUnits(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/compare/comparability.ts
/** Everything in which two runs of a task differ that says whether their samples may be compared. */
function findMismatches(baseline, candidate, pairing) {
	return [
		...fingerprintDifferences(baseline, candidate),
		...runDifferences(baseline, candidate),
		...metricDifferences(baseline, candidate),
		...sampleDifferences(baseline, candidate, pairing)
	].map((difference) => ({
		task: candidate.task,
		...difference
	}));
}
/** The mismatch of a task that ran on one side only, or on none. */
function missingRun(task, baseline, candidate) {
	const present = (record) => record === null ? "no run" : describeStatus(record);
	return {
		task,
		field: "run",
		baseline: present(baseline),
		candidate: present(candidate),
		severity: "hard"
	};
}
/** The mismatch of a task that a side ran more than once: which run is meant cannot be known. */
function repeatedRun(task, baseline, candidate) {
	const count = (runs) => runs === 1 ? "1 run" : `${runs} runs`;
	return {
		task,
		field: "run",
		baseline: count(baseline),
		candidate: count(candidate),
		severity: "hard"
	};
}
/** A field that only one side recorded differs: what was not written down cannot be assumed equal. */
function fingerprintDifferences(baseline, candidate) {
	return Object.keys(FINGERPRINT_FIELDS).filter((field) => baseline.fingerprint[field] !== candidate.fingerprint[field]).map((field) => ({
		field,
		baseline: recorded(baseline.fingerprint[field]),
		candidate: recorded(candidate.fingerprint[field]),
		severity: FINGERPRINT_FIELDS[field].severity
	}));
}
function recorded(value) {
	return value === void 0 ? "not recorded" : value;
}
/** A run that did not finish is not comparable even with one that stopped at the same place. */
function runDifferences(baseline, candidate) {
	if (baseline.status.state === "complete" && candidate.status.state === "complete") return [];
	return [{
		field: "run",
		baseline: describeStatus(baseline),
		candidate: describeStatus(candidate),
		severity: "hard"
	}];
}
function describeStatus({ status }) {
	return status.state === "failed" ? `failed: ${status.reason}` : status.state;
}
function metricDifferences(baseline, candidate) {
	const left = new Map(baseline.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const right = new Map(candidate.metrics.map((metric) => [metric.name, describeMetric(metric)]));
	const differences = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort(byCodeUnits).map((name) => ({
		baseline: left.get(name) ?? `no ${name}`,
		candidate: right.get(name) ?? `no ${name}`
	})).filter((metric) => metric.baseline !== metric.candidate);
	if (baseline.primary_metric !== candidate.primary_metric) differences.push({
		baseline: `primary ${baseline.primary_metric}`,
		candidate: `primary ${candidate.primary_metric}`
	});
	return differences.map((difference) => ({
		field: "metrics",
		...difference,
		severity: "hard"
	}));
}
function describeMetric({ name, direction, kind, unit, range, scale, weak }) {
	return [
		name,
		direction,
		kind,
		unit,
		`${range.min ?? "-inf"}..${range.max ?? "inf"}`,
		scale,
		...weak ? ["weak"] : []
	].join(" ");
}
function sampleDifferences(baseline, candidate, pairing) {
	const { duplicates } = pairing;
	const samples = [];
	const differ = (left, right) => samples.push({
		field: "samples",
		baseline: left,
		candidate: right,
		severity: "hard"
	});
	if (baseline.planned !== candidate.planned) differ(`${baseline.planned} planned`, `${candidate.planned} planned`);
	if (duplicates.baseline.length + duplicates.candidate.length > 0) differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
	const beyond = {
		baseline: beyondPlan(baseline, pairing, "baseline"),
		candidate: beyondPlan(candidate, pairing, "candidate")
	};
	if (beyond.baseline + beyond.candidate > 0) differ(`${beyond.baseline} beyond the plan`, `${beyond.candidate} beyond the plan`);
	return [
		...samples,
		...pairDifferences(pairing, "inputs", (sample) => sample.input_digest),
		...pairDifferences(pairing, "targets", (sample) => sample.target_digest),
		...pairDifferences(pairing, "samples", (sample) => `cluster ${sample.cluster ?? "none"}`),
		...pairDifferences(pairing, "samples", (sample) => `group ${sample.group ?? "none"}`),
		...pairDifferences(pairing, "samples", (sample) => `weight ${sample.weight ?? 1}`)
	];
}
function describeDuplicates(keys) {
	return keys.length === 0 ? "no duplicates" : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? "")}`;
}
/** Lines more than planned in any one filter. */
function beyondPlan(record, { pairs }, side) {
	const lines = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const sample = pair[side];
		if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
	}
	return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}
/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }, field, of) {
	const differing = pairs.flatMap(({ key, baseline, candidate }) => baseline !== null && candidate !== null && of(baseline) !== of(candidate) ? [{
		key,
		baseline: of(baseline),
		candidate: of(candidate)
	}] : []);
	const first = differing[0];
	if (first === void 0) return [];
	const show = (value) => `${value} at ${displayKey(first.key)} (${differing.length} differ)`;
	return [{
		field,
		baseline: show(first.baseline),
		candidate: show(first.candidate),
		severity: "hard"
	}];
}
function displayKey(key) {
	return key.replace("\0", ", filter ");
}

// src/stats/special/gamma.ts
/**
* δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0, to about 1e-15 absolute.
*
* Working with δ instead of ln Γ keeps ratios of large Gammas exact, because the large terms cancel on paper and not
* in floating point (Loader 2000, "Fast and accurate computation of binomial probabilities"). Small x is carried up by
* δ(x) − δ(x + 1) = (x + ½) ln(1 + 1/x) − 1 to where Stirling's series (DLMF 5.11.1) has converged.
*/
function stirlingError(x) {
	let carried = 0;
	let y = x;
	for (; y < 16; y += 1) carried += (y + .5) * Math.log1p(1 / y) - 1;
	const w = 1 / (y * y);
	return carried + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - w / 1188) * w) * w) * w) / y;
}

// src/stats/special/beta.ts
/** I_x(a, b) and its complement for a, b > 0. */
function betaTails(point, a, b) {
	const { x, complement } = point;
	if (x <= 0) return {
		lower: 0,
		upper: 1
	};
	if (complement <= 0) return {
		lower: 1,
		upper: 0
	};
	const kernel = betaKernel(point, a, b);
	if (x < (a + 1) / (a + b + 2)) {
		const lower = kernel / a * continuedFraction(x, a, b);
		return {
			lower,
			upper: 1 - lower
		};
	}
	const upper = kernel / b * continuedFraction(complement, b, a);
	return {
		lower: 1 - upper,
		upper
	};
}
/** x with I_x(a, b) = probability, for 0 < probability < 1 and a, b ≥ ½. */
function betaQuantile(probability, a, b) {
	return pointAt(betaLogitQuantile(probability, a, b)).x;
}
/** ln(x / (1 − x)) of the quantile: the logit keeps both x and 1 − x exact. */
function betaLogitQuantile(probability, a, b) {
	if (probability > betaTails(pointAt(Math.log(a / b)), a, b).lower) return -lowerHalf(1 - probability, b, a);
	return lowerHalf(probability, a, b);
}
/** In logits the density of Beta(a, b) is the kernel itself, and its distribution function is log-concave. */
function lowerHalf(probability, a, b) {
	return quantileOfLogConcave(probability, Math.log(a / b), (logit) => {
		const point = pointAt(logit);
		return {
			value: betaTails(point, a, b).lower,
			slope: betaKernel(point, a, b)
		};
	});
}
function pointAt(logit) {
	return {
		x: 1 / (1 + Math.exp(-logit)),
		complement: 1 / (1 + Math.exp(logit))
	};
}
/**
* x^a (1 − x)^b / B(a, b), by its distance from the mean p = a / (a + b):
* ln = a ln(x/p) + b ln((1−x)/(1−p)) + ½ ln(ab / 2π(a+b)) + δ(a+b) − δ(a) − δ(b).
* The first-order terms of the two logarithms cancel exactly, so they are left out of both.
*/
function betaKernel({ x, complement }, a, b) {
	const total = a + b;
	const offset = x < complement ? x - a / total : b / total - complement;
	const exponent = a * logMinusLinear(offset * total / a) + b * logMinusLinear(-offset * total / b) + .5 * Math.log(a / total * (b / (2 * Math.PI))) + (stirlingError(total) - stirlingError(a) - stirlingError(b));
	return Math.exp(exponent);
}
/** ln(1 + u) − u without cancellation: with r = u / (2 + u), it is −ur + 2(r³/3 + r⁵/5 + …). */
function logMinusLinear(u) {
	if (Math.abs(u) > .2) return Math.log1p(u) - u;
	const r = u / (2 + u);
	let power = 2 * r * r * r;
	let sum = 0;
	for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
		sum += power / odd;
		power *= r * r;
	}
	return sum - u * r;
}
/** 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22, by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let fraction = d;
	for (let m = 1; m < 1e5; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= c * d;
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) return fraction;
	}
	throw new Error(`the incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}

// src/stats/clopper-pearson.ts
/**
* One-sided exact limits of a rate with `events` among `n` independent samples, each with error at most `alpha`.
* Clopper & Pearson 1934. Guaranteed at any n; without events the upper limit is 1 − α^(1/n), about 3/n at 5 %.
*/
function clopperPearsonUpper(events, n, alpha) {
	if (events >= n) return 1;
	if (events === 0) return -Math.expm1(Math.log(alpha) / n);
	return betaQuantile(1 - alpha, events + 1, n - events);
}
function clopperPearsonLower(events, n, alpha) {
	if (events <= 0) return 0;
	if (events === n) return Math.exp(Math.log(alpha) / n);
	return betaQuantile(alpha, events, n - events + 1);
}

// src/stats/special/binomial.ts
/** P(X ≤ k) for X ~ Binomial(n, p): I_{1−p}(n − k, k + 1). Continuous in k, for what-if counts. */
function binomialAtMost(k, n, p) {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betaTails({
		x: 1 - p,
		complement: p
	}, n - k, k + 1).lower;
}
/** P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1). Continuous in k. */
function binomialAtLeast(k, n, p) {
	if (k <= 0) return 1;
	if (k > n) return 0;
	return betaTails({
		x: p,
		complement: 1 - p
	}, k, n - k + 1).lower;
}

// src/stats/special/student-t.ts
/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (DLMF 8.17; df may be fractional). */
function studentCdf(t, df) {
	if (t > 0) return 1 - studentCdf(-t, df);
	if (t === -1e400) return 0;
	const square = t * t;
	const point = {
		x: df / (df + square),
		complement: square / (df + square)
	};
	return betaTails(point, df / 2, .5).lower / 2;
}
/** t with P(T ≤ t) = probability, for 0 < probability < 1. */
function studentQuantile(probability, df) {
	if (probability === .5) return 0;
	if (probability > .5) return -studentQuantile(1 - probability, df);
	return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, .5) / 2);
}

// src/stats/sum.ts
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}

// src/stats/student.ts
/**
* Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
* On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
* values break.
*/
function studentMean(values) {
	const n = values.length;
	const mean = sum(values) / n;
	const squares = sum(values.map((value) => (value - mean) ** 2));
	return {
		value: mean,
		stderr: Math.sqrt(squares / (n - 1) / n),
		df: n - 1
	};
}
/** value ± t(1 − alpha, df) · stderr: each side has error `alpha`. */
function studentInterval({ value, stderr, df }, alpha) {
	const half = studentQuantile(1 - alpha, df) * stderr;
	return {
		low: value - half,
		high: value + half
	};
}
/** (value − null) / stderr; infinite or 0 where the standard error is 0. */
function studentStatistic({ value, stderr }, nullValue) {
	const distance = value - nullValue;
	if (stderr > 0) return distance / stderr;
	return distance === 0 ? 0 : Math.sign(distance) * 1e400;
}

// src/stats/interval.ts
/** Where `decreasing` crosses zero in (low, high), by bisection down to neighbouring doubles. */
function rootOfDecreasing(decreasing, low, high) {
	let left = low;
	let right = high;
	for (;;) {
		const middle = left + (right - left) / 2;
		if (middle <= left || middle >= right) return middle;
		if (decreasing(middle) > 0) left = middle;
		else right = middle;
	}
}

// src/stats/tango.ts
/**
* Tango's score statistic for H₀: P(candidate is 1) − P(baseline is 1) = `delta0`, −1 < delta0 < 1.
*
* z = (rose − fell − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a pair that fell, estimated
* under H₀: the larger root of 2n q² + B q + C = 0. Positive when the delta lies above δ₀; decreasing
* in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
* a handful of identical answers proves little and many prove much.
*
* Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
* Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
*/
function tangoZ({ rose, fell, pairs }, delta0) {
	const a = 2 * pairs;
	const b = -rose - fell + (a - rose + fell) * delta0;
	const c = -fell * delta0 * (1 - delta0);
	const variance = pairs * (2 * (((c === 0 ? Math.abs(b) : Math.sqrt(Math.max(b * b - 4 * a * c, 0))) - b) / (2 * a)) + delta0 * (1 - delta0));
	const distance = rose - fell - pairs * delta0;
	if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * 1e400;
	return distance / Math.sqrt(variance);
}
/** All δ₀ that the score test does not reject at critical value `z` on either side. */
function tangoInterval(counts, z) {
	const { rose, fell, pairs } = counts;
	return {
		low: fell === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
		high: rose === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1)
	};
}

// src/stats/inference.ts
function testAgainst(inference, nullValue) {
	switch (inference.kind) {
		case "tango": {
			if (nullValue <= -1) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue >= 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			const z = tangoZ(inference.counts, nullValue);
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "student": {
			const t = studentStatistic(inference.estimate, nullValue);
			const { df } = inference.estimate;
			return {
				statistic: t,
				pGreater: studentCdf(-t, df),
				pLess: studentCdf(t, df)
			};
		}
		case "binomial": {
			const { events, n } = inference;
			if (nullValue < 0) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue > 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			return {
				statistic: null,
				pGreater: binomialAtLeast(events, n, nullValue),
				pLess: binomialAtMost(events, n, nullValue)
			};
		}
		default: return assertNever(inference);
	}
}
/** Lower limit with one-sided error `alpha`. */
function lowerLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
		case "student": return studentInterval(inference.estimate, alpha).low;
		case "binomial": return clopperPearsonLower(inference.events, inference.n, alpha);
		default: return assertNever(inference);
	}
}
/** Upper limit with one-sided error `alpha`. */
function upperLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
		case "student": return studentInterval(inference.estimate, alpha).high;
		case "binomial": return clopperPearsonUpper(inference.events, inference.n, alpha);
		default: return assertNever(inference);
	}
}

// src/stats/clustered.ts
/**
* A statistic as the mean of one number a cluster: θ + G · Σ_{i∈g} e_i, where e_i is what sample i moves θ by to first
* order, and Σ e = 0. Their spread is the uncertainty of θ: Student's mean of them has the standard error
* √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom.
*
* That is CR1 of Liang & Zeger 1986; Miller 2024, "Adding error bars to evals", is the same sum without the small-sample
* factor. Clusters of one sample give the ordinary standard error.
*/
function clusterValues(theta, influences) {
	return influences.map((influence) => theta + influences.length * sum(influence));
}

// src/stats/ratio.ts
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	return sum(parts.map((part) => part.numerator)) / sum(parts.map((part) => part.denominator));
}
/**
* R as the mean of one number a cluster (see `clusterValues`), to first order: sample i moves R by
* e_i = (u_i − R v_i) / Σv. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and varies little.
*/
function ratioValues(clusters) {
	const parts = clusters.flat();
	const influence = influenceOn(parts);
	const influences = clusters.map((cluster) => cluster.map(influence));
	return clusterValues(ratioOfSums(parts), influences);
}
/** R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract. */
function ratioDifferenceValues(clusters) {
	const pairs = clusters.flat();
	const baseline = pairs.map((pair) => pair.baseline);
	const candidate = pairs.map((pair) => pair.candidate);
	const onBaseline = influenceOn(baseline);
	const onCandidate = influenceOn(candidate);
	const influences = clusters.map((cluster) => cluster.map((pair) => onCandidate(pair.candidate) - onBaseline(pair.baseline)));
	return clusterValues(ratioOfSums(candidate) - ratioOfSums(baseline), influences);
}
function influenceOn(parts) {
	const ratio = ratioOfSums(parts);
	const total = sum(parts.map((part) => part.denominator));
	return (part) => (part.numerator - ratio * part.denominator) / total;
}

// src/compare/subject.ts
/** candidate − baseline. */
const DELTA = {
	read: ({ baseline, candidate }) => baseline === null || candidate === null ? null : {
		baseline,
		candidate
	},
	fill: ({ baseline, candidate }, own, other) => ({
		baseline: baseline ?? other,
		candidate: candidate ?? own
	}),
	parts: ({ baseline, candidate }) => [baseline, candidate],
	values: ratioDifferenceValues,
	unitValue: (cluster) => ratioOfSums(cluster.map((pair) => pair.candidate)) - ratioOfSums(cluster.map((pair) => pair.baseline)),
	extremes: ({ low, high }) => ({
		low: low - high,
		high: high - low
	}),
	exact: {
		method: "tango",
		infer: (pairs) => {
			const rose = pairs.filter((pair) => pair.candidate.numerator > pair.baseline.numerator).length;
			const fell = pairs.filter((pair) => pair.candidate.numerator < pair.baseline.numerator).length;
			const counts = {
				rose,
				fell,
				pairs: pairs.length
			};
			return {
				value: (rose - fell) / pairs.length,
				inference: {
					kind: "tango",
					counts
				}
			};
		}
	}
};
/** The candidate's own value. */
const CANDIDATE = {
	read: ({ candidate }) => candidate,
	fill: ({ candidate }, own) => candidate ?? own,
	parts: (part) => [part],
	values: ratioValues,
	unitValue: ratioOfSums,
	extremes: (bounds) => bounds,
	exact: {
		method: "clopper-pearson",
		infer: (parts) => {
			const events = sum(parts.map((part) => part.numerator));
			const n = parts.length;
			return {
				value: events / n,
				inference: {
					kind: "binomial",
					events,
					n
				}
			};
		}
	}
};

// src/compare/evidence.ts
/** What the samples say about candidate − baseline; null with fewer than two independent units. */
function deltaEvidence(metric) {
	return weigh(metric, DELTA);
}
/** What the samples say about the candidate's own value; null with fewer than two independent units. */
function candidateEvidence(metric) {
	return weigh(metric, CANDIDATE);
}
function weigh(metric, subject) {
	const { declaration, scores } = metric;
	const observed = clustersOf(scores, subject.read);
	if (observed.length < 2) return null;
	const parts = observed.flat().flatMap(subject.parts);
	const isClustered = observed.some((cluster) => cluster.length > 1);
	const isExact = !isClustered && isZeroOrOne(declaration, parts);
	const bounds = boundsOf(declaration, parts);
	const sparse = !isExact && bounds !== null && isSparse(observed.map(subject.unitValue));
	const value = meanOf(subject.values(observed));
	if (!Number.isFinite(value)) return null;
	const complete = (end) => {
		const clusters = clustersOf(scores, (score) => subject.read(score) ?? fill(score, subject, declaration, end));
		if (clusters.flat().length < scores.length) return null;
		if (isExact) return subject.exact.infer(clusters.flat());
		const values = subject.values(clusters);
		const extra = sparse && bounds !== null ? [subject.extremes(bounds)[end]] : [];
		const estimate = studentMean([...values, ...extra]);
		if (bounds !== null && estimate.stderr === 0) return null;
		return {
			value: meanOf(values),
			inference: {
				kind: "student",
				estimate
			}
		};
	};
	return {
		method: isExact ? subject.exact.method : linearMethod(declaration, isClustered),
		value: isExact ? subject.exact.infer(observed.flat()).value : value,
		n: observed.flat().length,
		lowest: complete("low"),
		highest: complete("high"),
		sparse
	};
}
/** Readings by cluster, in the order of samples; those that are null are left out. */
function clustersOf(scores, read) {
	const clusters = /* @__PURE__ */ new Map();
	for (const score of scores) {
		const reading = read(score);
		if (reading === null) continue;
		const cluster = clusters.get(score.cluster);
		if (cluster === void 0) clusters.set(score.cluster, [reading]);
		else cluster.push(reading);
	}
	return [...clusters.values()];
}
/** The sample with missing scores at the end of the metric's range that pushes the number towards `end`; null without. */
function fill(score, subject, { kind, range }, end) {
	if (kind !== "mean" || range.min === null || range.max === null) return null;
	const at = (value) => ({
		numerator: value * score.weight,
		denominator: score.weight
	});
	return end === "low" ? subject.fill(score, at(range.min), at(range.max)) : subject.fill(score, at(range.max), at(range.min));
}
/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
function isZeroOrOne({ kind, range }, parts) {
	return kind === "mean" && range.min === 0 && range.max === 1 && parts.every(({ numerator, denominator }) => denominator === 1 && (numerator === 0 || numerator === 1));
}
/**
* Between which values a further score would lie: the declared range, or for a mean without one the range that was seen.
* Null for unbounded ratios: log-likelihoods are continuous, so that equal ones are no accident of coarse scores.
*/
function boundsOf({ kind, range }, parts) {
	if (range.min !== null && range.max !== null) return {
		low: range.min,
		high: range.max
	};
	if (kind !== "mean") return null;
	const seen = parts.map((part) => ratioOfSums([part]));
	return {
		low: range.min ?? seen.reduce((low, value) => Math.min(low, value), 1e400),
		high: range.max ?? seen.reduce((high, value) => Math.max(high, value), -1e400)
	};
}
/**
* Fewer than ten units that differ from the most common value do not make a normal mean (the old "at least ten of each"
* rule). Such data get one more unit, at the worst possible value: when all n are alike this bounds the mean to within
* 2.6 R/(n + 1) of them, R being the range, as Tango's test and the rule of three do for rates.
*/
function isSparse(unitValues) {
	const counts = /* @__PURE__ */ new Map();
	let commonest = 0;
	for (const value of unitValues) {
		const count = (counts.get(value) ?? 0) + 1;
		counts.set(value, count);
		commonest = Math.max(commonest, count);
	}
	return commonest > 1 && unitValues.length - commonest < 10;
}
function linearMethod({ kind }, isClustered) {
	if (kind === "ratio") return "linearised t";
	return isClustered ? "clustered t" : "t";
}
function meanOf(values) {
	return sum(values) / values.length;
}

// src/compare/estimate.ts
/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
function estimateOf({ scores, declaration }, read) {
	const clusters = clustersOf(scores, read);
	const parts = clusters.flat();
	const value = ratioOfSums(parts);
	if (!Number.isFinite(shown(value, declaration))) return null;
	const stderr = clusters.length < 2 ? null : studentMean(ratioValues(clusters)).stderr;
	return {
		value: shown(value, declaration),
		stderr: stderr === null ? null : stderr * stretch(value, declaration),
		n: parts.length
	};
}
/** The samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
function paired(side) {
	return (score) => DELTA.read(score)?.[side] ?? null;
}
/** A value on the scale on which it is shown. */
function shown(value, { scale }) {
	return scale === "log" ? Math.exp(value) : value;
}
/** What a small change of the judged value is worth on the shown scale (delta method). */
function stretch(value, { scale }) {
	return scale === "log" ? Math.exp(value) : 1;
}
/**
* A delta on the judged scale, as a change of the baseline's shown value: for logarithmic metrics e^δ is the factor by
* which it changes.
*/
function shownDelta(delta, baseline, { scale }) {
	return scale === "log" ? baseline * Math.expm1(delta) : delta;
}
/** The delta with its interval; limits are null where the missing scores leave them open, or without spread. */
function estimateDelta(metric, evidence, alpha) {
	const baseline = estimateOf(metric, paired("baseline"));
	const candidate = estimateOf(metric, paired("candidate"));
	if (baseline === null || candidate === null) return null;
	const limit = (value) => {
		const delta = value === void 0 ? NaN : shownDelta(value, baseline.value, metric.declaration);
		return Number.isFinite(delta) ? delta : null;
	};
	const { lowest, highest } = evidence ?? {
		lowest: null,
		highest: null
	};
	return {
		value: evidence === null ? candidate.value - baseline.value : shownDelta(evidence.value, baseline.value, metric.declaration),
		low: limit(lowest === null ? void 0 : lowerLimit(lowest.inference, alpha)),
		high: limit(highest === null ? void 0 : upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method: evidence?.method ?? "none"
	};
}
/** Pairs that got worse and better; null where scores are not all 0 or 1. */
function countFlips({ scores, declaration }) {
	const pairs = scores.flatMap((score) => DELTA.read(score) ?? []);
	if (pairs.length === 0 || !isZeroOrOne(declaration, pairs.flatMap(DELTA.parts))) return null;
	const rose = pairs.filter(({ baseline, candidate }) => candidate.numerator > baseline.numerator).length;
	const fell = pairs.filter(({ baseline, candidate }) => candidate.numerator < baseline.numerator).length;
	return declaration.direction === "higher_is_better" ? {
		regressed: fell,
		improved: rose
	} : {
		regressed: rose,
		improved: fell
	};
}
/** Delta by group, worst first. */
function groupDeltas(metric) {
	const { declaration, scores } = metric;
	const worse = declaration.direction === "higher_is_better" ? 1 : -1;
	return [...new Set(scores.flatMap(({ group }) => group ?? []))].flatMap((group) => {
		const own = {
			...metric,
			scores: scores.filter((score) => score.group === group)
		};
		const baseline = estimateOf(own, paired("baseline"));
		const candidate = estimateOf(own, paired("candidate"));
		if (baseline === null || candidate === null) return [];
		return [{
			group,
			pairs: baseline.n,
			delta: candidate.value - baseline.value
		}];
	}).sort((a, b) => worse * (a.delta - b.delta) || byCodeUnits(a.group, b.group));
}

// src/compare/flips.ts
/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
/** The samples whose score changed most, those that got worse first. */
function worstFlips(pairs, metric) {
	const better = metric.declaration.direction === "higher_is_better" ? 1 : -1;
	const records = new Map(pairs.map((pair) => [pair.key, pair]));
	const changes = metric.scores.flatMap(({ key, group, baseline, candidate }) => {
		const pair = records.get(key);
		if (baseline === null || candidate === null || !pair?.baseline || !pair.candidate) return [];
		const before = ratioOfSums([baseline]);
		const after = ratioOfSums([candidate]);
		const flip = {
			id: pair.candidate.id,
			group,
			baseline: {
				score: before,
				output: pair.baseline.output ?? null
			},
			candidate: {
				score: after,
				output: pair.candidate.output ?? null
			}
		};
		const gain = better * (after - before);
		return Number.isFinite(gain) && gain !== 0 ? [{
			flip,
			gain
		}] : [];
	});
	changes.sort((a, b) => a.gain - b.gain || byCodeUnits(a.flip.id, b.flip.id));
	const regressed = changes.filter(({ gain }) => gain < 0).slice(0, MOST_REGRESSED);
	const improved = changes.filter(({ gain }) => gain > 0).slice(-12).reverse();
	return [...regressed, ...improved].map(({ flip }) => flip);
}

// src/compare/scores.ts
function scoresOf(pairs, declaration, filter, planned) {
	const own = pairs.filter((pair) => filterOf(pair) === filter);
	const scores = own.map((pair) => pairedScore(pair, declaration));
	const unscored = (side) => own.filter((pair, index) => pair[side] !== null && scores[index]?.[side] === null).length;
	return {
		declaration,
		filter,
		scores: [...scores, ...blanks(planned - own.length, scores)],
		unpaired: {
			baseline: own.filter((pair) => pair.candidate === null).length,
			candidate: own.filter((pair) => pair.baseline === null).length
		},
		unscored: {
			baseline: unscored("baseline"),
			candidate: unscored("candidate")
		}
	};
}
function blanks(count, scores) {
	const weight = scores.reduce((heaviest, score) => Math.max(heaviest, score.weight), scores.length === 0 ? 1 : 0);
	return Array.from({ length: Math.max(0, count) }, (_, index) => ({
		key: `never run ${index}`,
		cluster: `never run ${index}`,
		group: null,
		weight,
		baseline: null,
		candidate: null
	}));
}
function filterOf({ baseline, candidate }) {
	return (candidate ?? baseline)?.filter ?? null;
}
function pairedScore({ key, baseline, candidate }, metric) {
	const sample = candidate ?? baseline;
	return {
		key,
		cluster: sample?.cluster === void 0 ? `sample ${key}` : `cluster ${sample.cluster}`,
		group: sample?.group ?? null,
		weight: sample?.weight ?? 1,
		baseline: partOf$1(baseline, metric),
		candidate: partOf$1(candidate, metric)
	};
}
/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf$1(sample, metric) {
	const score = sample?.scores[metric.name];
	if (sample === null || score === void 0) return null;
	const part = unweightedPart(score, metric);
	const weight = sample.weight ?? 1;
	if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
	return {
		numerator: part.numerator * weight,
		denominator: part.denominator * weight
	};
}
function unweightedPart(score, metric) {
	switch (metric.kind) {
		case "mean": return typeof score === "number" && inRange(score, metric) ? {
			numerator: score,
			denominator: 1
		} : null;
		case "ratio": {
			if (typeof score === "number" || isUnscored(score) || !isRatio(score)) return null;
			const { numerator, denominator } = score;
			return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0 ? {
				numerator,
				denominator
			} : null;
		}
		case "corpus": return null;
	}
}
function inRange(score, { range }) {
	return Number.isFinite(score) && score >= (range.min ?? -1e400) && score <= (range.max ?? 1e400);
}

// src/compare/compare.ts
/**
* Compares two runs of one task; null for a side that did not run, which is a hard mismatch.
* @param alpha one-sided error of the intervals that are shown
*/
function compareTask(baseline, candidate, alpha = .05, task = candidate?.record.task ?? baseline?.record.task ?? "") {
	const record = candidate?.record ?? baseline?.record;
	if (record === void 0) return {
		task,
		role: null,
		mismatches: [missingRun(task, null, null)],
		limited: false,
		metrics: [],
		result: null
	};
	const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
	const metrics = metricsOf(pairing.pairs, record);
	return {
		task,
		role: record.task_role,
		mismatches: baseline === null || candidate === null ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)] : findMismatches(baseline.record, candidate.record, pairing),
		limited: (record.fingerprint.limit ?? null) !== null,
		metrics,
		result: {
			task,
			role: record.task_role,
			primaryMetric: record.primary_metric,
			samples: {
				baseline: countsOf(baseline),
				candidate: countsOf(candidate)
			},
			pairs: pairing.pairs.filter((pair) => pair.baseline !== null && pair.candidate !== null).length,
			metrics: metrics.map((metric) => metricResult(metric, metrics, alpha)),
			flips: flipsOf(record, pairing.pairs, metrics)
		}
	};
}
/**
* Compares all tasks. Every task that was expected or that ran is in the answer, those expected first: a task which only
* one side has, or none, carries a hard mismatch and is never dropped.
*/
function compareRuns(baseline, candidate, expectedTasks, alpha = .05) {
	const expected = new Set(expectedTasks);
	const others = new Set([...baseline, ...candidate].map((run) => run.record.task).sort(byCodeUnits));
	return [.../* @__PURE__ */ new Set([...expected, ...others])].map((task) => {
		const left = baseline.filter((run) => run.record.task === task);
		const right = candidate.filter((run) => run.record.task === task);
		const comparison = compareTask(left[0] ?? null, right[0] ?? null, alpha, task);
		if (left.length < 2 && right.length < 2) return comparison;
		return {
			...comparison,
			mismatches: [...comparison.mismatches, repeatedRun(task, left.length, right.length)]
		};
	});
}
function countsOf(run) {
	return {
		planned: run?.record.planned ?? 0,
		evaluated: run?.samples.length ?? 0
	};
}
/** One a declared metric and filter; a filter whose lines do not mention the metric does not have it. */
function metricsOf(pairs, { metrics, planned }) {
	const filters = [...new Set(pairs.map(filterOf))].sort((a, b) => byCodeUnits(a ?? "", b ?? ""));
	return metrics.flatMap((declaration) => filters.filter((filter) => pairs.some((pair) => filterOf(pair) === filter && mentions(pair, declaration))).map((filter) => scoresOf(pairs, declaration, filter, planned)));
}
function mentions({ baseline, candidate }, { name }) {
	return [baseline, candidate].some((sample) => sample !== null && Object.hasOwn(sample.scores, name));
}
function metricResult(metric, all, alpha) {
	return {
		metric: nameOf$1(metric, all),
		unit: metric.declaration.unit,
		direction: metric.declaration.direction,
		baseline: estimateOf(metric, paired("baseline")),
		candidate: estimateOf(metric, paired("candidate")),
		delta: estimateDelta(metric, deltaEvidence(metric), alpha),
		flips: countFlips(metric),
		groups: groupDeltas(metric)
	};
}
/** `metric`, or `metric,filter` where a task has it under several filters. */
function nameOf$1({ declaration, filter }, all) {
	return all.filter((other) => other.declaration.name === declaration.name).length < 2 || filter === null ? declaration.name : `${declaration.name},${filter}`;
}
function flipsOf(record, pairs, metrics) {
	const primary = metrics.find((metric) => metric.declaration.name === record.primary_metric);
	return primary === void 0 ? [] : worstFlips(pairs, primary);
}

// src/decide/words.ts
/** Numbers as sentences carry them. Rates are shown in per cent, their changes in percentage points (`pp`). */
/** A metric's own value: `81.2%`, `9.87`. */
function formatValue(value, unit) {
	return unit === "rate" ? `${digits(value * 100)}%` : digits(value);
}
/** A change with its sign, candidate − baseline: `+1.2 pp`, `−0.03`. */
function formatDelta(delta, unit) {
	return `${delta > 0 ? "+" : delta < 0 ? "−" : ""}${formatSize(Math.abs(delta), unit)}`;
}
/** The size of a change, without a sign. */
function formatSize(size, unit) {
	return unit === "rate" ? `${digits(size * 100)} pp` : digits(size);
}
function formatProbability(p) {
	return p < 1e-4 ? "p < 0.0001" : `p = ${Number(p.toPrecision(2))}`;
}
function formatLevel(level) {
	return `${digits(level * 100)}%`;
}
function countOf(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value) {
	const rounded = Number(value.toFixed(2));
	return String(rounded === 0 && value !== 0 ? Number(value.toPrecision(2)) : rounded).replace("-", "−");
}

// src/decide/claim.ts
/** @param baseline the baseline's shown value, against which relative limits count; null when there is none */
function claimOf(rule, metric, baseline) {
	switch (rule.rule) {
		case "max_drop":
		case "min_gain": return changeClaim(rule, metric, baseline);
		case "ceiling":
		case "floor": return valueClaim(rule, metric);
		default: return assertNever(rule);
	}
}
function changeClaim({ rule, limit }, metric, baseline) {
	if (baseline === null) return { refusal: "The baseline has no value to compare with." };
	const margin = limit.kind === "relative" ? limit.value * Math.abs(baseline.value) : limit.value;
	if (!(margin >= 0) || !Number.isFinite(margin)) return { refusal: `A limit of ${margin} is not a size of change.` };
	if (limit.kind === "relative" && limit.value > 0 && margin === 0) return { refusal: "A limit relative to the baseline has no size, since the baseline is 0: give an absolute limit." };
	const better = metric.direction === "higher_is_better" ? 1 : -1;
	const shownBoundary = rule === "max_drop" ? -better * margin : better * margin;
	const boundary = metric.scale === "log" ? Math.log1p(shownBoundary / baseline.value) : shownBoundary;
	if (!Number.isFinite(boundary)) return { refusal: `A change of ${formatSize(margin, metric.unit)} is beyond all values that the metric can take.` };
	return {
		about: "delta",
		safeSide: better > 0 ? "greater" : "less",
		boundary: boundary === 0 ? 0 : boundary,
		margin,
		tolerance: Math.abs(boundary),
		forbidden: forbiddenChange(rule, margin, metric)
	};
}
function forbiddenChange(rule, margin, { direction, unit }) {
	const isHigherBetter = direction === "higher_is_better";
	const size = formatSize(margin, unit);
	if (rule === "max_drop") return `a ${isHigherBetter ? "drop" : "rise"} of more than ${size}`;
	return `a ${isHigherBetter ? "gain" : "reduction"} of less than ${size}`;
}
function valueClaim({ rule, limit }, metric) {
	const isCeiling = rule === "ceiling";
	if (isCeiling === (metric.direction === "higher_is_better")) {
		const [better, other] = isCeiling ? ["higher", "floor"] : ["lower", "ceiling"];
		return { refusal: `${metric.name} is better when ${better}, so a ${rule} would stop improvements: use a ${other}.` };
	}
	const boundary = metric.scale === "log" ? Math.log(limit) : limit;
	if (!Number.isFinite(boundary)) return { refusal: `A ${rule} of ${limit} is beyond all values that the metric can take.` };
	const ideal = isCeiling ? metric.range.min : metric.range.max;
	return {
		about: "candidate",
		safeSide: isCeiling ? "less" : "greater",
		boundary,
		margin: limit,
		tolerance: metric.scale === "log" || ideal === null ? Math.abs(boundary) : Math.abs(boundary - ideal),
		forbidden: `a value ${isCeiling ? "above" : "below"} ${formatValue(limit, metric.unit)}`
	};
}

// src/decide/needed.ts
/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;
/**
* Samples that would decide the claim one way or the other if what was observed keeps its proportions. Null where no
* number does, because the value sits on the boundary.
*/
function samplesToDecide(claim, evidence, alpha) {
	const { value, n, lowest, highest } = evidence;
	const completion = value < claim.boundary ? highest : lowest;
	if (completion === null) return null;
	const needed = needs(completion.inference, n, claim.boundary, alpha);
	return needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;
}
function needs(inference, n, boundary, alpha) {
	switch (inference.kind) {
		case "tango":
		case "student": {
			const { statistic } = testAgainst(inference, boundary);
			return statistic === null || statistic === 0 ? 1e400 : n * (normalQuantile(1 - alpha) / statistic) ** 2;
		}
		case "binomial": {
			const rate = inference.events / inference.n;
			const isDecided = (size) => {
				const { pGreater, pLess } = testAgainst({
					kind: "binomial",
					events: rate * size,
					n: size
				}, boundary);
				return Math.min(pGreater, pLess) < alpha;
			};
			let enough = n;
			while (enough <= MOST && !isDecided(enough)) enough *= 2;
			return enough > MOST ? 1e400 : firstDecided(isDecided, n, enough);
		}
		default: return assertNever(inference);
	}
}
function firstDecided(isDecided, undecided, decided) {
	let low = undecided;
	let high = decided;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (isDecided(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/decide/judge.ts
/**
* Three answers, by two one-sided tests with error `alpha` each:
*
* ```
*                      forbidden │ safe
*   [───────────]                │                   regression: proven to lie beyond the boundary
*                          [─────┼─────]             inconclusive
*                                │    [─────────]    pass: proven to lie on the safe side
* ```
*
* For the benchmark itself, every sample of which was seen, there is nothing to infer: the value is compared.
*/
function judge$1(claim, evidence, alpha, target) {
	const { safe, worst } = ends(claim, evidence);
	const bound = worst === null ? null : (isGreaterSafe(claim) ? lowerLimit : upperLimit)(worst.inference, alpha);
	const halfWidth = halfWidthOf(claim, evidence, alpha);
	const leaning = leaningOf(claim, evidence, halfWidth);
	if (target === "benchmark") return {
		verdict: compare(claim, evidence),
		target,
		test: {
			method: "benchmark",
			statistic: null,
			pSafe: null,
			pWorse: null
		},
		bound,
		halfWidth,
		leaning,
		needed: null
	};
	const ofSafety = worst === null ? null : testAgainst(worst.inference, claim.boundary);
	const ofHarm = safe === null ? null : testAgainst(safe.inference, claim.boundary);
	const pSafe = (isGreaterSafe(claim) ? ofSafety?.pGreater : ofSafety?.pLess) ?? null;
	const pWorse = (isGreaterSafe(claim) ? ofHarm?.pLess : ofHarm?.pGreater) ?? null;
	const verdict = pSafe !== null && pSafe < alpha ? "pass" : pWorse !== null && pWorse < alpha ? "regression" : "inconclusive";
	return {
		verdict,
		target,
		test: {
			method: evidence.method,
			statistic: finite$2(ofSafety?.statistic),
			pSafe,
			pWorse
		},
		bound,
		halfWidth,
		leaning,
		needed: verdict === "inconclusive" ? samplesToDecide(claim, evidence, alpha) : null
	};
}
function isGreaterSafe({ safeSide }) {
	return safeSide === "greater";
}
/** The completion that speaks most for safety and the one that speaks most against it. */
function ends(claim, { lowest, highest }) {
	return isGreaterSafe(claim) ? {
		safe: highest,
		worst: lowest
	} : {
		safe: lowest,
		worst: highest
	};
}
/** On the boundary is within the limit. The slack, a billionth of a sample, is for limits such as 0.1 + 0.2. */
function isWithin({ safeSide, boundary }, value, n) {
	const slack = 1e-9 / n;
	return safeSide === "greater" ? value >= boundary - slack : value <= boundary + slack;
}
function compare(claim, evidence) {
	const { safe, worst } = ends(claim, evidence);
	if (worst !== null && isWithin(claim, worst.value, evidence.n)) return "pass";
	if (safe !== null && !isWithin(claim, safe.value, evidence.n)) return "regression";
	return "inconclusive";
}
/**
* Half the width of the two-sided interval; for a value, whose limits are uneven, the distance to the limit on the
* forbidden side.
*/
function halfWidthOf(claim, { value, lowest, highest }, alpha) {
	if (lowest === null || highest === null) return null;
	const low = lowerLimit(lowest.inference, alpha);
	const high = upperLimit(highest.inference, alpha);
	if (claim.about === "delta") return (high - low) / 2;
	return isGreaterSafe(claim) ? value - low : high - value;
}
/** The value's side of the boundary, where the data can resolve the boundary at all. */
function leaningOf(claim, evidence, halfWidth) {
	if (halfWidth === null || halfWidth > 2 * claim.tolerance) return "none";
	const verdict = compare(claim, evidence);
	return verdict === "inconclusive" ? "none" : verdict;
}
/**
* Benchmark and population agree except within `tolerance`/3 of the boundary when the interval is that narrow; `auto`
* then speaks of the benchmark. Only whole runs can: `isWhole` says that no cap was set and every score is there.
*/
function chooseTarget(policy, claim, evidence, alpha, isWhole) {
	if (policy !== "auto") return policy;
	if (!isWhole || claim.about === "candidate") return "population";
	const halfWidth = halfWidthOf(claim, evidence, alpha);
	return halfWidth !== null && halfWidth <= claim.tolerance / 3 ? "benchmark" : "population";
}
/** Smallest change that as many samples would show with 90 % probability: (z_α + z_.9) standard errors. */
function minimumDetectable(halfWidth, alpha) {
	const z = normalQuantile(1 - alpha);
	return halfWidth * (z + normalQuantile(.9)) / z;
}
function finite$2(value) {
	return value !== null && value !== void 0 && Number.isFinite(value) ? value : null;
}

// src/decide/reasons.ts
/** The sentences a reviewer reads. Each is whole: it carries its numbers, their units and what they mean. */
function sentenceOfMismatch({ task, field, baseline, candidate }) {
	return `The runs of ${task} cannot be compared: ${field in FINGERPRINT_FIELDS ? `${means(field)} (${field})` : field}: ${show(baseline)} in the baseline, ${show(candidate)} in the candidate.`;
}
function means(field) {
	return field in FINGERPRINT_FIELDS ? FINGERPRINT_FIELDS[field].means : field;
}
function show(value) {
	return value === null ? "none" : String(value);
}
function sentenceOfUnknownTask(task, comparisons) {
	const names = comparisons.map((comparison) => comparison.task);
	return `There is no task ${task} among the runs; ${names.length === 0 ? "there are no runs" : `there are ${names.join(", ")}`}.`;
}
function sentenceOfUnknownMetric(metric, { task, metrics }) {
	const names = metrics.map((known) => nameOf$1(known, metrics));
	return `No sample of ${task} has a score for ${metric}; ${names.length === 0 ? "they have no scores at all" : `there are scores for ${names.join(", ")}`}.`;
}
function sentenceOfAmbiguousMetric(metric, candidates) {
	return `${metric} has several filters, and each gives another value: name one of ${candidates.map(({ filter }) => `${metric},${filter ?? ""}`).join(", ")}.`;
}
function sentenceOfCoverage(usable, expected, minimum) {
	const share = formatLevel(Math.floor(1e4 * usable / expected) / 1e4);
	return `Only ${usable} of ${countOf(expected, "sample")} (${share}) have the scores that this gate needs; at least ${formatLevel(minimum)} must.`;
}
function sentenceOfDelta(name, baseline, candidate, delta, metric) {
	const { unit } = metric.declaration;
	const interval = delta.low === null || delta.high === null ? "no interval" : `${formatLevel(delta.level)} interval ${formatDelta(delta.low, unit)} to ${formatDelta(delta.high, unit)}`;
	return `${name} went ${`from ${formatValue(baseline.value, unit)} to ${formatValue(candidate.value, unit)}`}, a change of ${formatDelta(delta.value, unit)} (${interval}, ${countOf(candidate.n, "pair")}).`;
}
function sentenceOfValue(name, candidate, bound, { declaration: { unit } }) {
	const limit = bound === null ? "no limit" : `${formatLevel(bound.level)} ${bound.side} limit ${formatValue(bound.value, unit)}`;
	return `${name} is ${formatValue(candidate.value, unit)} for the candidate (${limit}, ${countOf(candidate.n, "sample")}).`;
}
function sentenceOfVerdict({ verdict, target, test }, { forbidden }) {
	if (target === "benchmark") return sentenceOfBenchmark(verdict, forbidden);
	const subject = capitalise(forbidden);
	switch (verdict) {
		case "pass": return `${subject} is ruled out${inBrackets(test.pSafe)}.`;
		case "regression": return `${subject} is proven${inBrackets(test.pWorse)}.`;
		case "inconclusive": return `${subject} is neither ruled out${inBrackets(test.pSafe)} nor proven${inBrackets(test.pWorse)}.`;
	}
}
function sentenceOfBenchmark(verdict, forbidden) {
	const seen = "Judged on exactly this benchmark, without inference to other questions";
	switch (verdict) {
		case "pass": return `${seen}: there is not ${forbidden}.`;
		case "regression": return `${seen}: there is ${forbidden}.`;
		case "inconclusive": return `${seen}: whether there is ${forbidden} depends on samples that have no score.`;
	}
}
function inBrackets(p) {
	return p === null ? " (missing scores leave it open)" : ` (${formatProbability(p)})`;
}
function sentenceOfNeeded(needed) {
	return needed === null ? [] : [`About ${countOf(needed, "sample")} would decide it if what was observed keeps its proportions.`];
}
function sentenceOfLeaning(leaning) {
	switch (leaning) {
		case "pass": return "The observed value lies within the limit, and the data are fine enough to lean on it: it does not block.";
		case "regression": return "The observed value lies beyond the limit, and the data are fine enough to lean on it: it blocks.";
		case "none": return "The data are too few to lean on the observed value: silence is no evidence, so it blocks.";
	}
}
/** What a reader should know before trusting the numbers, whatever the verdict. */
function cautions(metric, evidence, candidate) {
	const { declaration, scores } = metric;
	const missing = scores.length - (evidence?.n ?? scores.length);
	const found = [];
	if (missing > 0) found.push(`${countOf(missing, "sample")} without scores counted as bad as can be for a pass and as good as can be for a failure.`);
	if (evidence?.sparse) found.push("Fewer than ten independent samples differ, so one more at the worst possible value was assumed.");
	if (declaration.direction === "higher_is_better" && candidate !== null && candidate.value === 0 && candidate.stderr === 0) found.push(`Every one of the candidate's ${countOf(candidate.n, "sample")} scored exactly 0, which is more often a broken format or template than a lost skill: look at its outputs.`);
	if (declaration.weak) found.push(`${declaration.name} is weak evidence by its own declaration: read the samples before trusting it.`);
	return found;
}
function capitalise(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/decide/gate.ts
/** One gate judged on the comparisons of all tasks. */
function judgeGate(gate, comparisons, policy) {
	const comparison = comparisons.find(({ task }) => task === gate.task);
	if (comparison === void 0) return invalid(gate, null, [sentenceOfUnknownTask(gate.task, comparisons)]);
	const metric = findMetric(gate, comparison);
	const hard = comparison.mismatches.filter(({ severity }) => severity === "hard");
	const scores = "refusal" in metric ? null : metric;
	if (hard.length > 0) return invalid(gate, scores, hard.map(sentenceOfMismatch));
	if ("refusal" in metric) return invalid(gate, null, [metric.refusal]);
	return judgeMetric(gate, metric, comparison.limited, policy);
}
function findMetric(gate, comparison) {
	const named = comparison.metrics.filter(({ declaration }) => declaration.name === gate.metric);
	const chosen = gate.filter === void 0 ? named : named.filter(({ filter }) => filter === gate.filter);
	const [only, ...others] = chosen;
	if (only === void 0) {
		const name = gate.filter === void 0 ? gate.metric : `${gate.metric},${gate.filter}`;
		return { refusal: sentenceOfUnknownMetric(name, comparison) };
	}
	return others.length === 0 ? only : { refusal: sentenceOfAmbiguousMetric(gate.metric, chosen) };
}
function judgeMetric(gate, metric, limited, policy) {
	if (metric.declaration.kind === "corpus") return invalid(gate, metric, [`${gate.metric} is a function of all samples at once and has no score a sample to pair: gate a metric that has.`]);
	const claim = claimOf(gate, metric.declaration, estimateOf(metric, paired("baseline")));
	if ("refusal" in claim) return invalid(gate, metric, [claim.refusal]);
	const read = claim.about === "delta" ? DELTA.read : CANDIDATE.read;
	const usable = metric.scores.filter((score) => read(score) !== null).length;
	const minimum = policy.minCoverage.value;
	if (usable === 0 || usable < minimum * metric.scores.length) return invalid(gate, metric, [sentenceOfCoverage(usable, metric.scores.length, minimum)]);
	if (limited && policy.target.value === "benchmark") return invalid(gate, metric, [`The runs of ${gate.task} were capped to a part of its samples, which cannot say what the whole benchmark shows: remove the cap, or judge with target: population.`]);
	const alpha = policy.alpha.value;
	const evidence = claim.about === "delta" ? deltaEvidence(metric) : candidateEvidence(metric);
	const isWhole = !limited && usable === metric.scores.length;
	const judgement = evidence === null ? null : judge$1(claim, evidence, alpha, chooseTarget(policy.target.value, claim, evidence, alpha, isWhole));
	const facts = factsOf(gate, metric, claim, alpha);
	return {
		...facts,
		...verdictOf(gate, judgement, policy.onInconclusive.value),
		bound: boundOf(claim, judgement, metric, alpha),
		reasons: [...sentences(gate, facts, metric, claim, judgement, policy), ...cautions(metric, evidence, facts.candidate)],
		minimumDetectable: detectable(claim, judgement, facts, metric, alpha)
	};
}
/** What is so whatever the verdict. */
function factsOf(gate, metric, claim, alpha) {
	const unit = metric?.declaration.unit ?? "number";
	return {
		id: gate.id,
		task: gate.task,
		metric: gate.metric,
		rule: gate.rule,
		limit: describeLimit(gate, unit === "rate" ? "rate" : "other"),
		margin: claim?.margin ?? null,
		unit,
		direction: metric?.declaration.direction ?? null,
		tier: gate.tier,
		baseline: metric === null ? null : estimateOf(metric, paired("baseline")),
		candidate: metric === null ? null : estimateOf(metric, claim?.about === "candidate" ? CANDIDATE.read : paired("candidate")),
		delta: metric === null || alpha === null ? null : estimateDelta(metric, deltaEvidence(metric), alpha),
		pairs: metric === null ? 0 : metric.scores.filter((score) => DELTA.read(score) !== null).length,
		unpaired: metric?.unpaired ?? {
			baseline: 0,
			candidate: 0
		},
		unscored: metric?.unscored ?? {
			baseline: 0,
			candidate: 0
		},
		flips: metric === null ? null : countFlips(metric)
	};
}
/** A gate that could not be judged: the numbers there are, and why they prove nothing. */
function invalid(gate, metric, reasons) {
	return {
		...factsOf(gate, metric, null, null),
		verdict: "invalid",
		reasons,
		bound: null,
		leaning: null,
		test: null,
		minimumDetectable: null,
		needed: null,
		blocks: gate.tier === "blocking"
	};
}
/** A single sample has no interval, so without a judgement the gate is undecided. */
function verdictOf(gate, judgement, onInconclusive) {
	const verdict = judgement?.verdict ?? "inconclusive";
	const leaning = verdict === "inconclusive" && onInconclusive === "lean" ? judgement?.leaning ?? "none" : null;
	return {
		verdict,
		leaning,
		test: judgement?.test ?? null,
		needed: judgement?.needed ?? null,
		blocks: gate.tier === "blocking" && isStop(verdict, leaning, onInconclusive)
	};
}
function isStop(verdict, leaning, onInconclusive) {
	if (verdict !== "inconclusive") return verdict !== "pass";
	switch (onInconclusive) {
		case "block": return true;
		case "warn": return false;
		case "lean": return leaning !== "pass";
		default: return assertNever(onInconclusive);
	}
}
function sentences(gate, { baseline, candidate, delta }, metric, claim, judgement, policy) {
	const name = `${gate.metric} on ${gate.task}`;
	const observed = claim.about === "candidate" && candidate !== null ? [sentenceOfValue(name, candidate, boundOf(claim, judgement, metric, policy.alpha.value), metric)] : baseline !== null && candidate !== null && delta !== null ? [sentenceOfDelta(name, baseline, candidate, delta, metric)] : [];
	if (judgement === null) return [...observed, "A single independent sample has no interval: nothing can be proven or ruled out."];
	const undecided = judgement.verdict !== "inconclusive" ? [] : [...sentenceOfNeeded(judgement.needed), ...policy.onInconclusive.value === "lean" && gate.tier === "blocking" ? [sentenceOfLeaning(judgement.leaning)] : []];
	return [
		...observed,
		sentenceOfVerdict(judgement, claim),
		...undecided
	];
}
function boundOf({ about, safeSide }, judgement, { declaration }, alpha) {
	if (about !== "candidate" || judgement === null || judgement.bound === null) return null;
	const value = shown(judgement.bound, declaration);
	if (!Number.isFinite(value)) return null;
	return {
		side: safeSide === "less" ? "upper" : "lower",
		value,
		level: 1 - alpha
	};
}
function detectable({ about }, judgement, facts, metric, alpha) {
	const halfWidth = judgement?.halfWidth ?? null;
	const from = about === "delta" ? facts.baseline : facts.candidate;
	if (halfWidth === null || from === null) return null;
	const shown = shownDelta(minimumDetectable(halfWidth, alpha), from.value, metric.declaration);
	return Number.isFinite(shown) ? shown : null;
}

// src/decide/decide.ts
/**
* Judges every gate and joins the blocking ones. Pure: the same samples and policy give the same decision, byte for byte.
*
* All blocking gates must pass for the whole to pass, each tested at the policy's α: an intersection-union test, whose
* error is at most α without a correction (Berger 1982). One proven regression fails the whole; that is not corrected
* either, because with a margin an unchanged model is failed far more rarely than α.
*/
function decide({ comparisons, gates, policy }) {
	const results = gates.map((gate) => judgeGate(gate, comparisons, policy)).sort(worstFirst$1);
	const blocking = results.filter(({ tier }) => tier === "blocking");
	const strays = strayMismatches(comparisons, gates);
	const verdict = join([...blocking.map((gate) => gate.verdict), ...strays.length > 0 ? ["invalid"] : []]);
	const blocked = blocking.some((gate) => gate.blocks) || verdict === "invalid";
	return {
		verdict,
		blocked,
		exitCode: exitCodeOf(verdict, blocked),
		reasons: [headline$1(verdict, blocked, blocking, gates.length, policy), ...strays],
		gates: results
	};
}
function worstFirst$1(a, b) {
	const rank = ({ tier, verdict }) => (tier === "blocking" ? VERDICTS.length : 0) + VERDICTS.indexOf(verdict);
	return rank(b) - rank(a);
}
/**
* Tasks that cannot be compared and that no gate speaks of. They were asked for, so that silence about them would be a
* pass by omission; only tasks whose gates are all advisory may be broken without blocking.
*/
function strayMismatches(comparisons, gates) {
	const gated = new Set(gates.map((gate) => gate.task));
	return comparisons.filter(({ task }) => !gated.has(task)).flatMap(({ mismatches }) => mismatches.filter(({ severity }) => severity === "hard")).map(sentenceOfMismatch);
}
function exitCodeOf(verdict, blocked) {
	if (!blocked) return EXIT_CODES.notBlocked;
	switch (verdict) {
		case "regression": return EXIT_CODES.regression;
		case "inconclusive": return EXIT_CODES.inconclusiveAndBlocked;
		case "invalid": return EXIT_CODES.invalid;
		case "pass": throw new Error("a pass never blocks");
		default: return assertNever(verdict);
	}
}
function headline$1(verdict, blocked, blocking, gateCount, policy) {
	if (gateCount === 0) return "There are no gates, so nothing was judged: add a threshold or a gate to the config.";
	if (blocking.length === 0) return "All gates are advisory, so nothing was judged that could pass: make at least one of them blocking.";
	const deciding = blocking.filter((gate) => gate.verdict === verdict).map(({ id }) => id);
	const share = `${deciding.length} of ${blocking.length} blocking gates`;
	const which = deciding.length === 0 ? "" : `: ${deciding.join(", ")}`;
	switch (verdict) {
		case "pass": return blocking.length === 1 ? "The blocking gate holds." : `All ${blocking.length} blocking gates hold.`;
		case "regression": return `A regression is proven on ${share}${which}.`;
		case "inconclusive": return `The data do not decide ${share}, and with on_inconclusive: ${policy.onInconclusive.value} that ${blocked ? "blocks" : "does not block"}${which}.`;
		case "invalid": return deciding.length === 0 ? "A task that no gate speaks of cannot be compared." : `${share} could not be judged${which}.`;
		default: return assertNever(verdict);
	}
}

// src/report/order.ts
/**
* How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
* Null where a number is missing. For ranking only: it says nothing of certainty.
*/
function slack(gate) {
	const { margin } = gate;
	if (margin === null) return null;
	const share = (distance, size) => distance / (size === 0 ? 1 : size);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			if (gate.delta === null || gate.direction === null) return null;
			const gain = gate.direction === "higher_is_better" ? gate.delta.value : -gate.delta.value;
			return gate.rule === "max_drop" ? share(gain + margin, margin) : share(gain - margin, margin);
		}
		case "ceiling": return gate.candidate === null ? null : share(margin - gate.candidate.value, margin);
		case "floor": return gate.candidate === null ? null : share(gate.candidate.value - margin, 1 - margin);
		default: return assertNever(gate.rule);
	}
}
/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
function worstFirst(gates) {
	const tier = (gate) => gate.tier === "blocking" ? 0 : 1;
	const severity = (gate) => -VERDICTS.indexOf(gate.verdict);
	const room = (gate) => slack(gate) ?? Number.NEGATIVE_INFINITY;
	return [...gates].sort((a, b) => tier(a) - tier(b) || severity(a) - severity(b) || (room(a) === room(b) ? 0 : room(a) - room(b)) || (a.id < b.id ? -1 : 1));
}

// src/report/headline.ts
const VERDICT_WORDS = {
	pass: {
		word: "Pass",
		symbol: "✅"
	},
	regression: {
		word: "Regression",
		symbol: "❌"
	},
	inconclusive: {
		word: "Inconclusive",
		symbol: "⚠️"
	},
	invalid: {
		word: "Invalid",
		symbol: "⛔"
	}
};
/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
function verdictLabel(verdict) {
	const { word, symbol } = VERDICT_WORDS[verdict];
	return `${word.toUpperCase()} ${symbol}`;
}
const nameOf = (gate) => code(metricName(gate));
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null ? [] : say` (${formatLevel$1(gate.delta.level)} interval ${text})`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return say`has no delta`;
	if (delta.value === 0) return say`did not move`;
	return delta.value < 0 ? say`fell by ${formatSize$1(delta.value, unit)}` : say`rose by ${formatSize$1(delta.value, unit)}`;
}
/** The bad way, in words. */
function worsening({ direction }) {
	return direction === "lower_is_better" ? "rise" : "drop";
}
function value(gate) {
	return gate.candidate === null ? "unknown" : formatValue$1(gate.candidate.value, gate.unit);
}
/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
function gateSentence(gate) {
	const limit = code(gate.limit);
	if (gate.verdict === "invalid") return say`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? "no reason was recorded"}`;
	if (gate.verdict === "inconclusive") return undecidedSentence(gate);
	const held = gate.verdict === "pass";
	switch (gate.rule) {
		case "max_drop": {
			const tail = held ? say`within the allowed ${worsening(gate)} of ${limit}` : say`more than the allowed ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "min_gain": {
			const tail = held ? say`at least the required gain of ${limit}` : say`short of the required gain of ${limit}`;
			return say`${nameOf(gate)} ${moved(gate)}${interval(gate)}, ${tail}`;
		}
		case "ceiling": return held ? say`${nameOf(gate)} is ${value(gate)}, below its ceiling of ${limit}` : say`${nameOf(gate)} is ${value(gate)}, above its ceiling of ${limit}`;
		case "floor": return held ? say`${nameOf(gate)} is ${value(gate)}, above its floor of ${limit}` : say`${nameOf(gate)} is ${value(gate)}, below its floor of ${limit}`;
		default: return assertNever(gate.rule);
	}
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	const limit = code(gate.limit);
	switch (gate.rule) {
		case "max_drop":
		case "min_gain": {
			const observed = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
			const question = gate.rule === "max_drop" ? say`whether ${name} got worse by more than ${limit}` : say`whether ${name} gained the required ${limit}`;
			return say`${plural(gate.pairs, "paired sample")} cannot tell ${question}: observed ${observed}${interval(gate)}`;
		}
		case "ceiling":
		case "floor": {
			const count = plural(gate.candidate?.n ?? 0, "sample");
			const question = gate.rule === "ceiling" ? say`whether ${name} stays below its ceiling of ${limit}` : say`whether ${name} stays above its floor of ${limit}`;
			return say`${count} cannot tell ${question}: observed ${value(gate)}`;
		}
		default: return assertNever(gate.rule);
	}
}
/** The one number that decided, in a sentence: what comes after the verdict's own word. */
function headline({ verdict, blocked, gates, reasons }) {
	const blocking = worstFirst(gates).filter((gate) => gate.tier === "blocking");
	const decisive = blocking.filter((gate) => gate.verdict === verdict);
	const [worst] = decisive;
	switch (verdict) {
		case "invalid": return say`${reasons[0] ?? worst?.reasons[0] ?? "no gate was judged"}`;
		case "regression": {
			const others = decisive.length - 1;
			const more = others > 0 ? say` ${plural(others, "more gate")} regressed.` : [];
			return worst === void 0 ? say`a gate regressed.` : say`${gateSentence(worst)}.${more}`;
		}
		case "inconclusive": {
			const effect = blocked ? say` Undecided blocks here.` : say` This does not block the merge.`;
			return worst === void 0 ? say`a gate is undecided.${effect}` : say`${gateSentence(worst)}.${effect}`;
		}
		case "pass": {
			const count = plural(blocking.length, "blocking gate");
			const holds = blocking.length === 1 ? "holds" : "hold";
			return worst === void 0 ? say`${count} ${holds}.` : say`${count} ${holds}; the closest call: ${gateSentence(worst)}.`;
		}
		default: return assertNever(verdict);
	}
}
/** `Regression: facts/acc fell by …`. */
function summaryLine(facts) {
	return [{
		kind: "ours",
		text: `${VERDICT_WORDS[facts.verdict].word}: `
	}, ...headline(facts)];
}
/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates, tier) {
	const words = {
		invalid: (count) => `${count} could not be judged`,
		regression: (count) => `${count} regressed`,
		inconclusive: (count) => `${count} ${count === 1 ? "is" : "are"} undecided`,
		pass: (count) => `${count} ${count === 1 ? "holds" : "hold"}`
	};
	const parts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = gates.filter((gate) => gate.verdict === verdict).length;
		return count === 0 ? [] : [words[verdict](count)];
	});
	const last = parts.pop() ?? "";
	const listed = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
	return `of ${plural(gates.length, `${tier} gate`)}, ${listed}`;
}
/** `Of 3 blocking gates, 1 regressed and 2 hold; of 1 advisory gate, 1 holds.` */
function tally(gates) {
	const parts = ["blocking", "advisory"].flatMap((tier) => {
		const members = gates.filter((gate) => gate.tier === tier);
		return members.length === 0 ? [] : [tallyTier(members, tier)];
	});
	const text = parts.length === 0 ? "no gate was judged" : parts.join("; ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// src/report/build.ts
function exitCode(verdict, blocked) {
	if (verdict === "invalid") return EXIT_CODES.invalid;
	if (verdict === "regression") return EXIT_CODES.regression;
	return blocked ? EXIT_CODES.inconclusiveAndBlocked : EXIT_CODES.notBlocked;
}
/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates }) {
	if ((verdict === "regression" || verdict === "invalid") && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
	if (verdict === "pass" && blocked) throw new Error("a pass that blocks");
	if (verdict !== "invalid" && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
	if (!blocked && gates.some((gate) => gate.blocks)) throw new Error("a gate blocks, the verdict does not");
}
/**
* The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
* @throws Error when the decision contradicts itself
*/
function buildVerdictFile(facts) {
	assertConsistent(facts);
	const gates = worstFirst(facts.gates);
	return {
		...facts,
		schemaVersion: 1,
		exitCode: exitCode(facts.verdict, facts.blocked),
		summary: toPlain(summaryLine({
			...facts,
			gates
		})),
		gates
	};
}
/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
function invalidateVerdict(file, reason) {
	return buildVerdictFile({
		...file,
		verdict: "invalid",
		blocked: true,
		reasons: [reason, ...file.reasons]
	});
}

// src/report/facts.ts
/** Everything the verdict file says, gathered from what the earlier phases found. */
function verdictFacts(sources) {
	const { runs, comparisons, decision } = sources;
	const all = [...runs.baseline, ...runs.candidate];
	const usage = all.flatMap(({ samples }) => samples.flatMap((sample) => sample.usage ?? []));
	return {
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		candidate: modelOf(runs.candidate),
		baseline: modelOf(runs.baseline),
		policy: policyOf(sources),
		gates: decision.gates,
		comparability: comparisons.flatMap(({ mismatches }) => mismatches),
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		cost: {
			samples: {
				planned: total(all, ({ record }) => record.planned),
				evaluated: total(all, ({ samples }) => samples.length)
			},
			tokens: {
				prompt: total(usage, (each) => each.prompt_tokens),
				output: total(usage, (each) => each.output_tokens)
			}
		},
		provenance: {
			weighbridge: sources.version,
			config: sources.config,
			fingerprints: fingerprintsOf(runs)
		}
	};
}
const total = (items, count) => items.reduce((sum, item) => sum + count(item), 0);
/** The model all runs of a side share; null when there is none, or no single one. */
function modelOf(runs) {
	const models = runs.map(({ record }) => record.model);
	const [first] = models;
	return first !== void 0 && models.every(({ digest }) => digest === first.digest) ? first : null;
}
function policyOf({ policy, gates, comparisons }) {
	const unitOf = ({ task, metric }) => {
		return (comparisons.find((each) => each.task === task)?.metrics)?.find(({ declaration }) => declaration.name === metric)?.declaration.unit === "rate" ? "rate" : "other";
	};
	return {
		...policy,
		limits: Object.fromEntries(gates.map((gate) => [gate.id, {
			value: describeLimit(gate, unitOf(gate)),
			source: gate.source
		}]))
	};
}
function fingerprintsOf({ baseline, candidate }) {
	const find = (runs, task) => runs.find(({ record }) => record.task === task)?.record.fingerprint ?? null;
	const tasks = new Set([...baseline, ...candidate].map(({ record }) => record.task));
	return Object.fromEntries([...tasks].sort().map((task) => [task, {
		baseline: find(baseline, task),
		candidate: find(candidate, task)
	}]));
}

// src/report/columns.ts
const estimate = (gate, side) => side === null ? say`${NOT_AVAILABLE}` : say`${formatValue$1(side.value, gate.unit)}`;
/** The level all intervals share; null when they differ, and each says its own. */
function commonLevel(gates) {
	const levels = new Set(gates.flatMap(({ delta }) => delta === null ? [] : [delta.level]));
	const [level] = levels;
	return levels.size === 1 && level !== void 0 ? level : null;
}
function deltaCell(delta, unit) {
	if (delta === null) return say`${NOT_AVAILABLE}`;
	const interval = formatInterval(delta, unit);
	const change = formatChange(delta.value, unit);
	return interval === null ? say`${change}` : say`${change} (${interval})`;
}
/** A limit as a rule one can read aloud. */
function limitWords({ rule, limit, direction }) {
	switch (rule) {
		case "max_drop": return direction === "lower_is_better" ? say`may rise ${code(limit)}` : say`may drop ${code(limit)}`;
		case "min_gain": return say`must gain ${code(limit)}`;
		case "ceiling": return say`at most ${code(limit)}`;
		case "floor": return say`at least ${code(limit)}`;
		default: return assertNever(rule);
	}
}
function verdictCell(gate) {
	const label = [{
		kind: "ours",
		text: verdictLabel(gate.verdict)
	}];
	if (gate.tier === "advisory") return say`${label} advisory`;
	if (gate.verdict !== "inconclusive") return label;
	if (gate.blocks) return say`${label} blocks`;
	return gate.leaning === "pass" ? say`${label} leans pass` : say`${label} does not block`;
}
/** The one table, for every renderer: at most six columns, so that it fits a phone. */
const GATE_COLUMNS = [
	{
		title: () => say`Gate`,
		align: "left",
		cell: (gate) => code(metricName(gate))
	},
	{
		title: () => say`Baseline`,
		align: "right",
		cell: (gate) => estimate(gate, gate.baseline)
	},
	{
		title: () => say`Candidate`,
		align: "right",
		cell: (gate) => estimate(gate, gate.candidate)
	},
	{
		title: (gates) => {
			const level = commonLevel(gates);
			return level === null ? say`Delta (interval)` : say`Delta (${formatLevel$1(level)} interval)`;
		},
		align: "right",
		cell: (gate) => deltaCell(gate.delta, gate.unit)
	},
	{
		title: () => say`Limit`,
		align: "left",
		cell: limitWords
	},
	{
		title: () => say`Verdict`,
		align: "left",
		cell: verdictCell
	}
];

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < mostCellsPerRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					if (size % 2) {
						before = " ".repeat(size / 2 + .5);
						after = " ".repeat(size / 2 - .5);
					} else {
						before = " ".repeat(size / 2);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/table.ts
/** A GitHub-flavoured table without padding: a long one costs 40 % less of the comment's budget. */
function renderTable(columns, rows) {
	const header = columns.map((column) => toMarkdown(column.title(rows)));
	const body = rows.map((row) => columns.map((column) => toMarkdown(column.cell(row))));
	return markdownTable([header, ...body], {
		align: columns.map(({ align }) => align === "right" ? "r" : "l"),
		alignDelimiters: false,
		padding: true
	});
}
/** A folded section. The blank line after the summary is what makes GitHub render the body as Markdown. */
function folded(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

// src/report/sections/compared.ts
function modelLine(side, model) {
	if (model === null) return `- **${side}**: unknown, no run of it could be read`;
	const facts = [code(model.source), code(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(say`adapter ${code(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code(model.architecture));
	if (model.parameter_count !== null) facts.push(say`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code(model.quantization));
	return `- **${side}**: ${facts.map(toMarkdown).join(", ")}`;
}
const done = ({ planned, evaluated }) => planned === evaluated ? say`${formatCount(evaluated)}` : say`${formatCount(evaluated)} of ${formatCount(planned)}`;
function taskTable(tasks) {
	return renderTable([
		{
			title: () => say`Task`,
			align: "left",
			cell: ({ task }) => code(task)
		},
		{
			title: () => say`Role`,
			align: "left",
			cell: ({ role }) => say`${role}`
		},
		{
			title: () => say`Baseline samples`,
			align: "right",
			cell: ({ samples }) => done(samples.baseline)
		},
		{
			title: () => say`Candidate samples`,
			align: "right",
			cell: ({ samples }) => done(samples.candidate)
		},
		{
			title: () => say`Paired`,
			align: "right",
			cell: ({ pairs }) => say`${formatCount(pairs)}`
		}
	], tasks);
}
const from = (sourced) => say` (${code(formatSource(sourced.source))})`;
function policyLines({ gates, policy }) {
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : from(sourced);
		return say`${code(gate.id)} ${limitWords(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage } = policy;
	const rules = [
		say`Each claim may be wrong with probability ${code(`alpha: ${alpha.value}`)}${from(alpha)}`,
		say`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${from(onInconclusive)}`,
		say`The verdict speaks of: ${code(`target: ${target.value}`)}${from(target)}`,
		say`Least share of samples paired and scored: ${formatLevel$1(minCoverage.value)}${from(minCoverage)}`
	];
	return [...limits, ...rules].map((line) => `- ${toMarkdown(line)}`);
}
function settingLines({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		const settings = Object.entries(sides.candidate ?? sides.baseline ?? {}).filter(([, value]) => value !== null).map(([field, value]) => toMarkdown(code(`${field}: ${formatDigest(String(value))}`)));
		return `- ${toMarkdown(code(task))}: ${settings.length === 0 ? "no settings recorded" : settings.join(" ")}`;
	});
}
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file) {
	const { config, weighbridge } = file.provenance;
	const blocks = [[modelLine("Baseline", file.baseline), modelLine("Candidate", file.candidate)].join("\n")];
	if (file.tasks.length > 0) blocks.push(taskTable(file.tasks));
	if (file.comparability.length > 0) {
		const lines = file.comparability.map((mismatch) => {
			return `- **${mismatch.severity === "hard" ? "Not comparable" : "Differs"}** ${toMarkdown(mismatchSentence(mismatch))}`;
		});
		blocks.push(`**Differences between the two runs**\n\n${lines.join("\n")}`);
	}
	blocks.push(`**Limits and policy, with where each came from**\n\n${policyLines(file).join("\n")}`);
	const settings = settingLines(file);
	if (settings.length > 0) blocks.push(`**Settings of each task**\n\n${settings.join("\n")}`);
	const digest = config.digest === null ? [] : say`, config digest ${code(formatDigest(config.digest))}`;
	blocks.push(toMarkdown(say`Judged by Weighbridge ${code(weighbridge)}${digest}.`));
	return folded("What was compared", blocks.join("\n\n"));
}

// src/report/reproduce.ts
const RULE_FLAGS = {
	max_drop: "--max-drop",
	min_gain: "--min-gain",
	ceiling: "--ceiling",
	floor: "--floor"
};
/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text) {
	const word = oneLine(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** The command that comes to the same verdict on another machine, limits given as inputs or flags included. */
function reproduceCommand({ candidate, baseline, gates, policy, provenance }) {
	const words = ["weighbridge", "run"];
	if (provenance.config.file !== null) words.push("--config", provenance.config.file);
	if (baseline !== null) words.push("--baseline", baseline.source);
	if (candidate !== null) words.push("--candidate", candidate.source);
	for (const { id, task, metric, rule, limit } of gates) {
		const source = policy.limits[id]?.source.kind;
		if (source === "input" || source === "flag") words.push(RULE_FLAGS[rule], `${task}/${metric}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}

// src/report/sections/cost.ts
function costSection({ cost: { samples, tokens } }, elapsedSeconds) {
	const time = elapsedSeconds === null ? "" : ` It took ${formatDuration(elapsedSeconds)}.`;
	const asked = `${formatCount(samples.evaluated)} of ${plural(samples.planned, "planned sample")} evaluated, both sides together`;
	const used = `${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}`;
	return folded("Cost", `${asked}: ${used}.${time}`);
}
function reproduceSection(file) {
	return folded("Reproduce locally", `In a clone at this commit, with the checkpoints in place:\n\n${fenced(reproduceCommand(file), {
		length: 4e3,
		language: "sh"
	})}`);
}

// src/report/sections/flips.ts
function groupTable(metric, limit) {
	const shown = metric.groups.slice(0, limit);
	if (shown.length === 0) return null;
	const table = renderTable([
		{
			title: () => say`Group`,
			align: "left",
			cell: ({ group }) => code(group)
		},
		{
			title: () => say`Pairs`,
			align: "right",
			cell: ({ pairs }) => say`${formatCount(pairs)}`
		},
		{
			title: () => say`Delta`,
			align: "right",
			cell: ({ delta }) => say`${formatChange(delta, metric.unit)}`
		}
	], shown);
	const left = metric.groups.length - shown.length;
	return left === 0 ? table : `${table}\n\n${plural(left, "more group")} fell less or rose.`;
}
function regressed(flip, direction) {
	const change = flip.candidate.score - flip.baseline.score;
	return direction === "higher_is_better" ? change < 0 : change > 0;
}
function score(value) {
	return String(Number(value.toPrecision(4))).replace("-", "−");
}
function output(who, text, length) {
	if (text === null) return `${who}: no output was stored.`;
	return text === "" ? `${who}: an empty output.` : `${who}:\n\n${fenced(text, { length })}`;
}
function flipBlock({ id, group, baseline, candidate }, length) {
	const where = group === null ? [] : say` in ${code(group)}`;
	const scores = say`${code(id)}${where}: score ${score(baseline.score)} → ${score(candidate.score)}`;
	if (baseline.output === null && candidate.output === null) return `**Sample** ${toMarkdown(scores)}`;
	return [
		`**Sample** ${toMarkdown(scores)}`,
		output("Baseline", baseline.output, length),
		output("Candidate", candidate.output, length)
	].join("\n\n");
}
function taskBlock(task, detail) {
	const metric = task.metrics.find(({ metric: name }) => name === task.primaryMetric);
	if (metric === void 0) return null;
	const worse = task.flips.filter((flip) => regressed(flip, metric.direction));
	const better = detail.improved ? task.flips.filter((flip) => !regressed(flip, metric.direction)) : [];
	const groups = groupTable(metric, detail.groups);
	if (worse.length === 0 && better.length === 0 && groups === null) return null;
	const counts = metric.flips === null ? say`scores that moved most` : say`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
	const blocks = [`#### ${toMarkdown(say`${code(`${task.task}/${metric.metric}`)}: ${counts}`)}`];
	if (groups !== null) blocks.push(groups);
	for (const [title, flips, total] of [[
		"Got worse",
		worse,
		metric.flips?.regressed
	], [
		"Got better",
		better,
		metric.flips?.improved
	]]) {
		const shown = flips.slice(0, detail.samples);
		if (shown.length === 0) continue;
		const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
		blocks.push(`**${title}** (${shown.length}${all} shown)`);
		blocks.push(...shown.map((flip) => flipBlock(flip, detail.outputLength)));
	}
	return blocks.join("\n\n");
}
/** Which groups and samples changed, the worst first; model text stays inside fences. */
function flipsSection({ tasks }, detail) {
	const blocks = tasks.flatMap((task) => taskBlock(task, detail) ?? []);
	return blocks.length === 0 ? null : folded("Which groups and samples changed", blocks.join("\n\n"));
}

// src/report/sections/undecided.ts
/** What would settle it. */
function cure(gate) {
	const compared = Math.max(gate.pairs, gate.candidate?.n ?? 0);
	if (gate.needed === null) return say`No number of samples can be named that would decide it.`;
	const missing = gate.needed - compared;
	const more = missing > 0 ? say`, ${formatCount(missing)} more than now` : [];
	return say`About ${plural(gate.needed, "sample")} would decide it if the observed rates hold${more}.`;
}
function evidence(gate) {
	const parts = [];
	const { test, minimumDetectable } = gate;
	if (test !== null && test.pSafe !== null) parts.push(say` Evidence that it is within the limit: ${formatP(test.pSafe)}.`);
	if (test !== null && test.pWorse !== null) parts.push(say` Evidence that it is beyond: ${formatP(test.pWorse)}.`);
	if (minimumDetectable !== null) {
		const size = formatSize$1(minimumDetectable, gate.unit);
		parts.push(say` A true change of ${size} would have shown with 90 % probability.`);
	}
	return parts.flat();
}
function effect(gate, onInconclusive) {
	if (gate.tier === "advisory") return say`It is advisory and never blocks.`;
	const policy = code(`on_inconclusive: ${onInconclusive}`);
	switch (onInconclusive) {
		case "block": return say`It blocks: ${policy} lets only proof merge.`;
		case "warn": return say`It does not block: ${policy}.`;
		case "lean":
			if (gate.leaning === "none" || gate.leaning === null) return say`It blocks: the samples are too few to resolve the limit at all, and silence is no evidence (${policy}).`;
			return gate.leaning === "pass" ? say`It does not block: the observed value is inside the limit and the samples can resolve it (${policy}).` : say`It blocks: the observed value is beyond the limit (${policy}).`;
		default: return assertNever(onInconclusive);
	}
}
/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
function undecidedSection({ gates, policy }) {
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive");
	if (undecided.length === 0) return null;
	const items = undecided.map((gate) => {
		const reasons = gate.reasons.flatMap((reason) => say` ${reason}`);
		const line = say`${gateSentence(gate)}.${evidence(gate)} ${cure(gate)} ${effect(gate, policy.onInconclusive.value)}${reasons}`;
		return `- **${toMarkdown(code(metricName(gate)))}** ${toMarkdown(line)}`;
	});
	const title = undecided.length === 1 ? "Why one gate is undecided" : `Why ${undecided.length} gates are undecided`;
	return folded(`${title}, and how many samples would decide`, items.join("\n"));
}

// src/report/markdown.ts
/** GitHub cuts comments at 65,536 characters; the rest is room for the marker and for escapes counted differently. */
const COMMENT_BYTES = 6e4;
/** A job summary may have 1 MiB. */
const SUMMARY_BYTES = 1e6;
const FULL = {
	samples: 10,
	improved: true,
	groups: 20,
	outputLength: 1e3
};
const LADDER = [
	{
		name: "full",
		flips: FULL,
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "regressed flips only",
		flips: {
			...FULL,
			improved: false
		},
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "fewer flips",
		flips: {
			samples: 3,
			improved: false,
			groups: 5,
			outputLength: 300
		},
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "no flips",
		flips: null,
		gates: Number.POSITIVE_INFINITY,
		sections: true
	},
	{
		name: "worst gates",
		flips: null,
		gates: 25,
		sections: false
	},
	{
		name: "verdict and link",
		flips: null,
		gates: 0,
		sections: false
	}
];
function checkpoints({ candidate, baseline }) {
	if (candidate === null || baseline === null) return [];
	const side = ({ source, digest }) => say`${code(source)} (${code(formatDigest(digest))})`;
	return say` Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
}
function status(file) {
	return `${file.blocked ? "**This blocks the merge.**" : "**This does not block the merge.**"}${file.gates.some((gate) => gate.verdict !== "pass") ? ` ${tally(file.gates)}` : ""}${toMarkdown(checkpoints(file))}`;
}
const FAULTS_SHOWN = 20;
function faultList(file) {
	if (file.verdict !== "invalid") return null;
	const { wrong, remedies } = faults(file);
	const list = (title, items) => items.length === 0 ? [] : [`**${title}**\n\n${items.slice(0, FAULTS_SHOWN).map((item) => `- ${item}`).join("\n")}`];
	return [...list("What is wrong", wrong.map(toMarkdown)), ...list("Who must do what", remedies.map(({ who, what }) => `**${who}:** ${toMarkdown(what)}`))].join("\n\n");
}
function gateTable(gates, limit) {
	const shown = gates.slice(0, limit);
	if (shown.length === 0) return null;
	const left = gates.length - shown.length;
	const table = renderTable(GATE_COLUMNS, shown);
	return left === 0 ? table : `${table}\n\n${plural(left, "more gate")}, none worse than those above, left out for length.`;
}
/** Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function links({ artifactUrl, runUrl }) {
	const safe = (url) => url !== null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url);
	const parts = [...safe(artifactUrl) ? [`[All samples and the full report](${artifactUrl})`] : [], ...safe(runUrl) ? [`[workflow run](${runUrl})`] : []];
	return parts.length === 0 ? null : parts.join(" · ");
}
function renderRung(file, context, rung) {
	return `${[
		`**${verdictLabel(file.verdict)}** ${toMarkdown(headline(file))}`,
		status(file),
		rung.gates === 0 ? null : faultList(file),
		gateTable(file.gates, rung.gates),
		rung === LADDER[0] ? null : `Shortened to fit (${rung.name}).`,
		links(context),
		...rung.sections ? [
			undecidedSection(file),
			rung.flips === null ? null : flipsSection(file, rung.flips),
			comparedSection(file),
			costSection(file, context.elapsedSeconds),
			reproduceSection(file)
		] : []
	].filter((block) => block !== null && block !== "").join("\n\n")}\n`;
}
const encoder = new TextEncoder();
/**
* The report as Markdown for a comment or a job summary: the first line says the verdict and the number that decided
* it. Of the ladder's rungs, the fullest that fits into `bytes` of UTF-8.
*/
function renderMarkdown(file, context, bytes) {
	for (const rung of LADDER) {
		const markdown = renderRung(file, context, rung);
		if (encoder.encode(markdown).length <= bytes) return {
			markdown,
			rung: rung.name
		};
	}
	throw new Error(`not even the verdict fits into ${bytes} bytes`);
}

// src/store/atomic-file.ts
/** Replaces a file so that a reader, or a crash at any moment, sees the old content or the new, never half of it. */
async function writeAtomically(file, content) {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		const handle = await open(temporary, "w");
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	await syncDirectory(dirname(file));
}
/** A rename is on disk once its directory is. */
async function syncDirectory(directory) {
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

// src/store/task-folder.ts
const MAX_FOLDER_BYTES = 200;
/**
* The folder of a task inside its side's folder. One name, one folder: what could leave the folder or mean something to
* a shell is percent-encoded, so that imported names such as `mmlu/anatomy` stay apart.
*
* @throws WeighbridgeError `usage` for names that no folder can have
*/
function taskFolder(name) {
	const fault = faultOf(name);
	if (fault !== null) throw new WeighbridgeError("usage", `a task cannot be called ${JSON.stringify(name)}: ${fault}`, { fix: "Use letters, digits, dot, dash and underscore." });
	return encode(name);
}
function faultOf(name) {
	if (name === "") return "the name is empty";
	if (name === "." || name === "..") return "it is a path";
	if (/\p{Cc}/u.test(name)) return "it has control characters";
	if (/\p{Cs}/u.test(name)) return "it is not well-formed Unicode";
	if (encode(name).length > MAX_FOLDER_BYTES) return `it is longer than ${MAX_FOLDER_BYTES} bytes`;
	return null;
}
function encode(name) {
	return encodeURIComponent(name).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

// src/store/layout.ts
const RUN_FILE = "run.json";
const SAMPLES_FILE = "samples.jsonl";
/** Where runs go that a later evaluation could not continue: nothing is ever deleted. */
const SUPERSEDED = "superseded";
function runFolder(out, side, task) {
	return join$1(out, side, taskFolder(task));
}

// src/store/lines.ts
/** A line of a sample file holds one answer and its scores; a longer one is no sample. */
const MAX_LINE_BYTES = 67108864;
const CHUNK_BYTES = 1048576;
const NEWLINE = 10;
/**
* Lines of a UTF-8 file, read in chunks. `node:readline` is half as fast, decodes bad bytes in silence and knows no
* longest line.
*
* @throws WeighbridgeError `data` for a line that is too long or not UTF-8
*/
async function* readLines(file, maxBytes = MAX_LINE_BYTES) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let parts = [];
	let length = 0;
	let number = 1;
	let end = 0;
	const take = (whole) => {
		const bytes = Buffer.concat(parts, length);
		end += length + (whole ? 1 : 0);
		parts = [];
		length = 0;
		const at = {
			file,
			line: number
		};
		number += 1;
		if (!whole) return {
			number: at.line,
			text: "",
			end,
			whole
		};
		try {
			return {
				number: at.line,
				text: decoder.decode(bytes),
				end,
				whole
			};
		} catch (cause) {
			throw new WeighbridgeError("data", "the line is not UTF-8", {
				at,
				cause
			});
		}
	};
	const add = (bytes) => {
		parts.push(bytes);
		length += bytes.length;
		if (length <= maxBytes) return;
		throw new WeighbridgeError("data", `the line is longer than ${maxBytes} bytes`, { at: {
			file,
			line: number
		} });
	};
	for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
		let start = 0;
		for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
			add(chunk.subarray(start, newline));
			yield take(true);
			start = newline + 1;
		}
		if (start < chunk.length) add(chunk.subarray(start));
	}
	if (length > 0) yield take(false);
}

// src/store/run-record.ts
const text = string().max(4096);
const finite$1 = number().nullable();
const RESERVED = [
	"__proto__",
	"constructor",
	"prototype"
];
const metric = strictObject({
	name: string().min(1).max(200).regex(/^\P{Cc}+$/u).refine((name) => !RESERVED.includes(name), "a metric cannot have this name"),
	direction: _enum(["higher_is_better", "lower_is_better"]),
	kind: _enum([
		"mean",
		"ratio",
		"corpus"
	]),
	unit: _enum([
		"rate",
		"bits_per_byte",
		"perplexity",
		"number"
	]),
	range: strictObject({
		min: finite$1,
		max: finite$1
	}),
	scale: _enum(["linear", "log"]),
	weak: boolean()
});
const fingerprintField = _enum(Object.keys(FINGERPRINT_FIELDS));
/** `run.json` as hostile data. */
const runRecord = strictObject({
	schema_version: literal(1),
	side: _enum(SIDES),
	task: string().min(1).max(200),
	task_role: _enum(TASK_ROLES),
	metrics: array(metric).min(1),
	primary_metric: string(),
	fingerprint: partialRecord(fingerprintField, union([
		text,
		number(),
		boolean(),
		_null()
	])),
	model: strictObject({
		source: text,
		digest: text.min(1),
		adapter_digest: text.nullable(),
		architecture: text.nullable(),
		parameter_count: finite$1,
		quantization: text.nullable()
	}),
	seed: number(),
	planned: int().min(0),
	status: discriminatedUnion("state", [
		strictObject({ state: literal("running") }),
		strictObject({ state: literal("complete") }),
		strictObject({
			state: literal("failed"),
			reason: string().max(65536)
		})
	]),
	started: text,
	finished: text.nullable()
}).superRefine((record, context) => {
	const names = record.metrics.map(({ name }) => name);
	if (new Set(names).size < names.length) context.addIssue({
		code: "custom",
		path: ["metrics"],
		message: "a metric is declared twice"
	});
	if (!names.includes(record.primary_metric)) context.addIssue({
		code: "custom",
		path: ["primary_metric"],
		message: "not one of the metrics"
	});
});
/** @throws WeighbridgeError `data` naming the file and the key */
function parseRunRecord(source, file) {
	let value;
	try {
		value = JSON.parse(source);
	} catch (cause) {
		throw new WeighbridgeError("data", `not JSON: ${cause.message}`, {
			at: { file },
			cause
		});
	}
	const parsed = runRecord.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new WeighbridgeError("data", issue?.message ?? "not a run record", {
		at: {
			file,
			key: (issue?.path ?? []).join(".")
		},
		cause: parsed.error
	});
}
function serializeRunRecord(record) {
	return `${JSON.stringify(record, null, 2)}\n`;
}

// src/store/sample-codec.ts
/**
* One line of `samples.jsonl`, newline included. Keys stand in one order, so that equal evaluations give equal bytes.
*/
function serializeSample(sample) {
	const scores = Object.entries(sample.scores).sort(([left], [right]) => left < right ? -1 : 1).map(([metric, score]) => [metric, ordered(score)]);
	const line = {
		id: sample.id,
		index: sample.index,
		filter: sample.filter,
		input_digest: sample.input_digest,
		target_digest: sample.target_digest,
		scores: Object.fromEntries(scores),
		cluster: sample.cluster,
		group: sample.group,
		weight: sample.weight,
		output: sample.output,
		usage: sample.usage && {
			prompt_tokens: sample.usage.prompt_tokens,
			output_tokens: sample.usage.output_tokens
		}
	};
	return `${JSON.stringify(line)}\n`;
}
function ordered(score) {
	if (typeof score === "number") return finite(score);
	if (isUnscored(score)) return { unscored: score.unscored };
	return {
		numerator: finite(score.numerator),
		denominator: finite(score.denominator)
	};
}
/** JSON.stringify would write NaN as null. */
function finite(value) {
	if (!Number.isFinite(value)) throw new TypeError(`a score of ${value} must be stored as unscored`);
	return value;
}
const KEYS = /* @__PURE__ */ new Set([
	"id",
	"index",
	"filter",
	"input_digest",
	"target_digest",
	"scores",
	"cluster",
	"group",
	"weight",
	"output",
	"usage"
]);
const MAX_NAME_LENGTH = 1024;
/**
* Reads one line as hostile data: every member is checked, nothing unknown is passed on.
*
* Checked by hand and not by a schema because a run may have a million lines.
* @throws WeighbridgeError `data` with file and line
*/
function parseSample(text, metrics, at) {
	const fail = (message, key) => {
		throw new WeighbridgeError("data", message, { at: key === void 0 ? at : {
			...at,
			key
		} });
	};
	const value = parseJson(text, fail);
	const members = isObject(value) ? value : fail("a sample must be an object");
	for (const key of Object.keys(members)) if (!KEYS.has(key)) fail("this key is not known", key);
	const name = (key) => {
		const member = members[key];
		if (typeof member !== "string" || member === "") return fail("must be a text", key);
		if (member.length > MAX_NAME_LENGTH || /\p{Cc}/u.test(member)) return fail("must be short and without control characters", key);
		return member;
	};
	const optionalName = (key) => key in members ? { [key]: name(key) } : {};
	const count = (holder, key) => {
		const member = holder[key];
		return typeof member === "number" && Number.isSafeInteger(member) && member >= 0 ? member : fail("must be a whole number that is not negative", key);
	};
	const { weight, output, usage } = members;
	if (weight !== void 0 && !(typeof weight === "number" && Number.isFinite(weight) && weight > 0)) fail("must be a positive number", "weight");
	if (output !== void 0 && typeof output !== "string") fail("must be a text", "output");
	return {
		id: name("id"),
		index: count(members, "index"),
		...optionalName("filter"),
		input_digest: name("input_digest"),
		target_digest: name("target_digest"),
		scores: parseScores(members.scores, metrics, fail),
		...optionalName("cluster"),
		...optionalName("group"),
		...weight === void 0 ? {} : { weight },
		...output === void 0 ? {} : { output },
		...usage === void 0 ? {} : { usage: parseUsage(usage) }
	};
	function parseUsage(member) {
		const holder = isObject(member) ? member : fail("must be an object", "usage");
		return {
			prompt_tokens: count(holder, "prompt_tokens"),
			output_tokens: count(holder, "output_tokens")
		};
	}
}
function parseJson(text, fail) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return fail(`not JSON: ${error.message}`);
	}
}
/** Only metrics that `run.json` declares are taken over, so no key can reach a prototype. */
function parseScores(value, metrics, fail) {
	const members = isObject(value) ? value : fail("must be an object", "scores");
	const scores = {};
	for (const [metric, score] of Object.entries(members)) {
		const key = `scores.${metric}`;
		scores[metric] = parseScore(score, metrics.get(metric) ?? fail("run.json does not declare this metric", key), (message) => fail(message, key));
	}
	return scores;
}
function parseScore(value, metric, fail) {
	if (isObject(value) && typeof value.unscored === "string" && Object.keys(value).length === 1) return { unscored: value.unscored };
	switch (metric.kind) {
		case "mean": {
			const { min, max } = metric.range;
			if (typeof value !== "number" || !Number.isFinite(value)) return fail("must be a finite number");
			if (value < (min ?? -1e400) || value > (max ?? 1e400)) return fail("lies outside its range");
			return value;
		}
		case "ratio": {
			const { numerator, denominator } = isObject(value) && Object.keys(value).length === 2 ? value : fail("must be a ratio");
			if (typeof numerator !== "number" || !Number.isFinite(numerator)) return fail("has no finite numerator");
			if (typeof denominator !== "number" || !Number.isFinite(denominator) || denominator < 0) return fail("has no finite denominator");
			const score = {
				numerator,
				denominator
			};
			return isRatio(score) ? score : fail("must be a ratio");
		}
		case "corpus": return fail("a corpus metric has no score a sample");
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/store/reader.ts
const MAX_RUN_FILE_BYTES = 4194304;
/**
* Reads the folder of one task.
*
* @throws WeighbridgeError `data`, with file and line, for anything that is missing, malformed or duplicated
*/
async function readRun(folder, maxLineBytes = MAX_LINE_BYTES) {
	const record = await readRecord(folder);
	const stored = await readSamples(folder, record, maxLineBytes);
	return {
		folder,
		record,
		samples: stored.samples,
		incomplete: shortfall(record, stored)
	};
}
async function readRecord(folder) {
	const file = join$1(folder, RUN_FILE);
	const source = await attempt$1(file, async () => {
		const { size } = await stat(file);
		if (size > MAX_RUN_FILE_BYTES) throw new WeighbridgeError("data", "too large", { at: { file } });
		return readFile(file, "utf8");
	});
	return parseRunRecord(source, file);
}
async function readSamples(folder, record, maxLineBytes = MAX_LINE_BYTES) {
	const file = join$1(folder, SAMPLES_FILE);
	const metrics = new Map(record.metrics.map((metric) => [metric.name, metric]));
	const samples = [];
	const lines = /* @__PURE__ */ new Map();
	let wholeBytes = 0;
	let torn = false;
	await attempt$1(file, async () => {
		for await (const line of readLines(file, maxLineBytes)) {
			torn = !line.whole;
			if (torn) break;
			const at = {
				file,
				line: line.number
			};
			const sample = parseSample(line.text, metrics, at);
			const first = lines.get(sampleKey(sample));
			if (first !== void 0) {
				const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first}`;
				throw new WeighbridgeError("data", what, { at });
			}
			lines.set(sampleKey(sample), line.number);
			samples.push(sample);
			wholeBytes = line.end;
		}
	});
	return {
		samples,
		wholeBytes,
		torn
	};
}
function shortfall(record, { samples, torn }) {
	const { status, planned } = record;
	const evaluated = new Set(samples.map(({ id }) => id)).size;
	if (status.state === "failed") return `failed after ${evaluated} of ${planned} samples: ${status.reason}`;
	if (status.state === "running") return `stopped after ${evaluated} of ${planned} samples`;
	if (torn) return "the last line of its samples is torn";
	if (evaluated !== planned) return `says complete with ${evaluated} of ${planned} samples`;
	return planned === 0 ? "has no samples" : null;
}
async function attempt$1(file, read) {
	try {
		return await read();
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		const message = cause.code === "ENOENT" ? "no such file or folder" : `cannot be read: ${messageOf(cause)}`;
		throw new WeighbridgeError("data", message, {
			at: { file },
			cause
		});
	}
}

// src/store/resume.ts
/** Looks at a folder that a writer has locked: the lock's own files do not count. */
async function inspect(folder, plan) {
	if ((await readdir(folder)).every((file) => file.startsWith("writer.lock") || file.endsWith(".tmp"))) return { kind: "nothing" };
	try {
		const record = await readRecord(folder);
		const differs = differences(record, plan);
		if (differs.length > 0) return {
			kind: "other",
			differs
		};
		return {
			kind: "resumable",
			record,
			stored: await stat(join$1(folder, "samples.jsonl")).then(() => true, () => false) ? await readSamples(folder, plan) : {
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
/** Names of what does not agree. Only what can change a sample counts: roles and primary metrics may be renamed. */
function differences(record, plan) {
	const differs = [];
	const compare = (field, left, right) => {
		if (canonicalJson$1(left ?? null) !== canonicalJson$1(right ?? null)) differs.push(field);
	};
	compare("side", record.side, plan.side);
	compare("task", record.task, plan.task);
	compare("model", record.model.digest, plan.model.digest);
	compare("adapter", record.model.adapter_digest, plan.model.adapter_digest);
	compare("seed", record.seed, plan.seed);
	compare("planned", record.planned, plan.planned);
	compare("metrics", record.metrics, plan.metrics);
	const fields = /* @__PURE__ */ new Set([...Object.keys(record.fingerprint), ...Object.keys(plan.fingerprint)]);
	for (const field of [...fields].sort()) {
		const key = field;
		compare(`fingerprint.${field}`, record.fingerprint[key], plan.fingerprint[key]);
	}
	return differs;
}
/** Moves a run out of the way, into the first free folder under `superseded`. */
async function setAside(out, side, task, folder) {
	const parent = join$1(out, SUPERSEDED, side);
	await mkdir(parent, { recursive: true });
	const taken = new Set(await readdir(parent));
	let number = 1;
	while (taken.has(`${taskFolder(task)}.${number}`)) number += 1;
	const target = join$1(parent, `${taskFolder(task)}.${number}`);
	await rename(folder, target);
	return target;
}

// src/store/results.ts
/** Shards of several machines lie at most this deep: `<download>/<shard>/<side>/<task>`. */
const MAX_DEPTH = 4;
/** Folders that never hold runs of the side that is looked for, whatever was named. */
const NEVER = /* @__PURE__ */ new Set([...SIDES, SUPERSEDED]);
/**
* Reads every run that can be read, so that one broken task does not hide what the others say. Runs of one task (shards)
* are joined into one.
* @param folder a run directory (its folder for `side` is taken), the folder of one side or of one task, or a folder with
* several of these
*/
async function salvageSide(folder, side) {
	const stored = [];
	const faults = [];
	for (const run of await runFolders(folder, side, MAX_DEPTH)) await attempt(faults, async () => stored.push(await readRun(run)));
	if (stored.length === 0 && faults.length === 0) faults.push(nothingIn(folder, side));
	const runs = [];
	const tasks = [...new Set(stored.map(({ record }) => record.task))].sort();
	for (const task of tasks) {
		const shards = stored.filter(({ record }) => record.task === task);
		await attempt(faults, async () => runs.push(joinShards(shards)));
	}
	return {
		runs,
		faults
	};
}
async function attempt(faults, work) {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(error);
	}
}
async function runFolders(folder, side, depth) {
	if (existsSync(join$1(folder, "run.json"))) return [folder];
	if (depth === 0 || !existsSync(folder)) return [];
	const ofSide = join$1(folder, side);
	if (existsSync(ofSide)) return runFolders(ofSide, side, depth - 1);
	const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && !NEVER.has(entry.name)).map(({ name }) => name);
	return (await Promise.all(names.sort().map((name) => runFolders(join$1(folder, name), side, depth - 1)))).flat();
}
/**
* One run of several that evaluated parts of the same task with the same model. A sample that two of them have must be the
* same in both.
* @throws WeighbridgeError `data` when they are not parts of one run
*/
function joinShards(shards) {
	const [first, ...others] = shards;
	if (first === void 0) throw new Error("no shards to join");
	if (others.length === 0) return first;
	const samples = /* @__PURE__ */ new Map();
	for (const shard of shards) {
		const differs = differences(first.record, shard.record);
		if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(", ")}`);
		for (const sample of shard.samples) {
			const key = sampleKey(sample);
			const other = samples.get(key);
			if (other !== void 0 && canonicalJson$1(other) !== canonicalJson$1(sample)) throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
			samples.set(key, sample);
		}
	}
	return {
		...shards.find(({ record }) => record.status.state !== "complete") ?? first,
		samples: [...samples.values()]
	};
}
const notOneRun = (first, other, why) => new WeighbridgeError("data", `${first.folder} and this are not parts of one run: ${why}`, {
	at: { file: other.folder },
	fix: "name a folder with the results of one model only"
});
const nothingIn = (folder, side) => new WeighbridgeError("data", `there are no results of the ${side}`, {
	at: { file: folder },
	fix: `evaluate it first: weighbridge evaluate --role ${side}`
});

// src/judge.ts
const VERDICT_FILE = "verdict.json";
const COMMENT_FILE = "comment.md";
/** Reads what can be read of both sides. */
async function readBoth(folders) {
	return {
		baseline: await salvageSide(folders.baseline, "baseline"),
		candidate: await salvageSide(folders.candidate, "candidate")
	};
}
/** What the stored runs come to under the config's gates. Pure. */
function judgeRuns(config, runs) {
	const { gates, policy, file, digest } = config;
	const [baseline, candidate] = [runs.baseline.runs, runs.candidate.runs];
	const expected = config.tasks.map(({ name }) => name);
	const comparisons = compareRuns(baseline, candidate, expected, policy.alpha.value);
	const decision = decide({
		comparisons,
		gates,
		policy
	});
	const facts = verdictFacts({
		version: VERSION,
		config: {
			file,
			digest
		},
		gates,
		policy,
		runs: {
			baseline,
			candidate
		},
		comparisons,
		decision
	});
	return [...runs.baseline.faults, ...runs.candidate.faults].map(messageOf).reduce(invalidateVerdict, buildVerdictFile(facts));
}
/** Keeps the verdict for machines and for people. */
async function writeVerdict(out, verdict) {
	await mkdir(out, { recursive: true });
	const { markdown } = renderMarkdown(verdict, {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null
	}, COMMENT_BYTES);
	await writeAtomically(join$1(out, VERDICT_FILE), canonicalJson(verdict));
	await writeAtomically(join$1(out, COMMENT_FILE), markdown);
}

// src/store/lock.ts
const LOCK_FILE = "writer.lock";
/** A lock from another machine, as in a restored cache, is dead when its owner has not touched it for this long. */
const FOREIGN_STALE_MS = 9e5;
/**
* Takes the one right to write in a folder. A lock whose owner is dead is taken over.
*
* @throws WeighbridgeError `usage` when another living process holds it
*/
async function acquireLock(folder) {
	const file = join$1(folder, LOCK_FILE);
	const claim = join$1(folder, `${LOCK_FILE}.${randomUUID()}`);
	const self = {
		pid: process.pid,
		host: hostname(),
		born: await birthOf(process.pid)
	};
	try {
		await writeFile(claim, JSON.stringify(self));
		if (!await take(claim, file)) {
			await dislodge(file, claim);
			if (!await take(claim, file)) throw await heldBy(file);
		}
	} finally {
		await rm(claim, { force: true });
	}
	return {
		async touch() {
			const now = /* @__PURE__ */ new Date();
			await utimes(file, now, now);
		},
		release: (movedTo = folder) => rm(join$1(movedTo, LOCK_FILE), { force: true })
	};
}
/** link(2) fails where the name exists, and the file appears with its content: nobody reads half an owner. */
async function take(claim, file) {
	try {
		await link(claim, file);
		return true;
	} catch (error) {
		if (error.code === "EEXIST") return false;
		throw error;
	}
}
/**
* Removes a dead owner's lock. Renaming it first makes one of several rivals win; the winner looks again at what it
* has in hand and puts a living lock back.
*/
async function dislodge(file, claim) {
	if (!await isStale(file)) throw await heldBy(file);
	const aside = `${claim}.stale`;
	try {
		await rename(file, aside);
	} catch (error) {
		if (isMissing(error)) return;
		throw error;
	}
	if (!await isStale(aside)) await take(aside, file);
	await rm(aside, { force: true });
}
async function isStale(file) {
	try {
		const owner = parseOwner(await readFile(file, "utf8"));
		if (owner === null || owner.host !== hostname()) return Date.now() - (await stat(file)).mtimeMs > FOREIGN_STALE_MS;
		if (!isAlive(owner.pid)) return true;
		return owner.born !== null && owner.born !== await birthOf(owner.pid);
	} catch (error) {
		if (isMissing(error)) return true;
		throw error;
	}
}
function parseOwner(text) {
	try {
		const owner = JSON.parse(text);
		return typeof owner === "object" && owner !== null && "pid" in owner && "host" in owner ? owner : null;
	} catch {
		return null;
	}
}
function isAlive(pid) {
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
async function heldBy(file) {
	const owner = await readFile(file, "utf8").then(parseOwner, () => null);
	const who = owner === null ? "another process" : `process ${owner.pid} on ${owner.host}`;
	return new WeighbridgeError("usage", `${who} is writing this run`, {
		at: { file },
		fix: "Wait for it, choose another output folder, or delete the file if no such process exists."
	});
}
function isMissing(error) {
	return error.code === "ENOENT";
}

// src/store/writer.ts
/** A crash costs at most this many samples, or what was finished in this time. */
const BATCH_SAMPLES = 64;
const BATCH_MS = 1e3;
/**
* Creates `<out>/<side>/<task>`, or goes on with the run that is there if it is the same run. Another run is set aside
* under `<out>/superseded`.
*
* @throws WeighbridgeError `usage` while another process writes this run, `engine` when the disk refuses
*/
async function openRun(out, plan) {
	const folder = runFolder(out, plan.side, plan.task);
	return onDisk(folder, async () => {
		await mkdir(folder, { recursive: true });
		const lock = await acquireLock(folder);
		try {
			const found = await inspect(folder, plan);
			if (found.kind === "other") {
				const aside = await setAside(out, plan.side, plan.task, folder);
				await lock.release(aside);
				return {
					writer: (await openRun(out, plan)).writer,
					superseded: {
						folder: aside,
						differs: found.differs
					}
				};
			}
			return {
				writer: await RunWriter.open(folder, lock, plan, found.kind === "resumable" ? found : null),
				superseded: null
			};
		} catch (error) {
			await lock.release();
			throw error;
		}
	});
}
/** Appends samples to one run. One call at a time. */
var RunWriter = class RunWriter {
	folder;
	/** Keys of the samples that are stored or about to be. */
	#keys;
	#lock;
	#samples;
	#record;
	#offset;
	#batch = [];
	#flushed = performance.now();
	#broken = false;
	constructor(folder, lock, record, samples, stored) {
		this.folder = folder;
		this.#lock = lock;
		this.#record = record;
		this.#samples = samples;
		this.#keys = new Set(stored.samples.map(sampleKey));
		this.#offset = stored.wholeBytes;
	}
	static async open(folder, lock, plan, found) {
		const stored = found?.stored ?? {
			samples: [],
			wholeBytes: 0
		};
		const complete = found?.record.status.state === "complete" && stored.samples.length >= plan.planned;
		const record = {
			schema_version: 1,
			...plan,
			status: complete ? { state: "complete" } : { state: "running" },
			started: found?.record.started ?? (/* @__PURE__ */ new Date()).toISOString(),
			finished: complete ? found?.record.finished ?? null : null
		};
		await writeAtomically(join$1(folder, RUN_FILE), serializeRunRecord(record));
		const samples = await open(join$1(folder, SAMPLES_FILE), found === null ? "w" : "a");
		try {
			await samples.truncate(stored.wholeBytes);
			await samples.sync();
		} catch (error) {
			await samples.close();
			throw error;
		}
		return new RunWriter(folder, lock, record, samples, stored);
	}
	/** Whether a sample needs no running, because it is here. */
	has(sample) {
		return this.#keys.has(sampleKey(sample));
	}
	/** Whether the disk refused: nothing more can be stored, and the writer is closed. */
	get broken() {
		return this.#broken;
	}
	/** @throws WeighbridgeError `engine` when the disk refuses; what was stored before stays */
	async write(sample) {
		const key = sampleKey(sample);
		if (this.#keys.has(key)) throw new Error(`the sample ${JSON.stringify(sample.id)} was run twice`);
		this.#batch.push(serializeSample(sample));
		this.#keys.add(key);
		const waited = performance.now() - this.#flushed;
		if (this.#batch.length >= BATCH_SAMPLES || waited >= BATCH_MS) await this.#flush();
	}
	/** Ends the run: every planned sample is here. */
	async complete() {
		await this.#flush();
		if (this.#record.status.state === "complete") await this.#close();
		else await this.#finish({ state: "complete" });
	}
	/** Ends the run for a reason; it can be continued. */
	async fail(reason) {
		await this.#flush();
		await this.#finish({
			state: "failed",
			reason
		});
	}
	/** Leaves the run as `running`, to be continued. */
	async interrupt() {
		await this.#flush();
		await this.#close();
	}
	async #flush() {
		if (this.#batch.length === 0) return;
		const bytes = Buffer.from(this.#batch.join(""));
		this.#batch = [];
		try {
			await onDisk(this.folder, async () => {
				await this.#samples.appendFile(bytes);
				await this.#samples.datasync();
				await this.#lock.touch();
			});
		} catch (error) {
			this.#broken = true;
			await this.#samples.truncate(this.#offset);
			await this.#close();
			throw error;
		}
		this.#offset += bytes.length;
		this.#flushed = performance.now();
	}
	async #finish(status) {
		this.#record = {
			...this.#record,
			status,
			finished: (/* @__PURE__ */ new Date()).toISOString()
		};
		try {
			await onDisk(this.folder, () => writeAtomically(join$1(this.folder, RUN_FILE), serializeRunRecord(this.#record)));
		} finally {
			await this.#close();
		}
	}
	async #close() {
		await this.#samples.close();
		await this.#lock.release();
	}
};
const DISK_FAULTS = {
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EROFS: "the disk is read-only",
	EACCES: "writing is not permitted",
	EIO: "the disk failed"
};
async function onDisk(folder, action) {
	try {
		return await action();
	} catch (cause) {
		const fault = DISK_FAULTS[cause.code ?? ""];
		if (fault === void 0) throw cause;
		throw new WeighbridgeError("engine", `${fault}; finished samples are kept`, {
			at: { file: folder },
			fix: "Make room, or choose another output folder, and run again: it goes on where it stopped.",
			cause
		});
	}
}

// src/runners/model-holder.ts
/** One side's model, loaded once, and again after its engine died. */
var ModelHolder = class ModelHolder {
	/** What was loaded first: identity and fingerprint hold for every later load. */
	described;
	#open;
	#model;
	constructor(open, model) {
		this.#open = open;
		this.#model = model;
		this.described = model;
	}
	static async load(open) {
		return new ModelHolder(open, await open());
	}
	/** @throws WeighbridgeError `checkpoint` when the file changed since it was first loaded */
	async model() {
		if (this.#model !== null) return this.#model;
		const model = await this.#open();
		this.#model = model;
		if (model.identity.digest === this.described.identity.digest) return model;
		throw new WeighbridgeError("checkpoint", "the checkpoint changed while it was being evaluated", { fix: "Evaluate a file that nothing writes to." });
	}
	/** Lets go of the model; the next request loads it again. */
	async close() {
		const model = this.#model;
		this.#model = null;
		try {
			await model?.close();
		} catch (error) {
			if (!(error instanceof EngineDied)) throw error;
		}
	}
};

// src/runners/order.ts
/**
* A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
* see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
*/
function sampleOrder(samples, seed, datasetDigest) {
	return samples.map((sample) => ({
		sample,
		key: keyOf(seed, datasetDigest, sample.id)
	})).sort((left, right) => left.key < right.key ? -1 : 1).map(({ sample }) => sample);
}
function keyOf(seed, datasetDigest, id) {
	return createHash("sha256").update(canonicalJson$1([
		seed,
		datasetDigest,
		id
	])).digest("hex");
}

// src/runners/progress.ts
/** Measures the rate of one task from when it is created. */
function progressMeter(task, planned, reused, now = () => performance.now()) {
	const started = now();
	return (evaluated) => {
		const seconds = (now() - started) / 1e3;
		const rate = evaluated > 0 && seconds > 0 ? evaluated / seconds : null;
		const done = reused + evaluated;
		return {
			task,
			done,
			planned,
			samplesPerSecond: rate,
			secondsLeft: rate === null ? null : (planned - done) / rate
		};
	};
}

// src/runners/evaluate.ts
/**
* Evaluates all tasks of one side. Every dataset and template is checked before the model is loaded. A task that fails
* leaves its samples and its reason, and the next one goes on; after a death of the engine, with a new engine.
*
* @throws WeighbridgeError for faults in config or data (of all tasks at once), a model that cannot be loaded, or a run
* directory that cannot be written
*/
async function evaluateSide(evaluation) {
	const prepared = await prepareAll(evaluation);
	const holder = await ModelHolder.load(() => evaluation.open(evaluation.signal));
	try {
		const outcomes = [];
		for (const { task, content } of prepared) outcomes.push(await evaluateTask(evaluation, task, content, holder));
		return outcomes;
	} finally {
		await holder.close();
	}
}
async function prepareAll({ tasks, directory }) {
	const prepared = [];
	const faults = [];
	for (const task of tasks) try {
		const runner = await RUNNERS[task.runner].load();
		prepared.push({
			task,
			content: await runner.prepare(task.name, task.options, directory)
		});
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		faults.push(ofTask(task.name, error));
	}
	const [first] = faults;
	if (first === void 0) return prepared;
	throw faults.length === 1 ? first : new IssueList(first.kind, faults);
}
function ofTask(task, error) {
	return new WeighbridgeError(error.kind, `task ${task}: ${error.message}`, {
		...error.at !== void 0 && { at: error.at },
		...error.fix !== void 0 && { fix: error.fix },
		cause: error
	});
}
async function evaluateTask(evaluation, task, content, holder) {
	const { seed, side, out } = evaluation;
	const order = sampleOrder(content.samples, seed, content.datasetDigest);
	const planned = content.limit === null ? order : order.slice(0, content.limit);
	const { writer, superseded } = await openRun(out, {
		side,
		task: task.name,
		task_role: task.role,
		metrics: content.metrics,
		primary_metric: task.primaryMetric,
		fingerprint: {
			...content.fingerprint(holder.described),
			seed
		},
		model: holder.described.identity,
		seed,
		planned: planned.length
	});
	const mine = partOf(planned, evaluation.shard ?? null);
	const pending = mine.filter((sample) => !writer.has(sample));
	const reused = mine.length - pending.length;
	const ending = await runPending(evaluation, task.name, content, holder, writer, pending, reused);
	return {
		task: task.name,
		planned: planned.length,
		reused,
		superseded,
		...ending
	};
}
/** Every `count`-th sample of the order, so that all parts take about as long. */
function partOf(planned, shard) {
	return shard === null ? planned : planned.filter((_, position) => position % shard.count === shard.index - 1);
}
async function runPending({ seed, signal, progress }, name, content, holder, writer, pending, reused) {
	const meter = progressMeter(name, reused + pending.length, reused);
	let evaluated = 0;
	const write = async (sample) => {
		await writer.write(sample);
		evaluated += 1;
		progress?.(meter(evaluated));
	};
	try {
		if (pending.length > 0 && !signal.aborted) await content.run({
			pending,
			model: await holder.model(),
			seed,
			write,
			signal
		});
	} catch (error) {
		if (writer.broken) throw error;
		if (error instanceof EngineDied) await holder.close();
		if (!signal.aborted) {
			const reason = messageOf(error);
			await writer.fail(reason);
			return {
				state: "failed",
				reason,
				evaluated
			};
		}
	}
	if (evaluated === pending.length) {
		await writer.complete();
		return {
			state: "complete",
			reason: null,
			evaluated
		};
	}
	if (signal.aborted) {
		await writer.interrupt();
		return {
			state: "interrupted",
			reason: null,
			evaluated
		};
	}
	const reason = `the runner left out ${pending.length - evaluated} samples`;
	await writer.fail(reason);
	return {
		state: "failed",
		reason,
		evaluated
	};
}

// src/store/timing.ts
/**
* Adds to `timing.json`, where everything lives that varies from run to run, so that `verdict.json` does not. It is for
* people: a file that cannot be read is begun anew.
*/
async function recordTiming(out, timing) {
	const file = join$1(out, "timing.json");
	const evaluations = [...await earlier(file), timing];
	const host = {
		platform: platform(),
		node: process.version,
		processors: cpus().length
	};
	await writeAtomically(file, `${JSON.stringify({
		host,
		evaluations
	}, null, 2)}\n`);
}
async function earlier(file) {
	try {
		const { evaluations } = JSON.parse(await readFile(file, "utf8"));
		return Array.isArray(evaluations) ? evaluations : [];
	} catch {
		return [];
	}
}

// src/main.ts
var main_exports = /* @__PURE__ */ __exportAll({
	checkConfig: () => checkConfig,
	evaluatePlan: () => evaluatePlan,
	judge: () => judge
});
const BOTH = ["baseline", "candidate"];
/** config: what file, flags and inputs come to. @throws IssueList with every fault, each at its line */
async function checkConfig(options) {
	await loadConfig(options.configPath, { overrides: options.overrides });
}
/**
* config → plan → evaluate: the only phase that runs a model. Goes on where an earlier evaluation stopped.
* @throws WeighbridgeError before any model is loaded when config or data are at fault, or when a model cannot be loaded
*/
async function evaluatePlan(options) {
	const { log, out, signal, sides = BOTH } = options;
	const config = await loadConfig(options.configPath, { overrides: options.overrides });
	const plan = await makePlan(config);
	for (const warning of plan.warnings) log.warn(warning);
	await mkdir(out, { recursive: true });
	for (const side of sides) if (!signal.aborted) await evaluateModel(config, side, options);
}
/** compare → decide → report: a function of what is stored and of the config. Writes `verdict.json` and `comment.md`. */
async function judge(options) {
	const config = await loadConfig(options.configPath, { overrides: options.overrides });
	const folderOf = (side) => resultsFolder(config, side) ?? join$1(options.out, side);
	const runs = await readBoth({
		baseline: folderOf("baseline"),
		candidate: folderOf("candidate")
	});
	const verdict = judgeRuns(config, runs);
	await writeVerdict(options.out, verdict);
	return { verdict };
}
async function evaluateModel(config, side, options) {
	const { log, out, signal, shard = null } = options;
	const source = requireSide(config, side);
	if (source.kind === "results") {
		log.info(`${side}: results of an earlier run, ${source.path}`);
		return;
	}
	const { engine: settings, directory, seed, tasks } = config;
	const engine = await ENGINES[settings.type].load();
	const started = /* @__PURE__ */ new Date();
	const outcomes = await evaluateSide({
		side,
		tasks,
		directory,
		out,
		seed,
		shard,
		signal,
		open: async (aborted) => {
			const model = await engine.open(mapPaths(source, (path) => resolve(directory, path)), settings, { status: (line) => log.info(line) }, aborted);
			return {
				...model,
				identity: {
					...model.identity,
					source: describeModel(source)
				}
			};
		},
		progress: (progress) => log.progress?.({
			...progress,
			side
		})
	});
	for (const { task, state, reason, superseded } of outcomes) {
		if (superseded !== null) log.info(`${side}/${task}: an earlier run differed and was set aside`);
		if (state === "failed") log.warn(`${side}/${task} failed: ${reason}`);
	}
	const seconds = (Date.now() - started.getTime()) / 1e3;
	await recordTiming(out, {
		side,
		started: started.toISOString(),
		seconds,
		tasks: outcomes
	});
}
function resultsFolder(config, side) {
	const source = config[side];
	return source?.kind === "results" ? resolve(config.directory, source.path) : null;
}

export { formatLevel$1 as A, GATE_RULES as B, say as C, formatChange as D, NOT_AVAILABLE as E, require_dist as F, VERSION as H, FINGERPRINT_FIELDS as I, TASK_ROLES as L, makePlan as M, loadConfig as N, formatCount as O, resolveConfig as P, describeSource as R, code as S, toPlain as T, EXIT_CODES as U, describeLimit as V, VERDICTS as W, verdictLabel as _, VERDICT_FILE as a, faults as b, writeVerdict as c, renderMarkdown as d, GATE_COLUMNS as f, tally as g, summaryLine as h, main_exports as i, formatValue$1 as j, formatInterval as k, COMMENT_BYTES as l, gateSentence as m, evaluatePlan as n, judgeRuns as o, invalidateVerdict as p, judge as r, readBoth as s, checkConfig as t, SUMMARY_BYTES as u, compareRuns as v, toMarkdown as w, mismatchSentence as x, canonicalJson as y, describeModel as z };