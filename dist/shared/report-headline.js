import { a as proveSomething, o as ruleOf, s as shownHypothesisOf } from "./core-decide-rules-registry.js";
import { D as formatInterval, F as metricName, I as plural, L as roundedSamples, Mt as assertNever, N as formatSize, O as formatLevel, P as formatValue, Rt as VERDICTS, T as formatCount, b as NOT_IDENTIFIED, w as formatChange } from "./core-domain-history.js";
import { c as NOT_AVAILABLE, i as ours, n as inline, r as joined, s as toPlain, t as code } from "./report-inline.js";

// src/report/methods.ts
const TESTS = "Which test, and why";
const IN_ORDER = "Fewer samples";
/** One row a method that `test.method` or `delta.method` of a gate can name. */
const METHODS = {
	tango: {
		name: "Tango's score test for paired proportions",
		formula: "z = (rose − fell − n·δ₀) / √(n·(2q + δ₀(1 − δ₀))), δ₀ the limit as a delta, q fitted under it",
		section: TESTS
	},
	t: {
		name: "Student's t on the paired differences, with which t freed of their skewness (Hall) has to agree",
		formula: "t = (mean difference − δ₀) / (s / √n) = √n·x becomes √n·(((1 + γx/3)³ − 1)/γ + γ/6n), n − 1 degrees of freedom",
		section: TESTS
	},
	"clustered t": {
		name: "Student's t on the sums of clusters (CR2), with which t freed of their skewness (Hall) has to agree",
		formula: "t = (mean difference − δ₀) / √Σ e² / (1 − 2w + Σw²), w the share of a cluster, Satterthwaite’s degrees of freedom; below 20 effective clusters the means of parts of them have to agree",
		section: TESTS
	},
	"linearised t": {
		name: "Student's t on the linearised ratio",
		formula: "influence of a sample = (numerator − ratio · denominator) / mean denominator, then t",
		section: TESTS
	},
	"stratified t": {
		name: "Student's t on the mean of the groups' means",
		formula: "t = (Σ mean of group / groups − δ₀) / √(Σ s²_group / n_group / groups²), Welch and Satterthwaite’s degrees of freedom",
		section: "Means of groups"
	},
	"bca bootstrap": {
		name: "the bias-corrected and accelerated bootstrap of pairs, with which Student's t on jackknife values has to agree",
		formula: "ends at Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) of 2,000 resamples, seeded by the sample ids, or at those of jackknife t where these lie further out",
		section: "Metrics of all samples at once"
	},
	"jackknife t": {
		name: "Student's t on jackknife values",
		formula: "value of a unit = θ + (G − 1)(mean of θ without each unit − θ without this one), G − 1 degrees of freedom",
		section: "Metrics of all samples at once"
	},
	"batched t": {
		name: "Student's t on jackknife values of batches in the order of time, neighbours of which may hang together",
		formula: "t = (θ − δ₀) / (s / √G · √((1 + ρ) / (1 − ρ))), G about √n batches, ρ the correlation of neighbours freed of its bias, G(1 − ρ) / (1 + ρ) − 1 degrees of freedom",
		section: "Latency and cost"
	},
	"order statistics": {
		name: "order statistics, which assume nothing of the distribution",
		formula: "at most x: P(Bin(n′, 1 − q) ≤ k′) ≤ α, k of n above x, n′ as many independent answers as tell as much, k′ = k n′ / n",
		section: "Latency and cost"
	},
	"calibration limits": {
		name: "limits of the calibration error that allow for its bias, by two bounds of which the better counts",
		formula: "rise ≤ Σ s(gap of the candidate − gap of the baseline), s the sign of the former where clear, else of the difference; rise ≤ Σ |gap of the candidate| − an estimate of Σ |gap of the baseline| that is too low; t at α/2 each",
		section: "Metrics of all samples at once"
	},
	"finite population": {
		name: "the test that fits the scores, for a random part of a finite list",
		formula: "every limit nearer by √(1 − n/N), n samples of N",
		section: "What the verdict speaks of"
	},
	"unpaired z": {
		name: "z of two aggregates without samples",
		formula: "z = (candidate − baseline − δ₀) / √(se²_candidate + se²_baseline)",
		section: "Results without samples"
	},
	"square-and-add": {
		name: "a weighted sum of changes, by square-and-add",
		formula: "gain − Σ weight · loss ∓ √Σ (distance of each from its own limit)²; a task that won counts 0",
		section: "A gain against losses"
	},
	average: {
		name: "the weighted mean of several tasks' changes, by square-and-add",
		formula: "Σ w · change ∓ √(Σ d² + 2 Σ r · d · d′), d = w · distance of each from its own limit, r the correlation of two tasks by the samples that they share: 0 without any",
		section: "An average of tasks"
	},
	"clopper-pearson": {
		name: "the exact binomial test",
		formula: "the rate at which so many events or fewer (more) have probability α: one-sided Clopper-Pearson",
		section: TESTS
	},
	"rogan-gladen": {
		name: "the exact test of the rate behind an observed one, for measured errors of the scorer",
		formula: "mean over q of the exact binomial p-value, q = p·sensitivity + (1 − p)(1 − specificity), these as uncertain as their Clopper-Pearson limits",
		section: "Rates behind a scorer that errs"
	},
	cases: {
		name: "test cases one by one",
		formula: "cases that the baseline always passes and most answers of the candidate fail; nothing is inferred",
		section: "Test cases"
	},
	benchmark: {
		name: "the count on exactly this benchmark",
		formula: "observed against limit; every sample was seen, so that nothing is inferred",
		section: "What the verdict speaks of"
	},
	"betting without replacement": {
		name: "betting on what the full run of exactly this benchmark would show",
		formula: "wealth = mean over bet sizes of Π (1 + λ·(change − its mean were the limit true)), against 1/α at every look; the interval is every delta not ruled out so",
		section: IN_ORDER
	},
	"e-process": {
		name: "a mixture of likelihood ratios of the rate",
		formula: "mean over a in {0, c/4, c/2} of (a/c)^events·((1 − a)/(1 − c))^others, against 1/α at every look",
		section: IN_ORDER
	},
	"holm, mcnemar mid-p": {
		name: "McNemar's mid-p test of every group, with Holm's correction",
		formula: "p = P(X > fell) + ½P(X = fell), X ~ Binomial(rose + fell, ½); p₍ᵢ₎·(groups − i + 1) < α",
		section: "Groups"
	},
	"largest gap": {
		name: "the largest gap between two groups, by square-and-add",
		formula: "less than the limit in every pair of groups at α; greater in one at α / (k(k − 1)), k groups; each group by the test that fits its scores",
		section: "Groups"
	},
	drift: {
		name: "two one-sided tests of the drift of the answers, each by the test that fits what is looked at",
		formula: "less than the limit either way at α, and more than it one way at α; of kinds in every set of them; of vocabulary the Jensen-Shannon divergence less what swaps of sides give, of meaning the unbiased square of the distance, by jackknife t over independent prompts",
		section: "Answers without a right one"
	},
	"holm, margin": {
		name: "the test against the limit in every group, with Holm's correction",
		formula: "p₍ᵢ₎·(groups − i + 1) < α",
		section: "Groups"
	}
};
/** Null for a method that this version does not know; the file may be from another one. */
function methodOf(name) {
	const base = fixedMethodOf(name);
	const method = Object.hasOwn(METHODS, base) ? METHODS[base] ?? null : null;
	if (method === null || base === name) return method;
	if (isDescriptive(name)) return {
		...method,
		name: `${method.name}, for a number of samples fixed in advance`
	};
	return {
		name: `one of ten planned looks: ${method.name}`,
		formula: `${method.formula}; at the look's level, which together spend α·t^1.5`,
		section: IN_ORDER
	};
}
/** Whether an interval says no more than what the seen samples look like: the verdict does not rest on it. */
const isDescriptive = (method) => method.endsWith(", descriptive");
const fixedMethodOf = (name) => name.replace(/, descriptive$/, "").replace(/^group sequential, /, "");

// src/report/gate-rules.ts
const nameOf = (gate) => code(metricName(gate));
/** `+1.2 pp (90 % interval +0.4 to +2.0 pp)`: what a gain leaves after the losses. */
function net({ net: left, unit }) {
	if (left === void 0 || left === null) return inline`${NOT_AVAILABLE}`;
	const text = formatInterval(left, unit);
	const value = inline`${formatChange(left.value, unit)}`;
	return text === null ? value : inline`${value} (${formatLevel(left.level)} interval ${text})`;
}
/** ` (90 % interval −36.0 to −26.4 pp)`, or nothing where there is no interval. */
function interval(gate) {
	const text = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	return gate.delta === null || text === null || isDescriptive(gate.delta.method) ? [] : inline` (${formatLevel(gate.delta.level)} interval ${text})`;
}
/** Where the count on the benchmark itself decided: the interval is of other questions, and may reach beyond the limit. */
function onBenchmark(gate) {
	const others = gate.delta === null ? null : formatInterval(gate.delta, gate.unit);
	const like = gate.delta === null || others === null ? [] : inline` (of others like them, ${formatLevel(gate.delta.level)} interval ${others})`;
	return inline` on exactly these ${plural(gate.pairs, "sample")}${like}`;
}
/** `fell by 31.2 pp`, `rose by 0.4 pp` or `did not move`. */
function moved({ delta, unit }) {
	if (delta === null) return inline`has no delta`;
	if (delta.value === 0) return inline`did not move`;
	return delta.value < 0 ? inline`fell by ${formatSize(delta.value, unit, besides(delta))}` : inline`rose by ${formatSize(delta.value, unit, besides(delta))}`;
}
const besides = (delta) => isDescriptive(delta.method) ? null : delta;
/** What a drift without a unit of its own is counted in, by the metric of its gate. */
const DRIFT_UNITS = {
	length: " words",
	vocabulary: " bits"
};
function driftOf({ delta, unit, metric, baseline }) {
	if (delta === null) return NOT_AVAILABLE;
	const size = `${formatSize(delta.value, unit, besides(delta))}${DRIFT_UNITS[metric] ?? ""}`;
	return metric === "length" && baseline !== null ? `${size} from ${formatValue(baseline.value, unit)}` : size;
}
/** The groups that a regression is proven of, with what they came to. */
function groupsSentence(gate, groups) {
	const [first, second] = groups;
	const of = inline`of ${nameOf(gate)}`;
	if (first === void 0) return of;
	if (ruleOf(gate).estimand === "candidate" && second !== void 0) {
		const side = ({ group, value: own }) => inline`${code(group)} (${formatValue(own, gate.unit)})`;
		const apart = formatSize(first.value - second.value, gate.unit);
		return inline`the groups ${side(first)} and ${side(second)} ${of} are ${apart} apart, more than the allowed ${code(gate.limit)}`;
	}
	const way = first.value < 0 ? "fell" : "rose";
	const others = groups.length - 1;
	const more = others > 0 ? inline`, and ${plural(others, "more group")} ${ours(way)} too` : [];
	return inline`${code(first.group)} ${of} ${way} by ${formatSize(first.value, gate.unit)}, proven to be more than ${code(gate.limit)}${more}`;
}
/** `0.1 % (at most 0.6 %)`: the candidate's own value, for ceilings and floors. */
function value({ candidate, bound, unit }) {
	if (candidate === null) return inline`${NOT_AVAILABLE}`;
	const observed = inline`${formatValue(candidate.value, unit)}`;
	if (bound === null) return observed;
	return inline`${observed} (at ${bound.side === "upper" ? "most" : "least"} ${formatValue(bound.value, unit)})`;
}
/**
* `80.0 % over the first 5 of 32 evaluated samples`: what proved that a limit was passed; its bound on the other side would say
* nothing of that.
*/
function observed(gate) {
	const { candidate, sequence, unit } = gate;
	if (candidate === null) return inline`${NOT_AVAILABLE}`;
	if (isMeasured(gate)) return inline`${formatValue(candidate.value, unit)}`;
	const samples = sequence !== void 0 && sequence.evaluated > sequence.used ? `the first ${formatCount(sequence.used)} of ${formatCount(sequence.evaluated)} evaluated samples` : plural(candidate.n, "sample");
	return inline`${formatValue(candidate.value, unit)} over ${samples}`;
}
/** Whether the gate holds one measured number to its limit, such as the end of a training curve: no samples, and no test of them. */
const isMeasured = ({ verdict, test, bound }) => (verdict === "pass" || verdict === "regression") && test === null && bound === null;
/** Why this gate got the verdict it got, with the number that decided it; no full stop at the end. */
function gateSentence(gate) {
	if (gate.verdict === "invalid") return inline`${nameOf(gate)} could not be judged: ${gate.reasons[0] ?? "no reason was recorded"}`;
	if (gate.verdict === "inconclusive") return undecidedSentence(gate);
	const held = gate.verdict === "pass";
	const { scope, estimand, outcomePhrase } = ruleOf(gate);
	const outcome = aroundLimit(outcomePhrase(held, gate), gate);
	const name = nameOf(gate);
	if (scope === "cases") return casesSentence(gate, outcome);
	if (scope === "answers") return gate.delta?.value === 0 ? inline`answers did not drift in ${name}${interval(gate)}, ${outcome}` : inline`answers drifted in ${name} by ${driftOf(gate)}${interval(gate)}, ${outcome}`;
	if (scope === "groups" && gate.groups !== void 0 && !held) return groupsSentence(gate, gate.groups);
	if (scope === "groups") return inline`${ours(held ? "no group" : "groups")} of ${name} ${outcome}`;
	if (estimand === "candidate") return inline`${name} is ${held ? value(gate) : observed(gate)}, ${outcome}`;
	if (scope === "several metrics") return inline`${name} ${moved(gate)}, and after the losses that it has to outweigh ${net(gate)} is left, ${outcome}`;
	const over = gate.average === void 0 ? [] : inline` over ${plural(gate.average.length, "task")}`;
	const range = gate.test?.method === "benchmark" ? onBenchmark(gate) : interval(gate);
	return inline`${name}${over} ${moved(gate)}${range}, ${outcome}`;
}
/** Of those that may block: what else fails is told beside it. */
function casesSentence({ cases, ...gate }, outcome) {
	const of = (severity) => cases?.failed.filter((each) => each.severity === severity).length ?? 0;
	const [critical, normal] = [of("critical"), of("normal")];
	const [count, what] = critical > 0 ? [critical, "critical case"] : [normal, "case"];
	const fail = ours(count === 1 ? "fails" : "fail");
	const end = critical > 0 ? inline`of which none may` : outcome;
	return inline`${plural(count, what)} of ${nameOf(gate)} that the baseline passes ${fail}, ${end}`;
}
function undecidedSentence(gate) {
	const name = nameOf(gate);
	if (isNotNeeded(gate)) return inline`${name} was not needed, since a regression was proven before`;
	if (gate.blind !== void 0) return inline`${name} ${gate.blind}`;
	const { scope, estimand, questionPhrase } = ruleOf(gate);
	const question = aroundLimit([questionPhrase, ""], gate);
	if (scope === "cases") return inline`the baseline passes too few cases of ${name} for any to be a new failure`;
	if (scope === "answers") return gate.delta === null ? inline`whether answers drifted in ${name} was not measured: ${gate.reasons[0] ?? "no reason was recorded"}` : inline`${plural(gate.pairs, "prompt")} cannot tell whether answers ${question} in ${name}: observed ${driftOf(gate)}${interval(gate)}`;
	if (scope === "groups" && estimand === "candidate") return inline`the samples cannot tell whether a group of ${name} ${question}`;
	if (scope === "groups") return inline`no group of ${name} is large enough to tell whether it ${question}`;
	if (scope === "several metrics") return inline`the samples cannot tell whether the gain of ${name} ${question}: after them ${net(gate)} is left`;
	if (estimand === "candidate") {
		const count = plural(gate.candidate?.n ?? 0, "sample");
		return inline`${count} cannot tell whether ${name} ${question}: observed ${value(gate)}`;
	}
	const change = gate.delta === null ? "nothing" : formatChange(gate.delta.value, gate.unit);
	const samples = gate.evidence === "weak" ? "sums without samples" : plural(gate.pairs, "paired sample");
	return inline`${samples} cannot tell whether ${name} ${question}: observed ${change}${interval(gate)}`;
}
const aroundLimit = ([before, after], { limit }) => inline`${ours(before)} ${code(limit)}${ours(after)}`;
/** Whether the gate is about the task, by itself or among others. */
const rests = ({ task: own, average, net }, task) => average === void 0 ? own === task || net?.losses.some((loss) => loss.task === task) === true : average.some((each) => each.task === task);
/** A limit as a rule one can read aloud. */
const limitPhrase = (gate) => aroundLimit(ruleOf(gate).limitPhrase(gate), gate);
/** Whether the gate was left undecided because the evaluation ended at a regression that was proven before. */
const isNotNeeded = ({ verdict, test, sequence }) => verdict === "inconclusive" && test === null && sequence?.stopped === "regression";
/** The change that a gate is about, with its interval; null where there is none. */
const changeOf = (gate) => ruleOf(gate).scope === "several metrics" ? gate.net ?? null : gate.delta;
/**
* The strictest limit that these samples would have passed, as it would stand in the config; null when none would. It is
* the end of the interval on the forbidden side, since interval and test are two views of one thing; for the benchmark
* itself, the observed value.
*/
function passingLimit(gate) {
	const limit = strictestLimit(gate);
	if (limit === null) return null;
	return ruleOf(gate).written === "change" && ruleOf(gate).limitSign === -1 && limit <= 0 ? null : written(limit, gate);
}
/** In the metric's own unit; null where there is none. */
function strictestLimit(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const end = hypothesis === null ? null : forbiddenEnd(gate, hypothesis);
	if (hypothesis === null || end === null) return null;
	const { limitSign, written: kind } = ruleOf(gate);
	if (kind === "value") return end;
	const limit = limitSign * hypothesis.sign * end;
	return limitSign === 1 ? Math.max(0, limit) : limit;
}
/** Whether a person might choose the limit that would have passed: one that allows at most twice as much. */
function isChoosable(gate) {
	const [limit, { margin, unit }] = [strictestLimit(gate), gate];
	if (limit === null || margin === null) return false;
	const { limitSign, written: kind } = ruleOf(gate);
	if (limitSign === 1) return limit <= 2 * margin;
	if (kind === "change") return limit > 0;
	return unit === "rate" ? 1 - limit <= 2 * (1 - margin) : 2 * limit >= margin;
}
/** The limit of what the data allow on the forbidden side, in the metric's own unit. */
function forbiddenEnd(gate, { estimand, sign }) {
	const { bound, candidate, test } = gate;
	const change = changeOf(gate);
	const isBenchmark = test?.method === "benchmark";
	if (estimand === "candidate") return isBenchmark || isMeasured(gate) ? candidate?.value ?? null : bound?.value ?? null;
	if (change === null) return null;
	return isBenchmark ? change.value : sign === 1 ? change.high : change.low;
}
/** Rounded to a tenth of a point, or four digits, always to the side on which it still passes. */
function written(value, gate) {
	const { limitSign, written: kind } = ruleOf(gate);
	const isRate = gate.unit === "rate";
	const scale = isRate ? 1e3 : 10 ** (3 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
	const hair = 1e-6;
	const steps = limitSign === 1 ? Math.ceil(value * scale + hair) : Math.floor(value * scale - hair);
	if (steps <= 0 && limitSign === -1) return null;
	if (isRate && kind === "value" && limitSign === 1 && steps >= scale) return null;
	if (!isRate) return String(Number((steps / scale).toPrecision(6)));
	return `${steps / 10}${kind === "value" ? "%" : "pp"}`;
}
/**
* How far the observed value is inside its limit, as a share of the limit: 0 is exactly at it, negative is beyond it.
* Null where a number is missing, and for groups, of which no single number says how close the nearest is. For ranking
* only: it says nothing of certainty.
*/
function slack(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const observed = (hypothesis?.estimand === "candidate" ? gate.candidate : changeOf(gate))?.value;
	if (hypothesis === null || observed === void 0 || gate.margin === null) return null;
	const { written: kind, limitSign } = ruleOf(gate);
	const size = kind === "value" && limitSign === -1 ? 1 - gate.margin : gate.margin;
	return (hypothesis.boundary - hypothesis.sign * observed) / (size === 0 ? 1 : size);
}
/** Blocking gates first, then the worst verdict, then the least slack; the id settles the rest. */
function worstFirst(gates) {
	const tier = (gate) => gate.tier === "blocking" ? 0 : 1;
	const severity = (gate) => -VERDICTS.indexOf(gate.verdict);
	const room = (gate) => slack(gate) ?? Number.NEGATIVE_INFINITY;
	return [...gates].sort((a, b) => tier(a) - tier(b) || severity(a) - severity(b) || (room(a) === room(b) ? 0 : room(a) - room(b)) || (a.id < b.id ? -1 : 1));
}

// src/report/headline.ts
const VERDICT_WORDS = {
	pass: {
		word: "Pass",
		symbol: "✅"
	},
	regression: {
		word: "Regression",
		symbol: "❌"
	},
	inconclusive: {
		word: "Inconclusive",
		symbol: "⚠️"
	},
	invalid: {
		word: "Invalid",
		symbol: "⛔"
	}
};
/** What lets a merge pass without a proof, in words that nobody takes for one. */
const NOT_PROVEN = {
	word: "Pass, not proven",
	symbol: "⚠️"
};
/** `REGRESSION ❌`: the word first, so that nothing hangs on a colour or a picture. */
const labelOf = ({ word, symbol }) => `${word.toUpperCase()} ${symbol}`;
const verdictLabel = (verdict) => labelOf(VERDICT_WORDS[verdict]);
/** What a headline begins with. */
const headlineWords = (facts) => leansToPass(facts) || restsOnAlarms(facts) ? NOT_PROVEN : VERDICT_WORDS[facts.verdict];
const restsOnAlarms = ({ verdict, gates }) => verdict === "pass" && !proveSomething(gates);
/** Whether the merge rests on leans alone: all that is undecided leans to pass by itself, and nobody waived it. */
function leansToPass({ verdict, blocked, gates }) {
	const undecided = gates.filter((gate) => gate.tier === "blocking" && gate.verdict === "inconclusive");
	const leans = undecided.every(({ leaning, waived }) => leaning === "pass" && waived === void 0);
	return verdict === "inconclusive" && !blocked && undecided.length > 0 && leans;
}
const verdictBadge = (verdict) => [{
	kind: "verdict",
	verdict,
	text: verdictLabel(verdict)
}];
/**
* The one number that decided, in a sentence: what comes after the verdict's own word; and who waived it, where somebody did.
* @param isAlone whether nothing beside it says how many gates there are
*/
function headline(facts, isAlone = true) {
	return inline`${decided(facts, isAlone)}${sameWeights(facts)}${sameAnswers(facts)}${demotedWords(facts)}${waivedWords(facts.gates)}`;
}
const isSameModel = (candidate, baseline) => candidate !== null && candidate.digest === baseline?.digest && candidate.adapter_digest === baseline.adapter_digest;
/** A pass of a model against itself is true and proves nothing of the checkpoint that was perhaps meant. */
function sameWeights({ verdict, candidate, baseline, anchor = null }) {
	const other = isSameModel(candidate, baseline) ? "baseline" : isSameModel(candidate, anchor) ? "anchor" : null;
	if (verdict !== "pass" || other === null) return [];
	return candidate?.source.endsWith("(weights not identified)") === true ? inline` Candidate and ${other} are one and the same, by all that is known of them.` : inline` Candidate and ${other} are the same weights.`;
}
/** What nobody trains a model for; where that made it invalid, the first words have said so. */
function sameAnswers({ verdict, identicalAnswers }) {
	return verdict === "invalid" || identicalAnswers === void 0 ? [] : inline` The candidate answers exactly as its baseline on all ${plural(identicalAnswers, "sample")}: was the adapter applied?`;
}
/** A gate that was to block and did not is no part of what holds. */
function demotedWords({ gates }) {
	const demoted = gates.filter(({ judge }) => judge?.demotes === true);
	const [first] = demoted;
	const others = demoted.length - 1;
	const more = others > 0 ? inline` and ${plural(others, "more gate")}` : [];
	return first === void 0 ? [] : inline` ${code(metricName(first))}${more} did not count: nobody knows whether the judge agrees with people.`;
}
/** ` Waived by alice until 2026-12-31.`, or nothing. */
function waivedWords(gates) {
	const words = gates.flatMap(({ waived }) => waived === void 0 ? [] : [toPlain(inline`${waived.by} until ${untilWords(waived.expires)}`)]);
	return [...new Set(words)].flatMap((text) => inline` Waived by ${text}.`);
}
/** When a waiver ends, as it stands after "until". */
function untilWords(expires) {
	return expires.startsWith("commit ") ? "the next commit" : expires;
}
/** The blocking gates that the verdict is of; the headline tells the first. */
const decisiveGates = ({ verdict, gates }) => worstFirst(gates).filter((gate) => gate.tier === "blocking" && gate.verdict === verdict);
function decided(facts, isAlone) {
	const { verdict, gates, reasons, policy } = facts;
	const blocking = gates.filter((gate) => gate.tier === "blocking");
	const decisive = decisiveGates(facts);
	const [worst] = decisive;
	switch (verdict) {
		case "invalid": return inline`${reasons[0] ?? worst?.reasons[0] ?? "no gate was judged"}`;
		case "regression": {
			const others = decisive.length - 1;
			const more = others > 0 && isAlone ? inline` ${plural(others, "more gate")} regressed.` : [];
			return worst === void 0 ? inline`a gate regressed.` : inline`${gateSentence(worst)}.${more}`;
		}
		case "inconclusive":
			if (worst !== void 0 && leansToPass(facts)) return leant(worst, decisive.length - 1, policy);
			return worst === void 0 ? inline`${reasons[0] ?? "a gate is undecided."}` : inline`${gateSentence(worst)}.`;
		case "pass": {
			const count = plural(blocking.length, "blocking gate");
			if (blocking.length === 1 && worst !== void 0) return inline`${count} holds: ${gateSentence(worst)}.`;
			return worst === void 0 ? inline`${count} hold.` : inline`${count} hold; the closest call: ${gateSentence(worst)}.`;
		}
		default: return assertNever(verdict);
	}
}
/** How often luck alone gets this far, and what would prove it. */
function leant(worst, others, { alpha, leanAlpha }) {
	const [lean, proof] = [formatLevel(leanAlpha.value), formatLevel(alpha.value)];
	const luck = `It merges on a lean: at most about ${lean} of candidates exactly at the limit would, where a proof lets ${proof} through.`;
	const enough = worst.needed === null ? "No number of samples can be named that would prove it." : `About ${roundedSamples(worst.needed)} would prove it.`;
	const more = others > 0 ? ours(`${plural(others, "more gate")} ${others === 1 ? "leans" : "lean"}.`) : [];
	return joined([
		inline`${gateSentence(worst)}.`,
		ours(luck),
		ours(enough),
		more
	]);
}
/** `Regression: facts/acc fell by …`. */
function summaryLine(facts) {
	return inline`${ours(headlineWords(facts).word)}: ${headline(facts)}${effectWords(facts)}`;
}
/** What an undecided verdict does, where nothing else says so. */
function effectWords(facts) {
	if (facts.verdict !== "inconclusive" || leansToPass(facts)) return [];
	return ours(facts.blocked ? " Undecided blocks here." : " This does not block the merge.");
}
/** `of 5 blocking gates, 1 regressed, 1 is undecided and 3 hold` */
function tallyTier(gates, tier) {
	const words = {
		invalid: (count) => `${count} could not be judged`,
		regression: (count) => `${count} regressed`,
		inconclusive: (count) => `${count} ${count === 1 ? "is" : "are"} undecided`,
		pass: (count) => `${count} ${count === 1 ? "holds" : "hold"}`
	};
	const idle = gates.filter(isNotNeeded).length;
	const parts = [...VERDICTS].reverse().flatMap((verdict) => {
		const count = gates.filter((gate) => gate.verdict === verdict && !isNotNeeded(gate)).length;
		return count === 0 ? [] : [words[verdict](count)];
	});
	if (idle > 0) parts.push(`${idle} ${idle === 1 ? "was" : "were"} not needed`);
	const last = parts.pop() ?? "";
	const listed = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
	return `of ${plural(gates.length, `${tier} gate`)}, ${listed}`;
}
/** `Of 3 blocking gates, 1 regressed and 2 hold; of 1 advisory gate, 1 holds.` */
function gateCounts(gates) {
	const parts = ["blocking", "advisory"].flatMap((tier) => {
		const members = gates.filter((gate) => gate.tier === tier);
		return members.length === 0 ? [] : [tallyTier(members, tier)];
	});
	const text = parts.length === 0 ? "no gate was judged" : parts.join("; ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
/** What a run says that made the first baseline. It has no verdict: nothing was judged. */
const BOOTSTRAP = "bootstrap: there was no baseline, and this checkpoint is the first one. Nothing was compared, and nothing is proven.";

export { worstFirst as C, rests as S, methodOf as T, isChoosable as _, gateCounts as a, limitPhrase as b, isSameModel as c, untilWords as d, verdictBadge as f, gateSentence as g, forbiddenEnd as h, decisiveGates as i, labelOf as l, changeOf as m, NOT_PROVEN as n, headline as o, verdictLabel as p, VERDICT_WORDS as r, headlineWords as s, BOOTSTRAP as t, summaryLine as u, isMeasured as v, isDescriptive as w, passingLimit as x, isNotNeeded as y };