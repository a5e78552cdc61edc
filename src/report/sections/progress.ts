import type { GateResult, LookEvidence } from '../../core/domain/decision.ts';
import { type Block, type Chart, numberColumn, table } from '../blocks.ts';
import { formatCount } from '../format.ts';
import { ours } from '../inline.ts';

/** How a sequential evaluation came to its answer: the evidence for both, look by look. */
export function progressBlocks({ sequence }: GateResult): Block[] {
  const looks = sequence?.progress ?? [];
  const last = looks.at(-1);
  if (last === undefined || looks.length < 2) return [];
  const top = Math.max(1.1, ...looks.map(({ pass, regression }) => Math.max(pass, regression)));
  const across = looks.map(({ samples }) => samples / last.samples);
  const drawing: Chart = {
    kind: 'lines',
    series: (['pass', 'regression'] as const).map((name) => ({
      ...{ name, across },
      values: looks.map((look) => look[name] / top),
    })),
    line: { at: 1 / top, label: 'proven' },
    ends: ['0', `${formatCount(last.samples)} samples`],
  };
  const evidence = (of: 'pass' | 'regression') => (look: LookEvidence) => `${Math.round(100 * look[of])} %`;
  const rows = table(
    'Evidence look by look',
    [
      numberColumn<LookEvidence>('Samples', ({ samples }) => formatCount(samples)),
      numberColumn<LookEvidence>('For a pass', evidence('pass')),
      numberColumn<LookEvidence>('For a regression', evidence('regression')),
    ],
    looks,
  );
  const isEarly = looks.slice(0, -1).some(({ pass, regression }) => Math.max(pass, regression) >= 1);
  const words = ours(
    `The evidence for each answer while samples came in, as a share of what proves it: the first to reach 100 % decides.${isEarly ? ' Nothing is decided from a handful of samples, or while too few of them have scores.' : ''}`,
  );
  return rows.map((block) => ({ kind: 'chart', chart: drawing, words, table: block }));
}
