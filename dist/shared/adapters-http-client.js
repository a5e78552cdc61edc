import { i as __toESM } from "./rolldown-runtime.js";
import { jt as WeighbridgeError } from "./core-domain-history.js";
import { Buffer } from "node:buffer";

// src/adapters/http/client.ts
const REQUEST_LIMITS = {
	totalMs: 12e4,
	bytes: 256 * 1024 ** 2,
	redirects: 5
};
/** Lower case wins, as with curl. A proxy without a scheme is spoken to by HTTP, as everywhere else. */
function proxiesOf(environment) {
	const read = (...names) => names.flatMap((name) => [environment[name], environment[name.toUpperCase()]]).find(Boolean) ?? null;
	const proxy = (name) => {
		const value = read(name, "all_proxy");
		return value === null || /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
	};
	return {
		http: proxy("http_proxy"),
		https: proxy("https_proxy"),
		no: read("no_proxy") ?? ""
	};
}
/**
* Tells libraries of ours that read the environment themselves: some know no ALL_PROXY, and some no proxy without a
* scheme.
*/
function exportProxies(environment) {
	const { http, https } = proxiesOf(environment);
	if (http !== null) environment.http_proxy = http;
	if (https !== null) environment.https_proxy = https;
}
const agents = /* @__PURE__ */ new Map();
/** One for each way out, so that connections are kept. `NODE_EXTRA_CA_CERTS` is read by Node itself. */
function agentFor({ Agent, EnvHttpProxyAgent }, { protocol }, { http, https, no }) {
	const proxy = protocol === "https:" ? https : http;
	const key = JSON.stringify([proxy, no]);
	const known = agents.get(key);
	if (known !== void 0) return known;
	if (proxy !== null && !/^https?:/i.test(proxy)) throw new WeighbridgeError("usage", `a proxy of the kind ${proxy.replace(/:.*/s, "")} is not supported`, { fix: "set HTTPS_PROXY or ALL_PROXY to the address of an HTTP proxy, such as http://proxy:3128" });
	const agent = proxy === null ? new Agent() : new EnvHttpProxyAgent({
		httpProxy: proxy,
		httpsProxy: proxy,
		noProxy: no
	});
	agents.set(key, agent);
	return agent;
}
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
/** What was meant for the host that was asked. */
const SECRET_HEADERS = [
	"authorization",
	"cookie",
	"proxy-authorization",
	"x-amz-security-token",
	"x-api-key"
];
/**
* Asks like fetch, and hands on an answer that was read to its end. Redirects keep method and body, so that a create
* stays one (a 303 alone is followed as GET); no header that identifies us goes to another origin, nor does a body.
* @throws Error for what does not end in time, or is larger or longer than the limits allow
*/
async function request(url, init = {}, limits = {}, environment = process.env) {
	const { bytes } = {
		...REQUEST_LIMITS,
		...limits
	};
	return readWhole(await openResponse(url, init, limits, environment), bytes);
}
/** The same with a body that is still to be read, and counted by whoever reads it. */
async function openResponse(url, init = {}, limits = {}, environment = process.env) {
	const { totalMs, redirects } = {
		...REQUEST_LIMITS,
		...limits
	};
	const timeout = AbortSignal.timeout(totalMs);
	const signal = init.signal == null ? timeout : AbortSignal.any([init.signal, timeout]);
	const proxies = proxiesOf(environment);
	const headers = new Headers(init.headers);
	const undici = await import("./..-node_modules-undici-index.js-on-need.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	let target = new URL(url);
	let { method = "GET", body } = init;
	for (let hop = 0;; hop++) {
		const dispatcher = agentFor(undici, target, proxies);
		const response = await undici.fetch(target, {
			method,
			headers: [...headers],
			redirect: "manual",
			signal,
			dispatcher,
			...body == null ? {} : { body }
		});
		const location = response.headers.get("location");
		if (!REDIRECTS.has(response.status) || location === null || init.redirect === "manual") return response;
		await response.body?.cancel();
		if (init.redirect === "error" || hop >= redirects) throw new Error(hop >= redirects ? `redirected more than ${redirects} times` : "redirected elsewhere");
		const next = new URL(location, target);
		if (target.protocol === "https:" && next.protocol !== "https:") throw new Error("redirected to plain HTTP");
		if (response.status === 303) {
			method = "GET";
			body = null;
		}
		if (next.origin !== target.origin) {
			if (body != null) throw new Error(`redirected to another host, ${next.host}, with what was sent`);
			for (const name of SECRET_HEADERS) headers.delete(name);
		}
		target = next;
	}
}
const NO_BODY = /* @__PURE__ */ new Set([
	204,
	205,
	304
]);
/** The same response, read to its end. @throws Error for a body of more bytes than `most` */
async function readWhole(response, most) {
	const { status, statusText, headers, url } = response;
	const pieces = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (let piece = await reader?.read(); piece?.value !== void 0; piece = await reader?.read()) {
		length += piece.value.byteLength;
		if (length > most) {
			await reader?.cancel();
			throw new Error(`the answer is larger than ${most} bytes`);
		}
		pieces.push(piece.value);
	}
	const answer = new Response(NO_BODY.has(status) ? null : Buffer.concat(pieces), {
		status,
		statusText,
		headers: [...headers]
	});
	return Object.defineProperty(answer, "url", { value: url });
}

export { request as i, openResponse as n, readWhole as r, exportProxies as t };