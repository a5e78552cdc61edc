import { D as formatInterval, I as plural, O as formatLevel, w as formatChange } from "./core-domain-history.js";
import { f as numberColumn, h as textColumn, m as table, p as paragraph } from "./report-sections-registry.js";
import { c as NOT_AVAILABLE, i as ours, n as inline, t as code } from "./report-inline.js";
import { f as verdictBadge } from "./report-headline.js";
import { t as blocksToLines } from "./report-terminal.js";

// src/report/candidates.ts
const judged = ({ verdict, blocked }) => {
	const badge = verdictBadge(verdict);
	return verdict === "inconclusive" ? inline`${badge} ${ours(blocked ? "blocks" : "does not block")}` : badge;
};
function changeCell({ change }) {
	if (change === null) return inline`${NOT_AVAILABLE}`;
	const interval = formatInterval(change, change.unit);
	const value = formatChange(change.value, change.unit);
	return interval === null ? inline`${value}` : inline`${value} (${interval})`;
}
/** Each has a level at which all of them together have this one (Bonferroni). */
function intervalTitle(candidates) {
	const [level] = candidates.flatMap(({ change }) => change?.level ?? []);
	if (level === void 0) return "";
	return ` (${formatLevel(1 - candidates.length * (1 - level))} interval for all together)`;
}
/** The folder that all lie in, which tells none from another and would leave a terminal no room for what does. */
function commonFolder(paths) {
	const folders = (paths[0] ?? "").split("/").slice(0, -1);
	const prefix = () => folders.length === 0 ? "" : `${folders.join("/")}/`;
	while (!paths.every((path) => path.startsWith(prefix()))) folders.pop();
	return prefix();
}
/** Several candidates of one baseline for a terminal: a row each, and which of them may be taken. */
function renderCandidates(of) {
	const { candidates, selected, proven, rankedBy } = of;
	const folder = commonFolder(candidates.map(({ candidate }) => candidate));
	const columns = [
		textColumn("Candidate", ({ candidate }) => code(candidate.slice(folder.length))),
		textColumn("By itself", judged),
		textColumn(`Among ${candidates.length}`, ({ among }) => judged(among)),
		numberColumn(`Change${intervalTitle(candidates)}`, changeCell)
	];
	const answer = selected === null ? inline`None of ${plural(candidates.length, "candidate")} may merge.` : inline`${ours(proven ? "Selected" : "Selected, NOT PROVEN")}: ${code(selected)}, the best of those that nothing blocks.`;
	const ranking = rankedBy === null ? inline`No gate on a change says which is the best.` : inline`The change is that of ${code(rankedBy)}, which ranks.`;
	return blocksToLines([
		...table("Candidates", columns, candidates),
		paragraph(inline`${answer} ${ranking}`),
		paragraph(ours(`The best of ${candidates.length} looks better than it is. Intervals and verdicts among ${candidates.length} hold for all of them together: each has a share of the error (Bonferroni).`))
	]).join("\n");
}

export { renderCandidates };