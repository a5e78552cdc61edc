// Runs promptfoo on two stand-in models: `node promptfoo_runs.mjs OUT PROMPTFOO` writes results and numbers.json.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [OUT, PROMPTFOO] = process.argv.slice(2);
mkdirSync(OUT, { recursive: true });
writeFileSync(
  join(OUT, 'provider.mjs'),
  `export default class {
  constructor({ id, config }) { this.name = id; this.config = config; }
  id() { return this.name; }
  async callApi(prompt) {
    const n = Number(/\\d+/.exec(prompt)[0]);
    const { side } = this.config;
    if (n === 13) return { error: 'the endpoint went away' };
    const knows = side === 'tuned' ? n % 10 !== 0 && n % 7 !== 0 : n % 5 !== 0;
    return { output: (side === 'tuned' ? 'The sum is ' : '') + (knows ? 2 * n : 'unknown') };
  }
}
`,
);

const numbers = {};
for (const side of ['base', 'tuned']) {
  const config = {
    description: 'sums',
    prompts: ['What is {{n}} + {{n}}?'],
    providers: [{ id: `file://${join(OUT, 'provider.mjs')}`, label: 'stand-in', config: { side } }],
    tests: Array.from({ length: 40 }, (_, n) => ({
      vars: { n: String(n) },
      assert: [
        { type: 'contains', value: String(2 * n) },
        { type: 'javascript', value: 'output.length < 12 ? 1 : 0.5', metric: 'brevity' },
      ],
    })),
  };
  const [file, out] = [join(OUT, `${side}.config.json`), join(OUT, `${side}.json`)];
  writeFileSync(file, JSON.stringify(config));
  const args = [
    PROMPTFOO,
    'eval',
    '-c',
    file,
    '-o',
    out,
    '--no-cache',
    '--no-table',
    '--no-progress-bar',
    '-j',
    '1',
  ];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: OUT,
    env: {
      ...process.env,
      PROMPTFOO_CONFIG_DIR: join(OUT, 'settings'),
      PROMPTFOO_DISABLE_TELEMETRY: '1',
      PROMPTFOO_DISABLE_UPDATE: '1',
      PROMPTFOO_DISABLE_REMOTE_GENERATION: 'true',
    },
  });
  // 100 says that a test failed, as some do.
  if (status !== 0 && status !== 100) throw new Error(`promptfoo ended with ${status}: ${stdout}\n${stderr}`);
  const { results } = JSON.parse(readFileSync(out, 'utf8'));
  const answered = results.results.filter(
    ({ response }) => response?.error === undefined && response !== undefined,
  );
  const scored = results.results.filter(({ failureReason }) => failureReason !== 2);
  if (answered.length === 0) throw new Error('promptfoo kept no answers');
  numbers[side] = {
    'promptfoo/pass': {
      value: results.stats.successes / (results.stats.successes + results.stats.failures),
      stderr: null,
      scores: scored.map(({ success }) => Number(success)),
    },
    'promptfoo/score': {
      value: scored.reduce((sum, { score }) => sum + score, 0) / scored.length,
      stderr: null,
      scores: scored.map(({ score }) => score),
    },
    'brevity/score': {
      value: scored.reduce((sum, { namedScores }) => sum + namedScores.brevity, 0) / scored.length,
      stderr: null,
      scores: scored.map(({ namedScores }) => namedScores.brevity),
    },
  };
}
writeFileSync(join(OUT, 'numbers.json'), JSON.stringify(numbers, null, 1));
