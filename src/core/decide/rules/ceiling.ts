import type { Rule } from './rule.ts';
import { valueRule } from './value.ts';

export const CEILING: Rule<'ceiling'> = {
  ...valueRule('ceiling', 1),
  name: 'ceiling',
  description: "The candidate's own value must stay below this.",
  flag: 'largest value allowed, such as prompts/toxicity=1%',
};
