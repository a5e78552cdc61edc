import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labelsOf, readLabels, unreadableLabels } from '../../../src/app/sides/labels.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { record } from '../../core/compare/build.ts';
import { sample } from '../../support/stored-run.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

test('what a file of labels holds makes no long message', async () => {
  const folder = temporaryFolder();
  const judge =
    '{ name: judge, url: "http://127.0.0.1:9/v1", model: judge, criteria: [{ name: good, description: Good. }], labels: labels.jsonl }';
  const task = `{ role: general, type: generate, dataset: rows.jsonl, scorers: [${judge}] }`;
  const config = resolveConfig({
    text: `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks: { facts: ${task} }\ngates: [{ metric: facts/judge, max_drop: 0.5 }]\n`,
    file: join(folder, 'weighbridge.yml'),
  });
  const row = { id: 'a', answer: 'b', labels: { [`\u001b[31m${'x'.repeat(10_000)}`]: 1 } };
  writeFileSync(join(folder, 'labels.jsonl'), jsonl(row));
  const fault = labelsOf(config, await readLabels(config), [], []).get('facts')?.fault ?? '';
  expect(fault).toMatch(/the judge has no criterion "\[31mx+…"/);
  expect(fault.length).toBeLessThan(400);
});

test('two judges of a task share a file of labels, in which each finds its own criteria', async () => {
  const folder = temporaryFolder();
  const judge = (metric: string, criterion: string) =>
    `{ name: judge, metric: ${metric}, url: "http://127.0.0.1:9/v1", model: judge, criteria: [{ name: ${criterion}, description: Good. }], labels: labels.jsonl }`;
  const scorers = `[${judge('kindness', 'kind')}, ${judge('brevity', 'brief')}]`;
  const config = resolveConfig({
    text: `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks: { facts: { role: general, type: generate, dataset: rows.jsonl, scorers: ${scorers} } }\ngates: [{ metric: facts/kindness, max_drop: 0.5 }]\n`,
    file: join(folder, 'weighbridge.yml'),
  });
  const graded = async (labels: object) => {
    writeFileSync(join(folder, 'labels.jsonl'), jsonl({ id: 's0', answer: 'yes', labels }));
    const answered = { record: record({}), samples: [sample(0, { output: 'yes' })] };
    return labelsOf(config, await readLabels(config), [], [answered]).get('facts');
  };
  const found = await graded({ kind: 4, brief: 2 });
  expect(found?.fault).toBeNull();
  const gradeOf = (metric: string) => [...(found?.metrics.get(metric)?.candidate.values() ?? [])];
  expect([gradeOf('kindness'), gradeOf('brevity')]).toEqual([[4], [2]]);
  expect((await graded({ kind: 4, honest: 2 }))?.fault).toMatch(/no criterion "honest".*use kind, brief/s);
});

// red-team 2: labels of a judge changed where the base branch’s suite counts
test('where the base branch’s tasks are asked, a file of labels is that of the base branch', async () => {
  const configIn = (labels: string, grade: number) => {
    const folder = temporaryFolder({ [labels]: jsonl({ id: 's0', answer: 'yes', labels: { good: grade } }) });
    const judge = `{ name: judge, url: "http://127.0.0.1:9/v1", model: judge, criteria: [{ name: good, description: Good. }], labels: ${labels} }`;
    return resolveConfig({
      text: `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks: { facts: { role: general, type: generate, dataset: rows.jsonl, scorers: [${judge}] } }\ngates: [{ metric: facts/judge, max_drop: 0.5 }]\n`,
      file: join(folder, 'weighbridge.yml'),
    });
  };
  const answered = { record: record({}), samples: [sample(0, { output: 'yes' })] };
  const graded = async (labels: string) => {
    const [base, head] = [configIn('labels.jsonl', 1), configIn(labels, 5)];
    const files = await readLabels(head, base);
    const gradeOf = (config: typeof base) => [
      ...(labelsOf(config, files, [], [answered]).get('facts')?.metrics.get('judge')?.candidate.values() ??
        []),
    ];
    return [gradeOf(base), gradeOf(head)];
  };
  expect(await graded('labels.jsonl')).toEqual([[1], [1]]);
  // Under another name it has only a say beside the base branch's policy, of which the stricter decides.
  expect(await graded('mine.jsonl')).toEqual([[1], [5]]);
});

test('of several annotators the middle grade counts, and where two stand there none', async () => {
  const folder = temporaryFolder();
  const judge =
    '{ name: judge, url: "http://127.0.0.1:9/v1", model: judge, criteria: [{ name: good, description: Good. }], labels: labels.jsonl }';
  const config = resolveConfig({
    text: `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks: { facts: { role: general, type: generate, dataset: rows.jsonl, scorers: [${judge}] } }\ngates: [{ metric: facts/judge, max_drop: 0.5 }]\n`,
    file: join(folder, 'weighbridge.yml'),
  });
  const samples = [0, 1, 2].map((index) => sample(index, { output: `said ${index}` }));
  const graded = async (...rows: readonly (readonly [number, string | undefined, number])[]) => {
    const lines = rows.map(([index, annotator, good]) => ({
      ...{ id: `s${index}`, answer: `said ${index}`, labels: { good } },
      ...(annotator === undefined ? {} : { annotator }),
    }));
    writeFileSync(join(folder, 'labels.jsonl'), jsonl(...lines));
    const found = labelsOf(config, await readLabels(config), [], [{ record: record({}), samples }]).get(
      'facts',
    );
    return found?.fault ?? [...(found?.metrics.get('judge')?.candidate.values() ?? [])];
  };
  const three = [
    [0, 'ann', 1],
    [0, 'bob', 4],
    [0, 'cat', 5],
  ] as const;
  expect(await graded(...three, [1, 'ann', 2], [1, 'bob', 3], [2, undefined, 5])).toEqual([4, 5]);
  expect(await graded([0, 'ann', 1], [0, 'ann', 2])).toMatch(/the same answer has its grades in line 1 too/);
  expect(await graded([0, 'ann', 1], [0, undefined, 2])).toMatch(
    /the same answer has its grades in line 1 too/,
  );
});

test.each<[what: string, labels: object | null, says: RegExp | null]>([
  ['can be read', { good: 4 }, null],
  ['are not there', null, /^facts: .*labels.jsonl: no such file/],
  ['are off the scale', { good: 9 }, /^facts: labels.jsonl, line 1: 9 for good, .* from 1 to 5/],
  ['are of another criterion', { godo: 4 }, /^facts: .*no criterion "godo".*use good/s],
])('before anything is evaluated it is known of labels whether they %s', async (_, labels, says) => {
  const folder = temporaryFolder(
    labels === null ? {} : { 'labels.jsonl': jsonl({ id: 'a', answer: 'b', labels }) },
  );
  const judge =
    '{ name: judge, url: "http://127.0.0.1:9/v1", model: judge, criteria: [{ name: good, description: Good. }], labels: labels.jsonl }';
  const config = resolveConfig({
    text: `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks: { facts: { role: general, type: generate, dataset: rows.jsonl, scorers: [${judge}] } }\ngates: [{ metric: facts/judge, max_drop: 0.5 }]\n`,
    file: join(folder, 'weighbridge.yml'),
  });
  expect(await unreadableLabels(config)).toEqual(says === null ? [] : [expect.stringMatching(says)]);
});
