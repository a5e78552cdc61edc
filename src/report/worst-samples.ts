import type { GateResult } from '../core/domain/decision.ts';
import type { ShownAnswer, ShownSample } from '../core/domain/shown-samples.ts';
import { type Block, paragraph, titled, verbatim } from './blocks.ts';
import { oneLine } from './escape.ts';
import { code, inline, ours, strong } from './inline.ts';

/** More of them are on the page, which can be searched. */
const MOST = 3;
/** Code points of a text. */
const LENGTH = 1000;

/** What was asked, expected and said in the samples of a gate's task that lost most, a conversation turn by turn. */
export function worstSamples({ task }: Pick<GateResult, 'task'>, samples: readonly ShownSample[]): Block[] {
  const worst = samples.filter((sample) => sample.task === task && sample.change === 'worse').slice(0, MOST);
  return titled(ours('The samples that lost most'), worst.flatMap(sampleBlocks));
}

function sampleBlocks({ id, group, asked, baseline, candidate }: ShownSample): Block[] {
  const { question, turns = [], choices = [], reference } = asked ?? {};
  const texts: readonly (readonly [title: string, text: string | undefined])[] = [
    ...turns.map(({ role, text }) => [`${oneLine(role)} said`, text] as const),
    ['Asked', question],
    ...choices.map((choice, index) => [`Choice ${index + 1}`, choice] as const),
    ['Expected', reference],
    // Of a text that is scored nobody said anything.
    ...(baseline.output === null && candidate.output === null
      ? []
      : [['Baseline said', said(baseline)] as const, ['Candidate said', said(candidate)] as const]),
  ];
  const sides = texts.flatMap(([title, text]) =>
    text === undefined ? [] : [[title, verbatim(text, LENGTH)] as const],
  );
  const where = group === null ? [] : inline` in ${code(group)}`;
  return [
    paragraph(
      inline`${strong('Sample')} ${code(id)}${where}: score ${scored(baseline)} → ${scored(candidate)}`,
    ),
    { kind: 'sides', sides },
  ];
}

const scored = ({ score }: ShownAnswer): string =>
  score === null ? 'none' : String(Number(score.toPrecision(4))).replace('-', '−');

const said = ({ output }: ShownAnswer): string =>
  output === null ? '(not stored)' : output.trim() === '' ? '(nothing)' : output;
