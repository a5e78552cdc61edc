import { n as WeighbridgeError } from "./core-domain-errors.js";
import { isAbsolute, join, resolve } from "node:path";
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

export { cacheFolder as t };