/** ajv, compiled at run time: one instance for the page, all errors, ajv-formats, as form libraries use it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

let instance;

export default {
  compile(schema) {
    if (instance === undefined) {
      instance = new Ajv2020({ allErrors: true, logger: false });
      addFormats.default(instance);
    }
    const validate = instance.compile(schema);
    return {
      check: (data) => validate(data),
      collect: (data) => (validate(data) ? 0 : validate.errors.length),
    };
  },
};
