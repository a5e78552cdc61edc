import { Bt as join$1, I as plural, Pt as messageOf, Rt as VERDICTS, T as formatCount, jt as WeighbridgeError, y as canonicalJson } from "./core-domain-history.js";
import { a as truncate, n as htmlCode } from "./report-escape.js";
import { a as nextLine, h as textColumn, m as table, o as waitForNewer, p as paragraph, r as commitSentence } from "./report-sections-registry.js";
import { i as ours, n as inline, t as code, u as formatDuration } from "./report-inline.js";
import { f as verdictBadge, l as labelOf$1, n as NOT_PROVEN, p as verdictLabel, r as VERDICT_WORDS } from "./report-headline.js";
import { A as NEVER, S as unknown, _ as record, b as tuple, h as object, i as _enum, k as prettifyError, m as number, o as array, s as boolean, u as int, v as strictObject, y as string } from "./npm-zod.js";
import { r as blocksToMarkdown } from "./report-markdown.js";
import { r as requiredVariable } from "./action-runtime.js";
import { a as differs, c as takesArtifacts, i as artifactName, l as uploadArtifact, n as TRY_AGAIN, r as artifactClient } from "./results-unpack.js";
import { n as lastAnswer, t as createClient } from "./adapters-github-client.js";
import { join, relative } from "node:path";
import { Buffer } from "node:buffer";
import { lstat, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/adapters/github/event.ts
/** The name of a commit. */
const commitSha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repositoryId = object({ id: number().int() });
const pullRequestPayload = object({ pull_request: object({
	number: number().int().positive(),
	head: object({
		sha: commitSha,
		repo: repositoryId.nullable()
	}),
	base: object({
		sha: commitSha,
		repo: repositoryId
	})
}) });
const mergeGroupPayload = object({
	action: string().optional(),
	merge_group: object({
		head_sha: commitSha,
		base_sha: commitSha
	})
});
const pushPayload = object({ deleted: boolean().optional() });
const workflowRunPayload = object({ workflow_run: object({ head_sha: commitSha }) });
const dispatchPayload = object({ inputs: object({ "pr-number": string().optional() }).nullable() });
const deploymentPayload = object({ deployment: object({ sha: commitSha }) });
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
				requestedPull: number
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
/** What of any event says where the change goes. */
const basePayload = object({
	pull_request: object({ base: object({
		sha: commitSha,
		ref: string()
	}) }).optional(),
	merge_group: object({
		base_sha: commitSha,
		base_ref: string()
	}).optional(),
	/** Of a push: the commit before it; zeros for a new branch. */
	before: commitSha.optional(),
	repository: object({ default_branch: string() }).optional()
});
/** @param ref `GITHUB_REF` */
function readEventBase(payload, ref) {
	const { pull_request: request, merge_group: group, before, repository } = basePayload.parse(payload);
	const defaultBranch = repository?.default_branch ?? null;
	const pushedFrom = before === void 0 || /^0+$/.test(before) ? null : before;
	const isChange = request !== void 0 || group !== void 0;
	return {
		branch: request?.base.ref ?? group?.base_ref.replace(/^refs\/heads\//, "") ?? defaultBranch,
		commit: request?.base.sha ?? group?.base_sha ?? pushedFrom,
		onDefaultBranch: !isChange && defaultBranch !== null && ref === `refs/heads/${defaultBranch}`
	};
}
const headPayload = object({ pull_request: object({ head: object({ ref: string() }) }) });
/** The branch that a pull request comes from, which may be a fork's; null where the event is of none. */
const headBranch = (payload) => headPayload.safeParse(payload).data?.pull_request.head.ref ?? null;
const headRefPayload = object({ pull_request: object({
	head: object({
		ref: string(),
		repo: object({
			id: number(),
			owner: object({ login: string() })
		})
	}),
	base: object({ repo: object({ id: number() }) })
}) });
/** That branch as GraphQL compares it; null where the fork is gone. */
function headRef(payload) {
	const { data } = headRefPayload.safeParse(payload);
	if (data === void 0) return null;
	const { head, base } = data.pull_request;
	return head.repo.id === base.repo.id ? head.ref : `${head.repo.owner.login}:${head.ref}`;
}
/**
* Splits `owner/name`.
* @throws WeighbridgeError `platform`
*/
function readRepository(text) {
	const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? "") ?? [];
	if (owner === void 0 || name === void 0) throw new WeighbridgeError("platform", `GITHUB_REPOSITORY is ${JSON.stringify(text ?? null)}, not owner/name`, { fix: "run this in a workflow, or set it as GitHub does: GITHUB_REPOSITORY=owner/name" });
	return {
		owner,
		name
	};
}

// src/adapters/github/api-errors.ts
const PERMISSION = {
	comment: "pull-requests: write",
	check: "checks: write",
	confirming: "checks: write",
	hiding: "pull-requests: write"
};
const FAILED = {
	comment: "The comment on the pull request was not written",
	check: "The check was not written",
	confirming: "The check was written, and could not be looked at again",
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
	const headers = data?.response.headers ?? {};
	const after = Number(headers["retry-after"] ?? untilReset(headers));
	return {
		status: data?.status ?? null,
		message: Array.from(messageOf(error).replace(/\s+/g, " ")).slice(0, MESSAGE_LENGTH).join(""),
		retryAfter: Number.isFinite(after) ? after : null
	};
}
/** The primary limit says at which second since 1970 it begins anew, and nothing else. */
function untilReset(headers) {
	if (String(headers["x-ratelimit-remaining"]) !== "0") return NaN;
	return Math.max(0, Math.ceil(Number(headers["x-ratelimit-reset"] ?? NaN) - Date.now() / 1e3));
}
/** What GitHub says where the token is too weak, or may not even know that something is there. */
const LACKS_PERMISSION = /resource not accessible|not found|must have (admin|write|push)|insufficient|requires (higher|write)/i;
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
		case 404:
			if (!LACKS_PERMISSION.test(failure.message)) return `${what}: GitHub refused it (HTTP ${status}): ${failure.message}. ${tail}`;
			return fork ? `${what}: the token of a pull request from a fork is read-only. Report from a workflow_run workflow instead. ${tail}` : `${what}: the token may not do it (HTTP ${status}). Add to the job:\n\n${permissionLines(need)}\n\n${tail}`;
		case 422: return `${what}: GitHub refused it (HTTP 422: ${failure.message})${PERMISSION[need] === PERMISSION.check ? "" : "; the conversation may be locked"}. ${tail}`;
		default: return status === null ? `${what}: ${failure.message}. ${tail}` : `${what}: GitHub answered with an error (HTTP ${status}). ${tail}`;
	}
}

// src/adapters/github/retry-budget.ts
/** Labels, two uploads, a comment and a check: a GitHub that does not work costs a run less than two minutes. */
const RETRY_LIMITS = {
	totalMs: 15e3,
	requestMs: 7e3,
	waitMs: 1e3,
	settleMs: 1e3,
	uploadMs: 3e4
};
const ATTEMPTS = 3;
/** However long a conversation is, as many times the total that a publisher has. */
const MOST_EXTENSION = 6;
/** How long one publisher may wait for GitHub: it runs out from the moment it is made. */
var RetryBudget = class {
	limits;
	/** Aborted when nothing is left. */
	signal;
	#stop = new AbortController();
	#latest;
	#ends;
	#timer;
	constructor(limits = RETRY_LIMITS) {
		this.limits = limits;
		this.signal = this.#stop.signal;
		this.#ends = performance.now() + limits.totalMs;
		this.#latest = this.#ends + limits.totalMs * MOST_EXTENSION;
		this.#timer = this.#watch();
	}
	/** Gives back what a page of a long list took: a GitHub that answers is not one that hangs. Bounded all the same. */
	extend(ms) {
		this.#ends = Math.min(this.#ends + ms, this.#latest);
		clearTimeout(this.#timer);
		this.#timer = this.#watch();
	}
	#watch() {
		const left = Math.max(0, this.#ends - performance.now());
		const end = () => this.#stop.abort(new DOMException("The time for GitHub ran out", "TimeoutError"));
		return setTimeout(end, left).unref();
	}
	/**
	* Does something again when GitHub had an error that may pass: a whole step that reads before it writes, never a single
	* call. A call that created something may have done so although no answer came, and would create it twice.
	* @throws what GitHub answered at last
	*/
	async retry(step) {
		for (let attempt = 1;; attempt++) try {
			return await step();
		} catch (error) {
			const wait = retryable(error);
			const before = wait?.seconds === void 0 ? this.limits.waitMs * 2 ** (attempt - 1) : wait.seconds * 1e3;
			if (wait === null || attempt === ATTEMPTS || performance.now() + before > this.#ends) throw error;
			await setTimeout$1(before);
		}
	}
	async settle() {
		const wait = this.limits.settleMs * (.75 + Math.random() / 2);
		if (performance.now() + wait < this.#ends) await setTimeout$1(wait);
	}
};
/** Whether a second attempt may succeed, and the seconds to wait where GitHub says so; null where it may not. */
function retryable(error) {
	if (error instanceof WeighbridgeError) return null;
	const failure = failureOf(error);
	if (isRateLimit(failure)) return failure.retryAfter === null ? null : { seconds: failure.retryAfter };
	return failure.status === null || failure.status >= 500 ? {} : null;
}

// src/adapters/github/marker.ts
const run = {
	sha: string(),
	run: number(),
	attempt: number()
};
const size = number().int().nonnegative();
const name = string().max(64);
/** As tuples, since a matrix has up to 256 jobs. Lenient towards later versions, which may add fields. */
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
	/** Of each leg where they are not all that of the run. */
	attempts: array(size).optional(),
	own: array(name).optional(),
	draws: array(tuple([
		name,
		name,
		name,
		size
	])).optional()
});
const KEY = /^[A-Za-z0-9._-]{1,64}$/;
/** Two gates in one pull request have two keys, and two comments. */
const isCommentKey = (key) => KEY.test(key);
const prefix = (key) => `<!-- weighbridge:v1:${key} `;
/** The first line of our comments. Standard base64 has no `--`, which would end the HTML comment. */
function markerLine(key, { meta, of, results, own = [], draws = [] }, places) {
	const fields = {
		...pick(meta),
		...sameRun(meta, of) ? {} : { of: pick(of) },
		legs: results.map(({ id, label, verdict, blocked, seconds }, index) => {
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
		...results.every(({ attempt }) => attempt === of.attempt) ? {} : { attempts: results.map(({ attempt }) => attempt) },
		...own.length === 0 ? {} : { own: [...own] },
		...draws.length === 0 ? {} : { draws: draws.map(({ job, checkpoint, policy, run }) => [
			job,
			checkpoint,
			policy,
			run
		]) }
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
* Reads a comment of ours back. Where each text begins and ends is said in the marker: the texts hold what models
* said, and could hold any sign that separates them.
* @returns null where the metadata cannot be read: then nothing says that the comment is newer than we are
*/
function readMarker(body, key) {
	const [line = ""] = body.split(/\r?\n/, 1);
	const encoded = line.slice(prefix(key).length).replace(/ -->$/, "");
	const parsed = metaSchema.safeParse(parseJson(Buffer.from(encoded, "base64").toString("utf8")));
	if (!parsed.success) return null;
	const { of, legs = [], attempts = [], own = [], draws = [], ...meta } = parsed.data;
	const below = belowMarker(body);
	return {
		meta,
		of: of ?? meta,
		results: legs.map(([id, label, verdict, blocked, seconds, start, length], index) => ({
			id,
			label,
			verdict,
			blocked,
			seconds,
			attempt: attempts[index] ?? (of ?? meta).attempt,
			text: below.slice(start, start + length)
		})),
		...own.length === 0 ? {} : { own },
		...draws.length === 0 ? {} : { draws: draws.map(([job, checkpoint, policy, run]) => ({
			job,
			checkpoint,
			policy,
			run
		})) }
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

// src/adapters/github/at-once.ts
const envelope = object({
	repository: unknown(),
	viewer: object({ login: string() })
});
/** @throws what GitHub answered, also where it answered only a part; ZodError */
async function askAtOnce(client, { owner, name }, questions) {
	const asked = Object.values(questions);
	const variables = Object.entries({
		owner: ["String!", owner],
		name: ["String!", name],
		...Object.assign({}, ...asked.map((each) => each.variables))
	});
	const query = `query (${variables.map(([variable, [type]]) => `$${variable}: ${type}`).join(", ")}) { repository(owner: $owner, name: $name) { ${asked.map((each) => each.fields).join(" ")} } viewer { login } }`;
	const values = Object.fromEntries(variables.map(([variable, [, value]]) => [variable, value]));
	const { repository, viewer } = envelope.parse(await client.graphql(query, values));
	const answers = Object.entries(questions).map(([key, { read }]) => [key, read(repository, viewer.login)]);
	return {
		answers: Object.fromEntries(answers),
		viewer: viewer.login
	};
}
const target = object({ oid: string() });
const ref = object({ ref: object({
	target,
	compare: object({
		behindBy: number(),
		baseTarget: target,
		headTarget: target,
		commits: object({
			totalCount: number(),
			nodes: array(object({
				oid: string(),
				parents: object({ totalCount: number() })
			}))
		})
	}).nullish()
}).nullable() });
/** So few that the query costs one point: each brings a list of its parents. */
const COMMITS = 30;
/**
* Null where there is no such branch.
* @param head branch to compare with it, as `branch`, or `owner:branch` of a fork; none where null
*/
const stateOfBranch = (branch, head) => ({
	fields: head === null ? "ref(qualifiedName: $branch) { target { oid } }" : `ref(qualifiedName: $branch) {
    target { oid }
    compare(headRef: $headRef) {
      behindBy baseTarget { oid } headTarget { oid }
      commits(first: ${COMMITS}) { totalCount nodes { oid parents(first: 1) { totalCount } } }
    }
  }`,
	variables: {
		branch: ["String!", `refs/heads/${branch}`],
		...head === null ? {} : { headRef: ["String!", head] }
	},
	read: (repository) => {
		const found = ref.parse(repository).ref;
		if (found === null) return null;
		const { oid: tip } = found.target;
		const { compare } = found;
		if (compare == null || compare.behindBy !== 0 || compare.baseTarget.oid !== tip) return {
			tip,
			ahead: []
		};
		const { nodes, totalCount } = compare.commits;
		const between = nodes.length === totalCount && nodes.every(({ parents }) => parents.totalCount === 1) ? nodes.map(({ oid }) => oid) : [];
		return {
			tip,
			ahead: [.../* @__PURE__ */ new Set([compare.headTarget.oid, ...between])]
		};
	}
});

// src/adapters/github/our-comments.ts
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
function readComment(comment) {
	const { id, node_id, html_url, body, user = null, minimized } = shown.parse(comment);
	const hidden = minimized == null ? null : (minimized.reason ?? "hidden").toLowerCase();
	return {
		id,
		nodeId: node_id,
		url: html_url,
		body: body ?? "",
		hidden,
		user
	};
}
const account = object({
	__typename: string(),
	login: string()
}).nullable().transform((actor) => actor && {
	login: actor.login,
	type: actor.__typename
});
/**
* The number by which REST knows a comment. GraphQL has it as `fullDatabaseId`, which GitHub Enterprise Server knows from 3.9 on and
* before that refuses with the whole query, and as `databaseId`, which ends at 2³¹; the address has it everywhere.
*/
const commentAddress = string().transform((url, context) => {
	const number = /#issuecomment-(\d+)$/.exec(url)?.[1];
	if (number !== void 0) return {
		url,
		id: Number(number)
	};
	context.addIssue({
		code: "custom",
		message: "the address of a comment does not end in its number"
	});
	return NEVER;
});
const pageSchema = object({ pullRequest: object({
	headRefOid: string(),
	comments: object({
		pageInfo: object({
			hasNextPage: boolean(),
			endCursor: string().nullable()
		}),
		nodes: array(object({
			id: string(),
			url: commentAddress,
			body: string(),
			isMinimized: boolean(),
			minimizedReason: string().nullable(),
			author: account,
			editor: account
		}))
	})
}) });
const commentsOf = (issue, after = null) => ({
	fields: `pullRequest(number: $number) {
    headRefOid
    comments(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id url body isMinimized minimizedReason
        author { __typename login }
        editor { __typename login }
      }
    }
  }`,
	variables: {
		number: ["Int!", issue],
		after: ["String", after]
	},
	read: (repository) => {
		const { headRefOid: head, comments } = pageSchema.parse(repository).pullRequest;
		const { hasNextPage, endCursor } = comments.pageInfo;
		return {
			head,
			after: hasNextPage ? endCursor : null,
			comments: comments.nodes.map((node) => ({
				...node.url,
				nodeId: node.id,
				body: node.body,
				user: node.author,
				editor: node.editor,
				hidden: node.isMinimized ? (node.minimizedReason ?? "hidden").toLowerCase() : null
			}))
		};
	}
});
/** The first page, and the answer to what is asked with it; where both together are refused, the page alone. */
async function firstPage({ client, repository, issue }, companion) {
	const alone = { page: commentsOf(issue) };
	if (companion === null) return askAtOnce(client, repository, alone);
	const both = {
		...alone,
		beside: companion.question
	};
	const asked = await askAtOnce(client, repository, both).catch(() => null);
	if (asked === null) return askAtOnce(client, repository, alone);
	companion.told(asked.answers.beside);
	return asked;
}
/**
* The whole conversation, as it is asked for first: who we are, and who edited what, is told with it.
* @param known id of one that is there although GitHub may not show it yet
*/
async function readConversation(thread, { begun = null, companion = null, known = /* @__PURE__ */ new Set() } = {}) {
	const { client, repository, issue, key, budget } = thread;
	const pages = begun === null ? [] : [begun.page];
	let asked = begun?.asked ?? null;
	if (begun !== null) rememberViewer(client, begun.viewer);
	for (let after = begun === null ? null : begun.page.after; pages.length === 0 || after !== null;) {
		const before = performance.now();
		const { answers, viewer } = pages.length === 0 ? await firstPage(thread, companion) : await askAtOnce(client, repository, { page: commentsOf(issue, after) });
		budget.extend(performance.now() - before);
		asked ??= lastAnswer(client);
		rememberViewer(client, viewer);
		pages.push(answers.page);
		after = answers.page.after;
	}
	const comments = await withKnown(thread, pages.flatMap((page) => page.comments), known);
	return {
		marked: markedOf(comments, key),
		asked,
		head: pages[0]?.head ?? null,
		pages: pages.length
	};
}
/** Those, and what is known to be there beside. */
async function withKnown({ client, repository }, comments, known) {
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const found = [...comments];
	const shown = new Set(comments.map(({ id }) => id));
	for (const id of [...known].filter((each) => !shown.has(each))) {
		const comment = await client.rest.issues.getComment({
			...place,
			comment_id: id
		}).then(({ data }) => readComment(data)).catch((error) => {
			if (failureOf(error).status === 404) return null;
			throw error;
		});
		if (comment !== null) found.push(comment);
	}
	return found;
}
const markedOf = (comments, key) => comments.filter(({ body }) => hasMarker(body, key)).sort((a, b) => a.id - b.id);
/**
* What was changed since.
* @param known id of one that is there although the list may not show it yet
* @param since as GitHub writes times: leaves out what was not changed later
*/
async function findComments(thread, known, since) {
	const { client, repository, issue, key, budget } = thread;
	const place = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: issue,
		per_page: 100,
		since
	};
	const found = /* @__PURE__ */ new Map();
	let before = performance.now();
	for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, place)) {
		const now = performance.now();
		budget.extend(now - before);
		before = now;
		for (const comment of data.map(readComment)) found.set(comment.id, comment);
	}
	const all = await withKnown(thread, [...found.values()], known);
	return {
		marked: markedOf(all, key),
		asked: null,
		head: null,
		pages: 1
	};
}
/** Whose they are, told by whoever wrote or asked with this client before. */
function tellApart(client, { marked }) {
	const isOurs = ({ user }) => user !== null && isOwner(client, user);
	return {
		ours: marked.filter(isOurs),
		others: marked.filter((each) => !isOurs(each))
	};
}
const BOT = /\[bot\]$/;
/**
* A token has one account. Installation tokens get 403 on `GET /user`; GraphQL's `viewer` works for them and for personal tokens,
* and disagrees with REST on whether a bot's login ends in `[bot]`.
*/
const accounts = /* @__PURE__ */ new WeakMap();
/** What a token has just written is of its account. */
function rememberAuthor(client, { user }) {
	if (user !== null && !accounts.has(client)) accounts.set(client, user);
}
function rememberViewer(client, login) {
	if (!accounts.has(client)) accounts.set(client, {
		login,
		...BOT.test(login) ? { type: "Bot" } : {}
	});
}
function isOwner(client, { login, type }) {
	const own = accounts.get(client);
	if (own === void 0) return false;
	return login.replace(BOT, "") === own.login.replace(BOT, "") && (own.type !== "Bot" || type === "Bot");
}
const EDITOR = "query ($id: ID!) { node(id: $id) { ... on IssueComment { editor { __typename login } } } }";
/** Whether somebody else changed a comment of ours last: then nothing in it is what we said. */
async function editedByOthers(client, comment) {
	const ask = async () => {
		const { node } = await client.graphql(EDITOR, { id: comment.nodeId });
		return account.parse(node?.editor ?? null);
	};
	const editor = comment.editor === void 0 ? await ask() : comment.editor;
	return editor !== null && !isOwner(client, editor);
}

// src/adapters/github/comment.ts
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
* and jobs of a matrix that write at the same time come to one comment with what all of them say.
* @throws what GitHub answered; see `explainFailure`
*/
async function upsertComment(request) {
	if (request.mode === "never") return {
		kind: "skipped",
		reason: "comments are turned off"
	};
	const seen = {
		created: null,
		uncertain: false,
		known: /* @__PURE__ */ new Set(),
		since: null,
		isShort: true,
		found: request.found ?? null,
		head: null,
		others: /* @__PURE__ */ new Map()
	};
	return request.budget.retry(() => converge(request, seen));
}
const CLOCKS_MS = 6e4;
async function look(request, seen) {
	if (seen.uncertain) await request.budget.settle();
	const { companion = null } = request;
	const ask = () => seen.since === null || companion !== null && seen.isShort ? readConversation(request, {
		companion,
		known: seen.known
	}) : findComments(request, seen.known, seen.since);
	const found = seen.found ?? await ask();
	seen.isShort &&= found.pages === 1;
	seen.found = null;
	seen.head ??= found.head;
	const { asked } = found;
	const { ours, others } = tellApart(request.client, found);
	const time = Date.parse(asked ?? "") - CLOCKS_MS;
	if (Number.isFinite(time)) seen.since ??= new Date(time).toISOString();
	for (const { id } of ours) seen.known.add(id);
	for (const other of others) seen.others.set(other.id, other);
	return ours;
}
async function converge(request, seen) {
	let first = seen.created === null ? null : "created";
	for (let round = 1; round <= ROUNDS; round++) {
		const outcome = await reconcile(request, seen).catch((error) => {
			if (failureOf(error).status === 404 && (first !== null || round === 1)) return null;
			throw error;
		});
		if (outcome === null) continue;
		if (outcome.kind === "skipped") return outcome;
		if (outcome.kind === "unchanged") return {
			...outcome,
			kind: first ?? "unchanged"
		};
		if (request.comesBack === true) return outcome;
		first ??= outcome.kind;
		await request.companion?.write();
		await request.budget.settle();
	}
	throw new WeighbridgeError("platform", "other jobs kept writing the comment at the same time", { fix: "give gates that run at the same time keys of their own: comment-key" });
}
/** One look, and at most one comment written. */
async function reconcile(request, seen) {
	const { client, key, meta, mode } = request;
	const comments = await look(request, seen);
	const [kept, ...rest] = comments;
	const place = {
		owner: request.repository.owner,
		repo: request.repository.name
	};
	const others = [...seen.others.values()];
	if (kept === void 0) {
		if (seen.created !== null) return {
			...seen.created,
			kind: "unchanged"
		};
		if (mode === "on-failure" && !request.reported.some(({ result }) => result.blocked)) return {
			kind: "skipped",
			reason: "nothing failed"
		};
		const body = compose(request, told(request, seen), [], seen.head);
		seen.uncertain = true;
		const { data } = await client.rest.issues.createComment({
			...place,
			issue_number: request.issue,
			body
		});
		const comment = readComment(data);
		rememberAuthor(client, comment);
		seen.uncertain = false;
		seen.known.add(comment.id);
		seen.created = {
			kind: "created",
			comment,
			blocked: blocks(body, key),
			others
		};
		return seen.created;
	}
	const states = comments.map((comment) => ({
		comment,
		state: readMarker(comment.body, key)
	}));
	const counts = (ownPolicy, id) => !ownPolicy || !states.some(({ state }) => hasBasePolicy(state, id));
	const reported = told(request, seen).filter(({ ownPolicy, result }) => counts(ownPolicy, result.id));
	if (request.reported.length > 0 && reported.length === 0 || request.reported.length === 0 && !counts(request.job.ownPolicy, request.job.id)) return {
		kind: "skipped",
		reason: "what it says was judged by a base branch's policy, and this was not"
	};
	const latest = () => states.reduce((best, each) => isLater(each.state, best.state) ? each : best);
	let newest = latest();
	const isStale = () => newest.state !== null && isNewer(newest.state.meta, meta);
	let edited = false;
	while (isStale() && await editedByOthers(client, newest.comment)) {
		edited = true;
		newest.state = null;
		newest = latest();
	}
	const stale = isStale();
	const body = stale ? newest.comment.body : compose(request, reported, states.map(({ state }) => state), seen.head);
	const drawsOf = (text) => JSON.stringify(readMarker(text, key)?.draws ?? []);
	const changed = edited || textOf(kept.body) !== textOf(body) || drawsOf(kept.body) !== drawsOf(body);
	const { data } = changed ? await client.rest.issues.updateComment({
		...place,
		comment_id: kept.id,
		body
	}) : { data: null };
	for (const { id } of rest) await remove(request, id);
	for (const { id } of rest) seen.known.delete(id);
	if (stale) {
		const newer = newest.state?.meta ?? meta;
		return {
			kind: "skipped",
			reason: `run ${newer.run} is newer and has written the comment`,
			newer
		};
	}
	const comment = data === null ? kept : readComment(data);
	return {
		kind: changed || rest.length > 0 ? "updated" : "unchanged",
		comment,
		blocked: blocks(body, key),
		others
	};
}
/** What is reported, each of the commit that it is of. */
function told({ reported, meta, ofOlderCommit }, { head }) {
	if (head === null || head === meta.sha || ofOlderCommit === void 0) return reported;
	return reported.map((each) => ({
		...each,
		result: ofOlderCommit(each.result, head)
	}));
}
const blocks = (body, key) => readMarker(body, key)?.results.some(({ blocked }) => blocked) ?? true;
const hasBasePolicy = (state, job) => state?.results.some(({ id }) => id === job && state.own?.includes(id) !== true) ?? false;
function isLater(a, b) {
	return a !== null && (b === null || isNewer(a.meta, b.meta));
}
/** The body with what is reported now and what other jobs of the same run have said. */
function compose({ key, meta, render }, reported, states, head) {
	const known = states.filter((state) => state !== null);
	const ofThisRun = known.filter(({ of }) => of.run === meta.run);
	const source = ofThisRun.length > 0 || reported.length > 0 ? ofThisRun : known;
	const results = new Map(source.flatMap((state) => state.results.map((each) => [each.id, each])));
	const own = new Set(source.flatMap((each) => each.own ?? []));
	for (const { result, ownPolicy } of reported) {
		results.set(result.id, result);
		if (ownPolicy) own.add(result.id);
		else own.delete(result.id);
	}
	const isOfAttempt = [...results.values()].some(({ attempt }) => attempt === meta.attempt);
	const current = reported.length > 0 || ofThisRun.length > 0 && isOfAttempt;
	const state = {
		meta,
		own: [...own],
		of: current ? meta : source[0]?.of ?? meta,
		results: [...results.values()].sort((a, b) => a.id < b.id ? -1 : 1),
		draws: joinDraws([...known.flatMap(({ draws = [] }) => draws), ...reported.flatMap(({ draw }) => draw ?? [])])
	};
	const widest = state.results.map(() => ({
		start: COMMENT_BYTES,
		length: COMMENT_BYTES
	}));
	const marker = markerLine(key, state, widest).length;
	const bytes = Math.min(TEXT_BYTES, COMMENT_BYTES - marker);
	const { markdown, places } = render(state.results, current, bytes, head);
	return `${markerLine(key, state, places)}\n${markdown}`;
}
const joinDraws = (draws) => [...new Map(draws.map((draw) => [JSON.stringify(draw), draw])).values()].sort((a, b) => a.run - b.run).slice(-100);
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

// src/action/workflow-run.ts
/**
* @param payload of the event
* @throws WeighbridgeError `platform` when the runner's variables or the payload are missing or odd
*/
function readWorkflowRun(env, inputs, payload) {
	const event = readEvent(requiredVariable(env, "GITHUB_EVENT_NAME"), payload, env.GITHUB_SHA ?? null);
	const repository = readRepository(env.GITHUB_REPOSITORY);
	const runId = Number(requiredVariable(env, "GITHUB_RUN_ID"));
	return {
		repository,
		event,
		runId,
		attempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
		runUrl: runUrlOf(env, repository, runId),
		apiUrl: apiUrlOf(env),
		key: inputs["comment-key"] ?? defaultKey(env, inputs),
		job: matrixJob(env, inputs)
	};
}
function runUrlOf(env, { owner, name }, runId) {
	return `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${owner}/${name}/actions/runs/${runId}`;
}
const digest = (parts) => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
/** The same for every run of this gate, and for all jobs of its matrix. */
const defaultKey = (env, inputs) => digest([
	env.GITHUB_WORKFLOW,
	env.GITHUB_JOB,
	inputs["working-directory"],
	inputs.config
]);
const MOST_JOBS = 256;
/** Code points. The marker of a comment holds all labels, and has to leave room for what is said. */
const labelLength = (jobs) => jobs > 64 ? 20 : 60;
function matrixJob(env, inputs) {
	const matrix = JSON.parse(env.WEIGHBRIDGE_MATRIX || "null");
	const total = Number(env.WEIGHBRIDGE_JOB_TOTAL || 1);
	const expected = Number.isInteger(total) && total >= 1 && total <= MOST_JOBS ? total : 1;
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
	return JSON.parse(await readFile(requiredVariable(env, "GITHUB_EVENT_PATH"), "utf8"));
}
/** Tells the artifacts of a matrix apart. */
const jobLabel = ({ job }) => job.expected > 1 ? [job.id] : [];

// src/adapters/github/check.ts
/** Beside the run: all checks of one gate, or of one job of its matrix, have the same. */
function checkNames({ key, job, ownPolicy = false }) {
	const names = [
		key,
		...job === null ? [] : [job.label],
		...ownPolicy ? ["own config"] : []
	];
	const ids = [
		"weighbridge",
		key,
		...job === null ? [] : [job.id],
		...ownPolicy ? ["own"] : []
	];
	return {
		name: `weighbridge (${names.join(", ")})`,
		id: ids.join(":")
	};
}
/** GitHub shows the address of its own page in place of ours, so that the run stands in the id. */
const externalId = (id, { run, attempt }) => `${id}@${run}.${attempt}`;
const checkFields = (place) => {
	const { name, id } = checkNames(place);
	return {
		name,
		external_id: externalId(id, place.by)
	};
};
/** Null for the id of another check. */
function runIn(id, external) {
	if (external === id) return { by: null };
	const [, run, attempt] = external?.startsWith(`${id}@`) ? /^@(\d+)\.(\d+)$/.exec(external.slice(id.length)) ?? [] : [];
	return run === void 0 ? null : { by: {
		run: Number(run),
		attempt: Number(attempt)
	} };
}
const time = string().nullable().transform((text) => text === null ? null : Date.parse(text));
const suitesSchema = object({ object: object({ checkSuites: object({ nodes: array(object({
	app: object({ slug: string() }).nullable(),
	checkRuns: object({ nodes: array(object({
		externalId: string().nullable(),
		status: string(),
		startedAt: time,
		conclusion: string().nullable(),
		completedAt: time
	})) })
})) }) }).nullable() });
/**
* The checks of an identity that the app of this token wrote on a commit: what another app calls so is not ours. GraphQL does not
* tell the number by which one is changed.
*/
function checksOn(headSha, of) {
	const { name, id } = checkNames(of);
	return {
		fields: `object(oid: $head) {
      ... on Commit {
        checkSuites(first: 100, filterBy: { checkName: $check }) {
          nodes {
            app { slug }
            checkRuns(first: 100, filterBy: { checkName: $check, checkType: ALL }) {
              nodes { externalId status conclusion startedAt completedAt }
            }
          }
        }
      }
    }`,
		variables: {
			head: ["GitObjectID!", headSha],
			check: ["String!", name]
		},
		read: (repository, viewer) => {
			return (suitesSchema.parse(repository).object?.checkSuites.nodes ?? []).filter(({ app }) => app?.slug === viewer.replace(/\[bot\]$/, "")).flatMap(({ checkRuns }) => checkRuns.nodes).flatMap(({ externalId: external, status, conclusion, startedAt, completedAt }) => {
				const run = runIn(id, external);
				const shown = {
					isCompleted: status === "COMPLETED",
					conclusion: conclusion?.toLowerCase() ?? null,
					began: startedAt,
					ended: completedAt
				};
				return run === null ? [] : [{
					...run,
					...shown
				}];
			});
		}
	};
}
/** @throws what GitHub answered */
async function askChecks(client, place) {
	const checks = checksOn(place.headSha, place);
	return (await askAtOnce(client, place.repository, { checks })).answers.checks;
}
/** The newest of those that a run wrote which was started after this one; null without one. */
function newerThan(by, seen) {
	return seen.flatMap((each) => each.by !== null && isNewer(each.by, by) ? [{
		...each,
		by: each.by
	}] : []).reduce((best, each) => best === null || isNewer(each.by, best.by) ? each : best, null);
}
/**
* Takes back what the check of this key says of the commit, and tells older runs that may still judge it that this one does: until
* the new verdict is there, nobody merges on that of another base branch or policy.
* @param known what is there of it; null where that is to be asked
* @param isAlone whether no other run can be judging this commit
* @returns the number of the check that waits for the verdict; null where there is none
* @throws what GitHub answered; see `explainFailure`
*/
async function reopenCheck(client, place, known, isAlone) {
	const seen = known ?? await askChecks(client, place);
	if (newerThan(place.by, seen) !== null) return null;
	if (seen.some(({ by, isCompleted }) => !isCompleted && by !== null && sameRun(by, place.by))) return null;
	if (isAlone && !seen.some(({ isCompleted }) => isCompleted)) return null;
	const { repository, headSha, detailsUrl } = place;
	const { data } = await client.rest.checks.create({
		owner: repository.owner,
		repo: repository.name,
		...checkFields(place),
		head_sha: headSha,
		status: "in_progress",
		details_url: detailsUrl,
		output: {
			title: "Evaluated anew",
			summary: "What was found before no longer counts."
		}
	});
	return data.id;
}

// src/action/github-access.ts
function connect({ run, token }, { signal, limits }) {
	return createClient({
		token: token ?? "",
		apiUrl: run.apiUrl,
		timeoutMs: limits.requestMs,
		signal
	});
}

// src/action/regular-files.ts
/** Of a run directory; far above any real one. */
const RUN_SIZE_LIMITS = {
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
async function listRegularFiles(root, limits = RUN_SIZE_LIMITS) {
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

// src/report/jobs.ts
const ROWS_SHOWN = 25;
const EVALUATING = "**EVALUATING ⏳**";
const encoder = new TextEncoder();
const severity = ({ verdict }) => VERDICTS.indexOf(verdict);
/**
* What all jobs of a comment have to say, in at most `bytes` of UTF-8: one job as it is, several with the worst of them
* on the first line, a table, and a section each. Where they do not fit, the mildest are shortened first. A verdict is
* never left out, and while a job has not reported nothing is called a pass.
*/
function renderJobs(reported, context, bytes) {
	const jobs = reported.map((job) => ({
		...job,
		text: job.text.replace(UNSHOWN_STEP, "$1")
	}));
	const [only] = jobs;
	if (only !== void 0 && jobs.length === 1 && context.expected === 1 && context.current) return {
		markdown: only.text,
		places: [{
			start: 0,
			length: only.text.length
		}]
	};
	const severities = jobs.map(severity);
	const severityAt = (index) => severities[index] ?? 0;
	const mildestFirst = [...jobs.keys()].sort((a, b) => severityAt(a) - severityAt(b));
	const rank = new Map(mildestFirst.map((index, position) => [index, position]));
	/** After so many steps, each of which shortens one job or leaves its text out. */
	const attempt = (steps, rows) => {
		const rendered = page(jobs.map((job, index) => {
			const position = rank.get(index) ?? 0;
			if (job.text === "" || steps > jobs.length + position) return {
				job,
				index,
				detail: "none"
			};
			return {
				job,
				index,
				detail: steps > position ? "short" : "full"
			};
		}), context, rows);
		return encoder.encode(rendered.markdown).length <= bytes ? rendered : null;
	};
	const all = 2 * jobs.length;
	let [fitting, few, many] = [
		attempt(all, jobs.length),
		0,
		all
	];
	while (fitting !== null && few < many) {
		const middle = Math.floor((few + many) / 2);
		const rendered = attempt(middle, jobs.length);
		if (rendered === null) few = middle + 1;
		else [fitting, many] = [rendered, middle];
	}
	fitting ??= attempt(all, ROWS_SHOWN) ?? attempt(all, 0);
	if (fitting === null) throw new Error(`not even the verdict fits into ${bytes} bytes`);
	return fitting;
}
function page(sections, context, rows) {
	const jobs = sections.map(({ job }) => job);
	const step = nextStepOf(jobs, context);
	let markdown = `${[...[
		...opening(jobs, context),
		...step,
		...before(jobs, context)
	], jobTable(jobs, context, rows)].join("\n\n").trimEnd()}\n`;
	const places = jobs.map(() => ({
		start: 0,
		length: 0
	}));
	for (const { job, index, detail } of [...sections].sort((a, b) => severity(b.job) - severity(a.job))) {
		if (detail === "none") continue;
		const text = detail === "full" ? withoutStep(job.text, step, context) : shortened(job.text);
		const open = job.blocked && context.current ? " open" : "";
		markdown += `\n<details${open}><summary>${htmlCode(job.label)} ${verdictLabel(job.verdict)}${isEarlier(job, context) ? ` (attempt ${job.attempt})` : ""}</summary>\n\n`;
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
function opening(jobs, context) {
	const { current, expected, runUrl } = context;
	const earlier = jobs.filter((job) => isEarlier(job, context)).length;
	const old = earlier === 0 ? "" : ` ${earlier === jobs.length ? "All" : `${earlier} of them`} ${earlier === 1 ? "is" : "are"} of an earlier attempt of the run and ${earlier === 1 ? "stands" : "stand"} only where the job does not run again.`;
	const link = `[Workflow run](${runUrl}).`;
	if (!current || jobs.length === 0) return runningLines(jobs, context);
	const verdict = join$1(jobs.map((job) => job.verdict));
	const missing = Math.max(0, (expected ?? 0) - jobs.length);
	const waiting = missing === 0 ? "" : ` ${missing} of ${plural(expected ?? 0, "job")} ${missing === 1 ? "has" : "have"} not reported.`;
	const blocked = jobs.some((job) => job.blocked);
	const effect = blocked ? "**This blocks the merge.**" : "**This does not block the merge.**";
	if (missing > 0 && !blocked) return [`${EVALUATING}${waiting} ${tally(jobs)}${old} ${link}`];
	const newer = isOld(context) ? ` ${lineOf(commitSentence(context.commit ?? null))}` : "";
	return [decisive(jobs, verdict), `${effect} ${tally(jobs)}${old}${waiting}${newer} ${link}`];
}
const lineOf = (line) => blocksToMarkdown([paragraph(line)]).trimEnd();
const isOld = ({ commit = null }) => commit !== null && commit.newerHead !== null;
const SHOWN_STEP = /^\*\*Next:\*\* .+$/m;
/** A comment remembers the texts of its jobs by where they stand in it, so that nothing of them may be lost. */
const UNSHOWN_STEP = /^<!--(\*\*Next:\*\* .+)-->$/m;
/** What to do about all of them: what the job that decides says. Nothing while that is not known. */
function nextStepOf(jobs, context) {
	const blocked = jobs.some((job) => job.blocked);
	const isOpen = (context.expected ?? 0) > jobs.length && !blocked;
	if (!context.current || jobs.length === 0 || isOpen) return [];
	if (isOld(context) && !blocked) return [lineOf(nextLine(waitForNewer()))];
	return SHOWN_STEP.exec(decisiveJob(jobs)?.text ?? "")?.slice(0, 1) ?? [];
}
/** What stands above is not said again below. */
function withoutStep(text, [step], context) {
	const [own] = SHOWN_STEP.exec(text) ?? [];
	const isSaid = own === step || isOld(context);
	return own !== void 0 && step !== void 0 && isSaid && !own.includes("--") ? text.replace(SHOWN_STEP, (found) => `<!--${found}-->`) : text;
}
/** Of those with the worst verdict, the first that blocks. */
function decisiveJob(jobs) {
	const verdict = join$1(jobs.map((job) => job.verdict));
	const ofVerdict = jobs.filter((job) => job.verdict === verdict);
	return ofVerdict.find(({ blocked }) => blocked) ?? ofVerdict[0];
}
function runningLines(jobs, { running, runUrl }) {
	const longest = Math.max(0, ...jobs.map(({ seconds }) => seconds ?? 0));
	const last = longest === 0 ? "" : ` Last time this took about ${formatDuration(longest)}.`;
	const what = running === null ? "" : ` ${plural(running.tasks, "task")} at ${htmlCode(running.sha.slice(0, 7))}.`;
	return [`${EVALUATING}${what}${last} [How far it is: see the log](${runUrl}).`, "This comment will say the result. Where that run has ended and it does not, the run ended without one."];
}
const before = (jobs, { current }) => current || jobs.length === 0 ? [] : ["What was found before, on an earlier commit or attempt:"];
/** What the job that decides says first: its label in bold, the job, and its sentence. */
function decisive(jobs, verdict) {
	const worst = decisiveJob(jobs);
	const [line = ""] = worst?.text.split("\n", 1) ?? [];
	const starts = [VERDICT_WORDS[verdict], ...verdict === "inconclusive" && !worst?.blocked ? [NOT_PROVEN] : []].map((each) => `**${labelOf$1(each)}** `);
	const start = starts.find((each) => line.startsWith(each)) ?? "";
	const sentence = line.slice(start.length);
	const label = start === "" ? starts[0] : start;
	if (worst === void 0) return label ?? "";
	return `${label}${htmlCode(worst.label)}${start === "" || sentence === "" ? "" : `: ${sentence}`}`;
}
function tally(jobs) {
	const counts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = jobs.filter((job) => job.verdict === verdict).length;
		return count === 0 ? [] : [`${count} ${verdict}`];
	});
	return `Of ${plural(jobs.length, "job")}: ${counts.join(", ")}.`;
}
/** What may merge without a proof says so. */
const mergeCell = ({ verdict, blocked }) => ours(`${blocked ? "blocked" : "not blocked"}${verdict === "inconclusive" ? ", not proven" : ""}`);
/** Where jobs run again, others may not have ended yet, or not run at all: what they said before is told as that. */
const isEarlier = ({ attempt }, context) => context.current && attempt < context.attempt;
const columnsIn = (context) => [
	textColumn("Job", (job) => isEarlier(job, context) ? inline`${code(job.label)} (attempt ${String(job.attempt)})` : code(job.label)),
	textColumn("Verdict", ({ verdict }) => verdictBadge(verdict)),
	textColumn("Merge", mergeCell)
];
function jobTable(jobs, context, rows) {
	const shown = [...jobs].sort((a, b) => severity(b) - severity(a)).slice(0, rows);
	const left = jobs.length - shown.length;
	return blocksToMarkdown([...table(plural(jobs.length, "job"), columnsIn(context), shown), ...left === 0 ? [] : [paragraph(ours(`${plural(left, "more job")}, left out for length.`))]]);
}
/** The verdict and what it does to the merge: the first two blocks, which are whole lines. */
function shortened(text) {
	const [headline = "", status = ""] = text.split("\n\n");
	return `${headline.trimEnd()}\n\n${status.trimEnd()}\n\nShortened to fit: the job summary has it all.\n`;
}

// src/adapters/github/job-results.ts
const MOST_BYTES = 2 ** 18;
const AT_ONCE = 16;
const text = (length) => string().max(length);
const reportedSchema = strictObject({
	result: strictObject({
		id: text(64),
		label: text(256),
		verdict: _enum(VERDICTS),
		blocked: boolean(),
		seconds: number().nonnegative().nullable(),
		attempt: int().positive(),
		text: text(MOST_BYTES)
	}),
	ownPolicy: boolean(),
	draw: strictObject({
		job: text(64),
		checkpoint: text(64),
		policy: text(64),
		run: int().nonnegative()
	}).nullable()
});
const nameOf = (key, { job, blocked, attempt }) => `${artifactName(key, job, blocked ? "blocked" : "done", attempt)}.json`;
const NAME = /-([0-9a-f]{12})-(blocked|done)-(\d+)\.json$/;
/** @throws whatever the service answers */
async function leaveResult(artifacts, reported) {
	const { key, attempt } = artifacts;
	const { id: job, blocked } = reported.result;
	await upload(artifacts, nameOf(key, {
		job,
		blocked,
		attempt
	}), JSON.stringify(reported));
}
/** Of each job of the matrix that has left one, the result of its newest attempt. @throws whatever the service answers */
async function leftResults(key) {
	const { artifacts } = await (await artifactClient()).listArtifacts();
	const newest = /* @__PURE__ */ new Map();
	for (const artifact of artifacts) {
		const [, job, ending, number] = NAME.exec(artifact.name) ?? [];
		if (job === void 0) continue;
		const left = {
			job,
			blocked: ending === "blocked",
			attempt: Number(number),
			artifact
		};
		if (artifact.name !== nameOf(key, left) || (newest.get(job)?.attempt ?? 0) > left.attempt) continue;
		newest.set(job, left);
	}
	return [...newest.values()].sort((a, b) => a.job < b.job ? -1 : 1);
}
/** @throws WeighbridgeError `data` for what no job of ours left; whatever the service answers */
async function readLeft({ folder }, left) {
	const client = await artifactClient();
	const read = async ({ job, attempt, artifact: { id, name, digest } }) => {
		const path = join(folder, randomUUID());
		await mkdir(path);
		const answer = await client.downloadArtifact(id, {
			path,
			skipDecompress: true,
			...digest === void 0 ? {} : { expectedHash: digest }
		});
		const [file] = await readdir(path);
		const content = file === void 0 ? "" : await readFile(join(path, file), "utf8");
		if (digest === void 0 || answer.digestMismatch !== false || content.length > MOST_BYTES) throw new WeighbridgeError("data", differs(name, digest), { fix: TRY_AGAIN });
		const reported = reportedSchema.parse(JSON.parse(content));
		if (reported.result.id !== job || reported.result.attempt !== attempt) throw new WeighbridgeError("data", `the artifact ${name} is of another job or attempt`, { fix: TRY_AGAIN });
		return reported;
	};
	const results = [];
	for (let start = 0; start < left.length; start += AT_ONCE) results.push(...await Promise.all(left.slice(start, start + AT_ONCE).map(read)));
	return results;
}
/**
* Whether this job is the one, of all jobs of the run that ask, that does what is named: of two artifacts with one name the service
* refuses the second.
* @throws whatever else the service answers
*/
async function claim(artifacts, what) {
	try {
		await upload(artifacts, `${artifactName(artifacts.key, "comment", what)}.json`, "{}");
		return true;
	} catch (error) {
		if (/\(409\)/.test(messageOf(error))) return false;
		throw error;
	}
}
async function upload({ folder, runUrl, timeoutMs }, name, content) {
	const root = join(folder, randomUUID());
	await mkdir(root);
	const file = join(root, name);
	await writeFile(file, content, { flag: "wx" });
	await uploadArtifact({
		name,
		files: [file],
		root,
		runUrl,
		timeoutMs,
		unzipped: true
	});
}

// src/action/shared-comment.ts
/** So many jobs of a matrix that block say so before the last one has ended: others may be cancelled for them. */
const MOST_EARLY = 3;
/** Whether the jobs of this matrix can leave each other anything. */
const canShare = ({ runtime: { env }, run }) => run.job.expected > 1 && Boolean(env.ACTIONS_RUNTIME_TOKEN) && takesArtifacts(env.GITHUB_SERVER_URL);
async function artifactsOf({ runtime: { env }, run, budget }) {
	const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), "weighbridge-jobs-"));
	const { key, attempt, runUrl } = run;
	return {
		key,
		attempt,
		runUrl,
		folder,
		timeoutMs: budget().limits.uploadMs
	};
}
/** Whether this job is the one of its matrix that says in the comment that the evaluation has begun. @throws whatever the service answers */
async function isFirstToStart(access) {
	return claim(await artifactsOf(access), `started-${access.run.attempt}`);
}
/**
* Leaves this job's result for the others.
* @returns what this job is to write into the comment: all there is where it ended last, or is one of the first that block; nothing
* where another job will
* @throws whatever the service answers
*/
async function toWrite(access, reported) {
	const artifacts = await artifactsOf(access);
	await leaveResult(artifacts, reported);
	const left = await leftResults(access.run.key);
	const isLast = left.length >= access.run.job.expected;
	const blocking = left.filter(({ blocked }) => blocked).length;
	const isEarly = reported.result.blocked && blocking <= MOST_EARLY;
	if (!isLast && !isEarly) return access.run.attempt > 1 ? [reported] : [];
	const what = isLast ? `all-${digestOf(left)}` : `early-${blocking}-${access.run.attempt}`;
	return await claim(artifacts, what) ? readLeft(artifacts, left) : [];
}
/** Of what there is: where jobs run again, there is something else to say. */
const digestOf = (left) => createHash("sha256").update(left.map(({ artifact }) => artifact.name).join("\n")).digest("hex").slice(0, 12);

export { sameRun as A, editedByOthers as C, stateOfBranch as D, askAtOnce as E, commitSha as F, headBranch as I, headRef as L, RetryBudget as M, explainFailure as N, isCommentKey as O, failureOf as P, readEventBase as R, commentsOf as S, tellApart as T, readPayload as _, listRegularFiles as a, COMMENT_MODES as b, checkFields as c, externalId as d, newerThan as f, jobLabel as g, defaultKey as h, renderJobs as i, RETRY_LIMITS as j, readMarker as k, checkNames as l, apiUrlOf as m, isFirstToStart as n, connect as o, reopenCheck as p, toWrite as r, askChecks as s, canShare as t, checksOn as u, readWorkflowRun as v, readConversation as w, upsertComment as x, runUrlOf as y, readRepository as z };