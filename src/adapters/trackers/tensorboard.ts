import { pythonTracker } from './python.ts';

/** Scalars at step 0 of a run of its own, and words as text. */
export const tensorboard = pythonTracker({
  summary: 'TensorBoard: an event file a run, numbers as scalars',
  package: 'tensorboard',
  target: { variable: 'TENSORBOARD_LOGDIR', folder: 'runs' },
  variables: /^TENSORBOARD_LOGDIR$/,
  program: `
from tensorboard.summary import Writer
name = "".join(each if each.isalnum() or each in "-_." else "-" for each in run["name"] + "-" + run["started"])
writer = Writer(os.path.join(to, experiment, name))
for key, value in run["metrics"].items(): writer.add_scalar(key, value, 0)
writer.close()
`,
  seen: (to) => `tensorboard --logdir ${to}`,
});
