// Owns telling what a sheet is for, from its name and its title alone.
import type { SheetKind } from './book.ts';

const known: readonly (readonly [kind: SheetKind, pattern: RegExp])[] = [
  ['cover', /^(front )?cover( sheet| page)?$|^title page$/i],
  ['contents', /^(table of )?contents?( page| list)?$|^index$/i],
  ['summary', /^(executive )?summary( of findings| page)?$|^key (findings|points|messages)$/i],
  ['notes', /^notes?( page| sheet)?$/i],
  ['method', /^method(s|ology)?( and quality)?$|^quality( and method.*)?$|^technical notes?$/i],
];

/** The kind of a sheet: by its name, else by the text of A1; a sheet that is none of them holds data. */
export function kindOf(name: string, title: string): SheetKind {
  for (const text of [name.replaceAll('_', ' ').trim(), title.trim()]) {
    for (const [kind, pattern] of known) if (pattern.test(text)) return kind;
  }
  return 'data';
}
