import { n as WeighbridgeError } from "./core-domain-errors.js";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

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
/**
* Where that is kept which is used as if it had just been made, since nothing but who made it tells that it is right. In a workflow it is
* a place that every job begins with empty: an earlier one on a machine that stays could have put something else there.
*/
function believedFolder(environment, name) {
	const { RUNNER_TEMP: ofJob } = environment;
	return isJobOfWorkflow(environment) && ofJob !== void 0 && ofJob !== "" ? join(ofJob, `weighbridge-${name}`) : join(cacheFolder(environment), name);
}
/** Whether this is a job of a workflow, whose cache an earlier job may have written. */
const isJobOfWorkflow = (environment) => environment.GITHUB_ACTIONS === "true" || environment.RUNNER_TRACKING_ID !== void 0;

// src/adapters/process/package-root.ts
const HERE = fileURLToPath(import.meta.url);
/** The folder with what is shipped beside the code, so that it is found from `src/` and from `dist/` alike. */
function packageRoot(from = HERE) {
	let root = dirname(from);
	while (!existsSync(join(root, "engine", "stub"))) {
		const parent = dirname(root);
		if (parent === root) throw new WeighbridgeError("engine", `there is no folder \`engine\` above ${from}`, { fix: "install Weighbridge whole: that folder belongs to it" });
		root = parent;
	}
	return root;
}

export { isJobOfWorkflow as i, believedFolder as n, cacheFolder as r, packageRoot as t };