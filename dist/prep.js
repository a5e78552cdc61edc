import { In as storedCredentials, Qt as mustFind, Zt as findBaseline, c as newCode, i as waiversBeside, n as resolveBase, r as tipOf, tt as loadConfig } from "./shared/app-policy.js";
import { t as fencedLog } from "./shared/action-fenced-log.js";
import { a as fileDigest, n as annotate, r as requiredVariable, s as writePlan } from "./shared/action-runtime.js";
import { T as createClient, a as listRegularFiles, c as newestSamples, h as readWorkflowRun, i as RetryBudget, l as readSamplesName, m as readPayload, n as renderJobs, o as artifactClient, p as jobLabel, s as artifactName, t as connect, v as readEventBase, x as upsertComment } from "./shared/action-github-access.js";
import { i as messageOf, n as WeighbridgeError } from "./shared/core-domain-errors.js";
import { a as readBasePolicy, n as overridesFromInputs, r as readInputs, t as unpack } from "./shared/action-unpack.js";
import { dirname, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";

// src/action/prep/workspace.ts
/**
* The folder that paths are relative to, and where it lies inside the workspace: `''` or `models/a/`.
* @throws WeighbridgeError `usage` where it is not there, lies outside, or is reached through a link
*/
async function findDirectory(workspacePath, path) {
	const workspace = await realpath(workspacePath);
	const directory = await realpath(resolve(workspace, path)).catch((cause) => {
		throw new WeighbridgeError("usage", `the working-directory ${path} does not exist`, {
			cause,
			fix: "check out the repository first, and give a path inside it"
		});
	});
	const inside = relative(workspace, directory);
	if (inside === ".." || inside.startsWith(`..${sep}`)) throw new WeighbridgeError("usage", `the working-directory ${path} lies outside of the workspace`, { fix: "give a path inside the repository" });
	await refuseLinks(resolve(workspace, path), path);
	return {
		directory,
		prefix: inside === "" ? "" : `${inside.split(sep).join("/")}/`
	};
}
/** @returns the digest of the config @throws WeighbridgeError `usage` where it cannot be read, or is reached through a link */
async function findConfig(directory, written) {
	const path = resolve(directory, written);
	const digest = await fileDigest(path).catch((cause) => {
		throw new WeighbridgeError("usage", `the config ${written} cannot be read`, {
			cause,
			fix: "check out the repository first, or name the file with the input `config`"
		});
	});
	await refuseLinks(dirname(path), written);
	return digest;
}
/** A pull request could turn a folder into a link to one that the base branch does not have, and so be without its limits. */
async function refuseLinks(folder, written) {
	if (await realpath(folder) === folder) return;
	throw new WeighbridgeError("usage", `${written} leads through a symbolic link, behind which the base branch's limits cannot be looked up`, { fix: "name the folder itself" });
}

// src/action/prep/context.ts
const TIMEOUT_MS$1 = 3e4;
/**
* Reads inputs, event, config and policy; nothing of the pull request runs here.
* @throws WeighbridgeError `usage` or `config`, when either config is at fault, the base branch cannot be read, or the pull
* request lets code run that the base branch does not: before any model has run
*/
async function readContext({ env, core }) {
	const inputs = readInputs(requiredVariable(env, "WEIGHBRIDGE_INPUTS"));
	delete env.WEIGHBRIDGE_INPUTS;
	const payload = await readPayload(env);
	const run = readWorkflowRun(env, inputs, payload);
	refuseDangerousEvent(run.event);
	for (const warning of warningsOf(env)) core.warning(warning);
	const { directory, prefix } = await findDirectory(requiredVariable(env, "GITHUB_WORKSPACE"), inputs["working-directory"]);
	const credentials = await storedCredentials(directory);
	if (credentials.length > 0) core.warning(onCredentials(credentials));
	const configDigest = await findConfig(directory, inputs.config);
	process.chdir(directory);
	const overrides = overridesFromInputs(inputs);
	const config = await loadConfig(inputs.config, { overrides });
	const { repository, apiUrl, event } = run;
	const token = inputs["github-token"];
	const client = token === void 0 ? null : createClient({
		token,
		apiUrl,
		timeoutMs: TIMEOUT_MS$1
	});
	const remote = client === null ? null : {
		client,
		repository
	};
	return {
		inputs,
		run,
		payload,
		directory,
		overrides,
		config,
		configDigest,
		policy: await readPolicy(event, {
			checkout: directory,
			prefix,
			configPath: inputs.config,
			remote
		}, config, overrides)
	};
}
/**
* `pull_request_target` runs a stranger's checkpoint with our secrets. `phase: report` is refused as well: what another job of
* the run has left under the name of our artifact would be believed, and that job may have run the stranger's code.
*/
function refuseDangerousEvent({ name, use }) {
	if (use === "evaluate") return;
	throw new WeighbridgeError("usage", `Weighbridge does not evaluate on ${name}: neither what it runs nor what was evaluated is trusted there`, { fix: "evaluate on pull_request, and report on workflow_run with `uses: …/weighbridge/report`" });
}
function warningsOf({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, RUNNER_OS: system }) {
	const withToken = "This job has `id-token: write`, which puts a runtime token into every step. Weighbridge hides it from the evaluation; a job of its own without that permission would be safer.";
	const onWindows = "Windows runners are not supported: what the evaluation starts cannot be ended there, and it can read the environment of its parents. Use Linux, or judge there what another machine has evaluated.";
	return [...token === void 0 ? [] : [withToken], ...system === "Windows" ? [onWindows] : []];
}
const onCredentials = (names) => `The checkout keeps credentials that everything the evaluation runs can read (${names.join(", ")} in .git/config). Add \`persist-credentials: false\` below \`with:\` of actions/checkout.`;
/** The policy that will judge: that of the base branch, and where the event has none, what is checked out. */
async function readPolicy(event, source, head, overrides) {
	const found = await readBasePolicy(event, source);
	if (found === null) return {
		base: null,
		waivers: await waiversBeside(source.configPath),
		waiverPermission: head.waiverPermission
	};
	const { waivers, ...base } = found;
	const { config } = tipOf(base);
	const tip = config === null ? null : resolveBase(config, head, overrides).config;
	if (base.config !== null) resolveBase(base.config, head, overrides);
	if (tip !== null) refuseNewCode(tip, head);
	return {
		base,
		waivers,
		waiverPermission: (tip ?? head).waiverPermission
	};
}
function refuseNewCode(base, head) {
	const codes = newCode(base, head);
	if (codes.length === 0) return;
	throw new WeighbridgeError("config", `this pull request lets code run that the base branch does not: policy.allow adds ${codes.join(", ")}`, { fix: "merge that change on its own first, so that somebody reviews it before it runs" });
}

// src/adapters/github/own-artifacts.ts
/** As far as anything real goes; the service's own count is asked before a byte is fetched. */
const MAX_BYTES = 2 ** 29;
/**
* Downloads what the evaluating jobs of this very workflow run have uploaded, still packed. Needs no permission: the runner's
* own token can read the run's own artifacts.
* @param key of the gate; with none given, all that is there must be of one
* @returns paths of the zips, one a shard, of each the newest attempt
* @throws WeighbridgeError `data` when there is nothing, or too much
*/
async function downloadOwnSamples(key, folder) {
	const client = await artifactClient();
	const { artifacts } = await client.listArtifacts();
	const uploaded = artifacts.filter(({ name }) => readSamplesName(name)?.label !== "report");
	const found = newestSamples(uploaded, key);
	if (found.length === 0) throw new WeighbridgeError("data", "no job of this run has uploaded samples", { fix: "let a job that this one `needs` use the action with `phase: evaluate`, and give both the same comment-key" });
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

// src/action/prep/download-shards.ts
const IN_RUN = /^run\/(baseline|candidate|anchor)\/(.+)$/;
/**
* Fills the run directory with what other jobs of this run have evaluated, each shard in a folder of its own.
* @returns why there is nothing, or nothing that could be trusted to be unpacked: the run directory is empty then; null when all is well
*/
async function downloadShards(key, out, temp) {
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

// src/adapters/github/baseline-artifact.ts
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
		const { digestMismatch } = await (await artifactClient()).downloadArtifact(id, {
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

// src/action/prep/last-green-run.ts
const TIMEOUT_MS = 6e4;
/**
* What the event, and the token that only this step has, add to the search for a baseline.
* @param ref `GITHUB_REF`
*/
function baselineSearch(context, ref, scratch) {
	const { branch, commit, onDefaultBranch } = readEventBase(context.payload, ref);
	return {
		scratch,
		baseCommit: commit,
		onDefaultBranch,
		artifact: branch === null ? null : (into) => lastGreenRun(context, branch, into)
	};
}
/** The candidate that the last green run on a branch judged, out of that run's report. */
async function lastGreenRun({ inputs, run }, branch, into) {
	const token = inputs["github-token"];
	if (token === void 0) throw new WeighbridgeError("platform", "the input github-token is empty", { fix: "leave it out: it is the token of the job by default" });
	const { repository, runId, apiUrl, key } = run;
	const client = createClient({
		token,
		apiUrl,
		timeoutMs: TIMEOUT_MS
	});
	await mkdir(into, { recursive: true });
	const search = {
		client,
		token,
		repository,
		runId,
		branch,
		prefix: `${artifactName(key, ...jobLabel(run), "report")}-`
	};
	const origin = await downloadBaseline(search, into).catch((error) => {
		if (error instanceof WeighbridgeError) throw error;
		throw new WeighbridgeError("platform", `GitHub gave no artifact: ${messageOf(error)}`, {
			fix: "give the job `permissions: { actions: read }`",
			cause: error
		});
	});
	await listRegularFiles(into);
	return {
		folder: join(into, "run", "candidate"),
		origin
	};
}

// src/action/prep/started-comment.ts
/** Little: the evaluation waits for it. */
const LIMITS = {
	totalMs: 8e3,
	requestMs: 5e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
/**
* Says in the comment that an evaluation has begun, before it begins. Only where the comment is always wanted, and never worth
* a warning: what the token may not do, the step `report` says.
*/
async function writeStartedComment({ inputs, run, config: { tasks } }, log, limits = LIMITS) {
	const { repository, event, key, job, runUrl } = run;
	const token = inputs["github-token"];
	if (inputs.comment !== "always" || inputs.phase !== "all" || token === void 0) return;
	const { pullRequest } = event;
	if (pullRequest === null || pullRequest.fork) return;
	const budget = new RetryBudget(limits);
	const running = {
		sha: pullRequest.headSha,
		tasks: tasks.length
	};
	try {
		const outcome = await upsertComment({
			client: connect({
				run,
				token
			}, budget),
			budget,
			repository,
			issue: pullRequest.number,
			key,
			mode: inputs.comment,
			shared: job.expected > 1,
			id: job.id,
			result: null,
			meta: {
				sha: pullRequest.headSha,
				run: run.runId,
				attempt: run.attempt
			},
			render: (results, current, bytes) => renderJobs(results, {
				current,
				expected: job.expected,
				running,
				runUrl
			}, bytes)
		});
		if (outcome.kind === "skipped") log.info(`the comment does not say that this runs: ${outcome.reason}`);
	} catch (error) {
		log.info(`the comment does not say that this runs: ${messageOf(error)}`);
	}
}

// src/action/prep/prep.ts
/** Entry point of the step `prep`, called by github-script. */
async function prep({ core }) {
	const runtime = {
		env: process.env,
		core
	};
	try {
		const context = await readContext(runtime);
		await plan(runtime, context);
		await writeStartedComment(context, fencedLog((text) => process.stdout.write(text)));
	} catch (error) {
		annotate(core, error);
		process.exitCode = 1;
	}
}
/**
* Writes the plan, and brings what the later steps need.
* Outputs: `plan` (its path), `digest` (of the plan), `node` (the runner's own), `evaluate` (`true` or `false`).
*/
async function plan({ env, core }, context) {
	const { config, configDigest, directory, overrides, policy, run } = context;
	const { "github-token": _, ...inputs } = context.inputs;
	const temp = requiredVariable(env, "RUNNER_TEMP");
	const folder = await mkdtemp(join(temp, "weighbridge-"));
	const out = join(folder, "run");
	await mkdir(out);
	if (inputs.phase === "report") {
		const problem = await downloadShards(inputs["comment-key"], out, temp);
		if (problem !== null) core.warning(problem, { title: "Weighbridge" });
	}
	const baselines = mustFind(config) ? await findBaseline(config, baselineSearch(context, env.GITHUB_REF, join(folder, "baseline"))) : null;
	const path = join(folder, "plan.json");
	const digest = await writePlan(path, {
		directory,
		config: {
			path: inputs.config,
			sha256: configDigest
		},
		inputs,
		run,
		overrides,
		baselines,
		policy,
		out,
		started: (/* @__PURE__ */ new Date()).toISOString()
	});
	core.setOutput("plan", path);
	core.setOutput("digest", digest);
	core.setOutput("node", process.execPath);
	core.setOutput("evaluate", String(inputs.phase !== "report"));
}

export { prep };