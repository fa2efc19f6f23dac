// A source's weight in a word and a shape, so that no colour has to say it.
import type { CautionLevel } from '../../../src-shared/schemas/health.ts';

const words: Record<CautionLevel, string> = { sound: 'Sound', caution: 'With caution', weak: 'Weak' };
const shapes: Record<CautionLevel, string> = { sound: '●', caution: '▲', weak: '■' };

export function LevelMark({ level }: { level: CautionLevel }) {
  return (
    <span className={`level level-${level}`}>
      <span aria-hidden="true">{shapes[level]}</span> {words[level]}
    </span>
  );
}
