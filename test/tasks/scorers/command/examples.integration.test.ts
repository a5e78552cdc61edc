import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { answer, configured } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../examples/own-scorers');
const hasPython = spawnSync('python3', ['--version']).status === 0;

async function score(entry: Record<string, unknown>, ...answers: readonly ReturnType<typeof answer>[]) {
  const scorer = await configured(entry).open(FOLDER);
  try {
    const scores = await scorer.score(answers, new AbortController().signal);
    return scores.map((each) => Object.values(each)[0]);
  } finally {
    await scorer.close();
  }
}

test('the function of a few lines', async () => {
  const entry = { name: 'module', file: 'scorers/house-style.mjs' };
  expect(
    await score(
      entry,
      answer('Dear Ada, it is on its way.', 'Ada'),
      answer('ASAP!!', 'Ada'),
      answer(' ', 'Ada'),
    ),
  ).toEqual([1, 0, { unscored: 'the answer is empty' }]);
});

test.skipIf(!hasPython)('the program that is kept', async () => {
  const entry = { name: 'command', command: ['python3', 'scorers/key_terms.py'], version: '1' };
  expect(await score(entry, answer('A Refund within a week', 'refund, 14 days'), answer('x', ' '))).toEqual([
    0.5,
    { unscored: 'the target names no terms' },
  ]);
});

test.skipIf(!hasPython)(
  'the adapter of COMET, with a stand-in for its package that counts letters',
  async () => {
    const packages = temporaryFolder({
      'comet.py': [
        'def download_model(name): print("downloading", name); return name',
        'class Model:',
        '    def predict(self, data, **_):',
        '        return type("Prediction", (), {"scores": [len(row["mt"]) / len(row["ref"]) / len(row["src"]) for row in data]})',
        'def load_from_checkpoint(path): return Model()',
      ].join('\n'),
    });
    const start = `import sys, runpy; sys.path.insert(0, ${JSON.stringify(packages)}); sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')`;
    const entry = {
      ...{ name: 'command', version: '1', process: 'batch', max: null },
      command: ['python3', '-c', start, join(FOLDER, 'scorers/comet.py'), 'model'],
    };
    const target = JSON.stringify({ source: 'ab', reference: 'abcd' });
    expect(await score(entry, answer('ab', target), answer('abcdefgh', target))).toEqual([0.25, 1]);
  },
);

test.skipIf(!hasPython)('the service', async () => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const service = spawn('python3', [join(FOLDER, 'scorers/brevity_service.py'), '0']);
  onTestFinished(() => void service.kill());
  const [port] = await once(service.stdout.setEncoding('utf8'), 'data');
  const url = `http://127.0.0.1:${String(port).trim()}/`;
  const entry = { name: 'endpoint', api: 'scores', url, model: 'brevity', version: 'brevity-1' };
  const asked = ['It is four', 'It is four, as everybody can count', ' '].map((output) => ({
    ...{ ...answer(output), question: 'Two and two?' },
  }));
  expect(await score(entry, ...asked)).toEqual([1, 3 / 7, { unscored: 'the answer is empty' }]);
});
