import { It as shortLine, jt as WeighbridgeError } from "./core-domain-history.js";
import { S as unknown, _ as record, h as object, o as array, u as int, y as string } from "./npm-zod.js";
import { a as quote } from "./tasks-engines-openai-ledger.js";

// src/tasks/engines/openai/server.ts
/** For people, logs and fingerprints: anything, of any length. */
const told = string().transform((text) => shortLine(text, 100));
const models = object({ data: array(object({
	id: string(),
	owned_by: told.optional(),
	root: string().nullish(),
	max_model_len: int().min(1).nullish(),
	context_length: int().min(1).nullish(),
	meta: record(string(), unknown()).nullish()
})) });
/** llama-server's `GET /props`. */
const props = object({
	build_info: told,
	model_path: string(),
	model_ftype: told.optional(),
	total_slots: int().min(1),
	chat_template: string(),
	bos_token: string(),
	eos_token: string(),
	default_generation_settings: object({ n_ctx: int().min(1) })
});
const version = object({ version: told });
/** SGLang's `GET /get_server_info`. */
const sglang = object({
	version: told,
	model_path: string().optional()
});
/** Text Generation Inference's `GET /info`. */
const tgi = object({
	version: told,
	model_id: string(),
	model_sha: string().nullish(),
	max_total_tokens: int().min(1).nullish()
});
/**
* Finds out what answers at an address.
* @throws WeighbridgeError `config` where nothing does, or not for this model
*/
async function findServer(endpoint) {
	const { base, root, address } = endpoint;
	const [listed, llama, plain, ollama, lmsys, text] = await Promise.all([
		endpoint.look(`${base}/models`, models),
		endpoint.look(`${root}/props`, props),
		endpoint.look(`${root}/version`, version),
		endpoint.look(`${root}/api/version`, version),
		endpoint.look(`${root}/get_server_info`, sglang),
		endpoint.look(`${root}/info`, tgi)
	]);
	if (listed === null && text === null) throw new WeighbridgeError("engine", `nobody at ${base} lists models`, { fix: "check that the server runs and that the address is that of its API, such as http://localhost:8000/v1" });
	const model = modelOf(listed?.data ?? [], address.model, llama !== null || text !== null, base);
	const common = {
		contextSize: model?.max_model_len ?? model?.context_length ?? null,
		chatTemplate: null,
		slots: null,
		weights: null,
		serves: {
			id: model?.id ?? null,
			root: model?.root ?? null
		}
	};
	if (llama !== null) {
		const { n_params: parameters = null, size = null, n_vocab: vocabulary = null } = model?.meta ?? {};
		return {
			kind: "llama-server",
			version: `llama-server ${llama.build_info}`,
			serves: {
				path: llama.model_path,
				type: llama.model_ftype ?? null,
				parameters: numberOf(parameters),
				bytes: numberOf(size),
				vocabulary: numberOf(vocabulary)
			},
			contextSize: llama.default_generation_settings.n_ctx,
			chatTemplate: llama.chat_template === "" ? null : {
				template: llama.chat_template,
				bosToken: llama.bos_token,
				eosToken: llama.eos_token
			},
			slots: llama.total_slots,
			weights: llama.model_path
		};
	}
	if (text !== null) {
		const serves = {
			id: text.model_id,
			revision: text.model_sha ?? null
		};
		const contextSize = text.max_total_tokens ?? common.contextSize;
		return {
			...common,
			kind: "tgi",
			version: `tgi ${text.version}`,
			serves,
			contextSize
		};
	}
	if (lmsys !== null) {
		const weights = lmsys.model_path ?? model?.root ?? null;
		return {
			...common,
			kind: "sglang",
			version: `sglang ${lmsys.version}`,
			weights
		};
	}
	if (ollama !== null) return {
		...common,
		kind: "ollama",
		version: `ollama ${ollama.version}`
	};
	if (model?.owned_by === "vllm" && plain !== null) return {
		...common,
		kind: "vllm",
		version: `vllm ${plain.version}`,
		weights: model.root ?? null
	};
	if (model?.owned_by === "organization_owner") return {
		...common,
		kind: "lm-studio",
		version: "lm-studio"
	};
	const said = plain === null ? "version not told" : plain.version;
	return {
		...common,
		kind: "other",
		version: `${model?.owned_by ?? "unknown server"} ${said}`
	};
}
/** One model answers under any name on some servers; elsewhere a name that is not there is a mistake. */
function modelOf(listed, name, isOnly, base) {
	const found = listed.find(({ id }) => id === name);
	if (found !== void 0) return found;
	if (isOnly || listed.length === 0) return listed[0];
	const names = listed.slice(0, 10).map(({ id }) => quote(id));
	throw new WeighbridgeError("config", `${base} has no model ${JSON.stringify(name)}`, { fix: `name one that it lists: ${names.join(", ")}` });
}
const numberOf = (value) => typeof value === "number" && Number.isFinite(value) ? value : null;

export { findServer as t };