import { It as shortLine, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { S as unknown, d as literal, h as object, m as number, o as array, u as int, x as union, y as string } from "./npm-zod.js";
import { t as EngineDied } from "./tasks-engines-engine.js";
import { n as secondsSince } from "./tasks-engines-timed.js";
import { n as openResponse, r as readWhole } from "./adapters-http-client.js";
import process from "node:process";
import { Buffer } from "node:buffer";
import { setTimeout } from "node:timers/promises";
import { performance as performance$1 } from "node:perf_hooks";

// src/adapters/http/api-key.ts
/**
* The header with the key that a variable holds; none where none is named.
* @throws WeighbridgeError `config` for a variable that is not set
*/
function authorization(variable) {
	if (variable === void 0) return {};
	const key = process.env[variable];
	if (key !== void 0 && key !== "") return { authorization: `Bearer ${key}` };
	throw new WeighbridgeError("config", `the environment variable ${variable} is not set`, { fix: `set ${variable} for the evaluating step (and allow it with env-allow), or remove api_key_env` });
}

// src/adapters/http/malformed.ts
/** Thrown by a reader of answers: what came is no answer, and another try may bring one. */
var Malformed = class extends Error {
	name = "Malformed";
	/** Whether the answer was damaged on its way, and not meant so: then it is tried for as often as a lost one. */
	isDamaged;
	constructor(message, isDamaged = false) {
		super(message);
		this.isDamaged = isDamaged;
	}
};

// node_modules/eventsource-parser/dist/index.js
var ParseError = class extends Error {
	constructor(message, options) {
		super(message), this.name = "ParseError", this.type = options.type, this.field = options.field, this.value = options.value, this.line = options.line;
	}
};
const LF = 10;
const CR = 13;
const SPACE = 32;
function noop(_arg) {}
function createParser(config) {
	if (typeof config == "function") throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");
	const { onEvent = noop, onError = noop, onRetry = noop, onComment, maxBufferSize } = config, pendingFragments = [];
	let pendingFragmentsLength = 0, isFirstChunk = !0, id, data = "", dataLines = 0, eventType, terminated = !1;
	function feed(chunk) {
		if (terminated) throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");
		if (isFirstChunk && (isFirstChunk = !1, chunk.charCodeAt(0) === 239 && chunk.charCodeAt(1) === 187 && chunk.charCodeAt(2) === 191 && (chunk = chunk.slice(3))), pendingFragments.length === 0) {
			const trailing2 = processLines(chunk);
			trailing2 !== "" && (pendingFragments.push(trailing2), pendingFragmentsLength = trailing2.length), checkBufferSize();
			return;
		}
		if (chunk.indexOf(`
`) === -1 && chunk.indexOf("\r") === -1) {
			pendingFragments.push(chunk), pendingFragmentsLength += chunk.length, checkBufferSize();
			return;
		}
		pendingFragments.push(chunk);
		const input = pendingFragments.join("");
		pendingFragments.length = 0, pendingFragmentsLength = 0;
		const trailing = processLines(input);
		trailing !== "" && (pendingFragments.push(trailing), pendingFragmentsLength = trailing.length), checkBufferSize();
	}
	function checkBufferSize() {
		maxBufferSize !== void 0 && (pendingFragmentsLength + data.length <= maxBufferSize || (terminated = !0, pendingFragments.length = 0, pendingFragmentsLength = 0, id = void 0, data = "", dataLines = 0, eventType = void 0, onError(new ParseError(`Buffered data exceeded max buffer size of ${maxBufferSize} characters`, { type: "max-buffer-size-exceeded" }))));
	}
	function processLines(chunk) {
		let searchIndex = 0;
		if (chunk.indexOf("\r") === -1) {
			let lfIndex = chunk.indexOf(`
`, searchIndex);
			for (; lfIndex !== -1;) {
				if (searchIndex === lfIndex) {
					dataLines > 0 && onEvent({
						id,
						event: eventType,
						data
					}), id = void 0, data = "", dataLines = 0, eventType = void 0, searchIndex = lfIndex + 1, lfIndex = chunk.indexOf(`
`, searchIndex);
					continue;
				}
				const firstCharCode = chunk.charCodeAt(searchIndex);
				if (isDataPrefix(chunk, searchIndex, firstCharCode)) {
					const valueStart = chunk.charCodeAt(searchIndex + 5) === SPACE ? searchIndex + 6 : searchIndex + 5, value = chunk.slice(valueStart, lfIndex);
					if (dataLines === 0 && chunk.charCodeAt(lfIndex + 1) === LF) {
						onEvent({
							id,
							event: eventType,
							data: value
						}), id = void 0, data = "", eventType = void 0, searchIndex = lfIndex + 2, lfIndex = chunk.indexOf(`
`, searchIndex);
						continue;
					}
					data = dataLines === 0 ? value : `${data}
${value}`, dataLines++;
				} else isEventPrefix(chunk, searchIndex, firstCharCode) ? eventType = chunk.slice(chunk.charCodeAt(searchIndex + 6) === SPACE ? searchIndex + 7 : searchIndex + 6, lfIndex) || void 0 : parseLine(chunk, searchIndex, lfIndex);
				searchIndex = lfIndex + 1, lfIndex = chunk.indexOf(`
`, searchIndex);
			}
			return chunk.slice(searchIndex);
		}
		for (; searchIndex < chunk.length;) {
			const crIndex = chunk.indexOf("\r", searchIndex), lfIndex = chunk.indexOf(`
`, searchIndex);
			let lineEnd = -1;
			if (crIndex !== -1 && lfIndex !== -1 ? lineEnd = crIndex < lfIndex ? crIndex : lfIndex : crIndex !== -1 ? crIndex === chunk.length - 1 ? lineEnd = -1 : lineEnd = crIndex : lfIndex !== -1 && (lineEnd = lfIndex), lineEnd === -1) break;
			parseLine(chunk, searchIndex, lineEnd), searchIndex = lineEnd + 1, chunk.charCodeAt(searchIndex - 1) === CR && chunk.charCodeAt(searchIndex) === LF && searchIndex++;
		}
		return chunk.slice(searchIndex);
	}
	function parseLine(chunk, start, end) {
		if (start === end) {
			dispatchEvent();
			return;
		}
		const firstCharCode = chunk.charCodeAt(start);
		if (isDataPrefix(chunk, start, firstCharCode)) {
			const valueStart = chunk.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5, value2 = chunk.slice(valueStart, end);
			data = dataLines === 0 ? value2 : `${data}
${value2}`, dataLines++;
			return;
		}
		if (isEventPrefix(chunk, start, firstCharCode)) {
			eventType = chunk.slice(chunk.charCodeAt(start + 6) === SPACE ? start + 7 : start + 6, end) || void 0;
			return;
		}
		if (firstCharCode === 105 && chunk.charCodeAt(start + 1) === 100 && chunk.charCodeAt(start + 2) === 58) {
			const value2 = chunk.slice(chunk.charCodeAt(start + 3) === SPACE ? start + 4 : start + 3, end);
			value2.includes("\0") || (id = value2);
			return;
		}
		if (firstCharCode === 58) {
			if (onComment) {
				const line2 = chunk.slice(start, end);
				onComment(line2.slice(chunk.charCodeAt(start + 1) === SPACE ? 2 : 1));
			}
			return;
		}
		const line = chunk.slice(start, end), fieldSeparatorIndex = line.indexOf(":");
		if (fieldSeparatorIndex === -1) {
			processField(line, "", line);
			return;
		}
		const field = line.slice(0, fieldSeparatorIndex), offset = line.charCodeAt(fieldSeparatorIndex + 1) === SPACE ? 2 : 1;
		processField(field, line.slice(fieldSeparatorIndex + offset), line);
	}
	function processField(field, value, line) {
		switch (field) {
			case "event":
				eventType = value || void 0;
				break;
			case "data":
				data = dataLines === 0 ? value : `${data}
${value}`, dataLines++;
				break;
			case "id":
				value.includes("\0") || (id = value);
				break;
			case "retry":
				/^\d+$/.test(value) ? onRetry(parseInt(value, 10)) : onError(new ParseError(`Invalid \`retry\` value: "${value}"`, {
					type: "invalid-retry",
					value,
					line
				}));
				break;
			default: onError(new ParseError(`Unknown field "${field.length > 20 ? `${field.slice(0, 20)}\u2026` : field}"`, {
				type: "unknown-field",
				field,
				value,
				line
			}));
		}
	}
	function dispatchEvent() {
		dataLines > 0 && onEvent({
			id,
			event: eventType,
			data
		}), id = void 0, data = "", dataLines = 0, eventType = void 0;
	}
	function reset(options = {}) {
		if (options.consume && pendingFragments.length > 0) {
			const incompleteLine = pendingFragments.join("");
			parseLine(incompleteLine, 0, incompleteLine.length);
		}
		isFirstChunk = !0, id = void 0, data = "", dataLines = 0, eventType = void 0, pendingFragments.length = 0, pendingFragmentsLength = 0, terminated = !1;
	}
	return {
		feed,
		reset
	};
}
function isDataPrefix(chunk, i, firstCharCode) {
	return firstCharCode === 100 && chunk.charCodeAt(i + 1) === 97 && chunk.charCodeAt(i + 2) === 116 && chunk.charCodeAt(i + 3) === 97 && chunk.charCodeAt(i + 4) === 58;
}
function isEventPrefix(chunk, i, firstCharCode) {
	return firstCharCode === 101 && chunk.charCodeAt(i + 1) === 118 && chunk.charCodeAt(i + 2) === 101 && chunk.charCodeAt(i + 3) === 110 && chunk.charCodeAt(i + 4) === 116 && chunk.charCodeAt(i + 5) === 58;
}

// src/adapters/http/events.ts
const isEventStream = ({ headers }) => /^text\/event-stream\b/i.test(headers.get("content-type") ?? "");
/** In characters. */
const LONGEST_EVENT = 2 ** 20;
/**
* The data of server-sent events (WHATWG HTML, 9.2), as they come.
* @param most bytes of all events together
* @throws Malformed for a body that breaks off, or is larger; whoever aborted the request looks at the signal first
*/
async function* eventsOf(response, most) {
	const arrived = [];
	const parser = createParser({
		maxBufferSize: LONGEST_EVENT,
		onEvent: ({ data }) => void arrived.push(data),
		onError: ({ type }) => {
			if (type === "max-buffer-size-exceeded") throw new Malformed("an event of the stream is too long");
		}
	});
	const decoder = new TextDecoder();
	const reader = response.body?.getReader();
	let bytes = 0;
	try {
		for (;;) {
			const piece = await reader?.read();
			if (piece?.value === void 0) return;
			bytes += piece.value.byteLength;
			if (bytes > most) throw new Malformed(`the answer is larger than ${most} bytes`);
			parser.feed(decoder.decode(piece.value, { stream: true }));
			yield* arrived.splice(0);
		}
	} catch (error) {
		if (error instanceof Malformed) throw error;
		throw new Malformed(`the stream broke off (${messageOf(error)})`, true);
	} finally {
		await reader?.cancel().catch(() => void 0);
	}
}

// src/adapters/http/pace.ts
const FIRST = 2;
/** So many times the best latency are a queue that builds up on the server. */
const SLOW = 3;
/** Below it a ratio tells of the scheduler, and not of the server. */
const NOTICEABLE_MS = 50;
const SMOOTHING = .2;
/** The best is forgotten slowly: later requests may be longer ones. */
const DRIFT = 1.01;
/**
* How many requests may be under way at once, by additive increase and multiplicative decrease: from two, one more for each
* round of answers while their latency holds, half of them where the server refuses or fails.
*/
var Pace = class {
	#most;
	#clock;
	#waiting = [];
	#limit;
	#underWay = 0;
	#latency = null;
	#best = Number.POSITIVE_INFINITY;
	#lowered = Number.NEGATIVE_INFINITY;
	#pausedUntil = 0;
	/** @param clock in milliseconds */
	constructor(most, clock = () => performance$1.now()) {
		this.#clock = clock;
		this.#most = most;
		this.#limit = Math.min(FIRST, most);
	}
	get limit() {
		return Math.floor(this.#limit);
	}
	/** In milliseconds: how long the server wants to be left alone. */
	get pause() {
		return Math.max(0, this.#pausedUntil - this.#clock());
	}
	/** Nobody begins for so long. */
	pauseFor(milliseconds) {
		this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock() + milliseconds);
	}
	/** @returns when the request began, for `end` */
	async begin() {
		if (this.#underWay >= this.limit) await new Promise((resolve) => this.#waiting.push(resolve));
		else this.#underWay += 1;
		return this.#clock();
	}
	/** `refused`: the server is overloaded or fails; `aborted` says nothing of it. */
	end(began, outcome) {
		const now = this.#clock();
		if (outcome === "answered") this.#answered(now - began);
		else if (outcome === "refused" && began > this.#lowered) {
			this.#limit = Math.max(1, this.#limit / 2);
			this.#lowered = now;
		}
		this.#underWay -= 1;
		while (this.#underWay < this.limit && this.#waiting.length > 0) {
			this.#underWay += 1;
			this.#waiting.shift()?.();
		}
	}
	#answered(milliseconds) {
		this.#latency = this.#latency === null ? milliseconds : this.#latency + SMOOTHING * (milliseconds - this.#latency);
		this.#best = Math.min(this.#best * DRIFT, this.#latency);
		if (this.#latency > Math.max(SLOW * this.#best, NOTICEABLE_MS)) this.#limit = Math.max(1, this.#limit - 1 / this.#limit);
		else this.#limit = Math.min(this.#most, this.#limit + 1 / this.#limit);
	}
};

// src/adapters/http/service.ts
/** The request failed for good; what it asked is not known. */
var NoAnswer = class extends Error {
	name = "NoAnswer";
	/** The last answer's status; null where there was none, or it was damaged. */
	status;
	/** In our own words alone. */
	why;
	/** @param more behind the reason: what the service said, how often it was asked */
	constructor(why, status = null, more = "") {
		super(`${why}${more}`);
		this.status = status;
		this.why = why;
	}
};
/** The service fails whatever it is asked. */
var ServiceDown = class extends NoAnswer {
	name = "ServiceDown";
};
/** The status of an answer that was read and is none. */
const MALFORMED = 200;
/** A server that means what it says says it again. */
const MALFORMED_TRIES = 3;
const MAX_WAIT_MS = 6e4;
const FIRST_WAIT_MS = 500;
/** So many failures with no answer between them are no accident of one request. */
const BREAKS_AFTER = 10;
/** A request that is alone in finding out whether the service is back may do it so often before all give up. */
const REOPENS = 4;
const OPEN_FOR_MS = 5e3;
/**
* Asks one service politely: as many requests at once as it bears, each repeated while that may help, none while it is down.
* Answers are read whole. Safe only for requests that may be repeated.
*/
var Service = class {
	#limits;
	#pace;
	#failures = 0;
	#reopened = 0;
	#lastFailure = "";
	#trial = null;
	constructor(limits) {
		this.#limits = limits;
		this.#pace = new Pace(limits.concurrency);
	}
	/**
	* @param read of an answer with a status of success; throws Malformed for what is no answer
	* @param isStreamed whether events are handed on as they come, to a reader with limits of its own
	* @throws NoAnswer for what stays without an answer, ServiceDown where nothing gets one any more; what `read` and the account
	* throw otherwise; the signal's reason
	*/
	async ask(url, init, read, signal, account, isStreamed = false) {
		const { attempts, deadlineMs = 2 ** 31 - 1 } = this.#limits;
		const deadline = AbortSignal.timeout(deadlineMs);
		const stop = AbortSignal.any([signal, deadline]);
		let last = null;
		const late = () => new NoAnswer(`no answer within ${deadlineMs / 1e3} s`, last?.status, last === null ? "" : `; last: ${last.why}${last.said}`);
		try {
			for (let attempt = 1;; attempt += 1) {
				const outcome = await this.#turn(stop, () => this.#try(url, init, read, stop, account, isStreamed));
				if ("answer" in outcome) return outcome.answer;
				last = outcome;
				const { why, status, said } = outcome;
				if (!isTransient(status)) throw new NoAnswer(why, status, said);
				const most = status === 200 ? Math.min(attempts, MALFORMED_TRIES) : attempts;
				if (attempt >= most) throw new NoAnswer(why, status, `${said}, tried ${most} times`);
				await setTimeout(this.#waitFor(attempt, outcome.retryAfterMs), void 0, { signal: stop });
			}
		} catch (error) {
			signal.throwIfAborted();
			if (deadline.aborted) throw late();
			throw error;
		}
	}
	/** Lets one request at a time through while the service is thought to be down. */
	async #turn(stop, attempt) {
		while (this.#failures >= BREAKS_AFTER) {
			if (this.#reopened >= REOPENS) {
				const last = `; last: ${this.#lastFailure}`;
				throw new ServiceDown(`${this.#failures} requests in a row had no answer`, null, last);
			}
			if (this.#trial !== null) {
				await Promise.race([this.#trial, aborted(stop)]);
				continue;
			}
			let ended = () => {};
			this.#trial = new Promise((resolve) => {
				ended = resolve;
			});
			try {
				const wait = (this.#limits.firstWaitMs ?? OPEN_FOR_MS) * 2 ** this.#reopened;
				await setTimeout(Math.min(wait, MAX_WAIT_MS), void 0, { signal: stop });
				this.#reopened += 1;
				return await attempt();
			} finally {
				this.#trial = null;
				ended();
			}
		}
		return attempt();
	}
	async #try(url, init, read, stop, account, isStreamed) {
		const began = await this.#pace.begin();
		let outcome = "aborted";
		try {
			if (this.#pace.pause > 0) await setTimeout(this.#pace.pause, void 0, { signal: stop });
			stop.throwIfAborted();
			await account?.begin();
			const found = await this.#send(url, init, read, stop, isStreamed).catch((error) => {
				account?.fail();
				throw error;
			});
			if ("answer" in found) {
				outcome = "answered";
				this.#failures = 0;
				this.#reopened = 0;
			} else {
				account?.fail();
				if (isTransient(found.status)) {
					outcome = "refused";
					this.#failures += 1;
					this.#lastFailure = found.why;
					if (found.retryAfterMs !== null) this.#pace.pauseFor(Math.min(found.retryAfterMs, MAX_WAIT_MS));
				} else {
					outcome = "answered";
					this.#failures = 0;
				}
			}
			return found;
		} finally {
			this.#pace.end(began, outcome);
		}
	}
	async #send(url, init, read, stop, isStreamed) {
		const { requestMs, bytes } = this.#limits;
		const timeout = AbortSignal.timeout(requestMs);
		const signal = AbortSignal.any([stop, timeout]);
		const fault = (why) => ({
			why,
			said: "",
			status: null,
			retryAfterMs: null
		});
		const late = () => fault(`no answer within ${requestMs / 1e3} s`);
		let response;
		try {
			const environment = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]/i.test(url) ? {} : process.env;
			const limits = { totalMs: 2 ** 31 - 1 };
			const opened = await openResponse(url, {
				redirect: "error",
				...init,
				signal
			}, limits, environment);
			response = isStreamed && isEventStream(opened) ? opened : await readWhole(opened, bytes);
		} catch (error) {
			stop.throwIfAborted();
			if (timeout.aborted) return late();
			return fault(`the request failed (${causeOf(error)})`);
		}
		const { status } = response;
		if (!response.ok) return {
			why: `the service answered ${status}`,
			said: await saidBy(response),
			status,
			retryAfterMs: retryAfter(response.headers)
		};
		try {
			return { answer: await read(response) };
		} catch (error) {
			if (!(error instanceof Malformed)) throw error;
			stop.throwIfAborted();
			if (timeout.aborted) return late();
			return {
				...fault(error.message),
				status: error.isDamaged ? null : 200
			};
		}
	}
	/** Doubles, with jitter so that shards do not return together; the service's own wish goes first. */
	#waitFor(attempt, retryAfterMs) {
		const first = this.#limits.firstWaitMs ?? FIRST_WAIT_MS;
		const wait = retryAfterMs ?? first * 2 ** (attempt - 1) * (.5 + Math.random() / 2);
		return Math.min(wait, MAX_WAIT_MS);
	}
};
/** Whether the same request may be answered later. Without a status the connection or the answer was broken. */
const isTransient = (status) => status === null || status === 200 || [
	408,
	409,
	425,
	429
].includes(status) || status >= 500 && status !== 501;
const MOST_SAID = 300;
async function saidBy(response) {
	const text = isEventStream(response) ? "" : shortLine(await response.text(), MOST_SAID);
	return text === "" ? "" : `: ${text}`;
}
/** RFC 9110, 10.2.3: seconds or a date. */
function retryAfter(headers) {
	const value = headers.get("retry-after");
	if (value === null) return null;
	const milliseconds = /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - Date.now();
	return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}
/** fetch says only "fetch failed"; what happened is in its cause. */
function causeOf(error) {
	return error instanceof Error && error.cause !== void 0 ? messageOf(error.cause) : messageOf(error);
}
const aborted = (signal) => new Promise((_, reject) => {
	if (signal.aborted) reject(signal.reason);
	else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
});

// src/tasks/engines/openai/stream.ts
const END = "[DONE]";
/** One event of `stream: true`, of completions or of chat. */
const chunk = object({
	model: string().optional(),
	choices: array(object({
		index: literal(0).optional(),
		text: string().nullish(),
		delta: object({
			content: string().nullish(),
			refusal: string().nullish()
		}).nullish(),
		finish_reason: string().nullish(),
		stop_reason: union([string(), number()]).nullish()
	})).max(1),
	usage: unknown().optional()
});
/**
* Puts a streamed answer together.
* @param now seconds since it was asked for
* @throws Malformed for one that did not come to its end
*/
async function joinStream(events, now) {
	let firstToken = null;
	let model;
	let usage;
	let last;
	const said = {};
	let isWhole = false;
	for await (const data of events) {
		if (data === END) {
			isWhole = true;
			break;
		}
		const { choices, ...more } = readChunk(data);
		if (model !== void 0 && more.model !== void 0 && more.model !== model) throw new Malformed("another model went on with the answer");
		model ??= more.model;
		usage = more.usage ?? usage;
		const [choice] = choices;
		if (choice === void 0) continue;
		const { text, delta } = choice;
		if (text != null) said.text = (said.text ?? "") + text;
		if (delta?.content != null) said.content = (said.content ?? "") + delta.content;
		if (delta?.refusal != null) said.refusal = (said.refusal ?? "") + delta.refusal;
		if (choice.finish_reason != null) last = choice;
		if (last !== void 0 || Object.values(said).some(Boolean)) firstToken ??= now();
	}
	if (!isWhole || last === void 0 || firstToken === null) throw new Malformed("the stream ended before the answer did", true);
	const { text, content, refusal } = said;
	const message = {
		content: refusal && !content ? null : content ?? null,
		refusal: refusal || null
	};
	const { finish_reason, stop_reason } = last;
	return {
		given: {
			model,
			usage,
			choices: [{
				text,
				message,
				finish_reason,
				stop_reason
			}]
		},
		firstToken
	};
}
function readChunk(data) {
	let value;
	try {
		value = JSON.parse(data);
	} catch {
		throw new Malformed("a piece of the stream is not JSON", true);
	}
	const read = chunk.safeParse(value);
	if (!read.success) throw new Malformed("a piece of the stream is not as expected");
	return read.data;
}

// src/tasks/engines/openai/endpoint.ts
/** Log-likelihoods of 100,000 tokens with the likeliest of each take less. */
const ANSWER_BYTES = 32 * 1024 ** 2;
/** Discovery asks for what many servers do not have. */
const LOOK_MS = 1e4;
/** One server as one model sees it: every request of it goes through here, and is accounted for once. */
var Endpoint = class {
	address;
	/** Without the name of the route. */
	base;
	/** Where servers have routes of their own, beside OpenAI's. */
	root;
	#service;
	#ledger;
	#signal;
	#headers;
	#streams;
	#answersAs = null;
	/** Aborted when one of the requests under way fails for good: what the others would answer is of no use without it. */
	#round = new AbortController();
	/** @param streams whether answers that may come token by token are asked for so */
	constructor(address, options, ledger, signal, streams = false) {
		this.address = address;
		this.base = address.url.replace(/\/+$/, "").replace(/(\/chat)?\/completions$/, "");
		this.root = this.base.replace(/\/v1$/, "");
		requireOwnKey(this.base, options);
		this.#ledger = ledger;
		this.#signal = signal;
		this.#streams = streams;
		this.#headers = {
			"content-type": "application/json",
			...authorization(options.api_key_env)
		};
		this.#service = new Service({
			attempts: options.attempts,
			requestMs: options.timeout_seconds * 1e3,
			deadlineMs: options.deadline_seconds * 1e3,
			concurrency: options.concurrency,
			bytes: ANSWER_BYTES
		});
	}
	/**
	* What a server says at an address that it may not have; null where it says nothing of this form.
	* @throws WeighbridgeError for OpenAI's own routes, where the key is refused
	*/
	async look(url, schema) {
		const service = new Service({
			attempts: 2,
			requestMs: LOOK_MS,
			bytes: ANSWER_BYTES,
			concurrency: 1
		});
		try {
			const read = async (response) => schema.safeParse(jsonOf(await response.text())).data ?? null;
			return await service.ask(url, { headers: { ...this.#headers } }, read, this.#signal);
		} catch (error) {
			if (!(error instanceof NoAnswer)) throw error;
			if (url.startsWith(`${this.base}/`) && (error.status === 401 || error.status === 403)) throw this.#refused(error);
			return null;
		}
	}
	/**
	* @param most tokens that the request can take
	* @param tokensOf what its answer says it took
	* @param interpret throws Malformed for an answer that cannot be one, which is asked for again; it is told what time the try took
	* that brought the answer
	* @throws WeighbridgeError for a request that stays wrong, or another model's answer; EngineDied where nothing is answered
	*/
	async post(...[url, body, schema, most, tokensOf, interpret, isStreamed = false]) {
		const entry = this.#ledger.entry(most);
		let began = 0;
		const account = {
			begin: async () => {
				await entry.begin();
				began = performance.now();
			},
			fail: entry.fail
		};
		const round = this.#round;
		const signal = AbortSignal.any([this.#signal, round.signal]);
		const init = {
			method: "POST",
			headers: { ...this.#headers },
			body: JSON.stringify(body)
		};
		const read = async (response) => {
			const { given, firstToken } = isStreamed && isEventStream(response) ? await joinStream(eventsOf(response, ANSWER_BYTES), () => secondsSince(began)) : {
				given: jsonOf(await response.text()),
				firstToken: null
			};
			const answer = readAs(schema, given);
			const first = firstToken === null ? {} : { firstTokenSeconds: firstToken };
			return {
				answer,
				meaning: interpret(answer, {
					seconds: secondsSince(began),
					...first
				})
			};
		};
		try {
			const { answer, meaning } = await this.#service.ask(url, init, read, signal, account, isStreamed);
			entry.settle(tokensOf(answer));
			if ("model" in answer && typeof answer.model === "string") this.#sameModel(answer.model);
			return meaning;
		} catch (error) {
			const fault = this.#faultOf(error);
			round.abort(fault);
			if (this.#round === round) this.#round = new AbortController();
			throw fault;
		}
	}
	/**
	* The same for an answer that may come token by token, which it does where somebody asks when the first one is there. A server
	* that refuses to stream is asked for it in one piece.
	*/
	async postStreamed(...[url, body, schema, most, tokensOf, interpret]) {
		if (!this.#streams) return this.post(url, body, schema, most, tokensOf, interpret);
		const streamed = {
			...body,
			stream: true,
			stream_options: { include_usage: true }
		};
		try {
			return await this.post(url, streamed, schema, most, tokensOf, interpret, true);
		} catch (error) {
			if (!isRefusal(error)) throw error;
			const answer = await this.post(url, body, schema, most, tokensOf, interpret);
			this.#streams = false;
			return answer;
		}
	}
	#faultOf(error) {
		if (error instanceof ServiceDown) return new EngineDied(`${this.address.url}: ${error.message}`);
		return error instanceof NoAnswer ? this.#refused(error) : error;
	}
	/** A server may call the model otherwise than we do, but not once so and once so. */
	#sameModel(name) {
		if (name === this.#answersAs) return;
		if (this.#answersAs !== null) throw new WeighbridgeError("engine", `${this.address.url} answered as ${quote(name)}, and at first as ${quote(this.#answersAs)}`, { fix: "let one server, or servers of one model, answer at this address" });
		this.#answersAs = name;
	}
	#refused(error) {
		const { status, message } = error;
		const isKey = status === 401 || status === 403;
		const kind = isKey || status === 404 || status === 405 ? "config" : "engine";
		return new WeighbridgeError(kind, `${this.address.url}: ${message}`, {
			cause: error,
			fix: isKey ? "check the variable that api_key_env names" : kind === "config" ? "check the address and the name of the model, and that the server has this API" : "look at the server's log; a new run goes on where this one ended"
		});
	}
};
/** What was understood and is not done, which stays so. */
const isRefusal = (error) => error instanceof Error && error.cause instanceof NoAnswer && [
	400,
	422,
	501
].includes(error.cause.status ?? 0);
/** Where the engine has an address, its key is for that server, whatever address a side names. */
function requireOwnKey(base, { api_key_env: key, url }) {
	if (key === void 0 || url === void 0 || new URL(url).origin === new URL(base).origin) return;
	throw new WeighbridgeError("config", `the key in ${key} is for ${new URL(url).origin}, and not for ${base}`, { fix: "name a model of that server, or take the url of the engine out to send the key wherever a side says" });
}
const quote = (text) => JSON.stringify(shortLine(text, 100));
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** @param value undefined for what is not JSON @throws Malformed naming what is wrong with it */
function readAs(schema, value) {
	if (value === void 0) throw new Malformed("the answer is not JSON", true);
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	throw new Malformed(`the answer is not as expected: ${shortLine(`${issue?.path.join(".")}: ${issue?.message}`, 200)}`);
}
/** More tokens than a text can have: every one is at least a byte, but for those that the server puts around it. */
const mostTokens = (prompt) => typeof prompt === "string" ? Buffer.byteLength(prompt) + 16 : prompt.length + 16;
const usageSchema = object({
	prompt_tokens: int().min(0),
	completion_tokens: int().min(0)
});
const NO_TOKENS = {
	prompt: 0,
	output: 0
};

// src/tasks/engines/openai/ledger.ts
const UNITS = {
	tokens: "tokens",
	requests: "requests",
	cost: "in money"
};
/**
* What an evaluation spends, held against a budget before it is spent: a request whose largest cost does not fit is not sent.
* Tokens are counted once a request, by its answer; tries without an answer count as requests alone, since nobody knows their
* tokens.
*/
var Ledger = class {
	#budget;
	#price;
	#named;
	#open = /* @__PURE__ */ new Map();
	#waiting = [];
	#spent = {
		tokens: 0,
		requests: 0,
		cost: 0
	};
	#over = null;
	/** @param named where the budget stands, for messages */
	constructor(budget = {}, price = {
		prompt: 0,
		output: 0
	}, named = "engine.budget") {
		this.#budget = budget;
		this.#price = price;
		this.#named = named;
	}
	get spent() {
		return this.#spent;
	}
	/** @param most that the request can take */
	entry(most) {
		const key = Symbol("request");
		const close = () => {
			this.#open.delete(key);
			const waiting = this.#waiting;
			this.#waiting = [];
			for (const wake of waiting) wake();
		};
		return {
			begin: async () => {
				const cost = this.#costOf(most, 0);
				await this.#fits({
					...cost,
					requests: 1
				});
				this.#spent = {
					...this.#spent,
					requests: this.#spent.requests + 1
				};
				this.#open.set(key, cost);
			},
			fail: close,
			settle: (tokens) => {
				this.#spent = sum([this.#spent, this.#costOf(tokens, 0)]);
				close();
			}
		};
	}
	#costOf({ prompt, output }, requests) {
		const cost = (prompt * this.#price.prompt + output * this.#price.output) / 1e6;
		return {
			tokens: prompt + output,
			requests,
			cost
		};
	}
	/** Waits for requests under way where they may take less than they could. */
	async #fits(cost) {
		for (;;) {
			if (this.#over !== null) throw this.#over;
			const key = this.#exceeded(sum([
				this.#spent,
				cost,
				...this.#open.values()
			]));
			if (key === null) return;
			if (this.#open.size === 0 || key === "requests") {
				this.#over = this.#spentAll(key, cost);
				throw this.#over;
			}
			await new Promise((resolve) => this.#waiting.push(resolve));
		}
	}
	#exceeded(total) {
		return Object.keys(UNITS).find((key) => total[key] > (this.#budget[key] ?? Number.POSITIVE_INFINITY)) ?? null;
	}
	#spentAll(key, next) {
		const round = (value) => Math.round(value * 1e6) / 1e6;
		const says = `the budget of ${this.#budget[key]} ${UNITS[key]} ends the evaluation: ${round(this.#spent[key])} are spent, and the next request may take ${round(next[key])}`;
		return new WeighbridgeError("engine", says, { fix: `raise ${this.#named}.${key}, or give tasks a limit; a new run goes on where this one ended` });
	}
};
const sum = (all) => all.reduce((total, one) => ({
	tokens: total.tokens + one.tokens,
	requests: total.requests + one.requests,
	cost: total.cost + one.cost
}));

export { quote as a, Service as c, mostTokens as i, Malformed as l, Endpoint as n, usageSchema as o, NO_TOKENS as r, NoAnswer as s, Ledger as t, authorization as u };