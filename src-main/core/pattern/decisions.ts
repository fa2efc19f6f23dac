// Owns the decisions that people made on flags: sealed to the officer's key before they reach the database.
// The rule: whom a decision is about, what it is and why can be read with the passphrase only.
import { type KeyObject, randomBytes } from 'node:crypto';
import { openSealed, type SealedTo, sealTo } from '#core/identity/sealed-to.ts';
import type { Session } from '#core/store/session.ts';
import type { PatternDecision } from '#shared/schemas/pattern.ts';

/** A decision with whom it is about and the cases that were known when it was made. */
export interface KeptDecision extends PatternDecision {
  readonly pseudonym: string;
  readonly cases: readonly string[];
}

type Secret = Pick<KeptDecision, 'pseudonym' | 'cases' | 'decision' | 'reason'>;

interface Row extends SealedTo {
  readonly id: string;
  readonly decidedAt: string;
  readonly decidedBy: string;
}

/** Sealed for its row only, so that rows cannot be passed off for one another. */
const placeOf = (id: string): string => `decision ${id}`;

/** Seals a decision and stores it; answers its id. */
export async function keepDecision(
  session: Session,
  publicKey: string,
  { pseudonym, cases, decision, reason, decidedAt, decidedBy }: KeptDecision,
): Promise<string> {
  const id = `d${randomBytes(5).toString('hex')}`;
  const secret: Secret = { pseudonym, cases, decision, reason };
  const sealed = sealTo(publicKey, JSON.stringify(secret), placeOf(id));
  await session.run(
    `insert into pattern_decision
     values ($id, $decidedAt::timestamp, $decidedBy, $ephemeral, $nonce, $sealed)`,
    { id, decidedAt, decidedBy, ...sealed },
  );
  return id;
}

/** All decisions, newest first; one that does not open was not sealed to this key, and is left out. */
export async function keptDecisions(session: Pick<Session, 'all'>, key: KeyObject): Promise<KeptDecision[]> {
  const rows = await session.all<Row>(
    `select decision_id as id, decided_at as "decidedAt", decided_by as "decidedBy", ephemeral, nonce, sealed
     from pattern_decision order by decided_at desc, rowid desc`,
  );
  return rows.flatMap(({ id, decidedAt, decidedBy, ...sealed }) => {
    const text = openSealed(key, sealed, placeOf(id));
    return text === null ? [] : [{ ...(JSON.parse(text) as Secret), decidedAt, decidedBy }];
  });
}
