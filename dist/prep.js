import { r as findBaselines } from "./shared/app-baselines-choose.js";
import { a as readBasePolicy, c as resolveBases, i as forkPoint, n as baseInPlace, o as refuseNewCode, r as reviewSuite, u as knowMergeBase } from "./shared/app-suite-review-suite.js";
import { t as fencedLog } from "./shared/action-fenced-log.js";
import { a as fileDigest, c as writePlan, n as annotate, o as isOwnPolicy, r as requiredVariable } from "./shared/action-runtime.js";
import { a as differs, c as takesArtifacts, i as artifactName, n as TRY_AGAIN, o as newestSamples, r as artifactClient, s as readSamplesName, t as unpack } from "./shared/results-unpack.js";
import { n as lastAnswer, t as createClient } from "./shared/adapters-github-client.js";
import { C as folderInRepository, k as storedCredentials, x as askGit } from "./shared/adapters-process-kill-with-parent.js";
import { Pt as messageOf, jt as WeighbridgeError, l as WAIVER_PERMISSIONS, o as DEFAULT_WAIVER_PERMISSION, y as canonicalJson } from "./shared/core-domain-history.js";
import { a as storeOf } from "./shared/app-baselines-find.js";
import { i as waiversBeside, n as resolveBase, r as tipOf } from "./shared/app-policy.js";
import { r as readConfigAndFetch } from "./shared/app-sides-mlflow.js";
import { a as withBase, n as readInputs, t as overridesFromInputs } from "./shared/action-inputs.js";
import { C as editedByOthers, D as stateOfBranch, E as askAtOnce, I as headBranch, L as headRef, M as RetryBudget, N as explainFailure, P as failureOf, R as readEventBase, S as commentsOf, T as tellApart, _ as readPayload, a as listRegularFiles, g as jobLabel, i as renderJobs, k as readMarker, n as isFirstToStart, o as connect, p as reopenCheck, t as canShare, u as checksOn, v as readWorkflowRun, w as readConversation, x as upsertComment } from "./shared/action-shared-comment.js";
import { t as require_dist } from "./shared/npm-yaml.js";
import { a as pathMeant, n as makeDirectory } from "./shared/results-store-disk-faults.js";
import { dirname, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";

// src/app/baselines/store-in-git.ts
/**
* A store that lies in git comes with the checkout: what is blessed there, and the samples of the baseline, would be what the pull
* request says. Only the base branch's count.
* @param tip commit of the base branch
* @throws WeighbridgeError `config` where git has another one at the head than at the tip, or cannot tell
*/
async function refuseNewStore(config, tip) {
	const store = storeOf(config);
	if (store === null) return;
	const directory = resolve(config.directory);
	const inside = await folderInRepository(directory);
	if (inside === null) return;
	const folder = await realpath(store.folder).catch(() => store.folder);
	const path = join(inside, relative(await realpath(directory), folder)).split(sep).join("/");
	const treeAt = (commit) => askGit(directory, [
		"rev-parse",
		"--verify",
		"--quiet",
		`${commit}:${path}`
	]);
	const [before, after] = [await treeAt(tip), await treeAt("HEAD")];
	if (before === after) return;
	throw new WeighbridgeError("config", `the store of baselines, ${path}, lies in git, and is not what the base branch has at ${tip.slice(0, 12)}`, { fix: "bring this branch up to date, change the store in a pull request of its own, or keep it where no pull request can write (with `fetch-depth: 0`, so that git knows both)" });
}

// src/action/prep/reopen-check.ts
/** Little: the evaluation waits for it. */
const LIMITS$3 = {
	totalMs: 8e3,
	requestMs: 5e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
/** The check that this job is going to write; null where it writes none, or not of this commit. */
function plannedCheck({ inputs, run }) {
	const { event, key, job } = run;
	const { headSha, baseSha, pullRequest } = event;
	if (!inputs.check || inputs.phase === "evaluate" || inputs["github-token"] === void 0) return null;
	if (headSha === null || baseSha === null || pullRequest?.fork === true) return null;
	return {
		headSha,
		key,
		job: job.expected > 1 ? job : null
	};
}
/** Activities of a pull request by which it has another head: nobody else judges this commit now. */
const WITH_NEW_HEAD = /* @__PURE__ */ new Set(["opened", "synchronize"]);
/**
* A commit that is judged again, after its pull request was retargeted for instance, has no verdict until the new one is there:
* before anything is read that could be at fault, since a run that fails then writes no check.
* @param known what is there of the check; null where that is to be asked
* @returns number of the check that waits for the verdict; null where there is none
*/
async function withdrawCheck({ inputs, run, payload }, core, known) {
	const planned = plannedCheck({
		inputs,
		run
	});
	if (planned === null) return null;
	const { repository, runId, attempt, runUrl } = run;
	const place = {
		...planned,
		repository,
		by: {
			run: runId,
			attempt
		},
		detailsUrl: runUrl
	};
	const { action } = payload;
	const isAlone = attempt === 1 && WITH_NEW_HEAD.has(action);
	const budget = new RetryBudget(LIMITS$3);
	const client = connect({
		run,
		token: inputs["github-token"] ?? null
	}, budget);
	try {
		return await budget.retry(() => reopenCheck(client, place, known, isAlone));
	} catch (error) {
		core.warning(`An earlier check of this commit still stands. ${explainFailure(error, "check", false)}`, { title: "Weighbridge" });
		return null;
	}
}

// src/action/prep/opening.ts
/** Little: the evaluation waits for it, and whoever needs an answer that does not come asks by himself. */
const LIMITS$2 = {
	totalMs: 8e3,
	requestMs: 5e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
const NOTHING$1 = {
	base: null,
	checks: null,
	conversation: null
};
/** Asks in one call what a job on a pull request would else ask in three: a matrix has many jobs, and its token so many calls an hour. */
async function openingOf({ inputs, run, payload }, ref) {
	const { "github-token": token, comment } = inputs;
	const { pullRequest } = run.event;
	const { branch } = readEventBase(payload, ref);
	if (token === void 0 || pullRequest === null || branch === null) return NOTHING$1;
	const planned = plannedCheck({
		inputs,
		run
	});
	const budget = new RetryBudget(LIMITS$2);
	const client = connect({
		run,
		token
	}, budget);
	const questions = {
		base: stateOfBranch(branch, headRef(payload)),
		...planned === null ? {} : { checks: checksOn(planned.headSha, planned) },
		...comment === "never" ? {} : { page: commentsOf(pullRequest.number) }
	};
	try {
		const { answers, viewer } = await budget.retry(() => askAtOnce(client, run.repository, questions));
		const { base, checks = null, page } = answers;
		return {
			base: base ?? null,
			checks,
			conversation: page === void 0 ? null : {
				page,
				viewer,
				asked: lastAnswer(client)
			}
		};
	} catch {
		return NOTHING$1;
	}
}

// src/action/prep/triggers.ts
var import_dist = require_dist();
/** Activities of a pull request that can change its verdict without a new commit. */
const NEEDED = [
	"edited",
	"labeled",
	"unlabeled",
	"ready_for_review"
];
const BY_DEFAULT = [
	"opened",
	"synchronize",
	"reopened"
];
/**
* What the workflow should start on and does not, as its checkout tells; null where nothing is missing, or nobody can tell.
* A pull request that is retargeted, or loses the label of a waiver, would else keep the verdict that it had.
*/
async function missingTriggers(env) {
	const path = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/@]+)@/.exec(env.GITHUB_WORKFLOW_REF ?? "")?.[1];
	if (path === void 0 || env.GITHUB_WORKSPACE === void 0) return null;
	try {
		return missingIn((0, import_dist.parse)(await readFile(join(env.GITHUB_WORKSPACE, path), "utf8")), path);
	} catch {
		return null;
	}
}
function missingIn(workflow, path) {
	const on = memberOf(workflow, "on");
	if (!(typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {})).includes("pull_request")) return null;
	const written = Array.isArray(on) ? void 0 : memberOf(memberOf(on, "pull_request"), "types");
	const types = written === void 0 ? BY_DEFAULT : [written].flat();
	const missing = NEEDED.filter((type) => !types.includes(type));
	if (missing.length === 0) return null;
	const all = [.../* @__PURE__ */ new Set([...types, ...missing])].join(", ");
	return `${path} does not start on ${missing.join(", ")} of a pull request: one that is retargeted, or whose label of a waiver is set or taken away, keeps the verdict it had. Write \`types: [${all}]\` below \`pull_request:\`.`;
}
const memberOf = (value, key) => typeof value === "object" && value !== null ? value[key] : void 0;

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
	if (!(await stat(directory)).isDirectory()) throw new WeighbridgeError("usage", `the working-directory ${path} is a file`, { fix: "name the folder that it lies in, and the file itself with the input `config`" });
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
		const isFolder = cause.code === "EISDIR";
		throw new WeighbridgeError("usage", `the config ${written} ${isFolder ? "is a folder, not a file" : "cannot be read"}`, {
			cause,
			fix: `${pathMeant(path)}check out the repository first, or name the file with the input \`config\``
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
	const written = readInputs(requiredVariable(env, "WEIGHBRIDGE_INPUTS"));
	delete env.WEIGHBRIDGE_INPUTS;
	const unset = written["env-allow"].filter((name) => env[name] === void 0);
	const inputs = {
		...written,
		"env-allow": written["env-allow"].filter((name) => !unset.includes(name))
	};
	refuseWithoutArtifacts(inputs.phase, env.GITHUB_SERVER_URL);
	const payload = await readPayload(env);
	const started = readWorkflowRun(env, inputs, payload);
	refuseDangerousEvent(started.event);
	for (const warning of warningsOf(env, inputs.phase === "report" ? [] : unset)) core.warning(warning);
	const triggers = started.event.name === "pull_request" ? await missingTriggers(env) : null;
	if (triggers !== null) core.warning(triggers);
	const { directory, prefix } = await findDirectory(requiredVariable(env, "GITHUB_WORKSPACE"), inputs["working-directory"]);
	const credentials = await storedCredentials(directory);
	if (credentials.length > 0) core.warning(onCredentials(credentials));
	const configDigest = await findConfig(directory, inputs.config);
	process.chdir(directory);
	const overrides = overridesFromInputs(inputs);
	const log = fencedLog((text) => process.stdout.write(text));
	const { config } = await readConfigAndFetch(inputs.config, overrides, log);
	const { repository, apiUrl } = started;
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
	const opening = await openingOf({
		inputs,
		run: started,
		payload
	}, env.GITHUB_REF);
	const { tip = null, ahead = [] } = opening.base ?? {};
	if (client !== null && tip !== null) knowMergeBase(client, {
		base: tip,
		at: tip,
		heads: ahead
	});
	const place = {
		payload,
		ref: env.GITHUB_REF,
		checkout: directory,
		remote,
		tip,
		core
	};
	const run = {
		...started,
		event: await withBase(started.event, place)
	};
	const check = await withdrawCheck({
		inputs,
		run,
		payload
	}, core, opening.checks);
	const source = {
		checkout: directory,
		prefix,
		configPath: inputs.config,
		remote
	};
	const policy = await readPolicy({
		...run.event,
		headSha: run.event.headSha ?? env.GITHUB_SHA ?? null
	}, source, config, overrides);
	const { conversation } = opening;
	return {
		inputs,
		run,
		payload,
		directory,
		overrides,
		config,
		configDigest,
		policy,
		source,
		conversation,
		check
	};
}
/** Samples go from one job to another as an artifact, and what cannot be handed over need not be evaluated for hours. */
function refuseWithoutArtifacts(phase, serverUrl) {
	if (phase === "all" || takesArtifacts(serverUrl)) return;
	throw new WeighbridgeError("usage", `\`phase: ${phase}\` needs artifacts, and GitHub Enterprise Server (${serverUrl}) takes none of this kind`, { fix: "leave `phase` out, so that one job evaluates and reports" });
}
/**
* `pull_request_target` runs a stranger's checkpoint with our secrets. `phase: report` is refused as well: what another job of
* the run has left under the name of our artifact would be believed, and that job may have run the stranger's code.
*/
function refuseDangerousEvent({ name, use }) {
	if (use === "evaluate") return;
	throw new WeighbridgeError("usage", `Weighbridge does not evaluate on ${name}: neither what it runs nor what was evaluated is trusted there`, { fix: "evaluate on pull_request, and report on workflow_run with `uses: …/weighbridge/report`" });
}
function warningsOf(env, unset) {
	const { ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, RUNNER_OS: system } = env;
	const withToken = "This job has `id-token: write`, which puts a runtime token into every step. Weighbridge hides it from the evaluation; a job of its own without that permission would be safer.";
	const onWindows = "Windows runners are not supported: what the evaluation starts cannot be ended there, and it can read the environment of its parents. Use Linux, or judge there what another machine has evaluated.";
	const withoutValue = `The input env-allow names ${unset.join(", ")}, which this job does not have. Give it a value below \`env:\`, or leave it out.`;
	return [
		...token === void 0 ? [] : [withToken],
		...system === "Windows" ? [onWindows] : [],
		...unset.length === 0 ? [] : [withoutValue]
	];
}
const onCredentials = (names) => `The checkout keeps credentials that everything the evaluation runs can read (${names.join(", ")} in .git/config). Add \`persist-credentials: false\` below \`with:\` of actions/checkout.`;
/** The policy that will judge: that of the base branch, and on the default branch itself what is checked out. */
async function readPolicy(event, source, head, overrides) {
	const { name, baseSha, headSha } = event;
	if (baseSha === null || headSha === null) return {
		base: null,
		waivers: await waiversBeside(source.configPath),
		waiverPermission: head.waiverPermission
	};
	const { waivers, ...base } = await readBasePolicy({
		name,
		baseSha,
		headSha
	}, source);
	refuseNewCode(base, head, overrides);
	const { fork, tip } = resolveBases(base, head, overrides);
	await refuseNewStore(head, tipOf(base).revision);
	const asked = tip === null ? [fork, head].flatMap((each) => each?.waiverPermission ?? []) : [];
	return {
		base,
		waivers,
		waiverPermission: tip?.waiverPermission ?? strictestPermission(asked)
	};
}
/** Where the branch has no config to say it: never less than what is asked by default. */
const strictestPermission = (asked) => WAIVER_PERMISSIONS.findLast((each) => each === "maintain" || asked.includes(each)) ?? "maintain";

// src/action/prep/conversation.ts
/** Little: the evaluation waits for it. */
const LIMITS$1 = {
	totalMs: 15e3,
	requestMs: 5e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 8e3
};
/** Null where no comment of ours may be. */
function conversationOf({ inputs, run, conversation = null }, limits = LIMITS$1) {
	const { repository, key, event } = run;
	const { "github-token": token, comment } = inputs;
	if (comment === "never" || token === void 0 || event.pullRequest === null) return null;
	const budget = new RetryBudget(limits);
	const issue = event.pullRequest.number;
	const thread = {
		client: connect({
			run,
			token
		}, budget),
		repository,
		issue,
		key,
		budget
	};
	let found = null;
	return {
		...thread,
		found: () => {
			found ??= budget.retry(() => readConversation(thread, { begun: conversation }));
			return found;
		}
	};
}

// src/adapters/github/own-artifacts.ts
/** As far as anything real goes; the service's own count is asked before a byte is fetched. */
const MAX_BYTES = 2 ** 29;
/**
* Downloads what the evaluating jobs of this very workflow run have uploaded, still packed. Needs no permission: the runner's
* own token can read the run's own artifacts.
* @param key of the gate; with none given, all that is there must be of one
* @returns paths of the zips, one a shard, of each the newest attempt
* @throws WeighbridgeError `data` when there is nothing, too much, or another than was uploaded
*/
async function downloadOwnSamples(key, folder) {
	const client = await artifactClient();
	const { artifacts } = await client.listArtifacts();
	const uploaded = artifacts.filter(({ name }) => readSamplesName(name)?.label !== "report");
	const found = newestSamples(uploaded, key);
	if (found.length === 0) throw new WeighbridgeError("data", "no job of this run has uploaded samples", { fix: "let a job that this one `needs` use the action with `phase: evaluate`, and give both the same comment-key" });
	const zips = [];
	for (const { id, name, size, digest } of found) {
		if (size > MAX_BYTES) throw new WeighbridgeError("data", `the samples are larger than ${MAX_BYTES} bytes`, { fix: "evaluate fewer samples a shard, or keep no outputs of them" });
		const path = join(folder, String(id));
		await mkdir(path);
		const damaged = () => new WeighbridgeError("data", differs(name, digest), { fix: "run the job again that uploads it" });
		if (digest === void 0) throw damaged();
		const { digestMismatch } = await client.downloadArtifact(id, {
			path,
			skipDecompress: true,
			expectedHash: digest
		});
		if (digestMismatch !== false) throw damaged();
		const [file] = await readdir(path);
		if (file === void 0) throw new WeighbridgeError("platform", "the artifact service sent no file", { fix: TRY_AGAIN });
		zips.push(join(path, file));
	}
	return zips;
}

// src/action/prep/download-shards.ts
const IN_RUN = /^run\/(baseline|candidate|anchor|reference)\/(.+)$/;
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

// src/adapters/github/draws.ts
/** @throws what GitHub answered of comments that remember any */
async function rememberedDraws(client, key, { marked }) {
	const drawsIn = (body) => readMarker(body, key)?.draws ?? [];
	const { ours } = tellApart(client, { marked });
	const edited = await Promise.all(ours.map((comment) => editedByOthers(client, comment)));
	return {
		draws: ours.flatMap(({ body }) => drawsIn(body)),
		ours: !edited.includes(true)
	};
}
/** How a run ends that has judged something: one that was cancelled may have drawn for nobody to see. */
const JUDGED = /* @__PURE__ */ new Set(["success", "failure"]);
/**
* The head commit of each earlier run that GitHub itself knows as a run of the workflow of `runId` on the same branch of the
* same repository. What a comment says of others is nothing.
* @param branch where they are looked for first: one list tells most of what would be asked of each run by itself
* @throws what GitHub answered of the run that asks
*/
async function headsOfRuns({ client, repository }, { runId, branch }, earlier) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const newest = {
		...place,
		per_page: 100
	};
	const listed = branch === null ? [] : (await client.rest.actions.listWorkflowRunsForRepo({
		...newest,
		branch
	})).data.workflow_runs;
	const lookUp = async (run_id) => listed.find(({ id }) => id === run_id) ?? (await client.rest.actions.getWorkflowRun({
		...place,
		run_id
	})).data;
	const current = await lookUp(runId);
	const heads = /* @__PURE__ */ new Map();
	for (const id of earlier) {
		const run = await lookUp(id).catch((error) => {
			if (failureOf(error).status === 404) return null;
			throw error;
		});
		if (run !== null && run.id === id && run.workflow_id === current.workflow_id && run.head_branch !== null && run.head_branch === current.head_branch && run.head_repository?.id !== void 0 && run.head_repository.id === current.head_repository?.id && JUDGED.has(run.conclusion ?? "")) heads.set(id, run.head_sha);
	}
	return heads;
}

// src/action/prep/draw.ts
/** Little: the evaluation waits for it. */
const LIMITS = {
	totalMs: 15e3,
	requestMs: 5e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
/** Earlier runs that are asked for, the oldest first: those whose draws stand. */
const MOST_RUNS = 30;
const NOTHING = {
	draws: [],
	ours: true
};
/**
* The seed of the order of samples: from the id of the run, which nobody knows before it has begun, and the commit at which the
* change left the base branch. Every attempt of a run has the same.
*/
const seedOfRun = (runId, base) => createHash("sha256").update(canonicalJson([
	"weighbridge order",
	runId,
	base
])).digest().readUInt32BE(0);
/**
* Draws the order of samples, and finds what was drawn before for the same checkpoints under the same policy. What cannot be
* verified is counted, and not used.
*/
async function drawOrder(context, core, conversation = conversationOf(context)) {
	const { run, config, policy, overrides } = context;
	const text = policy.base === null ? null : tipOf(policy.base).config;
	const base = text === null ? config : resolveBase(text, config, overrides).config;
	const revision = policy.base?.revision ?? null;
	const draw = {
		job: run.job.id,
		policy: base.digest.slice(0, 16),
		run: run.runId
	};
	const told = (what) => core.notice(`The order of samples is drawn anew, whatever was drawn before: ${what}.`, { title: "Weighbridge" });
	const remembered = await remember(conversation).catch((error) => {
		told(messageOf(error));
		return NOTHING;
	});
	const draws = remembered.draws.filter(({ job }) => job === draw.job);
	const asked = draws.filter((each) => each.policy === draw.policy && each.run !== draw.run);
	if (!remembered.ours && asked.length > 0) told("somebody has edited the comment that remembers");
	const runs = remembered.ours ? [...new Set(asked.map((each) => each.run))].slice(0, MOST_RUNS) : [];
	const seeds = await seedsOf(context, new RetryBudget(LIMITS), runs).catch((error) => {
		told(`${messageOf(error)} (give the job \`actions: read\`)`);
		return /* @__PURE__ */ new Map();
	});
	const earlier = {};
	for (const { checkpoint, run: of } of asked) {
		const seed = seeds.get(of);
		if (seed !== void 0) earlier[checkpoint] ??= seed;
	}
	return {
		...draw,
		base: revision,
		seed: base.seed,
		tries: base.tries,
		draws,
		order: {
			fresh: seedOfRun(run.runId, revision),
			earlier
		}
	};
}
async function remember(conversation) {
	if (conversation === null) return NOTHING;
	const { client, key, budget } = conversation;
	const found = await conversation.found();
	return budget.retry(() => rememberedDraws(client, key, found));
}
/** Run to the seed that it drew; only of runs that GitHub vouches for. */
async function seedsOf({ inputs, run, payload, policy, source }, budget, runs) {
	const token = inputs["github-token"];
	if (runs.length === 0 || token === void 0) return /* @__PURE__ */ new Map();
	const remote = {
		client: connect({
			run,
			token
		}, budget),
		repository: run.repository
	};
	const heads = await headsOfRuns(remote, {
		runId: run.runId,
		branch: headBranch(payload)
	}, runs);
	const seeds = /* @__PURE__ */ new Map();
	const tip = policy.base === null ? null : tipOf(policy.base).revision;
	for (const [id, head] of heads) seeds.set(id, seedOfRun(id, tip === null ? null : await forkPoint(source, tip, head)));
	return seeds;
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
		if (typeof digest !== "string") throw absent(differs(name, digest));
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
		if (digestMismatch !== false) throw absent(differs(name, digest));
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
	const { branch, commit: told, onDefaultBranch } = readEventBase(context.payload, ref);
	return {
		scratch,
		baseCommit: context.run.event.baseSha ?? told,
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
	await makeDirectory(into);
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
/**
* Says in the comment that an evaluation has begun, before it begins. Only where the comment is always wanted, and never worth
* a warning: what the token may not do, the step `report` says.
*/
async function writeStartedComment(runtime, { inputs, run, config: { tasks }, policy }, log, conversation = conversationOf({
	inputs,
	run
})) {
	const { event, job, runUrl } = run;
	const token = inputs["github-token"];
	if (inputs.comment !== "always" || inputs.phase !== "all" || token === void 0) return;
	const { pullRequest } = event;
	if (conversation === null || pullRequest === null || pullRequest.fork) return;
	const running = {
		sha: pullRequest.headSha,
		tasks: tasks.length
	};
	const access = {
		runtime,
		run,
		token,
		budget: () => conversation.budget
	};
	try {
		if (inputs.artifact && canShare(access) && !await isFirstToStart(access)) return;
		const found = await conversation.found();
		const outcome = await upsertComment({
			...conversation,
			found: found.marked.length === 0 ? found : null,
			comesBack: true,
			mode: inputs.comment,
			job: {
				id: job.id,
				ownPolicy: isOwnPolicy(policy)
			},
			reported: [],
			meta: {
				sha: pullRequest.headSha,
				run: run.runId,
				attempt: run.attempt
			},
			render: (results, current, bytes) => renderJobs(results, {
				current,
				attempt: run.attempt,
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
		const conversation = await plan(runtime, context);
		const log = fencedLog((text) => process.stdout.write(text));
		await writeStartedComment(runtime, context, log, conversation);
	} catch (error) {
		annotate(core, error);
		process.exitCode = 1;
	}
}
/**
* Writes the plan, and brings what the later steps need.
* Outputs: `plan` (its path), `digest` (of the plan), `node` (the runner's own), `evaluate` (`true` or `false`).
* @returns what was asked for it of the pull request's comments
*/
async function plan({ env, core }, context) {
	const { check, configDigest, directory, overrides, run } = context;
	const { "github-token": _, ...inputs } = context.inputs;
	const temp = requiredVariable(env, "RUNNER_TEMP");
	const folder = await mkdtemp(join(temp, "weighbridge-"));
	const out = join(folder, "run");
	await mkdir(out);
	if (inputs.phase === "report") {
		const problem = await downloadShards(inputs["comment-key"], out, temp);
		if (problem !== null) core.warning(problem, { title: "Weighbridge" });
	}
	const change = {
		...context,
		head: run.event.headSha ?? "HEAD"
	};
	const review = await reviewSuite(change, join(folder, "review"));
	const policy = {
		...context.policy,
		suite: review
	};
	const { config, committed, suite } = await baseInPlace(change, review, join(folder, "suite"));
	const baselines = await findBaselines(context.config, {
		...baselineSearch(context, env.GITHUB_REF, join(folder, "baseline")),
		committed
	}, config);
	const conversation = conversationOf(context);
	const draw = await drawOrder(context, core, conversation);
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
		check,
		suite,
		draw,
		out,
		started: (/* @__PURE__ */ new Date()).toISOString()
	});
	core.setOutput("plan", path);
	core.setOutput("digest", digest);
	core.setOutput("node", process.execPath);
	core.setOutput("evaluate", String(inputs.phase !== "report"));
	return conversation;
}

export { prep };