import { Dt as worseSign, Et as KeyTable, Mt as assertNever, St as questionOf, _t as isCorpus, nt as priceOf, ot as metricsOfGate, q as repeatsOf, tt as SampleIndex, vt as isRatio, wt as sampleKey, xt as lacks, yt as isUnscored } from "./core-domain-history.js";
import { B as countOf, G as sum, H as keepItems, R as Cells, U as kindsOfRows, V as forEachOf, W as ordered, _ as parseClassMetric, c as tellsRight, f as againstOthers, i as isGraded, m as classMetric, o as parseRepeatMetric, r as declareRepeatMetric, s as scoreOfRepeats, v as AGGREGATES, w as calibrationBinOf, x as whyNotJudged, y as faultOfParts, z as NumberLists } from "./core-metrics-repeats.js";
import { o as ERROR } from "./core-metrics-registry.js";

// src/core/stats/special/gamma.ts
/**
* δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0, to about 1e-15 absolute.
*
* Working with δ instead of ln Γ keeps ratios of large Gammas exact, because the large terms cancel on paper and not
* in floating point (Loader 2000, "Fast and accurate computation of binomial probabilities"). Small x is carried up by
* δ(x) − δ(x + 1) = (x + ½) ln(1 + 1/x) − 1 to where Stirling's series (DLMF 5.11.1) has converged.
*/
function stirlingError(x) {
	let carried = 0;
	let y = x;
	for (; y < 16; y += 1) carried += (y + .5) * Math.log1p(1 / y) - 1;
	const w = 1 / (y * y);
	return carried + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - w / 1188) * w) * w) * w) / y;
}

// src/core/stats/special/newton.ts
/**
* Where a log-concave distribution function reaches `probability`, by Newton's method on its logarithm.
*
* A tangent of a concave function lies above it, so one step from anywhere lands left of the root, and from there every
* step approaches it without passing: no bracket is needed. The normal distribution and the logit of a Beta variable
* are log-concave.
*/
function quantileOfLogConcave(probability, start, at) {
	const target = Math.log(probability);
	let x = start;
	let { value, slope } = at(x);
	for (let iteration = 0; iteration < 200; iteration += 1) {
		let step = (target - Math.log(value)) * value / slope;
		({value, slope} = at(x + step));
		while (value === 0) {
			step /= 2;
			({value, slope} = at(x + step));
		}
		x += step;
		if (Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(x))) return x;
	}
	throw new Error(`no quantile found for probability ${probability}`);
}

// src/core/stats/special/beta.ts
/** I_x(a, b) and its complement for a, b > 0. */
function betaTails(point, a, b) {
	const { x, complement } = point;
	if (x <= 0) return {
		lower: 0,
		upper: 1
	};
	if (complement <= 0) return {
		lower: 1,
		upper: 0
	};
	const kernel = betaKernel(point, a, b);
	if (x < (a + 1) / (a + b + 2)) {
		const lower = kernel / a * continuedFraction(x, a, b);
		return {
			lower,
			upper: 1 - lower
		};
	}
	const upper = kernel / b * continuedFraction(complement, b, a);
	return {
		lower: 1 - upper,
		upper
	};
}
/** x with I_x(a, b) = probability, for 0 < probability < 1 and a, b ≥ ½. */
function betaQuantile(probability, a, b) {
	return pointAt(betaLogitQuantile(probability, a, b)).x;
}
/** ln(x / (1 − x)) of the quantile: the logit keeps both x and 1 − x exact. */
function betaLogitQuantile(probability, a, b) {
	if (probability > betaTails(pointAt(Math.log(a / b)), a, b).lower) return -lowerHalf(1 - probability, b, a);
	return lowerHalf(probability, a, b);
}
/** In logits the density of Beta(a, b) is the kernel itself, and its distribution function is log-concave. */
function lowerHalf(probability, a, b) {
	return quantileOfLogConcave(probability, Math.log(a / b), (logit) => {
		const point = pointAt(logit);
		return {
			value: betaTails(point, a, b).lower,
			slope: betaKernel(point, a, b)
		};
	});
}
function pointAt(logit) {
	return {
		x: 1 / (1 + Math.exp(-logit)),
		complement: 1 / (1 + Math.exp(logit))
	};
}
/**
* x^a (1 − x)^b / B(a, b), by its distance from the mean p = a / (a + b):
* ln = a ln(x/p) + b ln((1−x)/(1−p)) + ½ ln(ab / 2π(a+b)) + δ(a+b) − δ(a) − δ(b).
* The first-order terms of the two logarithms cancel exactly, so they are left out of both.
*/
function betaKernel({ x, complement }, a, b) {
	const total = a + b;
	const offset = x < complement ? x - a / total : b / total - complement;
	const exponent = a * logMinusLinear(x * total / a, offset * total / a) + b * logMinusLinear(complement * total / b, -offset * total / b) + .5 * Math.log(a / total * (b / (2 * Math.PI))) + (stirlingError(total) - stirlingError(a) - stirlingError(b));
	return Math.exp(exponent);
}
/**
* ln q − u of a ratio q = 1 + u, without cancellation: near 1, with r = u / (2 + u), it is −ur + 2(r³/3 + r⁵/5 + …); near 0 it takes q
* itself, whose digits 1 + u has lost.
*/
function logMinusLinear(ratio, u) {
	if (Math.abs(u) > .2) return Math.log(ratio) - u;
	const r = u / (2 + u);
	let power = 2 * r * r * r;
	let sum = 0;
	for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
		sum += power / odd;
		power *= r * r;
	}
	return sum - u * r;
}
/** 1/(1 + d₁/(1 + d₂/(1 + …))) of DLMF 8.17.22, by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let fraction = d;
	for (let m = 1; m < 1e5; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= c * d;
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) return fraction;
	}
	throw new Error(`the incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}

// src/core/stats/special/binomial.ts
/** P(X ≤ k) for X ~ Binomial(n, p): I_{1−p}(n − k, k + 1). Continuous in k, for what-if counts. */
function binomialAtMost(k, n, p) {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betaTails({
		x: 1 - p,
		complement: p
	}, n - k, k + 1).lower;
}
/** P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1). Continuous in k. */
function binomialAtLeast(k, n, p) {
	if (k <= 0) return 1;
	if (k > n) return 0;
	return betaTails({
		x: p,
		complement: 1 - p
	}, k, n - k + 1).lower;
}
/** P(X = k) for integer 0 ≤ k ≤ n and 0 < p < 1. */
function binomialExactly(k, n, p) {
	if (k === 0) return Math.exp(n * Math.log1p(-p));
	if (k === n) return Math.exp(n * Math.log(p));
	return betaKernel({
		x: p,
		complement: 1 - p
	}, k, n - k) * n / (k * (n - k));
}

// src/core/stats/multinomial.ts
/** Below it, successes are counted one by one. */
const FEWEST_EXPECTED = 10;
/**
* How often each kind comes where as many units are drawn, with replacement, as there are of all kinds together: multinomial, as
* one binomial draw a kind given those before.
* @param sizes how many units are of each kind
* @param random uniform in [0, 1)
* @param times is written
*/
function drawKinds(sizes, random, times) {
	let left = sizes.reduce((total, size) => total + size, 0);
	let draws = left;
	for (const [kind, size] of sizes.entries()) {
		const count = size === left ? draws : drawBinomial(draws, size / left, random);
		times[kind] = count;
		draws -= count;
		left -= size;
	}
}
/** Successes in n trials of chance p. */
function drawBinomial(n, p, random) {
	if (n === 0 || p <= 0) return 0;
	if (p > .5) return n - drawBinomial(n, 1 - p, random);
	return n * p < FEWEST_EXPECTED ? drawOneByOne(n, p, random) : drawByRejection(n, p, random);
}
/** From success to success: the trials between them are geometric (Devroye 1986, "Non-uniform random variate generation", X.4.3). */
function drawOneByOne(n, p, random) {
	const scale = Math.log1p(-p);
	let trial = 0;
	for (let successes = 0;; successes += 1) {
		trial += Math.floor(Math.log(1 - random()) / scale) + 1;
		if (trial > n) return successes;
	}
}
/** BTRS of Hörmann 1993, "The generation of binomial random variates": transformed rejection with a squeeze, for p ≤ ½ and n p ≥ 10. */
function drawByRejection(n, p, random) {
	const deviation = Math.sqrt(n * p * (1 - p));
	const b = 1.15 + 2.53 * deviation;
	const a = -.0873 + .0248 * b + .01 * p;
	const inside = .92 - 4.2 / b;
	for (;;) {
		const u = random() - .5;
		const v = random();
		const edge = .5 - Math.abs(u);
		const k = Math.floor((2 * a / edge + b) * u + n * p + .5);
		if (edge >= .07 && v <= inside) return k;
		if (!(k >= 0 && k <= n)) continue;
		const height = v * (2.83 + 5.1 / b) * deviation / (a / edge ** 2 + b);
		const mode = Math.floor((n + 1) * p);
		if (height <= binomialExactly(k, n, p) / binomialExactly(mode, n, p)) return k;
	}
}
/** In so many of its standard deviations below all units lies what is drawn of them at once: one time out of 30,000 it is too many. */
const SPARED$1 = 4;
/** Of so many first bits there is a table of counts: it stays in the nearest cache. */
const TABLE_BITS = 12;
/** Stands in it for numbers of which the last bits decide. */
const UNDECIDED = 255;
/**
* How often each kind comes where as many units are drawn, with replacement, as there are, of nearly as many kinds: a Poisson count of each unit,
* of which all together are multinomial given their sum, and what is left to draw one by one (Devroye 1986, XI.1.4). In the order of kinds,
* so that memory is gone through once, where a draw at random waits for it.
* @param of the kind of each unit
* @param sizes how many units are of each kind
* @returns writes the next draw
*/
function unitDraws(of, sizes, seed) {
	const units = of.length;
	const { counts, ends } = poissonTable(1 - SPARED$1 / Math.sqrt(units));
	const state = Int32Array.of(seed, 2654435769, 608135816, 1);
	const extra = /* @__PURE__ */ new Float64Array(1);
	for (let warm = 0; warm < 16; warm += 1) drawCounts(state, counts, ends, Float64Array.of(1), extra);
	return (times) => {
		let total = drawCounts(state, counts, ends, sizes, times);
		while (total > units) total = drawCounts(state, counts, ends, sizes, times);
		for (; total < units; total += 1) {
			const kind = of[Math.floor(nextUniform(state) * units)];
			times[kind] = times[kind] + 1;
		}
	};
}
/**
* A Poisson count of every unit, summed by kind, by Chris Doty-Humphrey's sfc32: a thousand draws of millions of units would use up the period of
* mulberry32. One loop that holds the generator's state, which is half of its time.
* @returns their sum
*/
function drawCounts(state, counts, ends, sizes, times) {
	let [a, b, c, next] = [
		state[0],
		state[1],
		state[2],
		state[3]
	];
	let total = 0;
	for (let kind = 0; kind < sizes.length; kind += 1) {
		let sum = 0;
		for (let unit = sizes[kind]; unit > 0; unit -= 1) {
			const drawn = (a + b | 0) + next | 0;
			next = next + 1 | 0;
			a = b ^ b >>> 9;
			b = c + (c << 3) | 0;
			c = (c << 21 | c >>> 11) + drawn | 0;
			let count = counts[drawn >>> 20];
			if (count === 255) for (count = 0; drawn >>> 0 >= ends[count];) count += 1;
			sum += count;
		}
		times[kind] = sum;
		total += sum;
	}
	state[0] = a;
	state[1] = b;
	state[2] = c;
	state[3] = next;
	return total;
}
/** The next number of the same stream, in [0, 1). */
function nextUniform(state) {
	const [a, b, c, next] = [
		state[0],
		state[1],
		state[2],
		state[3]
	];
	const drawn = (a + b | 0) + next | 0;
	state[3] = next + 1;
	state[0] = b ^ b >>> 9;
	state[1] = c + (c << 3);
	state[2] = (c << 21 | c >>> 11) + drawn;
	return (drawn >>> 0) / 2 ** 32;
}
/** Poisson counts by 32 random bits: the number below which each count ends, and the count by the first bits where these decide. */
function poissonTable(mean) {
	const ends = [];
	let [chance, below] = [Math.exp(-mean), 0];
	for (let count = 0; (ends.at(-1) ?? 0) < 2 ** 32; count += 1) {
		below += chance;
		chance *= mean / (count + 1);
		ends.push(chance < 2 ** -34 ? 2 ** 32 : Math.round(below * 2 ** 32));
	}
	const countOf = (drawn) => ends.findIndex((end) => drawn < end);
	const step = 2 ** 20;
	return {
		counts: Uint8Array.from({ length: 2 ** 12 }, (_, first) => {
			const [low, high] = [countOf(first * step), countOf((first + 1) * step - 1)];
			return low === high ? low : 255;
		}),
		ends: Float64Array.from(ends)
	};
}

// src/core/stats/random.ts
/**
* Mulberry32 (Tommy Ettinger, public domain): uniform numbers in [0, 1) from a 32-bit seed, the same stream on every
* machine. Its period of 2³² is long enough for 10⁵ resamples of 10⁴ samples, not for more.
*/
function mulberry32(seed) {
	let state = seed | 0;
	return () => {
		state = state + STEP$1 | 0;
		return uniform(state);
	};
}
const STEP$1 = 1831565813;
function uniform(state) {
	let mixed = Math.imul(state ^ state >>> 15, state | 1);
	mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
	return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
}
/**
* Draws from all units, with replacement, as many as there are, and adds to `times` how often each kind came: what `mulberry32` would draw,
* in a loop that holds its state.
* @param state the seed, or the state after the draws before
* @param kindOf of each unit
* @returns the state after the last draw
*/
function countDraws(state, kindOf, times) {
	const units = kindOf.length;
	let now = state | 0;
	for (let draw = 0; draw < units; draw += 1) {
		now = now + STEP$1 | 0;
		const kind = kindOf[Math.floor(uniform(now) * units)];
		times[kind] = times[kind] + 1;
	}
	return now;
}
/** The items in a uniformly random order (Fisher & Yates, from the end). */
function shuffled(items, random) {
	const order = [...items];
	for (let last = order.length - 1; last > 0; last -= 1) {
		const other = Math.floor(random() * (last + 1));
		[order[last], order[other]] = [order[other], order[last]];
	}
	return order;
}
/** A 32-bit seed from texts in their order (FNV-1a over UTF-16 units), so that the same data are resampled alike. */
function seedOf(texts) {
	let hash = 2166136261;
	for (const text of texts) {
		for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
		hash = Math.imul(hash ^ 65536, 16777619);
	}
	return hash >>> 0;
}

// src/core/stats/resampled-sums.ts
/** In so many of its standard deviations below all units lies what is drawn of them at once: one time out of 740 it is too many. */
const SPARED = 3;
/** Sums that are taken at once, which the innermost loop is written for. */
const WIDTH = 4;
/** So many units' numbers stay near to the processor while all resamples take them. */
const BLOCK = 2048;
/** Of a unit whose first bits leave its count open: half of another number. */
const MORE_BITS = 16;
/** Words of a generator's state. */
const WORDS = 4;
/**
* The sums of each column where as many units are drawn, with replacement, as there are: a Poisson count of each unit, of which all together
* are multinomial given their sum, and what is left to draw one by one (Devroye 1986, XI.1.4). No count is kept: a block of units is drawn for
* all resamples before the next, each from its own stream, so that what one resample draws depends on nothing but its number and the seed.
*
* @returns by column and resample
*/
function resampledSums(columns, { resamples, seed }) {
	const units = columns[0]?.length ?? 0;
	const unlike = columns.filter((column, at) => !isConstant(column) && firstLike(columns, column) === at);
	const sums = unlike.map(() => new Float64Array(resamples));
	const all = Array.from({ length: resamples }, (_, resample) => resample);
	for (let first = 0; first < unlike.length; first += WIDTH) {
		const amounts = interleaved(unlike.slice(first, first + WIDTH));
		let left = all;
		for (let attempt = 0; left.length > 0; attempt += 1) left = drawInto(sums.slice(first, first + WIDTH), {
			amounts,
			units,
			left,
			seed,
			attempt
		});
	}
	return columns.map((column) => isConstant(column) ? new Float64Array(resamples).fill(units * (column[0] ?? 0)) : sums[unlike.indexOf(columns[firstLike(columns, column)] ?? column)] ?? new Float64Array(resamples));
}
/** As many units are drawn every time. */
const isConstant = (column) => column.every((amount) => amount === column[0]);
/** Two sides often have a column in common, such as what is right. */
const firstLike = (columns, column) => columns.findIndex((other) => other === column || other.every((amount, unit) => amount === column[unit]));
function interleaved(columns) {
	const units = columns[0]?.length ?? 0;
	const amounts = new Float64Array((units + units % 2) * WIDTH);
	for (const [at, column] of columns.entries()) for (let unit = 0; unit < units; unit += 1) amounts[unit * WIDTH + at] = column[unit];
	return amounts;
}
/** @returns the resamples that have to be drawn anew */
function drawInto(sums, { amounts, units, left, seed, attempt }) {
	const { counts, ends } = poissonTable(1 - SPARED / Math.sqrt(units));
	const states = new Int32Array(WORDS * left.length);
	const totals = new Float64Array(WIDTH * left.length);
	const drawn = new Float64Array(left.length);
	for (const [place, resample] of left.entries()) states.set([
		seed,
		resample,
		attempt,
		1
	], WORDS * place);
	for (let place = 0; place < left.length; place += 1) for (let warm = 0; warm < 16; warm += 1) nextOf(states, WORDS * place);
	for (let from = 0; from < units; from += BLOCK) {
		const to = Math.min(units, from + BLOCK);
		for (let place = 0; place < left.length; place += 1) {
			const taken = addBlock(states, WORDS * place, totals, WIDTH * place, counts, ends, amounts, from, to);
			drawn[place] = drawn[place] + taken;
		}
	}
	return left.filter((resample, place) => {
		const missing = units - drawn[place];
		for (let draw = 0; draw < missing; draw += 1) {
			const row = WIDTH * Math.floor((nextOf(states, WORDS * place) >>> 0) / 2 ** 32 * units);
			for (let at = 0; at < WIDTH; at += 1) totals[WIDTH * place + at] = totals[WIDTH * place + at] + amounts[row + at];
		}
		for (const [at, own] of sums.entries()) own[resample] = totals[WIDTH * place + at];
		return missing < 0;
	});
}
/** Chris Doty-Humphrey's sfc32. */
function nextOf(states, at) {
	const b = states[at + 1];
	const c = states[at + 2];
	const next = states[at + 3];
	const drawn = (states[at] + b | 0) + next | 0;
	states[at] = b ^ b >>> 9;
	states[at + 1] = c + (c << 3);
	states[at + 2] = (c << 21 | c >>> 11) + drawn;
	states[at + 3] = next + 1;
	return drawn;
}
/**
* Of each of two units as many bits of one number decide as the table has; where these leave a count open, more are drawn. The innermost loop of a
* bootstrap, 10⁹ times: it holds the state, the casts spare a check a number, and what came in objects or lists took it a third longer.
* @param at where the stream's state is
* @param sum where its sums are
* @returns how many were drawn
*/
function addBlock(states, at, totals, sum, counts, ends, amounts, from, to) {
	let a = states[at];
	let b = states[at + 1];
	let c = states[at + 2];
	let next = states[at + 3];
	const shift = 32 - 12;
	const mask = 2 ** 12 - 1;
	const undecided = 255;
	let total = 0;
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	let other = 0;
	for (let unit = from; unit < to; unit += 2) {
		const drawn = (a + b | 0) + next | 0;
		next = next + 1 | 0;
		a = b ^ b >>> 9;
		b = c + (c << 3) | 0;
		c = (c << 21 | c >>> 11) + drawn | 0;
		let one = counts[drawn >>> shift];
		other = counts[drawn & mask];
		if ((one | other) === undecided) {
			const more = (a + b | 0) + next | 0;
			next = next + 1 | 0;
			a = b ^ b >>> 9;
			b = c + (c << 3) | 0;
			c = (c << 21 | c >>> 11) + more | 0;
			if (one === undecided) one = decided(ends, drawn >>> shift, more >>> MORE_BITS) | 0;
			if (other === undecided) other = decided(ends, drawn & mask, more & 2 ** MORE_BITS - 1) | 0;
		}
		const place = WIDTH * unit;
		s0 += one * amounts[place] + other * amounts[place + 4];
		s1 += one * amounts[place + 1] + other * amounts[place + 5];
		s2 += one * amounts[place + 2] + other * amounts[place + 6];
		s3 += one * amounts[place + 3] + other * amounts[place + 7];
		total += one + other;
	}
	if ((to - from) % 2 === 1) total -= other;
	states[at] = a;
	states[at + 1] = b;
	states[at + 2] = c;
	states[at + 3] = next;
	totals[sum] = totals[sum] + s0;
	totals[sum + 1] = totals[sum + 1] + s1;
	totals[sum + 2] = totals[sum + 2] + s2;
	totals[sum + 3] = totals[sum + 3] + s3;
	return total;
}
/** The count of a number by its first bits, which leave it open, and those after them. */
function decided(ends, first, more) {
	const number = (first + more / 2 ** MORE_BITS) * 2 ** (32 - 12);
	let count = 0;
	while (number >= ends[count]) count += 1;
	return count;
}

// src/core/stats/special/normal.ts
const SQRT_TWO_PI = 2.5066282746310002;
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/** Φ(z), accurate in relative terms in the lower tail as well. */
function normalCdf(z) {
	if (z > 0) return 1 - normalCdf(-z);
	if (z === -Infinity) return 0;
	return z > -2.5 ? nearCentre(z) : lowerTail(z);
}
/** Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …), Marsaglia 2004, "Evaluating the normal distribution". */
function nearCentre(z) {
	let term = z;
	let sum = z;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= z * z / odd;
		sum += term;
	}
	return .5 + normalDensity(z) * sum;
}
/**
* Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(…)))), Laplace; evaluated backwards (DLMF 7.9.3). The relative error after many
* terms n is of the order exp(−2 |z| √(2n)); ten more serve where few would do. Measured: below 3e-16 for all z ≤ −2.5.
*/
function lowerTail(z) {
	const x = -z;
	let fraction = x;
	for (let k = 10 + Math.ceil(400 / (x * x)); k >= 1; k -= 1) fraction = x + k / fraction;
	return normalDensity(z) / fraction;
}
/** z with Φ(z) = probability, for 0 < probability < 1. */
function normalQuantile(probability) {
	if (probability > .5) return -normalQuantile(1 - probability);
	const start = -Math.sqrt(-2 * Math.log(probability));
	return quantileOfLogConcave(probability, start, (z) => ({
		value: normalCdf(z),
		slope: normalDensity(z)
	}));
}

// src/core/stats/bootstrap.ts
/**
* So many units are drawn by their kinds, where there are so many of each: a draw for every unit takes seconds, and uses up the generator's
* period. Fewer are drawn one by one, as they always were, so that a verdict of theirs is the same to the last digit.
*/
const MANY = {
	units: 2 ** 14,
	ofEachKind: 64
};
/** Whether units are so many that draws of them, and sums over them, need no longer be those of before to the last digit. */
const areMany = (units) => units > MANY.units;
/** Of so many kinds at most units are taken by their kinds; 0 of few units, which are not. */
const mostKindsOf = (units) => areMany(units) ? Math.floor(units / MANY.ofEachKind) : 0;
/**
* Resamples the units, with bias correction and acceleration (BCa): Efron 1987, "Better bootstrap confidence intervals".
* Under-covers with fewer than about 20 units and with heavy ties.
*
* @returns null without units, where a resample has no value, and where every resample lies on one side of the estimate, so
* that its bias is unknown
*/
function bootstrapStatistic(statistic, { resamples, seed }) {
	const { units } = statistic;
	if (units === 0) return null;
	const { replicates, estimate } = summedReplicates(statistic, {
		resamples,
		seed
	}) ?? replicatesOf(statistic, {
		resamples,
		seed
	});
	if (!replicates.every(Number.isFinite)) return null;
	replicates.sort();
	const hair = 1e-12 * Math.max(1, Math.abs(estimate));
	const rank = (replicates.filter((replicate) => replicate < estimate - hair).length + replicates.filter((replicate) => Math.abs(replicate - estimate) <= hair).length / 2) / resamples;
	if (!(rank > 0 && rank < 1)) return null;
	const acceleration = accelerationOf(statistic);
	return Number.isFinite(acceleration) ? {
		replicates,
		bias: normalQuantile(rank),
		acceleration
	} : null;
}
function replicatesOf(statistic, { resamples, seed }) {
	const { units } = statistic;
	const { of, count } = statistic.kinds?.() ?? {
		of: Int32Array.from({ length: units }, (_, unit) => unit),
		count: units
	};
	const sizes = new Float64Array(count);
	for (const kind of of) sizes[kind] = (sizes[kind] ?? 0) + 1;
	const times = new Float64Array(count);
	const draw = drawing(of, sizes, seed);
	const replicates = new Float64Array(resamples);
	for (let resample = 0; resample < resamples; resample += 1) {
		draw(times);
		replicates[resample] = statistic.value(times);
	}
	return {
		replicates,
		estimate: statistic.value(sizes)
	};
}
/** The same by sums; null of few units, and of any other statistic. */
function summedReplicates(statistic, resampling) {
	const summed = areMany(statistic.units) ? statistic.sums?.() : null;
	if (summed === null || summed === void 0) return null;
	const { columns, value } = summed;
	const sums = resampledSums(columns, resampling);
	return {
		replicates: Float64Array.from({ length: resampling.resamples }, (_, resample) => value(Float64Array.from(sums, (own) => own[resample]))),
		estimate: value(Float64Array.from(columns, sum))
	};
}
/** How one resample after the other is written: unit by unit, or kind by kind, which is the same distribution. */
function drawing(of, sizes, seed) {
	if (sizes.length <= mostKindsOf(of.length)) {
		const random = mulberry32(seed);
		return (times) => drawKinds(sizes, random, times);
	}
	if (areMany(of.length)) return unitDraws(of, sizes, seed);
	let state = seed;
	return (times) => {
		times.fill(0);
		state = countDraws(state, of, times);
	};
}
/** The limit below which the unknown value lies with error `probability`. */
function bcaLimit({ replicates, bias, acceleration }, probability) {
	const shifted = bias + normalQuantile(probability);
	return quantile(replicates, normalCdf(bias + shifted / (1 - acceleration * shifted)));
}
/**
* The level at which `bcaLimit` meets the null value: the same numbers as the interval's, read the other way round. No p-value
* is below 1 / (resamples + 1), since that is all that so many draws can tell.
*/
function bcaTest({ replicates, bias, acceleration }, nullValue) {
	const least = 1 / (replicates.length + 1);
	const rank = Math.min(1 - least, Math.max(least, rankOf(replicates, nullValue)));
	const shift = normalQuantile(rank) - bias;
	const slope = 1 + acceleration * shift;
	const statistic = slope > 0 ? bias - shift / slope : -Math.sign(shift) * Infinity;
	const p = (z) => Math.min(1 - least, Math.max(least, normalCdf(z)));
	return {
		statistic: Number.isFinite(statistic) ? statistic : null,
		pGreater: p(-statistic),
		pLess: p(statistic)
	};
}
/** Skewness of the influence of single units, by the jackknife: Σu³ / 6(Σu²)^{3/2}, u = θ̄₍.₎ − θ₍ᵢ₎. */
function accelerationOf({ units, without }) {
	const values = new Float64Array(units);
	for (let unit = 0; unit < units; unit += 1) values[unit] = without(unit);
	const centre = sum(values) / units;
	let [squares, cubes] = [0, 0];
	for (let unit = 0; unit < units; unit += 1) {
		const deviation = centre - values[unit];
		squares += deviation ** 2;
		cubes += deviation ** 3;
	}
	return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
/** The quantile that interpolates between order statistics at (n − 1) q: type 7 of Hyndman & Fan 1996. */
function quantile(sorted, q) {
	const position = (sorted.length - 1) * q;
	const lower = Math.floor(position);
	const at = (index) => sorted[Math.min(index, sorted.length - 1)] ?? NaN;
	return at(lower) + (position - lower) * (at(lower + 1) - at(lower));
}
/** The q of which `value` is the quantile; in the middle of ties. */
function rankOf(sorted, value) {
	const last = sorted.length - 1;
	const below = firstIndex(sorted, (replicate) => replicate >= value);
	const above = firstIndex(sorted, (replicate) => replicate > value);
	if (above > below) return (below + above - 1) / 2 / last;
	if (below === 0) return 0;
	if (below > last) return 1;
	const [left = 0, right = 0] = [sorted[below - 1], sorted[below]];
	return (below - 1 + (value - left) / (right - left)) / last;
}
function firstIndex(sorted, holds) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (holds(sorted[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}
/**
* One number a unit whose mean is the estimate: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎), the pseudo-values of Quenouille and Tukey moved to
* the estimate. Student's t on them has the jackknife's standard error √((G−1)/G · Σ(θ₍ᵢ₎ − θ̄₍.₎)²); for a mean they are the
* values themselves. Efron & Stein 1981. Assumes that the statistic is smooth.
* @param left the value without each unit, the others counting once
*/
function pseudoValues(left, estimate) {
	const units = left.length;
	const centre = sum(left) / units;
	const values = new Float64Array(units);
	for (let unit = 0; unit < units; unit += 1) values[unit] = estimate + (units - 1) * (centre - left[unit]);
	return values;
}

// src/core/stats/clopper-pearson.ts
/**
* One-sided exact limits of a rate with `events` among `n` independent samples, each with error at most `alpha`.
* Clopper & Pearson 1934. Guaranteed at any n; without events the upper limit is 1 − α^(1/n), about 3/n at 5 %.
*/
function clopperPearsonUpper(events, n, alpha) {
	if (events >= n) return 1;
	if (events === 0) return -Math.expm1(Math.log(alpha) / n);
	return betaQuantile(1 - alpha, events + 1, n - events);
}
function clopperPearsonLower(events, n, alpha) {
	if (events <= 0) return 0;
	if (events === n) return Math.exp(Math.log(alpha) / n);
	return betaQuantile(alpha, events, n - events + 1);
}

// src/core/stats/combined.ts
/**
* Σ w_j θ_j. Its limits recover variances from the limits of each term: Σ w_j θ̂_j ∓ √Σ (w_j (θ̂_j − limit_j))², the limit of
* each on the side that matters. Zou & Donner 2008, "Construction of confidence limits about effect measures" (MOVER), of
* which Newcombe's square-and-add is the case of two rates. Every term keeps the method that fits it, so that a term in
* which nothing flipped is uncertain here too.
*
* Terms of one source are correlated in an unknown way: their distances are added, the most that any correlation allows. Where
* a correlation is known, 2 r_jk d_j d_k comes under the root (Zou 2007, "Toward using confidence intervals to compare
* correlations"); weights are positive there.
*/
function limitsOfSum(terms, correlation = independent) {
	const value = sum(terms.map((term) => term.weight * term.value));
	const distance = (alpha, end) => {
		const bySource = /* @__PURE__ */ new Map();
		for (const { source, weight, value: own, limits } of terms) {
			const limit = limits[weight > 0 === (end === "lower") ? "lower" : "upper"](alpha);
			bySource.set(source, (bySource.get(source) ?? 0) + Math.abs(weight * (own - limit)));
		}
		const apart = sum([...bySource.values()].map((each) => each ** 2));
		const together = correlation === independent ? 0 : jointly(terms, bySource, correlation);
		return Math.sqrt(apart + together);
	};
	return {
		lower: (alpha) => value - distance(alpha, "lower"),
		upper: (alpha) => value + distance(alpha, "upper")
	};
}
const independent = () => 0;
/** Σ 2 r_jk d_j d_k over pairs of sources; each source is one term here. */
function jointly(terms, distances, correlation) {
	let total = 0;
	terms.forEach((left, index) => {
		for (const right of terms.slice(index + 1)) {
			const r = left.source === right.source ? 0 : correlation(left, right);
			if (r !== 0) total += 2 * r * (distances.get(left.source) ?? 0) * (distances.get(right.source) ?? 0);
		}
	});
	return total;
}
/**
* The least of several unknown numbers. That it is greater than something must be proven of each (an intersection-union test:
* no correction); that it is less, of any one (Bonferroni).
*/
function limitsOfLeast(of) {
	return {
		lower: (alpha) => Math.min(...of.map((limits) => limits.lower(alpha))),
		upper: (alpha) => Math.min(...of.map((limits) => limits.upper(alpha / of.length)))
	};
}
/** The greatest of several, likewise. */
function limitsOfMost(of) {
	return {
		lower: (alpha) => Math.max(...of.map((limits) => limits.lower(alpha / of.length))),
		upper: (alpha) => Math.max(...of.map((limits) => limits.upper(alpha)))
	};
}
/** The same limits, each level worked out once: sums over many sets of terms ask for the same again and again. */
function remembered({ lower, upper }) {
	const once = (limit) => {
		const known = /* @__PURE__ */ new Map();
		return (alpha) => {
			const found = known.get(alpha) ?? limit(alpha);
			known.set(alpha, found);
			return found;
		};
	};
	return {
		lower: once(lower),
		upper: once(upper)
	};
}
/** Levels beyond which nothing is told apart; a p-value is never smaller. */
const LEAST_LEVEL = 1e-9;
/** The levels at which the limits meet the null value; ½ where a limit does not pass it at any level. */
function testByLimits({ lower, upper }, nullValue) {
	const pGreater = firstLevel((alpha) => lower(alpha) > nullValue);
	const pLess = firstLevel((alpha) => upper(alpha) < nullValue);
	const statistic = pGreater <= pLess ? -normalQuantile(pGreater) : normalQuantile(pLess);
	return {
		statistic: statistic === 0 ? 0 : statistic,
		pGreater: pLess < .5 ? 1 - pLess : pGreater,
		pLess: pGreater < .5 ? 1 - pGreater : pLess
	};
}
/** By bisection of the logarithm: what holds at a level holds at every greater one. */
function firstLevel(holds) {
	let [low, high] = [LEAST_LEVEL, .5];
	if (!holds(high)) return .5;
	if (holds(low)) return low;
	for (let step = 0; step < 30; step += 1) {
		const middle = Math.sqrt(low * high);
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}
/**
* What a random sample says of the finite list that it was drawn from: every limit lies nearer by √(1 − n/N), so that nothing is
* left open when all were seen. Cochran 1977, "Sampling techniques", 2.6; on score tests the same as dividing z by that factor.
* @param share n/N, at most 1
*/
function limitsOfFinitePopulation({ lower, upper }, share) {
	const level = (alpha) => normalCdf(normalQuantile(alpha) * Math.sqrt(1 - share));
	return {
		lower: (alpha) => lower(level(alpha)),
		upper: (alpha) => upper(level(alpha))
	};
}

// src/core/stats/rogan-gladen.ts
/**
* The true rate behind a rate of positives, p = (q + sp − 1) / (se + sp − 1), kept within [0, 1]; NaN where the instrument tells nothing
* apart. Rogan & Gladen 1978, "Estimating prevalence from the results of a screening test". Assumes that it errs on what is judged as
* often as on what it was measured on, for this model too.
*/
function roganGladen(observed, { sensitivity, specificity }) {
	const power = sensitivity.rate + specificity.rate - 1;
	if (!(power > 0)) return NaN;
	return Math.min(1, Math.max(0, (observed + specificity.rate - 1) / power));
}
/**
* Points at which the uncertainty of both errors is looked at, and the step from one to the next: neighbours in the Fibonacci sequence, a
* lattice that fills the square evenly (Niederreiter 1992). Each is a permutation of equally likely quantiles.
*/
const [POINTS, STEP] = [55, 34];
/** Cases beyond which nothing is gained, and no quantile found. */
const MOST_CASES = 1e6;
/**
* A test of the true rate from one of the observed rate, by melding (Fay, Proschan & Brittain 2015, "Combining one-sample confidence
* procedures for inference in the two-sample case"; for prevalence Bayer, Fay & Graubard 2023): were the true rate p, positives come at
* q = p·se + (1 − p)(1 − sp), where se and sp are as uncertain as Clopper-Pearson limits have them, on the side that makes the claim
* harder; the p-value is the mean over q of that of the observed rate. With errors that are known it is the test of the observed rate itself.
*/
function correctedTest(ofObserved, errors, nullValue) {
	if (nullValue < 0) return {
		statistic: null,
		pGreater: 0,
		pLess: 1
	};
	if (nullValue > 1) return {
		statistic: null,
		pGreater: 1,
		pLess: 0
	};
	if (!tellsApart(errors)) return {
		statistic: null,
		pGreater: 1,
		pLess: 1
	};
	const mean = (side, p) => {
		const rates = ratesOf(errors, nullValue, side);
		return rates.reduce((total, rate) => total + p(ofObserved(rate)), 0) / rates.length;
	};
	return {
		statistic: null,
		pGreater: mean("most", ({ pGreater }) => pGreater),
		pLess: mean("least", ({ pLess }) => pLess)
	};
}
/** The smallest, or greatest, true rate that the test does not reject with error `alpha`; 0 or 1 where it rejects none on that side. */
function correctedLimit(test, alpha, end) {
	const isRejected = (rate) => {
		const { pGreater, pLess } = test(rate);
		return (end === "lower" ? pGreater : pLess) < alpha;
	};
	const [inside, outside] = end === "lower" ? [1, 0] : [0, 1];
	if (!isRejected(outside)) return outside;
	let [kept, rejected] = [inside, outside];
	while (Math.abs(kept - rejected) > 1e-7) {
		const middle = (kept + rejected) / 2;
		if (isRejected(middle)) rejected = middle;
		else kept = middle;
	}
	return kept;
}
/** What limits of 95 % leave of it: one that may as well be guessing corrects nothing. */
function tellsApart({ sensitivity, specificity }) {
	const hit = shapeOf(sensitivity.rate, sensitivity.of, "least");
	const alarm = shapeOf(1 - specificity.rate, specificity.of, "most");
	return quantileOf(hit, .05) > quantileOf(alarm, .95);
}
/** The Beta variable whose quantiles are the lower (least) or upper (most) Clopper-Pearson limits of a rate; a = 0 is 0, b = 0 is 1. */
function shapeOf(rate, of, side) {
	const cases = Math.min(of, MOST_CASES);
	const events = rate * cases;
	return side === "least" ? {
		a: events,
		b: cases - events + 1
	} : {
		a: events + 1,
		b: cases - events
	};
}
function quantileOf(shape, probability) {
	const { a, b } = shape;
	if (a < .5) return 0;
	if (b < .5) return 1;
	return betaQuantile(probability, a, b);
}
/** Of one instrument they are asked for at every true rate that is tested. */
const known$1 = /* @__PURE__ */ new WeakMap();
function pointsOf(errors, side) {
	const found = known$1.get(errors)?.[side];
	if (found !== void 0) return found;
	const { sensitivity, specificity } = errors;
	const hit = shapeOf(sensitivity.rate, sensitivity.of, side);
	const alarm = shapeOf(1 - specificity.rate, specificity.of, side);
	const quantiles = (shape, at) => Array.from({ length: POINTS }, (_, index) => quantileOf(shape, (at(index) + .5) / POINTS));
	const points = {
		hits: quantiles(hit, (index) => index),
		alarms: quantiles(alarm, (index) => STEP * index % POINTS)
	};
	known$1.set(errors, {
		...known$1.get(errors),
		[side]: points
	});
	return points;
}
/** Rates at which positives come, equally likely, where a share of `prevalence` is truly positive. */
function ratesOf(errors, prevalence, side) {
	const { hits, alarms } = pointsOf(errors, side);
	return hits.map((hit, index) => prevalence * hit + (1 - prevalence) * (alarms[index] ?? 0));
}

// src/core/stats/special/student-t.ts
/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (DLMF 8.17; df may be fractional). */
function studentCdf(t, df) {
	if (t > 0) return 1 - studentCdf(-t, df);
	if (t === -Infinity) return 0;
	const square = t * t;
	const point = {
		x: df / (df + square),
		complement: square / (df + square)
	};
	return betaTails(point, df / 2, .5).lower / 2;
}
/** t with P(T ≤ t) = probability, for 0 < probability < 1. */
function studentQuantile(probability, df) {
	if (probability === .5) return 0;
	if (probability > .5) return -studentQuantile(1 - probability, df);
	return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, .5) / 2);
}

// src/core/stats/student.ts
/**
* Mean of n ≥ 2 independent values with SE = √(Σ(x − x̄)² / (n − 1) / n) and n − 1 degrees of freedom. Student 1908.
* On paired differences this is the paired t-test. Assumes that the mean is nearly normal, which few and very unequal
* values break.
*/
function studentMean(values) {
	let [count, mean, squares] = [
		0,
		0,
		0
	];
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index];
		count += 1;
		const before = value - mean;
		mean += before / count;
		squares += before * (value - mean);
	}
	return {
		value: mean,
		stderr: Math.sqrt(squares / (count - 1) / count),
		df: count - 1
	};
}
/**
* Standard error of Σ moves and its degrees of freedom, of units whose own values are alike uncertain while their shares w differ:
* Σ e² / (1 − 2w + Σw²), in which every unit's distance from a mean that it pulls to itself is restored, so that the variance is
* unbiased (CR2 of Bell & McCaffrey 2002 under such a model), and Satterthwaite's degrees of freedom of that sum of squares (Imbens &
* Kolesár 2016). Of n even shares it is Student's, with n − 1.
*/
function spreadOf(moves) {
	let squaresOfShares = 0;
	forEachOf(moves, ({ share, times }) => {
		squaresOfShares += times * share ** 2;
	});
	let [variance, total, first, second, own] = [
		0,
		0,
		0,
		0,
		0
	];
	forEachOf(moves, ({ by, share, times }) => {
		const kept = 1 - 2 * share + squaresOfShares;
		variance += times * by ** 2 / kept;
		const weight = share ** 2 / kept;
		const c = squaresOfShares / 2 - share;
		total += times * weight;
		first += times * weight * c;
		second += times * weight * c ** 2;
		own += times * weight ** 2 * (1 + 4 * c);
	});
	return {
		stderr: Math.sqrt(variance),
		df: squaresOfShares ** 2 / (2 * total * second + 2 * first ** 2 + own)
	};
}
/** Mean of one number a unit, the units counting for different sizes: as `studentMean`, which it is where all are of one size. */
function sizedMean({ values, sizes }) {
	let [count, mean, total, least, most] = [
		0,
		0,
		0,
		Infinity,
		0
	];
	for (let index = 0; index < values.length; index += 1) {
		count += 1;
		mean += (values[index] - mean) / count;
	}
	for (let index = 0; index < sizes.length; index += 1) {
		const size = sizes[index];
		total += size;
		least = Math.min(least, size);
		most = Math.max(most, size);
	}
	return least === most ? studentMean(values) : {
		value: mean,
		...spreadOf(movesOf({
			values,
			sizes
		}, mean, total, count))
	};
}
const movesOf = ({ values, sizes }, mean, total, count) => ({ every(holds) {
	for (let index = 0; index < values.length; index += 1) if (!holds({
		by: (values[index] - mean) / count,
		share: (sizes[index] ?? 0) / total,
		times: 1
	})) return false;
	return true;
} });
/** value ± t(1 − alpha, df) · stderr: each side has error `alpha`. */
function studentInterval({ value, stderr, df }, alpha) {
	const half = studentQuantile(1 - alpha, df) * stderr;
	return {
		low: value - half,
		high: value + half
	};
}
/** (value − null) / stderr; infinite or 0 where the standard error is 0. */
function studentStatistic({ value, stderr }, nullValue) {
	const distance = value - nullValue;
	if (stderr > 0) return distance / stderr;
	return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

// src/core/stats/skewed.ts
/** The mean of one number a unit; gone through several times: cubes are taken about the mean. */
function skewedMean(units) {
	const estimate = sizedMean(units);
	const { value, stderr, df } = estimate;
	const { values } = units;
	const n = values.length;
	let cubes = 0;
	for (let index = 0; index < n; index += 1) cubes += ((values[index] - value) / stderr) ** 3;
	return {
		...estimate,
		skewness: Number.isFinite(cubes) ? cubes / n ** 3 * Math.sqrt(df + 1) : 0
	};
}
/**
* Student's statistic freed of its skewness by a transformation that is monotone, so that it can be turned round into an
* interval: t = √n x becomes √n (((1 + γx/3)³ − 1) / γ + γ / 6n). Hall 1992, "On the removal of skewness by transformation".
* Values that are not skewed give Student's t.
*/
function skewedStatistic(estimate, nullValue) {
	const t = studentStatistic(estimate, nullValue);
	if (!Number.isFinite(t)) return t;
	const { skewness, df } = estimate;
	const n = df + 1;
	const w = skewness * t / Math.sqrt(n);
	return t * (1 + w / 3 + w ** 2 / 27) + skewness / (6 * Math.sqrt(n));
}
/** The values that the statistic does not rule out; each side has error `alpha`. */
function skewedInterval(estimate, alpha) {
	const { value, stderr, df, skewness } = estimate;
	const n = df + 1;
	const quantile = studentQuantile(1 - alpha, df) / Math.sqrt(n);
	const distance = (y) => {
		const root = Math.cbrt(1 + skewness * y);
		return 3 * y * stderr * Math.sqrt(n) / (root ** 2 + root + 1);
	};
	const shift = skewness / (6 * n);
	return {
		low: value - distance(quantile - shift),
		high: value - distance(-quantile - shift)
	};
}

// src/core/stats/interval.ts
/** Where `decreasing` crosses zero in (low, high), by bisection down to neighbouring doubles. */
function rootOfDecreasing(decreasing, low, high) {
	let left = low;
	let right = high;
	for (;;) {
		const middle = left + (right - left) / 2;
		if (middle <= left || middle >= right) return middle;
		if (decreasing(middle) > 0) left = middle;
		else right = middle;
	}
}

// src/core/stats/tango.ts
/**
* Tango's score statistic for H₀: P(candidate is 1) − P(baseline is 1) = `delta0`, −1 < delta0 < 1.
*
* z = (rose − fell − n δ₀) / √(n (2q + δ₀(1 − δ₀))), where q is the probability of a pair that fell, estimated
* under H₀: the larger root of 2n q² + B q + C = 0. Positive when the delta lies above δ₀; decreasing
* in δ₀; at δ₀ = 0 it is McNemar's z. Without any discordant pair it stays finite, √(n·m / (1 − m)) at δ₀ = −m, so that
* a handful of identical answers proves little and many prove much.
*
* Assumes independent pairs. One-sided error at the margin is at most 5.5 % for n ≥ 30 at nominal 5 %.
* Tango 1998, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design".
*/
function tangoZ({ rose, fell, pairs }, delta0) {
	const a = 2 * pairs;
	const b = -rose - fell + (a - rose + fell) * delta0;
	const c = -fell * delta0 * (1 - delta0);
	const variance = pairs * (2 * (((c === 0 ? Math.abs(b) : Math.sqrt(Math.max(b * b - 4 * a * c, 0))) - b) / (2 * a)) + delta0 * (1 - delta0));
	const distance = rose - fell - pairs * delta0;
	if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
	return distance / Math.sqrt(variance);
}
/** All δ₀ that the score test does not reject at critical value `z` on either side. */
function tangoInterval(counts, z) {
	const { rose, fell, pairs } = counts;
	return {
		low: fell === pairs ? -1 : rootOfDecreasing((delta) => tangoZ(counts, delta) - z, -1, 1),
		high: rose === pairs ? 1 : rootOfDecreasing((delta) => tangoZ(counts, delta) + z, -1, 1)
	};
}

// src/core/stats/typical.ts
/** Up to so many units every part of them is taken. */
const MOST_EXACT = 12;
const DRAWN = 2e3;
/** Flips of a coin in one random number. */
const COINS = 30;
/**
* The means of parts of the units, in order: all parts of few units, else parts drawn by a coin a unit. The unknown mean lies below a
* share of them that is uniform, whatever the units' sizes, if each unit's deviation is as likely to go either way; the same as flipping
* the signs of deviations from a null value at random, which is Fisher's randomisation test, and it turns round into limits at once.
* Hartigan 1969, "Using subsample values as typical values".
*/
function typicalValues(units, extra) {
	const { mean, parts } = partsOf$2(units, extra);
	const count = parts.length;
	const [excess, sizes] = [parts.map((part) => part.excess), parts.map((part) => part.size)];
	const isAll = count <= MOST_EXACT;
	const random = mulberry32(1);
	const found = new Float64Array(isAll ? 2 ** count - 1 : DRAWN);
	for (let part = 0; part < found.length; part += 1) {
		let [moved, size, coins] = [
			0,
			0,
			isAll ? part + 1 : 0
		];
		for (let unit = 0; unit < count; unit += 1) {
			if (!isAll && unit % COINS === 0) coins = Math.floor(random() * 2 ** COINS);
			if (coins >>> (isAll ? unit : unit % COINS) & 1) {
				moved += excess[unit] ?? 0;
				size += sizes[unit] ?? 0;
			}
		}
		found[part] = mean + moved / size;
	}
	return found.filter(Number.isFinite).sort();
}
/** In an order of their own: the same units in another order are the same. */
function partsOf$2({ values, sizes }, extra) {
	const [all, own] = [[...values], [...sizes]];
	const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
	const total = own.reduce((sum, size) => sum + size, 0);
	const largest = own.reduce((most, size) => Math.max(most, size), 0);
	const parts = all.map((value, index) => ({
		excess: (value - mean) / all.length * total,
		size: own[index] ?? 0
	}));
	if (extra !== null) {
		const size = extra.weight * largest;
		parts.push({
			excess: size * (extra.value - mean),
			size
		});
	}
	const furthest = parts.reduce((most, { excess }) => Math.max(most, Math.abs(excess)), 0);
	const rank = (x, of) => of === 0 ? 0 : Math.round(1e9 * x / of);
	const order = (a, b) => rank(a.size, largest) - rank(b.size, largest) || rank(a.excess, furthest) - rank(b.excess, furthest);
	return {
		mean,
		parts: parts.sort(order)
	};
}
/** The units themselves count as one part that agrees with any null value, so that no p-value is 0. */
function typicalTest(means, nullValue) {
	const hair = 1e-11 * ((means.at(-1) ?? 0) - (means[0] ?? 0));
	const below = means.filter((mean) => mean <= nullValue + hair);
	const above = means.filter((mean) => mean >= nullValue - hair);
	const all = means.length + 1;
	return {
		statistic: null,
		pGreater: (below.length + 1) / all,
		pLess: (above.length + 1) / all
	};
}
/** Lower limit with one-sided error `alpha`; −∞ where there are too few parts to have one. */
function typicalLower(means, alpha) {
	const beyond = ruledOut(means, alpha);
	return beyond < 0 ? -Infinity : means[beyond] ?? -Infinity;
}
function typicalUpper(means, alpha) {
	const beyond = ruledOut(means, alpha);
	return beyond < 0 ? Infinity : means[means.length - 1 - beyond] ?? Infinity;
}
/** How many parts may lie beyond the limit, less one; −1 where none may. */
const ruledOut = ({ length }, alpha) => Math.max(-1, Math.ceil(alpha * (length + 1) - 1e-9) - 2);

// src/core/stats/unpaired.ts
/**
* candidate − baseline from two values with their standard errors alone: SE = √(se_b² + se_c² − 2ρ se_b se_c).
*
* Weak evidence. Where the same questions were asked, ρ is positive and unknown without the samples; 0 is the careful
* choice, and costs three quarters of the power.
*/
function unpairedDifference(baseline, candidate, correlation = 0) {
	const covariance = correlation * baseline.stderr * candidate.stderr;
	return {
		value: candidate.value - baseline.value,
		stderr: Math.sqrt(baseline.stderr ** 2 + candidate.stderr ** 2 - 2 * covariance)
	};
}
/** The value that is exceeded with probability 1 − `probability`. */
function normalLimit({ value, stderr }, probability) {
	return value + normalQuantile(probability) * stderr;
}

// src/core/stats/inference.ts
function testAgainst(inference, nullValue) {
	switch (inference.kind) {
		case "tango": {
			if (nullValue <= -1) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue >= 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			const z = tangoZ(inference.counts, nullValue);
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "student": return testOfStudent(studentStatistic(inference.estimate, nullValue), inference.estimate);
		case "skewed": return testOfStudent(skewedStatistic(inference.estimate, nullValue), inference.estimate);
		case "binomial": {
			const { events, n } = inference;
			if (nullValue < 0) return {
				statistic: null,
				pGreater: 0,
				pLess: 1
			};
			if (nullValue > 1) return {
				statistic: null,
				pGreater: 1,
				pLess: 0
			};
			return {
				statistic: null,
				pGreater: binomialAtLeast(events, n, nullValue),
				pLess: binomialAtMost(events, n, nullValue)
			};
		}
		case "normal": {
			const z = (inference.estimate.value - nullValue) / inference.estimate.stderr;
			return {
				statistic: z,
				pGreater: normalCdf(-z),
				pLess: normalCdf(z)
			};
		}
		case "bootstrap": return bcaTest(inference.bootstrap, nullValue);
		case "limits": return testByLimits(inference.limits, nullValue);
		case "negated": {
			const { statistic, pGreater, pLess } = testAgainst(inference.of, 0 - nullValue);
			return {
				statistic: statistic === null ? null : -statistic,
				pGreater: pLess,
				pLess: pGreater
			};
		}
		case "typical": return typicalTest(inference.means, nullValue);
		case "scaled": return testAgainst(inference.of, (nullValue - inference.moved) / inference.factor);
		case "corrected": return correctedTest((rate) => testAgainst(inference.of, rate), inference.errors, nullValue);
		case "unknown": return {
			statistic: null,
			pGreater: 1,
			pLess: 1
		};
		case "each": return weakestOf(inference.of.map((each) => testAgainst(each, nullValue)));
		case "between": return middleTest(threeOf(inference).map((each) => testAgainst(each, nullValue)));
		default: return assertNever(inference);
	}
}
/** The same number where scores are counted in another unit: `factor` of them, from `moved` on. */
const scaled = (of, factor, moved) => factor === 1 && moved === 0 ? of : {
	kind: "scaled",
	of,
	factor,
	moved
};
const testOfStudent = (t, { df }) => ({
	statistic: t,
	pGreater: studentCdf(-t, df),
	pLess: studentCdf(t, df)
});
/** What all tests have shown: each side's greatest p-value, and the statistic that is nearest to 0. */
function weakestOf(tests) {
	const statistics = tests.flatMap(({ statistic }) => statistic ?? []);
	return {
		statistic: statistics.length === 0 ? null : statistics.reduce((least, each) => Math.abs(each) < Math.abs(least) ? each : least),
		pGreater: Math.max(...tests.map(({ pGreater }) => pGreater)),
		pLess: Math.max(...tests.map(({ pLess }) => pLess))
	};
}
/** All that a number lies between, in no order. */
const threeOf = ({ of, low, high }) => [
	of,
	low,
	high
];
/** The middle one of three numbers. */
function middleOf(numbers) {
	const [, middle] = [...numbers].sort((a, b) => a - b);
	return middle ?? NaN;
}
function middleTest(tests) {
	const pLess = middleOf(tests.map((each) => each.pLess));
	return {
		statistic: tests.find((each) => each.pLess === pLess)?.statistic ?? null,
		pGreater: middleOf(tests.map((each) => each.pGreater)),
		pLess
	};
}
/** Lower limit with one-sided error `alpha`. */
function lowerLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
		case "student": return studentInterval(inference.estimate, alpha).low;
		case "skewed": return skewedInterval(inference.estimate, alpha).low;
		case "binomial": return clopperPearsonLower(inference.events, inference.n, alpha);
		case "normal": return normalLimit(inference.estimate, alpha);
		case "bootstrap": return bcaLimit(inference.bootstrap, alpha);
		case "limits": return inference.limits.lower(alpha);
		case "negated": return -upperLimit(inference.of, alpha);
		case "typical": return typicalLower(inference.means, alpha);
		case "scaled": return inference.moved + inference.factor * lowerLimit(inference.of, alpha);
		case "corrected": return correctedLimit((rate) => testAgainst(inference, rate), alpha, "lower");
		case "unknown": return -Infinity;
		case "each": return Math.min(...inference.of.map((each) => lowerLimit(each, alpha)));
		case "between": return middleOf(threeOf(inference).map((each) => lowerLimit(each, alpha)));
		default: return assertNever(inference);
	}
}
/** Upper limit with one-sided error `alpha`. */
function upperLimit(inference, alpha) {
	switch (inference.kind) {
		case "tango": return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
		case "student": return studentInterval(inference.estimate, alpha).high;
		case "skewed": return skewedInterval(inference.estimate, alpha).high;
		case "binomial": return clopperPearsonUpper(inference.events, inference.n, alpha);
		case "normal": return normalLimit(inference.estimate, 1 - alpha);
		case "bootstrap": return bcaLimit(inference.bootstrap, 1 - alpha);
		case "limits": return inference.limits.upper(alpha);
		case "negated": return -lowerLimit(inference.of, alpha);
		case "typical": return typicalUpper(inference.means, alpha);
		case "scaled": return inference.moved + inference.factor * upperLimit(inference.of, alpha);
		case "corrected": return correctedLimit((rate) => testAgainst(inference, rate), alpha, "upper");
		case "unknown": return Infinity;
		case "each": return Math.max(...inference.of.map((each) => upperLimit(each, alpha)));
		case "between": return middleOf(threeOf(inference).map((each) => upperLimit(each, alpha)));
		default: return assertNever(inference);
	}
}
/**
* What `times` as many samples would say if what was observed kept its proportions; null where nobody can tell, and the error is taken to
* fall with the square root.
*/
function grown(inference, times) {
	switch (inference.kind) {
		case "tango": {
			const { rose, fell, pairs } = inference.counts;
			return {
				kind: "tango",
				counts: {
					rose: rose * times,
					fell: fell * times,
					pairs: pairs * times
				}
			};
		}
		case "binomial": return {
			kind: "binomial",
			events: inference.events * times,
			n: inference.n * times
		};
		case "student": {
			const { estimate, at } = inference;
			return {
				kind: "student",
				estimate: at?.(times) ?? grownEstimate(estimate, times)
			};
		}
		case "skewed": return {
			kind: "skewed",
			estimate: grownEstimate(inference.estimate, times)
		};
		case "normal": return {
			kind: "normal",
			estimate: {
				...inference.estimate,
				stderr: inference.estimate.stderr / Math.sqrt(times)
			}
		};
		case "each": {
			const of = inference.of.map((each) => grown(each, times)).filter((each) => each !== null);
			return of.length === 0 ? null : {
				kind: "each",
				of
			};
		}
		case "negated":
		case "corrected":
		case "scaled": {
			const of = grown(inference.of, times);
			return of === null ? null : {
				...inference,
				of
			};
		}
		case "between": {
			const [of, low, high] = threeOf(inference).map((each) => grown(each, times));
			return of && low && high ? {
				kind: "between",
				of,
				low,
				high
			} : null;
		}
		case "typical":
		case "bootstrap":
		case "limits":
		case "unknown": return null;
		default: return assertNever(inference);
	}
}
const grownEstimate = (estimate, times) => ({
	...estimate,
	stderr: estimate.stderr / Math.sqrt(times),
	df: (estimate.df + 1) * times - 1
});

// src/core/stats/rate-error.ts
/**
* Standard error of a rate among `n` samples, as of a binomial. All right or all wrong shows no spread: then two of each are added, as in
* Agresti & Coull 1998, since certainty about one run is no certainty about the next.
*/
function errorOfRate(value, n) {
	const rate = value > 0 && value < 1 ? value : (value * n + 2) / (n + 4);
	return Math.sqrt(rate * (1 - rate) / n);
}

// src/core/compare/corrected.ts
/** Errors with which a rate of positives is behind the fewest, or the most, true ones. */
function errorsAt({ sensitivity, specificity }, end) {
	return end === "lowest" ? {
		sensitivity: sensitivity.most,
		specificity: specificity.least
	} : {
		sensitivity: sensitivity.least,
		specificity: specificity.most
	};
}
/** The true rate where every answer's score is right, and that of an instrument with these errors: between the two sets' own. */
function correctedRates(observed, errors) {
	return {
		low: roganGladen(observed, errorsAt(errors, "lowest")),
		high: roganGladen(observed, errorsAt(errors, "highest"))
	};
}
/**
* The same of what the answers are, not of what was scored: where a scorer's errors were measured on several sets of texts, what is judged
* may be like any of them. That the rate is above something has to follow from the errors that leave the fewest true positives, that it is
* below from those that leave the most. Missing scores are completed before, as scores.
*/
function correctedEstimate(estimate, { errors }) {
	if (estimate === null || errors === void 0) return estimate;
	const corrected = (end) => {
		const own = estimate[end];
		if (own === null) return null;
		const at = errorsAt(errors, end);
		const value = roganGladen(own.value, at);
		if (Number.isNaN(value)) return null;
		return {
			value,
			inference: {
				kind: "corrected",
				of: own.inference,
				errors: at
			}
		};
	};
	const { high } = correctedRates(estimate.value, errors);
	const power = errors.sensitivity.least.rate + errors.specificity.most.rate - 1;
	return {
		...estimate,
		method: "rogan-gladen",
		value: Number.isNaN(high) ? estimate.value : high,
		...estimate.stderr === void 0 ? {} : { stderr: estimate.stderr / power },
		lowest: corrected("lowest"),
		highest: corrected("highest")
	};
}

// src/core/metrics/usage.ts
const LATENCY = {
	...ERROR,
	kind: "corpus",
	unit: "seconds"
};
const SPEED = {
	...LATENCY,
	direction: "higher_is_better",
	unit: "number"
};
const UNCOUNTED = "nobody counted its tokens";
const UNTIMED$1 = "nobody measured how long it took";
const NOT_STREAMED = "nobody measured when its first token came";
const latencyOf = ({ timing }) => timing === void 0 ? null : {
	numerator: timing.seconds,
	denominator: timing.answers ?? 1
};
const firstTokenOf = ({ timing }) => timing?.first_token_seconds === void 0 ? null : {
	numerator: timing.first_token_seconds,
	denominator: timing.answers ?? 1
};
/** All that the model wrote, thoughts that were told from the answer too. */
const written = ({ output_tokens: said, thinking_tokens: thought = 0 }) => said + thought;
const timed = (name, what, of, unknown) => {
	const row = (measured, how) => ({
		traits: LATENCY,
		measured,
		of,
		unknown,
		facts: {
			definition: `${how} ${what}, in seconds.`,
			use: USE[measured],
			reference: "a clock"
		}
	});
	return {
		[name]: row("ratio", "The mean time"),
		[`${name}_p50`]: row(.5, "The median time"),
		[`${name}_p95`]: row(.95, "The 95th percentile of the time")
	};
};
const USE = {
	ratio: "What all answers together take, on one machine.",
	.5: "What an answer usually takes.",
	.95: "How long the slowest of twenty answers take."
};
/** What is known of every answer, whatever a task is scored by: one row a metric. */
const ROWS = {
	output_tokens: {
		traits: ERROR,
		facts: {
			definition: "All tokens that were written, thoughts too.",
			use: "Answers that grow longer.",
			reference: "a count"
		},
		of: ({ usage }) => usage === void 0 ? null : written(usage),
		unknown: UNCOUNTED
	},
	prompt_tokens: {
		traits: ERROR,
		facts: {
			definition: "Tokens that were read.",
			use: "Prompts that grow longer.",
			reference: "a count"
		},
		of: ({ usage }) => usage?.prompt_tokens ?? null,
		unknown: UNCOUNTED
	},
	cost: {
		traits: ERROR,
		facts: {
			definition: "What the tokens of an answer cost by the config’s `prices`, in their currency.",
			use: "Models that are paid by the token.",
			reference: "a count"
		},
		of: ({ usage }, { price }) => usage === void 0 || price === void 0 ? null : (usage.prompt_tokens * price.input + written(usage) * price.output) / 1e6,
		unknown: `${UNCOUNTED}, or the config’s prices have none for its model`
	},
	...timed("latency", "from the question to the whole answer", latencyOf, UNTIMED$1),
	...timed("time_to_first_token", "from the question to the first token", firstTokenOf, NOT_STREAMED),
	tokens_per_second: {
		traits: SPEED,
		measured: "ratio",
		facts: {
			definition: "Tokens that were written over the seconds that the answers took.",
			use: "Speed whatever the length of answers.",
			reference: "a clock"
		},
		of: ({ usage, timing }) => usage === void 0 || timing === void 0 ? null : {
			numerator: written(usage),
			denominator: timing.seconds
		},
		unknown: UNTIMED$1
	}
};
/** In the order in which they are documented. */
const USAGE_METRICS = Object.keys(ROWS);
/** A metric that every run has whose samples say what they used; null for any other name. */
function usageMetric(name) {
	if (!Object.hasOwn(ROWS, name)) return null;
	const of = name;
	return {
		name,
		...ROWS[of].traits,
		of_usage: of
	};
}
/** Whether a metric of this name is of when the first token was there. */
const timesFirstToken = (name) => Object.hasOwn(ROWS, name) && ROWS[name].of === firstTokenOf;
/** How it follows from what was measured; null of a metric that another clock could not change. */
const measuredBy = ({ of_usage: of }) => of === void 0 ? null : ROWS[of].measured ?? null;
function usageScore(sample, declaration, of) {
	return ROWS[of].of(sample, declaration) ?? { unscored: ROWS[of].unknown };
}

// src/core/stats/effective.ts
/**
* (Σw)² / Σw²: as many units of one weight give a mean that is as certain as that of these. It is what n means wherever a
* spread is judged, since otherwise one unit that outweighs all others pulls the mean to itself and lies no distance from it.
* Kish 1965, "Survey sampling", 11.7. Sizes that are alike give their number exactly; none, or only zeros, give 0.
*/
function effectiveSize(sizes) {
	let [scale, sum, squares] = [
		0,
		0,
		0
	];
	for (let index = 0; index < sizes.length; index += 1) {
		const size = sizes[index];
		if (scale === 0) scale = size;
		if (scale === 0) continue;
		sum += size / scale;
		squares += (size / scale) ** 2;
	}
	return squares === 0 ? 0 : sum ** 2 / squares;
}

// src/core/stats/ratio.ts
const addParts = (left, right) => ({
	numerator: left.numerator + right.numerator,
	denominator: left.denominator + right.denominator
});
const addPairs = (left, right) => ({
	baseline: addParts(left.baseline, right.baseline),
	candidate: addParts(left.candidate, right.candidate)
});
/** R = Σ numerator / Σ denominator. */
function ratioOfSums(parts) {
	const { numerator, denominator } = totalOf$1(parts);
	return numerator / denominator;
}
/**
* R as the mean of one number a unit, θ + G · e_g with Σ e = 0: to first order unit g moves R by e_g = (u_g − R v_g) / Σv.
* Student's mean of them has the standard error of R. Cochran 1977, "Sampling techniques", 6.4. Assumes Σv is far from 0 and
* varies little.
*/
function ratioValues(units) {
	const total = totalOf$1(units);
	const theta = total.numerator / total.denominator;
	return mapped(units, (part) => theta + units.count * influence(part, total));
}
/**
* R(candidate) − R(baseline) on the same samples, likewise: the influences of the two sides subtract.
* @param factor what a unit moves the baseline by counts so often
*/
function ratioDifferenceValues(units, factor = 1) {
	const baseline = totalOf$1(sideOf$1(units, "baseline"));
	const candidate = totalOf$1(sideOf$1(units, "candidate"));
	const theta = candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
	return mapped(units, (pair) => theta + units.count * (influence(pair.candidate, candidate) - factor * influence(pair.baseline, baseline)));
}
const sideOf$1 = (units, side) => ({ every: (holds) => units.every((pair) => holds(pair[side])) });
const influence = ({ numerator, denominator }, total) => (numerator - total.numerator / total.denominator * denominator) / total.denominator;
function totalOf$1(parts) {
	let [numerator, denominator] = [0, 0];
	forEachOf(parts, (part) => {
		numerator += part.numerator;
		denominator += part.denominator;
	});
	return {
		numerator,
		denominator
	};
}
/** One number a unit. */
function mapped(units, map) {
	const numbers = new Float64Array(units.count);
	for (let position = 0; position < numbers.length; position += 1) numbers[position] = map(units.at(position));
	return numbers;
}
/** Numerators and denominators alone. */
const keepParts = (most) => new PartColumns(most);
const keepPairs = (most) => new PairColumns(most);
var PartColumns = class {
	#most;
	#numerators;
	/** Null as long as every denominator is 1. */
	#denominators = null;
	constructor(most) {
		this.#most = most;
		this.#numerators = new Cells(most);
	}
	set(position, { numerator, denominator }) {
		this.#numerators.set(position, numerator);
		if (denominator !== 1) this.#denominators ??= new Float64Array(this.#most).fill(1);
		if (this.#denominators !== null) this.#denominators[position] = denominator;
	}
	at(position) {
		return {
			numerator: this.#numerators.get(position),
			denominator: this.#denominators === null ? 1 : this.#denominators[position]
		};
	}
};
var PairColumns = class {
	#baseline;
	#candidate;
	constructor(most) {
		this.#baseline = new PartColumns(most);
		this.#candidate = new PartColumns(most);
	}
	set(position, { baseline, candidate }) {
		this.#baseline.set(position, baseline);
		this.#candidate.set(position, candidate);
	}
	at(position) {
		return {
			baseline: this.#baseline.at(position),
			candidate: this.#candidate.at(position)
		};
	}
};

// src/core/stats/clustered.ts
/**
* Sums the samples of every cluster, each in the place of its first sample.
*
* A ratio of sums over samples is one over units, and so is its influence: a cluster's Σ e_i is the e of its sums. That gives
* CR1 of Liang & Zeger 1986, √(G/(G−1) · Σ_g (Σ_{i∈g} e_i)²) with G − 1 degrees of freedom; Miller 2024, "Adding error bars to
* evals", is the same without the small-sample factor. Clusters of one sample give the ordinary standard error.
*
* @param read null for a sample that does not count
* @param clusterOf null for a sample that is a unit of its own
* @param keep where sums are kept: in columns, where there may be millions
*/
function sumClusters(samples, read, clusterOf, add, keep = keepItems) {
	const sums = keep(samples.length);
	const places = /* @__PURE__ */ new Map();
	let [counted, count] = [0, 0];
	forEachOf(samples, (sample) => {
		const reading = read(sample);
		if (reading === null) return;
		counted += 1;
		const cluster = clusterOf(sample);
		const place = cluster === null ? void 0 : places.get(cluster);
		if (place !== void 0) {
			sums.set(place, add(sums.at(place), reading));
			return;
		}
		if (cluster !== null) places.set(cluster, count);
		sums.set(count, reading);
		count += 1;
	});
	return {
		count,
		samples: counted,
		at: (position) => sums.at(position),
		every(holds) {
			for (let position = 0; position < count; position += 1) if (!holds(sums.at(position))) return false;
			return true;
		}
	};
}

// src/core/compare/clusters.ts
/** Readings summed by cluster; those that are null are left out. */
function unitsOf(scores, read, { add, keep }) {
	return sumClusters(scores, read, ({ cluster }) => cluster, add, keep);
}
/** What a number rests on: a value of each unit, and what the unit counts for. */
function sizedUnits(units, { values, size }) {
	return {
		values: values(units),
		sizes: mapped(units, size)
	};
}

// src/core/stats/mean.ts
/**
* A mean of one number a unit. Student's t and Hall's have to agree: where losses are skewed the former is too hopeful on their side,
* where tails are heavy the latter on both, the more so the smaller the level. With one more whole unit it is Student's alone, since that
* unit is what skews most; with a part of one all of them.
*/
function inferMean(own, { extra, seconded }) {
	const of = [];
	if (extra === null || extra.weight < 1) {
		const estimate = skewedMean(own);
		of.push({
			kind: "student",
			estimate
		}, {
			kind: "skewed",
			estimate
		});
	}
	if (extra !== null) {
		const at = (times) => extendedMean(own, extra, times);
		of.push({
			kind: "student",
			estimate: at(1),
			at
		});
	}
	if (seconded) of.push({
		kind: "typical",
		means: typicalValues(own, extra)
	});
	const [only] = of;
	return of.length === 1 && only !== void 0 ? only : {
		kind: "each",
		of
	};
}
/** Mean of the units, `times` over, and one more: of units of one size that is one more value. */
function extendedMean({ values, sizes }, extra, times = 1) {
	let [count, mean, size, largest] = [
		0,
		0,
		0,
		0
	];
	for (let index = 0; index < values.length; index += 1) {
		count += 1;
		mean += (values[index] - mean) / count;
	}
	for (let index = 0; index < sizes.length; index += 1) {
		size += sizes[index];
		largest = Math.max(largest, sizes[index]);
	}
	const own = extra.weight * largest;
	const total = times * size + own;
	const moved = (extra.value - mean) * own / total;
	return {
		value: mean + moved,
		...spreadOf({ every(holds) {
			for (let index = 0; index < values.length; index += 1) {
				const each = sizes[index] ?? 0;
				if (!holds({
					by: ((values[index] - mean) / count * size - moved * each) / total,
					share: each / total,
					times
				})) return false;
			}
			return holds({
				by: own * (extra.value - mean - moved) / total,
				share: own / total,
				times: 1
			});
		} })
	};
}

// src/core/stats/low-absolute.ts
/**
* An estimate of |μ| that on average is too low, whatever μ is, from one x that is normal about μ with a known standard
* error; |x| itself is too high. Is x split into x + σZ and x − σZ (two halves of the samples, independent of each other), the
* sign of the one times the other has the mean μ · E sign ≤ |μ|; this is its mean over all splits, x(2Φ(x/σ) − 1) − 2σφ(x/σ).
* Rasines & Young 2023, "Splitting strategies for post-selection inference".
*/
function lowAbsolute(x, stderr) {
	if (stderr === 0) return Math.abs(x);
	const z = x / stderr;
	return x * (2 * normalCdf(z) - 1) - 2 * stderr * normalDensity(z);
}

// src/core/compare/calibration-error.ts
/** Standard errors from 0 at which the sign of a gap is taken as known. */
const CLEAR = 1.5;
/**
* Limits of a calibration error, or of its change, that hold in spite of its bias. Chance gaps raise every |gap|, most in the
* better calibrated side, so that a rise looks smaller than it is, and resampling raises them once more. So each limit
* starts from an estimate that errs, on average, on its own side only. Of a rise, upwards:
*
* - by the change: with one sign s a bin for both sides, |c| − |b| ≤ s(c − b) if s is the sign of c, and ≤ |c − b| always. s
*   is the sign of c where that is clear, else that of the change. Sharp where little changed.
* - by the sides: |c| as it is, which is too high, less an estimate of |b| that is too low. Sharp where much changed.
*
* Downwards the sides swap places. The better of the two counts, each at half the level (Bonferroni). Signs once chosen make
* the number a ratio of sums, of which this is Student's t. Assumes that a bin's gap is nearly normal.
*
* @param sides the same units, each of its sides in question: the baseline's first, the candidate's last
* @param extremes one more unit of the worst value at either end, where hardly any differ
*/
function limitsOfCalibrationError(sides, extremes) {
	const last = sides.at(-1);
	if (last === void 0) throw new Error("samples without a side");
	const own = gapsOf(last);
	const other = sides.length === 2 && sides[0] !== void 0 ? gapsOf(sides[0]) : null;
	const sizes = last.sizes.map((size, unit) => size + (other?.units.sizes[unit] ?? 0));
	const estimate = (end, ownSigns, otherSigns = ownSigns) => {
		const units = {
			values: valuesOf({
				own,
				ownSigns,
				other,
				otherSigns
			}),
			sizes
		};
		return extremes === null ? sizedMean(units) : extendedMean(units, {
			value: extremes[end],
			weight: 1
		});
	};
	const plain = (end, shift) => {
		const { value, ...rest } = estimate(end, own.gap.map(signOf), other?.gap.map(signOf));
		return {
			...rest,
			value: value + shift
		};
	};
	if (other === null) {
		const [low, high] = [plain("low", -excessOf(own)), plain("high", 0)];
		return remembered({
			lower: (alpha) => studentInterval(low, alpha).low,
			upper: (alpha) => studentInterval(high, alpha).high
		});
	}
	const lows = [estimate("low", signsOf(other, own)), plain("low", -excessOf(own))];
	const highs = [estimate("high", signsOf(own, other)), plain("high", excessOf(other))];
	return remembered({
		lower: (alpha) => Math.max(...lows.map((low) => studentInterval(low, alpha / 2).low)),
		upper: (alpha) => Math.min(...highs.map((high) => studentInterval(high, alpha / 2).high))
	});
}
const signOf = (gap) => gap >= 0 ? 1 : -1;
/** With which Σ s(gap of one − gap of another) is at least Σ |gap of one| − |gap of another|, on average. */
const signsOf = ({ gap, stderr }, other) => gap.map((each, bin) => {
	const isClear = Math.abs(each) > CLEAR * (stderr[bin] ?? Infinity);
	return signOf(isClear ? each : each - (other.gap[bin] ?? 0));
});
/** By how much the plain sum of absolute gaps is above one that is too low on average. */
const excessOf = ({ gap, stderr }) => sum(gap.map((each, bin) => Math.abs(each) - lowAbsolute(each, stderr[bin] ?? 0)));
function gapsOf(units) {
	const { count, samples, starts, sizes } = units;
	const gap = new Array(15).fill(0);
	const seen = [...gap];
	const expected = [...gap];
	const bins = new Uint8Array(samples.length);
	const gaps = new Float64Array(samples.length);
	const inUnit = new Float64Array(15);
	for (let unit = 0; unit < count; unit += 1) {
		inUnit.fill(0);
		for (let at = starts[unit]; at < starts[unit + 1]; at += 1) {
			const { parts: [confidence = NaN, right = NaN], weight } = samples.at(at);
			const bin = calibrationBinOf(confidence);
			bins[at] = bin;
			gaps[at] = weight * (right - confidence);
			inUnit[bin] = inUnit[bin] + gaps[at];
			expected[bin] = expected[bin] + weight ** 2 * confidence * (1 - confidence);
		}
		for (const [bin, own] of inUnit.entries()) {
			gap[bin] = gap[bin] + own;
			seen[bin] = seen[bin] + own ** 2;
		}
	}
	const total = sum(sizes);
	return {
		units,
		bins,
		gaps,
		gap: gap.map((each) => each / total),
		stderr: seen.map((each, bin) => Math.sqrt(Math.max(each, expected[bin])) / total)
	};
}
/** One number a unit, the mean of which is Σ sign · gap of the own side, less that of the other side if there is one. */
function valuesOf({ own, ownSigns, other, otherSigns }) {
	const candidate = signedSums(own, ownSigns);
	if (other === null) return ratioValues(unitsAt(own.units.count, candidate));
	const baseline = signedSums(other, otherSigns);
	return ratioDifferenceValues(unitsAt(own.units.count, (unit) => ({
		baseline: baseline(unit),
		candidate: candidate(unit)
	})));
}
/** Of each unit Σ sign · gap, and what it weighs. */
function signedSums({ units: { starts, sizes }, bins, gaps }, signs) {
	const sums = sizes.map((_, unit) => {
		let total = 0;
		for (let at = starts[unit]; at < starts[unit + 1]; at += 1) total += signs[bins[at]] * gaps[at];
		return total;
	});
	return (unit) => ({
		numerator: sums[unit],
		denominator: sizes[unit]
	});
}
/** Units of which each is made when it is asked for. */
const unitsAt = (count, at) => ({
	count,
	at,
	every(holds) {
		for (let unit = 0; unit < count; unit += 1) if (!holds(at(unit))) return false;
		return true;
	}
});

// src/core/compare/corpus-units.ts
/** Samples of a corpus metric in columns. */
var SampleColumns = class SampleColumns {
	length;
	#lists;
	#weights;
	/** Null for all of them in their order. */
	#places;
	constructor(lists, weights, places, length) {
		this.#lists = lists;
		this.#weights = weights;
		this.#places = places;
		this.length = length;
	}
	at(index) {
		const place = this.#places === null ? index : this.#places[index];
		return {
			parts: this.#lists.get(place) ?? [],
			weight: this.#weights[place]
		};
	}
	*[Symbol.iterator]() {
		for (let index = 0; index < this.length; index += 1) yield this.at(index);
	}
	/** Those at these positions, in this order. */
	pick(positions) {
		const places = this.#places === null ? positions : positions.map((position) => this.#places?.[position]);
		return new SampleColumns(this.#lists, this.#weights, places, places.length);
	}
};
/**
* Goes through all readings with the unit of each, from 0 in the order in which units first come; those that are null are left out.
* @returns how many units there are
*/
function visitUnits(scores, read, visit) {
	const named = /* @__PURE__ */ new Map();
	let count = 0;
	for (const score of scores) {
		const reading = read(score);
		if (reading === null) continue;
		const { cluster } = score;
		const known = cluster === null ? void 0 : named.get(cluster);
		if (known === void 0) {
			if (cluster !== null) named.set(cluster, count);
			count += 1;
		}
		visit(reading, known ?? count - 1);
	}
	return count;
}
/** One side's samples, as far as `read` finds any; null without any. */
function sampleUnits(scores, read) {
	const most = scores.length;
	const lists = new NumberLists(most);
	const weights = new Float64Array(most);
	const units = new Int32Array(most);
	const sizes = new Float64Array(most);
	let length = 0;
	const count = visitUnits(scores, read, ({ parts, denominator }, unit) => {
		sizes[unit] = sizes[unit] + denominator;
		if (parts === void 0) return;
		lists.set(length, parts);
		weights[length] = denominator;
		units[length] = unit;
		length += 1;
	});
	if (length === 0) return null;
	const starts = new Int32Array(count + 1);
	for (let sample = 0; sample < length; sample += 1) {
		const next = units[sample] + 1;
		starts[next] = starts[next] + 1;
	}
	for (let unit = 0; unit < count; unit += 1) starts[unit + 1] = starts[unit + 1] + starts[unit];
	const samples = new SampleColumns(lists, weights, placesByUnit(units, starts, length), length);
	let kinds = null;
	const fewKinds = (most) => {
		kinds ??= kindsOf(samples, most);
		return kinds;
	};
	return {
		count,
		samples,
		starts,
		sizes: sizes.subarray(0, count),
		fewKinds,
		get kinds() {
			const own = fewKinds(Infinity);
			if (own === null) throw new Error("more kinds than samples");
			return own;
		}
	};
}
/** The samples in the order of their units; null where that is the one in which they are. */
function placesByUnit(units, starts, length) {
	if (units.every((unit, sample) => sample >= length || sample === 0 || unit >= units[sample - 1])) return null;
	const next = starts.slice();
	const places = new Int32Array(length);
	for (let sample = 0; sample < length; sample += 1) {
		const unit = units[sample];
		places[next[unit]] = sample;
		next[unit] = next[unit] + 1;
	}
	return places;
}
/** Before the parts of a sample: how many there are, and what it weighs. */
const BEFORE_PARTS = 2;
function kindsOf(samples, mostKinds) {
	let most = 0;
	for (const { parts } of samples) most = Math.max(most, parts.length);
	const read = (sample, into) => {
		const { parts, weight } = samples.at(sample);
		into[0] = parts.length;
		into[1] = weight;
		for (let index = 0; index < most; index += 1) into[BEFORE_PARTS + index] = parts[index] ?? 0;
	};
	const found = kindsOfRows(samples.length, BEFORE_PARTS + most, read, mostKinds);
	return found === null ? null : {
		of: found.of,
		distinct: samples.pick(found.firsts)
	};
}
/**
* The kinds of units, of which those are alike whose samples are, on each side.
* @param sides the same units
* @param most kinds: null where there are more, which is mostly found out before all are looked at
*/
function kindsOfUnits(sides, most) {
	if (most < 1) return null;
	const [first] = sides;
	const count = first?.count ?? 0;
	if (sides.every(({ samples }) => samples.length === count)) {
		const own = [];
		for (const { fewKinds } of sides) {
			const kinds = fewKinds(most);
			if (kinds === null) return null;
			own.push(kinds.of);
		}
		const read = (unit, into) => {
			for (let side = 0; side < own.length; side += 1) into[side] = own[side]?.[unit];
		};
		return kindsOfRows(count, own.length, read, most);
	}
	const indexes = /* @__PURE__ */ new Map();
	const firsts = [];
	const of = new Int32Array(count);
	for (let unit = 0; unit < count; unit += 1) {
		let key = "";
		for (const { starts, kinds } of sides) {
			for (let at = starts[unit]; at < starts[unit + 1]; at += 1) key += `${kinds.of[at]} `;
			key += "|";
		}
		const index = indexes.get(key) ?? firsts.length;
		if (index === firsts.length) {
			if (index >= most) return null;
			firsts.push(unit);
			indexes.set(key, index);
		}
		of[unit] = index;
	}
	return {
		of,
		firsts: Int32Array.from(firsts)
	};
}

// src/core/compare/corpus-resampling.ts
/**
* The metric on all samples of a side, and without each unit. Where many units are of few kinds, it is worked out once a kind, of which one
* counts less: beyond the size at which they are drawn by their kinds too, since sums of other numbers than whole ones round otherwise in another order.
*/
function leftOut(units, over) {
	const { count, samples, starts } = units;
	const left = new Float64Array(count);
	const kinds = kindsOfUnits([units], mostKindsOf(count));
	if (kinds === null) {
		const metric = over(samples);
		for (let unit = 0; unit < count; unit += 1) {
			const members = [];
			for (let at = starts[unit]; at < starts[unit + 1]; at += 1) members.push(at);
			left[unit] = metric.without(members);
		}
		return {
			metric,
			value: metric.without([]),
			left
		};
	}
	const { of, distinct } = units.kinds;
	const metric = over(distinct);
	const counts = new Float64Array(distinct.length);
	for (const kind of of) counts[kind] = counts[kind] + 1;
	const add = (unit, by) => {
		for (let at = starts[unit]; at < starts[unit + 1]; at += 1) {
			const kind = of[at];
			counts[kind] = counts[kind] + by;
		}
	};
	const value = metric.value(counts);
	const ofKind = Float64Array.from(kinds.firsts, (unit) => {
		add(unit, -1);
		const without = metric.value(counts);
		add(unit, 1);
		return without;
	});
	for (let unit = 0; unit < count; unit += 1) left[unit] = ofKind[kinds.of[unit]];
	return {
		metric: null,
		value,
		left
	};
}
/**
* A corpus metric on resampled units, or its change where there are two sides. Units are alike where their samples are, on each side: of a
* resample it only matters how many there are of each kind, of which a million right or wrong answers have a handful; of many units that are of
* more kinds, the sums of what they add, where the metric is a function of these.
*/
function resampledUnits(sides) {
	const units = sides.map((side) => side.units);
	const count = units[0]?.count ?? 0;
	const isMany = areMany(count);
	const known = kindsOfUnits(units, isMany ? mostKindsOf(count) : Infinity);
	let byCounts = null;
	const counted = () => {
		byCounts ??= known === null ? countedUnits(sides, inOrder$1(count, units.at(-1)), true) : countedUnits(sides, known, false);
		return byCounts;
	};
	return {
		sums: () => known === null ? summedSides(sides, count) : null,
		kinds: () => counted().kinds,
		value: (times) => counted().value(times)
	};
}
/** Null where a side is no function of sums. */
function summedSides(sides, count) {
	const columns = [];
	const values = [];
	for (const { metric, units } of sides) {
		const own = metric?.sums?.(units.samples.length === count) ?? null;
		if (own === null) return null;
		const [from, to] = [columns.length, columns.length + own.columns.length];
		values.push((totals) => own.value(totals.subarray(from, to)));
		for (const column of own.columns) columns.push(byUnit(column, units));
	}
	return {
		columns,
		value: (totals) => changeOf(values, totals)
	};
}
/** Of two sides the change, of one its value. */
function changeOf(values, drawn) {
	const [first, last = first] = values;
	return (last?.(drawn) ?? NaN) - (values.length === 2 ? first?.(drawn) ?? NaN : 0);
}
function byUnit(column, { count, samples, starts }) {
	if (samples.length === count) return column;
	const sums = new Float64Array(count);
	for (let unit = 0; unit < count; unit += 1) for (let at = starts[unit]; at < starts[unit + 1]; at += 1) sums[unit] = sums[unit] + column[at];
	return sums;
}
/** @param isApart whether each unit is a kind of its own, of many */
function countedUnits(sides, { of, firsts }, isApart) {
	const values = sides.map(({ units: { samples, starts, count, kinds: own }, over }) => {
		if (isApart && samples.length === count) return over(samples.pick(firsts)).value;
		const [kinds, places] = [[], []];
		for (const [kind, unit] of firsts.entries()) for (let at = starts[unit]; at < starts[unit + 1]; at += 1) {
			kinds.push(kind);
			places.push(own.of[at]);
		}
		return byKinds(over(own.distinct), Int32Array.from(kinds), Int32Array.from(places), own.distinct.length);
	});
	return {
		kinds: {
			of: firsts.length <= 2 ** 16 ? Uint16Array.from(of) : of,
			count: firsts.length
		},
		value: (times) => changeOf(values, times)
	};
}
/**
* Units by the last number of their samples, so that a ranking finds how often each counts where it looks next: at random places a million of them
* took it most of its time. Models that rank alike have nearly one order on both sides.
*/
function inOrder$1(count, units) {
	const firsts = ordered(Float64Array.from({ length: count }, (_, unit) => units?.samples.at(units.starts[unit]).parts.at(-1) ?? 0));
	const of = new Int32Array(count);
	for (let kind = 0; kind < count; kind += 1) of[firsts[kind]] = kind;
	return {
		of,
		firsts
	};
}
/** The metric by how often each kind of unit counts, of which `kinds[i]` has a sample of the distinct ones at `places[i]`. */
function byKinds(metric, kinds, places, distinct) {
	const counts = new Float64Array(distinct);
	return (times) => {
		counts.fill(0);
		for (let at = 0; at < kinds.length; at += 1) {
			const place = places[at];
			counts[place] = counts[place] + times[kinds[at]];
		}
		return metric.value(counts);
	};
}

// src/core/compare/estimand.ts
/** A side of the samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
const PAIRED = {
	baseline: ({ baseline, candidate }) => candidate === null ? null : baseline,
	candidate: ({ baseline, candidate }) => baseline === null ? null : candidate
};
/** candidate − baseline. */
const DELTA = {
	read: ({ baseline, candidate }) => baseline === null || candidate === null ? null : {
		baseline,
		candidate
	},
	sides: [PAIRED.baseline, PAIRED.candidate],
	fill: ({ baseline, candidate }, own, other) => ({
		baseline: baseline ?? other,
		candidate: candidate ?? own
	}),
	parts: ({ baseline, candidate }) => [baseline, candidate],
	given: ({ baseline }) => [baseline],
	withScore: ({ baseline, candidate }, of) => ({
		baseline,
		candidate: of(candidate)
	}),
	add: addPairs,
	keep: keepPairs,
	values: ratioDifferenceValues,
	size: ({ baseline, candidate }) => baseline.denominator + candidate.denominator,
	unitValue: ({ baseline, candidate }) => ratioOfSums([candidate]) - ratioOfSums([baseline]),
	extremes: ({ low, high }) => ({
		low: low - high,
		high: high - low
	}),
	exact: {
		method: "tango",
		infer: (readings, { low, high }) => {
			const counts = countMoves(readings);
			const { rose, fell, pairs } = counts;
			const width = high - low;
			return {
				value: width * (rose - fell) / pairs,
				inference: scaled({
					kind: "tango",
					counts
				}, width, 0)
			};
		}
	}
};
/**
* The same number, moved by samples as candidate − factor · baseline is, plus what makes it the delta: that it reaches
* (factor − 1) · baseline says that the former reaches 0, pair by pair, so that the baseline's own uncertainty counts. A limit whose size
* is taken as known is wrong more often than it says.
*/
function relativeDelta({ factor, baseline }) {
	const moved = (factor - 1) * baseline;
	return {
		...DELTA,
		values: (units) => ratioDifferenceValues(units, factor),
		unitValue: ({ baseline: before, candidate }) => ratioOfSums([candidate]) - factor * ratioOfSums([before]) + moved,
		extremes: ({ low, high }) => ({
			low: low - Math.max(factor * low, factor * high) + moved,
			high: high - Math.min(factor * low, factor * high) + moved
		})
	};
}
const readCandidate = ({ candidate }) => candidate;
/** The candidate's own value. */
const CANDIDATE = {
	read: readCandidate,
	sides: [readCandidate],
	fill: ({ candidate }, own) => candidate ?? own,
	parts: (part) => [part],
	given: () => [],
	withScore: (part, of) => of(part),
	add: addParts,
	keep: keepParts,
	values: ratioValues,
	size: ({ denominator }) => denominator,
	unitValue: (unit) => ratioOfSums([unit]),
	extremes: (bounds) => bounds,
	exact: {
		method: "clopper-pearson",
		infer: (readings, { low, high }) => {
			let [events, n] = [0, 0];
			forEachOf(readings, ({ numerator, denominator }) => {
				events += numerator === high * denominator ? 1 : 0;
				n += 1;
			});
			const width = high - low;
			return {
				value: low + width * events / n,
				inference: scaled({
					kind: "binomial",
					events,
					n
				}, width, low)
			};
		}
	}
};
/** What the number is read from. */
function valuesOfEstimand(scores, { read }) {
	return { every: (holds) => scores.every((score) => {
		const reading = read(score);
		return reading === null || holds(reading);
	}) };
}
/** Every score that it is read from. */
function scoredParts(scores, estimand) {
	return partsOf$1(valuesOfEstimand(scores, estimand), estimand);
}
/** The parts of all readings, one after the other. */
function partsOf$1(readings, { parts }) {
	return { every: (holds) => readings.every((reading) => parts(reading).every(holds)) };
}
/** Pairs of 0/1 scores by how they changed. */
function countMoves(readings) {
	const counts = {
		rose: 0,
		fell: 0,
		pairs: 0
	};
	forEachOf(readings, ({ baseline, candidate }) => {
		if (candidate.numerator > baseline.numerator) counts.rose += 1;
		if (candidate.numerator < baseline.numerator) counts.fell += 1;
		counts.pairs += 1;
	});
	return counts;
}

// src/core/compare/known.ts
const known = /* @__PURE__ */ new WeakMap();
/** What follows from something that does not change, worked out once: every gate on a metric, and every reader of it, asks for the same. */
function onceFor(of, question, answer) {
	const answers = known.get(of) ?? /* @__PURE__ */ new Map();
	known.set(of, answers);
	if (!answers.has(question)) answers.set(question, answer());
	return answers.get(question);
}
/** What is worked out when it is first asked for, and no more than once. */
function once(make) {
	let made = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

// src/core/compare/corpus.ts
/** With as many the level of a limit is uncertain by half a point. */
const RESAMPLES = 2e3;
/** With as few independent units the bootstrap is too narrow: Student's t on jackknife values, G − 1 degrees of freedom. */
const FEW_UNITS = 20;
/** Value and jackknifed standard error of a corpus metric over the samples that `read` finds parts in; null without a value. */
function estimateCorpus(scores, declaration, read) {
	const side = sideOf(scores, declaration, read);
	if (side === null || !Number.isFinite(side.value)) return null;
	const { value, left, units } = side;
	const { stderr } = sizedMean({
		values: pseudoValues(left, value),
		sizes: units.sizes
	});
	return {
		value,
		stderr: Number.isFinite(stderr) ? stderr : null,
		n: units.samples.length
	};
}
/**
* What the samples say of a corpus metric: what BCa by resampling the independent units and Student's t on jackknife values
* both show, since either alone errs too often on 50 to 200 units (docs/explanation/calibration.md); the latter alone where units are few
* or hardly any of them differ; limits of its own for the calibration error.
*/
function imputeCorpus(metric, estimand) {
	if (metric.partial) return null;
	const { aggregate } = metric.declaration;
	if (aggregate !== void 0 && whyNotJudged(aggregate) !== null) return null;
	return onceFor(metric.scores, estimand, () => imputeUnits(metric, estimand));
}
/** The jackknife's standard error of a corpus metric's change; null without a value. */
function stderrOfCorpusChange({ declaration, scores }) {
	return influences(scores, declaration, DELTA)?.estimate.stderr ?? null;
}
/** A corpus metric, or its change, as a function of the units, and what each of them moves it by; null without a value. */
function influences(scores, declaration, estimand) {
	const sizes = [];
	const changed = [];
	let n = 0;
	visitUnits(scores, estimand.read, (reading, unit) => {
		n += 1;
		sizes[unit] = (sizes[unit] ?? 0) + estimand.size(reading);
		changed[unit] ||= differs(estimand.parts(reading));
	});
	const effective = effectiveSize(sizes);
	if (!(effective >= 2)) return null;
	const sides = estimand.sides.flatMap((read) => sideOf(scores, declaration, read) ?? []);
	const own = sides.at(-1);
	if (own === void 0) return null;
	const other = sides.length === 2 ? sides[0] : void 0;
	let resampled = null;
	const prepared = () => {
		resampled ??= resampledUnits(sides);
		return resampled;
	};
	const left = own.left.slice();
	for (let unit = 0; other !== void 0 && unit < left.length; unit += 1) left[unit] = left[unit] - other.left[unit];
	const statistic = {
		units: left.length,
		sums: () => prepared().sums(),
		kinds: () => prepared().kinds(),
		value: (times) => prepared().value(times),
		without: (unit) => left[unit]
	};
	const value = own.value - (other?.value ?? 0);
	const values = pseudoValues(left, value);
	if (!Number.isFinite(value) || !values.every(Number.isFinite)) return null;
	const estimate = sizedMean({
		values,
		sizes
	});
	return {
		sizes,
		changed,
		effective,
		n,
		sides,
		isChange: other !== void 0,
		statistic,
		value,
		values,
		estimate
	};
}
function imputeUnits({ declaration, scores, resamples = RESAMPLES }, estimand) {
	const found = influences(scores, declaration, estimand);
	if (found === null) return null;
	const { sizes, changed, effective, n, sides, isChange, statistic, value, values, estimate } = found;
	const differing = sum(sizes.filter((_, unit) => changed[unit]));
	const sparse = effective * (isChange ? differing : apart({
		values,
		sizes
	})) < 10 * sum(sizes);
	const isWhole = n === scores.length;
	if (declaration.aggregate === "ece") {
		const extremes = sparse ? estimand.extremes(unitRange(sides, declaration)) : null;
		const limits = limitsOfCalibrationError(sides.map(({ units }) => units), extremes);
		const imputation = isWhole ? {
			value,
			inference: {
				kind: "limits",
				limits
			}
		} : null;
		return {
			method: "calibration limits",
			value,
			n,
			lowest: imputation,
			highest: imputation,
			sparse
		};
	}
	if (sparse || effective <= FEW_UNITS) {
		const extremes = estimand.extremes(unitRange(sides, declaration));
		const complete = (end) => {
			const own = sparse ? extendedMean({
				values,
				sizes
			}, {
				value: extremes[end],
				weight: 1
			}) : estimate;
			return isWhole && own.stderr > 0 ? {
				value,
				inference: {
					kind: "student",
					estimate: own
				}
			} : null;
		};
		return {
			method: "jackknife t",
			value,
			n,
			lowest: complete("low"),
			highest: complete("high"),
			sparse
		};
	}
	const seed = seedOf(namesOf(declaration.name, scores));
	const resampled = bootstrapStatistic(statistic, {
		resamples,
		seed
	});
	if (resampled === null) return null;
	const imputation = isWhole ? {
		value,
		inference: {
			kind: "each",
			of: [{
				kind: "bootstrap",
				bootstrap: resampled
			}, {
				kind: "student",
				estimate
			}]
		}
	} : null;
	return {
		method: "bca bootstrap",
		value,
		n,
		lowest: imputation,
		highest: imputation,
		sparse
	};
}
function* namesOf(name, scores) {
	yield name;
	for (const { key } of scores) yield key;
}
/** Of one side; null where nobody says how it follows from samples. Estimates and tests of one metric ask for the same sides. */
function sideOf(scores, declaration, read) {
	const of = onceFor(scores, declaration, () => ({}));
	return onceFor(of, read, () => makeSide(scores, declaration, read));
}
function makeSide(scores, { aggregate }, read) {
	const units = sampleUnits(scores, read);
	if (aggregate === void 0 || units === null) return null;
	const { over } = AGGREGATES[aggregate];
	return {
		units,
		over,
		...leftOut(units, over)
	};
}
/** How much of all weight lies apart from the most common value. */
function apart({ values, sizes }) {
	const { low, high } = endsOf$1(values);
	const known = /* @__PURE__ */ new Map();
	let commonest = 0;
	for (const [index, value] of values.entries()) {
		const step = high === low ? 0 : Math.round((value - low) / (1e-9 * (high - low)));
		const size = (known.get(step) ?? 0) + (sizes[index] ?? 0);
		known.set(step, size);
		commonest = Math.max(commonest, size);
	}
	return sum(sizes) - commonest;
}
const differs = ([baseline, candidate]) => baseline?.parts?.some((part, index) => part !== candidate?.parts?.[index]) ?? false;
/** Between which values one more unit would lie: what units contribute to either side, and at least the metric's range. */
function unitRange(sides, { range }) {
	const own = sides.map(({ left, value }) => endsOf$1(pseudoValues(left, value)));
	return {
		low: own.reduce((low, each) => Math.min(low, each.low), range.min ?? Infinity),
		high: own.reduce((high, each) => Math.max(high, each.high), range.max ?? -Infinity)
	};
}
/** As many as samples, which are too many for the arguments of one call. */
const endsOf$1 = (values) => ({
	low: values.reduce((a, b) => Math.min(a, b), Infinity),
	high: values.reduce((a, b) => Math.max(a, b), -Infinity)
});

// src/core/compare/ends.ts
/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
function isZeroOrOne(metric, parts) {
	const { min, max } = metric.declaration.range;
	return min === 0 && max === 1 && endsOf(metric, parts) !== null;
}
/**
* The ends of the range where every score lies at one of them and all count alike, so that they are 0/1 scores but for the unit; else
* null.
*/
function endsOf(metric, parts) {
	const ends = countableEnds(metric);
	return ends !== null && areAlike(parts) && parts.every((part) => isAtEnd(part, ends)) ? ends : null;
}
/**
* The ends of the range where all that is given before a candidate answers lies at one of them and all units count alike: another
* candidate's scores could all lie there too, and be counted.
*/
function endsAround(metric, units, { parts, given }) {
	const ends = countableEnds(metric);
	if (ends === null) return null;
	const every = { every: (holds) => units.every((unit) => parts(unit).every(holds)) };
	const isGiven = (unit) => given(unit).every((part) => isAtEnd(part, ends));
	return areAlike(every) && units.every(isGiven) ? ends : null;
}
/** Each unit of the candidate moved to an end of the range, unless it lies at the other one. */
function movedTo(end, units, { low, high }, { withScore }) {
	const [to, other] = end === "low" ? [low, high] : [high, low];
	const moved = (part) => {
		const { numerator, denominator } = part;
		return numerator === other * denominator ? part : {
			numerator: to * denominator,
			denominator
		};
	};
	return { every: (holds) => units.every((unit) => holds(withScore(unit, moved))) };
}
/** The range of scores that may be counted by its ends. */
function countableEnds({ declaration, graded }) {
	const { kind, range } = declaration;
	const { min, max } = range;
	return graded || kind !== "mean" || min === null || max === null || !(min < max) ? null : {
		low: min,
		high: max
	};
}
const isAtEnd = ({ numerator, denominator }, { low, high }) => numerator === low * denominator || numerator === high * denominator;
/** Whether all count for as much. */
function areAlike(parts) {
	let size = null;
	return parts.every(({ denominator }) => {
		size ??= denominator;
		return denominator === size;
	});
}

// src/core/stats/strata.ts
/**
* Σ w_h x̄_h with variance Σ w_h² s_h²/n_h (1 − n_h/N_h), weights scaled to sum to 1. Macro and micro averages are different
* numbers with different errors: which of them is meant has to be said. Cochran 1977, "Sampling techniques", 5.3; the
* degrees of freedom are those of Welch 1947 and Satterthwaite 1946, V² / Σ (v_h² / df_h), since one small stratum may hold nearly all of
* the variance. Of strata that depend on each other the standard errors are added, the most that any correlation allows, with the least
* of their degrees of freedom.
*/
function stratifiedMean(strata) {
	const total = sum(strata.map(({ weight }) => weight));
	const parts = strata.map(({ estimate: { value, stderr, df }, weight, population }) => {
		const unseen = population === void 0 ? 1 : 1 - (df + 1) / population;
		return {
			value: weight / total * value,
			stderr: weight / total * stderr * Math.sqrt(unseen),
			df
		};
	});
	const sources = /* @__PURE__ */ new Map();
	for (const [index, { stderr, df }] of parts.entries()) {
		const source = strata[index]?.source ?? strata[index];
		const earlier = sources.get(source) ?? {
			stderr: 0,
			df
		};
		sources.set(source, {
			stderr: earlier.stderr + stderr,
			df: Math.min(earlier.df, df)
		});
	}
	const independent = [...sources.values()];
	const variance = sum(independent.map(({ stderr }) => stderr ** 2));
	const shares = sum(independent.map(({ stderr, df }) => stderr === 0 ? 0 : (stderr ** 2 / variance) ** 2 / df));
	return {
		value: sum(parts.map(({ value }) => value)),
		stderr: Math.sqrt(variance),
		df: shares === 0 ? sum(independent.map(({ df }) => df)) : 1 / shares
	};
}

// src/core/compare/score-table.ts
/**
* Paired scores in columns: 2 bytes each where scores are right or wrong, else 16, and more where samples have weights, groups or clusters; objects take 200. What is taken out
* of it is an object of its own, made anew every time; a selection shares the columns.
*/
var ScoreTable = class ScoreTable {
	length;
	#columns;
	/** Null for all rows. */
	#rows;
	constructor(columns, rows, length) {
		this.#columns = columns;
		this.#rows = rows;
		this.length = length;
	}
	static from(scores) {
		return scores instanceof ScoreTable ? scores : ScoreTable.of(scores, scores.length);
	}
	/** @param most how many there are at most */
	static of(scores, most) {
		const keys = [];
		const columns = new ScoreColumns(most, (row) => keys[row] ?? "");
		for (const score of scores) {
			keys.push(score.key);
			columns.add(score);
		}
		return ScoreTable.over(columns);
	}
	/** Of all that was added to the columns. */
	static over(columns) {
		return new ScoreTable(columns, null, columns.length);
	}
	*[Symbol.iterator]() {
		for (let position = 0; position < this.length; position += 1) yield this.#at(position);
	}
	filter(holds) {
		return this.split((score) => holds(score) ? true : void 0).get(true) ?? this.slice(0, 0);
	}
	/** Selections by what is said of each score, in the order in which that is first said; undefined leaves a score out. */
	split(of) {
		const positions = /* @__PURE__ */ new Map();
		for (let position = 0; position < this.length; position += 1) {
			const key = of(this.#at(position));
			if (key !== void 0 && positions.get(key)?.push(position) === void 0) positions.set(key, [position]);
		}
		return new Map([...positions].map(([key, own]) => [key, this.pick(own)]));
	}
	slice(start, end) {
		const from = Math.min(start, this.length);
		const count = Math.max(0, Math.min(end, this.length) - from);
		return this.pick(Array.from({ length: count }, (_, position) => from + position));
	}
	/** The scores at these positions, in this order. */
	pick(positions) {
		const rows = Int32Array.from(positions, (position) => this.#rowAt(position));
		return new ScoreTable(this.#columns, rows, rows.length);
	}
	some(holds) {
		for (let position = 0; position < this.length; position += 1) if (holds(this.#at(position))) return true;
		return false;
	}
	every(holds) {
		return !this.some((score) => !holds(score));
	}
	map(of) {
		return Array.from({ length: this.length }, (_, position) => of(this.#at(position), position));
	}
	flatMap(of) {
		const found = [];
		for (const score of this) {
			const own = of(score);
			if (Array.isArray(own)) found.push(...own);
			else found.push(own);
		}
		return found;
	}
	#rowAt(position) {
		return this.#rows === null ? position : this.#rows[position] ?? 0;
	}
	#at(position) {
		return new ScoreAt(this.#columns, this.#rowAt(position));
	}
};
/** Paired scores one after the other. */
var ScoreColumns = class {
	length = 0;
	/** Keys are made when they are asked for, which they seldom are. */
	keyOf;
	groups;
	clusters;
	baseline;
	candidate;
	#most;
	/** Null as long as every weight is 1. */
	#weights = null;
	/** @param most how many there will be at most */
	constructor(most, keyOf) {
		this.keyOf = keyOf;
		this.groups = new Names(most);
		this.clusters = new Names(most);
		this.baseline = new Parts(most);
		this.candidate = new Parts(most);
		this.#most = most;
	}
	add({ weight, group, cluster, baseline, candidate }) {
		const row = this.length;
		if (weight !== 1) this.#weights ??= new Float64Array(this.#most).fill(1);
		if (this.#weights !== null) this.#weights[row] = weight;
		this.groups.set(row, group);
		this.clusters.set(row, cluster);
		this.baseline.set(row, baseline);
		this.candidate.set(row, candidate);
		this.length += 1;
	}
	/** Two numbers of a sample of weight 1 that has neither group nor cluster. */
	addNumbers(baseline, candidate) {
		this.baseline.setNumber(this.length, baseline);
		this.candidate.setNumber(this.length, candidate);
		if (this.#weights !== null) this.#weights[this.length] = 1;
		this.length += 1;
	}
	weightAt(row) {
		return this.#weights === null ? 1 : this.#weights[row] ?? 1;
	}
};
/** One row. Its key is made when it is asked for: a copy by `...` has none, and says its own. */
var ScoreAt = class {
	cluster;
	group;
	weight;
	baseline;
	candidate;
	#columns;
	#row;
	constructor(columns, row) {
		const { groups, clusters, baseline, candidate } = columns;
		this.cluster = clusters.get(row);
		this.group = groups.get(row);
		this.weight = columns.weightAt(row);
		this.baseline = baseline.get(row);
		this.candidate = candidate.get(row);
		this.#columns = columns;
		this.#row = row;
	}
	get key() {
		return this.#columns.keyOf(this.#row);
	}
};
/** One side's parts; a numerator of NaN without anything else stands for a sample without a score. */
var Parts = class {
	#most;
	#numerators;
	/** Null as long as every part is a number by itself, which counts 1; then NaN for a sample without a score. */
	#denominators = null;
	/** Of corpus metrics, and of what was measured. */
	#more = null;
	constructor(most) {
		this.#most = most;
		this.#numerators = new Cells(most);
	}
	set(row, part) {
		this.#numerators.set(row, part?.numerator ?? NaN);
		if (!(part === null || part.denominator === 1 && part.parts === void 0 && !Number.isNaN(part.numerator))) this.#denominators ??= this.#plainDenominators(row);
		this.#denominators?.set(row, part?.denominator ?? NaN);
		if (part?.parts === void 0) return;
		this.#more ??= new NumberLists(this.#most);
		this.#more.set(row, part.parts);
	}
	setNumber(row, number) {
		this.#numerators.set(row, number);
		this.#denominators?.set(row, 1);
	}
	get(row) {
		const numerator = this.#numerators.get(row);
		const denominators = this.#denominators;
		if (denominators === null) return Number.isNaN(numerator) ? null : {
			numerator,
			denominator: 1
		};
		const denominator = denominators.get(row);
		if (Number.isNaN(denominator)) return null;
		const parts = this.#more?.get(row);
		return parts === void 0 ? {
			numerator,
			denominator
		} : {
			numerator,
			denominator,
			parts
		};
	}
	#plainDenominators(rows) {
		const denominators = new Cells(this.#most);
		for (let row = 0; row < rows; row += 1) if (!Number.isNaN(this.#numerators.get(row))) denominators.set(row, 1);
		return denominators;
	}
};
/** Names of which many are the same, or null. */
var Names = class {
	#most;
	#codes = null;
	#names = [null];
	#known = /* @__PURE__ */ new Map();
	constructor(most) {
		this.#most = most;
	}
	set(row, name) {
		if (name === null) return;
		const code = this.#known.get(name) ?? this.#names.push(name) - 1;
		this.#known.set(name, code);
		this.#codes ??= new Int32Array(this.#most);
		this.#codes[row] = code;
	}
	get(row) {
		return this.#codes === null ? null : this.#names[this.#codes[row] ?? 0] ?? null;
	}
};

// src/core/compare/groups.ts
/** Whether the metric is a mean of means, and there are several of these. */
function isMeanOfGroups({ declaration, scores }) {
	return declaration.group_average === "macro" && groupsOf(scores).length > 1;
}
/** Samples by group, in the order in which groups first come. One that no side has belongs to nobody knows which. */
function groupsOf(scores) {
	return [...ScoreTable.from(scores).split(({ group, baseline, candidate }) => group === null && baseline === null && candidate === null ? void 0 : group).values()];
}
/** For each group the first one that it shares a cluster with, or that one with another. */
function sourcesOf(groups) {
	let sources = groups.map((_, index) => index);
	const owners = /* @__PURE__ */ new Map();
	for (const [index, group] of groups.entries()) for (const { cluster } of group) {
		if (cluster === null) continue;
		const [own = index, other = index] = [sources[index], sources[owners.get(cluster) ?? index]];
		if (own !== other) sources = sources.map((each) => each === own || each === other ? Math.min(own, other) : each);
		owners.set(cluster, index);
	}
	return sources;
}
/**
* One number a unit, group by group; null where a group has none, so that there is no mean of all groups.
*/
function valuesByGroup(scores, read, estimand) {
	const groups = groupsOf(scores);
	const sources = sourcesOf(groups);
	const found = groups.map((group, index) => {
		const units = unitsOf(group, read, estimand);
		const sized = sizedUnits(units, estimand);
		return {
			...sized,
			own: {
				values: mapped(units, estimand.unitValue),
				sizes: sized.sizes
			},
			effective: effectiveSize(sized.sizes),
			count: units.count,
			source: sources[index] ?? index
		};
	});
	return found.some(({ count }) => count === 0) ? null : found;
}
const meanOfMeans = (groups) => sum(groups.map(({ values, count }) => sum(values) / count)) / groups.length;
/**
* Every group counts alike.
* @param extras for each group one more unit, where too few of its own lie far from the rest; one such group gets it, in which
* it weighs most: that is the smallest, with all others into which one cluster reaches. Had each of them one, they would assume a rate of
* what was not seen that all groups together rule out.
* @param times as if every unit but those had been seen so often
*/
function stratify(groups, extras, times = 1) {
	const reach = /* @__PURE__ */ new Map();
	for (const [index, { source, effective }] of groups.entries()) {
		const weight = extras[index]?.weight ?? 0;
		if (weight > 0) reach.set(source, (reach.get(source) ?? 0) + weight / (effective * times + weight));
	}
	const [[weighsMost] = []] = [...reach].sort(([, left], [, right]) => right - left);
	return stratifiedMean(groups.map((group, index) => {
		const extra = extras[index] ?? null;
		const { value, stderr, df } = sizedMean(group);
		return {
			estimate: extra !== null && group.source === weighsMost ? extendedMean(group, extra, times) : {
				value,
				stderr: stderr / Math.sqrt(times),
				df: (df + 1) * times - 1
			},
			weight: 1,
			source: group.source
		};
	}));
}
const estimateOfStrata = (groups) => stratify(groups, []);
/** Value and standard error of a mean of groups' means. */
function estimateOfGroups(groups, n) {
	if (groups === null) return null;
	const { stderr } = estimateOfStrata(groups);
	return {
		value: meanOfMeans(groups),
		stderr: Number.isFinite(stderr) ? stderr : null,
		n
	};
}
/** How one group's means are completed when scores are missing: only where the sample's own group is known. */
const isAttributed = (scores) => sum(groupsOf(scores).map(({ length }) => length)) === scores.length;

// src/core/stats/batches.ts
/** With more a correlation between neighbours is known well enough, and a quantile is smooth enough without one of them. */
const MOST_BATCHES = 30;
/** Beyond it there are hardly any independent batches left. */
const MOST_CORRELATION = .8;
/**
* Positions in the order of time, in about √n batches of neighbours: as many as keep the delete-a-batch jackknife of a quantile
* consistent (Shao & Wu 1989: batches of at least √n), 30 at most (Schmeiser 1982).
*/
function batchesOf(count) {
	const batches = Math.min(MOST_BATCHES, Math.floor(Math.sqrt(count)));
	const end = (batch) => Math.floor(batch * count / batches);
	return Array.from({ length: batches }, (_, batch) => Array.from({ length: end(batch + 1) - end(batch) }, (_, index) => end(batch) + index));
}
/**
* The mean of numbers in the order of time, of which neighbours hang together: batch means (Law & Kelton) with the variance of an AR(1)
* process, s² / G · (1 + ρ) / (1 − ρ), and G (1 − ρ) / (1 + ρ) − 1 degrees of freedom. ρ is the lag-1 autocorrelation freed of its
* bias in short series, ρ̂ + (1 + 4 ρ̂) / G (Kendall 1954; Marriott & Pope 1954); a negative one is not credited. Assumes that what drifts
* does so within a few batches: of a change that lasts the whole run nothing can be seen in it.
*/
function driftingMean(values) {
	const { value, stderr } = studentMean(values);
	const batches = values.length;
	let [products, squares] = [0, 0];
	for (const [index, each] of values.entries()) {
		const before = values[index - 1];
		squares += (each - value) ** 2;
		if (before !== void 0) products += (each - value) * (before - value);
	}
	const seen = squares > 0 ? products / squares : 0;
	const correlation = Math.min(MOST_CORRELATION, Math.max(0, seen + (1 + 4 * seen) / batches));
	const inflation = (1 + correlation) / (1 - correlation);
	return {
		value,
		stderr: stderr * Math.sqrt(inflation),
		df: Math.max(1, batches / inflation - 1)
	};
}
/** Of errors that come from several kinds of dependence each: their variances add up, at most; the least degrees of freedom count. */
function addedErrors(estimates) {
	const [{ value }] = estimates;
	return {
		value,
		stderr: Math.sqrt(estimates.reduce((total, { stderr }) => total + stderr ** 2, 0)),
		df: Math.min(...estimates.map(({ df }) => df))
	};
}

// src/core/stats/quantile.ts
/**
* The quantile of weighted numbers: linear between the middles of their shares of all weight, which of equal weights is type 5 of
* Hyndman & Fan 1996 (Hazen), and the usual median. NaN of none.
* @param sorted by value, lowest first
*/
function weightedQuantile(sorted, q) {
	let total = 0;
	for (const { weight } of sorted) total += weight;
	const wanted = q * total;
	let [below, previous] = [0, null];
	for (const { value, weight } of sorted) {
		if (weight === 0) continue;
		const at = below + weight / 2;
		if (at >= wanted) {
			if (previous === null) return value;
			return previous.value + (wanted - previous.at) / (at - previous.at) * (value - previous.value);
		}
		below += weight;
		previous = {
			at,
			value
		};
	}
	return previous?.value ?? NaN;
}

// src/core/stats/quantile-limits.ts
/**
* Limits of a quantile without any assumption on the distribution: order statistics (Conover 1999, *Practical Nonparametric Statistics*,
* section 3.2). What is below x is binomial, so that the q-quantile is at most x where few enough numbers are above it:
* P(Bin(n′, 1 − q) ≤ k′) ≤ α, with k′ = k · n′ / n of the k above. Exact for independent numbers, n′ = n.
* @param sorted lowest first
* @param effective n′, at most as many as there are numbers: so many independent ones tell as much at this α
*/
function quantileLimits(sorted, q, effective) {
	const n = sorted.length;
	return {
		upper(alpha) {
			const own = effective(alpha);
			const isAbove = (index) => binomialAtMost((n - 1 - index) * own / n, own, 1 - q) <= alpha;
			return sorted[firstWhere(n, isAbove)] ?? Infinity;
		},
		lower(alpha) {
			const own = effective(alpha);
			const isReached = (index) => binomialAtLeast((n - index) * own / n, own, 1 - q) > alpha;
			return sorted[firstWhere(n, isReached) - 1] ?? -Infinity;
		}
	};
}
/** Between these t is told from z; beyond them nobody judges. */
const [LOWEST_LEVEL, HIGHEST_LEVEL] = [.001, .25];
/**
* How many independent samples tell as much of a share p as these n: p (1 − p) / s², less for the degrees of freedom of s,
* (z / t)²; never more than n (Korn & Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts
* estimated from survey data").
*/
const effectiveCount = ({ value: share, stderr, df }, n) => (alpha) => {
	const level = Math.min(HIGHEST_LEVEL, Math.max(LOWEST_LEVEL, alpha));
	const wider = studentQuantile(1 - level, df) / normalQuantile(1 - level);
	const known = share * (1 - share) / (stderr * wider) ** 2;
	return known > 0 ? Math.min(n, known) : n;
};
/** The first of `count` places at which it holds, as it does at all after it; `count` where it holds at none. */
function firstWhere(count, holds) {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = low + high >>> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

// src/core/compare/pair.ts
const NONE = -1;
/** Every key of either side once, in the order of keys, so that the order of lines in a file changes nothing. */
var Pairs = class {
	length;
	#sides;
	constructor(sides) {
		this.length = sides.baseline.positions.length;
		this.#sides = sides;
	}
	*[Symbol.iterator]() {
		for (let position = 0; position < this.length; position += 1) yield new PairAt(this.#sides, position);
	}
	at(position) {
		return position < this.length ? new PairAt(this.#sides, position) : void 0;
	}
	keyAt(position) {
		return keyAt(this.#sides, position);
	}
	/** Where the samples of a pair stand in the order in which each side was asked; `NONE` on the side that lacks it. */
	turnsAt(position) {
		const { baseline, candidate } = this.#sides;
		return {
			baseline: turnAt(baseline, position),
			candidate: turnAt(candidate, position)
		};
	}
	/** A side's scores for a metric by pair, where each is one number, else NaN; null where samples do not hold them so. */
	numbersOf(side, metric) {
		const placed = this.#sides[side];
		const { samples } = placed.of;
		return samples.numberAt === void 0 ? null : (position) => samples.numberAt?.(turnAt(placed, position), metric) ?? NaN;
	}
	/** A side's scores for a metric by pair; null where samples do not hold them by metric. */
	scoresOf(side, metric) {
		const placed = this.#sides[side];
		const { samples } = placed.of;
		return samples.scoreAt === void 0 ? null : (position) => samples.scoreAt?.(turnAt(placed, position), metric);
	}
	/** Whether it is known that no sample of either side has this member. */
	lacks(member) {
		const { baseline, candidate } = this.#sides;
		return lacks(baseline.of.samples, member) && lacks(candidate.of.samples, member);
	}
	/** How many samples a side has. */
	count(side) {
		const { positions } = this.#sides[side];
		let count = 0;
		for (let position = 0; position < positions.length; position += 1) if (positions[position] !== NONE) count += 1;
		return count;
	}
	/** Of those, how many both sides have. */
	get complete() {
		const { baseline, candidate } = this.#sides;
		let count = 0;
		for (let position = 0; position < this.length; position += 1) if (baseline.positions[position] !== NONE && candidate.positions[position] !== NONE) count += 1;
		return count;
	}
	/** Null for a key of neither side. */
	find(key) {
		let [low, high] = [0, this.length];
		while (low < high) {
			const middle = low + high >>> 1;
			if (this.keyAt(middle) < key) low = middle + 1;
			else high = middle;
		}
		return low < this.length && this.keyAt(low) === key ? new PairAt(this.#sides, low) : null;
	}
};
/** A pair whose key is made when it is asked for: most are gone through for their scores alone. */
var PairAt = class {
	baseline;
	candidate;
	#sides;
	#position;
	constructor(sides, position) {
		this.baseline = sampleAt$1(sides.baseline, position);
		this.candidate = sampleAt$1(sides.candidate, position);
		this.#sides = sides;
		this.#position = position;
	}
	get key() {
		return keyAt(this.#sides, this.#position);
	}
};
function keyAt({ baseline, candidate }, position) {
	const own = baseline.positions[position];
	return own === NONE ? candidate.of.keys.at(candidate.positions[position]) : baseline.of.keys.at(own);
}
function turnAt({ of: { firsts }, positions }, position) {
	const place = positions[position] ?? NONE;
	return place === NONE || firsts === null ? place : firsts[place] ?? NONE;
}
function sampleAt$1(side, position) {
	const turn = turnAt(side, position);
	return turn === NONE ? null : side.of.samples.at(turn) ?? null;
}
function filterOf({ baseline, candidate }) {
	return (candidate ?? baseline)?.filter ?? null;
}
/** The last pairing of a baseline: a verdict and the samples that are shown beside it want the same. */
const KNOWN = /* @__PURE__ */ new WeakMap();
/** Pairs samples by key, never by position. */
function pairSamples(baseline, candidate) {
	const known = KNOWN.get(baseline);
	const [before, after] = known?.lengths ?? [];
	if (known?.of === candidate && before === baseline.length && after === candidate.length) return known;
	const pairing = pairAnew(baseline, candidate);
	KNOWN.set(baseline, {
		...pairing,
		of: candidate,
		lengths: [baseline.length, candidate.length]
	});
	return pairing;
}
function pairAnew(baseline, candidate) {
	const [own, other] = [keyed(baseline), keyed(candidate)];
	const duplicates = {
		baseline: [...own.duplicates].sort(byCodeUnits),
		candidate: [...other.duplicates].sort(byCodeUnits)
	};
	if (own.keys.shareWith(other.keys)) {
		const positions = own.keys.order();
		return {
			pairs: new Pairs({
				baseline: {
					of: own,
					positions
				},
				candidate: {
					of: other,
					positions
				}
			}),
			duplicates
		};
	}
	const partners = new Int32Array(own.keys.length).fill(NONE);
	const extra = [];
	for (let position = 0; position < other.keys.length; position += 1) {
		const partner = position < own.keys.length && own.keys.compare(position, other.keys, position) === 0 ? position : own.keys.findOf(other.keys, position);
		if (partner === NONE) extra.push(position);
		else partners[partner] = position;
	}
	own.keys.release();
	other.keys.release();
	extra.sort((one, another) => other.keys.compare(one, other.keys, another));
	const order = own.keys.order();
	const onBaseline = new Int32Array(order.length + extra.length);
	const onCandidate = new Int32Array(onBaseline.length);
	let [used, usedExtra] = [0, 0];
	for (let place = 0; place < onBaseline.length; place += 1) {
		const next = order[used];
		const nextExtra = extra[usedExtra];
		const isExtra = next === void 0 || nextExtra !== void 0 && own.keys.compare(next, other.keys, nextExtra) > 0;
		onBaseline[place] = isExtra ? NONE : next;
		onCandidate[place] = isExtra ? nextExtra ?? NONE : partners[next] ?? NONE;
		if (isExtra) usedExtra += 1;
		else used += 1;
	}
	return {
		pairs: new Pairs({
			baseline: {
				of: own,
				positions: onBaseline
			},
			candidate: {
				of: other,
				positions: onCandidate
			}
		}),
		duplicates
	};
}
function keyed(samples) {
	const duplicates = /* @__PURE__ */ new Set();
	if (samples.keyTable !== void 0) return {
		samples,
		keys: samples.keyTable,
		firsts: null,
		duplicates
	};
	const keys = new KeyTable();
	const firsts = [];
	let position = 0;
	for (const sample of samples) {
		const key = sampleKey(sample);
		if (keys.claim(key) === firsts.length) firsts.push(position);
		else duplicates.add(key);
		position += 1;
	}
	return {
		samples,
		keys,
		firsts,
		duplicates
	};
}
/** The same order on every machine: no locale has a say. */
function byCodeUnits(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** A key as people are shown it. */
function displayKey(key) {
	return key.replace("\0", ", filter ");
}

// src/core/compare/measured.ts
/**
* What clocks measured. Whatever a machine does besides makes answers slower that were given one after the other, so that samples
* are not independent in the order in which they were asked: batches of neighbours are (core/stats/batches.ts).
*/
/** Below nothing is inferred: tails are heavy, and batches few. */
const FEWEST_MEASURED = 100;
const measurementOf = (part) => ({
	part,
	turn: part.parts?.[0] ?? 0
});
function statisticOf(parts, how) {
	if (how === "ratio") {
		const all = totalOf(parts);
		return (left) => {
			const own = totalOf([...left].flatMap((index) => parts[index] ?? []));
			return ratioOfSums([{
				numerator: all.numerator - own.numerator,
				denominator: all.denominator - own.denominator
			}]);
		};
	}
	const sorted = parts.map((part, index) => ({
		value: ratioOfSums([part]),
		weight: part.denominator,
		index
	})).sort((a, b) => a.value - b.value || a.index - b.index);
	return (left) => weightedQuantile(left.size === 0 ? sorted : sorted.filter(({ index }) => !left.has(index)), how);
}
function totalOf(parts) {
	let [numerator, denominator] = [0, 0];
	for (const part of parts) {
		numerator += part.numerator;
		denominator += part.denominator;
	}
	return {
		numerator,
		denominator
	};
}
/** Value and standard error of one side; null without a value. */
function estimateMeasured(scores, declaration, read) {
	const found = scores.flatMap((score) => {
		const part = read(score);
		return part === null ? [] : [{
			...measurementOf(part),
			cluster: score.cluster
		}];
	});
	const how = measuredBy(declaration);
	if (how === null || found.length === 0) return null;
	const statistic = statisticOf(found.map(({ part }) => part), how);
	const value = statistic(/* @__PURE__ */ new Set());
	if (!Number.isFinite(value)) return null;
	const { stderr } = errorOf(value, statistic, [found.map(({ turn }) => turn)], found.map(clusterOf));
	return {
		value,
		stderr: Number.isFinite(stderr) ? stderr : null,
		n: found.length
	};
}
const clusterOf = ({ cluster }) => cluster;
/**
* What clocks say of candidate − factor · baseline, or of the candidate alone: the delete-a-batch jackknife with Student's t. Where the
* sides were asked in different orders, and where samples have clusters, the error of each is added.
* @param relative the limit that it is tested against, where that is a share of the baseline
*/
function imputeMeasured({ declaration, scores, partial }, isChange, relative) {
	const how = measuredBy(declaration);
	if (partial || how === null) return null;
	const found = scores.flatMap(({ baseline, candidate, cluster }) => candidate === null || isChange && baseline === null ? [] : [{
		own: measurementOf(candidate),
		other: baseline === null ? null : measurementOf(baseline),
		cluster
	}]);
	const own = statisticOf(found.map((each) => each.own.part), how);
	const other = isChange ? statisticOf(found.map((each) => each.other?.part ?? each.own.part), how) : () => 0;
	const factor = relative?.factor ?? 1;
	const moved = relative === void 0 ? 0 : (relative.factor - 1) * relative.baseline;
	const none = /* @__PURE__ */ new Set();
	const value = own(none) - other(none);
	if (found.length < 4 || !Number.isFinite(value)) return null;
	const statistic = (left) => own(left) - factor * other(left) + moved;
	const turns = [found.map((each) => each.own.turn), ...isChange ? [found.map((each) => each.other?.turn ?? 0)] : []];
	const estimate = errorOf(statistic(none), statistic, turns, found.map(clusterOf));
	const isKnown = found.length >= 100 && estimate.stderr > 0;
	const isWhole = found.length === scores.length;
	const quantile = isChange || how === "ratio" ? null : how;
	const ofOne = (q) => quantileAlone(found.map((each) => each.own.part), q, (share, statistic) => errorOf(share, statistic, turns, found.map(clusterOf)));
	const known = quantile === null ? {
		kind: "student",
		estimate
	} : ofOne(quantile);
	const imputation = {
		value,
		inference: isKnown ? known : { kind: "unknown" }
	};
	return {
		method: quantile === null ? "batched t" : "order statistics",
		value,
		n: found.length,
		sparse: false,
		lowest: isWhole ? imputation : null,
		highest: isWhole ? imputation : null,
		...estimate.stderr > 0 ? { stderr: estimate.stderr } : {},
		...isKnown ? {} : { rangeless: true }
	};
}
/**
* What one side's times say of their quantile: of a tail no t-test holds, and the share of answers that take longer is a rate. What
* neighbours have in common is seen in the share above the quantile that was observed, which is there whatever the limit is.
*/
function quantileAlone(parts, q, error) {
	const [first] = parts;
	if (!parts.every(({ denominator }) => denominator === first?.denominator)) return { kind: "unknown" };
	const times = parts.map((part) => ratioOfSums([part]));
	const sorted = [...times].sort((a, b) => a - b);
	const own = statisticOf(parts, q)(/* @__PURE__ */ new Set());
	const share = statisticOf(times.map((time) => ({
		numerator: Number(time >= own),
		denominator: 1
	})), "ratio");
	const estimate = error(share(/* @__PURE__ */ new Set()), share);
	return {
		kind: "limits",
		limits: quantileLimits(sorted, q, effectiveCount(estimate, times.length))
	};
}
/** @param turns for each side that counts, when each sample was asked */
function errorOf(value, statistic, turns, clusters) {
	const orders = turns.map(orderOf);
	const byTime = orders.filter((order, index) => orders.findIndex((other) => other.every((sample, place) => sample === order[place])) === index).map((order) => driftingMean(jackknife(value, statistic, inBatches(order))));
	const ofClusters = clusters.every((cluster) => cluster === null) ? [] : [studentMean(jackknife(value, statistic, clusterBatches(clusters)))];
	const [first = {
		value,
		stderr: NaN,
		df: NaN
	}, ...more] = [...byTime, ...ofClusters];
	return {
		...addedErrors([first, ...more]),
		value
	};
}
const orderOf = (turns) => [...turns.keys()].sort((a, b) => (turns[a] ?? 0) - (turns[b] ?? 0));
const inBatches = (order) => batchesOf(order.length).map((batch) => batch.map((place) => order[place] ?? 0));
/** Whole clusters together, in an order that has nothing to do with time. */
function clusterBatches(clusters) {
	const members = /* @__PURE__ */ new Map();
	for (const [index, cluster] of clusters.entries()) {
		const name = cluster === null ? `sample ${index}` : `cluster ${cluster}`;
		const own = members.get(name);
		if (own === void 0) members.set(name, [index]);
		else own.push(index);
	}
	const units = [...members].sort(([a], [b]) => byCodeUnits(a, b)).map(([, own]) => own);
	return batchesOf(units.length).map((batch) => batch.flatMap((unit) => units[unit] ?? []));
}
/** One number a batch whose mean is the value: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎). */
function jackknife(value, statistic, batches) {
	const left = batches.map((batch) => statistic(new Set(batch)));
	const centre = left.reduce((total, each) => total + each, 0) / left.length;
	return left.map((each) => value + (left.length - 1) * (centre - each));
}

// src/core/compare/estimate.ts
/** Value and standard error over the samples that `read` finds a part in; null without any, or with no denominator. */
const estimateOf = (metric, read) => onceFor(metric, read, () => estimate(metric, read));
function estimate(metric, read) {
	const { scores, declaration } = metric;
	if (measuredBy(declaration) !== null) return estimateMeasured(scores, declaration, read);
	if (declaration.kind === "corpus") return estimateCorpus(scores, declaration, read);
	if (isMeanOfGroups(metric)) {
		const n = countOf(scores, (score) => read(score) !== null);
		return estimateOfGroups(valuesByGroup(scores, read, CANDIDATE), n);
	}
	const units = unitsOf(scores, read, CANDIDATE);
	const value = ratioOfSums(units);
	if (!Number.isFinite(shown(value, declaration))) return null;
	const own = sizedUnits(units, CANDIDATE);
	const stderr = effectiveSize(own.sizes) < 2 ? null : sizedMean(own).stderr;
	return {
		value: shown(value, declaration),
		stderr: stderr === null ? null : finiteOrNull(stderr * stretch(value, declaration)),
		n: units.samples
	};
}
/** Kish's effective number of the independent units that the estimand is read from. */
function effectiveOf(metric, estimand) {
	return onceFor(metric, estimand, () => effectiveSize(mapped(unitsOf(metric.scores, estimand.read, estimand), estimand.size)));
}
/** Squares of huge scores overflow, and an infinite error is none. */
function finiteOrNull(value) {
	return Number.isFinite(value) ? value : null;
}
/** The samples that both sides have a score for. */
const paired = (side) => PAIRED[side];
const ALONE = {
	baseline: ({ baseline }) => baseline,
	candidate: CANDIDATE.read
};
/** All that the side has. */
const alone = (side) => ALONE[side];
/** A value on the scale on which it is shown. */
function shown(value, { scale }) {
	return scale === "log" ? Math.exp(value) : value;
}
/** What a small change of the judged value is worth on the shown scale (delta method). */
function stretch(value, { scale }) {
	return scale === "log" ? Math.exp(value) : 1;
}
/**
* A delta on the judged scale, as a change of the baseline's shown value: for logarithmic metrics e^δ is the factor by
* which it changes.
*/
function shownDelta(delta, baseline, { scale }) {
	return scale === "log" ? baseline * Math.expm1(delta) : delta;
}
/** The delta with its interval; limits are null where the missing scores leave them open, or without spread. */
function estimateDelta(metric, estimate, alpha) {
	const baseline = estimateOf(metric, paired("baseline"));
	const candidate = estimateOf(metric, paired("candidate"));
	if (baseline === null || candidate === null) return null;
	const limit = (value) => {
		const delta = value === void 0 ? NaN : shownDelta(value, baseline.value, metric.declaration);
		return Number.isFinite(delta) ? delta : null;
	};
	const { lowest, highest } = estimate ?? {
		lowest: null,
		highest: null
	};
	return {
		value: estimate === null ? candidate.value - baseline.value : shownDelta(estimate.value, baseline.value, metric.declaration),
		low: limit(lowest === null ? void 0 : lowerLimit(lowest.inference, alpha)),
		high: limit(highest === null ? void 0 : upperLimit(highest.inference, alpha)),
		level: 1 - 2 * alpha,
		method: estimate?.method ?? "none"
	};
}
/** Marks an interval as no more than a description of the samples that were seen. */
function descriptive(delta) {
	return delta.method === "none" ? delta : {
		...delta,
		method: `${delta.method}, descriptive`
	};
}
/** Pairs that got worse and better; null where scores are not all at the ends of their range. */
const countFlips = (metric) => onceFor(metric, countFlips, () => flipsIn(metric));
function flipsIn(metric) {
	const { scores, declaration } = metric;
	if (endsOf(metric, scoredParts(scores, DELTA)) === null) return null;
	const { rose, fell, pairs } = countMoves(valuesOfEstimand(scores, DELTA));
	if (pairs === 0) return null;
	return worseSign(declaration) === 1 ? {
		regressed: rose,
		improved: fell
	} : {
		regressed: fell,
		improved: rose
	};
}

// src/core/metrics/following.ts
/** Metrics that follow from what is stored for another: one class against all others, several answers as one, what an answer cost. */
/** Whether the stored scores of these metrics are all that this one follows from. */
function followsFrom({ name, of_repeats: of, of_class: ofClass, of_usage: ofUsage }, stored) {
	return ofUsage !== void 0 || stored.has(of?.metric ?? ofClass?.metric ?? name);
}
/** A sample's score for a metric, be it stored or one that follows from its scores for another. */
function scoreIn(sample, declaration) {
	const { name, of_repeats: of, of_class: ofClass, of_usage: ofUsage } = declaration;
	if (ofUsage !== void 0) return usageScore(sample, declaration, ofUsage);
	if (of !== void 0) return scoreOfRepeats(sample, of);
	const metric = ofClass?.metric ?? name;
	if (!Object.hasOwn(sample.scores, metric)) return void 0;
	return ofClass === void 0 ? sample.scores[metric] : againstOthers(sample.scores[metric], ofClass.position);
}
/**
* The runs with the metrics that gates ask of others, such as `exact_match_pass@4` or `f1[refund]`: both sides declare them, so that a
* side with too few answers has samples without a score, and no metric that is missing.
*/
function withAskedMetrics(runs, gates, prices = null) {
	const named = gates.flatMap(metricsOfGate);
	return runs.map((run) => {
		const { record } = run;
		const own = named.flatMap(({ task, metric }) => task === record.task ? [metric] : []);
		const more = [...new Set(own)].flatMap((name) => {
			return record.metrics.some((metric) => metric.name === name) ? [] : priced(metricNamed(name, record.metrics), record, prices) ?? [];
		});
		return more.length === 0 ? run : {
			...run,
			record: {
				...record,
				metrics: [...record.metrics, ...more]
			}
		};
	});
}
/** A cost is that of the side's own model. */
function priced(metric, { model }, prices) {
	if (metric?.of_usage !== "cost" || prices === null) return metric;
	const price = priceOf(prices, model.source);
	return price === null ? metric : {
		...metric,
		price
	};
}
/** A metric that is declared, or one that follows from the scores for one that is; null for any other. */
function metricNamed(name, known) {
	const own = known.find((metric) => metric.name === name);
	if (own !== void 0) return own;
	const ofClass = parseClassMetric(name);
	if (ofClass !== null) return classMetric(ofClass, known);
	const counted = usageMetric(name);
	if (counted !== null) return counted;
	const asked = parseRepeatMetric(name);
	const base = known.find((metric) => metric.name === asked?.metric);
	if (asked === null || base === void 0 || !tellsRight(base)) return null;
	return declareRepeatMetric(base, asked.family, asked.k);
}

// src/core/compare/questions.ts
/** What rows could have in common. */
const TELLING = [
	"cluster",
	"question_digest",
	"input_digest"
];
/** The baseline's word, which whoever wants to merge has not written. */
const sampleOf = ({ baseline, candidate }) => baseline ?? candidate;
/**
* Joins declared clusters with rows of one question, as far as they reach into each other. A row asked twice is no second
* piece of evidence: copied often enough, a few rows that both models get right would prove anything.
*/
function dependenceOf(pairs, filter) {
	if (TELLING.every((member) => pairs.lacks(member))) return {
		clusterAt: () => null,
		askedAgain: null
	};
	const declared = Int32Array.from({ length: pairs.length }, (_, position) => position);
	const named = /* @__PURE__ */ new Map();
	for (const [position, { cluster }] of rowsOf(pairs, filter)) {
		if (cluster === void 0) continue;
		declared[position] = named.get(cluster) ?? position;
		if (declared[position] === position) named.set(cluster, position);
	}
	const parents = declared.slice();
	const rootOf = (position) => {
		let root = position;
		while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
		for (let at = position; at !== root;) {
			const next = parents[at] ?? root;
			parents[at] = root;
			at = next;
		}
		return root;
	};
	const questions = new SampleIndex({ at: (position) => sampleAt(pairs, position) }, (sample) => questionOf(sample));
	const joined = new Uint8Array(pairs.length);
	const spans = new Uint8Array(pairs.length);
	let of = 0;
	let first = null;
	for (const [position, sample] of rowsOf(pairs, filter)) {
		of += 1;
		const question = questionOf(sample);
		if (question === null) continue;
		const earlier = questions.claim(question, position);
		if (earlier === void 0) continue;
		if (declared[earlier] !== declared[position]) {
			spans[earlier] = 1;
			first ??= [pairs.at(earlier)?.key ?? "", pairs.at(position)?.key ?? ""];
			const [root, other] = [rootOf(earlier), rootOf(position)];
			parents[other] = root;
			joined[root] = 1;
		}
	}
	const countRows = () => {
		let count = 0;
		for (const [, sample] of rowsOf(pairs, filter)) {
			const question = questionOf(sample);
			const asked = question === null ? void 0 : questions.find(question);
			if (asked !== void 0 && spans[asked] === 1) count += 1;
		}
		return count;
	};
	const rows = first === null ? 0 : countRows();
	return {
		clusterAt(position) {
			const root = rootOf(position);
			return joined[root] === 1 ? `\u0001${root}` : sampleAt(pairs, position)?.cluster ?? null;
		},
		askedAgain: first === null ? null : {
			rows,
			of,
			first
		}
	};
}
const sampleAt = (pairs, position) => {
	const pair = pairs.at(position);
	return pair === void 0 ? void 0 : sampleOf(pair) ?? void 0;
};
function* rowsOf(pairs, filter) {
	let position = 0;
	for (const pair of pairs) {
		const sample = sampleOf(pair);
		if (sample !== null && filterOf(pair) === filter) yield [position, sample];
		position += 1;
	}
}

// src/core/compare/repeats.ts
/** Samples whose answers disagree that a reader is shown; the counts say how many there are. */
const MOST_SHOWN = 8;
const SIDES$1 = ["baseline", "candidate"];
/** How many answers of each sample the metric of a run is a mean of. */
function answersEach(record, { name, of_repeats: of }) {
	const base = of?.metric ?? name;
	const isRepeated = record?.metrics.some((metric) => metric.name === base && metric.repeated === true);
	return record !== void 0 && isRepeated === true ? repeatsOf(record) : 1;
}
/** Null for a sample without a score; of one answer there is no spread. */
function spreadOfAnswers(sample, metric) {
	const score = sample.scores[metric];
	if (typeof score !== "number") return null;
	const scores = sample.repeats?.scores[metric] ?? [score];
	const squares = scores.reduce((total, each) => total + (each - score) ** 2, 0);
	return {
		mean: score,
		variance: scores.length < 2 ? 0 : squares / (scores.length - 1),
		range: Math.max(...scores) - Math.min(...scores)
	};
}
/**
* How much of what samples differ by is chance between the answers to one and the same question.
*
* By the law of total variance (Miller 2024, "Adding Error Bars to Evals", section on resampling) the variance of
* d = mean of the candidate's answers − mean of the baseline's, over samples, is that of the questions plus
* E[σ²_candidate / K_candidate + σ²_baseline / K_baseline]. The interval of the mean of d holds both, since d is what it is
* made of; this is the second one's share: mean(s²_candidate / K_candidate + s²_baseline / K_baseline) / s²_d. Assumes that
* answers to one question are independent. Of a side with one answer nothing is known, so that the share is at least that.
*
* @returns null where each side answered once
*/
function repeatNoise(pairs, { name, of_repeats: of }, filter, answers) {
	if (answers.baseline < 2 && answers.candidate < 2) return null;
	const metric = of?.metric ?? name;
	const flaky = {
		baseline: 0,
		candidate: 0
	};
	const worst = [];
	const deltas = {
		count: 0,
		mean: 0,
		squares: 0
	};
	let within = 0;
	for (const pair of pairs) {
		const { baseline, candidate } = pair;
		if (baseline === null || candidate === null || filterOf(pair) !== filter) continue;
		const [before, after] = [spreadOfAnswers(baseline, metric), spreadOfAnswers(candidate, metric)];
		if (before === null || after === null) continue;
		within += before.variance / answers.baseline + after.variance / answers.candidate;
		const delta = after.mean - before.mean;
		const step = delta - deltas.mean;
		deltas.count += 1;
		deltas.mean += step / deltas.count;
		deltas.squares += step * (delta - deltas.mean);
		const spreads = {
			baseline: before,
			candidate: after
		};
		for (const side of SIDES$1) if (spreads[side].range > 0) flaky[side] += 1;
		const size = before.variance + after.variance;
		if (size === 0) continue;
		const shown = (spread) => ({
			mean: spread.mean,
			range: spread.range
		});
		worst.push({
			id: candidate.id,
			baseline: shown(before),
			candidate: shown(after),
			size
		});
		if (worst.length > 16) worst.sort(byUnrest).splice(MOST_SHOWN);
	}
	const variance = deltas.count < 2 ? 0 : deltas.squares / (deltas.count - 1);
	const share = variance > 0 ? Math.min(1, within / deltas.count / variance) : null;
	return {
		answers,
		noiseShare: of === void 0 ? share : null,
		flaky,
		worst: worst.sort(byUnrest).slice(0, MOST_SHOWN).map(({ size: _, ...sample }) => sample)
	};
}
const byUnrest = (a, b) => b.size - a.size || byCodeUnits(a.id, b.id);

// src/core/compare/scores.ts
function scoresOf(pairs, declaration, filter, planned, answers = {
	baseline: 1,
	candidate: 1
}, { clusterAt, askedAgain } = dependenceOf(pairs, filter), own = {
	baseline: declaration,
	candidate: declaration
}) {
	const isMeasured = measuredBy(declaration) !== null;
	const machines = /* @__PURE__ */ new Set();
	const unpaired = {
		baseline: 0,
		candidate: 0
	};
	const unscored = {
		baseline: 0,
		candidate: 0
	};
	const reasons = {
		baseline: /* @__PURE__ */ new Map(),
		candidate: /* @__PURE__ */ new Map()
	};
	const unit = commonWeight(pairs, filter);
	const places = pairs.lacks("filter") ? null : new Int32Array(pairs.length);
	const numbers = numbersOf(pairs, own);
	const isBare = filter === null && COUNTING.every((member) => pairs.lacks(member));
	let count = 0;
	let heaviest = 0;
	const columns = new ScoreColumns(Math.max(pairs.length, planned), (row) => row < count ? pairs.keyAt(places?.[row] ?? row) : `never run ${row - count}`);
	const addPair = (pair, position) => {
		const turns = isMeasured ? pairs.turnsAt(position) : UNTIMED;
		const score = pairedScore(pair, own, unit, clusterAt(position), turns, {
			baseline: numbers?.baseline(position) ?? NaN,
			candidate: numbers?.candidate(position) ?? NaN
		});
		for (const side of SIDES) {
			if (pair[side] === null) unpaired[side === "baseline" ? "candidate" : "baseline"] += 1;
			else if (score[side] === null) unscored[side] += 1;
			const sample = pair[side];
			if (sample === null) continue;
			if (isMeasured && sample.timing !== void 0) machines.add(sample.timing.machine);
			const given = score[side] === null ? scoreIn(sample, own[side]) : void 0;
			if (given !== void 0 && isUnscored(given)) reasons[side].set(given.unscored, (reasons[side].get(given.unscored) ?? 0) + 1);
		}
		if (places !== null) places[count] = position;
		heaviest = Math.max(heaviest, score.weight);
		columns.add(score);
	};
	const parts = isBare ? partsOf(pairs, own) : null;
	const addParts = (position) => {
		const [before, after] = [parts?.baseline(position) ?? null, parts?.candidate(position) ?? null];
		if (before === null || after === null) return false;
		heaviest = Math.max(heaviest, 1);
		columns.add({
			cluster: null,
			group: null,
			weight: 1,
			baseline: before,
			candidate: after
		});
		return true;
	};
	for (let position = 0; position < pairs.length; position += 1) {
		const before = isBare && numbers !== null ? numbers.baseline(position) : NaN;
		const after = isBare && numbers !== null ? numbers.candidate(position) : NaN;
		if (inRange(before, own.baseline) && inRange(after, own.candidate)) {
			heaviest = Math.max(heaviest, 1);
			columns.addNumbers(before, after);
		} else if (!addParts(position)) {
			const pair = pairs.at(position);
			if (pair === void 0 || filterOf(pair) !== filter) continue;
			addPair(pair, position);
		}
		count += 1;
	}
	for (const blank of blanks(planned - count, count === 0 ? 1 : heaviest)) columns.add(blank);
	const scores = ScoreTable.over(columns);
	const whyUnscored = {
		baseline: commonest(reasons.baseline),
		candidate: commonest(reasons.candidate)
	};
	const again = askedAgain === null ? {} : { askedAgain };
	const repeats = repeatNoise(pairs, declaration, filter, answers);
	const isMean = SIDES.some((side) => isGraded(declaration, answers[side]));
	return {
		declaration,
		filter,
		scores,
		questionOf: askedBy(pairs),
		...again,
		unpaired,
		unscored,
		whyUnscored,
		pairOf: (key) => pairs.find(key),
		...repeats === null ? {} : { repeats },
		...isMean ? { graded: true } : {},
		...isMeasured ? { machines: [...machines].sort(byCodeUnits) } : {}
	};
}
const askedBy = (pairs) => (key) => {
	const pair = pairs.find(key);
	const sample = pair?.baseline ?? pair?.candidate ?? null;
	return sample === null ? null : questionOf(sample);
};
/** Both sides' numbers of a mean of one stored number a sample. Null of any other metric, and where samples do not hold numbers by metric. */
function numbersOf(pairs, own) {
	const isStored = (metric) => metric.kind === "mean" && (metric.of_usage ?? metric.of_repeats ?? metric.of_class) === void 0;
	if (!SIDES.every((side) => isStored(own[side]))) return null;
	const [baseline, candidate] = SIDES.map((side) => pairs.numbersOf(side, own[side].name));
	return baseline && candidate ? {
		baseline,
		candidate
	} : null;
}
/** Both sides' parts of a corpus metric, null where a sample has none. Null of any other metric, and where samples do not hold scores by metric. */
function partsOf(pairs, own) {
	const read = (side) => {
		const { kind, name, of_class: of } = own[side];
		const scoreAt = kind === "corpus" && of === void 0 ? pairs.scoresOf(side, name) : null;
		if (scoreAt === null) return null;
		return (position) => {
			const score = scoreAt(position);
			return score === void 0 ? null : unweightedPart(score, own[side], -1);
		};
	};
	const [baseline, candidate] = SIDES.map(read);
	return baseline && candidate ? {
		baseline,
		candidate
	} : null;
}
/** What a sample may have that counts beside its number: those that ask the same are one cluster. */
const COUNTING = [
	"filter",
	"weight",
	"group",
	"cluster",
	"question_digest",
	"input_digest"
];
/** Samples that all weigh the same weigh 1, and are judged as what they are; 1 where weights differ. */
function commonWeight(pairs, filter) {
	if (pairs.lacks("weight")) return 1;
	let common = null;
	for (const pair of pairs) {
		if (filterOf(pair) !== filter) continue;
		for (const { weight = 1 } of [pair.baseline ?? [], pair.candidate ?? []].flat()) {
			common ??= weight;
			if (weight !== common) return 1;
		}
	}
	return common !== null && common > 0 && Number.isFinite(common) ? common : 1;
}
const SIDES = ["baseline", "candidate"];
/** Of equally common reasons the first in the order of the samples. */
function commonest(counts) {
	const [first] = [...counts].sort(([, left], [, right]) => right - left);
	return first?.[0] ?? null;
}
const UNTIMED = {
	baseline: -1,
	candidate: -1
};
function* blanks(count, weight) {
	const nothing = {
		cluster: null,
		group: null,
		weight,
		baseline: null,
		candidate: null
	};
	for (let index = 0; index < count; index += 1) yield nothing;
}
function pairedScore({ baseline, candidate }, metric, unit, cluster, turns, numbers) {
	const sample = candidate ?? baseline;
	return {
		cluster,
		group: sample?.group ?? null,
		weight: (sample?.weight ?? 1) / unit,
		baseline: partOf(baseline, metric.baseline, unit, turns.baseline, numbers.baseline),
		candidate: partOf(candidate, metric.candidate, unit, turns.candidate, numbers.candidate)
	};
}
/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf(sample, metric, unit, turn, number) {
	if (sample === null) return null;
	const score = Number.isNaN(number) ? scoreIn(sample, metric) : number;
	if (score === void 0) return null;
	const part = unweightedPart(score, metric, turn);
	const weight = (sample.weight ?? 1) / unit;
	if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
	return {
		...part,
		numerator: part.numerator * weight,
		denominator: part.denominator * weight
	};
}
/** @param turn position in the order in which the side was asked, which only what is measured keeps: as the one part of it */
function unweightedPart(score, metric, turn) {
	if (measuredBy(metric) !== null) {
		if (typeof score === "number" || isUnscored(score) || !isRatio(score)) return null;
		const { numerator, denominator } = score;
		return Number.isFinite(numerator) && numerator >= 0 && denominator > 0 && Number.isFinite(denominator) ? {
			numerator,
			denominator,
			parts: [turn]
		} : null;
	}
	switch (metric.kind) {
		case "mean": return typeof score === "number" && inRange(score, metric) ? {
			numerator: score,
			denominator: 1
		} : null;
		case "ratio": {
			if (typeof score === "number" || isUnscored(score) || !isRatio(score)) return null;
			const { numerator, denominator } = score;
			return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0 ? {
				numerator,
				denominator
			} : null;
		}
		case "corpus": {
			if (typeof score === "number" || !isCorpus(score) || metric.aggregate === void 0) return null;
			const { parts } = score;
			return faultOfParts(metric.aggregate, parts) === null ? {
				numerator: NaN,
				denominator: 1,
				parts
			} : null;
		}
	}
}
function inRange(score, { range }) {
	return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
}
/** The scores of a sequence, in its order. */
function inOrder({ scores }, sequence) {
	const positions = new Map(scores.map(({ key }, position) => [key, position]));
	return ScoreTable.from(scores).pick(sequence.flatMap((key) => positions.get(key) ?? []));
}
/** The metric on some of its samples, as if they were all there are. */
function onlyOn(metric, scores) {
	const without = (side) => countOf(scores, (score) => score[side] === null);
	return {
		...metric,
		scores,
		...scores.length < metric.scores.length ? { partial: true } : {},
		unpaired: {
			baseline: 0,
			candidate: 0
		},
		unscored: {
			baseline: without("baseline"),
			candidate: without("candidate")
		}
	};
}

// src/core/compare/aggregate-only.ts
/** Samples on which the runs say that their numbers rest, where they differ. */
function countDifferences(baseline, candidate) {
	const own = [...baseline.aggregates ?? [], ...candidate.aggregates ?? []];
	const countOf = ({ aggregates, planned }, { metric, filter }) => {
		if (aggregates === void 0) return [planned, planned];
		const found = aggregates.find((each) => each.metric === metric && each.filter === filter);
		return found?.rounded?.n ?? (found?.n == null ? null : [found.n, found.n]);
	};
	return own.flatMap((aggregate) => {
		const [left, right] = [countOf(baseline, aggregate), countOf(candidate, aggregate)];
		const show = ([fewest, most]) => `${fewest === most ? fewest : `${fewest} to ${most}`} samples behind ${aggregate.metric}`;
		return left === null || right === null || left[0] <= right[1] && right[0] <= left[1] ? [] : [{
			baseline: show(left),
			candidate: show(right)
		}];
	}).slice(0, 1);
}
/** A side's value; null where it, or the number of samples behind it, is not known. */
function aggregateEstimate({ declaration, aggregates }, side) {
	const aggregate = aggregates?.[side] ?? null;
	if (aggregate === null || aggregate.n === null) return null;
	return {
		value: aggregate.value,
		stderr: errorOfAggregate(aggregate, declaration),
		n: aggregate.n
	};
}
const isRate = ({ kind, unit, range }) => kind === "mean" && unit === "rate" && range.min === 0 && range.max === 1;
/** Standard error as given; for a rate without one, that of a binomial; null where neither is known. */
function errorOfAggregate({ value, stderr, n }, metric) {
	if (stderr !== null && stderr > 0) return stderr;
	return n === null || !isRate(metric) || value < 0 || value > 1 ? null : errorOfRate(value, n);
}
/**
* What two sums of other programs say, samples unknown: z with SE = √(se_b² + se_c²). On the same questions the two sides are
* correlated, so that this errs on the safe side, and takes several times as many samples as pairs would. Null without errors.
*/
function imputeAggregates(metric, estimand) {
	const candidate = onJudgedScale(aggregateEstimate(metric, "candidate"), metric.declaration);
	if (candidate === null) return null;
	const { n } = candidate;
	const whole = (value, inference) => {
		const imputation = {
			value,
			inference
		};
		return {
			method: "unpaired z",
			value,
			n,
			lowest: imputation,
			highest: imputation,
			sparse: false
		};
	};
	if (estimand === "candidate") {
		const events = Math.round(candidate.value * n);
		const rounding = metric.aggregates?.candidate?.rounded?.value;
		const isCount = rounding !== void 0 || Math.abs(candidate.value * n - events) < 1e-6 * n;
		const count = (own) => ({
			value: own / n,
			inference: {
				kind: "binomial",
				events: Math.min(n, Math.max(0, own)),
				n
			}
		});
		const counted = {
			lowest: count(rounding === void 0 ? events : Math.floor(n * (candidate.value - rounding))),
			highest: count(rounding === void 0 ? events : Math.ceil(n * (candidate.value + rounding)))
		};
		const observed = whole(candidate.value, {
			kind: "normal",
			estimate: candidate
		});
		const isCounted = isRate(metric.declaration) && isCount;
		return correctedEstimate(isCounted ? {
			...observed,
			method: "clopper-pearson",
			...counted
		} : observed, metric.declaration);
	}
	const baseline = onJudgedScale(aggregateEstimate(metric, "baseline"), metric.declaration);
	if (baseline === null) return null;
	const difference = unpairedDifference(baseline, candidate);
	return whole(difference.value, {
		kind: "normal",
		estimate: difference
	});
}
function onJudgedScale(estimate, { scale }) {
	if (estimate === null || estimate.stderr === null) return null;
	const { value, stderr, n } = estimate;
	if (scale === "linear") return {
		value,
		stderr,
		n
	};
	return value > 0 ? {
		value: Math.log(value),
		stderr: stderr / value,
		n
	} : null;
}
/** candidate − baseline with its interval; null where a side has no value. */
function aggregateDelta(metric, alpha) {
	const [baseline, candidate] = [aggregateEstimate(metric, "baseline"), aggregateEstimate(metric, "candidate")];
	if (baseline === null || candidate === null) return null;
	const estimate = imputeAggregates(metric, "delta");
	const inference = estimate?.lowest?.inference;
	const limit = (of) => inference === void 0 ? null : shownDelta(of(inference, alpha), baseline.value, metric.declaration);
	return {
		value: candidate.value - baseline.value,
		low: limit(lowerLimit),
		high: limit(upperLimit),
		level: 1 - 2 * alpha,
		method: estimate?.method ?? "none"
	};
}
/** What a reader is shown of such a metric: values also where nobody said of how many samples, by which nothing is decided. */
function aggregateResult(metric, name, alpha) {
	const { unit, direction } = metric.declaration;
	const valueIn = (side) => {
		const own = metric.aggregates?.[side] ?? null;
		return own && {
			value: own.value,
			stderr: errorOfAggregate(own, metric.declaration),
			n: own.n
		};
	};
	const [baseline, candidate] = [valueIn("baseline"), valueIn("candidate")];
	const level = 1 - 2 * alpha;
	const change = baseline && candidate ? {
		value: candidate.value - baseline.value,
		low: null,
		high: null,
		level,
		method: "none"
	} : null;
	return {
		metric: name,
		unit,
		direction,
		baseline,
		candidate,
		delta: aggregateDelta(metric, alpha) ?? change,
		evidence: "weak",
		flips: null,
		groups: []
	};
}
/** The metrics of a task of which at least one side has no samples. A side that has them is summed up like the other. */
function aggregatedMetrics(baseline, candidate, pairs, { metrics }) {
	const sides = [baseline, candidate];
	return metrics.flatMap((declaration) => {
		return [...new Set(sides.flatMap((run) => [...(run?.record.aggregates ?? []).flatMap(({ metric, filter }) => metric === declaration.name ? [filter ?? null] : []), ...Array.from(run?.samples ?? []).flatMap(({ filter, scores }) => Object.hasOwn(scores, declaration.name) ? [filter ?? null] : [])]))].sort((a, b) => byCodeUnits(a ?? "", b ?? "")).map((filter) => ({
			declaration,
			filter,
			scores: [],
			aggregates: {
				baseline: aggregateOf(baseline, "baseline", pairs, declaration, filter),
				candidate: aggregateOf(candidate, "candidate", pairs, declaration, filter)
			},
			unpaired: {
				baseline: 0,
				candidate: 0
			},
			unscored: {
				baseline: 0,
				candidate: 0
			},
			whyUnscored: {
				baseline: null,
				candidate: null
			}
		}));
	});
}
/** Null for a side that has samples and not all of them scored: nobody said what the rest would have come to. */
function aggregateOf(run, side, pairs, declaration, filter) {
	if (run === null) return null;
	const { aggregates, planned } = run.record;
	if (aggregates !== void 0) return aggregates.find((each) => each.metric === declaration.name && (each.filter ?? null) === filter) ?? null;
	const own = estimateOf(scoresOf(pairs, declaration, filter, planned), alone(side));
	const named = {
		metric: declaration.name,
		...filter === null ? {} : { filter }
	};
	return own === null || own.n < planned ? null : {
		...named,
		...own
	};
}

// src/core/stats/sequential/flip-rates.ts
/** A prediction is worth as many samples of each stratum. */
const PRIOR_SAMPLES = 20;
/** What strata of a side have in common is worth more: they have to differ before they are told apart. */
const POOLED_SAMPLES = 60;
/** The level of a prediction is worth as many flips: which strata flip more is known better than how many flip at all. */
const PRIOR_FLIPS = 3;
/**
* The flip rate of each stratum, before each sample, as two see it: who trusts the prediction up to its level, and who holds
* all samples of a side for alike until they are seen to differ. Each counts for as much as it has foretold so far (Bayesian
* model averaging), so that a useless prediction is soon worth nothing. Where there is but one stratum a side, both are one.
*/
var FlipRates = class {
	rates;
	#priors;
	/** The side of each stratum, 0 where the baseline is right. */
	#sides;
	#seen;
	#flips;
	#trusting;
	#pooling;
	#isPredicted;
	#total = [totals(), totals()];
	/** ln of how much likelier the trusting view made what was seen. */
	#lead = 0;
	constructor(strata) {
		this.#priors = Float64Array.from(strata, ({ rate }) => rate);
		this.#sides = Uint8Array.from(strata, ({ right }) => right ? 0 : 1);
		this.#seen = new Float64Array(strata.length);
		this.#flips = new Float64Array(strata.length);
		this.#trusting = new Float64Array(strata.length);
		this.#pooling = new Float64Array(strata.length);
		this.rates = Float64Array.from(this.#priors);
		this.#isPredicted = new Set(this.#sides).size < strata.length;
		for (const { size, right, rate } of strata) {
			const total = this.#total[right ? 0 : 1];
			total.size += size;
			total.predicted += size * rate;
		}
		if (this.#isPredicted) this.#update();
	}
	add(stratum, flipped) {
		this.#seen[stratum] = (this.#seen[stratum] ?? 0) + 1;
		if (flipped) this.#flips[stratum] = (this.#flips[stratum] ?? 0) + 1;
		if (!this.#isPredicted) {
			this.rates[stratum] = this.#shrunk(stratum, this.#priors[stratum] ?? 0, PRIOR_SAMPLES);
			return;
		}
		const trusting = this.#trusting[stratum] ?? 0;
		const pooling = this.#pooling[stratum] ?? 0;
		this.#lead += flipped ? Math.log(trusting / pooling) : Math.log((1 - trusting) / (1 - pooling));
		const total = this.#total[this.#sides[stratum] === 0 ? 0 : 1];
		total.seen += 1;
		total.expected += this.#priors[stratum] ?? 0;
		if (flipped) total.flips += 1;
		this.#update();
	}
	#update() {
		const [right, wrong] = this.#total;
		const level = (PRIOR_FLIPS + right.flips + wrong.flips) / (PRIOR_FLIPS + right.expected + wrong.expected);
		const pooled = [pooledRate(right), pooledRate(wrong)];
		const trust = 1 / (1 + Math.exp(-this.#lead));
		for (let h = 0; h < this.rates.length; h += 1) {
			const prior = this.#priors[h] ?? 0;
			const trusting = this.#shrunk(h, Math.min(Math.max(.5, prior), level * prior), PRIOR_SAMPLES);
			const pooling = this.#shrunk(h, pooled[this.#sides[h] ?? 0] ?? 0, POOLED_SAMPLES);
			this.#trusting[h] = trusting;
			this.#pooling[h] = pooling;
			this.rates[h] = trust * trusting + (1 - trust) * pooling;
		}
	}
	#shrunk(h, prior, samples) {
		return ((this.#flips[h] ?? 0) + samples * prior) / ((this.#seen[h] ?? 0) + samples);
	}
};
/** What is known of a side: how many were expected to flip of all and of those seen, and how many did. */
const totals = () => ({
	size: 0,
	predicted: 0,
	seen: 0,
	expected: 0,
	flips: 0
});
/** The rate of a side, as if all its strata were one. */
function pooledRate({ size, predicted, seen, flips }) {
	const prior = size === 0 ? .5 : predicted / size;
	return (flips + PRIOR_SAMPLES * prior) / (seen + PRIOR_SAMPLES);
}

export { valuesOfEstimand as $, filterOf as A, limitsOfMost as At, endsAround as B, normalQuantile as Bt, estimateOf as C, skewedInterval as Ct, imputeMeasured as D, studentQuantile as Dt, shownDelta as E, studentMean as Et, isMeanOfGroups as F, areMany as Ft, stderrOfCorpusChange as G, binomialAtMost as Gt, isZeroOrOne as H, seedOf as Ht, meanOfMeans as I, bcaLimit as It, CANDIDATE as J, once as K, binomialExactly as Kt, stratify as L, bootstrapStatistic as Lt, weightedQuantile as M, remembered as Mt, estimateOfStrata as N, testByLimits as Nt, byCodeUnits as O, limitsOfFinitePopulation as Ot, isAttributed as P, clopperPearsonLower as Pt, scoredParts as Q, valuesByGroup as R, normalCdf as Rt, estimateDelta as S, rootOfDecreasing as St, shown as T, studentInterval as Tt, movedTo as U, shuffled as Ut, endsOf as V, mulberry32 as Vt, imputeCorpus as W, binomialAtLeast as Wt, partsOf$1 as X, DELTA as Y, relativeDelta as Z, withAskedMetrics as _, testAgainst as _t, aggregatedMetrics as a, ratioOfSums as at, descriptive as b, tangoInterval as bt, imputeAggregates as c, timesFirstToken as ct, scoresOf as d, correctedRates as dt, inferMean as et, answersEach as f, errorOfRate as ft, metricNamed as g, scaled as gt, followsFrom as h, middleOf as ht, aggregateResult as i, mapped as it, pairSamples as j, limitsOfSum as jt, displayKey as k, limitsOfLeast as kt, inOrder as l, usageMetric as lt, dependenceOf as m, lowerLimit as mt, aggregateDelta as n, unitsOf as nt, countDifferences as o, effectiveSize as ot, spreadOfAnswers as p, grown as pt, onceFor as q, quantileOfLogConcave as qt, aggregateEstimate as r, sumClusters as rt, errorOfAggregate as s, measuredBy as st, FlipRates as t, sizedUnits as tt, onlyOn as u, correctedEstimate as ut, alone as v, threeOf as vt, paired as w, sizedMean as wt, effectiveOf as x, tangoZ as xt, countFlips as y, upperLimit as yt, ScoreTable as z, normalDensity as zt };