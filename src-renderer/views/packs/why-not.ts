// Owns why a draft cannot be released: every reason that stands against it, in words.
import type { CheckReport } from '../../../src-shared/schemas/check.ts';
import type { ListedPack } from '../../../src-shared/schemas/pack.ts';
import { countText } from '../../wording.ts';

export interface Officer {
  readonly key: boolean;
  readonly unlocked: boolean;
}

/** Why a draft cannot be released now; empty when it can. */
export function whyNot(
  pack: Pick<ListedPack, 'stale'>,
  report: Pick<CheckReport, 'counts'> | undefined,
  officer: Officer | undefined,
): string[] {
  if (!report || !officer) return ['It is being checked.'];
  const { errors } = report.counts;
  return [
    ...(pack.stale ? ['The workspace has changed since it was built: build it again.'] : []),
    ...(errors > 0
      ? [`The check found ${countText(errors, 'error')}: mend what is named above, then build it again.`]
      : []),
    ...(officer.key ? [] : ['No Monitoring Officer’s key is set yet.']),
    ...(officer.key && !officer.unlocked ? ['The Monitoring Officer’s key is locked.'] : []),
  ];
}
