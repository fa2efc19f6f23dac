// Owns the commands of chart: how a figure's control chart is judged, by whom it was chosen and why.
import { InvalidArgumentError, Option } from 'commander';
import type { Input, Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { type Desk, given } from './command.ts';
import { chartText } from './print-charts.ts';
import { inWorkspace, type Session } from './session.ts';

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}

interface JudgeOptions {
  screening?: 'on' | 'off';
  twoOfThree?: '2023' | 'older';
  runLength?: '6' | '7';
  reason: string;
}

/** The core refuses what it does not know; a change of nothing is no command. */
function judgeOf(metric: string, options: JudgeOptions): Input<'chart.judge'> {
  const { screening, twoOfThree, runLength, reason } = options;
  if (screening === undefined && twoOfThree === undefined && runLength === undefined) {
    throw new AppError('command-usage', { detail: 'Give --screening, --two-of-three or --run-length' });
  }
  return {
    metric,
    reason,
    ...given({
      screening: screening === undefined ? undefined : screening === 'on',
      twoOfThree,
      runLength: runLength === undefined ? undefined : runLength === '6' ? 6 : 7,
    } as const),
  };
}

export function addChartCommands({ program, terminal, common, give }: Desk): void {
  const run = (work: (session: Session) => Promise<Output<'chart.settings'>>) =>
    inWorkspace(terminal, common(), async (session) => {
      const value = await work(session);
      give({ value, text: chartText(value) });
    });
  const chart = program
    .command('chart')
    .description('how the control chart of a figure is judged, who chose it and why');
  chart
    .command('show')
    .argument('<metric>', 'see catalogue')
    .description('list the rules, the target, the days of new limits, the charts that fit, and the log')
    .action((metric: string) => run(({ ask }) => ask('chart.settings', { metric })));
  chart
    .command('judge')
    .argument('<metric>', 'see catalogue')
    .description('change the rules where tools differ')
    .addOption(
      new Option('--screening <state>', 'leave outlying moving ranges out; off is as the Excel tool').choices(
        ['on', 'off'],
      ),
    )
    .addOption(
      new Option('--two-of-three <form>', 'of November 2023, or the older form').choices(['2023', 'older']),
    )
    .addOption(new Option('--run-length <points>', 'points that make a run or a trend').choices(['6', '7']))
    .requiredOption('--reason <text>', 'why; it stands in the log')
    .action((metric: string, options: JudgeOptions) =>
      run(({ ask }) => ask('chart.judge', judgeOf(metric, options))),
    );
  chart
    .command('target')
    .argument('<metric>', 'see catalogue')
    .argument('<value>', 'in the unit of the figure, or none', (text) =>
      text === 'none' ? null : number(text),
    )
    .description('set a target that limits are held against, or take it back')
    .requiredOption('--reason <text>', 'whose target it is, or why it goes')
    .action((metric: string, target: number | null, { reason }: { reason: string }) =>
      run(({ ask }) => ask('chart.target', { metric, target, reason })),
    );
  chart
    .command('rebase')
    .argument('<metric>', 'see catalogue')
    .description('set limits anew from a day on; those before it stay')
    .requiredOption('--date <date>', 'the first day of the new limits, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why; it stands on the chart and in the log')
    .action((metric: string, rest: { date: string; reason: string }) =>
      run(({ ask }) => ask('chart.rebase', { metric, ...rest })),
    );
  chart
    .command('unrebase')
    .argument('<metric>', 'see catalogue')
    .description('take a day of new limits back')
    .requiredOption('--date <date>', 'its day, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why; it stands in the log')
    .action((metric: string, rest: { date: string; reason: string }) =>
      run(({ ask }) => ask('chart.unrebase', { metric, ...rest })),
    );
}
