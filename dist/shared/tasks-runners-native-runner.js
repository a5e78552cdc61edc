import { It as shortLine, Mt as assertNever, Pt as messageOf, _t as isCorpus, bt as keptLikelihoods, dt as MOST_CHECKS, g as askedOf, jt as WeighbridgeError, kt as suggestion, mt as SEVERITIES, y as canonicalJson, yt as isUnscored } from "./core-domain-history.js";
import { t as datasetDigest } from "./tasks-datasets-digest.js";
import { r as isOverflow } from "./tasks-engines-engine.js";
import { a as plainValue, c as variablesIn, i as parseTemplate, n as Interpreter, o as runtimeValue, r as methodCall, s as scopeOf, t as renderChat } from "./tasks-runners-native-chat.js";
import { S as unknown, _ as record, d as literal, f as looseObject, i as _enum, l as discriminatedUnion, m as number, o as array, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { D as askEach, E as dayOf, O as askInOrder, _ as targetOption, a as hasScorers, f as goldIndexes, g as partsOfCheck, h as configureCheck, i as nativeMetrics, m as checkLabel, n as configuredScorers, o as isAnswered, p as PASSED, s as limitOf } from "./tasks-runners-native-describe.js";
import { i as closingOpenedBy, r as closingOf } from "./core-compare-answers.js";
import { n as loadDataset, r as placeOfDataset } from "./tasks-datasets-load.js";
import { n as commonPrefix } from "./tasks-engines-tokens.js";
import { a as meanOfRepeats } from "./core-metrics-repeats.js";
import { a as isOfClasses, o as partsOfChoices, r as companionScores } from "./core-metrics-choices.js";
import { resolve } from "node:path";
import { existsSync } from "node:fs";
import { createHash } from "node:crypto";

// src/tasks/runners/native/conversation.ts
/** A conversation as a text. */
const plainTurns = (turns) => turns.length === 1 ? turns[0]?.content ?? "" : turns.map(({ role, content }) => `${role}: ${content}`).join("\n");
/**
* A conversation in the model's own template, up to where the model is to answer.
* @throws WeighbridgeError `checkpoint` where the template is missing or refuses
*/
function renderTurns({ chatTemplate }, turns, tools) {
	const unusable = (message, fix, cause) => new WeighbridgeError("checkpoint", message, {
		fix,
		cause
	});
	if (chatTemplate === null) throw unusable("the model has no chat template", "set apply_chat_template: false, or judge a checkpoint that carries one");
	if (tools !== void 0 && !/\btools\b/.test(chatTemplate.template)) throw unusable("the model's chat template has no place for tools", "ask a model that was trained on tools, or describe them in a system message");
	try {
		return renderChat(chatTemplate, turns, tools === void 0 ? {} : { tools });
	} catch (cause) {
		throw unusable(`the model's chat template refused: ${shortLine(messageOf(cause), 200)}`, "leave out what the template refuses, such as a system message", cause);
	}
}

// src/tasks/runners/native/thinking.ts
/** Longest thoughts in tokens, where the task does not say. */
const THINKING_TOKENS = 2048;
/** With fewer tokens a model may not have come to the end of what opens its thoughts. */
const SHORTEST_PROBE = 16;
/**
* What a reasoning model answers after its thoughts, which have a budget of their own: what ends an answer, such as a line break,
* ends no thought, and a long thought takes nothing from the answer. Thoughts that come to no end leave no answer.
* @param budget longest thoughts in tokens
*/
async function generateAfterThoughts(model, request, budget) {
	let closing = closingOpenedBy(request.prompt);
	if (closing === null) {
		const maxTokens = Math.max(request.maxTokens, SHORTEST_PROBE);
		const probe = await model.generate({
			...request,
			maxTokens
		});
		if (isOverflow(probe)) return probe;
		closing = closingOf(probe.text);
		if (closing === null) {
			const plain = maxTokens === request.maxTokens ? probe : await model.generate(request);
			return isOverflow(plain) ? plain : {
				...plain,
				thinkingTokens: 0
			};
		}
	}
	const thoughts = await model.generate({
		...request,
		maxTokens: budget,
		stop: [closing.trimEnd()]
	});
	if (isOverflow(thoughts)) return thoughts;
	const { promptTokens, outputTokens: thinkingTokens } = thoughts;
	const asked = thoughts.tokenDigest === void 0 ? {} : { tokenDigest: thoughts.tokenDigest };
	if (thoughts.finish !== "stop") return {
		...thoughts,
		text: "",
		outputTokens: 0,
		thinkingTokens
	};
	const answer = await model.generate({
		...request,
		prompt: `${request.prompt}${thoughts.text}${closing}`
	});
	if (isOverflow(answer)) return {
		...answer,
		...asked
	};
	const { timing: _, ...said } = answer;
	return {
		...said,
		...asked,
		...timeOfBoth(thoughts, answer),
		promptTokens,
		thinkingTokens
	};
}
/** Whoever waits for the answer waits for the thoughts too, whose first token is the first. */
function timeOfBoth({ timing: thoughts }, { timing: answer }) {
	if (thoughts === void 0 || answer === void 0) return {};
	return { timing: {
		...thoughts,
		seconds: thoughts.seconds + answer.seconds
	} };
}

// src/tasks/runners/native/fingerprint.ts
/**
* Raised whenever this runner could ask, count or record differently than before. 2: samples say which tokens they were
* asked in. Not raised by a metric more, which the run declares: a baseline from before is compared by those that it has.
*/
const HARNESS_VERSION = 2;
function nativeFingerprint(options, facts, model) {
	return {
		dataset: facts.datasetDigest,
		prompt: datasetDigest(promptSettings(options)),
		few_shot: facts.fewShot,
		chat_template: chatTemplateDigest(options, model),
		generation: generationSettings(options),
		scorers: facts.scorers.length === 0 ? null : facts.scorers.join(" "),
		filter: null,
		task_version: options.metadata?.version ?? null,
		limit: limitOf(options) ?? null,
		...repeatsField(options),
		harness: "weighbridge native",
		harness_version: HARNESS_VERSION,
		...model.fingerprint
	};
}
/** One answer says nothing of repeats, so that runs from before there were any are the same. */
function repeatsField(options) {
	const repeats = isAnswered(options) ? options.repeats ?? 1 : 1;
	return repeats === 1 ? {} : { repeats };
}
const PROMPT_OPTIONS = [
	"type",
	"doc_to_text",
	"doc_to_choice",
	"doc_to_target",
	"description",
	"target_delimiter",
	"fewshot_delimiter",
	"apply_chat_template",
	"system_instruction"
];
function promptSettings(options) {
	const all = options;
	const declared = all.answer_format === void 0 ? {} : { answer_format: all.answer_format };
	const newer = ["doc_to_contexts", "doc_to_turns"].filter((name) => all[name] !== void 0);
	const tags = options.type === "cases" ? { tags: options.tags ?? null } : {};
	return {
		...Object.fromEntries(PROMPT_OPTIONS.map((name) => [name, all[name] ?? null])),
		...declared,
		...Object.fromEntries(newer.map((name) => [name, all[name]])),
		...tags
	};
}
function chatTemplateDigest(options, model) {
	if (options.type === "perplexity" || !options.apply_chat_template) return null;
	return model.chatTemplate === null ? null : datasetDigest(model.chatTemplate);
}
function generationSettings(options) {
	switch (options.type) {
		case "generate":
		case "drift":
		case "cases": return canonicalJson(options.strip_thinking === true ? {
			strip_thinking: true,
			max_thinking_toks: THINKING_TOKENS,
			...options.generation_kwargs
		} : options.generation_kwargs);
		case "multiple_choice": return canonicalJson({ truncation: options.truncation });
		case "perplexity": return null;
	}
}

// src/tasks/runners/native/rows.ts
/** @throws WeighbridgeError `data` */
async function loadRows(options, directory) {
	const dataset = await loadDataset(placeOfDataset(directory, options.dataset), {
		idField: options.id_field,
		jsonFields: options.json_fields
	});
	assertLater(options, dataset);
	return {
		dataset,
		rows: dataset.rows.map((row) => {
			const at = {
				file: dataset.file,
				line: row.line
			};
			return {
				fields: row.fields,
				at,
				planned: {
					id: row.id,
					index: row.index,
					...label("group", options.group_field, row, at),
					...label("cluster", options.cluster_field, row, at)
				}
			};
		})
	};
}
/** The day that a date or a time of ISO 8601 begins with. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;
/**
* Rows from before the end of the training data may have been learnt, and one that names no day may be from any.
* @throws WeighbridgeError `config` or `data`
*/
function assertLater({ date_field: field, trained_until: until }, { file, rows }) {
	if (until === void 0) return;
	if (field === void 0) throw new WeighbridgeError("config", "trained_until needs a date_field to compare with", { fix: "name the field with the day of a row in date_field" });
	for (const { fields, line } of rows) {
		const value = Object.hasOwn(fields, field) ? fields[field] : void 0;
		const [, day] = (typeof value === "string" ? DAY.exec(value) : null) ?? [];
		const at = {
			file,
			line,
			key: field
		};
		if (day === void 0 || dayOf(day, "iso") === null) throw new WeighbridgeError("data", `the row has no usable day: ${JSON.stringify(value) ?? "missing"}`, {
			at,
			fix: "write it as 2025-03-01, or leave the row out"
		});
		if (day <= until) throw new WeighbridgeError("data", `the row is of ${day}, and the model was trained on data until ${until}`, {
			at,
			fix: "ask only rows of later days: the split is not one in time"
		});
	}
}
function label(kind, field, row, at) {
	return field === void 0 ? {} : { [kind]: fieldLabel(kind, field, row, at) };
}
/**
* A group or cluster that a row lacks would silently weaken the statistics: it is an error.
* @throws WeighbridgeError `data`
*/
function fieldLabel(kind, field, { fields }, at) {
	const value = Object.hasOwn(fields, field) ? fields[field] : void 0;
	const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
	if (typeof text === "string" && text !== "" && text.length <= 512 && !/\p{Cc}/u.test(text)) return text;
	throw new WeighbridgeError("data", `the row has no usable ${kind}: ${JSON.stringify(value) ?? "missing"}`, {
		at: {
			...at,
			key: field
		},
		fix: `give every row a short text or a whole number in ${JSON.stringify(field)}, or remove ${kind}_field`
	});
}

// src/tasks/runners/native/python-methods.ts
const SPACES = /* @__PURE__ */ new Set([..." 	\n\r\v\f\xA0 \u2028\u2029  　", ...Array.from({ length: 11 }, (_, index) => String.fromCodePoint(8192 + index))]);
const LIST_METHODS = {
	index: (self, [wanted]) => found(self.findIndex((each) => isSame(each, wanted)), wanted, "list"),
	count: (self, [wanted]) => self.filter((each) => isSame(each, wanted)).length
};
const TEXT_METHODS = {
	strip: (self, [characters]) => stripped(self, characters, true, true),
	lstrip: (self, [characters]) => stripped(self, characters, true, false),
	rstrip: (self, [characters]) => stripped(self, characters, false, true),
	join: (self, [parts]) => {
		if (!Array.isArray(parts) || !parts.every((part) => typeof part === "string")) throw new Error("join() takes a list of texts");
		return parts.join(self);
	},
	find: (self, [wanted]) => codePointIndex(self, self.indexOf(text$1(wanted))),
	rfind: (self, [wanted]) => codePointIndex(self, self.lastIndexOf(text$1(wanted))),
	index: (self, [wanted]) => found(codePointIndex(self, self.indexOf(text$1(wanted))), wanted, "text"),
	count: (self, [wanted]) => text$1(wanted) === "" ? Array.from(self).length + 1 : self.split(text$1(wanted)).length - 1,
	rsplit: (self, [separator, most]) => {
		if (typeof separator !== "string" || separator === "") throw new Error("rsplit() needs a separator");
		const parts = self.split(separator);
		const kept = typeof most === "number" && most >= 0 ? Math.max(0, parts.length - most - 1) : 0;
		return kept === 0 ? parts : [parts.slice(0, kept + 1).join(separator), ...parts.slice(kept + 1)];
	}
};
/** The method of a value of a template; null for one that is left to the library. */
function pythonMethod(self, name) {
	const methods = typeof self === "string" ? TEXT_METHODS : Array.isArray(self) ? LIST_METHODS : {};
	return Object.hasOwn(methods, name) ? methods[name] ?? null : null;
}
function found(index, wanted, where) {
	if (index < 0) throw new Error(`${JSON.stringify(wanted) ?? "a value"} is not in the ${where}`);
	return index;
}
/** Equal as Python sees numbers, texts, booleans and None. */
const isSame = (one, other) => {
	const [a, b] = [one, other].map((value) => typeof value === "boolean" ? Number(value) : value);
	return a === b;
};
function text$1(value) {
	if (typeof value !== "string") throw new Error("the argument must be a text");
	return value;
}
/** Python counts characters; JavaScript UTF-16 units. */
const codePointIndex = (self, index) => index < 0 ? index : Array.from(self.slice(0, index)).length;
function stripped(self, characters, left, right) {
	const dropped = characters === void 0 || characters === null ? SPACES : new Set(text$1(characters));
	const all = Array.from(self);
	let start = 0;
	let end = all.length;
	while (left && start < end && dropped.has(all[start] ?? "")) start += 1;
	while (right && end > start && dropped.has(all[end - 1] ?? "")) end -= 1;
	return all.slice(start, end).join("");
}

// src/tasks/runners/native/template.ts
/** A field that a template without any variable names as Python's format strings do; `\\boxed{answer}` is no such one. */
const fieldInOneBrace = (source, { fields }) => [...source.matchAll(/(?<![\w{]){\s*(\w+)\s*}(?!})/g)].map((match) => match[1] ?? "").find((name) => Object.hasOwn(fields, name));
/**
* Compiles `doc_to_text` and its like. As in lm-evaluation-harness, what is the name of a field means that field, and an
* undefined variable is an error: an empty prompt must never stand for a misspelt one. A null that would be printed is
* an error as well.
*
* @param option name of the option, for messages
* @throws WeighbridgeError `config` when the template does not parse
*/
function compileTemplate(source, option) {
	const program = parseStrictly(source, option);
	const names = [...variablesIn(program)];
	const evaluated = (row, isPrinted, evaluate) => {
		const braced = names.length === 0 ? fieldInOneBrace(source, row) : void 0;
		if (braced !== void 0) throw new WeighbridgeError("data", `${option} has {${braced}}, which stands for itself in every row`, {
			at: row.at,
			fix: `write {{${braced}}} for the field ${braced}`
		});
		try {
			const read = names.filter((name) => Object.hasOwn(row.fields, name));
			const scope = scopeOf({}, Object.fromEntries(read.map((name) => [name, row.fields[name]])));
			return evaluate(new StrictInterpreter(scope, program, isPrinted));
		} catch (cause) {
			throw new WeighbridgeError("data", `${option} ${JSON.stringify(source)}: ${messageOf(cause)}`, {
				at: row.at,
				cause,
				fix: "correct the template, or give the row the fields that it reads"
			});
		}
	};
	const [only, ...others] = program.body.filter(({ type }) => type !== "Set");
	const expression = only !== void 0 && others.length === 0 && isExpression(only) ? only : null;
	return {
		text(row) {
			if (Object.hasOwn(row.fields, source)) {
				const field = row.fields[source];
				if (typeof field === "string" || typeof field === "number") return String(field);
				throw new WeighbridgeError("data", `the field ${JSON.stringify(source)} of ${option} is not a text`, {
					at: row.at,
					fix: "name a field that holds a text, or write a template"
				});
			}
			return evaluated(row, true, (interpreter) => String(interpreter.run(program).value));
		},
		value(row) {
			if (Object.hasOwn(row.fields, source)) return row.fields[source];
			if (expression === null) return this.text(row);
			return evaluated(row, false, (interpreter) => {
				const values = program.body.map((statement) => interpreter.evaluate(statement, interpreter.global));
				return plainValue(values[program.body.indexOf(expression)]);
			});
		}
	};
}
function parseStrictly(source, option) {
	try {
		return parseTemplate(source.endsWith("\n") ? `${source}\n` : source, false);
	} catch (cause) {
		throw new WeighbridgeError("config", `${option} is not a Jinja template: ${messageOf(cause)}`, {
			cause,
			fix: `correct ${option}; as in lm-evaluation-harness fields stand in double braces: {{question}}`
		});
	}
}
/** Jinja's StrictUndefined: an undefined value may be tested and given a default, and nothing else. */
var StrictInterpreter = class extends Interpreter {
	#forgiven = /* @__PURE__ */ new WeakSet();
	#printed;
	#isPrinted;
	/** @param isPrinted whether the result is a text, in which a list has no place */
	constructor(environment, program, isPrinted) {
		super(environment);
		this.#isPrinted = isPrinted;
		this.#printed = printedStatements(program);
	}
	evaluate(statement, environment) {
		if (statement === void 0) return super.evaluate(statement, environment);
		const forgiven = forgivenOperand(statement);
		if (forgiven !== null) this.#forgiven.add(forgiven);
		const value = this.#called(statement, environment) ?? super.evaluate(statement, environment);
		if (value.type === "UndefinedValue" && !this.#forgiven.has(statement)) throw new Error(`${nameOf(statement)} is undefined`);
		if (value.type === "NullValue" && this.#printed.has(statement)) throw new Error(`${nameOf(statement)} is null`);
		if (typeof value.value === "object" && value.value !== null && this.#isPrinted && this.#printed.has(statement)) {
			const what = Array.isArray(value.value) ? "a list: join it, as in {{ choices | join(\", \") }}" : "no text";
			throw new Error(`${nameOf(statement)} is ${what}`);
		}
		return value;
	}
	/** What a method of Python's gives; null for every other call, which the library knows or refuses. */
	#called(statement, environment) {
		const call = methodCall(statement);
		const { object, property } = call?.callee ?? {};
		if (call === null || object === void 0 || property === void 0) return null;
		const owner = this.evaluate(object, environment);
		const method = pythonMethod(owner.value, property.value);
		if (method === null || call.args.some(({ type }) => /^(Keyword|Spread)/.test(type))) return null;
		const args = call.args.map((argument) => plainValue(this.evaluate(argument, environment)));
		return runtimeValue(method(plainValue(owner), args));
	}
};
/** The operand of `is defined`, `is undefined` and `default`. */
function forgivenOperand(statement) {
	if (!("operand" in statement)) return null;
	const by = "test" in statement ? statement.test : "filter" in statement ? statement.filter : null;
	return [
		"defined",
		"undefined",
		"default"
	].includes(calledName(by)) ? statement.operand : null;
}
/** The name of `default` and of `default('x')` alike. */
function calledName(node) {
	if (typeof node !== "object" || node === null) return "";
	if ("callee" in node) return calledName(node.callee);
	return "value" in node && ["string", "number"].includes(typeof node.value) ? String(node.value) : "";
}
/** Expressions whose value goes into the text: the members of template bodies. */
function printedStatements(program) {
	const printed = /* @__PURE__ */ new WeakSet();
	const visit = (statements) => {
		for (const statement of statements) {
			if (isExpression(statement)) printed.add(statement);
			for (const key of [
				"body",
				"alternate",
				"defaultBlock"
			]) if (key in statement) visit(statement[key]);
		}
	};
	visit(program.body);
	return printed;
}
const STATEMENTS = [
	"Program",
	"If",
	"For",
	"Set",
	"Macro",
	"Break",
	"Continue",
	"Comment"
];
function isExpression(statement) {
	return !STATEMENTS.includes(statement.type) && !statement.type.endsWith("Statement");
}
function nameOf(statement) {
	if ("property" in statement) return JSON.stringify(calledName(statement.property));
	return calledName(statement) === "" ? `a ${statement.type}` : JSON.stringify(calledName(statement));
}

// src/tasks/runners/native/prompt.ts
/**
* Where the task has a `group_field` and the examples have it too, as MMLU's five of each subject, a question is asked after
* those of its own group.
* @throws WeighbridgeError `config` or `data`
*/
async function loadExamples(options, directory) {
	const { num_fewshot: count, fewshot_dataset: written, group_field: field } = options;
	if (count === 0) return {
		rows: [],
		of: () => [],
		digest: null
	};
	if (written === void 0) throw new WeighbridgeError("config", "num_fewshot needs a fewshot_dataset to take examples from", { fix: "name a file of solved examples in fewshot_dataset" });
	const { file, rows } = await loadDataset(placeOfDataset(directory, written), { jsonFields: options.json_fields });
	const isGrouped = field !== void 0 && rows.some(({ fields }) => Object.hasOwn(fields, field));
	const groups = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const at = {
			file,
			line: row.line
		};
		const group = isGrouped ? fieldLabel("group", field, row, at) : void 0;
		const own = groups.get(group) ?? [];
		if (own.length <= count) groups.set(group, [...own, {
			fields: row.fields,
			at
		}]);
	}
	const shown = [...groups.values()].flat();
	const contents = shown.map(({ fields }) => fields);
	return {
		rows: shown,
		of: (group) => groups.get(isGrouped ? group : void 0) ?? [],
		digest: datasetDigest(isGrouped ? [
			count,
			field,
			contents
		] : [count, contents])
	};
}
/**
* Assembles prompts as lm-evaluation-harness does (lm_eval/api/task.py, `fewshot_context`, commit 4e7e0d4, August 2026):
* system instruction and description, then each example as question, target delimiter, answer, few-shot delimiter, then
* the question.
*
* @param solve the text of a row's right answer, for the examples
*/
function createPromptBuilder(options, examples, solve) {
	const question = compileTemplate(options.doc_to_text, "doc_to_text");
	const description = compileTemplate(options.description, "description");
	const solved = (row) => `${question.text(row)}${options.target_delimiter}${solve(row)}${options.fewshot_delimiter}`;
	const texts = /* @__PURE__ */ new Map();
	for (const row of examples.rows) {
		if (solve(row) === "") throw new WeighbridgeError("data", "an example without an answer", {
			at: row.at,
			fix: "correct the row, or leave it out"
		});
		texts.set(row, solved(row));
	}
	return { build(row) {
		const { group } = row.planned;
		const own = examples.of(group);
		const self = own.length === 0 ? "" : solved(row);
		const others = own.flatMap((example) => texts.get(example) ?? []).filter((text) => text !== self).slice(0, options.num_fewshot);
		if (others.length < options.num_fewshot) throw new WeighbridgeError("data", `only ${others.length} of ${options.num_fewshot} examples are left${group === void 0 ? "" : ` for ${group}`}`, {
			at: row.at,
			fix: "add rows to fewshot_dataset that are not asked, or lower num_fewshot"
		});
		const asked = question.text(row);
		return {
			system: systemText(options, description, row),
			user: `${others.join("")}${asked}`,
			question: asked
		};
	} };
}
function systemText(options, description, row) {
	const [before, after] = [options.system_instruction ?? "", options.description === "" ? "" : description.text(row)].filter((part) => part !== "");
	if (before === void 0) return "";
	if (after === void 0) return before;
	return /\s$/u.test(before) || /^\s/u.test(after) ? `${before}${after}` : `${before}${options.fewshot_delimiter}${after}`;
}
/**
* The text the model is given: as it is, or inside the model's chat template with examples and question as one user turn
* (the harness with `fewshot_as_multiturn` off).
*
* @param model null to leave the template out
* @throws WeighbridgeError `checkpoint` when the model has no chat template, or its template refuses
*/
function renderPrompt(prompt, options, model) {
	if (!options.apply_chat_template || model === null) return `${prompt.system}${prompt.user}`;
	if (model.chatTemplate === null) throw new WeighbridgeError("checkpoint", "the model has no chat template", { fix: "set apply_chat_template: false, or judge a checkpoint that carries one" });
	const system = prompt.system === "" ? [] : [{
		role: "system",
		content: prompt.system
	}];
	try {
		return renderChat(model.chatTemplate, [...system, {
			role: "user",
			content: prompt.user
		}]);
	} catch (cause) {
		throw new WeighbridgeError("checkpoint", `the model's chat template refused: ${messageOf(cause)}`, {
			fix: "set apply_chat_template: false, or leave out what the template refuses, such as a system message",
			cause
		});
	}
}
/** What two prompts begin with, where there are two. */
const commonBeginning = (prompt, other = "") => prompt.slice(0, commonPrefix(prompt, other));

// src/tasks/runners/native/given.ts
/** What an engine answered, as it is kept. */
const givenAnswer = union([strictObject({
	overflow: strictObject({
		tokens: number(),
		context: number()
	}),
	tokenDigest: string().exactOptional()
}), strictObject({
	text: string(),
	promptTokens: number(),
	outputTokens: number(),
	finish: _enum([
		"stop",
		"end_of_text",
		"length"
	]),
	tokenDigest: string().exactOptional(),
	timing: strictObject({
		seconds: number().min(0),
		firstTokenSeconds: number().min(0).exactOptional()
	}).exactOptional(),
	machine: string().exactOptional(),
	thinkingTokens: number().exactOptional(),
	said: array(string()).exactOptional()
})]);
/** All answers to a sample that an earlier evaluation kept; null where they are not whole, and it is asked again. */
function readKept(kept, repeats) {
	const { data } = array(givenAnswer).safeParse(kept);
	const last = data?.at(-1);
	return last !== void 0 && (data?.length === repeats || isOverflow(last)) && data !== void 0 ? data : null;
}
/**
* Answers to a sample by its id. The turns of a conversation are asked once: what a later one rests on is what was scored of an earlier
* one, whichever of them comes first.
*/
function askingOnce(options, questions, context) {
	const ofTurns = /* @__PURE__ */ new Map();
	const answer = async (id, question) => {
		const kept = readKept(context.answers?.kept.get(id), options.repeats ?? 1);
		if (kept !== null) return {
			given: kept,
			isNew: false
		};
		const said = [];
		for (const before of question.conversation?.after ?? []) {
			const [first] = (await answersTo(before)).given ?? [];
			if (first === void 0 || isOverflow(first)) return {
				given: first === void 0 ? null : [first],
				isNew: true
			};
			said.push(first.text);
		}
		return {
			given: await askRepeatedly(id, question, said, questions.get(context.alike?.(id) ?? ""), options, context),
			isNew: true
		};
	};
	const answersTo = (id) => {
		const question = questions.get(id);
		if (question === void 0) throw new Error(`${id} is not a sample of this task`);
		const known = ofTurns.get(id);
		if (known !== void 0) return known;
		const answers = answer(id, question);
		if (question.conversation !== void 0) ofTurns.set(id, answers);
		return answers;
	};
	return answersTo;
}
/** All answers to a sample, or none: one of which only some are there is asked again. */
async function askRepeatedly(id, { render }, said, alike, options, { model, seed, signal }) {
	const { max_gen_toks, until, temperature, max_thinking_toks = THINKING_TOKENS } = options.generation_kwargs;
	const answers = [];
	for (let repeat = 0; repeat < (options.repeats ?? 1); repeat += 1) {
		if (signal.aborted) return null;
		const prompt = render(model, said);
		const request = {
			prompt,
			beginning: commonBeginning(prompt, alike?.render(model)),
			specialTokens: options.apply_chat_template,
			maxTokens: max_gen_toks,
			stop: until,
			temperature,
			seed: answerSeed(seed, id, repeat)
		};
		const answer = options.strip_thinking === true ? await generateAfterThoughts(model, request, max_thinking_toks) : await model.generate(request);
		const { machine } = model;
		const given = said.length === 0 ? answer : afterTurns(answer, said);
		answers.push(isOverflow(given) || machine === void 0 ? given : {
			...given,
			machine
		});
		if (isOverflow(answer)) break;
	}
	return answers;
}
/** Tokens in which the model's own answers stand prove nothing of how it was asked. */
function afterTurns({ tokenDigest: _, ...answer }, said) {
	return isOverflow(answer) ? answer : {
		...answer,
		said
	};
}
/**
* Each answer has a seed of its own, so that it does not depend on which went before it. The first has what it has alone: more
* repeats are more of the same.
*/
function answerSeed(seed, id, repeat) {
	return createHash("sha256").update(canonicalJson(repeat === 0 ? [seed, id] : [
		seed,
		id,
		repeat
	])).digest().readUInt32BE(0);
}

// src/tasks/runners/native/repeats.ts
/**
* A sample of all its answers: each score is the mean over them, and where one of them has none neither has the sample, since
* the mean of the others is of answers that somebody chose.
*/
function joinAnswers(answers) {
	const [{ record: first }] = answers;
	if (answers.length === 1) return first;
	const each = answers.map(({ record }) => record);
	const names = Object.keys(first.scores);
	const scores = Object.fromEntries(names.map((name) => [name, joinScores(each.map((one) => one.scores[name] ?? { unscored: "no score" }))]));
	const lists = names.flatMap((name) => {
		const own = each.map((one) => one.scores[name]).filter((score) => typeof score === "number");
		return own.length === each.length ? [[name, own]] : [];
	});
	const texts = answers.map(({ text }) => text);
	const same = texts.map((text) => text.trim());
	const repeats = {
		scores: Object.fromEntries(lists),
		same_as: same.map((text) => same.indexOf(text))
	};
	const usage = usageOfAll(each.map((one) => one.usage));
	const { usage: _, timing: __, ...shared } = first;
	const failed = [...new Set(each.flatMap((one) => one.case?.failed ?? []))].slice(0, MOST_CHECKS.count);
	const timings = each.flatMap(({ timing }) => timing ?? []);
	return {
		...shared,
		...shared.case === void 0 ? {} : { case: {
			...shared.case,
			failed
		} },
		scores,
		...lists.length === 0 ? {} : { repeats },
		answer_digest: datasetDigest({ answers: texts }),
		...usage === void 0 ? {} : { usage },
		...joinTimings(timings, each.length)
	};
}
function joinScores(scores) {
	const missing = scores.filter(isUnscored);
	const [why] = missing;
	if (why !== void 0) return { unscored: `${missing.length} of ${scores.length} answers have no score: ${why.unscored}` };
	const numbers = scores.filter((score) => typeof score === "number");
	if (numbers.length === scores.length) return meanOfRepeats(numbers);
	const ratios = scores.flatMap((score) => typeof score === "number" || isUnscored(score) || isCorpus(score) ? [] : [score]);
	if (ratios.length !== scores.length) throw new TypeError("scores of a corpus metric have no mean");
	return {
		numerator: meanOfRepeats(ratios.map(({ numerator }) => numerator)),
		denominator: meanOfRepeats(ratios.map(({ denominator }) => denominator))
	};
}
/** What all answers took; undefined where of one it is not known, or whether its thoughts are among its tokens: the others are no total. */
function usageOfAll(usages) {
	const known = usages.filter((usage) => usage !== void 0);
	const thoughts = known.flatMap(({ thinking_tokens: tokens }) => tokens ?? []);
	if (known.length < usages.length || thoughts.length > 0 && thoughts.length < known.length) return void 0;
	const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);
	return {
		prompt_tokens: total(known.map(({ prompt_tokens }) => prompt_tokens)),
		output_tokens: total(known.map(({ output_tokens }) => output_tokens)),
		...thoughts.length === 0 ? {} : { thinking_tokens: total(thoughts) }
	};
}
/** Nothing where an answer was not timed, or on another machine than the others: a mean of some is of those that somebody chose. */
function joinTimings(timings, answers) {
	const [first] = timings;
	if (!(first !== void 0 && timings.every(({ machine }) => machine === first.machine)) || timings.length < answers) return {};
	const total = (of) => Math.round(timings.reduce((sum, timing) => sum + of(timing), 0) * 1e6) / 1e6;
	const firstTokens = timings.flatMap(({ first_token_seconds: seconds }) => seconds ?? []);
	return { timing: {
		seconds: total(({ seconds }) => seconds),
		...firstTokens.length < answers ? {} : { first_token_seconds: total(({ first_token_seconds: seconds = 0 }) => seconds) },
		answers,
		machine: first.machine
	} };
}

// src/tasks/runners/native/sample.ts
/** Longest text stored of an answer, in UTF-16 units: enough for a reader, and a model cannot fill the disk. */
const MAX_OUTPUT_LENGTH = 16384;
/** The part of a record that the dataset decides. */
function plannedFields({ id, index, group, cluster }) {
	return {
		id,
		index,
		...group === void 0 ? {} : { group },
		...cluster === void 0 ? {} : { cluster }
	};
}
/** Proof of what tokens it was asked in, where the engine tells. */
const tokenField = ({ tokenDigest }) => tokenDigest === void 0 ? {} : { token_digest: tokenDigest };
/** How long it took, where the engine tells. */
const timingField = ({ timing }, { machine }) => {
	if (timing === void 0 || machine === void 0) return {};
	const { seconds, firstTokenSeconds: first } = timing;
	return { timing: {
		seconds,
		...first === void 0 ? {} : { first_token_seconds: first },
		machine
	} };
};
function overflowReason({ overflow: { tokens, context } }) {
	return `the prompt has ${tokens} tokens, the context holds ${context}`;
}
/** The same reason for every metric: nothing of this sample could be scored. */
function unscoredAll(metrics, reason) {
	const score = { unscored: reason };
	return Object.fromEntries(metrics.map(({ name }) => [name, score]));
}
/** Cuts between characters, never inside a surrogate pair. */
function boundedOutput(text) {
	if (text.length <= MAX_OUTPUT_LENGTH) return text;
	const cut = text.slice(0, MAX_OUTPUT_LENGTH);
	return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

// src/tasks/runners/native/answering.ts
/** Answers scored at once where a classifier's start is paid once for all; what waits for it is kept meanwhile. */
const SCORING_BATCH = 32;
/** Answers for which it is worth loading the model that scores them, and the one that gave them again for the next. */
const LOADING_BATCH = 256;
/** A task whose model writes its answers. */
function taskOfQuestions(options, { samples, questions, scoring, scorers, ...facts }) {
	const questionOf = ({ id }) => {
		const question = questions.get(id);
		if (question === void 0) throw new Error(`${id} is not a sample of this task`);
		return question;
	};
	const { metrics } = nativeMetrics(options);
	const batch = scorers.some(({ scoresTogether }) => scoresTogether) ? Math.max(1, Math.floor(SCORING_BATCH / (options.repeats ?? 1))) : 1;
	const loadsModel = scorers.some((scorer) => scorer.loadsModel);
	const together = loadsModel ? LOADING_BATCH : batch;
	const commands = scorers.filter(({ runsCode }) => runsCode).map(({ name }) => name);
	return {
		...commands.length === 0 ? {} : { code: `the command of the scorer ${commands.join(", ")}` },
		...together === 1 ? {} : { together },
		samples,
		metrics,
		datasetDigest: facts.datasetDigest,
		limit: limitOf(options) ?? null,
		ready: (signal) => scoring.ready(signal),
		fingerprint: (model) => nativeFingerprint(options, {
			...facts,
			scorers: scoring.versions()
		}, model),
		show(sample, model) {
			const { render, targets } = questionOf(sample);
			return {
				prompt: render(model),
				continuations: [],
				gold: null,
				targets
			};
		},
		async run(context) {
			const answersTo = askingOnce(options, questions, context);
			const most = context.model.parallel ?? 1;
			const answered = most === 1 ? batch : Math.max(batch, 4 * most);
			const size = loadsModel ? context.pending.length : answered;
			try {
				for (let start = 0; start < context.pending.length; start += size) {
					const asked = [];
					await askInOrder(context.pending.slice(start, start + size), most, () => !context.signal.aborted, async (sample) => {
						return {
							sample,
							question: questionOf(sample),
							...await answersTo(sample.id)
						};
					}, async ({ sample, question, given, isNew }) => {
						if (given === null) return;
						if (isNew && size > 1) await context.answers?.keep(sample.id, given);
						asked.push(given.map((answer) => recordOf(sample, question, answer, options, context)));
					});
					if (context.signal.aborted && loadsModel) return;
					if (loadsModel) await context.release?.();
					for (let first = 0; first < asked.length; first += answered) {
						const part = asked.slice(first, first + answered);
						for (const record of await score(part, scoring, context)) await context.write(record);
						if (context.signal.aborted) return;
					}
				}
			} finally {
				await scoring.close();
			}
		}
	};
}
function recordOf(sample, { render, conversation, asked, targets, contexts, reference = targets, severity }, answer, options, { model }) {
	const said = isOverflow(answer) ? [] : answer.said ?? [];
	const turns = said.length === 0 ? void 0 : conversation?.turns(said);
	const record = {
		...plannedFields(sample),
		input_digest: datasetDigest({ prompt: render(model) }),
		target_digest: datasetDigest(reference === targets ? { targets } : {
			targets,
			reference
		}),
		...askedOf(turns ?? asked, void 0, reference),
		...severity === void 0 ? {} : { case: {
			severity,
			failed: []
		} },
		scores: {},
		...tokenField(answer)
	};
	if (isOverflow(answer)) {
		const { metrics } = nativeMetrics(options);
		return {
			record: {
				...record,
				scores: unscoredAll(metrics, overflowReason(answer))
			},
			answer: null
		};
	}
	return {
		record: {
			...record,
			output: boundedOutput(answer.text),
			truncated: answer.finish === "length",
			usage: {
				prompt_tokens: answer.promptTokens,
				output_tokens: answer.outputTokens,
				...answer.thinkingTokens === void 0 ? {} : { thinking_tokens: answer.thinkingTokens }
			},
			...timingField(answer, answer)
		},
		answer: {
			id: sample.id,
			output: answer.text,
			targets,
			question: turns === void 0 ? asked : plainTurns(turns),
			...contexts === void 0 ? {} : { contexts },
			outputTokens: answer.outputTokens
		}
	};
}
async function score(asked, scoring, { signal }) {
	const answers = asked.flat().flatMap(({ answer }) => answer === null ? [] : [answer]);
	const given = answers.length === 0 ? [] : await scoring.score(answers, signal);
	const scored = new Map(answers.map((answer, index) => [answer, given[index]]));
	return asked.map((own) => {
		const [first, ...others] = own.map(({ record, answer }) => ({
			record: withScores(record, answer === null ? void 0 : scored.get(answer)),
			text: answer?.output ?? ""
		}));
		if (first === void 0) throw new Error("a sample without an answer");
		return joinAnswers([first, ...others]);
	});
}
function withScores(record, scored) {
	if (scored === void 0) return record;
	const { scores, failed } = scored;
	return {
		...record,
		scores,
		...record.case === void 0 || failed === void 0 ? {} : { case: {
			...record.case,
			failed
		} }
	};
}

// src/tasks/runners/native/test-case.ts
const text = string().min(1);
const call = strictObject({
	name: text,
	arguments: record(string(), unknown()).default({})
});
const message = discriminatedUnion("role", [
	strictObject({
		role: _enum(["system", "user"]),
		content: text
	}),
	strictObject({
		role: literal("assistant"),
		content: string().default(""),
		tool_calls: array(call).min(1).optional()
	}),
	strictObject({
		role: literal("tool"),
		content: string(),
		name: text.optional()
	})
]);
/** As OpenAI's API has them, or the function by itself. */
const tool = union([strictObject({
	type: literal("function"),
	function: looseObject({ name: text })
}), strictObject({
	name: text,
	description: string().optional(),
	parameters: record(string(), unknown()).optional()
}).transform((named) => ({
	type: "function",
	function: named
}))]);
/** A row of a behaviour suite. */
const testCase = strictObject({
	name: text.max(200),
	description: string().optional(),
	input: text.optional(),
	messages: array(message).min(1).optional(),
	target: targetOption.optional(),
	checks: array(union([text, looseObject({ name: text })])).min(1, "a case without checks cannot fail").max(MOST_CHECKS.count),
	tags: array(string().regex(/^[^\p{Cc}]{1,100}$/u, "must be short and without control characters")).min(1).optional(),
	severity: _enum(SEVERITIES).default("normal"),
	tools: array(tool).min(1).optional()
});
/**
* A row as a test case.
* @throws WeighbridgeError `data` for the first thing that is wrong, by the name of the case where it has one
*/
function parseCase(fields, at) {
	const parsed = testCase.safeParse(fields);
	const named = typeof fields.name === "string" ? `the case ${JSON.stringify(fields.name)}` : "a case";
	const fail = (what, fix, key) => {
		throw new WeighbridgeError("data", `${named}: ${what}`, {
			at: key === void 0 || key === "" ? at : {
				...at,
				key
			},
			fix
		});
	};
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const key = issue?.path.join(".");
		if (issue?.code === "unrecognized_keys" && issue.path.length === 0) {
			const [unknown = ""] = issue.keys;
			return fail(`unknown key ${shortLine(unknown, 100)}`, suggestion(unknown, Object.keys(testCase.shape), "keys"), unknown);
		}
		return fail(shortLine(issue?.message ?? "it is none", 200), "write it as docs/how-to/behaviour-suites.md has it", key);
	}
	const { input, messages, ...rest } = parsed.data;
	if (input === void 0 === (messages === void 0)) return fail(input === void 0 ? "nothing is asked" : "it has both input and messages", "give it one of them: `input` for one question, `messages` for a conversation");
	const asked = messages ?? [{
		role: "user",
		content: input ?? ""
	}];
	const last = asked.at(-1);
	if (last?.role !== "user" && last?.role !== "tool") return fail(`the conversation ends with what the ${last?.role} says`, "end it where the model is to answer: with a turn of the user, or what a tool gave", "messages");
	return {
		...rest,
		messages: asked
	};
}

// src/tasks/runners/native/cases.ts
/** The test cases of a task that it asks, in the order of the file, each with where it stands. */
async function loadCases(options, directory) {
	const { dataset, rows } = await loadRows(options, directory);
	const all = rows.map((row) => ({
		row,
		parsed: parseCase(row.fields, row.at)
	}));
	const { tags } = options;
	const cases = tags === void 0 ? all : all.filter(({ parsed }) => parsed.tags?.some((tag) => tags.includes(tag)));
	if (cases.length > 0) return {
		digest: dataset.digest,
		cases
	};
	const known = new Set(all.flatMap(({ parsed }) => parsed.tags ?? []));
	throw new WeighbridgeError("data", `no case has one of the tags ${tags?.join(", ")}`, {
		at: { file: dataset.file },
		fix: suggestion(tags?.[0] ?? "", [...known], "tags")
	});
}
/** Reads every case and opens the scorers of its checks; after this only the model and services can fail. */
async function prepareCases(options, directory) {
	const { digest, cases } = await loadCases(options, directory);
	const opened = /* @__PURE__ */ new Map();
	const prepared = [];
	const configured = [];
	for (const { row, parsed } of cases) {
		const checks = [];
		for (const [index, written] of parsed.checks.entries()) {
			const { entry, check } = checkOf(written, index, parsed, options, {
				row,
				directory
			});
			configured.push(check.scorer);
			const { name, options: own } = partsOfCheck(entry);
			const key = canonicalJson([name, own]);
			const open = opened.get(key) ?? await check.scorer.open(directory);
			opened.set(key, open);
			checks.push({
				...check,
				open
			});
		}
		const [group] = parsed.tags ?? [];
		const planned = {
			...row.planned,
			severity: parsed.severity,
			...group === void 0 ? {} : { group }
		};
		prepared.push({
			planned,
			question: questionOf(parsed, checks, options, row),
			checks
		});
	}
	const byId = new Map(prepared.map(({ planned, checks }) => [planned.id, checks]));
	return taskOfQuestions(options, {
		samples: prepared.map(({ planned }) => planned),
		questions: new Map(prepared.map(({ planned, question }) => [planned.id, question])),
		scoring: scoringOf([...opened.values()], (id) => byId.get(id) ?? []),
		scorers: configured,
		datasetDigest: digest,
		fewShot: null
	});
}
function checkOf(written, index, { name, target }, { checks = {} }, { row, directory }) {
	const fail = (message, fix) => {
		throw new WeighbridgeError("data", `the case ${JSON.stringify(name)}: ${message}`, {
			at: {
				...row.at,
				key: `checks.${index}`
			},
			fix
		});
	};
	const own = partsOfCheck(written);
	const shared = Object.hasOwn(checks, own.name) ? checks[own.name] : void 0;
	if (shared !== void 0 && Object.keys(own.options).length > 0) return fail(`the check ${own.name} has its options in the config`, "leave them out here");
	const entry = shared === void 0 ? written : {
		...typeof shared === "string" ? { name: shared } : shared,
		...own.conditions
	};
	const configured = configureCheck(entry, checkLabel(written));
	if (!configured.ok) return fail(issuesOf(configured.issues), "correct the check");
	const { check } = configured;
	const reaches = shared === void 0 ? reachOf(check, directory) : null;
	if (reaches !== null) return fail(`its check ${own.name} ${reaches}, which a dataset may not`, `name it in the config, such as \`checks: { mine: { name: ${own.name}, … } }\`, and write \`mine\` here`);
	const targets = check.targets ?? (target === void 0 ? [] : [target].flat());
	const fault = check.scorer.checkTargets(targets);
	if (fault !== null) return fail(fault, "give the check or its case a `target`");
	return {
		entry,
		check
	};
}
const issuesOf = (issues) => issues.map(({ path, message }) => [path.join("."), message].filter((part) => part !== "").join(": ")).map((issue) => shortLine(issue, 200)).join("; ");
/**
* What a check would do that a reviewer has to see in the config, where files count with their content, costs are told and code needs to be
* allowed; null where it looks at nothing but the answer.
*/
function reachOf({ scorer }, directory) {
	if (scorer.runsCode) return "runs code";
	if (scorer.asks !== null) return "asks another model";
	for (const [option, value] of Object.entries(scorer.options)) {
		if (typeof value !== "string" || value === "" || value.includes("\0")) continue;
		if (/^https?:\/\//i.test(value)) return `asks a service (${option})`;
		if (existsSync(resolve(directory, value))) return `reads a file (${option})`;
	}
	return null;
}
function questionOf({ name, messages, target, severity, tools }, checks, options, row) {
	const system = options.system_instruction;
	const turns = [...system === void 0 || messages.some(({ role }) => role === "system") ? [] : [{
		role: "system",
		content: system
	}], ...messages.map(turnOf)];
	if (!options.apply_chat_template && (turns.length > 1 || tools !== void 0)) throw new WeighbridgeError("data", `the case ${JSON.stringify(name)} has turns, which need a chat template`, {
		at: row.at,
		fix: "leave apply_chat_template out of the task, or ask with one `input` and no system message"
	});
	const targets = target === void 0 ? [] : [target].flat();
	return {
		asked: messages.length === 1 ? messages[0]?.content ?? "" : plainTurns(messages.map(turnOf)),
		targets,
		reference: [...targets, ...checks.map(({ label }) => label)],
		severity,
		render: (model) => options.apply_chat_template && model !== null ? renderTurns(model, turns, tools) : plainTurns(turns)
	};
}
function turnOf(message) {
	if (message.role !== "assistant" || message.tool_calls === void 0) return message;
	const { tool_calls: calls, ...turn } = message;
	return {
		...turn,
		tool_calls: calls.map((call) => ({
			type: "function",
			function: call
		}))
	};
}
function scoringOf(scorers, checksOf) {
	return {
		versions: () => [`checks@1#${datasetDigest(scorers.map(({ version }) => version).sort()).slice(0, 16)}`],
		async ready(signal) {
			for (const scorer of scorers) await scorer.ready(signal);
		},
		async score(answers, signal) {
			const jobs = answers.flatMap(({ id }, answer) => checksOf(id).map((check) => ({
				answer,
				check
			})));
			const outcomes = /* @__PURE__ */ new Map();
			for (const open of scorers) {
				const own = jobs.filter(({ check }) => check.open === open);
				if (own.length === 0) continue;
				const scores = await open.score(own.map(({ answer, check }) => {
					const asked = answers[answer];
					return check.targets === null ? asked : {
						...asked,
						targets: check.targets
					};
				}), signal);
				for (const [index, job] of own.entries()) outcomes.set(job, job.check.passes(scores[index] ?? {}));
			}
			return answers.map((_, index) => verdictOf(jobs.filter(({ answer }) => answer === index), outcomes));
		},
		async close() {
			for (const scorer of scorers) await scorer.close();
		}
	};
}
/** A case passes where all its checks do; where one has no score nobody knows. */
function verdictOf(jobs, outcomes) {
	const failed = [];
	for (const job of jobs) {
		const outcome = outcomes.get(job) ?? { unscored: "no score" };
		if (typeof outcome !== "boolean" && isUnscored(outcome)) return { scores: { [PASSED]: { unscored: `${job.check.label}: ${outcome.unscored}` } } };
		if (outcome === false) failed.push(job.check.label);
	}
	return {
		scores: { [PASSED]: Number(failed.length === 0) },
		failed
	};
}

// src/tasks/runners/native/turns.ts
/** What the user says in each turn of a row. @throws WeighbridgeError `data` for what is no list of texts */
function turnReader(source) {
	const template = compileTemplate(source, "doc_to_turns");
	return (row) => {
		const turns = template.value(row);
		if (Array.isArray(turns) && turns.length > 0 && turns.every((turn) => typeof turn === "string" && turn.trim() !== "")) return turns;
		throw new WeighbridgeError("data", "doc_to_turns gives no list of texts", {
			at: row.at,
			fix: "name a field that lists what the user says, one text a turn"
		});
	};
}
/**
* The turns of a row, each asked after what the model answered to those before it. They are one cluster, and without a `group_field` a
* group each.
* @param targets of each turn, in their order; none where no turn has any
*/
function askedTurns(options, { planned: row, at }, turns, targets) {
	if (targets.length > 0 && targets.length !== turns.length) throw new WeighbridgeError("data", `the row has ${turns.length} turns, and doc_to_target gives ${targets.length} references`, {
		at,
		fix: "give a reference for each turn, or an empty list"
	});
	const idOf = (turn) => `${row.id}-turn-${turn + 1}`;
	return turns.map((_, turn) => {
		const [target] = targets.slice(turn, turn + 1);
		const before = (said) => turns.slice(0, turn + 1).flatMap((content, index) => [{
			role: "user",
			content
		}, ...index === turn ? [] : [{
			role: "assistant",
			content: said[index] ?? `[the answer to turn ${index + 1}]`
		}]]);
		const system = options.system_instruction;
		return {
			planned: {
				id: idOf(turn),
				group: row.group ?? `turn ${turn + 1}`,
				cluster: row.cluster ?? row.id
			},
			question: {
				asked: plainTurns(before([])),
				targets: target === void 0 ? [] : [target],
				conversation: {
					after: Array.from({ length: turn }, (_, index) => idOf(index)),
					turns: before
				},
				render(model, said = []) {
					const messages = [...system === void 0 ? [] : [{
						role: "system",
						content: system
					}], ...before(said)];
					return model === null ? plainTurns(messages) : renderTurns(model, messages, void 0);
				}
			}
		};
	});
}

// src/tasks/runners/native/generate.ts
/** Reads and checks everything, and opens the scorers; after this only the model and the scorers' services can fail. */
async function prepareGenerate(options, directory) {
	const { dataset, rows } = await loadRows(options, directory);
	const targetsOf = targetReader(options);
	const contextsOf = contextReader(options);
	const examples = await loadExamples(options, directory);
	const turnsIn = options.doc_to_turns === void 0 ? null : turnReader(options.doc_to_turns);
	const prompts = createPromptBuilder(options, examples, (row) => targetsOf(row)[0] ?? "");
	const configured = configuredScorers(options);
	const askedOnce = (row) => {
		const prompt = prompts.build(row);
		return {
			planned: row.planned,
			question: {
				asked: prompt.question,
				targets: targetsOf(row),
				render: (model) => renderPrompt(prompt, options, model)
			}
		};
	};
	const samples = [];
	const questions = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const contexts = contextsOf?.(row);
		const asked = turnsIn === null ? [askedOnce(row)] : askedTurns(options, row, turnsIn(row), targetsOf(row));
		for (const { planned, question } of asked) {
			for (const scorer of configured) {
				const fault = scorer.checkTargets(question.targets);
				if (fault !== null) throw new WeighbridgeError("data", fault, {
					at: row.at,
					fix: "correct the row, or leave it out"
				});
			}
			samples.push({
				...planned,
				index: samples.length
			});
			questions.set(planned.id, {
				...question,
				...contexts === void 0 ? {} : { contexts }
			});
		}
	}
	if (contextsOf !== null) requireContexts(options, questions, dataset);
	const scorers = [];
	for (const scorer of configured) scorers.push(await scorer.open(directory));
	return taskOfQuestions(options, {
		samples,
		questions,
		scoring: scoringBy(scorers),
		scorers: configured,
		datasetDigest: dataset.digest,
		fewShot: examples.digest
	});
}
/** Every scorer scores every answer. */
function scoringBy(scorers) {
	return {
		versions: () => scorers.map(({ version }) => version),
		async ready(signal) {
			for (const scorer of scorers) await scorer.ready(signal);
		},
		async score(answers, signal) {
			const scores = /* @__PURE__ */ new Map();
			for (const scorer of scorers) {
				const given = await scorer.score(answers, signal);
				for (const [index, answer] of answers.entries()) scores.set(answer, {
					...scores.get(answer),
					...given[index]
				});
			}
			return answers.map((answer) => ({ scores: scores.get(answer) ?? {} }));
		},
		async close() {
			for (const scorer of scorers) await scorer.close();
		}
	};
}
/** A list means any of its members; no template means that there is no right answer. */
function targetReader(options) {
	if (options.doc_to_target === "") return () => [];
	const template = compileTemplate(options.doc_to_target, "doc_to_target");
	return (row) => {
		const value = template.value(row);
		return (Array.isArray(value) ? value : [value]).map((target) => {
			if (typeof target === "string") return target;
			if (target === null || target === void 0) throw new WeighbridgeError("data", "doc_to_target gives no answer", {
				at: row.at,
				fix: "give the row an answer, or write another doc_to_target"
			});
			return typeof target === "object" ? canonicalJson(target) : String(target);
		});
	};
}
/** What each row has an answer rest on; null where the task names nothing. A field that is not there, or null, is no context. */
function contextReader({ doc_to_contexts: source }) {
	if (source === void 0) return null;
	const template = compileTemplate(source, "doc_to_contexts");
	return (row) => {
		const value = /^\w+$/.test(source) && !Object.hasOwn(row.fields, source) ? null : template.value(row);
		return (Array.isArray(value) ? value : [value ?? ""]).flatMap((context) => {
			if (typeof context !== "string") throw new WeighbridgeError("data", "doc_to_contexts gives what is no text", {
				at: row.at,
				fix: "give a list of texts, or one text; of objects name the field, as in {{ contexts | map(attribute=\"text\") | list }}"
			});
			return context.trim() === "" ? [] : [context];
		});
	};
}
/** A row may have none; where no row has, the field is misspelt. */
function requireContexts({ doc_to_contexts: source }, questions, { file }) {
	if ([...questions.values()].some(({ contexts = [] }) => contexts.length > 0)) return;
	throw new WeighbridgeError("data", `doc_to_contexts ${JSON.stringify(source)} gives no row any context`, {
		at: { file },
		fix: "name the field that holds what was retrieved"
	});
}

// src/tasks/runners/native/multiple-choice.ts
/** Reads and checks everything; after this only the model can fail. */
async function prepareMultipleChoice(options, directory) {
	const { dataset, rows } = await loadRows(options, directory);
	const choicesOf = choiceReader(options);
	const target = compileTemplate(options.doc_to_target, "doc_to_target");
	const examples = await loadExamples(options, directory);
	const given = [...examples.rows, ...rows].map((row) => ({
		row,
		choices: choicesOf(row),
		target: target.value(row)
	}));
	const golds = goldIndexes(given, options.answer_format, fieldOf(options.doc_to_target, rows));
	const answers = new Map(given.map(({ row, choices }, index) => [row, {
		choices,
		gold: golds[index] ?? -1
	}]));
	const answerTo = (row) => answers.get(row) ?? {
		choices: [],
		gold: -1
	};
	const prompts = createPromptBuilder(options, examples, (row) => {
		const { choices, gold } = answerTo(row);
		return choices[gold] ?? "";
	});
	const items = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const { choices, gold } = answerTo(row);
		checkClasses(options, choices, row);
		items.set(row.planned.id, {
			prompt: prompts.build(row),
			choices,
			gold
		});
	}
	const itemOf = ({ id }) => {
		const item = items.get(id);
		if (item === void 0) throw new Error(`${id} is not a sample of this task`);
		return item;
	};
	const facts = {
		datasetDigest: dataset.digest,
		fewShot: examples.digest,
		scorers: []
	};
	const { metrics } = nativeMetrics(options);
	return {
		samples: rows.map((row) => row.planned),
		metrics,
		datasetDigest: dataset.digest,
		limit: options.limit ?? null,
		fingerprint: (model) => nativeFingerprint(options, facts, model),
		show(sample, model) {
			const { prompt, choices, gold } = itemOf(sample);
			const continuations = continuationsOf(choices, options);
			return {
				prompt: renderPrompt(prompt, options, model),
				continuations,
				gold,
				targets: []
			};
		},
		run: (context) => askEach(context, (sample) => {
			const alike = items.get(context.alike?.(sample.id) ?? "");
			return ask$1(sample, itemOf(sample), alike, options, context);
		})
	};
}
function choiceReader({ doc_to_choice }) {
	const templates = typeof doc_to_choice === "string" ? null : doc_to_choice;
	if (templates !== null) {
		const compiled = templates.map((source) => compileTemplate(source, "doc_to_choice"));
		return (row) => checkChoices(compiled.map((template) => template.text(row)), row);
	}
	const list = compileTemplate(String(doc_to_choice), "doc_to_choice");
	return (row) => checkChoices(list.value(row), row);
}
function checkChoices(value, { at }) {
	const list = typeof value === "string" ? parseList(value) : value;
	if (!Array.isArray(list) || list.length < 2) throw new WeighbridgeError("data", "doc_to_choice does not give a list of two choices or more", {
		at,
		fix: "name a field that holds a list, or write a list of templates"
	});
	return list.map((choice) => {
		if (typeof choice === "number") return String(choice);
		if (typeof choice === "string" && choice !== "") return choice;
		throw new WeighbridgeError("data", `a choice is not a text: ${JSON.stringify(choice)}`, {
			at,
			fix: "correct the row, or leave it out"
		});
	});
}
/** @throws WeighbridgeError `data` where choices are not what a metric over all samples needs */
function checkClasses({ corpus_metrics: names, doc_to_choice }, choices, { at }) {
	const binary = names.find((name) => name === "auc" || name === "average_precision");
	if (binary !== void 0 && choices.length !== 2) throw new WeighbridgeError("data", `${binary} needs two choices, and there are ${choices.length}`, {
		at,
		fix: `remove ${binary} from corpus_metrics`
	});
	const ofClasses = names.find(isOfClasses);
	const classes = [doc_to_choice].flat();
	const other = choices.findIndex((choice, index) => choice !== classes[index]);
	if (ofClasses === void 0 || other < 0 && choices.length === classes.length) return;
	throw new WeighbridgeError("data", `${ofClasses} needs the classes of doc_to_choice, and a choice is ${JSON.stringify(choices[other])}`, {
		at,
		fix: "the rows have a field of that name: call the field something else, or write the class as a template"
	});
}
/** A template such as `["{{a}}", "{{b}}"]` gives the text of a list. */
function parseList(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
/** The field that a template hands on; null for any other, which says itself what the answer is. */
function fieldOf(template, rows) {
	const [, name = null] = /^\s*\{\{\s*([\w.]+)\s*\}\}\s*$/.exec(template) ?? [];
	return name ?? (rows.every(({ fields }) => Object.hasOwn(fields, template)) ? template : null);
}
/** Inside a chat turn the answer begins at once (harness: construct_requests). */
function continuationsOf(choices, options) {
	const delimiter = options.apply_chat_template ? "" : options.target_delimiter;
	return choices.map((choice) => `${delimiter}${choice}`);
}
async function ask$1(sample, item, alike, options, { model }) {
	const { choices, gold } = item;
	const context = renderPrompt(item.prompt, options, model);
	const beginning = commonBeginning(context, alike && renderPrompt(alike.prompt, options, model));
	const continuations = continuationsOf(choices, options);
	const answer = await model.scoreChoices({
		context,
		continuations,
		truncation: options.truncation,
		beginning
	});
	const record = {
		...plannedFields(sample),
		input_digest: datasetDigest({
			context,
			continuations
		}),
		target_digest: datasetDigest({
			choices,
			gold
		}),
		...askedOf(item.prompt.question, choices, choices[gold]),
		...tokenField(answer)
	};
	const { metrics } = nativeMetrics(options);
	if (isOverflow(answer)) return {
		...record,
		scores: unscoredAll(metrics, overflowReason(answer))
	};
	const usage = {
		prompt_tokens: answer.promptTokens,
		output_tokens: 0
	};
	const kept = {
		choices: keptChoices(answer.scores, choices),
		answer_digest: digestOf(answer.scores),
		usage,
		...timingField(answer, model)
	};
	const judged = judge(answer.scores, choices);
	if (typeof judged === "string") return {
		...record,
		scores: unscoredAll(metrics, judged),
		...kept
	};
	const { best, bestNormalised } = judged;
	return {
		...record,
		scores: {
			acc: rightness(best, gold),
			acc_norm: rightness(bestNormalised, gold),
			...companionScores(answer.scores.map(({ logLikelihood }) => logLikelihood), gold),
			...corpusScores(options, answer.scores, best, gold)
		},
		...typeof best === "number" ? { output: boundedOutput(choices[best] ?? "") } : {},
		...kept
	};
}
/** A choice that is there twice is one to a guess: of such a question only how many there are is kept. */
function keptChoices(scores, choices) {
	const distinct = new Set(choices).size;
	if (distinct < choices.length || scores.length !== choices.length) return distinct;
	return keptLikelihoods(scores.map(({ logLikelihood }) => logLikelihood));
}
/** To the last bit: of models that are alike to it, one was asked twice. */
const digestOf = (scores) => datasetDigest({ likelihoods: scores.map(({ logLikelihood }) => String(logLikelihood)) });
const rightness = (chosen, gold) => typeof chosen === "number" ? Number(chosen === gold) : chosen;
function corpusScores({ corpus_metrics: names }, scores, best, gold) {
	const likelihoods = scores.map(({ logLikelihood }) => logLikelihood);
	const highest = likelihoods.reduce((most, value) => Math.max(most, value), -Infinity);
	const confidence = 1 / likelihoods.reduce((total, value) => total + Math.exp(value - highest), 0);
	const [first = NaN, second = NaN] = likelihoods;
	const odds = second - first;
	const probabilities = likelihoods.map((value) => Math.exp(value - highest) * confidence);
	const given = {
		confidence: typeof best === "number" ? { parts: [confidence, best === gold ? 1 : 0] } : best,
		odds: Number.isFinite(odds) ? { parts: [gold, odds] } : { unscored: "a choice has no finite log-likelihood" },
		predictions: typeof best === "number" ? { parts: [gold, best] } : best,
		probabilities: { parts: [gold, ...probabilities] }
	};
	return Object.fromEntries(names.map((name) => [name, given[partsOfChoices(name)]]));
}
/** The chosen indexes, or why there are none. */
function judge(scores, choices) {
	const likelihoods = scores.map(({ logLikelihood }) => logLikelihood);
	if (likelihoods.length !== choices.length) return `the engine scored ${likelihoods.length} of ${choices.length} choices`;
	const broken = likelihoods.findIndex((value) => Number.isNaN(value));
	if (broken >= 0) return `the log-likelihood of choice ${broken} is not a number`;
	if (!likelihoods.some(Number.isFinite)) return "no choice has a finite log-likelihood";
	const normalised = likelihoods.map((value, index) => value / Array.from(choices[index] ?? "").length);
	return {
		best: preferred(likelihoods, choices),
		bestNormalised: preferred(normalised, choices)
	};
}
/**
* A model that likes all choices alike has chosen none: taken for a choice of the first, it would be right on all of a dataset
* whose right choice comes first. Choices with the same text are one.
*/
function preferred(values, choices) {
	return new Set(values).size === 1 && new Set(choices).size > 1 ? { unscored: "all choices are equally likely" } : indexOfMax(values);
}
/** The first of equals, as numpy.argmax. */
function indexOfMax(values) {
	return values.reduce((best, value, index) => value > (values[best] ?? -Infinity) ? index : best, 0);
}

// src/tasks/runners/native/perplexity.ts
/** Reads and checks everything; after this only the model can fail. */
async function preparePerplexity(options, directory) {
	const { dataset, rows } = await loadRows(options, directory);
	const template = compileTemplate(options.doc_to_text, "doc_to_text");
	const texts = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const text = template.text(row);
		if (text === "") throw new WeighbridgeError("data", "an empty text has no perplexity", {
			at: row.at,
			fix: "correct the row, or leave it out"
		});
		texts.set(row.planned.id, text);
	}
	const textOf = ({ id }) => {
		const text = texts.get(id);
		if (text === void 0) throw new Error(`${id} is not a sample of this task`);
		return text;
	};
	const facts = {
		datasetDigest: dataset.digest,
		fewShot: null,
		scorers: []
	};
	const { metrics } = nativeMetrics(options);
	return {
		samples: rows.map((row) => row.planned),
		metrics,
		datasetDigest: dataset.digest,
		limit: options.limit ?? null,
		fingerprint: (model) => nativeFingerprint(options, facts, model),
		show: (sample) => ({
			prompt: textOf(sample),
			continuations: [],
			gold: null,
			targets: []
		}),
		run: (context) => askEach(context, (sample) => ask(sample, textOf(sample), options, context))
	};
}
async function ask(sample, text, options, { model }) {
	const answer = await model.rollingLogLikelihood(text);
	const { logLikelihood, tokens } = answer;
	const digest = datasetDigest({ text });
	const record = {
		...plannedFields(sample),
		input_digest: digest,
		target_digest: digest,
		...askedOf(text),
		...tokenField(answer),
		...timingField(answer, model)
	};
	const usage = {
		prompt_tokens: tokens,
		output_tokens: 0
	};
	if (tokens === 0 || !Number.isFinite(logLikelihood)) {
		const reason = tokens === 0 ? "the text became no tokens" : `the log-likelihood of the text is ${logLikelihood}`;
		return {
			...record,
			scores: unscoredAll(nativeMetrics(options).metrics, reason),
			usage
		};
	}
	const nats = -logLikelihood;
	const bytes = Buffer.byteLength(text);
	return {
		...record,
		scores: {
			bits_per_byte: {
				numerator: nats / Math.LN2,
				denominator: bytes
			},
			byte_perplexity: {
				numerator: nats,
				denominator: bytes
			},
			word_perplexity: {
				numerator: nats,
				denominator: text.split(/\s+/).length
			},
			...options.per_token === true ? { token_perplexity: {
				numerator: nats,
				denominator: tokens
			} } : {}
		},
		usage
	};
}

// src/tasks/runners/native/questions.ts
/** Fields that are a question whatever else the prompt has of a row, such as a longer passage. */
const NAMED = /* @__PURE__ */ new Set([
	"question",
	"query",
	"problem",
	"instruction"
]);
/**
* What the rows of a task ask in their own words: of the fields whose text stands in the prompt, the one that is longest over all
* rows, and those named as questions are. Options in fields of their own, of which training text is full, are neither.
*/
async function questionsOf(options, directory) {
	if (options.type === "cases") return questionsOfCases(options, directory);
	const { dataset, rows } = await loadRows(options, directory);
	if (hasScorers(options) && options.doc_to_turns !== void 0) {
		const turnsIn = turnReader(options.doc_to_turns);
		const turns = rows.map(turnsIn);
		return {
			datasetDigest: dataset.digest,
			rows: rows.flatMap((row, index) => askedTurns(options, row, turns[index] ?? [], []).map(({ planned: { id } }, turn) => {
				const asked = (turns[index] ?? []).slice(0, turn + 1);
				return {
					id,
					prompt: asked.join("\n"),
					bare: asked
				};
			}))
		};
	}
	const template = compileTemplate(options.doc_to_text, "doc_to_text");
	const prompts = rows.map((row) => template.text(row));
	const asked = rows.map((row, index) => fieldsIn(prompts[index] ?? "", row));
	const lengths = /* @__PURE__ */ new Map();
	for (const fields of asked) for (const [name, text] of fields) lengths.set(name, (lengths.get(name) ?? 0) + text.length);
	const [longest] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [];
	const isAsked = (name) => name === longest || NAMED.has(name.toLowerCase());
	return {
		datasetDigest: dataset.digest,
		rows: rows.map(({ planned }, index) => ({
			id: planned.id,
			prompt: prompts[index] ?? "",
			bare: (asked[index] ?? []).flatMap(([name, text]) => isAsked(name) ? [text] : [])
		}))
	};
}
/** Test cases ask what their users say. */
async function questionsOfCases(options, directory) {
	const { digest, cases } = await loadCases(options, directory);
	return {
		datasetDigest: digest,
		rows: cases.map(({ row, parsed: { messages } }) => {
			const asked = messages.filter(({ role }) => role === "user").map(({ content }) => content);
			return {
				id: row.planned.id,
				prompt: asked.join("\n"),
				bare: asked
			};
		})
	};
}
const fieldsIn = (prompt, { fields }) => Object.entries(fields).flatMap(([name, value]) => {
	const text = typeof value === "string" ? value.trim() : "";
	return text !== "" && prompt.includes(text) ? [[name, text]] : [];
});

// src/tasks/runners/native/runner.ts
/** Asks the engine itself, with the conventions of lm-evaluation-harness. */
const nativeRunner = {
	async prepare(_task, options, directory) {
		switch (options.type) {
			case "multiple_choice": return prepareMultipleChoice(options, directory);
			case "generate":
			case "drift": return prepareGenerate(options, directory);
			case "cases": return prepareCases(options, directory);
			case "perplexity": return preparePerplexity(options, directory);
			default: return assertNever(options);
		}
	},
	questions: questionsOf
};

export { nativeRunner as t };