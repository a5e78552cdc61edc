import { At as IssueList, Dt as worseSign, St as questionOf, jt as WeighbridgeError, vt as isRatio, wt as sampleKey, y as canonicalJson } from "./core-domain-history.js";
import { Tt as studentInterval } from "./core-stats-sequential-flip-rates.js";
import { c as fisherFewer, ft as mcnemar } from "./core-decide-rules-registry.js";
import { n as areSameAnswers } from "./core-compare-answers.js";
import { h as object, u as int, x as union, y as string } from "./npm-zod.js";
import { t as Staging } from "./results-store-staging.js";
import { I as sha256Hex } from "./tasks-runners-native-describe.js";
import { a as readToJudge } from "./app-sides-stored.js";

// src/core/stats/resampled.ts
/**
* The corrected resampled t of Nadeau & Bengio 2003 ("Inference for the generalization error") for k-fold cross-validation: the mean of
* the folds' means with SE² = (1/k + n₂/n₁) s², where a fold holds n₂/n₁ = 1/(k − 1) as many samples as its checkpoint was trained on,
* and k − 1 degrees of freedom. The second term stands for what the training sets share: no unbiased estimate of it exists (Bengio &
* Grandvalet 2004), so that its error is nominal.
*
* @param means one a fold, at least two
*/
function correctedResampled(means) {
	const k = means.length;
	const value = means.reduce((sum, mean) => sum + mean, 0) / k;
	const variance = means.reduce((sum, mean) => sum + (mean - value) ** 2, 0) / (k - 1);
	return {
		value,
		stderr: Math.sqrt((1 / k + 1 / (k - 1)) * variance),
		df: k - 1
	};
}

// src/core/compare/fold-names.ts
/** How often folds that are named rightly may be taken for others, over all that is looked at. */
const ERROR = .001;
/** The error with which a checkpoint is said to do better on a fold than another. */
const BETTER = .01;
/** Two folds whose checkpoints answer all that both were asked alike, to the last bit, as far as answers were kept; else null. */
function sameCheckpoint(folds) {
	for (const [index, one] of folds.entries()) for (const other of folds.slice(index + 1)) if (areSameAnswers(sharedSamples(one.runs, other.runs)) === true) return [one.fold, other.fold];
	return null;
}
function* sharedSamples(runs, others) {
	for (const { record, samples } of runs) {
		const run = others.find((each) => each.record.task === record.task);
		const byKey = new Map([...run?.samples ?? []].map((sample) => [sampleKey(sample), sample]));
		for (const sample of samples) {
			const other = byKey.get(sampleKey(sample));
			if (other !== void 0) yield [sample, other];
		}
	}
}
/** Every checkpoint beside every other one, in every task that tells by sample how well it was answered. */
function duelsOf(folds, tasks) {
	return tasks.flatMap(({ record }) => {
		const metric = toldBy(record);
		if (metric === null) return [];
		const foldOf = new Map(record.folds.flatMap(({ fold, ids }) => ids.map((id) => [id, fold])));
		return folds.flatMap((own) => folds.filter((other) => other !== own).flatMap((other) => duelsOfPair(record.task, metric, own, other, foldOf)));
	});
}
/**
* The metric by which having been trained on a sample shows: the first of those that the task is about. Of what must not be
* said, training on samples may make more.
*/
function toldBy({ task_role, metrics, primary_metric }) {
	if (task_role === "safety") return null;
	return [...metrics.filter(({ name }) => name === primary_metric), ...metrics].find(({ kind, weak }) => kind !== "corpus" && !weak) ?? null;
}
function duelsOfPair(task, metric, own, other, foldOf) {
	const ofTask = ({ runs }) => runs.filter(({ record }) => record.task === task);
	const gains = /* @__PURE__ */ new Map();
	for (const [sample, beside] of sharedSamples(ofTask(own), ofTask(other))) {
		const [score, otherScore] = [sample, beside].map(({ scores }) => numberOf(scores[metric.name]));
		if (score == null || otherScore == null) continue;
		const places = gains.get(sample.filter) ?? {
			within: /* @__PURE__ */ new Map(),
			elsewhere: /* @__PURE__ */ new Map()
		};
		gains.set(sample.filter, places);
		const units = foldOf.get(sample.id) === own.fold ? places.within : places.elsewhere;
		const unit = sample.cluster ?? questionOf(sample) ?? sample.id;
		units.set(unit, (units.get(unit) ?? 0) - worseSign(metric) * (score - otherScore));
	}
	return [...gains].map(([filter, { within, elsewhere }]) => ({
		task,
		own: own.fold,
		other: other.fold,
		within: tallyOf(within),
		elsewhere: tallyOf(elsewhere),
		metric: filter === void 0 ? metric.name : `${metric.name},${filter}`
	}));
}
function numberOf(score) {
	if (typeof score === "number") return score;
	if (score === void 0 || !isRatio(score) || !(score.denominator > 0)) return null;
	return score.numerator / score.denominator;
}
function tallyOf(gains) {
	let [won, lost] = [0, 0];
	for (const gain of gains.values()) {
		if (gain > 0) won += 1;
		if (gain < 0) lost += 1;
	}
	return {
		won,
		lost,
		tied: gains.size - won - lost
	};
}
/**
* Where a checkpoint that was not trained on a fold does better there than one that was (a sign test), and more often so than on other
* folds, it was: its results are given for another fold. The latter, Fisher's exact test of the share of wins, bears the error: it is
* misled neither by a checkpoint that is the better one everywhere nor by folds of unequal difficulty.
*/
function misnamed(duels) {
	const error = ERROR / duels.length;
	return duels.find(({ within, elsewhere }) => mcnemar(within.lost, within.won).exactWorse <= BETTER && fisherFewer(losses(elsewhere), losses(within)) <= error) ?? null;
}
const losses = ({ won, lost }) => ({
	successes: lost,
	of: won + lost
});
/** Whether other checkpoints have answered a fold too, so that its name could be held against something. */
const isChecked = (fold, duels) => duels.some(({ own, within: { won, lost, tied } }) => own === fold && won + lost + tied > 0);

// src/core/compare/folds.ts
/**
* Joins runs of k checkpoints, of each only the fold that it was not trained on. Given the checkpoints the pairs of samples stay
* independent, as those of one checkpoint are; what is judged of them is these k checkpoints together, and not what made them.
*
* @throws WeighbridgeError `data` where a sample would be answered by no checkpoint, by two, or by one that was asked otherwise
*/
function joinFolds(folds, rows) {
	requireFolds(folds, rows);
	const tasks = [...new Set(folds.flatMap(({ runs }) => runs.map(({ record }) => record.task)))].sort();
	const joined = tasks.map((task) => joinTask(task, folds, foldsOfTask(rows, task)));
	const answered = new Set(joined.flatMap(({ record }) => record.folds.flatMap(({ ids }) => ids.map((id) => placeOf(record.task, id)))));
	const lost = rows.find(({ id, task }) => (task === void 0 ? tasks : [task]).every((each) => !answered.has(placeOf(each, id))));
	if (lost !== void 0) throw fault(`the sample ${JSON.stringify(lost.id)} of fold ${lost.fold} is in no results`, "evaluate the whole task with each checkpoint, or take the row away");
	return withCheckedNames(folds, joined);
}
/** @throws WeighbridgeError `data` where the results themselves say that they are of another checkpoint than the fold's */
function withCheckedNames(folds, joined) {
	const same = sameCheckpoint(folds);
	if (same !== null) throw fault(`the checkpoints of ${same.map((fold) => `fold ${fold}`).join(" and ")} answer all that both were asked exactly alike, as one checkpoint would`, "name the results of the checkpoint that was trained without each fold; a task that two checkpoints answer alike cannot be judged by folds");
	const duels = duelsOf(folds, joined);
	const wrong = misnamed(duels);
	if (wrong !== null) throw misnamedFault(wrong);
	const checked = (held) => isChecked(held.fold, duels) ? held : {
		...held,
		unchecked: true
	};
	return joined.map(({ record, samples }) => ({
		record: {
			...record,
			folds: record.folds.map(checked)
		},
		samples
	}));
}
const misnamedFault = ({ task, metric, own, other, within }) => fault(`the results that are named for fold ${own} do better on it than those of fold ${other}, whose checkpoint was trained on it (${task}/${metric}: ${within.won} samples better, ${within.lost} worse), and not so on other folds: their checkpoint was trained on fold ${own}`, "look whether the results of two folds were swapped, and name those of the checkpoint that was trained without each fold");
const placeOf = (task, id) => JSON.stringify([task, id]);
const fault = (message, fix) => new WeighbridgeError("data", `cross-validation: ${message}`, { fix });
function requireFolds(folds, rows) {
	const given = new Set(folds.map(({ fold }) => fold));
	const listed = new Set(rows.map(({ fold }) => fold));
	if (given.size < folds.length) throw fault("a fold has two results", "name the results of each fold once");
	if (listed.size < 2) throw fault("one fold leaves nothing to train on", "list two folds or more");
	const unanswered = [...listed].find((fold) => !given.has(fold));
	if (unanswered !== void 0) throw fault(`fold ${unanswered} has no results`, `add --fold ${unanswered}=RESULTS`);
	const unlisted = [...given].find((fold) => !listed.has(fold));
	if (unlisted !== void 0) throw fault(`no sample is in fold ${unlisted}`, `the folds are ${[...listed].join(", ")}`);
}
/** Rows that name the task go before those that name none. */
function foldsOfTask(rows, task) {
	const found = /* @__PURE__ */ new Map();
	for (const own of [void 0, task]) {
		const seen = /* @__PURE__ */ new Set();
		for (const { id, fold } of rows.filter((row) => row.task === own)) {
			if (seen.has(id)) throw fault(`the sample ${JSON.stringify(id)} is listed twice`, "give each sample one fold");
			seen.add(id);
			found.set(id, fold);
		}
	}
	return found;
}
function joinTask(task, folds, foldOf) {
	const parts = folds.map(({ fold, runs }) => ({
		fold,
		run: runs.find(({ record }) => record.task === task)
	})).map(({ fold, run }) => {
		if (run === void 0) throw fault(`fold ${fold} has no results of ${task}`, "evaluate it with each checkpoint");
		return {
			fold,
			record: run.record,
			samples: [...run.samples]
		};
	});
	const [first] = parts;
	if (first === void 0) throw new Error("a task of no results");
	requireAlike(task, parts);
	const known = new Set(parts.flatMap(({ samples }) => samples.map(({ id }) => id)));
	const stray = [...known].find((id) => !foldOf.has(id));
	if (stray !== void 0) throw fault(`the sample ${JSON.stringify(stray)} of ${task} is in no fold`, "list every sample of the task");
	const joined = parts.map(({ fold, record, samples }) => {
		const own = samples.filter(({ id }) => foldOf.get(id) === fold);
		const answered = new Set(own.map(({ id }) => id));
		const missing = [...known].find((id) => foldOf.get(id) === fold && !answered.has(id));
		if (missing !== void 0) throw fault(`the checkpoint of fold ${fold} has not answered ${JSON.stringify(missing)} of ${task}, which it alone may`, "evaluate it on the whole task, with `policy.evaluation: full`");
		if (own.length === 0) throw fault(`no sample of ${task} is in fold ${fold}`, "spread each task over all folds");
		const { source, digest } = record.model;
		return {
			own,
			fold: {
				fold,
				source,
				digest,
				ids: [...answered]
			}
		};
	});
	requireWholeClusters(task, joined);
	const { model: _, order_seed, draw, population, reused, design, ...record } = first.record;
	return {
		record: {
			...record,
			planned: known.size,
			status: { state: "complete" },
			folds: joined.map(({ fold }) => fold)
		},
		samples: joined.flatMap(({ own }) => own)
	};
}
/** @throws WeighbridgeError `data` where a checkpoint was trained on what belongs together with a sample that it answers, or asks the same */
function requireWholeClusters(task, parts) {
	const homes = /* @__PURE__ */ new Map();
	for (const { fold: { fold }, own } of parts) for (const sample of own) for (const [kind, name] of [["cluster", sample.cluster], ["question", questionOf(sample)]]) {
		if (name === void 0 || name === null) continue;
		const key = canonicalJson([kind, name]);
		const home = homes.get(key) ?? {
			fold,
			id: sample.id
		};
		homes.set(key, home);
		if (home.fold === fold) continue;
		const [what, share] = kind === "cluster" ? [`samples of the cluster ${JSON.stringify(name)}`, "are"] : [`the samples ${JSON.stringify(home.id)} and ${JSON.stringify(sample.id)}`, "ask the same and are"];
		throw fault(`${what} of ${task} ${share} in fold ${home.fold} and fold ${fold}`, "hold out together what is not independent");
	}
}
/** @throws WeighbridgeError `data` where two folds were asked otherwise, or by one checkpoint */
function requireAlike(task, parts) {
	const [first, ...others] = parts;
	if (first === void 0) return;
	for (const { fold, record } of parts) if (record.aggregates !== void 0 || record.status.state === "failed") throw fault(`fold ${fold} has no samples of ${task}`, "evaluate it again");
	for (const { fold, record } of others) {
		const differs = [.../* @__PURE__ */ new Set([...Object.keys(first.record.fingerprint), ...Object.keys(record.fingerprint)])].find((field) => {
			const [one, other] = [first, { record }].map((each) => each.record.fingerprint[field] ?? null);
			return one !== other;
		});
		if (differs !== void 0) throw fault(`${differs.replaceAll("_", " ")} of ${task} differs between fold ${first.fold} and fold ${fold}`, "evaluate all checkpoints alike");
		if (canonicalJson(record.metrics) !== canonicalJson(first.record.metrics)) throw fault(`fold ${first.fold} and fold ${fold} have other metrics of ${task}`, "evaluate all checkpoints alike");
	}
	const owners = /* @__PURE__ */ new Map();
	for (const { fold, record } of parts) {
		const own = canonicalJson([record.model.digest, record.model.adapter_digest]);
		const other = owners.get(own);
		if (other !== void 0) throw fault(`fold ${other} and fold ${fold} are of one checkpoint, which was trained on one of them`, "name the results of the checkpoint that was trained without each fold");
		owners.set(own, fold);
	}
}
/** What the folds say of the recipe; of tasks that were not joined of folds, nothing. */
function crossValidationOf(baseline, candidate, alpha) {
	return candidate.flatMap(({ record: { task, folds, metrics }, samples }) => {
		const other = baseline.find(({ record }) => record.task === task);
		if (folds === void 0 || other === void 0) return [];
		const before = new Map([...other.samples].map((sample) => [sampleKey(sample), sample]));
		const pairs = [...samples].flatMap((after) => {
			const own = before.get(sampleKey(after));
			return own === void 0 ? [] : [[own, after]];
		});
		const filters = [...new Set(pairs.map(([, { filter }]) => filter))];
		const changes = metrics.filter(({ kind }) => kind === "mean").flatMap(({ name: metric }) => filters.flatMap((filter) => {
			const own = pairs.filter(([, after]) => after.filter === filter);
			const byFold = folds.map(({ ids }) => meanChange(own, metric, new Set(ids)));
			if (byFold.every((mean) => mean === null)) return [];
			return [{
				metric,
				...filter === void 0 ? {} : { filter },
				byFold,
				recipe: recipeOf(byFold, alpha)
			}];
		}));
		return [{
			task,
			folds: folds.map(({ ids, digest: _, ...fold }) => ({
				...fold,
				samples: ids.length
			})),
			changes
		}];
	});
}
function meanChange(pairs, metric, ids) {
	const changes = pairs.flatMap(([before, after]) => {
		const [one, other] = [before.scores[metric], after.scores[metric]];
		return ids.has(after.id) && typeof one === "number" && typeof other === "number" ? [other - one] : [];
	});
	return changes.length === 0 ? null : changes.reduce((sum, change) => sum + change, 0) / changes.length;
}
/** Null where a fold says nothing, and where all say the same, which tells of no spread. */
function recipeOf(byFold, alpha) {
	const means = byFold.filter((mean) => mean !== null);
	if (means.length < byFold.length) return null;
	const estimate = correctedResampled(means);
	if (estimate.stderr === 0) return null;
	return {
		value: estimate.value,
		...studentInterval(estimate, alpha),
		level: 1 - 2 * alpha
	};
}

// src/app/cross-validation.ts
const row = object({
	id: union([string().min(1), int()]).transform(String),
	fold: union([string().min(1), int()]).transform(String),
	task: string().min(1).optional()
});
/**
* Writes results of k checkpoints as one candidate, each sample by the checkpoint whose fold held it out.
* @param file rows of `id`, `fold` and, where ids of tasks are alike, `task`
* @returns the folder of the candidate
* @throws WeighbridgeError `data` for a fold that is missing, asked otherwise, or holds a sample that another one holds too
*/
async function joinFoldResults(file, results, out) {
	const { readRows } = await import("./tasks-datasets-load-on-need.js");
	const rows = (await readRows(file)).map(({ line, fields }) => {
		const { data } = row.safeParse(fields);
		if (data !== void 0) return data;
		throw new WeighbridgeError("data", "this is no row of folds", {
			at: {
				file,
				line
			},
			fix: "give each row the `id` of a sample and its `fold`"
		});
	});
	const folds = [];
	for (const { fold, path } of results) {
		const { runs, faults } = await readToJudge(path, "candidate");
		if (faults.length > 0) throw new IssueList("data", faults);
		folds.push({
			fold,
			runs
		});
	}
	const staging = await Staging.open(out);
	try {
		for (const { record, samples } of joinFolds(folds, rows)) await staging.add({
			...record,
			model: modelOf(record.folds)
		}, inOneBatch(samples));
		await staging.publish();
	} finally {
		await staging.close();
	}
	return out;
}
async function* inOneBatch(samples) {
	yield samples;
}
const modelOf = (folds) => ({
	source: `${folds.length} checkpoints, each on the fold that was held out from it`,
	digest: `sha256:${sha256Hex(canonicalJson(folds.map(({ digest }) => digest)))}`,
	adapter_digest: null,
	architecture: null,
	parameter_count: null,
	quantization: null
});
/** The verdict with what the folds say of the recipe, where the candidate was joined of folds. It changes nothing else. */
function withFolds(verdict, { baseline, candidate }, alpha) {
	const crossValidation = crossValidationOf(baseline.runs, candidate.runs, alpha);
	return crossValidation.length === 0 ? verdict : {
		...verdict,
		crossValidation
	};
}

export { withFolds as n, joinFoldResults as t };