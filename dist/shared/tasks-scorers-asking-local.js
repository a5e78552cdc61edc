import { It as shortLine, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { r as isOverflow, t as EngineDied } from "./tasks-engines-engine.js";
import { t as renderChat } from "./tasks-runners-native-chat.js";
import { basename, resolve } from "node:path";
import { createHash } from "node:crypto";

// src/tasks/scorers/asking/local.ts
/** Letters of a text in a reply that is held to a schema: a small model talks on until it is cut off. */
const LONGEST_TEXT = 400;
/**
* A GGUF file in the embedded engine.
* @throws WeighbridgeError `checkpoint`
*/
async function openLocal(checkpoint, directory, who) {
	const { findAssistant } = await import("./tasks-engines-llama-cpp-assistant.js");
	const assistant = await findAssistant(resolve(directory, checkpoint));
	const [digest = ""] = assistant.inputs;
	const identity = {
		model: digest,
		fingerprint: null,
		server: null
	};
	const complete = async (request, maxTokens, signal) => {
		const { labels = [], schema } = request;
		try {
			return await assistant.complete({
				prompt: request.prompt ?? rendered(assistant, checkpoint, request),
				maxTokens,
				labels,
				schema: schema === null ? null : withShortTexts(schema)
			}, signal);
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof EngineDied)) throw error;
			throw new WeighbridgeError("engine", `the ${who} ${basename(checkpoint)}: ${error.message}`, {
				cause: error,
				fix: "use a machine with more memory or a smaller model; a new run goes on where this one ended"
			});
		}
	};
	return {
		inputs: [...assistant.inputs, `texts of ${LONGEST_TEXT}`],
		async identify(probe, signal) {
			await complete(probe, 1, signal);
			return identity;
		},
		async ask(request, _, signal) {
			const found = await complete(request, request.maxTokens, signal);
			if (isOverflow(found)) {
				const { tokens, context } = found.overflow;
				return { fault: `what the ${who} is asked takes ${tokens} tokens, and it reads ${context}` };
			}
			const { text, finish, shares } = found;
			if (finish === "length" && request.mayBeCut !== true) return { fault: `the reply of the ${who} was cut off after ${found.outputTokens} tokens` };
			return {
				text,
				shares
			};
		},
		close: () => assistant.close()
	};
}
/** The turns in the model's own template, of which the marks alone are special: no content can spell one. */
function rendered({ chatTemplate: chat }, checkpoint, { messages, variables = {} }) {
	if (chat === null) throw new WeighbridgeError("checkpoint", `${basename(checkpoint)} has no chat template`, { fix: "name a model that is trained for chats, converted with its template" });
	const seal = createHash("sha256").update(JSON.stringify(messages)).digest("hex").slice(0, 16);
	const markOf = (index) => `[${seal}-${index}]`;
	const sealed = messages.map(({ role }, index) => ({
		role,
		content: markOf(index)
	}));
	const render = (turns) => {
		const text = renderChat(chat, turns, variables);
		if (sealed.every((_, index) => text.split(markOf(index)).length === 2)) return text;
		throw new Error("it does not show each turn once");
	};
	return renderWhatItTakes(sealed, render, checkpoint).split(new RegExp(`(\\[${seal}-\\d+\\])`)).map((part) => {
		const content = messages.find((_, index) => markOf(index) === part)?.content;
		return content === void 0 ? {
			text: part,
			specialTokens: true
		} : {
			text: content.trim(),
			specialTokens: false
		};
	});
}
/** Some templates have no place for a system message: then it stands before what the user says. */
function renderWhatItTakes(messages, render, checkpoint) {
	const [first, second, ...others] = messages;
	try {
		return render(messages);
	} catch (cause) {
		if (first?.role === "system" && second !== void 0) return renderWhatItTakes([{
			...second,
			content: `${first.content}\n\n${second.content}`
		}, ...others], render, checkpoint);
		throw new WeighbridgeError("checkpoint", `the chat template of ${basename(checkpoint)} refused: ${shortLine(messageOf(cause), 200)}`, {
			fix: "name another model, or serve this one and give its url",
			cause
		});
	}
}
/** The same schema with a bound on each text. */
function withShortTexts(schema) {
	const bounded = (value) => {
		if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
		const own = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bounded(each)]));
		return own.type === "string" && !("enum" in own) ? {
			maxLength: LONGEST_TEXT,
			...own
		} : own;
	};
	return bounded(schema);
}

export { openLocal };