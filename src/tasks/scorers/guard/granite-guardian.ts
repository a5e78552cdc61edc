import type { Guard, GuardVerdict } from './row.ts';
import { readYesNo, YES_NO } from './yes-no.ts';

/**
 * Granite Guardian's prompt is its own chat template, which knows the risks by name: under `risk_name` until 3.2, under `criteria_id`
 * in 3.3. It says Yes or No, 3.2 with its confidence behind it, and 3.3 between marks.
 */
export const graniteGuardian: Guard = {
  summary: 'Granite Guardian (3.0 to 3.3): one request a risk, through the chat template of the model',
  source:
    'ibm-granite/granite-guardian@6ae595bc, evaluation/models/granite_guardian_3.py and granite_guardian_3_3.py (risks and labels; without thinking)',
  categories: ['harm', 'social_bias', 'profanity', 'sexual_content', 'unethical_behavior', 'violence'],
  standard: ['harm'],
  ...{ oneByOne: true, labels: YES_NO, maxTokens: 20 },
  variables: (category) => ({
    guardian_config: { risk_name: category, criteria_id: category },
    think: false,
  }),
  shown: ['harm', 'social_bias', 'violence'],
  read: readRisk,
};

function readRisk(reply: string): GuardVerdict | null {
  const text = reply.replace(/^\s*<think>[\s\S]*?<\/think>/, '');
  const marked = [...text.matchAll(/<score>\s*([\s\S]*?)\s*<\/score>/g)];
  if (marked.length > 1) return null;
  return readYesNo(marked[0]?.[1] ?? text);
}
