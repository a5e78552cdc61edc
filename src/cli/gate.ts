import { join } from 'node:path';
import { Option } from 'commander';
import type { FoldResults } from '../app/cross-validation.ts';
import { judgeResults } from '../app/judge.ts';
import { resultsAt } from '../app/sides/mlflow.ts';
import { HTML_FILE, VERDICT_FILE, withdrawVerdict } from '../app/verdict-file.ts';
import { loadConfig } from '../config/load.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { verdictJson } from '../report/json.ts';
import { following } from '../results/formats/selection.ts';
import type { AddCommand } from './command.ts';
import {
  addOverrides,
  followOption,
  type JsonFlag,
  jsonOption,
  outOption,
  overridesFromFlags,
} from './flags.ts';
import { baselineFrom, policiesFrom, policyFromOption } from './policy-from.ts';
import { showVerdict, type Terminal } from './terminal.ts';

interface GateFlags extends Record<string, unknown>, JsonFlag {
  readonly config?: string;
  readonly baseline: string;
  readonly candidate?: string;
  readonly candidates?: readonly string[];
  readonly rankBy?: string;
  readonly folds?: string;
  readonly fold?: FoldResults;
  readonly out: string;
  readonly policyFrom?: string;
  readonly follow?: readonly string[];
}

const HELP = `
Runs no model. Each side is a run directory, the folder of one side or task in it, or results of another program
(docs/reference/result-formats.md lists them), known by their content.

Examples:
  weighbridge gate --baseline out/base --candidate out/step-2000 --max-drop facts/acc=2pp
  weighbridge gate --baseline out/base --candidate out/step-2000 --config weighbridge.yml --json
  weighbridge gate --baseline lm-eval/base --candidate lm-eval/tuned --max-drop mmlu/acc=2pp
  weighbridge gate --baseline out/base --candidates out/1000 out/2000 out/3000 --config weighbridge.yml
  weighbridge gate --baseline out/base --folds folds.jsonl --fold a=out/a --fold b=out/b --max-drop facts/acc=5pp

With --folds the candidate is what one recipe made k times, each time trained on all folds of the data but one: of each
checkpoint only the samples that --folds says it was not trained on are judged, all of them together, in one verdict.

With --candidates each is judged by itself, its files in a numbered folder of --out, and as one of so many, at the error
divided by their number. Exit code 0 means that the selected one may merge: the best of those that are not blocked in
either way. Otherwise it is that of the mildest verdict: 2, 1 or 3. --json prints candidates.json.
`;

export const addGate: AddCommand = (program, { terminal, exit }) => {
  const command = program
    .command('gate')
    .description('judge existing results')
    .addOption(new Option('-c, --config <file>', 'limits from a config, besides those given by flags'))
    .addOption(outOption())
    .addOption(policyFromOption())
    .addOption(followOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP);
  addOverrides(command)
    .addOption(
      new Option(
        '--candidates <paths...>',
        'results of several candidates, of which one is to be chosen',
      ).conflicts('candidate'),
    )
    .addOption(new Option('--rank-by <gate>', 'the gate whose change says which candidate is the best'));
  command
    .addOption(
      new Option(
        '--folds <file>',
        'of a cross-validation: rows of the id of a sample and its fold',
      ).conflicts(['candidate', 'candidates']),
    )
    .addOption(
      new Option(
        '--fold <name=results>',
        'results of the checkpoint that was not trained on this fold; once a fold',
      ).argParser(foldsSoFar),
    );
  for (const side of ['--baseline', '--candidate']) {
    const option = command.options.find(({ long }) => long === side);
    if (side === '--baseline') option?.makeOptionMandatory();
    if (option !== undefined) option.description = `results of the ${side.slice(2)}`;
  }
  command.action(async (flags: GateFlags) => {
    const began = performance.now();
    await withdrawVerdict(flags.out);
    const { baseline, candidate, ...limits } = overridesFromFlags(flags);
    const { config = null, policyFrom, follow } = flags;
    if (config === null && policyFrom !== undefined) {
      throw new WeighbridgeError(
        'usage',
        'flag --policy-from: without a config nothing can be read from there',
        {
          fix: 'name the config with --config',
        },
      );
    }
    const found = config === null ? null : await policiesFrom(config, policyFrom);
    const request = {
      configPath: config,
      ...(found === null ? {} : { policies: found.policies }),
      ...{ overrides: limits, out: flags.out },
    };
    const named = await resultsAt(flags.baseline, terminal);
    const results =
      found === null || config === null ? named : await baselineFrom(found, config, named, flags.out);
    const from = following(results, follow);
    // What only some calls ask for is loaded for these.
    if (flags.candidates !== undefined) {
      const { CANDIDATES_FILE, judgeCandidates } = await import('../app/candidates.ts');
      const { renderCandidates } = await import('../report/candidates.ts');
      const judged = await judgeCandidates({
        ...{ ...request, baseline: from, rankBy: flags.rankBy ?? null },
        candidates: await Promise.all(
          flags.candidates.map(async (path) => following(await resultsAt(path, terminal), follow)),
        ),
      });
      terminal.print(flags.json ? verdictJson(judged) : renderCandidates(judged));
      terminal.info(`all of it: ${join(flags.out, CANDIDATES_FILE)}`);
      exit(judged.exitCode);
      return;
    }
    const folder = await candidateOf(flags, terminal);
    if (folder === null) {
      throw new WeighbridgeError('usage', 'flag --candidate: there is nothing to judge', {
        fix: 'name the results of the candidate with `--candidate`, or of several with `--candidates`',
      });
    }
    const verdict = await judgeResults({
      ...request,
      folders: { baseline: from, candidate: following(folder, follow) },
      given: { baseline: following(flags.baseline, follow), ...candidateNamed(flags, follow) },
    });
    showVerdict(terminal, verdict, flags.json);
    terminal.info(`report: ${join(flags.out, HTML_FILE)}, verdict: ${join(flags.out, VERDICT_FILE)}`);
    if (config !== null) {
      const seconds = (performance.now() - began) / 1000;
      const { recordIfAsked } = await import('../app/history.ts');
      await recordIfAsked(() => loadConfig(config, { assumeTasks: true }), verdict, seconds, terminal);
    }
    exit(verdict.exitCode);
  });
};

/** The candidate as the command line names it, which may be an address, or folds of which it is joined. */
function candidateNamed({ candidate, folds, fold }: GateFlags, follow: readonly string[] | undefined) {
  if (folds !== undefined && fold !== undefined) return { folds: { file: folds, results: fold } };
  return candidate === undefined ? {} : { candidate: following(candidate, follow) };
}

function foldsSoFar(value: string, before: FoldResults = []): FoldResults {
  const [, fold, path] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (fold !== undefined && path !== undefined) return [...before, { fold, path }];
  throw new WeighbridgeError('usage', `flag --fold: ${JSON.stringify(value)} names no results`, {
    fix: 'write NAME=RESULTS, such as --fold 1=out/fold-1',
  });
}

/** Where the results of the candidate lie, joined of its folds where there are some; null where none are named. */
async function candidateOf(
  { candidate, folds, fold, out }: GateFlags,
  terminal: Terminal,
): Promise<string | null> {
  if ((folds === undefined) !== (fold === undefined)) {
    throw new WeighbridgeError(
      'usage',
      'flag --folds: it says which samples --fold answers for, and needs it',
      {
        fix: 'give both, or neither',
      },
    );
  }
  if (folds === undefined || fold === undefined)
    return candidate === undefined ? null : resultsAt(candidate, terminal);
  const results = await Promise.all(
    fold.map(async (each) => ({ ...each, path: await resultsAt(each.path, terminal) })),
  );
  const { joinFoldResults } = await import('../app/cross-validation.ts');
  return joinFoldResults(folds, results, join(out, 'folds'));
}
