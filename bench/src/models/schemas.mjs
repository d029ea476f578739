/** The forms that every model is asked to open: one kind of text field, in whatever number. */

export const ROW_COLUMNS = ['name', 'street', 'town', 'phone', 'note'];
/** What is right of a text, for models that take no schema: the same rule. */
export const LEAST = 2;
export const MOST = 100;

/** The answers of one row. */
export function rowOf(number) {
  return Object.fromEntries(ROW_COLUMNS.map((column) => [column, `${column} ${number}`]));
}

const text = { type: 'string', minLength: LEAST, maxLength: MOST };

/** Names of the fields of a flat form. */
export function namesOf(size) {
  return Array.from({ length: size }, (_, index) => `field${index}`);
}

/** So many texts, all required. */
export function flatSchema(size) {
  const names = namesOf(size);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { ...text }])),
    required: names,
    additionalProperties: false,
  };
}

/** A list of rows of five texts. */
export function rowsSchema() {
  return {
    type: 'object',
    properties: {
      rows: {
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(ROW_COLUMNS.map((column) => [column, { ...text }])),
          required: ['name'],
        },
      },
    },
  };
}

/** A switch that shows so many fields. */
export function switchSchema(fields) {
  const names = namesOf(fields);
  const asked = flatSchema(fields);
  return {
    type: 'object',
    properties: { wanted: { type: 'boolean' }, ...asked.properties },
    if: { properties: { wanted: { const: true } }, required: ['wanted'] },
    then: {},
    else: { properties: Object.fromEntries(names.map((name) => [name, false])) },
  };
}
