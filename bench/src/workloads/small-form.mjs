/** The form that a page has shown before another one: three fields. It only warms an engine up, so it is no workload of its own. */

/** @returns {{schema: object, valid: object}} */
export function smallForm() {
  return {
    schema: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 50 },
        born: { type: 'string', format: 'date' },
        kind: { enum: ['copy', 'original'] },
      },
      required: ['name'],
      additionalProperties: false,
    },
    valid: { name: 'Lò Văn Pao', born: '1990-02-28', kind: 'copy' },
  };
}
