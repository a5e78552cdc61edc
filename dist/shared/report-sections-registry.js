import { a as truncate, o as visible, r as oneLine } from "./report-escape.js";
import { c as NOT_AVAILABLE, i as ours, l as daysBetween, n as inline, o as strong, r as joined, s as toPlain, t as code, u as formatDuration } from "./report-inline.js";
import { D as formatInterval, Dt as worseSign, E as formatDigest, F as metricName, I as plural, L as roundedSamples, M as formatShare, Mt as assertNever, N as formatSize, O as formatLevel, P as formatValue, T as formatCount, it as describeSource, j as formatP, w as formatChange } from "./core-domain-history.js";
import { C as worstFirst, S as rests, T as methodOf, _ as isChoosable, a as gateCounts, b as limitPhrase, c as isSameModel, d as untilWords, f as verdictBadge, g as gateSentence, h as forbiddenEnd, i as decisiveGates, m as changeOf$1, n as NOT_PROVEN, o as headline, p as verdictLabel, r as VERDICT_WORDS, s as headlineWords, v as isMeasured$1, w as isDescriptive, x as passingLimit, y as isNotNeeded } from "./report-headline.js";
import { B as hypotheticalEstimate, R as estimateOfFlips, U as givenOtherwise, W as mismatchMessage, lt as testHypothesis, o as ruleOf, s as shownHypothesisOf, z as firstCount } from "./core-decide-rules-registry.js";
import { Bt as normalQuantile } from "./core-stats-sequential-flip-rates.js";
import { n as companionMetrics } from "./core-metrics-choices.js";
import { i as lockedSplitWords } from "./core-compare-locked-split.js";
import { _ as parseClassMetric } from "./core-metrics-repeats.js";

// src/report/figure-ascii.ts
/** Columns of the drawing. */
const WIDTH = 61;
/**
* The interval against the limit, to scale:
*
* ```
*                    not allowed │ allowed
*            [─────────●─────────┼──]
*   ─────────────────────────────┴──────────────────┬──────────
*                             −2.0 pp              0.0 pp
* ```
*
* `●` is the observed value. An end that nothing is known about is an arrow.
*/
function asciiFigure({ low, value, high, limit, marks, safeSide }) {
	const column = (place) => Math.round(place * 60);
	return [
		sides$1(column(limit), safeSide),
		interval$1(low === null ? null : column(low), column(value), high === null ? null : column(high), column(limit)),
		axis(column(limit), marks.map(({ at }) => column(at))),
		...labels(marks.map(({ at, label }) => ({
			at: column(at),
			label
		})))
	].map((row) => row.trimEnd());
}
function sides$1(limit, safeSide) {
	const [left, right] = safeSide === "greater" ? ["not allowed", "allowed"] : ["allowed", "not allowed"];
	return `${left.length < limit ? left.padStart(limit - 1) : " ".repeat(Math.max(0, limit - 1))}${limit > 0 ? " " : ""}│ ${right}`;
}
function interval$1(low, value, high, limit, width = WIDTH) {
	const row = Array.from({ length: width }, () => " ");
	const [from, to] = [low ?? 0, high ?? width - 1];
	row.fill("─", from, to + 1);
	row[from] = low === null ? "◄" : "[";
	row[to] = high === null ? "►" : "]";
	row[limit] = limit > from && limit < to ? "┼" : limit === from || limit === to ? row[limit] ?? "│" : "│";
	row[value] = "●";
	return row.join("");
}
function axis(limit, ticks) {
	const row = Array.from({ length: WIDTH }, () => "─");
	for (const tick of ticks) row[tick] = "┬";
	row[limit] = "┼";
	return row.join("");
}
/** Labels centred under their marks, on a row of their own where two would touch. */
function labels(marks) {
	const rows = [];
	for (const { at, label } of marks) {
		const start = Math.max(0, Math.min(WIDTH - label.length, at - Math.floor(label.length / 2)));
		const free = rows.findIndex((row) => row.padEnd(63).slice(Math.max(0, start - 2), start + label.length + 2).trim() === "");
		const row = (free < 0 ? "" : rows[free] ?? "").padEnd(WIDTH);
		const placed = row.slice(0, start) + label + row.slice(start + label.length);
		if (free < 0) rows.push(placed);
		else rows[free] = placed;
	}
	return rows;
}
const NAME_WIDTH = 32;
const SMALL = 33;
const STEPS = "▁▂▃▄▅▆▇█";
const stepAt = (value) => STEPS[Math.min(7, Math.floor(value * 8))] ?? "";
/** Of more values each step is the mean of some: a row of a terminal has no room for years of rounds. */
const MOST_STEPS = 32;
/** Values between their least and their greatest. */
function sparkline(values) {
	const steps = Math.min(values.length, MOST_STEPS);
	const means = Array.from({ length: steps }, (_, step) => {
		const own = values.slice(Math.floor(step * values.length / steps), Math.floor((step + 1) * values.length / steps));
		return own.reduce((sum, value) => sum + value, 0) / own.length;
	});
	const [least, most] = [Math.min(...means), Math.max(...means)];
	return means.map((value) => stepAt(most > least ? (value - least) / (most - least) : .5)).join("");
}
/** Rows of intervals, and what rises over time; nothing of charts that their table says as well. */
function asciiChart(chart) {
	switch (chart.kind) {
		case "intervals": {
			const names = chart.rows.map(({ label }) => truncate(label, NAME_WIDTH));
			const width = Math.max(0, ...names.map((name) => Array.from(name).length));
			const [left, right] = chart.ends;
			return [`${" ".repeat(width)}  ${left}${right.padStart(SMALL - left.length)}`, ...chart.rows.map((row, index) => chartRow(row, chart.line, (names[index] ?? "").padEnd(width)))];
		}
		case "lines": {
			const width = Math.max(...chart.series.map(({ name }) => name.length));
			return [...chart.series.map(({ name, values }) => `${name.padEnd(width)}  ${values.map(stepAt).join("")}`), ""];
		}
		case "columns":
		case "square":
		case "matrix": return [];
	}
}
function chartRow({ low, value, high, end }, line, name) {
	const column = (place) => Math.round(Math.min(1, Math.max(0, place)) * 32);
	const ends = [low, high].map((place) => place === null ? null : column(place));
	return `${name}  ${interval$1(ends[0] ?? null, column(value), ends[1] ?? null, column(line), SMALL)}  ${end}`;
}

// src/report/section.ts
/** An address as it may stand in a report; null for none, and for any other. */
const checkedUrl = (url) => url != null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url) ? url : null;
const ALL = Number.POSITIVE_INFINITY;
const FULL = {
	gates: ALL,
	samples: 10,
	improved: true,
	groups: 20,
	outputLength: 1e3
};
/** What a comment says where it would be too long; each section names the last rung that it stands on. */
const LADDER = [
	{
		name: "full",
		...FULL
	},
	{
		name: "regressed flips only",
		...FULL,
		improved: false
	},
	{
		name: "fewer flips",
		gates: ALL,
		samples: 3,
		improved: false,
		groups: 5,
		outputLength: 300
	},
	{
		name: "no flips",
		...FULL
	},
	{
		name: "worst gates",
		...FULL,
		gates: 25
	},
	{
		name: "verdict and link",
		...FULL
	}
];
/** Where nothing has to fit. */
const EVERYTHING = {
	...LADDER[0],
	samples: ALL,
	groups: ALL,
	outputLength: ALL
};

// src/report/blocks.ts
/** Whether a name has room beside a cell of a matrix; else its place in the table stands there. */
const isShortName = (name) => Array.from(name).length <= 3;
const column = (align) => (title, cell) => ({
	title: typeof title === "function" ? title : () => title,
	align,
	cell: (row) => inline`${cell(row)}`
});
/** A cell that is a string is data. */
const textColumn = column("left");
const numberColumn = column("right");
const heading = (content) => ({
	kind: "heading",
	content
});
const paragraph = (content) => ({
	kind: "paragraph",
	content
});
/** @param length code points kept */
const verbatim = (text, length, language = "text") => ({
	kind: "code",
	text: truncate(visible(text), length),
	language
});
/** A bullet for each line that says anything; no block where none does. */
function list(items) {
	const told = items.map((item) => "content" in item ? item : {
		content: item,
		below: []
	}).filter(({ content }) => content.length > 0);
	return told.length === 0 ? [] : [{
		kind: "list",
		items: told
	}];
}
/** No block where there are no rows. */
function table(caption, columns, rows) {
	const block = {
		kind: "table",
		caption,
		columns: columns.map(({ title, align }) => ({
			title: titleIn(title(rows)),
			align
		})),
		rows: rows.map((row) => columns.map(({ cell }) => cell(row)))
	};
	return rows.length === 0 ? [] : [block];
}
const titleIn = (title) => typeof title === "string" ? ours(title) : title;
/** @param value data where it is a string */
const field = (name, value) => [ours(name), inline`${value}`];
/** Blocks below a heading; nothing where there are none. */
const titled = (title, blocks) => blocks.length === 0 ? [] : [heading(title), ...blocks];

// src/report/figure.ts
/** The interval of a gate against its limit; nothing where there is no single interval. */
function figureOf(gate) {
	const hypothesis = shownHypothesisOf(gate);
	const scale = hypothesis === null ? null : scaleOf(gate, hypothesis);
	return hypothesis === null || scale === null ? [] : [{
		kind: "figure",
		scale,
		words: wordsOf(gate, hypothesis)
	}];
}
/** Where everything lies, with a tenth of room on both sides; null where there is nothing to draw. */
function scaleOf(gate, hypothesis) {
	const limit = limitOf(hypothesis);
	const span = spanOf(gate, hypothesis, limit);
	if (span === null) return null;
	const { low, value, high, marks } = span;
	const points = [
		low,
		value,
		high,
		...marks.map(({ at }) => at)
	].flatMap((point) => point ?? []);
	const [least, most] = [Math.min(...points), Math.max(...points)];
	const pad = most > least ? (most - least) * .1 : Math.abs(most) * .1 || 1;
	const place = (point) => (point - (least - pad)) / (most - least + 2 * pad);
	const placeOrNull = (point) => point === null ? null : place(point);
	return {
		safeSide: hypothesis.sign === 1 ? "less" : "greater",
		limit: place(limit),
		low: placeOrNull(low),
		value: place(value),
		high: placeOrNull(high),
		marks: marks.map(({ at, label }) => ({
			at: place(at),
			label
		}))
	};
}
/** The boundary, a degradation, where it lies among the values that are shown. */
const limitOf = ({ sign, boundary }) => boundary === 0 ? 0 : sign * boundary;
function spanOf(gate, { estimand, sign }, limit) {
	const { candidate, baseline, bound, unit } = gate;
	const delta = changeOf$1(gate);
	if (estimand === "delta") {
		if (delta === null) return null;
		const marks = [{
			at: limit,
			label: formatChange(limit, unit)
		}];
		if (limit !== 0) marks.push({
			at: 0,
			label: formatChange(0, unit)
		});
		return {
			low: delta.low,
			value: delta.value,
			high: delta.high,
			marks
		};
	}
	if (candidate === null) return null;
	const marks = [{
		at: limit,
		label: formatValue(limit, unit)
	}];
	if (baseline !== null && baseline.value !== limit) marks.push({
		at: baseline.value,
		label: `baseline ${formatValue(baseline.value, unit)}`
	});
	const { value } = candidate;
	const end = isMeasured$1(gate) ? value : bound?.value ?? null;
	return sign === 1 ? {
		low: value,
		value,
		high: end,
		marks
	} : {
		low: end,
		value,
		high: value,
		marks
	};
}
/** The figure for those who do not see it. */
function wordsOf(gate, hypothesis) {
	if (gate.test?.method === "benchmark") return gate.verdict === "pass" ? inline`The observed value lies within the limit, and every sample of the benchmark was seen.` : inline`The observed value lies beyond the limit, and every sample of the benchmark was seen.`;
	if (isMeasured$1(gate)) return inline`The measured value lies ${gate.verdict === "pass" ? "within" : "beyond"} the limit.`;
	switch (gate.verdict) {
		case "pass": return inline`All that the data allow lies within the limit.`;
		case "regression": return inline`All that the data allow lies beyond the limit.`;
		case "inconclusive": return forbiddenEnd(gate, hypothesis) === null ? inline`The samples leave the forbidden side open.` : inline`The limit lies inside of what the data allow.`;
		case "invalid": return inline`Nothing is known, so the numbers prove nothing.`;
	}
}

// src/report/gap-closed.ts
/**
* The share of the baseline's distance to perfect that the candidate closed: 5 points from 90 % are half of it, and from 50 % a
* tenth. Null where nothing was closed, of what is no rate, of which nobody knows what is perfect, and of a baseline that is.
*/
function gapClosed({ unit, direction, baseline, pairedBaseline, delta }) {
	const from = pairedBaseline ?? baseline;
	if (unit !== "rate" || direction === null || from === null || delta === null) return null;
	const sign = worseSign({ direction });
	const gap = sign === 1 ? from.value : 1 - from.value;
	const closed = -sign * delta.value / gap;
	return gap > 0 && closed > 0 ? closed : null;
}

// src/report/what-if.ts
/**
* The nearest counts of 0/1 scores that get other verdicts, judged by the code that judges merges. `fewer` turns samples
* that got worse back, and when none is left, others better; `more` makes unchanged ones worse. Empty for scores that are
* not 0 or 1, where samples are missing, and where the counts in the file do not lead to the verdict in it.
*/
function turnsOf(gate, alpha) {
	const counted = countedAnswers(gate);
	const shown = shownHypothesisOf(gate);
	if (counted === null || shown === null) return [];
	const hypothesis = {
		...shown,
		margin: gate.margin ?? 0,
		tolerance: Math.abs(shown.boundary),
		forbidden: ""
	};
	const target = gate.test?.method === "benchmark" ? "benchmark" : "population";
	const verdictAt = (shift) => testHypothesis(hypothesis, counted.estimate(shift), alpha, target).verdict;
	if (verdictAt(0) !== gate.verdict) return [];
	const turns = [];
	if (gate.verdict === "pass") {
		const more = firstShift(counted.mostWorse, (shift) => verdictAt(-shift) !== "pass");
		if (more !== null) turns.push({
			to: verdictAt(-more),
			samples: more,
			bad: "more"
		});
	}
	if (gate.verdict === "regression") {
		const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) !== "regression");
		if (fewer !== null && verdictAt(fewer) !== "pass") turns.push({
			to: verdictAt(fewer),
			samples: fewer,
			bad: "fewer"
		});
	}
	if (gate.verdict !== "pass") {
		const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) === "pass");
		if (fewer !== null) turns.push({
			to: "pass",
			samples: fewer,
			bad: "fewer"
		});
	}
	return turns;
}
function countedAnswers(gate) {
	const { candidate, delta, flips, pairs, unpaired, unscored } = gate;
	const isMissing = [unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0);
	const isCounted = ruleOf(gate).scope === "metric" && gate.evidence === void 0 && gate.unit === "rate";
	const hypothesis = shownHypothesisOf(gate);
	if (isMissing || hypothesis === null || gate.test === null || !isCounted) return null;
	const { estimand, sign } = hypothesis;
	if (estimand === "delta") {
		if (delta?.method !== "tango" || flips === null) return null;
		return {
			mostBetter: pairs - flips.improved,
			mostWorse: pairs - flips.improved - flips.regressed,
			estimate: (shift) => estimateOfFlips(sign, {
				regressed: Math.max(0, flips.regressed - shift),
				improved: flips.improved + Math.max(0, shift - flips.regressed),
				pairs
			})
		};
	}
	if (candidate === null || gate.test.method !== "clopper-pearson") return null;
	const { n } = candidate;
	const observed = Math.round(candidate.value * n);
	const [bad, good] = sign === 1 ? [observed, n - observed] : [n - observed, observed];
	return {
		mostBetter: bad,
		mostWorse: good,
		estimate: (shift) => {
			const events = observed - sign * shift;
			return hypotheticalEstimate("clopper-pearson", events / n, n, {
				kind: "binomial",
				events,
				n
			});
		}
	};
}
/** Null when no shift up to `most` does. */
function firstShift(most, holds) {
	const first = firstCount(most, holds);
	return first > most ? null : first;
}
/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
const whatWouldChange = (gate, alpha) => [...otherOutcomes(gate, alpha), samplesSentence(gate)].filter(({ length }) => length > 0);
/** The same of the samples that there are. */
function otherOutcomes(gate, alpha) {
	if (gate.verdict === "invalid") return [inline`Data that can be judged: see the reasons.`];
	if (isNotNeeded(gate)) return [];
	if (gate.blind !== void 0) return [inline`No number of samples would change that.`];
	const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
	const limit = passingLimit(gate);
	if (limit !== null && gate.verdict !== "pass") {
		if (isChoosable(gate)) sentences.push(inline`A limit of ${code(`${ruleOf(gate).key}: ${limit}`)} would have passed; limits are chosen before results are seen.`);
	} else if (limit !== null) sentences.push(inline`The strictest limit that these samples pass is ${code(`${ruleOf(gate).key}: ${limit}`)}.`);
	else if (shownHypothesisOf(gate) !== null) sentences.push(inline`No ${code(gate.rule)} would have passed with these samples.`);
	return sentences;
}
function turnSentence({ rule, verdict }, { to, samples, bad }) {
	const answers = ruleOf({ rule }).estimand === "candidate" ? `bad ${samples === 1 ? "answer" : "answers"}` : `${samples === 1 ? "answer" : "answers"} lost on balance`;
	const count = `${formatCount(samples)} ${bad} ${answers}`;
	const word = VERDICT_WORDS[to].word.toLowerCase();
	if (bad === "more") return inline`${count} would have made it ${word}.`;
	return to === "pass" ? inline`${count} would have passed.` : inline`${count} would have left the ${VERDICT_WORDS[verdict].word.toLowerCase()} unproven.`;
}
/** How many samples would settle an undecided gate; nothing for others. */
function samplesSentence(gate) {
	if (gate.verdict !== "inconclusive" || gate.blind !== void 0 || isNotNeeded(gate)) return [];
	if (gate.needed === null && gate.test === null) return [];
	if (gate.needed === null) return inline`No number of samples can be named that would decide it.`;
	return inline`About ${roundedSamples(gate.needed)} would decide it if the observed rates hold.`;
}

// src/report/sections/gate-reasons.ts
/** Why each gate that regressed did, and what would have changed that. */
function regressedSection(file) {
	const { gates, policy } = file;
	const regressed = gates.filter((gate) => gate.verdict === "regression");
	const items = regressed.map((gate) => ({
		content: isToldAbove(gate, file) ? inline`${code(metricName(gate))}:` : inline`${gateSentence(gate)}.`,
		below: [decidingNumbers(gate), joined(whatWouldChange(gate, policy.alpha.value))].filter(isSaid)
	}));
	const told = items.filter(({ below }, index) => below.length > 0 || !isToldAbove(regressed[index], file));
	const more = told.length < items.length ? " more" : "";
	return {
		title: `Why ${told.length === 1 ? `one${more} gate` : `${told.length}${more} gates`} regressed, and what would change that`,
		blocks: list(told)
	};
}
/** Why each undecided gate is undecided, what would decide it, and what it does meanwhile. */
function undecidedSection(file, { medium }) {
	const { gates, policy } = file;
	const undecided = gates.filter((gate) => gate.verdict === "inconclusive" && !isNotNeeded(gate));
	const items = undecided.map((gate) => {
		const isTested = gate.test !== null && gate.blind === void 0 && ruleOf(gate).scope === "metric";
		const reasons = gate.reasons.slice(isTested ? TOLD_ABOVE : 0).map((reason) => inline`${reason}`);
		const what = isToldAbove(gate, file) ? inline`${code(metricName(gate))} is undecided.` : inline`${gateSentence(gate)}.`;
		const sentence = inline`${what} ${effectOf(gate, policy)}`;
		const samples = isToldAbove(gate, file) && gate.needed !== null ? [] : samplesSentence(gate);
		const below = [joined([decidingNumbers(gate), ...reasons]), joined([...otherOutcomes(gate, policy.alpha.value), samples])];
		return medium === "terminal" ? joined([sentence, samples]) : {
			content: sentence,
			below: below.filter(isSaid)
		};
	});
	return {
		title: `Why ${undecided.length === 1 ? "one gate is" : `${undecided.length} gates are`} undecided, and what would decide`,
		blocks: list(items)
	};
}
/** Whether the headline is its sentence. */
const isToldAbove = (gate, file) => decisiveGates(file)[0] === gate;
/** What was observed, and that it is neither ruled out nor proven. */
const TOLD_ABOVE = 2;
const isSaid = (line) => line.length > 0;
/** What the samples could have shown. The p-values are in `explain`, beside a sentence. */
function decidingNumbers({ minimumDetectable, unit }) {
	return minimumDetectable === null ? [] : inline`A true change of ${formatSize(minimumDetectable, unit)} would have shown with 90 % probability.`;
}
/** What an undecided gate does to the merge, and by which rule. */
function effectOf(gate, { onInconclusive, leanAlpha }) {
	if (gate.tier === "advisory") return inline`It is advisory and never blocks.`;
	const policy = code(`on_inconclusive: ${onInconclusive.value}`);
	const level = code(`lean_alpha: ${leanAlpha.value}`);
	switch (onInconclusive.value) {
		case "block": return inline`It blocks: ${policy} lets only proof merge.`;
		case "warn": return inline`It does not block: ${policy}.`;
		case "lean":
			if (gate.blind !== void 0) return inline`It blocks: nothing leans on a gate that cannot fail (${policy}).`;
			if (gate.test === null) return inline`It blocks: what is not known is no evidence (${policy}).`;
			if (gate.leaning === "none" || gate.leaning === null) return inline`It blocks: nothing leans on an alarm that could not go off (${policy}).`;
			if (gate.leaning === "regression" && gate.test.pSafe === null && gate.test.pLean === void 0) return inline`It blocks: missing scores leave it open, and nothing leans on what is not there (${policy}).`;
			return gate.leaning === "pass" ? inline`It leans to pass, which is no proof: at most about ${formatLevel(leanAlpha.value)} of candidates exactly at the limit would (${level}).` : inline`It blocks: more than ${formatLevel(leanAlpha.value)} of candidates exactly at the limit would look this good (${level}).`;
		default: return assertNever(onInconclusive.value);
	}
}

// src/report/sections/progress.ts
/** How a sequential evaluation came to its answer: the evidence for both, look by look. */
function progressBlocks({ sequence }) {
	const looks = sequence?.progress ?? [];
	const last = looks.at(-1);
	if (last === void 0 || looks.length < 2) return [];
	const top = Math.max(1.1, ...looks.map(({ pass, regression }) => Math.max(pass, regression)));
	const across = looks.map(({ samples }) => samples / last.samples);
	const drawing = {
		kind: "lines",
		series: ["pass", "regression"].map((name) => ({
			name,
			across,
			values: looks.map((look) => look[name] / top)
		})),
		line: {
			at: 1 / top,
			label: "proven"
		},
		ends: ["0", `${formatCount(last.samples)} samples`]
	};
	const evidence = (of) => (look) => `${Math.round(100 * look[of])} %`;
	const rows = table("Evidence look by look", [
		numberColumn("Samples", ({ samples }) => formatCount(samples)),
		numberColumn("For a pass", evidence("pass")),
		numberColumn("For a regression", evidence("regression"))
	], looks);
	const isEarly = looks.slice(0, -1).some(({ pass, regression }) => Math.max(pass, regression) >= 1);
	const words = ours(`The evidence for each answer while samples came in, as a share of what proves it: the first to reach 100 % decides.${isEarly ? " Nothing is decided from a handful of samples, or while too few of them have scores." : ""}`);
	return rows.map((block) => ({
		kind: "chart",
		chart: drawing,
		words,
		table: block
	}));
}

// src/report/sections/gate-details.ts
/** Every gate with its numbers and figure: open where it did not simply hold. */
function gateDetailsSection(file) {
	return {
		title: "Gates, one by one",
		blocks: file.gates.map((gate) => {
			const { verdict, tier } = gate;
			const label = tier === "advisory" ? ours("advisory") : [];
			return {
				kind: "details",
				verdict,
				isOpen: verdict !== "pass",
				children: gateBlocks(file, gate),
				summary: joined([label, code(metricName(gate))])
			};
		})
	};
}
/** How one gate came to its verdict: from the verdict file alone. */
function gateBlocks(file, gate) {
	const { alpha } = file.policy;
	const effect = gate.verdict === "inconclusive" ? effectOf(gate, file.policy) : [];
	const figure = figureOf(gate);
	const none = paragraph(ours("There is no single interval to draw."));
	const reasons = gate.reasons.map((reason) => inline`${reason}`);
	const fields = (title, rows) => titled(ours(title), rows.length === 0 ? [] : [{
		kind: "fields",
		rows
	}]);
	return [
		paragraph(joined([inline`${gateSentence(gate)}.`, effect])),
		...titled(ours("The interval and the limit, to scale"), figure.length === 0 ? [none] : figure),
		...titled(ours("How the evidence came in"), progressBlocks(gate)),
		...titled(ours("What would change the verdict"), list(whatWouldChange(gate, alpha.value))),
		...titled(ours("Reasons given"), list(reasons)),
		...isMeasured$1(gate) ? [] : fields("Counts", counts(gate)),
		...titled(ours("Several answers to each sample"), repeatBlocks(gate)),
		...fields("Numbers in", numbersIn(gate, file)),
		...fields("Numbers out", numbersOut(gate, file)),
		...titled(ours("Method"), methods(gate))
	];
}
function counts(gate) {
	const { against, pairs, effective, flips, unpaired, unscored, needed, sequence } = gate;
	const sides = (of) => inline`${formatCount(of.baseline)} of the ${against ?? "baseline"}, ${formatCount(of.candidate)} of the candidate`;
	const flipped = flips === null ? [] : [
		field("got worse", formatCount(flips.regressed)),
		field("got better", formatCount(flips.improved)),
		field("net", netOf(flips))
	];
	return [
		...known(sequence, ({ used, evaluated, planned }) => [field("samples", inline`${formatCount(used)} decide, of ${formatCount(evaluated)} evaluated and ${formatCount(planned)} planned`)]),
		field("pairs", formatCount(pairs)),
		...known(effective, (size) => [field("effective sample size", formatCount(Math.floor(size)))]),
		...flipped,
		field("unpaired", sides(unpaired)),
		field("unscored", sides(unscored)),
		...needed === null ? [] : [field("samples that would decide", formatCount(needed))]
	];
}
const MOST_FLAKY = 8;
/** How far answers to one and the same sample differ, and where most. */
function repeatBlocks({ repeats, against, unit }) {
	if (repeats === void 0) return [];
	const { answers, noiseShare: share, flaky, worst } = repeats;
	const sides = (of) => inline`${formatCount(of.baseline)} of the ${against ?? "baseline"}, ${formatCount(of.candidate)} of the candidate`;
	const least = Math.min(answers.baseline, answers.candidate) < 2 ? "at least " : "";
	const noise = share === null ? [] : [field("noise share", `${least}${formatLevel(share)} of the variance of the deltas is chance between answers to one sample`)];
	const side = ({ mean, range }) => range === 0 ? formatValue(mean, unit) : `${formatValue(mean, unit)}, they disagree`;
	const columns = [
		textColumn("Flaky sample", ({ id }) => code(id)),
		textColumn("Baseline", ({ baseline }) => side(baseline)),
		textColumn("Candidate", ({ candidate }) => side(candidate))
	];
	return [{
		kind: "fields",
		rows: [
			field("answers", sides(answers)),
			...noise,
			field("flaky samples", sides(flaky))
		]
	}, ...table("Flaky samples, those first whose answers differ most", columns, worst.slice(0, MOST_FLAKY))];
}
function netOf({ regressed, improved }) {
	const net = regressed - improved;
	return net === 0 ? "0" : `${formatCount(Math.abs(net))} ${net > 0 ? "worse" : "better"}`;
}
/** Which formulas decided, each with where it is described. */
function methods({ test, delta, net }) {
	const named = [.../* @__PURE__ */ new Set([
		test?.method,
		net?.method,
		delta?.method
	])].filter((name) => name !== void 0 && name !== "none");
	return list(named.map((name = "") => {
		const found = methodOf(name);
		if (found === null) return inline`${code(name)}, which this version has no description of`;
		const use = name === test?.method ? "decides" : isDescriptive(name) ? "describes the samples that were seen, and decides nothing" : "gives the interval of the delta";
		const section = `see docs/explanation/method.md, “${found.section}”`;
		return {
			content: ours(`${found.name} ${use}`),
			below: [ours(found.formula), ours(section)]
		};
	}));
}
function numbersIn(gate, { policy }) {
	const limit = policy.limits[gate.id];
	const from = limit === void 0 ? [] : inline` (${describeSource(limit.source)})`;
	const margin = gate.margin === null ? [] : inline`, which is ${size(gate)}`;
	const { value, source } = policy.alpha;
	if (isMeasured$1(gate)) return [field("candidate", estimate$1(gate.candidate, gate)), field("limit", inline`${limitPhrase(gate)}${margin}${from}`)];
	return [
		field(gate.against ?? "baseline", estimate$1(gate.baseline, gate)),
		...known(gate.pairedBaseline, (part) => [field("of it, paired", estimate$1(part, gate))]),
		field("candidate", estimate$1(gate.candidate, gate)),
		field("limit", inline`${limitPhrase(gate)}${margin}${from}`),
		field("alpha", inline`${String(value)} for each test (${describeSource(source)})`)
	];
}
function size({ rule, margin, unit }) {
	if (margin === null) return NOT_AVAILABLE;
	return rule === "ceiling" || rule === "floor" ? formatValue(margin, unit) : formatSize(margin, unit);
}
function estimate$1(side, gate) {
	if (side === null) return NOT_AVAILABLE;
	const { unit } = gate;
	if (isMeasured$1(gate)) return formatValue(side.value, unit);
	const error = side.stderr === null ? "" : `, standard error ${formatSize(side.stderr, unit)}`;
	return `${formatValue(side.value, unit)} over ${plural(side.n, "sample")}${error}`;
}
function numbersOut(gate, { policy }) {
	const { against, average, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
	return [
		...known(delta, (found) => {
			const { value, level, method } = found;
			const change = inline`${formatChange(value, unit)} (candidate − ${against ?? "baseline"})`;
			const kind = isDescriptive(method) ? "interval, of these samples alone" : "interval";
			const interval = known(formatInterval(found, unit), (text) => [field(`${formatLevel(level)} ${kind}`, text)]);
			return [field("delta", change), ...interval];
		}),
		...known(gapClosed(gate), (share) => [field("gap closed", `${formatShare(share)} of the distance to perfect`)]),
		...(average ?? []).map(({ task, metric, share, delta: own }) => {
			const change = own === null ? NOT_AVAILABLE : formatChange(own, unit);
			return [inline`change of ${code(`${task}/${metric}`)}`, inline`${change}, ${formatLevel(share)} of the average`];
		}),
		...known(net, (left) => {
			const interval = formatInterval(left, unit);
			const range = interval === null ? [] : inline` (${interval})`;
			return [...left.losses.map((loss) => {
				const change = formatChange(loss.delta, loss.unit);
				return [inline`change of ${code(`${loss.task}/${loss.metric}`)}`, inline`${change}, weight ${String(loss.weight)}`];
			}), field("gain after losses", inline`${formatChange(left.value, unit)}${range}`)];
		}),
		...known(bound, ({ level, side, value }) => [field(`${formatLevel(level)} ${side} confidence limit`, formatValue(value, unit))]),
		...known(test?.statistic, (statistic) => [field("statistic", statistic.toPrecision(4))]),
		...known(test?.level, (level) => [field("level of this look", inline`${formatShare(level)} a test, of ${formatShare(policy.alpha.value)} over all looks`)]),
		...known(test?.pSafe, (p) => [field("evidence that it is within", evidence(p, "good or better"))]),
		...known(test?.pWorse, (p) => [field("evidence that it is beyond", evidence(p, "bad or worse"))]),
		...known(test?.pLean, (p) => [field("evidence by which it leans", evidence(p, "good or better"))]),
		...known(minimumDetectable, (least) => [field("minimum detectable", inline`${formatSize(least, unit)} with 90 % probability`)]),
		...known(leaning, (side) => [field("leans", side)])
	];
}
const evidence = (p, how) => inline`${formatP(p)}: of candidates exactly at the limit up to ${formatShare(p)} would look this ${how}`;
const known = (value, fields) => value === null || value === void 0 ? [] : fields(value);

// src/report/sections/cases.ts
/** Code points that cells have room for, and names that are listed where rows are too many. */
const MOST_SAID$1 = 120;
const MOST_OF_CHECK = 60;
const MOST_NAMED = 50;
/** Every test case that fails now and did not before, by its name, with what was said; and those that come out as chance has it. */
function casesSection({ gates, tasks }, { rung }) {
	return {
		title: null,
		blocks: gates.flatMap((gate) => {
			if (gate.cases === void 0) return [];
			const flips = tasks.find(({ task }) => task === gate.task)?.flips ?? [];
			const failed = gate.cases.failed.map((each) => {
				const flip = flips.find(({ id }) => id === each.id);
				const said = flip && {
					baseline: flip.baseline.output,
					candidate: flip.candidate.output
				};
				return {
					...each,
					said: said ?? null
				};
			});
			const shown = failed.slice(0, rung.samples);
			const left = failed.slice(shown.length);
			const title = inline`${plural(failed.length, "case")} of ${code(metricName(gate))} that the baseline passes ${ours(failed.length === 1 ? "fails" : "fail")}`;
			return [...titled(title, [...table("Cases that fail now", COLUMNS$3, shown), ...left.length === 0 ? [] : [paragraph(inline`Also: ${namesOf(left)}.`)]]), ...flakyLine(gate)];
		})
	};
}
function flakyLine({ cases, metric, task }) {
	const flaky = cases?.flaky ?? [];
	if (flaky.length === 0) return [];
	const rates = ({ passed: { baseline, candidate } }) => inline`(${formatShare(baseline)} → ${formatShare(candidate)} of answers pass)`;
	const few = flaky.slice(0, 10);
	const rest = flaky.length > few.length ? inline` and ${formatCount(flaky.length - few.length)} more` : [];
	const named = joined(few.map((each) => inline`${code(each.id)} ${rates(each)}`), ", ");
	return [paragraph(inline`${plural(flaky.length, "flaky case")} of ${code(`${task}/${metric}`)}, which ${ours(flaky.length === 1 ? "blocks" : "block")} nothing: ${named}${rest}.`)];
}
function namesOf(cases) {
	const named = joined(cases.slice(0, MOST_NAMED).map(({ id }) => code(id)), ", ");
	const left = cases.length - MOST_NAMED;
	return left > 0 ? inline`${named} and ${formatCount(left)} more` : named;
}
const COLUMNS$3 = [
	textColumn("Case", ({ id, severity }) => severity === "normal" ? code(id) : inline`${code(id)} (${ours(severity)})`),
	textColumn("Fails", ({ checks }) => joined(checks.map((check) => code(cut$1(check, MOST_OF_CHECK))), ", ")),
	textColumn("Baseline said", ({ said }) => answer$1(said?.baseline ?? null)),
	textColumn("Candidate said", ({ said }) => answer$1(said?.candidate ?? null))
];
function answer$1(text) {
	if (text === null) return [];
	const line = cut$1(text, MOST_SAID$1);
	return line === "" ? inline`(empty)` : code(line);
}
/** @param most code points kept */
function cut$1(text, most) {
	const points = Array.from(text.trim().replace(/\s+/g, " "));
	return points.length <= most ? points.join("") : `${points.slice(0, most - 1).join("")}…`;
}

// src/report/sample-link.ts
const PREFIX = "#sample=";
/** What leads to a sample on the page: safe in an attribute and in Markdown, whatever its names are. */
const sampleAnchor = (task, id) => `${PREFIX}${encoded(task)}/${encoded(id)}`;
/** Encoded whatever else Markdown reads in an address; a lone surrogate, which has no encoding, is none of a real name. */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "�")).replace(/[!'()*~_.-]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

// src/report/sections/changed.ts
/** Which groups and samples changed, the worst first; model text stays inside fences. */
function changedSection(file, { rung, medium, context }) {
	const page = medium === "comment" ? checkedUrl(context.pageUrl) : null;
	return {
		title: "Which groups and samples changed",
		blocks: decidingFirst(file).flatMap((task) => {
			return taskBlocks$1(task, file.gates.some(({ cases, task: own }) => cases !== void 0 && own === task.task), rung, page);
		})
	};
}
/** Gates come worst first, and a reader looks for the task that decided. */
function decidingFirst({ tasks, gates }) {
	const rank = ({ task }) => {
		const index = gates.findIndex((gate) => rests(gate, task));
		return index === -1 ? gates.length : index;
	};
	return tasks.toSorted((a, b) => rank(a) - rank(b));
}
function taskBlocks$1({ task, metrics, primaryMetric, flips }, isOfCases, rung, page) {
	const metric = metrics.find(({ metric: name }) => name === primaryMetric);
	if (metric === void 0) return [];
	const worse = isOfCases ? [] : flips.filter((flip) => isWorse(flip, metric));
	const better = rung.improved ? flips.filter((flip) => !isWorse(flip, metric)) : [];
	const linked = page === null ? null : (id) => `${page}${sampleAnchor(task, id)}`;
	const isStill = metric.groups.every(({ delta }) => delta === 0);
	if (worse.length === 0 && better.length === 0 && isStill) return [];
	const counts = metric.flips === null ? inline`scores that moved most` : inline`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
	return [
		heading(inline`${code(`${task}/${metric.metric}`)}: ${counts}`),
		...groupBlocks(metric, rung),
		...flipBlocks("Got worse", worse, metric.flips?.regressed, rung, linked),
		...flipBlocks("Got better", better, metric.flips?.improved, rung, linked)
	];
}
const isWorse = ({ baseline, candidate }, metric) => worseSign(metric) * (candidate.score - baseline.score) > 0;
function groupBlocks({ groups, unit }, rung) {
	const columns = [
		textColumn("Group", ({ group }) => code(group)),
		numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
		numberColumn("Delta", ({ delta }) => formatChange(delta, unit))
	];
	const left = groups.length - rung.groups;
	return [...table(`${plural(groups.length, "group")}, the worst first`, columns, groups.slice(0, rung.groups)), ...left > 0 ? [paragraph(ours(`${plural(left, "more group")} fell less or rose.`))] : []];
}
function flipBlocks(title, flips, total, rung, linked) {
	const shown = flips.slice(0, rung.samples);
	if (shown.length === 0) return [];
	const all = total === void 0 ? "" : ` of ${formatCount(total)}`;
	const children = shown.every(isShort) ? flipTable(title, shown, linked) : shown.flatMap((flip) => sampleBlocks(flip, rung.outputLength, linked));
	return [{
		kind: "details",
		summary: inline`${strong(title)} (${formatCount(shown.length)}${ours(all)} shown)`,
		verdict: null,
		isOpen: false,
		children
	}];
}
/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;
const isShort = ({ baseline, candidate }) => [baseline.output, candidate.output].every((text) => text === null || text.length <= CELL_LENGTH && !text.trim().includes("\n"));
/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(title, flips, linked) {
	const isSilent = flips.every(({ baseline, candidate }) => baseline.output === null && candidate.output === null);
	const columns = [
		textColumn("Sample", ({ id }) => nameOf$1(id, linked)),
		...flips.every(({ question }) => question === void 0) ? [] : [ASKED$1],
		...flips.every(({ group }) => group === null) ? [] : [GROUP],
		...isSilent ? SCORES : OUTPUTS
	];
	return table(title, columns, flips);
}
function nameOf$1(id, linked) {
	const name = code(formatDigest(id));
	return linked === null ? name : inline`${name} ${[{
		kind: "link",
		text: "open",
		url: linked(id)
	}]}`;
}
const ASKED$1 = textColumn("Asked", ({ question }) => question === void 0 ? [] : code(question));
const GROUP = textColumn("Group", ({ group }) => group === null ? [] : code(group));
const OUTPUTS = [textColumn("Baseline said", ({ baseline }) => answer(baseline.output)), textColumn("Candidate said", ({ candidate }) => answer(candidate.output))];
const SCORES = [numberColumn("Baseline", ({ baseline }) => score(baseline.score)), numberColumn("Candidate", ({ candidate }) => score(candidate.score))];
const answer = (text) => text === null ? [] : text.trim() === "" ? inline`(empty)` : code(text.trim());
const score = (value) => String(Number(value.toPrecision(4))).replace("-", "−");
function sampleBlocks({ id, group, question, baseline, candidate }, length, linked) {
	const where = group === null ? [] : inline` in ${code(group)}`;
	const scores = inline`score ${score(baseline.score)} → ${score(candidate.score)}`;
	const output = ({ output: text }) => text === null ? paragraph(ours("No output was stored.")) : text === "" ? paragraph(ours("An empty output.")) : verbatim(text, length);
	const sides = {
		kind: "sides",
		sides: [["Baseline", output(baseline)], ["Candidate", output(candidate)]]
	};
	return [
		paragraph(inline`${strong("Sample")} ${nameOf$1(id, linked)}${where}: ${scores}`),
		...question === void 0 ? [] : [paragraph(inline`Asked: ${code(question)}`)],
		...baseline.output === null && candidate.output === null ? [] : [sides]
	];
}

// src/report/sections/classes.ts
/** What became of each class of a classification, the worst first. */
function classesSection({ tasks }, { rung }) {
	return {
		title: "Classes",
		blocks: tasks.flatMap((task) => taskBlocks(task, rung))
	};
}
function taskBlocks({ task, byClass }, rung) {
	if (byClass === void 0) return [];
	const rows = byClass.classes.filter(({ samples, baseline, candidate }) => samples + baseline.predictions + candidate.predictions > 0).toSorted((a, b) => changeOf(a, "f1") - changeOf(b, "f1"));
	const columns = [
		textColumn("Class", (row) => code(row.class)),
		numberColumn("Samples", ({ samples }) => formatCount(samples)),
		...[
			"precision",
			"recall",
			"f1"
		].map((rate) => numberColumn(NAMES[rate], (row) => before(row, rate)))
	];
	const left = rows.length - rung.groups;
	return [
		heading(inline`${code(task)}: ${plural(rows.length, "class", "classes")}`),
		...table("Each class against all others: candidate, and its change", columns, rows.slice(0, rung.groups)),
		...left > 0 ? [paragraph(ours(`${plural(left, "more class", "more classes")} fell less or rose.`))] : [],
		...remarks(byClass).map((remark) => paragraph(remark))
	];
}
const NAMES = {
	precision: "Precision",
	recall: "Recall",
	f1: "F1"
};
/** Of what has no value on a side nothing moved that could be ranked. */
const changeOf = ({ baseline, candidate }, rate) => (candidate[rate] ?? 0) - (baseline[rate] ?? 0);
function before({ baseline, candidate }, rate) {
	const [from, to] = [baseline[rate], candidate[rate]];
	if (to === null) return from === null ? "undefined" : `undefined (was ${formatValue(from, "rate")})`;
	return from === null ? `${formatValue(to, "rate")} (was undefined)` : `${formatValue(to, "rate")} (${formatChange(to - from, "rate")})`;
}
/** Classes that are missing or new, and answers that are no class. */
function remarks({ classes, unlabelled }) {
	const named = (rows) => joined([...rows.slice(0, 10).map((row) => code(row.class)), rows.length > 10 ? ours("…") : []], ", ");
	const said = ({ predictions }) => predictions > 0;
	const found = [
		["No sample is of the class", classes.filter(({ samples }) => samples === 0)],
		["The candidate never says what the baseline does:", classes.filter(({ baseline, candidate }) => said(baseline) && !said(candidate))],
		["The candidate says what the baseline never does:", classes.filter(({ baseline, candidate }) => !said(baseline) && said(candidate))]
	];
	const { baseline, candidate } = unlabelled;
	return [...found.flatMap(([words, rows]) => rows.length === 0 ? [] : [inline`${ours(words)} ${named(rows)}.`]), ...baseline + candidate === 0 ? [] : [inline`Answers that name no class: ${formatCount(baseline)} of the baseline, ${formatCount(candidate)} of the candidate.`]];
}

// src/report/sections/faults.ts
const TASK_CHANGED = {
	who: "Whoever changed the task",
	what: inline`evaluate the baseline again with the task as it is now, or undo the change.`
};
const TOKENIZER_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`evaluate the baseline again, so that both say which tokens each text became: where these are the same, the tokenizers are. For results that cannot say it, declare ${code("accept_change: [tokenizer]")} on the base branch.`
};
const WEIGHTS_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`compare with a baseline of the same quantisation, or say that the change is meant.`
};
const TEMPLATE_CHANGED = {
	who: "Whoever made the checkpoint",
	what: inline`restore the baseline's chat template; or, where the new one is meant, declare ${code("accept_change: [chat_template]")} and name the baseline's weights, which are then asked with it.`
};
const MACHINE_CHANGED = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides with the same engine, settings and harness.`
};
const OWN_PROMPT = {
	who: "Whoever changes the config",
	what: inline`let ${code("baseline.prompt")} of the base branch say how the baseline is asked, and evaluate it so.`
};
const ONE_MACHINE = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides on one machine, the baseline anew: seconds of two are not compared.`
};
const SETTINGS_CHANGED = {
	who: "Whoever runs the evaluation",
	what: inline`evaluate both sides with the same settings of the harness: name on both what one left to its default.`
};
const RUN_INCOMPLETE = {
	who: "Whoever runs the evaluation",
	what: inline`mend what stopped it, where that is named, and run it again; it goes on where it stopped, and no sample is asked twice.`
};
/** For each field in which two runs may differ: who must do what. */
const REMEDIES = {
	dataset: TASK_CHANGED,
	prompt: TASK_CHANGED,
	own_prompt: OWN_PROMPT,
	few_shot: TASK_CHANGED,
	generation: TASK_CHANGED,
	scorers: TASK_CHANGED,
	filter: TASK_CHANGED,
	task_version: TASK_CHANGED,
	limit: TASK_CHANGED,
	inputs: TASK_CHANGED,
	targets: TASK_CHANGED,
	metrics: TASK_CHANGED,
	chat_template: TEMPLATE_CHANGED,
	tokenizer: TOKENIZER_CHANGED,
	engine: MACHINE_CHANGED,
	engine_settings: MACHINE_CHANGED,
	engine_version: MACHINE_CHANGED,
	harness: MACHINE_CHANGED,
	harness_version: MACHINE_CHANGED,
	settings: SETTINGS_CHANGED,
	other_settings: SETTINGS_CHANGED,
	dtype: MACHINE_CHANGED,
	batch_size: MACHINE_CHANGED,
	device: MACHINE_CHANGED,
	seed: MACHINE_CHANGED,
	repeats: TASK_CHANGED,
	quantization: WEIGHTS_CHANGED,
	machine: ONE_MACHINE,
	samples: RUN_INCOMPLETE,
	run: RUN_INCOMPLETE
};
const shown$1 = (value) => code(value === null ? "none" : formatDigest(String(value)));
/** `facts: tokenizer differs, baseline a, candidate b.` */
function mismatchSentence(mismatch) {
	const { task, field, setting, baseline, candidate, severity, against } = mismatch;
	const given = givenOtherwise(mismatch);
	if (given !== null) return inline`${code(task)}: ${given.words}, the first of them ${code(given.first)}.`;
	const what = setting === void 0 ? code(field) : inline`${code(setting)} (${field.replace("_", " ")})`;
	if (field === "own_prompt" && severity === "soft") return inline`${code(task)}: the baseline is asked with its own prompt, as ${code("baseline.prompt")} says.`;
	if (field === "tokenizer" && setting !== void 0 && severity === "soft") return tokensSentence(task, baseline);
	return inline`${code(task)}: ${what} differs, ${against ?? "baseline"} ${shown$1(baseline)}, candidate ${shown$1(candidate)}.`;
}
/** The tokens of texts differ, which no score depends on by itself; see `tokenizerDifference`. */
function tokensSentence(task, baseline) {
	const count = /\((\d+ of \d+) differ\)$/.exec(String(baseline))?.[1] ?? "some";
	return inline`${code(task)}: the two tokenizers cut ${count} samples into other tokens. Scores compare all the same: log-likelihoods are summed over the same bytes, and answers are compared as texts.`;
}
/** The smaller of two contexts, where a mismatch is of contexts; else null. */
function sharedContext({ field, baseline, candidate }) {
	if (field !== "engine_settings") return null;
	const [left, right] = [baseline, candidate].map((value) => /^context (\d+)\b/.exec(String(value))?.[1]);
	return left === void 0 || right === void 0 || left === right ? null : Math.min(+left, +right);
}
const oneContext = (tokens) => ({
	who: "Whoever changes the config",
	what: inline`set ${code(`engine.context_size: ${tokens}`)}: then both sides are evaluated with one context, whatever their files say.`
});
const isIncomplete = ({ samples: { baseline, candidate } }) => baseline.evaluated < baseline.planned || candidate.evaluated < candidate.planned;
function invalidGates(gates) {
	return gates.filter((gate) => gate.verdict === "invalid").map((gate) => inline`${code(metricName(gate))}, ${limitPhrase(gate)}: ${gate.reasons[0] ?? "no reason was recorded"}`);
}
const SHOWN$1 = 20;
/** Differences that are told in the open; others stand with what was compared. */
const toldOpenly = ({ comparability }) => comparability.filter(({ severity }) => severity === "hard").slice(0, SHOWN$1);
/**
* What is wrong with an invalid comparison and who must do what, most fundamental first. Of another, what could not be
* compared all the same: tasks that no blocking gate speaks of change no verdict, and are never passed over.
*/
function faultsSection(file) {
	const hard = toldOpenly(file);
	if (file.verdict !== "invalid") {
		const told = list(hard.map(mismatchSentence));
		return {
			title: null,
			blocks: titled(ours("Not compared, and no blocking gate speaks of it"), told)
		};
	}
	const remedies = new Set(hard.map((mismatch) => sharedContext(mismatch) ?? REMEDIES[mismatch.field]));
	if (file.tasks.some(isIncomplete)) remedies.add(RUN_INCOMPLETE);
	const [, ...reasons] = file.reasons;
	const isToldAbove = (text) => file.reasons.some((reason) => reason.includes(text));
	const differences = new Set(hard.map(mismatchMessage));
	const wrong = [
		...reasons.map((reason) => inline`${reason}`),
		...hard.filter((mismatch) => !isToldAbove(mismatchMessage(mismatch))).map(mismatchSentence),
		...invalidGates(file.gates.filter(({ reasons: [why = ""] }) => !isToldAbove(why) && !differences.has(why)))
	];
	const cures = [...remedies].map((remedy) => typeof remedy === "number" ? oneContext(remedy) : remedy).map(({ who, what }) => inline`${strong(`${who}:`)} ${what}`);
	return {
		title: null,
		blocks: [...titled(ours("What is wrong"), list(wrong.slice(0, SHOWN$1))), ...titled(ours("Who must do what"), list(cures))]
	};
}

// src/report/sections/compared.ts
/** What was compared with what: checkpoints, samples, settings, and where each limit came from. */
function comparedSection(file, { context }) {
	const { envAllow = [], now = null } = context;
	const { baseline, candidate, anchor, tasks, comparability } = file;
	const side = (name, model) => inline`${strong(name)}: ${joined(modelFacts(model), ", ")}`;
	const told = new Set(toldOpenly(file));
	const differences = comparability.filter((mismatch) => !told.has(mismatch)).map((mismatch) => inline`${strong(mismatch.severity === "hard" ? "Not comparable" : "Differs")} ${mismatchSentence(mismatch)}`);
	const names = joined(envAllow.map(code), ", ");
	const readable = inline`By ${code("env-allow")} the evaluation could read: ${names}.`;
	return {
		title: "What was compared",
		blocks: [
			...list([
				{
					content: side("Baseline", baseline),
					below: baselineLines(file, now)
				},
				side("Candidate", candidate),
				...anchor === void 0 ? [] : [side("Anchor", anchor)]
			]),
			...table(plural(tasks.length, "task"), COLUMNS$2, tasks),
			...titled(ours("Rows that ask the same, which count as one cluster"), list(tasks.flatMap(askedAgainLines))),
			...titled(ours("What the answers look like"), list(answerLines(file))),
			...titled(ours("Other differences between the two runs"), list(differences)),
			...titled(ours("How the results were read"), list((file.notes ?? []).map((note) => inline`${note}`))),
			...titled(ours("Limits and policy, with where each came from"), list(policyLines(file))),
			...titled(ours("Settings of each task"), list(settingLines(file))),
			...envAllow.length === 0 ? [] : [paragraph(readable)],
			paragraph(judgedBy(file))
		]
	};
}
/** What is known of a checkpoint. */
function modelFacts(model) {
	if (model === null) return [inline`unknown, no run of it could be read`];
	const facts = [code(model.source), code(formatDigest(model.digest))];
	if (model.adapter_digest !== null) facts.push(inline`adapter ${code(formatDigest(model.adapter_digest))}`);
	if (model.architecture !== null) facts.push(code(model.architecture));
	if (model.parameter_count !== null) facts.push(inline`${formatCount(model.parameter_count)} parameters`);
	if (model.quantization !== null) facts.push(code(model.quantization));
	return facts;
}
const done = ({ planned, evaluated }) => planned === evaluated ? formatCount(evaluated) : `${formatCount(evaluated)} of ${formatCount(planned)}`;
const COLUMNS$2 = [
	textColumn("Task", ({ task }) => code(task)),
	textColumn("Role", ({ role }) => role),
	numberColumn("Baseline samples", ({ samples }) => done(samples.baseline)),
	numberColumn("Candidate samples", ({ samples }) => done(samples.candidate)),
	numberColumn("Paired", ({ pairs }) => formatCount(pairs))
];
function askedAgainLines({ task, askedAgain }) {
	if (askedAgain === void 0) return [];
	const { rows, of, first } = askedAgain;
	const named = joined(first.map(code), " and ");
	return [inline`${code(task)}: ${formatCount(rows)} of ${plural(of, "row")}, such as ${named}`];
}
/** How many answers of each side say nothing, go in circles or were cut, of the tasks whose answers were written. */
function answerLines({ tasks, provenance }) {
	return tasks.flatMap(({ task, answers }) => {
		if (answers === void 0) return [];
		const sides = inline`${answerWords("the candidate", answers.candidate)}; ${answerWords("the baseline", answers.baseline)}`;
		const thoughts = (answers.candidate?.thinking ?? 0) + (answers.baseline?.thinking ?? 0);
		const fingerprints = provenance.fingerprints[task];
		const { harness = null } = fingerprints?.candidate ?? fingerprints?.baseline ?? {};
		const setting = STRIPS_THOUGHTS.get(String(harness));
		const fix = setting === void 0 ? [] : inline`, which ${code(setting)} strips`;
		return [inline`${code(task)}: ${sides}${thoughts === 0 ? [] : inline`. The scorer saw the thoughts${fix}`}`];
	});
}
/** What tells the thoughts of a reasoning model from its answer, by harness. */
const STRIPS_THOUGHTS = /* @__PURE__ */ new Map([
	["weighbridge native", "strip_thinking: true"],
	["lm-evaluation-harness", "--model_args think_end_token=</think>"],
	["lighteval", "--remove-reasoning-tags --reasoning-tags"],
	["inspect_ai", "-M reasoning_parser=NAME"],
	["promptfoo", "showThinking: false"]
]);
function answerWords(side, health) {
	if (health === null) return `no answer of ${side} was kept`;
	const { answers, blank, invisible, repeating, truncated, identical, thinking, unclosed } = health;
	const share = (count) => formatValue(count / answers, "rate");
	const odd = [
		[blank, "are empty"],
		[invisible, "show nothing"],
		[repeating, "go in circles"],
		[truncated ?? 0, "were cut at the limit"]
	].filter(([count]) => count > 0).map(([count, what]) => `${share(count)} ${what}`);
	const sound = truncated === null ? "none is empty or goes in circles" : "none is empty, goes in circles or was cut";
	const cut = truncated === null ? ["nobody says which were cut"] : [];
	const facts = [...odd.length === 0 ? [sound] : odd, ...cut].join(", ");
	const thoughts = `; ${plural(thinking, "answer")} with thoughts, ${formatCount(unclosed)} of these without an end`;
	return `of ${plural(answers, "answer")} of ${side} ${facts}, and the commonest is ${share(identical)} of them${thinking === 0 ? "" : thoughts}`;
}
/** Which commit's rules these are. */
function originLine({ policyOrigin }) {
	if (policyOrigin === void 0) return [];
	const left = code(policyOrigin.revision.slice(0, 12));
	const { tip } = policyOrigin;
	const commit = tip === void 0 ? left : inline`${left}, where this branch left it, and at its tip ${code(tip.slice(0, 12))}`;
	if (policyOrigin.state === "adopted") return [inline`The base branch at ${commit} has no config yet: these limits are the pull request's own`];
	return [inline`Read from the base branch at ${commit}`];
}
const sourceOf = (sourced) => inline` (${code(describeSource(sourced.source))})`;
/** Every limit and rule, with where each came from. */
function policyLines(file) {
	const { gates, policy } = file;
	const limits = gates.map((gate) => {
		const sourced = policy.limits[gate.id];
		const source = sourced === void 0 ? [] : sourceOf(sourced);
		return inline`${code(gate.id)} ${limitPhrase(gate)}${source}`;
	});
	const { alpha, onInconclusive, target, minCoverage, identical } = policy;
	const rules = [
		inline`Each test may be wrong with probability ${code(`alpha: ${alpha.value}`)}${sourceOf(alpha)}`,
		inline`Undecided gates: ${code(`on_inconclusive: ${onInconclusive.value}`)}${sourceOf(onInconclusive)}`,
		inline`The verdict speaks of: ${code(`target: ${target.value}`)}${sourceOf(target)}`,
		...identical === void 0 ? [] : [inline`Answers exactly as the baseline's: ${code(`identical: ${identical.value}`)}${sourceOf(identical)}`],
		inline`Least share of samples paired and scored: ${formatLevel(minCoverage.value)}${sourceOf(minCoverage)}`
	];
	return [
		...originLine(file),
		...limits,
		...rules
	];
}
/** Those that hold many, of which the ones that differ are shown by name. */
const isNamed = (field) => field === "settings" || field === "other_settings";
/** What each task was run with. */
function settingLines({ provenance }) {
	return Object.entries(provenance.fingerprints).map(([task, sides]) => {
		const settings = Object.entries(sides.candidate ?? sides.baseline ?? {}).sort(([left], [right]) => left < right ? -1 : 1).filter(([field, value]) => value !== null && !isNamed(field)).map(([field, value]) => code(`${field}: ${formatDigest(String(value))}`));
		return inline`${code(task)}: ${settings.length === 0 ? "no settings recorded" : joined(settings)}`;
	});
}
function judgedBy({ provenance: { config, weighbridge } }) {
	const digest = config.digest === null ? [] : inline`, config digest ${code(formatDigest(config.digest))}`;
	return inline`Judged by Weighbridge ${code(weighbridge)}${digest}.`;
}
/** Lines below the baseline: how it was found, from which commit, how old it is, and what was declared to have changed. */
function baselineLines({ provenance }, now) {
	const { baseline } = provenance;
	if (baseline === void 0) return [];
	return [
		...baseline.attempts.map(({ source, reason }) => reason === null ? inline`found by ${code(source)}` : inline`not by ${code(source)}: ${reason}`),
		...originLines(baseline, now),
		...baseline.accepted.length === 0 ? [] : [inline`declared change of ${code(baseline.accepted.join(", "))}: the baseline was evaluated with the candidate's setting`]
	];
}
function originLines({ origin, max_age_days: limit }, now) {
	if (origin === null) return [];
	const { commit, date, by } = origin;
	const days = daysBetween(date, now);
	const line = [
		inline`evaluated ${code(date.slice(0, 10))}`,
		...commit === null ? [] : [inline`at commit ${code(commit.slice(0, 12))}`],
		...by === null ? [] : [inline`by ${code(by)}`],
		...days === null ? [] : [inline`${plural(days, "day")} old`]
	].reduce((before, fact) => inline`${before}, ${fact}`);
	if (limit === null || days === null || days <= limit) return [line];
	return [line, inline`older than ${plural(limit, "day")}: evaluate and bless it anew`];
}

// src/report/sections/cost.ts
/** What the evaluation cost, in sentences of numbers, and how fast the sides answered. */
function costSection({ cost: { samples, tokens }, tasks }, { context: { elapsedSeconds, speeds = [] } }) {
	const { planned, evaluated, reused } = samples;
	const counted = tokens.prompt + tokens.output > 0 ? `${plural(tokens.prompt, "prompt token")} and ${plural(tokens.output, "output token")}` : "nobody counted the tokens";
	const sentences = [
		`${formatCount(evaluated)} of ${plural(planned, "planned sample")} evaluated, both sides together: ${counted}.`,
		...tokens.thinking === void 0 ? [] : [`Thoughts took another ${plural(tokens.thinking, "token")}.`],
		...reused === void 0 ? [] : [`${formatCount(reused)} of them were reused from an earlier evaluation.`],
		...savedByStopping(tasks),
		...elapsedSeconds === null ? [] : [`It took ${formatDuration(elapsedSeconds)}.`]
	];
	return {
		title: "Cost",
		blocks: [paragraph(joined(sentences.map(ours))), ...speedBlocks(speeds)]
	};
}
/** What stopping early came to; nothing where no task did. */
function savedByStopping(tasks) {
	if (tasks.every(({ stopped }) => stopped === void 0)) return [];
	const count = (key) => tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
	const [planned, evaluated] = [count("planned"), count("evaluated")];
	const share = Math.round(100 * evaluated / planned);
	return [`The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, "sample")} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`];
}
/** Of each figure both sides, `baseline → candidate`; a column that no task has is left out. */
const FIGURES = [
	["Latency, median", ({ latency }) => seconds(latency.p50)],
	["Latency, p95", ({ latency }) => seconds(latency.p95)],
	["First token, median", ({ firstToken }) => seconds(firstToken)],
	["Tokens a second", ({ tokensPerSecond: rate }) => rate === null ? null : formatValue(rate, "number")],
	["Price of 1,000", ({ cost, currency }) => cost === null ? null : `${formatValue(cost, "number")} ${currency}`]
];
const seconds = (value) => value === null ? null : formatValue(value, "seconds");
function speedBlocks(speeds) {
	const of = (task, side) => speeds.find((speed) => speed.task === task && speed.side === side);
	const rows = [...new Set(speeds.map(({ task }) => task))].map((task) => ({
		task,
		baseline: of(task, "baseline"),
		candidate: of(task, "candidate")
	}));
	const isTold = (figure) => speeds.some((speed) => figure(speed) !== null);
	const columns = FIGURES.filter(([, figure]) => isTold(figure)).map(([title, figure]) => numberColumn(title, ({ baseline, candidate }) => both(baseline, candidate, figure)));
	const machines = [...new Set(speeds.flatMap((speed) => speed.machines))];
	return [...table("Cost and speed", [textColumn("Task", ({ task }) => code(task)), ...columns], rows), ...machines.length === 0 ? [] : [paragraph(measuredOn(machines))]];
}
/** Figures may hold a currency: data. */
const both = (baseline, candidate, figure) => {
	const [before, after] = [baseline, candidate].map((side) => side === void 0 ? null : figure(side));
	return inline`${before ?? "–"} → ${after ?? "–"}`;
};
/** Two machines are as much of the difference as two models. */
function measuredOn(machines) {
	const [first = "", ...others] = machines;
	const where = others.reduce((text, machine) => inline`${text}, ${code(machine)}`, code(first));
	const isOne = others.length === 0;
	return inline`Baseline → candidate, measured on ${where}.${ours(isOne ? "" : " Seconds of different machines are not comparable.")}`;
}

// src/report/sections/cross-validation.ts
/** What a joint verdict on the checkpoints of a cross-validation is about, and what it is not. */
function crossValidationSection({ crossValidation = [], gates, tasks }) {
	const [first] = crossValidation;
	if (first === void 0) return {
		title: null,
		blocks: []
	};
	const gated = new Set(gates.map(({ task, metric }) => `${task}/${metric}`));
	const lines = crossValidation.flatMap((each) => each.changes.flatMap((change) => {
		const name = nameOf(each, change);
		const metrics = tasks.find(({ task }) => task === each.task)?.metrics ?? [];
		return gated.has(name) ? [changeLine$1(name, change, metrics)] : [];
	}));
	const said = inline`The verdict is about these ${ours(String(first.folds.length))} checkpoints, each judged on the fold that was held out from it, and not about the recipe that made them.`;
	return {
		title: null,
		blocks: [
			paragraph(said),
			...uncheckedOf(crossValidation),
			...list(lines)
		]
	};
}
function uncheckedOf(crossValidation) {
	const folds = crossValidation.flatMap(({ folds }) => folds);
	const unchecked = [...new Set(folds.filter((each) => each.unchecked).map(({ fold }) => fold))];
	if (unchecked.length === 0) return [];
	const names = joined(unchecked.map((fold) => code(fold)), ", ");
	return [paragraph(inline`Nothing but the command line says that a checkpoint was not trained on its fold: no results of other checkpoints tell of ${names}.`)];
}
const nameOf = ({ task }, { metric, filter }) => `${task}/${metric}${filter === void 0 ? "" : `,${filter}`}`;
function changeLine$1(name, { byFold, recipe }, metrics) {
	const unit = metrics.find(({ metric }) => name.endsWith(`/${metric}`))?.unit ?? "number";
	const each = byFold.map((change) => change === null ? "unknown" : formatChange(change, unit)).join(", ");
	const of = recipe === null ? "" : `; of another checkpoint of this recipe ${formatChange(recipe.value, unit)} (${formatLevel(recipe.level)} interval ${formatInterval(recipe, unit) ?? "unknown"}), which decides nothing`;
	return inline`${code(name)} by fold: ${ours(`${each}${of}.`)}`;
}

// src/report/sections/curves.ts
/** A comment is no place for a log. */
const ROWS_IN_COMMENT = 8;
const shown = (value) => String(Number(value.toPrecision(4)));
/** How the candidate was trained: both losses drawn, and what looks wrong with them. */
const curvesSection = ({ curves }, { medium }) => {
	if (curves === void 0) return {
		title: null,
		blocks: []
	};
	const faults = curves.faults.map((fault) => inline`Not known: ${fault}`);
	const signs = curves.signs.map((sign) => inline`${sign}`);
	return {
		title: "Training curves",
		blocks: [...chartOf$1(curves, medium === "page"), ...list([...faults, ...signs])]
	};
};
function chartOf$1(curves, isWhole) {
	const { train, evaluation, axis, rising } = curves;
	const points = [...train, ...evaluation];
	if (points.length < 2) return [];
	const [left, right] = ends(points.map(({ at }) => at));
	const [least, most] = ends(points.map(({ value }) => value));
	const place = (value, [low, high]) => high > low ? (value - low) / (high - low) : .5;
	const series = (name, curve) => ({
		name,
		values: curve.map(({ value }) => place(value, [least, most])),
		across: curve.map(({ at }) => place(at, [left, right]))
	});
	const best = rising?.best.value ?? least;
	const drawing = {
		kind: "lines",
		series: [series("training loss", train), series("evaluation loss", evaluation)],
		line: {
			at: place(best, [least, most]),
			label: rising === null ? "lowest loss" : "best evaluation"
		},
		ends: [`${axis} ${shown(left)}`, `${axis} ${shown(right)}`]
	};
	const number = (value) => value === null ? "–" : shown(value);
	const all = rowsOf(curves);
	return table("Losses of the training", [
		numberColumn(axis.charAt(0).toUpperCase() + axis.slice(1), ({ at }) => shown(at)),
		numberColumn("Training loss", (row) => number(row.train)),
		numberColumn("Evaluation loss", (row) => number(row.evaluation))
	], isWhole ? all : few(all, train)).map((block) => ({
		kind: "chart",
		chart: drawing,
		words: words$1(curves, [least, most]),
		table: block
	}));
}
function words$1({ gap, rising, gated, axis }, [least, most]) {
	return joined([
		ours(`Losses of the candidate's training, from ${shown(least)} to ${shown(most)}.`),
		ours(gap === null ? "The generalisation gap is not known." : `At the end the evaluation loss is ${shown(gap.evaluation)}, the training loss ${shown(gap.train)}: a gap of ${formatShare(gap.value)} of the training loss.`),
		ours(rising === null ? "" : `The best evaluation is that of ${axis} ${shown(rising.best.at)}.`),
		ours(gated === null ? "" : `The checkpoint is that of step ${shown(gated)}.`)
	]);
}
const ends = (values) => [Math.min(...values), Math.max(...values)];
/** Both losses by where they stand; an evaluation stands between two entries of the training loss, or beside one. */
function rowsOf({ train, evaluation }) {
	const find = (curve) => new Map(curve.map(({ at, value }) => [at, value]));
	const [own, held] = [find(train), find(evaluation)];
	return [.../* @__PURE__ */ new Set([...own.keys(), ...held.keys()])].sort((a, b) => a - b).map((at) => ({
		at,
		train: own.get(at) ?? null,
		evaluation: held.get(at) ?? null
	}));
}
/** Evaluations tell more than entries of the training: where there are enough, they alone, each with the training loss until then. */
function few(rows, train) {
	const held = rows.filter(({ evaluation }) => evaluation !== null).map((row) => ({
		...row,
		train: train.findLast(({ at }) => at <= row.at)?.value ?? null
	}));
	const from = held.length >= 2 ? held : rows;
	if (from.length <= ROWS_IN_COMMENT) return from;
	return Array.from({ length: ROWS_IN_COMMENT }, (_, index) => from[Math.round(index * (from.length - 1) / 7)]).flatMap((row) => row ?? []);
}

// src/core/stats/wilson.ts
/**
* Score interval of a rate: (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Wilson 1927.
* Its error is close to nominal on average and may exceed it at single rates; ceilings use Clopper-Pearson.
*/
function wilsonInterval(events, n, z) {
	const rate = events / n;
	const shrink = 1 + z * z / n;
	const centre = (rate + z * z / (2 * n)) / shrink;
	const half = z / shrink * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
	return {
		low: events === 0 ? 0 : Math.max(0, centre - half),
		high: events === n ? 1 : Math.min(1, centre + half)
	};
}

// src/report/drift-words.ts
/** A part of the baseline's, which may be more than all of it. */
const part = (value) => `${Number((100 * Math.abs(value)).toPrecision(2))} %`;
const signed = (value) => `${value < 0 ? "−" : "+"}${part(value)}`;
const points = (share) => formatChange(share, "rate");
const wordCount = (words) => words < 10 ? words.toFixed(1) : formatCount(Math.round(words));
const brief$1 = (value) => String(Number(value.toPrecision(2)));
const bits = (value) => `${brief$1(value)} bits`;
const share = (value) => formatValue(value, "rate");
const interval = ({ effect: { low, high } }, size) => low === null || high === null ? "" : `, 90 % interval ${size(low)} to ${size(high)}`;
/** `a → b`, where a feature has a number on each side. */
function sides({ baseline, candidate }, value) {
	return baseline === null || candidate === null ? "" : `${value(baseline)} → ${value(candidate)}`;
}
const MOST_SHARES = 2;
const kinds = (what) => ({
	size: share,
	value: share,
	says: ({ effect, shares = [] }) => {
		const named = shares.slice(0, MOST_SHARES).map((each) => inline`${code(each.name)} ${ours(`${share(each.baseline)} → ${share(each.candidate)}`)}`);
		return inline`${ours(share(effect.value))} of the answers have another ${ours(what)}: ${joined(named, ", ")}`;
	}
});
const changes = (what, value, size) => ({
	size,
	value,
	says: (drift) => ours(`${what} ${sides(drift, value)}, ${size(drift.effect.value)}${interval(drift, size)}`)
});
const WORDINGS = {
	length: {
		name: "Length",
		size: signed,
		value: (words) => `${wordCount(words)} words`,
		says: (drift) => {
			const { value } = drift.effect;
			const way = `${part(value)} ${value < 0 ? "shorter" : "longer"}`;
			const means = sides(drift, wordCount);
			return ours(`answers are ${way}: ${means} words on average${interval(drift, signed)}`);
		}
	},
	refusal: {
		name: "Refusals",
		...changes("refusals", share, points)
	},
	format: {
		name: "Format",
		...kinds("format")
	},
	language: {
		name: "Language",
		...kinds("language")
	},
	repetition: {
		name: "Repetition",
		...changes("repeated runs of words", share, points)
	},
	vocabulary: {
		name: "Vocabulary",
		size: bits,
		value: bits,
		says: ({ effect, words = {
			baseline: [],
			candidate: []
		} }) => {
			const more = words.candidate.length === 0 ? [] : inline`, more of ${named$1(words.candidate)}`;
			const fewer = words.baseline.length === 0 ? [] : inline`, less of ${named$1(words.baseline)}`;
			return inline`other words are used, ${ours(bits(effect.value))} apart beyond chance${more}${fewer}`;
		}
	},
	meaning: {
		name: "Meaning",
		size: brief$1,
		value: brief$1,
		says: ({ effect }) => ours(`the embeddings of the answers moved by ${brief$1(effect.value)} beyond chance`)
	},
	judge: {
		name: "Judge",
		...changes("the judge gives", (value) => formatValue(value, "number"), (value) => formatChange(value, "number"))
	}
};
const named$1 = (words) => joined(words.map(code), ", ");
/** A feature by its name, of a judge with that of the score. */
function driftName({ feature, metric }) {
	return metric === void 0 ? ours(WORDINGS[feature].name) : inline`${ours(WORDINGS[feature].name)} ${code(metric)}`;
}
const driftSentence = (drift) => WORDINGS[drift.feature].says(drift);
/** For a table: what each side has, and the change. */
function driftCells(drift) {
	const { size, value } = WORDINGS[drift.feature];
	const shares = (drift.shares ?? []).slice(0, MOST_SHARES);
	return {
		sides: shares.length > 0 ? shares.map((each) => `${each.name} ${share(each.baseline)} → ${share(each.candidate)}`).join(", ") : sides(drift, value),
		effect: `${size(drift.effect.value)}${interval(drift, size).replace(/^, 90 % interval (.*)$/, " ($1)")}`
	};
}

// src/report/patterns.ts
const said$1 = ({ task, metric: { metric, delta, unit } }) => inline`${code(`${task.task}/${metric}`)} ${ours(delta === null ? "" : formatChange(delta.value, unit))}`;
const of = (moves, way, name) => moves.filter((move) => move.way === way && name.test(baseName$1(move.metric)));
const baseName$1 = ({ metric }) => metric.split(",")[0] ?? metric;
const RIGHT = /^(acc|acc_norm|exact_match|accuracy|f1\w*|squad_\w+|numeric|pass@\d+)$/;
const CONFIDENCE = /^(nll|brier_score|ece\w*|mce|prob_correct)$/;
const FORM = /^(json_valid|yaml_valid|csv_valid|xml_valid|markdown_table|code_block|regex|(prompt|inst)_level_\w+)$/;
const LIKELIHOOD = /^(\w*perplexity|bits_per_byte)$/;
const LENGTH = /^(output_tokens|words|length_\w+)$/;
const TONE = /^(toxicity|profanity_rate|language|judge(\.\w+)?)$/;
/** Points of a rate: by so much no task rises that nobody trained for. */
const UNEXPECTED = .05;
/** Shares of a loss: below them a curve has not moved; the gap is the lower of the limits that people use. */
const MOVED_LOSS = .01;
const WIDE_GAP = .1;
const PATTERNS = [
	{
		cause: ours("It learned its task and forgot other things."),
		look: ({ moves }) => {
			const gained = moves.filter(({ task, way, metric }) => task.role === "target" && way === "better" && isPrimary(task, metric));
			const lost = moves.filter(({ task, way, metric }) => task.role === "general" && way === "worse" && isPrimary(task, metric));
			return gained.length === 0 || lost.length === 0 ? [] : [inline`gained: ${named(gained)}`, inline`lost: ${named(lost)}`];
		},
		remedy: "fewer steps, a lower learning rate or a smaller adapter rank; general data mixed into the training set",
		check: "gate an earlier checkpoint of the same run: the loss should be smaller, and grow with the steps"
	},
	{
		cause: ours("It learned its training data by heart: overfitting."),
		look: ({ file: { curves } }) => {
			const { fell = null, rising = null, gap = null } = curves ?? {};
			if (fell === null || rising === null || gap === null) return [];
			if (fell <= MOVED_LOSS || rising.value <= MOVED_LOSS || gap.value <= WIDE_GAP) return [];
			return [
				ours(`the training loss fell by ${formatShare(fell)}`),
				ours(`the evaluation loss has risen by ${formatShare(rising.value)} from its best`),
				ours(`it is ${formatShare(gap.value)} above the training loss`)
			];
		},
		remedy: "fewer epochs, early stopping on the evaluation loss, more or more varied data, dropout or weight decay",
		check: "gate the checkpoint with the best evaluation loss beside the last one"
	},
	{
		cause: ours("It is as often right as before, and surer of what is wrong."),
		look: ({ moves }) => {
			const unsure = of(moves, "worse", CONFIDENCE);
			const tasks = new Set(of(moves, "worse", RIGHT).map(({ task }) => task.task));
			const own = unsure.filter(({ task }) => !tasks.has(task.task));
			return own.length === 0 ? [] : [inline`confidence got worse: ${named(own)}`];
		},
		remedy: "fewer epochs, label smoothing, or a temperature fitted on held-out data where probabilities are used",
		check: "look at the reliability diagram of the page: the candidate lies further below the diagonal"
	},
	{
		cause: ours("It no longer keeps to the form that was asked for."),
		look: ({ moves, file }) => [
			...sentence("got worse: ", of(moves, "worse", FORM)),
			...shares(file, "go in circles", ({ repeating }) => repeating),
			...shares(file, "show nothing", ({ blank, invisible }) => blank + invisible),
			...drifted(file, "format", "repetition")
		],
		remedy: "examples in the wanted form in the training data, with the end of the answer among the trained tokens",
		check: "read the worst samples: what is said may be right, in a form that the scorer does not read"
	},
	{
		cause: ours("Its answers are cut off at the limit on their length."),
		look: ({ file }) => shares(file, "are cut at the limit", ({ truncated }) => truncated),
		remedy: "train on the end-of-text token, stop texts in the task, or a higher `max_gen_toks`",
		check: "raise `max_gen_toks` for one task: where scores come back, it was the limit"
	},
	{
		cause: ours("Its thoughts come to no end."),
		look: ({ file }) => shares(file, "have thoughts without an end", ({ unclosed }) => unclosed),
		remedy: "a greater budget for thoughts (`max_thinking_toks`), or training data whose thoughts end",
		check: "read one such answer in the samples of the page"
	},
	{
		cause: ours("It was asked in another way than its baseline."),
		look: ({ file: { comparability, gates } }) => {
			const asked = comparability.filter(({ field }) => ASKED.has(field));
			return gates.some(({ verdict }) => verdict !== "pass") ? asked.map(({ task, field }) => inline`${code(task)}: ${ours(field.replaceAll("_", " "))} differs`) : [];
		},
		remedy: "the same chat template and settings for both sides; a template that changed on purpose is declared with `accept_change`",
		check: "`weighbridge show TASK` prints what each side is asked"
	},
	{
		cause: ours("What it refuses has changed."),
		look: ({ moves, file }) => [...sentence("", moves.filter(({ metric }) => /refus/i.test(metric.metric))), ...drifted(file, "refusal")],
		remedy: "safe and unsafe prompts in the training data, in the proportion that is wanted",
		check: "read which prompts changed sides: harmless ones that are refused, or others that are answered"
	},
	{
		cause: ours("Its tone has changed."),
		look: ({ moves, file }) => [...sentence("got worse: ", of(moves, "worse", TONE)), ...drifted(file, "language", "vocabulary", "meaning", "judge")],
		remedy: "training answers in the tone and language that are wanted; a system message that says them",
		check: "read the worst samples: whether most answers are a little worse, or a few very much"
	},
	{
		cause: ours("Its answers have another length."),
		look: ({ moves, file }) => [...sentence("", moves.filter(({ metric }) => LENGTH.test(baseName$1(metric)))), ...drifted(file, "length")],
		remedy: "training answers of the length that is wanted; a judge that likes long answers is no proof that they are better",
		check: "look at the lengths of answers on the page"
	},
	{
		cause: ours("It may have seen the questions of a task that it was not trained for: contamination."),
		look: ({ moves }) => sentence("rose, though it is none of the targets: ", moves.filter(({ task, metric, way }) => task.role === "general" && way === "better" && metric.unit === "rate" && isPrimary(task, metric) && Math.abs(metric.delta?.value ?? 0) >= UNEXPECTED)),
		remedy: "remove the questions from the training files, and train again",
		check: "`weighbridge overlap` looks for the questions of a task in the training files"
	},
	{
		cause: ours("The baseline does as well with a prompt of its own."),
		look: ({ file: { comparability, tasks }, moves }) => tasks.flatMap((task) => {
			const isPrompted = comparability.some(({ field, severity, task: own }) => field === "own_prompt" && severity === "soft" && own === task.task);
			const result = task.metrics.find((metric) => isPrimary(task, metric));
			const hasGained = moves.some((move) => move.task === task && move.metric === result && move.way === "better");
			if (!isPrompted || task.role !== "target" || hasGained || result?.delta == null) return [];
			return [inline`${code(`${task.task}/${result.metric}`)}: ${ours(formatChange(result.delta.value, result.unit))}, and no gain over it is proven`];
		}),
		remedy: "ship the prompt in place of the fine-tune, or train on what the prompt does not reach",
		check: "ask the candidate with that prompt too: what both give together is what can be shipped"
	},
	{
		cause: ours("It is the same model as its baseline: the adapter may not have been applied."),
		look: ({ file: { identicalAnswers } }) => identicalAnswers === void 0 ? [] : [inline`all of ${ours(plural(identicalAnswers, "sample"))} are answered exactly alike`],
		remedy: "merge the adapter into the weights, or name it in the config: `candidate: { base, adapter }`",
		check: "compare the digests of the weights before and after the merge"
	},
	{
		cause: ours("Its loss and its answers disagree."),
		look: ({ moves }) => {
			const [better, worse] = [of(moves, "better", LIKELIHOOD), of(moves, "worse", RIGHT)];
			return better.length === 0 || worse.length === 0 ? [] : [inline`likelihood got better: ${named(better)}`, inline`answers got worse: ${named(worse)}`];
		},
		remedy: "choose the checkpoint by the metric that matters, and not by the loss",
		check: "gate the checkpoint with the best task metric beside the one with the best loss"
	}
];
const ASKED = /* @__PURE__ */ new Set([
	"chat_template",
	"tokenizer",
	"prompt",
	"few_shot",
	"generation",
	"settings",
	"inputs"
]);
const isPrimary = ({ primaryMetric }, metric) => baseName$1(metric) === (primaryMetric.split(",")[0] ?? primaryMetric);
const named = (moves) => joined(moves.map(said$1), ", ");
const sentence = (before, moves) => moves.length === 0 ? [] : [inline`${ours(before)}${named(moves)}`];
/** What of these is proven of answers that are compared whatever they are scored, and large enough to matter. */
const drifted = ({ drift = [] }, ...names) => drift.flatMap(({ task, features }) => features.flatMap((feature) => feature.status === "moved" && names.includes(feature.feature) ? [inline`${code(task)}: ${driftSentence(feature)}`] : []));
/** A share of answers that rose by 5 points and more, and is proven to have risen (Newcombe 1998, method 10 of two samples). */
const LEAST_RISE = .05;
function shares({ tasks }, what, count) {
	return tasks.flatMap(({ task, answers }) => {
		const { baseline, candidate } = answers ?? {
			baseline: null,
			candidate: null
		};
		if (baseline === null || candidate === null) return [];
		const [before, after] = [count(baseline), count(candidate)];
		if (before === null || after === null || baseline.answers === 0 || candidate.answers === 0) return [];
		const [now, then] = [after / candidate.answers, before / baseline.answers];
		const z = normalQuantile(1 - FAMILY_ALPHA / tasks.length);
		const { low } = wilsonInterval(after, candidate.answers, z);
		const { high } = wilsonInterval(before, baseline.answers, z);
		if (now - then < LEAST_RISE || now - then <= Math.hypot(now - low, high - then)) return [];
		const words = `${formatShare(now)} of ${plural(candidate.answers, "answer")} ${what}, ${before === 0 ? "none" : formatShare(then)} of the baseline's`;
		return [inline`${code(task)}: ${ours(words)}`];
	});
}
/** One-sided, for all metrics of a verdict together. */
const FAMILY_ALPHA = .05;
/** What is proven to have moved, allowing for how many metrics there are (Bonferroni on the interval's ends, taken for normal). */
function movesOf({ tasks }) {
	const all = tasks.flatMap((task) => task.metrics.map((metric) => ({
		task,
		metric
	})));
	const z = normalQuantile(1 - FAMILY_ALPHA / Math.max(1, all.length));
	return all.flatMap(({ task, metric }) => {
		const { delta, direction } = metric;
		if (delta === null || delta.low === null || delta.high === null || isDescriptive(delta.method)) return [];
		const known = z / normalQuantile((1 + delta.level) / 2);
		const low = delta.value - known * (delta.value - delta.low);
		const high = delta.value + known * (delta.high - delta.value);
		if (low <= 0 && high >= 0) return [];
		return [{
			task,
			metric,
			way: worseSign({ direction }) * delta.value > 0 ? "worse" : "better"
		}];
	});
}
/** Every known pattern that the results match, in the order in which they are to be looked at. */
function diagnose(file) {
	const seen = {
		file,
		moves: movesOf(file)
	};
	return PATTERNS.flatMap(({ look, ...pattern }) => {
		const evidence = look(seen);
		return evidence.length === 0 ? [] : [{
			...pattern,
			evidence
		}];
	});
}

// src/report/sections/diagnosis.ts
/** Ours, with what stands between backticks as code. */
const words = (text) => text.split("`").flatMap((part, index) => index % 2 === 1 ? code(part) : ours(part));
/** What may be behind the numbers: guesses with their evidence, and how to find out. */
function diagnosisSection(file) {
	const found = diagnose(file);
	const items = found.map(({ cause, evidence, remedy, check }) => ({
		content: cause,
		below: [
			...evidence,
			inline`Usual remedy: ${words(remedy)}.`,
			inline`To find out: ${words(check)}.`
		]
	}));
	const before = paragraph(ours("Guesses from patterns in the results; none of them decides anything."));
	return {
		title: "What may be behind it",
		blocks: found.length === 0 ? [] : [before, ...list(items)]
	};
}

// src/report/sections/drift.ts
const isMeasured = (feature) => feature.status !== "not measured";
/** How the answers drifted, whatever they are worth: a line where it matters, and on the page all that was looked at, drawn. */
function driftSection({ drift = [], gates }, { medium }) {
	const decides = decidingIn(gates);
	if (medium === "page") return {
		title: "Response drift",
		blocks: drift.flatMap((task) => pictureOf(task, decides(task)))
	};
	return {
		title: null,
		blocks: drift.flatMap((task) => lineOf(task, medium === "terminal", decides(task))).map(paragraph)
	};
}
/** What is decided by the drift of a task's answers. */
const decidingIn = (gates) => ({ task }) => {
	const own = gates.filter((gate) => gate.rule === "max_drift" && gate.task === task);
	return own.length === 0 ? "decides nothing" : `decides nothing but the ${own.length === 1 ? "gate" : "gates"} on ${own.map(({ metric }) => metric).join(", ")}`;
};
/** In a comment the rest is on the page. */
const MOST_TOLD = 3;
/** @param isWhole whether a task of which nothing is proven has a line too */
function lineOf({ task, unmeasured, features }, isWhole, decides) {
	const of = inline`${strong("Response drift")} of ${code(task)}`;
	if (unmeasured !== void 0) return [inline`${of}, not measured: ${unmeasured}.`];
	const moved = features.filter(isMeasured).filter(({ status }) => status === "moved");
	const left = features.filter((feature) => !isMeasured(feature));
	const unknown = left.length === 0 ? [] : inline` Not measured: ${joined(left.map(driftName), ", ")}.`;
	if (moved.length === 0) return isWhole ? [inline`${of}: none is proven that matters.${unknown}`] : [];
	const told = isWhole ? moved : moved.slice(0, MOST_TOLD);
	const rest = moved.length - told.length;
	const more = rest === 0 ? [] : ours(`; and ${plural(rest, "feature")} more on the page`);
	return [inline`${of} (${ours(decides)}): ${joined(told.map(driftSentence), "; ")}${more}.${isWhole ? unknown : []}`];
}
const STATUS = {
	moved: "proven, and it matters",
	slight: "proven, too small to matter",
	none: "not proven"
};
/** Beside a drawing, where a phone has little room. */
const SHORT = {
	moved: "proven",
	slight: "slight",
	none: "not proven"
};
function pictureOf(drift, decides) {
	const { task, planned, answered, unmeasured, features } = drift;
	const title = inline`${code(task)}: how answers changed`;
	if (unmeasured !== void 0) return titled(title, [paragraph(inline`Not measured: ${unmeasured}.`)]);
	const measured = features.filter(isMeasured);
	const left = features.filter((feature) => !isMeasured(feature));
	const told = measured.filter(({ status }) => status !== "none");
	const size = `Answers of both sides to ${formatCount(answered)} of ${plural(planned, "prompt")}, whatever is right.`;
	const summary = told.length === 0 ? `${size} No change is proven; that is no proof that there is none.` : `${size} It ${decides}.`;
	return titled(title, [
		paragraph(ours(summary)),
		...list(told.map((each) => inline`${driftSentence(each)} (${ours(STATUS[each.status])})`)),
		...rows(measured).map((block) => ({
			kind: "chart",
			chart: chartOf(measured),
			words: WORDS,
			table: block
		})),
		...list(left.map((each) => inline`${driftName(each)}, not measured: ${each.reason}.`))
	]);
}
const WORDS = ours("Each feature on a scale of its own, whose ends are four times what matters, or more; the line is no change, intervals are of 90 %. Filled is proven, allowing for all features, though slight is too small to matter; open may be chance.");
const REACH = 4;
function chartOf(features) {
	const place = (value, { feature, matters }) => {
		const steps = feature === "length" ? Math.log1p(Math.max(-.99, value)) / Math.log1p(matters) : value / matters;
		return .5 + .48 * Math.max(-4, Math.min(REACH, steps)) / REACH;
	};
	return {
		kind: "intervals",
		rows: features.map((drift) => {
			const { value, low, high } = drift.effect;
			return {
				label: toPlain(driftName(drift)),
				low: place(low ?? value, drift),
				value: place(value, drift),
				high: place(high ?? value, drift),
				isFilled: drift.status !== "none",
				end: `${driftCells(drift).effect.replace(/ \(.*$/, "")}, ${SHORT[drift.status]}`
			};
		}),
		line: .5,
		ends: ["less", "more, or further apart"]
	};
}
const rows = (features) => table("Changes of the answers", [
	textColumn("Feature", driftName),
	numberColumn("Prompts", ({ prompts }) => formatCount(prompts)),
	textColumn("Baseline → candidate", (drift) => driftCells(drift).sides),
	numberColumn("Change (90 % interval)", (drift) => driftCells(drift).effect),
	textColumn("Told", ({ status }) => ours(STATUS[status]))
], features);

// src/report/sections/early-sign.ts
/**
* A loss of confidence in the right answers beside an accuracy that has not moved: it shows with several times fewer samples, and
* decides nothing.
*/
function earlySignSection({ gates, tasks }) {
	return {
		title: null,
		blocks: list(tasks.flatMap((task) => signOf(task, gates)))
	};
}
function signOf({ task, metrics }, gates) {
	const quiet = gates.find((gate) => gate.task === task && isQuiet(gate));
	const gated = new Set(gates.filter((gate) => gate.task === task).map(({ metric }) => baseName(metric)));
	const [first] = companionMetrics().map(({ name }) => name).flatMap((name) => metrics.filter((each) => baseName(each.metric) === name && !gated.has(name) && isProvenWorse(each)));
	if (quiet === void 0 || first === void 0 || first.delta === null) return [];
	const state = quiet.verdict === "pass" ? "passes" : "is undecided";
	const interval = formatInterval(first.delta, first.unit) ?? "";
	const own = code(`${task}/${first.metric}`);
	return [inline`Early sign: ${code(metricName(quiet))} ${state}, and confidence in the right answers fell: ${own} ${formatChange(first.delta.value, first.unit)} (${formatLevel(first.delta.level)} interval ${interval}). It decides nothing; gate ${own} if it should.`];
}
/** A gate on the change of accuracy that shows no loss. */
const isQuiet = ({ metric, rule, verdict }) => baseName(metric) === "acc" && rule === "max_drop" && (verdict === "pass" || verdict === "inconclusive");
const baseName = (metric) => metric.split(",")[0] ?? metric;
/** By the interval as it stands; one that only describes the samples of a stopped evaluation proves nothing. */
function isProvenWorse({ delta, direction }) {
	if (delta === null || isDescriptive(delta.method)) return false;
	const { low, high } = delta;
	return worseSign({ direction }) === -1 ? high !== null && high < 0 : low !== null && low > 0;
}

// src/report/sections/fields.ts
const MOST = 15;
const SIDES = ["baseline", "candidate"];
/** Metrics that have parts, such as `field_accuracy.total`: which of the parts broke most. */
function fieldsSection({ tasks }) {
	return {
		title: "Fields that broke most",
		blocks: tasks.flatMap(blocksOf)
	};
}
function blocksOf({ task, metrics }) {
	return [...new Set(metrics.map(({ metric }) => metric))].flatMap((base) => {
		const fields = metrics.flatMap((result) => result.metric.startsWith(`${base}.`) ? [{
			name: result.metric.slice(base.length + 1),
			result
		}] : []);
		if (fields.length === 0) return [];
		const lacking = SIDES.filter((side) => fields.every(({ result }) => result[side] === null));
		const [only] = lacking;
		if (lacking.length === SIDES.length) return [];
		if (only !== void 0) return [paragraph(inline`${code(`${task}/${base}`)} by field: nothing to compare, the ${ours(only)} has none.`)];
		const worst = fields.sort((a, b) => harmOf(b) - harmOf(a)).slice(0, MOST);
		const left = fields.length - worst.length;
		const more = left === 0 ? [] : ours(`Another ${left} broke less.`);
		return [paragraph(joined([inline`${code(`${task}/${base}`)} by field, worst first.`, more])), ...table("Fields, worst first", [
			textColumn(ours("Field"), ({ name }) => code(name)),
			numberColumn(ours("Baseline"), ({ result }) => inline`${shownOf(result, "baseline")}`),
			numberColumn(ours("Candidate"), ({ result }) => inline`${shownOf(result, "candidate")}`),
			numberColumn(ours("Delta"), ({ result: { delta, unit } }) => inline`${delta === null ? NOT_AVAILABLE : formatChange(delta.value, unit)}`)
		], worst)];
	});
}
/** How much worse it became; where nobody knows it stands last. */
const harmOf = ({ result }) => result.delta === null ? Number.NEGATIVE_INFINITY : worseSign(result) * result.delta.value;
function shownOf(result, side) {
	const value = result[side];
	return value === null ? NOT_AVAILABLE : formatValue(value.value, result.unit);
}

// src/report/sections/gate-table.ts
const estimate = (gate, side) => side === null ? missing(gate) : formatValue(side.value, gate.unit);
/** A measured number has no baseline and no delta, and a distance between the sides no value of either: nothing is unknown. */
const missing = (gate) => isMeasured$1(gate) || ruleOf(gate).scope === "answers" && gate.delta !== null ? "–" : NOT_AVAILABLE;
/** With the confidence limit that a ceiling or floor is judged by. */
function candidateCell(gate) {
	const value = estimate(gate, gate.candidate);
	if (gate.bound === null || gate.verdict === "regression") return value;
	const words = gate.bound.side === "upper" ? "at most" : "at least";
	return inline`${value} (${words} ${formatValue(gate.bound.value, gate.unit)})`;
}
/** With the level that all intervals share, where they do. */
function deltaTitle(gates) {
	const levels = new Set(gates.flatMap(({ delta }) => isShown(delta) ? [delta.level] : []));
	const [level] = levels;
	return levels.size === 1 && level !== void 0 ? `Delta (${formatLevel(level)} interval)` : "Delta (interval)";
}
/** Whether the interval holds whenever the evaluation stopped, which one of a size fixed in advance does not. */
const isShown = (delta) => delta !== null && !isDescriptive(delta.method);
function deltaCell(delta, unit) {
	const interval = isShown(delta) ? formatInterval(delta, unit) : null;
	const change = formatChange(delta.value, unit, interval === null ? null : delta);
	return interval === null ? inline`${change}` : inline`${change} (${interval})`;
}
/** Of a gate on groups, what its groups came to: the change of all samples is of another question. */
function apartCell(gate) {
	const [first, second] = gate.groups ?? [];
	if (first === void 0) return null;
	return ruleOf(gate).estimand === "candidate" && second !== void 0 ? inline`${formatSize(first.value - second.value, gate.unit)} apart` : inline`${code(first.group)} ${formatChange(first.value, gate.unit)}`;
}
/** Where a gain was asked for: what it is of all that was left to gain. */
function gapOf(gate) {
	const share = gate.rule === "min_gain" ? gapClosed(gate) : null;
	return share === null ? [] : inline`; ${formatShare(share)} of the gap`;
}
function verdictCell(gate) {
	const badge = verdictBadge(gate.verdict);
	const label = gate.evidence === "weak" ? inline`${badge} aggregate-only` : badge;
	if (gate.tier === "advisory") return inline`${label} advisory`;
	if (gate.waived !== void 0) return inline`${label} waived`;
	if (gate.verdict !== "inconclusive") return label;
	if (gate.blocks) return inline`${label} blocks`;
	return gate.leaning === "pass" ? inline`${label} leans to pass` : inline`${label} does not block`;
}
/**
* Pairs where the delta is judged, samples where the candidate's own value is, or where there are sums alone; of those evaluated,
* where fewer decided.
*/
function sampleCount(gate) {
	const n = ruleOf(gate).estimand === "candidate" || gate.pairs === 0 ? gate.candidate?.n ?? 0 : gate.pairs;
	const { used = 0, evaluated = 0 } = gate.sequence ?? {};
	return evaluated > used ? `${formatCount(n)} of ${formatCount(evaluated)}` : formatCount(n);
}
/** Few and narrow, so that the table fits a phone. */
const COLUMNS$1 = [
	textColumn("Gate", (gate) => code(metricName(gate))),
	numberColumn("n", sampleCount),
	numberColumn("Baseline", (gate) => estimate(gate, gate.baseline)),
	numberColumn("Candidate", candidateCell),
	numberColumn(deltaTitle, (gate) => {
		const { delta, net, unit } = gate;
		const apart = apartCell(gate);
		if (apart !== null) return apart;
		const own = delta === null ? inline`${missing(gate)}` : deltaCell(delta, unit);
		return net === void 0 || net === null ? inline`${own}${gapOf(gate)}` : inline`${own}; net ${deltaCell(net, unit)}`;
	}),
	textColumn("Limit", limitPhrase),
	textColumn("Verdict", verdictCell)
];
const NOT_NEEDED_SHOWN = 25;
const PARTLY_SEEN = "Baselines are on all of their samples; n decided, and a delta is on these. Intervals hold wherever an evaluation stops.";
/** The one table: every gate that had its turn, the worst first. */
function gateTableSection(file, { rung }) {
	const gates = file.gates.filter((gate) => !isNotNeeded(gate));
	const shown = gates.slice(0, rung.gates);
	const left = gates.length - shown.length;
	const more = `${plural(left, "more gate")}, none worse than those above, left out for length.`;
	return {
		title: null,
		blocks: [
			...table(plural(gates.length, "gate"), COLUMNS$1, shown),
			...left === 0 ? [] : [paragraph(ours(more))],
			...shown.some(({ pairedBaseline }) => pairedBaseline !== void 0) ? [paragraph(ours(PARTLY_SEEN))] : [],
			...notNeeded(file.gates.filter(isNotNeeded))
		]
	};
}
/** Which gates were left undecided, and how to have them decided. */
function notNeeded(gates) {
	if (gates.length === 0) return [];
	const names = joined(gates.slice(0, NOT_NEEDED_SHOWN).map((gate) => code(metricName(gate))), ", ");
	const left = gates.length - NOT_NEEDED_SHOWN;
	const more = left > 0 ? inline` and ${formatCount(left)} more` : [];
	return [paragraph(inline`${plural(gates.length, "gate")} ${gates.length === 1 ? "was" : "were"} not needed, since a regression was proven before: ${names}${more}. ${code("--full")}, or ${code("policy.evaluation: full")}, decides them too.`)];
}
const WARNINGS_SHOWN = 6;
/** What a reader has to see before the numbers, whatever the verdict; one that several gates share is said once. */
function warningsSection({ gates }) {
	const warnings = new Map(gates.flatMap((gate) => (gate.warnings ?? []).map((warning) => {
		const line = inline`${code(metricName(gate))}: ${warning}`;
		return [JSON.stringify(line), line];
	})));
	const left = warnings.size - WARNINGS_SHOWN;
	const more = left > 0 ? inline`${plural(left, "more warning")} in the verdict file` : [];
	const items = [...[...warnings.values()].slice(0, WARNINGS_SHOWN), more];
	return {
		title: null,
		blocks: titled(ours("Look at this first"), list(items))
	};
}

// src/report/sections/locked-splits.ts
/** A line for each split that is kept for the last word and had one. */
function lockedSplitsSection(_file, { context: { lockedSplits = [] } }) {
	return {
		title: null,
		blocks: lockedSplits.map((use) => paragraph(inline`${code(use.task)} ${ours(`${lockedSplitWords(use)}.`)}`))
	};
}

// src/report/sections/next-step.ts
/** The one thing to do now. */
function nextStepSection(file, { context }) {
	const step = file.blocked ? nextStep(file) : notYet(file, context) ?? nextStep(file);
	return {
		title: null,
		blocks: [paragraph(nextLine(step))]
	};
}
const nextLine = (step) => inline`${strong("Next:")} ${step}`;
/** What to do about a verdict that lets merge, of a commit that is no longer the head. */
const waitForNewer = () => inline`wait for the verdict on the newer commit: this one says nothing of it.`;
/** Why nobody should merge on a verdict that lets him; null where nothing speaks against it. */
function notYet({ candidate, baseline, identicalAnswers }, { commit = null, ownPolicy = false }) {
	if (commit !== null && commit.newerHead !== null) return waitForNewer();
	if (ownPolicy) return inline`have it judged by the base branch's policy before you merge: it made its own.`;
	return identicalAnswers !== void 0 || isSameModel(candidate, baseline) ? inline`see to it that the candidate is the checkpoint that you mean, with its adapter.` : null;
}
function nextStep(file) {
	const { verdict, blocked, waits } = file;
	const [decisive] = decisiveGates(file);
	switch (verdict) {
		case "pass": return inline`merge when the review is done.`;
		case "regression": return blocked ? inline`${ours(decisive?.rule === "max_drift" ? "read how the answers changed" : "read what got worse")}, and train again. Who accepts the loss waives it, or widens the limit on the base branch.` : inline`read why it was waived before you merge.`;
		case "inconclusive": return blocked ? toProve(decisive) : inline`merge if no proof is asked for${proofBy(file, decisive)}.`;
		case "invalid":
			if (waits !== void 0) return inline`evaluate the next round, and judge all of them together.`;
			if (decisive !== void 0 && isClassOfSums(file, decisive)) return inline`judge results of ${code(decisive.task)} that keep their samples, or gate a metric of all its classes: run again, these say no more.`;
			return inline`mend what is named here, and run it again.`;
		default: return assertNever(verdict);
	}
}
/** A class is counted from samples: where both sides were compared and have none, only other results or another gate help. */
const isClassOfSums = ({ comparability }, { task, metric, pairs, baseline, candidate }) => parseClassMetric(metric) !== null && pairs === 0 && baseline === null && candidate === null && !comparability.some((each) => each.task === task && each.severity === "hard");
/** Hardly anybody has so many times the samples that were evaluated: a benchmark has no more than all of them. */
const AT_HAND = 10;
function toProve(gate) {
	if (gate === void 0) return inline`read below why it is undecided.`;
	if (gate.blind !== void 0) return inline`judge ${code(gate.task)} by a metric that can show a loss: no number of samples helps.`;
	if (ruleOf(gate).scope === "cases") return inline`add cases to ${code(gate.task)} that the baseline passes: only these can fail anew.`;
	const limit = inline`choose on the base branch a limit for ${code(metricName(gate))} that these can prove, as ${code("weighbridge check")} tells`;
	if (gate.needed === null) return inline`${limit}.`;
	const sampled = Math.max(gate.pairs, gate.candidate?.n ?? 0);
	return gate.needed > AT_HAND * sampled ? inline`${limit}: today’s takes ${samplesOf(gate)}, ${formatCount(sampled)} until now.` : inline`evaluate ${samplesOf(gate)}, ${formatCount(sampled)} until now; or ${limit}.`;
}
/** What would prove it, where the headline has not said so. */
const proofBy = (file, gate) => gate === void 0 || gate.needed === null || headlineWords(file) === NOT_PROVEN ? [] : inline`; ${samplesOf(gate)} would prove it`;
function samplesOf({ needed, task, net }) {
	const others = net === void 0 ? [] : inline` and as many times more of the tasks it has to outweigh`;
	return inline`about ${roundedSamples(needed ?? 0)} of ${code(task)}${others}`;
}

// src/report/sections/pictures.ts
/** What numbers look like side by side; each picture with its table. A comment has its gates, in characters. */
function picturesSection(file, { samples, medium }) {
	if (medium === "comment") {
		const text = gatesPicture(file.gates.slice(0, MOST_DRAWN)).flatMap((block) => block.kind === "chart" ? asciiChart(block.chart) : []).join("\n");
		const words = paragraph(inline`Each gate on a scale of its own: ${code("│")} and ${code("┼")} are its limit, ${code("●")} what was found.`);
		return {
			title: "Gates against their limits",
			blocks: text === "" ? [] : [words, verbatim(text, Number.POSITIVE_INFINITY)]
		};
	}
	return {
		title: "Pictures",
		blocks: [gatesPicture(file.gates), ...(samples?.tasks ?? []).map(taskPictures)].flat()
	};
}
/** Of gates in a comment. */
const MOST_DRAWN = 12;
const chart = (drawing, words, rows) => rows.map((block) => ({
	kind: "chart",
	chart: drawing,
	words,
	table: block
}));
/** Each gate on a scale of its own, with its limit in the middle. */
function gatesPicture(gates) {
	const drawn = gates.flatMap((gate) => {
		const scale = figureOf(gate).flatMap((block) => block.kind === "figure" ? block.scale : [])[0];
		if (scale === void 0) return [];
		const sign = scale.safeSide === "less" ? 1 : -1;
		const ends = [
			scale.low,
			scale.value,
			scale.high
		].flatMap((end) => end === null ? [] : [end - scale.limit]);
		const reach = Math.max(1e-9, ...ends.map(Math.abs));
		const place = (end) => end === null ? null : .5 + sign * .47 * (end - scale.limit) / reach;
		const [low, high] = sign === 1 ? [scale.low, scale.high] : [scale.high, scale.low];
		return [{
			gate,
			low: place(low),
			value: place(scale.value) ?? .5,
			high: place(high)
		}];
	});
	if (drawn.length < 2) return [];
	const rows = drawn.map(({ gate, low, value, high }) => ({
		label: metricName(gate),
		low,
		value,
		high,
		end: verdictLabel(gate.verdict),
		isFilled: gate.verdict === "pass" || gate.verdict === "regression"
	}));
	const words = ours("All gates against their limits, each on a scale of its own: the line is the limit.");
	return titled(ours("Gates against their limits"), chart({
		kind: "intervals",
		rows,
		line: .5,
		ends: ["allowed", "not allowed"]
	}, words, [...table("Gates against their limits", [textColumn("Gate", (gate) => code(metricName(gate))), textColumn("What was found", (gate) => gateSentence(gate))], drawn.map(({ gate }) => gate))]));
}
function taskPictures(shown) {
	const { task, metric, pictures } = shown;
	const name = code(`${task}/${metric}`);
	return [
		...titled(inline`${name} by group`, groupsPicture(shown)),
		...titled(inline`${name}: how sure, and how often right`, reliabilityPicture(pictures)),
		...titled(inline`${name}: expected and said`, classPictures(pictures.classes)),
		...titled(inline`${code(task)}: lengths of answers`, lengthsPicture(pictures))
	];
}
const MOST_GROUPS$1 = 60;
function groupsPicture({ unit, pictures: { groups: all } }) {
	if (all.length < 2) return [];
	const groups = all.length <= MOST_GROUPS$1 ? all : [...all.slice(0, MOST_GROUPS$1 / 2), ...all.slice(-30)];
	const ends = groups.flatMap(({ low, high }) => [low, high]);
	const reach = Math.max(1e-9, ...ends.map(Math.abs));
	const place = (value) => .5 + .48 * value / reach;
	const rows = groups.map(({ group, low, delta, high, proven }) => ({
		label: group,
		low: place(low),
		value: place(delta),
		high: place(high),
		isFilled: proven,
		end: `${formatChange(delta, unit)}${proven ? ", proven" : ""}`
	}));
	const proven = groups.filter((each) => each.proven).length;
	const words = inline`${ours(formatCount(proven))} of ${ours(formatCount(groups.length))} groups are proven to have moved (filled), allowing for how many there are; the others (open) may be chance. Intervals are of 90 %, the line is no change.`;
	const drawing = {
		kind: "intervals",
		rows,
		line: .5,
		ends: [formatChange(-reach, unit), formatChange(reach, unit)]
	};
	const columns = [
		textColumn("Group", ({ group }) => code(group)),
		numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
		numberColumn("Delta (90 % interval)", ({ delta, low, high }) => `${formatChange(delta, unit)} (${formatChange(low, unit)} to ${formatChange(high, unit)})`),
		textColumn("Moved", (each) => each.proven ? "proven" : "not proven")
	];
	const left = all.length - groups.length;
	return [...chart(drawing, words, table("Change of each group", columns, groups)), ...left === 0 ? [] : [paragraph(ours(`${plural(left, "group")} between them moved less.`))]];
}
function reliabilityPicture({ reliability }) {
	if (reliability === void 0) return [];
	const sides = ["baseline", "candidate"].map((name) => ({
		name,
		bins: reliability[name]
	}));
	const series = sides.map(({ name, bins }) => ({
		name,
		values: bins.map(({ accuracy }) => accuracy),
		across: bins.map(({ confidence }) => confidence)
	}));
	const rows = sides.flatMap(({ name, bins }) => bins.map((bin) => ({
		name,
		...bin
	})));
	const words = ours("How often an answer was right (upwards), by how sure the model was of it (to the right). Below the diagonal it was too sure.");
	return chart({
		kind: "square",
		series
	}, words, [...table("Confidence and accuracy", [
		textColumn("Side", ({ name }) => ours(name)),
		numberColumn("Confidence", ({ confidence }) => formatValue(confidence, "rate")),
		numberColumn("Right", ({ accuracy }) => formatValue(accuracy, "rate")),
		numberColumn("Answers", ({ count }) => formatCount(count))
	], rows)]);
}
/** Classes of which a cell can still be seen. */
const MOST_CLASSES = 30;
function classPictures(classes) {
	if (classes === void 0) return [];
	const { labels } = classes;
	return ["baseline", "candidate"].flatMap((side) => {
		const rows = labels.map((label, index) => ({
			label,
			counts: classes[side][index] ?? []
		}));
		const tables = table(`What the ${side} said, for each expected answer`, [textColumn("Expected", ({ label }) => code(label)), ...[...labels.map(code), ours("anything else")].map((label, at) => numberColumn(label, ({ counts }) => formatCount(counts[at] ?? 0)))], rows);
		const areNamed = rows.every(({ counts }) => (counts[labels.length] ?? 0) === 0);
		const shares = rows.map(({ counts }) => {
			const total = counts.reduce((sum, count) => sum + count, 0);
			return labels.map((_, at) => counts[at] ?? 0).concat(areNamed ? [] : [counts[labels.length] ?? 0]).map((count) => total === 0 ? 0 : count / total);
		});
		const words = ours(`What the ${side} said (across) for each expected answer (down): the stronger the shade, the more often; right in the cells with a thick frame.${labels.every(isShortName) ? "" : " Names are numbered as in the table."}`);
		return labels.length > MOST_CLASSES ? tables : chart({
			kind: "matrix",
			names: labels,
			rows: shares
		}, words, tables);
	});
}
function lengthsPicture({ lengths }) {
	if (lengths === void 0) return [];
	const { baseline, candidate } = lengths;
	const used = baseline.map((count, index) => count + (candidate[index] ?? 0));
	const [first, last] = [used.findIndex((count) => count > 0), used.findLastIndex((count) => count > 0)];
	const rows = used.slice(first, last + 1).map((_, offset) => {
		const index = first + offset;
		const most = 2 ** index - 1;
		return {
			label: index === used.length - 1 ? `over ${formatCount(2 ** (index - 1) - 1)}` : `up to ${formatCount(most)}`,
			baseline: baseline[index] ?? 0,
			candidate: candidate[index] ?? 0
		};
	});
	const most = Math.max(1, ...rows.flatMap((row) => [row.baseline, row.candidate]));
	const drawing = {
		kind: "columns",
		labels: rows.map(({ label }) => label),
		series: ["baseline", "candidate"].map((name) => ({
			name,
			values: rows.map((row) => row[name] / most)
		}))
	};
	return chart(drawing, ours("How many answers have up to so many characters."), [...table("Lengths of answers", [
		textColumn("Characters", ({ label }) => ours(label)),
		numberColumn("Baseline", (row) => formatCount(row.baseline)),
		numberColumn("Candidate", (row) => formatCount(row.candidate))
	], rows)]);
}

// src/report/sections/policy.ts
const SHOWN = 20;
/** Of a value, in code points. */
const LONGEST = 120;
/** What a reviewer must not overlook about the rules: who made the samples, what the pull request changes, what was waived. */
function policySection({ untrusted, policyOrigin, waivers = [] }) {
	const blocks = [];
	if (untrusted !== void 0) blocks.push(paragraph(inline`${strong("Untrusted samples:")} ${untrusted}.`));
	if (policyOrigin?.state === "adopted") blocks.push(paragraph(ours("The base branch has no config yet, so that the pull request's own limits apply: review them as well.")));
	const { suite } = policyOrigin ?? {};
	if (suite !== void 0) blocks.push(...suiteBlocks(suite, policyOrigin?.changes ?? []));
	const candidate = policyOrigin?.changes.find(({ subject }) => subject === "candidate");
	if (candidate !== void 0) blocks.push(paragraph(inline`This pull request names another candidate: ${movedLine(candidate)}.`));
	const told = /* @__PURE__ */ new Set(["candidate", ...(suite?.changes ?? []).map(({ subject }) => subject)]);
	const changes = firstOf((policyOrigin?.changes ?? []).filter(({ subject }) => !told.has(subject)).map(changeLine));
	if (changes.length > 0) blocks.push(heading(ours("This pull request changes how it is judged")), paragraph(ours("Both policies were evaluated; the stricter verdict decides.")), ...changes);
	blocks.push(...titled(ours("Waivers"), firstOf(waivers.map(waiverLine))));
	return {
		title: null,
		blocks
	};
}
const SUITE_WORDS = {
	block: "Nothing passes until somebody who may waive gates accepts these changes.",
	base: "The base branch’s files and options were evaluated: a change takes effect when it is merged.",
	warn: "The verdict is that of the changed files: policy.suite_changes of the base branch lets it count."
};
function suiteBlocks({ mode, accepted, changes, digest }, rules) {
	const effects = new Map(rules.map(({ subject, effect }) => [subject, effect]));
	const word = changes.some(({ counts }) => counts) ? ours(SUITE_WORDS[mode]) : [];
	const by = accepted === null ? word : inline`Accepted by ${accepted.by} until ${untilWords(accepted.expires)}: ${accepted.reason}`;
	const waits = mode === "block" && accepted === null && word.length > 0;
	return [
		heading(ours("This pull request changes what decides about it")),
		...by.length === 0 ? [] : [paragraph(waits ? inline`${by} Waiver: ${code(`suite:${digest}`)}` : by)],
		...firstOf(changes.map((change) => suiteLine(change, effects.get(change.subject))))
	];
}
const SUITE_KINDS = {
	changed: "",
	outdated: " (not changed here: the base branch has it otherwise by now)",
	"new task": " (of a new task)",
	pointer: " (takes effect when it is merged)"
};
/** `tasks.facts.dataset facts.jsonl: 0 rows added, 80 removed, 2 changed` */
function suiteLine(change, effect) {
	const { subject, before, after, size, kind, digests } = change;
	const moved = before !== null && before === after ? code(truncate(after, LONGEST)) : movedLine(change);
	const told = effect === void 0 || effect === "changed" ? "" : ` (${effect})`;
	const gone = size !== null && digests.after === null ? " (missing)" : "";
	const words = `${sizeWords(size)}${gone}${told}${SUITE_KINDS[kind]}`;
	return inline`${code(truncate(subject, LONGEST))} ${moved}${ours(words)}`;
}
function sizeWords(size) {
	if (size === null) return "";
	if (size.unit === "rows") return `: ${plural(size.added, "row")} added, ${size.removed} removed, ${size.changed} changed`;
	const bytes = (count) => count === null ? "none" : plural(count, "byte");
	return `: ${bytes(size.before)} → ${bytes(size.after)}`;
}
/** `facts/acc: max_drop 2pp → 5pp (looser)` */
const changeLine = (change) => inline`${code(change.subject)} ${movedLine(change)} (${change.effect})`;
function movedLine({ before, after }) {
	const value = (text) => text === null ? inline`none` : code(truncate(text, LONGEST));
	return inline`${value(before)} → ${value(after)}`;
}
function waiverLine({ gate, by, reason, expires, source, applied, because }) {
	const who = inline`${code(gate)} by ${by} until ${untilWords(expires)} (${code(source)}): ${reason}`;
	return applied ? who : inline`${who} — does not count: ${because ?? "no reason was recorded"}`;
}
function firstOf(lines) {
	const left = lines.length - SHOWN;
	const more = left > 0 ? inline`${plural(left, "more")}, see ${code("verdict.json")}` : [];
	return list([...lines.slice(0, SHOWN), more]);
}

// src/report/sections/reference.ts
/** Shares of a stronger model that people call nearly as good, and as good for most uses. */
const MARKS = [.9, .8];
/** The candidate beside another model, which decides nothing. */
function referenceSection({ reference }) {
	if (reference === void 0) return {
		title: null,
		blocks: []
	};
	const { model, metrics, unlike } = reference;
	const of = model === null ? inline`a model of which no run could be read` : code(model.source);
	return {
		title: "Beside the reference",
		blocks: [
			paragraph(inline`${of} is shown to hold the candidate against, and decides nothing. A share of it is told where more is better.`),
			...table("Beside the reference", [
				textColumn("Metric", ({ task, metric }) => code(`${task}/${metric}`)),
				numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
				numberColumn("Candidate", ({ candidate, unit }) => formatValue(candidate, unit)),
				numberColumn("Reference", ({ value, unit }) => formatValue(value, unit)),
				textColumn("Reached", (row) => ours(reached(row)))
			], metrics),
			...list(unlike.map(({ task, reason }) => inline`not beside it: ${task === "" ? "" : code(task)} ${reason}`))
		]
	};
}
/** A share of the reference's value means something where more is better and nothing is the least. */
function reached(row) {
	const { candidate, value } = row;
	if (worseSign(row) === 1 || value <= 0 || candidate < 0) return "–";
	const share = candidate / value + 1e-9;
	const mark = MARKS.find((each) => share >= each);
	const words = mark === void 0 ? "below 80 %" : `at least ${Math.round(mark * 100)} %`;
	return `${Math.round(share * 100)} % (${words})`;
}

// src/report/sections/reproduce.ts
const COMMAND_LENGTH = 4e3;
/** What a server keeps need not be in place. */
const MLFLOW = /^(?:runs|models):\//;
/** How to come to the same verdict elsewhere, as one command. */
function reproduceSection(file, { context: { directory = "" } }) {
	const { baseline = "", candidate = "", results } = file.provenance.given ?? {};
	const what = results === void 0 ? "checkpoints" : "results";
	const needs = results === true && [baseline, candidate].every((path) => MLFLOW.test(path)) ? "the variables of MLflow set" : `the ${what} in place`;
	const clone = inline`a clone at this commit, with ${ours(needs)}:`;
	const isRoot = /^(?:\.\/?)*$/.test(directory);
	return {
		title: "Reproduce locally",
		blocks: [paragraph(isRoot ? inline`In ${clone}` : inline`In ${code(directory)} of ${clone}`), verbatim(reproduceCommand(file), COMMAND_LENGTH, "sh")]
	};
}
/** Groups and net gains are gated in the config alone. */
const flagOf = (rule) => ruleOf({ rule }).flag === null ? null : `--${rule.replaceAll("_", "-")}`;
/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text) {
	const word = oneLine(text);
	return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** The command that comes to the same verdict on another machine, what inputs or flags said included. */
function reproduceCommand({ gates, policy, policyOrigin, provenance }) {
	const { config, given = {} } = provenance;
	const words = ["weighbridge", given.results === void 0 ? "run" : "gate"];
	if (config.file !== null) words.push("--config", config.file);
	if (policyOrigin !== void 0) words.push("--policy-from", policyOrigin.tip ?? policyOrigin.revision);
	for (const side of ["baseline", "candidate"]) {
		const path = given[side];
		if (path !== void 0) words.push(`--${side}`, path);
	}
	if (given.folds !== void 0) words.push("--folds", given.folds.file);
	for (const { fold, path } of given.folds?.results ?? []) words.push("--fold", `${fold}=${path}`);
	if (given.full === true) words.push("--full");
	const { value, source: chosen } = policy.onInconclusive;
	if (isGiven(chosen)) words.push("--on-inconclusive", value);
	for (const { id, task, metric, rule, limit, average } of gates) {
		const source = policy.limits[id]?.source;
		const flag = flagOf(rule);
		const named = average?.map((each) => `${each.task}/${each.metric}`).join("+") ?? `${task}/${metric}`;
		if (flag !== null && source !== void 0 && isGiven(source)) words.push(flag, `${named}=${limit}`);
	}
	return words.map(shellWord).join(" ");
}
const isGiven = ({ kind }) => kind === "input" || kind === "flag";

// src/report/review.ts
/** As many as somebody reads in half an hour. */
const MOST_REVIEWED = 24;
/** Of these the worst, wherever they are; the others are of the groups that lost most, as long as these have any. */
const WORST = 8;
const FALLEN_GROUPS = 8;
/**
* Samples for people to look at: the worst, then by turns one of each group that lost most samples on balance, the worst of it first.
* @param samples the worst first
*/
function samplesToReview(samples) {
	const changed = samples.filter(({ change }) => change !== "same");
	const worst = changed.slice(0, WORST);
	const lost = /* @__PURE__ */ new Map();
	for (const sample of changed) {
		const group = groupOf(sample);
		lost.set(group, (lost.get(group) ?? 0) + (sample.change === "worse" ? 1 : -1));
	}
	const ranked = [...lost].sort(([, a], [, b]) => b - a).map(([group]) => group);
	const turns = /* @__PURE__ */ new Map();
	const others = changed.slice(WORST).map((sample) => {
		const group = groupOf(sample);
		const turn = turns.get(group) ?? 0;
		turns.set(group, turn + 1);
		return {
			sample,
			turn,
			rank: ranked.indexOf(group)
		};
	});
	const isFallen = ({ sample, rank }) => sample.change === "worse" && rank < FALLEN_GROUPS;
	others.sort((a, b) => Number(isFallen(b)) - Number(isFallen(a)) || a.turn - b.turn || a.rank - b.rank);
	return [...worst, ...others.map(({ sample }) => sample)].slice(0, MOST_REVIEWED);
}
const groupOf = ({ task, group }) => JSON.stringify([task, group]);

// src/report/sections/samples.ts
/** Every sample that changed, to look things up in; before it those that somebody should look at. */
function samplesSection(_file, { samples }) {
	const title = "Samples, one by one";
	const { omitted, tasks, fault } = samples ?? NOTHING;
	if (fault !== void 0) return {
		title,
		blocks: [paragraph(inline`The samples cannot be shown: ${fault}`)]
	};
	if (samples === void 0 || samples.samples.length === 0) return {
		title,
		blocks: []
	};
	const total = (change) => tasks.reduce((sum, { counts }) => sum + counts[change], 0);
	const counts = `${formatCount(total("worse"))} got worse, ${formatCount(total("better"))} got better.`;
	const left = omitted === 0 ? [] : ours(` ${plural(omitted, "sample")} of these had no room here; the worst have.`);
	const picked = samplesToReview(samples.samples);
	const intro = `${plural(picked.length, "sample")} for people to look at, the worst first, then of the groups that lost most`;
	return {
		title,
		blocks: [
			paragraph(inline`${ours(counts)}${left}`),
			...table("Samples picked for review", COLUMNS, picked).map((block) => ({
				kind: "details",
				summary: ours(intro),
				verdict: null,
				isOpen: false,
				children: [block]
			})),
			{
				kind: "samples",
				words: ours("Browsing the samples needs a browser that runs the script of this page.")
			}
		]
	};
}
const NOTHING = {
	omitted: 0,
	tasks: []
};
/** Of a text in a table. */
const CELL = 120;
const COLUMNS = [
	textColumn("Sample", ({ task, id }) => link(id, sampleAnchor(task, id))),
	textColumn("Group", ({ group, task }) => code(group ?? task)),
	textColumn("Asked", ({ asked }) => brief(asked?.question ?? "")),
	textColumn("Expected", ({ asked }) => brief(asked?.reference ?? "")),
	textColumn("Baseline said", ({ baseline }) => brief(baseline.output ?? "")),
	textColumn("Candidate said", ({ candidate }) => brief(candidate.output ?? ""))
];
/** The end of a name that begins with its group's. */
const link = (id, url) => [{
	kind: "link",
	text: oneLine(id.slice(id.lastIndexOf("/") + 1)).slice(0, 12) || "sample",
	url
}];
const brief = (text) => {
	const own = text.replace(/^…/, "").trim();
	return own === "" ? [] : code(own.length > CELL ? `${own.slice(0, 119)}…` : own);
};

// src/report/sections/verdict.ts
/** The verdict with the one number that decided it, and what it does to the merge. */
function verdictSection(file, { context }) {
	const { commit = null, evaluation = null } = context;
	const { verdict, blocked, gates } = file;
	const effect = strong(blocked ? "This blocks the merge." : "This does not block the merge.");
	const isSaid = gates.length === 1 || gates.length > 0 && gates.every((gate) => gate.verdict === "pass");
	const counts = isSaid ? [] : ours(gateCounts(gates));
	return {
		title: null,
		blocks: [{
			kind: "headline",
			verdict,
			words: headlineWords(file),
			content: inline`${titlePrefix(context)}${headline(file, isSaid)}`
		}, paragraph(joined([
			effect,
			commitSentence(commit),
			triesSentence(evaluation),
			counts,
			restsOn(file)
		]))]
	};
}
const OWN_POLICY_TITLE = "By its own config: ";
/**
* Before the headline: what was found of a commit must not look like what is known of a later one, nor what it says by itself like
* what a base branch asks of it.
*/
function titlePrefix({ commit = null, ownPolicy = false }) {
	const age = commit === null || commit.newerHead === null ? "" : "Of an older commit: ";
	return ours(`${ownPolicy ? OWN_POLICY_TITLE : ""}${age}`);
}
function triesSentence(evaluation) {
	if (evaluation === null || evaluation.number < 2) return [];
	const { number, tries } = evaluation;
	const promise = number <= tries ? "" : `, and the policy promises its error for ${tries === 1 ? "one" : tries}`;
	return ours(`This is evaluation ${number} of this pull request${promise}.`);
}
/** Nothing where nobody knows. */
function commitSentence(commit) {
	if (commit === null) return [];
	const { sha, newerHead } = commit;
	const short = (of) => code(of.slice(0, 7));
	return newerHead === null ? inline`Judged at ${short(sha)}.` : inline`Judged at ${short(sha)}; the head of the pull request is ${short(newerHead)} by now, of which this says nothing.`;
}
/** A verdict on part of the samples could be another on all of them, with the error that was allowed: that is no footnote. */
function restsOn({ tasks, gates }) {
	const decided = gates.filter(({ verdict }) => verdict === "pass" || verdict === "regression");
	const parts = tasks.flatMap(({ task, stopped, samples: { candidate } }) => {
		const { evaluated, planned } = candidate;
		if (!(stopped !== void 0 && evaluated > 0 && evaluated < planned) || !decided.some((gate) => rests(gate, task))) return [];
		return [inline`${formatCount(evaluated)} of ${plural(planned, "sample")} of ${code(task)}`];
	});
	if (parts.length === 0) return [];
	return inline`It rests on a part of the samples, drawn in random order until the verdict was known: ${joined(parts, ", ")}.`;
}
/** Below the numbers: what they are of. */
function checkpointsSection({ candidate, baseline, comparability }) {
	if (candidate === null || baseline === null) return {
		title: null,
		blocks: []
	};
	const side = ({ source, digest }) => inline`${code(source)} (${code(formatDigest(digest))})`;
	const line = inline`Candidate ${side(candidate)} against baseline ${side(baseline)}.`;
	const own = comparability.filter(({ field, severity }) => field === "own_prompt" && severity === "soft");
	const tasks = joined(own.map(({ task }) => code(task)), ", ");
	const asked = inline` The baseline is asked with its own prompt on ${tasks} (${code("baseline.prompt")}).`;
	return {
		title: null,
		blocks: [paragraph(own.length === 0 ? line : inline`${line}${asked}`)]
	};
}
/** Where the rest is. Links are built by us, and still checked: a URL with anything odd in it is not shown. */
function linksSection(_, { context: { artifactUrl, pageUrl = null, runUrl }, rung: { name } }) {
	const link = (text, url) => checkedUrl(url) !== null ? [{
		kind: "link",
		text,
		url: url ?? ""
	}] : [];
	const samples = pageUrl === null ? "All samples and the full report" : "All samples";
	const links = joined([
		link("Full report", pageUrl),
		link(samples, artifactUrl),
		link("workflow run", runUrl)
	], " · ");
	return {
		title: null,
		blocks: [...name === LADDER[0].name ? [] : [paragraph(ours(`Shortened to fit (${name}).`))], ...links.length === 0 ? [] : [paragraph(links)]]
	};
}

// src/report/sections/worst-groups.ts
const MOST_GROUPS = 3;
/** Code points of an answer that a line has room for. */
const MOST_SAID = 60;
/** Where a regression lies: the groups that fell most, and the first sample that got worse in the first of them. */
function worstGroupsSection({ gates, tasks }) {
	const blocking = worstFirst(gates).filter(({ tier, cases }) => tier === "blocking" && cases === void 0);
	const regressed = blocking.filter(({ verdict }) => verdict === "regression");
	const places = regressed.flatMap((gate) => placeOf(gate, tasks) ?? []);
	const place = places.find(({ fallen }) => fallen.length > 0) ?? places[0] ?? provenLoss(blocking, tasks);
	if (place === void 0) return {
		title: null,
		blocks: []
	};
	return {
		title: null,
		blocks: [place.gate.verdict === "regression" && isInHeadline(place, regressed[0]) ? [] : groupsLine(place), sampleLine(place)].filter((line) => line.length > 0).map(paragraph)
	};
}
/** What a mean that holds may hide: the groups that fell for certain. */
function provenLoss(blocking, tasks) {
	return blocking.filter(({ verdict }) => verdict !== "invalid").flatMap((gate) => placeOf(gate, tasks) ?? []).map((place) => ({
		...place,
		fallen: place.fallen.filter(({ proven }) => proven === true)
	})).find(({ fallen }) => fallen.length > 0);
}
const isInHeadline = ({ gate, fallen }, first) => gate === first && ruleOf(gate).estimand !== "candidate" && gate.groups?.length === 1 && fallen.every(({ group }) => group === gate.groups?.[0]?.group);
function placeOf(gate, tasks) {
	const task = tasks.find((each) => rests(gate, each.task));
	const metric = task?.metrics.find((each) => each.metric === gate.metric);
	if (task === void 0 || metric === void 0) return null;
	const sign = worseSign(metric);
	const named = ruleOf(gate).estimand === "candidate" ? [] : gate.groups ?? [];
	const isNamed = (group) => named.some((each) => each.group === group);
	const fallen = metric.groups.filter(({ delta }) => sign * delta > 0).map((group) => isNamed(group.group) ? {
		...group,
		proven: true
	} : group);
	return {
		gate,
		task,
		metric,
		fallen: fallenOf(fallen)
	};
}
/** Those that fell most, and one that is proven before any that is not: small groups fall furthest by chance. */
const fallenOf = (groups) => [...groups].sort((a, b) => Number(b.proven === true) - Number(a.proven === true)).slice(0, MOST_GROUPS);
/** What is proven of a group comes first: of many some fall by chance, and no size tells which. */
function groupsLine({ gate, task, fallen, metric: { unit } }) {
	if (fallen.length === 0) return [];
	const named = (groups) => joined(groups.map(({ group, delta, pairs }) => inline`${code(group)} ${formatChange(delta, unit)} (${plural(pairs, "pair")})`), ", ");
	const proven = fallen.filter((group) => group.proven === true);
	const others = fallen.filter((group) => group.proven !== true);
	const of = inline`${gate.verdict === "regression" ? strong("Worst groups") : inline`${strong("Proven losses")} in groups`} of ${code(task.task)}`;
	if (proven.length === 0) return inline`${of}, none proven by itself: ${named(others)}.`;
	const more = others.length === 0 ? [] : inline` Not proven by themselves: ${named(others)}.`;
	return inline`${of}: ${named(proven)}.${more}`;
}
/** Samples are kept of the primary metric alone. */
function sampleLine({ task, metric, fallen }) {
	const sign = worseSign(metric);
	const [group] = fallen;
	const flip = metric.metric === task.primaryMetric ? task.flips.find(({ baseline, candidate, group: own }) => sign * (candidate.score - baseline.score) > 0 && (group === void 0 || own === group.group)) : void 0;
	if (flip === void 0) return [];
	const { id, question, baseline, candidate } = flip;
	const name = question === void 0 ? inline`Such as ${code(formatDigest(id))}` : inline`Such as ${code(question)} (${code(formatDigest(id))})`;
	return baseline.output === null && candidate.output === null ? inline`${name}: ${formatValue(baseline.score, metric.unit)} before, ${formatValue(candidate.score, metric.unit)} now.` : inline`${name}: the baseline said ${said(baseline.output)}, the candidate ${said(candidate.output)}.`;
}
function said(output) {
	if (output === null) return inline`nothing that was kept`;
	return output.trim() === "" ? inline`(empty)` : code(cut(output));
}
function cut(text) {
	const points = Array.from(text.trim().replace(/\s+/g, " "));
	return points.length <= MOST_SAID ? points.join("") : `${points.slice(0, 59).join("")}…`;
}

// src/report/sections/registry.ts
const EVERYWHERE = [
	"comment",
	"page",
	"terminal"
];
/** The report, in the order in which it is read. */
const SECTIONS = [
	{
		build: verdictSection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: worstGroupsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: casesSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: nextStepSection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: policySection,
		media: EVERYWHERE,
		until: "verdict and link"
	},
	{
		build: lockedSplitsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: faultsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: gateTableSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: checkpointsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: crossValidationSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: earlySignSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: warningsSection,
		media: EVERYWHERE,
		until: "worst gates"
	},
	{
		build: driftSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: linksSection,
		media: ["comment"],
		until: "verdict and link"
	},
	{
		build: regressedSection,
		media: ["comment"],
		until: "no flips"
	},
	{
		build: undecidedSection,
		media: ["comment", "terminal"],
		until: "no flips"
	},
	{
		build: diagnosisSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: gateDetailsSection,
		media: ["page"],
		until: "full"
	},
	{
		build: picturesSection,
		media: ["comment", "page"],
		until: "regressed flips only"
	},
	{
		build: fieldsSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: changedSection,
		media: ["comment", "page"],
		until: "fewer flips"
	},
	{
		build: classesSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: curvesSection,
		media: EVERYWHERE,
		until: "regressed flips only"
	},
	{
		build: samplesSection,
		media: ["page"],
		until: "full"
	},
	{
		build: referenceSection,
		media: EVERYWHERE,
		until: "no flips"
	},
	{
		build: comparedSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: costSection,
		media: ["comment", "page"],
		until: "no flips"
	},
	{
		build: reproduceSection,
		media: ["comment", "page"],
		until: "no flips"
	}
];
const heightOf = (name) => LADDER.findIndex((rung) => rung.name === name);
/** What the report says in a place. */
function sectionsFor(file, options) {
	return SECTIONS.filter(({ media, until }) => media.includes(options.medium) && heightOf(options.rung.name) <= heightOf(until)).map(({ build }) => build(file, options)).filter(({ blocks }) => blocks.length > 0);
}

export { sparkline as S, verbatim as _, nextLine as a, asciiChart as b, gateBlocks as c, list as d, numberColumn as f, titled as g, textColumn as h, titlePrefix as i, heading as l, table as m, OWN_POLICY_TITLE as n, waitForNewer as o, paragraph as p, commitSentence as r, mismatchSentence as s, sectionsFor as t, isShortName as u, EVERYTHING as v, asciiFigure as x, LADDER as y };