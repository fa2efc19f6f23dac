// Gives every view the window's place and the one way to change it, with undo and redo.
// The rule: the address bar and the history always say the same as the screen.
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import { begin, type History, redo, step, undo } from './history.ts';
import { fromHash, type Place, samePlace, toHash } from './place.ts';
import { recall, remember } from './theme.ts';

interface PlaceDoor {
  readonly place: Place;
  /** Changes parts of the place; one call is one step of undo. */
  readonly go: (change: Partial<Place>) => void;
  /** Sets or (null) clears choices inside the view. */
  readonly pick: (change: Readonly<Record<string, string | null>>) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

const PlaceContext = createContext<PlaceDoor | null>(null);
const storeKey = 'candour.place';

const firstPlace = (): Place => fromHash(location.hash || recall(storeKey) || '');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z), but never while someone types. */
function useUndoKeys(back: () => void, again: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) again();
      else back();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [back, again]);
}

export function PlaceProvider({ children }: { children: React.ReactNode }) {
  const [history, setHistory] = useState<History<Place>>(() => begin(firstPlace()));
  const place = history.now;
  const change = useCallback(
    (next: (now: Place) => Place) => setHistory((was) => step(was, next(was.now), samePlace)),
    [],
  );
  const back = useCallback(() => setHistory(undo), []);
  const again = useCallback(() => setHistory(redo), []);
  useUndoKeys(back, again);

  useEffect(() => {
    const hash = toHash(place);
    remember(storeKey, hash);
    if (location.hash !== hash) window.history.replaceState(null, '', hash);
  }, [place]);
  useEffect(() => {
    const listen = () => change(() => fromHash(location.hash));
    addEventListener('hashchange', listen);
    return () => removeEventListener('hashchange', listen);
  }, [change]);

  const door = useMemo<PlaceDoor>(
    () => ({
      place,
      go: (part) => change((now) => ({ ...now, ...part })),
      pick: (part) =>
        change((now) => {
          const merged = Object.entries({ ...now.pick, ...part });
          const kept = merged.filter((entry): entry is [string, string] => entry[1] !== null);
          return { ...now, pick: Object.fromEntries(kept) };
        }),
      undo: history.past.length > 0 ? back : null,
      redo: history.future.length > 0 ? again : null,
    }),
    [place, change, history.past.length, history.future.length, back, again],
  );
  return <PlaceContext value={door}>{children}</PlaceContext>;
}

export function usePlace(): PlaceDoor {
  const door = use(PlaceContext);
  if (!door) throw new Error('usePlace stands outside PlaceProvider');
  return door;
}
