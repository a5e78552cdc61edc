import { assertNever } from '../../../core/domain/errors.ts';
import type { Runner } from '../runner.ts';
import { prepareCases } from './cases.ts';
import { prepareGenerate } from './generate.ts';
import { prepareMultipleChoice } from './multiple-choice.ts';
import type { NativeTask } from './options.ts';
import { preparePerplexity } from './perplexity.ts';
import { questionsOf } from './questions.ts';

/** Asks the engine itself, with the conventions of lm-evaluation-harness. */
export const nativeRunner: Runner<NativeTask> = {
  async prepare(_task, options, directory) {
    switch (options.type) {
      case 'multiple_choice':
        return prepareMultipleChoice(options, directory);
      case 'generate':
      case 'drift':
        return prepareGenerate(options, directory);
      case 'cases':
        return prepareCases(options, directory);
      case 'perplexity':
        return preparePerplexity(options, directory);
      default:
        return assertNever(options);
    }
  },
  questions: questionsOf,
};
