import { Pt as messageOf, X as parseJson, jt as WeighbridgeError } from "./core-domain-history.js";
import { h as object, m as number, o as array, y as string } from "./npm-zod.js";
import { i as request } from "./adapters-http-client.js";
import process from "node:process";
import { createHash } from "node:crypto";

// src/adapters/http/hub.ts
/** A file as the hub lists it. Its own words: nothing of it is believed but what a digest proves. */
const hubFile = object({
	type: string(),
	path: string().max(1e3),
	size: number().int().min(0),
	oid: string().regex(/^[0-9a-f]{40}$/),
	lfs: object({ oid: string().regex(/^[0-9a-f]{64}$/) }).optional()
});
/** A list of files, as the hub sends it and as it may be kept. */
const hubFileList = array(hubFile).max(2e4);
const MOST_LISTING_BYTES = 33554432;
const MOST_PAGES = 50;
const hubEndpoint = () => (process.env.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
/**
* What the hub says that the commit holds, folders too.
* @throws WeighbridgeError `data` where it does not say
*/
async function listHub(repository) {
	const { kind, name, commit, written } = repository;
	const files = [];
	let next = `/api/${kind}/${name}/tree/${commit}?recursive=true`;
	for (let page = 0; next !== null; page += 1) {
		if (page >= MOST_PAGES) throw unfetched(repository, "it has too many files");
		const response = await askHub(repository, next, MOST_LISTING_BYTES);
		const parsed = hubFileList.safeParse(parseJson(await response.text(), { file: written }));
		if (!parsed.success) throw unfetched(repository, "the list of its files is not one");
		files.push(...parsed.data);
		const link = /<([^>]+)>\s*;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
		const url = link === void 0 ? null : new URL(link, hubEndpoint());
		next = url === null ? null : `${url.pathname}${url.search}`;
	}
	return files;
}
/** @throws WeighbridgeError `data` for any answer but one of success */
async function askHub(repository, path, bytes) {
	const { HF_TOKEN: token } = process.env;
	const headers = token ? { authorization: `Bearer ${token}` } : {};
	const response = await request(`${hubEndpoint()}${path}`, { headers }, { bytes }).catch((error) => {
		throw unfetched(repository, messageOf(error), error);
	});
	if (response.ok) return response;
	const why = {
		401: "it is gated or private: HF_TOKEN has to name an account that may read it",
		403: "it is gated or private: HF_TOKEN has to name an account that may read it",
		404: `there is no such ${repository.kind === "models" ? "model" : "dataset"} or commit`
	};
	throw unfetched(repository, why[response.status] ?? `the hub answered ${response.status}`);
}
/** Git's name of a file's content, by which the hub knows what is small; large files it knows by SHA-256. */
const gitBlob = (bytes) => createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
const unfetched = ({ kind, written, name }, why, cause) => new WeighbridgeError("data", `${written} cannot be fetched: ${why}`, {
	fix: kind === "datasets" ? `correct it, or download it where there is network (hf download ${name} --repo-type dataset) and name the file` : `correct it, or download it where there is network (hf download ${name}) and name the folder; where the cache of this machine may be believed, set HF_HUB_OFFLINE=1`,
	cause
});

export { listHub as a, hubFileList as i, gitBlob as n, unfetched as o, hubEndpoint as r, askHub as t };