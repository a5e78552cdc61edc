import { i as messageOf, n as WeighbridgeError } from "./shared/core-domain-errors.js";
import { n as plainText } from "./shared/adapters-process-tail.js";
import { i as metadataOf, n as contextSizeFor, r as describeMetadata, t as withoutGpu } from "./shared/tasks-engines-llama-cpp-without-gpu.js";
import { n as isOverflow } from "./shared/tasks-engines-engine.js";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";

// src/tasks/engines/llama-cpp/tokens.ts
/** Of all that a request's texts became; see `Tokenized`. */
function digestTokens(tokenizer, texts) {
	const hash = createHash("sha256");
	for (const tokens of texts) hash.update(JSON.stringify(tokens.map((token) => [token, tokenizer.pieceOf(token)])));
	return `sha256:${hash.digest("hex")}`;
}
/** Tokens of a text with the beginning-of-sequence token the model wants, once, also when the text spells it out. */
function encodeText(tokenizer, text, specialTokens) {
	const tokens = tokenizer.tokenize(text, specialTokens);
	const { prepended } = tokenizer;
	return prepended === null || tokens[0] === prepended ? tokens : [prepended, ...tokens];
}
/**
* White space at the end of the context moves to the continuation; both are tokenised together and cut where the context's
* own tokens end. Special tokens are read as such, as the harness's tokenizers do.
*/
function encodePair(tokenizer, context, continuation) {
	const head = context.trimEnd();
	const rest = context.slice(head.length) + continuation;
	if (head === "") return encodeAlone(tokenizer, rest);
	const contextTokens = encodeText(tokenizer, head, true);
	return {
		context: contextTokens,
		continuation: encodeText(tokenizer, head + rest, true).slice(contextTokens.length)
	};
}
function encodeAlone(tokenizer, text) {
	const prefix = prefixOf(tokenizer);
	const tokens = tokenizer.tokenize(text, true);
	if (tokens[0] === prefix) return {
		context: tokens.slice(0, 1),
		continuation: tokens.slice(1)
	};
	return {
		context: [prefix],
		continuation: tokens
	};
}
/** @throws when the model has neither a beginning- nor an end-of-sequence token */
function prefixOf(tokenizer) {
	if (tokenizer.prefix === null) throw new WeighbridgeError("checkpoint", "the model names no BOS and no EOS token to stand before a text without context", { fix: "convert it anew with the special tokens of its tokenizer" });
	return tokenizer.prefix;
}
/** Context and continuation share `contextSize` tokens. A continuation that does not fit with one token before it never does. */
function fitPair(pair, contextSize, truncation) {
	const tokens = pair.context.length + pair.continuation.length;
	const excess = Math.max(0, tokens - contextSize);
	if (excess === 0) return {
		...pair,
		truncated: 0
	};
	if (truncation === "refuse" || excess >= pair.context.length) return { overflow: {
		tokens,
		context: contextSize
	} };
	return {
		...pair,
		context: pair.context.slice(excess),
		truncated: excess
	};
}
/**
* Cuts a text into pairs so that every token is predicted exactly once: the first window predicts all its tokens after the
* prefix token, later ones see as much of what came before as fits (harness: `get_rolling_token_windows` with a context
* length of 1, made disjoint). `contextSize` counts context and predicted tokens together.
*/
function* rollingWindows(tokens, prefix, contextSize) {
	const length = contextSize - 1;
	if (tokens.length > 0) yield {
		context: [prefix],
		continuation: tokens.slice(0, length)
	};
	for (let done = length; done < tokens.length; done += length) {
		const end = Math.min(tokens.length, done + length);
		yield {
			context: tokens.slice(end - length - 1, done),
			continuation: tokens.slice(done, end)
		};
	}
}
/**
* Sizes of the batches in which tokens are evaluated. Never one token alone where it can be helped: llama.cpp computes a
* batch of one with another kernel, whose rounding differs.
*/
function batchSizes(tokens, batchSize) {
	if (batchSize < 3) throw new Error(`a batch size of ${batchSize} leaves batches of one token`);
	const sizes = [];
	for (let left = tokens; left > 0; left -= sizes.at(-1) ?? left) sizes.push(left === batchSize + 1 ? batchSize - 1 : Math.min(left, batchSize));
	return sizes;
}
/** How many tokens two texts have in common at their beginning. */
function commonPrefix(a, b) {
	const shorter = Math.min(a.length, b.length);
	let length = 0;
	while (length < shorter && a[length] === b[length]) length++;
	return length;
}

// src/tasks/engines/llama-cpp/generate.ts
/** Longest UTF-8 character in bytes, and so the most byte tokens one character can be spread over. */
const LONGEST_CHARACTER = 4;
async function generate(sequence, tokenizer, vocabulary, contextSize, request) {
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
	let token = await sequence.start(prompt, samplingOf(request, 0));
	for (let count = 1;; count++) {
		const searched = decoder.text.length;
		const end = (outputTokens, finish) => {
			const text = decoder.finish();
			const stop = findStop(text, searched, request.stop);
			const counts = {
				promptTokens: prompt.length,
				outputTokens,
				tokenDigest
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
	/** The tokens held whose cells may be used again. */
	#reusable = [];
	constructor(raw, batchSize) {
		this.#raw = raw;
		this.#batchSize = batchSize;
	}
	/**
	* Predictions of what follows `tokens[position]`, for every position in `targets`, of the tokens listed there.
	* Needs two tokens or more.
	*/
	async predict(tokens, targets) {
		const asked = /* @__PURE__ */ new Map();
		for (const [position, wanted] of targets) {
			const logits = { filter: {
				tokens: wanted,
				includeSelected: true
			} };
			asked.set(position, {
				token: true,
				totalLogitWeight: true,
				logits,
				options: { temperature: 0 }
			});
		}
		const outputs = await this.#feed(tokens, asked);
		return new Map([...outputs].map(([position, output]) => [position, predictionOf(output)]));
	}
	/** Feeds a prompt and samples the token after it. */
	async start(prompt, sampling) {
		const last = prompt.length - 1;
		return sampledToken((await this.#feed(prompt, /* @__PURE__ */ new Map([[last, draw(sampling)]]))).get(last));
	}
	/** Feeds one token and samples the token after it. Its cell is computed alone, so it is never used again. */
	async step(token, sampling) {
		const [output] = await this.#raw.controlledEvaluate([[token, { generateNext: draw(sampling) }]]);
		return sampledToken(output);
	}
	/** Makes the sequence hold exactly `tokens` and returns what was asked of their positions. */
	async #feed(tokens, asked) {
		const answers = /* @__PURE__ */ new Map();
		let start = await this.#rewind(tokens, Math.min(...asked.keys(), tokens.length - 2));
		for (const size of batchSizes(tokens.length - start, this.#batchSize)) {
			const items = tokens.slice(start, start + size).map((token, i) => {
				const generateNext = asked.get(start + i);
				return generateNext === void 0 ? token : [token, { generateNext }];
			});
			const outputs = await this.#raw.controlledEvaluate(items);
			for (let i = 0; i < size; i++) if (asked.has(start + i)) answers.set(start + i, outputs[i]);
			start += size;
		}
		if (tokens.length >= 2) this.#reusable = tokens;
		return answers;
	}
	/** Cuts the sequence back to what it shares with `tokens`, at most `limit` of them, and says how many are left. */
	async #rewind(tokens, limit) {
		const shared = this.#raw.needsCheckpoints ? 0 : commonPrefix(this.#reusable, tokens);
		const kept = Math.max(0, Math.min(shared, limit));
		this.#reusable = [];
		const end = this.#raw.nextTokenIndex;
		if (kept < end) await this.#raw.eraseContextTokenRanges([{
			start: kept,
			end
		}]);
		if (this.#raw.nextTokenIndex !== kept) throw new Error(`the engine holds ${this.#raw.nextTokenIndex} tokens after a cut to ${kept}`);
		return kept;
	}
};
function draw(options) {
	return {
		token: true,
		totalLogitWeight: true,
		options
	};
}
/**
* ln p(t) = logit(t) − logit(argmax) − ln Σ exp(logit − logit(argmax)), where the engine gives the sum.
* The selected token is the argmax because the temperature is 0. (`includeMax`, made for this, is inert in 3.22.1.)
*/
function predictionOf(output) {
	const { token = null, logits, totalLogitWeight = NaN } = output?.next ?? {};
	const normaliser = (token === null ? NaN : logits?.get(token) ?? NaN) + Math.log(totalLogitWeight);
	return {
		argmax: token,
		logProbability: (wanted) => (logits?.get(wanted) ?? NaN) - normaliser
	};
}
/** A model whose logits are NaN still "samples" a token, the first: text made so must never be scored. */
function sampledToken(output) {
	const { token, totalLogitWeight = NaN } = output?.next ?? {};
	if (token === void 0 || token === null || !Number.isFinite(totalLogitWeight)) throw new WeighbridgeError("checkpoint", "the model computes NaN or infinite logits: its text means nothing", { fix: "check the training run for divergence, and the conversion for overflow in half precision" });
	return token;
}

// src/tasks/engines/llama-cpp/load.ts
/** How long llama.cpp's reason for a failure is waited for, and how often looked for, ms. */
const LOG_DEADLINE = 1e3;
const LOG_PAUSE = 50;
/**
* Loads a model with settings that make results repeat bit for bit: no flash attention, a fixed batch size, one sequence.
* @throws WeighbridgeError `checkpoint` with llama.cpp's own reason, `engine` when the library cannot start
*/
async function load(request) {
	const library = await importLibrary(request.library);
	const log = new EngineLog();
	const llama = await start(library, request.gpu, log);
	const model = await llama.loadModel({ modelPath: request.model }).catch((error) => log.fail(error, `llama.cpp cannot load ${request.model}`));
	const contextSize = contextSizeFor(request.contextSize, model.trainContextSize);
	const metadata = metadataOf(model, library);
	const described = describeMetadata(metadata);
	const pieces = Array.isArray(metadata.tokenizer.tokens) ? metadata.tokenizer.tokens : [];
	const processors = Math.max(1, Math.min(availableParallelism(), llama.cpuMathCores));
	const threads = request.threads ?? (isSmall(described) ? 1 : processors);
	const batchSize = Math.min(request.batchSize, contextSize);
	const context = await createContext(model, log, {
		...request,
		contextSize,
		threads,
		batchSize
	});
	const { bos, eos, shouldPrependBosToken } = model.tokens;
	return {
		info: {
			...described,
			contextSize,
			trainedContextSize: model.trainContextSize,
			threads,
			gpu: llama.gpu,
			release: llama.llamaCppRelease.release
		},
		sequence: new Sequence(context.getSequence(), batchSize),
		tokenizer: {
			tokenize: (text, specialTokens) => model.tokenize(text, specialTokens),
			prepended: shouldPrependBosToken ? bos : null,
			prefix: bos ?? eos,
			pieceOf: (token) => String(pieces[token] ?? "")
		},
		vocabulary: model
	};
}
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
async function start(library, gpu, log) {
	const llama = await library.getLlama({
		gpu: gpu ? "auto" : false,
		build: "never",
		skipDownload: true,
		progressLogs: false,
		maxThreads: 0,
		logger: (level, message) => log.write(level, message)
	}).catch((error) => {
		throw new WeighbridgeError("engine", `llama.cpp cannot start: ${messageOf(error)}`, {
			fix: "use Linux on x64 or arm64 with glibc 2.34 or later",
			cause: error
		});
	});
	if (gpu && llama.gpu === false) throw withoutGpu();
	return llama;
}
async function createContext(model, log, options) {
	const { contextSize, batchSize, threads, adapter } = options;
	return await model.createContext({
		contextSize,
		batchSize,
		threads,
		sequences: 1,
		flashAttention: false,
		swaFullCache: true,
		failedCreationRemedy: false,
		...adapter === null ? {} : { lora: adapter }
	}).catch((error) => log.fail(error, adapter === null ? `llama.cpp cannot make a context of ${contextSize} tokens` : `the adapter ${adapter} does not fit its base`));
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
		scores: await scorePairs(sequence, fitted),
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
	let logLikelihood = 0;
	const prefix = prefixOf(tokenizer);
	for (const window of rollingWindows(tokens, prefix, contextSize)) for (const score of await scorePairs(sequence, [window])) logLikelihood += score.logLikelihood;
	return {
		logLikelihood,
		tokens: tokens.length,
		tokenDigest: digestTokens(tokenizer, [[prefix], tokens])
	};
}
/** Scores pairs; those with the same input (choices of one token after one context) share one evaluation. */
async function scorePairs(sequence, pairs) {
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
		const predictions = targets.size === 0 ? /* @__PURE__ */ new Map() : await sequence.predict(input, targets);
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
* answered one after another, in the order in which they came. It ends when the parent lets go of it.
*/
let loaded = null;
function model() {
	if (loaded === null) throw new Error("a call came before the model was loaded");
	return loaded;
}
const handlers = {
	load: async (request) => {
		loaded = await load(request);
		return loaded.info;
	},
	scoreChoices: (request) => {
		const { sequence, tokenizer, info } = model();
		return scoreChoices(sequence, tokenizer, info.contextSize, request);
	},
	rollingLogLikelihood: (text) => {
		const { sequence, tokenizer, info } = model();
		return rollingLogLikelihood(sequence, tokenizer, info.contextSize, text);
	},
	generate: (request) => {
		const { sequence, tokenizer, vocabulary, info } = model();
		return generate(sequence, tokenizer, vocabulary, info.contextSize, request);
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
let queue = Promise.resolve();
process.on("message", (message) => {
	queue = queue.then(() => answer(message));
});
process.on("disconnect", () => process.exit(0));

export {  };