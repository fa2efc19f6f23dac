// Owns the figures that are pinned for the packs: which, in what order, what is said of each.
// The rule: a pin keeps the question, never the answer; a pack asks it again through the gate.
import { randomBytes } from 'node:crypto';
import { metricOf } from '#core/figures/index.ts';
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import { type FigureRequest, figureRequest } from '#shared/schemas/figure.ts';
import type { Pin, PinAddRequest, PinNote } from '#shared/schemas/pin.ts';
import { now } from './decisions.ts';

type Reader = Pick<Session, 'all'>;

interface Row extends Omit<Pin, 'request' | 'note'> {
  readonly request: string;
  readonly note: string | null;
  readonly role: string | null;
  readonly notedAt: string | null;
}

/** Every pin in the order of the packs. */
export async function pinsOf(session: Reader): Promise<Pin[]> {
  const rows = await session.all<Row>(
    `select pin_id as id, request, kind, title, note, note_role as role, noted_at as "notedAt",
            pinned_by as "pinnedBy", pinned_at as "pinnedAt"
     from pin order by place, pin_id`,
  );
  return rows.map(({ request, note, role, notedAt, ...rest }) => ({
    ...rest,
    request: figureRequest.parse(JSON.parse(request)),
    note: note === null || role === null || notedAt === null ? null : { text: note, role, at: notedAt },
  }));
}

/** The same for the same question, whatever order its parts stand in. */
const questionOf = ({ metric, from, to, grain, split, filters = {}, chart }: FigureRequest): string =>
  JSON.stringify([metric, from, to, grain, split, Object.entries(filters).sort(), chart]);

const words = (id: string): string => id.replaceAll('-', ' ');

/** "Cases received by category, directorate Adults". */
function titleOf({ metric, split, filters = {} }: FigureRequest): string {
  const by = split === undefined ? '' : ` by ${words(split)}`;
  const only = Object.entries(filters).map(([name, value]) => `, ${words(name)} ${value}`);
  return `${metricOf(metric).card.title}${by}${only.join('')}`;
}

/** Pins a figure after the others. @throws AppError metric-unknown, pin-there */
export async function addPin(
  session: Session,
  { request, kind, note }: PinAddRequest,
  by: string,
): Promise<void> {
  const title = titleOf(request);
  const pins = await pinsOf(session);
  if (pins.some((pin) => questionOf(pin.request) === questionOf(request)))
    throw new AppError('pin-there', { title });
  const at = now();
  await session.run(
    `insert into pin values ($id, $place, $request, $kind, $title, $note, $role, $notedAt::timestamp,
       $by, $at::timestamp)`,
    {
      id: `p${randomBytes(5).toString('hex')}`,
      place: pins.length + 1,
      request: JSON.stringify(request),
      kind,
      title,
      note: note?.text ?? null,
      role: note?.role ?? null,
      notedAt: note ? at : null,
      by,
      at,
    },
  );
}

/** Says something of a pin, or (null) takes back what was said. @throws AppError pin-unknown */
export async function notePin(session: Session, id: string, note: PinNote | null): Promise<void> {
  await pinOf(session, id);
  await session.run(
    'update pin set note = $note, note_role = $role, noted_at = $at::timestamp where pin_id = $id',
    { id, note: note?.text ?? null, role: note?.role ?? null, at: note ? now() : null },
  );
}

/** Puts a pin at a place counted from 1; beyond the last it becomes the last. @throws AppError pin-unknown */
export async function movePin(session: Session, id: string, to: number): Promise<void> {
  await pinOf(session, id);
  const others = (await pinsOf(session)).map((pin) => pin.id).filter((other) => other !== id);
  await settle(session, others.toSpliced(to - 1, 0, id));
}

/** Takes a pin away. @throws AppError pin-unknown */
export async function removePin(session: Session, id: string): Promise<void> {
  await pinOf(session, id);
  await session.run('delete from pin where pin_id = $id', { id });
  await settle(
    session,
    (await pinsOf(session)).map((pin) => pin.id),
  );
}

async function settle(session: Session, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await session.run('update pin set place = $place where pin_id = $id', { id, place: index + 1 });
}

async function pinOf(session: Reader, id: string): Promise<Pin> {
  const found = (await pinsOf(session)).find((pin) => pin.id === id);
  if (!found) throw new AppError('pin-unknown', { id });
  return found;
}
