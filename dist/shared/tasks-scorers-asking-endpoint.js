import { c as Service, i as mostTokens, l as Malformed, n as Endpoint, o as usageSchema, s as NoAnswer, t as Ledger, u as authorization } from "./tasks-engines-openai-ledger.js";
import { S as unknown, _ as record, b as tuple, h as object, m as number, o as array, y as string } from "./npm-zod.js";
import { X as parseJson, jt as WeighbridgeError } from "./core-domain-history.js";
import { i as identifiedPlace, l as openAiOptions } from "./tasks-scorers-service.js";
import { t as findServer } from "./tasks-engines-openai-server.js";

// src/tasks/scorers/asking/labels.ts
const entry = object({
	token: string(),
	logprob: number()
});
/** As chats have them, and as completions do. */
const ofChat = object({ content: array(entry.extend({ top_logprobs: array(entry) })) });
const ofText = object({
	tokens: array(string()),
	top_logprobs: array(record(string(), number()).nullable())
});
/** The probabilities that a service told; none where it told none. */
function stepsOf(logprobs) {
	const chat = ofChat.safeParse(logprobs).data;
	if (chat !== void 0) return chat.content.map(({ token, top_logprobs: top }) => ({
		said: token,
		logProbabilities: top.map((each) => [each.token, each.logprob])
	}));
	const text = ofText.safeParse(logprobs).data;
	return (text?.tokens ?? []).map((said, index) => ({
		said,
		logProbabilities: Object.entries(text?.top_logprobs[index] ?? {})
	}));
}
/** No threshold that anybody sets lies below it. */
const NEXT_TO_NOTHING = .001;
/**
* Of each label its probability among them, where the reply first said one. A label of which a service tells nothing is at most as
* likely as the least likely token that it told: that counts as 0 where it is next to nothing, and else nobody knows.
*/
function labelShares(steps, labels) {
	const labelOf = (token) => {
		const text = token.trim();
		const found = labels.flatMap((forms, index) => text !== "" && forms.some((form) => form.trim().startsWith(text)) ? [index] : []);
		return found.length === 1 ? found[0] ?? -1 : -1;
	};
	const step = steps.find(({ said }) => labelOf(said) >= 0);
	if (step === void 0 || step.logProbabilities.length < 2) return null;
	const told = step.logProbabilities.map(([token, logProbability]) => [labelOf(token), Math.exp(logProbability)]);
	if (labels.some((_, index) => !told.some(([label]) => label === index)) && !(Math.min(...told.map(([, probability]) => probability)) <= NEXT_TO_NOTHING)) return null;
	const weights = labels.map((_, index) => told.reduce((sum, [label, probability]) => sum + (label === index ? probability : 0), 0));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return total > 0 && Number.isFinite(total) ? weights.map((weight) => weight / total) : null;
}

// src/tasks/scorers/asking/endpoint.ts
const ANSWER_BYTES = 4 * 1024 ** 2;
const completion = object({
	model: string().optional(),
	system_fingerprint: string().nullish(),
	choices: tuple([object({
		message: object({
			content: string().nullable(),
			refusal: string().nullish()
		}).optional(),
		text: string().optional(),
		finish_reason: string().nullish(),
		logprobs: unknown().optional()
	})]),
	usage: usageSchema.optional()
});
/**
* An OpenAI-compatible endpoint, with one pace and one budget for all that it is asked.
* @param who replies, for messages: `judge`, `guard`
* @throws WeighbridgeError `config` for a key that is not set
*/
const openEndpoint = (options, who) => new AskedEndpoint(options, who);
var AskedEndpoint = class {
	/** Of a server on this machine the port says nothing. */
	inputs;
	#options;
	#who;
	#url;
	#model;
	#base;
	#headers;
	#service;
	#ledger;
	constructor(options, who) {
		this.#who = who;
		const { url = "", model = "" } = options;
		this.#options = options;
		this.#url = url;
		this.#model = model;
		this.inputs = [url === "" ? url : identifiedPlace(url)];
		this.#base = url.replace(/\/+$/, "").replace(/(\/chat)?\/completions$/, "");
		this.#headers = {
			"content-type": "application/json",
			...authorization(options.api_key_env)
		};
		this.#service = new Service({
			attempts: options.attempts,
			requestMs: options.timeout_seconds * 1e3,
			bytes: ANSWER_BYTES,
			concurrency: options.concurrency
		});
		this.#ledger = new Ledger(options.budget, options.price, `scorers.${who}.budget`);
	}
	async identify(probe, signal) {
		const { labels: _, ...asked } = probe;
		const found = await this.#probe({
			...asked,
			maxTokens: 1
		}, signal);
		const [url, model] = [this.#url, this.#model];
		const look = openAiOptions.parse({
			url,
			model,
			api_key_env: this.#options.api_key_env
		});
		const endpoint = new Endpoint({
			url,
			model
		}, look, new Ledger(), signal);
		const server = await findServer(endpoint).catch((error) => {
			if (error instanceof WeighbridgeError) return null;
			throw error;
		});
		return {
			...this.#saidOf(found),
			server: server === null ? null : JSON.stringify([server.version, server.serves])
		};
	}
	/** Of a service that takes no schema every answer would be without a score: it is known by taking the same without one. */
	async #probe(request, signal) {
		try {
			return await this.#post(request, signal);
		} catch (error) {
			const cause = error instanceof WeighbridgeError ? error.cause : null;
			const mayBeSchema = cause instanceof NoAnswer && SCHEMALESS.includes(cause.status ?? 0);
			if (request.schema === null || !mayBeSchema) throw error;
			await this.#post({
				...request,
				schema: null
			}, signal);
			throw new WeighbridgeError("config", `the ${this.#who} at ${this.#base} takes no JSON schema: ${cause.message}`, {
				cause: error,
				fix: "set `response_format: none` on the scorer, which asks for the form in words"
			});
		}
	}
	async ask(request, identity, signal) {
		let found;
		try {
			found = await this.#post(request, signal);
		} catch (error) {
			const cause = error instanceof WeighbridgeError ? error.cause : null;
			if (!(cause instanceof NoAnswer) || !REFUSED.includes(cause.status ?? 0)) throw error;
			return { fault: `the ${this.#who} has no reply to it: ${cause.why}` };
		}
		this.#requireSame(this.#saidOf(found), identity);
		const [{ message, text = message?.content ?? null, finish_reason: reason, logprobs }] = found.choices;
		if (reason === "length" && request.mayBeCut !== true) return { fault: `the reply of the ${this.#who} was cut off after ${request.maxTokens} tokens` };
		if (message?.refusal != null || text === null) return { fault: `the ${this.#who} refused` };
		const { labels = [] } = request;
		const steps = labels.length === 0 ? [] : stepsOf(logprobs);
		return {
			text,
			shares: labelShares(steps, labels)
		};
	}
	async close() {}
	async #post(request, signal) {
		const { prompt, messages, maxTokens } = request;
		const text = (prompt ?? messages.map(({ content }) => ({ text: content }))).map((part) => part.text).join("\n");
		const most = {
			prompt: mostTokens(text) + 128,
			output: maxTokens
		};
		const entry = this.#ledger.entry(most);
		const body = JSON.stringify(prompt === void 0 ? chatBody(this.#model, request) : textBody(this.#model, request));
		const init = {
			method: "POST",
			headers: { ...this.#headers },
			body
		};
		const path = prompt === void 0 ? "chat/completions" : "completions";
		try {
			const found = await this.#service.ask(`${this.#base}/${path}`, init, readCompletion, signal, entry);
			const { prompt_tokens: read, completion_tokens: output } = found.usage ?? {};
			entry.settle({
				prompt: read ?? most.prompt,
				output: output ?? most.output
			});
			return found;
		} catch (error) {
			throw error instanceof NoAnswer ? this.#refusal(error) : error;
		}
	}
	#saidOf({ model, system_fingerprint: fingerprint }) {
		const isPinned = this.#options.system_fingerprint === "pinned";
		return {
			model: model ?? this.#model,
			fingerprint: isPinned ? fingerprint ?? null : null
		};
	}
	#requireSame(said, { model, fingerprint }) {
		if (said.model === model && said.fingerprint === fingerprint) return;
		const [before, after] = [{
			model,
			fingerprint
		}, said].map((each) => JSON.stringify([each.model, each.fingerprint ?? "no fingerprint"].map((text) => text.slice(0, 100))));
		throw new WeighbridgeError("engine", `the ${this.#who} changed while it was asked: ${before} became ${after}`, { fix: "run again, so that one grades all answers; where a service answers from several builds by turns, set `system_fingerprint: ignored` and name a dated model" });
	}
	#refusal(error) {
		const { status, message } = error;
		const isConfig = status !== null && [
			401,
			403,
			404,
			405
		].includes(status);
		return new WeighbridgeError(isConfig ? "config" : "engine", `the ${this.#who} at ${this.#base}: ${message}`, {
			cause: error,
			fix: isConfig ? "check url, model and the variable that api_key_env names" : "look at the service's log; a new run goes on where this one ended"
		});
	}
};
/** Of this request alone: too long, or whatever the service will not answer. */
const REFUSED = [
	400,
	413,
	422,
	200
];
/** How services say that they do not know a part of a request. */
const SCHEMALESS = [
	400,
	422,
	500,
	501
];
/** Probabilities that a service is asked for beside each token: no service gives more to everybody. */
const TOP = 20;
const greedy = ({ maxTokens }) => ({
	temperature: 0,
	top_p: 1,
	seed: 1,
	max_tokens: maxTokens
});
const chatBody = (model, request) => ({
	model,
	messages: request.messages.map(withoutMarks),
	...greedy(request),
	...request.labels === void 0 ? {} : {
		logprobs: true,
		top_logprobs: TOP
	},
	...request.variables === void 0 ? {} : { chat_template_kwargs: request.variables },
	...request.schema === null ? {} : { response_format: {
		type: "json_schema",
		json_schema: {
			name: "grades",
			strict: true,
			schema: request.schema
		}
	} }
});
/** Servers read special tokens wherever they stand in a text. */
const textBody = (model, request) => ({
	model,
	prompt: (request.prompt ?? []).map(({ text, specialTokens }) => specialTokens ? text : withoutSpecialTokens(text)).join(""),
	...greedy(request),
	...request.labels === void 0 ? {} : { logprobs: TOP }
});
/** As they are spelt in the vocabularies of guards and chat models: a blank makes each a text. */
const SPECIAL = /<(?=[|｜][^<>]{1,60}[|｜]>|\/?(?:start_of_turn|end_of_turn|bos|eos|s|pad|unk)>)|\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_RESULTS|TOOL_CALLS)\])/g;
const withoutSpecialTokens = (text) => text.replace(SPECIAL, "$& ");
/** Our own words hold none; in an answer one would end its turn and begin the judge's reply. */
const withoutMarks = ({ role, content }) => ({
	role,
	content: withoutSpecialTokens(content)
});
async function readCompletion(response) {
	const text = await response.text();
	let value;
	try {
		value = parseJson(text, { file: "answer" });
	} catch {
		throw new Malformed("the answer is not JSON", true);
	}
	const { data } = completion.safeParse(value);
	const [choice] = data?.choices ?? [];
	if (data === void 0 || choice?.message === void 0 && choice?.text === void 0) throw new Malformed("the answer is not a chat completion");
	return data;
}

export { openEndpoint };