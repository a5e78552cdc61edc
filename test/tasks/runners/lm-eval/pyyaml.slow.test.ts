import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { readTaskFile } from '../../../../src/tasks/runners/lm-eval/task-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const PYTHON = process.env.PYTHON ?? 'python3';
const CASES = 1500;

/** What PyYAML makes of each text with the loaders of lm_eval: whether there is a tag of code, and what is included. */
const READ = `
import json, sys, yaml
def read(text, Base):
    seen = {"code": False, "includes": []}
    class Loader(Base): pass
    def function(loader, node):
        seen["code"] = True
        return "function"
    def foreign(loader, suffix, node):
        seen["code"] = True
        return "foreign"
    yaml.add_multi_constructor("!", foreign, Loader=Loader)
    yaml.add_multi_constructor("tag:yaml.org,2002:python/", foreign, Loader=Loader)
    yaml.add_constructor("!function", function, Loader=Loader)
    try:
        value = yaml.load(text.encode("utf-8", "surrogatepass"), Loader=Loader)
    except Exception:
        return None
    if not isinstance(value, dict): return None
    included = value.get("include")
    seen["includes"] = [x for x in (included if isinstance(included, list) else [included]) if isinstance(x, str)]
    return seen
loaders = [yaml.FullLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])
print(json.dumps([[read(text, loader) for loader in loaders] for text in json.load(sys.stdin)]))
`;

const PIECES = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\t',
    '\u00a0',
    ' ',
    '  ',
    '\0',
    '\v',
    '\f',
  ],
  ...[
    '#',
    ' # ',
    ':',
    ': ',
    '- ',
    '? ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '|-\n',
    '>2\n',
    '"',
    "'",
    '\\',
    '...',
    '---\n',
  ],
  ...[
    '%TAG !e! !func\n---\n',
    '%YAML 1.1\n---\n',
    '%YAML 1.2\n---\n',
    '!e!tion u.f',
    '!!python/name:os.system',
    '! x',
  ],
  ...[
    '!function u.f',
    '!<!function> u.f',
    '!%66unction u.f',
    '!!str ',
    '!!binary aGk=',
    '&a ',
    '*a',
    '<<: *a\n',
  ],
  ...[
    'x: &a { include: e.txt }\n',
    'include: e.txt\n',
    'include: [e.txt]\n',
    '"incl\\x75de": e.txt\n',
    'task: t\n',
  ],
  ...['doc_to_text: !function u.f\n', 'y: |\n  text\n', 'z: "a\n  b"\n', 'yes: no\n', '= : =\n', '0o7: 07\n'],
];

/** Small and the same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test(`whatever PyYAML takes for code or an include is found or refused, of ${CASES} texts`, {
  timeout: 300_000,
}, async (context) => {
  if (spawnSync(PYTHON, ['-c', 'import yaml']).status !== 0) return context.skip(`${PYTHON} has no PyYAML`);
  const random = generator(11);
  const texts = Array.from({ length: CASES }, () =>
    Array.from({ length: 1 + random(8) }, () => PIECES[random(PIECES.length)] ?? '').join(''),
  ).map((text, index) => (index % 2 === 0 ? `task: t${text}` : text));
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', READ], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe('');
  const theirs = JSON.parse(stdout) as ({ code: boolean; includes: string[] } | null)[][];
  const path = join(temporaryFolder({ 't.yaml': '' }), 't.yaml');
  const folder = join(path, '..');
  const missed: unknown[] = [];
  let compared = 0;
  for (const [index, text] of texts.entries()) {
    writeFileSync(path, text);
    const ours = await readTaskFile(path).catch(() => null);
    for (const seen of theirs[index] ?? []) {
      if (seen === null) continue;
      compared += 1;
      if (ours === null) continue;
      const isCodeFound = !seen.code || ours.code.length > 0;
      const areIncludesFound = seen.includes.every((each) => ours.includes.includes(join(folder, each)));
      if (!isCodeFound || !areIncludesFound) missed.push({ text, seen, ours });
    }
  }
  expect(missed).toEqual([]);
  expect(compared).toBeGreaterThan(CASES / 10);
});
