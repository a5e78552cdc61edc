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

export { FlipRates as t };