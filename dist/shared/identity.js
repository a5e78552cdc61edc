import { n as digestFiles, r as checkpointFiles, t as digestCheckpoint } from "./digest.js";
import { o as canonicalJson } from "./chrf.js";
import { n as WeighbridgeError } from "./errors.js";
import { r as hubModel } from "./atomic-file.js";
import { createHash } from "node:crypto";

// src/runners/lm-eval/identity.ts
/**
* Which weights a checkpoint is: of folders by all their files, of a hub by the commit. Of an endpoint only its address and
* the name of the model are known, and the identity says so.
* @throws WeighbridgeError `checkpoint` for a folder without safetensors, or with pickles
*/
async function identify(source, described, signal) {
	const unknown = {
		architecture: null,
		parameter_count: null,
		quantization: null
	};
	switch (source.kind) {
		case "folder": {
			await requireWeights(source.path);
			const { identity } = await digestCheckpoint(source, { signal });
			return {
				...identity,
				source: described
			};
		}
		case "hub": return {
			source: described,
			digest: sha256([
				"hf",
				source.name,
				source.revision
			]),
			adapter_digest: null,
			...unknown
		};
		case "adapter": {
			const adapter = await requireWeights(source.adapter);
			const hub = hubModel(source.base);
			if (hub !== null) return {
				source: described,
				digest: sha256([
					"hf",
					hub.name,
					hub.revision
				]),
				adapter_digest: await digestFiles(adapter, { signal }),
				...unknown
			};
			await requireWeights(source.base);
			const { identity } = await digestCheckpoint(source, { signal });
			return {
				...identity,
				source: described
			};
		}
		case "endpoint": {
			const digest = sha256([
				"endpoint",
				source.url,
				source.model
			]);
			return {
				source: `${described} (weights not identified)`,
				digest,
				adapter_digest: null,
				...unknown
			};
		}
		case "file":
		case "results": throw new Error(`lm_eval was given ${source.kind} ${source.path}`);
	}
}
/** Files of the source that lie on this machine. */
async function ownFiles(source) {
	return (await Promise.all(foldersOf(source).map(checkpointFiles))).flat().map(({ path }) => path);
}
function foldersOf(source) {
	if (source.kind === "folder") return [source.path];
	if (source.kind !== "adapter") return [];
	return hubModel(source.base) === null ? [source.base, source.adapter] : [source.adapter];
}
/**
* The files of a checkpoint's folder.
* @throws WeighbridgeError `checkpoint` unless there are weights that run no code when they are loaded
*/
async function requireWeights(folder) {
	const files = await checkpointFiles(folder);
	if (files.some(({ name }) => name.endsWith(".safetensors"))) return files;
	throw new WeighbridgeError("checkpoint", "there is no safetensors file in this folder", {
		at: { file: folder },
		fix: "check the step that saves or downloads the checkpoint"
	});
}
function sha256(value) {
	return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}

export { sha256 as i, ownFiles as n, requireWeights as r, identify as t };