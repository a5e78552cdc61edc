const small = (elsewhere: string) =>
  `With 100 samples and 15 % flips a limit of 2 pp is half a standard error of the difference, so that a false alarm is nearly as likely as at the limit itself, where it keeps its 5 %. \`check\` says that such a gate needs more than 2,500 samples. This is the figure of the method, not of this program: an independent implementation of the same tests and looks has ${elsewhere}.`;

/** Criteria that are not met, and why they stay: by the cell's name. One that is met again has to be taken off. */
export const KNOWN_MISSES: Readonly<Record<string, string>> = {
  'ten unchanged of n 500, margin 2 pp, discordance 10 %: failed':
    'With 500 samples a limit of 2 pp is 1.4 standard errors of the difference, so that each of ten gates fails an unchanged model in 0.12 % of runs. A correction for their number would cut the detection of a real drop of 5 pp on one of ten such benchmarks from 37 % to 11 % (limit 3 pp). From 1,000 samples on the rate is within the criterion. This is the figure of the method, not of this program: an independent implementation has 1.149, summed over every outcome.',
  'lean, n 100, margin 2 pp, discordance 10 %, at the limit: merged':
    'A score test of so few whole samples is not exact: as its error at 5 % may come to 5.5 %, that at 25 % comes to 26.2 % here. An independent program, which sums the same test over every outcome with numpy and scipy, has 26.17 too.',
  'n 100, margin 2 pp, discordance 15 %, unchanged and failed': small('1.658, summed over every outcome'),
  'population, n 100, margin 2 pp, discordance 15 %, drop 0: unchanged and failed': small(
    '1.83 (2 million simulated runs, standard error 0.01)',
  ),
};
