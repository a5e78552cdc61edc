import type { Severity } from '../../../core/domain/sample.ts';
import type { LoadedModel } from '../../engines/engine.ts';
import type { ChatMessage } from './chat.ts';

/** What is asked of a model, which writes its answer. */
export interface Question {
  /** For people: without examples and system message. */
  readonly asked: string;
  readonly targets: readonly string[];
  /** What the answer is to rest on; absent where the task names none. */
  readonly contexts?: readonly string[];
  /** For people, where targets are not all that counts as right. */
  readonly reference?: readonly string[];
  /** Only of a test case. */
  readonly severity?: Severity;
  /**
   * Everything before the answer.
   * @param said what the model answered to the turns before; a mark stands in the place of each where nobody asked
   * @param model whose chat template is used; null for the text without one
   * @throws WeighbridgeError `checkpoint` for a model without the template that the task needs
   */
  readonly render: (model: Pick<LoadedModel, 'chatTemplate'> | null, said?: readonly string[]) => string;
  /** Of a later turn what it follows; absent where the model's own answers stand in no prompt. */
  readonly conversation?: {
    /** Samples whose answers stand before it, in their order. */
    readonly after: readonly string[];
    readonly turns: (said: readonly string[]) => readonly ChatMessage[];
  };
}
