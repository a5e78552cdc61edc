import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../src/tasks/runners/native/template.ts';
import { faultOf } from '../../../support/fault.ts';

const row = {
  fields: {
    question: 'Q?',
    'odd name': 'odd',
    choices: ['a', 'b'],
    n: 1,
    nothing: null,
    inner: { text: 'deep' },
    range: 'a field',
  },
  at: { file: 'd.jsonl', line: 3 },
};

describe('text', () => {
  test.each([
    ['question', 'Q?'],
    ['odd name', 'odd'],
    ['n', '1'],
    ['a plain text', 'a plain text'],
    ['{{question}}\nA:', 'Q?\nA:'],
    ['{{question}}\n', 'Q?\n'],
    ['{% if n == 1 %}one{% else %}{{ missing }}{% endif %}', 'one'],
    ['{% for choice in choices %}{{ loop.index }}. {{ choice }}\n{% endfor %}', '1. a\n2. b\n'],
    ['  {% set x = 1 %}\n{{ x }}', '  \n1'],
    ['{{ inner.text }}', 'deep'],
    ['{{ range }}', 'a field'],
    ['{{ missing is defined }}', 'false'],
    ['{{ missing | default("d") }}', 'd'],
    ['{{ inner.missing | default("d") }}', 'd'],
    ['{{ nothing is none }}', 'true'],
    ['', ''],
    ['{{ choices.index("b") }}', '1'],
    ['{{ ["x", "Q?"].index(question) }}', '1'],
    ['{{ choices.count("a") }}', '1'],
    ['{{ ", ".join(choices) }}', 'a, b'],
    ['{{ choices | join("/") }}', 'a/b'],
    ['{{ choices[-1:][0] }}', 'b'],
    ['{{ question[:-1] }}', 'Q'],
    ['{{ question.strip("?") }}', 'Q'],
    ['{{ " \u00a0x\t".strip() }}', 'x'],
    ['{{ "--x--".lstrip("-") }}', 'x--'],
    ['{{ "--x--".rstrip("-") }}', '--x'],
    ['{{ "a😀b".find("b") }}', '2'],
    ['{{ "a".find("b") }}', '-1'],
    ['{{ "abcb".index("b") }}', '1'],
    ['{{ "abcb".rfind("b") }}', '3'],
    ['{{ "abcb".count("b") }}', '2'],
    ['{{ "a#b#c".rsplit("#", 1) | join("|") }}', 'a#b|c'],
    ['Put it in \\boxed{question}', 'Put it in \\boxed{question}'],
    ['{{ "a#### 4".split("####")[-1].strip() }}', '4'],
  ])('%j is %j', (source, expected) => {
    expect(compileTemplate(source, 'doc_to_text').text(row)).toBe(expected);
  });

  test.each([
    ['{{ missing }}', /^d\.jsonl:3: doc_to_text "\{\{ missing \}\}": "missing" is undefined\n {2}fix: /],
    [
      'Q: {question}',
      /has \{question\}, which stands for itself in every row\n {2}fix: write \{\{question\}\}/,
    ],
    ['{{ inner.missing }}', /"missing" is undefined/],
    ['{{ choices[7] }}', /"7" is undefined/],
    ['{% if missing %}x{% endif %}', /"missing" is undefined/],
    ['{{ missing.deeper is defined }}', /"missing" is undefined/],
    ['{% if n %}{{ nothing }}{% endif %}', /"nothing" is null/],
    ['{{ "x" if n == 2 }}', /is undefined/],
    ['choices', /the field "choices" of doc_to_text is not a text/],
    ['{{ range(3) }}', /doc_to_text/],
    ['{{ choices }}', /"choices" is a list: join it/],
    ['{{ inner }}', /"inner" is no text/],
    ['{{ choices.index("c") }}', /"c" is not in the list/],
    ['{{ question.index("z") }}', /"z" is not in the text/],
    ['{{ ",".join(n) }}', /join\(\) takes a list of texts/],
    ['{{ question.strip(n) }}', /the argument must be a text/],
  ])('%j is an error that names row and template', async (source, message) => {
    const template = compileTemplate(source, 'doc_to_text');
    const fault = await faultOf(() => template.text(row));
    expect(fault.kind).toBe('data');
    expect(fault.text).toMatch(message);
  });

  test.each(['{{ question', '{% if %}', '{% for %}{% endfor %}'])('%j does not parse', async (source) => {
    const fault = await faultOf(() => compileTemplate(source, 'description'));
    expect(fault.kind).toBe('config');
    expect(fault.text).toMatch(/^description is not a Jinja template/);
  });
});

describe('value', () => {
  test.each<[string, unknown]>([
    ['choices', ['a', 'b']],
    ['{{ choices }}', ['a', 'b']],
    ['{{ [inner.text, "k", n] }}', ['deep', 'k', 1]],
    ['{{ inner }}', { text: 'deep' }],
    ['{{ n }}', 1],
    ['n', 1],
    ['{{ nothing is none }}', true],
    ['{{ n }} ', '1 '],
    ['{% set x = question[:1] %}{{ [x + "a", x + "b"] }}', ['Qa', 'Qb']],
    ['["{{ question }}"]', '["Q?"]'],
  ])('%j is %j', (source, expected) => {
    expect(compileTemplate(source, 'doc_to_choice').value(row)).toEqual(expected);
  });
});
