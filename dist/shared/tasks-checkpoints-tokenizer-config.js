import { o as checkpointFault } from "./tasks-checkpoints-digest.js";
import { h as object, o as array, x as union, y as string } from "./npm-zod.js";
import { Pt as messageOf } from "./core-domain-history.js";
import { join } from "node:path";
import { readFile } from "node:fs/promises";

// src/tasks/checkpoints/text-files.ts
/** Null where there is no such file. */
async function textIfThere(path) {
	try {
		return await readFile(path, "utf8");
	} catch (cause) {
		if (["ENOENT", "ENOTDIR"].includes(cause.code ?? "")) return null;
		throw checkpointFault(path, `cannot be read (${messageOf(cause)})`, "check what lies there", cause);
	}
}
/** @param text what the file holds, where it has been read */
async function jsonOfFile(path, text) {
	try {
		return JSON.parse(text ?? await readFile(path, "utf8"));
	} catch (cause) {
		throw checkpointFault(path, `is no JSON (${messageOf(cause)})`, "save it again", cause);
	}
}

// src/tasks/checkpoints/tokenizer-config.ts
const special = union([string(), object({ content: string() }).transform(({ content }) => content)]);
const tokenizerConfig = object({
	chat_template: union([string(), array(object({
		name: string(),
		template: string()
	}))]).nullish(),
	bos_token: special.nullish(),
	eos_token: special.nullish()
});
/**
* What a folder says of its tokenizer; nothing where it has no such file.
* @throws WeighbridgeError `checkpoint` for one that cannot be read
*/
async function tokenizerConfigOf(path) {
	const file = join(path, "tokenizer_config.json");
	const text = await textIfThere(file);
	if (text === null) return {};
	const parsed = tokenizerConfig.safeParse(await jsonOfFile(file, text));
	if (parsed.success) return parsed.data;
	const keys = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "its settings")))];
	throw checkpointFault(file, `is no config of a tokenizer: ${keys.join(", ")} cannot be understood`, "save the tokenizer again (transformers: `save_pretrained`)");
}

export { jsonOfFile as n, textIfThere as r, tokenizerConfigOf as t };