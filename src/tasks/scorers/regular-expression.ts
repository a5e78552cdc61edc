import { RE2JS } from 're2js';
import { z } from 'zod';
import { messageOf } from '../../core/domain/errors.ts';

/** A pattern for RE2, whose running time is linear in the text: a model cannot hang the gate by what it says. */
export const regularExpression = z
  .string()
  .min(1)
  .superRefine((pattern, context) => {
    try {
      RE2JS.compile(pattern);
    } catch (error) {
      // Nothing else can be said of an entry with such a pattern.
      const message = `not an RE2 pattern: ${messageOf(error)}`;
      context.addIssue({ code: 'custom', message, continue: false });
    }
  });
