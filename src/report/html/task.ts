import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Flip, TaskResult } from '../../core/domain/decision.ts';
import { formatCount, plural } from '../format.ts';
import { code, say } from '../inline.ts';
import { groupColumns, regressed, score } from '../sections/flips.ts';
import { nodes, quoted, table } from './elements.ts';

/** What moved within one task: its groups, and the samples that the verdict file carries. Nothing where nothing did. */
export function taskDetails(task: TaskResult): ElementContent[] {
  const metric = task.metrics.find(({ metric: name }) => name === task.primaryMetric);
  if (metric === undefined) return [];
  const worse = task.flips.filter((flip) => regressed(flip, metric.direction));
  const better = task.flips.filter((flip) => !regressed(flip, metric.direction));
  const isStill = metric.groups.every(({ delta }) => delta === 0);
  if (task.flips.length === 0 && isStill) return [];
  return [
    h('h3', nodes(say`${code(`${task.task}/${metric.metric}`)}`)),
    ...(metric.groups.length === 0
      ? []
      : [
          h('details', { open: metric.groups.length <= 20 }, [
            h('summary', `${plural(metric.groups.length, 'group')}, worst first`),
            table('Delta by group', groupColumns(metric), metric.groups),
          ]),
        ]),
    ...samples('Got worse', worse, metric.flips?.regressed),
    ...samples('Got better', better, metric.flips?.improved),
  ];
}

function samples(title: string, flips: readonly Flip[], total: number | undefined): ElementContent[] {
  if (flips.length === 0) return [];
  const all = total === undefined ? '' : ` of ${formatCount(total)}`;
  return [
    h('details', [
      h('summary', `${title} (${formatCount(flips.length)}${all} shown)`),
      h(
        'ol',
        { className: ['samples'] },
        flips.map((flip) => h('li', sample(flip))),
      ),
    ]),
  ];
}

function sample({ id, group, baseline, candidate }: Flip): ElementContent[] {
  const where = group === null ? [] : say` in ${code(group)}`;
  return [
    h('p', nodes(say`${code(id)}${where}: score ${score(baseline.score)} → ${score(candidate.score)}`)),
    ...(baseline.output === null && candidate.output === null
      ? []
      : [h('div', { className: ['sides'] }, [side('Baseline', baseline), side('Candidate', candidate)])]),
  ];
}

function side(who: string, { output }: Flip['baseline']): ElementContent {
  const said =
    output === null
      ? h('p', 'no output was stored')
      : output === ''
        ? h('p', 'an empty output')
        : quoted(output);
  return h('div', [h('p', { className: ['who'] }, who), said]);
}
