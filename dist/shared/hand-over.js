import { M as EXIT_CODES, u as gateSentence, v as toPlain, w as formatCount } from "./table.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { D as NEVER, E as prettifyError, _ as string, f as number, g as strictObject, h as record, o as boolean, p as object, r as _enum } from "./schemas.js";
import { o as canonicalJson } from "./chrf.js";
import { t as commandData } from "./log-fence.js";
import { o as truncate } from "./escape.js";
import { t as BOOTSTRAP } from "./bootstrap.js";
import { a as findAncestor, c as createClient, d as upsertComment, f as explainFailure, g as isCommentKey, h as setHidden, i as endProcess, l as renderLegs, m as isRateLimit, o as identify, p as failureOf, s as isReadable, t as ENDINGS, u as COMMENT_MODES } from "./follow-progress.js";
import { r as readSmall, t as progressFile } from "./progress-file.js";
import { o as required } from "./plan-file.js";
import { t as childEnvironment } from "./environment.js";
import { once } from "node:events";
import { fork } from "node:child_process";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { constants, realpathSync } from "node:fs";
import process from "node:process";
import { appendFile, chmod, copyFile, lstat, readFile, readdir, realpath, rm } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

// src/github/patience.ts
/** Labels, two uploads, a comment and a check: a GitHub that does not work costs a run less than two minutes. */
const PATIENCE = {
	totalMs: 15e3,
	requestMs: 7e3,
	waitMs: 1e3,
	settleMs: 2e3,
	uploadMs: 3e4
};
const ATTEMPTS = 3;
/** One publisher's patience with GitHub: it runs out from the moment it is made. */
var Patience = class {
	options;
	/** Aborted when nothing is left. */
	signal;
	#ends;
	constructor(options = PATIENCE) {
		this.options = options;
		this.signal = AbortSignal.timeout(options.totalMs);
		this.#ends = performance.now() + options.totalMs;
	}
	/**
	* Does something again when GitHub had a passing trouble: a whole step that reads before it writes, never a single
	* call. A call that created something may have done so although no answer came, and would create it twice.
	* @throws what GitHub answered at last
	*/
	async retry(step) {
		for (let attempt = 1;; attempt++) try {
			return await step();
		} catch (error) {
			const wait = passing(error);
			const before = wait?.seconds === void 0 ? this.options.waitMs * 2 ** (attempt - 1) : wait.seconds * 1e3;
			if (wait === null || attempt === ATTEMPTS || performance.now() + before > this.#ends) throw error;
			await setTimeout(before);
		}
	}
	async settle() {
		const wait = this.options.settleMs * (.75 + Math.random() / 2);
		if (performance.now() + wait < this.#ends) await setTimeout(wait);
	}
};
/** Whether a second attempt may succeed, and the seconds to wait where GitHub says so; null where it may not. */
function passing(error) {
	if (error instanceof WeighbridgeError) return null;
	const failure = failureOf(error);
	if (isRateLimit(failure)) return failure.retryAfter === null ? null : { seconds: failure.retryAfter };
	return failure.status === null || failure.status >= 500 ? {} : null;
}

// src/actions/inputs.ts
const onOff = _enum(["on", "off"]).transform((value) => value === "on");
const shard = string().transform((text, context) => {
	const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
	const part = {
		index: Number(index),
		count: Number(count)
	};
	if (part.index <= part.count) return part;
	context.addIssue({
		code: "custom",
		message: "write it as i/n with 1 ≤ i ≤ n, such as 2/4"
	});
	return NEVER;
});
/** Names that carry a token of GitHub or steer the runner: never handed to the evaluation. */
const NEVER_ALLOWED = /^(?:GITHUB_|ACTIONS_|INPUT_|RUNNER_|WEIGHBRIDGE_)/i;
const variableNames = string().transform((text, context) => {
	const names = text.split(/[\s,]+/).filter((name) => name !== "");
	for (const name of names) if (!/^[A-Za-z_]\w*$/.test(name)) context.addIssue({
		code: "custom",
		message: `${JSON.stringify(name)} is not the name of a variable`
	});
	else if (NEVER_ALLOWED.test(name)) context.addIssue({
		code: "custom",
		message: `${name} belongs to the runner and is not handed on`
	});
	return names;
});
/** Every input of `action.yml` with its default, strict: this table is the only place that knows either. */
const INPUTS = strictObject({
	config: string().default("weighbridge.yml"),
	candidate: string().optional(),
	baseline: string().optional(),
	"max-mmlu-drop": string().optional(),
	"min-task-delta": string().optional(),
	"toxicity-ceiling": string().optional(),
	"on-inconclusive": _enum([
		"lean",
		"block",
		"warn"
	]).optional(),
	phase: _enum([
		"all",
		"evaluate",
		"report"
	]).default("all"),
	shard: shard.optional(),
	comment: _enum(COMMENT_MODES).default("always"),
	"comment-key": string().refine(isCommentKey, "use up to 64 letters, digits, dots, dashes or underscores").optional(),
	"live-progress": onOff.default(true),
	check: onOff.default(false),
	artifact: onOff.default(true),
	/** Below the six hours after which GitHub ends a job without a word. */
	"timeout-minutes": string().regex(/^[1-9]\d{0,3}$/, "use a whole number of minutes").transform(Number).default(330),
	"env-allow": variableNames.default([]),
	"working-directory": string().default("."),
	"github-token": string().optional()
});
/**
* Reads `toJSON(inputs)`. An empty string was not set: GitHub makes no difference.
* @throws IssueList `usage` with every input that is wrong, and what it may be
*/
function readInputs(json) {
	const given = JSON.parse(json);
	return parseInputs(INPUTS, record(string(), string()).parse(given));
}
/** @throws IssueList `usage` with every input that is wrong, and what it may be */
function parseInputs(schema, given) {
	const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
	const parsed = schema.safeParse(set);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map((issue) => {
		const name = String(issue.path[0] ?? "");
		switch (issue.code) {
			case "invalid_value": return inputError(name, `is ${JSON.stringify(set[name])}`, `use one of ${issue.values.join(", ")}`);
			case "unrecognized_keys": return inputError(issue.keys.join(", "), "is not an input", `use ${Object.keys(schema.shape).join(", ")}`);
			default: return inputError(name, `is ${JSON.stringify(set[name])}`, issue.message);
		}
	});
	throw new IssueList("usage", issues);
}
function inputError(name, problem, fix) {
	return new WeighbridgeError("usage", `the input ${name} ${problem}`, { fix });
}
/** Inputs that win over the config file, under the names they have there. */
const OVERRIDING = {
	candidate: "candidate",
	baseline: "baseline",
	max_mmlu_drop: "max-mmlu-drop",
	min_task_delta: "min-task-delta",
	toxicity_ceiling: "toxicity-ceiling",
	on_inconclusive: "on-inconclusive"
};
function overridesOf(inputs) {
	const entries = Object.entries(OVERRIDING).flatMap(([key, name]) => {
		const value = inputs[name];
		return value === void 0 ? [] : [[key, {
			value,
			source: {
				kind: "input",
				name
			}
		}]];
	});
	return Object.fromEntries(entries);
}

// src/github/artifact.ts
const BYTES_PER_MS = 1024 ** 2 / 1e3;
/** A name the service and every file system take. */
function artifactName(...parts) {
	return `weighbridge-${parts.join("-").replace(/[^A-Za-z0-9._]+/g, "-")}`.slice(0, 100);
}
const SAMPLES = /^weighbridge-(.+)-(run|run-\d+-of-\d+|report)-(\d+)$/;
/** Null for an artifact that holds no samples of ours. */
function readSamplesName(name) {
	const [, key, label, attempt] = SAMPLES.exec(name) ?? [];
	return key === void 0 || label === void 0 ? null : {
		key,
		label,
		attempt: Number(attempt)
	};
}
/**
* Of each evaluating job, or shard, the samples of its newest attempt: jobs that failed are run again alone.
* @param key of the gate; with none given, all that is there must be of one
* @throws WeighbridgeError `usage` when there are samples of several gates
*/
function newestSamples(artifacts, key) {
	const newest = /* @__PURE__ */ new Map();
	for (const artifact of artifacts) {
		const of = readSamplesName(artifact.name);
		if (of === null || key !== void 0 && of.key !== key) continue;
		const job = `${of.key} ${of.label}`;
		if ((newest.get(job)?.of.attempt ?? 0) < of.attempt) newest.set(job, {
			artifact,
			of
		});
	}
	const found = [...newest.values()];
	if (new Set(found.map(({ of }) => of.key)).size > 1) throw new WeighbridgeError("usage", "several gates of this run have handed over samples", { fix: "give the jobs of each gate a comment-key of their own, and the job that reports that of its gate" });
	return found.map(({ artifact }) => artifact);
}
/**
* Uploads files as one zipped artifact, or one file as it is.
* @returns the artifact's address
* @throws WeighbridgeError `data` for a file that is a link or lies outside: the client follows links, and an artifact
* may be public; whatever the service answers
*/
async function uploadArtifact(request) {
	const { name, files, root, runUrl, patienceMs, unzipped = false } = request;
	const realRoot = await realpath(root);
	let bytes = 0;
	for (const file of files) bytes += await sizeOfRegular(file, realRoot);
	const { DefaultArtifactClient } = await import("./artifact.js");
	const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], root, { skipArchive: unzipped });
	const { id } = await within(patienceMs + bytes / BYTES_PER_MS, upload);
	if (id === void 0) throw new WeighbridgeError("platform", "the artifact service gave the upload no id");
	return `${runUrl}/artifacts/${id}`;
}
async function within(ms, work) {
	const stop = new AbortController();
	const timeout = setTimeout(ms, void 0, { signal: stop.signal }).then(() => {
		throw new WeighbridgeError("platform", `the artifact service took longer than ${Math.ceil(ms / 1e3)} s`);
	});
	try {
		return await Promise.race([work, timeout]);
	} finally {
		stop.abort();
		timeout.catch(() => {});
	}
}
/** @returns its size in bytes */
async function sizeOfRegular(file, root) {
	const stats = await lstat(file);
	const inside = relative(root, await realpath(file));
	if (!stats.isFile() || stats.nlink > 1 || inside.startsWith(`..${sep}`) || inside === "..") throw new WeighbridgeError("data", `${file} is not a plain file inside ${root}, so it is not uploaded`);
	return stats.size;
}

// src/github/check.ts
/** `neutral` satisfies a required check, so an undecided verdict that blocks is `action_required`. */
function conclusionOf(verdict, blocked) {
	switch (verdict) {
		case "pass": return "success";
		case "inconclusive": return blocked ? "action_required" : "neutral";
		case "regression": return blocked ? "failure" : "neutral";
		case "invalid": return "failure";
		default: return assertNever(verdict);
	}
}
/**
* Writes the check of this key on the commit; a re-run updates it instead of adding a second one.
* @returns its address
* @throws what GitHub answered; see `explainFailure`
*/
async function writeCheck(request) {
	const { client, repository, headSha, key, leg, verdict, blocked, title, summary, detailsUrl } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const check = {
		name: leg === null ? `weighbridge (${key})` : `weighbridge (${key}, ${leg.label})`,
		external_id: leg === null ? `weighbridge:${key}` : `weighbridge:${key}:${leg.id}`,
		status: "completed",
		conclusion: conclusionOf(verdict, blocked),
		details_url: detailsUrl,
		output: {
			title: title.slice(0, 255),
			summary
		}
	};
	const { data } = await client.rest.checks.listForRef({
		...place,
		ref: headSha,
		check_name: check.name,
		filter: "latest",
		per_page: 100
	});
	const existing = data.check_runs.find(({ external_id }) => external_id === check.external_id);
	return (existing === void 0 ? await client.rest.checks.create({
		...place,
		...check,
		head_sha: headSha
	}) : await client.rest.checks.update({
		...place,
		...check,
		check_run_id: existing.id
	})).data.html_url ?? detailsUrl;
}

// src/actions/annotations.ts
/** GitHub shows ten errors of a use of the action; the step enforce says the verdict as the last. */
const MOST_ANNOTATIONS = 9;
/**
* Shows each gate that blocks at the line of the config that set its limit, worst first. A limit that was set elsewhere
* has no line to show it at, and the verdict's own error names the worst.
* @param directory absolute, what paths in the config are relative to
*/
function annotateGates({ core, env }, file, directory) {
	const workspace = realpathSync(env.GITHUB_WORKSPACE ?? directory);
	const placed = file.gates.filter(({ blocks }) => blocks).flatMap((gate) => {
		const place = placeOf(gate, file, directory, workspace);
		return place === null ? [] : [{
			gate,
			place
		}];
	});
	for (const { gate, place } of placed.slice(0, MOST_ANNOTATIONS)) core.error(`${toPlain(gateSentence(gate))}.`, {
		title: `Weighbridge: ${gate.verdict}`,
		...place
	});
}
function placeOf({ id }, { policy }, directory, workspace) {
	const source = policy.limits[id]?.source;
	if (source?.kind !== "file") return null;
	const file = relative(workspace, resolve(directory, source.file));
	if (file === ".." || file.startsWith(`..${sep}`)) return null;
	return {
		file: file.split(sep).join("/"),
		...source.line === void 0 ? {} : { startLine: source.line }
	};
}

// src/actions/publishers.ts
const TITLE = { title: "Weighbridge" };
/** Runs one publisher on its own: whatever it throws is a warning, and the others still run. */
async function isolated({ core }, explain, publish) {
	try {
		return await publish();
	} catch (error) {
		core.warning(explain(error), TITLE);
		return null;
	}
}
/** Shows the gates that block at the limits they are beyond. */
async function annotateLimits(host, { file }, directory) {
	await isolated(host, (error) => `The limits were not annotated: ${messageOf(error)}`, async () => file !== null && annotateGates(host, file, directory));
}
/** @returns the artifact's address, null where there is none */
async function publishArtifact({ host, run, patience }, bundle) {
	const name = artifactName(run.key, ...bundle.label, run.attempt);
	const { uploadMs } = patience().options;
	return isolated(host, explainUpload, () => uploadArtifact({
		name,
		files: bundle.files,
		root: bundle.root,
		runUrl: run.runUrl,
		patienceMs: uploadMs
	}));
}
/**
* Uploads the report as a file of its own, which a browser opens from its address; the service takes the file's name for that of
* the artifact.
* @returns its address, null where there is none
*/
async function publishPage({ host, run, patience }, page, label) {
	const root = dirname(page);
	const file = join(root, `${artifactName(run.key, ...label, "report", run.attempt)}.html`);
	const { uploadMs } = patience().options;
	return isolated(host, explainUpload, async () => {
		await copyFile(page, file);
		const place = {
			name: basename(file),
			files: [file],
			root,
			runUrl: run.runUrl
		};
		return uploadArtifact({
			...place,
			patienceMs: uploadMs,
			unzipped: true
		});
	});
}
async function publishSummary({ host }, markdown) {
	await isolated(host, (error) => `The job summary was not written: ${messageOf(error)}`, () => appendFile(required(host.env, "GITHUB_STEP_SUMMARY"), markdown));
}
/** @returns the comment's address, null where there is none */
async function publishComment(publication, text) {
	const { host, inputs, run, judgement } = publication;
	const { pullRequest } = run.event;
	if (inputs.comment === "never" || pullRequest === null || !mayWrite(publication, "comment")) return null;
	const explain = (need) => (error) => explainFailure(error, need, pullRequest.fork);
	const patience = publication.patience();
	const client = connect(publication, patience);
	const { verdict, blocked } = judgement;
	const expected = inputs.comment === "on-failure" && run.leg.expected > 1 ? null : run.leg.expected;
	const outcome = await isolated(host, explain("comment"), () => upsertComment({
		client,
		patience,
		repository: run.repository,
		issue: pullRequest.number,
		key: run.key,
		meta: {
			sha: pullRequest.headSha,
			run: run.runId,
			attempt: run.attempt
		},
		leg: {
			id: run.leg.id,
			label: run.leg.label,
			verdict,
			blocked,
			seconds: publication.elapsedSeconds === null ? null : Math.round(publication.elapsedSeconds),
			text
		},
		note: null,
		render: (legs, current, bytes, notes) => renderLegs(legs, {
			current,
			expected,
			running: null,
			notes,
			runUrl: run.runUrl
		}, bytes),
		mode: inputs.comment,
		shared: run.leg.expected > 1
	}));
	if (outcome === null) return null;
	if (outcome.kind === "skipped") {
		host.core.notice(`No comment was written: ${outcome.reason}.`, TITLE);
		return null;
	}
	const hidden = inputs.comment === "on-failure" && !outcome.blocked;
	await isolated(host, explain("hiding"), () => patience.retry(() => setHidden(client, outcome.comment, hidden)));
	return outcome.comment.url;
}
async function publishCheck(publication, text) {
	const { host, inputs, run, judgement } = publication;
	const { headSha, pullRequest } = run.event;
	if (!inputs.check || headSha === null || !mayWrite(publication, "check")) return;
	const patience = publication.patience();
	await isolated(host, (error) => explainFailure(error, "check", pullRequest?.fork ?? false), () => patience.retry(() => writeCheck({
		client: connect(publication, patience),
		repository: run.repository,
		headSha,
		key: run.key,
		leg: run.leg.expected > 1 ? run.leg : null,
		verdict: judgement.verdict,
		blocked: judgement.blocked,
		title: judgement.summary,
		summary: text,
		detailsUrl: run.runUrl
	})));
}
/** A fork's token cannot write, and asking would only be refused: one notice says where the report is. */
function mayWrite({ host, inputs, run }, need) {
	if (run.event.pullRequest?.fork === true) {
		host.core.notice(`No ${need} was written: the pull request comes from a fork. The report is in the job summary.`, TITLE);
		return false;
	}
	if (inputs["github-token"] !== void 0) return true;
	host.core.warning(`No ${need} was written: the input github-token is empty.`, TITLE);
	return false;
}
function connect({ inputs, run }, patience) {
	const { signal, options } = patience;
	const token = inputs["github-token"] ?? "";
	return createClient({
		token,
		apiUrl: run.apiUrl,
		timeoutMs: options.requestMs,
		signal
	});
}
/** GitHub Enterprise Server has no service that the official client of artifacts can talk to. */
function explainUpload(error) {
	return `${error instanceof Error && error.name === "GHESNotSupportedError" ? "GitHub Enterprise Server does not take artifacts of this kind. The job summary and the comment carry what fits, and the files stay on the runner" : `The artifact was not uploaded: ${messageOf(error)}`}. The verdict is not affected: it is in the job summary.`;
}

// src/github/event.ts
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repositoryId = object({ id: number().int() });
const pullRequestPayload = object({ pull_request: object({
	number: number().int().positive(),
	head: object({
		sha,
		repo: repositoryId.nullable()
	}),
	base: object({
		sha,
		repo: repositoryId
	})
}) });
const mergeGroupPayload = object({
	action: string().optional(),
	merge_group: object({
		head_sha: sha,
		base_sha: sha
	})
});
const pushPayload = object({ deleted: boolean().optional() });
const workflowRunPayload = object({ workflow_run: object({ head_sha: sha }) });
const dispatchPayload = object({ inputs: object({ "pr-number": string().optional() }).nullable() });
const deploymentPayload = object({ deployment: object({ sha }) });
/**
* Reads the event's payload. An event that is not about a pull request has none, and gets no comment; one that nobody knows yet is
* evaluated like a push.
* @param sha `GITHUB_SHA`
* @throws WeighbridgeError `platform` when the payload is not what GitHub documents for the event, `usage` when it tells that
* something is gone: `GITHUB_SHA` is then a commit that nobody asked about
*/
function readEvent(name, payload, sha) {
	const other = {
		name,
		use: "evaluate",
		pullRequest: null,
		headSha: sha,
		baseSha: null
	};
	switch (name) {
		case "pull_request":
		case "pull_request_review":
		case "pull_request_review_comment":
		case "pull_request_target": {
			const { number, head, base } = parse(pullRequestPayload, name, payload).pull_request;
			const fork = head.repo === null || head.repo.id !== base.repo.id;
			const pullRequest = {
				number,
				headSha: head.sha,
				baseSha: base.sha,
				fork
			};
			return {
				name,
				use: name === "pull_request_target" ? "report" : "evaluate",
				pullRequest,
				headSha: head.sha,
				baseSha: base.sha
			};
		}
		case "merge_group": {
			const { action, merge_group } = parse(mergeGroupPayload, name, payload);
			if (action === "destroyed") throw gone("the merge group was destroyed", name);
			const { head_sha, base_sha } = merge_group;
			return {
				...other,
				headSha: head_sha,
				baseSha: base_sha
			};
		}
		case "workflow_run": {
			const { workflow_run } = parse(workflowRunPayload, name, payload);
			return {
				...other,
				use: "report",
				headSha: workflow_run.head_sha
			};
		}
		case "issue_comment": return {
			...other,
			use: "report"
		};
		case "deployment":
		case "deployment_status": return {
			...other,
			headSha: parse(deploymentPayload, name, payload).deployment.sha
		};
		case "workflow_dispatch": {
			const number = Number(parse(dispatchPayload, name, payload).inputs?.["pr-number"]);
			return Number.isSafeInteger(number) && number > 0 ? {
				...other,
				namedPull: number
			} : other;
		}
		case "push":
			if (parse(pushPayload, name, payload).deleted === true) throw gone("the branch or tag was deleted", name);
			return other;
		case "schedule":
		case "repository_dispatch": return other;
		default: return {
			...other,
			headSha: null
		};
	}
}
const gone = (what, name) => new WeighbridgeError("usage", `there is nothing to evaluate: ${what}`, { fix: name === "push" ? "add `if: !github.event.deleted` to the job" : "start the workflow on checks_requested" });
function parse(schema, name, payload) {
	const parsed = schema.safeParse(payload);
	if (parsed.success) return parsed.data;
	throw new WeighbridgeError("platform", `the payload of the event ${name} is not what GitHub documents`, { fix: `check GITHUB_EVENT_PATH: ${prettifyError(parsed.error).replaceAll("\n", " ")}` });
}
/**
* Splits `owner/name`.
* @throws WeighbridgeError `platform`
*/
function readRepository(text) {
	const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? "") ?? [];
	if (owner === void 0 || name === void 0) throw new WeighbridgeError("platform", `GITHUB_REPOSITORY is ${JSON.stringify(text ?? null)}, not owner/name`);
	return {
		owner,
		name
	};
}

// src/actions/run-facts.ts
/** @throws WeighbridgeError `platform` when the runner's variables are missing or odd */
async function readRunFacts(env, inputs) {
	const repository = readRepository(env.GITHUB_REPOSITORY);
	const runId = Number(required(env, "GITHUB_RUN_ID"));
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	return {
		repository,
		event: await readEventOf(env),
		runId,
		attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
		runUrl: `${server}/${repository.owner}/${repository.name}/actions/runs/${runId}`,
		apiUrl: apiUrlOf(env),
		key: inputs["comment-key"] ?? defaultKey(env, inputs),
		leg: legFacts(env, inputs)
	};
}
const digest = (parts) => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
/** The same for every run of this gate, and for all legs of its matrix. */
const defaultKey = (env, inputs) => digest([
	env.GITHUB_WORKFLOW,
	env.GITHUB_JOB,
	inputs["working-directory"],
	inputs.config
]);
const MOST_LEGS = 256;
/** Code points. The marker of a comment holds all labels, and has to leave room for what is said. */
const labelLength = (legs) => legs > 64 ? 20 : 60;
function legFacts(env, inputs) {
	const matrix = JSON.parse(env.WEIGHBRIDGE_MATRIX || "null");
	const total = Number(env.WEIGHBRIDGE_JOB_TOTAL || 1);
	const expected = Number.isInteger(total) && total >= 1 && total <= MOST_LEGS ? total : 1;
	const own = [
		env.GITHUB_JOB,
		inputs["working-directory"],
		inputs.config
	];
	return {
		id: digest([canonicalJson(matrix), ...own]),
		label: truncate(labelOf(matrix) || inputs.config, labelLength(expected)),
		expected
	};
}
/** `size=7b suite=mmlu`; only what is a plain value. */
function labelOf(matrix) {
	if (typeof matrix !== "object" || matrix === null) return "";
	return Object.entries(matrix).filter(([, value]) => typeof value !== "object").map(([name, value]) => `${name}=${value}`).join(" ");
}
const apiUrlOf = (env) => env.GITHUB_API_URL ?? "https://api.github.com";
/** The payload of the event, as the runner has stored it. */
async function readPayload(env) {
	return JSON.parse(await readFile(required(env, "GITHUB_EVENT_PATH"), "utf8"));
}
/** @throws WeighbridgeError `platform` when the payload is not what GitHub documents */
async function readEventOf(env) {
	return readEvent(required(env, "GITHUB_EVENT_NAME"), await readPayload(env), env.GITHUB_SHA ?? null);
}

// src/actions/start-writer.ts
const START_MS = 1e4;
/** Processes that live as long as the job, and hold its token: of GitHub's runner, and act in its place. */
const RUNNERS = ["Runner.Worker", "act"];
/**
* Starts the writer of the progress, which outlives the step and holds the token while foreign code runs as the same user. The token
* reaches it through a channel that is closed afterwards; its arguments and environment are empty of secrets. And it runs a copy
* of Node that its owner may execute and not read: of such a process Linux shows memory, environment and files to root
* alone, and dumps no core (`PR_SET_DUMPABLE`, prctl(2)). Where that does not hold, since the job is root's or the system is another,
* it is started only if the runner itself, which has the token as well, is no better guarded.
* @param scratch a folder of our own
* @throws WeighbridgeError `platform` where the token could be read of it, or it cannot be told from others
*/
async function startWriter(script, assignment, scratch, env) {
	const program = join(scratch, "progress-writer");
	try {
		await copyFile(process.execPath, program, constants.COPYFILE_FICLONE);
		await chmod(program, 64);
		const child = fork(script, [], {
			execPath: program,
			execArgv: [],
			cwd: "/",
			detached: true,
			env: writerEnvironment(env),
			stdio: [
				"ignore",
				"ignore",
				"ignore",
				"ipc"
			]
		});
		try {
			return await brief(child, assignment);
		} catch (error) {
			child.kill("SIGKILL");
			throw error;
		}
	} finally {
		await rm(program, { force: true });
	}
}
async function brief(child, assignment) {
	const signal = AbortSignal.timeout(START_MS);
	await once(child, "spawn", { signal });
	const identity = await identify(child.pid ?? 0);
	if (identity === null) throw new WeighbridgeError("platform", "processes can only be told from each other on Linux");
	const runner = await findAncestor(RUNNERS);
	if (!(runner !== null && await isReadable(runner.pid)) && await isReadable(identity.pid)) throw new WeighbridgeError("platform", "the evaluation could read the token of a process beside it", { fix: "run the job as a user other than root" });
	const ready = once(child, "message", { signal });
	child.send({
		...assignment,
		runner
	});
	await ready;
	child.disconnect();
	child.unref();
	return identity;
}
/** The way to GitHub, and what the runner finds orphans by where it may look. */
function writerEnvironment(env) {
	const kept = childEnvironment(env, ["network"]);
	for (const name of ["RUNNER_TRACKING_ID", "GITHUB_API_URL"]) {
		const value = env[name];
		if (value !== void 0) kept[name] = value;
	}
	return kept;
}

// src/actions/live-progress.ts
const MARGIN_MS = 6e4;
/** Longer than a request of the writer: none is under way any more. */
const ENDING_MS = 5e3;
const outcomeFile = (out) => join(dirname(out), "progress-writer.json");
/**
* Has the comment follow the evaluation, from the step `prep` on. Output: `writer`, the process that does it. What goes wrong costs
* the percentage and a line in the log.
* @param script entry point of the writer
* @param out run directory of the evaluation
*/
async function beginProgress({ env, core }, inputs, announced, out, script, log) {
	if (!inputs["live-progress"] || announced.leg.expected > 16) return;
	const assignment = {
		...announced,
		token: inputs["github-token"] ?? "",
		files: {
			progress: progressFile(out),
			outcome: outcomeFile(out)
		},
		limitMs: inputs["timeout-minutes"] * 6e4 + MARGIN_MS
	};
	try {
		const writer = await startWriter(script, assignment, dirname(out), env);
		core.setOutput("writer", JSON.stringify(writer));
	} catch (error) {
		log.info(`the comment will not say how far this is: ${messageOf(error)}`);
	}
}
const writerSchema = strictObject({
	pid: number().int().min(2),
	started: string()
});
const endings = Object.keys(ENDINGS);
const outcomeSchema = strictObject({
	updates: number().int().min(0).max(1e5),
	ending: _enum(endings)
});
/**
* Ends the writer, before anything else is written.
* @param writer output of `prep`; empty where there is none
*/
async function endProgress(writer, out, log, patienceMs = ENDING_MS) {
	if (writer === "") return;
	try {
		const ended = await endProcess(writerSchema.parse(JSON.parse(writer)), patienceMs);
		log.info(`the progress in the comment ${ended === "killed" ? "had to be cut off" : await said(out)}`);
	} catch (error) {
		log.info(`whether the progress in the comment has ended is not known: ${messageOf(error)}`);
	}
}
async function said(out) {
	const outcome = await readSmall(outcomeFile(out), outcomeSchema);
	return outcome.kind === "read" ? `was brought up to date ${outcome.value.updates} times, ${ENDINGS[outcome.value.ending]}` : "was no longer brought up to date: something else ended what does it";
}

// src/actions/confine.ts
const LIMITS = {
	files: 2e4,
	fileBytes: 2 ** 30,
	totalBytes: 4 * 2 ** 30,
	depth: 8
};
/**
* Every file below `root`, sorted, or an error. The evaluation ran foreign code, so what it left is read as hostile:
* a link would make a trusted step read, and publish, files of the runner.
* @throws WeighbridgeError `data` for a link, a device, a pipe, or more than the limits allow
*/
async function confinedFiles(root, limits = LIMITS) {
	const files = [];
	let total = 0;
	const refuse = (path, problem) => {
		throw new WeighbridgeError("data", `${relative(root, path) || root} ${problem}, so nothing of this run is read`, { fix: "look for what of the evaluation writes it" });
	};
	const visit = async (folder, depth) => {
		if (depth > limits.depth) refuse(folder, `lies more than ${limits.depth} folders deep`);
		for (const name of (await readdir(folder)).sort()) {
			const path = join(folder, name);
			const stats = await lstat(path);
			if (stats.isDirectory()) {
				await visit(path, depth + 1);
				continue;
			}
			if (!stats.isFile()) refuse(path, "is a link or a device");
			if (stats.nlink > 1) refuse(path, "is a hard link");
			total += stats.size;
			if (stats.size > limits.fileBytes) refuse(path, `is larger than ${formatCount(limits.fileBytes)} bytes`);
			if (total > limits.totalBytes) refuse(root, `holds more than ${formatCount(limits.totalBytes)} bytes`);
			if (files.push(path) > limits.files) refuse(root, `holds more than ${formatCount(limits.files)} files`);
		}
	};
	if (!(await lstat(root)).isDirectory()) refuse(root, "is not a folder");
	await visit(root, 1);
	return files;
}

// src/actions/hand-over.ts
/** Tells the artifacts of a matrix apart. */
const legLabel = ({ leg }) => leg.expected > 1 ? [leg.id] : [];
/** With `phase: evaluate` the run directory goes to the job that will judge. */
const EVALUATED = {
	label: ({ shard }, run) => shard === null ? [...legLabel(run), "run"] : [`run-${shard.index}-of-${shard.count}`],
	complete: "The evaluation is complete and waits to be judged.",
	incomplete: "The evaluation is not complete, or could not be handed over."
};
/** The first baseline goes where later runs look for that of a green run. */
const FIRST_BASELINE = {
	label: (_, run) => [...legLabel(run), "report"],
	complete: BOOTSTRAP,
	incomplete: "bootstrap: the first baseline could not be evaluated or kept."
};
/** Where nothing is judged: no verdict is said, and the outputs stay at what was never proven. */
async function handOver({ publication, plan, evaluation, root, clean }, words) {
	const { core } = publication.host;
	const files = await clean(await confinedFiles(plan.out));
	const label = words.label(plan, publication.run);
	const url = await publishArtifact(publication, {
		files,
		root,
		label
	});
	core.setOutput("report-url", url ?? "");
	const complete = evaluation === "success" && url !== null;
	const summary = complete ? words.complete : words.incomplete;
	await publishSummary(publication, `${summary}\n`);
	core.setOutput("summary", summary);
	core.setOutput("exit-code", String(EXIT_CODES.invalid));
	core.setOutput("error", commandData(summary));
	core.setOutput("enforce", complete ? "pass" : "fail");
}

export { readSamplesName as C, readInputs as D, parseInputs as E, PATIENCE as O, newestSamples as S, overridesOf as T, publishCheck as _, confinedFiles as a, publishSummary as b, apiUrlOf as c, readPayload as d, readRunFacts as f, publishArtifact as g, connect as h, legLabel as i, Patience as k, defaultKey as l, annotateLimits as m, FIRST_BASELINE as n, beginProgress as o, readRepository as p, handOver as r, endProgress as s, EVALUATED as t, readEventOf as u, publishComment as v, INPUTS as w, artifactName as x, publishPage as y };