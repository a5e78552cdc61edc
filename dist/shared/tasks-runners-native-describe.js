import { Ct as WeighbridgeError, wt as assertNever } from "./core-domain-drift.js";
import { t as MOST_REPEATS } from "./core-metrics-repeats.js";
import { a as isOfClasses, c as declareMetric, n as companionMetrics, t as CHOICE_CORPUS_METRICS } from "./core-metrics-choices.js";
import { D as _isoDate, O as _isoDateTime, _ as record, d as literal, f as looseObject, i as _enum, l as discriminatedUnion, m as number, n as ZodISODateTime, o as array, s as boolean, t as ZodISODate, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { r as configureCheck, s as configureScorer, t as PASSED } from "./tasks-runners-native-check.js";

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}

// src/tasks/runners/native/answers.ts
const wholeNumber = (target) => {
	const number = typeof target === "string" && /^\d{1,9}$/.test(target) ? Number(target) : target;
	return typeof number === "number" && Number.isInteger(number) ? number : -1;
};
const within = (index, { choices }) => index < choices.length ? index : -1;
/** What an answer may be: each gives the index of the right choice, or a negative number for what is no such answer. */
const READINGS = {
	index: (answer) => within(wholeNumber(answer.target), answer),
	index_from_1: (answer) => within(wholeNumber(answer.target) - 1, answer),
	letter: (answer) => typeof answer.target === "string" && /^[A-Z]$/i.test(answer.target) ? within(answer.target.toUpperCase().charCodeAt(0) - 65, answer) : -1,
	text: ({ target, choices }) => typeof target === "string" ? choices.indexOf(target) : -1
};
const ANSWER_FORMATS = Object.keys(READINGS);
/** Told apart by what a file holds; an index from 1 looks like one from 0 until the last choice is right, so it has to be declared. */
const TOLD_APART = [
	"index",
	"letter",
	"text"
];
/** How likely it may be that indexes from 0 never say 0 before we ask: a file that is read one off scores another choice in every row. */
const SUSPICIOUS = .5;
/**
* Which choice is right in each row. Without a declaration the rows have to agree on one meaning: where a file can be read in two
* ways that differ, or as counting from 1, it is refused.
* @param isComputed whether an expression made the answers: then it is what says how they are meant
* @throws WeighbridgeError `data` naming the row
*/
function goldIndexes(answers, declared, isComputed) {
	if (declared !== void 0) return answers.map((answer) => readAs(declared, answer));
	const formats = /* @__PURE__ */ new Map();
	for (const type of new Set(answers.map(({ target }) => typeof target))) {
		const same = answers.filter(({ target }) => typeof target === type);
		formats.set(type, formatOf(same, isComputed));
	}
	return answers.map((answer) => readAs(formats.get(typeof answer.target) ?? "text", answer));
}
function formatOf(answers, isComputed) {
	const explains = (format) => answers.filter((answer) => READINGS[format](answer) >= 0).length;
	const [format, ...others] = TOLD_APART.filter((format) => explains(format) === answers.length);
	if (format === void 0) {
		if (explains("index_from_1") === answers.length) {
			const beyond = answers.find((answer) => READINGS.index(answer) < 0);
			throw new CountedFromOne(beyond ?? answers[0], "so they count from 1", true);
		}
		const likeliest = TOLD_APART.toSorted((a, b) => explains(b) - explains(a))[0] ?? "text";
		throw noAnswer(answers.find((answer) => READINGS[likeliest](answer) < 0));
	}
	for (const answer of answers) {
		const other = others.find((each) => READINGS[each](answer) !== READINGS[format](answer));
		if (other !== void 0) throw twoMeanings(answer, format, other);
	}
	if (format === "index" && others.length === 0 && !isComputed) refuseHiddenBase(answers);
	return format;
}
/** Answers 1 to 3 of four choices, and never a 0. */
function refuseHiddenBase(answers) {
	if (answers.some((answer) => READINGS.index(answer) === 0)) return;
	if (answers.reduce((product, { choices }) => product * (1 - 1 / choices.length), 1) < SUSPICIOUS) throw new CountedFromOne(answers[0], `none of ${answers.length} is 0, so they seem to count from 1`, false);
}
function readAs(format, answer) {
	const index = READINGS[format](answer);
	if (index >= 0) return index;
	throw new WeighbridgeError("data", `the answer ${shown(answer.target)} is no ${NAMES[format]} of one of ${answer.choices.length} choices`, {
		at: answer.row.at,
		fix: "correct the row, or say what answers are with answer_format"
	});
}
const NAMES = {
	index: "index",
	index_from_1: "index from 1",
	letter: "letter",
	text: "text"
};
const shown = (target) => JSON.stringify(target) ?? "missing";
function noAnswer(answer) {
	const { target, choices = [] } = answer ?? {};
	return new WeighbridgeError("data", `the answer ${shown(target)} is neither the text nor the letter nor the index of one of ${choices.length} choices`, {
		...answer === void 0 ? {} : { at: answer.row.at },
		fix: `give the index of the right choice, from 0 to ${choices.length - 1}, its letter or its text`
	});
}
/** Whole numbers that count from 1, for certain or as it seems, without a declaration. */
var CountedFromOne = class extends WeighbridgeError {
	isCertain;
	constructor(answer, why, isCertain) {
		super("data", `the answers are whole numbers, ${why}: ${shown(answer?.target)} of ${answer?.choices.length} choices`, {
			...answer === void 0 ? {} : { at: answer.row.at },
			fix: "say which it is: `answer_format: index_from_1`, or `answer_format: index` where the first choice is 0"
		});
		this.isCertain = isCertain;
	}
};
function twoMeanings(answer, one, other) {
	const says = (format) => `choice ${READINGS[format](answer)} by its ${NAMES[format]}`;
	return new WeighbridgeError("data", `the answer ${shown(answer.target)} is ${says(other)} and ${says(one)}`, {
		at: answer.row.at,
		fix: `say which is meant: \`answer_format: ${one}\` or \`answer_format: ${other}\``
	});
}

// src/tasks/runners/native/option-checks.ts
/** At temperature 0 all answers are the same. */
function checkTemperature(count, { temperature }, context) {
	if (temperature > 0) return;
	const message = `at temperature 0 all ${count} answers are the same: set generation_kwargs.temperature, such as 0.7, or leave repeats out`;
	context.addIssue({
		code: "custom",
		path: ["repeats"],
		message
	});
}
/** What does not go together in a task that is scored. */
function checkScored(options, context) {
	checkRepeats(options, context);
	checkContexts(options, context);
	checkTurns(options, context);
}
/** Where answers to one sample cannot differ, or have no mean, several of them say nothing. */
function checkRepeats({ repeats: count = 1, generation_kwargs, scorers: entries }, context) {
	if (count === 1) return;
	checkTemperature(count, generation_kwargs, context);
	for (const [index, entry] of entries.entries()) {
		const configured = configureScorer(entry);
		const corpus = configured.ok ? configured.scorer.metrics.find(({ kind }) => kind === "corpus") : void 0;
		if (corpus === void 0) continue;
		const message = `${corpus.name} is a function of all samples at once, which has no mean over answers: score it in a task without repeats`;
		context.addIssue({
			code: "custom",
			path: ["scorers", index],
			message
		});
	}
}
/** Who judges by contexts needs some. */
function checkContexts({ doc_to_contexts: contexts, scorers: entries }, context) {
	if (contexts !== void 0) return;
	for (const [index, entry] of entries.entries()) {
		const configured = configureScorer(entry);
		if (!configured.ok || !configured.scorer.needsContexts) continue;
		const message = `${configured.scorer.name} judges by contexts: name their field, as in \`doc_to_contexts: contexts\``;
		context.addIssue({
			code: "custom",
			path: ["scorers", index],
			message
		});
	}
}
/** A conversation is had in the model's own template, once. */
function checkTurns(options, context) {
	if (options.doc_to_turns === void 0) return;
	const say = (path, message) => context.addIssue({
		code: "custom",
		path: [path],
		message
	});
	if (!options.apply_chat_template) say("apply_chat_template", "turns are asked in a chat template: set apply_chat_template: true");
	for (const name of [
		"num_fewshot",
		"description",
		"repeats"
	]) if (![
		void 0,
		"",
		0,
		1
	].includes(options[name])) say(name, `has no place among turns: leave ${name} out`);
}

// src/tasks/runners/native/options.ts
/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
	dataset: string().min(1).describe("JSONL, JSON, CSV, TSV or Parquet file, also packed with gzip or Zstandard, relative to the config file; or a split on the Hugging Face hub, `hf:org/name@commit#split`; or rows that ship with Weighbridge, `weighbridge:general@1`."),
	id_field: string().min(1).optional().describe("Field with the unique id of a row. Default: `id` where rows have it, else a digest of the content."),
	group_field: string().min(1).optional().describe("Field with the subtask of a row, such as a subject."),
	cluster_field: string().min(1).optional().describe("Field naming rows that are not independent, such as a passage."),
	date_field: string().min(1).optional().describe("Field with the day of a row, `2025-03-01` or a time of that day, for `trained_until`."),
	trained_until: date().optional().describe("Last day of the training data, such as `2025-01-31`: a row of that day or before, or without a day, is an error, since the model may have been trained on it. Needs `date_field`."),
	limit: int().min(1).optional().describe("Evaluate only this many samples, drawn by the seed, never the first ones."),
	metadata: strictObject({ version: union([string(), number()]) }).optional().describe("Version of the task: raise it when results before and after must not be compared.")
};
const truncation = _enum(["refuse", "left"]).default("refuse").describe("What to do with a prompt longer than the context: leave the sample unscored, or cut the prompt on the left.");
const prompt = {
	doc_to_text: string().describe("Field name or Jinja template of the prompt."),
	doc_to_target: string().describe("Field name or Jinja template of the right answer (for choices: see `answer_format`)."),
	description: string().default("").describe("Field name or Jinja template put before everything, as it is: end it with the line breaks it needs."),
	target_delimiter: string().default(" ").describe("Between prompt and answer."),
	num_fewshot: int().min(0).default(0).describe("Solved examples before the question."),
	fewshot_dataset: string().min(1).optional().describe("File the solved examples come from: its first rows, without the one that is asked; where its rows have the `group_field`, the first of the same group."),
	fewshot_delimiter: string().default("\n\n").describe("Between solved examples."),
	apply_chat_template: boolean().default(false).describe("Ask through the model's own chat template: everything but the system message in one user turn."),
	system_instruction: string().optional().describe("Put before the description; the system message where there is a chat template.")
};
/** Without defaults: what is not said is as the task has it. */
const ownPrompt = strictObject({
	doc_to_text: string().optional().describe("Field name or Jinja template of the prompt."),
	description: string().optional().describe("Put before everything."),
	system_instruction: string().optional().describe("The system message, or put before the description."),
	num_fewshot: int().min(0).optional().describe("Solved examples before the question."),
	fewshot_dataset: string().min(1).optional().describe("File that they come from."),
	fewshot_delimiter: string().optional().describe("Between them."),
	apply_chat_template: boolean().optional().describe("Ask through the model's own chat template.")
});
/** Classes have names, and stand in one order, only where the task itself lists them. */
const multipleChoiceTask = strictObject({
	type: literal("multiple_choice"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_choice: union([string(), array(string()).min(2)]).default("choices").describe("The choices: a field name, a Jinja template giving a list, or a list of Jinja templates."),
	doc_to_target: prompt.doc_to_target.default("{{answer}}"),
	answer_format: _enum(ANSWER_FORMATS).optional().describe("What a right answer is in the dataset: the `index` of its choice, from 0; `index_from_1`; its `letter`, A for the first; or its `text`. Default: what every row can be; a file that can be read in two ways, or that seems to count from 1, is refused until this says it."),
	corpus_metrics: array(_enum(CHOICE_CORPUS_METRICS)).refine((names) => new Set(names).size === names.length, "a metric is here twice").default([]).describe("More metrics, from the probabilities of the choices: `ece`, the calibration error of the chosen one; for two choices `auc` and `average_precision`, how well the second one is told from the first; and where `doc_to_choice` lists the same classes for every row, those of classes, such as `f1_macro`, `mcc`, `auc_ovr`, one class against the rest, and in gates those of one `class`."),
	truncation
}).superRefine(({ corpus_metrics: names, doc_to_choice }, context) => {
	const needing = names.find(isOfClasses);
	const isListed = Array.isArray(doc_to_choice) && doc_to_choice.every((choice) => !/\{[{%]/.test(choice));
	if (needing === void 0 || isListed) return;
	const message = `${needing} needs the same classes in every row: list them, as in \`doc_to_choice: [negative, positive]\``;
	context.addIssue({
		code: "custom",
		path: ["corpus_metrics"],
		message
	});
});
const generationOptions = strictObject({
	max_gen_toks: int().min(1).default(256).describe("Longest answer in tokens."),
	until: array(string().min(1)).default(["\n"]).describe("The answer ends before the first of these."),
	temperature: number().min(0).default(0).describe("0 is greedy."),
	max_thinking_toks: int().min(1).optional().describe("Longest thoughts in tokens, with `strip_thinking`. Default: 2048.")
});
/** Of what is written until the model has said all. */
const openEnded = generationOptions.extend({ until: generationOptions.shape.until.unwrap().default([]).describe("The answer ends before the first of these.") });
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
const repeats = int().min(1).max(MOST_REPEATS).optional().describe("Answers to each sample, each with a seed of its own: its score is their mean, a gate may name `pass@k`, `pass^k` and `maj@k` of them, and the report says how much of what moves is chance. Needs a temperature. Default: 1.");
const generateFields = strictObject({
	type: literal("generate"),
	...common,
	...prompt,
	doc_to_text: prompt.doc_to_text.default("{{question}}"),
	doc_to_target: prompt.doc_to_target.default("").describe("Field name or Jinja template of the right answer; one that gives a list means any of its members."),
	generation_kwargs: generationOptions.prefault({}).describe("How the answer is generated."),
	doc_to_turns: string().min(1).optional().describe("In place of `doc_to_text`: field name or Jinja template of what the user says, one text a turn. Each is asked after what the model answered to those before it, and is a sample of its own, `<id>-turn-2`; `doc_to_target` then lists a reference a turn, or none. Needs `apply_chat_template`."),
	doc_to_contexts: string().min(1).optional().describe("Field name or Jinja template of what the answer is to rest on, a list of texts with the best first, or one text: what `faithfulness` and `context_precision` judge by. A row without any has no score of theirs."),
	repeats,
	strip_thinking: boolean().optional().describe("Tells the thoughts of a reasoning model (`<think>`, `◁think▷`, …) from its answer: they have a budget of their own, end at no `until`, are counted apart and never scored. Without an end to them there is no answer."),
	scorers
});
const generateTask = generateFields.superRefine(checkScored);
/** Prompts that have no right answer: what is asked is whether both sides answer them in the same way. */
const driftTask = generateFields.extend({
	type: literal("drift"),
	doc_to_text: prompt.doc_to_text.default("{{prompt}}"),
	apply_chat_template: prompt.apply_chat_template.unwrap().default(true).describe("Ask through the model's own chat template, as people do."),
	generation_kwargs: openEnded.prefault({}).describe("How the answer is generated."),
	scorers: scorers.default([
		"words",
		"over_refusal",
		"repetition_rate"
	]).describe("What gates may name, and a `judge`, whose scores are compared too. Length, refusals, format, language, repetition and vocabulary are compared whatever stands here.")
}).superRefine(checkScored);
const checks = record(string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/), union([string(), looseObject({ name: string() })])).superRefine((entries, context) => {
	for (const [name, entry] of Object.entries(entries)) {
		const configured = configureCheck(entry);
		if (configured.ok) continue;
		for (const { path, message } of configured.issues) context.addIssue({
			code: "custom",
			path: [name, ...path],
			message
		});
	}
}).optional().describe("Checks by names that cases may write in place of a scorer. Those that ask a judge or another service, run code or read a file have to stand here.");
const casesTask = strictObject({
	type: literal("cases"),
	dataset: common.dataset.describe("YAML or JSONL file of test cases, relative to the config file: each with `name`, `input` or `messages`, and `checks`."),
	id_field: literal("name").default("name").describe("Cases are known by their names."),
	tags: array(string().min(1)).min(1).optional().describe("Only cases with one of these tags."),
	metadata: common.metadata,
	system_instruction: string().optional().describe("System message of cases that bring none."),
	apply_chat_template: prompt.apply_chat_template.unwrap().default(true).describe("Ask through the model's own chat template; without it a case has one `input` and nothing before it."),
	generation_kwargs: openEnded.prefault({}).describe("How the answer is generated."),
	repeats: repeats.describe("Answers to each case, each with a seed of its own: a case whose answers disagree on the baseline is flaky, and blocks nothing. Needs a temperature. Default: 1."),
	strip_thinking: generateFields.shape.strip_thinking,
	checks
}).superRefine(({ repeats: count = 1, generation_kwargs }, context) => {
	if (count > 1) checkTemperature(count, generation_kwargs, context);
});
const perplexityTask = strictObject({
	type: literal("perplexity"),
	...common,
	doc_to_text: string().default("{{text}}").describe("Field name or Jinja template of the text to predict."),
	per_token: boolean().optional().describe("Adds `token_perplexity`. Models whose tokenizers cut the texts differently are then not comparable: by words and bytes they are.")
});
/** What a task of the native runner may say. */
const nativeTask = discriminatedUnion("type", [
	multipleChoiceTask,
	generateTask,
	driftTask,
	casesTask,
	perplexityTask
]);
/** Of a task that may be capped. */
const limitOf = (options) => "limit" in options ? options.limit : void 0;
const hasScorers = (options) => options.type === "generate" || options.type === "drift";
const isAnswered = (options) => hasScorers(options) || options.type === "cases";

// src/tasks/runners/native/describe.ts
const CHOICE_METRICS = [
	declareMetric("acc"),
	declareMetric("acc_norm"),
	...companionMetrics()
];
const PERPLEXITY_METRICS = [
	declareMetric("bits_per_byte"),
	declareMetric("byte_perplexity"),
	declareMetric("word_perplexity")
];
/** The metrics that a task will have. The first scorer gives the primary metric of a `generate` task. */
function nativeMetrics(options) {
	switch (options.type) {
		case "multiple_choice": return {
			metrics: [...CHOICE_METRICS, ...options.corpus_metrics.map((name) => ({
				...declareMetric(name),
				...isOfClasses(name) ? { classes: [options.doc_to_choice].flat() } : {}
			}))],
			primary: "acc"
		};
		case "generate":
		case "drift": {
			const isRepeated = (options.repeats ?? 1) > 1;
			const metrics = configuredScorers(options).flatMap((scorer) => scorer.metrics.map((metric) => isRepeated && metric.kind === "mean" ? {
				...metric,
				repeated: true
			} : metric));
			const [primary] = metrics;
			if (primary === void 0) throw new WeighbridgeError("config", `a ${options.type} task needs a scorer`, { fix: "add one: `scorers: [exact_match]`" });
			return {
				metrics,
				primary: primary.name
			};
		}
		case "cases": {
			const isRepeated = (options.repeats ?? 1) > 1;
			const passed = declareMetric(PASSED);
			return {
				metrics: [isRepeated ? {
					...passed,
					repeated: true
				} : passed],
				primary: PASSED
			};
		}
		case "perplexity": return {
			metrics: [...PERPLEXITY_METRICS, ...options.per_token === true ? [declareMetric("token_perplexity")] : []],
			primary: "bits_per_byte"
		};
		default: return assertNever(options);
	}
}
/** The programs that the scorers of a task would start. */
function codeOf(options) {
	const scorer = scorersIn(options).find(({ runsCode }) => runsCode);
	if (scorer === void 0) return {};
	const option = options.type === "cases" ? "checks" : "scorers";
	return { code: {
		what: `the command of its scorer ${scorer.name}`,
		option,
		needs: "unsafe_code"
	} };
}
/** What its scorers ask other models, and the grades by people that they name. */
function judgesOf(options) {
	const scorers = scorersIn(options);
	const asks = scorers.flatMap((scorer) => scorer.asks ?? []);
	const labels = options.type === "cases" ? [] : scorers.flatMap((scorer) => scorer.labels ?? []);
	return {
		...asks.length === 0 ? {} : { asks },
		...labels.length === 0 ? {} : { labels },
		...scorers.some(({ loadsModel }) => loadsModel) ? { loadsModel: true } : {}
	};
}
/** Whatever scorers the options name. */
function scorersIn(options) {
	if (hasScorers(options)) return configuredScorers(options);
	if (options.type !== "cases") return [];
	return Object.values(options.checks ?? {}).flatMap((entry) => {
		const configured = configureCheck(entry);
		return configured.ok ? [configured.check.scorer] : [];
	});
}
/** The scorers of a task whose options have passed their schema. */
function configuredScorers(options) {
	return options.scorers.map((entry, index) => {
		const configured = configureScorer(entry);
		if (configured.ok) return configured.scorer;
		const faults = configured.issues.map((issue) => issue.message).join("; ");
		throw new WeighbridgeError("config", `scorer ${index + 1}: ${faults}`, { fix: "correct its options as docs/reference/config.md has them" });
	});
}

export { hasScorers as a, nativeTask as c, CountedFromOne as d, goldIndexes as f, nativeMetrics as i, ownPrompt as l, datetime as m, configuredScorers as n, isAnswered as o, date as p, judgesOf as r, limitOf as s, codeOf as t, ANSWER_FORMATS as u };