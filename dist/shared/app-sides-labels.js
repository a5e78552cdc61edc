import { l as isNative } from "./config-resolve.js";
import { It as shortLine, Pt as messageOf, jt as WeighbridgeError, wt as sampleKey } from "./core-domain-history.js";
import { It as bcaLimit, Lt as bootstrapStatistic } from "./core-stats-sequential-flip-rates.js";
import { _ as record, m as number, u as int, v as strictObject, x as union, y as string } from "./npm-zod.js";
import { G as sum } from "./core-metrics-repeats.js";
import { u as engineRunner } from "./config-thresholds.js";
import { I as sha256Hex } from "./tasks-runners-native-describe.js";
import { resolve } from "node:path";

// src/core/stats/annotators.ts
/**
* Krippendorff's α of any number of annotators, of whom each may have graded other answers: 1 − D_o / D_e, with the squared distance
* of grades (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"). On a scale of two levels it is that of names; for
* two annotators it is κ with quadratic weights but for terms in 1/n, and for many answers the intraclass correlation.
*
* @returns null where no answer has two grades, and where all grades are alike, so that chance alone agrees fully
*/
function krippendorffAlpha(answers) {
	const value = alphaOf(momentsOf(answers), () => 1);
	return Number.isFinite(value) ? value : null;
}
/**
* Limits of α by resampling answers (BCa), each with error `alpha`; null where resampling cannot tell, as for few answers.
* Its error was measured by simulation (annotators.slow.test.ts).
*/
function alphaInterval(answers, alpha, resampling) {
	const moments = momentsOf(answers);
	if (moments.length < LEAST_ANSWERS) return null;
	const found = bootstrapStatistic({
		units: moments.length,
		value: (times) => alphaOf(moments, (index) => times[index] ?? 0),
		without: (unit) => alphaOf(moments, (index) => index === unit ? 0 : 1)
	}, resampling);
	return found === null ? null : {
		low: bcaLimit(found, alpha),
		high: bcaLimit(found, 1 - alpha)
	};
}
/** Of fewer, a resample shows too little of what others would have been. */
const LEAST_ANSWERS = 50;
const momentsOf = (answers) => answers.filter(({ length }) => length > 1).map((grades) => ({
	m: grades.length,
	s1: sum(grades),
	s2: sum(grades.map((grade) => grade ** 2))
}));
/** Over ordered pairs of grades: those of one answer, and all. @returns NaN where it is undefined */
function alphaOf(moments, timesOf) {
	let [n, all1, all2, within] = [
		0,
		0,
		0,
		0
	];
	for (const [index, { m, s1, s2 }] of moments.entries()) {
		const times = timesOf(index);
		n += times * m;
		all1 += times * s1;
		all2 += times * s2;
		within += times * (2 * (m * s2 - s1 ** 2)) / (m - 1);
	}
	const expected = 2 * (n * all2 - all1 ** 2) / (n - 1);
	return expected > 1e-9 * Math.max(1, all2) ? 1 - within / expected : NaN;
}
/**
* ICC(2,1) of Shrout & Fleiss 1979: absolute agreement of one annotator with any other, all of whom graded every answer, as of a two-way
* analysis of variance in which both are drawn at random.
* @param answers the grades of each, in the order of the annotators
* @returns null where it is undefined
*/
function intraclassCorrelation(answers) {
	const [n, k] = [answers.length, answers[0]?.length ?? 0];
	if (n < 2 || k < 2 || answers.some(({ length }) => length !== k)) return null;
	const mean = sum(answers.map(sum)) / (n * k);
	const rows = answers.map((grades) => sum(grades) / k);
	const columns = Array.from({ length: k }, (_, j) => sum(answers.map((grades) => grades[j] ?? 0)) / n);
	const squares = (values) => sum(values.map((value) => (value - mean) ** 2));
	const [ofRows, ofColumns] = [k * squares(rows), n * squares(columns)];
	const residual = Math.max(0, squares(answers.flat()) - ofRows - ofColumns) / ((n - 1) * (k - 1));
	const [answersMean, annotatorsMean] = [ofRows / (n - 1), ofColumns / (k - 1)];
	const whole = answersMean + (k - 1) * residual + k * (annotatorsMean - residual) / n;
	return whole > 0 ? (answersMean - residual) / whole : null;
}
/** What several annotators agreed on: the grade in the middle, or null where two of an even number stand there. */
function middleGrade(grades) {
	const sorted = grades.toSorted((a, b) => a - b);
	const [lower, upper] = [sorted[sorted.length - 1 >> 1], sorted[sorted.length >> 1]];
	return lower !== void 0 && lower === upper ? lower : null;
}

// src/app/sides/labels.ts
const digest = string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");
const grades = record(string().min(1), number());
const common = {
	id: union([string(), int()]),
	annotator: string().min(1).optional(),
	labels: grades
};
const row = union([strictObject({
	...common,
	answer: string()
}), strictObject({
	...common,
	answer_digest: digest
})]);
/**
* Reads what people graded. A file that cannot be read is a fault of its task's gates, and of nothing else.
* @param asked whose tasks were asked, where those of the base branch were: of a file that both name its content counts
*/
async function readLabels(config, asked = config) {
	const found = await readOwn(asked);
	if (asked === config) return found;
	for (const [task, own] of await readOwn(config)) {
		const known = found.get(task) ?? [];
		const files = new Set(known.map(({ source }) => source.file));
		found.set(task, [...known, ...own.filter(({ source }) => !files.has(source.file))]);
	}
	return found;
}
async function readOwn({ tasks, taskDirectory }) {
	const found = /* @__PURE__ */ new Map();
	for (const task of tasks.filter(isNative)) {
		const named = sourcesOf(task);
		const sources = [];
		for (const source of named) {
			const sharing = named.filter(({ file }) => file === source.file);
			const criteria = new Set(sharing.flatMap(({ metrics }) => [...metrics.keys()]));
			sources.push({
				source,
				answers: await readSource(resolve(taskDirectory, source.file), criteria)
			});
		}
		if (sources.length > 0) found.set(task.name, sources);
	}
	return found;
}
/** Why gates on judges could not be judged by the labels that they name: a cheap look, before an evaluation that is none. */
async function unreadableLabels(config) {
	const files = await readOwn(config);
	const faults = config.tasks.filter(isNative).flatMap((task) => {
		const scales = new Map(engineRunner(task.runner).describe(task.options).metrics.map((metric) => [metric.name, metric]));
		return (files.get(task.name) ?? []).flatMap(({ source, answers }) => {
			const fault = "fault" in answers ? answers.fault : offScale(source, answers, scales);
			return fault === null ? [] : [`${task.name}: ${fault}`];
		});
	});
	return [...new Set(faults)];
}
function sourcesOf(task) {
	return isNative(task) ? engineRunner(task.runner).describe(task.options).labels ?? [] : [];
}
async function readSource(file, criteria) {
	try {
		const { readRows } = await import("./tasks-datasets-load-on-need.js");
		const answers = /* @__PURE__ */ new Map();
		for (const { line, fields } of await readRows(file)) {
			const at = {
				file,
				line
			};
			const { data, error } = row.safeParse(fields);
			if (data === void 0) throw new WeighbridgeError("data", `this is no label: ${error?.issues[0]?.message ?? ""}`, {
				at,
				fix: "give each line `id`, `answer` or `answer_digest`, and `labels`, a number of the scale for each criterion"
			});
			const unknown = Object.keys(data.labels).find((name) => !criteria.has(name));
			if (unknown !== void 0) throw new WeighbridgeError("data", `the judge has no criterion ${JSON.stringify(shortLine(unknown, 100))}`, {
				at,
				fix: `use ${[...criteria].join(", ")}`
			});
			const place = placeOf(String(data.id), "answer" in data ? sha256Hex(data.answer) : data.answer_digest);
			const { annotator, labels } = data;
			const others = answers.get(place) ?? [];
			const known = others.find((other) => annotator === void 0 || [void 0, annotator].includes(other.annotator));
			if (known !== void 0) throw new WeighbridgeError("data", `the same answer has its grades in line ${known.line} too`, {
				at,
				fix: "give each answer one line, with what its graders agreed on, or one of each `annotator`"
			});
			answers.set(place, [...others, {
				line,
				annotator,
				grades: labels
			}]);
		}
		return answers;
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		return { fault: messageOf(error) };
	}
}
const placeOf = (id, answer) => JSON.stringify([id, answer]);
/**
* What people said of the answers that two sides gave.
* @param files of the config at hand; another config's tasks may name labels that nobody read
*/
function labelsOf({ tasks }, files, baseline, candidate) {
	const found = /* @__PURE__ */ new Map();
	for (const task of tasks) {
		const runOf = (runs) => runs.find(({ record }) => record.task === task.name);
		const runs = {
			baseline: runOf(baseline),
			candidate: runOf(candidate)
		};
		for (const source of sourcesOf(task)) {
			const read = files?.get(task.name)?.find((each) => each.source.file === source.file);
			const labels = taskLabels(source, read, runs);
			const before = found.get(task.name);
			found.set(task.name, {
				file: source.file,
				fault: before?.fault ?? labels.fault,
				metrics: new Map([...before?.metrics ?? [], ...labels.metrics])
			});
		}
	}
	return found;
}
function taskLabels({ file, metrics }, read, runs) {
	const faulty = (fault) => ({
		file,
		fault,
		metrics: /* @__PURE__ */ new Map()
	});
	if (read === void 0) return faulty(`the labels in ${file} are not at hand where the verdict is made`);
	const { answers } = read;
	const scales = declarationsOf(runs.candidate ?? runs.baseline);
	const fault = "fault" in answers ? answers.fault : offScale({
		file,
		metrics
	}, answers, scales);
	if ("fault" in answers || fault !== null) return faulty(fault ?? "");
	const gradings = /* @__PURE__ */ new Map();
	for (const [criterion, metric] of metrics) {
		const ofSide = (run) => gradesOf(run, answers, criterion);
		gradings.set(metric, {
			baseline: ofSide(runs.baseline),
			candidate: ofSide(runs.candidate)
		});
	}
	return {
		file,
		fault: null,
		metrics: gradings
	};
}
/** The first grade that the judge could not have given; null where there is none, or nobody knows its scale. */
function offScale({ file, metrics }, answers, scales) {
	for (const [criterion, metric] of metrics) {
		const { judge } = scales.get(metric) ?? {};
		for (const { line, grades: given } of [...answers.values()].flat()) {
			const grade = given[criterion];
			if (judge === void 0 || grade === void 0 || isOnScale(grade, judge)) continue;
			const { min, max, step = 1 } = judge;
			return `${file}, line ${line}: ${grade} for ${criterion}, and the scale goes from ${min} to ${max} in steps of ${step}`;
		}
	}
	return null;
}
const isOnScale = (grade, { min, max, step = 1 }) => grade >= min && grade <= max && Number.isInteger((grade - min) / step);
const declarationsOf = (run) => new Map((run?.record.metrics ?? []).map((metric) => [metric.name, metric]));
function gradesOf(run, answers, criterion) {
	const graded = /* @__PURE__ */ new Map();
	const ids = new Set([...answers.keys()].map((place) => String(JSON.parse(place)[0])));
	for (const sample of run?.samples ?? []) {
		if (sample.output === void 0 || !ids.has(sample.id)) continue;
		const given = answers.get(placeOf(sample.id, sha256Hex(sample.output))) ?? [];
		const grade = middleGrade(given.flatMap(({ grades: own }) => own[criterion] ?? []));
		if (grade !== null) graded.set(sampleKey(sample), grade);
	}
	return graded;
}

export { intraclassCorrelation as a, alphaInterval as i, readLabels as n, krippendorffAlpha as o, unreadableLabels as r, middleGrade as s, labelsOf as t };