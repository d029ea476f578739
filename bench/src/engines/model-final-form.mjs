/** Final Form: registered fields with functions of the author's; a list is one value, written anew. */
import { createForm } from 'final-form';
import { LEAST, MOST, namesOf, rowOf } from '../models/schemas.mjs';

const judge = (value) => (value === undefined || value.length < LEAST || value.length > MOST ? 'length' : undefined);
const onSubmit = () => undefined;

export default {
  openFlat(size) {
    const names = namesOf(size);
    const form = createForm({ onSubmit, validateOnBlur: false });
    const middle = names[Math.floor(size / 2)];
    let error;
    form.pauseValidation();
    for (const name of names)
      form.registerField(
        name,
        (state) => {
          if (name === middle) error = state.error;
        },
        { value: true, error: true },
        { getValidator: () => judge, validateFields: [] },
      );
    form.resumeValidation();
    return {
      press: (text) => form.change(middle, text),
      settled: (text) => (form.change(middle, text), error === undefined ? 0 : 1),
      close: () => undefined,
    };
  },

  openRows(count) {
    const rows = Array.from({ length: count }, (_, index) => rowOf(index));
    const form = createForm({ onSubmit, initialValues: { rows } });
    form.registerField('rows', () => undefined, { value: true });
    const middle = Math.floor(count / 2);
    const write = (act) => {
      const next = form.getState().values.rows.slice();
      act(next);
      form.change('rows', next);
    };
    return {
      append: () => write((list) => list.push(rowOf(count))),
      insert: () => write((list) => list.splice(middle, 0, rowOf(count))),
      removeFirst: () => write((list) => list.shift()),
      move: () => write((list) => list.splice(middle, 0, list.shift())),
      length: () => form.getState().values.rows.length,
      close: () => undefined,
    };
  },
};
