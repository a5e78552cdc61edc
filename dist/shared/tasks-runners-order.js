import { y as canonicalJson } from "./core-domain-history.js";
import { t as Drawing } from "./core-stats-sequential-drawing.js";
import { createHash } from "node:crypto";

// src/tasks/runners/order.ts
/**
* A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
* see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
*/
function sampleOrder(samples, seed, datasetDigest) {
	return ordered(samples, [seed, datasetDigest]);
}
/** Stands for a checkpoint in a draw. */
const checkpointKey = ({ digest, adapter_digest }) => digestOf([digest, adapter_digest]).slice(0, 16);
const drawnSeed = (draw, model) => draw.earlier[checkpointKey(model)] ?? draw.fresh;
/**
* The order of a sequential run, another one for every model: where evaluation may stop early, no candidate can be trained on
* the samples that come first. The same model always gets the same order, so that asking again is no second draw. Where the
* order's seed was drawn, the dataset has no part in it: a row more, and the others would be drawn anew.
*/
function sequentialOrder(samples, record) {
	return ordered(samples, saltOf(record));
}
function saltOf({ seed, order_seed, fingerprint, model }) {
	return [
		...order_seed === void 0 ? [seed, fingerprint.dataset ?? null] : [order_seed],
		model.digest,
		model.adapter_digest
	];
}
/**
* The order of a sequential run whose samples are drawn by weight: round by round, since weights follow from what was drawn
* before. In a round each sample that is left waits for a time that is drawn by its weight, and the shortest come first: that
* is drawing one after the other by weight (Efraimidis & Spirakis 2006).
*/
var WeightedOrder = class {
	/** As far as it is known. */
	ids = [];
	#plan;
	#salt;
	#drawing;
	#left;
	/** How many of the drawn samples the weights know. */
	#counted = 0;
	constructor(plan, record) {
		this.#plan = plan;
		this.#salt = saltOf(record);
		this.#drawing = new Drawing(plan.strata, plan.rounds);
		this.#left = new Set(plan.ids);
		this.#draw();
	}
	/** Draws the rounds that follow from the candidate's samples: a round is drawn once all before it were answered. */
	extend(candidate) {
		const flips = this.#plan.flips(candidate);
		while (this.#left.size > 0 && this.ids.slice(this.#counted).every((id) => flips.has(id))) {
			for (const id of this.ids.slice(this.#counted)) this.#drawing.add(this.#plan.stratumOf(id) ?? -1, flips.get(id) ?? null);
			this.#counted = this.ids.length;
			this.#draw();
		}
	}
	#draw() {
		const end = this.#plan.rounds.find((round) => round > this.ids.length) ?? this.#plan.ids.length;
		const { weights } = this.#drawing;
		const salt = [...this.#salt, this.ids.length];
		const next = [...this.#left].map((id) => ({
			id,
			time: waitingTime(salt, id, weights[this.#plan.stratumOf(id) ?? -1] ?? 0)
		})).sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1)).slice(0, end - this.ids.length);
		for (const { id } of next) {
			this.ids.push(id);
			this.#left.delete(id);
		}
	}
};
/** Exponential, with the weight as its rate. */
function waitingTime(salt, id, weight) {
	const uniform = (Number.parseInt(digestOf([...salt, id]).slice(0, 13), 16) + .5) / 2 ** 52;
	return -Math.log(uniform) / weight;
}
function ordered(samples, salt) {
	return samples.map((sample) => ({
		sample,
		key: digestOf([...salt, sample.id])
	})).sort((left, right) => left.key < right.key ? -1 : 1).map(({ sample }) => sample);
}
function digestOf(value) {
	return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

export { sequentialOrder as a, sampleOrder as i, checkpointKey as n, drawnSeed as r, WeightedOrder as t };