// Lays out the labels of events above a chart so that none covers another.
// The rule: adoption and breaks are placed first; whoever finds no room keeps its number, told in the list below.
import type { TimelineEvent } from '../../src-shared/schemas/figure.ts';
import { eventTime } from './plot.ts';

export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly time: number;
  /** Its number in the list under the chart, by date from 1. */
  readonly number: number;
  /** 0 is the lane next to the plot; null when not even the number has room. */
  readonly lane: number | null;
  /** "9 Council adopts the Protocol", or the number alone. */
  readonly text: string;
  /** Whether the label is written to the left of its rule. */
  readonly leftwards: boolean;
}

export const laneHeight = 15;
const lanes = 4;
const letter = 6;
const longest = 30;
const first: readonly string[] = ['adoption', 'system-change', 'election', 'reorganisation'];

/** Events in the order of their dates. */
export const byDate = (events: readonly TimelineEvent[]): TimelineEvent[] =>
  [...events].sort((a, b) => a.date.localeCompare(b.date));

const shorten = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;

const rank = ({ type }: TimelineEvent): number => {
  const at = first.indexOf(type);
  return at < 0 ? first.length : at;
};

type Taken = [start: number, end: number][];

/** The lane in which a label finds room, with its direction; null when there is none. */
function findRoom(x: number, text: string, width: number, taken: readonly Taken[]) {
  const long = text.length * letter + 10;
  const ways: readonly (readonly [boolean, number, number])[] = [
    [false, x, x + long],
    [true, x - long, x],
  ];
  for (const [leftwards, start, end] of ways) {
    if (end > width + 20 || start < -40) continue;
    const lane = taken.findIndex((spans) => spans.every(([a, b]) => end < a || start > b));
    if (lane >= 0) return { lane, leftwards, span: [start, end] as [number, number] };
  }
  return null;
}

/**
 * Places the events of `from`..`to` (ms) over a plot `width` px wide, in the order of their dates. With
 * `numbersOnly` none is written out, as on the second and later charts of a row of them.
 */
export function placeEvents(
  events: readonly TimelineEvent[],
  from: number,
  to: number,
  width: number,
  numbersOnly = false,
): PlacedEvent[] {
  const taken: Taken[] = Array.from({ length: lanes }, () => []);
  const within = byDate(events)
    .map((event, index) => ({ event, time: eventTime(event.date), number: index + 1 }))
    .filter(({ time }) => time >= from && time <= to);
  const placed = [...within]
    .sort((a, b) => rank(a.event) - rank(b.event) || a.time - b.time)
    .map((entry): PlacedEvent => {
      const x = to > from ? ((entry.time - from) / (to - from)) * width : 0;
      const short = String(entry.number);
      const texts = numbersOnly ? [short] : [`${short} ${shorten(entry.event.title)}`, short];
      for (const text of texts) {
        const room = findRoom(x, text, width, taken);
        if (room) {
          taken[room.lane]?.push(room.span);
          return { ...entry, lane: room.lane, leftwards: room.leftwards, text };
        }
      }
      return { ...entry, lane: null, leftwards: false, text: '' };
    });
  return placed.sort((a, b) => a.number - b.number);
}
