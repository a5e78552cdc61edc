import { f as readYaml, h as curveGates, m as CURVES_TASK, t as resolveConfig } from "./config-resolve.js";
import { Bt as join$1, C as mapPaths, Rt as VERDICTS, at as lossesOf, c as SUITE_WAIVER, jt as WeighbridgeError, l as WAIVER_PERMISSIONS, nt as priceOf, ot as metricsOfGate, rt as describeLimit, st as tasksOfGate, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { n as invalidateVerdict, t as buildVerdictFile } from "./report-build.js";
import { t as judgeRuns } from "./app-judge-judge-runs.js";
import { d as literal, o as array, v as strictObject, y as string } from "./npm-zod.js";
import { t as explainConfig } from "./config-explain.js";
import { L as date, v as SCORERS, y as configureScorer } from "./tasks-runners-native-describe.js";
import { o as ruleOf } from "./core-decide-rules-registry.js";
import { lt as usageMetric } from "./core-stats-sequential-flip-rates.js";
import { t as verdictJson } from "./report-json.js";
import { dirname, join, resolve } from "node:path";
import { readFile } from "node:fs/promises";

// src/config/task-settings.ts
/**
* Everything that a task's options say, one value a key, as text: `dataset`, `scorers.toxicity.threshold`. Scorers are named by
* their metric, so that another order of them is no change.
*/
function taskSettings({ options }) {
	return new Map(Object.entries(options).flatMap(([key, value]) => leaves(key, value)));
}
/** The same of the engine: `engine.type`, `engine.serve.command.0`. */
const engineSettings = ({ engine }) => new Map(leaves("engine", engine));
function leaves(key, value) {
	if (key === "scorers" && Array.isArray(value)) return value.flatMap((entry) => scorerLeaves(entry));
	if (typeof value !== "object" || value === null) return value === void 0 ? [] : [[key, typeof value === "string" ? value : JSON.stringify(value)]];
	const inner = Object.entries(value);
	return inner.length === 0 ? [[key, JSON.stringify(value)]] : inner.flatMap(([name, each]) => leaves(`${key}.${name}`, each));
}
function scorerLeaves(entry) {
	const configured = configureScorer(entry);
	const { name, ...options } = typeof entry === "string" ? { name: entry } : entry;
	const [metric, ...others] = configured.ok ? configured.scorer.metrics : [];
	const given = "metric" in options ? String(options.metric) : name;
	const key = `scorers.${others.length === 0 ? metric?.name ?? name : given}`;
	return [[key, name], ...Object.entries(configured.ok ? configured.scorer.options : options).flatMap(([option, value]) => leaves(`${key}.${option}`, value))];
}

// src/app/policy/changes.ts
/**
* What a pull request changes of how it is judged: gates, rules of judging, and what is asked of which baseline. Compared are
* the resolved configs, so that moving or rewording a line is no change.
*/
function policyChanges(base, head) {
	const changes = [
		...gateChanges(base, head),
		...settingChanges(base, head),
		...priceChange(base, head)
	];
	const rank = {
		looser: 0,
		changed: 1,
		stricter: 2
	};
	return changes.sort((a, b) => rank[a.effect] - rank[b.effect]);
}
/** Those on samples, and those on training curves. */
const gatesOf = ({ gates, curves }) => [...gates, ...curves === null ? [] : curveGates(curves)];
function gateChanges(base, head) {
	const byId = (config) => new Map(gatesOf(config).map((gate) => [gate.id, gate]));
	const [before, after] = [byId(base), byId(head)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
		const [was, is] = [before.get(id), after.get(id)];
		const limits = {
			subject: id.replace(/:(?=[a-z_]+(?:@anchor)?$)/, ": "),
			before: was === void 0 ? null : limitOf(base, was),
			after: is === void 0 ? null : limitOf(head, is)
		};
		const added = is?.tier === "advisory" ? "changed" : "stricter";
		if (was === void 0) return [{
			...limits,
			effect: added
		}];
		if (is === void 0) return [{
			...limits,
			effect: was.tier === "advisory" ? "changed" : "looser"
		}];
		const terms = TERMS.filter(({ of }) => of(was) !== of(is)).map(({ name, of, effect }) => ({
			subject: `${limits.subject} ${name}`,
			before: of(was),
			after: of(is),
			effect: effect(is)
		}));
		return limits.before === limits.after ? terms : [{
			...limits,
			effect: effectOn(was, is)
		}, ...terms];
	});
}
/** What a gate says besides its limit. */
const TERMS = [
	{
		name: "tier",
		of: ({ tier }) => tier,
		effect: ({ tier }) => tier === "advisory" ? "looser" : "stricter"
	},
	{
		name: "allow_weak_evidence",
		of: ({ allowWeakEvidence = false }) => String(allowWeakEvidence),
		effect: ({ allowWeakEvidence = false }) => allowWeakEvidence ? "looser" : "stricter"
	},
	{
		name: "allow_floor",
		of: ({ allowFloor = false }) => String(allowFloor),
		effect: ({ allowFloor = false }) => allowFloor ? "looser" : "stricter"
	},
	{
		name: "losses",
		of: (gate) => lossesOf(gate).map(describeWeighted).sort().join(", ") || "none",
		effect: () => "changed"
	},
	{
		name: "tasks",
		of: (gate) => gate.rule === "average" ? gate.of.map(describeWeighted).sort().join(", ") : "its own",
		effect: () => "changed"
	}
];
const describeWeighted = ({ task, metric, filter, weight }) => `${task}/${metric}${filter === void 0 ? "" : `,${filter}`} × ${weight}`;
function effectOn(was, is) {
	const [from, to] = [sizeOf(was), sizeOf(is)];
	if (from === null || to === null || from.kind !== to.kind || from.value === to.value) return "changed";
	return (to.value - from.value) * ruleOf(is).limitSign > 0 ? "looser" : "stricter";
}
function sizeOf(gate) {
	const { limit } = gate;
	return typeof limit === "number" ? {
		kind: "value",
		value: limit
	} : limit;
}
function limitOf(config, gate) {
	const [own = gate] = metricsOfGate(gate);
	const task = config.declared.find((each) => each.task === own.task || each.subtasks?.includes(own.task) === true);
	const rate = own.task === "curves" || task?.metrics.find(({ name }) => name === own.metric)?.unit === "rate";
	return describeLimit(gate, rate ? "rate" : "other");
}
/**
* What the candidate's tokens cost by the base branch's prices. They go by names, and a pull request names its candidate: the same
* weights under a cheaper name cost less.
*/
function priceChange({ gates, prices, candidate: before }, { candidate: after }) {
	const isGated = gates.flatMap(metricsOfGate).some(({ metric }) => usageMetric(metric)?.of_usage === "cost");
	if (prices === null || before === null || after === null || !isGated) return [];
	const [was, is] = [before, after].map((model) => priceOf(prices, describeModel(model)));
	if (was == null || is == null || was.input === is.input && was.output === is.output) return [];
	const told = ({ input, output }) => `${input} read, ${output} written`;
	const effect = is.input < was.input || is.output < was.output ? "looser" : "stricter";
	return [{
		subject: "prices of the candidate",
		before: told(was),
		after: told(is),
		effect
	}];
}
/** Everything else that has a value. */
function settingChanges(base, head) {
	const [before, after] = [settingsOf(base), settingsOf(head)];
	const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
	const shown = /* @__PURE__ */ new Map();
	for (const name of changed) {
		const task = taskOf(name, base) ?? taskOf(name, head);
		const onOne = task !== null && has(base, task) !== has(head, task);
		const subject = onOne ? `tasks.${task}` : name;
		const [was, is] = onOne ? [has(base, task) ? "there" : null, has(head, task) ? "there" : null] : [before.get(name) ?? null, after.get(name) ?? null];
		const onCode = newCode(base, head).length > 0 ? "looser" : "stricter";
		const effect = subject === "policy.allow" ? onCode : scorerEffect(subject, before, was, is) ?? settingEffect(subject, was, is);
		shown.set(subject, {
			subject,
			before: was,
			after: is,
			effect
		});
	}
	return [...shown.values()];
}
const has = ({ tasks }, task) => tasks.some(({ name }) => name === task);
/** The longest name that fits: names of tasks may hold dots. */
const taskOf = (key, { tasks }) => tasks.map(({ name }) => name).filter((name) => key.startsWith(`tasks.${name}.`)).sort((a, b) => b.length - a.length)[0] ?? null;
function settingsOf(config) {
	const gates = new Set(gatesOf(config).map(({ id }) => id));
	const lists = new Set(config.tasks.flatMap(({ name, options }) => Object.keys(options).map((key) => `tasks.${name}.${key}`)));
	const values = explainConfig(config).filter(({ key }) => !lists.has(key) && !gates.has(key));
	const { candidate } = config;
	return new Map([
		...values.map(({ key, value }) => [key, value]),
		...candidate !== null && "path" in candidate ? [["candidate", candidate.path]] : [],
		...config.declared.flatMap(({ task, alias }) => alias === void 0 ? [] : [[`tasks.${task}.alias`, alias]]),
		...config.tasks.flatMap((task) => [...taskSettings(task)].map(([key, value]) => [`tasks.${task.name}.${key}`, value]))
	]);
}
/** What the score of a check has to be: more of it, or less, is easier to meet. */
const CHECK_LIMITS = {
	at_least: "smaller",
	at_most: "greater"
};
/** What another value of a scorer's option, or of a check of test cases, does, where that is known. */
function scorerEffect(subject, before, was, is) {
	const [, place = "", list, option = ""] = /^(tasks\..+\.(scorers|checks)\..+)\.([^.]+)$/.exec(subject) ?? [];
	const isCheck = list === "checks";
	if (isCheck && before.has(`${place}.not`)) return null;
	const scorer = SCORERS.get(before.get(isCheck ? `${place}.name` : place) ?? "");
	const looser = (isCheck ? CHECK_LIMITS[option] : void 0) ?? scorer?.looserWhen[option];
	if (looser === void 0 || was === null || is === null || Number(was) === Number(is)) return null;
	return Number(is) > Number(was) === (looser === "greater") ? "looser" : "stricter";
}
const STRICTNESS = {
	warn: 0,
	lean: 1,
	block: 2
};
const isOnInconclusive = (text) => text !== null && text in STRICTNESS;
function settingEffect(subject, was, is) {
	if (subject === "policy.on_inconclusive" && isOnInconclusive(was) && isOnInconclusive(is)) return STRICTNESS[is] < STRICTNESS[was] ? "looser" : "stricter";
	if (subject === "policy.lean_alpha") return Number(is) > Number(was) ? "looser" : "stricter";
	if (subject === "policy.tries") return Number(is) < Number(was) ? "looser" : "stricter";
	if (subject === "policy.identical") return is === "warn" || is === null && was === "block" ? "looser" : "stricter";
	if (subject === "policy.min_coverage") return Number(is) < Number(was) ? "looser" : "stricter";
	if (subject === "policy.suite_changes" && was === "warn" !== (is === "warn")) return is === "warn" ? "looser" : "stricter";
	const acceptsTokenizer = (list) => /\btokenizer\b/.test(list ?? "");
	if (subject === "accept_change" && acceptsTokenizer(is) && !acceptsTokenizer(was)) return "looser";
	if (subject === "policy.waiver_permission") return rankOf(is) < rankOf(was) ? "looser" : "stricter";
	if (subject === "policy.waiver_max_days") return Number(is) > Number(was) ? "looser" : "stricter";
	return "changed";
}
const rankOf = (permission) => WAIVER_PERMISSIONS.indexOf(permission);
/** Code that may run only since the pull request says so: refused before anything is evaluated. */
function newCode(base, head) {
	return head.allow.filter((code) => !base.allow.includes(code));
}

// src/app/policy/stricter.ts
/**
* One verdict of two policies on the same samples: the worse of the two, blocked where either blocks, each gate as the
* stricter policy has it.
*/
function stricterOf(base, head, policyOrigin, [first, second] = ["of the base branch", "of the pull request"]) {
	const gates = new Map(base.gates.map((gate) => [gate.id, gate]));
	const limits = { ...base.policy.limits };
	for (const gate of head.gates) {
		const other = gates.get(gate.id);
		if (other !== void 0 && severity(other) >= severity(gate)) continue;
		gates.set(gate.id, gate);
		const limit = head.policy.limits[gate.id];
		if (limit !== void 0) limits[gate.id] = limit;
	}
	const deciding = severity(base) >= severity(head) ? base : head;
	const curves = base.curves ?? head.curves;
	const waits = base.waits ?? head.waits;
	const says = ({ verdict, blocked }) => `${verdict}${blocked ? ", which blocks" : ""}`;
	return buildVerdictFile({
		...deciding,
		verdict: join$1([base.verdict, head.verdict]),
		blocked: base.blocked || head.blocked,
		reasons: [...deciding.reasons, `The policy ${first} says ${says(base)}; that ${second} says ${says(head)}. The stricter of the two decides.`],
		policy: {
			...deciding.policy,
			limits
		},
		gates: [...gates.values()],
		comparability: unique([...base.comparability, ...head.comparability]),
		tasks: base.tasks.length >= head.tasks.length ? base.tasks : head.tasks,
		...curves === void 0 ? {} : { curves },
		...waits === void 0 ? {} : { waits },
		policyOrigin
	});
}
/** Blocking before not, then the worse verdict, then the tier that could block. */
function severity(judged) {
	const blocks = "blocks" in judged ? judged.blocks : judged.blocked;
	const tier = "tier" in judged && judged.tier === "blocking" ? 1 : 0;
	return (blocks ? 100 : 0) + VERDICTS.indexOf(judged.verdict) * 10 + tier;
}
const unique = (items) => [...new Map(items.map((item) => [verdictJson(item), item])).values()];

// src/app/policy/waive.ts
/**
* Lets waivers keep gates from blocking. Verdicts stay what they are: a regression that was waived is a regression. `invalid`
* cannot be waived, since nobody knows what would be. Waivers that were applied before stay.
* @param today the day in UTC, `2026-11-21`
* @param maxDays how many days ahead a waiver may expire
*/
function applyWaivers(file, waivers, today, maxDays = 90) {
	if (waivers.length === 0) return file;
	const records = [];
	const gates = new Map(file.gates.map((gate) => [gate.id, gate]));
	for (const { refused, ...waiver } of waivers) {
		const named = gatesNamed(waiver.gate, file.gates).flatMap(({ id }) => gates.get(id) ?? []);
		const because = refused ?? obstacle$1(named, waiver.expires, today, maxDays);
		const [gate] = named;
		records.push({
			...waiver,
			applied: because === null,
			because
		});
		if (because !== null || gate === void 0) continue;
		const { by, reason, expires } = waiver;
		gates.set(gate.id, {
			...gate,
			blocks: false,
			waived: {
				by,
				reason,
				expires
			}
		});
	}
	const results = [...gates.values()];
	const blocked = file.blocked && (file.verdict === "invalid" || results.some(({ blocks }) => blocks));
	return buildVerdictFile({
		...file,
		blocked,
		gates: results,
		waivers: [...file.waivers ?? [], ...records]
	});
}
/** By its id, or by its metric where that is enough. */
function gatesNamed(name, gates) {
	const exact = gates.filter(({ id }) => id === name);
	return exact.length > 0 ? exact : gates.filter(({ task, metric }) => `${task}/${metric}` === name);
}
const DAY_MS = 864e5;
function obstacle$1(named, expires, today, maxDays) {
	const [gate, ...others] = named;
	if (gate === void 0) return "it names no gate";
	if (others.length > 0) return "it names several gates: give the id of one";
	const fault = termFault(expires, today, maxDays);
	if (fault !== null) return fault;
	if (gate.verdict === "invalid") return "the gate could not be judged, and what is not known cannot be waived";
	if (gate.waived !== void 0) return "another waiver counts already";
	return gate.blocks ? null : "the gate does not block";
}
/** Why the term of a waiver does not include today, or is longer than it may be; null where it is in order. */
function termFault(expires, today, maxDays) {
	if (!/^\d/.test(expires)) return null;
	if (expires < today) return `it expired on ${expires}`;
	return Date.parse(expires) - Date.parse(today) > maxDays * DAY_MS ? `it expires on ${expires}, more than ${maxDays} days from now (policy.waiver_max_days)` : null;
}

// src/app/policy/suite-waiver.ts
/** Whether a review needs a person's word before anything can pass. */
const mustBeAccepted = (review) => review !== null && waiting(review).length > 0;
/** Where the base branch's suite is asked, what cannot be had from it waits all the same. */
const waiting = ({ mode, changes }) => mode === "warn" ? [] : changes.filter(({ subject, counts }) => counts && (mode === "block" || /^(anchor|store|baseline\.prompt)\b|\.labels$/.test(subject)));
/**
* The verdict beside what the pull request changes of the suite. Where that needs to be accepted and nobody has, nothing is known
* of what the base branch asks: `invalid`.
* @param waivers all that there are; of gates they say nothing here
*/
function judgeSuite(file, review, waivers, today, maxDays) {
	const origin = file.policyOrigin;
	if (review === null || origin === void 0) return file;
	const isAsked = mustBeAccepted(review);
	const records = waivers.filter(isOfSuite).map(({ refused, ...waiver }) => {
		const because = refused ?? (isAsked ? obstacle(waiver, review, today, maxDays) : "nothing waits for it");
		return {
			...waiver,
			applied: because === null,
			because
		};
	});
	const { by, reason, expires } = records.find(({ applied }) => applied) ?? {};
	const accepted = by === void 0 || reason === void 0 || expires === void 0 ? null : {
		by,
		reason,
		expires
	};
	const told = {
		...file,
		policyOrigin: {
			...origin,
			suite: {
				...review,
				accepted
			}
		},
		...records.length === 0 ? {} : { waivers: [...file.waivers ?? [], ...records] }
	};
	if (!isAsked || accepted !== null) return buildVerdictFile(told);
	return invalidateVerdict(told, notAccepted(review));
}
const isOfSuite = ({ gate }) => gate === "suite" || gate.startsWith(`${"suite"}:`);
function obstacle({ gate, expires, source }, { digest }, today, maxDays) {
	if (gate === "suite" && source !== "label") return `it names no change: write \`suite:${digest}\``;
	if (gate !== "suite" && gate !== `${"suite"}:${digest}`) return "it accepts another change";
	return termFault(expires, today, maxDays);
}
const NAMED = 3;
function notAccepted(review) {
	const changes = waiting(review);
	const subjects = changes.map(({ subject }) => subject);
	const more = subjects.length > NAMED ? ` and ${subjects.length - NAMED} more` : "";
	const named = `${subjects.slice(0, NAMED).join(", ")}${more}`;
	return changes.every(({ kind }) => kind === "outdated") ? `this branch does not have what the base branch has by now of ${named}: bring it up to date` : `this pull request changes what decides about it: ${named}. Nobody has accepted that yet, by the label weighbridge:waive suite or in the waivers of the base branch`;
}

// src/app/policy/waiver-file.ts
/** Beside the config, so that owners of code can be named for it alone. */
const WAIVER_FILE = "weighbridge-waivers.yml";
const line = (what) => string(`${what} must be a text`).trim().min(1, `${what} is empty`).max(500);
const waiverSchema = strictObject({
	gate: line("gate").describe("Id of the gate, such as `facts/acc:max_drop`."),
	reason: line("reason"),
	by: line("by"),
	expires: date("expires must be a day, such as 2026-12-31")
});
const fileSchema = strictObject({
	version: literal(1, "version must be 1"),
	waivers: array(waiverSchema, "waivers must be a list").max(100)
});
/**
* The waivers of a file.
* @throws WeighbridgeError `config` at the first thing that is wrong: half a list of exceptions is not what anybody agreed on
*/
function readWaivers(text, file) {
	const source = readYaml(text, file);
	const [unreadable] = source.issues;
	if (unreadable !== void 0) throw unreadable;
	const parsed = fileSchema.safeParse(source.value);
	if (parsed.success) return parsed.data.waivers.map((waiver, index) => ({
		...waiver,
		source: `${file}:${source.locate(["waivers", index]).line ?? 1}`,
		refused: null
	}));
	const [issue] = parsed.error.issues;
	const path = issue?.path ?? [];
	throw new WeighbridgeError("config", issue?.message ?? "not a list of waivers", {
		at: source.locate(path),
		fix: "write `version: 1` and under `waivers` a list of `{gate, reason, by, expires}`"
	});
}

// src/app/policy.ts
/** The commit of the base branch that decides who may waive what, and which code may run. */
const tipOf = (base) => base.tip ?? base;
/**
* The base branch's config under the overrides in force. An override may speak of a task that the pull request adds.
* @throws IssueList when the config of the base branch is at fault: it has to be mended there first
*/
function resolveBase(text, head, overrides) {
	const config = resolveConfig({
		text,
		file: head.file ?? "weighbridge.yml",
		overrides,
		results: head.declared
	});
	return {
		config,
		changes: policyChanges(config, head)
	};
}
/**
* What the stored runs come to: under the config at hand, and where the base branch has another, under that as well. Then
* waivers, then distrust.
*/
function judgeUnderPolicies(config, overrides, sides, { base, suite = null, waivers, today, untrusted }) {
	const resolved = (base === null ? [] : [base, ...base.tip === void 0 ? [] : [base.tip]]).map(({ config: text }) => text === null ? null : resolveBase(text, config, overrides));
	const maxDays = (base === null ? config : resolved.at(-1)?.config)?.waiverMaxDays ?? 90;
	const judged = judgeSuite(underBases(config, sides, base, resolved.map((each) => withOwnPrompts(each, config, suite))), suite, waivers, today, maxDays);
	const gateWaivers = waivers.filter((waiver) => !isOfSuite(waiver));
	const waived = applyWaivers(judged, gateWaivers, today, maxDays);
	const known = resolved.filter((each) => each !== null);
	const lenient = known.length > 0 && known.every(({ config: { policy } }) => policy.onInconclusive.value === "warn");
	const trusted = untrusted === null ? waived : distrust(waived, untrusted, lenient);
	return base !== null && isItsOwnBaseline(config, suite, sides) ? invalidateVerdict(trusted, "the baseline is the candidate itself, so that nothing is compared") : trusted;
}
/**
* A baseline that is asked by another prompt than the base branch says is one that it does not compare with; where the review of the suite
* names the change, what it comes to waits for a person's word, and under that it is judged as it was asked.
*/
function withOwnPrompts(base, head, suite) {
	const isNamed = suite?.changes.some(({ subject, counts }) => counts && subject.startsWith("baseline.prompt."));
	if (base === null || isNamed !== true) return base;
	const baselines = {
		...base.config.baselines,
		prompt: head.baselines.prompt
	};
	return {
		...base,
		config: {
			...base.config,
			baselines
		}
	};
}
/** Named as such, or the same weights under the name to which this pull request moves its baseline. */
function isItsOwnBaseline({ candidate, baseline, baselines, directory }, suite, sides) {
	const placeOf = (model) => {
		const { kind, ...place } = mapPaths(model, (path) => resolve(directory, path));
		return canonicalJson("path" in place ? place.path : {
			kind,
			...place
		});
	};
	const named = baselines.sources.flatMap((source) => source.from === "path" ? [placeOf(source.model)] : []);
	if (candidate !== null && named.includes(placeOf(candidate))) return true;
	if (baseline?.kind === "results") return false;
	const isMoved = suite?.changes.some(({ subject, counts }) => counts && /^baseline\b(?!\.prompt\.)/.test(subject)) ?? false;
	const weightsOf = (side) => new Set(side.runs.map(({ record: { model } }) => canonicalJson([model.digest, model.adapter_digest])));
	const ofBaseline = weightsOf(sides.baseline);
	return isMoved && [...weightsOf(sides.candidate)].some((digest) => ofBaseline.has(digest));
}
/**
* The same file where somebody with an interest in the verdict could have written the samples. Bad samples may be believed,
* good ones prove nothing: a pass becomes `inconclusive`, and it blocks.
* @param lenient whether a policy that the samples' maker did not write lets the undecided merge, `on_inconclusive: warn`
*/
function distrust(file, untrusted, lenient) {
	const blocked = file.blocked || !lenient;
	if (file.verdict !== "pass") return buildVerdictFile({
		...file,
		blocked,
		untrusted
	});
	const reasons = [`The samples say pass, and ${untrusted}.`, ...file.reasons];
	return buildVerdictFile({
		...file,
		verdict: "inconclusive",
		blocked,
		reasons,
		untrusted
	});
}
/** @param resolved the config where the change left the base branch, then that of its tip where it is another commit */
function underBases(head, sides, base, [atFork = null, atTip = null]) {
	const own = judgeRuns(head, sides);
	if (base === null) return own;
	const fork = underBase(head, sides, own, base.revision, atFork, REMOVED);
	if (base.tip === void 0) return fork;
	const { revision } = base.tip;
	const tip = underBase(head, sides, own, revision, atTip, ADDED_SINCE);
	const policyOrigin = {
		...(atFork === null ? tip : fork).policyOrigin,
		revision: base.revision,
		tip: revision
	};
	if (atTip === null || atTip.config.digest === atFork?.config.digest) return {
		...fork,
		policyOrigin
	};
	return stricterOf(tip, fork, policyOrigin, ["of the base branch's tip", "of the commit where this branch left it"]);
}
function underBase(head, sides, own, revision, before, missing) {
	if (before === null) return {
		...own,
		policyOrigin: {
			revision,
			state: "adopted",
			changes: []
		}
	};
	const { config, changes } = before;
	if (changes.every(({ subject }) => subject === "candidate") && config.digest === head.digest) return {
		...own,
		policyOrigin: {
			revision,
			state: "same",
			changes
		}
	};
	const gated = new Set(config.gates.flatMap(tasksOfGate));
	const asked = new Set(head.tasks.map(({ name }) => name));
	const tasks = config.tasks.filter(({ name }) => gated.has(name) || asked.has(name));
	const strict = stricterOf(judgeRuns({
		...config,
		tasks
	}, sides), own, {
		revision,
		state: "changed",
		changes
	});
	return config.tasks.map(({ name }) => name).filter((name) => gated.has(name) && !asked.has(name)).map(missing).reduce(invalidateVerdict, strict);
}
const REMOVED = (task) => `the base branch gates the task ${task}, and this pull request removes it: remove its gates first, and the task in a later pull request`;
const ADDED_SINCE = (task) => `the tip of the base branch gates the task ${task}, which this pull request does not have: bring this branch up to date`;
/** Where there is no base branch, what is checked out is the policy, and so are the waivers beside it. */
async function waiversBeside(configPath) {
	const file = join(dirname(configPath), WAIVER_FILE);
	const text = await readFile(file, "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	return text === null ? [] : readWaivers(text, file);
}

export { WAIVER_FILE as a, mustBeAccepted as c, engineSettings as d, taskSettings as f, waiversBeside as i, applyWaivers as l, resolveBase as n, readWaivers as o, tipOf as r, isOfSuite as s, judgeUnderPolicies as t, newCode as u };