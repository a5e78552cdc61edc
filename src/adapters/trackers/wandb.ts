import { pythonTracker } from './python.ts';

/** Offline unless `WANDB_MODE` says otherwise; `wandb sync` sends it. */
export const wandb = pythonTracker({
  summary:
    'Weights & Biases: an offline run that `wandb sync` sends; with WANDB_MODE=online and WANDB_API_KEY at once',
  package: 'wandb',
  target: { variable: 'WANDB_DIR', folder: '.' },
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
  seen: (to) => `wandb sync --sync-all, in ${to}`,
});
