// Says what the marks in a table mean, for those marks only that the table uses.
import type { Suppression } from '../../src-shared/schemas/figure.ts';

const meaning: Record<Suppression, string> = {
  c: '[c] confidential: hidden because so few people or cases are behind it that someone could be recognised',
  low: '[low] rounds to nothing, but is not zero',
  x: '[x] not available',
  z: '[z] not applicable',
};

export function SymbolKey({ used }: { used: ReadonlySet<Suppression> }) {
  const marks = (Object.keys(meaning) as Suppression[]).filter((mark) => used.has(mark));
  if (marks.length === 0) return null;
  return <p className="symbol-key">{marks.map((mark) => `${meaning[mark]}.`).join(' ')}</p>;
}
