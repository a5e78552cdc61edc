import { ht as choiceCount, vt as isRatio, xt as lacks, yt as isUnscored } from "./core-domain-history.js";

// src/core/compare/answers.ts
/**
* Drawn on no screen: format and control characters, halves of characters, what fonts are told to ignore, the replacement
* character, the braille pattern without a dot; and punctuation or accents alone, rows of symbols that are no pictures and longer than any
* operator, or tokens such as `<|endoftext|>` and `[PAD]`, which say nothing either. An empty element of XML, `<br/>`, is no token of any model.
*/
const INVISIBLE = /(?:<(?![^\s<>]+\/>)[^\s<>]{1,64}>|(?:(?!\p{Extended_Pictographic})\p{S}){3,}|\[(?:PAD|UNK|CLS|SEP|MASK|BOS|EOS|INST|\/INST)\]|[\s\p{C}\p{P}\p{M}\p{Default_Ignorable_Code_Point}\ufffd\u2800])+/gu;
/** What is looked at of an answer at first: what can be seen is seen there, and a loop that has come to its end at the other. */
const GLANCE = 1e3;
/** Shorter ends that repeat are found in honest lists. */
const SHORTEST_LOOP = 32;
const FEWEST_ROUNDS = 4;
/** What is wrong with an answer on the face of it; null where nothing is. */
function faultOfAnswer(text) {
	if (text.trim() === "") return "blank";
	const isInvisible = (part) => part.replace(INVISIBLE, "") === "";
	if (isInvisible(text.slice(0, GLANCE)) && isInvisible(text)) return "invisible";
	return endsInLoop(text) ? "repeating" : null;
}
/**
* How reasoning models begin an answer, and how they end their thoughts: DeepSeek, Qwen and others; Kimi; the harmony format
* of gpt-oss, as it is and as decoders leave it that skip special tokens; Mistral; Gemini and Seed; Command A; Sky-T1 and
* OpenThinker. Where the template has written the opening, only the end is there.
*/
const THOUGHTS = [
	{
		open: /^\s*<(think(?:ing)?|thought|reasoning)>/i,
		close: /<\/(think(?:ing)?|thought|reasoning)>/i,
		ending: (word) => `</${word}>\n\n`
	},
	{
		open: /^\s*◁think▷/,
		close: /◁\/think▷/,
		ending: () => "◁/think▷"
	},
	{
		open: /^\s*(?:<\|start\|>assistant)?<\|channel\|>analysis/,
		close: /<\|channel\|>final/,
		ending: () => "<|channel|>final<|message|>"
	},
	{
		open: /^\s*\[THINK\]/,
		close: /\[\/THINK\]/,
		ending: () => "[/THINK]"
	},
	{
		open: /^\s*<seed:think>/,
		close: /<\/seed:think>/,
		ending: () => "</seed:think>\n\n"
	},
	{
		open: /^\s*analysis(?=\p{Lu})/u,
		close: /assistantfinal/,
		ending: () => "assistantfinal"
	},
	{
		open: /^\s*<\|START_THINKING\|>/,
		close: /<\|END_THINKING\|>/,
		ending: () => "<|END_THINKING|><|START_RESPONSE|>"
	},
	{
		open: /^\s*<\|begin_of_thought\|>/,
		close: /<\|end_of_thought\|>/,
		ending: () => "<|end_of_thought|>\n\n"
	}
];
/** What ends the thoughts that an answer begins with, with what stands before the answer; null where it begins with none. */
function closingOf(text) {
	for (const { open, ending } of THOUGHTS) {
		const [opened, word = ""] = open.exec(text) ?? [];
		if (opened !== void 0) return ending(word);
	}
	return null;
}
/** The same of thoughts that a chat template has opened at the end of a prompt. */
function closingOpenedBy(prompt) {
	const last = /(?:<\|?[a-z:_]{1,20}\|?>|◁think▷|\[THINK\])\s*$/i.exec(prompt.slice(-40))?.[0];
	return last === void 0 ? null : closingOf(last);
}
/** Whether an answer begins with thoughts, or is nothing else because they came to no end; null of one that does not. */
function thinkingOf(text) {
	for (const { open, close } of THOUGHTS) {
		if (open.test(text)) return close.test(text) ? "closed" : "unclosed";
		if (close.test(text) && !text.includes("<|channel|>")) return "closed";
	}
	return null;
}
/**
* Whether the text ends in one stretch said over and over. By the failure function of Knuth, Morris & Pratt 1977 of the tail
* read backwards: a beginning of length n that agrees with itself moved by p has the period p.
*/
function endsInLoop(text) {
	const tail = text.trimEnd().slice(-1e3);
	const at = (index) => tail.charCodeAt(tail.length - 1 - index);
	const borders = new Int32Array(tail.length);
	for (let end = 1; end < tail.length; end += 1) {
		let border = borders[end - 1] ?? 0;
		while (border > 0 && at(border) !== at(end)) border = borders[border - 1] ?? 0;
		if (at(border) === at(end)) border += 1;
		borders[end] = border;
		const length = end + 1;
		if (length >= SHORTEST_LOOP && length >= FEWEST_ROUNDS * (length - border)) return true;
	}
	return false;
}
/** A sequential evaluation looks at a growing run dozens of times, and each time at all of the baseline. */
const KNOWN = /* @__PURE__ */ new WeakMap();
/** What the answers of a run look like; null where none was kept. */
function answersOf(samples) {
	const known = KNOWN.get(samples);
	if (known?.length === samples.length) return known.answers;
	const answers = countAnswers(samples);
	KNOWN.set(samples, {
		length: samples.length,
		answers
	});
	return answers;
}
function countAnswers(samples) {
	if (lacks(samples, "output")) return null;
	const faults = {
		blank: 0,
		invisible: 0,
		repeating: 0
	};
	const said = [];
	let [chosen, truncated, ends, thinking, unclosed] = [
		0,
		0,
		0,
		0,
		0
	];
	for (const { output, truncated: isCut, choices, answer_digest } of samples) {
		if (output === void 0) continue;
		const fault = faultOfAnswer(output);
		if (fault !== null) faults[fault] += 1;
		said.push(hashOf(output.trim()));
		if (choices !== void 0 && answer_digest !== void 0) chosen += 1;
		const thought = thinkingOf(output);
		if (thought !== null) thinking += 1;
		if (thought === "unclosed") unclosed += 1;
		if (isCut !== void 0) ends += 1;
		if (isCut === true) truncated += 1;
	}
	if (said.length === 0) return null;
	return {
		...faults,
		samples: samples.length,
		answers: said.length,
		identical: commonest(said).count,
		truncated: ends === 0 ? null : truncated,
		thinking,
		unclosed,
		chosen: chosen === said.length
	};
}
/** Where right answers come back less often, they are no classes. */
const SAMPLES_A_CLASS = 5;
/** What a guess is worth on these samples. */
function guessingOf(samples) {
	if (lacks(samples, "target_digest") && lacks(samples, "choices")) return {
		chance: null,
		majority: null
	};
	const targets = [];
	let [sum, known] = [0, 0];
	for (const sample of samples) {
		targets.push(hashOf(sample.target_digest));
		const choices = choiceCount(sample);
		if (choices === void 0) continue;
		sum += 1 / choices;
		known += 1;
	}
	const { count, distinct } = commonest(targets);
	return {
		chance: known > 0 && known === samples.length ? sum / known : null,
		majority: distinct > 1 && SAMPLES_A_CLASS * distinct <= targets.length ? count / targets.length : null
	};
}
/** Answers that say nothing. */
const silentOf = ({ blank, invisible }) => blank + invisible;
/** How often the commonest number is there, and how many different ones; a sorted column takes less memory than a map. */
function commonest(numbers) {
	const sorted = Float64Array.from(numbers).sort();
	let [count, distinct, run] = [
		0,
		0,
		0
	];
	for (const [index, number] of sorted.entries()) {
		run = index > 0 && number === sorted[index - 1] ? run + 1 : 1;
		if (run === 1) distinct += 1;
		count = Math.max(count, run);
	}
	return {
		count,
		distinct
	};
}
/** 53 bits, of which two texts out of a million agree by accident with a probability of 10⁻⁴. */
function hashOf(text) {
	let [low, high] = [3735928559, 1103547991];
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		low = Math.imul(low ^ unit, 2654435761);
		high = Math.imul(high ^ unit, 1597334677);
	}
	low = Math.imul(low ^ low >>> 16, 2246822507) ^ Math.imul(high ^ high >>> 13, 3266489909);
	high = Math.imul(high ^ high >>> 16, 2246822507) ^ Math.imul(low ^ low >>> 13, 3266489909);
	return 4294967296 * (2097151 & high) + (low >>> 0);
}
/** Whether two answers to one question are the same to the last bit; null where not enough was kept of them to tell. */
function isSameAnswer(baseline, candidate) {
	const [before, after] = [baseline.scores, candidate.scores];
	const names = Object.keys(before);
	if (names.length !== Object.keys(after).length) return false;
	let isContinuous = false;
	for (const name of names) {
		const [was, is] = [before[name], after[name]];
		if (is === void 0 || JSON.stringify(was) !== JSON.stringify(is)) return false;
		isContinuous ||= typeof is === "object" && !isUnscored(is) && isRatio(is) && !Number.isInteger(is.numerator);
	}
	if (baseline.output !== candidate.output) return false;
	const [told, digest] = [baseline.answer_digest, candidate.answer_digest];
	if (told !== void 0 && digest !== void 0) return told === digest;
	const isWritten = candidate.choices === void 0 && (candidate.output ?? "").trim() !== "";
	return isContinuous || isWritten ? true : null;
}
/** The same of all answers that two runs share. */
function areSameAnswers(pairs) {
	let areSame = null;
	for (const [baseline, candidate] of pairs) {
		const isSame = isSameAnswer(baseline, candidate);
		if (isSame === false) return false;
		areSame ??= isSame;
	}
	return areSame;
}

export { guessingOf as a, closingOpenedBy as i, areSameAnswers as n, silentOf as o, closingOf as r, answersOf as t };