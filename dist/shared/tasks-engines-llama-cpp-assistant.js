import { i as readHeader, t as makeScratch } from "./tasks-engines-llama-cpp-scratch.js";
import { t as contextSizeFor } from "./tasks-engines-llama-cpp-metadata.js";
import { t as llamaCppOptions } from "./tasks-engines-llama-cpp-options.js";
import { t as findSideProcess } from "./tasks-engines-llama-cpp-side-process.js";

// src/tasks/engines/llama-cpp/assistant.ts
/**
* Looks at the model without loading it.
* @throws WeighbridgeError `checkpoint` for what is no GGUF file
*/
async function findAssistant(path) {
	const { batch_size: batchSize, threads, parallel } = llamaCppOptions.parse({});
	let contextSize = null;
	const engine = await findSideProcess(path, async (child, { url: library, version }, model) => child.call("load", {
		library,
		version,
		model,
		adapter: null,
		contextSize,
		batchSize,
		threads,
		parallel,
		gpu: false,
		onGpu: false,
		scratch: await makeScratch()
	}));
	const header = await readHeader(engine.weights);
	contextSize = header === null ? null : contextSizeFor(null, header.trainedContextSize);
	return {
		inputs: [...engine.inputs, `context ${contextSize ?? "of its own"}, batch ${batchSize}, kv F16`],
		chatTemplate: header?.chatTemplate ?? null,
		complete: (request, signal) => engine.call("complete", request, signal),
		close: () => engine.close()
	};
}

export { findAssistant };