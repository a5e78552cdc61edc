import { isObject } from '../../core/domain/json.ts';
import type { RawRow } from '../../tasks/datasets/row.ts';
import type { CaseRow, ImportedCases } from './case-file.ts';

/** Fields of a sample that make it more than a question. */
const MORE = ['choices', 'sandbox', 'files', 'setup'] as const;

/**
 * Samples of an Inspect dataset (`inspect_ai.dataset.Sample`) as test cases. The scorer of an Inspect task is code, so that each target is
 * looked for in the answer, as its `includes()` does.
 */
export function casesOfInspect(rows: readonly RawRow[]): ImportedCases {
  const notes: string[] = [];
  const cases = rows.flatMap(({ fields }, index): CaseRow[] => {
    const name = fields.id === undefined || fields.id === '' ? `sample ${index + 1}` : String(fields.id);
    const leaveOut = (why: string) => {
      notes.push(`${name}: left out, ${why}`);
      return [];
    };
    const more = MORE.find((field) => fields[field] != null && fields[field] !== '');
    if (more !== undefined)
      return leaveOut(
        more === 'choices'
          ? 'it has choices: `weighbridge init --data` makes a task of them'
          : `it needs ${more}`,
      );
    const targets = [fields.target]
      .flat()
      .filter((each) => each != null && each !== '')
      .map(String);
    if (targets.length === 0) return leaveOut('it has no target, so that nothing could fail');
    const { input } = fields;
    const isTalk =
      Array.isArray(input) && input.every((turn) => isObject(turn) && typeof turn.content === 'string');
    if (!isTalk && typeof input !== 'string') return leaveOut('its input is no text');
    const asked = isTalk
      ? {
          messages: (input as { role: unknown; content: unknown }[]).map(({ role, content }) => ({
            role,
            content,
          })),
        }
      : { input: input as string };
    return [
      {
        name,
        ...asked,
        target: targets,
        checks: [{ name: 'contains', ignore_case: true }],
        tags: ['inspect'],
      },
    ];
  });
  return { rows: cases, checks: {}, notes };
}
