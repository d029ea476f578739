/** The engine's own evaluator, by its bare entry: six formats, no options. */
import { createValidator } from '../../../packages/form-engine/dist/validator.js';

export default {
  compile(schema) {
    const validate = createValidator(schema);
    return {
      check: (data) => validate(data).valid === true,
      collect: (data) => validate(data).count,
    };
  },
};
