// src/core/compare/overlap.ts
/**
* Which questions of a task stand in training text: by runs of 13 words, as in the GPT-3 paper (Brown et al. 2020, appendix C) and
* lm-evaluation-harness's decontamination; a shorter question by all of its words, from 8 on; one shorter still only where a whole text
* is equal to it. Words are letters and digits in lower case after NFKC, whatever stands between them; invisible characters, as web pages have them
* within words, stand nowhere. Runs that more than ten questions
* share are how they are all asked, and count for none that has others.
*/
const RUN = 13;
const MOST_SHARING = 10;
const LEAST_RUN = 8;
/** Fewer words than these, out of a template, are a name or a number that stands anywhere. */
const LEAST_BARE = 3;
/** Words as they are compared. */
const wordsOf = (text) => text.normalize("NFKC").replace(/\p{Cf}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Holds questions, and reads training text of any length past them: memory grows with the questions alone. */
var OverlapIndex = class {
	#questions = [];
	/** Hash of a run of words to the texts that have it; those are taken out that were seen. */
	#runs = /* @__PURE__ */ new Map();
	/** Hash of the first words of texts shorter than a run to how many words they have: so that few lengths are tried at each word. */
	#heads = /* @__PURE__ */ new Map();
	#isReady = false;
	/** Texts too short for a run, by all of their words. */
	#whole = /* @__PURE__ */ new Map();
	#bare = /* @__PURE__ */ new Map();
	/**
	* @param prompt as it was asked
	* @param bare what its row asks, without the words of the template: runs of it stand in the prompt as well, so that it counts only where it
	* is too short for one, by all of its words; and only where no other prompt asks it, as it would with other choices
	*/
	add(key, prompt, bare = []) {
		const words = wordsOf(prompt);
		const question = {
			key,
			first: null,
			texts: []
		};
		this.#questions.push(question);
		this.#hold(question, words);
		const own = words.join(" ");
		for (const text of bare) {
			const asked = wordsOf(text);
			const name = asked.join(" ");
			if (asked.length < LEAST_BARE || asked.length >= RUN || name === own) continue;
			const known = this.#bare.get(name) ?? {
				words: asked,
				prompts: /* @__PURE__ */ new Set(),
				of: /* @__PURE__ */ new Set()
			};
			this.#bare.set(name, known);
			known.prompts.add(own);
			known.of.add(question);
		}
	}
	#hold(question, words) {
		if (words.length === 0) return;
		const length = Math.min(RUN, words.length);
		if (length < LEAST_RUN) {
			const text = {
				of: question,
				runs: 1,
				seen: 0
			};
			question.texts.push(text);
			const all = words.join(" ");
			this.#whole.set(all, [...this.#whole.get(all) ?? [], text]);
			return;
		}
		const hashed = words.map(hashOf);
		const hashes = new Set(runsOf(hashed, length));
		const text = {
			of: question,
			runs: hashes.size,
			seen: 0
		};
		question.texts.push(text);
		if (length < RUN) {
			const head = runAt(hashed, 0, LEAST_RUN);
			this.#heads.set(head, (this.#heads.get(head) ?? /* @__PURE__ */ new Set()).add(length));
		}
		for (const hash of hashes) this.#runs.set(hash, (this.#runs.get(hash) ?? /* @__PURE__ */ new Set()).add(text));
	}
	/** Looks a piece of training text over: one value of a row, or one line. */
	see(text, place) {
		if (!this.#isReady) this.#begin();
		const words = wordsOf(text);
		if (words.length < LEAST_RUN) {
			for (const each of this.#whole.get(words.join(" ")) ?? []) saw(each, place);
			return;
		}
		const hashed = words.map(hashOf);
		for (let start = 0; start + LEAST_RUN <= hashed.length; start++) {
			this.#look(hashed, start, RUN, place);
			for (const length of this.#heads.get(runAt(hashed, start, LEAST_RUN)) ?? []) this.#look(hashed, start, length, place);
		}
	}
	#look(words, start, length, place) {
		if (start + length > words.length) return;
		const hash = runAt(words, start, length);
		const texts = this.#runs.get(hash);
		if (texts === void 0) return;
		for (const each of texts) saw(each, place);
		this.#runs.delete(hash);
	}
	#begin() {
		this.#isReady = true;
		this.#leaveOutShared();
		for (const { words, prompts, of } of this.#bare.values()) if (prompts.size === 1) for (const question of of) this.#hold(question, words);
		this.#bare.clear();
	}
	#leaveOutShared() {
		const shared = [...this.#runs].filter(([, texts]) => texts.size > MOST_SHARING);
		const counts = /* @__PURE__ */ new Map();
		for (const [, texts] of shared) for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
		for (const [hash, texts] of shared) {
			for (const text of texts) if ((counts.get(text) ?? 0) < text.runs) texts.delete(text);
			if (texts.size === 0) this.#runs.delete(hash);
		}
		for (const [text, count] of counts) if (count < text.runs) text.runs -= count;
	}
	/** In the order in which the questions were added. */
	found() {
		return this.#questions.flatMap(({ key, first, texts }) => first === null ? [] : [{
			key,
			...first,
			share: Math.min(1, Math.max(...texts.map(({ seen, runs }) => seen / runs)))
		}]);
	}
};
function saw(text, place) {
	text.seen += 1;
	text.of.first ??= place;
}
/** 52 bits of two FNV-1a hashes: two runs of the same number by chance are one in 10¹⁵. */
function hashOf(word) {
	let [low, high] = [2166136261, 16777619];
	for (let at = 0; at < word.length; at++) {
		const unit = word.charCodeAt(at);
		low = Math.imul(low ^ unit, 16777619);
		high = Math.imul(high ^ unit ^ low >>> 15, 2246822507);
	}
	return (low >>> 0) + (high >>> 12) * 2 ** 32;
}
function* runsOf(words, length) {
	for (let start = 0; start + length <= words.length; start++) yield runAt(words, start, length);
}
/** The runs of `length` words that a text has, each once and by its hash. */
const runHashes = (words, length) => new Set(runsOf(words.map(hashOf), length));
/** Of a whole text, by its words. */
const textHash = (words) => runAt(words.map(hashOf), 0, words.length);
/** The hash of a run of `length` words: of its words' hashes, in their order, and of its length. */
function runAt(words, start, length) {
	let [low, high] = [length, 2654435769];
	for (let at = start; at < start + length; at++) {
		const word = words[at] ?? 0;
		low = Math.imul(low ^ word >>> 0, 16777619) ^ low >>> 13;
		high = Math.imul(high ^ Math.floor(word / 2 ** 32) ^ low >>> 7, 2246822507);
	}
	return (low >>> 0) + (high >>> 12) * 2 ** 32;
}

export { wordsOf as i, runHashes as n, textHash as r, OverlapIndex as t };