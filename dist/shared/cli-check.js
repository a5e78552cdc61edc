import { a as noBaseline } from "./app-baselines-choose.js";
import { a as storeOf, n as findBaseline, r as mustFind } from "./app-baselines-find.js";
import { C as mapPaths, I as plural, Pt as messageOf, S as hubModel, T as formatCount, ot as metricsOfGate, st as tasksOfGate, wt as sampleKey, x as describeModel, y as canonicalJson } from "./core-domain-history.js";
import { a as intraclassCorrelation, i as alphaInterval, n as readLabels, o as krippendorffAlpha, r as unreadableLabels, s as middleGrade } from "./app-sides-labels.js";
import { n as lockedSplitRemark, r as lockedSplitUse } from "./core-compare-locked-split.js";
import { r as repeatedQuestions } from "./app-alike.js";
import { c as openHistory, l as placeOf, s as historySoFar } from "./app-history.js";
import { L as ASSUMED_DISCORDANCE, V as locateMetric, o as ruleOf } from "./core-decide-rules-registry.js";
import { n as readRecord } from "./results-store-reader.js";
import { t as compareRuns } from "./core-compare-compare.js";
import { n as judgeGate } from "./core-decide-gate.js";
import { _ as withAskedMetrics, g as metricNamed } from "./core-stats-sequential-flip-rates.js";
import { a as readToJudge } from "./app-sides-stored.js";
import { I as cacheFolder } from "./adapters-process-kill-with-parent.js";
import { o as byHarness } from "./config-resolve.js";
import { t as diskFault } from "./results-store-disk-faults.js";
import { n as unknownCurves } from "./app-sides-curves.js";
import { a as loadConfig, t as fetchSides } from "./app-sides-mlflow.js";
import { i as preparationsOf, n as forEngine, r as lackingIssue, s as sourceIssue } from "./app-sides-sources.js";
import { a as designAhead, c as sizeOf, d as feasibilityOf, f as withForecasts, h as someRendered, i as costOfPlan, l as sizeOfAverage, m as costOf, o as evaluatedOf, r as secondsOf, s as makePlan, t as measuredSpeeds } from "./app-speed.js";
import { m as loadEngine } from "./config-overrides.js";
import { u as engineRunner } from "./config-thresholds.js";
import { n as chatTemplateOf } from "./app-evaluate-open-model.js";
import { n as explainLines } from "./config-explain.js";
import { s as toPlain, t as code, u as formatDuration } from "./report-inline.js";
import { r as fenceLine } from "./report-log-fence.js";
import { i as configOption, l as overridesFromFlags, n as DEFAULT_OUT, r as addOverrides, s as jsonOption, t as DEFAULT_CONFIG } from "./cli-flags.js";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { constants } from "node:fs";
import process$1 from "node:process";
import { access, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/core/compare/annotator-agreement.ts
/** Below this people are usually said to mean different things by the criterion. */
const MARK = .7;
const ALPHA = .05;
const RESAMPLING = {
	resamples: 2e3,
	seed: 1234
};
/** How far several annotators agree on a criterion, in a sentence; null where no answer has the grades of two. */
function annotatorAgreement(answers, criterion) {
	const shared = answers.map((annotations) => annotations.flatMap(({ annotator, grades }) => {
		const grade = grades[criterion];
		return grade === void 0 ? [] : [{
			annotator,
			grade
		}];
	})).filter(({ length }) => length > 1);
	if (shared.length === 0) return null;
	const names = [...new Set(shared.flat().map(({ annotator }) => annotator))].sort();
	const grades = shared.map((annotations) => annotations.map(({ grade }) => grade));
	const who = `${plural(names.length, "annotator")} of ${plural(shared.length, "answer")}`;
	const alpha = krippendorffAlpha(grades);
	if (alpha === null) return `${criterion}: ${who} give all of them one grade, which shows no agreement`;
	const limits = alphaInterval(grades, ALPHA, RESAMPLING);
	const icc = intraclassCorrelation(inOneOrder(shared, names));
	const shown = [...limits === null ? [] : [`90 % interval ${fixed(limits.low)} to ${fixed(limits.high)}`], ...icc === null ? [] : [`ICC(2,1) ${fixed(icc)}`]];
	const beside = shown.length === 0 ? "" : ` (${shown.join(", ")})`;
	const open = grades.filter((each) => middleGrade(each) === null).length;
	const split = open === 0 ? "" : `; of ${plural(open, "answer")} there is no middle grade, and they count nothing`;
	const mark = alpha < MARK ? `, below ${MARK}: who grades decides, so say in the criterion what they see differently, and grade again` : "";
	return `${criterion}: ${who} agree by Krippendorff's alpha of ${fixed(alpha)}${beside}${mark}${split}`;
}
/** The grades of each answer that all have graded, in the order of their names; those of others have no place in an ICC. */
const inOneOrder = (answers, names) => answers.map((annotations) => names.flatMap((name) => annotations.find(({ annotator }) => annotator === name)?.grade ?? []));
const fixed = (value) => value.toFixed(2).replace("-", "−");

// src/core/compare/class-balance.ts
/** Fewer of a class leave its own recall within 20 points either way, at 90 % (normal approximation, at one half). */
const FEWEST_OF_CLASS = 20;
/** Above it a model that always says the same class looks good. */
const LOPSIDED = .8;
/**
* What a task of classes should be told of how often each is right.
* @param classes their names, in order
* @param golds index of the right class of each row
*/
function classBalance(classes, golds) {
	const counts = classes.map((name, index) => ({
		name,
		count: golds.filter((gold) => gold === index).length
	}));
	const rare = counts.filter(({ count }) => count < FEWEST_OF_CLASS);
	const [largest] = counts.toSorted((a, b) => b.count - a.count);
	const of = (each) => `${each.name} ${each.count}`;
	return [...rare.length === 0 ? [] : [`fewer than ${FEWEST_OF_CLASS} rows of ${rare.map(of).join(", ")}: what happens to such a class cannot be seen`], ...largest === void 0 || largest.count <= LOPSIDED * golds.length ? [] : [`${largest.count} of ${golds.length} rows are ${largest.name}: a model that always says so is right there, so gate \`f1_macro\` or \`balanced_accuracy\` (corpus_metrics) beside accuracy`]];
}

// src/app/data-remarks.ts
/** Fewer are enough for nothing but a collapse; more than the larger number are worth their price for tight limits alone. */
const USUAL = {
	least: 100,
	most: 500
};
/** What the author of a config should hear of the data before they are asked; none of it stops anything. */
async function dataRemarks(config, tasks) {
	return [
		...await repeatedQuestions(tasks, config.taskDirectory),
		...tasks.flatMap(sizeRemark),
		...tasks.flatMap(balanceRemarks),
		...await annotators(config),
		...await lockedSplits(config, tasks)
	];
}
function sizeRemark({ config: { name }, prepared: { samples, limit } }) {
	const asked = Math.min(samples.length, limit ?? samples.length);
	return asked >= USUAL.least ? [] : [`${name}: ${plural(asked, "row")} ${asked === 1 ? "is" : "are"} few, ${USUAL.least} to ${USUAL.most} are usual: so few show a collapse and no small loss`];
}
/** Of tasks whose rows all have the same choices: then a choice is a class. */
function balanceRemarks({ config: { name }, prepared }) {
	const shown = prepared.samples.map((sample) => prepared.show(sample, null));
	const [first] = shown;
	const classes = first?.continuations ?? [];
	const isSame = shown.every(({ continuations }) => continuations.join("\0") === classes.join("\0"));
	if (classes.length < 2 || !isSame) return [];
	return classBalance(classes.map((each) => each.trim()), shown.flatMap(({ gold }) => gold ?? [])).map((says) => `${name}: ${says}`);
}
/** Of every file of labels that several people wrote, how far they agree on each criterion. */
async function annotators(config) {
	const remarks = [...(await readLabels(config)).values()].flat().flatMap(({ source: { file, metrics }, answers }) => "fault" in answers ? [] : [...metrics.keys()].flatMap((criterion) => {
		const says = annotatorAgreement([...answers.values()], criterion);
		return says === null ? [] : [`${file}: ${says}`];
	}));
	return [...new Set(remarks)];
}
async function lockedSplits(config, tasks) {
	const locked = tasks.filter(({ config: { split } }) => split === "locked");
	if (locked.length === 0) return [];
	const names = locked.map(({ config: { name } }) => name).join(", ");
	const place = placeOf(config);
	if (place === null) return [`${names}: split: locked counts how often it decides in a history, and none is kept: add \`record: {}\``];
	try {
		const { runs, faults } = await openHistory(place);
		if (faults[0] !== void 0) throw faults[0];
		return locked.map(({ config: { name }, prepared: { datasetDigest } }) => lockedSplitRemark(lockedSplitUse(runs, {
			task: name,
			dataset: datasetDigest,
			alpha: config.policy.alpha.value
		})));
	} catch (error) {
		return [`${names}: how often the locked split decided is not known: ${messageOf(error)}`];
	}
}

// src/config/plan/flips.ts
/** Share of the answers that a candidate is taken to flip. */
const discordanceOf = (named, flips) => measuredFlips(named, flips)?.share ?? .12;
const measuredFlips = ({ task, metric, filter }, flips) => flips.find((each) => each.task === task && each.metric === metric && filter === void 0);
/** Those that compare with what the earlier candidates were compared with. */
const gatesOnBaseline = ({ gates }) => gates.filter(({ against }) => against === void 0);
/** On what the forecasts of gates rest: what was measured, then what had to be assumed. */
function flipWords(config, feasibility, flips) {
	const isForeseen = (id) => feasibility.some(({ gate, forecasts, certifiable }) => {
		const isTold = forecasts !== void 0 && !("missing" in forecasts) && forecasts.length > 0;
		return gate === id && (isTold || certifiable !== null);
	});
	const asked = gatesOnBaseline(config).filter(({ id }) => isForeseen(id)).flatMap(metricsOfGate);
	const isAssumed = asked.some((named) => measuredFlips(named, flips) === void 0);
	const measured = flips.filter((each) => asked.some((named) => measuredFlips(named, [each]) !== void 0));
	const percent = (share) => `${(100 * share).toFixed(1)} %`;
	return [...measured.map(({ task, metric, share, runs, pairs, from }) => `flips of ${task}/${metric}: ${percent(share)} of answers, as measured in ${plural(runs, "earlier run")} with ${formatCount(pairs)} pairs (${from})`), ...isAssumed ? [`flips of ${measured.length === 0 ? "answers" : "other answers"}: ${percent(ASSUMED_DISCORDANCE)} assumed, since no earlier runs of these tasks are kept that tell`] : []];
}

// src/app/earlier-flips.ts
/** Fewer pairs say less than what is assumed: of 200 that flip as often as that, the share has a standard error of 2.3 points. */
const LEAST_PAIRS = 200;
/**
* How many answers earlier candidates flipped, of each metric on which a gate is: as the record of rounds says, else as models kept in the
* store differ. Neither costs a request or a model, and one that cannot be read tells nothing: what is assumed stays.
*/
async function earlierFlips(config, tasks) {
	const place = placeOf(config);
	const store = storeOf(config);
	const file = place?.kind === "file" ? place.file : null;
	const recorded = place === null ? [] : await readable(async () => (await historySoFar(place)).runs);
	const kept = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	for (const { task, metric, filter } of gatesOnBaseline(config).flatMap(metricsOfGate)) {
		const planned = tasks.find((each) => each.config.name === task);
		const key = JSON.stringify([task, metric]);
		if (filter !== void 0 || found.has(key)) continue;
		const digest = planned?.prepared.datasetDigest ?? null;
		const inRecord = pooled(recorded.flatMap((run) => countedIn(run, task, metric, digest) ?? []));
		if (inRecord !== null && file !== null) {
			const shown = relative(process.cwd(), file);
			const from = `record ${shown.startsWith("..") || isAbsolute(shown) ? file : shown}`;
			found.set(key, {
				task,
				metric,
				...inRecord,
				from
			});
			continue;
		}
		if (store === null || digest === null) continue;
		const runs = kept.get(task) ?? await readable(() => runsOf(store, digest));
		kept.set(task, runs);
		const inStore = pooled(pairsOf(runs, metric));
		if (inStore !== null) found.set(key, {
			task,
			metric,
			...inStore,
			from: "models of the store"
		});
	}
	return [...found.values()];
}
async function readable(read) {
	try {
		return await read();
	} catch {
		return [];
	}
}
/** Null where too few were asked. Two of each kind are added (Agresti & Coull 1998): that none was seen does not say that none flips. */
function pooled(counted) {
	const newest = counted.slice(-8);
	const total = (part) => newest.reduce((sum, each) => sum + each[part], 0);
	const pairs = total("pairs");
	if (pairs < LEAST_PAIRS) return null;
	return {
		share: (total("flipped") + 2) / (pairs + 4),
		pairs,
		runs: newest.length
	};
}
/** Of the same questions; null of another set, of a model beside itself, and where nothing flips as scores do. */
function countedIn({ tasks, gates, candidate, baseline, identicalAnswers }, task, metric, digest) {
	const own = tasks.find((each) => each.task === task);
	if (own === void 0 || digest !== null && own.dataset !== digest) return null;
	if (candidate !== null && baseline !== null && candidate.digest === baseline.digest && candidate.adapter_digest === baseline.adapter_digest || identicalAnswers !== void 0) return null;
	const isOfMetric = (gate) => gate.task === task && gate.metric === metric && gate.against === "baseline" && gate.flips !== null;
	const { flips = null, pairs = 0 } = gates.find(isOfMetric) ?? (own.primaryMetric === metric ? own : {});
	return flips === null ? null : {
		flipped: flips.regressed + flips.improved,
		pairs
	};
}
/** Runs of different models that were asked these questions in one way, oldest first; of several ways the one of most models. */
async function runsOf(store, digest) {
	const alike = /* @__PURE__ */ new Map();
	for (const key of await store.entries.keys()) {
		const { fingerprint } = await readRecord(store.entries.folderOf(key));
		if (fingerprint.dataset !== digest) continue;
		const asked = canonicalJson(fingerprint);
		alike.set(asked, [...alike.get(asked) ?? [], key]);
	}
	const [keys = []] = [...alike.values()].sort((one, other) => other.length - one.length);
	const runs = [];
	for (const key of keys) {
		const found = await store.entries.read(key);
		if (found.kind !== "found") continue;
		const { record, samples, origin } = found.entry;
		runs.push({
			record,
			samples,
			date: origin.date
		});
	}
	return runs.sort((one, other) => one.date < other.date ? -1 : 1);
}
/** Each model against the one that was kept first, which is the baseline of the others. */
function pairsOf([first, ...others], metric) {
	if (first === void 0) return [];
	const scoreOf = ({ scores }) => {
		const score = scores[metric];
		return score === 0 || score === 1 ? score : null;
	};
	const scored = new Map(first.samples.map((sample) => [sampleKey(sample), scoreOf(sample)]));
	return others.map(({ samples }) => {
		const both = samples.flatMap((sample) => {
			const [before, after] = [scored.get(sampleKey(sample)) ?? null, scoreOf(sample)];
			return before === null || after === null ? [] : [before !== after];
		});
		return {
			flipped: both.filter((flips) => flips).length,
			pairs: both.length
		};
	});
}

// src/app/judge/blind-gates.ts
/**
* The baseline compared with itself, which is what is known before a candidate has answered.
* @param folder results of the baseline
*/
async function baselineAlone({ gates, policy, prices, directory }, folder) {
	const stored = await readToJudge(resolve(directory, folder), "baseline");
	const runs = withAskedMetrics(stored.runs, gates, prices);
	return compareRuns(runs, runs, [], policy.alpha.value);
}
/**
* Gates that could not fail against this baseline, told before anything is evaluated: judged as if the candidate answered as the
* baseline does.
*/
function blindGates({ gates, policy }, baseline) {
	if (baseline.length === 0) return [];
	return gates.filter(({ against }) => against === void 0).flatMap((gate) => {
		const { blind } = judgeGate(gate, baseline, policy).result;
		if (blind === void 0) return [];
		return [{
			gate: gate.id,
			says: `${gate.id} ${blind}; it stays undecided unless it says allow_floor: true`
		}];
	});
}

// src/app/readiness.ts
/** What of a checkpoint nobody looked at, and when it will be; null where its files were seen. */
function unseenOf(source) {
	switch (source?.kind) {
		case "hub": return "was not looked up: the hub is asked for it when it is evaluated";
		case "endpoint": return "was not asked: whether it answers is seen when it is evaluated";
		case "adapter": return hubModel(source.base) === null ? null : `is there, but for its base ${source.base}, which was not looked up`;
		default: return null;
	}
}
/** What an evaluation needs besides config, data and checkpoints, and `check` cannot vouch for. */
const unseenPrograms = ({ tasks }) => [...byHarness(tasks).keys()].map((harness) => `${harness}: whether the program is installed was not looked at`);
/** Folders into which an evaluation writes and that would refuse it: what, where and why. */
async function unwritableFolders(config, out) {
	const { store, directory } = config;
	const folders = [
		["the run directory", resolve(out)],
		["the cache", cacheFolder(process$1.env)],
		...store === null || store === "default" ? [] : [["the store", resolve(directory, store.path)]]
	];
	return (await Promise.all(folders.map(async ([what, folder]) => {
		const fault = await refusal(folder);
		return fault === null ? [] : [`${what} ${folder} cannot be written: ${fault}`];
	}))).flat();
}
/** Why nothing can be written in a folder, or in the nearest one above it that is there. */
async function refusal(folder) {
	try {
		if (!(await stat(folder)).isDirectory()) return "a file stands where a folder must be";
		await access(folder, constants.W_OK | constants.X_OK);
		return /^\/(?:proc|sys)(?:\/|$)/.test(folder) ? "the system keeps no files there" : null;
	} catch (error) {
		const above = dirname(folder);
		if (error.code === "ENOENT" && above !== folder) return refusal(above);
		return diskFault(error) ?? String(error.code);
	}
}

// src/app/tokenised-cost.ts
/** Samples of a task that are cut into tokens: their mean is known to a few per cent. */
const COUNTED = 200;
/**
* What an evaluation costs in tokens of its own model: prompts as they are asked, chat template and examples included, cut by the
* checkpoint's vocabulary. Null where that is not to be had without loading anything: then the plan's own estimate is all there is.
*/
async function tokenisedCost(plan, signal) {
	const { config, tasks, ofBaseline } = plan;
	const [side, source] = ["candidate", "baseline"].map((each) => [each, config[each]]).find(([, model]) => model !== null && model.kind !== "results") ?? ["candidate", null];
	const all = [...tasks, ...ofBaseline];
	if (source === null || all.length === 0) return null;
	const usesTemplate = all.some(({ config: { runner, options } }) => engineRunner(runner).describe(options).usesChatTemplate);
	const model = usesTemplate ? await chatTemplateOf(config, side, source) : null;
	if (usesTemplate && model === null) return null;
	const rendered = all.map((task) => textsOf(task, model));
	const counts = await countTexts(plan, source, rendered.flat(2), signal);
	if (counts === null) return null;
	let at = 0;
	const means = new Map(rendered.map((samples, index) => {
		let tokens = 0;
		for (const texts of samples) for (const _ of texts) tokens += counts[at++] ?? 0;
		return [all[index], samples.length === 0 ? 0 : tokens / samples.length];
	}));
	return costOfPlan(plan, (task) => {
		const { runner, options, name } = task.config;
		const description = engineRunner(runner).describe(options);
		return costOf(name, description, evaluatedOf(task.prepared), means.get(task) ?? 0);
	});
}
function textsOf({ config, prepared }, model) {
	const specialTokens = engineRunner(config.runner).describe(config.options).usesChatTemplate;
	return someRendered(prepared, COUNTED, model ?? null).map(({ prompt, continuations }) => [prompt, ...continuations].map((text) => ({
		text,
		specialTokens
	})));
}
async function countTexts({ config }, source, texts, signal) {
	const engine = await loadEngine(config.engine);
	if (engine.countTokens === void 0) return null;
	const files = await forEngine(mapPaths(source, (path) => resolve(config.directory, path)));
	return engine.countTokens(files, config.engine, texts, signal).catch(() => null);
}

// src/config/plan/forecasts.ts
/**
* What becomes of candidates under every gate, as far as datasets and the baseline tell: also under gates on tasks that only results know,
* where the baseline has some.
* @param baseline its results compared with themselves; none before it is stored
* @param measured how many answers earlier candidates flipped, where that is known
*/
function forecastsOf(plan, baseline, measured = []) {
	const { config, feasibility } = plan;
	return config.gates.flatMap((gate) => {
		const flips = gate.against === void 0 ? measured : [];
		const [first, ...others] = metricsOfGate(gate).map((named) => metricAhead(named, gate, plan, baseline, flips));
		const known = feasibility.find((each) => each.gate === gate.id);
		if (first === void 0 || first === null || others.includes(null)) return known ?? [];
		const metrics = [first, ...others.filter((each) => each !== null)];
		const evaluation = config.tasks.some(({ name }) => name === gate.task) ? designAhead(config) : "full";
		const isKnown = known !== void 0 && known.samples > 0;
		const isMeasured = gate.rule !== "average" && measuredFlips(first.named, flips) !== void 0;
		const own = isKnown && !isMeasured ? known : feasibilityOf(gate, first.declaration, sizeAhead(gate, metrics), config.policy, evaluation);
		if (own.samples === 0) return own;
		const ahead = {
			metrics,
			evaluation
		};
		return withForecasts(own, ruleOf(gate).forecast(gate, ahead, config.policy), config.policy);
	});
}
function sizeAhead(gate, metrics) {
	const sizes = metrics.map(({ rows, isWhole, discordance }) => ({
		evaluated: rows.length,
		isWhole,
		discordance
	}));
	const [first = {
		evaluated: 0,
		isWhole: false
	}] = sizes;
	if (gate.rule !== "average") return first;
	const total = gate.of.reduce((sum, { weight }) => sum + weight, 0);
	return sizeOfAverage(sizes.map((size, index) => ({
		share: (gate.of[index]?.weight ?? 0) / total,
		size
	})));
}
/** Null where neither a dataset nor results of the baseline tell how many samples there are. */
function metricAhead(named, gate, { tasks }, baseline, flips) {
	const located = locateMetric(named, gate.against === void 0 ? baseline : []);
	const found = "faults" in located || located.metric.aggregates !== void 0 ? null : located;
	const stored = found?.metric ?? null;
	const planned = tasks.find(({ config }) => config.name === named.task);
	const discordance = discordanceOf(named, flips);
	const declaration = planned === void 0 ? stored?.declaration : metricNamed(named.metric, planned.prepared.metrics);
	if (declaration === null || declaration === void 0) return null;
	if (planned !== void 0) {
		const { prepared } = planned;
		return {
			named,
			declaration,
			rows: prepared.samples.slice(0, evaluatedOf(prepared)),
			...sizeOf(planned),
			discordance,
			stored
		};
	}
	if (found === null || stored === null) return null;
	const rows = stored.scores.map(({ key, group }) => {
		const severity = stored.pairOf?.(key)?.baseline?.case?.severity;
		return {
			...group === null ? {} : { group },
			...severity === void 0 ? {} : { severity }
		};
	});
	const isRepeated = stored.repeats !== void 0;
	return {
		named,
		declaration,
		rows,
		isWhole: !found.comparison.limited && stored.varies === void 0,
		isRepeated,
		discordance,
		stored
	};
}

// src/cli/check.ts
const HELP = `
Its last lines say whether all is ready, what is missing, and what to run next; ends with 0 unless config or datasets are wrong.

Examples:
  weighbridge check
  weighbridge check --candidate checkpoints/step-2000.gguf --max-drop facts/acc=1pp
`;
const addCheck = (program, { terminal, signal }) => {
	const command = program.command("check").description("what the config comes to: values in force, feasibility of every gate, cost, and whether all is ready; runs no model").addOption(configOption()).addOption(jsonOption("the plan as JSON")).addHelpText("after", HELP);
	addOverrides(command).action(async (flags) => {
		const request = {
			overrides: overridesFromFlags(flags),
			assumeTasks: true
		};
		const written = await loadConfig(flags.config, request);
		const fetched = await fetchSides(written, terminal);
		const config = fetched.size === 0 ? written : await loadConfig(flags.config, request);
		const found = mustFind(config) ? await findable(config) : null;
		const rough = await makePlan(found === null ? config : {
			...config,
			baseline: found.model
		});
		const tokenised = await tokenisedCost(rough, signal).catch(() => null);
		const plan = tokenised === null ? rough : {
			...rough,
			cost: tokenised
		};
		const isCounted = tokenised !== null;
		const stored = found?.stored ?? await storedIn(config, config.baseline);
		const blind = blindGates(config, stored);
		const flips = await earlierFlips(config, plan.tasks);
		const feasibility = forecastsOf(plan, stored, flips);
		const checkpoints = [];
		const others = ["anchor", "reference"].filter((side) => config[side] !== null);
		for (const side of [
			"candidate",
			"baseline",
			...others
		]) {
			if (side === "baseline" && found !== null) {
				checkpoints.push(found.checkpoint);
				continue;
			}
			const source = config[side];
			if (source === null && config.tasks.length === 0) {
				checkpoints.push(namedLater(side));
				continue;
			}
			const issue = fetched.get(side) ?? await sourceIssue(config, side) ?? await lackingIssue(config, side);
			checkpoints.push({
				side,
				source: source === null ? null : describeModel(source),
				unseen: unseenOf(source),
				preparations: source === null || issue !== null ? [] : await preparationsOf(config, source, side),
				problem: issue === null ? null : messageOf(issue)
			});
		}
		const machine = await lookAtMachine(config);
		const data = await dataRemarks(config, plan.tasks);
		const missing = missingOf(checkpoints, machine);
		const looked = {
			feasibility,
			flips,
			isCounted,
			blind,
			data,
			...machine
		};
		terminal.print(flags.json ? JSON.stringify({
			config,
			checkpoints,
			...summary(plan),
			...looked,
			ready: missing.length === 0,
			missing
		}, null, 2) : [
			...describe({
				...plan,
				feasibility
			}, flips, isCounted, checkpoints, blind, data, machine),
			"",
			...ending(plan, looked, checkpoints, missing, flags)
		].join("\n"));
	});
};
/** Tries the sources of the baseline without evaluating anything. */
async function findable(config) {
	const scratch = await mkdtemp(join(tmpdir(), "weighbridge-"));
	try {
		const { found, attempts, bootstrap } = await findBaseline(config, { scratch });
		const [first] = found;
		const source = first === void 0 ? null : `${describeModel(first.source)} (found by ${first.name})`;
		if (first === void 0 && bootstrap) return {
			model: null,
			stored: [],
			checkpoint: {
				side: "baseline",
				source: "none",
				unseen: "is kept yet: this run would make the first one (bootstrap)",
				preparations: [],
				problem: null
			}
		};
		return {
			model: first?.source ?? null,
			stored: await storedIn(config, first?.source ?? null),
			checkpoint: {
				side: "baseline",
				source,
				unseen: unseenOf(first?.source ?? null),
				preparations: first === void 0 ? [] : await preparationsOf(config, first.source, "baseline"),
				problem: first === void 0 ? noBaseline(attempts).describe() : null
			}
		};
	} finally {
		await rm(scratch, { recursive: true });
	}
}
/** Of weights that are yet to be evaluated nothing is known. */
const storedIn = async (config, baseline) => baseline?.kind === "results" ? baselineAlone(config, baseline.path) : [];
/** Of a config that judges results: whoever judges names them. */
const namedLater = (side) => ({
	side,
	source: "none",
	unseen: "is named yet: `weighbridge gate` is given its results",
	preparations: [],
	problem: null
});
/** What a verdict would lack as things stand; what is only shown beside it is not. */
const missingOf = (checkpoints, machine) => [
	...checkpoints.flatMap(({ side, problem }) => problem === null || side === "reference" ? [] : [side]),
	...machine.unwritable.length === 0 ? [] : ["a folder to write to"],
	...machine.curves.length === 0 ? [] : ["training curves"],
	...machine.labels.length === 0 ? [] : ["labels"]
];
/** What somebody who reads nothing else has to know. */
function ending({ config, warnings, feasibility }, { blind, unseen: programs }, checkpoints, missing, flags) {
	const given = flags.config === "weighbridge.yml" ? "" : ` --config ${flags.config}`;
	const same = Object.keys(overridesFromFlags(flags)).length === 0 ? "" : ", with the flags of this check";
	if (missing.length > 0) return [`NOT READY: ${missing.join(", ")}`, `Next: mend what is NOT READY above, then \`weighbridge check${given}\` again`];
	const unseen = [...checkpoints.flatMap(({ side, source, unseen }) => unseen === null || source === "none" ? [] : [side]), ...programs.length === 0 ? [] : ["programs"]];
	const next = config.tasks.length > 0 ? `run${given}` : `gate --config ${flags.config} --baseline RESULTS --candidate RESULTS`;
	const gates = feasibility.length;
	return [
		`Ready${unseen.length === 0 ? "" : `, but for what was not looked at: ${unseen.join(", ")}`}`,
		...warnings.length === 0 ? [] : [`${warnings.length} of ${plural(gates, "gate")} may end undecided with datasets of this size`],
		...blind.length === 0 ? [] : [`${plural(blind.length, "gate")} cannot see a loss`],
		`Next: \`weighbridge ${next}\`${same}`
	];
}
async function lookAtMachine(config) {
	const [unwritable, curves, labels, speeds] = await Promise.all([
		unwritableFolders(config, DEFAULT_OUT),
		unknownCurves(config),
		unreadableLabels(config),
		measuredSpeeds(config)
	]);
	return {
		unwritable,
		curves,
		labels,
		unseen: unseenPrograms(config),
		speeds
	};
}
/** By what this machine measured: as is expected where the candidate may end early, and at most. */
function durations(plan, speeds) {
	const { config, cost, feasibility } = plan;
	const mayEnd = config.candidate?.kind !== "results" && config.evaluation.value === "sequential";
	const figures = cost.tasks.map((task) => {
		const tokens = task.promptTokens + task.outputTokens;
		const found = secondsOf({
			task: task.task,
			samples: task.samples,
			tokens
		}, speeds);
		const shares = config.gates.filter((gate) => tasksOfGate(gate).includes(task.task)).map(({ id }) => feasibility.find(({ gate }) => gate === id)?.expectedShare ?? 1);
		const share = mayEnd && shares.length > 0 ? Math.min(1, Math.max(...shares)) : 1;
		return found === null ? null : {
			...found,
			share
		};
	});
	const known = figures.filter((figure) => figure !== null);
	const [first] = known;
	if (first === void 0 || known.length < figures.length || cost.checkpoints === 0) return [];
	const most = known.reduce((total, figure) => total + figure.seconds, 0) * cost.checkpoints;
	const early = known.reduce((total, figure) => total + figure.seconds * (1 - figure.share), 0);
	const by = [...new Set(known.map((figure) => figure.by))].map(({ model, task, rate, date, times }) => `${toPlain(code(model))} on ${toPlain(code(task))}, ${rate.toPrecision(3)} samples a second on ${date}${times === 1 ? "" : ", by the size of its files"}`).slice(0, 3);
	const expected = early > 0 ? `about ${formatDuration(most - early)} expected, since the candidate may end early; ` : "";
	return [`${expected}${expected === "" ? "about" : "at most"} ${formatDuration(most)}, by what this machine measured: ${by.join("; ")}`];
}
function judging(task, judges) {
	const { requests, promptTokens, outputTokens, money } = judges;
	const tokens = `at most about ${count(promptTokens)} tokens read and ${count(outputTokens)} written`;
	const price = money === null ? "" : `, ${money.toPrecision(3)} in money`;
	return `  ${task}: a judge is asked ${count(requests)} times for each checkpoint, ${tokens}${price}`;
}
const summary = ({ warnings, cost }) => ({
	warnings,
	cost
});
const count = (value) => value.toLocaleString("en-US");
function describe(plan, flips, isCounted, checkpoints, blind, data, machine) {
	const { tasks, checkpoints: evaluated, total } = plan.cost;
	const evaluations = `${plural(evaluated, "checkpoint")} to evaluate`;
	return [
		"Values in force",
		...explainLines(plan.config).map((line) => `  ${line}`),
		"",
		...plan.config.tasks.length > 0 ? [] : ["No tasks: this config judges existing results, with `weighbridge gate`", ""],
		"Checkpoints",
		...checkpoints.flatMap(({ side, source, unseen, preparations, problem }) => problem === null ? [`  ${side}: ${source} ${unseen ?? "is there"}`, ...preparations.map((says) => `  ${side}, before its first task: ${says}`)] : [`  ${side}: NOT READY: ${problem.replaceAll("\n", "\n  ")}`]),
		...machine.unwritable.map((says) => `  NOT READY: ${says}`),
		...machine.curves.map((says) => `  NOT READY: training curves: ${says.replaceAll("\n", "\n  ")}`),
		...machine.labels.flatMap((says) => `NOT READY: labels: ${says}`.split("\n").map(fenceLine)),
		...machine.unseen.map((says) => `  ${says}`),
		"",
		"Gates",
		...plan.feasibility.map(({ says }) => `  ${says}`),
		...blind.map(({ says }) => `  ${says}`),
		...flipWords(plan.config, plan.feasibility, flips).map(fenceLine),
		...plan.draws.map((says) => `  ${says}`),
		"",
		...data.length === 0 ? [] : [
			"Data",
			...data.map(fenceLine),
			""
		],
		"Cost",
		...tasks.map(({ task, samples, repeats }) => `  ${task}: ${plural(samples, "sample")}${repeats === 1 ? "" : `, ${count(repeats)} answers to each`}`),
		...tasks.flatMap(({ task, judges }) => judges === void 0 ? [] : [judging(task, judges)]),
		`  ${evaluations}: ${plural(total.samples, "sample")}, about ${count(total.promptTokens)} tokens read, at most ${count(total.outputTokens)} written (${isCounted ? "prompts as they are asked, cut by the checkpoint’s own vocabulary" : "guessed by the bytes of prompts: no vocabulary is at hand before the engine is"})`,
		...durations(plan, machine.speeds).map((says) => `  ${says}`)
	];
}

export { addCheck };