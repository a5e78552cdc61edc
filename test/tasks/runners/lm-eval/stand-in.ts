import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/**
 * A program that takes lm_eval's arguments and writes its files, for what the real one does not do when it is asked: eight
 * documents, of which a model called `worse` has two right and any other six. Every call is noted in `calls.jsonl`.
 */
const PROGRAM = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
const here = import.meta.dirname;
const flag = (name) => process.argv.find((each) => each.startsWith('--' + name + '='))?.slice(name.length + 3);
const behaviour = JSON.parse(readFileSync(join(here, 'behaviour.json'), 'utf8'));
appendFileSync(join(here, 'calls.jsonl'), JSON.stringify({ args: process.argv.slice(2), env: Object.keys(process.env) }) + '\\n');
if (behaviour.overwrites) appendFileSync(join(/pretrained=([^,]+)/.exec(flag('model_args'))[1], 'config.json'), ' ');
if (behaviour.prints) process.stderr.write(behaviour.prints);
if (behaviour.hangs) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writeFileSync(join(here, 'pids.json'), JSON.stringify([process.pid, child.pid]));
  setInterval(() => {}, 1000);
} else {
  if (!behaviour.writesNothing) write();
  process.exitCode = behaviour.code ?? 0;
}
function write() {
  const sha = (text) => createHash('sha256').update(text).digest('hex');
  const asked = flag('samples') && JSON.parse(readFileSync(flag('samples'), 'utf8'));
  const isWorse = flag('model_args').includes('worse');
  const time = '2026-11-21T02-02-49.864881';
  const folder = join(flag('output_path'), 'model');
  mkdirSync(folder, { recursive: true });
  const results = { results: {}, configs: {}, versions: {}, 'n-shot': {}, higher_is_better: {}, 'n-samples': {}, group_subtasks: {} };
  for (const task of flag('tasks').split(',')) {
    const ids = asked?.[task] ?? [0, 1, 2, 3, 4, 5, 6, 7].slice(0, behaviour.documents);
    const rows = ids.map((id) => ({
      doc_id: id, doc: { id }, target: '0', arguments: {}, resps: [], filtered_resps: [], filter: 'none', metrics: ['acc'],
      doc_hash: sha((behaviour.otherDocuments ? 'other ' : 'doc ') + id), prompt_hash: sha('prompt ' + id), target_hash: sha('0'),
      acc: id % 4 === 0 || (isWorse && id % 4 !== 3) ? 0 : 1,
    }));
    const mean = rows.reduce((sum, each) => sum + each.acc, 0) / rows.length;
    results.results[task] = { alias: task, 'acc,none': mean };
    results.configs[task] = { task, metric_list: [{ metric: 'acc', aggregation: 'mean', higher_is_better: true }] };
    results.versions[task] = 1;
    results['n-shot'][task] = 0;
    results.higher_is_better[task] = { acc: true };
    results['n-samples'][task] = { original: 8, effective: ids.length };
    const kept = behaviour.tearsAt === undefined ? rows : rows.slice(0, behaviour.tearsAt);
    writeFileSync(join(folder, 'samples_' + task + '_' + time + '.jsonl'), kept.map((each) => JSON.stringify(each) + '\\n').join(''));
  }
  const file = { ...results, config: { model: flag('model'), model_args: flag('model_args'), limit: null, random_seed: 0 }, date: 1795226520, lm_eval_version: '0.4.13' };
  writeFileSync(join(folder, 'results_' + time + '.json'), JSON.stringify(file));
}
`;

export interface Behaviour {
  readonly code?: number;
  readonly prints?: string;
  readonly writesNothing?: boolean;
  readonly hangs?: boolean;
  /** Documents that are evaluated where no more are asked for. */
  readonly documents?: number;
  /** Lines after which the samples file ends. */
  readonly tearsAt?: number;
  readonly otherDocuments?: boolean;
  /** Whether the checkpoint is another at the end than at the beginning. */
  readonly overwrites?: boolean;
}

export interface StandIn {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  behave(behaviour: Behaviour): void;
}

export function standIn(version = '0.4.13', builtIn: readonly string[] = []): StandIn {
  const names = [...builtIn, ...Array.from({ length: 100 }, (_, index) => `built_in_${index}`)];
  const folder = temporaryFolder({
    'package.json': '{ "type": "module" }',
    'package/tasks/all.yaml': `group: all\ntag:\n${names.map((name) => `  - ${name}\n`).join('')}`,
  });
  const script = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!${process.execPath}\n${text}`);
    chmodSync(join(folder, name), 0o755);
  };
  script('lm_eval', PROGRAM);
  // Where a real one has the Python of its environment.
  script(
    'python3',
    `console.log(${JSON.stringify(JSON.stringify({ version, folder: join(folder, 'package') }))});`,
  );
  const behave = (behaviour: Behaviour) =>
    writeFileSync(join(folder, 'behaviour.json'), JSON.stringify(behaviour));
  behave({});
  return { folder, environment: { PATH: folder }, behave };
}
