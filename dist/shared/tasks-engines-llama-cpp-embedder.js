import { j as childEnvironment } from "./adapters-process-kill-group.js";
import { n as WeighbridgeError } from "./core-domain-errors.js";
import { n as digestFiles, s as checkpointFault } from "./tasks-checkpoints-digest.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { o as EngineProcess, s as findWeights, t as installEngine } from "./tasks-engines-llama-cpp-install.js";
import { t as findEnginePackage } from "./tasks-engines-llama-cpp-engine-package.js";
import { basename } from "node:path";
import { existsSync } from "node:fs";

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
	const files = await findWeights(path);
	const assertUnchanged = await watchFiles(files);
	const { pooling, contextSize } = await readPooling(path, files[0] ?? path);
	const named = files.map((file) => ({
		name: basename(file),
		path: file
	}));
	const digest = await digestFiles(named, {});
	const engine = findEnginePackage();
	let running = null;
	const start = async (signal) => {
		if (!existsSync(engine.entry)) throw new WeighbridgeError("engine", `${engine.entry} is not there`, { fix: "build it: `npm run build`" });
		const status = () => void 0;
		const library = await installEngine(engine, {
			environment: process.env,
			status,
			signal
		});
		const child = new EngineProcess(engine.entry, childEnvironment(process.env, ["base"]), signal);
		try {
			await child.call("loadEmbedder", {
				library,
				model: files[0] ?? path,
				contextSize
			});
			await assertUnchanged();
			return child;
		} catch (error) {
			await child.close();
			throw error;
		}
	};
	const close = async () => {
		const before = running;
		running = null;
		await (await before?.catch(() => null))?.close();
	};
	return {
		inputs: [
			digest,
			`pooling ${pooling}, context ${contextSize}`,
			`node-llama-cpp ${engine.version}`
		],
		contextSize,
		async embed(texts, signal) {
			running ??= start(signal);
			try {
				return await (await running).call("embed", texts);
			} catch (error) {
				await close();
				throw error;
			}
		},
		close
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