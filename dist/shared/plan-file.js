import { i as messageOf, n as WeighbridgeError, t as IssueList } from "./errors.js";
import { _ as string, a as array, c as discriminatedUnion, f as number, g as strictObject, o as boolean, r as _enum, u as literal } from "./schemas.js";
import { i as WAIVER_PERMISSIONS } from "./log-fence.js";
import { readFile, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/actions/host.ts
/** GitHub shows ten errors a step. */
const MOST_ANNOTATIONS = 10;
/** Shows an error at its place in the changed files, each fault of a list at its own. */
function annotate(core, error) {
	const faults = error instanceof IssueList ? error.issues : [error];
	for (const fault of faults.slice(0, MOST_ANNOTATIONS)) {
		const at = fault instanceof WeighbridgeError ? fault.at : void 0;
		core.error(messageOf(fault), {
			title: "Weighbridge",
			...at === void 0 ? {} : { file: at.file },
			...at?.line === void 0 ? {} : { startLine: at.line },
			...at?.column === void 0 ? {} : { startColumn: at.column }
		});
	}
}
/**
* A variable the runner always sets.
* @throws WeighbridgeError `platform` when it is not there
*/
function required(env, name) {
	const value = env[name];
	if (value !== void 0 && value !== "") return value;
	throw new WeighbridgeError("platform", `${name} is not set`, { fix: "run this as a step of a GitHub Actions job, or use the command line" });
}

// src/actions/plan-file.ts
const sourced = strictObject({
	value: string(),
	source: strictObject({
		kind: literal("input"),
		name: string()
	})
});
const label = string().exactOptional();
const modelSource = discriminatedUnion("kind", [
	strictObject({
		kind: _enum([
			"file",
			"folder",
			"results"
		]),
		path: string(),
		label
	}),
	strictObject({
		kind: literal("hub"),
		name: string(),
		revision: string()
	}),
	strictObject({
		kind: literal("endpoint"),
		url: string(),
		model: string()
	}),
	strictObject({
		kind: literal("adapter"),
		base: string(),
		adapter: string()
	})
]);
const origin = strictObject({
	commit: string().nullable(),
	date: string(),
	by: string().nullable()
});
/** What trying the sources of the baseline came to. */
const foundBaselines = strictObject({
	found: array(strictObject({
		name: string(),
		source: modelSource,
		origin: origin.nullable()
	})).readonly(),
	attempts: array(strictObject({
		source: string(),
		reason: string().nullable()
	})).readonly(),
	bootstrap: boolean()
});
/** What `prep` decided and the later steps hold to. It carries no token. */
const planSchema = strictObject({
	version: literal(1),
	/** Absolute; paths in the config and inputs are relative to it. */
	directory: string(),
	config: strictObject({
		path: string(),
		sha256: string()
	}),
	overrides: strictObject({
		candidate: sourced.exactOptional(),
		baseline: sourced.exactOptional(),
		max_mmlu_drop: sourced.exactOptional(),
		min_task_delta: sourced.exactOptional(),
		toxicity_ceiling: sourced.exactOptional(),
		on_inconclusive: sourced.exactOptional()
	}),
	/** Absent where the config names the baseline by one path. */
	baselines: foundBaselines.exactOptional(),
	out: string(),
	phase: _enum([
		"all",
		"evaluate",
		"report"
	]),
	shard: strictObject({
		index: number(),
		count: number()
	}).nullable(),
	timeoutMinutes: number().positive(),
	envAllow: array(string()),
	/** What the base branch says, read before anything foreign ran. */
	policy: strictObject({
		base: strictObject({
			revision: string(),
			config: string().nullable()
		}).nullable(),
		waivers: array(strictObject({
			gate: string(),
			by: string(),
			reason: string(),
			expires: string(),
			source: string(),
			refused: string().nullable()
		})),
		waiverPermission: _enum(WAIVER_PERMISSIONS)
	}),
	/** ISO 8601. */
	started: string()
});
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const fileDigest = async (path) => sha256(await readFile(path));
/** Writes the plan for its owner only. @returns its digest, which travels as a step output that no child can change */
async function writePlan(path, plan) {
	const text = JSON.stringify(planSchema.parse(plan));
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
	return planSchema.parse(JSON.parse(bytes.toString("utf8")));
}
/**
* The same for the config: the limits that judge must be those that were checked.
* @throws WeighbridgeError `data`
*/
async function assertSameConfig({ config }) {
	if (await fileDigest(config.path) === config.sha256) return;
	throw new WeighbridgeError("data", `${config.path} was changed while the evaluation ran`, { fix: "look for what of the evaluation writes to it: its results cannot be trusted" });
}

export { annotate as a, writePlan as i, fileDigest as n, required as o, readPlan as r, assertSameConfig as t };