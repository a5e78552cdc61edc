import { n as isRunning } from "./adapters-process-kill-with-parent.js";
import { n as describeMetadata } from "./tasks-engines-llama-cpp-metadata.js";
import { join } from "node:path";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/tasks/engines/llama-cpp/header.ts
/**
* Reads the metadata of a GGUF model, of which the first part of several has all but tensors.
* @returns null where llama.cpp would put values of its own in place of what the file does not say, or it cannot be read
*/
async function readHeader(weights) {
	const { gguf, GGMLFileQuantizationType } = await import("./npm-huggingface-gguf-index.js");
	const parts = await Promise.all(weights.map((path) => gguf(path, { allowLocalFile: true }))).catch(() => []);
	const [first] = parts;
	if (first === void 0) return null;
	const all = { ...first.metadata };
	const tokenizer = below("tokenizer.ggml.", all);
	const [bos, eos] = [tokenizer.bos_token_id, tokenizer.eos_token_id];
	const trainedContextSize = all[`${all["general.architecture"]}.context_length`];
	const { tokens: vocabulary } = tokenizer;
	if (!Array.isArray(vocabulary) || typeof trainedContextSize !== "number") return null;
	const isToken = (id) => typeof id === "number" && id < vocabulary.length;
	if (!isToken(bos) || !isToken(eos)) return null;
	const fileType = all["general.file_type"];
	return {
		...describeMetadata({
			architecture: all["general.architecture"],
			fileType: typeof fileType === "number" ? GGMLFileQuantizationType[fileType] : void 0,
			tokenizer,
			chatTemplate: all["tokenizer.chat_template"],
			bos,
			eos,
			shapes: parts.flatMap(({ tensorInfos }) => tensorInfos.map(({ shape }) => shape))
		}),
		trainedContextSize
	};
}
/** Whether a GGUF file says of itself that it is an adapter; not where it cannot be read, which loading it will tell. */
async function isAdapterFile(path) {
	const { gguf } = await import("./npm-huggingface-gguf-index.js");
	return { ...(await gguf(path, { allowLocalFile: true }).catch(() => null))?.metadata }["general.type"] === "adapter";
}
const below = (prefix, all) => Object.fromEntries(Object.entries(all).flatMap(([key, value]) => key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : []));

// src/tasks/engines/llama-cpp/scratch.ts
const NAME = /^weighbridge-prefixes-(\d+)-/;
/**
* A folder that only this user can read, for what the engine's process computed and may need again. Removes what evaluations
* left that were killed together with their engine. Null where the machine lets nothing be written.
*/
async function makeScratch(parent = tmpdir()) {
	for (const name of await readdir(parent).catch(() => [])) {
		const [, pid] = NAME.exec(name) ?? [];
		if (pid !== void 0 && !isRunning(Number(pid))) await removeScratch(join(parent, name));
	}
	return mkdtemp(join(parent, `weighbridge-prefixes-${process.pid}-`)).catch(() => null);
}
async function removeScratch(folder) {
	if (folder !== null) await rm(folder, {
		recursive: true,
		force: true
	}).catch(() => void 0);
}

export { readHeader as i, removeScratch as n, isAdapterFile as r, makeScratch as t };