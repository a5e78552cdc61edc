import { n as WeighbridgeError } from "./core-domain-errors.js";
import { r as platformFor } from "./tasks-engines-llama-cpp-platforms.js";
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
const HERE = fileURLToPath(import.meta.url);
/** Finds the package root above this file, so that it works from `src/` and from `dist/` alike. */
function packageRoot(from = HERE) {
	let root = dirname(from);
	while (!existsSync(join(root, "engine", "stub"))) {
		const parent = dirname(root);
		if (parent === root) throw new WeighbridgeError("engine", `there is no folder \`engine\` above ${from}`, { fix: "install Weighbridge whole: that folder belongs to it" });
		root = parent;
	}
	return root;
}
/** @throws WeighbridgeError `engine` where there is none for this machine */
function findEnginePackage(platform = platformFor(null), from = HERE) {
	const root = packageRoot(from);
	const folder = join(root, "engine", platform.id);
	const lock = readFileSync(join(folder, "package-lock.json"));
	const facts = join(folder, "installed.json");
	return {
		platform,
		folder,
		installed: existsSync(facts) ? JSON.parse(readFileSync(facts, "utf8")) : null,
		digest: createHash("sha256").update(lock).digest("hex").slice(0, 12),
		version: platform.version,
		entry: join(root, "dist", "engine-child.js")
	};
}

export { packageRoot as n, cacheFolder as r, findEnginePackage as t };