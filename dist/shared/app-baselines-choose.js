import { B as FINGERPRINT_FIELDS, jt as WeighbridgeError, y as canonicalJson } from "./core-domain-history.js";
import { a as readToJudge, s as sideFolder } from "./app-sides-stored.js";
import { n as findBaseline, r as mustFind } from "./app-baselines-find.js";
import { join, resolve } from "node:path";

// src/app/baselines/choose.ts
/**
* Tries the sources of the baseline.
* @param written the config at hand
* @param taken the same with the base branch's baselines, where those count
* @returns null where the config names the baseline by one path, and nothing is to be taken in its place
*/
async function findBaselines(written, search, taken = written) {
	if (mustFind(taken)) return findBaseline(taken, search);
	const isMoved = taken.baselines !== written.baselines;
	const mayBeCommitted = taken.baseline?.kind === "results" && search.committed != null;
	if (taken.baseline === null || !(mayBeCommitted || isMoved)) return null;
	const found = await findBaseline(taken, search);
	return canonicalJson(found.found[0]?.source ?? null) === canonicalJson(written.baseline) ? null : found;
}
/** Where what is found on this machine is written. */
const foundIn = (out) => ({ scratch: join(out, "found-baseline") });
/** The same choice once it is known what the candidate was asked. */
async function chooseAfter(config, found, out) {
	const { runs } = await readToJudge(sideFolder(config, "candidate", out), "candidate");
	return chooseBaseline(config, found, runs.map(({ record }) => record));
}
/**
* Results whose settings differ from the candidate's in nothing but declared changes are set aside, so that the baseline is
* evaluated again: two settings are never compared.
* @param candidate records of the candidate; where there are none yet, the first found stands
*/
async function chooseBaseline(config, { found, attempts }, candidate) {
	const setAside = /* @__PURE__ */ new Map();
	let chosen = null;
	for (const baseline of found) {
		const changed = await declaredChanges(config, baseline, candidate);
		if (changed === null) {
			chosen = baseline;
			break;
		}
		setAside.set(baseline.name, `set aside for the declared change of ${changed.join(", ")}`);
	}
	const told = attempts.flatMap(({ source, reason }) => {
		const now = reason ?? setAside.get(source) ?? null;
		return now !== null || source === chosen?.name ? [{
			source,
			reason: now
		}] : [];
	});
	return {
		baseline: chosen,
		attempts: told
	};
}
/** The declared settings in which a stored baseline differs, where those are all that differ; else null. */
async function declaredChanges({ acceptChange, directory }, { source }, candidate) {
	if (source.kind !== "results" || acceptChange.length === 0) return null;
	const { runs } = await readToJudge(resolve(directory, source.path), "baseline");
	const accepted = new Set(acceptChange.filter((field) => field !== "tokenizer"));
	const changed = /* @__PURE__ */ new Set();
	for (const { task, fingerprint } of candidate) {
		const other = runs.find(({ record }) => record.task === task)?.record.fingerprint;
		if (other === void 0) continue;
		for (const field of Object.keys(FINGERPRINT_FIELDS)) if (FINGERPRINT_FIELDS[field].severity === "hard" && field !== "tokenizer" && fingerprint[field] !== other[field]) changed.add(field);
	}
	return changed.size > 0 && [...changed].every((field) => accepted.has(field)) ? [...changed] : null;
}
/** The config with the baseline that was found; without one it names none. */
const withBaseline = (config, { baseline }) => ({
	...config,
	baseline: baseline?.source ?? null
});
/** Why there is nothing to compare with, and how to make it: every source with its reason. */
function noBaseline(attempts) {
	const tried = attempts.map(({ source, reason }) => `${source}: ${reason}`).join("; ");
	return new WeighbridgeError("data", `there is no baseline. ${tried}`, { fix: "evaluate the accepted model and keep it: `weighbridge evaluate --role candidate --candidate MODEL --out base`, then `weighbridge baseline bless base`; or name its weights as the last source; or set `bootstrap: true` and run on the default branch" });
}
/** How the baseline was found, for the report; undefined where one path was named and all of it evaluated. */
function provenanceOf({ baseline, baselines, acceptChange }, chosen, runs) {
	const isStored = baseline?.kind === "results";
	const dates = isStored && baselines.maxAgeDays !== null ? runs.map(({ record }) => dated(record)) : [];
	const reused = runs.flatMap(({ record }) => record.reused?.origin ?? []);
	const origin = oldest(reused) ?? chosen?.baseline?.origin ?? oldest(dates);
	if (chosen === null && origin === null && acceptChange.length === 0) return void 0;
	return {
		attempts: chosen?.attempts ?? [],
		origin,
		max_age_days: baselines.maxAgeDays,
		accepted: isStored ? [] : acceptChange.filter((field) => field !== "tokenizer")
	};
}
const dated = ({ finished, started }) => ({
	commit: null,
	date: finished ?? started,
	by: null
});
const oldest = (origins) => origins.reduce((first, each) => first === null || each.date < first.date ? each : first, null);

export { noBaseline as a, foundIn as i, chooseBaseline as n, provenanceOf as o, findBaselines as r, withBaseline as s, chooseAfter as t };