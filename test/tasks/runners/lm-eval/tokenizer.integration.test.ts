import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import type { LmEvalCall } from '../../../../src/tasks/runners/lm-eval/call.ts';
import { lmEvalTask } from '../../../../src/tasks/runners/lm-eval/options.ts';
import { lmEvalHarness } from '../../../../src/tasks/runners/lm-eval/runner.ts';
import { safetensors } from '../../../support/safetensors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { standIn } from './stand-in.ts';

type Files = Readonly<Record<string, string>>;
const config = (template?: unknown) =>
  JSON.stringify({ eos_token: '</s>', ...(template === undefined ? {} : { chat_template: template }) });

/** Asks a baseline with these files through the template of a candidate with those. */
function bench(own: Files, other: Files, more: Partial<LmEvalCall> = {}) {
  const program = standIn();
  const weights = {
    'config.json': '{}',
    'tokenizer.json': '{"own":true}',
    'model.safetensors': safetensors('m'),
  };
  const root = temporaryFolder();
  const write = (folder: string, files: Files) => {
    for (const [name, content] of Object.entries({ ...weights, ...files })) {
      mkdirSync(dirname(join(root, folder, name)), { recursive: true });
      writeFileSync(join(root, folder, name), content);
    }
  };
  write('base', own);
  write('tuned', { 'tokenizer.json': '{"own":false}', ...other });
  const said: string[] = [];
  const options = lmEvalTask.parse({ apply_chat_template: true });
  const evaluate = () =>
    lmEvalHarness.evaluate({
      ...{ side: 'baseline', source: { kind: 'folder', path: join(root, 'base') }, described: 'base' },
      ...{ template: { kind: 'folder', path: join(root, 'tuned') } as ModelSource },
      ...{
        tasks: [{ name: 'facts', role: 'general', primaryMetric: null, options }],
        out: join(root, 'out'),
      },
      ...{ seed: 1, directory: root, allow: [], environment: program.environment, monitor: null },
      ...{ signal: new AbortController().signal, looks: () => [], baseline: [], output: () => {} },
      say: (line) => said.push(line),
      ...more,
    });
  /** The tokenizer that each call was given. */
  const given = () =>
    readFileSync(join(program.folder, 'calls.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => /tokenizer=([^,"]*)/.exec(line)?.[1]);
  const made = (): Files => {
    const [folder = ''] = given();
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => statSync(join(folder, name)).isFile());
    return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  };
  return { evaluate, said, given, made, write };
}

const compact = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      name.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text,
    ]),
  );
const OWN = { 'config.json': '{}', 'tokenizer.json': '{"own":true}' };

test.each<[what: string, own: Files, other: Files, made: Files]>([
  [
    'in the config of the tokenizer',
    { 'tokenizer_config.json': config('old') },
    { 'tokenizer_config.json': config('new') },
    { 'tokenizer_config.json': config('new') },
  ],
  [
    'in a file of its own',
    { 'tokenizer_config.json': config('old'), 'chat_template.jinja': 'old' },
    { 'chat_template.jinja': 'new', 'additional_chat_templates/tools.jinja': 'tools' },
    {
      'tokenizer_config.json': config(),
      'chat_template.jinja': 'new',
      'additional_chat_templates/tools.jinja': 'tools',
    },
  ],
  [
    'nowhere',
    { 'tokenizer_config.json': config(), 'chat_template.jinja': 'old' },
    {},
    { 'tokenizer_config.json': config() },
  ],
])('a template that is %s takes the place of the own, and nothing else does', async (_, own, other, made) => {
  const { evaluate, made: found, said } = bench(own, other);
  expect(await evaluate()).toMatchObject([{ state: 'complete' }]);
  expect(compact(found())).toEqual({ ...OWN, ...made });
  expect(said.join()).toContain("asked with the candidate's chat template");
});

test('a run under one template is no run under the next', async () => {
  const { evaluate, write, given } = bench({}, { 'chat_template.jinja': 'new' });
  await evaluate();
  expect(await evaluate()).toMatchObject([{ evaluated: 0 }]);
  write('tuned', { 'chat_template.jinja': 'newer' });
  expect(await evaluate()).toMatchObject([
    { evaluated: 8, superseded: { differs: ['fingerprint.other_settings'] } },
  ]);
  expect(new Set(given()).size).toBe(2);
});

test.each<[what: string, more: Partial<LmEvalCall>, tokenizer: string | undefined, says: string]>([
  [
    'a template that lies on a hub',
    { template: { kind: 'hub', name: 'o/n', revision: 'c'.repeat(40) } },
    undefined,
    'keeps its own chat template, since hf:o/n',
  ],
  [
    'a tokenizer that the task names',
    { tasks: [taskWith({ apply_chat_template: true, model_args: { tokenizer: 'named' } })] },
    'named',
    '',
  ],
  ['a task without a template', { tasks: [taskWith({})] }, undefined, ''],
])('%s changes nothing', async (_, more, tokenizer, says) => {
  const { evaluate, given, said } = bench({}, { 'chat_template.jinja': 'new' }, more);
  await evaluate();
  expect(given()).toEqual([tokenizer]);
  expect(said.join()).toContain(says);
});

function taskWith(options: Readonly<Record<string, unknown>>): LmEvalCall['tasks'][number] {
  return { name: 'facts', role: 'general', primaryMetric: null, options: lmEvalTask.parse(options) };
}
