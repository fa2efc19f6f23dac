// Owns the command judgement: the year's three answers, evidence for and against, sign-offs.
// The rule: the Monitoring Officer's sign-off takes the officer's passphrase, for this one command.
import { type Command, Option } from 'commander';
import type { Input, Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import {
  confidences,
  evidenceSides,
  evidenceStrengthIds,
  judgementQuestionIds,
  judgementRoles,
  signOffStageIds,
} from '#shared/vocabulary/judgement.ts';
import { type Desk, gatherPairs, given } from './command.ts';
import { passphraseOption, type Unlocking, unlocked } from './officer-session.ts';
import { judgementText, yearsText } from './print-judgement.ts';
import { inWorkspace, type Session } from './session.ts';

type Answer = Output<'judgement.read'>;

const needed = (flags: string, about: string, choices: readonly string[]): Option =>
  new Option(flags, about).choices(choices).makeOptionMandatory();
const roleOption = (): Option =>
  needed('--role <role>', 'who records it: a role, never a person', judgementRoles);
const confirmed = (command: Command): Command =>
  command.option('--confirm', 'the words were looked at, and may stay though they may name somebody');
const ofYear = (command: Command): Command =>
  command.requiredOption('--year <year>', 'the financial year, such as 2024/25');

interface FigureOptions {
  readonly metric?: string;
  readonly from?: string;
  readonly to?: string;
  readonly grain?: string;
  readonly split?: string;
  readonly filter: Record<string, string>;
}

function figureOf({ metric, from, to, grain, split, filter }: FigureOptions) {
  if (metric === undefined) {
    if (from ?? to ?? grain ?? split ?? Object.keys(filter)[0])
      throw new AppError('command-usage', { detail: 'Name the figure with --metric' });
    return {};
  }
  const filters = Object.keys(filter).length > 0 ? filter : undefined;
  return { figure: { metric, ...given({ from, to, grain, split, filters }) } };
}

/** Runs work that answers the record, and leaves it to be printed. */
const running =
  ({ terminal, common, give }: Desk) =>
  (work: (session: Session) => Promise<Answer>): Promise<void> =>
    inWorkspace(terminal, common(), async (session) => {
      const value = await work(session);
      give({ value, text: judgementText(value) });
    });

function addShow(judgement: Command, desk: Desk): void {
  const run = running(desk);
  ofYear(judgement.command('show'))
    .description('read the three answers of a year, their evidence, the sign-offs, what was not heard')
    .action(({ year }: Input<'judgement.read'>) => run(({ ask }) => ask('judgement.read', { year })));
  judgement
    .command('years')
    .description('list the years that have data or answers')
    .action(() =>
      inWorkspace(desk.terminal, desk.common(), async ({ ask }) => {
        const value = await ask('judgement.years', {});
        desk.give({ value, text: yearsText(value) });
      }),
    );
}

function addAnswer(judgement: Command, desk: Desk): void {
  const run = running(desk);
  const command = judgement
    .command('answer')
    .argument('<question>', judgementQuestionIds.join(', '))
    .description('record an answer, or a new version of it; earlier ones stay readable')
    .requiredOption('--words <words>', 'the answer')
    .addOption(needed('--confidence <confidence>', 'how sure', confidences))
    .requiredOption('--confidence-reason <words>', 'why so sure and no surer')
    .option('--none-for <words>', 'why there is no evidence for it')
    .option('--none-against <words>', 'why there is no evidence against it')
    .option('--reason <words>', 'why it changes; a new version needs it')
    .addOption(roleOption());
  confirmed(ofYear(command)).action(
    (question: string, options: Omit<Input<'judgement.answer'>, 'question'>) =>
      run(({ ask }) => ask('judgement.answer', { ...options, question } as Input<'judgement.answer'>)),
  );
}

function addEvidence(judgement: Command, desk: Desk): void {
  const run = running(desk);
  const command = judgement
    .command('evidence')
    .argument('<question>', judgementQuestionIds.join(', '))
    .description('add evidence for or against, with what a figure says now where one is named')
    .addOption(needed('--side <side>', 'which way it speaks', evidenceSides))
    .requiredOption('--words <words>', 'what it says')
    .addOption(needed('--strength <strength>', 'how near it is to the thing itself', evidenceStrengthIds))
    .requiredOption('--date <date>', 'the day that it tells of, YYYY-MM-DD')
    .option('--metric <metric>', 'a figure to link')
    .option('--from <date>', 'the figure from this day on')
    .option('--to <date>', 'the figure up to this day')
    .option('--grain <grain>', 'the figure by month, quarter, financial-year, municipal-year, wave or all')
    .option('--split <dimension>', 'the figure by group')
    .option('--filter <pair>', 'the figure for one group, DIMENSION=VALUE; may be repeated', gatherPairs, {})
    .addOption(roleOption());
  type Options = FigureOptions & Omit<Input<'judgement.addEvidence'>, 'question' | 'figure'>;
  confirmed(ofYear(command)).action((question: string, options: Options) =>
    run(({ ask }) => {
      const { metric: _m, from: _f, to: _t, grain: _g, split: _s, filter: _p, ...said } = options;
      const request = { ...said, question, ...figureOf(options) };
      return ask('judgement.addEvidence', request as Input<'judgement.addEvidence'>);
    }),
  );
  const withdrawal = judgement
    .command('withdraw')
    .argument('<evidence>', 'see judgement show')
    .description('withdraw an item of evidence; it stays readable with the reason')
    .requiredOption('--reason <words>', 'why')
    .addOption(roleOption());
  confirmed(ofYear(withdrawal)).action(
    (id: string, options: Omit<Input<'judgement.withdrawEvidence'>, 'id'>) =>
      run(({ ask }) => ask('judgement.withdrawEvidence', { ...options, id })),
  );
}

function addSign(judgement: Command, desk: Desk): void {
  const command = judgement
    .command('sign')
    .argument('<stage>', `${signOffStageIds.join(', ')}: in this order`)
    .description('record a sign-off of the answers as they stand')
    .requiredOption('--date <date>', 'of the meeting or the decision, YYYY-MM-DD')
    .requiredOption('--reference <words>', 'the minute or agenda item')
    .option('--note <words>', 'what was said with it')
    .addOption(roleOption())
    .addOption(passphraseOption());
  confirmed(ofYear(command)).action(
    (stage: string, { passphraseFile, ...options }: Unlocking & Omit<Input<'judgement.sign'>, 'stage'>) => {
      const work = ({ ask }: Session) =>
        ask('judgement.sign', { ...options, stage } as Input<'judgement.sign'>);
      if (stage !== 'monitoring-officer') return running(desk)(work);
      return unlocked(desk, given({ passphraseFile }), async (session) => {
        const value = await work(session);
        desk.give({ value, text: judgementText(value) });
      });
    },
  );
}

export function addJudgementCommand(desk: Desk): void {
  const judgement = desk.program
    .command('judgement')
    .description('the year’s judgement for the Annual Governance Statement: answers, evidence, sign-offs');
  addShow(judgement, desk);
  addAnswer(judgement, desk);
  addEvidence(judgement, desk);
  addSign(judgement, desk);
}
