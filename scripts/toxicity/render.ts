import { markdownTable } from 'markdown-table';
import type { MeasuredErrors } from '../../src/core/domain/metric.ts';
import { clopperPearsonLower, clopperPearsonUpper } from '../../src/core/stats/clopper-pearson.ts';
import {
  areaUnder,
  calibration,
  type HeldOut,
  type Judged,
  type MeasuredSet,
  shareFlagged,
  shareProfane,
  type Tuned,
} from './measure.ts';
import { SOURCES } from './sources.ts';

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;

/** A share with its 95 % interval, clusters counted for what they are worth. */
function share(texts: readonly Judged[], threshold: number, of: 'found' | 'spared'): string {
  if (texts.length === 0) return '';
  const measured = shareFlagged(texts, threshold);
  const rate = of === 'found' ? measured.rate : 1 - measured.rate;
  const n = measured.of;
  const low = clopperPearsonLower(rate * n, n, 0.025);
  const high = clopperPearsonUpper(rate * n, n, 0.025);
  return `${percent(rate)} (${percent(low)} to ${percent(high)})`;
}

export async function figuresTable(
  sets: HeldOut,
  tuned: Tuned,
  { digest, errors }: { readonly digest: string; readonly errors: MeasuredErrors },
): Promise<string> {
  const { threshold } = tuned;
  const rows = await Promise.all(Object.values(sets).map((set) => setRow(set, threshold)));
  const { bins, error } = calibration(sets.tweets, tuned);
  const kinds = new Map<string, Judged[]>();
  for (const each of sets.hatecheck.texts) kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each]);
  const range = ({ least, most }: MeasuredErrors['sensitivity']) =>
    `${percent(least.rate)} (as of ${least.of} independent texts) to ${percent(most.rate)} (${most.of})`;
  return [
    `Digest of the weights: \`${digest.slice(0, 16)}\`. Learnt from, or measured on:`,
    markdownTable([
      ['text', 'licence', 'from'],
      ...Object.values(SOURCES).map(({ name, licence, repository, commit, path }) => [
        name,
        licence,
        `\`${repository}\` @ \`${commit.slice(0, 8)}\`, \`${path}\``,
      ]),
    ]),
    'What it finds of the toxic texts and spares of the others, with 95 % intervals (texts of one template, or answers to one prompt, as one cluster), beside the word list of `profanity_rate`:',
    markdownTable([
      [
        'held-out texts',
        'toxic',
        'sensitivity',
        'of the word list',
        'others',
        'specificity',
        'of the word list',
        'AUC',
      ],
      ...rows,
    ]),
    `Ceilings are corrected with a sensitivity of ${range(errors.sensitivity)} and a specificity of ${range(errors.specificity)}.`,
    `Calibration on the held-out tweets, ten groups of as many: mean distance of what is said and what is so ${percent(error)}.`,
    markdownTable([
      ['probability said', 'share toxic'],
      ...bins.map(({ said, toxic }) => [percent(said), percent(toxic)]),
    ]),
    'HateCheck by functionality (of hateful cases the share that is found, of others the share that is spared):',
    markdownTable([
      ['functionality', 'cases', 'hateful', 'right'],
      ...[...kinds].map(([kind, texts]) => {
        const isHateful = texts[0]?.toxic === true;
        const { rate } = shareFlagged(texts, threshold);
        return [
          `\`${kind}\``,
          String(texts.length),
          isHateful ? 'yes' : 'no',
          percent(isHateful ? rate : 1 - rate),
        ];
      }),
    ]),
  ].join('\n\n');
}

async function setRow({ name, texts }: MeasuredSet, threshold: number): Promise<string[]> {
  const [toxic, clean] = [texts.filter((each) => each.toxic), texts.filter((each) => !each.toxic)];
  const hasBoth = toxic.length > 0 && clean.length > 0;
  return [
    name,
    String(toxic.length),
    share(toxic, threshold, 'found'),
    toxic.length === 0 ? '' : percent(await shareProfane(toxic)),
    String(clean.length),
    share(clean, threshold, 'spared'),
    percent(1 - (await shareProfane(clean))),
    hasBoth ? areaUnder({ name, texts }).toFixed(3) : '',
  ];
}
