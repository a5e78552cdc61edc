import { O as verdictLabel, T as gateSentence, en as EXIT_CODES, ft as code, ht as toPlain, nn as join$1, tn as VERDICTS, vt as formatCount, wt as plural, y as renderTable, yt as formatDuration } from "./policies.js";
import { i as messageOf, n as WeighbridgeError, r as assertNever, t as IssueList } from "./errors.js";
import { D as NEVER, E as prettifyError, _ as string, a as array, b as unknown, f as number, g as strictObject, h as record, o as boolean, p as object, r as _enum, v as tuple } from "./schemas.js";
import { o as canonicalJson } from "./chrf.js";
import { l as truncate, o as htmlCode, t as commandData } from "./log-fence.js";
import { t as BOOTSTRAP } from "./bootstrap.js";
import { n as defaults, t as getOctokit } from "./github.js";
import { o as required } from "./plan-file.js";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { realpathSync } from "node:fs";
import { appendFile, copyFile, lstat, readFile, readdir, realpath } from "node:fs/promises";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { Buffer } from "node:buffer";

// src/github/marker.ts
const run = {
	sha: string(),
	run: number(),
	attempt: number()
};
const size = number().int().nonnegative();
/** As tuples, since a matrix has up to 256 legs. Lenient towards later versions, which may add fields. */
const metaSchema = object({
	...run,
	of: object(run).optional(),
	legs: array(tuple([
		string(),
		string(),
		_enum(VERDICTS),
		boolean(),
		number().nullable(),
		size,
		size
	])).optional()
});
const KEY = /^[A-Za-z0-9._-]{1,64}$/;
/** Two gates in one pull request have two keys, and two comments. */
const isCommentKey = (key) => KEY.test(key);
const prefix = (key) => `<!-- weighbridge:v1:${key} `;
/** The first line of our comments. Standard base64 has no `--`, which would end the HTML comment. */
function markerLine(key, { meta, of, legs }, places) {
	const fields = {
		...pick(meta),
		...sameRun(meta, of) ? {} : { of: pick(of) },
		legs: legs.map(({ id, label, verdict, blocked, seconds }, index) => {
			const { start, length } = places[index] ?? {
				start: 0,
				length: 0
			};
			return [
				id,
				label,
				verdict,
				blocked,
				seconds,
				start,
				length
			];
		})
	};
	return `${prefix(key)}${Buffer.from(JSON.stringify(fields)).toString("base64")} -->`;
}
const pick = ({ sha, run, attempt }) => ({
	sha,
	run,
	attempt
});
const sameRun = (a, b) => a.run === b.run && a.attempt === b.attempt;
/** Whether a comment starts with our marker: quoted or embedded markers are somebody else's text. */
const hasMarker = (body, key) => body.startsWith(prefix(key));
/**
* Reads a comment of ours back. Where each leg's text begins and ends is said in the marker: the texts hold what models
* said, and could hold any sign that separates them.
* @returns null where the metadata cannot be read: then nothing says that the comment is newer than we are
*/
function readMarker(body, key) {
	const [line = ""] = body.split(/\r?\n/, 1);
	const encoded = line.slice(prefix(key).length).replace(/ -->$/, "");
	const parsed = metaSchema.safeParse(parseJson(Buffer.from(encoded, "base64").toString("utf8")));
	if (!parsed.success) return null;
	const { of, legs = [], ...meta } = parsed.data;
	const below = belowMarker(body);
	return {
		meta,
		of: of ?? meta,
		legs: legs.map(([id, label, verdict, blocked, seconds, start, length]) => ({
			id,
			label,
			verdict,
			blocked,
			seconds,
			text: below.slice(start, start + length)
		}))
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
function belowMarker(body) {
	const normal = body.replaceAll("\r\n", "\n");
	return normal.slice(normal.indexOf("\n") + 1);
}
/** The comment's text below the marker. GitHub may return `\r\n`. */
const textOf = (body) => belowMarker(body).trimEnd();
/** Whether run `a` was started after run `b`. */
function isNewer(a, b) {
	return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}

// src/github/our-comments.ts
const shown = object({
	id: number(),
	node_id: string(),
	html_url: string(),
	body: string().nullish(),
	user: object({
		login: string(),
		type: string().optional()
	}).nullish(),
	minimized: object({ reason: string().nullish() }).nullish()
});
/** @throws ZodError for what is no comment */
const readComment = (comment) => {
	const { id, node_id, html_url, body, user, minimized } = shown.parse(comment);
	const hidden = minimized == null ? null : (minimized.reason ?? "hidden").toLowerCase();
	return {
		id,
		nodeId: node_id,
		url: html_url,
		body: body ?? "",
		hidden,
		user
	};
};
/** Comments that start with our marker and were written by this very token's account, lowest id first. */
async function ourComments({ client, repository, issue, key }) {
	const place = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: issue,
		per_page: 100
	};
	const marked = (await client.paginate(client.rest.issues.listComments, place)).map(readComment).filter(({ body }) => hasMarker(body, key));
	if (marked.length === 0) return [];
	const owns = await ownership(client);
	return marked.filter(({ user }) => user != null && owns(user)).sort((a, b) => a.id - b.id);
}
const BOT = /\[bot\]$/;
/**
* Who we are. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens.
* REST and GraphQL disagree on whether a bot's login ends in `[bot]`.
*/
async function ownership(client) {
	const { viewer } = await client.graphql("query { viewer { login } }");
	const isBot = BOT.test(viewer.login);
	const login = viewer.login.replace(BOT, "");
	return (account) => account.login.replace(BOT, "") === login && (!isBot || account.type === "Bot");
}
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

// src/github/trouble.ts
const PERMISSION = {
	comment: "pull-requests: write",
	check: "checks: write",
	hiding: "pull-requests: write"
};
const FAILED = {
	comment: "The comment on the pull request was not written",
	check: "The check was not written",
	hiding: "The comment on the pull request was written, and could not be hidden or shown"
};
const permissionLines = (need) => `permissions:\n  contents: read\n  ${PERMISSION[need]}`;
const answered = object({
	status: number(),
	response: object({ headers: record(string(), unknown()).default({}) })
});
const MESSAGE_LENGTH = 300;
/** What GitHub said. Octokit calls a connection that broke a status of 500, and keeps no response of it. */
function failureOf(error) {
	const { data } = answered.safeParse(error);
	const after = Number(data?.response.headers["retry-after"] ?? NaN);
	return {
		status: data?.status ?? null,
		message: messageOf(error).replace(/\s+/g, " ").slice(0, MESSAGE_LENGTH),
		retryAfter: Number.isFinite(after) ? after : null
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
	const what = FAILED[need];
	const tail = "The verdict is not affected: it is in the job summary.";
	if (isTimeout(error)) return `${what}: GitHub did not answer in time. ${tail}`;
	if (isRateLimit(failure)) return `${what}: GitHub's rate limit was reached. ${tail}`;
	const status = /resource not accessible/i.test(failure.message) ? 403 : failure.status;
	switch (status) {
		case 401: return `${what}: GitHub does not take the token (HTTP 401). Look at the input github-token. ${tail}`;
		case 403:
		case 404: return fork ? `${what}: the token of a pull request from a fork is read-only. Report from a workflow_run workflow instead. ${tail}` : `${what}: the token may not do it (HTTP ${status}). Add to the job:\n\n${permissionLines(need)}\n\n${tail}`;
		case 422: return `${what}: GitHub refused it (HTTP 422: ${failure.message}); the conversation may be locked. ${tail}`;
		default: return status === null ? `${what}: ${failure.message}. ${tail}` : `${what}: GitHub had trouble (HTTP ${status}). ${tail}`;
	}
}

// src/github/comment.ts
const COMMENT_MODES = [
	"always",
	"on-failure",
	"never"
];
/** GitHub takes 65,536 characters; the rest is room for what it counts differently. */
const COMMENT_BYTES = 64e3;
/** What is shown keeps to this, and the marker of a large matrix takes from it what the rest leaves no room for. */
const TEXT_BYTES = 6e4;
const ROUNDS = 6;
/**
* Keeps one comment a key on a pull request, up to date: finds ours on all pages, updates it in place, writes nothing
* when nothing changed, and never overwrites what a newer run has written. After a write it looks again, so that runs
* and legs of a matrix that write at the same time come to one comment with what all of them say.
* @throws what GitHub answered; see `explainFailure`
*/
async function upsertComment(request) {
	if (request.mode === "never") return {
		kind: "skipped",
		reason: "comments are turned off"
	};
	return request.patience.retry(() => converge(request));
}
async function converge(request) {
	let first = null;
	for (let round = 1; round <= ROUNDS; round++) {
		const outcome = await reconcile(request).catch((error) => {
			if (failureOf(error).status === 404 && (first !== null || round === 1)) return null;
			throw error;
		});
		if (outcome === null) continue;
		if (outcome.kind === "skipped") return outcome;
		if (outcome.kind === "unchanged") return {
			...outcome,
			kind: first ?? "unchanged"
		};
		first ??= outcome.kind;
		if (request.shared) await request.patience.settle();
	}
	throw new WeighbridgeError("platform", "other jobs kept writing the comment at the same time");
}
/** One look, and at most one comment written. */
async function reconcile(request) {
	const { client, key, meta, leg, mode } = request;
	const comments = await ourComments(request);
	const [kept, ...rest] = comments;
	const place = {
		owner: request.repository.owner,
		repo: request.repository.name
	};
	if (kept === void 0) {
		if (mode === "on-failure" && leg?.blocked !== true) return {
			kind: "skipped",
			reason: "nothing failed"
		};
		const body = compose(request, []);
		const { data } = await client.rest.issues.createComment({
			...place,
			issue_number: request.issue,
			body
		});
		return {
			kind: "created",
			comment: readComment(data),
			blocked: blocks(body, key)
		};
	}
	const states = comments.map(({ body }) => ({
		body,
		state: readMarker(body, key)
	}));
	const newest = states.reduce((best, each) => isLater(each.state, best.state) ? each : best);
	const stale = newest.state !== null && isNewer(newest.state.meta, meta);
	const body = stale ? newest.body : compose(request, states.map(({ state }) => state));
	const changed = textOf(kept.body) !== textOf(body);
	const { data } = changed ? await client.rest.issues.updateComment({
		...place,
		comment_id: kept.id,
		body
	}) : { data: null };
	for (const { id } of rest) await remove(request, id);
	if (stale) return {
		kind: "skipped",
		reason: `run ${newest.state?.meta.run} is newer and has written the comment`
	};
	const comment = data === null ? kept : readComment(data);
	return {
		kind: changed || rest.length > 0 ? "updated" : "unchanged",
		comment,
		blocked: blocks(body, key)
	};
}
const blocks = (body, key) => readMarker(body, key)?.legs.some(({ blocked }) => blocked) ?? true;
function isLater(a, b) {
	return a !== null && (b === null || isNewer(a.meta, b.meta));
}
/** The body with what this job says and what other legs of the same run have said. */
function compose({ key, meta, leg, render }, states) {
	const known = states.filter((state) => state !== null);
	const ofThisRun = known.filter(({ of }) => of.run === meta.run);
	const source = ofThisRun.length > 0 || leg !== null ? ofThisRun : known;
	const legs = new Map(source.flatMap((state) => state.legs.map((each) => [each.id, each])));
	if (leg !== null) legs.set(leg.id, leg);
	const current = leg !== null || ofThisRun.length > 0;
	const state = {
		meta,
		of: current ? meta : source[0]?.of ?? meta,
		legs: [...legs.values()].sort((a, b) => a.id < b.id ? -1 : 1)
	};
	const widest = state.legs.map(() => ({
		start: COMMENT_BYTES,
		length: COMMENT_BYTES
	}));
	const marker = markerLine(key, state, widest).length;
	const { markdown, places } = render(state.legs, current, Math.min(TEXT_BYTES, COMMENT_BYTES - marker));
	return `${markerLine(key, state, places)}\n${markdown}`;
}
async function remove({ client, repository }, id) {
	const place = {
		owner: repository.owner,
		repo: repository.name,
		comment_id: id
	};
	await client.rest.issues.deleteComment(place).catch((error) => {
		if (failureOf(error).status !== 404) throw error;
	});
}

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

// src/report/legs.ts
const ROWS_SHOWN = 25;
const EVALUATING = "**EVALUATING ⏳**";
const encoder = new TextEncoder();
const severity = ({ verdict }) => VERDICTS.indexOf(verdict);
/**
* What all jobs of a comment have to say, in at most `bytes` of UTF-8: one leg as it is, several with the worst of them
* on the first line, a table, and a section each. Where they do not fit, the mildest are shortened first. A verdict is
* never left out, and while a leg has not reported nothing is called a pass.
*/
function renderLegs(legs, context, bytes) {
	const [only] = legs;
	if (only !== void 0 && legs.length === 1 && context.expected === 1 && context.current) return {
		markdown: only.text,
		places: [{
			start: 0,
			length: only.text.length
		}]
	};
	const severities = legs.map(severity);
	const severityAt = (index) => severities[index] ?? 0;
	const mildestFirst = [...legs.keys()].sort((a, b) => severityAt(a) - severityAt(b));
	const rank = new Map(mildestFirst.map((index, position) => [index, position]));
	/** After so many steps, each of which shortens one leg or leaves its text out. */
	const attempt = (steps, rows) => {
		const rendered = page(legs.map((leg, index) => {
			const position = rank.get(index) ?? 0;
			if (leg.text === "" || steps > legs.length + position) return {
				leg,
				index,
				detail: "none"
			};
			return {
				leg,
				index,
				detail: steps > position ? "short" : "full"
			};
		}), context, rows);
		return encoder.encode(rendered.markdown).length <= bytes ? rendered : null;
	};
	const all = 2 * legs.length;
	let [fitting, few, many] = [
		attempt(all, legs.length),
		0,
		all
	];
	while (fitting !== null && few < many) {
		const middle = Math.floor((few + many) / 2);
		const rendered = attempt(middle, legs.length);
		if (rendered === null) few = middle + 1;
		else [fitting, many] = [rendered, middle];
	}
	fitting ??= attempt(all, ROWS_SHOWN) ?? attempt(all, 0);
	if (fitting === null) throw new Error(`not even the verdict fits into ${bytes} bytes`);
	return fitting;
}
function page(sections, context, rows) {
	const legs = sections.map(({ leg }) => leg);
	let markdown = `${[...opening(legs, context), ...table(legs, rows)].join("\n\n")}\n`;
	const places = legs.map(() => ({
		start: 0,
		length: 0
	}));
	for (const { leg, index, detail } of [...sections].sort((a, b) => severity(b.leg) - severity(a.leg))) {
		if (detail === "none") continue;
		const text = detail === "full" ? leg.text : shortened(leg.text);
		const open = leg.blocked && context.current ? " open" : "";
		markdown += `\n<details${open}><summary>${htmlCode(leg.label)} ${verdictLabel(leg.verdict)}</summary>\n\n`;
		places[index] = {
			start: markdown.length,
			length: text.length
		};
		markdown += `${text}\n</details>\n`;
	}
	return {
		markdown,
		places
	};
}
function opening(legs, context) {
	const { running, current, expected, runUrl } = context;
	const link = `[Workflow run](${runUrl}).`;
	if (!current) return [...runningLines(legs, running, link), ...before(legs)];
	if (legs.length === 0) return runningLines(legs, running, link);
	const verdict = join$1(legs.map((leg) => leg.verdict));
	const missing = Math.max(0, (expected ?? 0) - legs.length);
	const waiting = missing === 0 ? "" : ` ${missing} of ${plural(expected ?? 0, "job")} ${missing === 1 ? "has" : "have"} not reported.`;
	const blocked = legs.some((leg) => leg.blocked);
	const effect = blocked ? "**This blocks the merge.**" : "**This does not block the merge.**";
	if (missing > 0 && !blocked) return [`${EVALUATING}${waiting} ${tally(legs)} ${link}`];
	return [`**${verdictLabel(verdict)}** ${decisive(legs, verdict)}`, `${effect} ${tally(legs)}${waiting} ${link}`];
}
function runningLines(legs, running, link) {
	const longest = Math.max(0, ...legs.map(({ seconds }) => seconds ?? 0));
	const last = longest === 0 ? "" : ` Last time this took about ${formatDuration(longest)}.`;
	const what = running === null ? "" : ` ${plural(running.tasks, "task")} at ${htmlCode(running.sha.slice(0, 7))}.`;
	return [`${EVALUATING}${what}${last} ${link}`, "This comment will say the result. Where that run has ended and it does not, the run ended without one."];
}
const before = (legs) => legs.length === 0 ? [] : ["What was found before, on an earlier commit or attempt:"];
/** The sentence of the leg that decides, which is the end of its first line. */
function decisive(legs, verdict) {
	const worst = legs.find((leg) => leg.verdict === verdict);
	if (worst === void 0) return "";
	const [line = ""] = worst.text.split("\n", 1);
	const start = `**${verdictLabel(verdict)}** `;
	const sentence = line.startsWith(start) ? line.slice(start.length) : "";
	return sentence === "" ? htmlCode(worst.label) : `${htmlCode(worst.label)}: ${sentence}`;
}
function tally(legs) {
	const counts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = legs.filter((leg) => leg.verdict === verdict).length;
		return count === 0 ? [] : [`${count} ${verdict}`];
	});
	return `Of ${plural(legs.length, "job")}: ${counts.join(", ")}.`;
}
const COLUMNS = [
	{
		title: () => ours("Job"),
		align: "left",
		cell: ({ label }) => code(label)
	},
	{
		title: () => ours("Verdict"),
		align: "left",
		cell: ({ verdict }) => ours(verdictLabel(verdict))
	},
	{
		title: () => ours("Merge"),
		align: "left",
		cell: ({ blocked }) => ours(blocked ? "blocked" : "not blocked")
	}
];
const ours = (text) => [{
	kind: "ours",
	text
}];
function table(legs, rows) {
	const shown = [...legs].sort((a, b) => severity(b) - severity(a)).slice(0, rows);
	const left = legs.length - shown.length;
	return [...shown.length === 0 ? [] : [renderTable(COLUMNS, shown)], ...left === 0 ? [] : [`${plural(left, "more job")}, left out for length.`]];
}
/** The verdict and what it does to the merge: the first two blocks, which are whole lines. */
function shortened(text) {
	const [headline = "", status = ""] = text.split("\n\n");
	return `${headline.trimEnd()}\n\n${status.trimEnd()}\n\nShortened to fit: the job summary has it all.\n`;
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

// src/github/client.ts
/** A client that talks to the given GitHub, through the runner's proxy where there is one, and never waits forever. */
function createClient({ token, apiUrl, timeoutMs, signal }) {
	const send = defaults.request?.fetch ?? fetch;
	return getOctokit(token, {
		baseUrl: apiUrl.replace(/\/+$/, ""),
		request: { fetch: async (url, init) => {
			const limits = [AbortSignal.timeout(timeoutMs), ...signal === void 0 ? [] : [signal]];
			const response = await send(url, {
				...init,
				signal: AbortSignal.any(limits)
			});
			await assertWhole(response);
			return response;
		} }
	});
}
/**
* Octokit hands on half an answer, or the page of a proxy, as text in place of data; to look for our comment in it would
* be to find none, and to write a second one.
*/
async function assertWhole(response) {
	const type = response.headers.get("content-type") ?? "";
	if (!response.ok || response.status === 204) return;
	if (type.startsWith("text/html")) throw new Error("a web page came back in place of GitHub's answer");
	if (!/\bjson\b/.test(type)) return;
	try {
		await response.clone().json();
	} catch (cause) {
		if (cause instanceof DOMException) throw cause;
		throw new Error("GitHub's answer was cut off or is not JSON", { cause });
	}
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
		render: (legs, current, bytes) => renderLegs(legs, {
			current,
			expected,
			running: null,
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
const mergeGroupPayload = object({ merge_group: object({
	head_sha: sha,
	base_sha: sha
}) });
const workflowRunPayload = object({ workflow_run: object({ head_sha: sha }) });
const dispatchPayload = object({ inputs: object({ "pr-number": string().optional() }).nullable() });
const deploymentPayload = object({ deployment: object({ sha }) });
/**
* Reads the event's payload. An event that is not about a pull request has none, and gets no comment; one that nobody knows yet is
* evaluated like a push.
* @param sha `GITHUB_SHA`
* @throws WeighbridgeError `platform` when the payload is not what GitHub documents for the event
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
				use: name === "pull_request" ? "evaluate" : "report",
				pullRequest,
				headSha: head.sha,
				baseSha: base.sha
			};
		}
		case "merge_group": {
			const { head_sha, base_sha } = parse(mergeGroupPayload, name, payload).merge_group;
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
		case "schedule": return other;
		default: return {
			...other,
			headSha: null
		};
	}
}
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
async function handOver({ publication, plan, evaluation, root }, words) {
	const { core } = publication.host;
	const files = await confinedFiles(plan.out);
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

export { upsertComment as A, INPUTS as C, renderLegs as D, readInputs as E, PATIENCE as O, readSamplesName as S, parseInputs as T, publishPage as _, confinedFiles as a, artifactName as b, readEventOf as c, readRepository as d, annotateLimits as f, publishComment as g, publishCheck as h, legLabel as i, Patience as k, readPayload as l, publishArtifact as m, FIRST_BASELINE as n, apiUrlOf as o, connect as p, handOver as r, defaultKey as s, EVALUATED as t, readRunFacts as u, publishSummary as v, overridesOf as w, newestSamples as x, createClient as y };