// Keeps the keyboard's place when an answered question goes away: the next row of the same table, else the heading.
import { type RefObject, useEffect, useRef } from 'react';

const reachable = 'select, input, button:not(:disabled), summary';

/** Hand the answer to the panel's onFocus; `heading` takes the focus where nothing nearer is left. */
export function useKeptFocus(heading: RefObject<HTMLElement | null>): (event: React.FocusEvent) => void {
  const last = useRef<{ readonly element: Element; readonly rows: Element | null } | null>(null);
  useEffect(() => {
    const was = last.current;
    if (!was || was.element.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const near = was.rows?.isConnected ? was.rows.querySelector<HTMLElement>(reachable) : null;
    (near ?? heading.current)?.focus({ preventScroll: true });
  });
  return ({ target }) => {
    last.current = { element: target, rows: target.closest('tbody') };
  };
}
