// Owns what screening answers: where in a text something stands that may say who is meant.
import type { FindingKind } from '#shared/vocabulary/findings.ts';

/** A stretch of a text, in UTF-16 code units, `end` excluded. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: FindingKind;
}

/** Findings in the order of the text; where two overlap the earlier, then the longer one stays. */
export function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const finding of sorted) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) kept.push(finding);
    else if (finding.kind === last.kind && finding.end > last.end) {
      kept[kept.length - 1] = { ...last, end: finding.end };
    }
  }
  return kept;
}
