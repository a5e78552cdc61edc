/** A test by its name, its formula, and the part of docs/explanation/method.md that explains it. */
export interface Method {
  readonly name: string;
  readonly formula: string;
  readonly section: string;
}

const TESTS = 'Which test, and why';
const IN_ORDER = 'Fewer samples';

/** One row a method that `test.method` or `delta.method` of a gate can name. */
const METHODS: Readonly<Record<string, Method>> = {
  tango: {
    name: "Tango's score test for paired proportions",
    formula: 'z = (rose − fell − n·δ₀) / √(n·(2q + δ₀(1 − δ₀))), δ₀ the limit as a delta, q fitted under it',
    section: TESTS,
  },
  t: {
    name: "Student's t on the paired differences, with which t freed of their skewness (Hall) has to agree",
    formula:
      't = (mean difference − δ₀) / (s / √n) = √n·x becomes √n·(((1 + γx/3)³ − 1)/γ + γ/6n), n − 1 degrees of freedom',
    section: TESTS,
  },
  'clustered t': {
    name: "Student's t on the sums of clusters (CR2), with which t freed of their skewness (Hall) has to agree",
    formula:
      't = (mean difference − δ₀) / √Σ e² / (1 − 2w + Σw²), w the share of a cluster, Satterthwaite’s degrees of freedom; below 20 effective clusters the means of parts of them have to agree',
    section: TESTS,
  },
  'linearised t': {
    name: "Student's t on the linearised ratio",
    formula: 'influence of a sample = (numerator − ratio · denominator) / mean denominator, then t',
    section: TESTS,
  },
  'stratified t': {
    name: "Student's t on the mean of the groups' means",
    formula:
      't = (Σ mean of group / groups − δ₀) / √(Σ s²_group / n_group / groups²), Welch and Satterthwaite’s degrees of freedom',
    section: 'Means of groups',
  },
  'bca bootstrap': {
    name: "the bias-corrected and accelerated bootstrap of pairs, with which Student's t on jackknife values has to agree",
    formula:
      'ends at Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) of 2,000 resamples, seeded by the sample ids, or at those of jackknife t where these lie further out',
    section: 'Metrics of all samples at once',
  },
  'jackknife t': {
    name: "Student's t on jackknife values",
    formula:
      'value of a unit = θ + (G − 1)(mean of θ without each unit − θ without this one), G − 1 degrees of freedom',
    section: 'Metrics of all samples at once',
  },
  'batched t': {
    name: "Student's t on jackknife values of batches in the order of time, neighbours of which may hang together",
    formula:
      't = (θ − δ₀) / (s / √G · √((1 + ρ) / (1 − ρ))), G about √n batches, ρ the correlation of neighbours freed of its bias, G(1 − ρ) / (1 + ρ) − 1 degrees of freedom',
    section: 'Latency and cost',
  },
  'order statistics': {
    name: 'order statistics, which assume nothing of the distribution',
    formula:
      'at most x: P(Bin(n′, 1 − q) ≤ k′) ≤ α, k of n above x, n′ as many independent answers as tell as much, k′ = k n′ / n',
    section: 'Latency and cost',
  },
  'calibration limits': {
    name: 'limits of the calibration error that allow for its bias, by two bounds of which the better counts',
    formula:
      'rise ≤ Σ s(gap of the candidate − gap of the baseline), s the sign of the former where clear, else of the difference; rise ≤ Σ |gap of the candidate| − an estimate of Σ |gap of the baseline| that is too low; t at α/2 each',
    section: 'Metrics of all samples at once',
  },
  'finite population': {
    name: 'the test that fits the scores, for a random part of a finite list',
    formula: 'every limit nearer by √(1 − n/N), n samples of N',
    section: 'What the verdict speaks of',
  },
  'unpaired z': {
    name: 'z of two aggregates without samples',
    formula: 'z = (candidate − baseline − δ₀) / √(se²_candidate + se²_baseline)',
    section: 'Results without samples',
  },
  'square-and-add': {
    name: 'a weighted sum of changes, by square-and-add',
    formula: 'gain − Σ weight · loss ∓ √Σ (distance of each from its own limit)²; a task that won counts 0',
    section: 'A gain against losses',
  },
  average: {
    name: "the weighted mean of several tasks' changes, by square-and-add",
    formula:
      'Σ w · change ∓ √(Σ d² + 2 Σ r · d · d′), d = w · distance of each from its own limit, r the correlation of two tasks by the samples that they share: 0 without any',
    section: 'An average of tasks',
  },
  'clopper-pearson': {
    name: 'the exact binomial test',
    formula: 'the rate at which so many events or fewer (more) have probability α: one-sided Clopper-Pearson',
    section: TESTS,
  },
  'rogan-gladen': {
    name: 'the exact test of the rate behind an observed one, for measured errors of the scorer',
    formula:
      'mean over q of the exact binomial p-value, q = p·sensitivity + (1 − p)(1 − specificity), these as uncertain as their Clopper-Pearson limits',
    section: 'Rates behind a scorer that errs',
  },
  cases: {
    name: 'test cases one by one',
    formula:
      'cases that the baseline always passes and most answers of the candidate fail; nothing is inferred',
    section: 'Test cases',
  },
  benchmark: {
    name: 'the count on exactly this benchmark',
    formula: 'observed against limit; every sample was seen, so that nothing is inferred',
    section: 'What the verdict speaks of',
  },
  'betting without replacement': {
    name: 'betting on what the full run of exactly this benchmark would show',
    formula:
      'wealth = mean over bet sizes of Π (1 + λ·(change − its mean were the limit true)), against 1/α at every look; the interval is every delta not ruled out so',
    section: IN_ORDER,
  },
  'e-process': {
    name: 'a mixture of likelihood ratios of the rate',
    formula:
      'mean over a in {0, c/4, c/2} of (a/c)^events·((1 − a)/(1 − c))^others, against 1/α at every look',
    section: IN_ORDER,
  },
  'holm, mcnemar mid-p': {
    name: "McNemar's mid-p test of every group, with Holm's correction",
    formula: 'p = P(X > fell) + ½P(X = fell), X ~ Binomial(rose + fell, ½); p₍ᵢ₎·(groups − i + 1) < α',
    section: 'Groups',
  },
  'largest gap': {
    name: 'the largest gap between two groups, by square-and-add',
    formula:
      'less than the limit in every pair of groups at α; greater in one at α / (k(k − 1)), k groups; each group by the test that fits its scores',
    section: 'Groups',
  },
  drift: {
    name: 'two one-sided tests of the drift of the answers, each by the test that fits what is looked at',
    formula:
      'less than the limit either way at α, and more than it one way at α; of kinds in every set of them; of vocabulary the Jensen-Shannon divergence less what swaps of sides give, of meaning the unbiased square of the distance, by jackknife t over independent prompts',
    section: 'Answers without a right one',
  },
  'holm, margin': {
    name: "the test against the limit in every group, with Holm's correction",
    formula: 'p₍ᵢ₎·(groups − i + 1) < α',
    section: 'Groups',
  },
};

/** Null for a method that this version does not know; the file may be from another one. */
export function methodOf(name: string): Method | null {
  const base = fixedMethodOf(name);
  const method = Object.hasOwn(METHODS, base) ? (METHODS[base] ?? null) : null;
  if (method === null || base === name) return method;
  if (isDescriptive(name))
    return { ...method, name: `${method.name}, for a number of samples fixed in advance` };
  return {
    name: `one of ten planned looks: ${method.name}`,
    formula: `${method.formula}; at the look's level, which together spend α·t^1.5`,
    section: IN_ORDER,
  };
}

/** Whether an interval says no more than what the seen samples look like: the verdict does not rest on it. */
export const isDescriptive = (method: string): boolean => method.endsWith(', descriptive');

const fixedMethodOf = (name: string): string =>
  name.replace(/, descriptive$/, '').replace(/^group sequential, /, '');
