import { At as IssueList, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { a as truncate } from "./report-escape.js";
import { r as tipOf } from "./app-policy.js";
import { relative, resolve, sep } from "node:path";
import { realpathSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/action/plan-file.ts
/** Whether what is judged is judged by its own config alone: no verdict of that kind may stand in for one of a base branch's policy. */
const isOwnPolicy = ({ base }) => base === null || base.config === null && tipOf(base).config === null;
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const fileDigest = async (path) => sha256(await readFile(path));
/** Writes the plan for its owner only. @returns its digest, which travels as a step output that no child can change */
async function writePlan(path, plan) {
	const text = JSON.stringify(plan);
	await writeFile(path, text, {
		mode: 384,
		flag: "wx"
	});
	return sha256(text);
}
/**
* Reads the plan back.
* @throws WeighbridgeError `data` when it is not the plan that `prep` wrote: something of the evaluation changed it
*/
async function readPlan(path, digest) {
	const bytes = await readFile(path);
	if (sha256(bytes) !== digest) throw new WeighbridgeError("data", "the plan was changed after it was made", { fix: "look for what of the evaluation writes to RUNNER_TEMP: its results cannot be trusted" });
	return JSON.parse(bytes.toString("utf8"));
}
/**
* The same for the config: the limits that judge must be those that were checked.
* @throws WeighbridgeError `data`
*/
async function assertSameConfig({ config }) {
	if (await fileDigest(config.path) === config.sha256) return;
	throw new WeighbridgeError("data", `${config.path} was changed while the evaluation ran`, { fix: "look for what of the evaluation writes to it: its results cannot be trusted" });
}

// src/action/runtime.ts
/** GitHub shows ten errors a step. */
const MOST_ANNOTATIONS = 10;
/** In code points: a line of the log holds 64 KiB, and each may take four bytes, or nine as the runner escapes it. */
const ANNOTATION_LENGTH = 4e3;
/** GitHub finds a file by its path in the repository; the steps work in the folder that the workflow names. */
function inRepository(file) {
	const workspace = process.env.GITHUB_WORKSPACE;
	if (workspace === void 0 || workspace === "") return file;
	try {
		const path = relative(realpathSync(workspace), resolve(file));
		return path === ".." || path.startsWith(`..${sep}`) ? file : path.split(sep).join("/");
	} catch {
		return file;
	}
}
/** Shows an error at its place in the changed files, each fault of a list at its own. */
function annotate(core, error) {
	const faults = error instanceof IssueList ? error.issues : [error];
	for (const fault of faults.slice(0, MOST_ANNOTATIONS)) {
		const at = fault instanceof WeighbridgeError ? fault.at : void 0;
		core.error(truncate(messageOf(fault), ANNOTATION_LENGTH), {
			title: "Weighbridge",
			...at === void 0 ? {} : { file: inRepository(at.file) },
			...at?.line === void 0 ? {} : { startLine: at.line },
			...at?.column === void 0 ? {} : { startColumn: at.column }
		});
	}
}
/**
* A variable the runner always sets.
* @throws WeighbridgeError `platform` when it is not there
*/
function requiredVariable(env, name) {
	const value = env[name];
	if (value !== void 0 && value !== "") return value;
	throw new WeighbridgeError("platform", `${name} is not set`, { fix: "run this as a step of a GitHub Actions job, or use the command line" });
}

export { fileDigest as a, writePlan as c, assertSameConfig as i, annotate as n, isOwnPolicy as o, requiredVariable as r, readPlan as s, ANNOTATION_LENGTH as t };