import { i as Option, r as InvalidArgumentError } from "./npm-commander.js";
import { t as markdownTable } from "./npm-markdown-table.js";
import { t as require_saxes } from "./npm-saxes.js";
import { I as plural, Lt as EXIT_CODES, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { i as request } from "./adapters-http-client.js";
import { r as readSideResults } from "./app-sides-stored.js";
import { a as storeOf, c as unblessable, f as parseBlessing, i as originHere, l as ENTRY_FILE, p as parseEntry, s as BaselineStore, t as defaultStore, u as Entries } from "./app-baselines-find.js";
import { n as makeDirectory } from "./results-store-disk-faults.js";
import { n as RUN_FILE, r as SAMPLES_FILE } from "./results-store-layout.js";
import { a as loadConfig } from "./app-sides-mlflow.js";
import { l as daysBetween, s as toPlain, t as code } from "./report-inline.js";
import { n as DEFAULT_OUT, s as jsonOption, t as DEFAULT_CONFIG } from "./cli-flags.js";
import { dirname, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";

// src/adapters/http/bucket.ts
var import_saxes = require_saxes();
/** A baseline's samples are one object, and may be large. */
const LIMITS = {
	totalMs: 12e4,
	bytes: 2 * 1024 ** 3
};
/**
* Opens `s3://bucket/prefix` with the variables that every S3 tool reads: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
* `AWS_SESSION_TOKEN`, `AWS_REGION`, and `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL` for services that are not Amazon's.
* @throws WeighbridgeError `usage` for another address, or where a variable is missing
*/
async function openBucket(address, environment) {
	const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,62})(?:\/(.*))?$/.exec(address) ?? [];
	if (bucket === void 0) throw new WeighbridgeError("usage", `${JSON.stringify(address)} is not the address of a bucket`, { fix: "write s3://bucket or s3://bucket/prefix" });
	const prefix = path.replace(/\/+$/, "") === "" ? "" : `${path.replace(/\/+$/, "")}/`;
	const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? "us-east-1";
	const service = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`;
	const { AwsClient } = await import("./npm-aws4fetch-aws4fetch.esm.js");
	const client = new AwsClient({
		accessKeyId: required(environment, "AWS_ACCESS_KEY_ID"),
		secretAccessKey: required(environment, "AWS_SECRET_ACCESS_KEY"),
		...environment.AWS_SESSION_TOKEN === void 0 ? {} : { sessionToken: environment.AWS_SESSION_TOKEN },
		service: "s3",
		region
	});
	return new Bucket(client, address, `${service.replace(/\/+$/, "")}/${bucket}`, prefix);
}
/** A place on an S3-compatible service, as far as a store needs one. */
var Bucket = class {
	#client;
	#address;
	#url;
	#prefix;
	constructor(client, address, url, prefix) {
		this.#client = client;
		this.#address = address;
		this.#url = url;
		this.#prefix = prefix;
	}
	/** Keys below the prefix of the address, without it. */
	async list() {
		const keys = [];
		for (let token = ""; token !== void 0;) {
			const page = new URLSearchParams({
				"list-type": "2",
				prefix: this.#prefix
			});
			if (token !== "") page.set("continuation-token", token);
			const found = await this.#ask("list its objects", `?${page}`, async (response) => {
				if (response.status === 404) throw new Error("there is no such bucket");
				return textsOf(await response.text(), ["Key", "NextContinuationToken"]);
			});
			keys.push(...(found.get("Key") ?? []).map((key) => key.slice(this.#prefix.length)));
			[token] = found.get("NextContinuationToken") ?? [];
		}
		return keys;
	}
	/** Null where there is none. */
	get(key) {
		return this.#ask(`give ${key}`, this.#pathOf(key), async (response) => response.status === 404 ? null : Buffer.from(await response.arrayBuffer()));
	}
	put(key, content) {
		const headers = { "x-amz-content-sha256": createHash("sha256").update(content).digest("hex") };
		return this.#ask(`take ${key}`, this.#pathOf(key), async (response) => {
			if (response.status === 404) throw new Error("there is no such bucket");
		}, {
			method: "PUT",
			body: new Uint8Array(content),
			headers
		});
	}
	#pathOf(key) {
		return `/${`${this.#prefix}${key}`.split("/").map(encodeURIComponent).join("/")}`;
	}
	/** @param read given what was found, or a status of 404 */
	async #ask(what, path, read, init = {}) {
		try {
			const signed = await this.#client.sign(`${this.#url}${path}`, init);
			const { method, headers } = signed;
			const sent = {
				method,
				headers,
				redirect: "error",
				body: init.body ?? null
			};
			const response = await request(signed.url, sent, LIMITS);
			if (response.ok || response.status === 404) return await read(response);
			const [, code = ""] = /<Code>(\w+)</.exec(await response.text()) ?? [];
			throw new Error(`HTTP ${response.status} ${code}`.trim());
		} catch (cause) {
			throw new WeighbridgeError("platform", `${this.#address} did not ${what}: ${messageOf(cause)}`, {
				fix: "check the address, AWS_REGION, AWS_ENDPOINT_URL and that the keys may list, read and write there",
				cause
			});
		}
	}
};
/** The texts of the elements of these names, in their order. @throws Error for what is not XML */
function textsOf(xml, names) {
	const texts = new Map(names.map((name) => [name, []]));
	const parser = new import_saxes.SaxesParser();
	let text = "";
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", () => {
		text = "";
	});
	parser.on("text", (piece) => {
		text += piece;
	});
	parser.on("closetag", ({ name }) => texts.get(name)?.push(text));
	parser.write(xml).close();
	return texts;
}
function required(environment, name) {
	const value = environment[name];
	if (value !== void 0 && value !== "") return value;
	throw new WeighbridgeError("usage", `${name} is not set`, { fix: "set the keys of the bucket as environment variables" });
}

// src/app/baselines/bless.ts
/**
* The runs of a side. Without a side the candidate is meant, which was merged; a candidate that stopped once its gates were decided
* cannot be compared with, so the baseline of the same run is taken where that is whole, and it is said.
* @throws WeighbridgeError for runs that cannot be blessed
*/
async function runsToBless(path, side) {
	const candidate = await read(path, side ?? "candidate");
	if (side !== void 0 || candidate.fault === null) return sound(candidate, null);
	const baseline = await read(path, "baseline");
	if (baseline.fault !== null) return sound(candidate, null);
	return sound(baseline, `the baseline of this run is blessed again, since its candidate cannot be: ${messageOf(candidate.fault)}`);
}
function sound({ runs, fault }, remark) {
	if (fault !== null) throw fault;
	return {
		runs,
		remark
	};
}
async function read(path, side) {
	try {
		const { runs, faults } = await readSideResults(path, side);
		return {
			runs,
			fault: faults[0] ?? unblessable(runs)
		};
	} catch (error) {
		if (error instanceof WeighbridgeError) return {
			runs: [],
			fault: error
		};
		throw error;
	}
}

// src/app/baselines/sync.ts
/** The only keys that are looked at: whatever else lies in a bucket is not ours, and leads nowhere. */
const ENTRY_KEY = /^entries\/([0-9a-f]{64})\/entry\.json$/;
const BLESSING_KEY = /^blessed\/([0-9A-Za-z.-]{1,100})\.json$/;
/** Puts into a bucket what it lacks. What makes an entry goes last, so that nobody finds half of one. */
async function push(store, bucket) {
	const there = new Set(await bucket.list());
	const refused = [];
	let entries = 0;
	for (const key of await store.entries.keys()) {
		const found = await store.entries.read(key);
		if (found.kind === "damaged") refused.push(found.reason);
		if (found.kind !== "found") continue;
		const folder = store.entries.folderOf(key);
		const manifest = await readFile(join(folder, ENTRY_FILE));
		const { samples, count } = parseEntry(manifest.toString("utf8"), join(folder, ENTRY_FILE));
		if (there.has(`entries/${key}/${"entry.json"}`) && await countThere(bucket, key) >= count) continue;
		for (const file of [join(samples, SAMPLES_FILE), RUN_FILE]) await bucket.put(`entries/${key}/${file}`, await readFile(join(folder, file)));
		await bucket.put(`entries/${key}/${ENTRY_FILE}`, manifest);
		entries += 1;
	}
	const { blessings, faults } = await store.list();
	const missing = blessings.filter(({ id }) => !there.has(`blessed/${id}.json`));
	for (const { id, ...blessing } of missing) await bucket.put(`blessed/${id}.json`, Buffer.from(`${JSON.stringify(blessing, null, 2)}\n`));
	return {
		entries,
		blessings: missing.length,
		refused: [...refused, ...faults]
	};
}
/** Samples that an entry of the bucket has; none where its manifest cannot be read, so that it is written again. */
async function countThere(bucket, key) {
	const content = await bucket.get(`entries/${key}/${ENTRY_FILE}`);
	if (content === null) return 0;
	const manifest = await attempt(async () => parseEntry(content.toString("utf8"), key));
	return "count" in manifest ? manifest.count : 0;
}
/** Takes from a bucket what the store lacks. Every digest is checked before anything of it is kept. */
async function pull(store, bucket) {
	const scratch = await mkdtemp(join(tmpdir(), "weighbridge-pull-"));
	try {
		const names = await bucket.list();
		const refused = [];
		let entries = 0;
		const fetched = new Entries(scratch);
		for (const key of names.flatMap((name) => ENTRY_KEY.exec(name)?.[1] ?? [])) {
			const here = await store.entries.read(key);
			if (here.kind === "found" && here.entry.samples.length >= await countThere(bucket, key)) continue;
			const found = await attempt(async () => {
				await download(bucket, key, fetched.folderOf(key));
				return fetched.read(key);
			});
			if (found.kind === "found") {
				await store.entries.keep(found.entry.record, found.entry.samples, found.entry.origin);
				entries += 1;
			} else refused.push(found.kind === "damaged" ? found.reason : `the entry ${key} is gone`);
		}
		const { blessings } = await store.list();
		const known = new Set(blessings.map(({ id }) => id));
		let taken = 0;
		for (const name of names) {
			const id = BLESSING_KEY.exec(name)?.[1];
			if (id === void 0 || known.has(id)) continue;
			const content = await bucket.get(name);
			if (content === null) continue;
			const blessing = await attempt(async () => ({
				kind: "found",
				manifest: parseBlessing(content.toString("utf8"), name)
			}));
			if (blessing.kind === "damaged") refused.push(blessing.reason);
			else {
				await store.addBlessing(blessing.manifest);
				taken += 1;
			}
		}
		return {
			entries,
			blessings: taken,
			refused
		};
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
}
/** Malformed data of one object is told and stops no other. */
async function attempt(work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return {
			kind: "damaged",
			reason: messageOf(error)
		};
		throw error;
	}
}
async function download(bucket, key, folder) {
	const take = async (name) => {
		const content = await bucket.get(`entries/${key}/${name}`);
		if (content === null) return null;
		await makeDirectory(dirname(join(folder, name)));
		await writeFile(join(folder, name), content);
		return content;
	};
	const manifest = await take(ENTRY_FILE);
	if (manifest === null) return;
	await take(RUN_FILE);
	const { samples } = parseEntry(manifest.toString("utf8"), key);
	await take(join(samples, SAMPLES_FILE));
}

// src/cli/baseline.ts
const HELP = `
The store is a folder: --store, else \`store\` of the config, else \`baselines\` in the cache of Weighbridge.

Examples:
  weighbridge baseline bless weighbridge-out --side candidate     the checkpoint that was merged is the baseline now
  weighbridge baseline show
  weighbridge baseline prune --keep 3 --younger-than 90
  weighbridge baseline push s3://bucket/prefix                    see docs/reference/baselines.md
`;
const addBaseline = (program, context) => {
	const baseline = program.command("baseline").description("keep, show and share baselines").addHelpText("after", HELP);
	addBless(baseline, context);
	addShow(baseline, context);
	addList(baseline, context);
	addPrune(baseline, context);
	addSync(baseline, context);
};
function command(parent, name, description) {
	return parent.command(name).description(description).addOption(new Option("--store <dir>", "folder of the store")).addOption(new Option("-c, --config <file>", "config that names the store").default(DEFAULT_CONFIG));
}
async function openStore({ store, config }) {
	if (store !== void 0) return new BaselineStore(resolve(store));
	return (existsSync(config) ? storeOf(await loadConfig(config)) : null) ?? new BaselineStore(defaultStore());
}
function addBless(parent, { terminal }) {
	command(parent, "bless", "make the runs of one side the baseline").argument("[PATH]", "run directory, or results of another program", DEFAULT_OUT).addOption(new Option("--side <side>", "whose runs; default: the candidate's, and the baseline's where only these are whole").choices(["baseline", "candidate"])).addOption(new Option("--commit <sha>", "commit that they belong to; default: the one checked out")).addOption(new Option("--by <name>", "who vouches for them; default: the user of git or GitHub")).action(async (path, flags) => {
		const { runs, remark } = await runsToBless(path, flags.side);
		if (remark !== null) terminal.warn(remark);
		const here = await originHere(dirname(resolve(flags.config)));
		const origin = {
			...here,
			commit: flags.commit ?? here.commit,
			by: flags.by ?? here.by
		};
		const store = await openStore(flags);
		const blessing = await store.bless(runs, origin);
		terminal.info(`blessed ${blessing.id} in ${store.folder}`);
		terminal.print(describe(blessing).join("\n"));
	});
}
function addShow(parent, { terminal }) {
	command(parent, "show", "the baseline in force: digest, commit, date, age").addOption(jsonOption("it as JSON")).action(async (flags) => {
		const store = await openStore(flags);
		const { blessings, faults } = await store.list();
		for (const fault of faults) terminal.warn(fault);
		const [blessing] = blessings;
		if (blessing === void 0) throw new WeighbridgeError("data", `nothing was blessed in ${store.folder}`, { fix: "weighbridge baseline bless <run directory>" });
		terminal.print(flags.json ? JSON.stringify(blessing, null, 2) : describe(blessing).join("\n"));
	});
}
function addList(parent, { terminal }) {
	command(parent, "list", "everything that was blessed, the newest first").addOption(jsonOption("the list as JSON")).action(async (flags) => {
		const store = await openStore(flags);
		const { blessings, faults } = await store.list();
		for (const fault of faults) terminal.warn(fault);
		if (blessings.length === 0 && flags.json !== true) {
			terminal.info(`nothing was blessed in ${store.folder}`);
			return;
		}
		const rows = blessings.map(({ origin, digest, source, tasks }) => [...[
			origin.date.slice(0, 10),
			plain(digest.slice(0, 19)),
			origin.commit?.slice(0, 12) ?? "",
			origin.by ?? ""
		], ...[plain(source), plain(tasks.map(({ task }) => task).join(" "))]]);
		const table = markdownTable([[
			"date",
			"digest",
			"commit",
			"by",
			"model",
			"tasks"
		], ...rows]);
		terminal.print(flags.json ? JSON.stringify(blessings, null, 2) : table);
	});
}
function addPrune(parent, { terminal }) {
	command(parent, "prune", "remove old baselines, and samples that no kept one needs").addOption(new Option("--keep <n>", "the newest that stay").argParser(wholeNumber).default(5)).addOption(new Option("--younger-than <days>", "stay as well").argParser(wholeNumber)).action(async (flags) => {
		const store = await openStore(flags);
		const { youngerThan } = flags;
		const since = youngerThan === void 0 ? null : /* @__PURE__ */ new Date(Date.now() - youngerThan * 864e5);
		const { blessings, entries } = await store.prune({
			count: flags.keep,
			since
		});
		terminal.info(`removed ${counts(blessings, entries)} from ${store.folder}`);
	});
}
/** `push` and `pull` are each other's mirror. */
function addSync(parent, { terminal, exit }) {
	for (const [name, description, carry] of [[
		"push",
		"copy the store to a bucket",
		push
	], [
		"pull",
		"copy from a bucket what the store lacks, digests checked",
		pull
	]]) command(parent, name, description).argument("<ADDRESS>", "s3://bucket/prefix; keys and endpoint from the AWS_ variables").action(async (address, flags) => {
		const store = await openStore(flags);
		const { entries, blessings, refused } = await carry(store, await openBucket(address, process.env));
		for (const reason of refused) terminal.warn(`not carried: ${reason}`);
		terminal.info(`${name}: ${counts(blessings, entries)}`);
		if (refused.length > 0) exit(EXIT_CODES.invalid);
	});
}
const counts = (blessings, entries) => `${plural(blessings, "baseline")} and ${plural(entries, "entry", "entries")}`;
function wholeNumber(text) {
	if (/^\d{1,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number");
}
function describe({ source, digest, adapter_digest: adapter, origin, tasks }) {
	const days = daysBetween(origin.date, (/* @__PURE__ */ new Date()).toISOString());
	return [
		`model   ${plain(source)}`,
		`digest  ${plain(digest)}${adapter === null ? "" : `, adapter ${plain(adapter)}`}`,
		`commit  ${plain(origin.commit ?? "unknown")}`,
		`date    ${origin.date}${days === null ? "" : ` (${plural(days, "day")} old)`}`,
		`by      ${plain(origin.by ?? "unknown")}`,
		`tasks   ${plain(tasks.map(({ task }) => task).join(", "))}`
	];
}
/** What a store holds may come from a bucket that others write to. */
const plain = (text) => toPlain(code(text));

export { addBaseline };