/**
 * A place in data while it is looked at: a chain up to the root. The pointer is built only when somebody asks for it.
 */
import type { Pointer } from '../plan/plan.js';
import { join } from './pointer.js';

/** One step of the way. The root alone has no parent. */
export interface Path {
  /** Set on the root alone: the pointer at which the look began. */
  base?: Pointer;
  parent?: Path;
  token?: string;
}

/** The place of a value below another; nothing below nothing, so that a look for the verdict alone builds no path. */
export function below(path: Path, token: string): Path;
export function below(path: Path | undefined, token: string): Path | undefined;
export function below(path: Path | undefined, token: string): Path | undefined {
  return path && { parent: path, token };
}

/** The pointer of a path. */
export function pointerOf(path: Path): Pointer {
  return path.parent ? join(pointerOf(path.parent), path.token as string) : (path.base as Pointer);
}
