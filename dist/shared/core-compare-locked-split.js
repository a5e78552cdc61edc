// src/core/compare/locked-split.ts
/**
* How often a locked split has decided, and what that does to the promise that a regression passes with at most `alpha`. Over several
* rounds the chance of at least one such pass is at most the sum of their alphas, however the rounds depend on each other (Bonferroni),
* and 1 − Π(1 − α) where they do not.
*/
function lockedSplitUse(runs, { task, dataset, alpha }) {
	const decided = runs.filter(({ tasks, gates }) => tasks.some((each) => each.task === task && each.dataset === dataset) && decides(gates, task));
	const alphas = [...decided.map(({ policy }) => policy.alpha), alpha];
	const most = Math.min(1, alphas.reduce((sum, each) => sum + each, 0));
	const independent = 1 - alphas.reduce((product, each) => product * (1 - each), 1);
	return {
		task,
		alpha,
		before: {
			rounds: decided.length,
			most,
			independent
		}
	};
}
/** What the next round would come to, for whoever may still take another split. */
function lockedSplitRemark({ task, alpha, before }) {
	if (before === null || before.rounds === 0) return `${task}: the locked split has decided nothing yet`;
	const { rounds } = before;
	return `${task}: the locked split has decided ${`${rounds} ${rounds === 1 ? "round" : "rounds"}`} already; with the next one, ${promise(alpha, before)}: choose checkpoints on another split`;
}
/** What this round has come to, behind the name of its task. */
function lockedSplitWords({ alpha, before }) {
	if (before === null) return "is a locked split, and how often it decided before is not known: a history is what counts it";
	if (before.rounds === 0) return "is a locked split, and no round on record was decided by it before";
	return `is a locked split, and this is round ${before.rounds + 1} on record that it decides: ${promise(alpha, before)}`;
}
const promise = (alpha, { most, independent }) => `the chance that luck let a regression pass in one of them is at most ${percent(most)} (${percent(independent)} where rounds are independent), not ${percent(alpha)}`;
/** Of rules over several tasks the history does not say which: each that ran counts. */
const SEVERAL = ["average", "net_gain"];
/** Whether any gate on the task had a word in what a round came to. */
const decides = (gates, task) => gates.some((gate) => (gate.task === task || SEVERAL.includes(gate.rule)) && gate.tier === "blocking" && gate.verdict !== "invalid");
const percent = (share) => `${Number((100 * share).toFixed(1))} %`;

export { lockedSplitWords as i, lockedSplitRemark as n, lockedSplitUse as r, decides as t };