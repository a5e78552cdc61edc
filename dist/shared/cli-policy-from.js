import { i as Option } from "./npm-commander.js";
import { C as folderInRepository, O as resolveRevision, T as mergeBase } from "./adapters-process-kill-with-parent.js";
import { i as foundIn } from "./app-baselines-choose.js";
import { a as readBasePolicy, n as baseInPlace, o as refuseNewCode, r as reviewSuite, t as asOnBase } from "./app-suite-review-suite.js";
import { i as waiversBeside, r as tipOf } from "./app-policy.js";
import { n as onBaseSuite } from "./app-suite-base-suite.js";
import { a as loadConfig } from "./app-sides-mlflow.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";
import { basename, dirname, join, relative, resolve } from "node:path";
import { realpath, rm } from "node:fs/promises";

// src/cli/policy-from.ts
const policyFromOption = () => new Option("--policy-from <rev>", "judge by the configs of this revision, such as origin/main, and of the commit where HEAD left it as well; the strictest verdict decides");
/**
* Labels are GitHub's: they waive nothing here.
* @throws WeighbridgeError `usage` when the repository does not have the revision
*/
async function policiesFrom(configPath, revision) {
	const judgedAt = {
		today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
		untrusted: null
	};
	if (revision === void 0) return {
		policies: {
			base: null,
			waivers: await waiversBeside(configPath),
			...judgedAt
		},
		source: null
	};
	const folder = dirname(configPath);
	const prefix = await folderInRepository(folder);
	if (prefix === null || await mergeBase(folder, revision, "HEAD") === null) throw new WeighbridgeError("usage", `flag --policy-from: nothing is known of where HEAD left ${revision}`, { fix: "name a revision of the repository that the config lies in, and fetch all of its history" });
	await refuseLinks(folder, prefix, configPath);
	const [baseSha, headSha] = [await resolveRevision(folder, revision), await resolveRevision(folder, "HEAD")];
	const source = {
		checkout: folder,
		prefix,
		configPath: basename(configPath),
		remote: null
	};
	const { waivers, ...base } = await readBasePolicy({
		name: "pull_request",
		baseSha,
		headSha
	}, source);
	return {
		policies: {
			base,
			waivers,
			...judgedAt
		},
		source
	};
}
/**
* Compares what the config at hand asks with what the revision has, and takes from there what counts, as a pull request would.
* @throws WeighbridgeError `config` where the config lets code run that the revision's does not
*/
async function runUnder(loaded, { policies, source }, out) {
	const { config, overrides } = loaded;
	const { base } = policies;
	if (source === null || base === null) return {
		policies,
		asked: loaded,
		suite: null,
		search: foundIn(out),
		taken: config
	};
	refuseNewCode(base, config, overrides);
	const scratch = join(out, "base-branch");
	await rm(scratch, {
		recursive: true,
		force: true
	});
	const change = {
		config,
		overrides,
		policy: { base },
		source,
		head: "HEAD"
	};
	const suite = await reviewSuite(change, join(scratch, "review"));
	const inPlace = await baseInPlace(change, suite, join(scratch, "suite"));
	const search = {
		...foundIn(out),
		baseCommit: tipOf(base).revision,
		committed: inPlace.committed
	};
	return {
		policies: {
			...policies,
			suite
		},
		asked: inPlace.suite === null ? loaded : onBaseSuite(loaded, inPlace.suite),
		suite: inPlace.suite,
		search,
		taken: inPlace.config
	};
}
/**
* Results that are named as the baseline, as the revision has them: whoever may change the limits may not write what is compared with either.
* @param path with what is chosen of it behind `#`
* @returns the path itself where no commit has it, such as results that a job has downloaded
* @throws WeighbridgeError `data` for results that HEAD has and the revision has not
*/
async function baselineFrom({ policies: { base }, source }, configPath, path, out) {
	if (source === null || base === null) return path;
	const [name = "", ...choices] = path.split("#");
	const folder = await realpath(dirname(resolve(name))).catch(() => null);
	if (folder === null) return path;
	const scratch = join(out, "base-branch");
	await rm(scratch, {
		recursive: true,
		force: true
	});
	const change = {
		config: await loadConfig(configPath, { assumeTasks: true }),
		overrides: {},
		policy: { base },
		source,
		head: "HEAD"
	};
	const taken = await asOnBase(change, scratch, join(folder, basename(name)));
	return taken === null ? path : [taken, ...choices].join("#");
}
/** A branch could turn a folder into a link to one that the other revision does not have, and so be without its limits. */
async function refuseLinks(folder, prefix, configPath) {
	const [written, real] = [resolve(folder), await realpath(folder)];
	const up = prefix.replace(/[^/]+/g, "..");
	const [writtenRoot, root] = [resolve(written, up), resolve(real, up)];
	if (relative(writtenRoot, written) === relative(root, real) && await realpath(writtenRoot) === root) return;
	throw new WeighbridgeError("usage", `${configPath} leads through a symbolic link, behind which the limits of --policy-from cannot be looked up`, { fix: "name the file itself" });
}

export { runUnder as i, policiesFrom as n, policyFromOption as r, baselineFrom as t };