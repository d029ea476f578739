/** typebox/schema, compiled; its limit of eight errors is lifted, as a form needs them all. */
import { Compile } from 'typebox/schema';
import { Settings } from 'typebox/system';

Settings.Set({ maxErrors: 1_000 });

export default {
  compile(schema) {
    const validator = Compile(schema);
    return {
      check: (data) => validator.Check(data),
      collect: (data) => validator.Errors(data)[1].length,
    };
  },
};
