/** @cfworker/json-schema, told to go on after the first error. */
import { Validator } from '@cfworker/json-schema';

export default {
  compile(schema) {
    const validator = new Validator(schema, '2020-12', false);
    return {
      check: (data) => validator.validate(data).valid,
      collect: (data) => validator.validate(data).errors.length,
    };
  },
};
