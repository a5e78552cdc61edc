import { C as COMMENT_BYTES, Et as EXIT_CODES, G as toPlain, I as canonicalJson, J as formatCount, L as invalidateVerdict, T as renderMarkdown, U as say, V as verdictLabel, W as toMarkdown, i as main_exports, w as SUMMARY_BYTES } from "./shared/main.js";
import { n as commandData, t as fencedLog } from "./shared/fenced-log.js";
import { a as annotate, o as required, r as readPlan, t as assertSameConfig } from "./shared/plan-file.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever } from "./shared/errors.js";
import { a as readRepository, i as readEvent, n as readInputs, r as upsertComment } from "./shared/inputs.js";
import { t as fenced } from "./shared/escape.js";
import { n as defaults, t as getOctokit } from "./shared/github.js";
import { dirname, join, relative, sep } from "node:path";
import process from "node:process";
import { appendFile, lstat, mkdir, readFile, readdir, realpath, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";

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

// src/report/fault.ts
const DETAIL_LENGTH = 4e3;
/** A verdict of `invalid` for an error that kept the samples from being judged. */
function describeFault(message) {
	const [first = ""] = message.split("\n", 1);
	const line = say`the samples could not be judged: ${first}`;
	const blocks = [
		`**${verdictLabel("invalid")}** ${toMarkdown(line)}`,
		"**This blocks the merge.** Nothing is known about the candidate.",
		fenced(message, { length: DETAIL_LENGTH })
	];
	return {
		summary: `Invalid: ${toPlain(line)}`,
		markdown: `${blocks.join("\n\n")}\n`
	};
}

// src/actions/judgement.ts
/** Judges what is stored. Whatever fails on the way is a verdict of `invalid`, never an exception. */
async function judgeRun({ plan, pipeline, evaluation, log }) {
	let runFiles = [];
	try {
		runFiles = await confinedFiles(plan.out);
		await assertSameConfig(plan);
		const { overrides, out } = plan;
		return found(withEvaluation((await pipeline.judge({
			configPath: plan.config.path,
			overrides,
			out,
			log
		})).verdict, plan, evaluation), runFiles);
	} catch (error) {
		return fault(error, runFiles);
	}
}
/** An evaluation that did not end well proves nothing, whatever samples it left. */
function withEvaluation(file, { phase }, evaluation) {
	if (evaluation === (phase === "report" ? "skipped" : "success")) return file;
	const outcome = evaluation === "" ? "nothing is known of it" : `its outcome is ${evaluation}`;
	return invalidateVerdict(file, `the evaluation did not come to its end: ${outcome}, see the log of the step evaluate`);
}
function found(file, runFiles) {
	const { verdict, blocked, exitCode, summary } = file;
	const render = (context, bytes) => renderMarkdown(file, context, bytes).markdown;
	return {
		verdict,
		blocked,
		exitCode,
		summary,
		file,
		runFiles,
		render
	};
}
function fault(error, runFiles) {
	const { summary, markdown } = describeFault(messageOf(error));
	return {
		verdict: "invalid",
		blocked: true,
		exitCode: EXIT_CODES.invalid,
		summary,
		file: null,
		runFiles,
		render: () => markdown
	};
}

// src/github/artifact.ts
/** A name the service and every file system take. */
function artifactName(...parts) {
	return `weighbridge-${parts.join("-").replace(/[^A-Za-z0-9._]+/g, "-")}`.slice(0, 100);
}
/**
* Uploads files as one zipped artifact.
* @returns the artifact's address
* @throws WeighbridgeError `data` for a file that is a link or lies outside: the client follows links, and an artifact
* may be public; whatever the service answers
*/
async function uploadArtifact({ name, files, root, runUrl }) {
	const realRoot = await realpath(root);
	for (const file of files) await assertRegular(file, realRoot);
	const { DefaultArtifactClient } = await import("./shared/artifact.js");
	const { id } = await new DefaultArtifactClient().uploadArtifact(name, [...files], root);
	if (id === void 0) throw new WeighbridgeError("platform", "the artifact service gave the upload no id");
	return `${runUrl}/artifacts/${id}`;
}
async function assertRegular(file, root) {
	const stats = await lstat(file);
	const inside = relative(root, await realpath(file));
	if (!stats.isFile() || stats.nlink > 1 || inside.startsWith(`..${sep}`) || inside === "..") throw new WeighbridgeError("data", `${file} is not a plain file inside ${root}, so it is not uploaded`);
}

// src/github/check.ts
/** `neutral` satisfies a required check, so an undecided verdict that blocks is `action_required`. */
function conclusionOf(verdict, blocked) {
	switch (verdict) {
		case "pass": return "success";
		case "inconclusive": return blocked ? "action_required" : "neutral";
		case "regression":
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
	const { client, repository, headSha, key, verdict, blocked, title, summary, detailsUrl } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const check = {
		name: `weighbridge (${key})`,
		external_id: `weighbridge:${key}`,
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
		check_name: check.name
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

// src/github/client.ts
/** A client that talks to the given GitHub, through the runner's proxy where there is one, and never waits forever. */
function createClient({ token, apiUrl, timeoutMs }) {
	const send = defaults.request?.fetch ?? fetch;
	return getOctokit(token, {
		baseUrl: apiUrl.replace(/\/+$/, ""),
		request: { fetch: (url, init) => send(url, {
			...init,
			signal: AbortSignal.timeout(timeoutMs)
		}) }
	});
}

// src/github/trouble.ts
const PERMISSION = {
	comment: "pull-requests: write",
	check: "checks: write"
};
const permissionLines = (need) => `permissions:\n  contents: read\n  ${PERMISSION[need]}`;
function failureOf(error) {
	return {
		status: typeof error === "object" && error !== null && "status" in error && typeof error.status === "number" ? error.status : null,
		message: messageOf(error)
	};
}
const isTimeout = (error) => error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError" || error.cause !== void 0 && isTimeout(error.cause));
/** GitHub answers a secondary rate limit with 403 as well; that is not a matter of permissions. */
const isRateLimit = ({ status, message }) => status === 429 || /rate limit/i.test(message);
/**
* Why GitHub did not take a comment or a check, and what to do: a warning for the log. The verdict stands whatever
* this says.
*/
function explainFailure(error, need, fork) {
	const failure = failureOf(error);
	const what = need === "comment" ? "The comment on the pull request was not written" : "The check was not written";
	const tail = "The verdict is not affected: it is in the job summary.";
	if (isTimeout(error)) return `${what}: GitHub did not answer in time. ${tail}`;
	if (isRateLimit(failure)) return `${what}: GitHub's rate limit was reached. ${tail}`;
	switch (failure.status) {
		case 401:
		case 403:
		case 404: return fork ? `${what}: the token of a pull request from a fork is read-only. Report from a workflow_run workflow instead. ${tail}` : `${what}: the token may not do it (HTTP ${failure.status}). Add to the job:\n\n${permissionLines(need)}\n\n${tail}`;
		case 422: return `${what}: GitHub refused it (HTTP 422: ${failure.message}); the conversation may be locked. ${tail}`;
		default: return failure.status === null ? `${what}: ${failure.message}. ${tail}` : `${what}: GitHub had trouble (HTTP ${failure.status}). ${tail}`;
	}
}

// src/actions/publishers.ts
const TIMEOUT_MS = 3e4;
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
/** @returns the artifact's address, null where there is none */
async function publishArtifact({ host, run }, bundle) {
	const name = artifactName(run.key, bundle.label, run.attempt);
	const explain = (error) => `The artifact was not uploaded: ${messageOf(error)}. The verdict is not affected: it is in the job summary.`;
	return isolated(host, explain, () => uploadArtifact({
		name,
		files: bundle.files,
		root: bundle.root,
		runUrl: run.runUrl
	}));
}
async function publishSummary({ host }, markdown) {
	await isolated(host, (error) => `The job summary was not written: ${messageOf(error)}`, () => appendFile(required(host.env, "GITHUB_STEP_SUMMARY"), markdown));
}
/** @returns the comment's address, null where there is none */
async function publishComment(publication, context) {
	const { host, inputs, run, judgement } = publication;
	const { pullRequest } = run.event;
	if (inputs.comment === "never" || pullRequest === null || !mayWrite(publication, "comment")) return null;
	const explain = (error) => explainFailure(error, "comment", pullRequest.fork);
	const outcome = await isolated(host, explain, () => upsertComment({
		client: client(publication),
		repository: run.repository,
		issue: pullRequest.number,
		key: run.key,
		meta: {
			sha: pullRequest.headSha,
			run: run.runId,
			attempt: run.attempt
		},
		text: judgement.render(context, COMMENT_BYTES),
		mode: inputs.comment,
		failed: judgement.blocked
	}));
	if (outcome === null) return null;
	if (outcome.kind !== "skipped") return outcome.url;
	host.core.notice(`No comment was written: ${outcome.reason}.`, TITLE);
	return null;
}
async function publishCheck(publication, context) {
	const { host, inputs, run, judgement } = publication;
	const { headSha, pullRequest } = run.event;
	if (!inputs.check || headSha === null || !mayWrite(publication, "check")) return;
	await isolated(host, (error) => explainFailure(error, "check", pullRequest?.fork ?? false), () => writeCheck({
		client: client(publication),
		repository: run.repository,
		headSha,
		key: run.key,
		verdict: judgement.verdict,
		blocked: judgement.blocked,
		title: judgement.summary,
		summary: judgement.render(context, COMMENT_BYTES),
		detailsUrl: run.runUrl
	}));
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
function client({ inputs, run }) {
	return createClient({
		token: inputs["github-token"] ?? "",
		apiUrl: run.apiUrl,
		timeoutMs: TIMEOUT_MS
	});
}

// src/actions/run-facts.ts
/** @throws WeighbridgeError `platform` when the runner's variables are missing or odd */
async function readRunFacts(env, inputs) {
	const payload = JSON.parse(await readFile(required(env, "GITHUB_EVENT_PATH"), "utf8"));
	const repository = readRepository(env.GITHUB_REPOSITORY);
	const runId = Number(required(env, "GITHUB_RUN_ID"));
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	return {
		repository,
		event: readEvent(required(env, "GITHUB_EVENT_NAME"), payload, env.GITHUB_SHA ?? null),
		runId,
		attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
		runUrl: `${server}/${repository.owner}/${repository.name}/actions/runs/${runId}`,
		apiUrl: env.GITHUB_API_URL ?? "https://api.github.com",
		key: inputs["comment-key"] ?? defaultKey(env, inputs)
	};
}
/** The same for every run of this gate; legs of a matrix share it, and need a `comment-key` of their own. */
function defaultKey(env, inputs) {
	const parts = [
		env.GITHUB_WORKFLOW,
		env.GITHUB_JOB,
		inputs["working-directory"],
		inputs.config
	];
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}

// src/actions/publish.ts
/**
* Judges what the evaluation wrote and tells everybody. The verdict's outputs are set before anything is published, and
* no publisher can change them.
* @throws WeighbridgeError when inputs or plan cannot be read: the step enforce then finds nothing said, and fails
*/
async function publish(host, pipeline, log) {
	const { env, core } = host;
	const inputs = readInputs(required(env, "WEIGHBRIDGE_INPUTS"));
	delete env.WEIGHBRIDGE_INPUTS;
	const planPath = required(env, "WEIGHBRIDGE_PLAN");
	const plan = await readPlan(planPath, required(env, "WEIGHBRIDGE_PLAN_DIGEST"));
	const run = await readRunFacts(env, inputs);
	const evaluation = env.WEIGHBRIDGE_EVALUATE_OUTCOME ?? "";
	const root = dirname(planPath);
	process.chdir(plan.directory);
	if (plan.phase === "evaluate") return handOver({
		host,
		run
	}, plan, evaluation, root);
	const judgement = await judgeRun({
		plan,
		pipeline,
		evaluation,
		log
	});
	sayVerdict(host, judgement);
	const publication = {
		host,
		inputs,
		run,
		judgement
	};
	const elapsedSeconds = (Date.now() - Date.parse(plan.started)) / 1e3;
	const context = {
		artifactUrl: null,
		runUrl: run.runUrl,
		elapsedSeconds
	};
	const written = await writeReport(judgement, context, join(root, "report"));
	core.setOutput("verdict-path", written.verdict ?? "");
	const bundle = {
		files: [...written.files, ...judgement.runFiles],
		root,
		label: "report"
	};
	const artifactUrl = inputs.artifact ? await publishArtifact({
		host,
		run
	}, bundle) : null;
	core.setOutput("report-url", artifactUrl ?? run.runUrl);
	const linked = {
		...context,
		artifactUrl
	};
	await publishSummary(publication, judgement.render(linked, SUMMARY_BYTES));
	core.setOutput("comment-url", await publishComment(publication, linked) ?? "");
	await publishCheck(publication, linked);
}
function sayVerdict({ core }, { verdict, blocked, exitCode, summary }) {
	core.setOutput("verdict", verdict);
	core.setOutput("blocked", String(blocked));
	core.setOutput("summary", summary);
	core.setOutput("exit-code", String(exitCode));
	core.setOutput("error", commandData(summary));
	core.setOutput("enforce", blocked ? "fail" : "pass");
}
/** Into a folder of our own: the run directory belongs to the evaluation, which may have put anything there. */
async function writeReport(judgement, context, folder) {
	await mkdir(folder);
	const comment = join(folder, "comment.md");
	await writeFile(comment, judgement.render(context, COMMENT_BYTES), { flag: "wx" });
	if (judgement.file === null) return {
		verdict: null,
		files: [comment]
	};
	const verdict = join(folder, "verdict.json");
	await writeFile(verdict, canonicalJson(judgement.file), { flag: "wx" });
	return {
		verdict,
		files: [verdict, comment]
	};
}
/** With `phase: evaluate` nothing is judged here: the run directory goes to the job that will. */
async function handOver(publication, plan, evaluation, root) {
	const { core } = publication.host;
	const label = plan.shard === null ? "run" : `run-${plan.shard.index}-of-${plan.shard.count}`;
	const url = await publishArtifact(publication, {
		files: await confinedFiles(plan.out),
		root,
		label
	});
	core.setOutput("report-url", url ?? "");
	const complete = evaluation === "success" && url !== null;
	const summary = complete ? "The evaluation is complete and waits to be judged." : "The evaluation is not complete, or could not be handed over.";
	await publishSummary(publication, `${summary}\n`);
	core.setOutput("exit-code", String(EXIT_CODES.invalid));
	core.setOutput("error", commandData(summary));
	core.setOutput("enforce", complete ? "pass" : "fail");
}

// src/actions/report.ts
/** Entry point of the step `report`, called by github-script. */
async function report({ core }) {
	const log = fencedLog((text) => process.stdout.write(text));
	try {
		await publish({
			env: process.env,
			core
		}, main_exports, log);
	} catch (error) {
		annotate(core, error);
		process.exitCode = 1;
	}
}

export { report };