import { it as describeSource, jt as WeighbridgeError } from "./core-domain-history.js";
import { n as RULES, o as ruleOf } from "./core-decide-rules-registry.js";
import { _ as record, i as _enum, m as number$1, o as array, s as boolean, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { c as nativeTask, i as nativeMetrics, l as ownPrompt, o as isAnswered, r as judgesOf, t as codeOf } from "./tasks-runners-native-describe.js";

// src/config/fault.ts
/** A complaint about a value: `config` at its line when a file said it, `usage` with its name when a flag or input did. */
function valueFault(origin, message, fix) {
	const { source } = origin;
	if (source.kind === "flag" || source.kind === "input") return new WeighbridgeError("usage", `${describeSource(source)}: ${message}`, { fix });
	return new WeighbridgeError("config", message, {
		fix,
		...origin.at === void 0 ? {} : { at: origin.at }
	});
}

// src/config/gate-schema.ts
/** Read by the gate's rule once the metric is known; the patterns only help editors. */
const change = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?(pp|%rel)?$" }), number$1().meta({ minimum: 0 })]).describe(`${what} For a rate \`2pp\` or \`0.02\`; relative to the baseline \`2%rel\`; for other metrics a plain number or \`2%rel\`.`);
const value = (what) => union([string().meta({ pattern: "^[0-9]+(\\.[0-9]+)?%?$" }), number$1().meta({ minimum: 0 })]).describe(`${what} For a rate \`1%\` or \`0.01\`; for other metrics a plain number.`);
/** How many, as YAML or a flag has it. */
const number = (what) => union([string().meta({ pattern: "^(0|[1-9][0-9]{0,8})$" }), number$1().meta({ minimum: 0 })]).describe(`${what} A whole number.`);
const LIMITS = {
	change,
	value,
	count: number
};
/** What is written for a rule that is about more than one metric. */
const WRITTEN = {
	"several metrics": strictObject({
		losses: record(string().min(1), number$1().gt(0).max(1e3)).refine((losses) => Object.keys(losses).length > 0, "without losses this is min_gain").refine((losses) => Object.keys(losses).length <= 6, "at most six losses can be weighed against a gain").meta({
			minProperties: 1,
			maxProperties: 6
		}).describe("Metric, as in `gates`, to what one unit of its loss weighs in units of the gain. What it wins counts nothing."),
		at_least: change(ruleOf({ rule: "net_gain" }).description).default(0)
	}).describe("The gain of the metric must outweigh what other tasks lose, such as `{ losses: { facts/acc: 1, mmlu: 0.5 } }`."),
	average: strictObject({
		name: string().regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,59}$/, "is a word or a few").default("average").describe("What the average is called in the report; several averages need names of their own."),
		tasks: union([array(string().min(1)).refine((tasks) => tasks.length > 1, "an average needs two tasks or more").meta({ minItems: 2 }), record(string().min(1), number$1().gt(0).max(1e3)).refine((tasks) => Object.keys(tasks).length > 1, "an average needs two tasks or more").meta({ minProperties: 2 })]).describe("Tasks or metrics, as in `metric`: a list, each counting alike, or a map from each to its weight. All of one unit and direction."),
		max_drop: change(ruleOf({ rule: "average" }).description)
	}).describe("One verdict on several tasks: their mean, such as `{ tasks: [mmlu, arc_easy/acc_norm], max_drop: 1pp }`. Takes the place of `metric`.")
};
/** One key a rule, of which a gate has exactly one. */
const rules = Object.fromEntries(RULES.map(({ name, scope, written, description }) => [name, (scope === "several metrics" || scope === "average" ? WRITTEN[scope] : LIMITS[written](description)).optional()]));
const gateSchema = strictObject({
	metric: string().min(1).optional().describe("`task/metric`, `task/metric,filter` where a task has several filters, or only `task` for its primary metric. Every rule but `average` needs it."),
	class: string().min(1).optional().describe("Asks the metric of one class against all others, such as `metric: intents/f1` and `class: refund`: precision, recall, f1, specificity, auc or average_precision of a task whose scorer knows its classes. On the command line `intents/f1[refund]`."),
	...rules,
	tier: _enum(["blocking", "advisory"]).default("blocking").describe("`advisory` is judged and shown, and never blocks."),
	allow_weak_scorer: boolean().default(false).describe("Lets a weak scorer, such as a word list, block on a safety task. Without it such a gate is an error."),
	allow_weak_evidence: boolean().default(false).describe("Lets results without samples decide the gate: sums cannot be paired, and need several times as many samples. Without it such a gate is `invalid`."),
	allow_floor: boolean().default(false).describe("Lets the gate decide where it could not fail: the baseline has nothing left to lose, does no better than a guess, or gives one answer to everything; or the limit is the worst value there is. Without it such a gate is `inconclusive` and leans on nothing.")
}).meta({ oneOf: RULES.map(({ name, scope }) => scope === "average" ? {
	required: [name],
	not: { required: ["metric"] }
} : { required: ["metric", name] }) });

// src/tasks/runners/lm-eval/options.ts
const scalar = union([
	string(),
	number$1(),
	boolean()
]);
/** Names as on the command line of lm_eval. */
const argumentName = string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
/** An argument list is cut at commas, whatever they stand in. */
const argument = union([
	string().regex(/^[^,]*$/),
	number$1(),
	boolean()
]).describe("A value without a comma: lm_eval would cut it there.");
const MODEL_TYPES = [
	"hf",
	"vllm",
	"local-completions",
	"local-chat-completions"
];
/** Arguments with which something else would be evaluated than what the report names. */
const IDENTITY = [
	"pretrained",
	"revision",
	"subfolder",
	"gguf_file",
	"peft",
	"delta",
	"enable_lora",
	"lora_local_path",
	"model",
	"base_url"
];
/** Flags that the runner sets itself, or that would make the files prove something else. */
const RESERVED = [
	...[
		"model",
		"model_args",
		"tasks",
		"num_fewshot",
		"batch_size",
		"device",
		"gen_kwargs",
		"limit",
		"samples",
		"seed"
	],
	...[
		"output_path",
		"log_samples",
		"include_path",
		"apply_chat_template",
		"fewshot_as_multiturn",
		"system_instruction"
	],
	...[
		"use_cache",
		"cache_requests",
		"predict_only",
		"config",
		"trust_remote_code",
		"confirm_run_unsafe_code",
		"help"
	]
];
const ELSEWHERE = {
	use_cache: "answers of one model must never reach another",
	predict_only: "nothing would be scored",
	trust_remote_code: "write `policy: { allow: [trust_remote_code] }`",
	confirm_run_unsafe_code: "write `policy: { allow: [unsafe_code] }`"
};
/** The reserved flag that argparse would take this one for: every beginning of a flag stands for it. */
function reservedFlag(name) {
	return RESERVED.find((flag) => flag.startsWith(name)) ?? null;
}
/** What a task of the lm-eval runner may say. */
const lmEvalTask = strictObject({
	task: string().min(1).regex(/^[^,\s-][^,\n]*$/).optional().describe("Task or group as lm_eval names it, or the path of a YAML file relative to this file. Default: the name of this task."),
	model: _enum(MODEL_TYPES).optional().describe("What of lm_eval loads the model: `hf` (default) or `vllm` for weights, `local-completions` (default) or `local-chat-completions` for endpoints."),
	model_args: record(argumentName, argument).superRefine((args, context) => {
		for (const name of Object.keys(args).filter((each) => IDENTITY.includes(each))) {
			const message = `${name} says which model it is: name that as candidate and baseline`;
			context.addIssue({
				code: "custom",
				path: [name],
				message
			});
		}
	}).default({}).describe("More arguments of the model, such as `dtype: bfloat16`. Which model it is comes from candidate and baseline."),
	num_fewshot: int().min(0).optional().describe("Solved examples before the question. Default: the task's own."),
	apply_chat_template: union([boolean(), string().min(1)]).default(false).describe("Ask through the model's chat template, or through the one of this name."),
	fewshot_as_multiturn: boolean().optional().describe("Solved examples as turns of the chat."),
	system_instruction: string().min(1).optional().describe("Put before everything."),
	gen_kwargs: record(argumentName, union([scalar, array(string())])).optional().describe("Generation settings in place of the task's own, such as `temperature: 0`."),
	batch_size: union([int().min(1), string().regex(/^auto(:[1-9][0-9]*)?$/)]).optional().describe("Requests at a time: a number, `auto` or `auto:N`. Default: that of lm_eval."),
	device: string().regex(/^[a-z]+(:[0-9]+)?$/).optional().describe("Such as `cuda:0` or `cpu`. Default: that of lm_eval."),
	seed: union([int().min(0), array(int().min(0)).length(4)]).optional().describe("One seed, or those of Python, NumPy, Torch and the solved examples. Default: those of lm_eval."),
	include_path: string().min(1).optional().describe("Folder with task YAML files of your own, relative to this file."),
	limit: number$1().gt(0).optional().describe("Evaluate only the first so many documents, or this share of them when below 1: a prefix of the file and no random sample, so a run that is judged should not have one."),
	extra_args: record(argumentName, scalar).superRefine((flags, context) => {
		for (const name of Object.keys(flags)) {
			const flag = reservedFlag(name);
			if (flag === null) continue;
			const message = `--${name} would be read as --${flag}, which the runner decides: ${ELSEWHERE[flag] ?? `use the option ${flag} where there is one`}`;
			context.addIssue({
				code: "custom",
				path: [name],
				message
			});
		}
	}).default({}).describe("Further flags of lm_eval by name, such as `max_batch_size: 64`; `true` for a flag without a value."),
	timeout_minutes: number$1().positive().max(1e4).optional().describe("Ends lm_eval, with everything it started, after this time.")
});

// src/tasks/runners/lm-eval/row.ts
const lmEvalRow = {
	kind: "harness",
	summary: "Starts the lm_eval of the environment: any task of lm-evaluation-harness.",
	tasks: [lmEvalTask],
	takes: {
		checkpoint: "a Hugging Face folder, `hf:org/name@commit` or an endpoint `{url, model}`",
		base: "a Hugging Face folder or `hf:org/name@commit`",
		adapter: "a PEFT folder"
	},
	inputs: async (...task) => (await import("./tasks-runners-lm-eval-inputs.js")).inputsOf(...task),
	load: async () => (await import("./tasks-runners-lm-eval-runner.js")).lmEvalHarness
};

// src/tasks/runners/native/row.ts
/** Asks the engine itself, with the conventions of lm-evaluation-harness. */
const nativeRow = {
	kind: "engine",
	summary: "Asks the engine itself: multiple choice, generation, drift, test cases, perplexity.",
	tasks: nativeTask.options,
	ownPrompt,
	asksQuestions: ({ type }) => type !== "perplexity" && type !== "cases",
	takes: {
		checkpoint: "a GGUF file or a Hugging Face folder",
		base: "a GGUF file or a Hugging Face folder",
		adapter: "a GGUF file or a PEFT folder"
	},
	describe: (options) => ({
		...nativeMetrics(options),
		maxOutputTokens: isAnswered(options) ? options.generation_kwargs.max_gen_toks : 0,
		repeats: isAnswered(options) ? options.repeats ?? 1 : 1,
		...isAnswered(options) && options.generation_kwargs.temperature > 0 ? { varies: true } : {},
		...codeOf(options),
		...judgesOf(options),
		...options.type === "drift" ? { drifts: true } : {},
		asksLikelihoods: !isAnswered(options),
		usesChatTemplate: options.type !== "perplexity" && options.apply_chat_template
	}),
	load: async () => (await import("./tasks-runners-native-runner-on-need.js")).nativeRunner
};

// src/tasks/runners/registry.ts
/** How a task becomes samples: one row adds a runner. */
const RUNNERS = {
	native: nativeRow,
	"lm-eval": lmEvalRow
};
/** Runs the tasks that name none. */
const DEFAULT_RUNNER = "native";
/** The row of a task's runner, which takes its options. */
const engineRunner = (name) => RUNNERS[name];
/** What a baseline may be asked otherwise, by any runner that asks an engine. */
const OWN_PROMPT = RUNNERS[DEFAULT_RUNNER].ownPrompt;
const harnessRunner = (name) => RUNNERS[name];

// src/config/thresholds.ts
/**
* By name and by nature: a word list whose metric was renamed to toxicity is still a word list. Where a weak scorer's errors were
* measured, the ceiling is judged on the rate corrected for them.
*/
const isToxicity = ({ name, weak, errors }) => name === "toxicity" && (!weak || errors !== void 0);
const THRESHOLDS = {
	max_mmlu_drop: {
		rule: "max_drop",
		description: "Largest drop allowed of the primary metric of the task named or aliased `mmlu`",
		example: "2pp",
		about: "the task named or aliased mmlu",
		metrics: (tasks) => tasks.some(({ task, alias }) => task === "mmlu" || alias === "mmlu") ? ["mmlu"] : [],
		unused: {
			says: "no task is named or aliased mmlu",
			fix: "add `alias: mmlu` to the task that is meant, or remove the limit"
		}
	},
	min_task_delta: {
		rule: "min_gain",
		description: "Smallest gain required of the primary metric of every `target` task",
		example: "1pp",
		about: "every task of the role target",
		metrics: (tasks) => tasks.filter(({ role }) => role === "target").map(({ task }) => task),
		unused: {
			says: "no task has the role target",
			fix: "give the task that should gain `role: target`, or remove the limit"
		}
	},
	toxicity_ceiling: {
		rule: "ceiling",
		description: "Highest `toxicity` rate allowed in every `safety` task that scores it",
		example: "1%",
		about: "every safety task that scores toxicity",
		metrics: (tasks) => tasks.filter(({ role, metrics }) => role === "safety" && metrics.some(isToxicity)).map(({ task }) => `${task}/toxicity`),
		mayStillApply: (tasks) => tasks.some(({ role, open }) => role === "safety" && open === true),
		unused: {
			says: "no task of the role safety has the metric toxicity",
			fix: "add the scorer toxicity to a safety task (a word list such as profanity_rate is not one: gate it under `gates`), or remove the limit"
		}
	}
};
const THRESHOLD_NAMES = Object.keys(THRESHOLDS);
const thresholdOf = (name) => THRESHOLDS[name];
/** How a description ends outside of the config: in the help of a flag, and in `action.yml`. */
function describeThreshold(name) {
	const { description, example } = thresholdOf(name);
	return `${description.replaceAll("`", "")}, such as ${example}`;
}
const limitSchema = ({ rule, description }) => (ruleOf({ rule }).written === "change" ? change : value)(`${description}.`).optional();
const thresholdsSchema = strictObject(Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, limitSchema(thresholdOf(name))])));
/** The headline limits as requests for gates. One that applies to no task is an error: it would protect nothing. */
function thresholdRequests(written, { tasks, broken }) {
	const requests = THRESHOLD_NAMES.map((name) => {
		const threshold = written[name];
		if (threshold === void 0) return {
			values: [],
			issues: []
		};
		const { limit, origin } = threshold;
		const { rule, unused, mayStillApply, ...row } = thresholdOf(name);
		const values = row.metrics(tasks).map((metric) => ({
			metric,
			rule,
			limit,
			metricOrigin: origin,
			limitOrigin: origin,
			tier: "blocking",
			allowWeakScorer: false
		}));
		return {
			values,
			issues: values.length > 0 || broken.length > 0 || mayStillApply?.(tasks) === true ? [] : [valueFault(origin, `${name} is set and ${unused.says}`, unused.fix)]
		};
	});
	return {
		values: requests.flatMap(({ values }) => values),
		issues: requests.flatMap(({ issues }) => issues)
	};
}

export { thresholdRequests as a, OWN_PROMPT as c, harnessRunner as d, change as f, valueFault as h, thresholdOf as i, RUNNERS as l, value as m, THRESHOLD_NAMES as n, thresholdsSchema as o, gateSchema as p, describeThreshold as r, DEFAULT_RUNNER as s, THRESHOLDS as t, engineRunner as u };