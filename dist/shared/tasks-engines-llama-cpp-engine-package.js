import { n as WeighbridgeError } from "./core-domain-errors.js";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { homedir } from "node:os";

// src/adapters/process/cache-folder.ts
/** Where everything is kept that can be made again: the engine, digests of checkpoints, stored baselines. */
function cacheFolder(environment) {
	const { WEIGHBRIDGE_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
	if (own !== void 0 && own !== "") return resolve(own);
	if (xdg !== void 0 && xdg !== "") return resolve(xdg, "weighbridge");
	const home = homedir();
	if (isAbsolute(home)) return join(home, ".cache", "weighbridge");
	throw new WeighbridgeError("usage", `HOME is ${JSON.stringify(home)}, so there is no place for the cache`, { fix: "set WEIGHBRIDGE_CACHE, XDG_CACHE_HOME or HOME to an absolute path outside of the checkout" });
}

// src/tasks/engines/llama-cpp/engine-package.ts
/** Finds the package root above this file, so that it works from `src/` and from `dist/` alike. */
function findEnginePackage(from = fileURLToPath(import.meta.url)) {
	let root = dirname(from);
	while (!existsSync(join(root, "engine", "package-lock.json"))) {
		const parent = dirname(root);
		if (parent === root) throw new WeighbridgeError("engine", `there is no engine/package-lock.json above ${from}`, { fix: "install Weighbridge whole: the folder `engine` belongs to it" });
		root = parent;
	}
	const folder = join(root, "engine");
	const lock = readFileSync(join(folder, "package-lock.json"));
	const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const trees = join(folder, "trees.json");
	return {
		folder,
		trees: existsSync(trees) ? JSON.parse(readFileSync(trees, "utf8")) : {},
		digest: createHash("sha256").update(lock).digest("hex").slice(0, 12),
		version: dependencies["node-llama-cpp"],
		entry: join(root, "dist", "engine-child.js")
	};
}

export { cacheFolder as n, findEnginePackage as t };