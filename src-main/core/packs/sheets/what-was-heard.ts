// Owns the sheet Survey_themes: strengths and concerns heard, by the Protocol's behaviours; never a quotation.
import { askTwoPeriods, notRecorded, pointOf } from './asking.ts';
import { partCell, valueCell, wordsCell } from './cells.ts';
import type { SheetDraft } from './draft.ts';
import { fitting, groupsThere, periodLine, withWhole } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackPoint, PackSheet } from './sheet.ts';
import { number, tableOf, text } from './table-of.ts';

const metric = 'evidence-mentions';
const sides = { strength: 'Strength', concern: 'Concern' } as const;

const description =
  'Excerpts of survey comments, focus groups, interviews and workshops that were coded as a strength or a concern, by the behaviour of the Protocol that they are about, with the people who took part in the sessions they come from. An excerpt may name several behaviours. Nothing that anybody said is quoted.';
const left =
  'Left out: a share of each theme, because those who spoke were not drawn by lot, and how many groups of people reach the minimum base.';

/** Which of two numbers is larger, in words. */
function tone(strengths: PackPoint | undefined, concerns: PackPoint | undefined): string {
  if (strengths?.suppressed === 'c' || concerns?.suppressed === 'c') return 'Not told: a number is hidden';
  const [good, bad] = [strengths?.value ?? 0, concerns?.value ?? 0];
  if (good === bad) return 'As many strengths as concerns';
  return good > bad ? 'More strengths than concerns' : 'More concerns than strengths';
}

async function build(context: PackContext): Promise<SheetDraft> {
  const own = fitting(context, metric);
  const split = await askTwoPeriods(own, metric, { split: 'behaviour-polarity' });
  const whole = await askTwoPeriods(own, metric, { split: 'polarity' });
  const { period, previous } = own.span;
  const figures = [...whole.figures, ...split.figures];
  const at = (group: string | null, side: string, when: 'now' | 'before' = 'now') =>
    group === null ? pointOf(whole[when], side) : pointOf(split[when], group, side);
  const strengths = (group: string | null) => at(group, sides.strength);
  const concerns = (group: string | null) => at(group, sides.concern);
  const there = groupsThere(split.now, split.before).filter((group) => group !== notRecorded);
  const groups = withWhole(there);
  return {
    name: 'Survey_themes',
    kind: 'data',
    title: `Strengths and concerns heard, ${period.title}`,
    lines: sheetLines(context, figures, description, { more: [...periodLine(context, own), left] }),
    table: tableOf<string | null>(
      'strengths_and_concerns',
      [
        text('Theme (behaviour of the Protocol)', (group) => group ?? 'Total, each excerpt counted once', 34),
        number('Strengths (excerpts)', (group) => valueCell(strengths(group))),
        number('People behind the strengths', (group) => partCell(strengths(group), 'base')),
        number('Concerns (excerpts)', (group) => valueCell(concerns(group))),
        number('People behind the concerns', (group) => partCell(concerns(group), 'base')),
        text(
          'Tone',
          (group) => wordsCell(tone(strengths(group), concerns(group)), strengths(group), concerns(group)),
          30,
        ),
        number(`Strengths in ${previous.title} (excerpts)`, (group) =>
          valueCell(at(group, sides.strength, 'before')),
        ),
        number(`Concerns in ${previous.title} (excerpts)`, (group) =>
          valueCell(at(group, sides.concern, 'before')),
        ),
      ],
      groups,
    ),
    charts: [
      {
        kind: 'stacked-bar',
        title: `Strengths and concerns heard by behaviour, ${period.title}`,
        alt: `Stacked bar chart of strengths and concerns heard by behaviour of the Protocol, ${period.title}; hidden numbers are left out. Data in the table on this sheet.`,
        categoryColumn: 'Theme (behaviour of the Protocol)',
        xTitle: 'Behaviour',
        yTitle: 'Excerpts',
        series: [
          { column: 'Strengths (excerpts)', label: 'Strengths', style: 'favourable' },
          { column: 'Concerns (excerpts)', label: 'Concerns', style: 'unfavourable' },
        ],
        rows: { from: 0, to: there.length },
      },
    ],
    ...(groups.length === 0 ? { missing: missingSentence(context, 'evidence', figures) } : {}),
  };
}

export const whatWasHeard: PackSheet = {
  id: 'Survey_themes',
  title: 'Strengths and concerns heard',
  definition:
    'Coded strengths and concerns from survey comments, focus groups, interviews and workshops, by behaviour; no quotation.',
  build,
};
