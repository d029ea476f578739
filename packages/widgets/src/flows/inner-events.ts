/** The events of the elements inside a journey: they may carry answers, names of files or sentences about them, so they end at its edge. */

const types = [
  'motcua-input',
  'motcua-change',
  'motcua-blur',
  'motcua-goto',
  'motcua-goto-step',
  'motcua-edit',
  'motcua-help',
  'motcua-announce',
  'motcua-files',
  'motcua-file-action',
  'motcua-before-pick',
];

/** Lets no inner event leave the root; listeners inside it and on it still hear them. */
export function keepInside(root: EventTarget): void {
  for (const type of types) root.addEventListener(type, stopPropagation);
}

function stopPropagation(event: Event): void {
  event.stopPropagation();
}
