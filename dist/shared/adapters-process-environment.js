// src/adapters/process/environment.ts
const ALLOWED = {
	base: [
		{
			names: /^(PATH|HOME|USER|LOGNAME|SHELL|PWD)$/,
			why: "programs find themselves and their files"
		},
		{
			names: /^Path$/,
			why: "programs find themselves and their files"
		},
		{
			names: /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA)$/i,
			why: "without them nothing starts on Windows"
		},
		{
			names: /^(TMPDIR|TEMP|TMP|RUNNER_TEMP)$/,
			why: "where temporary files may go"
		},
		{
			names: /^(LANG|LANGUAGE|LC_[A-Z]+|TZ)$/,
			why: "texts and times as the user reads them"
		},
		{
			names: /^XDG_[A-Z_]+$/,
			why: "where caches and settings are kept"
		},
		{
			names: /^WEIGHBRIDGE_TRACKING_ID$/,
			why: "what an evaluation started is ended by it"
		},
		{
			names: /^LD_LIBRARY_PATH$/,
			why: "where shared libraries are, on Nix, conda and CUDA machines"
		}
	],
	network: [{
		names: /^(HTTPS?|ALL|NO)_PROXY$/i,
		why: "the way out of a closed network"
	}, {
		names: /^(NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/,
		why: "authorities a company network adds"
	}],
	evaluation: [
		{
			names: /^WEIGHBRIDGE_(CACHE|LM_EVAL|PYTHON|PLAN|PLAN_DIGEST)$/,
			why: "where engine, harness and converter are kept, and what is to be done"
		},
		{
			names: /^(CUDA|NVIDIA|ROCR|HIP)_VISIBLE_DEVICES$/,
			why: "which accelerators are ours"
		},
		{
			names: /^HF_(HOME|HUB_CACHE|HUB_OFFLINE|ENDPOINT)$/,
			why: "where checkpoints and datasets lie"
		},
		{
			names: /^RUNNER_TRACKING_ID$/,
			why: "the runner finds orphans by it when the job ends"
		},
		{
			names: /^(GGML_VK_VISIBLE_DEVICES|VK_DRIVER_FILES|VK_ICD_FILENAMES)$/,
			why: "the same of Vulkan"
		}
	],
	gpu: [
		{
			names: /^(CUDA|NVIDIA|ROCR|HIP)_VISIBLE_DEVICES$/,
			why: "which accelerators are ours"
		},
		{
			names: /^GGML_VK_VISIBLE_DEVICES$/,
			why: "which devices of Vulkan are ours"
		},
		{
			names: /^(VK_DRIVER_FILES|VK_ICD_FILENAMES)$/,
			why: "where drivers of Vulkan are, where no system folder has them"
		},
		{
			names: /^CUDA_(HOME|PATH)$/,
			why: "where the libraries of CUDA are"
		}
	],
	harness: [
		{
			names: /^(CUDA|NVIDIA|ROCR|HIP)_VISIBLE_DEVICES$/,
			why: "which accelerators are ours"
		},
		{
			names: /^CUDA_(HOME|PATH)$/,
			why: "vLLM compiles kernels with the tools that lie there"
		},
		{
			names: /^(VIRTUAL_ENV|CONDA_PREFIX)$/,
			why: "the Python environment that the harness lies in"
		},
		{
			names: /^(HF_(HOME|HUB_CACHE|DATASETS_CACHE|HUB_OFFLINE|DATASETS_OFFLINE|ENDPOINT)|TRANSFORMERS_OFFLINE)$/,
			why: "where checkpoints and datasets are cached, and whether they may be downloaded"
		},
		{
			names: /^VLLM_(?!.*KEY)[A-Z0-9_]+$/,
			why: "how vLLM runs models on this machine"
		},
		{
			names: /^(OMP|MKL)_NUM_THREADS$/,
			why: "how many cores of a shared machine PyTorch may take"
		},
		{
			names: /^LMEVAL_LOG_LEVEL$/,
			why: "how much the harness prints"
		},
		{
			names: /^RUNNER_TRACKING_ID$/,
			why: "the runner finds orphans by it when the job ends"
		}
	],
	/** For a server that a cluster starts: without the first it would wait for nodes of its own, beside those that the job has. */
	cluster: [{
		names: /^SLURM_(?!.*(JWT|TOKEN|KEY))[A-Z0-9_]+$/,
		why: "the allocation that it runs in, and where the settings of Slurm are"
	}, {
		names: /^RAY_ADDRESS$/,
		why: "the Ray cluster that vLLM spreads over"
	}],
	/** Only for a program that a person would give them to; in a workflow `env-allow` has to name them. */
	credentials: [{
		names: /^(HF_TOKEN|HF_TOKEN_PATH)$/,
		why: "gated models and datasets"
	}, {
		names: /^OPENAI_API_KEY$/,
		why: "endpoints that ask for a key"
	}],
	npm: [{
		names: /^npm_config_(?!.*(auth|token|password))/i,
		why: "registry mirror, cache and proxies of npm"
	}]
};
/**
* What of an environment a child process gets. An allow-list: tokens (`GITHUB_TOKEN`, `ACTIONS_*`, `INPUT_*`, cloud
* credentials) and what could change results or run code (`NODE_OPTIONS`, `LD_PRELOAD`, `GGML_*`, `OMP_*`) stay out because
* nobody listed them.
*/
function childEnvironment(environment, groups) {
	const allowed = groups.flatMap((group) => ALLOWED[group]);
	const kept = {};
	for (const [name, value] of Object.entries(environment)) if (value !== void 0 && allowed.some(({ names }) => names.test(name))) kept[name] = value;
	return kept;
}

export { childEnvironment as t };