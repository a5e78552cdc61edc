import { It as shortLine, X as parseJson, Z as quoteNoNumbers, jt as WeighbridgeError } from "./core-domain-history.js";
import { C as url, i as _enum, m as number, o as array, u as int, v as strictObject, w as ZodError, y as string } from "./npm-zod.js";
import { t as secondsLimit } from "./tasks-engines-timed.js";
import { c as Service, l as Malformed, s as NoAnswer, u as authorization } from "./tasks-engines-openai-ledger.js";

// src/tasks/engines/openai/options.ts
const serve = strictObject({
	command: array(string()).min(1).describe("Program and arguments, run without a shell in the folder of this file. `{checkpoint}`, `{adapter}`, `{port}` and `{model}` stand for the paths of the side, a free port and the name of the model. Needs `policy: { allow: [unsafe_code] }`."),
	reads: array(string().min(1)).optional().describe("Files and folders besides, relative to the config file, on which what is served depends, such as those that `sh -c` or `make` reads: a pull request that changes them changes the suite."),
	ready_seconds: secondsLimit.default(600).describe("Longest time until the server has loaded the checkpoint and answers."),
	path: string().regex(/^(\/[\w.-]+)*$/).default("/v1").describe("Where on the server the API lies.")
});
const budget = strictObject({
	tokens: int().min(1).optional().describe("Tokens read and written, together."),
	requests: int().min(1).optional().describe("Requests sent, each try counted."),
	cost: number().positive().optional().describe("Money, in the unit of `price`, which it needs.")
});
const price = strictObject({
	prompt: number().min(0).describe("Of a million tokens read."),
	output: number().min(0).describe("Of a million tokens written.")
});
/** Settings of an endpoint. Those that can change a result enter the fingerprint, with what the server says of itself. */
const openAiOptions = strictObject({
	url: url({ protocol: /^https?$/ }).optional().describe("Address of the API, for sides that are `{model}` without one, such as `http://localhost:8000/v1`. With it the key goes to no other server."),
	model: string().min(1).optional().describe("Name of the model, for sides that are `{url}` without one."),
	api_key_env: string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/).optional().describe("Environment variable with the key. It is sent as a bearer token and never stored."),
	api: _enum(["completions", "chat"]).default("completions").describe("`completions` sends texts, which log-likelihoods and tasks without a chat template need. `chat` sends turns and leaves the chat template to the server."),
	context_size: int().min(16).optional().describe("Tokens that prompt and answer share. Default: what the server says."),
	concurrency: int().min(1).max(256).default(32).describe("Most requests under way at once. It starts with two and finds out how many the server bears."),
	timeout_seconds: secondsLimit.default(300).describe("Longest time for one try of a request."),
	deadline_seconds: secondsLimit.default(1800).describe("Longest time for one request with all its tries."),
	task_deadline_seconds: secondsLimit.optional().describe("Longest time for one task; what is answered by then is kept, and the task is not complete."),
	attempts: int().min(1).max(20).default(8).describe("Tries of one request before its task ends."),
	price: price.optional().describe("What a million tokens cost, in any unit."),
	budget: budget.optional().describe("What one evaluation may spend on all its sides. It ends before it spends more, and what is left unanswered never passes."),
	serve: serve.optional().describe("Starts a server for each side that names weights, one after the other, and ends it afterwards.")
});

// src/tasks/scorers/service.ts
/** Options of a scorer that asks a service. */
const serviceOptions = {
	api_key_env: string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/).optional().describe("Environment variable with the key. It is sent as a bearer token and never stored."),
	timeout_seconds: secondsLimit.default(60).describe("Longest time for one request."),
	attempts: int().min(1).max(10).default(5).describe("Tries of one request before its answers stay unscored.")
};
/** What scores a batch of texts needs no more. */
const ANSWER_BYTES = 16 * 1024 ** 2;
/** What a service said that answers, but not what was asked. */
var NotAnAnswer = class extends Error {};
/** Undefined for what is no JSON, or says a key twice. */
function jsonOf(text) {
	for (const each of [text, quoteNoNumbers(text)]) try {
		return parseJson(each, { file: "answer" });
	} catch {}
}
/** A number of one answer among several; what is none leaves that one without, and takes none beside it with it. */
const numberIn = (value) => typeof value === "number" && Number.isFinite(value) ? value : { unscored: value === void 0 ? "the service gave no number" : `${shortLine(JSON.stringify(value), LONGEST_SHOWN)} is no finite number` };
const LONGEST_SHOWN = 60;
/**
* Asks an HTTP service for JSON, again where that may help.
* @returns a function of the request's body and of what reads the answer, which throws where it is not one; with an account
*   whatever that throws ends the request
* @throws WeighbridgeError `config` for a key that is not set; when asked, for a key or an address that is refused
*/
function openService(settings) {
	const { kind, url, api_key_env, timeout_seconds: seconds, attempts, concurrency = 1 } = settings;
	const headers = {
		"content-type": "application/json",
		...authorization(api_key_env)
	};
	const service = new Service({
		attempts,
		requestMs: seconds * 1e3,
		bytes: ANSWER_BYTES,
		concurrency
	});
	return async (body, read, signal, account) => {
		const noAnswer = () => new Malformed(`the answer is not ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`);
		const understood = async (response) => {
			const answer = jsonOf(await response.text());
			if (answer === void 0) throw noAnswer();
			try {
				return read(answer);
			} catch (error) {
				if (error instanceof NotAnAnswer) throw new Malformed(error.message);
				throw error instanceof ZodError ? noAnswer() : error;
			}
		};
		const init = {
			method: "POST",
			headers,
			body: JSON.stringify(body)
		};
		try {
			return { value: await service.ask(url, init, understood, signal, account) };
		} catch (error) {
			if (!(error instanceof NoAnswer)) throw error;
			if (error.status !== null && [
				401,
				403,
				404,
				405
			].includes(error.status)) throw new WeighbridgeError("config", `the ${kind} service answered ${error.status}`, { fix: "check url, model and the variable named by api_key_env" });
			return {
				failure: error.why,
				status: error.status
			};
		}
	};
}
/** Of a service that answers by another model than it did, so that scores of two would stand side by side. */
const serviceChanged = (kind, before, after) => {
	const [was, is] = [before, after].map((name) => JSON.stringify(shortLine(name, 100)));
	return new WeighbridgeError("engine", `the ${kind} service changed while it scored: ${was} became ${is}`, { fix: "run again, so that one model scores all answers" });
};
/** Of what was asked, such as a text that is too long. */
const REFUSED = [
	400,
	413,
	422
];
/**
* One outcome an item, in order. What is refused of several is asked of each by itself: that one is too long is no fault of those beside it.
* @param ask of items all at once, with a value for each
*/
async function askOfEach(items, ask) {
	if (items.length === 0) return [];
	const outcome = await ask(items);
	if ("value" in outcome) return outcome.value.map((value) => ({ value }));
	if (items.length === 1 || !REFUSED.includes(outcome.status ?? 0)) return items.map(() => outcome);
	return (await Promise.all(items.map((item) => askOfEach([item], ask)))).flat();
}
/** Rows of an answer by the places that they name; null where these are not 0 to `count` − 1, each once. */
function byPlace(rows, count) {
	const placed = new Map(rows.map((row) => [row.index, row]));
	const ordered = Array.from({ length: count }, (_, index) => placed.get(index));
	return rows.length === count && ordered.every((row) => row !== void 0) ? ordered : null;
}
/** Where a service is, as far as that tells it from another: of a server on this machine the port says nothing. */
const identifiedPlace = (url) => /^(127\.[\d.]+|localhost|\[::1\])$/.test(new URL(url).hostname) ? "this machine" : url;

export { numberIn as a, serviceOptions as c, identifiedPlace as i, openAiOptions as l, askOfEach as n, openService as o, byPlace as r, serviceChanged as s, NotAnAnswer as t };