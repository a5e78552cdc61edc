import { n as WeighbridgeError, t as IssueList } from "./errors.js";
import { C as prettifyError, d as object, h as string, m as strictObject, n as _enum, p as record, u as number, w as NEVER } from "./schemas.js";
import { Buffer } from "node:buffer";

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
const mergeGroupPayload = object({ merge_group: object({ head_sha: sha }) });
const PULL_REQUEST_EVENTS = /* @__PURE__ */ new Set(["pull_request", "pull_request_target"]);
/**
* Reads the event's payload. An event that is not about a pull request has none, and gets no comment.
* @throws WeighbridgeError `platform` when a pull request event does not look like one
*/
function readEvent(name, payload, sha) {
	if (PULL_REQUEST_EVENTS.has(name)) {
		const { pull_request } = parse(pullRequestPayload, name, payload);
		const { number, head, base } = pull_request;
		const fork = head.repo === null || head.repo.id !== base.repo.id;
		return {
			name,
			pullRequest: {
				number,
				headSha: head.sha,
				baseSha: base.sha,
				fork
			},
			headSha: head.sha
		};
	}
	if (name === "merge_group") {
		const { merge_group } = parse(mergeGroupPayload, name, payload);
		return {
			name,
			pullRequest: null,
			headSha: merge_group.head_sha
		};
	}
	return {
		name,
		pullRequest: null,
		headSha: sha
	};
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

// src/github/marker.ts
/** Lenient towards later versions, which may add fields. */
const meta = object({
	sha: string(),
	run: number(),
	attempt: number()
});
const KEY = /^[A-Za-z0-9._-]{1,64}$/;
/** Two gates in one pull request have two keys, and two comments. */
const isCommentKey = (key) => KEY.test(key);
const prefix = (key) => `<!-- weighbridge:v1:${key} `;
/** The first line of our comments. Standard base64 has no `--`, which would end the HTML comment. */
function markerLine(key, { sha, run, attempt }) {
	const text = Buffer.from(JSON.stringify({
		sha,
		run,
		attempt
	})).toString("base64");
	return `${prefix(key)}${text} -->`;
}
/** Whether a comment starts with our marker: quoted or embedded markers are somebody else's text. */
const hasMarker = (body, key) => body.startsWith(prefix(key));
/** Null where the metadata cannot be read: then nothing says that the comment is newer than we are. */
function readMarker(body, key) {
	const [line = ""] = body.split(/\r?\n/, 1);
	const encoded = line.slice(prefix(key).length).replace(/ -->$/, "");
	try {
		const parsed = meta.safeParse(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")));
		return parsed.success ? parsed.data : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
/** The comment's text below the marker. GitHub may return `\r\n`. */
function textOf(body) {
	const normal = body.replaceAll("\r\n", "\n");
	return normal.slice(normal.indexOf("\n") + 1).trimEnd();
}
/** Whether run `a` was started after run `b`. */
function isNewer(a, b) {
	return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}

// src/github/comment.ts
const COMMENT_MODES = [
	"always",
	"on-failure",
	"never"
];
/**
* Keeps one comment a key on a pull request, up to date: finds ours on all pages, updates it in place, writes nothing
* when nothing changed, and never overwrites what a newer run has written.
* @throws what GitHub answered; see `explainFailure`
*/
async function upsertComment(request) {
	const { mode, failed, meta, key } = request;
	if (mode === "never") return {
		kind: "skipped",
		reason: "comments are turned off"
	};
	const body = `${markerLine(key, meta)}\n${request.text}`;
	const [existing] = await ourComments(request);
	if (existing !== void 0) return updateComment(request, existing, body);
	if (mode === "on-failure" && !failed) return {
		kind: "skipped",
		reason: "nothing failed"
	};
	const { client, repository, issue } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const { data } = await client.rest.issues.createComment({
		...place,
		issue_number: issue,
		body
	});
	return settleRace(request, {
		id: data.id,
		url: data.html_url,
		body
	}, body);
}
async function updateComment(request, existing, body) {
	const { client, repository, key, meta, text } = request;
	const written = readMarker(existing.body, key);
	if (written !== null && isNewer(written, meta)) return {
		kind: "skipped",
		reason: `run ${written.run} is newer and has written the comment`
	};
	if (textOf(existing.body) === text.trimEnd()) return {
		kind: "unchanged",
		url: existing.url
	};
	const place = {
		owner: repository.owner,
		repo: repository.name,
		comment_id: existing.id
	};
	await client.rest.issues.updateComment({
		...place,
		body
	});
	return {
		kind: "updated",
		url: existing.url
	};
}
/**
* Two runs may both have found nothing and both have written. The lowest id stays, with the text of the newest run;
* whoever comes here, and in whatever order, comes to the same end.
*/
async function settleRace(request, created, body) {
	const [first, ...rest] = await ourComments(request);
	if (first === void 0) return {
		kind: "created",
		url: created.url
	};
	const { client, repository, key } = request;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	let outcome = {
		kind: "created",
		url: first.url
	};
	if (first.id === created.id) {
		const newest = [first, ...rest].reduce((best, comment) => newerBody(comment, best, key) ? comment : best);
		if (newest !== first) await client.rest.issues.updateComment({
			...place,
			comment_id: first.id,
			body: newest.body
		});
	} else outcome = await updateComment(request, first, body);
	for (const { id } of rest) await client.rest.issues.deleteComment({
		...place,
		comment_id: id
	}).catch((error) => {
		if (!(error instanceof Error && "status" in error && error.status === 404)) throw error;
	});
	return outcome;
}
function newerBody(a, b, key) {
	const [left, right] = [readMarker(a.body, key), readMarker(b.body, key)];
	return left !== null && (right === null || isNewer(left, right));
}
/** Comments that start with our marker and were written by this very token's account, lowest id first. */
async function ourComments({ client, repository, issue, key }) {
	const place = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: issue,
		per_page: 100
	};
	const marked = (await client.paginate(client.rest.issues.listComments, place)).filter(({ body }) => hasMarker(body ?? "", key));
	if (marked.length === 0) return [];
	const author = await viewer(client);
	return marked.filter(({ user }) => user !== null && author.owns(user)).map(({ id, html_url, body }) => ({
		id,
		url: html_url,
		body: body ?? ""
	})).sort((a, b) => a.id - b.id);
}
const BOT = /\[bot\]$/;
/**
* Who we are. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens.
* REST and GraphQL disagree on whether a bot's login ends in `[bot]`.
*/
async function viewer(client) {
	const { viewer } = await client.graphql("query { viewer { login } }");
	const isBot = BOT.test(viewer.login);
	const login = viewer.login.replace(BOT, "");
	return { owns: (account) => account.login.replace(BOT, "") === login && (!isBot || account.type === "Bot") };
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
	const record$1 = record(string(), string()).parse(given);
	const set = Object.fromEntries(Object.entries(record$1).filter(([, value]) => value !== ""));
	const parsed = INPUTS.safeParse(set);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map((issue) => {
		const name = String(issue.path[0] ?? "");
		switch (issue.code) {
			case "invalid_value": return inputError(name, `is ${JSON.stringify(set[name])}`, `use one of ${issue.values.join(", ")}`);
			case "unrecognized_keys": return inputError(issue.keys.join(", "), "is not an input", `use ${Object.keys(INPUTS.shape).join(", ")}`);
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

export { readRepository as a, readEvent as i, readInputs as n, upsertComment as r, overridesOf as t };