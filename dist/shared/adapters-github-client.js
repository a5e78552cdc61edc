import { t as getOctokit } from "./npm-actions-github.js";
import { i as request } from "./adapters-http-client.js";

// src/adapters/github/client.ts
/** A page of a hundred comments of the greatest length, as JSON. */
const ANSWER = { bytes: 64 * 1024 ** 2 };
/** A client that talks to the given GitHub, through the runner's proxy where there is one, and never waits forever. */
function createClient({ token, apiUrl, timeoutMs, signal }) {
	const home = new URL(apiUrl).origin;
	const client = getOctokit(token, {
		baseUrl: apiUrl.replace(/\/+$/, ""),
		request: { fetch: async (url, init) => {
			if (new URL(url).origin !== home) throw new Error(`GitHub's answer led to another host, ${new URL(url).host}`);
			const response = await request(url, {
				...init,
				signal: signal ?? null
			}, {
				...ANSWER,
				totalMs: timeoutMs
			});
			await assertWhole(response);
			return response;
		} }
	});
	client.hook.after("request", ({ headers: { date } }) => {
		if (date !== void 0) dates.set(client, date);
	});
	return client;
}
const dates = /* @__PURE__ */ new WeakMap();
/** When GitHub answered this client last, as it writes times; null where it has not said. */
const lastAnswer = (client) => dates.get(client) ?? null;
/**
* Octokit hands on half an answer, or the page of a proxy, as text in place of data; to look for our comment in it would
* be to find none, and to write a second one.
*/
async function assertWhole(response) {
	const type = response.headers.get("content-type") ?? "";
	if (!response.ok || response.status === 204) return;
	if (type.startsWith("text/html")) throw new Error("a web page came back in place of GitHub's answer");
	if (!/\bjson\b/.test(type)) return;
	try {
		if (await response.clone().json() === null) throw new TypeError("the answer is null");
	} catch (cause) {
		if (cause instanceof DOMException) throw cause;
		throw new Error("GitHub's answer was cut off, is null or is not JSON", { cause });
	}
}

export { lastAnswer as n, createClient as t };