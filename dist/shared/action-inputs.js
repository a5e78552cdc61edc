import { O as resolveRevision } from "./adapters-process-kill-with-parent.js";
import { At as IssueList, Pt as messageOf, jt as WeighbridgeError, kt as suggestion } from "./core-domain-history.js";
import { A as NEVER, _ as record, i as _enum, v as strictObject, y as string } from "./npm-zod.js";
import { n as dashed, t as OVERRIDE_NAMES } from "./config-overrides.js";
import { n as THRESHOLD_NAMES } from "./config-thresholds.js";
import { l as branchTip } from "./app-suite-review-suite.js";
import { M as RetryBudget, O as isCommentKey, R as readEventBase, b as COMMENT_MODES } from "./action-shared-comment.js";

// src/action/event-base.ts
/** Little: the evaluation waits for it. */
const LIMITS = {
	totalMs: 15e3,
	requestMs: 7e3,
	waitMs: 500,
	settleMs: 0,
	uploadMs: 0
};
const TITLE = { title: "Weighbridge" };
/**
* The event with the commit whose policy counts: the tip, as it is now, of the branch that a pull request goes to; off the default
* branch, and without a pull request, that of the default branch. Only what is on the default branch itself is its own policy.
* @throws WeighbridgeError `platform` where nobody can say what the policy is
*/
async function withBase(event, place) {
	const named = event.requestedPull === void 0 ? null : await requestedPull(event, place);
	if (named !== null) return named;
	const { branch, onDefaultBranch } = readEventBase(place.payload, place.ref);
	if (event.name === "merge_group") return event;
	if (event.baseSha !== null) return {
		...event,
		baseSha: await tipOfNow(branch, event.baseSha, place)
	};
	if (onDefaultBranch || event.name === "schedule") return event;
	return {
		...event,
		baseSha: await tipOfDefaultBranch(branch, place)
	};
}
/** The event of a pull request whose number somebody has given, where its head is the commit that is evaluated; else null. */
async function requestedPull({ requestedPull: number = 0, ...event }, { remote, core }) {
	const refuse = (why, cause) => new WeighbridgeError("platform", `the policy of #${number} cannot be looked up: ${why}`, {
		cause,
		fix: "give the job `pull-requests: read` and the input github-token, or leave pr-number out"
	});
	if (remote === null) throw refuse("there is no token");
	const { client, repository } = remote;
	const place = {
		owner: repository.owner,
		repo: repository.name,
		pull_number: number
	};
	const { head, base } = (await new RetryBudget(LIMITS).retry(() => client.rest.pulls.get(place)).catch((error) => {
		throw refuse(messageOf(error), error);
	})).data;
	if (head.sha !== event.headSha) {
		core.notice(`Nothing is written on #${number}: its head is not the commit that is evaluated.`, TITLE);
		return null;
	}
	const baseSha = await tipOfNow(base.ref, base.sha, {
		remote,
		core
	});
	return {
		...event,
		baseSha,
		pullRequest: {
			number,
			headSha: head.sha,
			baseSha,
			fork: false
		}
	};
}
/** What a run that is started again was told of the branch may be days old; and so may be what GitHub says of a pull request. */
async function tipOfNow(branch, told, { remote, core, tip = null }) {
	if (tip !== null) return tip;
	try {
		if (remote === null) throw new Error("there is no token");
		if (branch === null) throw new Error("the event names no branch");
		return await new RetryBudget(LIMITS).retry(() => branchTip(remote, branch));
	} catch (error) {
		const what = `The policy is that of the base branch at ${told.slice(0, 12)}, as the event has it`;
		core.notice(`${what}: what it is now could not be asked (${messageOf(error)}).`, TITLE);
		return told;
	}
}
async function tipOfDefaultBranch(branch, { remote, checkout }) {
	const refuse = (why, cause) => new WeighbridgeError("platform", `this commit is not on the default branch, whose policy cannot be read: ${why}`, {
		cause,
		fix: "give the job `contents: read` and the input github-token, or check out with `fetch-depth: 0`"
	});
	if (branch === null) throw refuse("the event does not name that branch");
	try {
		if (remote === null) throw new Error("there is no token");
		return await new RetryBudget(LIMITS).retry(() => branchTip(remote, branch));
	} catch (error) {
		return await resolveRevision(checkout, `refs/remotes/origin/${branch}`).catch(() => {
			throw refuse(messageOf(error), error);
		});
	}
}

// src/action/inputs.ts
const onOff = _enum(["on", "off"]).transform((value) => value === "on");
const part = string().transform((text, context) => {
	const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
	const read = {
		index: Number(index),
		count: Number(count)
	};
	if (read.index <= read.count) return read;
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
	const refuse = (says, fix) => context.addIssue({
		code: "custom",
		message: fix,
		params: { says }
	});
	if (names.some((name) => !/^[A-Za-z_]\w*$/.test(name))) refuse("names what is no variable", "write names alone, such as HF_TOKEN, and their values under `env:`");
	for (const name of names.filter((each) => NEVER_ALLOWED.test(each))) refuse(`names ${name}, which belongs to the runner and is not handed on`, "leave it out");
	return names;
});
const thresholds = Object.fromEntries(THRESHOLD_NAMES.map((name) => [dashed(name), string().optional()]));
/** Every input of `action.yml` with its default, strict: this table is the only place that knows either. */
const INPUTS = strictObject({
	config: string().default("weighbridge.yml"),
	candidate: string().optional(),
	baseline: string().optional(),
	...thresholds,
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
	shard: part.optional(),
	round: part.optional(),
	comment: _enum(COMMENT_MODES).default("always"),
	"comment-key": string().refine(isCommentKey, "use up to 64 letters, digits, dots, dashes or underscores").optional(),
	check: onOff.default(false),
	artifact: onOff.default(true),
	/** Below the six hours after which GitHub ends a job without a word. */
	"timeout-minutes": string().regex(/^[1-9]\d{0,3}$/, "use a whole number of minutes from 1 to 9999").transform(Number).default(330),
	"env-allow": variableNames.default([]),
	"working-directory": string().default("."),
	"github-token": string().optional()
});
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
* Reads `toJSON(inputs)`.
* @throws IssueList `usage` with every input that is wrong, and what it may be
*/
function readInputs(json) {
	const given = JSON.parse(json);
	const inputs = parseInputs(INPUTS, record(string(), string()).parse(given));
	const { phase } = inputs;
	const misplaced = ["shard", "round"].flatMap((name) => {
		const { [name]: part } = inputs;
		if (part === void 0 || phase === "evaluate") return [];
		return inputError(name, `is "${part.index}/${part.count}", and phase is ${phase}`, "add `phase: evaluate`, beside a job with `phase: report` that joins the parts, or leave it out");
	});
	if (misplaced.length > 0) throw new IssueList("usage", misplaced);
	return inputs;
}
/**
* Reads the inputs of a JavaScript action, which the runner hands over in variables.
* @throws IssueList `usage` with every input that is wrong, and what it may be
*/
function readReportInputs(env) {
	const names = Object.keys(REPORT_INPUTS.shape);
	return parseInputs(REPORT_INPUTS, Object.fromEntries(names.map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ""])));
}
/** As GitHub takes the inputs of other actions: in letters of either case, without blanks around them, and an empty one was not set. */
function parseInputs(schema, given) {
	const bare = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()]);
	const set = Object.fromEntries(bare.filter(([, value]) => value !== ""));
	const parsed = schema.safeParse(set);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.flatMap((issue) => {
		const name = String(issue.path[0] ?? "");
		const value = JSON.stringify(set[name]);
		switch (issue.code) {
			case "invalid_value": return inputError(name, `is ${value}`, `use one of ${issue.values.join(", ")}`);
			case "unrecognized_keys": return issue.keys.map((key) => inputError(key, "is not an input", suggestion(key, Object.keys(schema.shape), "inputs")));
			case "custom": return inputError(name, String(issue.params?.says ?? `is ${value}`), issue.message);
			default: return inputError(name, `is ${value}`, issue.message);
		}
	});
	throw new IssueList("usage", issues);
}
function inputError(name, problem, fix) {
	return new WeighbridgeError("usage", `the input ${name} ${problem}`, { fix });
}
/** The inputs that win over the config file, under the names they have there. */
function overridesFromInputs(inputs) {
	const entries = OVERRIDE_NAMES.flatMap((key) => {
		const name = dashed(key);
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

export { withBase as a, tipOfNow as i, readInputs as n, readReportInputs as r, overridesFromInputs as t };