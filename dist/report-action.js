import { t as core_exports } from "./shared/core.js";
import { a as annotate, o as required } from "./shared/plan-file.js";
import { bt as readToJudge, ft as resolveConfig, h as SUMMARY_BYTES, m as COMMENT_BYTES, pt as parseConfig, t as judgeUnderPolicies, xt as salvageToJudge } from "./shared/policies.js";
import { E as prettifyError, _ as string, a as array, f as number, g as strictObject, p as object } from "./shared/schemas.js";
import { n as WeighbridgeError } from "./shared/errors.js";
import { c as createClient } from "./shared/follow-progress.js";
import { n as readBasePolicy, r as remoteFile, t as unpack } from "./shared/unpack.js";
import { D as readInputs, E as parseInputs, O as PATIENCE, S as newestSamples, _ as publishCheck, b as publishSummary, c as apiUrlOf, d as readPayload, k as Patience, l as defaultKey, p as readRepository, v as publishComment, w as INPUTS } from "./shared/hand-over.js";
import { n as openResults } from "./shared/declared.js";
import { a as fault, i as waiverLabels, n as sayVerdict, o as found, r as writeReport, s as withoutSecrets } from "./shared/publish.js";
import { d as baselinesOf } from "./shared/results.js";
import { n as defaults } from "./shared/github.js";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { createWriteStream } from "node:fs";
import process from "node:process";
import { mkdir, mkdtemp, realpath } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";

// src/github/evaluated-run.ts
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const payloadSchema = object({
	action: string(),
	repository: object({ id: number().int() }),
	workflow_run: object({
		id: number().int(),
		run_attempt: number().int(),
		event: string(),
		path: string(),
		head_sha: sha,
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

// src/judgement/received.ts
/**
* Judges what another job has evaluated. Nothing but its samples is read, whatever else it says of itself.
* @throws WeighbridgeError when there is no config at all, or one is at fault
*/
async function judgeReceived({ file, config, candidate, baseline, policies }) {
	const text = config ?? policies.base?.config ?? "";
	const resolved = resolveConfig({
		text,
		file
	});
	const sides = {
		baseline: await readToJudge(baseline, "baseline"),
		candidate: await salvageToJudge(candidate, "candidate"),
		...resolved.anchor === null ? {} : { anchor: await readToJudge(baseline, "anchor") }
	};
	const results = openResults(resolved, [...sides.baseline.runs, ...sides.candidate.runs]);
	return judgeUnderPolicies(resolveConfig({
		text,
		file,
		results
	}), {}, sides, policies);
}

// src/github/run-artifacts.ts
/** The artifacts of one run that can still be fetched. @throws what GitHub answered */
async function artifactsOfRun({ client, repository }, runId) {
	return (await client.paginate(client.rest.actions.listWorkflowRunArtifacts, {
		owner: repository.owner,
		repo: repository.name,
		run_id: runId,
		per_page: 100
	})).filter(({ expired }) => !expired).map(({ id, name, size_in_bytes: bytes }) => ({
		id,
		name,
		bytes
	}));
}
/**
* The newest artifact of a name that a run of this repository's own branch has left; null without one. A fork may have a branch
* and an artifact of the same names, so that the repository of the run's head decides.
*/
async function newestOfBranch({ client, repository }, name, repositoryId, branch) {
	const [newest] = (await client.paginate(client.rest.actions.listArtifactsForRepo, {
		owner: repository.owner,
		repo: repository.name,
		name,
		per_page: 100
	})).filter(({ expired, workflow_run: run, name: of }) => of === name && !expired && run?.head_repository_id === repositoryId && run.head_branch === branch).sort((a, b) => Date.parse(b.created_at ?? "") - Date.parse(a.created_at ?? ""));
	return newest === void 0 ? null : {
		id: newest.id,
		name: newest.name,
		bytes: newest.size_in_bytes
	};
}
const TIMEOUT_MS$1 = 6e5;
/**
* Downloads the zip of an artifact to a new file, never more of it than allowed.
* @throws WeighbridgeError `data` when it is larger than allowed, or what GitHub answered
*/
async function downloadArtifact({ client, repository }, artifact, file, maxBytes) {
	const tooLarge = () => new WeighbridgeError("data", `the artifact ${artifact.name} is larger than ${maxBytes} bytes`, { fix: "upload run directories only" });
	if (artifact.bytes > maxBytes) throw tooLarge();
	const { location } = (await client.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
		owner: repository.owner,
		repo: repository.name,
		artifact_id: artifact.id,
		archive_format: "zip",
		request: { redirect: "manual" }
	})).headers;
	if (location === void 0) throw new WeighbridgeError("platform", "GitHub did not say where the artifact lies");
	const response = await (defaults.request?.fetch ?? fetch)(location, { signal: AbortSignal.timeout(TIMEOUT_MS$1) });
	if (!response.ok || response.body === null) throw new WeighbridgeError("platform", `the artifact ${artifact.name} could not be fetched (HTTP ${response.status})`);
	let bytes = 0;
	const counted = async function* (pieces) {
		for await (const piece of pieces) {
			bytes += piece.length;
			if (bytes > maxBytes) throw tooLarge();
			yield piece;
		}
	};
	await pipeline$1(Readable.from(counted(response.body)), createWriteStream(file, { flags: "wx" }));
}

// src/actions/received-files.ts
const MAX_ZIP_BYTES = 2 ** 29;
/**
* Fetches the candidate's samples that a run has left, and nothing else of what it left: no verdict, no report, no baseline.
* @returns the folder that holds them
* @throws WeighbridgeError `data` when there are none, or what there is cannot be trusted to be unpacked
*/
async function receiveCandidate(remote, run, key, folder) {
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
async function receiveBaseline(remote, run, inputs, baseConfig, workspace, folder) {
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
	for (const source of baselinesOf(written).sources) {
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

// src/actions/report-inputs.ts
/** Every input of `report/action.yml`, strict: those that it shares with the action mean the same. */
const REPORT_INPUTS = strictObject({
	workflow: string().optional(),
	config: INPUTS.shape.config,
	"working-directory": INPUTS.shape["working-directory"],
	baseline: INPUTS.shape.baseline,
	"baseline-artifact": string().optional(),
	comment: INPUTS.shape.comment,
	"comment-key": INPUTS.shape["comment-key"],
	check: INPUTS.shape.check,
	"github-token": INPUTS.shape["github-token"]
});
/**
* Reads the inputs of a JavaScript action, which the runner hands over in variables.
* @throws IssueList `usage` with every input that is wrong
*/
function readReportInputs(env) {
	const given = Object.keys(REPORT_INPUTS.shape).map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""]);
	return parseInputs(REPORT_INPUTS, Object.fromEntries(given));
}

// src/actions/report-run.ts
const TIMEOUT_MS = 3e4;
/** Said of samples that the author of a pull request could have written by hand. */
const UNTRUSTED = "they were evaluated by the fork's own job: the samples could be forged";
/**
* Reports what another workflow has evaluated. Nothing of the pull request is checked out or run, and nothing that the other
* workflow concluded is believed: its samples are judged anew.
* @returns the exit code of the step
* @throws WeighbridgeError when the event is none that can be reported on
*/
async function reportRun({ env, core }) {
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
	const eventName = required(env, "GITHUB_EVENT_NAME");
	const evaluated = await evaluatedRun(remote, eventName, await readPayload(env), inputs.workflow ?? null);
	if (evaluated === null) {
		core.notice("Nothing to report: no open pull request has the evaluated commit as its head any more.", { title: "Weighbridge" });
		return 0;
	}
	const folder = await mkdtemp(join(required(env, "RUNNER_TEMP"), "weighbridge-"));
	const run = factsOf(env, inputs, repository, evaluated);
	const judgement = withoutSecrets(await judge({
		env,
		core
	}, inputs, remote, run, evaluated, folder), [token]);
	sayVerdict({ core }, judgement);
	const commit = {
		sha: evaluated.headSha,
		newerHead: null
	};
	const context = {
		artifactUrl: null,
		runUrl: run.runUrl,
		elapsedSeconds: null,
		commit
	};
	core.setOutput("verdict-path", (await writeReport(judgement, context, join(folder, "report"))).verdict ?? "");
	core.setOutput("report-url", run.runUrl);
	const shared = {
		comment: inputs.comment,
		check: inputs.check ? "on" : "off",
		"github-token": token
	};
	const publication = {
		host: {
			env,
			core
		},
		inputs: readInputs(JSON.stringify(shared)),
		run,
		judgement,
		elapsedSeconds: null,
		patience: () => new Patience(PATIENCE)
	};
	const render = (bytes) => judgement.render(context, bytes);
	await publishSummary(publication, render(SUMMARY_BYTES));
	core.setOutput("comment-url", await publishComment(publication, render(6e4)) ?? "");
	await publishCheck(publication, render(COMMENT_BYTES));
	if (judgement.blocked) core.error(judgement.summary, { title: "Weighbridge" });
	return judgement.exitCode;
}
/** Whatever fails on the way is a verdict of `invalid`. */
async function judge(host, inputs, remote, run, evaluated, folder) {
	try {
		const workspace = await realpath(required(host.env, "GITHUB_WORKSPACE"));
		const { baseSha, headSha } = evaluated.pullRequest;
		const prefix = inputs["working-directory"];
		const place = {
			checkout: null,
			prefix,
			configPath: inputs.config,
			remote
		};
		const base = await readBasePolicy({
			name: "pull_request",
			baseSha,
			headSha
		}, place);
		const config = (await remoteFile(remote, headSha, posix.join(prefix, inputs.config)))?.toString("utf8") ?? null;
		const candidate = await receiveCandidate(remote, evaluated, inputs["comment-key"], folder);
		const baseline = await receiveBaseline(remote, evaluated, inputs, base?.config ?? config, workspace, folder);
		const policies = {
			base,
			waivers: [...base?.waivers ?? [], ...await labels(host, inputs, run, base)],
			today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
			untrusted: evaluated.fork ? UNTRUSTED : null
		};
		return found(await judgeReceived({
			file: inputs.config,
			config,
			candidate,
			baseline,
			policies
		}), []);
	} catch (error) {
		return fault(error, []);
	}
}
/** Labels are for those whom the base branch trusts with them; without a config there, for nobody. */
async function labels(host, inputs, run, base) {
	if (base === null || base.config === null) return [];
	const { waiverPermission } = resolveConfig({
		text: base.config,
		file: inputs.config
	});
	const patience = () => new Patience(PATIENCE);
	return waiverLabels({
		host,
		inputs,
		run,
		patience
	}, { waiverPermission });
}
function factsOf(env, inputs, repository, { id, attempt, headSha, pullRequest }) {
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
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
		runUrl: `${server}/${repository.owner}/${repository.name}/actions/runs/${id}`,
		apiUrl: apiUrlOf(env),
		key: inputs["comment-key"] ?? defaultKey(env, inputs),
		leg: {
			id: "report",
			label: "",
			expected: 1
		}
	};
}

// src/actions/report-action.ts
/** Entry point of `report/action.yml`. */
process.exitCode = 5;
try {
	process.exitCode = await reportRun({
		env: process.env,
		core: core_exports
	});
} catch (error) {
	annotate(core_exports, error);
}

export {  };