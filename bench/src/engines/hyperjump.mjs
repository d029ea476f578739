/** @hyperjump/json-schema with its formats asserted: FLAG output for the verdict, BASIC for the errors. */
import '@hyperjump/json-schema/formats-lite';
import { BASIC } from '@hyperjump/json-schema/experimental';
import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/draft-2020-12';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
let schemas = 0;

setShouldValidateFormat(true);

export default {
  async compile(schema) {
    schemas += 1;
    const uri = `urn:bench:${schemas}`;
    registerSchema(schema, uri, DIALECT);
    const judge = await validate(uri);
    return {
      check: (data) => judge(data).valid,
      collect: (data) => judge(data, BASIC).errors?.length ?? 0,
    };
  },
};
