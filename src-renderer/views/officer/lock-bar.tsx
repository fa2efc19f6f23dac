// Says that the key is unlocked and for how long, and locks it: by the button, or when the time is over.
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useDo } from '../../ask.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { countText } from '../../wording.ts';

const secondsTo = (instant: string): number => Math.ceil((Date.parse(instant) - Date.now()) / 1000);
const leftText = (seconds: number): string =>
  seconds >= 60 ? countText(Math.ceil(seconds / 60), 'minute') : countText(Math.max(0, seconds), 'second');

export function LockBar({ locksAt }: { locksAt: string }) {
  const [left, setLeft] = useState(() => secondsTo(locksAt));
  const { mutate, isPending, error } = useDo('officer.lock');
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsTo(locksAt)), 1000);
    return () => clearInterval(timer);
  }, [locksAt]);
  const bar = useRef<HTMLElement>(null);
  // The form that unlocked it is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) bar.current?.focus({ preventScroll: true });
  }, []);
  const over = left <= 0;
  useEffect(() => {
    if (over) mutate({});
  }, [over, mutate]);
  return (
    <section ref={bar} tabIndex={-1} className="lock-bar open" aria-label="Lock">
      <p>
        <strong>Unlocked.</strong> <span role="timer">{`It locks by itself in ${leftText(left)}.`}</span>
      </p>
      <Button className="button" isDisabled={isPending} onPress={() => mutate({})}>
        Lock now
      </Button>
      {error ? <ProblemPanel problem={error} /> : null}
    </section>
  );
}
