import { pythonTracker } from './python.ts';

/** An archive that `comet upload` sends: no key is needed to write it. */
export const comet = pythonTracker({
  summary: 'Comet: an offline archive that `comet upload` sends',
  package: 'comet_ml',
  target: { variable: 'COMET_OFFLINE_DIRECTORY', folder: 'comet' },
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
  seen: (to) => `comet upload ${to}/*.zip`,
});
