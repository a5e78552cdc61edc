import { c as isHarness, l as isNative } from "./config-resolve.js";
import { C as mapPaths, ot as metricsOfGate, x as describeModel } from "./core-domain-history.js";
import { ct as timesFirstToken } from "./core-stats-sequential-flip-rates.js";
import { t as digestCheckpoint } from "./tasks-checkpoints-digest.js";
import { m as loadEngine } from "./config-overrides.js";
import { u as engineRunner } from "./config-thresholds.js";
import { n as forEngine } from "./app-sides-sources.js";
import { resolve } from "node:path";

// src/app/evaluate/open-model.ts
/**
* Loads a checkpoint into the config's engine.
* @param template asked through in place of the model's own
*/
async function openModel(config, source, log, aborted, template, handover) {
	const { settings, engine, files } = await engineFor(config, source);
	const events = {
		status: (line) => log.info(line),
		directory: resolve(config.taskDirectory),
		...handover === void 0 ? {} : { handover },
		firstTokens: config.gates.flatMap(metricsOfGate).some(({ metric }) => timesFirstToken(metric))
	};
	const model = await engine.open(files, settings, events, aborted);
	if (model.withoutLikelihoods !== void 0 && config.tasks.some(asksLikelihoods)) {
		await model.close();
		throw model.withoutLikelihoods;
	}
	return {
		...model,
		...await asEvaluated(config, source, model, aborted, template)
	};
}
const asksLikelihoods = (task) => isNative(task) && engineRunner(task.runner).describe(task.options).asksLikelihoods;
/** What `openModel` would say of the checkpoint, without loading it; null where only loading tells. */
async function describeCheckpoint(config, source, aborted, template) {
	const { settings, engine, files } = await engineFor(config, source);
	const described = await engine.describe?.(files, settings, aborted) ?? null;
	return described === null ? null : asEvaluated(config, source, described, aborted, template);
}
async function engineFor({ engine: settings, directory }, source) {
	return {
		settings,
		engine: await loadEngine(settings),
		files: await forEngine(mapPaths(source, (path) => resolve(directory, path)))
	};
}
async function asEvaluated({ directory, tasks }, source, { identity, fingerprint, contextSize, chatTemplate }, aborted, template = chatTemplate) {
	const files = mapPaths(source, (path) => resolve(directory, path));
	const { digest } = files.kind === "folder" && tasks.some(isHarness) ? (await digestCheckpoint(files, { signal: aborted })).identity : identity;
	return {
		identity: {
			...identity,
			digest,
			source: describeModel(source)
		},
		fingerprint,
		contextSize,
		chatTemplate: template
	};
}
/**
* The two above for a side that is compared with a baseline: where the config leaves the context to the model, one that was
* made for more is given what the baseline had.
* @param limit tokens of the baseline's context; null where nobody knows
*/
function comparableModel(config, source, log, limit, template, handover) {
	const isLonger = ({ contextSize }) => limit !== null && contextSize > limit;
	const limited = {
		...config,
		engine: {
			...config.engine,
			context_size: limit ?? void 0
		}
	};
	return {
		async describe(aborted) {
			const own = await describeCheckpoint(config, source, aborted, template);
			return own === null || !isLonger(own) ? own : describeCheckpoint(limited, source, aborted, template);
		},
		async open(aborted) {
			const own = await openModel(config, source, log, aborted, template, handover);
			if (!isLonger(own)) return own;
			await own.close();
			log.info(`evaluated with the baseline's context of ${limit} tokens; its own would be ${own.contextSize}`);
			return openModel(limited, source, log, aborted, template, handover);
		}
	};
}
/** The context that the runs of a baseline had; null where none says so, or the config says it. */
function contextOf(config, records) {
	const { engine, acceptChange } = config;
	if (engine.context_size !== void 0 || acceptChange.includes("engine_settings")) return null;
	const sizes = records.flatMap(({ fingerprint: { engine_settings: settings } }) => typeof settings === "string" ? /^context (\d+)\b/.exec(settings)?.[1] ?? [] : []);
	return sizes.length === 0 ? null : Math.min(...sizes.map(Number));
}
/** The checkpoint through whose chat template a side is asked, where that is a declared change; null where through its own. */
function templateSource({ acceptChange, candidate }, side) {
	if (side === "candidate" || !acceptChange.includes("chat_template")) return null;
	return candidate === null || candidate.kind === "results" ? null : candidate;
}
/**
* The chat template of a side's checkpoint, as its files tell, before any engine is there; null where they do not.
* @throws WeighbridgeError `checkpoint` for what the engine does not read
*/
async function chatTemplateOf(config, side, source) {
	const { engine, files } = await engineFor(config, templateSource(config, side) ?? source);
	const chatTemplate = await engine.chatTemplate?.(files) ?? null;
	return chatTemplate === null ? null : { chatTemplate };
}
/** The chat template with which a side is asked in place of its own; undefined where it keeps that. */
async function declaredTemplate(config, side, tasks, log, signal) {
	const source = templateSource(config, side);
	const applies = tasks.some(({ config: { runner, options } }) => engineRunner(runner).describe(options).usesChatTemplate);
	if (source === null || !applies) return void 0;
	log.info(`${side}: asked with the candidate's chat template, a declared change`);
	const described = await describeCheckpoint(config, source, signal);
	if (described !== null) return described.chatTemplate;
	const model = await openModel(config, source, log, signal);
	await model.close();
	return model.chatTemplate;
}

export { declaredTemplate as a, contextOf as i, chatTemplateOf as n, templateSource as o, comparableModel as r, asksLikelihoods as t };