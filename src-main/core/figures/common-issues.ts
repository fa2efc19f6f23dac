// Owns which kinds of issue come up most, by name alone: for readers who are told of general issues only.
// The rule: the order is that of numbers that may be shown; the numbers themselves go no further than this.
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { PlannedStore } from './kept.ts';
import { readFigure } from './read-figure.ts';

const NOT_RECORDED = 'Not recorded';

/** The kinds of issue under one set of rules, the most common first; those whose number is hidden are not named. */
export interface CommonIssues {
  readonly scheme: string;
  readonly issues: readonly string[];
}

const shown = ({ group, value }: FigurePoint): boolean =>
  group !== null && group !== NOT_RECORDED && (value ?? 0) > 0;

/**
 * The kinds of issue that cases of some whole months were about, for each set of rules; `from` and `to` are days.
 * @throws AppError period-invalid
 */
export async function readCommonIssues(
  store: PlannedStore,
  dates: { readonly from: string; readonly to: string },
  settings: WorkspaceSettings,
): Promise<CommonIssues[]> {
  const request = { metric: 'incidents', grain: 'all', ...dates } as const;
  const schemes = await readFigure(store, { ...request, split: 'scheme' }, settings);
  const found: CommonIssues[] = [];
  for (const { group } of schemes.points.filter(shown)) {
    const scheme = group ?? '';
    const { points } = await readFigure(
      store,
      { ...request, split: 'category', filters: { scheme } },
      settings,
    );
    const issues = points
      .filter(shown)
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .flatMap((point) => point.group ?? []);
    if (issues.length > 0) found.push({ scheme, issues });
  }
  return found;
}
