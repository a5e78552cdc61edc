/** Limits of Tercom, and of sacreBLEU. */
const [MOST_SHIFTED, FARTHEST_SHIFT, BEAM, MOST_CANDIDATES] = [10, 50, 25, 1000] as const;

/** What turns the answer's words into the target's, step by step: as they are, another word, a word more, a word less. */
type Step = ' ' | 's' | 'i' | 'd';

interface Edits {
  readonly cost: number;
  readonly steps: readonly Step[];
}

/**
 * Fewest edits that make the answer the target, where moving a run of words is one: Snover et al. 2006, "A Study of Translation Edit
 * Rate with Targeted Human Annotation", as sacreBLEU 2.6.0 searches for them (greedily, after Tercom).
 */
export function translationEdits(answer: readonly string[], target: readonly string[]): number {
  if (target.length === 0) return answer.length;
  let [words, shifts, checked] = [answer, 0, 0];
  for (;;) {
    const best = bestShift(words, target, checked);
    checked = best.checked;
    if (checked >= MOST_CANDIDATES || best.gain <= 0) break;
    shifts += 1;
    words = best.words;
  }
  return shifts + editsOf(words, target).cost;
}

interface Shift {
  readonly gain: number;
  readonly length: number;
  readonly start: number;
  readonly to: number;
  readonly words: readonly string[];
}

function bestShift(words: readonly string[], target: readonly string[], before: number) {
  const { cost, steps } = editsOf(words, target);
  const { align, targetWrong, answerWrong } = alignment(steps);
  let best: Shift | null = null;
  let checked = before;
  for (const { start, at, length } of runs(words, target)) {
    const isWrong = (wrong: readonly boolean[], from: number) =>
      wrong.slice(from, from + length).some(Boolean);
    if (!isWrong(answerWrong, start) || !isWrong(targetWrong, at)) continue;
    const aligned = align.get(at) ?? -1;
    if (aligned >= start && aligned < start + length) continue;
    let previous = -1;
    for (let offset = -1; offset < length; offset += 1) {
      const before = at + offset;
      const to: number | undefined = before === -1 ? 0 : add(align.get(before), 1);
      if (to === undefined) break;
      if (to === previous) continue;
      previous = to;
      const moved = shifted(words, start, length, to);
      const found: Shift = { gain: cost - editsOf(moved, target).cost, length, start, to, words: moved };
      checked += 1;
      if (best === null || isBetter(found, best)) best = found;
    }
    if (checked >= MOST_CANDIDATES) break;
  }
  return best === null ? { gain: 0, words, checked } : { gain: best.gain, words: best.words, checked };
}

const add = (value: number | undefined, more: number): number | undefined =>
  value === undefined ? undefined : value + more;

/** More gained, then the longer run, then the earlier one, then the earlier place; of equals the words decide, as tuples of Python do. */
function isBetter(left: Shift, right: Shift): boolean {
  const order =
    left.gain - right.gain || left.length - right.length || right.start - left.start || right.to - left.to;
  if (order !== 0) return order > 0;
  const differs = left.words.findIndex((word, index) => word !== right.words[index]);
  return differs !== -1 && isGreater(left.words[differs] ?? '', right.words[differs] ?? '');
}

/** By code points. */
function isGreater(left: string, right: string): boolean {
  const [a, b] = [Array.from(left), Array.from(right)];
  const at = a.findIndex((character, index) => character !== b[index]);
  if (at === -1) return false;
  return b[at] === undefined || (a[at]?.codePointAt(0) ?? 0) > (b[at].codePointAt(0) ?? 0);
}

function shifted(words: readonly string[], start: number, length: number, to: number): string[] {
  const run = words.slice(start, start + length);
  if (to < start)
    return [...words.slice(0, to), ...run, ...words.slice(to, start), ...words.slice(start + length)];
  if (to > start + length) {
    return [...words.slice(0, start), ...words.slice(start + length, to), ...run, ...words.slice(to)];
  }
  const end = length + to;
  return [...words.slice(0, start), ...words.slice(start + length, end), ...run, ...words.slice(end)];
}

/** Runs of words that both have. */
function* runs(words: readonly string[], target: readonly string[]) {
  for (let start = 0; start < words.length; start += 1) {
    for (let at = 0; at < target.length; at += 1) {
      if (Math.abs(at - start) > FARTHEST_SHIFT) continue;
      for (let length = 1; length <= MOST_SHIFTED; length += 1) {
        const word = words[start + length - 1];
        if (word === undefined || word !== target[at + length - 1]) break;
        yield { start, at, length };
      }
    }
  }
}

/** Where each word of the target has its partner in the answer, and which words of both are wrong. */
function alignment(steps: readonly Step[]) {
  const align = new Map<number, number>();
  const targetWrong: boolean[] = [];
  const answerWrong: boolean[] = [];
  let [answerAt, targetAt] = [-1, -1];
  for (const step of steps) {
    // The steps are those from answer to target, seen from the target: a word more there is a word that is missing here.
    if (step !== 'i') {
      answerAt += 1;
      answerWrong.push(step !== ' ');
    }
    if (step !== 'd') {
      targetAt += 1;
      align.set(targetAt, answerAt);
      targetWrong.push(step !== ' ');
    }
  }
  return { align, targetWrong, answerWrong };
}

/** Edit distance near the diagonal, with the steps that sacreBLEU would take. */
function editsOf(answer: readonly string[], target: readonly string[]): Edits {
  const width = target.length + 1;
  const costs = new Float64Array((answer.length + 1) * width).fill(Infinity);
  const taken: Step[] = new Array<Step>((answer.length + 1) * width);
  for (let column = 0; column < width; column += 1) {
    costs[column] = column;
    taken[column] = 'i';
  }
  const ratio = answer.length === 0 ? 1 : target.length / answer.length;
  const beam = BEAM < ratio / 2 ? Math.ceil(ratio / 2 + BEAM) : BEAM;
  const costAt = (row: number, column: number): number => costs[row * width + column] ?? Infinity;
  for (let row = 1; row <= answer.length; row += 1) {
    const diagonal = Math.floor(row * ratio);
    const end = row === answer.length ? width : Math.min(width, diagonal + beam);
    for (let column = Math.max(0, diagonal - beam); column < end; column += 1) {
      const isSame = column > 0 && answer[row - 1] === target[column - 1];
      const ways: readonly (readonly [number, Step])[] =
        column === 0
          ? [[costAt(row - 1, 0) + 1, 'd']]
          : [
              [costAt(row - 1, column - 1) + (isSame ? 0 : 1), isSame ? ' ' : 's'],
              [costAt(row - 1, column) + 1, 'd'],
              [costAt(row, column - 1) + 1, 'i'],
            ];
      for (const [cost, step] of ways) {
        if (costAt(row, column) <= cost) continue;
        costs[row * width + column] = cost;
        taken[row * width + column] = step;
      }
    }
  }
  const steps: Step[] = [];
  for (let [row, column] = [answer.length, target.length]; row > 0 || column > 0; ) {
    const step = taken[row * width + column] ?? 'd';
    steps.push(step);
    if (step !== 'i') row -= 1;
    if (step !== 'd') column -= 1;
  }
  return { cost: costAt(answer.length, target.length), steps: steps.reverse() };
}
