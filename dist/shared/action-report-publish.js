import { Mt as assertNever, Pt as messageOf, Vt as verdictExitCode, l as WAIVER_PERMISSIONS, zt as isProven } from "./core-domain-history.js";
import { a as truncate, t as entities } from "./report-escape.js";
import { t as verdictJson } from "./report-json.js";
import { t as commandData } from "./report-log-fence.js";
import { n as OWN_POLICY_TITLE } from "./report-sections-registry.js";
import { s as toPlain } from "./report-inline.js";
import { g as gateSentence } from "./report-headline.js";
import { h as object, o as array, s as boolean, y as string } from "./npm-zod.js";
import { a as renderMarkdown, i as describeFault, n as SUMMARY_BYTES, t as COMMENT_BYTES } from "./report-markdown.js";
import { n as invalidateVerdict } from "./report-build.js";
import { c as mustBeAccepted, l as applyWaivers, s as isOfSuite } from "./app-policy.js";
import { i as assertSameConfig, r as requiredVariable, t as ANNOTATION_LENGTH } from "./action-runtime.js";
import { i as artifactName, l as uploadArtifact } from "./results-unpack.js";
import { A as sameRun, E as askAtOnce, N as explainFailure, P as failureOf, a as listRegularFiles, c as checkFields, d as externalId, f as newerThan, i as renderJobs, l as checkNames, o as connect, r as toWrite, s as askChecks, t as canShare, u as checksOn, x as upsertComment } from "./action-shared-comment.js";
import { r as SHOWN_SAMPLES_FILE, u as renderPage } from "./app-verdict-file.js";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { realpathSync } from "node:fs";
import { appendFile, copyFile, mkdir, writeFile } from "node:fs/promises";

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

// src/action/report/judgement.ts
/** How the evaluation step says it ended, other than well. */
const ENDINGS = new Map(Object.entries({
	"timed-out": ({ inputs }) => `it was stopped after ${inputs["timeout-minutes"]} minutes, the limit of timeout-minutes; what was finished is shown`,
	interrupted: () => "it was told to stop; what was finished is shown",
	tampered: () => "something of it wrote to files by which the runner takes commands, which were restored; nothing of this run can be trusted"
}));
/** Judges what is stored. Whatever fails on the way is a verdict of `invalid`, never an exception. */
async function judgeRun(options) {
	const { plan, decide, labels = async () => [], clean = async (files) => files } = options;
	let runFiles = [];
	try {
		runFiles = await clean(await listRegularFiles(plan.out));
		await assertSameConfig(plan);
		const { config, overrides, baselines, out, suite: asked = null } = plan;
		const { base, suite = null } = plan.policy;
		const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
		const isAsked = mustBeAccepted(suite);
		const policies = {
			base,
			suite,
			waivers: [...plan.policy.waivers, ...isAsked ? await labels() : []],
			untrusted: null,
			today
		};
		const decided = await decide({
			configPath: config.path,
			overrides,
			baselines,
			out,
			suite: asked,
			policies
		});
		const file = withDraw(withEvaluation(decided.verdict, options), plan);
		const ofGates = (canBeWaived(file) && !isAsked ? await labels() : []).filter((waiver) => !isOfSuite(waiver));
		return judgedRun(applyWaivers(file, ofGates, today), decided.samples(), runFiles, decided.speeds());
	} catch (error) {
		return unjudgedRun(error, runFiles);
	}
}
/** Whether a waiver could change anything: what is not known cannot be waived, and what does not block need not be. */
const canBeWaived = ({ verdict, gates }) => verdict !== "invalid" && gates.some((gate) => gate.blocks && gate.verdict !== "invalid");
/** An evaluation that did not end well proves nothing, whatever samples it left. */
function withEvaluation(file, { plan, evaluation, ending = null }) {
	if (plan.inputs.phase === "report" ? evaluation === "skipped" : evaluation === "success" && ending === "finished") return file;
	const outcome = evaluation === "" ? "nothing is known of it" : `its outcome is ${evaluation}`;
	const why = ENDINGS.get(ending ?? "")?.(plan) ?? `${outcome}, see the log of the step evaluate`;
	return invalidateVerdict(file, `the evaluation did not come to its end: ${why}`);
}
/** What ran could have chosen another order, and said so. */
function withDraw(file, { draw: { order } }) {
	const drawn = [order.fresh, ...Object.values(order.earlier)];
	const other = file.tasks.find(({ orderSeed }) => orderSeed !== void 0 && !drawn.includes(orderSeed));
	return other === void 0 ? file : invalidateVerdict(file, `the samples of ${other.task} are in an order that this run did not draw (order_seed ${other.orderSeed}): evaluate again`);
}
/** A verdict as the publishers take it. */
function judgedRun(file, samples, runFiles, speeds = []) {
	const { verdict, blocked, exitCode, summary } = file;
	const render = (context, bytes) => renderMarkdown(file, context, bytes).markdown;
	return {
		verdict,
		blocked,
		exitCode,
		summary,
		file,
		samples,
		speeds,
		runFiles,
		render
	};
}
/** The verdict of `invalid` where nothing could be judged. */
function unjudgedRun(error, runFiles) {
	const message = messageOf(error);
	const { summary } = describeFault(message);
	const render = (context) => describeFault(message, context).markdown;
	return {
		verdict: "invalid",
		blocked: true,
		exitCode: verdictExitCode("invalid", true),
		summary,
		file: null,
		samples: null,
		speeds: [],
		runFiles,
		render
	};
}
/** Without secrets that a model, or a message of another program, has given away; what was decided stays. */
function withoutSecrets(judgement, secrets) {
	const { file, samples, render } = judgement;
	if (file !== null) {
		const { verdict, blocked, exitCode } = file;
		const clean = {
			...redactAll(file, secrets),
			verdict,
			blocked,
			exitCode
		};
		const speeds = redactAll(judgement.speeds, secrets);
		return judgedRun(clean, redactAll(samples, secrets), judgement.runFiles, speeds);
	}
	return {
		...judgement,
		summary: redact(judgement.summary, secrets),
		render: (context, bytes) => redact(render(context, bytes), secrets)
	};
}

// src/adapters/github/check-writer.ts
const TITLE_LENGTH = 255;
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
const CONCLUSIONS = [...[
	"action_required",
	"cancelled",
	"failure",
	"neutral",
	"success",
	"skipped",
	"timed_out"
]];
/** A required check may end in these. */
const PASSES = /* @__PURE__ */ new Set([
	"success",
	"neutral",
	"skipped"
]);
/** As a check can be told; what is not known yet is no pass. */
const settable = (conclusion) => CONCLUSIONS.find((each) => each === conclusion) ?? "cancelled";
/**
* The check of one run. The newest run of a commit has the last word, also over a write that arrives late: no run changes the check
* of a newer one, each looks before it writes and once more a second later, and whichever sees two puts right what is not the
* newest's.
*/
var CheckWriter = class {
	question;
	#place;
	#text;
	/** Number of the check of this run. */
	#own;
	#isWritten = false;
	#newer = null;
	/** What is there, as it was asked last with something else; an answer counts once. */
	#seen = null;
	/** @param own of a check that waits for this verdict */
	constructor(place, text, own) {
		this.#place = place;
		this.#text = text;
		this.#own = own;
		this.question = checksOn(place.headSha, place);
	}
	/** Number of the newer run whose check counts; null where there is none. */
	get newer() {
		return this.#newer;
	}
	get isWritten() {
		return this.#isWritten;
	}
	told(seen) {
		this.#seen = seen;
	}
	/** A newer run is known of by another way. */
	giveWay(run) {
		if (!this.#isWritten) this.#newer = run;
	}
	async #look(client) {
		const seen = this.#seen ?? await askChecks(client, this.#place);
		this.#seen = null;
		return seen;
	}
	/**
	* Says the verdict, unless a newer run has a check. What does not pass is said even where nobody can look: an earlier pass may stand
	* there.
	* @throws what GitHub answered; see `explainFailure`
	*/
	async write(client) {
		if (this.#isWritten || this.#newer !== null) return;
		const { by } = this.#place;
		const seen = await this.#look(client).catch((error) => {
			if (PASSES.has(this.#said().conclusion)) throw error;
			return [];
		});
		this.#newer = newerThan(by, seen)?.by.run ?? null;
		if (this.#newer !== null) return;
		const mine = seen.find((each) => this.#isMine(each));
		if (this.#own === null && mine !== void 0) [this.#own = null] = await this.#numbers(client, [mine]);
		const { repository, headSha } = this.#place;
		const place = {
			owner: repository.owner,
			repo: repository.name
		};
		const { data } = this.#own === null ? await client.rest.checks.create({
			...place,
			...this.#said(),
			head_sha: headSha
		}) : await client.rest.checks.update({
			...place,
			...this.#said(),
			check_run_id: this.#own
		});
		if (typeof data?.id !== "number") throw new Error("the answer to the write names no check");
		this.#own = data.id;
		this.#isWritten = true;
	}
	/**
	* Looks at what there is now that the check is written.
	* @param settle waits until others have done what they were about to
	* @throws what GitHub answered; see `explainFailure`
	*/
	async confirm(client, settle) {
		if (!this.#isWritten) return;
		if (this.#seen === null) await settle();
		const { by } = this.#place;
		const seen = await this.#look(client);
		const newer = newerThan(by, seen);
		if (newer !== null) {
			const conclusion = newer.isCompleted ? settable(newer.conclusion) : "cancelled";
			const title = `Run ${newer.by.run} is newer, and what it says counts`;
			if (conclusion !== this.#said().conclusion && this.#own !== null) await this.#change(client, this.#own, {
				conclusion,
				output: {
					title,
					summary: title
				}
			});
			this.#newer = newer.by.run;
			return;
		}
		const mine = seen.find((each) => this.#isMine(each));
		const isLater = (of, each) => (each[of] ?? Number.NEGATIVE_INFINITY) >= (mine?.[of] ?? Number.POSITIVE_INFINITY);
		const late = seen.filter((each) => !this.#isMine(each) && (!each.isCompleted || isLater("began", each) || isLater("ended", each)));
		if (late.length === 0) return;
		for (const id of await this.#numbers(client, late)) if (id !== this.#own) await this.#change(client, id, {});
	}
	#isMine({ by }) {
		return by !== null && sameRun(by, this.#place.by);
	}
	#said() {
		const { verdict, blocked, title, summary } = this.#text;
		return {
			...checkFields(this.#place),
			status: "completed",
			conclusion: conclusionOf(verdict, blocked),
			details_url: this.#place.detailsUrl,
			output: {
				title: Array.from(title).slice(0, TITLE_LENGTH).join(""),
				summary
			}
		};
	}
	async #change(client, id, other) {
		const { repository } = this.#place;
		const place = {
			owner: repository.owner,
			repo: repository.name,
			check_run_id: id
		};
		await client.rest.checks.update({
			...place,
			...this.#said(),
			...other
		}).catch((error) => {
			if (!/only be modified by the GitHub App/i.test(failureOf(error).message)) throw error;
		});
	}
	/** By which these are changed, the newest first. */
	async #numbers(client, of) {
		const { repository, headSha } = this.#place;
		const { name, id } = checkNames(this.#place);
		const ids = new Set(of.map(({ by }) => by === null ? id : externalId(id, by)));
		const { data } = await client.rest.checks.listForRef({
			owner: repository.owner,
			repo: repository.name,
			ref: headSha,
			check_name: name,
			filter: "all",
			per_page: 100
		});
		return data.check_runs.filter(({ external_id }) => ids.has(external_id ?? "")).map((check) => check.id).sort((left, right) => right - left);
	}
};

// src/adapters/github/hiding.ts
const HIDE = "mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId } }";
const SHOW = "mutation ($id: ID!) { unminimizeComment(input: { subjectId: $id }) { clientMutationId } }";
/**
* Folds a comment of ours away as outdated, or shows it again. One that somebody hid for another reason stays hidden.
* @throws what GitHub answered; see `explainFailure`
*/
async function setHidden(client, comment, hidden) {
	if (hidden && comment.hidden === null) await client.graphql(HIDE, { id: comment.nodeId });
	if (!hidden && comment.hidden === "outdated") await client.graphql(SHOW, { id: comment.nodeId });
}

// src/action/report/annotations.ts
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
	for (const { gate, place } of placed.slice(0, MOST_ANNOTATIONS)) core.error(truncate(`${toPlain(gateSentence(gate))}.`, ANNOTATION_LENGTH), {
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

// src/adapters/github/waiver-labels.ts
const LABEL = /^weighbridge:waive\s+(\S.*)$/;
const actor = object({
	__typename: string(),
	login: string()
}).nullable().transform((by) => by && (by.__typename === "Bot" ? `${by.login}[bot]` : by.login));
const labelEvent = object({
	__typename: string(),
	createdAt: string(),
	actor,
	label: object({ name: string() })
});
const pullSchema = object({ pullRequest: object({
	headRefOid: string(),
	headRefName: string(),
	headRepository: object({
		name: string(),
		owner: object({ login: string() })
	}).nullable(),
	labels: object({ nodes: array(object({ name: string() })) }).nullable(),
	timelineItems: object({ nodes: array(labelEvent) }),
	comments: object({
		pageInfo: object({ hasPreviousPage: boolean() }),
		nodes: array(object({
			body: string(),
			author: actor
		}))
	})
}) });
const LABEL_EVENT = "{ createdAt actor { __typename login } label { name } }";
/** The labels, who set and took away any, and what was said last: all of one moment. */
const labelled = (number) => ({
	fields: `pullRequest(number: $number) {
    headRefOid headRefName headRepository { name owner { login } }
    labels(first: 100) { nodes { name } }
    timelineItems(last: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) {
      nodes { __typename ... on LabeledEvent ${LABEL_EVENT} ... on UnlabeledEvent ${LABEL_EVENT} }
    }
    comments(last: 100) { pageInfo { hasPreviousPage } nodes { body author { __typename login } } }
  }`,
	variables: { number: ["Int!", number] },
	read: (repository) => pullSchema.parse(repository).pullRequest
});
/**
* The gates that labels of a pull request waive. A label holds for the commit that its setter saw: it must have been set after
* the last push, by GitHub's own clock, since dates in commits can be forged. The reason is the setter's newest comment that
* begins with the label's text.
* @returns every such label, those that do not count with the reason why
* @throws what GitHub answered when not even the labels can be read
*/
async function readWaiverLabels(request) {
	const { client, repository, pullRequest } = request;
	const { answers } = await askAtOnce(client, repository, { pull: labelled(pullRequest.number) });
	const { pull } = answers;
	const labels = (pull.labels?.nodes ?? []).flatMap(({ name }) => {
		const gate = LABEL.exec(name)?.[1]?.trim();
		return gate === void 0 ? [] : [{
			name,
			gate
		}];
	});
	const asked = askedOnce(request, pull);
	const waivers = [];
	for (const label of labels) {
		const waiver = {
			gate: label.gate,
			expires: `commit ${pullRequest.headSha}`,
			source: "label"
		};
		const finding = await examine(request, label.name, pull, asked).catch(unreadable);
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
const unreadable = (error) => refused(`who set the label, and when, could not be read (${answerIn(error)})`);
function answerIn(error) {
	const { status } = failureOf(error);
	return status === null ? "no answer" : `HTTP ${status}`;
}
/** What several labels may ask for, once each. */
function askedOnce({ client, repository, pullRequest }, pull) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const once = (ask) => {
		const known = /* @__PURE__ */ new Map();
		return (of) => {
			const answer = known.get(of) ?? ask(of);
			known.set(of, answer);
			return answer;
		};
	};
	return {
		pushed: once(() => lastPush(client, pull)),
		level: once(async (username) => client.rest.repos.getCollaboratorPermissionLevel({
			...place,
			username
		}).then(({ data }) => data)),
		/** What was said before the comments that are known. */
		earlier: once(async () => {
			if (!pull.comments.pageInfo.hasPreviousPage) return [];
			const all = {
				...place,
				issue_number: pullRequest.number,
				per_page: 100
			};
			return (await client.paginate(client.rest.issues.listComments, all)).map(({ user, body = "" }) => ({
				author: user?.login ?? null,
				body
			}));
		})
	};
}
async function examine({ pullRequest, permission }, label, { headRefOid, timelineItems, comments }, asked) {
	if (headRefOid !== pullRequest.headSha) return refused("the pull request has a newer commit");
	const set = timelineItems.nodes.findLast((event) => event.label.name === label);
	const by = set?.__typename === "LabeledEvent" ? set.actor : null;
	if (set === void 0 || by === null) return refused("nothing says who set the label");
	const pushed = await asked.pushed("");
	if (pushed === null) return refused("nothing says when the newest commit was pushed", by);
	if (Date.parse(set.createdAt) <= pushed) return refused("it was set before the newest commit", by);
	if (!suffices(await asked.level(by), permission)) return refused(`it needs the permission ${permission}, which its setter does not have`, by);
	const isReason = (said) => said.author === by && said.body.startsWith(label);
	const reason = (comments.nodes.findLast(isReason) ?? (await asked.earlier("")).findLast(isReason))?.body.slice(label.length).split("\n", 1)[0]?.replace(/^[\s:,—-]+/, "").trim();
	if (!reason) return refused(`it has no reason: its setter comments "${label}", followed by the reason`, by);
	return {
		by,
		reason,
		refused: null
	};
}
/** When the head branch was last pushed to, in milliseconds; null where GitHub does not say so of this very commit. */
async function lastPush(client, { headRefOid: sha, headRefName: ref, headRepository: repo }) {
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

// src/action/report/pull-request.ts
const TITLE$1 = { title: "Weighbridge" };
/** The commit that was judged, and whether the pull request has another head by now. */
function judgedCommit({ event: { headSha: sha } }, head = null) {
	return sha === null ? null : {
		sha,
		newerHead: head === sha ? null : head
	};
}
/** Gates that labels of the pull request waive. Labels that cannot be read waive nothing. */
async function labelWaivers(access, permission) {
	const { runtime, run, token, budget } = access;
	const { pullRequest } = run.event;
	if (pullRequest === null || token === null) return [];
	const waiting = budget();
	const request = {
		client: connect(access, waiting),
		repository: run.repository,
		pullRequest,
		permission
	};
	try {
		return await waiting.retry(() => readWaiverLabels(request));
	} catch (error) {
		runtime.core.notice(`Labels that waive a gate were not looked at: ${messageOf(error)}`, TITLE$1);
		return [];
	}
}

// src/action/report/publishers.ts
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
async function annotateLimits(runtime, { file }, directory) {
	await isolated(runtime, (error) => `The limits were not annotated: ${messageOf(error)}`, async () => file !== null && annotateGates(runtime, file, directory));
}
/** @returns the artifact's address, null where there is none */
async function publishArtifact({ runtime, run, budget }, bundle) {
	const name = artifactName(run.key, ...bundle.label, run.attempt);
	const { files, root } = bundle;
	const timeoutMs = budget().limits.uploadMs;
	return isolated(runtime, explainUpload, () => uploadArtifact({
		name,
		files,
		root,
		runUrl: run.runUrl,
		timeoutMs
	}));
}
/**
* Uploads the report as a file of its own, which a browser opens from its address; the service takes the file's name for that of
* the artifact.
* @returns its address, null where there is none
*/
async function publishPage({ runtime, run, budget }, page, label) {
	const root = dirname(page);
	const file = join(root, `${artifactName(run.key, ...label, "report", run.attempt)}.html`);
	const timeoutMs = budget().limits.uploadMs;
	return isolated(runtime, explainUpload, async () => {
		await copyFile(page, file);
		const files = {
			name: basename(file),
			files: [file],
			root
		};
		return uploadArtifact({
			...files,
			runUrl: run.runUrl,
			timeoutMs,
			unzipped: true
		});
	});
}
async function publishSummary({ runtime }, markdown) {
	await isolated(runtime, (error) => `The job summary was not written: ${messageOf(error)}`, () => appendFile(requiredVariable(runtime.env, "GITHUB_STEP_SUMMARY"), markdown));
}
/**
* @param textOf what this job says, given the commit that was judged
* @param check is asked for and written with it where that takes fewer calls
* @returns the comment's address, null where there is none
*/
async function publishComment(publication, textOf, check = null) {
	const { runtime, run, comment: mode, judgement, context, draw = null } = publication;
	const { repository, key, job, runUrl } = run;
	const { pullRequest } = run.event;
	if (mode === "never" || pullRequest === null || !mayWrite(publication, "comment")) return null;
	const { verdict, blocked } = judgement;
	const { elapsedSeconds, ownPolicy = false } = context;
	const seconds = elapsedSeconds === null ? null : Math.round(elapsedSeconds);
	const { attempt } = run;
	const text = textOf(judgedCommit(run));
	const own = {
		result: {
			id: job.id,
			label: job.label,
			verdict,
			blocked,
			seconds,
			attempt,
			text
		},
		ownPolicy,
		draw
	};
	const shared = publication.share && canShare(publication) ? await shareResult(publication, own) : null;
	if (shared?.length === 0) return null;
	const expected = mode === "on-failure" && job.expected > 1 && shared === null ? null : job.expected;
	const explain = (need) => (error) => explainFailure(error, need, pullRequest.fork);
	const budget = publication.budget();
	const client = connect(publication, budget);
	const outcome = await isolated(runtime, explain("comment"), () => upsertComment({
		client,
		budget,
		repository,
		issue: pullRequest.number,
		key,
		mode,
		meta: {
			sha: pullRequest.headSha,
			run: run.runId,
			attempt
		},
		job: {
			id: job.id,
			ownPolicy
		},
		reported: shared ?? [own],
		companion: check && companionOf(publication, check),
		...shared === null ? { ofOlderCommit: (ours, head) => ({
			...ours,
			text: textOf(judgedCommit(run, head))
		}) } : {},
		render: (results, current, bytes, head) => {
			const commit = shared === null ? null : judgedCommit(run, head);
			return renderJobs(results, {
				current,
				attempt,
				expected,
				running: null,
				runUrl,
				commit
			}, bytes);
		}
	}));
	if (outcome === null) return null;
	if (outcome.kind === "skipped") {
		if (outcome.newer?.sha === pullRequest.headSha) check?.giveWay(outcome.newer.run);
		runtime.core.notice(`No comment was written: ${outcome.reason}.`, TITLE);
		return null;
	}
	const hidden = mode === "on-failure" && !outcome.blocked;
	await isolated(runtime, explain("hiding"), () => budget.retry(() => setHidden(client, outcome.comment, hidden)));
	const visible = outcome.others.filter((other) => other.hidden === null);
	for (const other of visible.slice(-5)) await isolated(runtime, explain("hiding"), () => setHidden(client, other, true));
	return outcome.comment.url;
}
/** @returns what to write; null where the jobs cannot share anything, so that each writes into the comment by itself */
async function shareResult(publication, own) {
	const { core } = publication.runtime;
	const explain = (error) => `The jobs of the matrix could not leave each other their results, and each writes into the comment by itself: ${messageOf(error)}`;
	const reported = await isolated(publication.runtime, explain, () => toWrite(publication, own));
	if (reported?.length === 0) core.notice("The job of the matrix that ends last writes the comment of all.", TITLE);
	return reported;
}
/** @returns null where no check is to be written */
function checkOf(publication, text) {
	const { run, judgement, context, ownCheck = null } = publication;
	const { ownPolicy = false } = context;
	const { repository, key, job, runUrl: detailsUrl, runId, attempt } = run;
	const { headSha } = run.event;
	if (!publication.check || headSha === null || !mayWrite(publication, "check")) return null;
	const { verdict, blocked, summary } = judgement;
	return new CheckWriter({
		repository,
		headSha,
		key,
		job: job.expected > 1 ? job : null,
		ownPolicy,
		detailsUrl,
		by: {
			run: runId,
			attempt
		}
	}, {
		verdict,
		blocked,
		title: `${ownPolicy ? OWN_POLICY_TITLE : ""}${summary}`,
		summary: text
	}, ownPolicy ? null : ownCheck);
}
/** What fails is tried again, and told, by `publishCheck`. */
const companionOf = (publication, check) => ({
	question: check.question,
	told: (answer) => check.told(answer),
	write: () => check.write(connect(publication, publication.budget())).catch(() => {})
});
async function publishCheck(publication, check) {
	const { runtime, run } = publication;
	const budget = publication.budget();
	const client = connect(publication, budget);
	await isolated(runtime, (error) => explainFailure(error, check.isWritten ? "confirming" : "check", run.event.pullRequest?.fork ?? false), () => budget.retry(async () => {
		await check.write(client);
		await check.confirm(client, () => budget.settle());
	}));
	if (check.newer !== null) runtime.core.notice(`The check is that of run ${check.newer}, which is newer.`, TITLE);
}
/** A fork's token cannot write, and asking would only be refused: one notice says where the report is. */
function mayWrite({ runtime: { core }, run, token }, need) {
	if (run.event.pullRequest?.fork === true) {
		core.notice(`No ${need} was written: the pull request comes from a fork. The report is in the job summary.`, TITLE);
		return false;
	}
	if (token !== null) return true;
	core.warning(`No ${need} was written: the input github-token is empty.`, TITLE);
	return false;
}
/** GitHub Enterprise Server has no service that the official client of artifacts can talk to. */
function explainUpload(error) {
	return `${error instanceof Error && error.name === "GHESNotSupportedError" ? "GitHub Enterprise Server does not take artifacts of this kind. The job summary and the comment carry what fits, and the files stay on the runner" : `The artifact was not uploaded: ${messageOf(error)}`}. The verdict is not affected: it is in the job summary.`;
}

// src/action/report/publish.ts
/** What a job of a large matrix may at least say before others are shortened for it. */
const JOB_BYTES = 12e3;
const JOB_FRAME_BYTES = 500;
/**
* Tells everybody what was judged: outputs, report files, summary, comment and check. The outputs that say the verdict are set by
* `setVerdictOutputs` before, and no publisher can change them.
* @param folder for the files of the report; it is made. The run directory belongs to the evaluation, which may have put anything there
* @param upload puts the files where readers can get them
*/
async function publishReport(publication, folder, upload = async () => ({
	artifactUrl: null,
	pageUrl: null
})) {
	const { runtime, run, judgement, context } = publication;
	const files = await writeReport(judgement, context, folder);
	runtime.core.setOutput("verdict-path", files.verdict ?? "");
	const links = await upload(files);
	runtime.core.setOutput("report-url", links.pageUrl ?? links.artifactUrl ?? run.runUrl);
	const render = (bytes, about = context) => judgement.render({
		...about,
		...links
	}, bytes);
	const whole = render(COMMENT_BYTES);
	const share = Math.max(JOB_BYTES, Math.floor(COMMENT_BYTES / run.job.expected) - JOB_FRAME_BYTES);
	await publishSummary(publication, render(SUMMARY_BYTES));
	const textOf = (commit) => render(run.job.expected === 1 ? COMMENT_BYTES : share, {
		...context,
		commit
	});
	const check = checkOf(publication, whole);
	runtime.core.setOutput("comment-url", await publishComment(publication, textOf, check) ?? "");
	if (check !== null) await publishCheck(publication, check);
}
function setVerdictOutputs(core, { verdict, blocked, exitCode, summary: whole, file }) {
	const summary = truncate(whole, ANNOTATION_LENGTH);
	core.setOutput("verdict", verdict);
	core.setOutput("blocked", String(blocked));
	core.setOutput("proven", String(isProven(verdict) && file?.proven === true));
	core.setOutput("waits", String(file?.waits !== void 0));
	core.setOutput("summary", summary);
	core.setOutput("exit-code", String(exitCode));
	core.setOutput("error", commandData(summary));
	core.setOutput("enforce", blocked ? "fail" : "pass");
}
async function writeReport(judgement, context, folder) {
	await mkdir(folder);
	const write = async (name, content) => {
		const file = join(folder, name);
		await writeFile(file, content, { flag: "wx" });
		return file;
	};
	const comment = await write("comment.md", judgement.render(context, COMMENT_BYTES));
	if (judgement.file === null) return {
		verdict: null,
		page: null,
		all: [comment]
	};
	const verdict = await write("verdict.json", verdictJson(judgement.file));
	const { samples } = judgement;
	const shown = samples === null ? [] : [await write(SHOWN_SAMPLES_FILE, JSON.stringify(samples))];
	const page = await write("report.html", renderPage(judgement.file, context, samples));
	return {
		verdict,
		page,
		all: [
			verdict,
			comment,
			page,
			...shown
		]
	};
}

export { publishPage as a, labelWaivers as c, unjudgedRun as d, withoutSecrets as f, publishArtifact as i, judgeRun as l, writtenForms as m, setVerdictOutputs as n, publishSummary as o, redactAll as p, annotateLimits as r, judgedCommit as s, publishReport as t, judgedRun as u };