import { i as wordsOf, n as runHashes, r as textHash } from "./core-compare-overlap.js";
import { u as engineRunner } from "./config-thresholds.js";

// src/core/compare/alike.ts
/** Two rows are near-duplicates where their runs of three words are the same to this share (Jaccard), as Lee et al. 2022 have it. */
const NEAR = .8;
const RUN = 3;
/** A run that more rows have is how they are all asked: rows that share no rarer one are not near each other. */
const MOST_SHARING = 100;
/**
* Compares texts by their words, whatever their case and marks, and runs of words by hashes. Near ones are found by prefixes of the rarest
* runs (Chaudhuri et al. 2006): rows with that much in common share one of them.
*/
function alikeRows(rows) {
	const named = /* @__PURE__ */ new Map();
	const distinct = {
		ids: [],
		clusters: [],
		runs: [],
		starts: [0]
	};
	for (const { id, text, cluster } of rows) {
		const words = wordsOf(text);
		if (words.length === 0) continue;
		const name = textHash(words);
		const own = named.get(name);
		if (own !== void 0) {
			own.push(id);
			continue;
		}
		named.set(name, [id]);
		distinct.ids.push(id);
		distinct.clusters.push(cluster);
		for (const run of runHashes(words, RUN)) distinct.runs.push(run);
		distinct.starts.push(distinct.runs.length);
	}
	const same = [...named.values()].filter((ids) => ids.length > 1);
	return {
		same: alike(same.reduce((total, ids) => total + ids.length, 0), same[0]),
		near: nearIn(distinct)
	};
}
const alike = (rows, [one, other] = []) => one === void 0 || other === void 0 ? null : {
	rows,
	first: [one, other]
};
function nearIn({ ids, clusters, runs, starts }) {
	const countOf = counterOf(runs);
	const runsOf = (row) => runs.slice(starts[row], starts[row + 1]);
	const rarest = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Set();
	let first;
	for (const [row, id] of ids.entries()) {
		const ordered = runsOf(row).sort((a, b) => countOf(a) - countOf(b) || a - b);
		const own = new Set(ordered);
		const prefix = ordered.slice(0, own.size - Math.ceil(NEAR * own.size) + 1).filter((run) => countOf(run) > 1 && countOf(run) <= MOST_SHARING);
		const others = new Set(prefix.flatMap((run) => rarest.get(run) ?? []));
		for (const other of others) {
			if (clusters[row] !== void 0 && clusters[row] === clusters[other] || jaccard(runsOf(other), own) < NEAR) continue;
			found.add(other).add(row);
			first ??= [ids[other] ?? "", id];
		}
		for (const run of prefix) {
			const sharing = rarest.get(run);
			if (sharing === void 0) rarest.set(run, [row]);
			else sharing.push(row);
		}
	}
	return alike(found.size, first);
}
/** How many rows have a run, up to 255; more where two runs share a place of the table, which at worst passes over a rare one. */
function counterOf(runs) {
	const counts = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(1024, 4 * runs.length))));
	const countOf = (run) => counts[run % counts.length] ?? 0;
	for (const run of runs) counts[run % counts.length] = Math.min(255, countOf(run) + 1);
	return countOf;
}
function jaccard(a, b) {
	if (Math.min(a.length, b.size) < NEAR * Math.max(a.length, b.size)) return 0;
	const shared = a.filter((run) => b.has(run)).length;
	return shared / (a.length + b.size - shared);
}

// src/app/alike.ts
/** Tasks whose rows ask the same as others, or nearly, in words, and tasks that ask what another one asks too. */
async function repeatedQuestions(tasks, directory) {
	const says = [];
	const asked = [];
	for (const { config, prepared } of tasks) {
		const { rows, datasetDigest } = await (await engineRunner(config.runner).load()).questions(config.options, directory);
		says.push(...repeatedIn(config.name, textsOf(prepared, rows), rows.length));
		asked.push({
			task: config.name,
			datasetDigest,
			rows
		});
	}
	return [...says, ...sharedQuestions(asked)];
}
/** Shorter questions are asked anywhere. */
const FEWEST_WORDS = 5;
/** Two splits of one dataset that have rows in common; tasks of the very same rows are so on purpose. */
function sharedQuestions(tasks) {
	const first = /* @__PURE__ */ new Map();
	const shared = /* @__PURE__ */ new Map();
	for (const own of tasks) for (const { id, bare } of own.rows) {
		const words = wordsOf(bare.join(" "));
		if (words.length < FEWEST_WORDS) continue;
		const question = words.join(" ");
		const other = first.get(question);
		if (other === void 0) first.set(question, own);
		else if (other.datasetDigest !== own.datasetDigest) {
			const pair = `${other.task} and ${own.task}`;
			const found = shared.get(pair) ?? {
				example: id,
				count: 0
			};
			found.count += 1;
			shared.set(pair, found);
		}
	}
	return [...shared].map(([pair, { example, count }]) => `${pair}: ${count} questions stand in both, such as ${example} of the second: splits of one dataset must have no row in common`);
}
/** Choices are a part of what is asked. */
const withChoices = (prompt, choices) => [prompt, ...choices].join("\n");
/** Made one by one: all at once would be as large as the dataset. */
function* textsOf(prepared, rows) {
	const planned = new Map(prepared.samples.map((sample) => [sample.id, sample]));
	for (const { id, prompt } of rows) {
		const sample = planned.get(id);
		const choices = sample === void 0 ? [] : prepared.show(sample, null).continuations;
		yield {
			id,
			text: withChoices(prompt, choices),
			cluster: sample?.cluster
		};
	}
}
/** The same of a task without solved examples, whose prompts ask nothing but the row. */
function* askedRows(prepared) {
	for (const sample of prepared.samples) {
		const { prompt, continuations } = prepared.show(sample, null);
		yield {
			id: sample.id,
			text: withChoices(prompt, continuations),
			cluster: sample.cluster
		};
	}
}
/** Rows of one task that ask the same as others, or nearly. */
function repeatedIn(name, rows, count) {
	const { same, near } = alikeRows(rows);
	const of = `of ${count} rows`;
	return [...same === null ? [] : [`${name}: ${same.rows} ${of} ask the same as another, such as ${same.first.join(" and ")}: keep one of each, since a question asked twice is no second piece of evidence`], ...near === null ? [] : [`${name}: ${near.rows} ${of} ask nearly the same as another, such as ${near.first.join(" and ")}: keep one of each, or say in cluster_field which belong together`]];
}

export { repeatedIn as n, repeatedQuestions as r, askedRows as t };