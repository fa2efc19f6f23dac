// Owns the entry of the sheet Contents, which is made from the other sheets and never described by hand.
import type { PackSheet } from './sheet.ts';

export const contents: PackSheet = {
  id: 'Contents',
  title: 'Contents',
  definition: 'Every other sheet with a link, its title, what it has and whether its data is loaded.',
  build: 'derived',
};
