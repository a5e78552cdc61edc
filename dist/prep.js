import { dt as loadConfig, n as resolveBase, r as waiversBeside, s as newCode } from "./shared/policies.js";
import { i as messageOf, n as WeighbridgeError } from "./shared/errors.js";
import { _ as string, p as object } from "./shared/schemas.js";
import { c as createClient, d as upsertComment, l as renderLegs } from "./shared/follow-progress.js";
import { C as readSamplesName, D as readInputs, S as newestSamples, T as overridesOf, a as confinedFiles, c as apiUrlOf, f as readRunFacts, h as connect, i as legLabel, k as Patience, o as beginProgress, p as readRepository, u as readEventOf, x as artifactName } from "./shared/hand-over.js";
import { t as fencedLog } from "./shared/fenced-log.js";
import { a as annotate, i as writePlan, n as fileDigest, o as required } from "./shared/plan-file.js";
import { n as findBaseline, r as mustFind } from "./shared/find.js";
import { n as readBasePolicy, t as unpack } from "./shared/unpack.js";
import { dirname, join, relative, resolve, sep } from "node:path";
import process$1 from "node:process";
import { mkdir, mkdtemp, readFile, readdir, realpath, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

// src/actions/announce.ts
/** Little: the evaluation waits for it. */
const ANNOUNCING = {
	totalMs: 8e3,
	requestMs: 5e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
/**
* Says in the comment that an evaluation has begun, before it begins. Only where the comment is always wanted, and never worth
* a warning: what the token may not do, the step `report` says.
* @returns null where nothing was written
*/
async function announce(env, inputs, log, waiting = ANNOUNCING) {
	if (inputs.comment !== "always" || inputs.phase !== "all" || inputs["github-token"] === void 0) return null;
	try {
		return await write(env, inputs, log, waiting);
	} catch (error) {
		log.info(`the comment does not say that this runs: ${messageOf(error)}`);
		return null;
	}
}
async function write(env, inputs, log, waiting) {
	const run = await readRunFacts(env, inputs);
	const { pullRequest } = run.event;
	if (pullRequest === null || pullRequest.fork) return null;
	const { tasks, evaluation } = await loadConfig(inputs.config, { overrides: overridesOf(inputs) });
	const patience = new Patience(waiting);
	const running = {
		sha: pullRequest.headSha,
		tasks: tasks.length
	};
	const { repository, key, leg, runUrl, apiUrl } = run;
	const meta = {
		sha: pullRequest.headSha,
		run: run.runId,
		attempt: run.attempt
	};
	const outcome = await upsertComment({
		client: connect({
			inputs,
			run
		}, patience),
		patience,
		repository,
		issue: pullRequest.number,
		key,
		mode: inputs.comment,
		shared: leg.expected > 1,
		meta,
		leg: null,
		note: leg.expected > 16 ? null : {
			id: leg.id,
			label: leg.label,
			text: ""
		},
		render: (legs, current, bytes, notes) => renderLegs(legs, {
			current,
			expected: leg.expected,
			running,
			notes,
			runUrl
		}, bytes)
	});
	if (outcome.kind === "skipped") {
		log.info(`the comment does not say that this runs: ${outcome.reason}`);
		return null;
	}
	return {
		apiUrl,
		repository,
		comment: outcome.comment.id,
		key,
		meta,
		leg,
		runUrl,
		tasks: tasks.map(({ name }) => name),
		mayStopEarly: evaluation.value !== "full"
	};
}

// src/actions/plan-policy.ts
/**
* The policy that will judge, checked before any model runs.
* @throws WeighbridgeError when either config is at fault, the base branch cannot be read, or the pull request lets code run
* that the base branch does not
*/
async function planPolicy(event, place, overrides) {
	const head = await loadConfig(place.configPath, { overrides });
	const found = await readBasePolicy(event, place);
	if (found === null) return {
		base: null,
		waivers: [...await waiversBeside(place.configPath)],
		waiverPermission: head.waiverPermission
	};
	const { revision, config, waivers } = found;
	const base = config === null ? null : resolveBase(config, head, overrides);
	if (base !== null) refuseNewCode(base.config, head);
	const { waiverPermission } = base?.config ?? head;
	return {
		base: {
			revision,
			config
		},
		waivers: [...waivers],
		waiverPermission
	};
}
function refuseNewCode(base, head) {
	const codes = newCode(base, head);
	if (codes.length === 0) return;
	throw new WeighbridgeError("config", `this pull request lets code run that the base branch does not: policy.allow adds ${codes.join(", ")}`, { fix: "merge that change on its own first, so that somebody reviews it before it runs" });
}

// src/github/baseline-artifact.ts
/** Events that run code of the base branch: a fork's pull request may come from a branch of the same name. */
const TRUSTED_EVENTS = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch",
	"merge_group"
]);
const RUNS_LOOKED_AT = 20;
const LARGEST_BYTES = 2 * 1024 ** 3;
/**
* Downloads the report of the last green run of this workflow on the base branch, and checks its digest.
* @throws WeighbridgeError `platform` saying why there is none
*/
async function downloadBaseline(search, into) {
	const { client, token, repository, runId, branch, prefix } = search;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const { data: current } = await client.rest.actions.getWorkflowRun({
		...place,
		run_id: runId
	});
	const { data } = await client.rest.actions.listWorkflowRuns({
		...place,
		workflow_id: current.workflow_id,
		branch,
		status: "success",
		per_page: RUNS_LOOKED_AT
	});
	const runs = data.workflow_runs.filter((run) => run.id !== runId && run.conclusion === "success" && TRUSTED_EVENTS.has(run.event) && run.head_branch === branch && run.head_repository?.id === run.repository.id);
	for (const run of runs) {
		const [artifact] = (await client.rest.actions.listWorkflowRunArtifacts({
			...place,
			run_id: run.id,
			per_page: 100
		})).data.artifacts.filter(({ name, expired }) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)) && !expired).sort((left, right) => right.id - left.id);
		if (artifact === void 0) continue;
		const { id, name, digest, size_in_bytes: bytes } = artifact;
		if (typeof digest !== "string") throw absent(`the artifact ${name} has no digest to check it by`);
		if (bytes > LARGEST_BYTES) throw absent(`the artifact ${name} is larger than ${LARGEST_BYTES} bytes`);
		const { DefaultArtifactClient } = await import("./shared/artifact.js");
		const { digestMismatch } = await new DefaultArtifactClient().downloadArtifact(id, {
			path: into,
			expectedHash: digest,
			findBy: {
				token,
				workflowRunId: run.id,
				repositoryOwner: place.owner,
				repositoryName: place.repo
			}
		});
		if (digestMismatch !== false) throw absent(`the artifact ${name} arrived with another digest than GitHub says`);
		return {
			commit: run.head_sha,
			date: new Date(run.created_at).toISOString(),
			by: run.actor?.login ?? null
		};
	}
	throw absent(runs.length === 0 ? `no green run of this workflow on ${branch}` : `no artifact of a green run on ${branch} is left`);
}
const absent = (what) => new WeighbridgeError("platform", what, { fix: "run this workflow on the base branch as well (`on: push`), with `actions: read`, and keep its artifact long enough" });

// src/actions/surroundings.ts
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
/** What of any event says where the change goes. */
const payloadSchema = object({
	pull_request: object({ base: object({
		sha,
		ref: string()
	}) }).optional(),
	merge_group: object({
		base_sha: sha,
		base_ref: string()
	}).optional(),
	/** Of a push: the commit before it; zeros for a new branch. */
	before: sha.optional(),
	repository: object({ default_branch: string() }).optional()
});
const TIMEOUT_MS$1 = 6e4;
/** What the event, and the token that only this step has, add to the search for a baseline. */
async function surroundingsOf(env, inputs, scratch) {
	const { pull_request: request, merge_group: group, before, repository } = payloadSchema.parse(JSON.parse(await readFile(required(env, "GITHUB_EVENT_PATH"), "utf8")));
	const defaultBranch = repository?.default_branch ?? null;
	const baseBranch = request?.base.ref ?? group?.base_ref.replace(/^refs\/heads\//, "") ?? defaultBranch;
	const pushedFrom = before === void 0 || /^0+$/.test(before) ? null : before;
	const isChange = request !== void 0 || group !== void 0;
	return {
		scratch,
		baseCommit: request?.base.sha ?? group?.base_sha ?? pushedFrom,
		onDefaultBranch: !isChange && defaultBranch !== null && env.GITHUB_REF === `refs/heads/${defaultBranch}`,
		artifact: baseBranch === null ? null : (into) => lastGreenRun(env, inputs, baseBranch, into)
	};
}
/** The candidate that the last green run on a branch judged, out of that run's report. */
async function lastGreenRun(env, inputs, branch, into) {
	const token = inputs["github-token"];
	if (token === void 0) throw new WeighbridgeError("platform", "the input github-token is empty", { fix: "leave it out: it is the token of the job by default" });
	const run = await readRunFacts(env, inputs);
	const { repository, runId, apiUrl, key } = run;
	const client = createClient({
		token,
		apiUrl,
		timeoutMs: TIMEOUT_MS$1
	});
	await mkdir(into, { recursive: true });
	const prefix = `${artifactName(key, ...legLabel(run), "report")}-`;
	const origin = await downloadBaseline({
		client,
		token,
		repository,
		runId,
		branch,
		prefix
	}, into).catch((error) => {
		if (error instanceof WeighbridgeError) throw error;
		throw new WeighbridgeError("platform", `GitHub gave no artifact: ${error.message}`, {
			fix: "give the job `permissions: { actions: read }`",
			cause: error
		});
	});
	await confinedFiles(into);
	return {
		folder: join(into, "run", "candidate"),
		origin
	};
}

// src/github/own-artifacts.ts
/** As far as anything real goes; the service's own count is asked before a byte is fetched. */
const MAX_BYTES = 2 ** 29;
/**
* Downloads what the evaluating jobs of this very workflow run have handed over, still packed. Needs no permission: the runner's
* own token can read the run's own artifacts.
* @param key of the gate; with none given, all that is there must be of one
* @returns paths of the zips, one a shard, of each the newest attempt
* @throws WeighbridgeError `data` when there is nothing, or too much
*/
async function downloadOwnSamples(key, folder) {
	const { DefaultArtifactClient } = await import("./shared/artifact.js");
	const client = new DefaultArtifactClient();
	const { artifacts } = await client.listArtifacts();
	const handedOver = artifacts.filter(({ name }) => readSamplesName(name)?.label !== "report");
	const found = newestSamples(handedOver, key);
	if (found.length === 0) throw new WeighbridgeError("data", "no job of this run has handed over samples", { fix: "let a job that this one `needs` use the action with `phase: evaluate`, and give both the same comment-key" });
	const zips = [];
	for (const { id, size } of found) {
		if (size > MAX_BYTES) throw new WeighbridgeError("data", `the samples are larger than ${MAX_BYTES} bytes`);
		const path = join(folder, String(id));
		await mkdir(path);
		await client.downloadArtifact(id, {
			path,
			skipDecompress: true
		});
		const [file] = await readdir(path);
		if (file === void 0) throw new WeighbridgeError("platform", "the artifact service sent no file");
		zips.push(join(path, file));
	}
	return zips;
}

// src/actions/take-over.ts
const IN_RUN = /^run\/(baseline|candidate|anchor)\/(.+)$/;
/**
* Fills the run directory with what other jobs of this run have evaluated, each shard in a folder of its own.
* @returns why there is nothing, or nothing that could be trusted to be unpacked: the run directory is empty then; null when all is well
*/
async function takeOver(key, out, temp) {
	const folder = await mkdtemp(join(temp, "weighbridge-zips-"));
	try {
		const zips = await downloadOwnSamples(key, folder);
		for (const [index, zip] of zips.entries()) await unpack(zip, out, (name) => {
			const [, side, rest] = IN_RUN.exec(name) ?? [];
			return side === void 0 || rest === void 0 ? null : `${side}/${index + 1}/${rest}`;
		});
		return null;
	} catch (error) {
		await rm(out, { recursive: true });
		await mkdir(out);
		return messageOf(error);
	} finally {
		await rm(folder, { recursive: true });
	}
}

// src/actions/prepare.ts
const TIMEOUT_MS = 3e4;
/**
* Reads inputs, event and config, and writes the plan; nothing of the pull request runs here.
* Outputs: `plan` (its path), `digest` (of the plan), `node` (the runner's own), `evaluate` (`true` or `false`).
* @returns the run directory
* @throws WeighbridgeError `usage` or `config`: before any model has run
*/
async function prepare({ env, core }) {
	const inputs = readInputs(required(env, "WEIGHBRIDGE_INPUTS"));
	delete env.WEIGHBRIDGE_INPUTS;
	const event = await readEventOf(env);
	refuseDangerousEvent(event);
	if (env.ACTIONS_ID_TOKEN_REQUEST_TOKEN !== void 0) core.warning("This job has `id-token: write`, which puts a runtime token into every step. Weighbridge hides it from the evaluation; a job of its own without that permission would be safer.");
	if (env.RUNNER_OS === "Windows") core.warning("Windows runners are not supported: what the evaluation starts cannot be ended there, and it can read the environment of its parents. Use Linux, or judge there what another machine has evaluated.");
	const directory = await insideWorkspace(env, inputs["working-directory"]);
	const overrides = overridesOf(inputs);
	const configPath = resolve(directory, inputs.config);
	const sha256 = await digestOfConfig(configPath, inputs.config);
	await refuseLinks(dirname(configPath), inputs.config);
	process.chdir(directory);
	const place = await policyPlace(env, inputs, directory);
	const policy = await planPolicy(event, place, overrides);
	const config = await loadConfig(inputs.config, { overrides });
	const folder = await mkdtemp(join(required(env, "RUNNER_TEMP"), "weighbridge-"));
	const out = join(folder, "run");
	await mkdir(out);
	if (inputs.phase === "report") {
		const problem = await takeOver(inputs["comment-key"], out, required(env, "RUNNER_TEMP"));
		if (problem !== null) core.warning(problem, { title: "Weighbridge" });
	}
	const baselines = mustFind(config) ? await findBaseline(config, await surroundingsOf(env, inputs, join(folder, "baseline"))) : null;
	const plan = join(folder, "plan.json");
	const digest = await writePlan(plan, {
		version: 1,
		directory,
		config: {
			path: inputs.config,
			sha256
		},
		overrides,
		...baselines === null ? {} : { baselines },
		out,
		phase: inputs.phase,
		shard: inputs.shard ?? null,
		timeoutMinutes: inputs["timeout-minutes"],
		envAllow: inputs["env-allow"],
		policy,
		started: (/* @__PURE__ */ new Date()).toISOString()
	});
	core.setOutput("plan", plan);
	core.setOutput("digest", digest);
	core.setOutput("node", process.execPath);
	core.setOutput("evaluate", String(inputs.phase !== "report"));
	return { out };
}
/**
* `pull_request_target` runs a stranger's checkpoint with our secrets. `phase: report` is refused as well: what another job of
* the run has left under the name of our artifact would be believed, and that job may have run the stranger's code.
*/
function refuseDangerousEvent({ name, use }) {
	if (use === "evaluate") return;
	throw new WeighbridgeError("usage", `Weighbridge does not evaluate on ${name}: neither what it runs nor what was evaluated is trusted there`, { fix: "evaluate on pull_request, and report on workflow_run with `uses: …/weighbridge/report`" });
}
async function policyPlace(env, inputs, directory) {
	const token = inputs["github-token"];
	const workspace = await realpath(required(env, "GITHUB_WORKSPACE"));
	const folder = relative(workspace, directory).split(sep).join("/");
	const client = token === void 0 ? null : createClient({
		token,
		apiUrl: apiUrlOf(env),
		timeoutMs: TIMEOUT_MS
	});
	return {
		checkout: directory,
		prefix: folder === "" ? "" : `${folder}/`,
		configPath: inputs.config,
		remote: client === null ? null : {
			client,
			repository: readRepository(env.GITHUB_REPOSITORY)
		}
	};
}
async function insideWorkspace(env, path) {
	const workspace = await realpath(required(env, "GITHUB_WORKSPACE"));
	const directory = await realpath(resolve(workspace, path)).catch((cause) => {
		throw new WeighbridgeError("usage", `the working-directory ${path} does not exist`, {
			cause,
			fix: "check out the repository first, and give a path inside it"
		});
	});
	const inside = relative(workspace, directory);
	if (inside === ".." || inside.startsWith(`..${sep}`)) throw new WeighbridgeError("usage", `the working-directory ${path} lies outside of the workspace`, { fix: "give a path inside the repository" });
	await refuseLinks(resolve(workspace, path), path);
	return directory;
}
/** A pull request could turn a folder into a link to one that the base branch does not have, and so be without its limits. */
async function refuseLinks(folder, written) {
	if (await realpath(folder) === folder) return;
	throw new WeighbridgeError("usage", `${written} leads through a symbolic link, behind which the base branch's limits cannot be looked up`, { fix: "name the folder itself" });
}
async function digestOfConfig(path, written) {
	return fileDigest(path).catch((cause) => {
		throw new WeighbridgeError("usage", `the config ${written} cannot be read`, {
			cause,
			fix: "check out the repository first, or name the file with the input `config`"
		});
	});
}

// src/actions/prep.ts
const WRITER = fileURLToPath(new URL("progress-writer.js", import.meta.url));
/** Entry point of the step `prep`, called by github-script. */
async function prep({ core }) {
	const { env } = process$1;
	const log = fencedLog((text) => process$1.stdout.write(text));
	try {
		const inputs = readInputs(required(env, "WEIGHBRIDGE_INPUTS"));
		const { out } = await prepare({
			env,
			core
		});
		const announced = await announce(env, inputs, log);
		if (announced !== null) await beginProgress({
			env,
			core
		}, inputs, announced, out, WRITER, log);
	} catch (error) {
		annotate(core, error);
		process$1.exitCode = 1;
	}
}

export { prep };