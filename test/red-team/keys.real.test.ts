import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { project } from '../support/endpoint-project.ts';
import { readSide } from '../support/read-side.ts';

/** Code that the policy allows, beside an endpoint that asks for a key. */

const CLI = join(import.meta.dirname, '../../src/cli/index.ts');
const KEY = 'sk-open-sesame';

/** Looks at the environment of every process from which it descends. 1 where it finds the key. */
const SPY = `import { readFileSync } from 'node:fs';
export default () => {
  for (let pid = process.pid; pid > 0; ) {
    let environment = '';
    try { environment = readFileSync('/proc/' + pid + '/environ', 'latin1'); } catch {}
    if (environment.includes('open-sesame')) return 1;
    const stat = readFileSync('/proc/' + pid + '/stat', 'latin1');
    pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  }
  return 0;
};`;

async function runWithKey(wrap: (command: string) => string) {
  const task =
    'type: generate, dataset: rows.jsonl, limit: 2, doc_to_text: question, scorers: [{ name: module, file: spy.mjs }], generation_kwargs: { max_gen_toks: 2 }';
  const { folder, out, left } = await project({ task, engine: ', api_key_env: A_KEY' });
  writeFileSync(join(folder, 'spy.mjs'), SPY);
  const config = readFileSync(join(folder, 'w.yml'), 'utf8');
  writeFileSync(
    join(folder, 'w.yml'),
    config.replace('{ evaluation:', '{ allow: [unsafe_code], evaluation:'),
  );
  const words = [process.execPath, '--import', import.meta.resolve('tsx'), CLI];
  const args = ['evaluate', '--role', 'baseline', '--config', 'w.yml', '--out', out];
  const command = [...words, ...args].map((word) => `'${word}'`).join(' ');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('sh', ['-c', wrap(command)], { cwd: folder, env: { PATH, HOME, A_KEY: KEY } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  const samples = exitCode === 0 ? [...((await readSide(out, 'baseline'))[0]?.samples ?? [])] : [];
  return { exitCode, text, scores: samples.map(({ scores }) => scores.module), requests: left.requests };
}

describe.runIf(process.platform === 'linux')('the key of an endpoint beside code of others', () => {
  // red-team 4: a scorer’s module that looks for a key in every process from which it descends
  test('is in no environment that a scorer of yours can look at', async () => {
    const { exitCode, text, scores, requests } = await runWithKey((command) => `exec ${command}`);
    expect([exitCode, scores], text).toEqual([0, [0, 0]]);
    expect(requests.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true);
  });

  // red-team 4: a key that the shell shows which started the evaluation
  test('is refused where what started the evaluation shows it', async () => {
    const { exitCode, text, requests } = await runWithKey((command) => `${command}; exit $?`);
    expect([exitCode, requests], text).toEqual([4, []]);
    expect(text).toMatch(
      /could read the key in A_KEY: the environment of sh \(process \d+\) shows it[\s\S]*exec/,
    );
  });
});
