const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KEYS = ['url', 'model'] as const;

/** What a side of an endpoint leaves out, its engine says: one address for two models of it, or one name at two addresses. */
export function completeEndpoints(value: unknown): unknown {
  if (!isMap(value)) return value;
  const { engine, candidate, baseline, anchor, reference } = value;
  const one = (side: unknown) => completed(side, engine);
  const each = (sides: unknown) => (Array.isArray(sides) ? sides.map(one) : one(sides));
  const hasSources = isMap(baseline) && Object.hasOwn(baseline, 'sources');
  return {
    ...value,
    ...(candidate === undefined ? {} : { candidate: one(candidate) }),
    ...(baseline === undefined
      ? {}
      : { baseline: hasSources ? { ...baseline, sources: each(baseline.sources) } : each(baseline) }),
    ...(isMap(anchor) ? { anchor: { ...anchor, model: one(anchor.model) } } : {}),
    ...(isMap(reference)
      ? {
          reference: Object.hasOwn(reference, 'engine')
            ? { ...reference, model: completed(reference.model, reference.engine) }
            : one(reference),
        }
      : {}),
  };
}

function completed(side: unknown, engine: unknown): unknown {
  if (!isMap(engine) || !isMap(side) || !KEYS.some((key) => Object.hasOwn(side, key))) return side;
  const given = Object.fromEntries(
    KEYS.flatMap((key) => (engine[key] === undefined ? [] : [[key, engine[key]]])),
  );
  return { ...given, ...side };
}
