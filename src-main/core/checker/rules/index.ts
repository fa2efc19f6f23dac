// Owns the catalogue of rules: families in order, rules in order of their ids.
import { cellRules } from './cell-rules.ts';
import { bindingRules } from './chart-bindings.ts';
import { chartRules } from './chart-rules.ts';
import { colourRules } from './colour-rules.ts';
import { disclosureRules } from './disclosure-rules.ts';
import { documentRules } from './document-rules.ts';
import { fitRules } from './fit-rules.ts';
import { formatRules } from './format-rules.ts';
import { noteRules } from './note-rules.ts';
import { packageRules } from './package-rules.ts';
import { pageRules } from './page-rules.ts';
import { privacyRules } from './privacy-rules.ts';
import { restatingRules } from './restating-rules.ts';
import type { Family, Rule } from './rule.ts';
import { safetyRules } from './safety-rules.ts';
import { layoutRules } from './sheet-layout.ts';
import { sheetRules } from './sheet-rules.ts';
import { tableRules } from './table-rules.ts';
import { totalRules } from './total-rules.ts';

const family = (letter: string, title: string, ...groups: readonly (readonly Rule[])[]): Family => ({
  letter,
  title,
  rules: groups.flat().sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/** All rules by family. Docs, reports and screens learn of them here. */
export const families: readonly Family[] = [
  family('S', 'Sheets', sheetRules, layoutRules),
  family('T', 'Tables', tableRules, cellRules),
  family('N', 'Notes and shorthand', noteRules),
  family('F', 'Formatting', formatRules, colourRules, fitRules),
  family('C', 'Charts', bindingRules, chartRules),
  family('D', 'Document', documentRules, pageRules),
  family('X', 'Safety', safetyRules, packageRules, totalRules),
  family('P', 'Disclosure', disclosureRules, restatingRules, privacyRules),
];
