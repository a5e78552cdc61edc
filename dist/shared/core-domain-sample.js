// src/core/domain/sample.ts
/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
const NOT_RECORDED = "not recorded";
/** SHA-256 of an empty text, which some programs write for what was asked where the question lies in the choices. */
const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/** What failing means: one failure of a `critical` case is one too many, a `normal` one counts towards a limit, a `warn` is told. */
const SEVERITIES = [
	"critical",
	"normal",
	"warn"
];
/** More names of checks than these, or longer ones, are cut off where they are made. */
const MOST_CHECKS = {
	count: 32,
	name: 200
};
const SAMPLES_INCLUDED = [
	"none",
	"changed",
	"all"
];
/** A sample as it is stored. Which ones change is not known before all are there: but for `none`, every question is kept. */
function storedSample(sample, include = "changed") {
	if (include !== "none") return sample;
	const { asked: _, ...rest } = sample;
	return rest;
}
/** More choices than these are only counted. */
const MAX_LIKELIHOODS = 256;
/**
* What is kept of choices: log-likelihoods to 1e-5 nats, which is far finer than two machines agree; only the count where
* one is not finite, since JSON has no other numbers.
*/
function keptLikelihoods(likelihoods) {
	const finite = likelihoods.filter((value) => typeof value === "number" && Number.isFinite(value));
	return finite.length === likelihoods.length && finite.length <= 256 ? finite.map((value) => Math.round(value * 1e5) / 1e5 + 0) : likelihoods.length;
}
/** Among how many choices the model had to choose. */
function choiceCount({ choices }) {
	return typeof choices === "object" ? choices.length : choices;
}
/** A sample by other names, which stays held as it is: its members may be read where they are asked for. */
const renamed = (sample, names) => new Proxy(sample, { get: (own, member) => Reflect.get(Object.hasOwn(names, member) ? names : own, member) });
/** Whether nobody needs to look at any of the samples for this member. */
const lacks = (samples, member) => samples.lacks?.(member) === true;
function isUnscored(score) {
	return typeof score === "object" && "unscored" in score;
}
function isRatio(score) {
	return typeof score === "object" && "denominator" in score;
}
function isCorpus(score) {
	return typeof score === "object" && "parts" in score;
}
/** What two samples share that ask the same; null where nobody recorded what was asked. */
function questionOf({ question_digest: question, input_digest: input }) {
	const known = question ?? input;
	return known === "not recorded" || known.endsWith(OF_NOTHING) ? null : known;
}
/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
function sampleKey(sample) {
	return sample.filter === void 0 ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

export { choiceCount as a, isUnscored as c, questionOf as d, renamed as f, SEVERITIES as i, keptLikelihoods as l, storedSample as m, NOT_RECORDED as n, isCorpus as o, sampleKey as p, SAMPLES_INCLUDED as r, isRatio as s, MOST_CHECKS as t, lacks as u };