import type { ElementContent } from 'hast';
import { s } from 'hastscript';
import type { Scale } from './blocks.ts';

/** Units of the drawing's own coordinates: about as many pixels as a phone has, so that its labels can be read there. */
const WIDTH = 320;
const HEIGHT = 90;
const MIDDLE = 34;
const AXIS = 54;
/** Between the limit and a word beside it, and about as wide as a letter. */
const GAP = 6;
const LETTER = 6.5;

/** The interval against the limit, to scale. */
export function svgFigure(scale: Scale, words: string): ElementContent {
  return s(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      ariaLabel: `The interval and the limit, to scale. ${words}`,
    },
    [...forbiddenZone(scale), ...interval(scale), ...axis(scale)],
  );
}

const x = (place: number): number => Math.round(place * WIDTH * 10) / 10;

function forbiddenZone({ limit, safeSide }: Scale): ElementContent[] {
  const isLeft = safeSide === 'greater';
  const [from, to] = isLeft ? [0, x(limit)] : [x(limit), WIDTH];
  // Of two sides one always has room, and says what the other is.
  const beside = (side: 'left' | 'right', text: string) => {
    const room = (side === 'left' ? x(limit) : WIDTH - x(limit)) - GAP;
    const place = { x: x(limit) + (side === 'left' ? -GAP : GAP), y: 12 };
    return text.length * LETTER > room
      ? []
      : [s('text', { ...place, textAnchor: side === 'left' ? 'end' : 'start' }, text)];
  };
  return [
    s('rect', { className: ['forbidden'], x: from, y: 0, width: Math.round(to - from), height: AXIS }),
    s('line', { className: ['limit'], x1: x(limit), x2: x(limit), y1: 0, y2: AXIS + 4 }),
    ...beside('left', isLeft ? 'not allowed' : 'allowed'),
    ...beside('right', isLeft ? 'allowed' : 'not allowed'),
  ];
}

/** An end that nothing is known about runs to the edge, without a cap. */
function interval({ low, value, high }: Scale): ElementContent[] {
  const cap = (place: number | null) =>
    place === null ? [] : [s('line', { x1: x(place), x2: x(place), y1: MIDDLE - 7, y2: MIDDLE + 7 })];
  return [
    s('g', { className: ['interval'] }, [
      s('line', { x1: x(low ?? 0), x2: x(high ?? 1), y1: MIDDLE, y2: MIDDLE }),
      ...cap(low),
      ...cap(high),
      s('circle', { cx: x(value), cy: MIDDLE, r: 5 }),
    ]),
  ];
}

/** A label about as wide as this, as a share of the width, would run into its neighbour. */
const LABEL = 0.3;

function axis({ marks }: Scale): ElementContent[] {
  // Close to an edge a centred label would be cut off.
  const anchor = (place: number) => (place < 0.12 ? 'start' : place > 0.88 ? 'end' : 'middle');
  const isCrowded = marks.some((mark, index) =>
    marks.some((other, position) => position !== index && Math.abs(other.at - mark.at) < LABEL),
  );
  const row = (index: number) => AXIS + 16 + (isCrowded ? index * 15 : 0);
  return [
    s('line', { className: ['axis'], x1: 0, x2: WIDTH, y1: AXIS, y2: AXIS }),
    ...marks.flatMap(({ at, label }, index) => [
      s('line', { className: ['axis'], x1: x(at), x2: x(at), y1: AXIS, y2: AXIS + 4 }),
      s('text', { x: x(at), y: row(index), textAnchor: anchor(at) }, label),
    ]),
  ];
}
