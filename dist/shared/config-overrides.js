import { R as ACCEPTED_CHANGES, W as TASK_ROLES, f as isMlflow, jt as WeighbridgeError, kt as suggestion, l as WAIVER_PERMISSIONS, o as DEFAULT_WAIVER_PERMISSION, p as mlflowReference, pt as SAMPLES_INCLUDED, s as SUITE_MODES } from "./core-domain-history.js";
import { C as url, _ as record, d as literal, i as _enum, l as discriminatedUnion, m as number, o as array, s as boolean, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { c as OWN_PROMPT, f as change, h as valueFault, l as RUNNERS, m as value, n as THRESHOLD_NAMES, o as thresholdsSchema, p as gateSchema, s as DEFAULT_RUNNER } from "./config-thresholds.js";
import { t as llamaCppOptions } from "./tasks-engines-llama-cpp-options.js";
import { l as openAiOptions } from "./tasks-scorers-service.js";

// src/tasks/engines/llama-cpp/row.ts
/** Embedded llama.cpp for GGUF files and their LoRA adapters, without Python or a server; folders are converted by Python first. */
const llamaCppRow = {
	takes: "GGUF files and Hugging Face folders",
	options: llamaCppOptions,
	load: async () => (await import("./tasks-engines-llama-cpp-engine.js")).llamaCpp
};

// src/tasks/engines/openai/row.ts
/** A server that we start runs as our user, and could read the key where ours lies. */
const KEY_AND_SERVE = {
	option: "api_key_env",
	says: "serve starts a server of its own, which could read the key of another",
	fix: "remove api_key_env, or name the server as {url, model}"
};
const NO_PRICE = {
	option: "budget",
	says: "a budget of cost needs to know what a token costs",
	fix: "add `price: { prompt: 0.15, output: 0.6 }`, in money for a million tokens"
};
const NO_PLACE = {
	option: "serve",
	says: "serve.command does not say where the checkpoint and the port go",
	fix: "put \"{checkpoint}\" and \"{port}\" into the command"
};
/** A model behind an API of OpenAI's kind: vLLM, SGLang, llama-server, hosted ones. */
const openAiRow = {
	takes: "endpoints",
	options: openAiOptions,
	asksEndpoints: true,
	code: ({ serve }) => serve === void 0 ? null : {
		what: "the command of serve",
		option: "serve",
		needs: "unsafe_code"
	},
	faults: ({ api_key_env: key, budget, price, serve }) => [
		...serve === void 0 || key === void 0 ? [] : [KEY_AND_SERVE],
		...budget?.cost === void 0 || price !== void 0 ? [] : [NO_PRICE],
		...serve === void 0 || ["{port}", "{checkpoint}"].every((name) => serve.command.join(" ").includes(name)) ? [] : [NO_PLACE]
	],
	load: async () => (await import("./tasks-engines-openai-engine.js")).openAi
};

// src/tasks/engines/registry.ts
/** Where completions and log-likelihoods come from: one row adds an engine. */
const ENGINES = {
	"llama.cpp": llamaCppRow,
	openai: openAiRow
};
const DEFAULT = "llama.cpp";
/** Settings that name no engine are those of the default one. */
const settings = Object.entries(ENGINES).map(([name, { options }]) => options.extend({ type: name === DEFAULT ? literal(name).default(name) : literal(name) }));
const engineConfig = discriminatedUnion("type", settings);
/** The engine of these settings, which it takes. */
const loadEngine = ({ type }) => {
	return rowOf(type).load();
};
const rowOf = (type) => ENGINES[type];
const asksEndpoints = ({ type }) => rowOf(type).asksEndpoints === true;
const faultsOfEngine = ({ type, ...options }) => rowOf(type).faults?.(options) ?? [];
/** Code of the config's author that these settings would start; null without any. */
const codeOfEngine = ({ type, ...options }) => rowOf(type).code?.(options) ?? null;
/** What asks an endpoint where nobody says how. */
const ENDPOINT_ENGINE = {
	type: "openai",
	...ENGINES.openai.options.parse({})
};
/** The engine of a config that names none. */
const DEFAULT_ENGINE = {
	type: DEFAULT,
	...ENGINES[DEFAULT].options.parse({})
};

// src/tasks/runners/runner.ts
/** Code that may run beside the weights, where the policy says so. */
const ALLOWANCES = ["trust_remote_code", "unsafe_code"];

// src/config/checkpoint-schema.ts
const path = string().min(1);
/** What each runner takes, in a sentence. */
const taken = (part, of) => Object.entries(RUNNERS).map(([name, { takes }]) => of(takes[part], name)).join(", ");
const forTasks = (forms, runner) => `${forms} for ${runner} tasks`;
const adapter = strictObject({
	base: path.describe(`What the adapter was trained on: ${taken("base", forTasks)}.`),
	adapter: path.describe(`The LoRA adapter: ${taken("adapter", forTasks)}.`)
});
const endpoint = strictObject({
	url: url({ protocol: /^https?$/ }).describe("Address of the API, such as `http://localhost:8000/v1`. May be left out where the engine has one."),
	model: path.describe("Name under which the server knows the model. May be left out where the engine has one.")
});
const CHECKPOINT_FORMS = [
	path,
	adapter,
	endpoint
];
const checkpoint = (what) => union(CHECKPOINT_FORMS).describe(`${what}: ${taken("checkpoint", (forms, runner) => `${forms} (${runner} tasks)`)}, \`{base, adapter}\`, \`{url, model}\`, \`runs:/…\` or \`models:/…\` of MLflow, or results of an earlier run. Paths are relative to this file.`);
const baselineSource = union([
	path,
	adapter,
	endpoint,
	discriminatedUnion("from", [
		strictObject({
			from: literal("base-branch"),
			pointer: path.describe("YAML file that names the model, relative to this file."),
			branch: string().min(1).optional().describe("The branch to merge into. Default: the event's, or the clone's default branch.")
		}).describe("What a pointer file names, as the tip of the base branch has it: never as the pull request does."),
		strictObject({ from: literal("store") }).describe("What was blessed last."),
		strictObject({ from: literal("artifact") }).describe("What the last green run on the base branch judged.")
	])
]);
const baseline = union([
	...baselineSource.options,
	array(baselineSource).min(1),
	strictObject({
		sources: union([...baselineSource.options, array(baselineSource).min(1)]).describe("One source or a list of them."),
		prompt: record(string().min(1), OWN_PROMPT).optional().describe("Task to the prompt settings with which the baseline alone is asked: the strongest alternative to a fine-tune, such as a production prompt or solved examples. Samples are paired by id all the same, and the report says so. For baselines that are weights or results asked so."),
		max_age_days: number().gt(0).optional().describe("The report warns of a stored baseline that is older than this."),
		bootstrap: boolean().default(false).describe("On the default branch, where no source has a baseline, makes the candidate the first one. Nothing is compared then, and the run says so.")
	})
]).describe("What the candidate is compared against: a checkpoint as for `candidate`, results of an earlier run, `{from: base-branch, pointer: model.yaml}`, `{from: store}`, `{from: artifact}`, a list of these that is tried in order, or `{sources, max_age_days, bootstrap, prompt}`.");

// src/config/curves-schema.ts
const column = (what) => string().min(1).max(200).optional().describe(`What the files call ${what}.`);
const gate = (ceiling, description) => strictObject({
	ceiling: value("The largest that is allowed.").default(ceiling),
	tier: _enum(["blocking", "advisory"]).default("advisory").describe("`blocking` decides the verdict; `advisory` is shown.")
}).prefault({}).describe(description);
const curvesSchema = strictObject({
	files: union([path, array(path).min(1).max(20)]).describe("Files of the training, relative to this file: `trainer_state.json`, a log in JSONL or CSV, or what a trainer printed. Several are one log."),
	columns: strictObject({
		step: column("the step"),
		loss: column("the training loss"),
		eval_loss: column("the evaluation loss"),
		grad_norm: column("the norm of the gradient"),
		learning_rate: column("the learning rate")
	}).prefault({}).describe("Names in the files, such as `{ eval_loss: eval_dev_loss }`, where they are not those of a known program."),
	schedule: strictObject({
		warmup: boolean().default(false).describe("Whether the learning rate was to rise at first."),
		decay: boolean().default(false).describe("Whether it was to fall afterwards.")
	}).prefault({}).describe("What the learning rate was to do: a schedule that did not run is named."),
	generalization_gap: gate("20%", "How far the evaluation loss may lie above the training loss at the end, as a share of the training loss. Default: `{ ceiling: 20%, tier: advisory }`."),
	validation_rising: gate("5%", "How far the evaluation loss may have risen from its best at the end, as a share of the best. Default: `{ ceiling: 5%, tier: advisory }`.")
}).describe("The candidate's training: drawn in the report, with two gates on it.");

// src/config/prices.ts
const price = strictObject({
	input: number().min(0).describe("Of a million tokens read."),
	output: number().min(0).describe("Of a million tokens written, thoughts too.")
});
const pricesSchema = strictObject({
	currency: string().regex(/^[A-Za-z]{1,8}$/).default("USD").describe("For people: nothing is converted."),
	models: record(string().min(1), price).refine((models) => Object.keys(models).length > 0, "prices without a model say nothing").meta({ minProperties: 1 }).describe("Model, as `candidate` or `baseline` is written, of an endpoint its `model`, to what its tokens cost; `'*'` is any other.")
}).describe("What tokens cost, for gates on `TASK/cost` and for the report: `{ currency: USD, models: { my-model: { input: 0.15, output: 0.6 } } }`. A model without a price has no cost, which is never 0.");
const resolvedPrices = (written) => written ?? null;

// src/config/record.ts
const facts = record(string().min(1).max(100), union([
	string().max(1e3),
	number(),
	boolean()
]));
const recordSchema = strictObject({
	history: path.default("weighbridge-history.jsonl").describe("File that gets a line for every verdict of `run` and `gate`, relative to this file."),
	artifact: string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/, "must be letters, digits, dots, dashes and underscores").optional().describe("Of pushes, the report step of the action keeps the history as artifacts of this name, which `weighbridge history --artifacts NAME` reads. Needs `actions: read`."),
	keep: int().min(1).max(1e6).optional().describe("So many of the newest rounds stay. Default: all."),
	dataset: facts.optional().describe("The training data: such as `{name: tickets, version: v7, samples: 12000}`."),
	data_source: string().max(1e3).optional().describe("Where the training data came from."),
	hyperparameters: facts.optional().describe("Such as `{lr: 0.0002, epochs: 3}`."),
	notes: string().max(1e3).optional().describe("Anything else worth knowing of this round.")
}).describe("What is kept of every round beside its verdict: see `weighbridge history`. The step, epoch and losses of `trainer_state.json`, the settings of `adapter_config.json` and the base model of a model card are read from beside the checkpoint.");
/** What is written of the training, by dotted names. */
function resolvedRecord(written) {
	if (written === void 0) return null;
	const { history, artifact = null, keep = null, dataset = {}, hyperparameters = {}, ...facts } = written;
	const named = (group, of) => Object.entries(of).map(([name, value]) => [`${group}.${name}`, value]);
	const training = [
		...Object.entries(facts).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]),
		...named("dataset", dataset),
		...named("hyperparameters", hyperparameters)
	];
	return {
		history,
		artifact,
		keep,
		training: Object.fromEntries(training)
	};
}

// src/config/schema.ts
const DEFAULT_SEED = 1234;
/** Task names become folder names and stand in `task/metric,filter`, so they hold nothing that means something there. */
const TASK_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
/** Fields that every task has, whatever runs it. */
const taskFields = {
	role: _enum(TASK_ROLES).describe("What the task is for, which decides the thresholds that apply: `target` should gain, `general` must not be forgotten, `safety` has ceilings, `behaviour` is a unit test of the model."),
	primary_metric: string().min(1).optional().describe("The metric that is meant when only the task is named. Default: the first one of the task's type; where an external harness runs the task, the first rate among its results."),
	alias: string().regex(TASK_NAME).optional().describe("A second name, for gates and thresholds: a task with `alias: mmlu` is the one `max_mmlu_drop` speaks of."),
	split: literal("locked").optional().describe("A split that is kept for the last word. `check` counts in the history (`record`) how often it decided, and says what that does to the error that is promised.")
};
const runnerField = (name) => name === "native" ? literal(name).optional().meta({ default: name }).describe("What turns the task into samples; the default.") : literal(name).describe("What turns the task into samples.");
function runnerSchema(name, { summary, tasks }) {
	const fields = {
		...taskFields,
		runner: runnerField(name)
	};
	const [first, ...others] = tasks;
	const only = first.safeExtend(fields);
	const types = others.map((type) => type.safeExtend(fields));
	return (types.length === 0 ? only : discriminatedUnion("type", [only, ...types])).describe(summary);
}
const runnerSchemas = Object.entries(RUNNERS).map(([name, row]) => runnerSchema(name, row));
const taskSchema = discriminatedUnion("runner", runnerSchemas);
const policySchema = strictObject({
	alpha: number().gt(0).lt(.5).default(.05).describe("One-sided error rate of each hypothesis; 0.05 is what a 90 % two-sided interval shows."),
	tries: int().min(1).max(100).default(1).describe("How many checkpoints of one pull request may be evaluated until one passes, with `alpha` for all of them together: each is judged at `alpha` / `tries`, and leans at `lean_alpha` / `tries`."),
	on_inconclusive: _enum([
		"lean",
		"block",
		"warn"
	]).default("lean").describe("What an undecided blocking gate does. `lean`: it lets the merge pass, and says that this is not proven, where the test that would prove safety rejects harm at `lean_alpha`; otherwise it blocks. `block`: only proof merges. `warn`: undecided never blocks."),
	lean_alpha: number().min(.05).max(.5).default(.25).describe("Error rate at which an undecided gate leans to pass under `on_inconclusive: lean`: a candidate exactly at its limit merges unproven in at most so many of its runs, at any number of samples. 0.5 is the plain threshold; not below `alpha`, at which `lean` is `block`."),
	target: _enum([
		"auto",
		"population",
		"benchmark"
	]).default("auto").describe("What the verdict speaks of: questions like these (`population`), or exactly these questions (`benchmark`). `auto` takes the benchmark where both give the same answer but in a narrow band around the limit."),
	min_coverage: number().gt(0).max(1).default(.99).describe("Smallest share of paired and scored samples with which a task can still be judged."),
	identical: _enum(["warn", "block"]).optional().describe("What follows where the candidate gives exactly the answers of its baseline on every sample, though its weights are other ones: the sign of an adapter that was not applied. `warn` says so in the first lines; `block` makes the verdict `invalid`. Default: `block` where a blocking gate asks for a gain, else `warn`."),
	evaluation: _enum(["full", "sequential"]).default("sequential").describe("How much of the candidate is evaluated. `sequential`: samples in random order, until every gate is decided or a regression is proven, tasks that are cheap to decide first; the errors stay within `alpha`. `full`, or `--full` on the command line: every sample. The baseline is always evaluated in full, and so is the anchor; the candidate where it is sharded without rounds, and where no complete baseline or anchor is at hand."),
	waiver_permission: _enum(WAIVER_PERMISSIONS).default(DEFAULT_WAIVER_PERMISSION).describe("Who may waive a gate by the label `weighbridge:waive <gate>`: whoever has this permission on the repository, or a higher one. Read from the tip of the base branch."),
	waiver_max_days: int().min(1).max(3650).default(90).describe("How many days ahead a waiver in the file of waivers may expire. One that expires later does not count. Read from the tip of the base branch."),
	suite_changes: _enum(SUITE_MODES).default("block").describe("What a pull request needs that changes what decides about it: a dataset, a file of a scorer or of an lm-eval task, an option of a task or of the engine, the baseline. `block`: the verdict is `invalid` until somebody with `waiver_permission` accepts these very changes. `base`: tasks that the base branch has are evaluated with its files and options, against its baseline. `warn`: it is only named. Read from the tip of the base branch."),
	allow: array(_enum(ALLOWANCES)).default([]).describe("Code that an evaluation may run beside the weights. `trust_remote_code`: Python of a model repository. `unsafe_code`: Python of a task in this repository (`!function`), the `command` of a scorer and of `engine.serve`, tasks that run what the model wrote, and tasks that take the name of a built-in one.")
});
const anchorSchema = strictObject({
	model: checkpoint("The last release"),
	max_drop: record(string().min(1), change("The candidate may be worse than the anchor by less than this.")).refine((limits) => Object.keys(limits).length > 0, "an anchor without a limit holds nothing").meta({ minProperties: 1 }).describe("Metric, as in `gates`, to the largest drop allowed since the anchor, such as `facts/acc: 4pp`. Each is a blocking gate.")
}).describe("A checkpoint that stays put while the baseline moves, so that many small drops cannot add up unseen. Evaluated on the tasks that it limits.");
/** `weighbridge.yml`, version 1. Documentation and the JSON Schema are generated from this. */
const configSchema = strictObject({
	$schema: string().optional().describe("Address of the JSON Schema, for editors. Not read."),
	version: literal(1).describe("Version of this format."),
	candidate: checkpoint("The checkpoint that wants to merge").optional(),
	baseline: baseline.optional(),
	store: path.optional().describe("Folder of the baseline store, relative to this file. With it, or with `{from: store}`, samples of a baseline are kept by identity and never evaluated twice. Default: `baselines` in the cache."),
	accept_change: array(_enum(ACCEPTED_CHANGES)).default([]).describe("Settings that this change alters on purpose. A stored baseline with another value is set aside and the baseline evaluated anew with the new one; two values are never compared. `tokenizer` alone lies in the files of a checkpoint: declared, two tokenizers that cannot be shown to cut the task’s texts alike are a remark in place of an invalid comparison."),
	anchor: anchorSchema.optional(),
	reference: union([...CHECKPOINT_FORMS, strictObject({
		model: checkpoint("The other model"),
		engine: engineConfig.describe("What runs it.")
	})]).nullable().optional().describe("Another model, such as a stronger one: its results (a run directory of one side, or of another program), a checkpoint or an endpoint as for `candidate`, or `{model, engine}`. What is no results is evaluated in full, after the candidate; an endpoint without an `engine` of its own by that of the config where it asks endpoints, else by `{type: openai}`. The report shows it and what share of it the candidate reaches; it never gates, and where it fails the verdict is what it would have been."),
	engine: engineConfig.default(DEFAULT_ENGINE).describe("What runs the checkpoints."),
	prices: pricesSchema.optional(),
	seed: int().min(0).max(2 ** 32 - 1).default(DEFAULT_SEED).describe("Seed of sampling and of the order of samples."),
	include_samples: _enum(SAMPLES_INCLUDED).default("changed").describe("Of which samples the report keeps what was asked, what was expected and what both models said. `changed`: those that got worse or better, and the worst of the others. `all`: as many of them as fit. `none`: of no sample, and no question is stored in the run directory. At most 16 MiB, the worst first; secrets of the evaluation are taken out."),
	record: recordSchema.optional(),
	curves: curvesSchema.optional(),
	drift: array(string().min(1)).optional().describe("Tasks whose answers are compared in length, refusals, format, language, repetition and vocabulary, whatever they are scored: of any runner, or of existing results, as long as the answers are kept. Tasks of `type: drift` need not be here. It is told in the report, and decides nothing but gates of `max_drift`."),
	tasks: record(string().regex(TASK_NAME), taskSchema).optional().describe("What to run, by name. A name holds letters, digits, dot, dash and underscore."),
	thresholds: thresholdsSchema.prefault({}).describe("The headline limits. Each is also an action input and a command-line flag, which win."),
	gates: array(gateSchema).default([]).describe("Every other rule, one on one metric."),
	policy: policySchema.prefault({}).describe("How gates are judged.")
});

// src/config/unsupported.ts
const CHECKPOINT_TODAY = "name a GGUF file, a Hugging Face folder, hf:org/name@commit, runs:/ and models:/ of MLflow, {base, adapter}, {url, model}, or a folder of results";
const RESULTS_TODAY = "evaluate it with the tool that can run it, and judge its results with `weighbridge gate --baseline PATH --candidate PATH`";
const SERVED = "write `{ url: http://localhost:8000/v1, model: NAME }` for a model that is served";
/** A branch moves while it is compared: only a commit is an identity. */
const COMMIT = /^hf:[\w.-]+(\/[\w.-]+)?@[0-9a-f]{40}$/;
const UNPINNED = {
	says: "this names no commit, so nobody could say later what was evaluated",
	fix: "write hf:org/name@ and the 40 digits of the commit, as `git ls-remote https://huggingface.co/org/name` shows it"
};
const UNFIXED = {
	says: "this names no fixed artifacts of MLflow: aliases, stages and `latest` move",
	fix: "write runs:/<run id>/<path>, models:/<name>/<version> or models:/<model id>, as MLflow shows them"
};
const VARIABLE = /^\$\{?\w+\}?(?:\/|$)|\$\{\{/;
const UNFILLED = {
	says: "this names a variable, and nobody fills it in: what is written is read as it stands",
	fix: "write the path, or give it beside the config: `--candidate \"$CKPT\"` in a shell, `candidate: ${{ env.CKPT }}` among the inputs of the action"
};
const ADDRESS = /^([a-z][a-z0-9+.-]+):/i;
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Why a checkpoint of this form cannot be used, or undefined when it may be. */
function unsupportedModel(value) {
	if (typeof value === "string") {
		if (VARIABLE.test(value)) return UNFILLED;
		const scheme = ADDRESS.exec(value)?.[1]?.toLowerCase();
		if (scheme === "hf") return COMMIT.test(value) ? void 0 : UNPINNED;
		if (isMlflow(value)) return mlflowReference(value) === null ? UNFIXED : void 0;
		if (scheme === "http" || scheme === "https") return {
			says: "this version does not download checkpoints",
			fix: SERVED
		};
		if (scheme !== void 0) return {
			says: `this version does not read ${scheme}: addresses`,
			fix: CHECKPOINT_TODAY
		};
		return;
	}
	if (!isMap(value)) return void 0;
	if ("from" in value) return {
		says: `this version does not find a checkpoint by itself (from: ${String(value.from)})`,
		fix: "name the file or the results: check out the base branch into a folder, or download the artifact of the last accepted run, and give its path"
	};
	if ("url" in value && !("model" in value)) return {
		says: "an endpoint needs the name of its model",
		fix: SERVED
	};
	if ("model" in value && !("url" in value)) return {
		says: "an endpoint needs its address",
		fix: `${SERVED}, or add \`url\` to the engine`
	};
	if ("endpoint" in value) return {
		says: "an endpoint is written as its address and model",
		fix: SERVED
	};
	if ("hf" in value) return UNPINNED;
	if (typeof value.base === "string" && value.base.startsWith("hf:") && !COMMIT.test(value.base)) return UNPINNED;
	return [value.base, value.adapter].filter((part) => typeof part === "string").some((part) => isMlflow(part) && mlflowReference(part) === null) ? UNFIXED : void 0;
}
/** Names that are known in the field. Those that a row has been added for are run, and no longer refused here. */
const RUNNERS_ELSEWHERE = [
	"command",
	"inspect",
	"lighteval",
	"helm",
	"promptfoo"
];
const ENGINES_ELSEWHERE = [
	"openai-compatible",
	"vllm",
	"transformers",
	"ollama",
	"tgi",
	"sglang",
	"mlx"
];
const isElsewhere = (name, elsewhere, here) => elsewhere.some((each) => each === name && !Object.hasOwn(here, each));
function unsupportedForms(source) {
	const { value } = source;
	if (!isMap(value)) return [];
	const found = [];
	const add = (covers, at, { says, fix }) => found.push({
		covers,
		error: new WeighbridgeError("config", says, {
			at: source.locate(at),
			fix
		})
	});
	const candidate = unsupportedModel(value.candidate);
	if (candidate !== void 0) add(["candidate"], ["candidate"], candidate);
	const { baseline } = value;
	const listed = isMap(baseline) && "sources" in baseline ? ["baseline", "sources"] : ["baseline"];
	const sources = listed.length === 2 && isMap(baseline) ? baseline.sources : baseline;
	for (const [index, each] of (Array.isArray(sources) ? sources : [sources]).entries()) {
		if (isMap(each) && "from" in each) continue;
		const unsupported = unsupportedModel(each);
		const at = Array.isArray(sources) ? [...listed, index] : listed;
		if (unsupported !== void 0) add(at, at, unsupported);
	}
	const anchor = isMap(value.anchor) ? unsupportedModel(value.anchor.model) : void 0;
	if (anchor !== void 0) add(["anchor", "model"], ["anchor", "model"], anchor);
	const named = isMap(value.reference) && "engine" in value.reference ? ["model"] : [];
	const reference = unsupportedModel(named.length > 0 && isMap(value.reference) ? value.reference.model : value.reference);
	if (reference !== void 0) add(["reference", ...named], ["reference", ...named], reference);
	if (isMap(value.engine) && isElsewhere(value.engine.type, ENGINES_ELSEWHERE, ENGINES)) add(["engine"], ["engine", "type"], {
		says: `this version has no engine ${String(value.engine.type)}: it runs ${Object.entries(ENGINES).map(([name, { takes }]) => `${takes} with ${name}`).join(", ")}`,
		fix: `write \`type: openai\` for a server, leave the engine out, or ${RESULTS_TODAY}`
	});
	for (const [name, task] of Object.entries(isMap(value.tasks) ? value.tasks : {})) {
		if (!isMap(task) || !isElsewhere(task.runner, RUNNERS_ELSEWHERE, RUNNERS)) continue;
		add(["tasks", name], [
			"tasks",
			name,
			"runner"
		], {
			says: `this version does not start ${String(task.runner)} itself: it runs ${Object.keys(RUNNERS).join(" and ")} tasks`,
			fix: RESULTS_TODAY
		});
	}
	return found;
}

// src/config/overrides.ts
/** Keys of the config that action inputs and command-line flags may give as well. */
const OVERRIDE_NAMES = [
	"candidate",
	"baseline",
	...THRESHOLD_NAMES,
	"on_inconclusive"
];
/** What an input or a flag for the key is called. */
const dashed = (name) => name.replaceAll("_", "-");
/** Checks the overrides that need no knowledge of tasks. An input that is empty was not set: GitHub makes no difference. */
function readOverrides(overrides) {
	const issues = [];
	const values = {};
	for (const name of OVERRIDE_NAMES) {
		const override = overrides[name];
		if (override === void 0 || override.value === "" && override.source.kind === "input") continue;
		if (override.value === "") issues.push(valueFault(override, "the value is empty", "give a value, or leave the flag out"));
		else values[name] = override;
	}
	for (const side of ["candidate", "baseline"]) {
		const override = values[side];
		const unsupported = unsupportedModel(override?.value);
		if (override !== void 0 && unsupported !== void 0) issues.push(valueFault(override, unsupported.says, unsupported.fix));
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
	issues.push(valueFault(written, `${JSON.stringify(written.value)} is not known`, suggestion(written.value, known, "one of")));
	return {
		values,
		issues
	};
}

export { configSchema as a, resolvedRecord as c, asksEndpoints as d, codeOfEngine as f, unsupportedForms as i, resolvedPrices as l, loadEngine as m, dashed as n, policySchema as o, faultsOfEngine as p, readOverrides as r, taskSchema as s, OVERRIDE_NAMES as t, ENDPOINT_ENGINE as u };