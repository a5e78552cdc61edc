import { i as Option } from "./npm-commander.js";
import { C as folderInRepository } from "./adapters-process-kill-with-parent.js";
import { Ot as WeighbridgeError, P as TASK_ROLES, jt as messageOf, xt as plural } from "./core-domain-history.js";
import { c as isHubDataset, n as loadDataset, r as placeOfDataset } from "./tasks-datasets-load.js";
import { n as jsonColumns, r as withJsonCells, t as isJsonCell } from "./tasks-datasets-json-cells.js";
import { c as nativeTask, d as CountedFromOne, u as ANSWER_FORMATS } from "./tasks-runners-native-describe.js";
import { t as nativeRunner } from "./tasks-runners-native-runner.js";
import { t as repeatedIn } from "./app-alike.js";
import { t as require_dist } from "./npm-yaml.js";
import { t as STARTER_SUITES } from "./tasks-datasets-starter-suites.js";
import { t as THRESHOLDS } from "./config-thresholds.js";
import { r as fenceLine } from "./report-log-fence.js";
import { t as shownLines } from "./report-rendered-sample.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { existsSync } from "node:fs";
import process from "node:process";
import { readFile, writeFile } from "node:fs/promises";

// src/tasks/runners/native/shape.ts
const isText = (value) => typeof value === "string" && value.trim() !== "";
const isMaybeText = (value) => value === null || typeof value === "string";
const isAnswer = (value) => isText(value, {}) || Number.isInteger(value);
const isTexts = (value) => Array.isArray(value) && value.length > 1 && value.every((each) => isAnswer(each, {}));
const isMember = (...members) => (value, row) => typeof value === "object" && value !== null && members.every(([name, holds]) => holds(value[name], row));
const isListOf = (holds) => (value, row) => Array.isArray(value) && value.length > 0 && value.every((each) => holds(each, row));
/** Of what is said, as services take it: `[{type: 'text', text: '…'}]`. Pictures and sounds are none. */
const isPart = isMember(["type", (value) => value === "text"], ["text", isText]);
/** What was said, each under the role of who said it, as a text or in parts. */
const isTurns = isListOf(isMember(["role", isText], ["content", (value, row) => isText(value, row) || isListOf(isPart)(value, row)]));
const QUESTION = [
	"question",
	"query",
	"prompt",
	"problem",
	"goal",
	"stem",
	"question_stem",
	"sentence",
	"premise",
	"input",
	"user_input",
	"ctx",
	"text"
];
const PASSAGE = [
	"passage",
	"context",
	"article",
	"story",
	"paragraph"
];
const CHOICES = [
	"choices",
	"options",
	"candidates",
	"answers"
];
const ANSWER = [
	...[
		"answer",
		"label",
		"letter",
		"gold",
		"target",
		"correct",
		"correct_answer",
		"answer_key",
		"answerKey"
	],
	...[
		"answer_idx",
		"answer_index",
		"cop",
		"key",
		"solution",
		"correct_option",
		"correct_choice",
		"correct_index"
	],
	...[
		"correct_letter",
		"correct_label",
		"right_answer",
		"answer_letter",
		"answer_option"
	]
];
const REFERENCE = [
	...[
		"reference",
		"answer",
		"target",
		"output",
		"completion",
		"response",
		"expected",
		"ideal",
		"summary"
	],
	...[
		"expected_output",
		"expected_answer",
		"ground_truth",
		"gold_answer",
		"reference_answer"
	],
	...[
		"translation",
		"continuation",
		"route"
	]
];
/** Of a text, a name or a number. */
const LABEL = [
	"label",
	"label_gold",
	"class",
	"category",
	"sentiment"
];
/** A column that is called so. */
const oneOf = (names) => new RegExp(`^(?:${names.join("|")})$`);
const one = (names, holds = isText) => ({
	names,
	holds
});
const perhaps = (names) => ({
	names,
	holds: isMaybeText,
	optional: true
});

// src/tasks/runners/native/suggested-prompts.ts
const LETTERS = [..."ABCDEFGHIJ"];
const MULTIPLE_CHOICE = { type: "multiple_choice" };
const label = (text) => `Question: ${text}\nAnswer:`;
/** As in a template: a name with blanks can only stand alone, as lm-evaluation-harness reads a bare field name. */
const isName = (name) => /^[A-Za-z_]\w*$/.test(name);
const printed = (name) => `{{${name}}}`;
const handedOn = (name) => isName(name) ? printed(name) : name;
function question({ column: { passage, question: name = "" } }) {
	if (!isName(name)) return name;
	return passage === void 0 || !isName(passage) ? printed(name) : `${printed(passage)}\n\n${printed(name)}`;
}
/** A question with its choices as MMLU has it: listed under letters, and a letter is the answer. */
function lettered(found, choices, target) {
	const letters = LETTERS.slice(0, choices.length);
	const list = letters.map((letter, index) => `${letter}. ${choices[index]}`).join("\n");
	return {
		options: {
			...MULTIPLE_CHOICE,
			doc_to_text: `${question(found)}\n${list}\nAnswer:`,
			doc_to_choice: letters.map((letter) => found.rows.some((row) => Object.hasOwn(row, letter)) ? `{{"${letter}"}}` : letter),
			doc_to_target: handedOn(target)
		},
		metric: "acc"
	};
}
function ofChoices(found) {
	const { column, rows } = found;
	const { choices = "", answer = "" } = column;
	const counts = new Set(rows.map((row) => row[choices].length));
	const [count = 0] = counts;
	const isByText = rows.every((row) => row[choices].includes(row[answer]));
	if (counts.size === 1 && count <= LETTERS.length && !isByText && [choices, column.question ?? ""].every(isName)) return lettered(found, LETTERS.slice(0, count).map((_, index) => `{{${choices}[${index}]}}`), answer);
	return byText(found, handedOn(choices), handedOn(answer));
}
/** Each choice is scored as it follows the question. */
const byText = (found, choices, target) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text: isName(found.column.question ?? "") ? label(question(found)) : question(found),
		doc_to_choice: choices,
		doc_to_target: target
	},
	metric: "acc"
});
/** What is written freely is compared by characters; a word or a number has to be the one. */
function written(doc_to_text, doc_to_target, references) {
	const longest = references.reduce((most, text) => Math.max(most, text.length), 0);
	const isLong = longest > 120 || references.some((text) => text.trim().includes("\n"));
	return {
		options: {
			type: "generate",
			doc_to_text,
			doc_to_target,
			generation_kwargs: {
				max_gen_toks: Math.min(1024, Math.max(32, 2 ** Math.ceil(Math.log2(longest / 2 + 1)))),
				...isLong ? { until: ["\n\n\n"] } : {}
			},
			scorers: [isLong ? "chrf" : "exact_match"]
		},
		metric: isLong ? "chrf" : "exact_match"
	};
}
const byLabel = (text, labels, target) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text: `${text}\nLabel:`,
		doc_to_choice: labels,
		doc_to_target: target,
		answer_format: "text"
	},
	metric: "acc"
});
const textsOf = ({ rows, column }, part) => rows.map((row) => String(row[column[part] ?? ""]));
const ROLE_AND_CONTENT = {
	role: "role",
	text: "content"
};
/** What a turn of these columns says, in a template: its text, or where any turn has parts, the texts of these. */
function sayer(rows, lists, { text } = ROLE_AND_CONTENT) {
	const hasParts = rows.some((row) => lists.some((list) => row[list].some((turn) => Array.isArray(turn[text]))));
	const joined = (said) => `${said} if ${said} is string else ${said} | map(attribute='text') | join('')`;
	return (turn) => printed(hasParts ? joined(`${turn}.${text}`) : `${turn}.${text}`);
}
/** All turns, each under its role, up to where the next one begins to speak. */
const transcript = (turns, says, next = "assistant", { role } = ROLE_AND_CONTENT) => `{% for turn in ${turns} %}{{turn.${role}}}: ${says("turn")}\n{% endfor %}${next}:`;
const textOf = (said) => Array.isArray(said) ? said.map(({ text }) => String(text)).join("") : String(said);
/** A conversation up to its last turn, which is the answer. */
function conversation({ column: { turns: list = "" }, rows }, names = ROLE_AND_CONTENT) {
	const says = sayer(rows, [list], names);
	const turns = rows.map((row) => row[list]);
	return written(turns.every(({ length }) => length === 2) ? says(`${list}[0]`) : transcript(`${list}[:-1]`, says, printed(`${list}[-1].${names.role}`), names), says(`${list}[-1]`), turns.map((each) => textOf(each.at(-1)?.[names.text])));
}
/** The chosen answer and the rejected one, each scored as it follows what was asked. */
const preferred = (doc_to_text, chosen, rejected) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text,
		doc_to_choice: [chosen, rejected],
		doc_to_target: "0"
	},
	metric: "acc"
});
/** A prompt to which no answer is right: what is compared is how both sides answer. */
const openEnded = (doc_to_text, more = {}) => ({
	options: {
		type: "drift",
		doc_to_text,
		...more
	},
	metric: "over_refusal",
	rule: "max_rise",
	role: "behaviour"
});
const turnsIn = (value) => value;
const endsWithUser = (value, row) => isTurns(value, row) && turnsIn(value).at(-1)?.role === "user";
/** One question, with its system message if every conversation has one; else the turns as they were said. */
function openConversation({ column: { turns: list = "" }, rows }) {
	const roles = new Set(rows.map((row) => turnsIn(row[list]).map(({ role }) => role).join(" ")));
	const says = sayer(rows, [list]);
	const last = says(`${list}[-1]`);
	const [only] = roles.size === 1 ? roles : [];
	if (only === "user") return openEnded(last);
	if (only === "system user") return openEnded(last, { description: says(`${list}[0]`) });
	return openEnded(transcript(list, says));
}

// src/tasks/runners/native/known-shapes.ts
/** Before each answer of a transcript. */
const ASSISTANT = "\n\nAssistant:";
const askedIn = (transcript) => typeof transcript === "string" ? transcript.slice(0, Math.max(0, transcript.lastIndexOf(ASSISTANT))) : "";
/** Of a pair both answer the same. */
const isTranscript = (value, row) => askedIn(value) !== "" && askedIn(value) === askedIn(row.chosen);
const isEveryText = (value, row) => Array.isArray(value) && value.every((each) => isText(each, row));
/**
* Shapes in which evaluation sets come, the first that fits is taken: one row adds a shape. Prompts are those of
* lm-evaluation-harness where it has the task.
*/
const SHAPES = [
	{
		name: "ARC: choices with text and label",
		needs: {
			question: one(QUESTION),
			choices: one(["choices"], isMember(["text", isTexts], ["label", isTexts])),
			answer: one(["answerKey", "answer"], isAnswer)
		},
		task: (found) => {
			const { choices = "", answer = "" } = found.column;
			return byText(found, `{{${choices}.text}}`, `{{${choices}.label.index(${answer})}}`);
		}
	},
	{
		name: "ARC as published: a question with stem and choices",
		needs: {
			question: one(["question"], isMember(["stem", isText], ["choices", isListOf(isMember(["text", isText], ["label", isText]))])),
			answer: one(["answerKey", "answer"], isText)
		},
		task: ({ column: { question: name = "", answer = "" } }) => ({
			options: {
				...MULTIPLE_CHOICE,
				doc_to_text: label(`{{${name}.stem}}`),
				doc_to_choice: `{{${name}.choices | map(attribute='text') | list}}`,
				doc_to_target: `{{(${name}.choices | map(attribute='label') | list).index(${answer})}}`
			},
			metric: "acc"
		})
	},
	{
		name: "HellaSwag: a beginning with endings",
		needs: {
			question: one(["ctx", ...QUESTION]),
			choices: one(["endings"], isTexts),
			answer: one(["label", ...ANSWER], isAnswer)
		},
		task: ({ column: { question: name = "", choices = "", answer = "" } }) => ({
			options: {
				...MULTIPLE_CHOICE,
				doc_to_text: handedOn(name),
				doc_to_choice: choices,
				doc_to_target: handedOn(answer)
			},
			metric: "acc"
		})
	},
	{
		name: "MMLU: a question with a list of choices",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			choices: one(CHOICES, isTexts),
			answer: one(ANSWER, isAnswer)
		},
		task: ofChoices
	},
	{
		name: "MedQA: a question with choices by their letters",
		needs: {
			question: one(QUESTION),
			choices: one(["options", "choices"], isMember(["A", isAnswer], ["B", isAnswer])),
			answer: one(["answer_idx", ...ANSWER], (value) => LETTERS.includes(String(value)))
		},
		task: (found) => {
			const { choices = "", answer = "" } = found.column;
			const letters = LETTERS.filter((letter) => found.rows.every((row) => Object.hasOwn(row[choices], letter)));
			return lettered(found, letters.map((letter) => `{{${choices}.${letter}}}`), answer);
		}
	},
	{
		name: "TruthfulQA: choices with a label each, 1 for the right one",
		needs: {
			question: one(QUESTION),
			choices: one(["mc1_targets"], isMember(["choices", isTexts], ["labels", isListOf((value) => value === 0 || value === 1)]))
		},
		task: (found) => {
			const { choices = "" } = found.column;
			return byText(found, `{{${choices}.choices}}`, `{{${choices}.labels.index(1)}}`);
		}
	},
	{
		name: "BoolQ: a question to answer with yes or no",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			answer: one(ANSWER, (value) => typeof value === "boolean")
		},
		task: (found) => byText(found, ["no", "yes"], `{{${found.column.answer} | int}}`)
	},
	{
		name: "SQuAD: a passage, a question and its answers",
		needs: {
			passage: one(PASSAGE),
			question: one(QUESTION),
			answer: one(["answers"], isMember(["text", isEveryText]))
		},
		task: ({ column: { passage = "", question: name = "", answer = "" }, rows }) => {
			const texts = rows.map((row) => row[answer].text);
			const target = texts.every(({ length }) => length > 0) ? "" : " or ['']";
			return written(`${printed(passage)}\n\n${label(printed(name))}`, `{{${answer}.text${target}}}`, texts.flat());
		}
	},
	{
		name: "GSM8K: a worked answer that ends in #### and a number",
		needs: {
			question: one(QUESTION),
			answer: one(["answer"], (value) => typeof value === "string" && /####\s*-?[\d.,]+\s*$/.test(value))
		},
		task: ({ column: { question: name = "", answer = "" } }) => ({
			options: {
				type: "generate",
				doc_to_text: label(printed(name)),
				doc_to_target: `{{${answer}.split("####")[-1].strip() | replace(",", "")}}`,
				generation_kwargs: {
					max_gen_toks: 320,
					until: ["Question:"]
				},
				scorers: [{
					name: "exact_match",
					regexes_to_ignore: [
						",",
						"\\$",
						"(?s).*#### ",
						"\\.$"
					]
				}]
			},
			metric: "exact_match"
		})
	},
	{
		name: "IFEval: a prompt with instructions that a program can check",
		needs: {
			question: one(["prompt"]),
			instructions: one(["instruction_id_list"], isListOf(isText)),
			kwargs: one(["kwargs"], Array.isArray)
		},
		task: () => ({
			options: {
				type: "generate",
				doc_to_text: "prompt",
				doc_to_target: "{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}",
				generation_kwargs: {
					max_gen_toks: 1280,
					until: []
				},
				scorers: [
					"prompt_level_strict_acc",
					"inst_level_strict_acc",
					"prompt_level_loose_acc",
					"inst_level_loose_acc"
				]
			},
			metric: "prompt_level_strict_acc"
		})
	},
	{
		name: "messages without an answer: a conversation whose last word is the user’s",
		unless: oneOf([
			...REFERENCE,
			"chosen",
			"rejected"
		]),
		needs: { turns: one([
			"messages",
			"conversation",
			"conversations",
			"prompt"
		], endsWithUser) },
		task: openConversation
	},
	{
		name: "messages: a conversation with role and content",
		needs: { turns: one([
			"messages",
			"conversation",
			"conversations"
		], isTurns) },
		task: (found) => conversation(found)
	},
	{
		name: "OpenAI evals: messages and what the answer should be",
		needs: {
			turns: one([
				"input",
				"prompt",
				"messages"
			], isTurns),
			reference: one(REFERENCE, (value, row) => isAnswer(value, row) || isTexts(value, row))
		},
		task: (found) => {
			const { turns = "", reference = "" } = found.column;
			const doc_to_text = transcript(turns, sayer(found.rows, [turns]));
			return written(doc_to_text, handedOn(reference), textsOf(found, "reference"));
		}
	},
	{
		name: "ShareGPT: a conversation with from and value",
		needs: { turns: one([
			"conversations",
			"conversation",
			"messages"
		], isListOf(isMember(["from", isText], ["value", isText]))) },
		task: (found) => conversation(found, {
			role: "from",
			text: "value"
		})
	},
	{
		name: "preference pairs: a prompt, the chosen answer and the rejected one",
		needs: {
			question: one(QUESTION),
			chosen: one(["chosen"]),
			rejected: one(["rejected"])
		},
		task: ({ column: { question: name = "", chosen = "", rejected = "" } }) => preferred(handedOn(name), handedOn(chosen), handedOn(rejected))
	},
	{
		name: "preference pairs of conversations",
		needs: {
			prompt: {
				...one(["prompt"], isTurns),
				optional: true
			},
			chosen: one(["chosen"], isTurns),
			rejected: one(["rejected"], isTurns)
		},
		task: ({ column: { prompt, chosen = "", rejected = "" }, rows }) => {
			const asked = prompt === void 0 ? `${chosen}[:-1]` : `(${prompt} + ${chosen}[:-1])`;
			const says = sayer(rows, [
				chosen,
				rejected,
				...prompt === void 0 ? [] : [prompt]
			]);
			return preferred(transcript(asked, says, printed(`${chosen}[-1].role`)), says(`${chosen}[-1]`), says(`${rejected}[-1]`));
		}
	},
	{
		name: "preference pairs of transcripts, as hh-rlhf has them",
		needs: {
			chosen: one(["chosen"], isTranscript),
			rejected: one(["rejected"], isTranscript)
		},
		task: ({ column: { chosen = "", rejected = "" } }) => {
			const mark = JSON.stringify(ASSISTANT);
			const last = (name) => `{{${name}.split(${mark})[-1].strip()}}`;
			const asked = `{{${chosen}.split(${mark})[:-1] | join(${mark})}}${ASSISTANT}`;
			return preferred(asked, last(chosen), last(rejected));
		}
	},
	{
		name: "Alpaca: an instruction, an input and an output",
		needs: {
			instruction: one(["instruction"]),
			input: perhaps(["input", "context"]),
			output: one(["output", "response"])
		},
		task: (found) => {
			const { instruction = "", input, output = "" } = found.column;
			const more = input === void 0 ? "" : `{% if ${input} %}\n\n### Input:\n{{${input}}}{% endif %}`;
			const doc_to_text = `### Instruction:\n${printed(instruction)}${more}\n\n### Response:`;
			return written(doc_to_text, handedOn(output), textsOf(found, "output"));
		}
	},
	{
		name: "a question with a list of right answers",
		unless: /correct|right|label|gold|key$|idx|index|letter|solution|choice|option|ending|chosen|rejected/i,
		needs: {
			question: one(QUESTION),
			passage: perhaps(PASSAGE),
			reference: one(["answers", ...REFERENCE], (value, row) => isListOf(isAnswer)(value, row) && !("answer" in row && "answers" in row))
		},
		task: (found) => {
			const { reference = "" } = found.column;
			const texts = found.rows.flatMap((row) => row[reference].map(String));
			return written(question(found), handedOn(reference), texts);
		}
	},
	{
		name: "a prompt with a reference answer",
		unless: oneOf([
			...CHOICES,
			"endings",
			"chosen",
			"rejected",
			"answerKey",
			"context_options"
		]),
		needs: {
			question: one([
				...QUESTION,
				"instruction",
				"ticket",
				"context"
			]),
			passage: perhaps(PASSAGE),
			reference: one(REFERENCE, isAnswer)
		},
		task: (found) => written(question(found), handedOn(found.column.reference ?? ""), textsOf(found, "reference"))
	},
	{
		name: "a text with one of a few labels",
		needs: {
			question: one([
				"text",
				"sentence",
				"input",
				"test_case",
				"tweet",
				"review"
			]),
			label: one(LABEL, isAnswer)
		},
		task: (found) => {
			const labels = [...new Set(textsOf(found, "label"))].sort();
			const { label: name = "" } = found.column;
			const isNumber = found.rows.some((row) => typeof row[name] === "number") && isName(name);
			return labels.length > 1 && labels.length <= 20 ? byLabel(question(found), labels, isNumber ? `{{${name} | string}}` : handedOn(name)) : written(question(found), handedOn(name), labels);
		}
	},
	{
		name: "prompts without answers",
		unless: /answer|label|target|expected|gold|correct|solution|response|completion|reference|output|choice|option|ending|chosen|rejected|instruction_id|kwargs|ideal|truth|summary|translation|continuation|letter|\b(?:tests?|cop|key|route)\b|test_list|entry_point/i,
		needs: { question: one([
			"prompt",
			"question",
			"query",
			"instruction",
			"input",
			"user_input"
		]) },
		task: (found) => openEnded(handedOn(found.column.question ?? ""))
	},
	{
		name: "text alone",
		unless: oneOf([
			"label",
			"labels",
			"sentiment"
		]),
		needs: { text: one([
			"text",
			"content",
			"document"
		]) },
		task: ({ column: { text = "" } }) => ({
			options: {
				type: "perplexity",
				doc_to_text: handedOn(text)
			},
			metric: "bits_per_byte"
		})
	}
];

// src/tasks/runners/native/shapes.ts
/** Columns of which each holds one choice: A to D, option_a, choice1, sol1, ans0. */
const COLUMN_FAMILIES = [
	/^([A-J])$/,
	/^op([a-j])$/,
	/^(?:option|choice|opt|answer|ans|sol|ending|alternative)[_ ]?([A-Ja-j0-9])$/i
];
/** Columns of one family, from its first on without a gap: who has B and C alone has lost A. Fewer than two are none. */
function choiceColumns(names) {
	const families = COLUMN_FAMILIES.map((pattern) => names.flatMap((name) => {
		const [, key] = pattern.exec(name) ?? [];
		return key === void 0 ? [] : [{
			name,
			key: key.toLowerCase()
		}];
	}).sort((a, b) => a.key < b.key ? -1 : 1));
	const isWhole = (keys) => keys.length > 1 && [
		"0123456789",
		"123456789",
		"abcdefghij"
	].some((all) => all.startsWith(keys));
	return families.find((family) => isWhole(family.map(({ key }) => key).join("")))?.map(({ name }) => name) ?? [];
}
/** Columns that say of which part of a benchmark a row is. */
const GROUPS = [
	"subject",
	"category",
	"subtask",
	"group",
	"topic",
	"domain",
	"functionality"
];
/** The task of rows of a shape that is known; null for others. */
function suggestTask(rows) {
	const table = choiceTable(rows);
	const suggested = table === null ? first(SHAPES, (shape) => byShape(shape, rows)) : byColumns(rows, table);
	if (suggested === null) return null;
	const group = GROUPS.find((name) => isGrouping(rows, name));
	return group === void 0 ? suggested : {
		...suggested,
		options: {
			...suggested.options,
			group_field: group
		}
	};
}
function byShape({ name, needs, unless, task }, rows) {
	if (rows.some((row) => hasColumn(row, unless))) return null;
	const column = columnsOf(needs, rows);
	return column === null ? null : {
		shape: name,
		...task({
			column,
			rows
		})
	};
}
const hasColumn = (row, name) => name !== void 0 && Object.keys(row).some((column) => name.test(column));
function columnsOf(needs, rows) {
	const present = Object.keys(rows[0] ?? {});
	const column = {};
	for (const [part, { names, holds, optional }] of Object.entries(needs)) {
		const fitting = columnsNamed(names, present).find((name) => !Object.values(column).includes(name) && rows.every((row) => holds(row[name], row)));
		if (fitting !== void 0) column[part] = fitting;
		else if (optional !== true) return null;
	}
	return column;
}
/** Whatever their case, and with blanks for underscores, as spreadsheets have them. */
const columnsNamed = (names, present) => {
	const plain = (name) => name.trim().toLowerCase().replaceAll(" ", "_");
	return names.flatMap((name) => present.filter((each) => plain(each) === plain(name)));
};
/** Of the shape from which the fewest rows differ; null where more than one in ten do. */
function oddRow(rows) {
	const present = Object.keys(rows[0] ?? {});
	for (const column of choiceTable(rows)?.choices ?? []) {
		const position = rows.findIndex((row) => !isAnswer(row[column], row));
		if (position !== -1) return {
			position,
			column
		};
	}
	let best = null;
	for (const { needs, unless } of SHAPES) {
		if (hasColumn(rows[0] ?? {}, unless)) continue;
		const odd = /* @__PURE__ */ new Map();
		for (const { names, holds, optional } of Object.values(needs)) {
			if (optional === true) continue;
			const [fitting] = columnsNamed(names, present).map((column) => ({
				column,
				positions: rows.flatMap((row, position) => holds(row[column], row) ? [] : [position])
			})).sort((a, b) => a.positions.length - b.positions.length);
			if (fitting === void 0) odd.set(rows.length, "");
			for (const position of fitting?.positions ?? rows.keys()) odd.set(position, fitting?.column ?? "");
		}
		const [first] = [...odd].sort(([a], [b]) => a - b);
		if (first === void 0 || odd.size * 10 > rows.length || odd.size >= (best?.count ?? Infinity)) continue;
		best = {
			position: first[0],
			column: first[1],
			count: odd.size
		};
	}
	return best;
}
/** A to D columns beside a question and its answer, whose names are a family and no list of a table. */
function choiceTable(rows) {
	const choices = choiceColumns(Object.keys(rows[0] ?? {}));
	if (choices.length < 2) return null;
	const others = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !choices.includes(name))));
	const column = columnsOf({
		passage: perhaps(PASSAGE),
		question: one(QUESTION),
		answer: one(ANSWER, isAnswer)
	}, others);
	return column === null ? null : {
		choices,
		column
	};
}
/** Null where a row lacks a choice: it would be asked with one fewer, or all would. */
function byColumns(rows, { choices, column }) {
	if (!rows.every((row) => choices.every((choice) => isAnswer(row[choice], row)))) return null;
	const { answer = "", question: name = "" } = column;
	const task = !rows.every((row) => choices.some((choice) => row[choice] === row[answer])) && [...choices, name].every(isName) ? lettered({
		column,
		rows
	}, choices.map(printed), answer) : byText({
		column,
		rows
	}, choices.map(handedOn), handedOn(answer));
	return {
		shape: `columns of choices: ${choices.join(", ")}`,
		...task
	};
}
function isGrouping(rows, name) {
	const values = new Set(rows.map((row) => row[name]));
	return [...values].every((value) => isAnswer(value, {}) && String(value).length <= 200) && values.size > 1 && values.size * 2 <= rows.length;
}
function first(items, find) {
	for (const item of items) {
		const found = find(item);
		if (found !== null) return found;
	}
	return null;
}

// src/app/inspect-data.ts
/**
* The task of a dataset, prepared as an evaluation would prepare it, so that what is written runs.
* @param given a path or a split of the hub, with the name of the task before it where that is not the file's: `mmlu=test.jsonl`
* @param directory what the dataset is relative to in the config
* @throws WeighbridgeError `data` for a file that cannot be read, is of no known shape, or can be read in two ways
*/
async function taskOfData(given, directory, declared) {
	const [, named, written = given] = /^([A-Za-z0-9][\w-]*)=(.+)$/.exec(given) ?? [];
	const place = placeOfDataset(process.cwd(), written);
	const dataset = isHubDataset(written) ? written : relative(directory, place);
	const { rows } = await loadDataset(place);
	const fields = rows.map((row) => row.fields);
	const suggested = suggestOfCells(rows, place) ?? suggestTask(fields);
	if (suggested === null) {
		refuseBrokenCells(rows, place);
		const odd = oddRow(fields);
		const line = rows[odd?.position ?? -1]?.line;
		throw odd !== null && line !== void 0 ? misfit(written, line, odd.column) : unknownShape(written, Object.keys(fields[0] ?? {}));
	}
	const name = named ?? nameOf(written);
	const { prepared, options } = await settled(name, dataset, directory, suggested, declared);
	const [sample] = prepared.samples;
	const asked = await nativeRunner.questions(nativeTask.parse(options), directory);
	return {
		...suggested,
		name,
		options,
		samples: prepared.samples.length,
		repeated: repeatedIn(name, prepared, asked.rows),
		shown: {
			task: name,
			samples: prepared.samples.length,
			shown: sample === void 0 ? [] : [{
				id: sample.id,
				...prepared.show(sample, null)
			}]
		}
	};
}
/** Of rows whose cells hold lists and objects; null where none do, or what is in them makes no task. */
function suggestOfCells(rows, file) {
	const columns = jsonColumns(rows.map(({ fields }) => fields));
	if (columns.length === 0) return null;
	const suggested = suggestTask(withJsonCells(rows, columns, file).map(({ fields }) => fields));
	if (suggested === null) return null;
	const { type, ...options } = suggested.options;
	const templates = JSON.stringify(options);
	const used = columns.filter((name) => templates.includes(name));
	const isReference = used.some((name) => REFERENCE.includes(name.toLowerCase()));
	return used.length === 0 || isReference ? null : {
		...suggested,
		options: {
			type,
			json_fields: used,
			...options
		}
	};
}
/** Columns that nearly all hold lists and objects say where one does not. @throws WeighbridgeError `data` */
function refuseBrokenCells(rows, file) {
	const columns = Object.keys(rows[0]?.fields ?? {}).filter((name) => rows.filter(({ fields }) => isJsonCell(fields[name])).length >= .9 * rows.length);
	withJsonCells(rows, columns, file);
}
/** With what answers are where the file leaves no doubt that they count from 1; a doubt is an error. */
async function settled(name, dataset, directory, { options: suggested }, declared) {
	const attempt = async (format) => {
		const options = {
			dataset,
			...suggested,
			...format === void 0 ? {} : { answer_format: format }
		};
		return {
			options,
			prepared: await nativeRunner.prepare(name, nativeTask.parse(options), directory)
		};
	};
	try {
		return await attempt(suggested.type === "multiple_choice" ? declared : void 0);
	} catch (error) {
		if (!(error instanceof CountedFromOne)) throw error;
		if (error.isCertain) return attempt("index_from_1");
		throw new WeighbridgeError("data", error.message, {
			...error.at === void 0 ? {} : { at: error.at },
			fix: "say which it is: --answer-format index_from_1, or --answer-format index where the first choice is 0",
			cause: error
		});
	}
}
/** As a folder and a gate can be called. */
function nameOf(written) {
	const [, repository] = /^hf:[^/]+\/([^@]+)/.exec(written) ?? [];
	const name = (repository ?? basename(written).replace(/(\.[a-z]+)?\.(?:gz|zst)$|\.[a-z]+$/i, "")).replaceAll(/[^A-Za-z0-9_-]+/g, "_").replaceAll(/^[_-]+/g, "").slice(0, 60);
	return name === "" ? "own" : name;
}
const misfit = (file, line, column) => new WeighbridgeError("data", `the column ${JSON.stringify(column)} is empty here, or not what it is in other rows`, {
	at: {
		file,
		line
	},
	fix: "correct the row, or leave it out"
});
const unknownShape = (file, columns) => new WeighbridgeError("data", `no shape of dataset that is known has these columns: ${columns.slice(0, 20).join(", ")}`, {
	at: { file },
	fix: looksLikeData(columns) ? "the file seems to begin without a header: write one, such as question,A,B,C,D,answer" : "rename them, such as question, choices, answer or prompt, reference, or write the task yourself: doc_to_text and doc_to_target (docs/reference/datasets.md)"
});
/** Columns have names: a number, a question or a sentence is a value. */
const looksLikeData = (columns) => columns.some((name) => /^-?[\d.]+$|[?.!:]$/.test(name.trim()) || name.length > 60);

// src/config/starter.ts
var import_dist = require_dist();
/** Where this project lives. The pin is left open on purpose: nobody should copy a commit that they have not chosen. */
const REPOSITORY = "weighbridge/weighbridge";
const UNPINNED = "0".repeat(40);
const CHECKOUT = "actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1";
const STARTER_DEFAULTS = {
	tasks: [],
	folder: "",
	candidate: "checkpoints/candidate.gguf",
	baseline: "checkpoints/baseline.gguf",
	commit: UNPINNED
};
const DATASET = "evals/arithmetic.jsonl";
/** Of the smallest part of a suite: few enough that all are evaluated. */
const SUITE_SAMPLES = 60;
/** What `weighbridge init` writes: a config, the workflow that uses it, and a small dataset to begin with. */
function starterFiles(options = {}) {
	const complete = {
		...STARTER_DEFAULTS,
		...options
	};
	return [
		{
			path: "weighbridge.yml",
			text: starterConfig(complete),
			fromRoot: false
		},
		{
			path: workflowPath(complete.folder),
			text: starterWorkflow(complete),
			fromRoot: true
		},
		...complete.tasks.length === 0 ? [{
			path: DATASET,
			text: starterDataset(),
			fromRoot: false
		}] : []
	];
}
/** Each folder of a repository has a workflow of its own. */
const workflowPath = (folder) => {
	const named = folder.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
	return `.github/workflows/${named === "" ? "weighbridge" : `weighbridge-${named}`}.yml`;
};
const ARITHMETIC = `  arithmetic:
    role: general
    type: multiple_choice
    dataset: ${DATASET} # rows of id, question, choices, answer; put your own here
`;
/** With fewer no candidate could pass a limit that means anything. */
const FEWEST_THAT_BLOCK = 26;
/** Drops that so many samples can be expected to prove; `check` counts for the gate itself. */
const PROVABLE = [
	[10400, "1pp"],
	[2600, "2pp"],
	[1160, "3pp"],
	[420, "5pp"],
	[110, "10pp"],
	[26, "20pp"]
];
/** The task of a dataset of one's own. */
const taskOfOwnData = ({ name, role, options, metric, rule = "max_drop", samples }) => {
	const isRate = [
		"acc",
		"exact_match",
		"over_refusal"
	].includes(metric);
	const limit = isRate ? PROVABLE.find(([needed]) => samples >= needed)?.[1] ?? "20pp" : "5%rel";
	const tier = isRate && samples < 26 ? { tier: "advisory" } : {};
	return {
		name,
		samples,
		written: {
			role,
			...options
		},
		gates: [{
			metric: `${name}/${metric}`,
			[rule]: limit,
			...tier
		}]
	};
};
/** All suites that ship, each a task of its own name. */
const suiteTasks = () => [...STARTER_SUITES].map(([suite, { parts }]) => {
	const name = suite.replace(/^.*:/, "");
	return {
		name,
		written: suite,
		gates: Object.entries(parts).map(([part, { gate }]) => ({
			...gate,
			metric: `${name}${part}/${gate.metric}`
		})),
		samples: SUITE_SAMPLES
	};
});
const indented = (value, by) => {
	const document = new import_dist.Document(value);
	(0, import_dist.visit)(document, { Scalar: quoteBlanks });
	return document.toString({ lineWidth: 0 }).trimEnd().replaceAll(/^(?=.)/gm, by);
};
/** A block of nothing but empty lines cannot be read. */
function quoteBlanks(_key, node) {
	if (typeof node.value === "string" && node.value.trim() === "") node.type = "QUOTE_DOUBLE";
}
/**
* The text of a config with one more task and its gate; comments and order stay.
* @throws WeighbridgeError `config` for a text that is no map of this kind, or has the task
*/
function withTask(text, file, task) {
	const document = (0, import_dist.parseDocument)(text);
	const fault = (message, fix) => new WeighbridgeError("config", message, {
		at: { file },
		fix
	});
	if (document.errors.length > 0 || !(0, import_dist.isMap)(document.contents)) throw fault("the config cannot be read, so no task was added", "`weighbridge check` says where");
	if (document.hasIn(["tasks", task.name])) throw fault(`there is a task ${task.name} already`, "give this one another name: --data <name>=<file>");
	const written = document.createNode(task.written);
	(0, import_dist.visit)(written, { Scalar: quoteBlanks });
	document.setIn(["tasks", task.name], written);
	for (const each of task.gates) {
		const gate = document.createNode(each, { flow: true });
		if (document.hasIn(["gates"])) document.addIn(["gates"], gate);
		else document.set("gates", document.createNode([gate]));
	}
	return document.toString({ lineWidth: 0 });
}
/** A value as YAML writes it on one line: quoted where a bare one would mean something else. */
const scalar = (text) => /\p{Cc}/u.test(text) ? JSON.stringify(text) : (0, import_dist.stringify)(text, { lineWidth: 0 }).trimEnd();
function starterConfig({ candidate, baseline, tasks }) {
	const own = tasks.map(({ name, written }) => indented({ [name]: written }, "  "));
	const gates = tasks.length === 0 ? [{
		metric: "arithmetic/acc",
		max_drop: "5pp"
	}] : tasks.flatMap((task) => task.gates);
	const samples = tasks.length === 0 ? 120 : Math.min(...tasks.map((task) => task.samples));
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/main/schema/weighbridge.schema.json
# What this fine-tune may not forget. \`weighbridge check\` says what these lines come to without running a model.
version: 1

# Paths are relative to this file. A baseline may also be a folder of results of an earlier run.
candidate: ${scalar(candidate)}
baseline: ${scalar(baseline)}

tasks:
  # The role says which limits apply: target should gain, general must not be forgotten, safety has ceilings.
  # Questions that ship with Weighbridge need no data: \`general: weighbridge:general\` is a task (\`weighbridge init --starter\`).
${own.length === 0 ? ARITHMETIC : `${own.join("\n")}\n`}
gates:
  # Proven by paired samples, not by comparing two averages. A change of a rate is written in points: 5pp, or 0.05.
  # The fewer the samples, the wider the limit must be: 2pp needs about 2,600 of them, and \`check\` counts for you.
${gates.map((gate) => `  - ${(0, import_dist.stringify)(gate, {
		collectionStyle: "flow",
		lineWidth: 0
	})}`).join("")}
# The headline limits; each is also an input of the action and a flag. Set those whose tasks you have.
# thresholds:
${Object.entries(THRESHOLDS).map(([name, { example, about }]) => `#   ${name}: ${example} # ${about}\n`).join("")}
policy:
  # What a gate does that the data leave undecided: lean (merge unproven where that is luck in at most one run of four), block, or warn.
  on_inconclusive: lean
${samples < 1e3 ? `  # Every sample counts: stopping early saves little of so few, and rests on which of them came first. Leave it out for
  # thousands: then an evaluation ends as soon as its gates are decided.
  evaluation: full
` : ""}`;
}
/** Whether an event of a pull request can change a verdict. */
const CONCERNS = `startsWith(github.event.label.name || 'weighbridge:', 'weighbridge:') && (github.event.changes.base || !github.event.changes)`;
function starterWorkflow({ commit, folder }) {
	return `name: weighbridge
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, edited, labeled, unlabeled]
permissions: {}
jobs:
  gate:
    # Of edits only another base branch counts, of labels only ours. A job that is skipped passes where it is required, so that a
    # skipped one has another name.
    name: \${{ ${CONCERNS} && 'gate' || 'not concerned' }}
    if: \${{ ${CONCERNS} }}
    runs-on: ubuntu-24.04
    permissions: { actions: read, contents: read, pull-requests: write } # earlier draws; the checkout; the comment
    steps:
      - uses: ${CHECKOUT}
        with: { lfs: true, persist-credentials: false }
      - uses: ${REPOSITORY}@${commit}${commit === UNPINNED ? " # put the commit you have reviewed here" : ""}
${folder === "" ? "" : `        with: { working-directory: ${JSON.stringify(folder)} }\n`}`;
}
/** Sums whose right answer stands among its neighbours: enough rows for the starter's gate, and nothing to download. */
function starterDataset() {
	const rows = [];
	for (let a = 2; a <= 13; a += 1) for (let b = 3; b <= 12; b += 1) {
		const answer = (a * 7 + b * 3) % 4;
		const choices = [
			0,
			1,
			2,
			3
		].map((index) => String(a + b + index - answer));
		rows.push(JSON.stringify({
			id: `${a}+${b}`,
			question: `Question: ${a} + ${b} = ?\nAnswer:`,
			choices,
			answer
		}));
	}
	return `${rows.join("\n")}\n`;
}

// src/cli/init.ts
const HELP = `
With --data, the columns say what the task is; known are MMLU, ARC, HellaSwag, BoolQ, SQuAD, GSM8K, Alpaca, ShareGPT and messages,
preference pairs, columns A to D, a prompt with a reference, prompts alone (whose answers are compared), and text. A config that is there gets the task added.
With --starter, the tasks are the suites that ship with Weighbridge (docs/reference/starter-suites.md).

Examples:
  weighbridge init
  weighbridge init --data evals/own.csv --baseline models/base.gguf --candidate out/step-2000.gguf
  weighbridge init --starter
  weighbridge init --data hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test
`;
const CONFIG = "weighbridge.yml";
const addInit = (program, { terminal }) => {
	program.command("init").description("write a starter config, a workflow, and the task of a dataset").addOption(new Option("--candidate <path>", "checkpoint that pull requests change").default(STARTER_DEFAULTS.candidate)).addOption(new Option("--baseline <path>", "checkpoint to compare with").default(STARTER_DEFAULTS.baseline)).addOption(new Option("--data <file>", "dataset of own questions, or a split of the hub, as <file> or <name>=<file>; repeatable").argParser((value, earlier = []) => [...earlier, value])).addOption(new Option("--answer-format <format>", "what a right answer is, where the file does not tell").choices(ANSWER_FORMATS)).addOption(new Option("--role <role>", "what the data is for (default: general, of prompts alone behaviour)").choices(TASK_ROLES)).addOption(new Option("--starter", "with the suites that ship: a first gate without data of your own")).addOption(new Option("--directory <dir>", "where to write").default(".")).addHelpText("after", HELP).addOption(new Option("--force", "overwrite files that are there")).action(async ({ data = [], starter = false, force = false, ...flags }) => {
		const { candidate, baseline, directory, answerFormat, role } = flags;
		const tasks = [];
		for (const file of data) tasks.push(await taskOfData(file, resolve(directory), answerFormat));
		const starters = [...tasks.map((task) => taskOfOwnData({
			...task,
			role: role ?? task.role ?? "general"
		})), ...starter ? suiteTasks() : []];
		refuseTwice(starters.map(({ name }) => name));
		const config = join(directory, CONFIG);
		const isAdded = starters.length > 0 && existsSync(config) && !force;
		const files = isAdded ? [{
			path: config,
			text: await extended(config, starters),
			fromRoot: false
		}] : await newFiles({
			candidate,
			baseline,
			tasks: starters
		}, directory, force);
		const workflow = files.find(({ fromRoot }) => fromRoot)?.path;
		for (const { path, text } of files) {
			await writeStarter(path, text);
			terminal.info(`wrote ${path}`);
		}
		for (const { shown, shape, samples, repeated } of tasks) terminal.print(`\n${[
			`${plural(samples, "row")}, in the shape of ${shape}:`,
			...shownLines(shown),
			...repeated.map(fenceLine)
		].join("\n")}`);
		for (const { name } of starters.filter(({ gates }) => gates.some(isAdvisory))) terminal.print(`\n${name} has too few rows for a limit that could block: its gate advises. From ${26} rows on, take \`tier: advisory\` out.`);
		terminal.print(isAdded ? "\nNext: `weighbridge check` says what it comes to." : `\nNext: ${provide([candidate, baseline], directory)}put the action's commit into ${workflow}, then
\`weighbridge check\` says what is still missing.`);
	});
};
const isAdvisory = ({ tier }) => tier === "advisory";
/** Paths of checkpoints that lead nowhere yet; what is no path, such as `hf:org/name`, `check` looks for. */
function provide(checkpoints, directory) {
	const missing = checkpoints.filter((path) => !/^[a-z]{2,}:/.test(path) && !existsSync(resolve(directory, path)));
	return missing.length === 0 ? "" : `provide ${missing.join(" and ")} (or name your own in weighbridge.yml), `;
}
function refuseTwice(names) {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === void 0) return;
	throw new WeighbridgeError("usage", `there would be two tasks ${twice}`, { fix: "give a file of your own another name: --data <name>=<file>" });
}
async function extended(config, tasks) {
	let text = await readFile(config, "utf8");
	for (const task of tasks) text = withTask(text, config, task);
	return text;
}
async function newFiles(options, directory, force) {
	const folder = await folderOf(resolve(directory));
	const root = join(directory, ...folder.split("/").map((name) => name === "" ? "." : ".."));
	const files = starterFiles({
		...options,
		folder
	}).map((file) => ({
		...file,
		path: join(file.fromRoot ? root : directory, file.path)
	}));
	const present = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
	if (present.length === 0 || force) return files;
	throw new WeighbridgeError("usage", `already there: ${present.join(", ")}`, { fix: "give --force to overwrite, or --directory for another place" });
}
/** Where a folder, which need not be there yet, lies in its repository; the root where there is none. */
async function folderOf(directory) {
	let nearest = directory;
	while (!existsSync(nearest)) nearest = dirname(nearest);
	const inside = await folderInRepository(nearest);
	if (inside === null) return "";
	return [inside, ...relative(nearest, directory).split(sep)].join("/").replaceAll(/\/+/g, "/").replaceAll(/^\/|\/$/g, "");
}
async function writeStarter(path, text) {
	try {
		await makeDirectory(dirname(path));
		await writeFile(path, text);
	} catch (cause) {
		throw new WeighbridgeError("usage", `cannot be written: ${messageOf(cause)}`, {
			at: { file: path },
			fix: "name another place with --directory",
			cause
		});
	}
}

export { addInit };