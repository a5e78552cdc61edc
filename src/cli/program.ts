import { Command } from 'commander';
import { VERSION } from '../app/version.ts';
import type { AddCommand, CommandContext } from './command.ts';

const HELP = `
Exit codes:
  0  not blocked            3  invalid: nothing can be said
  1  regression             4  wrong usage or config
  2  inconclusive, blocked  5  our own fault

Start with:
  weighbridge init          write a config and a workflow
  weighbridge check         what the config comes to, without running a model
  weighbridge run           evaluate both checkpoints, compare, decide, report
`;

/** A file of commands: what the others need is not loaded for the one that was asked for. */
interface CommandRow {
  readonly names: readonly string[];
  readonly load: () => Promise<AddCommand>;
}

/** In the order of the help. */
const ROWS: readonly CommandRow[] = [
  { names: ['run'], load: async () => (await import('./run.ts')).addRun },
  { names: ['evaluate'], load: async () => (await import('./evaluate.ts')).addEvaluate },
  { names: ['gate'], load: async () => (await import('./gate.ts')).addGate },
  { names: ['compare'], load: async () => (await import('./compare.ts')).addCompare },
  { names: ['import'], load: async () => (await import('./import.ts')).addImport },
  { names: ['export'], load: async () => (await import('./export.ts')).addExport },
  { names: ['check'], load: async () => (await import('./check.ts')).addCheck },
  { names: ['show'], load: async () => (await import('./show.ts')).addShow },
  { names: ['baseline'], load: async () => (await import('./baseline.ts')).addBaseline },
  { names: ['report'], load: async () => (await import('./report.ts')).addReport },
  { names: ['explain'], load: async () => (await import('./explain.ts')).addExplain },
  { names: ['noise'], load: async () => (await import('./noise.ts')).addNoise },
  { names: ['overlap'], load: async () => (await import('./overlap.ts')).addOverlap },
  { names: ['history', 'note'], load: async () => (await import('./history.ts')).addHistory },
  { names: ['suggest'], load: async () => (await import('./suggest.ts')).addSuggest },
  { names: ['replay'], load: async () => (await import('./replay.ts')).addReplay },
  { names: ['track'], load: async () => (await import('./track.ts')).addTrack },
  { names: ['init'], load: async () => (await import('./init.ts')).addInit },
  { names: ['cases'], load: async () => (await import('./cases.ts')).addCasesCommand },
];

/** The library's script asks a function of the package bash-completion, which smaller machines and images do not have. */
const BASH_ALONE = `if ! declare -F _get_comp_words_by_ref > /dev/null; then
    _get_comp_words_by_ref() {
        cur=\${COMP_WORDS[COMP_CWORD]}
        prev=\${COMP_WORDS[COMP_CWORD - 1]}
        words=("\${COMP_WORDS[@]}")
        cword=$COMP_CWORD
    }
fi`;

/**
 * All commands, with their flags and what they say of themselves.
 * @param asked the first word that the program is called with: of a command, it alone is added, which is all that such a call can reach
 */
export async function buildProgram(context: CommandContext, asked?: string): Promise<Command> {
  const program = new Command('weighbridge')
    .description('The eval gate for model checkpoints: did this fine-tune forget anything?')
    .version(VERSION)
    .addHelpText('after', HELP)
    // What follows the name of a command is that command's.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help to see what there is)')
    .exitOverride();
  // A version is told before any command is looked for.
  if (asked === '--version' || asked === '-V') return program;
  const row = ROWS.find(({ names }) => asked !== undefined && names.includes(asked));
  const adding = await Promise.all((row === undefined ? ROWS : [row]).map(({ load }) => load()));
  for (const add of adding) add(program, context);
  if (row === undefined) {
    // Knows what it is told before it is called.
    const { default: completion } = await import('@bomb.sh/tab/commander');
    completion(program);
    program.commands
      .find((command) => command.name() === 'complete')
      ?.hook('preAction', (_, { args: [shell] }) => {
        if (shell === 'bash') context.terminal.print(BASH_ALONE);
      });
  }
  return program;
}
