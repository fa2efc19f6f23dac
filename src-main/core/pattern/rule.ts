// Owns the cumulative rule: what the Monitoring Officer set, and every rule before it. There is no default.
import type { Session } from '#core/store/session.ts';
import type { PatternRule, PatternRuleRequest } from '#shared/schemas/pattern.ts';

export const noRule = 'No rule is set.';

/** "3 informal interventions in 12 months". */
export const ruleText = ({ interventions, months }: Pick<PatternRule, 'interventions' | 'months'>): string =>
  `${interventions} informal interventions in ${months} ${months === 1 ? 'month' : 'months'}`;

/** Every rule that was set, the one that holds first. */
export const rules = (session: Pick<Session, 'all'>): Promise<PatternRule[]> =>
  session.all<PatternRule>(
    `select interventions, months, minuted, set_at as "setAt", set_by as "setBy"
     from pattern_rule order by set_at desc, rowid desc`,
  );

/** Sets the rule that holds from now on; the ones before stay on record. */
export async function setRule(session: Session, rule: PatternRuleRequest, by: string): Promise<void> {
  await session.run(
    'insert into pattern_rule values ($at::timestamp, $by, $interventions::integer, $months::integer, $minuted)',
    { ...rule, by, at: new Date().toISOString() },
  );
}
