/** Chooses a control for a node: the one form.json names, else the best by rank. Provinces add their own with `defineControl`. */
import type { PlanNode } from '@motcua/form-engine/runtime';
import { addressControl } from './address-control.js';
import { comboboxControl, selectControl, tilesControl } from './choice-controls.js';
import type { ControlDefinition } from './control.js';
import { dateControl, partialDateControl } from './date-controls.js';
import { factControl } from './fact-control.js';
import { filesControl } from './files-control.js';
import {
  digitsControl,
  emailControl,
  numberControl,
  phoneControl,
  textareaControl,
  textControl,
} from './text-controls.js';

const definitions: ControlDefinition[] = [
  textControl,
  textareaControl,
  digitsControl,
  numberControl,
  phoneControl,
  emailControl,
  tilesControl,
  selectControl,
  comboboxControl,
  dateControl,
  partialDateControl,
  addressControl,
  filesControl,
  factControl,
];

/** Adds a control; one of the same name takes the place of the former. Call it before the first form is drawn. */
export function defineControl(definition: ControlDefinition): void {
  const at = definitions.findIndex(({ name }) => name === definition.name);
  if (at >= 0) definitions[at] = definition;
  else definitions.push(definition);
}

export function chooseControl(node: PlanNode): ControlDefinition {
  const named = definitions.find(({ name }) => name === node.control);
  if (named) return named;
  const ranked = definitions
    .map((definition) => ({ definition, rank: definition.rank(node) || 0 }))
    .sort((a, b) => b.rank - a.rank);
  return ranked[0]?.definition ?? textControl;
}
