import { n as wordsOf } from "./core-compare-overlap.js";
import { u as engineRunner } from "./config-thresholds.js";

// src/core/compare/alike.ts
/** Two rows are near-duplicates where their runs of three words are the same to this share (Jaccard), as Lee et al. 2022 have it. */
const NEAR = .8;
const RUN = 3;
/** A run that more rows have is how they are all asked: rows that share no rarer one are not near each other. */
const MOST_SHARING = 100;
/**
* Compares texts by their words, whatever their case and marks. Near ones are found exactly, by prefixes of the rarest runs (Chaudhuri et
* al. 2006): rows with that much in common share one of them.
*/
function alikeRows(rows) {
	const named = /* @__PURE__ */ new Map();
	for (const { id, text } of rows) {
		const name = wordsOf(text).join(" ");
		if (name === "") continue;
		const own = named.get(name);
		if (own === void 0) named.set(name, [id]);
		else own.push(id);
	}
	const same = [...named.values()].filter((ids) => ids.length > 1);
	const distinct = [...named].map(([name, [id = ""]]) => ({
		id,
		runs: runsIn(name)
	}));
	return {
		same: alike(same.reduce((total, ids) => total + ids.length, 0), same[0]),
		near: nearIn(distinct)
	};
}
const alike = (rows, [one, other] = []) => one === void 0 || other === void 0 ? null : {
	rows,
	first: [one, other]
};
function runsIn(name) {
	const words = name.split(" ");
	const runs = /* @__PURE__ */ new Set();
	for (let start = 0; start + RUN <= words.length; start++) runs.add(words.slice(start, start + RUN).join(" "));
	return runs;
}
function nearIn(rows) {
	const frequency = /* @__PURE__ */ new Map();
	for (const { runs } of rows) for (const run of runs) frequency.set(run, (frequency.get(run) ?? 0) + 1);
	const rarest = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Set();
	let first;
	for (const [position, { id, runs }] of rows.entries()) {
		const prefix = [...runs].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, runs.size - Math.ceil(NEAR * runs.size) + 1).filter((run) => (frequency.get(run) ?? 0) <= MOST_SHARING);
		const others = new Set(prefix.flatMap((run) => rarest.get(run) ?? []));
		for (const other of others) {
			const row = rows[other];
			if (row === void 0 || jaccard(row.runs, runs) < NEAR) continue;
			found.add(other).add(position);
			first ??= [row.id, id];
		}
		for (const run of prefix) {
			const sharing = rarest.get(run);
			if (sharing === void 0) rarest.set(run, [position]);
			else sharing.push(position);
		}
	}
	return alike(found.size, first);
}
function jaccard(a, b) {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	if (small.size < NEAR * large.size) return 0;
	let shared = 0;
	for (const run of small) if (large.has(run)) shared += 1;
	return shared / (a.size + b.size - shared);
}

// src/app/alike.ts
/** Tasks whose rows ask the same as others, or nearly, in words, and tasks that ask what another one asks too. */
async function repeatedQuestions(tasks, directory) {
	const says = [];
	const asked = [];
	for (const { config, prepared } of tasks) {
		const { rows, datasetDigest } = await (await engineRunner(config.runner).load()).questions(config.options, directory);
		says.push(...repeatedIn(config.name, prepared, rows));
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
const textsOf = (prepared, rows) => {
	const planned = new Map(prepared.samples.map((sample) => [sample.id, sample]));
	return rows.map(({ id, prompt }) => {
		const sample = planned.get(id);
		return {
			id,
			text: [prompt, ...sample === void 0 ? [] : prepared.show(sample, null).continuations].join("\n")
		};
	});
};
/** Rows of one task that ask the same as others, or nearly. */
function repeatedIn(name, prepared, rows) {
	const { same, near } = alikeRows(textsOf(prepared, rows));
	const of = `of ${rows.length} rows`;
	return [...same === null ? [] : [`${name}: ${same.rows} ${of} ask the same as another, such as ${same.first.join(" and ")}: keep one of each, since a question asked twice is no second piece of evidence`], ...near === null ? [] : [`${name}: ${near.rows} ${of} ask nearly the same as another, such as ${near.first.join(" and ")}: keep one of each, or say in cluster_field which belong together`]];
}

export { repeatedQuestions as n, repeatedIn as t };