import { a as messageOf, n as WeighbridgeError } from "./core-domain-errors.js";
import { r as request } from "./adapters-http-client.js";
import process from "node:process";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";

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
	constructor(most, clock = () => performance.now()) {
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
	* @throws NoAnswer for what stays without an answer, ServiceDown where nothing gets one any more; what `read` and the account
	* throw otherwise; the signal's reason
	*/
	async ask(url, init, read, signal, account) {
		const { attempts, deadlineMs = 2 ** 31 - 1 } = this.#limits;
		const deadline = AbortSignal.timeout(deadlineMs);
		const stop = AbortSignal.any([signal, deadline]);
		let last = null;
		const late = () => new NoAnswer(`no answer within ${deadlineMs / 1e3} s`, last?.status, last === null ? "" : `; last: ${last.why}${last.said}`);
		try {
			for (let attempt = 1;; attempt += 1) {
				const outcome = await this.#turn(stop, () => this.#try(url, init, read, stop, account));
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
	async #try(url, init, read, stop, account) {
		const began = await this.#pace.begin();
		let outcome = "aborted";
		try {
			if (this.#pace.pause > 0) await setTimeout(this.#pace.pause, void 0, { signal: stop });
			stop.throwIfAborted();
			await account?.begin();
			const found = await this.#send(url, init, read, stop).catch((error) => {
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
	async #send(url, init, read, stop) {
		const { requestMs, bytes } = this.#limits;
		const timeout = AbortSignal.timeout(requestMs);
		const signal = AbortSignal.any([stop, timeout]);
		const fault = (why) => ({
			why,
			said: "",
			status: null,
			retryAfterMs: null
		});
		let response;
		try {
			const environment = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]/i.test(url) ? {} : process.env;
			const limits = {
				totalMs: 2 ** 31 - 1,
				bytes
			};
			response = await request(url, {
				redirect: "error",
				...init,
				signal
			}, limits, environment);
		} catch (error) {
			stop.throwIfAborted();
			if (timeout.aborted) return fault(`no answer within ${requestMs / 1e3} s`);
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
	const said = (await response.text()).replace(/[\p{Cc}\s]+/gu, " ").trim();
	const text = said.length > MOST_SAID ? `${said.slice(0, MOST_SAID)}…` : said;
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

export { authorization as a, ServiceDown as i, NoAnswer as n, Service as r, Malformed as t };