import { jt as WeighbridgeError } from "./core-domain-history.js";
import { n as openResponse } from "./adapters-http-client.js";
import { a as differs, i as artifactName, n as TRY_AGAIN, s as readSamplesName } from "./results-unpack.js";
import { createWriteStream } from "node:fs";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";

// src/adapters/github/run-artifacts.ts
/** The artifacts of one run that can still be fetched. @throws what GitHub answered */
async function artifactsOfRun({ client, repository }, runId) {
	return (await client.paginate(client.rest.actions.listWorkflowRunArtifacts, {
		owner: repository.owner,
		repo: repository.name,
		run_id: runId,
		per_page: 100
	})).filter(({ expired }) => !expired).map(remoteArtifact);
}
/** Runs of a workflow that are started again leave an artifact of their own each time. */
const ATTEMPTS_LOOKED_AT = 10;
/**
* Names under which an artifact may lie: a report of ours has the attempt at its end, which a name may give or leave out, and any
* other stands as it is.
*/
function namesOf(name) {
	const ours = [name, `${name}-1`].map(readSamplesName).find((read) => read?.label === "report");
	if (ours == null) return [name];
	return attemptsOf((attempt) => artifactName(ours.key, ours.label, attempt));
}
/**
* The newest artifact of a name that a run of this repository's own branch has left; null without one. A fork may have a branch
* and an artifact of the same names, so that the repository of the run's head decides.
*/
async function newestOfBranch({ client, repository }, name, repositoryId, branch) {
	const [newest] = await artifactsOfBranch({
		client,
		repository
	}, namesOf(name), branch, repositoryId);
	return newest ?? null;
}
/** As many attempts of a run as are looked at, each with its number. */
const attemptsOf = (nameOf) => Array.from({ length: ATTEMPTS_LOOKED_AT }, (_, index) => nameOf(index + 1));
/**
* All of these names that runs of this repository's own branch have left, newest first.
* @param repositoryId that of the repository itself, as GitHub says of each, where nobody knows it
*/
async function artifactsOfBranch({ client, repository }, names, branch, repositoryId) {
	const place = {
		owner: repository.owner,
		repo: repository.name,
		per_page: 100
	};
	const lists = names.map((each) => client.paginate(client.rest.actions.listArtifactsForRepo, {
		...place,
		name: each
	}));
	return (await Promise.all(lists)).flat().filter(({ expired, workflow_run: run, name: of }) => names.includes(of) && !expired && run?.head_repository_id !== void 0 && run.head_repository_id === (repositoryId ?? run.repository_id) && run.head_branch === branch).sort((a, b) => Date.parse(b.created_at ?? "") - Date.parse(a.created_at ?? "") || b.id - a.id).map(remoteArtifact);
}
const remoteArtifact = (answer) => ({
	id: answer.id,
	name: answer.name,
	bytes: answer.size_in_bytes,
	digest: answer.digest ?? null
});
const TIMEOUT_MS = 6e5;
/**
* Downloads the zip of an artifact to a new file, never more of it than allowed.
* @throws WeighbridgeError `data` when it is larger than allowed or another than GitHub has, or what GitHub answered
*/
async function downloadArtifact({ client, repository }, artifact, file, maxBytes) {
	const tooLarge = () => new WeighbridgeError("data", `the artifact ${artifact.name} is larger than ${maxBytes} bytes`, { fix: "upload run directories only" });
	if (artifact.bytes > maxBytes) throw tooLarge();
	const { location } = (await client.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
		owner: repository.owner,
		repo: repository.name,
		artifact_id: artifact.id,
		archive_format: "zip",
		request: { redirect: "manual" }
	})).headers;
	if (location === void 0) throw new WeighbridgeError("platform", "GitHub did not say where the artifact lies", { fix: TRY_AGAIN });
	const response = await openResponse(location, {}, { totalMs: TIMEOUT_MS });
	if (!response.ok || response.body === null) throw new WeighbridgeError("platform", `the artifact ${artifact.name} could not be fetched (HTTP ${response.status})`, { fix: TRY_AGAIN });
	let bytes = 0;
	const hash = createHash("sha256");
	const counted = async function* (pieces) {
		for await (const piece of pieces) {
			bytes += piece.length;
			if (bytes > maxBytes) throw tooLarge();
			hash.update(piece);
			yield piece;
		}
	};
	await pipeline$1(Readable.from(counted(response.body)), createWriteStream(file, { flags: "wx" }));
	if (artifact.digest === `sha256:${hash.digest("hex")}`) return;
	throw new WeighbridgeError("data", differs(artifact.name, artifact.digest), { fix: "run the job again that uploads it" });
}

export { newestOfBranch as a, downloadArtifact as i, artifactsOfRun as n, attemptsOf as r, artifactsOfBranch as t };