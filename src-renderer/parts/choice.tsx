// One labelled pick-list: the browser's own select, so that it works with every keyboard, zoom and reader.
import { useId } from 'react';

export interface ChoiceItem {
  readonly id: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly items: readonly ChoiceItem[];
  readonly onChange: (id: string) => void;
  /** A label that only screen readers hear, where the place says the rest. */
  readonly quiet?: boolean;
}

export function Choice({ label, value, items, onChange, quiet }: ChoiceProps) {
  const id = useId();
  const known = items.some((item) => item.id === value);
  return (
    <div className="choice">
      <label htmlFor={id} className={quiet ? 'only-heard' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {known ? null : <option value={value}>{value === '' ? 'Choose' : value}</option>}
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {item.label}
          </option>
        ))}
      </select>
    </div>
  );
}
