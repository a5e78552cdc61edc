import type { Command } from 'commander';
import type { Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkMan from 'remark-man';
import { unified } from 'unified';
import { buildProgram } from '../src/cli/program.ts';
import { Terminal } from '../src/cli/terminal.ts';

/** The commands with their flags as they say it themselves, as a page of the docs and as a man page. */

type Content = Root['children'][number];

const text = (value: string) => ({ type: 'text', value }) as const;
const paragraph = (value: string): Content => ({ type: 'paragraph', children: [text(value)] });
const heading = (depth: 1 | 2 | 3, value: string): Content => ({
  type: 'heading',
  depth,
  children: [text(value)],
});

/** Nothing of it is ever run. */
const program = (): Promise<Command> =>
  buildProgram({ terminal: new Terminal(), signal: new AbortController().signal, exit: () => {} });

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function terms(rows: readonly (readonly [term: string, says: string])[]): Content[] {
  if (rows.length === 0) return [];
  const item = ([term, says]: readonly [string, string]) => ({
    type: 'listItem' as const,
    spread: false,
    children: [
      {
        type: 'paragraph' as const,
        children: [{ type: 'inlineCode' as const, value: term }, text(`: ${says}`)],
      },
    ],
  });
  return [{ type: 'list', ordered: false, spread: false, children: rows.map(item) }];
}

const commandsOf = (command: Command): Command[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((each) => each.name() !== 'help');

function flagsOf(command: Command): (readonly [term: string, says: string])[] {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .map((option) => [help.optionTerm(option), help.optionDescription(option)]);
}

/** Flags that several commands have, and that mean the same wherever they stand: they are told once. */
function sharedFlags(command: Command): Map<string, string> {
  const uses = new Map<string, string[]>();
  const count = (of: Command): void => {
    for (const [term, says] of flagsOf(of)) uses.set(term, [...(uses.get(term) ?? []), says]);
    commandsOf(of).forEach(count);
  };
  count(command);
  const shared = [...uses].filter(([, said]) => said.length >= 4 && new Set(said).size === 1);
  return new Map(shared.map(([term, [says = '']]) => [term, says]));
}

function describe(command: Command, shared: ReadonlyMap<string, string>): Content[] {
  const help = command.createHelp();
  const flags = flagsOf(command);
  const also = flags.filter(([term]) => shared.has(term)).map(([term]) => term.replace(/[ ,].*/, ''));
  const own: Content[] = [
    heading(command.parent === null ? 2 : 3, pathOf(command)),
    paragraph(`${command.description().replace(/^./, (first) => first.toUpperCase())}.`),
    { type: 'code', value: `${pathOf(command)} ${command.usage()}` },
    ...terms(
      help.visibleArguments(command).map((each) => [help.argumentTerm(each), help.argumentDescription(each)]),
    ),
    ...terms(flags.filter(([term]) => !shared.has(term))),
    ...(also.length === 0 ? [] : [paragraph(`And of the flags of several commands: ${also.join(' ')}.`)]),
  ];
  return [
    ...(command.parent === null ? [] : own),
    ...commandsOf(command).flatMap((each) => describe(each, shared)),
  ];
}

const EXIT_CODES = [
  ['0', 'not blocked'],
  ['1', 'regression'],
  ['2', 'inconclusive, and blocked'],
  ['3', 'invalid: nothing can be said'],
  ['4', 'wrong usage or config'],
  ['5', 'our own fault'],
] as const;

function body(command: Command): Content[] {
  const shared = sharedFlags(command);
  return [
    heading(2, 'Commands'),
    ...describe(command, shared),
    heading(2, 'Flags of several commands'),
    ...terms([...shared]),
    heading(2, 'Exit codes'),
    ...terms(EXIT_CODES),
  ];
}

const INTRODUCTION =
  'Generated from the commands themselves. `weighbridge COMMAND --help` shows each with examples, `source <(weighbridge complete bash)` (or zsh; `weighbridge complete fish | source`; powershell) completes commands and flags in a shell, and man/weighbridge.1 is this page for `man -l`.';

export async function cliReference(): Promise<string> {
  const command = await program();
  const tree: Root = { type: 'root', children: [heading(1, 'The command line'), ...body(command)] };
  const [title = '', ...rest] = toMarkdown(tree, { bullet: '-' }).split('\n\n');
  return [title, INTRODUCTION, ...rest].join('\n\n');
}

export async function manPage(version: string): Promise<string> {
  const command = await program();
  const tree: Root = {
    type: 'root',
    children: [heading(1, `weighbridge(1) -- ${command.description()}`), ...body(command)],
  };
  const man = unified().use(remarkMan, { name: 'weighbridge', section: 1, version });
  // The month in which it was made says nothing of it.
  return `${man.stringify(tree).replace(/^(\.TH \S+ \S+) "[^"]*"/, '$1 ""')}\n`;
}
