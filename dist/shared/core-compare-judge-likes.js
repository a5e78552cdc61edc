import { a as shownIdentity, i as askedIn } from "./core-domain-history.js";
import { L as valueOfAll, S as lengthControlledWinRate } from "./core-metrics-repeats.js";
import { Bt as normalQuantile, Et as studentMean } from "./core-stats-sequential-flip-rates.js";

// src/core/compare/judge-likes.ts
/** Of answers that people graded too, in each of two parts: with fewer the limits say nothing. */
const LEAST_ANSWERS = 10;
const SIDES = ["baseline", "candidate"];
/** Whether the judge that a run was scored by is the model of that run. Of what is not identified nobody knows. */
function isOwnJudge(record) {
	const { scorers } = record?.fingerprint ?? {};
	if (record === void 0 || typeof scorers !== "string") return false;
	const { digest, source } = record.model;
	const shown = [digest ?? "", source.split(" at ")[0] ?? ""].filter((name) => name !== "").map(shownIdentity);
	return askedIn(scorers).some((name) => shown.includes(name));
}
/**
* What a judge likes beside what it is asked for: the place of an answer, its length, and its own words. Null where nothing can be told.
* @param name of the metric that it graded by itself
*/
function judgeLikes({ metrics, ownJudge }, name, grading, alpha) {
	const find = (wanted) => metrics.find(({ declaration }) => declaration.name === wanted);
	const graded = find(name);
	const excesses = graded === void 0 || grading === void 0 ? [] : excessesOf(graded, grading);
	const length = lengthLiking(excesses, alpha);
	const own = SIDES.filter((side) => ownJudge[side]);
	const turned = find(`${name}.flipped`);
	const controlled = find(`${name}.length_controlled`);
	const likes = {
		...turned === void 0 ? {} : { turned: bySide((side) => meanOf(valuesOf(turned, side))) },
		...controlled === void 0 ? {} : { longer: bySide((side) => longerOf(controlled, side)) },
		...length === null ? {} : { length },
		...own.length === 0 ? {} : { itself: {
			sides: own,
			excess: ownLiking(excesses, own, alpha)
		} }
	};
	return Object.keys(likes).length === 0 ? null : likes;
}
const bySide = (of) => ({
	baseline: of("baseline"),
	candidate: of("candidate")
});
const valuesOf = ({ scores }, side) => scores.flatMap((score) => {
	const part = score[side];
	return part === null ? [] : [part.numerator / part.denominator];
});
const meanOf = (values) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
/** Of verdicts between answers of unlike length those for the longer; and the win rate beside that at equal length. */
function longerOf({ scores }, side) {
	const parts = scores.flatMap((score) => {
		const { parts: own } = score[side] ?? {};
		return own === void 0 ? [] : [own];
	});
	const decided = parts.filter(([win, longer]) => win !== .5 && longer !== 0);
	const preferred = decided.filter(([win = 0, longer = 0]) => win === 1 === longer > 0);
	const rate = meanOf(parts.map(([win = 0]) => win));
	return {
		verdicts: decided.length,
		preferred: preferred.length,
		winRate: rate,
		controlled: parts.length === 0 ? null : valueOfAll(lengthControlledWinRate, parts.map((own) => ({
			parts: own,
			weight: 1
		})))
	};
}
function excessesOf({ scores, pairOf }, grading) {
	return scores.flatMap((score) => SIDES.flatMap((side) => {
		const [label, part] = [grading[side].get(score.key), score[side]];
		if (label === void 0 || part === null) return [];
		const output = pairOf?.(score.key)?.[side]?.output;
		return [{
			side,
			value: part.numerator / part.denominator - label,
			length: output === void 0 ? null : output.trim().length
		}];
	}));
}
/**
* How much more than people it gives the longer half of a side's answers than the shorter one, mean of the sides: between sides length
* and model cannot be told apart.
*/
function lengthLiking(excesses, alpha) {
	const differences = SIDES.flatMap((side) => {
		const own = excesses.filter((each) => each.side === side && each.length !== null);
		const lengths = own.map(({ length }) => length ?? 0).sort((one, other) => one - other);
		const middle = lengths[lengths.length >> 1] ?? 0;
		return differenceOf(own.filter(({ length }) => (length ?? 0) > middle), own.filter(({ length }) => (length ?? 0) < middle)) ?? [];
	});
	if (differences.length === 0) return null;
	const count = differences.length;
	return withLimits(differences.reduce((sum, { value }) => sum + value, 0) / count, Math.hypot(...differences.map(({ stderr }) => stderr)) / count, alpha);
}
/** How much more than people it gives its own answers than the other side's; null where both are its own, or too few were graded. */
function ownLiking(excesses, own, alpha) {
	if (own.length !== 1) return null;
	const found = differenceOf(excesses.filter(({ side }) => own.includes(side)), excesses.filter(({ side }) => !own.includes(side)));
	return found === null ? null : withLimits(found.value, found.stderr, alpha);
}
function differenceOf(one, other) {
	if (Math.min(one.length, other.length) < LEAST_ANSWERS) return null;
	const [left, right] = [one, other].map((each) => studentMean(each.map(({ value }) => value)));
	if (left === void 0 || right === void 0) return null;
	return {
		value: left.value - right.value,
		stderr: Math.hypot(left.stderr, right.stderr)
	};
}
/** By the normal distribution: what is shown decides nothing. */
function withLimits(value, stderr, alpha) {
	const half = normalQuantile(1 - alpha) * stderr;
	return {
		value,
		low: value - half,
		high: value + half
	};
}

export { judgeLikes as n, isOwnJudge as t };