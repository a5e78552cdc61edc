import { jt as WeighbridgeError } from "./core-domain-history.js";
import { createHash } from "node:crypto";

// src/tasks/engines/tokens.ts
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
	if (tokenizer.prefix === null) throw new WeighbridgeError("checkpoint", "the model names no BOS and no EOS token to stand before a text without context", { fix: "convert it anew with the special tokens of its tokenizer; of a server that does not tell them, let `serve` start it from the folder" });
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
/** How many tokens, or characters, two texts have in common at their beginning. */
function commonPrefix(a, b) {
	const shorter = Math.min(a.length, b.length);
	let length = 0;
	while (length < shorter && a[length] === b[length]) length++;
	return length;
}

export { encodeText as a, rollingWindows as c, encodePair as i, commonPrefix as n, fitPair as o, digestTokens as r, prefixOf as s, batchSizes as t };