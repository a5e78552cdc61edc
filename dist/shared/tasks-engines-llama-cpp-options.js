import { d as literal, i as _enum, u as int, v as strictObject, x as union } from "./npm-zod.js";
import { t as BACKENDS } from "./tasks-engines-llama-cpp-platforms.js";

// src/tasks/engines/llama-cpp/options.ts
/** Settings of the embedded engine. All but `threads` enter the fingerprint: they can change results. */
const llamaCppOptions = strictObject({
	context_size: int().min(16).optional().describe("Tokens that prompt and answer share. Default: what the model was trained for, at most 4096."),
	batch_size: int().min(16).default(512).describe("Tokens evaluated at once. Fixed, because it can change results."),
	parallel: int().min(1).max(256).default(1).describe("Answers under way at once, each with a context of its own in memory. Worth it where a GPU computes. Numbers then depend on what was computed beside them, so that repeats of one run may differ: part of the fingerprint."),
	threads: union([literal("auto"), int().min(1)]).default("auto").describe("CPU threads at most. 1, half and all of them are measured; threads are let go while other programs want the processors, and taken again. `auto`: as many as there are processors, and one for models below 50 million parameters. No result depends on it."),
	convert: _enum([
		"auto",
		"f32",
		"f16",
		"bf16",
		"q8_0"
	]).default("auto").describe("Type of the weights when a Hugging Face folder is converted to GGUF. `auto` keeps the type that they have. Of no effect on GGUF files."),
	gpu: _enum([
		"auto",
		...BACKENDS,
		"off"
	]).default("off").describe("What computes: a GPU through `cuda`, `vulkan` or `metal`, whose package is installed on first need; `auto` the first that is seen, else the CPU; `off` the CPU. All of a model is on the GPU, or it is an error. What computed is `device` in the fingerprint.")
});

export { llamaCppOptions as t };