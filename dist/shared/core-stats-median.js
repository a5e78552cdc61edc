// src/core/stats/median.ts
/** Of evenly many the mean of the two in the middle; NaN of none, and wherever a value is NaN. */
function median(values) {
	if (values.some(Number.isNaN)) return NaN;
	const sorted = [...values].sort((a, b) => a - b);
	const upper = Math.floor(sorted.length / 2);
	const [one = NaN, two = NaN] = [sorted[sorted.length % 2 === 0 ? upper - 1 : upper], sorted[upper]];
	return (one + two) / 2;
}

export { median as t };