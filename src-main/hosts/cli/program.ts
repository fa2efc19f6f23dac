// Owns the command line as a whole: the commands there are, what is printed, the exit code.
// The rule: a value to standard output, everything else to standard error, one exit code an error.
import { Command, CommanderError } from 'commander';
import { AppError, exitCodes, type ShownError } from '#shared/errors.ts';
import { version } from '../places.ts';
import { addAdoptionCommand, addAssociationCommand } from './adoption.ts';
import { addAgainCommands } from './again.ts';
import { addChartCommands } from './charts.ts';
import { addCheckCommand } from './check.ts';
import type { Answer, Desk } from './command.ts';
import { addDemoCommand } from './demo.ts';
import { addExplainCommand } from './explain.ts';
import { exitOf, shownOf } from './failure.ts';
import { addFigureCommands } from './figures.ts';
import { addFormCommands } from './forms.ts';
import { addGovernanceCommands } from './governance.ts';
import { addImportCommands } from './imports.ts';
import { addJudgementCommand } from './judgement.ts';
import { addOfficerCommands } from './officer.ts';
import { addPackCommands } from './packs.ts';
import { addPinCommands } from './pins.ts';
import { failureText } from './print.ts';
import { addServeCommand } from './serve.ts';
import type { CommonOptions } from './session.ts';
import { addSpeakUpCommand } from './speak-up.ts';
import { addSurveyCommands } from './surveys.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { addTextCommands } from './texts.ts';
import { addWorkspaceCommands } from './workspaces.ts';

const helpEnd = `
Examples:
  candour init ./kirkham --council "Kirkham Borough Council" --adoption 2024-05-22
  candour import responses.csv --instrument "Officer survey" --wave 2025-03-31 --workspace ./kirkham
  candour figure incidents --grain quarter --split category --workspace ./kirkham
  candour pack build standards --period 2024/25 --out pack.xlsx --workspace ./kirkham
  candour demo

The workspace is --workspace, else CANDOUR_WORKSPACE, else the current folder if it is one.

Exit codes:
  ${exitCodes.ok}  done
  ${exitCodes.fault}  a fault of Candour; the number shown is in the log
  ${exitCodes.usage}  the command or a value in it was not understood
  ${exitCodes.badFile}  a file could not be read or imported
  ${exitCodes.notFound}  something named is not there
  ${exitCodes.conflict}  it conflicts with what is there already
  ${exitCodes.refused}  refused by a rule
  ${exitCodes.cancelled}  cancelled by Ctrl+C
  ${exitCodes.checkFailed}  the checked workbook breaks a rule of severity E
With --json a failure is {"ok": false, "error": {"code", "message", "hint"}} on standard output.`;

function createProgram(terminal: Terminal, give: (answer: Answer) => void): Command {
  const program = new Command('candour')
    .description('Standards Committee analytics: exports in, trends and committee-ready packs out.')
    .version(version)
    .option('--workspace <dir>', 'the workspace')
    .option('--json', 'print the value as JSON')
    .option('--progress', 'show progress with --json, too')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => undefined })
    .addHelpText('after', helpEnd)
    .exitOverride();
  const desk: Desk = { program, terminal, give, common: () => program.opts<CommonOptions>() };
  addWorkspaceCommands(desk);
  addImportCommands(desk);
  addAgainCommands(desk);
  addFormCommands(desk);
  addFigureCommands(desk);
  addAdoptionCommand(desk);
  addChartCommands(desk);
  addAssociationCommand(desk);
  addSpeakUpCommand(desk);
  addSurveyCommands(desk);
  addGovernanceCommands(desk);
  addJudgementCommand(desk);
  addOfficerCommands(desk);
  addPackCommands(desk);
  addExplainCommand(desk);
  addPinCommands(desk);
  addCheckCommand(desk);
  addTextCommands(desk);
  addServeCommand(desk);
  addDemoCommand(desk);
  return program;
}

function usageOf(error: CommanderError): ShownError {
  if (error.code === 'commander.help')
    return shownOf(new AppError('command-usage', { detail: 'Name a command' }));
  const detail = error.message
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replaceAll('\n', ' ');
  return shownOf(new AppError('command-usage', { detail: detail.charAt(0).toUpperCase() + detail.slice(1) }));
}

function fail(terminal: Terminal, json: boolean, shown: ShownError): number {
  if (json) terminal.out(`${JSON.stringify({ ok: false, error: shown })}\n`);
  else terminal.err(failureText(shown));
  return exitOf(shown);
}

/** Runs one command line (without the program's name) and answers its exit code. Never throws. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const answers: Answer[] = [];
  const program = createProgram(terminal, (answer) => answers.push(answer));
  const json = () => program.opts<CommonOptions>().json === true || argv.includes('--json');
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(terminal, json(), shownOf(error));
    return error.exitCode === 0 ? exitCodes.ok : fail(terminal, json(), usageOf(error));
  }
  let exit: number = exitCodes.ok;
  for (const answer of answers) {
    terminal.out(`${json() ? JSON.stringify(answer.value, null, 2) : answer.text}\n`);
    exit = answer.exit ?? exit;
  }
  return exit;
}

/** The command line of this process. A reader that stops reading early (`| head`) is no failure. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await runCli(argv, processTerminal());
}
