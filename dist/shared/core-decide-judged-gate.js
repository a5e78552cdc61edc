import { Bt as normalQuantile, Ct as skewedInterval, Et as studentMean, F as isMeanOfGroups, Pt as clopperPearsonLower, Tt as studentInterval, ot as effectiveSize } from "./core-stats-sequential-flip-rates.js";
import { G as sum } from "./core-metrics-repeats.js";
import { E as median } from "./config-resolve.js";
import { V as locateMetric, Y as isStop, gt as extraWeight } from "./core-decide-rules-registry.js";
import { n as judgeLikes } from "./core-compare-judge-likes.js";
import { M as formatShare, ot as metricsOfGate, w as formatChange } from "./core-domain-history.js";

// src/core/stats/kappa.ts
const EXACT = (row, column) => row === column ? 1 : 0;
/**
* Weights of an ordered scale: 1 − (distance / longest distance)². With them κ is the intraclass correlation but for terms in 1/n
* (Fleiss & Cohen 1973). On two levels they are those of plain κ.
*/
const quadraticWeights = (levels) => (row, column) => 1 - ((row - column) / (levels - 1)) ** 2;
/**
* Cohen's κ = (p_o − p_e) / (1 − p_e) of two raters from their square table of counts, with the large-sample standard error
* of Fleiss, Cohen & Everitt 1969. Cohen 1960; with weights, Cohen 1968.
*
* @returns null where chance alone agrees fully (a single category), so that κ is undefined
*/
function cohenKappa(table, weights = EXACT) {
	const { n, share, rows, columns, observed, chance } = agreementOf(table, weights);
	if (!(chance < 1)) return null;
	const kappa = (observed - chance) / (1 - chance);
	const rowMeans = rows.map((_, i) => sum(columns.map((p, j) => p * weights(i, j))));
	const columnMeans = columns.map((_, j) => sum(rows.map((p, i) => p * weights(i, j))));
	const terms = share.flatMap((row, i) => row.map((p, j) => {
		const expected = ((rowMeans[i] ?? 0) + (columnMeans[j] ?? 0)) * (1 - kappa);
		return p * (weights(i, j) - expected) ** 2;
	}));
	const centre = (kappa - chance * (1 - kappa)) ** 2;
	const variance = (sum(terms) - centre) / (n * (1 - chance) ** 2);
	return {
		kappa,
		stderr: Math.sqrt(Math.max(0, variance))
	};
}
/** κ ± z SE with error `alpha` a side. */
function kappaInterval({ kappa, stderr }, alpha) {
	const half = normalQuantile(1 - alpha) * stderr;
	return {
		low: kappa - half,
		high: Math.min(1, kappa + half)
	};
}
/**
* A lower limit of κ for small tables, in which the standard error is too small, and 0 where two raters never disagreed: the
* smaller of that of `kappaInterval` and of what the exact lower limit of the observed agreement leaves of κ, taking the agreement
* by chance for known. A weighted agreement varies at most as much as one that is all or nothing. Own; its error was measured by
* simulation (kappa.slow.test.ts).
*
* @returns null where κ is undefined
*/
function cautiousKappaLower(table, alpha, weights = EXACT) {
	const agreement = cohenKappa(table, weights);
	if (agreement === null) return null;
	const { n, observed, chance } = agreementOf(table, weights);
	const exact = clopperPearsonLower(n * observed, n, alpha);
	return Math.min(kappaInterval(agreement, alpha).low, (exact - chance) / (1 - chance));
}
function agreementOf(table, weights) {
	const n = sum(table.map(sum));
	const share = table.map((row) => row.map((count) => count / n));
	const rows = share.map(sum);
	const columns = share.map((_, column) => sum(share.map((row) => row[column] ?? 0)));
	return {
		n,
		share,
		rows,
		columns,
		observed: sum(share.flatMap((row, i) => row.map((p, j) => p * weights(i, j)))),
		chance: sum(rows.flatMap((p, i) => columns.map((q, j) => p * q * weights(i, j))))
	};
}

// src/core/stats/prediction-powered.ts
/**
* Mean of the labels over all units, of which only some have one, with help of a predictor that may be biased:
* θ = λ f̄_N + mean_n(Y − λ f), Var = λ² Var(f) / N + Var(Y − λ f) / n, λ = Cov(Y, f) / ((1 + n/N) Var f) within [0, 1].
* PPI++ of Angelopoulos, Duchi & Zrnic 2023. Whatever the predictor is worth, θ is centred on the labels' mean, and no wider than
* without it but for what it takes to estimate λ, for which a degree of freedom goes. What values of one cluster move θ by, labelled or
* not, is added before it is squared, as in every mean of clusters; degrees of freedom go by the effective number of those with a label.
*
* Assumes that labelled and unlabelled units come from one population: who is labelled must not depend on the answer.
*
* @param labelled at least three
* @param unlabelled predictions of the others; with none, θ is the mean of the labels
* @param reach of a label, which lies between −reach and reach; null where that is not known
*/
function predictionPowered(labelled, unlabelled, reach = null, dependence = null) {
	const [n, others] = [labelled.length, unlabelled.length];
	const [labels, predictions] = [labelled.map(({ label }) => label), labelled.map(({ prediction }) => prediction)];
	const spread = varianceOf([...predictions, ...unlabelled]);
	const best = others < 2 || spread === 0 ? 0 : covarianceOf(labels, predictions) / ((1 + n / others) * spread);
	const lambda = Math.min(1, Math.max(0, best));
	const residuals = labelled.map(({ label, prediction }, index) => ({
		...dependence?.labelled[index] ?? ALONE,
		value: label - lambda * prediction
	}));
	const more = unlabelled.map((prediction, index) => ({
		...dependence?.unlabelled[index] ?? ALONE,
		value: lambda * prediction
	}));
	const estimateOf = (own) => estimate(own, lambda, lambda === 0 ? [] : more);
	const powered = {
		...estimateOf(residuals),
		lambda
	};
	if (reach === null) return powered;
	const units = countedUnits(residuals, ({ value }) => value);
	const weight = extraWeight(units, 2 * reach);
	if (weight === 0) return powered;
	const middle = median(units.values);
	const heaviest = Math.max(...units.sizes);
	const withOne = (end) => {
		const value = middle + weight * (end - middle);
		return estimateOf([...residuals, {
			value,
			weight: heaviest,
			cluster: null
		}]);
	};
	return {
		...powered,
		ends: {
			low: withOne(-reach),
			high: withOne(reach)
		}
	};
}
const ALONE = {
	weight: 1,
	cluster: null
};
function estimate(residuals, lambda, predictions) {
	const moved = movesOf(residuals);
	const more = movesOf(predictions);
	const df = moved.effective - (lambda === 0 ? 1 : 2);
	const [own, other] = [moved.effective / df, more.effective / (more.effective - 1)].map(Math.sqrt);
	let [variance, cubes] = [0, 0];
	for (const name of /* @__PURE__ */ new Set([...moved.by.keys(), ...more.by.keys()])) {
		const [left, right] = [moved.by.get(name) ?? 0, more.by.get(name) ?? 0];
		variance += ((own ?? 1) * left + (right === 0 ? 0 : (other ?? 1) * right)) ** 2;
		cubes += (left + right) ** 3;
	}
	const stderr = Math.sqrt(variance);
	return {
		value: moved.mean + more.mean,
		stderr,
		df,
		skewness: stderr === 0 ? 0 : cubes / stderr ** 3 * Math.sqrt(df + 1)
	};
}
/** A mean, and what each cluster moves it by; those that are alone by a name that no cluster has. */
function movesOf(values) {
	const total = sum(values.map(({ weight }) => weight));
	const mean = values.length === 0 ? 0 : sum(values.map(({ value, weight }) => weight * value)) / total;
	const by = /* @__PURE__ */ new Map();
	for (const each of values) {
		const name = each.cluster ?? each;
		by.set(name, (by.get(name) ?? 0) + each.weight * (each.value - mean) / total);
	}
	return {
		mean,
		by,
		effective: effectiveSize(countedUnits(values, ({ value }) => value).sizes)
	};
}
/** Mean and weight of each cluster. */
function countedUnits(values, read) {
	const sums = /* @__PURE__ */ new Map();
	for (const each of values) {
		const own = sums.get(each.cluster ?? each) ?? {
			total: 0,
			weight: 0
		};
		own.total += each.weight * read(each);
		own.weight += each.weight;
		sums.set(each.cluster ?? each, own);
	}
	const units = [...sums.values()];
	return {
		values: units.map(({ total, weight }) => total / weight),
		sizes: units.map(({ weight }) => weight)
	};
}
/**
* Each side has error `alpha`: Student's and Hall's interval together, since differences of grades are skewed; with one more unit at the end
* of the range on that side where few labels tell of changes as large (`extraWeight`).
*/
function predictionPoweredInterval(estimate, alpha) {
	const both = (own) => [studentInterval(own, alpha), skewedInterval(own, alpha)];
	const { low = estimate, high = estimate } = estimate.ends ?? {};
	return {
		low: Math.min(...[estimate, low].flatMap(both).map((each) => each.low)),
		high: Math.max(...[estimate, high].flatMap(both).map((each) => each.high))
	};
}
const meanOf$1 = (values) => sum(values) / values.length;
const varianceOf = (values) => covarianceOf(values, values);
function covarianceOf(left, right) {
	const [ours, theirs] = [meanOf$1(left), meanOf$1(right)];
	const products = left.map((value, index) => (value - ours) * ((right[index] ?? theirs) - theirs));
	return sum(products) / (left.length - 1);
}

// src/core/compare/judge-agreement.ts
/** Below it nobody lets a judge block, however well the figures look. */
const LEAST_KAPPA = .6;
/** With fewer the limits of a corrected change miss the truth more often than they say (prediction-powered.slow.test.ts). */
const LEAST_PAIRS = 50;
const SIDES = ["baseline", "candidate"];
const NOBODY = {
	baseline: /* @__PURE__ */ new Map(),
	candidate: /* @__PURE__ */ new Map()
};
/** How far people agree with the judge in one criterion, which it graded by itself. */
function agreementOn({ declaration, scores, pairOf, questionOf }, { min, max, step = 1 }, given, alpha) {
	const grading = given === void 0 || declaration.repeated === true ? NOBODY : given;
	const levels = Math.round((max - min) / step) + 1;
	const table = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0));
	const differences = {
		baseline: [],
		candidate: []
	};
	const graded = /* @__PURE__ */ new Set();
	for (const score of scores) {
		const pair = pairOf?.(score.key);
		const asked = questionOf?.(score.key) ?? score.key;
		for (const side of SIDES) {
			const [label, part] = [grading[side].get(score.key), score[side]];
			if (label === void 0 || part === null) continue;
			const judged = part.numerator / part.denominator;
			const [row, column] = [table[(label - min) / step], (judged - min) / step];
			if (row?.[column] === void 0) continue;
			const answer = pair?.[side]?.output;
			const given = answer === void 0 ? null : JSON.stringify([asked, answer]);
			if (given === null || !graded.has(given)) row[column] = (row[column] ?? 0) + 1;
			if (given !== null) graded.add(given);
			differences[side].push(judged - label);
		}
	}
	const n = sum(table.map(sum));
	const weights = quadraticWeights(levels);
	const agreement = n === 0 ? null : cohenKappa(table, weights);
	const low = n === 0 ? null : cautiousKappaLower(table, alpha, weights);
	return {
		metric: declaration.name,
		labels: {
			baseline: differences.baseline.length,
			candidate: differences.candidate.length
		},
		exact: n === 0 ? null : sum(table.map((row, level) => row[level] ?? 0)) / n,
		kappa: agreement?.kappa ?? null,
		low,
		high: agreement === null ? null : kappaInterval(agreement, alpha).high,
		level: 1 - 2 * alpha,
		needed: agreement === null || low === null || low >= .6 ? null : labelsNeeded(agreement, n, alpha),
		bias: {
			baseline: meanOf(differences.baseline),
			candidate: meanOf(differences.candidate)
		}
	};
}
/**
* Labels with which the lower limit of κ would be high enough, if κ and the spread of an answer stay what they are: the standard
* error falls with 1/√n. Null where κ itself is too low.
*/
function labelsNeeded({ kappa, stderr }, n, alpha) {
	if (kappa <= .6) return null;
	const needed = n * (normalQuantile(1 - alpha) * stderr / (kappa - LEAST_KAPPA)) ** 2;
	return Math.max(n + 1, Math.ceil(needed));
}
function meanOf(values) {
	if (values.length === 0) return null;
	const { value, stderr } = studentMean(values);
	return {
		value,
		stderr: values.length < 2 ? null : stderr,
		n: values.length
	};
}
/** Null where too few independent samples have grades by people on both sides. */
function correctedChange(metric, grading, alpha) {
	const { declaration, scores } = metric;
	if (declaration.repeated === true || declaration.kind !== "mean") return null;
	const labelled = [];
	const others = [];
	let missing = 0;
	const share = sharesOf(metric);
	for (const score of scores) {
		const { key, baseline, candidate, cluster } = score;
		if (baseline === null || candidate === null) {
			missing += share(score);
			continue;
		}
		const prediction = candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
		const [before, after] = [grading.baseline.get(key), grading.candidate.get(key)];
		const counted = {
			weight: share(score),
			cluster
		};
		if (before === void 0 || after === void 0) others.push({
			...counted,
			prediction
		});
		else labelled.push({
			...counted,
			label: after - before,
			prediction
		});
	}
	const units = countedUnits(labelled, ({ label, prediction }) => prediction - label);
	if (effectiveSize(units.sizes) < LEAST_PAIRS * (1 - 1e-9)) return null;
	const excess = predictionPowered(units.values.map((label) => ({
		label,
		prediction: 0
	})), [], null, {
		labelled: units.sizes.map((weight) => ({
			weight,
			cluster: null
		})),
		unlabelled: []
	});
	const { low, high } = studentInterval(excess, alpha / 2);
	const reach = reachOf(declaration);
	const known = sum([...labelled, ...others].map(({ weight }) => weight));
	return {
		estimate: predictionPowered(labelled, others.map(({ prediction }) => prediction), reach, {
			labelled,
			unlabelled: others
		}),
		labels: labelled.length,
		isBiased: low > 0 || high < 0,
		missing: {
			share: missing / (missing + known),
			reach
		}
	};
}
/** What a sample counts for: its weight, in a mean of groups that of its group. */
function sharesOf(metric) {
	if (!isMeanOfGroups(metric)) return ({ weight }) => weight;
	const totals = /* @__PURE__ */ new Map();
	for (const { group, weight } of metric.scores) totals.set(group, (totals.get(group) ?? 0) + weight);
	return ({ group, weight }) => weight / (totals.get(group) ?? weight);
}
/** Missing grades on either side: as low, and as high, as they can make the change. */
function correctedInterval({ estimate, missing: { share, reach } }, alpha) {
	const { low, high } = predictionPoweredInterval(estimate, alpha);
	if (share === 0) return {
		low,
		high
	};
	const most = share * (reach ?? Infinity);
	return {
		low: (1 - share) * low - most,
		high: (1 - share) * high + most
	};
}
/** How far two grades can lie apart. */
function reachOf({ judge, range: { min, max } }) {
	if (judge !== void 0) return judge.max - judge.min;
	return min === null || max === null ? null : max - min;
}
function shownCorrection(corrected, decides, alpha) {
	const { estimate, labels } = corrected;
	return {
		value: estimate.value,
		...correctedInterval(corrected, alpha),
		level: 1 - 2 * alpha,
		method: "prediction-powered",
		labels,
		decides
	};
}

// src/core/decide/said-likes.ts
/** Below it an order that turns verdicts is what any judge has. */
const MANY_TURNED = .2;
/** What of a judge's likings a reader has to know: those that are proven, or that a label would have to prove. */
function saidLikes({ turned, longer, length, itself }, unit) {
	const change = (value) => formatChange(value, unit);
	const shares = [turned?.baseline, turned?.candidate].flatMap((share) => share ?? []);
	const most = Math.max(0, ...shares);
	return [
		...most < MANY_TURNED ? [] : [`Up to ${formatShare(most)} of the judge's comparisons turn with the order of the answers, and are ties.`],
		...longerSaid(longer),
		...length === void 0 || length.low <= 0 ? [] : [`The judge likes length: beyond what people do, it gives the longer half of the answers ${change(length.value)} more (${change(length.low)} to ${change(length.high)}).`],
		...itself === void 0 ? [] : [itselfSaid(itself, change)]
	];
}
/** Where the longer answer wins and length alone makes for the win rate. */
function longerSaid(longer) {
	const { verdicts = 0, preferred = 0, winRate = null, controlled = null } = longer?.candidate ?? {};
	if (verdicts === 0 || winRate === null || controlled === null) return [];
	return [`Of the judge's ${verdicts} verdicts on answers of unlike length ${formatShare(preferred / verdicts)} are for the longer; at equal length the candidate wins ${formatShare(controlled)} in place of ${formatShare(winRate)}.`];
}
function itselfSaid({ sides, excess }, change) {
	const whose = `The judge is the model of the ${sides.join(" and of the ")} itself`;
	return excess === null ? `${whose}, and nobody's grades say how much it likes its own answers.` : `${whose}: beyond what people do, it gives its own answers ${change(excess.value)} (${change(excess.low)} to ${change(excess.high)}) beside the other side's.`;
}

// src/core/decide/judged-gate.ts
/** Whether a model graded any of the gate's metrics. */
const isJudged = (gate, comparisons) => gradedMetrics(gate, comparisons).length > 0;
function gradedMetrics(gate, comparisons) {
	return metricsOfGate(gate).flatMap((named) => {
		const located = locateMetric(named, comparisons);
		if (!("comparison" in located)) return [];
		const { judge } = located.metric.declaration;
		return judge === void 0 ? [] : [{
			...located,
			judge
		}];
	});
}
/**
* A gate on grades that a model gave blocks only where people are known to agree with it: where the lower limit of kappa is high
* enough. Otherwise it is advisory, whatever the config says. Where the judge is proven to see another change than people do, what
* people see decides (PPI++), and where labels are named that cannot be had, nothing does.
*/
function weighJudge(gate, judged, comparisons, labels, policy) {
	const result = weighed(gate, judged, comparisons, labels, policy);
	const { judge } = result;
	const own = gradedMetrics(gate, comparisons).find((each) => each.judge.of.includes(judge?.metric ?? ""));
	if (judge === void 0 || own === void 0) return result;
	const { comparison } = own;
	const grading = labels.get(comparison.task)?.metrics.get(judge.metric);
	const likes = judgeLikes(comparison, judge.metric, grading, policy.alpha.value);
	if (likes === null) return result;
	return {
		...result,
		judge: {
			...judge,
			likes
		},
		reasons: [...result.reasons, ...saidLikes(likes, result.unit)]
	};
}
function weighed(gate, { result, hypothesis }, comparisons, labels, policy) {
	const graded = gradedMetrics(gate, comparisons);
	const alpha = policy.alpha.value;
	const own = graded.map((each) => ({
		...each,
		labels: labels.get(each.comparison.task)
	}));
	const fault = own.find((each) => each.labels?.fault != null)?.labels?.fault;
	if (fault != null) return withoutLabels(result, fault);
	const [worst] = own.flatMap(({ comparison, judge, labels: given }) => judge.of.map((name) => agreementIn(comparison, name, judge, given, alpha))).sort((one, other) => (one.low ?? -Infinity) - (other.low ?? -Infinity));
	if (worst === void 0) return result;
	if (result.verdict === "invalid" && own.some((each) => each.labels !== void 0)) return {
		...result,
		judge: worst
	};
	const judged = {
		...result,
		judge: worst
	};
	if (worst.low === null || worst.low < .6) return advisory(judged, whyNotTrusted(worst, own.find((each) => each.labels !== void 0)?.labels?.file));
	const favoured = own.flatMap((each) => (each.judge.apart === true ? each.judge.of : []).filter((name) => isFavoured(each, name, alpha)))[0];
	if (favoured !== void 0) return advisory(judged, `the judge is proven to see another change of ${favoured} than people do, of whose grades none follow for this one: gate ${favoured}, which is then decided by theirs`);
	const trusted = {
		...judged,
		reasons: [...result.reasons, `T${agreed(worst).slice(1)}.`]
	};
	const [only] = own;
	if (only === void 0 || hypothesis === null || only.judge.apart === true) return trusted;
	return corrected(trusted, worst, only, hypothesis, policy);
}
function agreementIn({ metrics }, name, judge, labels, alpha) {
	const metric = metrics.find(({ declaration }) => declaration.name === name);
	const none = {
		baseline: 0,
		candidate: 0
	};
	if (metric === void 0) return {
		metric: name,
		labels: none,
		exact: null,
		kappa: null,
		low: null,
		high: null,
		needed: null,
		level: 1 - 2 * alpha,
		bias: {
			baseline: null,
			candidate: null
		}
	};
	return agreementOn(metric, judge, labels?.metrics.get(name), alpha);
}
/** Whether the judge is proven to see another change than people in a metric that stands for this one. */
function isFavoured({ comparison, labels }, name, alpha) {
	const metric = comparison.metrics.find(({ declaration }) => declaration.name === name);
	const grading = labels?.metrics.get(name);
	return metric !== void 0 && grading !== void 0 && correctedChange(metric, grading, alpha)?.isBiased === true;
}
const withoutLabels = (result, fault) => ({
	...result,
	verdict: "invalid",
	leaning: null,
	test: null,
	minimumDetectable: null,
	needed: null,
	reasons: [`What the judge is worth cannot be told: ${fault}`],
	blocks: result.tier === "blocking"
});
const advisory = ({ judge, ...result }, why) => ({
	...result,
	judge: result.tier === "blocking" ? {
		...judge,
		demotes: true
	} : judge,
	tier: "advisory",
	blocks: false,
	reasons: [`Advisory, since ${why}.`, ...result.reasons]
});
/** @param file of the labels; undefined where none is named */
function whyNotTrusted(judge, file) {
	const n = judge.labels.baseline + judge.labels.candidate;
	if (n === 0 && file !== void 0) return `none of the grades in ${file} is of an answer that was given here: have people grade some of these answers`;
	if (n === 0) return "nobody's grades say what the judge is worth: have people grade some of these answers, and name the file as labels of the judge";
	if (judge.kappa === null) return `the judge and people give all ${n} answers the same grade, which tells nothing of it`;
	const cure = judge.needed === null ? "Another rubric or another judge would have to agree better" : `About ${judge.needed} labels would show that it may block, if that holds`;
	return `${agreed(judge)}, and the lower limit has to be ${LEAST_KAPPA}. ${cure}`;
}
function agreed({ kappa, low, high, level, labels, metric }) {
	const two = (value) => (value ?? NaN).toFixed(2).replace("-", "−");
	return `the judge agrees with people on ${labels.baseline + labels.candidate} answers by ${metric} with kappa ${two(kappa)} (${Math.round(level * 100)} % interval ${two(low)} to ${two(high)})`;
}
/** People's grades of the metric itself: of a mean of criteria those answers of which all are graded. */
function gradingOf({ judge, labels }) {
	const gradings = judge.of.map((name) => labels?.metrics.get(name));
	const meanOn = (side) => {
		const [first, ...others] = gradings.map((grading) => grading?.[side] ?? /* @__PURE__ */ new Map());
		const means = /* @__PURE__ */ new Map();
		for (const [key, grade] of first ?? []) {
			const more = others.flatMap((each) => each.get(key) ?? []);
			if (more.length === others.length) means.set(key, more.reduce((total, each) => total + each, grade) / gradings.length);
		}
		return means;
	};
	return {
		baseline: meanOn("baseline"),
		candidate: meanOn("candidate")
	};
}
function corrected(result, judge, own, hypothesis, policy) {
	const alpha = policy.alpha.value;
	const change = hypothesis.estimand === "delta" ? correctedChange(own.metric, gradingOf(own), alpha) : null;
	if (change === null || result.verdict === "invalid" || result.blind !== void 0) return result;
	const shown = shownCorrection(change, change.isBiased, alpha);
	const say = (value) => formatChange(value ?? NaN, result.unit);
	const says = `With the grades of people on ${change.labels} samples (PPI++) the change is ${say(shown.value)} (${say(shown.low)} to ${say(shown.high)})`;
	const told = {
		...result,
		judge: {
			...judge,
			corrected: shown
		}
	};
	if (!change.isBiased) return {
		...told,
		reasons: [...result.reasons, `${says}.`]
	};
	const isFixed = result.sequence === void 0;
	const within = (at) => isFixed && degradationAt(change, hypothesis, at).high < hypothesis.boundary;
	const beyond = isFixed && degradationAt(change, hypothesis, alpha).low > hypothesis.boundary;
	const verdict = within(alpha) ? "pass" : beyond ? "regression" : "inconclusive";
	const leaning = verdict === "inconclusive" && policy.onInconclusive.value === "lean" ? within(policy.leanAlpha.value) ? "pass" : "regression" : null;
	return {
		...told,
		verdict,
		leaning,
		test: null,
		minimumDetectable: null,
		needed: null,
		reasons: [`The judge is proven to see another change than people do, so that theirs decides. ${says}.`, ...result.reasons.slice(1)],
		blocks: result.tier === "blocking" && isStop(verdict, leaning, policy.onInconclusive.value)
	};
}
/** Turned so that plus is worse. */
function degradationAt(change, { sign }, alpha) {
	const { low, high } = correctedInterval(change, alpha);
	return sign === 1 ? {
		low,
		high
	} : {
		low: -high,
		high: -low
	};
}

export { weighJudge as n, isJudged as t };