import { a as shownIdentity, k as canonicalJson } from "./core-domain-drift.js";
import { s as boolean, y as string } from "./npm-zod.js";
import { createHash } from "node:crypto";

// src/tasks/scorers/scorer.ts
/** An option that every scorer has. */
const metricOption = { metric: string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/).optional().describe("Name of the metric, where a task uses one scorer several times.") };
/** Makes a row of a scorer, whose metrics are alike in all but their names. */
function defineScorer(definition) {
	const { name, codeVersion, summary } = definition;
	return {
		name,
		summary,
		facts: definition.facts ?? null,
		options: definition.options,
		gives: [name],
		metric: definition.metric,
		example: definition.example,
		looserWhen: definition.looserWhen ?? {},
		configure(input) {
			const parsed = definition.options.safeParse(input);
			if (!parsed.success) return {
				ok: false,
				issues: parsed.error.issues
			};
			const options = parsed.data;
			const own = options.metric ?? name;
			const names = [own, ...(definition.parts?.(options) ?? []).map((part) => `${own}.${part}`)];
			return {
				ok: true,
				scorer: {
					name,
					metrics: names.map((each) => ({
						name: each,
						...definition.traits?.(options, each, names) ?? definition.metric
					})),
					options,
					runsCode: definition.runsCode?.(options) ?? false,
					scoresTogether: typeof definition.scoresTogether === "function" ? definition.scoresTogether(options) : definition.scoresTogether ?? false,
					loadsModel: definition.loadsModel?.(options) ?? false,
					needsContexts: definition.needsContexts ?? false,
					asks: definition.asks?.(options) ?? null,
					labels: definition.labels?.(options, names) ?? null,
					checkTargets: (targets) => definition.checkTargets?.(targets, options) ?? null,
					async open(directory) {
						const opened = await definition.open(options, directory);
						const unversioned = definition.unversioned?.(options) ?? [];
						const versioned = Object.entries(options).filter(([key]) => !unversioned.includes(key));
						const settings = [withoutUndefined(Object.fromEntries(versioned)), ...opened.inputs];
						const versionOf = (identity) => `${name}@${codeVersion}#${sha256Hex(canonicalJson([...settings, ...identity])).slice(0, 16)}`;
						let version = versionOf([]);
						return {
							get version() {
								return version;
							},
							async ready(signal) {
								const identity = await opened.identify?.(signal);
								if (identity !== void 0) version = [versionOf(identity), ...identity.filter((text) => text !== null).map(shownIdentity)].join(":");
							},
							async score(answers, signal) {
								return (await opened.score(answers, signal)).map((score) => named(names, score));
							},
							close: async () => opened.close?.()
						};
					}
				}
			};
		}
	};
}
function named(names, given) {
	const scores = isList(given) ? given : [given];
	return Object.fromEntries(names.map((name, index) => [name, scores[index] ?? { unscored: "the scorer gave no score" }]));
}
const isList = (given) => Array.isArray(given);
/** The scoring of a scorer that looks at one answer at a time, and reads nothing. */
const oneByOne = (score) => ({
	inputs: [],
	score: async (answers) => answers.map(score)
});
/** An option of scorers of which models like to put what is asked for between code fences. */
const fencedOption = (standard) => ({ fenced: boolean().default(standard).describe("Where the answer has exactly one fenced code block, judge what is inside it.") });
function sha256Hex(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
function withoutUndefined(options) {
	return JSON.parse(JSON.stringify(options));
}

export { sha256Hex as a, oneByOne as i, fencedOption as n, metricOption as r, defineScorer as t };