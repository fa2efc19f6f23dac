// Says which filters of the bar a part of the screen does not follow.
import { usePlace } from '../../place-context.tsx';
import { idText } from '../../wording.ts';

export function NotFiltered() {
  const { place } = usePlace();
  const names = Object.keys(place.filters).map((name) => idText(name).toLowerCase());
  if (names.length === 0) return null;
  return (
    <p className="aside">{`This is of everybody who answered: the filter by ${names.join(' and ')} does not apply here.`}</p>
  );
}
