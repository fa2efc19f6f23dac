// Gives every view the window's place and the one way to change it, with undo and redo; imports are steps too.
// The rule: the address bar and the history always say the same as the screen; an import is undone only when asked.
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import { begin, type History, redo, step, undo, without } from './history.ts';
import { fromHash, type Place, samePlace, toHash } from './place.ts';
import { recall, remember } from './theme.ts';

/** An import that can be undone, as much of it as the question needs. */
export interface ImportStep {
  readonly importId: string;
  readonly file: string;
  readonly accepted: number;
}

/** A moment of the window: what it showed, and the import that led here, if one did. */
interface Moment {
  readonly place: Place;
  readonly imported: ImportStep | null;
}

interface PlaceDoor {
  readonly place: Place;
  /** Changes parts of the place; one call is one step of undo. */
  readonly go: (change: Partial<Place>) => void;
  /** Sets or (null) clears choices inside the view. */
  readonly pick: (change: Readonly<Record<string, string | null>>) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** The import that the next undo asks about; null when it takes back a change of view. */
  readonly lastImport: ImportStep | null;
  /** Makes an import of this window a step of undo. */
  readonly noteImport: (done: ImportStep) => void;
  /** Takes one import out of the history, or all where the workspace has changed. */
  readonly forgetImport: (importId: string | null) => void;
  /** The import that the window now asks about, and the way to ask or (null) to stop asking. */
  readonly asked: ImportStep | null;
  readonly ask: (about: ImportStep | null) => void;
}

const PlaceContext = createContext<PlaceDoor | null>(null);
const storeKey = 'candour.place';

const firstMoment = (): Moment => ({
  place: fromHash(location.hash || recall(storeKey) || ''),
  imported: null,
});

const sameMoment = (a: Moment, b: Moment): boolean => b.imported === null && samePlace(a.place, b.place);

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

/** The history of the window's moments, and every way to move in it. */
function useMoments() {
  const [history, setHistory] = useState<History<Moment>>(() => begin(firstMoment()));
  const [asked, ask] = useState<ImportStep | null>(null);
  const { imported } = history.now;
  const change = useCallback(
    (next: (now: Place) => Place) =>
      setHistory((was) => step(was, { place: next(was.now.place), imported: null }, sameMoment)),
    [],
  );
  const noteImport = useCallback(
    (done: ImportStep) =>
      setHistory((was) => step(was, { place: was.now.place, imported: done }, sameMoment)),
    [],
  );
  const forgetImport = useCallback(
    (importId: string | null) =>
      setHistory((was) =>
        without(was, ({ imported: own }) => own !== null && (importId === null || own.importId === importId)),
      ),
    [],
  );
  const back = useCallback(() => {
    if (imported) ask(imported);
    else setHistory(undo);
  }, [imported]);
  const again = useCallback(() => setHistory(redo), []);
  return { history, asked, ask, change, noteImport, forgetImport, back, again };
}

/** Keeps the address bar, the remembered place and the history alike. */
function useAddress(place: Place, change: (next: () => Place) => void): void {
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
}

export function PlaceProvider({ children }: { children: React.ReactNode }) {
  const { history, asked, ask, change, noteImport, forgetImport, back, again } = useMoments();
  const { place, imported } = history.now;
  useUndoKeys(back, again);
  useAddress(place, change);

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
      lastImport: imported,
      noteImport,
      forgetImport,
      asked,
      ask,
    }),
    [
      place,
      imported,
      asked,
      ask,
      change,
      noteImport,
      forgetImport,
      history.past.length,
      history.future.length,
      back,
      again,
    ],
  );
  return <PlaceContext value={door}>{children}</PlaceContext>;
}

export function usePlace(): PlaceDoor {
  const door = use(PlaceContext);
  if (!door) throw new Error('usePlace stands outside PlaceProvider');
  return door;
}
