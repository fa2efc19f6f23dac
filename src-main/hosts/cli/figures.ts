// Owns the commands catalogue, figure, questions and link.
import type { Input } from '#shared/contract.ts';
import { homeFolder } from '../places.ts';
import { type Desk, gatherPairs, given } from './command.ts';
import { catalogueText, questionsText } from './print.ts';
import { figureText } from './print-figure.ts';
import { inWorkspace, withSession } from './session.ts';

interface FigureOptions {
  from?: string;
  to?: string;
  grain?: string;
  split?: string;
  filter: Record<string, string>;
  chart?: string;
}

function addFigure({ program, terminal, common, give }: Desk): void {
  program
    .command('figure')
    .argument('<metric>', 'see catalogue')
    .description('read a figure: points with base and interval, a reading, where it comes from')
    .option('--from <date>', 'first day, YYYY-MM-DD')
    .option('--to <date>', 'last day, YYYY-MM-DD')
    .option('--grain <grain>', 'month, quarter, financial-year, municipal-year, wave or all')
    .option('--split <dimension>', 'one line a group')
    .option('--filter <dimension=value>', 'only this group; may be repeated', gatherPairs, {})
    .option('--chart <chart>', 'xmr, p, u, c, laney, g, t or run, where it fits; see chart show')
    .action((metric: string, { filter, ...rest }: FigureOptions) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const filters = Object.keys(filter).length > 0 ? filter : undefined;
        // The core judges every value, the grain included, and says what it would have taken.
        const request = { metric, ...given({ ...rest, filters }) } as Input<'figure.read'>;
        const value = await ask('figure.read', request);
        give({ value, text: figureText(value) });
      }),
    );
}

function addQuestions({ program, terminal, common, give }: Desk): void {
  program
    .command('questions')
    .description('list the survey questions and the lines that join them across waves')
    .option('--instrument <name>', 'of one survey only')
    .action(({ instrument }: { instrument?: string }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('survey.questions', given({ instrument }));
        give({ value, text: questionsText(value) });
      }),
    );

  program
    .command('link')
    .argument('<question>', 'see questions')
    .argument('<line>', 'the line it belongs to')
    .description('say which line a survey question belongs to')
    .action((question: string, line: string) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('survey.link', { question, line });
        give({ value, text: questionsText(value) });
      }),
    );
}

function addReverse({ program, terminal, common, give }: Desk): void {
  program
    .command('reverse')
    .argument('<question>', 'see questions')
    .option('--off', 'it is not negatively worded after all')
    .description('say that a survey question is negatively worded: agreeing is unfavourable')
    .action((question: string, { off = false }: { off?: boolean }) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('survey.reverse', { question, reversed: !off });
        give({ value, text: questionsText(value) });
      }),
    );
}

export function addFigureCommands(desk: Desk): void {
  const { program, terminal, common, give } = desk;
  program
    .command('catalogue')
    .description('list the kinds of data, the figures, the pack sheets and the editions')
    .action(() =>
      withSession(terminal, common(), homeFolder(terminal.environment), async ({ ask }) => {
        const value = await ask('catalogue.read', {});
        give({ value, text: catalogueText(value) });
      }),
    );
  addFigure(desk);
  addQuestions(desk);
  addReverse(desk);
}
