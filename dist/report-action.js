import { t as core_exports } from "./shared/npm-actions-core.js";
import { h as object, k as prettifyError, m as number, o as array, y as string } from "./shared/npm-zod.js";
import { n as annotate, r as requiredVariable } from "./shared/action-runtime.js";
import { t as createClient } from "./shared/adapters-github-client.js";
import { jt as WeighbridgeError } from "./shared/core-domain-history.js";
import { F as commitSha, M as RetryBudget, _ as readPayload, h as defaultKey, m as apiUrlOf, y as runUrlOf, z as readRepository } from "./shared/action-shared-comment.js";
import { i as judgeDownloadedRun } from "./shared/app-judge.js";
import { a as readBasePolicy, r as reviewSuite, s as remoteFile } from "./shared/app-suite-review-suite.js";
import { r as tipOf } from "./shared/app-policy.js";
import { t as resolveConfig, u as parseConfig, v as baselineSources } from "./shared/config-resolve.js";
import { i as tipOfNow, r as readReportInputs } from "./shared/action-inputs.js";
import { o as newestSamples, t as unpack } from "./shared/results-unpack.js";
import { a as newestOfBranch, i as downloadArtifact, n as artifactsOfRun } from "./shared/adapters-github-run-artifacts.js";
import { c as labelWaivers, d as unjudgedRun, f as withoutSecrets, n as setVerdictOutputs, t as publishReport, u as judgedRun } from "./shared/action-report-publish.js";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import process from "node:process";
import { mkdir, mkdtemp, realpath } from "node:fs/promises";

// src/adapters/github/evaluated-run.ts
const payloadSchema = object({
	action: string(),
	repository: object({ id: number().int() }),
	workflow_run: object({
		id: number().int(),
		run_attempt: number().int(),
		event: string(),
		path: string(),
		head_sha: commitSha,
		head_branch: string().nullable(),
		head_repository: object({
			id: number().int(),
			owner: object({ login: string() })
		}).nullable(),
		repository: object({ id: number().int() }),
		pull_requests: array(object({ number: number().int().positive() }))
	})
});
/**
* The pull request that a `workflow_run` event is about. GitHub lists none for forks, so that it is looked up by the head's
* branch, and believed only where its head is the very commit that was evaluated. What the run itself says of a number counts
* for nothing.
* @param workflow path of the workflow whose runs are reported, such as `.github/workflows/evaluate.yml`; any where null
* @returns null when no open pull request has this commit as its head any more
* @throws WeighbridgeError `usage` when the event, or the workflow it names, is another one than is reported on
*/
async function evaluatedRun(remote, eventName, payload, workflow) {
	const refuse = (message, fix) => new WeighbridgeError("usage", message, { fix });
	if (eventName !== "workflow_run") throw refuse(`the report action works on workflow_run, not on ${eventName}`, "run it `on: workflow_run`, and evaluate elsewhere with the action itself");
	const parsed = payloadSchema.safeParse(payload);
	if (!parsed.success) throw new WeighbridgeError("platform", "the payload of workflow_run is not what GitHub documents", { fix: `check GITHUB_EVENT_PATH: ${prettifyError(parsed.error).replaceAll("\n", " ")}` });
	const { action, workflow_run: run, repository } = parsed.data;
	if (action !== "completed") throw refuse(`the run has not ended: it was ${action}`, "start this workflow with `types: [completed]`");
	if (run.event !== "pull_request") throw refuse(`the run that ended was of ${run.event}`, "add `if: github.event.workflow_run.event == 'pull_request'`");
	if (run.repository.id !== repository.id) throw refuse("the run that ended is of another repository", "report on your own runs");
	if (workflow !== null && run.path.replace(/@.*$/, "") !== workflow) throw refuse(`the run that ended is of ${run.path}, not of ${workflow}`, "name its path in the input workflow");
	for (const pull of await candidates(remote, run)) {
		if (pull.state !== "open" || pull.head.sha !== run.head_sha || pull.base.repo.id !== repository.id) continue;
		const fork = run.head_repository === null || run.head_repository.id !== repository.id || pull.head.repo?.id !== repository.id;
		return {
			id: run.id,
			attempt: run.run_attempt,
			headSha: run.head_sha,
			repositoryId: repository.id,
			fork,
			pullRequest: {
				number: pull.number,
				headSha: pull.head.sha,
				baseSha: pull.base.sha,
				baseRef: pull.base.ref,
				fork
			}
		};
	}
	return null;
}
async function candidates({ client, repository }, run) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const [listed, ...others] = run.pull_requests;
	if (listed !== void 0 && others.length === 0) return [(await client.rest.pulls.get({
		...place,
		pull_number: listed.number
	})).data];
	if (run.head_repository === null || run.head_branch === null) return [];
	const head = `${run.head_repository.owner.login}:${run.head_branch}`;
	return (await client.rest.pulls.list({
		...place,
		state: "open",
		head,
		per_page: 100
	})).data;
}

// src/action/report/download-samples.ts
const MAX_ZIP_BYTES = 2 ** 29;
/**
* Fetches the candidate's samples that a run has left, and nothing else of what it left: no verdict, no report, no baseline.
* @returns the folder that holds them
* @throws WeighbridgeError `data` when there are none, or what there is cannot be trusted to be unpacked
*/
async function downloadCandidate(remote, run, key, folder) {
	const artifacts = newestSamples(await artifactsOfRun(remote, run.id), key);
	const target = join(folder, "candidate");
	await mkdir(target);
	let files = 0;
	for (const artifact of artifacts) files += await fetchInto(remote, artifact, join(target, String(artifact.id)), "run/candidate/");
	if (files > 0) return target;
	throw new WeighbridgeError("data", "the run has left no samples of the candidate", { fix: "let it use the action with `artifact: on`, and look at its log" });
}
/**
* The baseline's samples, from where a pull request cannot write: a folder of this job's checkout, or an artifact that a run on
* the base branch has left.
* @throws WeighbridgeError `usage` when nothing names one, `data` when it is not there
*/
async function locateBaseline(remote, run, inputs, baseConfig, workspace, folder) {
	const directory = resolve(workspace, inputs["working-directory"]);
	if (inputs.baseline !== void 0) return insideWorkspace(workspace, resolve(directory, inputs.baseline));
	const name = inputs["baseline-artifact"];
	if (name !== void 0) {
		const artifact = await newestOfBranch(remote, name, run.repositoryId, run.pullRequest.baseRef);
		const target = join(folder, "baseline");
		if (artifact !== null && await fetchInto(remote, artifact, target, "") > 0) return target;
		throw new WeighbridgeError("data", `no run on ${run.pullRequest.baseRef} has left an artifact ${name}`, { fix: "evaluate the base branch on push, and let that job upload its results under this name" });
	}
	const written = baseConfig === null ? void 0 : parseConfig(baseConfig, inputs.config).head?.baseline;
	for (const source of baselineSources(written).sources) {
		if (source.from !== "path" || source.model.kind !== "results") continue;
		return insideWorkspace(workspace, resolve(directory, dirname(inputs.config), source.model.path));
	}
	throw new WeighbridgeError("usage", "there is no baseline but the one that the run has made itself", { fix: "name results of the baseline with the input baseline or baseline-artifact" });
}
async function fetchInto(remote, artifact, target, inside) {
	const zip = `${target}.zip`;
	await downloadArtifact(remote, artifact, zip, MAX_ZIP_BYTES);
	await mkdir(target);
	return unpack(zip, target, (name) => name.startsWith(inside) ? name : null);
}
async function insideWorkspace(workspace, path) {
	const found = await realpath(path).catch(() => null);
	const inside = found === null ? null : relative(await realpath(workspace), found);
	if (found !== null && inside !== null && inside !== ".." && !inside.startsWith(`..${sep}`)) return found;
	throw new WeighbridgeError("data", "the results of the baseline are not in the checkout of this job", {
		at: { file: path },
		fix: "check out the base branch first, or name an artifact with the input baseline-artifact"
	});
}

// src/action/report/from-workflow-run.ts
const TIMEOUT_MS = 3e4;
/** Said of samples that the author of a pull request could have written by hand. */
const UNTRUSTED = "they were evaluated by the fork's own job: the samples could be forged";
/**
* Reports what another workflow has evaluated. Nothing of the pull request is checked out or run, and nothing that the other
* workflow concluded is believed: its samples are judged anew.
* @returns the exit code of the step
* @throws WeighbridgeError when the event is none that can be reported on
*/
async function reportWorkflowRun(runtime) {
	const { env, core } = runtime;
	const inputs = readReportInputs(env);
	const token = inputs["github-token"];
	if (token === void 0) throw new WeighbridgeError("usage", "the input github-token is empty", { fix: "leave it out, or name a token" });
	const repository = readRepository(env.GITHUB_REPOSITORY);
	const remote = {
		client: createClient({
			token,
			apiUrl: apiUrlOf(env),
			timeoutMs: TIMEOUT_MS
		}),
		repository
	};
	const eventName = requiredVariable(env, "GITHUB_EVENT_NAME");
	const evaluated = await evaluatedRun(remote, eventName, await readPayload(env), inputs.workflow ?? null);
	if (evaluated === null) {
		core.notice("Nothing to report: no open pull request has the evaluated commit as its head any more.", { title: "Weighbridge" });
		return 0;
	}
	const folder = await mkdtemp(join(requiredVariable(env, "RUNNER_TEMP"), "weighbridge-"));
	const run = runOf(env, inputs, repository, evaluated);
	const access = {
		runtime,
		run,
		token,
		budget: () => new RetryBudget()
	};
	const judgement = withoutSecrets(await judge(access, inputs, remote, evaluated, folder), [token]);
	setVerdictOutputs(core, judgement);
	const commit = {
		sha: evaluated.headSha,
		newerHead: null
	};
	const ownPolicy = (judgement.file?.policyOrigin)?.state === "adopted";
	const context = {
		artifactUrl: null,
		runUrl: run.runUrl,
		elapsedSeconds: null,
		commit,
		ownPolicy,
		speeds: judgement.speeds,
		directory: inputs["working-directory"]
	};
	const { comment, check } = inputs;
	await publishReport({
		...access,
		comment,
		share: false,
		check,
		judgement,
		context
	}, join(folder, "report"));
	if (judgement.blocked) core.error(judgement.summary, { title: "Weighbridge" });
	return judgement.exitCode;
}
/** Whatever fails on the way is a verdict of `invalid`. */
async function judge(access, inputs, remote, evaluated, folder) {
	try {
		const workspace = await realpath(requiredVariable(access.runtime.env, "GITHUB_WORKSPACE"));
		const { baseSha: told, baseRef, headSha } = evaluated.pullRequest;
		const baseSha = await tipOfNow(baseRef, told, {
			remote,
			core: access.runtime.core
		});
		const prefix = inputs["working-directory"];
		const file = inputs.config;
		const source = {
			checkout: null,
			prefix,
			configPath: file,
			remote
		};
		const base = await readBasePolicy({
			name: "pull_request",
			baseSha,
			headSha
		}, source);
		const config = (await remoteFile(remote, null, headSha, posix.join(prefix, file)))?.toString("utf8") ?? null;
		const baseConfig = base === null ? null : tipOf(base).config;
		const candidate = await downloadCandidate(remote, evaluated, inputs["comment-key"], folder);
		const baseline = await locateBaseline(...[
			remote,
			evaluated,
			inputs,
			baseConfig ?? config,
			workspace,
			folder
		]);
		const labels = baseConfig === null ? [] : await labelWaivers(access, resolveConfig({
			text: baseConfig,
			file
		}).waiverPermission);
		const policies = {
			base,
			suite: config === null || evaluated.fork ? null : await reviewSuite({
				config: resolveConfig({
					text: config,
					file
				}),
				overrides: {},
				policy: { base },
				source,
				head: headSha
			}, join(folder, "review")),
			waivers: [...base?.waivers ?? [], ...labels],
			today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
			untrusted: evaluated.fork ? UNTRUSTED : null
		};
		const given = inputs.baseline === void 0 ? {} : { baseline: inputs.baseline };
		const judged = await judgeDownloadedRun({
			file,
			config,
			candidate,
			baseline,
			given,
			policies
		});
		return judgedRun(judged.verdict, judged.samples(), []);
	} catch (error) {
		return unjudgedRun(error, []);
	}
}
function runOf(env, inputs, repository, { id, attempt, headSha, pullRequest }) {
	return {
		repository,
		event: {
			name: "workflow_run",
			use: "report",
			headSha,
			baseSha: pullRequest.baseSha,
			pullRequest: {
				...pullRequest,
				fork: false
			}
		},
		runId: id,
		attempt,
		runUrl: runUrlOf(env, repository, id),
		apiUrl: apiUrlOf(env),
		key: inputs["comment-key"] ?? defaultKey(env, inputs),
		job: {
			id: "report",
			label: "",
			expected: 1
		}
	};
}

// src/action/report/report-action.ts
/** Entry point of `report/action.yml`. */
process.exitCode = 5;
try {
	process.exitCode = await reportWorkflowRun({
		env: process.env,
		core: core_exports
	});
} catch (error) {
	annotate(core_exports, error);
}

export {  };