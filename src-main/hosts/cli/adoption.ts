// Owns the commands adoption and association: a series before and after adoption, and an exploratory link, in words.
import type { Input } from '#shared/contract.ts';
import type { Adoption, ModelledAdoption } from '#shared/schemas/adoption.ts';
import type { ExploredAssociation } from '#shared/schemas/association.ts';
import { type Desk, gatherPairs, given, wholeNumber } from './command.ts';
import { table } from './print.ts';
import { inWorkspace } from './session.ts';

interface AdoptionOptions {
  from?: string;
  to?: string;
  grain?: string;
  transition?: number;
  filter: Record<string, string>;
}

export function addAdoptionCommand({ program, terminal, common, give }: Desk): void {
  program
    .command('adoption')
    .argument('<metric>', 'see catalogue')
    .description('compare a figure after adoption with the continuation of its course before, or say why not')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'last day, YYYY-MM-DD')
    .option('--grain <grain>', 'month or quarter')
    .option(
      '--transition <n>',
      'whole periods after adoption to leave out; choose before looking',
      wholeNumber(0, 12),
    )
    .option('--filter <dimension=value>', 'only this group; may be repeated', gatherPairs, {})
    .action((metric: string, { filter, ...rest }: AdoptionOptions) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const filters = Object.keys(filter).length > 0 ? filter : undefined;
        // The core judges every value, the grain included, and says what it would have taken.
        const request = { metric, ...given({ ...rest, filters }) } as Input<'adoption.read'>;
        const value = await ask('adoption.read', request);
        give({ value, text: adoptionText(value) });
      }),
    );
}

/** A comparison for people: the reading, the estimates, the other analyses, the warnings; or the reason. */
export function adoptionText(adoption: Adoption): string {
  if (adoption.status === 'refused')
    return [adoption.metric.title, adoption.reason, adoption.advice].join('\n');
  const { metric, reading, shift, robustness, model, points, warnings, coInterventions, provenance } =
    adoption;
  return [
    metric.title,
    reading,
    shift.text,
    '',
    `${model.title}; ${points.before} points before and ${points.after} after.`,
    model.coding,
    '',
    estimatesTable(adoption),
    '',
    sensitivityTable(adoption),
    robustness,
    '',
    ...warnings.map(({ text }) => `Warning: ${text}`),
    ...(metric.caveat ? [`Caveat: ${metric.caveat}`] : []),
    ...(coInterventions.length > 0 ? ['', 'What else happened in the time modelled'] : []),
    ...coInterventions.map(({ date, title }) => `  ${date}  ${title}`),
    `Disclosure: ${provenance.suppression.rule}`,
  ].join('\n');
}

const estimatesTable = ({ estimates }: ModelledAdoption): string =>
  table(
    [
      { title: 'Estimate' },
      { title: 'Unit' },
      { title: 'Value', right: true },
      { title: '95% interval' },
      { title: 'p', right: true },
    ],
    estimates.map(({ title, unit, shown }) => [title, unit, shown.estimate, shown.interval, shown.p]),
  );

const sensitivityTable = ({ sensitivity }: ModelledAdoption): string =>
  table(
    [
      { title: 'Analysis' },
      { title: 'Change of level' },
      { title: 'Latest point' },
      { title: 'Same answer' },
      { title: 'Note' },
    ],
    sensitivity.map(({ title, levelChange, latest, primary, agrees, note }) => [
      title,
      levelChange?.shown ?? '',
      latest?.shown ?? '',
      primary ? 'gives the verdict' : agrees ? 'yes' : 'no',
      note,
    ]),
  );

/** The command association: an exploratory link between a survey and another figure. */
export function addAssociationCommand({ program, terminal, common, give }: Desk): void {
  program
    .command('association')
    .argument('<survey>', 'a figure of a survey, see catalogue')
    .argument('<other>', 'a figure that is counted by quarter')
    .description(
      'explore how the changes of a survey and of another figure went together; no evidence of cause',
    )
    .option('--filter <dimension=value>', 'of the survey, such as instrument or theme', gatherPairs, {})
    .option('--other-filter <dimension=value>', 'of the other figure; may be repeated', gatherPairs, {})
    .action(
      (
        survey: string,
        other: string,
        options: { filter: Record<string, string>; otherFilter: Record<string, string> },
      ) =>
        inWorkspace(terminal, common(), async ({ ask }) => {
          const request = { survey, surveyFilters: options.filter, other, otherFilters: options.otherFilter };
          const value = await ask('association.read', request);
          give({ value, text: associationText(value) });
        }),
    );
}

export const associationText = (found: ExploredAssociation): string =>
  found.status === 'refused'
    ? [found.reason, found.advice].join('\n')
    : [found.reading, ...found.warnings.map(({ text }) => `Warning: ${text}`)].join('\n');
