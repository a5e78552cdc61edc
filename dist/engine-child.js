import { Pt as messageOf, jt as WeighbridgeError } from "./shared/core-domain-history.js";
import { n as secondsSince, r as timed } from "./shared/tasks-engines-timed.js";
import { a as encodeText, c as rollingWindows, i as encodePair, n as commonPrefix, o as fitPair, r as digestTokens, s as prefixOf, t as batchSizes } from "./shared/tasks-engines-tokens.js";
import { n as describeMetadata, r as metadataOf, t as contextSizeFor } from "./shared/tasks-engines-llama-cpp-metadata.js";
import { l as plainText } from "./shared/adapters-process-kill-with-parent.js";
import { n as withoutGpu } from "./shared/tasks-engines-llama-cpp-gpu.js";
import { r as isOverflow } from "./shared/tasks-engines-engine.js";
import { join } from "node:path";
import { rmSync } from "node:fs";
import { rm, statfs } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";

// src/tasks/engines/llama-cpp/generate.ts
/** Longest UTF-8 character in bytes, and so the most byte tokens one character can be spread over. */
const LONGEST_CHARACTER = 4;
async function generate(sequence, tokenizer, vocabulary, contextSize, request) {
	const began = performance.now();
	const encoded = encodeText(tokenizer, request.prompt, request.specialTokens);
	const prompt = encoded.length === 0 ? [prefixOf(tokenizer)] : encoded;
	const tokenDigest = digestTokens(tokenizer, [prompt]);
	if (prompt.length + 1 > contextSize) return {
		overflow: {
			tokens: prompt.length + 1,
			context: contextSize
		},
		tokenDigest
	};
	const room = Math.min(request.maxTokens, contextSize - prompt.length);
	const decoder = new Decoder(vocabulary);
	const beginning = encodeText(tokenizer, request.beginning ?? "", request.specialTokens);
	let token = await sequence.start(prompt, samplingOf(request, 0), beginning);
	const firstTokenSeconds = secondsSince(began);
	for (let count = 1;; count++) {
		const searched = decoder.text.length;
		const end = (outputTokens, finish) => {
			const text = decoder.finish();
			const stop = findStop(text, searched, request.stop);
			const timing = {
				seconds: secondsSince(began),
				firstTokenSeconds
			};
			const counts = {
				promptTokens: prompt.length,
				outputTokens,
				tokenDigest,
				timing
			};
			return stop === null ? {
				text,
				finish,
				...counts
			} : {
				text: text.slice(0, stop),
				finish: "stop",
				...counts
			};
		};
		if (vocabulary.isEogToken(token)) return end(count - 1, "end_of_text");
		decoder.push(token);
		if (count >= room || findStop(decoder.text, searched, request.stop) !== null) return end(count, "length");
		token = await sequence.step(token, samplingOf(request, count));
	}
}
/** Plain sampling from the model's own distribution: temperature only, no truncation of the vocabulary. */
function samplingOf({ temperature, seed }, position) {
	if (temperature === 0) return { temperature };
	return {
		temperature,
		seed: mix(seed, position),
		topK: 0,
		topP: 1,
		minP: 0
	};
}
/**
* The engine starts a generator anew for each token, so each token needs a seed of its own. Mixed rather than added: with
* seed + position, two samples with neighbouring seeds would draw the same numbers one token apart. (murmur3's finaliser)
*/
function mix(seed, position) {
	let h = Math.imul(seed, 2654435761) ^ Math.imul(position + 1, 2246822507);
	h = Math.imul(h ^ h >>> 16, 2246822507);
	h = Math.imul(h ^ h >>> 13, 3266489909);
	return (h ^ h >>> 16) >>> 0;
}
/** Turns tokens into text as they come, holding back a character until all its bytes are there. */
var Decoder = class {
	#vocabulary;
	#text = "";
	#held = [];
	#recent = [];
	constructor(vocabulary) {
		this.#vocabulary = vocabulary;
	}
	get text() {
		return this.#text;
	}
	push(token) {
		this.#held.push(token);
		const piece = this.#vocabulary.detokenize(this.#held, false, this.#recent);
		if (piece.endsWith("�") && this.#held.length < LONGEST_CHARACTER) return;
		this.#take(piece);
	}
	/** The whole text; bytes that never became a character are U+FFFD. */
	finish() {
		if (this.#held.length > 0) this.#take(this.#vocabulary.detokenize(this.#held, false, this.#recent));
		return this.#text;
	}
	#take(piece) {
		this.#text += piece;
		if (this.#vocabulary.vocabularyType !== "bpe") this.#recent = this.#held;
		this.#held = [];
	}
};
/**
* Where a text has to end: before the first occurrence of any stop string, null when there is none.
* `from` is how much of the text was searched before; an occurrence may begin there and end in what is new.
*/
function findStop(text, from, stop) {
	let first = null;
	for (const wanted of stop) {
		if (wanted === "") continue;
		const at = text.indexOf(wanted, Math.max(0, from - wanted.length + 1));
		if (at !== -1 && (first === null || at < first)) first = at;
	}
	return first;
}

// src/tasks/engines/llama-cpp/complete.ts
/** The likeliest reply to a prompt that holds foreign text, free or held to a JSON schema. */
async function complete(sequence, { tokenizer, vocabulary, grammarOf, info }, { prompt: parts, maxTokens, schema, labels }) {
	const prompt = promptTokens(tokenizer, parts);
	if (prompt.length + 1 > info.contextSize) return { overflow: {
		tokens: prompt.length + 1,
		context: info.contextSize
	} };
	const room = Math.min(maxTokens, info.contextSize - prompt.length);
	const decoder = new Decoder(vocabulary);
	const words = labelTokens(tokenizer, labels);
	let shares = null;
	let count = 0;
	const end = (finish) => ({
		text: decoder.finish(),
		finish,
		shares,
		promptTokens: prompt.length,
		outputTokens: count
	});
	const take = (token) => {
		if (vocabulary.isEogToken(token)) return end("end_of_text");
		decoder.push(token);
		count += 1;
		if (schema !== null && isWhole(decoder.text)) return end("stop");
		return count >= room ? end("length") : null;
	};
	if (schema === null) for await (const { token, logits } of sequence.reply(prompt, [...words.flat()])) {
		if (shares === null && words.some((forms) => forms.includes(token))) shares = sharesOf(words, logits);
		const done = take(token);
		if (done !== null) return done;
	}
	else for await (const token of sequence.constrainedReply(prompt, await grammarOf(schema))) {
		const done = take(token);
		if (done !== null) return done;
	}
	return end("end_of_text");
}
/**
* A text is tokenised as one, as its model was trained, unless a foreign part spells a special token: then each part by itself, so
* that it stays a text.
*/
function promptTokens(tokenizer, parts) {
	if (!parts.some(({ text, specialTokens }) => !specialTokens && tokenizer.tokenize(text, true).join() !== tokenizer.tokenize(text, false).join())) return encodeText(tokenizer, parts.map(({ text }) => text).join(""), true);
	const tokens = parts.flatMap(({ text, specialTokens }) => tokenizer.tokenize(text, specialTokens));
	const { prepended } = tokenizer;
	return prepended === null || tokens[0] === prepended ? tokens : [prepended, ...tokens];
}
/** Of each label the tokens with which it may begin; none that begins two of them. */
function labelTokens(tokenizer, labels) {
	const first = labels.map((forms) => [...new Set(forms.flatMap((form) => tokenizer.tokenize(form, false).slice(0, 1)))]);
	return first.map((own, index) => own.filter((token) => first.every((other, at) => at === index || !other.includes(token))));
}
/** Softmax over the labels, each with the sum over its forms. */
function sharesOf(words, logits) {
	const known = words.map((forms) => forms.map((token) => logits.get(token) ?? -Infinity));
	const highest = Math.max(...known.flat());
	const weights = known.map((each) => each.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return Number.isFinite(total) && total > 0 ? weights.map((weight) => weight / total) : null;
}
/** Behind the last brace a grammar still allows white space. */
function isWhole(text) {
	if (!text.endsWith("}")) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

// src/tasks/engines/llama-cpp/start.ts
/** How long llama.cpp's reason for a failure is waited for, and how often looked for, ms. */
const LOG_DEADLINE = 1e3;
const LOG_PAUSE = 50;
/**
* Threads of llama.cpp wait for each other by spinning, after every operation. A small model has too little to do between
* two waits: a second thread gains nothing on a quiet machine and, measured on a busy one, costs a factor of 100.
*/
const SMALL_MODEL_PARAMETERS = 5e7;
const isSmall = ({ parameterCount }) => parameterCount !== null && parameterCount < SMALL_MODEL_PARAMETERS;
async function importLibrary(url) {
	return await import(url).catch((error) => {
		throw new WeighbridgeError("engine", `the installed engine is damaged: ${messageOf(error)}`, {
			fix: `remove its folder in the cache, and it is installed again (${url})`,
			cause: error
		});
	});
}
async function startLlama(library, gpu, log) {
	return library.getLlama({
		gpu,
		build: "never",
		skipDownload: true,
		progressLogs: false,
		maxThreads: 0,
		logger: (level, message) => log.write(level, message)
	}).catch((error) => {
		throw new WeighbridgeError("engine", `llama.cpp cannot start: ${messageOf(error)}`, {
			fix: gpu === false || gpu === "metal" ? "use Linux with glibc 2.34 or later, or macOS or Windows as docs/how-to/checkpoints.md has it" : `install the driver of the GPU and the libraries of ${gpu} that node-llama-cpp needs, or write \`gpu: off\``,
			cause: error
		});
	});
}
/** Errors of the library are generic; the reason is what llama.cpp logged before. */
var EngineLog = class {
	#lines = [];
	write(level, message) {
		if (level !== "error" && level !== "fatal") return;
		this.#lines = [...this.#lines, plainText(message).trim()].slice(-8);
	}
	/** Lines come from another thread and may arrive after the error they explain. */
	async #settle() {
		for (let waited = 0; waited < LOG_DEADLINE && this.#lines.length === 0; waited += LOG_PAUSE) await setTimeout(LOG_PAUSE);
		await setTimeout(LOG_PAUSE);
	}
	/** @throws always: `engine` when memory ran out, else `checkpoint` */
	async fail(error, what) {
		await this.#settle();
		const reasons = [.../* @__PURE__ */ new Set([...this.#lines, messageOf(error)])].join("; ");
		if (error instanceof Error && error.constructor.name === "InsufficientMemoryError") throw new WeighbridgeError("engine", `${what}: not enough memory (${reasons})`, {
			fix: "use a machine with more memory, a smaller quantisation, or a smaller `context_size`",
			cause: error
		});
		throw new WeighbridgeError("checkpoint", `${what}: ${reasons}`, {
			fix: "check that the file is complete and was made for this version of llama.cpp",
			cause: error
		});
	}
};

// src/tasks/engines/llama-cpp/embed.ts
/**
* Loads an embedding model, with settings that make results repeat bit for bit: no flash attention, every text in a batch of its own.
* @returns what embeds texts
* @throws WeighbridgeError `checkpoint` with llama.cpp's own reason, `engine` when the library cannot start
*/
async function loadEmbedder(request) {
	const { contextSize } = request;
	const library = await importLibrary(request.library);
	const log = new EngineLog();
	const llama = await startLlama(library, false, log);
	const model = await llama.loadModel({
		modelPath: request.model,
		defaultContextFlashAttention: false
	}).catch((error) => log.fail(error, `llama.cpp cannot load ${request.model}`));
	const threads = isSmall(describeMetadata(metadataOf(model, library))) ? 1 : Math.max(1, Math.min(availableParallelism(), llama.cpuMathCores));
	const context = await model.createEmbeddingContext({
		contextSize,
		batchSize: contextSize,
		threads
	}).catch((error) => log.fail(error, `llama.cpp cannot embed with ${request.model}`));
	return async (texts) => {
		const answers = [];
		for (const text of texts) {
			const tokens = context.calculateInputLength(text);
			if (tokens >= contextSize) answers.push({ tokens });
			else answers.push({ vector: (await context.getEmbeddingFor(text)).vector });
		}
		return answers;
	};
}

// src/tasks/engines/llama-cpp/prefixes.ts
/** A beginning shorter than this, beyond what the sequence holds, is computed as fast as it is found again. */
const WORTH = 64;
/** Prompts that are remembered, to see which beginnings come again. */
const REMEMBERED = 1024;
/** A beginning that was not asked for in so many prompts makes room for another. */
const FORGOTTEN = 4 * REMEMBERED;
const MOST_BYTES = 2 * 1024 ** 3;
/**
* Beginnings of prompts that come again with others in between, such as the solved examples of a subject: their cells lie in
* files, and are read back in place of being computed. Whoever asks tells what comes again; what he does not tell is known once it came twice. The bytes are the same, so no number depends on it. Where there is no
* room, or the disk refuses, everything is computed as before.
*/
var SavedPrefixes = class {
	#folder;
	#raw;
	#saved = [];
	#remembered = [];
	#next = 0;
	#prompts = 0;
	#room = null;
	/** How much of what the sequence holds came before, and is worth a file once it has to give way. */
	#recurring = 0;
	#isOff = false;
	constructor(folder, raw) {
		this.#folder = folder;
		this.#raw = raw;
	}
	/**
	* Before the sequence is cut back to what it shares with the tokens that are fed next: keeps what it holds, where that comes
	* again, and puts in its place what was kept of the new ones.
	* @param held tokens in the sequence whose cells may be used again
	* @param shared how many of them the new ones begin with
	* @param beginning what a prompt that is yet to come begins with too, as far as that is known
	* @returns how many of the new tokens the sequence holds then
	*/
	async exchange(held, shared, tokens, beginning) {
		if (this.#isOff) return shared;
		this.#prompts += 1;
		const kept = Math.min(this.#recurring, held.length);
		if (kept >= shared + WORTH) {
			this.#recurring = 0;
			await this.#save(held.slice(0, kept));
		}
		const [known, length] = longest(this.#saved, tokens, (saved) => saved.tokens);
		if (known !== null && length >= shared + WORTH) return await this.#load(known) ? length : 0;
		const [, before] = longest([...this.#remembered, beginning], tokens, (prompt) => prompt);
		if (before >= Math.max(shared, length) + WORTH) this.#recurring = before;
		return shared;
	}
	/** These tokens are held now. */
	remember(tokens) {
		this.#recurring = Math.min(this.#recurring, tokens.length);
		this.#remembered[this.#next] = tokens;
		this.#next = (this.#next + 1) % REMEMBERED;
	}
	async #save(tokens) {
		const file = join(this.#folder, `${this.#prompts}.state`);
		try {
			this.#room ??= await roomIn(this.#folder);
			if (this.#room <= 0) await this.#makeRoom();
			if (this.#room <= 0) return;
			const end = this.#raw.nextTokenIndex;
			if (end > tokens.length) await this.#raw.eraseContextTokenRanges([{
				start: tokens.length,
				end
			}]);
			const { fileSize: bytes } = await this.#raw.saveStateToFile(file);
			this.#room -= bytes;
			this.#saved.push({
				tokens,
				file,
				bytes,
				used: this.#prompts
			});
		} catch {
			this.#room = 0;
			await rm(file, { force: true });
		}
	}
	async #makeRoom() {
		const oldest = this.#saved.reduce((old, saved) => old === null || saved.used < old.used ? saved : old, null);
		if (oldest === null || this.#prompts - oldest.used < FORGOTTEN) return;
		this.#saved.splice(this.#saved.indexOf(oldest), 1);
		await rm(oldest.file, { force: true });
		this.#room = (this.#room ?? 0) + oldest.bytes;
	}
	/** False where the sequence is empty afterwards. */
	async #load(saved) {
		saved.used = this.#prompts;
		try {
			await this.#raw.loadStateFromFile(saved.file, { acceptRisk: true });
			if (this.#raw.nextTokenIndex === saved.tokens.length) return true;
		} catch {}
		this.#isOff = true;
		await this.#raw.clearHistory();
		return false;
	}
};
/** The text that shares the longest beginning with the tokens, and how long that is. */
function longest(texts, tokens, tokensOf) {
	return texts.reduce(([best, most], text) => {
		const length = commonPrefix(tokensOf(text), tokens);
		return length > most ? [text, length] : [best, most];
	}, [null, 0]);
}
/** A quarter of what the disk has left, at most. */
async function roomIn(folder) {
	const { bavail, bsize } = await statfs(folder);
	return Math.min(MOST_BYTES, bavail * bsize / 4);
}

// src/tasks/engines/llama-cpp/readout.ts
/** From 3.22 on: logits of the tokens that were asked for, and what normalises them. */
const chosenLogits = {
	predict: (tokens) => ({
		token: true,
		totalLogitWeight: true,
		options: { temperature: 0 },
		logits: { filter: {
			tokens,
			includeSelected: true
		} }
	}),
	/**
	* ln p(t) = logit(t) − logit(argmax) − ln Σ exp(logit − logit(argmax)), where the engine gives the sum.
	* The selected token is the argmax because the temperature is 0. (`includeMax`, made for this, is inert in 3.22.1.)
	*/
	predictionOf(output) {
		const { token = null, logits, totalLogitWeight = NaN } = output?.next ?? {};
		const normaliser = (token === null ? NaN : logits?.get(token) ?? NaN) + Math.log(totalLogitWeight);
		return {
			argmax: token,
			logProbability: (wanted) => (logits?.get(wanted) ?? NaN) - normaliser
		};
	},
	draw: (options, tokens = []) => ({
		token: true,
		totalLogitWeight: true,
		options,
		...tokens.length === 0 ? {} : { logits: { filter: {
			tokens,
			includeSelected: true
		} } }
	}),
	logitsOf: (output) => output?.next.logits ?? /* @__PURE__ */ new Map(),
	sampledToken: (output) => sound(output, output?.next.totalLogitWeight)
};
/**
* Before 3.22: the probability of every token, as 32-bit floats: below e^−103 it is 0, of which no likelihood is told. At
* temperature 0 they are those of the model.
*/
const wholeDistributions = {
	predict: () => ({
		token: true,
		probabilities: true,
		options: { temperature: 0 }
	}),
	predictionOf(output) {
		const { token = null, probabilities } = output?.next ?? {};
		return {
			argmax: token,
			logProbability: (wanted) => Math.log(probabilities?.get(wanted) || NaN)
		};
	},
	draw: (options, tokens = []) => ({
		token: true,
		confidence: true,
		options,
		...tokens.length === 0 ? {} : { probabilities: true }
	}),
	logitsOf: (output) => new Map([...output?.next.probabilities ?? []].map(([token, share]) => [token, Math.log(share)])),
	sampledToken: (output) => sound(output, output?.next.confidence)
};
const sound = (output, weight) => soundToken(output?.next.token, weight);
/** @throws WeighbridgeError `checkpoint` where the weight is none, and the token so means nothing */
function soundToken(token, weight = NaN) {
	if (token === void 0 || token === null || !Number.isFinite(weight)) throw new WeighbridgeError("checkpoint", "the model computes NaN or infinite logits: its text means nothing", { fix: "check the training run for divergence, and the conversion for overflow in half precision" });
	return token;
}
/** @param version of node-llama-cpp */
function readoutOf(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major > 3 || major === 3 && minor >= 22 ? chosenLogits : wholeDistributions;
}

// src/tasks/engines/llama-cpp/sequence.ts
/**
* The one sequence of a context: feeds it tokens, keeping what it already holds of them.
*
* Reuse never changes a number: cells are used again only when they were computed in a batch of two tokens or more, and then
* every kernel computes a token the same way wherever the batch was cut (tested to the last bit in determinism.slow.test.ts).
*/
var Sequence = class {
	#raw;
	#batchSize;
	#readout;
	#prefixes;
	#timed;
	/** The tokens held whose cells may be used again. */
	#reusable = [];
	/**
	* @param prefixes what it gave way to and may need again; null to compute everything anew
	* @param timed told how long each batch took
	*/
	constructor(raw, batchSize, readout, prefixes = null, timed = () => void 0) {
		this.#timed = timed;
		this.#raw = raw;
		this.#prefixes = raw.needsCheckpoints ? null : prefixes;
		this.#batchSize = batchSize;
		this.#readout = readout;
	}
	/**
	* Predictions of what follows `tokens[position]`, for every position in `targets`, of the tokens listed there.
	* Needs two tokens or more.
	*
	* @param beginning what other tokens begin with too that are fed later; of no effect on what is predicted
	*/
	async predict(tokens, targets, beginning = []) {
		const readout = this.#readout;
		const asked = new Map([...targets].map(([position, wanted]) => [position, readout.predict(wanted)]));
		const outputs = await this.#feed(tokens, asked, beginning);
		return new Map([...outputs].map(([position, output]) => [position, readout.predictionOf(output)]));
	}
	/** Feeds a prompt and samples the token after it. */
	async start(prompt, sampling, beginning = []) {
		const last = prompt.length - 1;
		const outputs = await this.#feed(prompt, /* @__PURE__ */ new Map([[last, this.#readout.draw(sampling)]]), beginning);
		return this.#readout.sampledToken(outputs.get(last));
	}
	/** Feeds one token and samples the token after it. Its cell is computed alone, so it is never used again. */
	async step(token, sampling) {
		const [output] = await this.#evaluate([[token, { generateNext: this.#readout.draw(sampling) }]]);
		return this.#readout.sampledToken(output);
	}
	/** The likeliest reply to a prompt, with the logits of some tokens, up to a constant, beside each that it takes. */
	async *reply(prompt, watched) {
		const readout = this.#readout;
		const next = readout.draw({ temperature: 0 }, watched);
		const last = prompt.length - 1;
		let output = (await this.#feed(prompt, /* @__PURE__ */ new Map([[last, next]]))).get(last);
		for (;;) {
			const token = readout.sampledToken(output);
			yield {
				token,
				logits: readout.logitsOf(output)
			};
			[output] = await this.#evaluate([[token, { generateNext: next }]]);
		}
	}
	/** The likeliest reply that a grammar allows; its last token ends the text. Needs three tokens or more. */
	async *constrainedReply(prompt, grammar) {
		await this.#feed(prompt.slice(0, -1), /* @__PURE__ */ new Map());
		const options = {
			temperature: 0,
			grammarEvaluationState: grammar,
			yieldEogToken: true
		};
		const tokens = this.#raw.evaluateWithMetadata(prompt.slice(-1), { confidence: true }, options);
		let began = performance.now();
		for await (const { token, confidence } of tokens) {
			this.#timed(1, (performance.now() - began) / 1e3);
			yield soundToken(token, confidence);
			began = performance.now();
		}
	}
	/** Makes the sequence hold exactly `tokens` and returns what was asked of their positions. */
	async #feed(tokens, asked, beginning = []) {
		const answers = /* @__PURE__ */ new Map();
		let start = await this.#rewind(tokens, beginning, Math.min(...asked.keys(), tokens.length - 2));
		for (const size of batchSizes(tokens.length - start, this.#batchSize)) {
			const items = tokens.slice(start, start + size).map((token, i) => {
				const generateNext = asked.get(start + i);
				return generateNext === void 0 ? token : [token, { generateNext }];
			});
			const outputs = await this.#evaluate(items);
			for (let i = 0; i < size; i++) if (asked.has(start + i)) answers.set(start + i, outputs[i]);
			start += size;
		}
		if (tokens.length >= 2) {
			this.#reusable = tokens;
			this.#prefixes?.remember(tokens);
		}
		return answers;
	}
	async #evaluate(items) {
		const start = performance.now();
		const outputs = await this.#raw.controlledEvaluate(items);
		this.#timed(items.length, (performance.now() - start) / 1e3);
		return outputs;
	}
	/** Cuts the sequence back to what it shares with `tokens`, at most `limit` of them, and says how many are left. */
	async #rewind(tokens, beginning, limit) {
		const held = this.#reusable;
		this.#reusable = [];
		const common = this.#raw.needsCheckpoints ? 0 : commonPrefix(held, tokens);
		const shared = await this.#prefixes?.exchange(held, common, tokens, beginning) ?? common;
		const kept = Math.max(0, Math.min(shared, limit));
		const end = this.#raw.nextTokenIndex;
		if (kept < end) await this.#raw.eraseContextTokenRanges([{
			start: kept,
			end
		}]);
		if (this.#raw.nextTokenIndex !== kept) throw new Error(`the engine holds ${this.#raw.nextTokenIndex} tokens after a cut to ${kept}`);
		return kept;
	}
};

// src/tasks/engines/llama-cpp/threads.ts
/** A batch that takes this many times the best of its kind is slow, and after two in a row, or one far slower, threads are let go. */
const SLOW = 4;
const FAR_SLOWER = 10;
/** What is faster than this tells nothing, seconds. */
const SHORTEST = .002;
/** Fewer threads are taken where more gain no more than this. */
const GAIN = 1.1;
/** One batch with more threads is tried after so long, seconds, and later the longer it failed. */
const FIRST_TRY = 5;
const LAST_TRY = 600;
/** A try that failed may cost this share of the time. */
const TRY_SHARE = 1 / 20;
/** One thread, half of the processors and all of them. */
const threadLevels = (processors) => [.../* @__PURE__ */ new Set([
	1,
	Math.ceil(processors / 2),
	processors
])];
/**
* How many threads compute the next batch. Threads of llama.cpp wait for each other by spinning: where another program wants the
* processors too, more threads are not a little slower but 10 to 100 times. So batches are timed: slow ones let threads go, and
* now and then one batch is tried with more. No result depends on it (tested to the last bit).
*/
var ThreadControl = class {
	#levels;
	#now;
	/** By level and size of the batch: the best and the last seconds a token. */
	#best = /* @__PURE__ */ new Map();
	#last = /* @__PURE__ */ new Map();
	#level;
	#slow = 0;
	#isTry = false;
	#wait = FIRST_TRY;
	#nextTry;
	/**
	* @param levels numbers of threads to choose from, ascending
	* @param trial seconds that the same batch took at each level, as far as it went; empty to begin with all
	* @param now seconds
	*/
	constructor(levels, trial, now = () => performance.now() / 1e3) {
		this.#levels = levels;
		this.#now = now;
		this.#nextTry = now() + FIRST_TRY;
		const fastest = Math.min(...trial);
		const enough = trial.findIndex((seconds) => seconds <= fastest * GAIN);
		this.#level = enough >= 0 ? enough : levels.length - 1;
	}
	get threads() {
		return this.#levels[this.#level] ?? 1;
	}
	/** Notes how long a batch took with `threads`. Returns what it changes for the batches that follow; a try is none. */
	add(tokens, seconds) {
		if (this.#levels.length < 2 || tokens < 1) return null;
		const kind = Math.floor(Math.log2(tokens));
		const pace = seconds / tokens;
		return this.#isTry ? this.#endTry(kind, pace, seconds) : this.#watch(kind, pace, seconds);
	}
	#watch(kind, pace, seconds) {
		const key = `${this.#level} ${kind}`;
		const best = Math.min(this.#best.get(key) ?? pace, pace);
		this.#best.set(key, best);
		this.#last.set(key, pace);
		const isSlow = seconds > SHORTEST && pace > best * SLOW;
		this.#slow = isSlow ? this.#slow + 1 : 0;
		if (this.#level > 0 && isSlow && (this.#slow > 1 || pace > best * FAR_SLOWER)) {
			this.#slow = 0;
			this.#nextTry = this.#now() + this.#wait;
			return this.#move(-1, "slow");
		}
		if (!isSlow && this.#level < this.#levels.length - 1 && this.#now() >= this.#nextTry) {
			this.#isTry = true;
			this.#level += 1;
		}
		return null;
	}
	/** Of a kind that was never timed below, nobody can say whether it was faster: the try goes on. */
	#endTry(kind, pace, seconds) {
		const below = this.#last.get(`${this.#level - 1} ${kind}`);
		if (below === void 0 && seconds < 1) return null;
		this.#isTry = false;
		if (below !== void 0 && pace * GAIN < below) {
			this.#wait = FIRST_TRY;
			this.#nextTry = this.#now() + FIRST_TRY;
			const key = `${this.#level} ${kind}`;
			this.#best.set(key, Math.min(this.#best.get(key) ?? pace, pace));
			return {
				from: this.#levels[this.#level - 1] ?? 1,
				to: this.threads,
				why: "quiet"
			};
		}
		this.#level -= 1;
		this.#wait = Math.min(LAST_TRY, this.#wait * 2);
		this.#nextTry = this.#now() + Math.max(this.#wait, seconds / TRY_SHARE);
		return null;
	}
	#move(by, why) {
		const from = this.threads;
		this.#level += by;
		return {
			from,
			to: this.threads,
			why
		};
	}
};

// src/tasks/engines/llama-cpp/load.ts
/**
* Loads weights.
* @throws WeighbridgeError `checkpoint` with llama.cpp's own reason, `engine` when the library cannot start
*/
async function loadBase(request) {
	const library = await importLibrary(request.library);
	const log = new EngineLog();
	const llama = await startLlama(library, request.gpu, log);
	const device = await deviceOf(llama, request);
	const gpuLayers = request.onGpu ? "max" : 0;
	const model = await llama.loadModel({
		modelPath: request.model,
		...request.gpu === false ? {} : { gpuLayers }
	}).catch((error) => log.fail(error, `llama.cpp cannot load ${request.model}`));
	const metadata = metadataOf(model, library);
	const described = describeMetadata(metadata);
	const tokenizer = tokenizerOf(model, metadata);
	const processors = Math.max(1, Math.min(availableParallelism(), llama.cpuMathCores));
	const levels = levelsOf(request, processors, described);
	let measured = null;
	return {
		path: request.model,
		async load({ adapter, scratch, batchSize: asked, version, parallel, ...settings }, changed) {
			const contextSize = contextSizeFor(settings.contextSize, model.trainContextSize);
			const batchSize = Math.min(asked, contextSize);
			const context = await createContext(model, log, {
				adapter,
				contextSize,
				batchSize,
				parallel,
				threads: Math.max(...levels)
			});
			const first = context.getSequence();
			const others = Array.from({ length: parallel - 1 }, () => context.getSequence());
			measured ??= await measureThreads(llama, first, levels, tokenizer.prefix ?? 0);
			const { control, trial } = measured;
			llama.maxThreads = control.threads;
			const readout = readoutOf(version);
			const alone = () => {
				const prefixes = scratch === null ? null : new SavedPrefixes(scratch, first);
				return new Sequence(first, batchSize, readout, prefixes, (tokens, seconds) => {
					const change = control.add(tokens, seconds);
					llama.maxThreads = control.threads;
					if (change !== null) changed(change);
				});
			};
			const together = () => [first, ...others].map((raw) => new Sequence(raw, batchSize, readout));
			return {
				info: {
					...described,
					contextSize,
					device,
					trainedContextSize: model.trainContextSize,
					threads: {
						count: control.threads,
						processors,
						measured: trial.map(({ threads, seconds }) => ({
							threads,
							tokensPerSecond: TRIAL_TOKENS / seconds
						}))
					},
					release: llama.llamaCppRelease.release
				},
				sequences: parallel === 1 ? [alone()] : together(),
				tokenizer,
				vocabulary: model,
				grammarOf: async (schema) => new library.LlamaGrammarEvaluationState({
					model,
					grammar: await llama.createGrammarForJsonSchema(schema)
				}),
				close: () => context.dispose()
			};
		}
	};
}
function tokenizerOf(model, { tokenizer }) {
	const pieces = Array.isArray(tokenizer.tokens) ? tokenizer.tokens : [];
	const { bos, eos, shouldPrependBosToken } = model.tokens;
	return {
		tokenize: (text, specialTokens) => model.tokenize(text, specialTokens),
		prepended: shouldPrependBosToken ? bos : null,
		prefix: bos ?? eos,
		pieceOf: (token) => String(pieces[token] ?? "")
	};
}
/** How many tokens texts become, by the vocabulary alone. @throws WeighbridgeError as `load` */
async function countTokens({ library: url, model: path, texts }) {
	const log = new EngineLog();
	const model = await (await startLlama(await importLibrary(url), false, log)).loadModel({
		modelPath: path,
		vocabOnly: true
	}).catch((error) => log.fail(error, `llama.cpp cannot read the vocabulary of ${path}`));
	return texts.map(({ text, specialTokens }) => model.tokenize(text, specialTokens).length);
}
/** Numbers of threads to choose from. A GPU computes by itself. */
function levelsOf({ threads: asked, onGpu }, processors, described) {
	if (asked !== "auto") return threadLevels(Math.min(asked, availableParallelism()));
	if (isSmall(described)) return [1];
	return onGpu ? [processors] : threadLevels(processors);
}
const TRIAL_TOKENS = 16;
const TRIALS = 3;
/** A batch that takes longer is timed once, seconds. */
const LONG_TRIAL = 1;
/** So many times the best that nothing is to be gained by still more threads. */
const HOPELESS = 3;
async function measureThreads(...how) {
	const [, , levels] = how;
	const trial = await tryThreads(...how);
	const seconds = trial.map((each) => each.seconds);
	return {
		control: new ThreadControl(levels, seconds),
		trial
	};
}
/** The best of a few batches with each number of threads; none where there is nothing to choose. */
async function tryThreads(llama, raw, levels, token) {
	const batch = async (threads) => {
		llama.maxThreads = threads;
		const start = performance.now();
		await raw.controlledEvaluate(new Array(TRIAL_TOKENS).fill(token));
		await raw.clearHistory();
		return (performance.now() - start) / 1e3;
	};
	const trial = [];
	if (levels.length < 2) return trial;
	await batch(1);
	for (const threads of levels) {
		let seconds = await batch(threads);
		for (let times = 1; times < TRIALS && seconds < LONG_TRIAL; times += 1) seconds = Math.min(seconds, await batch(threads));
		trial.push({
			threads,
			seconds
		});
		if (seconds > HOPELESS * Math.min(...trial.map((each) => each.seconds))) break;
	}
	return trial;
}
/** @throws WeighbridgeError `engine` where a GPU is asked for and llama.cpp has none: it would compute on the CPU all the same */
async function deviceOf(llama, { gpu, onGpu }) {
	if (gpu === false) return "cpu";
	if (!onGpu) return `cpu, with the library of ${gpu}`;
	const names = await llama.getGpuDeviceNames();
	if (llama.gpu !== gpu || names.length === 0) throw withoutGpu(gpu);
	return `${gpu} (${names.map(plainText).join(", ")})`;
}
async function createContext(model, log, options) {
	const { contextSize, batchSize, parallel, threads, adapter } = options;
	return await model.createContext({
		contextSize,
		batchSize,
		threads: {
			ideal: threads,
			min: 1
		},
		sequences: parallel,
		flashAttention: false,
		swaFullCache: true,
		failedCreationRemedy: false,
		...adapter === null ? {} : { lora: adapter }
	}).catch((error) => log.fail(error, adapter === null ? `llama.cpp cannot make ${parallel === 1 ? "a context" : `${parallel} contexts`} of ${contextSize} tokens` : `the adapter ${adapter} does not fit its base`));
}

// src/tasks/engines/llama-cpp/score.ts
/** Scores every continuation of a context. Too long is an overflow for all: choices are compared with each other. */
async function scoreChoices(sequence, tokenizer, contextSize, request) {
	const pairs = request.continuations.map((each) => encodePair(tokenizer, request.context, each));
	const tokenDigest = digestTokens(tokenizer, pairs.flatMap(({ context, continuation }) => [context, continuation]));
	const fitted = [];
	let longest = null;
	for (const pair of pairs) {
		const fit = fitPair(pair, contextSize, request.truncation);
		if (!isOverflow(fit)) fitted.push(fit);
		else if (longest === null || fit.overflow.tokens > longest.overflow.tokens) longest = fit;
	}
	if (longest !== null) return {
		...longest,
		tokenDigest
	};
	return {
		tokenDigest,
		scores: await scorePairs(sequence, fitted, encodeText(tokenizer, request.beginning ?? "", true)),
		promptTokens: Math.max(0, ...fitted.map((pair) => pair.context.length)),
		truncatedTokens: Math.max(0, ...fitted.map((pair) => pair.truncated))
	};
}
/**
* Log-likelihood of a whole text, every token predicted once. Where the model wants a BOS, it stands before the text and is
* not predicted itself; lm-evaluation-harness adds the constant ln p(BOS | BOS) to the sum of such models.
*/
async function rollingLogLikelihood(sequence, tokenizer, contextSize, text) {
	const tokens = tokenizer.tokenize(text, true);
	let logLikelihood = tokens.length === 0 ? NaN : 0;
	const prefix = prefixOf(tokenizer);
	for (const window of rollingWindows(tokens, prefix, contextSize)) for (const score of await scorePairs(sequence, [window])) logLikelihood += score.logLikelihood;
	return {
		logLikelihood,
		tokens: tokens.length,
		tokenDigest: digestTokens(tokenizer, [[prefix], tokens])
	};
}
/** Scores pairs; those with the same input (choices of one token after one context) share one evaluation. */
async function scorePairs(sequence, pairs, beginning = []) {
	const evaluations = /* @__PURE__ */ new Map();
	pairs.forEach((pair, index) => {
		const input = inputOf(pair);
		const key = input.join();
		const evaluation = evaluations.get(key) ?? {
			input,
			members: []
		};
		evaluation.members.push({
			pair,
			index
		});
		evaluations.set(key, evaluation);
	});
	const scores = [];
	for (const { input, members } of evaluations.values()) {
		const targets = targetsOf(members.map((member) => member.pair));
		const predictions = targets.size === 0 ? /* @__PURE__ */ new Map() : await sequence.predict(input, targets, beginning);
		for (const { pair, index } of members) scores[index] = scoreOf(pair, predictions);
	}
	return scores;
}
/**
* What is fed: everything but the last token, whose successor nobody asks about. A single token is fed with what follows it,
* which changes nothing before it and avoids the kernel for batches of one.
*/
function inputOf({ context, continuation }) {
	const tokens = [...context, ...continuation];
	return tokens.length > 2 ? tokens.slice(0, -1) : tokens;
}
function targetsOf(pairs) {
	const targets = /* @__PURE__ */ new Map();
	for (const { context, continuation } of pairs) continuation.forEach((token, i) => {
		const position = context.length - 1 + i;
		const wanted = targets.get(position);
		if (wanted === void 0) targets.set(position, [token]);
		else if (!wanted.includes(token)) wanted.push(token);
	});
	return targets;
}
/** A continuation without tokens of its own (it merged into the context's last token) has no likelihood: NaN, not 0. */
function scoreOf({ context, continuation }, predictions) {
	let logLikelihood = continuation.length === 0 ? NaN : 0;
	let isGreedy = continuation.length > 0;
	continuation.forEach((token, i) => {
		const prediction = predictions.get(context.length - 1 + i);
		logLikelihood += prediction?.logProbability(token) ?? NaN;
		isGreedy &&= prediction?.argmax === token;
	});
	return {
		logLikelihood,
		isGreedy: isGreedy && !Number.isNaN(logLikelihood),
		tokens: continuation.length
	};
}

// src/tasks/engines/llama-cpp/child.ts
/**
* The engine's own process: native crashes, the out-of-memory killer and the library's memory stay in here. Calls are
* taken in the order in which they came, each when a sequence of the model is free. It ends when the parent lets go of it.
*/
let scratch = null;
let base = null;
let loaded = null;
let embed = null;
/** The sequences of the model that nobody uses, and who waits for one. */
let free = [];
const waiting = [];
/** Answers a call with a sequence of its own. */
async function withSequence(call) {
	if (loaded === null) throw new Error("a call came before the model was loaded");
	const sequence = free.pop() ?? await new Promise((resolve) => waiting.push(resolve));
	try {
		return await call(sequence, loaded);
	} finally {
		const next = waiting.shift();
		if (next === void 0) free.push(sequence);
		else next(sequence);
	}
}
const handlers = {
	load: async (request) => {
		scratch = request.scratch;
		if (base !== null && base.path !== request.model) throw new Error("one process has one base");
		await loaded?.close();
		loaded = null;
		base ??= await loadBase(request);
		loaded = await base.load(request, (threads) => process.send?.({ threads }));
		free = [...loaded.sequences];
		return loaded.info;
	},
	countTokens,
	scoreChoices: (request) => withSequence((sequence, { tokenizer, info }) => timed(() => scoreChoices(sequence, tokenizer, info.contextSize, request))),
	rollingLogLikelihood: (text) => withSequence((sequence, { tokenizer, info }) => timed(() => rollingLogLikelihood(sequence, tokenizer, info.contextSize, text))),
	generate: (request) => withSequence((sequence, { tokenizer, vocabulary, info }) => generate(sequence, tokenizer, vocabulary, info.contextSize, request)),
	complete: (request) => withSequence((sequence, model) => complete(sequence, model, request)),
	loadEmbedder: async (request) => {
		embed = await loadEmbedder(request);
		return null;
	},
	embed: (texts) => {
		if (embed === null) throw new Error("a call came before the embedding model was loaded");
		return embed(texts);
	}
};
async function answer(message) {
	const reply = await handlers[message.call](message.request).then((value) => ({
		id: message.id,
		answer: value
	}), (error) => ({
		id: message.id,
		failure: failureOf(error)
	}));
	process.send?.(reply);
}
function failureOf(error) {
	if (error instanceof WeighbridgeError) {
		const { kind, message, fix } = error;
		return fix === void 0 ? {
			kind,
			message
		} : {
			kind,
			message,
			fix
		};
	}
	return {
		kind: null,
		message: error instanceof Error ? error.stack ?? error.message : messageOf(error)
	};
}
if (process.send === void 0) {
	process.stderr.write("This is the engine process of Weighbridge; it is started by `weighbridge run`, never by hand.\n");
	process.exit(4);
}
process.on("message", (message) => void answer(message));
process.on("disconnect", () => process.exit(0));
process.once("exit", () => {
	if (scratch !== null) rmSync(scratch, {
		recursive: true,
		force: true
	});
});

export {  };