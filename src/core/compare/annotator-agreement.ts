import { plural } from '../domain/format.ts';
import {
  type AnswerGrades,
  alphaInterval,
  intraclassCorrelation,
  krippendorffAlpha,
  middleGrade,
} from '../stats/annotators.ts';

/** The grades of one answer by one person. */
interface Annotated {
  readonly annotator: string | undefined;
  readonly grades: Readonly<Record<string, number>>;
}

/** Below this people are usually said to mean different things by the criterion. */
const MARK = 0.7;
const ALPHA = 0.05;
const RESAMPLING = { resamples: 2000, seed: 1234 };

/** How far several annotators agree on a criterion, in a sentence; null where no answer has the grades of two. */
export function annotatorAgreement(
  answers: readonly (readonly Annotated[])[],
  criterion: string,
): string | null {
  const given = answers.map((annotations) =>
    annotations.flatMap(({ annotator, grades }) => {
      const grade = grades[criterion];
      return grade === undefined ? [] : [{ annotator, grade }];
    }),
  );
  const shared = given.filter(({ length }) => length > 1);
  if (shared.length === 0) return null;
  const names = [...new Set(shared.flat().map(({ annotator }) => annotator))].sort();
  const grades = shared.map((annotations) => annotations.map(({ grade }) => grade));
  const who = `${plural(names.length, 'annotator')} of ${plural(shared.length, 'answer')}`;
  const alpha = krippendorffAlpha(grades);
  if (alpha === null) return `${criterion}: ${who} give all of them one grade, which shows no agreement`;
  const limits = alphaInterval(grades, ALPHA, RESAMPLING);
  const icc = intraclassCorrelation(inOneOrder(shared, names));
  const shown = [
    ...(limits === null ? [] : [`90 % interval ${fixed(limits.low)} to ${fixed(limits.high)}`]),
    ...(icc === null ? [] : [`ICC(2,1) ${fixed(icc)}`]),
  ];
  const beside = shown.length === 0 ? '' : ` (${shown.join(', ')})`;
  const open = grades.filter((each) => middleGrade(each) === null).length;
  const split =
    open === 0 ? '' : `; of ${plural(open, 'answer')} there is no middle grade, and they count nothing`;
  const mark =
    alpha < MARK
      ? `, below ${MARK}: who grades decides, so say in the criterion what they see differently, and grade again`
      : '';
  return `${criterion}: ${who} agree by Krippendorff's alpha of ${fixed(alpha)}${beside}${mark}${split}`;
}

/** The grades of each answer that all have graded, in the order of their names; those of others have no place in an ICC. */
const inOneOrder = (
  answers: readonly (readonly { readonly annotator: string | undefined; readonly grade: number }[])[],
  names: readonly (string | undefined)[],
): readonly AnswerGrades[] =>
  answers.map((annotations) =>
    names.flatMap((name) => annotations.find(({ annotator }) => annotator === name)?.grade ?? []),
  );

const fixed = (value: number): string => value.toFixed(2).replace('-', '−');
