const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KEYS = ['url', 'model'] as const;

/** What a side of an endpoint leaves out, the engine says: one address for two models of it, or one name at two addresses. */
export function completeEndpoints(value: unknown): unknown {
  if (!isMap(value) || !isMap(value.engine)) return value;
  const { engine, baseline, anchor, reference } = value;
  const given = Object.fromEntries(
    KEYS.flatMap((key) => (engine[key] === undefined ? [] : [[key, engine[key]]])),
  );
  const one = (side: unknown) =>
    isMap(side) && KEYS.some((key) => Object.hasOwn(side, key)) ? { ...given, ...side } : side;
  const each = (sides: unknown) => (Array.isArray(sides) ? sides.map(one) : one(sides));
  const hasSources = isMap(baseline) && Object.hasOwn(baseline, 'sources');
  return {
    ...value,
    ...(value.candidate === undefined ? {} : { candidate: one(value.candidate) }),
    ...(baseline === undefined
      ? {}
      : { baseline: hasSources ? { ...baseline, sources: each(baseline.sources) } : each(baseline) }),
    ...(isMap(reference) && !('engine' in reference) ? { reference: one(reference) } : {}),
    ...(isMap(anchor) ? { anchor: { ...anchor, model: one(anchor.model) } } : {}),
  };
}
