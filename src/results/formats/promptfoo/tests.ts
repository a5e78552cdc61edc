import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { idFrom, NOT_RECORDED } from '../foreign-run.ts';
import { groupBy } from '../group-by.ts';
import { digest } from '../lm-eval/digest.ts';
import type { Row } from './row.ts';

/** A row as a sample that has no scores yet. */
export interface Test {
  readonly row: Row;
  readonly sample: Omit<SampleRecord, 'scores'>;
}

export const withScores = ({ sample }: Test, scores: Readonly<Record<string, Score>>): SampleRecord => ({
  ...sample,
  scores,
});

export const promptLabel = ({ prompt }: Row): string =>
  idFrom(
    prompt.label ?? prompt.display ?? (typeof prompt.raw === 'string' ? prompt.raw : digest(prompt.raw)),
  );

/**
 * Tests are told by their variables, and with several prompts by the prompt too. Equal ones (`repeat`, or tests that differ
 * in what they assert) are numbered; they and the prompts of one test are a cluster, since they are not independent.
 */
export function identify(rows: readonly Row[]): Test[] {
  const prompts = new Set(rows.map(promptLabel)).size;
  const keyed = rows.map((row, position) => {
    const variables = digest(row.testCase?.vars ?? row.vars).slice('sha256:'.length, 23);
    const group = prompts > 1 ? { group: promptLabel(row) } : {};
    const key = prompts > 1 ? `${variables}-${digest(group).slice('sha256:'.length, 15)}` : variables;
    return { row, variables, key, group, target: targetOf(row), index: row.testIdx ?? position };
  });
  const sizes = groupBy(keyed, ({ variables }) => variables);
  const seen = new Map<string, number>();
  return keyed
    .sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : a.index - b.index))
    .map(({ row, variables, key, group, target, index }) => {
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      const output = row.response?.output;
      return {
        row,
        sample: {
          id: occurrence === 1 ? key : `${key}#${occurrence}`,
          index,
          input_digest: inputOf(row),
          target_digest: target,
          ...group,
          ...((sizes.get(variables) ?? []).length > 1 ? { cluster: variables } : {}),
          ...(typeof output === 'string' ? { output } : {}),
        },
      };
    })
    .sort((a, b) => a.sample.index - b.sample.index);
}

/** A conversation holds what the model said before, which differs from model to model by nature. */
function inputOf(row: Row): string {
  return Object.hasOwn(row.vars, '_conversation')
    ? digest({ prompt: row.promptId, vars: row.testCase?.vars })
    : digest(row.prompt.raw);
}

const targetOf = ({ testCase: test }: Row): string =>
  test === undefined
    ? NOT_RECORDED
    : digest({ assert: test.assert, threshold: test.threshold, options: test.options });
