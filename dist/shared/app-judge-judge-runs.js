import { T as withSubtasks, g as judgeCurves, h as curveGates, i as ownPromptOf } from "./config-resolve.js";
import { i as idsOf, n as compareTask, r as DrawPlan, t as compareRuns } from "./core-compare-compare.js";
import { i as acceptOwnPrompt, n as stopReason } from "./core-decide-stopping.js";
import { t as decide } from "./core-decide-decide.js";
import { Et as messageOf, G as tasksOfGate, L as designOf, lt as formatCount } from "./core-domain-drift.js";
import { _ as withAskedMetrics } from "./core-stats-sequential-flip-rates.js";
import { n as invalidateVerdict, r as verdictFacts, t as buildVerdictFile } from "./report-build.js";
import { t as countDocuments } from "./results-store-reader.js";
import { a as sequentialOrder, t as WeightedOrder } from "./tasks-runners-order.js";
import { t as labelsOf } from "./app-sides-labels.js";
import { t as VERSION } from "./app-version.js";

// src/app/judge/open-rounds.ts
/**
* Whether later rounds of a run are still to be evaluated: what is there is complete, is not all of it, and nobody ended it. Shards
* know nothing of each other, so that whoever joins them decides whether they may end.
*/
const isOpen = ({ record, samples }) => designOf(record) === "sequential" && record.status.state === "complete" && record.status.stopped === void 0 && countDocuments(samples) < record.planned;
/**
* Ends the runs whose rounds so far decide, as one evaluation in the same order would have ended at the same look or before: the
* first decided look counts, and the rounds are all that the order has up to there.
* @param runs of the candidate, in their designed order
* @param isTorn whether a run lacks a sample of its order and has later ones
*/
function settleRounds(runs, isTorn, watched, gates, policy) {
	const open = runs.filter(isOpen);
	if (open.length === 0) return {
		runs,
		waiting: []
	};
	const reasonOf = (run) => isTorn(run) ? null : stopReason(watched(isOpen(run) ? stopped(run, "decided") : run), gates, policy);
	const reasons = new Map(runs.map((run) => [run, reasonOf(run)]));
	const isProven = [...reasons.values()].includes("regression");
	const because = (run) => isProven && !isTorn(run) ? "regression" : reasons.get(run) ?? null;
	return {
		runs: runs.map((run) => {
			const reason = isOpen(run) ? because(run) : null;
			return reason === null ? run : stopped(run, reason);
		}),
		waiting: open.filter((run) => because(run) === null).map(({ record: { task, planned }, samples }) => ({
			task,
			planned,
			evaluated: countDocuments(samples)
		}))
	};
}
function stopped({ record, samples }, because) {
	const status = {
		state: "complete",
		stopped: {
			after: countDocuments(samples),
			because
		}
	};
	return {
		record: {
			...record,
			status
		},
		samples
	};
}

// src/app/judge/judge-runs.ts
/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
function judgeRuns(config, sides) {
	const { gates, policy, file, digest } = config;
	const baseline = sides.baseline.runs;
	const ordered = sides.candidate.runs.map((run) => inDesignedOrder(run, baseline));
	const isTorn = (run) => gapIn(run, baseline) !== null;
	const { runs: candidate, waiting } = settleRounds(ordered, isTorn, (run) => watchedIn(config, sides, run), gates, policy);
	const expected = config.tasks.map(({ name }) => name);
	const gated = gates.flatMap(tasksOfGate);
	const asked = (side) => withAskedMetrics(withSubtasks(side, gated), gates, config.prices);
	const runs = [asked(baseline), asked(candidate)];
	const comparisons = accepting(config, compareRuns(...runs, expected, policy.alpha.value)).map((each) => acceptOwnPrompt(each, ownPromptOf(config, each.task)));
	const anchored = compareWithAnchor(config, sides);
	const curves = config.curves === null ? null : judgeCurves(config.curves, sides.curves ?? null);
	const labelled = (side) => labelsOf(config, sides.labels, side, sides.candidate.runs);
	const labels = {
		baseline: labelled(baseline),
		anchor: labelled(sides.anchor?.runs ?? [])
	};
	const decision = decide({
		comparisons,
		anchored,
		gates,
		judged: curves?.gates ?? [],
		labels,
		policy
	});
	const anchor = config.anchor === null ? null : {
		runs: sides.anchor?.runs ?? [],
		comparisons: anchored
	};
	const facts = verdictFacts({
		version: VERSION,
		config: {
			file,
			digest
		},
		gates,
		policy,
		...config.curves === null ? {} : { curveGates: curveGates(config.curves) },
		runs: {
			baseline,
			candidate
		},
		comparisons,
		decision,
		...anchor === null ? {} : { anchor },
		...sides.provenance === void 0 ? {} : { provenance: sides.provenance }
	});
	const faults = [
		sides.baseline,
		sides.candidate,
		sides.anchor
	].flatMap((side) => side?.faults ?? []);
	const gaps = candidate.flatMap((run) => gapIn(run, baseline) ?? []);
	const waits = waiting.filter(({ task }) => !candidate.some((run) => run.record.task === task && isTorn(run)));
	const isHeldAgainstAll = ({ task }) => baseline.some(({ record, samples }) => record.task === task && countDocuments(samples) >= record.planned);
	const notes = [
		sides.baseline,
		sides.candidate,
		sides.anchor
	].flatMap((side) => side?.notes ?? []);
	const orphaned = orphanedRuns(config, sides);
	const others = [
		...faults.map(messageOf),
		...gaps,
		...orphaned
	];
	return [...others, ...waits.map(waitMessage)].reduce(invalidateVerdict, buildVerdictFile({
		...facts,
		...sides.reference === void 0 ? {} : { reference: besideReference(sides.reference, candidate) },
		...curves === null ? {} : { curves: curves.result },
		...notes.length === 0 ? {} : { notes: [...new Set(notes)] },
		...waits.length === 0 || others.length > 0 || !waits.every(isHeldAgainstAll) ? {} : { waits }
	}));
}
const waitMessage = ({ task, evaluated, planned }) => `the candidate's run of ${task} waits for its next round: the first ${formatCount(evaluated)} of ${formatCount(planned)} samples of its order decide nothing yet`;
/** A run of the candidate as the gates on its task see it. */
function watchedIn(config, sides, run) {
	const { gates, policy, prices } = config;
	const { task } = run.record;
	const asked = (runs) => withAskedMetrics(runs, gates, prices);
	const [own = run] = asked([run]);
	const against = (side) => {
		const [other = null] = asked((side?.runs ?? []).filter(({ record }) => record.task === task));
		return accepting(config, [compareTask(other, own, policy.alpha.value)])[0];
	};
	const comparison = against(sides.baseline) ?? compareTask(null, own);
	const isAnchored = gates.some((gate) => gate.against === "anchor" && tasksOfGate(gate).includes(task));
	return {
		comparison: acceptOwnPrompt(comparison, ownPromptOf(config, task)),
		anchored: isAnchored ? against(sides.anchor) : void 0
	};
}
/** What another model has of its own, and what runs it; the questions are the same. */
const OF_THE_MODEL = /* @__PURE__ */ new Set([
	"chat_template",
	"tokenizer",
	"engine",
	"engine_settings"
]);
/** The reference in the baseline's place: only where both were asked alike do its numbers mean anything. */
function besideReference({ runs, faults }, candidate) {
	const tasks = runs.map(({ record }) => record.task);
	const compared = compareRuns(runs, candidate, tasks).filter(({ task }) => tasks.includes(task));
	const hard = ({ mismatches }) => mismatches.find(({ severity, field }) => severity === "hard" && !OF_THE_MODEL.has(field));
	return {
		model: runs[0]?.record.model ?? null,
		metrics: compared.filter((comparison) => hard(comparison) === void 0).flatMap(({ task, result }) => (result?.metrics ?? []).flatMap(({ metric, unit, direction, baseline, candidate: own }) => baseline === null || own === null ? [] : [{
			task,
			metric,
			unit,
			direction,
			pairs: result?.pairs ?? 0,
			value: baseline.value,
			candidate: own.value
		}])),
		unlike: [...faults.map((fault) => ({
			task: "",
			reason: messageOf(fault)
		})), ...compared.flatMap((comparison) => {
			const field = hard(comparison)?.field;
			return field === void 0 ? [] : [{
				task: comparison.task,
				reason: `${field.replaceAll("_", " ")} differs`
			}];
		})]
	};
}
/**
* Runs that one side alone has of tasks which the config does not name: left by an earlier config, more often than not. A
* config without tasks judges whatever there is.
*/
function orphanedRuns({ tasks, file }, { baseline, candidate }) {
	if (tasks.length === 0) return [];
	const known = new Set(tasks.map(({ name }) => name));
	const alone = (side, own, other) => own.runs.filter(({ record: { task } }) => !known.has(task)).filter(({ record: { task } }) => other.runs.every(({ record }) => record.task !== task)).map(({ record: { task }, folder }) => `the ${side} alone has a run of ${task}, in ${folder}, and ${file ?? "the config"} names no such task: it may be left from an earlier config. Evaluate the ${side} again, which sets it aside, take the folder away, or add the task`);
	return [...alone("baseline", baseline, candidate), ...alone("candidate", candidate, baseline)];
}
/** A tokenizer that was declared to differ is a remark; what a metric per token counts, no declaration makes comparable. */
function accepting({ acceptChange }, comparisons) {
	if (!acceptChange.includes("tokenizer")) return [...comparisons];
	return comparisons.map((comparison) => ({
		...comparison,
		mismatches: comparison.mismatches.map((mismatch) => mismatch.field === "tokenizer" && mismatch.setting === void 0 ? {
			...mismatch,
			severity: "soft"
		} : mismatch)
	}));
}
/** The tasks that a gate compares with the anchor; an old release may well lack the others. */
function compareWithAnchor(config, sides) {
	const { gates, policy } = config;
	const tasks = new Set(gates.filter(({ against }) => against === "anchor").flatMap(tasksOfGate));
	const limited = (side) => withAskedMetrics(withSubtasks(side?.runs ?? [], [...tasks]), gates, config.prices).filter(({ record }) => tasks.has(record.task));
	return accepting(config, compareRuns(limited(sides.anchor), limited(sides.candidate), [...tasks], policy.alpha.value)).map((comparison) => ({
		...comparison,
		mismatches: comparison.mismatches.map((mismatch) => ({
			...mismatch,
			against: "anchor"
		}))
	}));
}
/** A sequential run in the order of its design, whatever order its lines are in: shards are joined one after the other. */
function inDesignedOrder(run, baseline) {
	const { record, samples } = run;
	if (designOf(record) === "full") return run;
	const placed = Array.from(samples, ({ id }, position) => ({
		id,
		position
	}));
	const drawn = drawnOrder(run, baselineOf(run, baseline));
	const order = drawn === null ? sequentialOrder(placed, record) : inTurn(placed, drawn);
	const positions = Int32Array.from(order, ({ position }) => position);
	return {
		record,
		samples: {
			length: positions.length,
			at: (index) => samples.at(positions[index] ?? positions.length),
			*[Symbol.iterator]() {
				for (const position of positions) {
					const sample = samples.at(position);
					if (sample !== void 0) yield sample;
				}
			}
		}
	};
}
const baselineOf = ({ record: { task } }, baseline) => baseline.find((other) => other.record.task === task);
/** The order by weight that the run should have had, as far as its samples tell; null where it was drawn uniformly, or nobody knows. */
function drawnOrder({ record, samples }, baseline) {
	if (record.draw === void 0 || baseline === void 0) return null;
	const plan = DrawPlan.of(record.draw, baseline.samples);
	if (plan === null) return null;
	const order = new WeightedOrder(plan, record);
	order.extend(samples);
	return order.ids;
}
/** Those that have no turn come last, as they are. */
function inTurn(samples, order) {
	const turns = new Map(order.map((id, turn) => [id, turn]));
	const turnOf = ({ id }) => turns.get(id) ?? order.length;
	return [...samples].sort((one, other) => turnOf(one) - turnOf(other));
}
/**
* A run that stopped early must hold the first samples of its own order, which the baseline's samples tell: whoever leaves some
* of them out could choose which.
*/
function gapIn(run, baseline) {
	const { record, samples } = run;
	const whole = baselineOf(run, baseline);
	const isOver = record.status.state === "complete";
	if (designOf(record) === "full" || whole === void 0 || !isOver) return null;
	const held = new Set(idsOf(samples));
	const drawn = drawnOrder(run, whole);
	if (record.draw !== void 0 && drawn === null) return `the candidate's run of ${record.task} was drawn by weights for other samples than the baseline has: evaluate again`;
	const uniform = () => sequentialOrder(idsOf(whole.samples).map((id) => ({ id })), record).map(({ id }) => id);
	const order = drawn ?? uniform();
	const turns = new Set(order);
	const stray = drawn === null ? void 0 : [...held].find((id) => !turns.has(id));
	const known = order.filter((id) => held.has(id)).length;
	const missing = stray ?? order.slice(0, known).find((id) => !held.has(id));
	if (missing === void 0) return null;
	if (isOpen(run)) return `the candidate's run of ${record.task} lacks the sample ${JSON.stringify(missing)} of its order and has later ones: a shard of the round is not here`;
	if (missing === stray) return `the candidate's run of ${record.task} has the sample ${JSON.stringify(stray)}, whose turn had not come in its order: its samples could have been chosen`;
	return `the candidate's run of ${record.task} left out the sample ${JSON.stringify(missing)} of its order, and went on: its samples could have been chosen`;
}

export { judgeRuns as t };