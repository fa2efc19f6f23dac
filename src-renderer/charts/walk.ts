// Lets the keyboard walk the points of a chart: arrows, Home, End; the point's reading is announced.
import { useState } from 'react';

export interface Walk {
  /** The point under the keyboard, or null before the first key. */
  readonly index: number | null;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onBlur: () => void;
}

const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => Math.min(index + 1, count - 1),
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Walks `count` points; the first key goes to the latest point, as that is what is asked about most. */
export function useWalk(count: number): Walk {
  const [index, setIndex] = useState<number | null>(null);
  return {
    index: index !== null && index < count ? index : null,
    onBlur: () => setIndex(null),
    onKeyDown: (event) => {
      const move = moves[event.key];
      if (!move || count === 0) return;
      event.preventDefault();
      const first = event.key === 'Home' ? 0 : count - 1;
      setIndex((at) => (at === null ? first : move(at, count)));
    },
  };
}
