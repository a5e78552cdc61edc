import { porterStem } from './porter.ts';

/** Weights of Lavie and Agarwal 2007: of recall, and of the penalty for matches that are out of order. */
const [ALPHA, BETA, GAMMA] = [0.9, 3, 0.5] as const;

type Match = readonly [answer: number, target: number];

interface Word {
  readonly index: number;
  readonly text: string;
}

interface Stage {
  readonly matches: readonly Match[];
  readonly answer: readonly Word[];
  readonly target: readonly Word[];
}

/**
 * Matches what is left of both, from the last word on: a word of the answer with the last free word of the target that is one of its
 * forms.
 */
function match(
  answer: readonly Word[],
  target: readonly Word[],
  formsOf: (text: string) => Iterable<string>,
): Stage {
  const free = new Map<string, number[]>();
  target.forEach(({ text }, place) => {
    const places = free.get(text);
    if (places === undefined) free.set(text, [place]);
    else places.push(place);
  });
  const matches: Match[] = [];
  const taken = new Set<number>();
  const left: Word[] = [];
  for (const word of [...answer].reverse()) {
    let best: number[] = [];
    for (const form of formsOf(word.text)) {
      const places = free.get(form) ?? [];
      if ((places.at(-1) ?? -1) > (best.at(-1) ?? -1)) best = places;
    }
    const place = best.pop();
    const other = place === undefined ? undefined : target[place];
    if (place === undefined || other === undefined) left.push(word);
    else {
      taken.add(place);
      matches.push([word.index, other.index]);
    }
  }
  return { matches, answer: left.reverse(), target: target.filter((_, place) => !taken.has(place)) };
}

const words = (tokens: readonly string[]): Word[] =>
  tokens.map((token, index) => ({ index, text: token.toLowerCase() }));

const stemmed = (list: readonly Word[]): Word[] =>
  list.map(({ index, text }) => ({ index, text: porterStem(text) }));

/** Runs of matches that are neighbours in answer and target. */
const chunksOf = (matches: readonly Match[]): number =>
  matches.filter(([answer, target], index) => {
    const [before, other] = matches[index - 1] ?? [Number.NaN, Number.NaN];
    return answer !== before + 1 || target !== other + 1;
  }).length;

/**
 * METEOR of one answer and one target, 0 to 1, as `single_meteor_score` of NLTK 3.10 has it: Lavie and Agarwal 2007, "METEOR: An
 * Automatic Metric for MT Evaluation with High Levels of Correlation with Human Judgments".
 *
 * @param synonymsOf what stands beside a word in WordNet. As in NLTK it is asked for the stem of the word that is left.
 */
export function meteorScore(
  answer: readonly string[],
  target: readonly string[],
  synonymsOf: (word: string) => ReadonlySet<string>,
): number {
  const exact = match(words(answer), words(target), (text) => [text]);
  const stems = match(stemmed(exact.answer), stemmed(exact.target), (text) => [text]);
  const synonyms = match(stems.answer, stems.target, (text) => new Set([...synonymsOf(text), text]));
  const matches = [exact, stems, synonyms].flatMap((stage) => stage.matches).sort(([a], [b]) => a - b);
  if (matches.length === 0) return 0;
  const precision = matches.length / answer.length;
  const recall = matches.length / target.length;
  const mean = (precision * recall) / (ALPHA * precision + (1 - ALPHA) * recall);
  return (1 - GAMMA * (chunksOf(matches) / matches.length) ** BETA) * mean;
}
