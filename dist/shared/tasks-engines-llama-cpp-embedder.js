import { o as checkpointFault } from "./tasks-checkpoints-digest.js";
import { t as findSideProcess } from "./tasks-engines-llama-cpp-side-process.js";

// src/tasks/engines/llama-cpp/embedder.ts
/** How a model makes one vector of those of its tokens: `pooling_type` of GGUF files. */
const POOLING = [
	null,
	"mean",
	"cls",
	"last",
	null
];
/** Longer texts are rare, and memory grows with the square. */
const LONGEST = 2048;
/**
* Looks at an embedding model without loading it.
* @throws WeighbridgeError `checkpoint` for what is no GGUF file, or does not say how it pools
*/
async function findEmbedder(path) {
	let contextSize = LONGEST;
	const engine = await findSideProcess(path, (child, { url: library }, model) => child.call("loadEmbedder", {
		library,
		model,
		contextSize
	}));
	const found = await readPooling(path, engine.weights[0]);
	contextSize = found.contextSize;
	const [digest = "", ...others] = engine.inputs;
	return {
		inputs: [
			digest,
			`pooling ${found.pooling}, context ${contextSize}`,
			...others
		],
		contextSize,
		embed: (texts, signal) => engine.call("embed", texts, signal),
		close: () => engine.close()
	};
}
async function readPooling(path, first) {
	const { gguf } = await import("./npm-huggingface-gguf-index.js");
	const all = { ...(await gguf(first, { allowLocalFile: true }).catch(() => null))?.metadata };
	const architecture = all["general.architecture"];
	if (typeof architecture !== "string") throw checkpointFault(path, "has a header that cannot be read", "check that the file is complete");
	const pooling = POOLING[Number(all[`${architecture}.pooling_type`] ?? 0)] ?? null;
	if (pooling === null) throw checkpointFault(path, "is no embedding model: it does not say how the vectors of tokens become one (`pooling_type`)", "name the GGUF file of an embedding model, such as all-MiniLM-L6-v2 or bge-small-en-v1.5, converted from a folder with `1_Pooling`");
	const trained = all[`${architecture}.context_length`];
	return {
		pooling,
		contextSize: typeof trained === "number" ? Math.min(trained, LONGEST) : LONGEST
	};
}

export { findEmbedder };