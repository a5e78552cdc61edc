import { parquetWriteBuffer } from 'hyparquet-writer';

/** With structures, as `datasets` writes them. */
export const parquet = (
  scores: readonly (number | null)[],
  name = 'extractive_match',
  ids = scores.map((_, id) => String(id)),
  /** What the model was given, where that was logged. */
  inputs?: readonly string[],
) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {
          name: 'doc',
          data: scores.map((_, id) => ({ id: ids[id], query: `question ${ids[id]}`, gold_index: 0n })),
        },
        { name: 'metric', data: scores.map((score) => ({ [name]: score })) },
        {
          name: 'model_response',
          data: scores.map((_, id) => ({ text: [`answer ${id}`], ...(inputs ? { input: inputs[id] } : {}) })),
        },
      ],
      schema: [
        { name: 'root', num_children: 3 },
        { name: 'doc', num_children: 3, repetition_type: 'OPTIONAL' },
        { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'query', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'gold_index', type: 'INT64', repetition_type: 'OPTIONAL' },
        { name: 'metric', num_children: 1, repetition_type: 'OPTIONAL' },
        { name, type: 'DOUBLE', repetition_type: 'OPTIONAL' },
        { name: 'model_response', num_children: inputs ? 2 : 1, repetition_type: 'OPTIONAL' },
        ...(inputs
          ? [
              {
                name: 'input',
                type: 'BYTE_ARRAY' as const,
                converted_type: 'UTF8' as const,
                repetition_type: 'OPTIONAL' as const,
              },
            ]
          : []),
        { name: 'text', num_children: 1, repetition_type: 'OPTIONAL', converted_type: 'LIST' },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      ],
    }),
  );
