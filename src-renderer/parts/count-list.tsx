// A few counts with their words, side by side.
import { numberText } from '../wording.ts';

export function CountList({ counts }: { counts: readonly (readonly [word: string, count: number])[] }) {
  return (
    <dl className="counts">
      {counts.map(([word, count]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{numberText(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
