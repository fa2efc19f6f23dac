// Owns the commands mirror, funnel, representativeness and lens.
import type { Input, Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { type Desk, gatherList, given } from './command.ts';
import { funnelText, lensText, mirrorText, representativenessText } from './print-surveys.ts';
import { inWorkspace, type Session } from './session.ts';

function addMirror({ program, terminal, common, give }: Desk): void {
  program
    .command('mirror')
    .description('officers and councillors side by side on the questions both were asked, with the gap')
    .option('--from <date>', 'waves from this day, YYYY-MM-DD')
    .option('--to <date>', 'waves up to this day, YYYY-MM-DD')
    .option('--theme <theme>', 'questions of this theme only')
    .option('--officers <survey>', 'the survey of officers')
    .option('--councillors <survey>', 'the survey of councillors')
    .action((options: Input<'mirror.read'>) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('mirror.read', given(options));
        give({ value, text: mirrorText(value) });
      }),
    );
}

function addFunnel({ program, terminal, common, give }: Desk): void {
  program
    .command('funnel')
    .description('who has heard of the Protocol, read it, knows what it expects and how to raise a concern')
    .option('--instrument <name>', 'the survey; the one with the latest wave unless named')
    .option('--from <date>', 'waves from this day, YYYY-MM-DD')
    .option('--to <date>', 'waves up to this day, YYYY-MM-DD; the latest is taken')
    .action((options: Input<'survey.funnel'>) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('survey.funnel', given(options));
        give({ value, text: funnelText(value) });
      }),
    );
}

function addRepresentativeness({ program, terminal, common, give }: Desk): void {
  program
    .command('representativeness')
    .description('who answered a survey against who could have, and what weighting would change')
    .option('--instrument <name>', 'the survey; the one with the latest wave unless named')
    .option('--from <date>', 'waves from this day, YYYY-MM-DD')
    .option('--to <date>', 'waves up to this day, YYYY-MM-DD; the latest is taken')
    .option('--by <dimension>', 'directorate, grade or party')
    .action((options: Input<'representativeness.read'>) =>
      inWorkspace(terminal, common(), async ({ ask }) => {
        const value = await ask('representativeness.read', given(options));
        give({ value, text: representativenessText(value) });
      }),
    );
}

type Lens = Output<'survey.lens'>;

function addLens({ program, terminal, common, give }: Desk): void {
  const run = (work: (session: Session) => Promise<Lens>) =>
    inWorkspace(terminal, common(), async (session) => {
      const value = await work(session);
      give({ value, text: lensText(value) });
    });
  const lens = program
    .command('lens')
    .description('what people say of survey questions; without more, list it');
  lens
    .command('list', { isDefault: true })
    .description('list behaviours (confirmed, suggested), steps of awareness, and whom each survey asks')
    .action(() => run(({ ask }) => ask('survey.lens', {})));
  lens
    .command('tag')
    .argument('<line>', 'see lens')
    .description('confirm which behaviours of the Protocol a question asks about; only these count')
    .option('--behaviour <name>', 'may be repeated', gatherList, [])
    .option('--none', 'it asks about none of the seven')
    .option('--forget', 'take back what was said')
    .action((line: string, options: { behaviour: string[]; none?: boolean; forget?: boolean }) =>
      run(({ ask }) => ask('survey.tag', tagOf(line, options))),
    );
  lens
    .command('step')
    .argument('<line>', 'see lens')
    .argument('<step>', 'heard, read, understood, route, used, none, or wording to go by its words')
    .description('say which step of awareness a question measures')
    .action((line: string, step: string) =>
      run(({ ask }) =>
        ask('survey.step', { line, step: step === 'wording' ? null : step } as Input<'survey.step'>),
      ),
    );
  lens
    .command('asks')
    .argument('<instrument>', 'the survey')
    .argument('<side>', 'officers, councillors, or name to go by its name')
    .description('say whom a survey asks')
    .action((instrument: string, side: string) =>
      run(({ ask }) =>
        ask('survey.asks', { instrument, side: side === 'name' ? null : side } as Input<'survey.asks'>),
      ),
    );
}

/** The core refuses a behaviour that there is not; a tag without any of the three says nothing. */
function tagOf(
  line: string,
  { behaviour, none, forget }: { behaviour: string[]; none?: boolean; forget?: boolean },
): Input<'survey.tag'> {
  const said = [behaviour.length > 0, none === true, forget === true].filter(Boolean).length;
  if (said !== 1) {
    throw new AppError('command-usage', {
      detail: 'Give --behaviour, --none or --forget, and one of them only',
    });
  }
  return { line, behaviours: forget ? null : behaviour } as Input<'survey.tag'>;
}

export function addSurveyCommands(desk: Desk): void {
  addMirror(desk);
  addFunnel(desk);
  addRepresentativeness(desk);
  addLens(desk);
}
