import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { VerdictFile } from '../core/domain/decision.ts';
import { GATE_COLUMNS } from './columns.ts';
import { plural } from './format.ts';
import { gateCounts, headline, summaryLine, verdictLabel } from './headline.ts';
import { list, nodes, quoted, section, table } from './html/elements.ts';
import { gateCard } from './html/gate.ts';
import { STYLE } from './html/style.ts';
import { taskDetails } from './html/task.ts';
import { code, type Inline, say, toPlain } from './inline.ts';
import type { ReportContext } from './markdown.ts';
import { reproduceCommand } from './reproduce.ts';
import { baselineLines } from './sections/baseline.ts';
import {
  judgedBy,
  modelsOf,
  policyLines,
  readable,
  settingDifferences,
  settingsOf,
  TASK_COLUMNS,
} from './sections/compared.ts';
import { costWords } from './sections/cost.ts';
import { decidingFirst } from './sections/flips.ts';
import { faults } from './who-acts.ts';

/** Nothing may load, run or be sent anywhere, whatever stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The whole report as one page that needs nothing else: every gate with its numbers and picture, every group, every changed
 * sample that the verdict file carries. No script; text of models is text and nothing more.
 */
export function renderHtml(file: VerdictFile, context: ReportContext): string {
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [h('head', head(file)), h('body', body(file, context))]),
    ],
  };
  return `${toHtml(page)}\n`;
}

function head(file: VerdictFile): ElementContent[] {
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', `Weighbridge: ${toPlain(summaryLine(file))}`),
    h('style', STYLE),
  ];
}

function body(file: VerdictFile, context: ReportContext): ElementContent[] {
  return [
    h('main', [
      h('h1', [
        h('span', { className: ['verdict', file.verdict] }, verdictLabel(file.verdict)),
        ' ',
        ...nodes(headline(file)),
      ]),
      h('p', [
        h('strong', file.blocked ? 'This blocks the merge.' : 'This does not block the merge.'),
        ` ${gateCounts(file.gates)}`,
      ]),
      ...faultList(file),
      ...(file.gates.length === 0
        ? []
        : [table(plural(file.gates.length, 'gate'), GATE_COLUMNS, file.gates)]),
      ...section(
        'gates',
        'Gates, one by one',
        file.gates.map((gate) => gateCard(file, gate)),
      ),
      ...section('changed', 'Which groups and samples changed', decidingFirst(file).flatMap(taskDetails)),
      ...section('compared', 'What was compared', compared(file, context)),
      ...section('cost', 'Cost', [h('p', costWords(file, context.elapsedSeconds))]),
      ...section('reproduce', 'Reproduce locally', [
        h('p', 'In a clone at this commit, with the checkpoints in place:'),
        quoted(reproduceCommand(file)),
      ]),
    ]),
    h('footer', h('p', nodes(judgedBy(file)))),
  ];
}

function faultList(file: VerdictFile): ElementContent[] {
  if (file.verdict !== 'invalid') return [];
  const { wrong, remedies } = faults(file);
  return [
    h('h2', 'What is wrong'),
    ...list(wrong),
    ...(remedies.length === 0
      ? []
      : [h('h2', 'Who must do what'), ...list(remedies.map(({ who, what }) => say`${who}: ${what}`))]),
  ];
}

function compared(file: VerdictFile, { envAllow = [], now = null }: ReportContext): ElementContent[] {
  const joined = (parts: readonly Inline[], separator: string): Inline =>
    parts.flatMap((part, index) =>
      index === 0 ? part : [{ kind: 'ours' as const, text: separator }, ...part],
    );
  const differing = settingDifferences(file).map(([weight, what]) => say`${weight}: ${what}`);
  const settings = settingsOf(file).map(([task, values]) =>
    values.length === 0
      ? say`${code(task)}: no settings recorded`
      : say`${code(task)}: ${joined(values, ' ')}`,
  );
  return [
    ...list(modelsOf(file).map(([side, facts]) => say`${side}: ${joined(facts, ', ')}`)),
    ...list(baselineLines(file, now).map((line) => say`Baseline: ${line}`)),
    ...(file.tasks.length === 0 ? [] : [table(plural(file.tasks.length, 'task'), TASK_COLUMNS, file.tasks)]),
    ...(differing.length === 0 ? [] : [h('h3', 'Differences between the two runs'), ...list(differing)]),
    h('h3', 'Limits and policy, with where each came from'),
    ...list(policyLines(file)),
    ...(settings.length === 0 ? [] : [h('h3', 'Settings of each task'), ...list(settings)]),
    ...readable(envAllow).map((line) => h('p', nodes(line))),
  ];
}
