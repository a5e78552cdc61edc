import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pythonEnvironment } from '../../../scripts/python-environment.ts';
import { TRACKERS } from '../../../src/adapters/trackers/registry.ts';
import { trackedRun } from '../../../src/app/track.ts';
import { REGRESSION } from '../../report/examples.ts';

const REQUIREMENTS = 'test/adapters/trackers/python.requirements.txt';

/** Each tool's own reader; prints `{metrics, words}`, where words are its settings and tags in one object. */
const READERS: Readonly<Record<string, string>> = {
  wandb: `
import glob, struct
from wandb.proto import wandb_internal_pb2 as pb
# LevelDB's log format behind a header of 7 bytes, which the package reads in Go.
data, position, record, metrics, words = open(glob.glob(to + "/wandb/offline-run-*/run-*.wandb")[0], "rb").read(), 7, b"", {}, {}
while position + 7 <= len(data):
    room = 32768 - position % 32768
    if room < 7: position += room; continue
    length, part = struct.unpack("<HB", data[position + 4 : position + 7])
    record += data[position + 7 : position + 7 + length]; position += 7 + length
    if part not in (1, 4): continue
    one = pb.Record(); one.ParseFromString(record); record = b""
    for item in one.history.item:
        key = item.key or "/".join(item.nested_key)
        if not key.startswith("_"): metrics[key] = json.loads(item.value_json)
    for item in [*one.run.config.update, *one.summary.update]:
        words[item.key or "/".join(item.nested_key)] = json.loads(item.value_json)
`,
  comet: `
import glob, zipfile
metrics, words = {}, {}
with zipfile.ZipFile(glob.glob(to + "/*.zip")[0]) as archive:
    for line in archive.read("messages.json").splitlines():
        payload = json.loads(line)["payload"]
        if payload.get("metric"): metrics[payload["metric"]["metricName"]] = payload["metric"]["metricValue"]
        if payload.get("param"): words[payload["param"]["paramName"]] = payload["param"]["paramValue"]
        if "key" in payload: words[payload["key"]] = payload["value"]
metrics.pop("process duration", None)
`,
  tensorboard: `
import glob
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.util import tensor_util
events = EventAccumulator(glob.glob(to + "/tickets/*")[0]); events.Reload()
metrics = {tag: float(tensor_util.make_ndarray(events.Tensors(tag)[0].tensor_proto)) for tag in events.Tags()["tensors"]}
words = {}
`,
  trackio: `
os.environ["TRACKIO_DIR"] = to
import trackio
from trackio.sqlite_storage import SQLiteStorage
run = trackio.Api().runs("tickets")[0]
words = run.config
metrics = {key: value for row in SQLiteStorage.get_logs("tickets", run.name) for key, value in row.items() if key not in ("timestamp", "step")}
`,
};

let python: string | null = null;
beforeAll(() => {
  try {
    python = join(pythonEnvironment('trackers', REQUIREMENTS), 'python');
  } catch (error) {
    console.log(`skipped: the Python registry does not have these trackers for this machine: ${error}`);
  }
}, 600_000);

describe('what a tracker keeps is what the verdict says, read by its own client', () => {
  test.for(Object.keys(READERS))('%s', async (name, { skip }) => {
    if (python === null) return skip();
    const folder = await mkdtemp(join(tmpdir(), 'weighbridge-tracker-'));
    const report = join(folder, 'verdict.json');
    await writeFile(report, '{}');
    const run = trackedRun(REGRESSION, { started: '2026-11-29T00:00:00.000Z', files: [report], samples: [] });
    const environment = { ...process.env, WEIGHBRIDGE_PYTHON: python };
    await TRACKERS[name]?.log(run, { to: folder, experiment: 'tickets' }, environment);
    const read = `import json, os, sys\nto = sys.argv[1]\n${READERS[name]}\nprint(json.dumps({"metrics": metrics, "words": words}))`;
    const printed = execFileSync(python, ['-c', read, folder], { encoding: 'utf8' });
    const { metrics, words } = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
    // TensorBoard keeps 32 bits of a number, and no settings.
    const given = Object.entries(run.metrics);
    expect(metrics).toEqual(Object.fromEntries(given.map(([key, value]) => [key, expect.closeTo(value, 6)])));
    if (name !== 'tensorboard') expect(words).toMatchObject({ ...run.params, ...run.tags });
  });
});
