import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lmEvalEnvironment } from '../../../../scripts/lm-eval-environment.ts';
import { taskFilesIn } from '../../../../src/tasks/runners/lm-eval/task-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** What lm_eval itself makes of a folder: names that it defines, files that it opens, data of every task it would build. */
const READ = `
import json, sys
from pathlib import Path
import lm_eval.tasks as tasks
from lm_eval.tasks import _factory
opened, built = set(), []
real = Path.open
def watched(self, *args, **kwargs):
    opened.add(str(self))
    return real(self, *args, **kwargs)
Path.open = watched
class Recorder:
    def __init__(self, config=None):
        built.append(config)
        self.task_name = config["task"]
_factory.ConfigurableTask = Recorder
results = []
for folder in json.load(sys.stdin):
    opened.clear(); built.clear()
    manager = tasks.TaskManager(include_path=folder, include_defaults=False)
    for name in manager.all_tasks:
        try: manager.load([name])
        except Exception: pass
    def texts(value):
        if isinstance(value, str): return [value]
        if isinstance(value, dict): return [t for each in value.values() for t in texts(each)]
        return [t for each in value for t in texts(each)] if isinstance(value, list) else []
    data = [t for config in built for key in ("dataset_path", "dataset_kwargs") for t in texts(config.get(key))]
    results.append({"names": sorted(manager.all_tasks), "opened": sorted(opened), "data": sorted(set(data)), "built": sorted({c["task"] for c in built})})
print("RESULT" + json.dumps(results))
`;

const TASK = 'dataset_path: json\ndataset_kwargs: { data_files: rows.jsonl }\n';
const FOLDERS: readonly Readonly<Record<string, string>>[] = [
  { 'g.yaml': 'group: g\ntask: [a, b]\n', 'a.yaml': `task: a\n${TASK}`, 'b.yaml': `task: b\n${TASK}` },
  { 'g.yaml': 'include: base.txt\ntask: [a]\n', 'base.txt': 'group: mmlu\n', 'a.yaml': `task: a\n${TASK}` },
  {
    'g.yaml':
      'group: g\ntask: [{ task: inline, dataset_path: json, dataset_kwargs: { data_files: { test: hidden.jsonl } } }]\n',
  },
  {
    'g.yaml':
      'group: g\ntask: [{ group: inner, task: [{ task: deep, dataset_path: ./folder, dataset_kwargs: { data_dir: rows } }] }]\n',
  },
  {
    'a.yaml': `task: a\ntag: [mmlu, other]\n${TASK}`,
    'b.yaml': `task: b\ntag: mmlu\n${TASK}`,
    'g.yaml': 'group: g\ntask: [mmlu]\n',
  },
  { 'a.yaml': 'include: [one.txt, two.txt]\n', 'one.txt': `task: first\n${TASK}`, 'two.txt': 'task: mmlu\n' },
  { 'a.yaml': 'x: &x { group: mmlu }\n<<: *x\ntask: [{ task: c, <<: { dataset_path: csv } }]\n' },
  { 'a.yaml': '"t\\u0061sk": !!str mmlu\n"dataset_path": json\n', 'b.yaml': 'task: b\ntask: mmlu_b\n' },
  {
    'a.yaml': `task: a\n${TASK}`,
    'g.yaml': 'group: g\ntask: [{ task: a, dataset_kwargs: { data_files: other.jsonl } }]\n',
  },
  {
    'deep/er/a.yaml': `task: a\ninclude: ../up.inc\n`,
    'deep/up.inc': `include: side/s.inc\ntag: mmlu\n`,
    'deep/side/s.inc': TASK,
  },
  {
    'g.yaml': 'group: g\ntask:\n  - group: inner\n    task: [a]\n    include: never.inc\n',
    'a.yaml': `task: a\n${TASK}`,
    'never.inc': 'task: z\n',
  },
];

test('groups, tags and what they include are read as lm_eval itself reads them', async () => {
  const folders = FOLDERS.map((files) => temporaryFolder(files));
  const python = join(lmEvalEnvironment(), '../python');
  const asked = spawnSync(python, ['-c', READ], {
    ...{ input: JSON.stringify(folders), encoding: 'utf8' },
    env: { ...process.env, HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1' },
  });
  const answer = /^RESULT(.*)$/m.exec(asked.stdout)?.[1];
  expect(answer, asked.stderr).toBeDefined();
  const theirs: { names: string[]; opened: string[]; data: string[]; built: string[] }[] = JSON.parse(
    answer ?? '',
  );
  expect(theirs.filter(({ names, built }) => names.length === 0 || built.length === 0)).toEqual([]);
  for (const [index, folder] of folders.entries()) {
    const ours = await taskFilesIn(folder);
    const seen = theirs[index];
    const what = JSON.stringify(FOLDERS[index]);
    expect(
      ours.flatMap(({ names }) => names),
      what,
    ).toEqual(expect.arrayContaining(seen?.names ?? ['?']));
    expect(
      ours.map(({ path }) => path),
      what,
    ).toEqual(expect.arrayContaining(seen?.opened ?? ['?']));
    expect(
      ours.flatMap(({ data }) => data),
      what,
    ).toEqual(expect.arrayContaining(seen?.data ?? ['?']));
  }
});
