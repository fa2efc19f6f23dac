// Owns the register of contact restrictions: sealed to the officer's key, read only with the private key in hand.
// The rule: none without an end or a day of review, and none without being asked what gives the power.
import { type KeyObject, randomBytes } from 'node:crypto';
import { openSealed, type SealedTo, sealTo } from '#core/identity/sealed-to.ts';
import type { Session } from '#core/store/session.ts';
import { formatDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type {
  Restriction,
  RestrictionEnd,
  RestrictionList,
  RestrictionRequest,
} from '#shared/schemas/restriction.ts';

/** What is sealed of one line. */
type Said = Omit<RestrictionRequest, 'id'> & { readonly ended: Restriction['ended'] };
type Kept = Said & Pick<Restriction, 'id' | 'setAt' | 'setBy'>;

interface Row extends SealedTo {
  readonly id: string;
  readonly setAt: string;
  readonly setBy: string;
}

const placeOf = (id: string): string => `restriction ${id}`;

async function kept(session: Pick<Session, 'all'>, key: KeyObject): Promise<Kept[]> {
  const rows = await session.all<Row>(
    `select restriction_id as id, set_at as "setAt", set_by as "setBy", ephemeral, nonce, sealed
     from contact_restriction
     qualify row_number() over (partition by restriction_id order by set_at desc, rowid desc) = 1`,
  );
  return rows.flatMap(({ id, setAt, setBy, ...sealed }) => {
    const text = openSealed(key, sealed, placeOf(id));
    return text === null ? [] : [{ id, setAt, setBy, ...(JSON.parse(text) as Said) }];
  });
}

function stateOf({ from, until, review, ended }: Said, on: string): Restriction['state'] {
  if (ended !== null && ended.on <= on) return 'ended';
  if (until !== null && until < on) return 'ended';
  if (from > on) return 'to come';
  return review !== null && review <= on ? 'review due' : 'in force';
}

function concernsOf(said: Said, state: Restriction['state']): string[] {
  if (state === 'ended') return [];
  return [
    ...(said.power === null ? ['Nothing is recorded that gives the power to restrict contact.'] : []),
    ...(state === 'review due' && said.review !== null
      ? [`It was to be reviewed on ${formatDate(said.review)}.`]
      : []),
  ];
}

const order: readonly Restriction['state'][] = ['review due', 'in force', 'to come', 'ended'];

/** The register as it stands on a day: what has to be reviewed first. */
export async function readRestrictions(
  session: Pick<Session, 'all'>,
  key: KeyObject,
  on: string,
): Promise<RestrictionList> {
  const restrictions = (await kept(session, key))
    .map((said): Restriction => {
      const state = stateOf(said, on);
      return { ...said, state, concerns: concernsOf(said, state) };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.review ?? a.until ?? '').localeCompare(b.review ?? b.until ?? '') ||
        a.id.localeCompare(b.id),
    );
  const running = restrictions.filter(({ state }) => state === 'in force' || state === 'review due').length;
  const concerns = restrictions.filter((one) => one.concerns.length > 0).length;
  const reading =
    restrictions.length === 0
      ? 'No contact restriction is in the register.'
      : `${running} in force, ${concerns} to look at, ${restrictions.length} in the register.`;
  return { reading, restrictions };
}

function check({ from, until, review }: RestrictionRequest): void {
  if (until === null && review === null) throw new AppError('restriction-open');
  const early = [until, review].some((date) => date !== null && date < from);
  if (early)
    throw new AppError('input-invalid', { detail: 'the end and the review come after the beginning' });
}

async function write(session: Session, publicKey: string, id: string, said: Said, by: string): Promise<void> {
  const sealed = sealTo(publicKey, JSON.stringify(said), placeOf(id));
  await session.run(
    'insert into contact_restriction values ($id, $at::timestamp, $by, $ephemeral, $nonce, $sealed)',
    { id, by, at: new Date().toISOString(), ...sealed },
  );
}

/** What the register needs of the officer's key: to read, and to seal. */
export interface RegisterKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}

/** Adds a restriction, or changes the one of `id`; answers its id. @throws AppError restriction-open, restriction-unknown */
export async function setRestriction(
  session: Session,
  { privateKey, publicKey }: RegisterKeys,
  { id, ...said }: RestrictionRequest,
  by: string,
): Promise<string> {
  check(said);
  if (id !== undefined) await findRestriction(session, privateKey, id);
  const own = id ?? `r${randomBytes(5).toString('hex')}`;
  await write(session, publicKey, own, { ...said, ended: null }, by);
  return own;
}

/** Ends a restriction on a day. @throws AppError restriction-unknown */
export async function endRestriction(
  session: Session,
  { privateKey, publicKey }: RegisterKeys,
  { id, on, reason }: RestrictionEnd,
  by: string,
): Promise<void> {
  const { setAt: _at, setBy: _by, id: _id, ...said } = await findRestriction(session, privateKey, id);
  await write(session, publicKey, id, { ...said, ended: { on, reason } }, by);
}

async function findRestriction(session: Session, key: KeyObject, id: string): Promise<Kept> {
  const found = (await kept(session, key)).find((one) => one.id === id);
  if (!found) throw new AppError('restriction-unknown', { id });
  return found;
}
