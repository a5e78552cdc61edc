import { It as shortLine, Pt as messageOf, X as parseJson, jt as WeighbridgeError } from "./core-domain-history.js";
import { h as object, o as array, s as boolean, y as string } from "./npm-zod.js";
import { t as number } from "./npm-zod2.js";
import { i as request, n as openResponse } from "./adapters-http-client.js";
import { Buffer } from "node:buffer";

// src/adapters/trackers/mlflow-server.ts
const artifactEntry = object({
	path: string().max(4e3),
	is_dir: boolean().default(false),
	file_size: number().int().min(0).default(0)
});
const listing = object({ files: array(artifactEntry).max(2e4).default([]) });
/** @throws WeighbridgeError `usage` for what is no address of a server */
function mlflowServer(to, environment) {
	const { url, signedIn } = serverOf(to, environment);
	const send = async (path, init) => {
		const sent = {
			...init,
			headers: {
				...signedIn,
				...init.headers
			}
		};
		const response = await told(url, () => request(`${url}/api/2.0/${path}`, sent));
		if (!response.ok) throw refused(url, response.status, await response.text());
		return response;
	};
	const ask = async (method, call, answer, fields) => {
		const query = method === "GET" ? `?${new URLSearchParams(Object.entries(fields))}` : "";
		const response = await send(`${call}${query}`, {
			method,
			headers: { "content-type": "application/json" },
			...method === "GET" ? {} : { body: JSON.stringify(fields) }
		});
		const text = await response.text();
		const parsed = answer.safeParse(text === "" ? {} : parsedJson(text));
		if (parsed.success) return parsed.data;
		throw refused(url, response.status, `an answer to ${call} that is none of MLflow's`);
	};
	const artifact = (path) => `mlflow-artifacts/artifacts/${path.split("/").map(encodeURIComponent).join("/")}`;
	return {
		url,
		ask,
		putArtifact: async (path, body) => void await send(artifact(path), {
			method: "PUT",
			body
		}),
		async getArtifact(path, limits) {
			const address = `${url}/api/2.0/${artifact(path)}`;
			const response = await told(url, () => openResponse(address, { headers: signedIn }, limits));
			if (response.ok) return response;
			await response.body?.cancel();
			throw refused(url, response.status, `no artifact ${path}`);
		},
		async listArtifacts(path) {
			return (await ask("GET", "mlflow-artifacts/artifacts", listing, { path })).files;
		}
	};
}
/** The token, or the name and password, are MLflow's own variables; a name in the address is one too. */
function serverOf(to, environment) {
	const address = URL.parse(to);
	if (address === null || !/^https?:$/.test(address.protocol)) throw new WeighbridgeError("usage", "what MLFLOW_TRACKING_URI or --to names is no server", { fix: "give its address, such as https://mlflow.example.com; `mlflow server` serves what lies in a folder or database" });
	const { MLFLOW_TRACKING_TOKEN: token } = environment;
	const user = environment.MLFLOW_TRACKING_USERNAME || decodeURIComponent(address.username);
	const password = environment.MLFLOW_TRACKING_PASSWORD || decodeURIComponent(address.password);
	const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
	const signedIn = token ? { authorization: `Bearer ${token}` } : user === "" ? {} : { authorization: basic };
	return {
		url: `${address.origin}${address.pathname}`.replace(/\/+$/, ""),
		signedIn
	};
}
/** Null for what is no JSON, or says a key twice. */
function parsedJson(text) {
	try {
		return parseJson(text, { file: "answer" });
	} catch {
		return null;
	}
}
async function told(url, action) {
	try {
		return await action();
	} catch (cause) {
		throw new WeighbridgeError("platform", `MLflow at ${url} could not be reached: ${messageOf(cause)}`, {
			cause,
			fix: "check the address, and that the server runs: `mlflow server`"
		});
	}
}
const refused = (url, status, said) => new WeighbridgeError("platform", `MLflow at ${url} says HTTP ${status}: ${shortLine(said, 300)}`, { fix: status === 404 ? "look in MLflow for its id or name, and whether this is the server that has it" : "check MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, and what they may read and write" });

export { mlflowServer as t };