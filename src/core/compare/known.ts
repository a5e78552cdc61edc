const known = new WeakMap<object, Map<unknown, unknown>>();

/** What follows from something that does not change, worked out once: every gate on a metric, and every reader of it, asks for the same. */
export function onceFor<T>(of: object, question: unknown, answer: () => T): T {
  const answers = known.get(of) ?? new Map<unknown, unknown>();
  known.set(of, answers);
  if (!answers.has(question)) answers.set(question, answer());
  return answers.get(question) as T;
}

/** What is worked out when it is first asked for, and no more than once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
