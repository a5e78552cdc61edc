import { t as FlipRates } from "./core-stats-sequential-flip-rates.js";

// src/core/stats/sequential/drawing.ts
/** Smallest weight of a draw: what is expected never to flip is looked at all the same. */
const FLOOR = .15;
/** After so many draws weights are set anew, and then whenever as many again were drawn. */
const FIRST_ROUND = 25;
/** The draws after which weights are set anew, where answers come one by one. */
function doublingRounds(size) {
	const rounds = [];
	for (let end = FIRST_ROUND; end < size; end *= 2) rounds.push(end);
	return rounds;
}
/**
* Weighted drawing without replacement: at each step a stratum is drawn by what is left of it times its weight, the standard
* deviation of its flips as far as they are known, and a sample of it uniformly. That is what makes a total of flips known
* soonest (Neyman 1934; Shekhar, Xu, Lipton, Liang & Ramdas 2023, "Risk-limiting financial audits via weighted sampling without
* replacement"). Weights follow from what was drawn before alone.
*/
var Drawing = class {
	#rounds;
	#rates;
	#weights;
	#drawn = 0;
	/** @param rounds after how many draws weights are set anew */
	constructor(strata, rounds) {
		this.#rounds = new Set(rounds);
		this.#rates = new FlipRates(strata);
		this.#weights = this.#weigh();
	}
	/** Of a sample of each stratum in the next draw, up to a common factor; another array after each round. */
	get weights() {
		return this.#weights;
	}
	/** @param flipped null where nobody knows */
	add(stratum, flipped) {
		this.#drawn += 1;
		if (flipped !== null) this.#rates.add(stratum, flipped);
		if (this.#rounds.has(this.#drawn)) this.#weights = this.#weigh();
	}
	#weigh() {
		return this.#rates.rates.map((rate) => Math.max(FLOOR, Math.sqrt(rate * (1 - rate))));
	}
};

export { doublingRounds as n, Drawing as t };