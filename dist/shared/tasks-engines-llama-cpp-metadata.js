import { createHash } from "node:crypto";

// src/tasks/engines/llama-cpp/metadata.ts
/** What llama.cpp read of a model that it has loaded. */
function metadataOf(model, library) {
	const { metadata, fullTensorInfo } = model.fileInfo;
	const { general, tokenizer } = metadata;
	const fileType = general?.file_type;
	return {
		architecture: general?.architecture,
		fileType: typeof fileType === "number" ? library.GgufFileType[fileType] : void 0,
		tokenizer: tokenizer?.ggml ?? {},
		chatTemplate: tokenizer?.chat_template,
		bos: model.tokens.bos,
		eos: model.tokens.eos,
		shapes: fullTensorInfo?.map(({ dimensions }) => dimensions)
	};
}
/** What the GGUF header says about the model. A value that is missing or of the wrong type is null. */
function describeMetadata(metadata) {
	const { architecture, fileType, tokenizer, chatTemplate, bos, eos, shapes } = metadata;
	const { tokens: vocabulary } = tokenizer;
	const textOf = (token) => {
		const text = token === null || !Array.isArray(vocabulary) ? "" : vocabulary[token];
		return typeof text === "string" ? text : "";
	};
	return {
		architecture: typeof architecture === "string" ? architecture : null,
		parameterCount: shapes === void 0 ? null : countParameters(shapes),
		quantization: fileType?.replace(/^(ALL|MOSTLY)_/, "") ?? null,
		tokenizerDigest: digestTokenizer(tokenizer),
		chatTemplate: typeof chatTemplate === "string" ? {
			template: chatTemplate,
			bosToken: textOf(bos),
			eosToken: textOf(eos)
		} : null
	};
}
function countParameters(shapes) {
	return shapes.reduce((sum, shape) => sum + shape.reduce((size, dimension) => size * Number(dimension), 1), 0);
}
/**
* What decides how text becomes tokens and where texts begin and end. Left out on purpose: the chat template (a field of its
* own in the fingerprint) and padding, which fine-tuning tools add and which changes no token.
*/
const TOKENIZER_KEYS = [
	"model",
	"pre",
	"tokens",
	"scores",
	"token_type",
	"merges",
	"bos_token_id",
	"eos_token_id",
	"unknown_token_id",
	"add_bos_token",
	"add_eos_token",
	"add_space_prefix",
	"remove_extra_whitespaces",
	"precompiled_charsmap"
];
function digestTokenizer(tokenizer) {
	const hash = createHash("sha256");
	for (const key of TOKENIZER_KEYS) {
		const text = JSON.stringify(tokenizer[key] ?? null, (_, value) => typeof value === "bigint" ? value.toString() : value);
		hash.update(`${key}=${text}\n`);
	}
	return `sha256:${hash.digest("hex")}`;
}
/** Contexts longer than this cost memory that few evaluations need. */
const DEFAULT_CONTEXT = 4096;
/** Tokens of the context that a model gets. */
const contextSizeFor = (asked, trained) => asked ?? Math.min(trained, DEFAULT_CONTEXT);

export { describeMetadata as n, metadataOf as r, contextSizeFor as t };