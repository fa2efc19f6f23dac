// The events on a chart, by the numbers that stand there.
import type { TimelineEvent } from '../../src-shared/schemas/figure.ts';
import { dayText } from '../wording.ts';
import { byDate } from './event-lanes.ts';

export function EventList({ events }: { events: readonly TimelineEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ul className="events" aria-label="Events">
      {byDate(events).map((event, index) => (
        <li key={event.date + event.title}>
          <strong>{index + 1}</strong>
          {`${dayText(event.date)}: ${event.title}`}
        </li>
      ))}
    </ul>
  );
}
