import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeResults } from '../../../src/app/judge.ts';
import type { ShownSamples } from '../../../src/core/domain/shown-samples.ts';
import { writeRun } from '../../support/run-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** 200 samples of which ten fell and five rose. */
async function judged(include: string) {
  const out = temporaryFolder({
    'weighbridge.yml': `version: 1\ninclude_samples: ${include}\ngates:\n  - { metric: facts/acc, max_drop: 20pp }\n`,
  });
  const folders = {
    baseline: writeRun(out, 'baseline', 200, (index) => index >= 5),
    candidate: writeRun(out, 'candidate', 200, (index) => index < 190),
  };
  for (const folder of Object.values(folders)) {
    const samples = join(folder, 'facts/samples.jsonl');
    const lines = readFileSync(samples, 'utf8').trim().split('\n');
    const more = (index: number) => ({
      asked: { question: `q${index}?` },
      group: index < 100 ? 'law' : 'art',
    });
    const asked = lines.map((line, index) => JSON.stringify({ ...JSON.parse(line), ...more(index) }));
    writeFileSync(samples, `${asked.join('\n')}\n`);
  }
  const verdict = await judgeResults({
    configPath: join(out, 'weighbridge.yml'),
    overrides: {},
    out,
    folders,
  });
  const file = join(out, 'shown-samples.json');
  const shown: ShownSamples | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return { verdict, shown, page: readFileSync(join(out, 'report.html'), 'utf8') };
}

test.each([
  ['changed', 15 + 50],
  ['all', 200],
])('include_samples: %s', async (include, count) => {
  const { verdict, shown, page } = await judged(include);
  expect(verdict.verdict).toBe('pass');
  expect(shown?.samples).toHaveLength(count);
  expect(shown?.samples[0]).toMatchObject({
    change: 'worse',
    asked: { question: 'q190?' },
    baseline: { output: 'ö 190' },
  });
  expect(shown?.tasks).toMatchObject([{ task: 'facts', counts: { worse: 10, better: 5, same: 185 } }]);
  expect(shown?.tasks[0]?.pictures.groups.map(({ group, pairs }) => [group, pairs])).toEqual([
    ['art', 100],
    ['law', 100],
  ]);
  expect(verdict.tasks[0]?.flips[0]).toMatchObject({ group: 'art', question: 'q190?' });
  expect(page).toContain('id="samples-data"');
});

test('include_samples: none keeps what was said out of report and verdict', async () => {
  const { verdict, shown, page } = await judged('none');
  expect(shown).toBeNull();
  expect(verdict.tasks[0]?.flips.length).toBeGreaterThan(0);
  expect(JSON.stringify(verdict)).not.toMatch(/ö 19|q19\d\?/);
  expect(page).not.toMatch(/ö 19|samples-data/);
});
