import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lmEvalEnvironment } from '../../../../scripts/lm-eval-environment.ts';
import { messageOf } from '../../../../src/core/domain/errors.ts';
import { compileTemplate } from '../../../../src/tasks/runners/native/template.ts';

/** What jinja2 made of every template that the installed lm_eval ships: written by lm-eval/templates.py. */
interface Templates {
  readonly version: string;
  readonly tasks: number;
  readonly rendered: readonly {
    readonly task: string;
    readonly source: string;
    readonly doc: Readonly<Record<string, unknown>>;
    readonly text: string;
  }[];
  readonly unrendered: readonly { readonly task: string; readonly source: string }[];
  readonly python: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const script = join(import.meta.dirname, 'lm-eval/templates.py');
const python = join(dirname(lmEvalEnvironment()), 'python');
const templates: Templates = JSON.parse(
  execFileSync(python, [script], { maxBuffer: 2 ** 28, encoding: 'utf8' }),
);

/** The parser of @huggingface/jinja takes names of variables in ASCII alone. */
const isUnreadable = (source: string): boolean => /Avaliación|Instrucción|Paráfrase/.test(source);

function render(source: string, fields: Readonly<Record<string, unknown>>): unknown {
  const row = { fields, at: { file: 'documents' } };
  const template = compileTemplate(source, 'doc_to_text');
  const value = template.value(row);
  return Array.isArray(value) ? value : template.text(row);
}

/** Python's text of a list, as lm_eval reads it again with literal_eval; null where JSON is not near enough. */
function listIn(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll("'", '"'));
  } catch {
    return null;
  }
}

describe(`templates of lm-evaluation-harness ${templates.version}`, () => {
  test('all but a few of its tasks are looked at', () => {
    expect(templates.tasks).toBeGreaterThan(10_000);
    expect(templates.rendered.length).toBeGreaterThan(3000);
    expect(templates.unrendered.length).toBeLessThan(10);
  });

  test('give with us what they give there', () => {
    const different = templates.rendered
      .filter(({ source }) => !isUnreadable(source))
      .flatMap(({ task, source, doc, text }) => {
        try {
          const ours = render(source, doc);
          const theirs = typeof ours === 'string' ? text : listIn(text);
          const isSame = theirs === null || JSON.stringify(ours) === JSON.stringify(theirs);
          return isSame ? [] : [{ task, source, doc, text, ours }];
        } catch (error) {
          return [{ task, source, doc, text, ours: messageOf(error) }];
        }
      });
    expect(different.map((each) => JSON.stringify(each))).toEqual([]);
  });

  test('those that need Python are listed', async () => {
    const families = Object.entries(templates.python).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = families.map(([family, parts]) => {
      const count = new Set(Object.values(parts).flat()).size;
      return `| ${family} | ${count} | ${Object.keys(parts).sort().join(', ')} |`;
    });
    await expect(
      [
        '# Tasks of lm-evaluation-harness that need Python',
        '',
        `<!-- Written by test/tasks/runners/native/lm-eval-templates.real.test.ts (npm run test:lm-eval -- -u). -->`,
        '',
        `Of the ${templates.tasks.toLocaleString('en-US')} tasks of lm_eval ${templates.version} the templates of all others can be copied into`,
        '`weighbridge.yml`: a test renders each with jinja2 and with ours and finds the same text. Of those below a part is a Python',
        'function; they run with `runner: lm-eval` ([lm-eval.md](lm-eval.md)). Three sets of Galician tasks name variables with accents,',
        'which our parser refuses, and a list is never printed as Python prints it: it has to be joined.',
        '',
        '| folder | tasks | what is Python |',
        '| :- | -: | :- |',
        ...rows,
        '',
      ].join('\n'),
    ).toMatchFileSnapshot('../../../../docs/reference/lm-eval-python.md');
  });
});
