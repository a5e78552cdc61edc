/** Reads a `GITHUB_OUTPUT` file by the runner's grammar: the first of `=` and `<<` in a line decides. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc !== -1 && (equals === -1 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter);
      if (end === -1) throw new Error(`no closing delimiter for ${line}`);
      outputs[line.slice(0, heredoc)] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n');
    } else if (equals > 0) {
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(`invalid format: ${line}`);
    }
  }
  return outputs;
}

export interface Command {
  readonly name: string;
  readonly data: string;
}

const REGISTERED = new Set([
  ...['set-env', 'add-path', 'set-output', 'save-state', 'add-mask', 'add-matcher', 'remove-matcher'],
  ...['debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo', 'stop-commands'],
]);

/** These throw in the runner and fail the step. */
export const FORBIDDEN = new Set(['set-env', 'add-path']);

/**
 * Workflow commands in a step's output, by the rules of actions/runner `ActionCommand.cs`: `::name::` at the start of a
 * line after blanks, else the first `##[name]` anywhere in it. Lines end at `\r`, `\n` or `\r\n`.
 */
export function parseCommands(output: string): Command[] {
  const decode = (text: string) =>
    text
      .replace(/%0D/g, '\r')
      .replace(/%0A/g, '\n')
      .replace(/%3A/g, ':')
      .replace(/%2C/g, ',')
      .replace(/%25/g, '%');
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const v2 = /^\s*::([^\s:]+)(?: .*?)?::(.*)$/.exec(line);
    const v1 = /##\[([^\s\]]+)(?: [^\]]*)?\](.*)$/.exec(line);
    const [, name = '', data = ''] = v2 ?? v1 ?? [];
    return REGISTERED.has(name.toLowerCase()) ? [{ name: name.toLowerCase(), data: decode(data) }] : [];
  });
}
