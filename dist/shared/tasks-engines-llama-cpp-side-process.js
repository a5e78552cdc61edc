import { B as childEnvironment } from "./adapters-process-kill-with-parent.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";
import { n as digestFiles } from "./tasks-checkpoints-digest.js";
import { t as watchFiles } from "./tasks-checkpoints-unchanged.js";
import { a as findEnginePackage, o as EngineProcess, s as findWeights, t as installEngine } from "./tasks-engines-llama-cpp-install.js";
import { basename, resolve } from "node:path";
import { existsSync } from "node:fs";

// src/tasks/engines/llama-cpp/side-process.ts
/**
* Looks at the files without loading them.
* @throws WeighbridgeError `checkpoint` for what is no GGUF file
*/
async function findSideProcess(path, load) {
	const [first = path, ...others] = await findWeights(resolve(path));
	const weights = [first, ...others];
	const assertUnchanged = await watchFiles(weights);
	const named = weights.map((file) => ({
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
			await load(child, {
				url: library,
				version: engine.version
			}, first);
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
		weights,
		inputs: [digest, `node-llama-cpp ${engine.version}`],
		async call(name, request, signal) {
			running ??= start(signal);
			try {
				return await (await running).call(name, request);
			} catch (error) {
				await close();
				throw error;
			}
		},
		close
	};
}

export { findSideProcess as t };