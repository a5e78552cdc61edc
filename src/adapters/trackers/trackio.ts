import { pythonTracker } from './python.ts';

/** A database on this machine, or a Space where `TRACKIO_SPACE_ID` and `HF_TOKEN` are set. */
export const trackio = pythonTracker({
  summary: 'trackio: a database of this machine, or a Space (TRACKIO_SPACE_ID, HF_TOKEN)',
  package: 'trackio',
  target: { variable: 'TRACKIO_DIR', folder: 'trackio' },
  variables: /^(TRACKIO_|HF_TOKEN$)/,
  program: `
os.environ["TRACKIO_DIR"] = to
import trackio
settings = {**run["params"], **run["tags"], **{"dataset/" + each["name"]: each["digest"] for each in run["datasets"]}}
trackio.init(project=experiment, name=run["name"], config=settings, embed=False, auto_log_gpu=False, auto_log_cpu=False)
trackio.log(run["metrics"])
trackio.finish()
`,
  seen: (to, experiment) => `TRACKIO_DIR=${to} trackio show --project ${experiment}`,
});
