import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../support/shared-data.ts';
import { compare, loadPath } from '../load.ts';

const found = sharedData('helm');
const DATA = found ?? '';

/** Values are those of stats.json, by split and number of instances. */
describe.skipIf(found === null)('real runs of HELM', () => {
  test.each<[string, string, number, Readonly<Record<string, number>>]>([
    [
      'commonsense-dataset=hellaswag,method=multiple_choice_joint,model=eleutherai_pythia-1b-v0',
      'commonsense:dataset=hellaswag,method=multiple_choice_joint',
      10,
      { exact_match: 0.3 },
    ],
    [
      'mmlu-subject=philosophy,method=multiple_choice_joint,model=openai_gpt2',
      'mmlu:subject=philosophy,method=multiple_choice_joint',
      10,
      { exact_match: 0.1 },
    ],
    [
      'narrative_qa-model=openai_gpt2',
      'narrative_qa',
      5,
      { exact_match: 0, f1_score: (4 * 0.17424242424242425) / 5 },
    ],
  ])('%s', async (folder, task, planned, values) => {
    const path = join(DATA, folder);
    const { runs, faults } = await loadPath(path);
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => [record.task, record.planned])).toEqual([[task, planned]]);
    const { comparability, of } = await compare(path, path);
    expect(comparability).toEqual([]);
    for (const [metric, value] of Object.entries(values)) {
      expect(of(`${task}/${metric}`)?.candidate?.value).toBeCloseTo(value, 9);
      expect(of(`${task}/${metric}`)?.delta?.value).toBe(0);
    }
  });

  test('three runs of three models are not one side', async () => {
    expect((await loadPath(DATA)).faults).toEqual([expect.stringContaining('several models')]);
  });
});
