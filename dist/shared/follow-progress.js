import { n as defaults, t as getOctokit } from "./github.js";
import { i as messageOf, n as WeighbridgeError } from "./errors.js";
import { _ as string, a as array, b as unknown, f as number, g as strictObject, h as record, o as boolean, p as object, r as _enum, v as tuple } from "./schemas.js";
import { A as plural, N as VERDICTS, P as join, c as verdictLabel, h as code, n as renderTable, x as formatDuration } from "./table.js";
import { t as run$1 } from "./run.js";
import { r as htmlCode } from "./escape.js";
import { n as readProgress } from "./progress-file.js";
import process from "node:process";
import { readFile } from "node:fs/promises";
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
	])).optional(),
	notes: array(tuple([
		string(),
		string(),
		string()
	])).optional()
});
const KEY = /^[A-Za-z0-9._-]{1,64}$/;
/** Two gates in one pull request have two keys, and two comments. */
const isCommentKey = (key) => KEY.test(key);
const prefix = (key) => `<!-- weighbridge:v1:${key} `;
/** The first line of our comments. Standard base64 has no `--`, which would end the HTML comment. */
function markerLine(key, { meta, of, legs, notes }, places) {
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
		}),
		...notes.length === 0 ? {} : { notes: notes.map(({ id, label, text }) => [
			id,
			label,
			text
		]) }
	};
	return `${prefix(key)}${Buffer.from(JSON.stringify(fields)).toString("base64")} -->`;
}
const pick = ({ sha, run, attempt }) => ({
	sha,
	run,
	attempt
});
/** Whether both are the same attempt of the same run. */
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
	const { of, legs = [], notes = [], ...meta } = parsed.data;
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
		})),
		notes: notes.map(([id, label, text]) => ({
			id,
			label,
			text
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
function compose({ key, meta, leg, note, render }, states) {
	const known = states.filter((state) => state !== null);
	const ofThisRun = known.filter(({ of }) => of.run === meta.run);
	const source = ofThisRun.length > 0 || leg !== null ? ofThisRun : known;
	const legs = new Map(source.flatMap((state) => state.legs.map((each) => [each.id, each])));
	if (leg !== null) legs.set(leg.id, leg);
	const noted = known.filter((state) => sameRun(state.meta, meta)).flatMap(({ notes }) => notes);
	const notes = new Map(noted.map((each) => [each.id, each]));
	if (leg !== null) notes.delete(leg.id);
	if (note !== null) notes.set(note.id, note);
	const isAgain = note !== null && legs.size === 1 && legs.has(note.id);
	const current = leg !== null || ofThisRun.length > 0 && !isAgain;
	const state = {
		meta,
		of: current ? meta : source[0]?.of ?? meta,
		legs: [...legs.values()].sort(byId),
		notes: [...notes.values()].sort(byId)
	};
	const widest = state.legs.map(() => ({
		start: COMMENT_BYTES,
		length: COMMENT_BYTES
	}));
	const marker = markerLine(key, state, widest).length;
	const bytes = Math.min(TEXT_BYTES, COMMENT_BYTES - marker);
	const { markdown, places } = render(state.legs, current, bytes, state.notes);
	return `${markerLine(key, state, places)}\n${markdown}`;
}
const byId = (a, b) => a.id < b.id ? -1 : 1;
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
	if (fitting === null && context.notes.length > 0) return renderLegs(legs, {
		...context,
		notes: []
	}, bytes);
	if (fitting === null) throw new Error(`not even the verdict fits into ${bytes} bytes`);
	return fitting;
}
function page(sections, context, rows) {
	const legs = sections.map(({ leg }) => leg);
	let markdown = `${[...[
		...opening(legs, context),
		...noteLines(context),
		...before(legs, context)
	], ...table(legs, rows)].join("\n\n")}\n`;
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
	const { current, expected, runUrl } = context;
	const link = `[Workflow run](${runUrl}).`;
	if (!current || legs.length === 0) return runningLines(legs, context, link);
	const verdict = join(legs.map((leg) => leg.verdict));
	const missing = Math.max(0, (expected ?? 0) - legs.length);
	const waiting = missing === 0 ? "" : ` ${missing} of ${plural(expected ?? 0, "job")} ${missing === 1 ? "has" : "have"} not reported.`;
	const blocked = legs.some((leg) => leg.blocked);
	const effect = blocked ? "**This blocks the merge.**" : "**This does not block the merge.**";
	if (missing > 0 && !blocked) return [`${EVALUATING}${waiting} ${tally(legs)} ${link}`];
	return [`**${verdictLabel(verdict)}** ${decisive(legs, verdict)}`, `${effect} ${tally(legs)}${waiting} ${link}`];
}
function runningLines(legs, { running, expected, notes: [note] }, link) {
	const longest = Math.max(0, ...legs.map(({ seconds }) => seconds ?? 0));
	const last = longest === 0 ? "" : ` Last time this took about ${formatDuration(longest)}.`;
	const what = running === null ? "" : ` ${plural(running.tasks, "task")} at ${htmlCode(running.sha.slice(0, 7))}.`;
	const far = expected === 1 && note !== void 0 && note.text !== "" ? ` ${note.text}` : "";
	return [`${EVALUATING}${far}${what}${last} ${link}`, "This comment will say the result. Where that run has ended and it does not, the run ended without one."];
}
/** How far each of several jobs is. */
function noteLines({ notes, expected }) {
	const told = expected === 1 ? [] : notes.filter(({ text }) => text !== "");
	return told.length === 0 ? [] : [told.map(({ label, text }) => `- ${htmlCode(label)}: ${text}`).join("\n")];
}
const before = (legs, { current }) => current || legs.length === 0 ? [] : ["What was found before, on an earlier commit or attempt:"];
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

// src/github/comment-note.ts
/**
* Puts what a job says while it evaluates in the place of what it said before, by one look and at most one write. Never over the
* job's result, nor over a newer run.
* @throws what GitHub answered
*/
async function updateNote(request) {
	const { client, repository, key, meta, note } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name,
		comment_id: request.comment
	};
	const { data, headers } = await client.rest.issues.getComment(place);
	const left = Number(headers["x-ratelimit-remaining"] ?? NaN);
	const callsLeft = Number.isNaN(left) ? null : left;
	const body = data.body ?? "";
	const state = hasMarker(body, key) ? readMarker(body, key) : null;
	if (state === null || isNewer(state.meta, meta)) return {
		kind: "over",
		callsLeft
	};
	const has = (those) => those.some(({ id }) => id === note.id);
	if (sameRun(state.of, meta) && has(state.legs) && !has(state.notes)) return {
		kind: "over",
		callsLeft
	};
	const next = compose({
		...request,
		leg: null
	}, [state]);
	if (textOf(next) === textOf(body)) return {
		kind: "unchanged",
		callsLeft
	};
	await client.rest.issues.updateComment({
		...place,
		body: next
	});
	return {
		kind: "written",
		callsLeft
	};
}

// src/process/identity.ts
const POLL_MS = 25;
const PROBE_MS = 5e3;
/** @returns null where no such process runs, and on systems without /proc */
async function identify(pid) {
	const found = await look(pid);
	return found === null ? null : {
		pid,
		started: found.started
	};
}
/** The nearest process of one of these names among this one's parents; null where none can be seen, as in a container. */
async function findAncestor(names) {
	for (let pid = process.ppid; pid > 0;) {
		const found = await look(pid);
		if (found === null) return null;
		if (names.includes(found.name)) return {
			pid,
			started: found.started
		};
		pid = found.parent;
	}
	return null;
}
async function look(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
	const end = stat.lastIndexOf(")");
	const fields = stat.slice(end + 2).split(" ");
	const [state, parent, started] = [
		fields[0],
		fields[1],
		fields[19]
	];
	if (started === void 0 || state === "Z" || state === "X") return null;
	return {
		name: stat.slice(stat.indexOf("(") + 1, end),
		parent: Number(parent),
		started
	};
}
const isRunning = async ({ pid, started }) => (await identify(pid))?.started === started;
/**
* Whether the kernel lets a process that is like any other we start read the memory of this one: what it may read, it may also trace
* and dump (`PTRACE_MODE_ATTACH`, ptrace(2)).
*/
async function isReadable(pid) {
	const probe = {
		file: "sh",
		args: [
			"-c",
			"exec 3<\"$0\"",
			`/proc/${pid}/mem`
		],
		cwd: "/",
		env: {}
	};
	const { code } = await run$1(probe, AbortSignal.timeout(PROBE_MS));
	return code === 0;
}
/**
* Asks a process to end, and after a while no longer asks. No other process is ever signalled in its place.
* @returns how it ended; `gone` where it had by itself
*/
async function endProcess(identity, patienceMs) {
	if (!await isRunning(identity)) return "gone";
	send(identity, "SIGTERM");
	const until = performance.now() + patienceMs;
	while (performance.now() < until) {
		if (!await isRunning(identity)) return "ended";
		await setTimeout(POLL_MS);
	}
	if (await isRunning(identity)) send(identity, "SIGKILL");
	return "killed";
}
function send({ pid }, signal) {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
	}
}

// src/report/progress.ts
const LABEL_LENGTH = 60;
/**
* How far an evaluation is: ``34 % of `mmlu` on the candidate, about 12 min left.``
* @param mayStopEarly whether it ends once its gates are decided: what is left is then the most it can be
*/
function renderProgress(progress, mayStopEarly) {
	const { side, task, done, planned, tasksDone, tasks, secondsLeft } = progress;
	return `${planned === 0 ? 100 : Math.floor(100 * done / planned)} % ${task === null ? "of several tasks" : `of ${htmlCode(task, LABEL_LENGTH)}`} on the ${side}${secondsLeft === null ? "" : `, ${mayStopEarly ? "at most " : ""}about ${minutesOf(secondsLeft)} left`}. Tasks done, over all sides: ${tasksDone} of ${tasks}.`;
}
/** No finer than the estimate is. */
function minutesOf(seconds) {
	const minutes = Math.max(1, Math.ceil(seconds / 60));
	if (minutes < 90) return `${minutes} min`;
	const tens = Math.round(minutes / 10) * 10;
	return `${Math.floor(tens / 60)} h ${tens % 60} min`;
}

// src/actions/follow-progress.ts
/** Everything that the writer is told. It reads nothing else but the file of the evaluation. */
const assignmentSchema = strictObject({
	token: string(),
	apiUrl: string(),
	repository: strictObject({
		owner: string(),
		name: string()
	}),
	comment: number(),
	key: string(),
	meta: strictObject({
		sha: string(),
		run: number(),
		attempt: number()
	}),
	leg: strictObject({
		id: string(),
		label: string(),
		expected: number()
	}),
	runUrl: string(),
	tasks: array(string()),
	/** Whether the evaluation ends once its gates are decided. */
	mayStopEarly: boolean(),
	/** What the evaluation says, and where the writer says what it did. */
	files: strictObject({
		progress: string(),
		outcome: string()
	}),
	/** The process that the job ends with; null where it cannot be seen. */
	runner: strictObject({
		pid: number(),
		started: string()
	}).nullable(),
	limitMs: number()
});
const PACE = {
	pollMs: 1e3,
	firstMs: 5e3,
	writeMs: 3e4,
	changeMs: 15e3,
	requestMs: 4e3
};
/** Of everything that the evaluation takes: a comment that is edited more often tells nobody more. */
const FINEST_SHARE = .01;
const FAILURES = 3;
/** Calls of the hour that are left to the rest of the repository. */
const CALLS_SPARED = 100;
/** What GitHub asks for where it does not say how long. */
const RATE_LIMIT_SECONDS = 60;
const ENDINGS = {
	told: "until this step began",
	evaluated: "until the evaluation had ended",
	over: "until something newer was in the comment",
	refused: "until GitHub refused it",
	failing: "until GitHub had failed three times on end",
	limited: "until few calls of the hour were left",
	late: "until its time was over",
	abandoned: "until the job was gone"
};
/** Shows in the comment how far the evaluation is, until something ends that. */
async function followProgress(assignment, signal, pace = PACE) {
	const { tasks, files, runner, limitMs } = assignment;
	const notice = new Notice(assignment, pace);
	const started = performance.now();
	const ended = (ending) => ({
		updates: notice.updates,
		ending
	});
	let wasSeen = false;
	for (;;) {
		await setTimeout(pace.pollMs, void 0, { signal }).catch(() => null);
		if (signal.aborted) return ended("told");
		if (performance.now() - started > limitMs) return ended("late");
		if (runner !== null && !await isRunning(runner)) return ended("abandoned");
		const received = await readProgress(files.progress, tasks);
		if (received.kind === "absent" && wasSeen) return ended("evaluated");
		wasSeen ||= received.kind !== "absent";
		const ending = received.kind === "read" ? await notice.show(received.value) : null;
		if (ending !== null) return ended(ending);
	}
}
const REFUSALS = /* @__PURE__ */ new Set([
	401,
	403,
	404,
	410,
	422
]);
/** What the comment says of this job, and how often that may change. */
var Notice = class {
	updates = 0;
	#assignment;
	#pace;
	#client;
	#started = performance.now();
	#shown = {
		text: "",
		of: ""
	};
	#failures = 0;
	#tried = this.#started;
	#blockedUntil = this.#started;
	constructor(assignment, pace) {
		const { token, apiUrl } = assignment;
		this.#assignment = assignment;
		this.#pace = pace;
		this.#client = createClient({
			token,
			apiUrl,
			timeoutMs: pace.requestMs
		});
	}
	/** @returns why there is to be no further update; null where there may be */
	async show(progress) {
		const text = renderProgress(progress, this.#assignment.mayStopEarly);
		const of = `${progress.side}/${progress.task}`;
		if (text === this.#shown.text || !this.#isDue(of, progress.secondsLeft)) return null;
		this.#tried = performance.now();
		try {
			const { kind, callsLeft } = await updateNote(this.#request(text));
			if (kind === "over") return "over";
			if (kind === "written") this.updates++;
			this.#failures = 0;
			this.#shown = {
				text,
				of
			};
			return callsLeft !== null && callsLeft < CALLS_SPARED ? "limited" : null;
		} catch (error) {
			return this.#failed(failureOf(error));
		}
	}
	#isDue(of, secondsLeft) {
		const { firstMs, writeMs, changeMs } = this.#pace;
		const now = performance.now();
		const isFirst = this.#shown.text === "";
		const least = isFirst ? firstMs : of === this.#shown.of ? writeMs : changeMs;
		const whole = now - this.#started + 1e3 * (secondsLeft ?? 0);
		const share = isFirst ? 0 : FINEST_SHARE * whole;
		const wait = Math.max(least * this.#assignment.leg.expected, share);
		return now - this.#tried >= wait && now >= this.#blockedUntil;
	}
	#failed(failure) {
		const isLimited = isRateLimit(failure);
		if (!isLimited && REFUSALS.has(failure.status)) return "refused";
		this.#failures++;
		if (this.#failures === FAILURES) return "failing";
		const seconds = isLimited ? failure.retryAfter ?? RATE_LIMIT_SECONDS : 0;
		this.#blockedUntil = performance.now() + 1e3 * seconds;
		return null;
	}
	#request(text) {
		const { repository, comment, key, meta, leg, runUrl, tasks } = this.#assignment;
		const running = {
			sha: meta.sha,
			tasks: tasks.length
		};
		return {
			client: this.#client,
			repository,
			comment,
			key,
			meta,
			note: {
				id: leg.id,
				label: leg.label,
				text
			},
			render: (legs, current, bytes, notes) => renderLegs(legs, {
				current,
				expected: leg.expected,
				running,
				notes,
				runUrl
			}, bytes)
		};
	}
};

export { findAncestor as a, createClient as c, upsertComment as d, explainFailure as f, isCommentKey as g, setHidden as h, endProcess as i, renderLegs as l, isRateLimit as m, assignmentSchema as n, identify as o, failureOf as p, followProgress as r, isReadable as s, ENDINGS as t, COMMENT_MODES as u };