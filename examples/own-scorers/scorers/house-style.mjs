/**
 * A metric as a JavaScript module: how much of the house style an answer keeps.
 * @param {string} text what the model said
 * @param {string[]} targets what counts as right
 * @returns {number | boolean | { unscored: string }}
 */
export default function houseStyle(text, targets) {
  if (text.trim() === '') return { unscored: 'the answer is empty' };
  const rules = [
    !/!{2,}/.test(text),
    !/\bASAP\b/i.test(text),
    /^(Hello|Dear)\b/.test(text.trim()),
    targets.length === 0 || targets.some((name) => text.includes(name)),
  ];
  return rules.filter(Boolean).length / rules.length;
}
