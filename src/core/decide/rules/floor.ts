import type { Rule } from './rule.ts';
import { valueRule } from './value.ts';

export const FLOOR: Rule<'floor'> = {
  ...valueRule('floor', -1),
  name: 'floor',
  description: "The candidate's own value must stay above this.",
  flag: 'smallest value allowed, such as tickets/json_valid=95%',
};
