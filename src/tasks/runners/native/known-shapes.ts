import { ANSWERS } from './known-shapes/answers.ts';
import { CHOICE_SHAPES } from './known-shapes/choices.ts';
import { CONVERSATIONS } from './known-shapes/conversations.ts';
import { GENERAL } from './known-shapes/general.ts';
import { LABELS } from './known-shapes/labels.ts';
import { PREFERENCES } from './known-shapes/preferences.ts';
import { PROGRAMS } from './known-shapes/programs.ts';
import type { Shape } from './shape.ts';

/**
 * Shapes in which evaluation sets come, the first that fits is taken: one row adds a shape. Prompts are those of
 * lm-evaluation-harness where it has the task.
 */
export const SHAPES: readonly Shape[] = [
  ...PROGRAMS,
  ...CHOICE_SHAPES,
  ...ANSWERS,
  ...PREFERENCES,
  ...CONVERSATIONS,
  ...LABELS,
  ...GENERAL,
];
