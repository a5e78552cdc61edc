import { i as Option } from "./npm-commander.js";
import { It as shortLine, Pt as messageOf, jt as WeighbridgeError } from "./core-domain-history.js";
import { B as childEnvironment, a as findPython, i as PYTHON_VARIABLE, r as run } from "./adapters-process-kill-with-parent.js";
import { t as mlflowServer } from "./adapters-trackers-mlflow-server.js";
import { S as unknown, h as object, y as string } from "./npm-zod.js";
import { n as RUN_FILE, r as SAMPLES_FILE } from "./results-store-layout.js";
import { i as VERDICT_FILE, n as HTML_FILE, o as readVerdict, t as COMMENT_FILE } from "./app-verdict-file.js";
import { c as outOption } from "./cli-flags.js";
import { basename, dirname, join, posix, resolve } from "node:path";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/adapters/trackers/python.ts
const LIMIT_MS = 3e5;
/** What the program needs, from a file: a command line has an end. */
const HEAD = "import json, os, sys\nwith open(sys.argv[1]) as given: run, experiment, to = json.load(given)\n";
/** Writes to a folder by the package's own writer, in the user's Python; no network unless the user's variables ask for it. */
const pythonTracker = (row) => ({
	summary: `${row.summary} (pip install ${row.package})`,
	target: row.target,
	async log(run$1, { to, experiment }, environment) {
		const found = await findPython(environment);
		if ("why" in found) throw refused(row.package, found.why);
		const folder = resolve(to);
		const scratch = await mkdtemp(join(tmpdir(), "weighbridge-track-"));
		try {
			const given = join(scratch, "run.json");
			const files = run$1.files.map((file) => resolve(file));
			await writeFile(given, JSON.stringify([
				{
					...run$1,
					files
				},
				experiment,
				folder
			]));
			const own = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && row.variables.test(name) ? [[name, value]] : []));
			const command = {
				file: found.python,
				args: [
					"-c",
					`${HEAD}${row.program}`,
					given
				],
				cwd: dirname(found.python),
				env: {
					...childEnvironment(environment, ["base", "network"]),
					...own
				}
			};
			const { code, output } = await run(command, AbortSignal.timeout(LIMIT_MS)).catch((cause) => {
				throw refused(row.package, messageOf(cause), cause);
			});
			if (code !== 0) throw refused(row.package, shortLine(output.trim().split("\n").at(-1) || "it was ended", 300));
		} finally {
			await rm(scratch, {
				recursive: true,
				force: true
			});
		}
		return row.seen(folder, experiment);
	}
});
const refused = (name, why, cause) => new WeighbridgeError("platform", `${name} did not take the run: ${why}`, {
	cause,
	fix: `\`pip install ${name}\` for the python3 of this step, or name another Python with ${PYTHON_VARIABLE}`
});

// src/adapters/trackers/comet.ts
/** An archive that `comet upload` sends: no key is needed to write it. */
const comet = pythonTracker({
	summary: "Comet: an offline archive that `comet upload` sends",
	package: "comet_ml",
	target: {
		variable: "COMET_OFFLINE_DIRECTORY",
		folder: "comet"
	},
	variables: /^COMET_(?!API_KEY)/,
	program: `
import comet_ml
quiet = dict.fromkeys(("log_code", "log_graph", "auto_param_logging", "auto_metric_logging", "parse_args", "auto_output_logging", "log_env_details", "log_git_metadata", "log_git_patch"), False)
one = comet_ml.OfflineExperiment(project_name=experiment, offline_directory=to, display_summary_level=0, **quiet)
one.set_name(run["name"])
one.log_metrics(run["metrics"], step=0)
one.log_parameters(run["params"])
one.log_others({**run["tags"], **{"dataset/" + each["name"]: each["digest"] for each in run["datasets"]}})
one.add_tag("passed" if run["succeeded"] else "blocked")
for file in run["files"]: one.log_asset(file)
one.end()
if not os.path.isfile(os.path.join(to, one.get_key() + ".zip")): sys.exit("no archive was written")
`,
	seen: (to) => `comet upload ${to}/*.zip`
});

// src/adapters/trackers/mlflow.ts
/** MLflow by its REST API 2.0: an experiment, a run, its numbers, settings, tags, datasets and files. */
const mlflow = {
	summary: "MLflow: a run of an experiment on a tracking server (MLFLOW_TRACKING_TOKEN, or _USERNAME and _PASSWORD)",
	target: { variable: "MLFLOW_TRACKING_URI" },
	async log(run, target, environment) {
		const server = mlflowServer(target.to, environment);
		const ask = (method, call, ...rest) => server.ask(method, `mlflow/${call}`, ...rest);
		const experiment = await experimentId(ask, target.experiment);
		const start = Date.parse(run.started);
		const { run_id, artifact_uri } = (await ask("POST", "runs/create", createdRun, {
			experiment_id: experiment,
			run_name: run.name,
			start_time: start,
			tags: pairs(run.tags)
		})).run.info;
		const stamped = Object.entries(run.metrics).map(([key, value]) => ({
			key: nameOf(key),
			value,
			timestamp: start,
			step: 0
		}));
		for (const metrics of chunks(stamped, MOST_METRICS)) await ask("POST", "runs/log-batch", unknown(), {
			run_id,
			metrics
		});
		for (const params of chunks(pairs(run.params), MOST_PARAMS)) await ask("POST", "runs/log-batch", unknown(), {
			run_id,
			params
		});
		const datasets = run.datasets.map(({ name, digest }) => ({
			tags: [{
				key: "mlflow.data.context",
				value: "evaluation"
			}],
			dataset: {
				name,
				digest: digest.slice(0, 36),
				source_type: "local",
				source: "{}"
			}
		}));
		if (datasets.length > 0) await ask("POST", "runs/log-inputs", unknown(), {
			run_id,
			datasets
		});
		const [, folder] = /^mlflow-artifacts:\/*(.*)$/.exec(artifact_uri) ?? [];
		if (folder !== void 0) for (const { name, path } of [...run.files.map((path) => ({
			name: basename(path),
			path
		})), ...run.samples]) await server.putArtifact(`${folder}/${name}`, await readFile(path));
		await ask("POST", "runs/update", unknown(), {
			run_id,
			status: run.succeeded ? "FINISHED" : "FAILED",
			end_time: Date.now()
		});
		return `${server.url}/#/experiments/${experiment}/runs/${run_id}`;
	}
};
/** What one call may hold. */
const MOST_METRICS = 1e3;
const MOST_PARAMS = 100;
const MOST_LENGTH = 6e3;
const createdRun = object({ run: object({ info: object({
	run_id: string(),
	artifact_uri: string()
}) }) });
/** Names may hold letters, digits, `_`, `-`, `.`, space, `:` and `/`. */
const nameOf = (name) => name.replace(/[^\w\-. :/]/g, "_").slice(0, 250);
const pairs = (of) => Object.entries(of).map(([key, value]) => ({
	key: nameOf(key),
	value: value.slice(0, MOST_LENGTH)
}));
function* chunks(items, size) {
	for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
/** That of the name; made where there is none. */
async function experimentId(ask, name) {
	const found = object({ experiment: object({ experiment_id: string() }) });
	try {
		const { experiment } = await ask("GET", "experiments/get-by-name", found, { experiment_name: name });
		return experiment.experiment_id;
	} catch (error) {
		if (!(error instanceof WeighbridgeError) || !/RESOURCE_DOES_NOT_EXIST|HTTP 404/.test(error.message)) throw error;
		return (await ask("POST", "experiments/create", object({ experiment_id: string() }), { name })).experiment_id;
	}
}

// src/adapters/trackers/tensorboard.ts
/** Scalars at step 0 of a run of its own, and words as text. */
const tensorboard = pythonTracker({
	summary: "TensorBoard: an event file a run, numbers as scalars",
	package: "tensorboard",
	target: {
		variable: "TENSORBOARD_LOGDIR",
		folder: "runs"
	},
	variables: /^TENSORBOARD_LOGDIR$/,
	program: `
from tensorboard.summary import Writer
name = "".join(each if each.isalnum() or each in "-_." else "-" for each in run["name"] + "-" + run["started"])
writer = Writer(os.path.join(to, experiment, name))
for key, value in run["metrics"].items(): writer.add_scalar(key, value, 0)
writer.close()
`,
	seen: (to) => `tensorboard --logdir ${to}`
});

// src/adapters/trackers/trackio.ts
/** A database on this machine, or a Space where `TRACKIO_SPACE_ID` and `HF_TOKEN` are set. */
const trackio = pythonTracker({
	summary: "trackio: a database of this machine, or a Space (TRACKIO_SPACE_ID, HF_TOKEN)",
	package: "trackio",
	target: {
		variable: "TRACKIO_DIR",
		folder: "trackio"
	},
	variables: /^(TRACKIO_|HF_TOKEN$)/,
	program: `
os.environ["TRACKIO_DIR"] = to
import trackio
settings = {**run["params"], **run["tags"], **{"dataset/" + each["name"]: each["digest"] for each in run["datasets"]}}
trackio.init(project=experiment, name=run["name"], config=settings, embed=False, auto_log_gpu=False, auto_log_cpu=False)
trackio.log(run["metrics"])
trackio.finish()
`,
	seen: (to, experiment) => `TRACKIO_DIR=${to} trackio show --project ${experiment}`
});

// src/adapters/trackers/wandb.ts
/** Offline unless `WANDB_MODE` says otherwise; `wandb sync` sends it. */
const wandb = pythonTracker({
	summary: "Weights & Biases: an offline run that `wandb sync` sends; with WANDB_MODE=online and WANDB_API_KEY at once",
	package: "wandb",
	target: {
		variable: "WANDB_DIR",
		folder: "."
	},
	variables: /^WANDB_/,
	program: `
os.environ.setdefault("WANDB_MODE", "offline")
import wandb
settings = wandb.Settings(silent=True, console="off", disable_git=True, disable_code=True, x_disable_stats=True, x_disable_meta=True)
one = wandb.init(project=experiment, name=run["name"], dir=to, job_type="evaluation", config={**run["params"], "datasets": run["datasets"]}, settings=settings)
one.log(run["metrics"])
one.summary.update(run["tags"])
for file in run["files"]: one.save(file, base_path=os.path.dirname(file), policy="now")
one.finish(exit_code=0 if run["succeeded"] else 1)
`,
	seen: (to) => `wandb sync --sync-all, in ${to}`
});

// src/adapters/trackers/registry.ts
const TRACKERS = {
	mlflow,
	wandb,
	comet,
	tensorboard,
	trackio
};

// src/app/track.ts
/**
* Tells a tracker what a run directory came to.
* @param options `withSamples`: the candidate's samples too, so that a later run can compare with them
* @returns where it can be seen
*/
async function trackRun({ out, withSamples }, tracker, target, environment) {
	const verdict = await readVerdict(join(out, VERDICT_FILE));
	const files = [
		VERDICT_FILE,
		COMMENT_FILE,
		HTML_FILE
	].map((name) => join(out, name)).filter(existsSync);
	const samples = withSamples ? await candidateFiles(out) : [];
	const run = trackedRun(verdict, {
		started: (/* @__PURE__ */ new Date()).toISOString(),
		files,
		samples
	});
	return tracker.log(run, target, environment);
}
/** @throws WeighbridgeError `data` where the candidate was not evaluated here */
async function candidateFiles(out) {
	const files = (await readdir(join(out, "candidate")).catch(() => [])).flatMap((task) => [RUN_FILE, SAMPLES_FILE].map((file) => posix.join("candidate", task, file))).map((name) => ({
		name,
		path: join(out, name)
	})).filter(({ path }) => existsSync(path));
	if (files.length > 0) return files;
	throw new WeighbridgeError("data", "there are no samples of the candidate here", {
		at: { file: join(out, "candidate") },
		fix: "name the folder into which `weighbridge run` evaluated it, or leave out --samples"
	});
}
/** The candidate's values by task and metric, with those of the baseline, the change and its ends beside each. */
function trackedRun(file, given) {
	const metrics = file.tasks.flatMap(({ task, metrics: of }) => of.flatMap(({ metric, candidate, baseline, delta }) => {
		const name = `${task}/${metric}`;
		return [
			[name, candidate?.value],
			[`${name}/stderr`, candidate?.stderr],
			[`${name}/baseline`, baseline?.value],
			[`${name}/delta`, delta?.value],
			[`${name}/delta_low`, delta?.low],
			[`${name}/delta_high`, delta?.high]
		].flatMap(([key, value]) => value == null ? [] : [[key, value]]);
	}));
	const { candidate, baseline, verdict, proven, blocked, summary, policy } = file;
	return {
		...given,
		name: candidate?.source ?? "candidate",
		succeeded: !blocked,
		metrics: Object.fromEntries(metrics),
		params: {
			...candidate === null ? {} : {
				candidate: candidate.source,
				candidate_digest: candidate.digest
			},
			...baseline === null ? {} : {
				baseline: baseline.source,
				baseline_digest: baseline.digest
			},
			alpha: String(policy.alpha.value),
			on_inconclusive: policy.onInconclusive.value,
			...Object.fromEntries(Object.entries(policy.limits).map(([gate, { value }]) => [`limit/${gate}`, value]))
		},
		tags: {
			"weighbridge.verdict": verdict,
			"weighbridge.proven": String(proven),
			"weighbridge.summary": summary
		},
		datasets: file.tasks.flatMap(({ task }) => {
			const dataset = file.provenance.fingerprints[task]?.candidate?.dataset;
			return typeof dataset === "string" ? [{
				name: task,
				digest: dataset.replace(/^sha256:/, "")
			}] : [];
		})
	};
}

// src/cli/track.ts
const placeOf = ({ variable, folder }) => `--to, or ${variable}${folder === void 0 ? "" : `, or the folder ${folder}`}`;
const HELP = `
Reads verdict.json and sends its numbers, settings, datasets and reports. Tokens are the tracker's own variables; run it in a step of its
own, so that the evaluated model sees none. It changes no verdict: whatever the tracker says, the exit code of \`run\` stood before.

Trackers:
${Object.entries(TRACKERS).map(([name, { summary, target }]) => `  ${name.padEnd(11)} ${summary}; ${placeOf(target)}`).join("\n")}

Example:
  weighbridge track mlflow --to http://127.0.0.1:5000 --experiment tickets
`;
const addTrack = (program, { terminal }) => {
	program.command("track").description("tell a tracker of experiments what a run came to").argument("<TRACKER>", `which: ${Object.keys(TRACKERS).join(", ")}`).addOption(outOption()).addOption(new Option("--to <where>", "address of the server, or folder; default: the tracker's own variable")).addOption(new Option("--experiment <name>", "experiment that the run belongs to").default("weighbridge")).addOption(new Option("--samples", "with the candidate's samples, where the tracker keeps files (mlflow): a later run can take them for its baseline").default(false)).addHelpText("after", HELP).action(async (name, flags) => {
		const tracker = TRACKERS[name];
		if (tracker === void 0) throw new WeighbridgeError("usage", `no tracker is named ${JSON.stringify(name)}`, { fix: `name one of ${Object.keys(TRACKERS).join(", ")}` });
		const { variable, folder } = tracker.target;
		const to = flags.to || process.env[variable] || folder;
		if (to === void 0) throw new WeighbridgeError("usage", `nobody says where ${name} answers`, { fix: `give --to, or set ${variable}` });
		const { out, experiment, samples: withSamples } = flags;
		const seen = await trackRun({
			out,
			withSamples
		}, tracker, {
			to,
			experiment
		}, process.env);
		terminal.info(`tracked: ${seen}`);
	});
};

export { addTrack };