import { t as decidePlan } from "./shared/app-main.js";
import { t as fencedLog } from "./shared/action-fenced-log.js";
import { n as annotate, o as isOwnPolicy, r as requiredVariable, s as readPlan } from "./shared/action-runtime.js";
import { M as RetryBudget, a as listRegularFiles, g as jobLabel, j as RETRY_LIMITS, o as connect } from "./shared/action-shared-comment.js";
import { n as checkpointKey } from "./shared/tasks-runners-order.js";
import { Pt as messageOf, Vt as verdictExitCode, jt as WeighbridgeError } from "./shared/core-domain-history.js";
import { a as publishPage, c as labelWaivers, f as withoutSecrets, i as publishArtifact, l as judgeRun, m as writtenForms, n as setVerdictOutputs, o as publishSummary, p as redactAll, r as annotateLimits, s as judgedCommit, t as publishReport } from "./shared/action-report-publish.js";
import { n as RUN_FILE, r as SAMPLES_FILE, t as ANSWERS_FILE } from "./shared/results-store-layout.js";
import { a as readLines } from "./shared/results-store-lines.js";
import { l as uploadArtifact } from "./shared/results-unpack.js";
import { _ as readArtifactHistory, f as roundOf, g as historyArtifactName, h as lockedSplitsOf, l as placeOf, m as parseHistory, p as withLine, s as historySoFar, v as writeArtifactHistory } from "./shared/app-history.js";
import { a as loadConfig } from "./shared/app-sides-mlflow.js";
import { t as BOOTSTRAP } from "./shared/report-headline.js";
import { t as commandData } from "./shared/report-log-fence.js";
import { n as shardOf } from "./shared/tasks-runners-shards.js";
import { basename, dirname, join, relative } from "node:path";
import { createReadStream, createWriteStream } from "node:fs";
import process from "node:process";
import { Buffer } from "node:buffer";
import { readFile, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";

// src/action/report/clean-files.ts
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
	const [withheld, removed] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
	for (const file of files) if (holds(relative(root, file), secrets)) withheld.add(file);
	else if (await fileHolds(file, secrets)) {
		if (basename(file) === "answers.jsonl") {
			await rm(file);
			removed.add(file);
		} else if (!await cleanFile(file, secrets)) withheld.add(dirname(file));
	}
	return {
		files: files.filter((file) => ![file, dirname(file)].some((path) => withheld.has(path) || removed.has(path))),
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
			..."asked" in sample ? { asked: redactAll(sample.asked, secrets.values) } : {},
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
	const refuse = () => new WeighbridgeError("data", "a secret stands where it cannot be taken out", {
		at,
		fix: "keep the secret from the evaluation: leave its variable out of env-allow"
	});
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

// src/action/report/record-round.ts
const TITLE = { title: "Weighbridge" };
const configOf = ({ config, overrides }) => loadConfig(config.path, {
	overrides,
	assumeTasks: true
});
/** The history of the branch that is merged into, or pushed to, as artifacts of this name keep it. */
function historyOf(access, name) {
	const { env } = access.runtime;
	const branch = env.GITHUB_BASE_REF || requiredVariable(env, "GITHUB_REF_NAME");
	const remote = {
		client: connect(access, access.budget()),
		repository: access.run.repository
	};
	return readArtifactHistory(remote, {
		name,
		branch
	});
}
/** Of each locked split that the verdict rests on, how often it decided before; what cannot be read is told as not known. */
async function lockedSplits(access, plan, { file }) {
	if (file === null) return [];
	const { core } = access.runtime;
	try {
		const config = await configOf(plan);
		const read = async () => {
			const artifact = config.record?.artifact ?? null;
			if (artifact !== null) return parseHistory((await historyOf(access, artifact)).text, artifact);
			const place = placeOf(config);
			return place === null ? null : historySoFar(place);
		};
		const readOrTell = () => read().catch((error) => {
			core.warning(`The history of locked splits cannot be read: ${messageOf(error)}`, TITLE);
			return null;
		});
		return await lockedSplitsOf(config, file, readOrTell);
	} catch (error) {
		core.warning(`The locked splits are not known: ${messageOf(error)}`, TITLE);
		return [];
	}
}
/**
* Adds the round to the history that the config keeps as artifacts. Of pull requests none: their config could say anything, and what
* is read is of the branch. Whatever fails is a warning, and changes no verdict.
*/
async function recordRound(access, plan, { file }, root) {
	const { run, runtime, budget } = access;
	if (file === null || run.event.pullRequest !== null) return;
	try {
		const config = await configOf(plan);
		const { artifact: name = null, keep = null } = config.record ?? {};
		if (name === null) return;
		const before = await historyOf(access, name);
		const line = await roundOf({
			verdict: file,
			config,
			seconds: null
		});
		const folder = join(root, "history");
		const text = withLine(before.text, line, keep, name);
		const files = await writeArtifactHistory(folder, {
			...before,
			text
		});
		const bundle = {
			name: historyArtifactName(name, run.attempt),
			files,
			root: folder
		};
		await uploadArtifact({
			...bundle,
			runUrl: run.runUrl,
			timeoutMs: budget().limits.uploadMs
		});
	} catch (error) {
		runtime.core.warning(`The round was not recorded, which changes no verdict: ${messageOf(error)}`, TITLE);
	}
}

// src/action/report/upload-run.ts
/** With `phase: evaluate` the run directory goes to the job that will judge. */
const EVALUATED = {
	label: ({ inputs: { shard: named, round: of } }, run) => {
		const shard = shardOf(named, of);
		if (shard === null) return [...jobLabel(run), "run"];
		const round = shard.round === void 0 ? "" : `-round-${shard.round.index}-of-${shard.round.count}`;
		return [`run-${shard.index}-of-${shard.count}${round}`];
	},
	complete: "The evaluation is complete and waits to be judged.",
	incomplete: "The evaluation is not complete, or could not be uploaded."
};
/** The first baseline goes where later runs look for that of a green run. */
const FIRST_BASELINE = {
	label: (_, run) => [...jobLabel(run), "report"],
	complete: BOOTSTRAP,
	incomplete: "bootstrap: the first baseline could not be evaluated or kept."
};
/** Where nothing is judged: no verdict is said, and the outputs stay at what was never proven. */
async function uploadRun(access, { plan, evaluation, root, clean }, kind) {
	const { core } = access.runtime;
	const files = await clean(await listRegularFiles(plan.out));
	const url = await publishArtifact(access, {
		files,
		root,
		label: kind.label(plan, access.run)
	});
	core.setOutput("report-url", url ?? "");
	const isComplete = evaluation === "success" && url !== null;
	const summary = isComplete ? kind.complete : kind.incomplete;
	await publishSummary(access, `${summary}\n`);
	core.setOutput("summary", summary);
	core.setOutput("exit-code", String(verdictExitCode("invalid", true)));
	core.setOutput("error", commandData(summary));
	core.setOutput("enforce", isComplete ? "pass" : "fail");
}

// src/action/report/report-plan.ts
/**
* Judges what the evaluation of a plan wrote and tells everybody. The verdict's outputs are set before anything is published.
* @throws WeighbridgeError when the plan cannot be read: the step enforce then finds nothing said, and fails
*/
async function reportPlan(runtime, decide, _log, limits = RETRY_LIMITS) {
	const { env, core } = runtime;
	const token = env.WEIGHBRIDGE_TOKEN || null;
	delete env.WEIGHBRIDGE_TOKEN;
	const planPath = requiredVariable(env, "WEIGHBRIDGE_PLAN");
	const plan = await readPlan(planPath, requiredVariable(env, "WEIGHBRIDGE_PLAN_DIGEST"));
	process.chdir(plan.directory);
	const { inputs, policy, directory, out, started } = plan;
	const { run } = plan;
	const access = {
		runtime,
		token,
		run,
		budget: () => new RetryBudget(limits)
	};
	const root = dirname(planPath);
	const envAllow = inputs["env-allow"];
	const secrets = [token, ...envAllow.map((name) => env[name])].filter((secret) => secret != null);
	const clean = (files) => publishable(runtime, out, files, secrets);
	const evaluation = env.WEIGHBRIDGE_EVALUATE_OUTCOME ?? "";
	if (inputs.phase === "evaluate") return uploadRun(access, {
		plan,
		evaluation,
		root,
		clean
	}, EVALUATED);
	if (plan.baselines?.bootstrap) return uploadRun(access, {
		plan,
		evaluation,
		root,
		clean
	}, FIRST_BASELINE);
	const labels = () => labelWaivers(access, policy.waiverPermission);
	const ending = env.WEIGHBRIDGE_EVALUATE_ENDING ?? null;
	const judged = await judgeRun({
		plan,
		decide,
		evaluation,
		ending,
		labels,
		clean
	});
	const judgement = withoutSecrets(judged, secrets);
	setVerdictOutputs(core, judgement);
	await annotateLimits(runtime, judgement, directory);
	const draw = drawIn(plan.draw, judgement.file);
	const share = inputs.artifact;
	const context = {
		artifactUrl: null,
		pageUrl: null,
		runUrl: run.runUrl,
		envAllow,
		now: (/* @__PURE__ */ new Date()).toISOString(),
		elapsedSeconds: (Date.now() - Date.parse(started)) / 1e3,
		speeds: judgement.speeds,
		directory: inputs["working-directory"],
		commit: judgedCommit(run),
		ownPolicy: isOwnPolicy(plan.policy),
		lockedSplits: await lockedSplits(access, plan, judgement),
		evaluation: draw === null ? null : {
			number: draw.number,
			tries: plan.draw.tries
		}
	};
	const upload = async ({ all, page }) => {
		const files = [...all, ...judgement.runFiles];
		const label = [...jobLabel(run), "report"];
		const artifactUrl = inputs.artifact ? await publishArtifact(access, {
			files,
			root,
			label
		}) : null;
		return {
			artifactUrl,
			pageUrl: artifactUrl !== null && page !== null ? await publishPage(access, page, jobLabel(run)) : null
		};
	};
	const { comment, check } = inputs;
	const publication = {
		...access,
		comment,
		share,
		check,
		ownCheck: plan.check ?? null,
		judgement,
		context,
		draw: draw?.record ?? null
	};
	await publishReport(publication, join(root, "report"), upload);
	await recordRound(access, plan, judgement, root);
}
/** Which evaluation of the pull request this is, and what is to be remembered of it; null where no checkpoint was evaluated. */
function drawIn({ job, policy, run, draws, order }, file) {
	if (file === null || file.candidate === null) return null;
	const checkpoint = checkpointKey(file.candidate);
	const earlier = order.earlier[checkpoint];
	const isEarlier = earlier !== void 0 && file.tasks.every(({ orderSeed = earlier }) => orderSeed === earlier);
	const isAgain = (draw) => draw.checkpoint === checkpoint && draw.policy === policy && (draw.run === run || isEarlier);
	const before = draws.findIndex(isAgain);
	if (before >= 0) return {
		number: before + 1,
		record: null
	};
	return {
		number: draws.length + 1,
		record: {
			job,
			checkpoint,
			policy,
			run
		}
	};
}
/** The files of the run without what the evaluation was given to keep to itself; those that cannot be without stay here. */
async function publishable({ core }, root, files, secrets) {
	const { files: kept, withheld } = await cleanFiles(root, files, secrets);
	if (withheld.length > 0) core.warning(`Not in the artifact: ${withheld.join(", ")}. The value of a variable of env-allow stands where it is compared (an id, a setting, a name), and cannot be taken out.`, { title: "Weighbridge" });
	return kept;
}

// src/action/report/report.ts
const GRACE_MS = 2e3;
/** Entry point of the step `report`, called by github-script. */
async function report({ core }) {
	const log = fencedLog((text) => process.stdout.write(text));
	try {
		await reportPlan({
			env: process.env,
			core
		}, decidePlan, log);
	} catch (error) {
		annotate(core, error);
		process.exitCode = 1;
	}
	setTimeout(() => process.exit(), GRACE_MS).unref();
}

export { report };