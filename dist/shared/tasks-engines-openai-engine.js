import { B as childEnvironment, M as LEADS_GROUP, N as killGroup, c as Tail, f as thisMachine, o as isProgram, s as programOnPath, t as killWithParent } from "./adapters-process-kill-with-parent.js";
import { Pt as messageOf, b as NOT_IDENTIFIED, ft as NOT_RECORDED, jt as WeighbridgeError, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { _ as record, b as tuple, d as literal, h as object, i as _enum, m as number, o as array, u as int, x as union, y as string } from "./npm-zod.js";
import { c as notOpened, s as checkpointFiles, t as digestCheckpoint } from "./tasks-checkpoints-digest.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { n as Unconfirmed, r as isOverflow, t as EngineDied } from "./tasks-engines-engine.js";
import { a as quote, i as mostTokens, l as Malformed, n as Endpoint, o as usageSchema, r as NO_TOKENS, s as NoAnswer, t as Ledger } from "./tasks-engines-openai-ledger.js";
import { t as tokenizerConfigOf } from "./tasks-checkpoints-tokenizer-config.js";
import { a as encodeText, c as rollingWindows, i as encodePair, o as fitPair, r as digestTokens, s as prefixOf } from "./tasks-engines-tokens.js";
import { i as request } from "./adapters-http-client.js";
import { t as findServer } from "./tasks-engines-openai-server.js";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { isAbsolute } from "node:path";
import process from "node:process";
import { Buffer } from "node:buffer";
import { realpath, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { createServer } from "node:net";

// src/tasks/engines/openai/tokenizing.ts
const MOST_KEPT = 1e3;
/** Texts come back: the context of a question with each of its choices, the examples of all questions. */
function tokenizing(split) {
	const known = /* @__PURE__ */ new Map();
	return { tokenize(text, special) {
		const key = `${special ? 1 : 0}${text}`;
		const found = known.get(key);
		if (found !== void 0) return found;
		if (known.size >= MOST_KEPT) known.clear();
		const fresh = split(text, special);
		known.set(key, fresh);
		fresh.catch(() => known.delete(key));
		return fresh;
	} };
}
/**
* What the server puts before every text, by how the tokens of one differ with and without it.
* @param names texts of the special tokens that may stand before a text without context, in the order of preference
*/
async function specialTokens(split, names) {
	const [plain, whole] = await Promise.all([split("a", true), split("a", true, true)]);
	const [first] = whole.ids;
	const prepended = first !== void 0 && whole.ids.slice(1).join() === plain.ids.join() ? first : null;
	for (const name of names) {
		if (prepended !== null) break;
		const { ids } = name === "" ? { ids: [] } : await split(name, true);
		const [only] = ids;
		if (only !== void 0 && ids.length === 1) return {
			prepended,
			prefix: only
		};
	}
	return {
		prepended,
		prefix: prepended
	};
}

// src/tasks/engines/openai/completions.ts
const likelihood = number().nullable();
const choice = object({
	index: literal(0).optional(),
	text: string(),
	finish_reason: string().nullish(),
	/** vLLM and SGLang: the stop string, or null where the model ended by itself. */
	stop_reason: union([string(), number()]).nullish(),
	logprobs: object({
		token_logprobs: array(likelihood),
		top_logprobs: array(record(string(), likelihood).nullable()).nullish(),
		tokens: array(string()).nullish()
	}).loose().nullish().catch(null),
	prompt_logprobs: array(record(string(), object({ logprob: likelihood })).nullable()).nullish()
});
const completion$2 = object({
	model: string().optional(),
	choices: tuple([choice]),
	usage: usageSchema
});
const tokenized$1 = object({
	tokens: array(int()),
	token_strs: array(string()).nullish(),
	model: string().optional()
});
/** What would change the model's distribution where a server takes its defaults from the checkpoint's generation_config.json. */
const plainSampling = (kind) => kind === "vllm" || kind === "sglang" ? {
	top_p: 1,
	top_k: -1,
	min_p: 0,
	repetition_penalty: 1
} : { top_p: 1 };
/** More than these are refused by OpenAI's own service; the rest is cut off here. */
const MOST_STOPS = 4;
/** Where a text ends, for servers that keep the stop string, or are not told of all. */
function endAtStop(text, stop) {
	const places = stop.filter(Boolean).flatMap((each) => {
		const at = text.indexOf(each);
		return at < 0 ? [] : [at];
	});
	return places.length === 0 ? {
		text,
		isStopped: false
	} : {
		text: text.slice(0, Math.min(...places)),
		isStopped: true
	};
}
const sentStops = (stop) => stop.length === 0 ? {} : { stop: stop.slice(0, MOST_STOPS) };
/** Why it ended. A server that does not tell a stop string from the model's own end is believed to have met the string. */
function finishOf(reason, stopReason, isStopped, stop) {
	if (isStopped) return "stop";
	if (reason === "length") return "length";
	if (reason !== "stop") throw new Malformed(`the answer ended for the reason ${reason == null ? "null" : quote(reason)}`);
	if (stopReason === void 0) return stop.length === 0 ? "end_of_text" : "stop";
	return typeof stopReason === "string" ? "stop" : "end_of_text";
}
/**
* `POST /v1/completions` as OpenAI had it, with what vLLM and SGLang have beside it.
* @param names texts of the model's BOS and EOS, which these servers do not tell, as far as its files do
*/
async function completionsApi(endpoint, { kind }, names) {
	const { model } = endpoint.address;
	const completing = (mayStream) => (prompt, maxTokens, body, interpret) => endpoint[mayStream ? "postStreamed" : "post"](`${endpoint.base}/completions`, {
		model,
		prompt,
		max_tokens: maxTokens,
		...body
	}, completion$2, {
		prompt: mostTokens(prompt),
		output: maxTokens
	}, ({ usage }) => ({
		prompt: usage.prompt_tokens,
		output: usage.completion_tokens
	}), interpret);
	const complete = completing(false);
	const write = completing(true);
	const split = (text, _, add = false) => {
		const body = {
			model,
			prompt: text,
			add_special_tokens: add,
			return_token_strs: true
		};
		const url = `${endpoint.root}/tokenize`;
		return endpoint.post(url, body, tokenized$1, NO_TOKENS, () => NO_TOKENS, (answer) => ({
			ids: answer.tokens,
			pieces: answer.token_strs?.length === answer.tokens.length ? answer.token_strs : null
		}));
	};
	const echo = echoScoring(complete);
	const known = (kind === "vllm" || kind === "sglang") && await isThere(() => split("a", true));
	const special = known ? await specialTokens(split, names) : {
		prepended: null,
		prefix: null
	};
	return {
		name: "completions",
		tokenize: known ? tokenizing(split).tokenize : null,
		...special,
		scorings: known ? [echo, promptLikelihoods(complete)] : [echo],
		generate(prompt, { maxTokens, stop, temperature, seed }) {
			const body = {
				temperature,
				seed,
				...plainSampling(kind),
				...sentStops(stop)
			};
			return write(prompt, maxTokens, body, ({ choices: [choice], usage }, timing) => {
				const { text, isStopped } = endAtStop(choice.text, stop);
				return {
					text,
					finish: finishOf(choice.finish_reason, choice.stop_reason, isStopped, stop),
					promptTokens: usage.prompt_tokens,
					outputTokens: usage.completion_tokens,
					timing
				};
			});
		}
	};
}
const isThere = (ask) => ask().then(() => true, (error) => {
	const status = error instanceof Error && error.cause instanceof NoAnswer ? error.cause.status : null;
	if (status === 404 || status === 405 || status === 501) return false;
	throw error;
});
/** A probability above 1 is none. */
const scoreOf = (value, best) => {
	const logLikelihood = typeof value === "number" && value <= 0 ? value : NaN;
	return {
		logLikelihood,
		isGreedy: logLikelihood >= best
	};
};
/** `echo` with `logprobs`: the server repeats the prompt, and says how likely each of its tokens was. */
function echoScoring(complete) {
	const scores = (prompt) => complete(prompt, 1, {
		temperature: 0,
		echo: true,
		logprobs: 1
	}, ({ choices: [choice], usage }) => {
		const { token_logprobs: own = [], top_logprobs: tops } = choice.logprobs ?? {};
		const expected = usage.prompt_tokens + usage.completion_tokens;
		const isWhole = typeof prompt === "string" || usage.prompt_tokens === prompt.length;
		if (own.length !== expected || !isWhole) throw new Malformed(`the server gave log-likelihoods of ${own.length} of ${expected} tokens, and read ${usage.prompt_tokens}`);
		return own.slice(0, usage.prompt_tokens).map((value, i) => {
			const others = Object.values(tops?.[i] ?? {}).filter((each) => each !== null);
			return scoreOf(value, others.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...others));
		});
	});
	const lengths = /* @__PURE__ */ new Map();
	const lengthOf = (context) => {
		const known = lengths.get(context);
		if (known !== void 0) return known;
		if (lengths.size > 100) lengths.clear();
		const length = context === "" ? Promise.resolve(0) : scores(context).then((all) => all.length);
		lengths.set(context, length);
		length.catch(() => lengths.delete(context));
		return length;
	};
	return {
		name: "echo",
		score: async (context, continuation) => (await scores([...context, ...continuation])).slice(context.length),
		async scoreText(context, continuation) {
			const [contextTokens, whole] = await Promise.all([lengthOf(context), scores(context + continuation)]);
			return {
				scores: whole.slice(contextTokens),
				contextTokens
			};
		}
	};
}
/** `prompt_logprobs` of vLLM: for each token of the prompt a map from ids, its own among them, to log-likelihoods. */
function promptLikelihoods(complete) {
	return {
		name: "prompt_logprobs",
		score(context, continuation) {
			const ids = [...context, ...continuation];
			return complete(ids, 1, {
				temperature: 0,
				prompt_logprobs: 1
			}, ({ choices: [choice] }) => {
				const all = choice.prompt_logprobs ?? [];
				if (all.length !== ids.length) throw new Malformed(`the server gave log-likelihoods of ${all.length} of ${ids.length} tokens`);
				return continuation.map((id, i) => {
					const found = all[context.length + i] ?? {};
					const values = Object.values(found).flatMap(({ logprob }) => logprob === null ? [] : [logprob]);
					return scoreOf(found[String(id)]?.logprob, Math.max(...values));
				});
			});
		}
	};
}

// src/tasks/engines/openai/chat.ts
const completion$1 = object({
	model: string().optional(),
	choices: tuple([object({
		index: literal(0).optional(),
		message: object({
			content: string().nullable(),
			refusal: string().nullish()
		}),
		finish_reason: string().nullish(),
		stop_reason: union([string(), number()]).nullish()
	})]),
	usage: usageSchema
});
const turns = array(object({
	role: _enum([
		"system",
		"user",
		"assistant"
	]),
	content: string()
})).min(1);
/** A template whose text is the turns themselves, which the server puts into its own. */
const TURNS = {
	template: "{{ messages | tojson }}",
	bosToken: "",
	eosToken: ""
};
/** `POST /v1/chat/completions`: the server's own chat template, and no log-likelihoods of what it is given. */
function chatApi(endpoint, { kind }) {
	const { model } = endpoint.address;
	return {
		name: "chat",
		tokenize: null,
		prepended: null,
		prefix: null,
		scorings: [],
		async generate(prompt, { maxTokens, stop, temperature, seed }) {
			const messages = turnsOf(prompt);
			return endpoint.postStreamed(`${endpoint.base}/chat/completions`, {
				model,
				messages,
				max_tokens: maxTokens,
				temperature,
				seed,
				...plainSampling(kind),
				...sentStops(stop)
			}, completion$1, {
				prompt: mostTokens(String(prompt)) + 64 * messages.length,
				output: maxTokens
			}, ({ usage }) => ({
				prompt: usage.prompt_tokens,
				output: usage.completion_tokens
			}), ({ choices: [choice], usage }, timing) => {
				const { message, finish_reason: reason, stop_reason: stopReason } = choice;
				const said = message.content ?? message.refusal ?? (reason === "length" ? "" : null);
				if (said === null) throw new Malformed("the answer has no content");
				const { text, isStopped } = endAtStop(said, stop);
				return {
					text,
					finish: finishOf(reason, stopReason, isStopped, stop),
					promptTokens: usage.prompt_tokens,
					outputTokens: usage.completion_tokens,
					timing
				};
			});
		}
	};
}
function turnsOf(prompt) {
	try {
		return turns.parse(JSON.parse(String(prompt)));
	} catch {
		throw new WeighbridgeError("config", "the engine asks in chat turns, and the task asks with a plain text", { fix: "set `apply_chat_template: true` in the task and leave strip_thinking out, or set `engine: { api: completions }`" });
	}
}

// src/tasks/engines/openai/llama-server.ts
const tokenized = object({ tokens: array(object({
	id: int(),
	piece: union([string(), array(int())])
})) });
const completion = object({
	index: literal(0).optional(),
	content: string(),
	model: string().optional(),
	tokens_evaluated: int().min(0),
	tokens_predicted: int().min(0),
	truncated: literal(false),
	stop_type: _enum([
		"eos",
		"word",
		"limit"
	]),
	timings: object({ prompt_ms: number().min(0) }).optional().catch(void 0),
	completion_probabilities: array(object({
		id: int(),
		logprob: number(),
		top_logprobs: array(object({
			id: int(),
			logprob: number()
		}))
	})).optional()
});
const FINISH = {
	eos: "end_of_text",
	word: "stop",
	limit: "length"
};
/** Nothing that changes the model's own distribution but the temperature. */
const PLAIN_SAMPLING = {
	samplers: ["temperature"],
	top_k: 0,
	top_p: 1,
	min_p: 0,
	typical_p: 1,
	repeat_penalty: 1,
	dynatemp_range: 0,
	presence_penalty: 0,
	frequency_penalty: 0,
	mirostat: 0,
	dry_multiplier: 0,
	xtc_probability: 0
};
/**
* llama.cpp's server by its own API (tools/server/README.md), which has what its route of OpenAI's has not. It gives no
* log-likelihoods of a prompt: a grammar that admits one token at each place makes it write the continuation, and tells what the
* model thought of each token before the grammar was applied (`n_probs` without `post_sampling_probs`).
*/
async function llamaServer(endpoint, { chatTemplate }) {
	const complete = (prompt, length, body, interpret) => endpoint.post(`${endpoint.root}/completion`, {
		prompt,
		n_predict: length,
		stream: false,
		cache_prompt: true,
		...PLAIN_SAMPLING,
		...body
	}, completion, {
		prompt: mostTokens(prompt),
		output: length
	}, ({ tokens_evaluated: prompt, tokens_predicted: output }) => ({
		prompt,
		output
	}), interpret);
	const split = (text, special, add = false) => {
		const body = {
			content: text,
			add_special: add,
			parse_special: special,
			with_pieces: true
		};
		const url = `${endpoint.root}/tokenize`;
		return endpoint.post(url, body, tokenized, NO_TOKENS, () => NO_TOKENS, ({ tokens }) => ({
			ids: tokens.map(({ id }) => id),
			pieces: tokens.map(({ piece }) => textOf(piece))
		}));
	};
	const forced = {
		name: "forced tokens",
		score(context, continuation) {
			const body = {
				grammar: `root ::= ${continuation.map((id) => `<[${id}]>`).join(" ")}`,
				n_probs: 1,
				temperature: 0
			};
			return complete(context, continuation.length, body, ({ completion_probabilities: tokens = [] }) => {
				if (tokens.length !== continuation.length || tokens.some(({ id }, i) => id !== continuation[i])) throw new Malformed(`the server scored ${tokens.length} of ${continuation.length} tokens, or other ones`);
				return tokens.map(({ id, logprob, top_logprobs: [top] }) => ({
					logLikelihood: logprob <= 0 ? logprob : NaN,
					isGreedy: top?.id === id
				}));
			});
		}
	};
	const { prepended, prefix } = await specialTokens(split, [chatTemplate?.bosToken ?? "", chatTemplate?.eosToken ?? ""]);
	return {
		name: "llama-server",
		...tokenizing(split),
		prepended,
		prefix,
		scorings: [forced],
		generate: (prompt, { maxTokens, stop, temperature, seed }) => complete(prompt, maxTokens, {
			stop,
			temperature,
			seed
		}, (answer, { seconds }) => ({
			text: answer.content,
			finish: FINISH[answer.stop_type],
			promptTokens: answer.tokens_evaluated,
			outputTokens: answer.tokens_predicted,
			timing: {
				seconds,
				...firstTokenOf(answer, seconds)
			}
		}))
	};
}
/** The first token is drawn when the prompt has been read, whose time the server tells. */
function firstTokenOf({ timings }, seconds) {
	const first = (timings?.prompt_ms ?? NaN) / 1e3;
	return first <= seconds ? { firstTokenSeconds: first } : {};
}
const textOf = (piece) => typeof piece === "string" ? piece : Buffer.from(piece).toString("latin1");

// src/tasks/engines/openai/dialects.ts
/**
* How a server is spoken to.
* @param weights where on this machine lies what it serves; absent where that is not known
*/
async function dialectOf(endpoint, server, { api }, weights) {
	if (api === "chat") return chatApi(endpoint, server);
	if (server.kind === "llama-server") return llamaServer(endpoint, server);
	const { bos_token: bos, eos_token: eos } = weights === void 0 ? {} : await tokenizerConfigOf(weights);
	return completionsApi(endpoint, server, [bos, eos].filter((name) => name != null));
}

// src/tasks/engines/openai/model.ts
/** What a model is asked by the conventions of lm-evaluation-harness, in the tokens that its server tells. */
function askInTokens({ prepended, prefix, ...dialect }, tokenize, scoring, contextSize) {
	/** The conventions want answers at once: all texts that they could ask about are split before. */
	const tokenizer = async (texts, special) => {
		const split = await Promise.all([...new Set(texts)].map((text) => tokenize(text, special)));
		const known = new Map([...new Set(texts)].map((text, index) => [text, split[index]]));
		const pieces = /* @__PURE__ */ new Map();
		for (const { ids, pieces: own } of split) for (const [i, id] of ids.entries()) pieces.set(id, own?.[i] ?? "");
		return {
			prepended,
			prefix,
			tokenize: (text) => {
				const found = known.get(text);
				if (found === void 0) throw new Error("a text was asked about that was not split before");
				return [...found.ids];
			},
			pieceOf: (token) => pieces.get(token) ?? ""
		};
	};
	const scored = async ({ context, continuation }) => continuation.length === 0 ? [] : requireScoring(scoring).score(context, continuation);
	return {
		async scoreChoices({ context, continuations, truncation }) {
			const head = context.trimEnd();
			const rests = continuations.map((each) => context.slice(head.length) + each);
			const split = await tokenizer([head, ...rests.map((rest) => head + rest)], true);
			const pairs = continuations.map((each) => encodePair(split, context, each));
			const tokenDigest = digestTokens(split, pairs.flatMap((pair) => [pair.context, pair.continuation]));
			const fits = pairs.map((pair) => fitPair(pair, contextSize, truncation));
			const [longest] = fits.filter(isOverflow).sort((a, b) => b.overflow.tokens - a.overflow.tokens);
			if (longest !== void 0) return {
				...longest,
				tokenDigest
			};
			const fitted = fits;
			return {
				tokenDigest,
				scores: (await Promise.all(fitted.map(scored))).map(joined),
				promptTokens: Math.max(0, ...fitted.map((pair) => pair.context.length)),
				truncatedTokens: Math.max(0, ...fitted.map((pair) => pair.truncated))
			};
		},
		async rollingLogLikelihood(text) {
			const split = await tokenizer([text], true);
			const tokens = split.tokenize(text, true);
			const first = prefixOf(split);
			const windows = [...rollingWindows(tokens, first, contextSize)];
			return {
				logLikelihood: joined((await Promise.all(windows.map(scored))).flat()).logLikelihood,
				tokens: tokens.length,
				tokenDigest: digestTokens(split, [[first], tokens])
			};
		},
		async generate({ prompt, ...request }) {
			const split = await tokenizer([prompt], request.specialTokens);
			const encoded = encodeText(split, prompt, request.specialTokens);
			const tokens = encoded.length === 0 ? [prefixOf(split)] : encoded;
			const tokenDigest = digestTokens(split, [tokens]);
			if (tokens.length + 1 > contextSize) return {
				overflow: {
					tokens: tokens.length + 1,
					context: contextSize
				},
				tokenDigest
			};
			const maxTokens = Math.min(request.maxTokens, contextSize - tokens.length);
			return {
				...await dialect.generate(tokens, {
					...request,
					maxTokens
				}),
				tokenDigest
			};
		}
	};
}
/** The same of a server that takes texts alone: what it makes of them is its own. */
function askInTexts(dialect, scoring) {
	return {
		async scoreChoices({ context, continuations }) {
			const { scoreText } = requireScoring(scoring);
			if (scoreText === void 0) throw new Error("a way of scoring that needs tokens was chosen without any");
			const head = context.trimEnd();
			const rests = continuations.map((each) => context.slice(head.length) + each);
			const scores = await Promise.all(rests.map((rest) => scoreText(head, rest)));
			const promptTokens = Math.max(0, ...scores.map(({ contextTokens }) => contextTokens));
			return {
				scores: scores.map((each) => joined(each.scores)),
				promptTokens,
				truncatedTokens: 0
			};
		},
		async rollingLogLikelihood() {
			throw new WeighbridgeError("config", "perplexity needs a server that tells its tokens", { fix: "serve the model with vLLM, SGLang or llama-server, or evaluate the weights with `engine: { type: llama.cpp }`" });
		},
		generate: ({ prompt, ...request }) => dialect.generate(prompt, request)
	};
}
function requireScoring(scoring) {
	if (scoring === null) throw new Error("log-likelihoods were asked of a server without any");
	return scoring;
}
/** A continuation without tokens of its own has no likelihood: NaN, not 0. */
function joined(scores) {
	const sum = scores.reduce((total, { logLikelihood }) => total + logLikelihood, 0);
	return {
		logLikelihood: scores.length === 0 ? NaN : sum,
		isGreedy: scores.length > 0 && scores.every(({ isGreedy }) => isGreedy),
		tokens: scores.length
	};
}

// src/tasks/engines/openai/probe.ts
/** What every model has read the like of; which of them it goes on with does not matter. */
const PLANTED = [
	"The capital of France is Paris. The capital of Italy is",
	"one, two, three, four, five, six, seven,",
	"A rose is a rose is a rose is a",
	"1 2 3 4 5 6 7 8 9"
];
/** Nobody goes on so. */
const OTHER = " zqxj wvkq";
const GREEDY = {
	stop: [],
	temperature: 0,
	seed: 1,
	specialTokens: false
};
const LENGTH = 8;
const REPEATS = 3;
/** Two answers to the same question by one server, nats a token: batches of another size round otherwise. */
const NOISE = .5;
/** Asks what a server must be able to do, with answers that are known beforehand. */
async function probe(dialect, ask) {
	const [planted] = PLANTED;
	const say = async (text) => {
		const prompt = dialect.tokenize === null ? ask(text) : await tokensOf(dialect, text);
		return (await dialect.generate(prompt, {
			...GREEDY,
			maxTokens: LENGTH
		})).text;
	};
	const said = await Promise.all(Array.from({ length: REPEATS }, () => say(planted)));
	const isRepeatable = new Set(said).size === 1;
	const refusals = [];
	let scoring = null;
	for (const each of dialect.scorings) {
		const refusal = await refusalOf(dialect, each, say);
		if (refusal === null) {
			scoring = each;
			break;
		}
		refusals.push(`${each.name}: ${refusal}`);
	}
	return {
		isRepeatable,
		scoring,
		refusals: scoring === null ? refusals : [],
		answer: isRepeatable ? said[0] ?? null : null
	};
}
/** Why a way of scoring cannot be believed; null where it can. */
async function refusalOf(dialect, scoring, say) {
	let checked = 0;
	for (const text of PLANTED) {
		const own = await say(text);
		if (own.trim() === "") continue;
		const asked = [
			own,
			OTHER,
			own
		];
		let found;
		try {
			found = await Promise.all(asked.map((continuation) => scoresOf(dialect, scoring, text, continuation)));
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return messageOf(error.cause);
		}
		const [first = [], other = [], again = []] = found;
		if ([first, other].some((scores) => scores.length === 0 || scores.some(({ logLikelihood }) => !isLikely(logLikelihood)))) return "not every token has a log-likelihood";
		const [sum, otherSum, repeated] = [
			total(first),
			total(other),
			total(again)
		];
		if (Math.abs(sum - repeated) > NOISE * first.length) return `the same text had a log-likelihood of ${sum.toFixed(3)} and of ${repeated.toFixed(3)}`;
		const values = new Set([...first, ...other].map(({ logLikelihood }) => logLikelihood));
		if (sum === otherSum || values.size === 1) return "two different texts had the same log-likelihoods";
		const [begin] = first;
		const [otherBegin] = other;
		if ((begin?.logLikelihood ?? 0) < (otherBegin?.logLikelihood ?? 0) - NOISE) return "what the model itself says first was less likely than something else";
		if (begin?.isGreedy) checked += 1;
	}
	return checked > 0 ? null : "what the model itself says was never its likeliest";
}
/** A server that understood what it was asked and cannot do it, as opposed to one that is down or overloaded. */
const isRefusal = (error) => error instanceof Error && error.cause instanceof NoAnswer && [
	200,
	400,
	422,
	501
].includes(error.cause.status ?? 0);
async function scoresOf(dialect, scoring, context, continuation) {
	if (dialect.tokenize === null) {
		if (scoring.scoreText === void 0) throw new Error("a way of scoring that needs tokens was tried without any");
		return (await scoring.scoreText(context, continuation)).scores;
	}
	const [before, whole] = await Promise.all([tokensOf(dialect, context), tokensOf(dialect, context + continuation)]);
	return scoring.score(before, whole.slice(before.length));
}
async function tokensOf(dialect, text) {
	const { ids = [] } = await dialect.tokenize?.(text, true) ?? {};
	return dialect.prepended === null ? ids : [dialect.prepended, ...ids];
}
const isLikely = (value) => Number.isFinite(value) && value <= 0;
const total = (scores) => scores.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0);

// src/tasks/engines/openai/serve.ts
const NAME = "weighbridge";
const LOG_BYTES = 16384;
const ASK_EVERY_MS = 250;
const ASK_MS = 5e3;
const GRACE_MS = 1e4;
const listed = object({ data: array(object({ id: string() })).min(1) });
/** @throws WeighbridgeError `engine` for a program that is not there; a path from the config's own folder is seen when it starts */
async function requireProgram({ command: [file = ""] }) {
	if (process.platform === "win32" || /[{}]/.test(file)) return;
	if (isAbsolute(file)) {
		if (!await isProgram(file)) throw cannotStart(file, "there is no program");
	} else if (!file.includes("/") && await programOnPath(file, process.env) === null) throw cannotStart(file, "no folder of the PATH has it");
}
/**
* Starts the config's command with one checkpoint and waits until it answers. The command sees the allow-listed environment: no
* token, and not the key of an endpoint.
* @throws WeighbridgeError `engine` with the end of its log where it does not start or does not become ready
*/
async function startServer({ command, ready_seconds: seconds, path }, serving, signal) {
	const port = await freePort();
	const [file = "", ...args] = command.map((word) => fill(word, {
		...serving,
		port
	}));
	const env = childEnvironment(process.env, [
		"base",
		"network",
		"harness",
		"cluster"
	]);
	const started = await killWithParent({
		file,
		args,
		cwd: serving.directory,
		env
	});
	signal.throwIfAborted();
	const tail = new Tail(LOG_BYTES);
	const child = spawn(started.file, started.args, {
		cwd: started.cwd,
		env: started.env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		...LEADS_GROUP
	});
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => tail.push(chunk));
	const end = new AbortController();
	const log = () => {
		const lines = tail.text().trimEnd().split("\n").slice(-20);
		return lines.join("") === "" ? "It printed nothing." : `The end of its log:\n  ${lines.join("\n  ")}`;
	};
	child.once("error", (cause) => end.abort(cannotStart(file, cause.message, cause)));
	child.once("close", (code, by) => end.abort(new EngineDied(`the server of serve ended with ${by ?? `code ${code}`}. ${log()}`)));
	const close = () => stop(child);
	try {
		const url = `http://127.0.0.1:${port}${path}`;
		const stopped = AbortSignal.any([signal, end.signal]);
		const id = await ready(`${url}/models`, seconds, stopped, log);
		return {
			address: {
				url,
				model: command.some((word) => word.includes("{model}")) ? NAME : id
			},
			ended: end.signal,
			close
		};
	} catch (error) {
		await close();
		signal.throwIfAborted();
		if (!(error instanceof EngineDied)) throw error;
		throw new WeighbridgeError("engine", error.message, { fix: "run the command by hand, and correct engine.serve.command or the machine" });
	}
}
function fill(word, { checkpoint, adapter, port }) {
	const values = {
		checkpoint,
		adapter,
		port: String(port),
		model: NAME
	};
	return word.replace(/\{(checkpoint|adapter|port|model)\}/g, (_, name) => {
		const value = values[name] ?? null;
		if (value !== null) return value;
		throw new WeighbridgeError("config", `serve.command names {${name}}, and this side has none`, { fix: "name both sides as {base, adapter}, or take it out of the command" });
	});
}
/** Nobody holds it now; a server that finds it taken ends, and says so in its log. */
async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}
/** @returns the name of the first model that it lists */
async function ready(url, seconds, stopped, log) {
	const until = Date.now() + seconds * 1e3;
	for (let wait = ASK_EVERY_MS; Date.now() < until; wait = Math.min(wait * 1.2, 2e3)) {
		stopped.throwIfAborted();
		const id = await ask(url, stopped);
		if (id !== null) return id;
		await setTimeout(wait, void 0, { signal: stopped }).catch(() => void 0);
	}
	throw new WeighbridgeError("engine", `the server of serve was not ready within ${seconds} s. ${log()}`, { fix: "raise engine.serve.ready_seconds, or look at why it takes so long" });
}
async function ask(url, stopped) {
	try {
		const signal = AbortSignal.any([stopped, AbortSignal.timeout(ASK_MS)]);
		const response = await request(url, {
			signal,
			redirect: "error"
		}, { bytes: 2 ** 20 }, {});
		return response.ok ? listed.safeParse(await response.json()).data?.data[0]?.id ?? null : null;
	} catch {
		return null;
	}
}
/** Asks it to end, and then ends what is left of its group. */
async function stop(child) {
	if (child.pid === void 0) return;
	if (child.exitCode === null && child.signalCode === null) {
		const exit = once(child, "exit");
		killGroup(child.pid, "SIGTERM");
		await Promise.race([exit, setTimeout(GRACE_MS, void 0, { ref: false })]);
	}
	killGroup(child.pid);
}
const cannotStart = (file, why, cause) => new WeighbridgeError("engine", `serve cannot start ${JSON.stringify(file)}: ${why}`, {
	fix: "install it on the machine that evaluates, or give its full path in engine.serve.command",
	cause
});

// src/tasks/engines/openai/engine.ts
/** A model behind an API of OpenAI's kind: one that somebody serves, or one that `serve` starts for a checkpoint. */
const openAi = {
	async inspect(source, { serve }) {
		if (source.kind === "endpoint") return;
		if (serve === void 0) throw new WeighbridgeError("config", `${describeModel(source)} is no endpoint, and the engine openai asks one`, { fix: "write `{ url: http://localhost:8000/v1, model: NAME }`, or add `serve` to the engine" });
		requireWeights(source);
		await requireProgram(serve);
		await digestedFiles(source);
	},
	async open(source, options, events, signal) {
		const { serve } = options;
		if (source.kind === "endpoint") {
			const ledger = ledgerOf(options);
			return openEndpoint(source, identified(source), options, {
				ledger,
				events,
				signal
			});
		}
		if (serve === void 0) throw new Error("a checkpoint without a server was opened");
		const { checkpoint, adapter } = requireWeights(source);
		const assertUnchanged = await watchFiles(await digestedFiles(source));
		const { identity } = await digestCheckpoint(source, { signal });
		const directory = events.directory ?? process.cwd();
		events.status(`serve: starting ${serve.command.join(" ")}`);
		const own = await startServer(serve, {
			checkpoint,
			adapter,
			directory
		}, signal);
		try {
			await assertUnchanged();
			const stop = AbortSignal.any([signal, own.ended]);
			const ledger = ledgerOf(options);
			const model = await openEndpoint(own.address, () => identity, options, {
				ledger,
				events,
				signal: stop,
				weights: checkpoint
			});
			return {
				...model,
				assertUnchanged,
				close: () => closeBoth(model, own)
			};
		} catch (error) {
			await own.close();
			signal.throwIfAborted();
			throw error;
		}
	}
};
async function closeBoth(model, own) {
	try {
		await model.close();
	} finally {
		await own.close();
	}
}
/** All sides of one evaluation share its budget: a config's own object stands for it. */
const LEDGERS = /* @__PURE__ */ new WeakMap();
function ledgerOf({ budget, price }) {
	const ledger = (budget === void 0 ? void 0 : LEDGERS.get(budget)) ?? new Ledger(budget, price);
	if (budget !== void 0) LEDGERS.set(budget, ledger);
	return ledger;
}
function requireWeights(source) {
	switch (source.kind) {
		case "file":
		case "folder": return {
			checkpoint: source.path,
			adapter: null
		};
		case "adapter": return {
			checkpoint: source.base,
			adapter: source.adapter
		};
		case "hub":
		case "endpoint":
		case "results": throw new WeighbridgeError("config", `serve takes weights on this machine, and no ${describeModel(source)}`, { fix: "name a file or a folder" });
	}
}
/** Every file whose change would make it another checkpoint. */
async function digestedFiles(source) {
	const { checkpoint, adapter } = requireWeights(source);
	const paths = adapter === null ? [checkpoint] : [checkpoint, adapter];
	return (await Promise.all(paths.map(async (path) => {
		return (await stat(path).catch((cause) => {
			throw notOpened(path, cause);
		})).isDirectory() ? (await checkpointFiles(path)).map((file) => file.path) : [path];
	}))).flat();
}
/** Of an endpoint only what it says is known, and the identity says so: where it lies, its name, and how it answers. */
const identified = ({ url, model }) => ({ serves }, { answer }) => ({
	source: `${model} at ${url} ${NOT_IDENTIFIED}`,
	digest: sha256([
		"endpoint",
		url,
		model,
		serves,
		answer
	]),
	adapter_digest: null,
	architecture: null,
	parameter_count: null,
	quantization: null
});
async function openEndpoint(address, identify, options, { ledger, events, signal, weights }) {
	const closed = new AbortController();
	const stop = AbortSignal.any([signal, closed.signal]);
	const endpoint = new Endpoint(address, options, ledger, stop, events.firstTokens);
	const server = await findServer(endpoint);
	const evidence = weights === void 0 ? "" : await requireServed(server, weights, events);
	const contextSize = contextOf(server, options, address.url);
	const dialect = await dialectOf(endpoint, server, options, weights);
	const turn = (text) => JSON.stringify([{
		role: "user",
		content: text
	}]);
	const probed = await probe(dialect, options.api === "chat" ? turn : (text) => text);
	const { scoring, isRepeatable } = probed;
	const likelihoods = scoring === null ? "none" : scoring.name;
	const repeats = isRepeatable ? "equal" : "differ";
	events.status(`${server.version} at ${address.url}: log-likelihoods by ${likelihoods}, greedy repeats ${repeats}, context ${contextSize}`);
	const asking = dialect.tokenize === null ? askInTexts(dialect, scoring) : askInTokens(dialect, dialect.tokenize, scoring, contextSize);
	const bos = dialect.tokenize === null ? "by the server" : dialect.prepended === null ? "none" : "one";
	return {
		identity: identify(server, probed),
		fingerprint: {
			engine: "openai",
			engine_version: `${server.version}, greedy repeats ${repeats}${evidence}`,
			engine_settings: `context ${contextSize}, api ${dialect.name}, log-likelihoods by ${likelihoods}, BOS ${bos}`,
			tokenizer: await tokenizerDigest(dialect),
			dtype: server.serves.type ?? null
		},
		contextSize,
		machine: `${weights === void 0 ? new URL(address.url).hostname : "served here"}, asked from ${thisMachine()}`,
		chatTemplate: options.api === "chat" ? TURNS : server.chatTemplate,
		parallel: Math.min(options.concurrency, server.slots ?? options.concurrency),
		...options.task_deadline_seconds === void 0 ? {} : { taskSeconds: options.task_deadline_seconds },
		...scoring === null ? { withoutLikelihoods: noLikelihoods(server, options, probed) } : {},
		...asking,
		async assertUnchanged() {
			if (await stillServes(endpoint, server, stop)) return;
			throw new WeighbridgeError("checkpoint", `what ${address.url} serves changed during the evaluation`, { fix: "evaluate a server that nobody loads another model into" });
		},
		async close() {
			closed.abort(/* @__PURE__ */ new Error("the model is closed"));
			const { requests, tokens, cost } = ledger.spent;
			const money = options.price === void 0 ? "" : `, ${cost.toFixed(4)} in money`;
			events.status(`${address.url}: ${requests} requests, ${tokens} tokens${money} so far`);
		}
	};
}
const LOOKS = 3;
/**
* One busy moment makes no other server of it.
* @throws Unconfirmed for one that does not say any more what it serves: that is neither the same nor another
*/
async function stillServes(endpoint, { version, serves }, stop) {
	let doubt = null;
	for (let look = 0; look < LOOKS && !stop.aborted; look += 1) {
		if (look > 0) await setTimeout(500 * look, void 0, { signal: stop }).catch(() => void 0);
		try {
			const now = await findServer(endpoint);
			if (canonicalJson([now.version, now.serves]) === canonicalJson([version, serves])) return true;
			doubt = null;
		} catch (error) {
			doubt = messageOf(error);
		}
	}
	if (doubt === null && !stop.aborted) return false;
	throw new Unconfirmed(`whether ${endpoint.address.url} still serves the same is not known: ${doubt ?? "it was not asked any more"}; what was answered is kept, and the same command goes on from there`);
}
function contextOf({ contextSize }, { context_size: asked }, url) {
	if (contextSize === null && asked === void 0) throw new WeighbridgeError("config", `${url} does not say how long its context is`, { fix: "write it as engine.context_size" });
	return Math.min(contextSize ?? Number.POSITIVE_INFINITY, asked ?? Number.POSITIVE_INFINITY);
}
/**
* That the server serves what it was told to, as far as it says.
* @returns what the fingerprint says of it; empty where the server named the weights
* @throws WeighbridgeError `checkpoint` where the server says that it serves other files than it was told
*/
async function requireServed({ weights, version }, told, events) {
	if (weights === null) {
		events.status(`${version} does not say which files it serves; that they are ${told} rests on serve.command`);
		return ", weights not named by the server";
	}
	const [one, other] = await Promise.all([weights, told].map((path) => realpath(path).catch(() => path)));
	if (one === other) return "";
	throw new WeighbridgeError("checkpoint", `the server of serve says that it serves ${weights}, and not ${told}`, { fix: "put {checkpoint} where the command names its weights" });
}
function noLikelihoods({ version, kind }, { api }, { refusals }) {
	const why = api === "chat" ? "the chat API gives none of what it is asked" : refusals.length === 0 ? "it has no API for them" : refusals.join("; ");
	const better = kind === "llama-server" ? "a newer llama-server" : "vLLM, SGLang or llama-server";
	return new WeighbridgeError("config", `${version} gives no log-likelihoods of given texts: ${why}`, { fix: `let the model write the letter (\`type: generate\` with \`exact_match\`), or serve it with ${better}${api === "chat" ? " and `api: completions`" : ""}` });
}
/** How a text full of the unusual is cut tells two tokenizers apart. */
const UNUSUAL = "Ünïcödé ẞ 漢字 مرحبا 😀	  12345 0x1F\n\n<|im_start|></s> don’t    camelCase_snake";
async function tokenizerDigest({ tokenize }) {
	if (tokenize === null) return NOT_RECORDED;
	const { ids, pieces } = await tokenize(UNUSUAL, true);
	return sha256([ids, pieces]);
}
const sha256 = (value) => `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;

export { openAi };