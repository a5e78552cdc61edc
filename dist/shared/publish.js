import { D as readInputs, O as PATIENCE, _ as publishCheck, a as confinedFiles, b as publishSummary, f as readRunFacts, g as publishArtifact, h as connect, i as legLabel, k as Patience, m as annotateLimits, n as FIRST_BASELINE, r as handOver, s as endProgress, t as EVALUATED, v as publishComment, y as publishPage } from "./hand-over.js";
import { D as invalidateVerdict, Z as canonicalJson, b as commitWords, g as renderMarkdown, h as SUMMARY_BYTES, m as COMMENT_BYTES, o as applyWaivers, x as renderHtml, y as agePrefix } from "./policies.js";
import { i as WAIVER_PERMISSIONS, t as commandData } from "./log-fence.js";
import { i as messageOf, n as WeighbridgeError } from "./errors.js";
import { n as fenced, t as entities } from "./escape.js";
import { P as readLines, d as SAMPLES_FILE, u as RUN_FILE } from "./resume.js";
import { o as required, r as readPlan, t as assertSameConfig } from "./plan-file.js";
import { M as EXIT_CODES, _ as toMarkdown, c as verdictLabel, g as say, v as toPlain } from "./table.js";
import { c as createClient } from "./follow-progress.js";
import { basename, dirname, join, relative } from "node:path";
import { createReadStream, createWriteStream } from "node:fs";
import process from "node:process";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { Buffer } from "node:buffer";

// src/report/redact.ts
/** Shorter values are in everybody's text, and are no secrets. */
const SHORTEST = 8;
const STARS = "***";
/** Those of the values that are secrets; the longest first, so that one that begins like another leaves no end behind. */
const realSecrets = (values) => values.filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
const without = (text, forms) => forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
/**
* Takes values that must not be read out of a report. GitHub does so in logs and summaries, and not in what is posted.
* @param secrets as they are; also found where they are written as inert code
*/
function redact(markdown, secrets) {
	return without(markdown, realSecrets(secrets).flatMap((secret) => [secret, entities(secret)]));
}
/**
* The same for data, before anything is made of it: however it is escaped, cut or encoded afterwards, the secrets are gone.
* @returns a copy; numbers, and the shape but for names of keys, are what they were
*/
function redactAll(data, secrets) {
	const real = realSecrets(secrets);
	const copy = (value) => {
		if (typeof value === "string") return without(value, real);
		if (Array.isArray(value)) return value.map(copy);
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [without(key, real), copy(inner)]));
	};
	return copy(data);
}
/** How a secret may stand in a file: as it is, or in a string of JSON, with letters of other alphabets escaped or not. */
function writtenForms(secrets) {
	const forms = realSecrets(secrets).flatMap((secret) => {
		const json = JSON.stringify(secret).slice(1, -1);
		const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
		return [
			secret,
			json,
			json.replace(/[\u0080-\uffff]/g, escaped)
		];
	});
	return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

// src/actions/clean-files.ts
/**
* Takes secrets out of the files of a run, in place, before anything is judged or published: what was judged is then what
* everybody can judge again. Of samples and records only text for people changes: what a model said, why there is no score, what
* the checkpoint was called. Ids, settings and digests are compared, so that stars would make equal what is not: where a secret
* stands there, the folder stays on the runner.
* @param files regular files below `root`
*/
async function cleanFiles(root, files, values) {
	const secrets = secretsOf(values);
	if (secrets.forms.length === 0) return {
		files,
		withheld: []
	};
	const withheld = /* @__PURE__ */ new Set();
	for (const file of files) if (holds(relative(root, file), secrets)) withheld.add(file);
	else if (await fileHolds(file, secrets) && !await cleanFile(file, secrets)) withheld.add(dirname(file));
	return {
		files: files.filter((file) => !withheld.has(file) && !withheld.has(dirname(file))),
		withheld: [...withheld].map((path) => redactAll(relative(root, path) || ".", values))
	};
}
function secretsOf(values) {
	const forms = writtenForms(values);
	const encoded = forms.map((form) => Buffer.from(form, "utf8"));
	const patterns = encoded.map((form) => form.toString("hex").replace(/../g, "\\x$&"));
	return {
		values,
		forms,
		bytes: new RegExp(patterns.join("|"), "g"),
		longest: Math.max(0, ...encoded.map(({ length }) => length))
	};
}
const holds = (text, { forms }) => forms.some((form) => text.includes(form));
/** @returns false where a secret stands in what is compared */
async function cleanFile(file, secrets) {
	const fresh = `${file}.${randomUUID()}`;
	try {
		await pipeline(cleanContent(file, secrets), createWriteStream(fresh, {
			flags: "wx",
			mode: 384
		}));
		await rename(fresh, file);
		return true;
	} catch (error) {
		await rm(fresh, { force: true });
		if (error instanceof WeighbridgeError && error.kind === "data") return false;
		throw error;
	}
}
function cleanContent(file, secrets) {
	switch (basename(file)) {
		case SAMPLES_FILE: return cleanSamples(file, secrets);
		case RUN_FILE: return cleanRecord(file, secrets);
		default: return cleanBytes(file, secrets);
	}
}
async function* cleanSamples(file, secrets) {
	for await (const { text, whole, number } of readLines(file)) {
		const at = {
			file,
			line: number
		};
		const line = holds(text, secrets) ? cleanJson(text, at, secrets, (sample) => ({
			...sample,
			...cleanMembers(sample, ["output"], secrets),
			scores: mapMembers(sample.scores, (score) => cleanMembers(score, ["unscored"], secrets))
		})) : text;
		yield whole ? `${line}\n` : line;
	}
}
async function* cleanRecord(file, secrets) {
	yield cleanJson(await readFile(file, "utf8"), { file }, secrets, (record) => ({
		...record,
		model: cleanMembers(record.model, ["source"], secrets),
		status: cleanMembers(record.status, ["reason"], secrets)
	}));
}
/** @throws WeighbridgeError `data` where the text is no object, or a secret is left */
function cleanJson(text, at, secrets, clean) {
	const refuse = () => new WeighbridgeError("data", "a secret stands where it cannot be taken out", { at });
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw refuse();
	}
	if (!isObject(value)) throw refuse();
	const cleaned = JSON.stringify(clean(value));
	if (holds(cleaned, secrets)) throw refuse();
	return cleaned;
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** The value with these of its members clean, where they are texts. */
function cleanMembers(value, names, { values }) {
	if (!isObject(value)) return value;
	const texts = names.filter((name) => typeof value[name] === "string");
	return {
		...value,
		...Object.fromEntries(texts.map((name) => [name, redactAll(value[name], values)]))
	};
}
function mapMembers(value, change) {
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
}
/** UTF-8 is searched as bytes, one to a character: what a program has left may be anything. */
const latin1 = (chunk) => chunk.toString("latin1");
async function fileHolds(file, { bytes, longest }) {
	let text = "";
	for await (const chunk of createReadStream(file)) {
		text = text.slice(1 - longest) + latin1(chunk);
		if (text.search(bytes) !== -1) return true;
	}
	return false;
}
async function* cleanBytes(file, secrets) {
	let text = "";
	for await (const chunk of createReadStream(file)) {
		text += latin1(chunk);
		const { clean, rest } = replaceUpTo(text.length - secrets.longest, text, secrets);
		yield Buffer.from(clean, "latin1");
		text = rest;
	}
	yield Buffer.from(replaceUpTo(text.length, text, secrets).clean, "latin1");
}
function replaceUpTo(last, text, { bytes }) {
	let [clean, at] = ["", 0];
	for (const { index, 0: found } of text.matchAll(bytes)) {
		if (index > last) break;
		clean += text.slice(at, index) + "***";
		at = index + found.length;
	}
	const end = Math.max(at, last + 1);
	return {
		clean: clean + text.slice(at, end),
		rest: text.slice(end)
	};
}

// src/actions/judged-commit.ts
/** The commit that was judged, and whether somebody has pushed another since; where GitHub does not say so, a notice does. */
async function judgedCommit({ host, inputs, run, patience }) {
	const { repository, event } = run;
	const { headSha: sha, pullRequest } = event;
	if (sha === null) return null;
	const alone = {
		sha,
		newerHead: null
	};
	if (pullRequest === null || inputs.comment === "never" || inputs["github-token"] === void 0) return alone;
	const place = {
		owner: repository.owner,
		repo: repository.name,
		pull_number: pullRequest.number
	};
	const waiting = patience();
	const client = connect({
		inputs,
		run
	}, waiting);
	try {
		const { data: pull } = await waiting.retry(() => client.rest.pulls.get(place));
		return pull.head.sha === sha ? alone : {
			sha,
			newerHead: pull.head.sha
		};
	} catch (error) {
		host.core.notice(`Whether the pull request has a newer commit is not known: ${messageOf(error)}`, { title: "Weighbridge" });
		return alone;
	}
}

// src/report/fault.ts
const DETAIL_LENGTH = 4e3;
/** A verdict of `invalid` for an error that kept the samples from being judged. */
function describeFault(message, commit = null) {
	const [first = ""] = message.split("\n", 1);
	const line = say`the samples could not be judged: ${first}`;
	const blocks = [
		`**${verdictLabel("invalid")}** ${agePrefix(commit)}${toMarkdown(line)}`,
		`**This blocks the merge.**${commitWords(commit)} Nothing is known about the candidate.`,
		fenced(message, { length: DETAIL_LENGTH })
	];
	return {
		summary: `Invalid: ${toPlain(line)}`,
		markdown: `${blocks.join("\n\n")}\n`
	};
}

// src/actions/judgement.ts
/** How the evaluation step says it ended, other than well. */
const ENDINGS = new Map(Object.entries({
	"timed-out": ({ timeoutMinutes }) => `it was stopped after ${timeoutMinutes} minutes, the limit of timeout-minutes; what was finished is shown`,
	interrupted: () => "it was told to stop; what was finished is shown",
	tampered: () => "something of it wrote to files by which the runner takes commands, which were restored; nothing of this run can be trusted"
}));
/** Judges what is stored. Whatever fails on the way is a verdict of `invalid`, never an exception. */
async function judgeRun(options) {
	const { plan, pipeline, log, labels = async () => [], clean = async (files) => files } = options;
	let runFiles = [];
	try {
		runFiles = await clean(await confinedFiles(plan.out));
		await assertSameConfig(plan);
		const { overrides, baselines = null, out, policy } = plan;
		const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
		const { base, waivers } = policy;
		const policies = {
			base,
			waivers,
			untrusted: null,
			today
		};
		const request = {
			configPath: plan.config.path,
			overrides,
			baselines,
			out,
			log,
			policies
		};
		const file = withEvaluation((await pipeline.judge(request)).verdict, options);
		const more = canBeWaived(file) ? await labels() : [];
		return found(applyWaivers(file, more, today), runFiles);
	} catch (error) {
		return fault(error, runFiles);
	}
}
/** Whether a waiver could change anything: what is not known cannot be waived, and what does not block need not be. */
const canBeWaived = ({ verdict, gates }) => verdict !== "invalid" && gates.some((gate) => gate.blocks && gate.verdict !== "invalid");
/** An evaluation that did not end well proves nothing, whatever samples it left. */
function withEvaluation(file, { plan, evaluation, ending = null }) {
	if (plan.phase === "report" ? evaluation === "skipped" : evaluation === "success" && ending === "finished") return file;
	const outcome = evaluation === "" ? "nothing is known of it" : `its outcome is ${evaluation}`;
	const why = ENDINGS.get(ending ?? "")?.(plan) ?? `${outcome}, see the log of the step evaluate`;
	return invalidateVerdict(file, `the evaluation did not come to its end: ${why}`);
}
/** A verdict as the publishers take it. */
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
/** The verdict of `invalid` where nothing could be judged. */
function fault(error, runFiles) {
	const message = messageOf(error);
	const base = {
		verdict: "invalid",
		blocked: true,
		exitCode: EXIT_CODES.invalid
	};
	const { summary } = describeFault(message);
	const render = ({ commit = null }) => describeFault(message, commit).markdown;
	return {
		...base,
		summary,
		file: null,
		runFiles,
		render
	};
}
/** Without secrets that a model, or a message of another program, has given away; what was decided stays. */
function withoutSecrets(judgement, secrets) {
	const { file, render } = judgement;
	if (file !== null) {
		const { verdict, blocked, exitCode } = file;
		return found({
			...redactAll(file, secrets),
			verdict,
			blocked,
			exitCode
		}, judgement.runFiles);
	}
	return {
		...judgement,
		summary: redact(judgement.summary, secrets),
		render: (context, bytes) => redact(render(context, bytes), secrets)
	};
}

// src/actions/named-pull.ts
const TIMEOUT_MS = 3e4;
/**
* The run with the pull request that whoever dispatched it has named, where its head is the commit that was evaluated: on any
* other, the comment would speak of another checkpoint.
*/
async function withNamedPull(run, inputs, core) {
	const { namedPull, headSha } = run.event;
	const token = inputs["github-token"];
	if (namedPull === void 0 || token === void 0) return run;
	const leave = (why) => {
		core.notice(`Nothing is written on #${namedPull}: ${why}.`, { title: "Weighbridge" });
		return run;
	};
	try {
		const client = createClient({
			token,
			apiUrl: run.apiUrl,
			timeoutMs: TIMEOUT_MS
		});
		const place = {
			owner: run.repository.owner,
			repo: run.repository.name
		};
		const { data: pull } = await client.rest.pulls.get({
			...place,
			pull_number: namedPull
		});
		if (pull.head.sha !== headSha) return leave("its head is not the commit that was evaluated");
		const pullRequest = {
			number: namedPull,
			headSha: pull.head.sha,
			baseSha: pull.base.sha,
			fork: false
		};
		return {
			...run,
			event: {
				...run.event,
				pullRequest
			}
		};
	} catch (error) {
		return leave(messageOf(error));
	}
}

// src/github/waiver-labels.ts
const LABEL = /^weighbridge:waive\s+(\S.*)$/;
/**
* The gates that labels of a pull request waive. A label holds for the commit that its setter saw: it must have been set after
* the last push, by GitHub's own clock, since dates in commits can be forged. The reason is the setter's newest comment that
* begins with the label's text.
* @returns every such label, those that do not count with the reason why
* @throws what GitHub answered when not even the labels can be read
*/
async function readWaiverLabels(request) {
	const { client, repository, pullRequest } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const { data: pull } = await client.rest.pulls.get({
		...place,
		pull_number: pullRequest.number
	});
	const labels = pull.labels.flatMap(({ name }) => {
		const gate = LABEL.exec(name)?.[1]?.trim();
		return gate === void 0 ? [] : [{
			name,
			gate
		}];
	});
	const waivers = [];
	for (const label of labels) {
		const waiver = {
			gate: label.gate,
			expires: `commit ${pullRequest.headSha}`,
			source: "label"
		};
		const finding = await examine(request, label.name, pull).catch(unreadable);
		waivers.push({
			...waiver,
			...finding
		});
	}
	return waivers;
}
const refused = (why, by = "nobody known", reason = "none") => ({
	by,
	reason,
	refused: why
});
const unreadable = (error) => refused(`who set the label, and when, could not be read (${statusOf(error)})`);
function statusOf(error) {
	return error instanceof Error && "status" in error ? `HTTP ${String(error.status)}` : "no answer";
}
async function examine(request, label, { head }) {
	const { client, repository, pullRequest, permission } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	if (head.sha !== pullRequest.headSha) return refused("the pull request has a newer commit");
	const set = (await client.paginate(client.rest.issues.listEvents, {
		...place,
		issue_number: pullRequest.number,
		per_page: 100
	})).findLast((event) => "label" in event && event.label?.name === label);
	const by = set?.event === "labeled" ? set.actor?.login : void 0;
	if (set === void 0 || by === void 0) return refused("nothing says who set the label");
	const pushed = await lastPush(client, head);
	if (pushed === null) return refused("nothing says when the newest commit was pushed", by);
	if (Date.parse(set.created_at) <= pushed) return refused("it was set before the newest commit", by);
	if (!suffices((await client.rest.repos.getCollaboratorPermissionLevel({
		...place,
		username: by
	})).data, permission)) return refused(`it needs the permission ${permission}, which its setter does not have`, by);
	const reason = (await client.paginate(client.rest.issues.listComments, {
		...place,
		issue_number: pullRequest.number,
		per_page: 100
	})).findLast(({ user, body }) => user?.login === by && body?.startsWith(label) === true)?.body?.slice(label.length).split("\n", 1)[0]?.replace(/^[\s:,—-]+/, "").trim();
	if (!reason) return refused(`it has no reason: its setter comments "${label}", followed by the reason`, by);
	return {
		by,
		reason,
		refused: null
	};
}
/** When the head branch was last pushed to, in milliseconds; null where GitHub does not say so of this very commit. */
async function lastPush(client, { sha, ref, repo }) {
	if (repo === null) return null;
	const { data } = await client.rest.repos.listActivities({
		owner: repo.owner.login,
		repo: repo.name,
		ref: `refs/heads/${ref}`,
		per_page: 1
	});
	const [newest] = data;
	return newest?.after === sha ? Date.parse(newest.timestamp) : null;
}
/** `permission` knows no `maintain`, `role_name` may be one that an organisation has made up. */
function suffices({ permission, role_name: role }, needed) {
	const known = WAIVER_PERMISSIONS;
	const rank = (name) => known.indexOf(name);
	return Math.max(rank(permission), rank(role)) >= rank(needed);
}

// src/actions/waiver-labels.ts
/** Labels that cannot be read waive nothing, which is said, and change nothing else. */
async function waiverLabels(place, { waiverPermission: permission }) {
	const { repository, event } = place.run;
	const { pullRequest } = event;
	if (pullRequest === null || place.inputs["github-token"] === void 0) return [];
	const patience = place.patience();
	const client = connect(place, patience);
	try {
		return await patience.retry(() => readWaiverLabels({
			client,
			repository,
			pullRequest,
			permission
		}));
	} catch (error) {
		place.host.core.notice(`Labels that waive a gate were not looked at: ${messageOf(error)}`, { title: "Weighbridge" });
		return [];
	}
}

// src/actions/publish.ts
/** What a leg of a large matrix may at least say before others are shortened for it. */
const LEG_BYTES = 12e3;
const LEG_FRAME_BYTES = 500;
/**
* Judges what the evaluation wrote and tells everybody. The verdict's outputs are set before anything is published, and
* no publisher can change them.
* @throws WeighbridgeError when inputs or plan cannot be read: the step enforce then finds nothing said, and fails
*/
async function publish(host, pipeline, log, waiting = PATIENCE) {
	const { env, core } = host;
	const inputs = readInputs(required(env, "WEIGHBRIDGE_INPUTS"));
	delete env.WEIGHBRIDGE_INPUTS;
	const planPath = required(env, "WEIGHBRIDGE_PLAN");
	const out = join(dirname(planPath), "run");
	await endProgress(env.WEIGHBRIDGE_WRITER ?? "", out, log);
	const plan = await readPlan(planPath, required(env, "WEIGHBRIDGE_PLAN_DIGEST"));
	const run = await withNamedPull(await readRunFacts(env, inputs), inputs, core);
	const evaluation = env.WEIGHBRIDGE_EVALUATE_OUTCOME ?? "";
	const root = dirname(planPath);
	process.chdir(plan.directory);
	const patience = () => new Patience(waiting);
	const secrets = [inputs["github-token"], ...plan.envAllow.map((name) => env[name])].filter((secret) => secret !== void 0);
	const clean = (files) => publishable(host, plan.out, files, secrets);
	const handing = {
		publication: {
			host,
			run,
			patience
		},
		plan,
		evaluation,
		root,
		clean
	};
	if (plan.phase === "evaluate") return handOver(handing, EVALUATED);
	if (plan.baselines?.bootstrap) return handOver(handing, FIRST_BASELINE);
	const labels = () => waiverLabels({
		host,
		inputs,
		run,
		patience
	}, plan.policy);
	const ending = env.WEIGHBRIDGE_EVALUATE_ENDING ?? null;
	const judged = await judgeRun({
		plan,
		pipeline,
		evaluation,
		ending,
		log,
		labels,
		clean
	});
	const judgement = withoutSecrets(judged, secrets);
	sayVerdict(host, judgement);
	await annotateLimits(host, judgement, plan.directory);
	const elapsedSeconds = (Date.now() - Date.parse(plan.started)) / 1e3;
	const { runUrl } = run;
	const now = (/* @__PURE__ */ new Date()).toISOString();
	const commit = await judgedCommit({
		host,
		inputs,
		run,
		patience
	});
	const context = {
		artifactUrl: null,
		pageUrl: null,
		runUrl,
		elapsedSeconds,
		envAllow: plan.envAllow,
		now,
		commit
	};
	const written = await writeReport(judgement, context, join(root, "report"));
	core.setOutput("verdict-path", written.verdict ?? "");
	const bundle = {
		files: [...written.files, ...judgement.runFiles],
		root,
		label: [...legLabel(run), "report"]
	};
	const artifactUrl = inputs.artifact ? await publishArtifact({
		host,
		run,
		patience
	}, bundle) : null;
	const pageUrl = artifactUrl === null || written.page === null ? null : await publishPage({
		host,
		run,
		patience
	}, written.page, legLabel(run));
	core.setOutput("report-url", pageUrl ?? artifactUrl ?? run.runUrl);
	const linked = {
		...context,
		artifactUrl,
		pageUrl
	};
	const publication = {
		host,
		inputs,
		run,
		judgement,
		elapsedSeconds,
		patience
	};
	const render = (bytes) => judgement.render(linked, bytes);
	await publishSummary(publication, render(SUMMARY_BYTES));
	const share = Math.max(LEG_BYTES, Math.floor(COMMENT_BYTES / run.leg.expected) - LEG_FRAME_BYTES);
	const text = render(run.leg.expected === 1 ? COMMENT_BYTES : share);
	core.setOutput("comment-url", await publishComment(publication, text) ?? "");
	await publishCheck(publication, render(COMMENT_BYTES));
}
/** The files of the run without what the evaluation was given to keep to itself; those that cannot be without stay here. */
async function publishable({ core }, root, files, secrets) {
	const { files: kept, withheld } = await cleanFiles(root, files, secrets);
	if (withheld.length > 0) core.warning(`Not in the artifact: ${withheld.join(", ")}. The value of a variable of env-allow stands where it is compared (an id, a setting, a name), and cannot be taken out.`, { title: "Weighbridge" });
	return kept;
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
		page: null,
		files: [comment]
	};
	const verdict = join(folder, "verdict.json");
	await writeFile(verdict, canonicalJson(judgement.file), { flag: "wx" });
	const page = join(folder, "report.html");
	await writeFile(page, renderHtml(judgement.file, context), { flag: "wx" });
	return {
		verdict,
		page,
		files: [
			verdict,
			comment,
			page
		]
	};
}

export { fault as a, waiverLabels as i, sayVerdict as n, found as o, writeReport as r, withoutSecrets as s, publish as t };