// Owns every expected error: its sentence, its hint, its HTTP status and its exit code.
// The rule: a code is thrown with parameters, the words are made here and nowhere else.

/** Exit codes of the command line, documented in `candour --help`. */
export const exitCodes = {
  ok: 0,
  fault: 1,
  usage: 2,
  badFile: 3,
  notFound: 4,
  conflict: 5,
  refused: 6,
  cancelled: 7,
  checkFailed: 8,
} as const;

interface ErrorEntry {
  readonly sentence: string;
  readonly hint: string;
  readonly status: number;
  readonly exit: number;
}

const entry = (status: number, exit: number, sentence: string, hint: string): ErrorEntry => ({
  status,
  exit,
  sentence,
  hint,
});
const { usage, badFile, notFound, conflict, refused, cancelled, checkFailed } = exitCodes;

/** Words in braces are filled from the error's parameters. */
export const errorCatalogue = {
  // Requests
  'procedure-unknown': entry(
    404,
    usage,
    'There is no procedure called {name}.',
    'Run candour --help for the commands there are.',
  ),
  'input-invalid': entry(
    400,
    usage,
    'The request was not understood: {detail}.',
    'Check the spelling and the kind of each value.',
  ),
  'command-usage': entry(400, usage, '{detail}.', 'Run candour --help, or candour COMMAND --help.'),
  'not-allowed': entry(
    403,
    refused,
    'That request did not come from Candour’s own window, so it was refused.',
    'Open Candour again from its own address.',
  ),
  'request-too-large': entry(
    413,
    refused,
    'The request is larger than Candour accepts here.',
    'Send a file through the import screen instead.',
  ),
  // What was asked for: no failed request.
  'job-cancelled': entry(
    200,
    cancelled,
    '{title} was cancelled. Nothing was changed.',
    'Start it again when you are ready.',
  ),
  'job-unknown': entry(
    404,
    notFound,
    'That job is not running any more.',
    'It has finished or was cancelled.',
  ),
  // Workspaces
  'workspace-none': entry(
    409,
    notFound,
    'No workspace is open.',
    'Make one, open a recent one, or try the sample council.',
  ),
  'workspace-unknown': entry(
    404,
    notFound,
    'There is no workspace called {name} there.',
    'Make it with candour init, or choose another folder.',
  ),
  'workspace-exists': entry(
    409,
    conflict,
    'A workspace called {name} is already there.',
    'Open it, or choose another name.',
  ),
  'workspace-locked': entry(
    409,
    conflict,
    'Another Candour has the workspace {name} open.',
    'Close the other window or command, then try again.',
  ),
  'workspace-newer': entry(
    409,
    conflict,
    'The workspace was last used by a newer Candour (layout {found}, this one knows {known}).',
    'Open it with the newer Candour.',
  ),
  'workspace-damaged': entry(
    500,
    badFile,
    'The workspace {name} could not be opened: its database or key file is damaged or missing.',
    'Restore the folder from a backup; nothing in it was changed.',
  ),
  'workspace-key-found': entry(
    409,
    conflict,
    'The folder {name} holds the key of a workspace, but not its database.',
    'Put the database (candour.duckdb) back beside the key, or choose another folder.',
  ),
  'workspace-readonly': entry(
    409,
    refused,
    'The workspace {name} cannot be written to.',
    'Ask for the right to write in its folder, or copy the folder to where you have it.',
  ),
  'disk-refused': entry(
    409,
    refused,
    'The disk refused: {reason}.',
    'Mend that, or choose another folder, and try again. Nothing was changed.',
  ),
  // What people settle about the data
  'crosswalk-split': entry(
    409,
    refused,
    '{old} cannot be divided: it already goes over to another directorate, and no row says who went to {new}.',
    'Take the other entry back first, or join the parts under one name. A directorate goes over whole.',
  ),
  'crosswalk-partial': entry(
    409,
    refused,
    '{old} did not go over to {new} as a whole: the snapshot of {date} still tells of people in it, and no row says who moved.',
    'Correct the day or the snapshot. Only a directorate that ends can be joined to another.',
  ),
  'crosswalk-chain': entry(
    409,
    refused,
    'On {date} {old} or {new} already takes part in another change, so their order cannot be told.',
    'Name the directorate that there was in the end, once for each old one.',
  ),
  'crosswalk-same': entry(
    400,
    usage,
    '{old} and {new} are the same directorate.',
    'Name the old directorate, then the one that it became.',
  ),
  'crosswalk-unknown': entry(
    404,
    notFound,
    'The crosswalk says nothing of {old} on {date}.',
    'List the crosswalk for the entries there are.',
  ),
  'break-unknown': entry(
    404,
    notFound,
    'There is no series break {id}.',
    'List the breaks for those there are.',
  ),
  'break-of-nothing': entry(
    400,
    usage,
    'A series break has to be of something.',
    'Name the kinds of data or the figures whose line it breaks.',
  ),
  'chart-unfit': entry(
    400,
    usage,
    'The figure {metric} cannot be judged by a {chart} chart.',
    'Charts that fit it: {charts}.',
  ),
  'rebase-unknown': entry(
    404,
    notFound,
    'The limits of {metric} are not set anew on {date}.',
    'List the chart settings for the days there are.',
  ),
  'target-neutral': entry(
    400,
    usage,
    'The figure {metric} has no good or bad direction, so that no target can be judged.',
    'Targets can be set for figures that ought to rise or to fall.',
  ),
  // Files
  'file-unknown': entry(404, notFound, 'The file {name} is not there.', 'Choose the file again.'),
  'file-exists': entry(
    409,
    conflict,
    'The file {name} is already there.',
    'Choose another name, or ask to replace it (--force).',
  ),
  'file-empty': entry(
    422,
    badFile,
    'The file {name} is empty.',
    'Export it again and check that it holds rows.',
  ),
  'file-not-text': entry(
    422,
    badFile,
    'The file {name} is not text, nor a workbook Candour can read.',
    'Save it as CSV or .xlsx.',
  ),
  'file-format-refused': entry(
    422,
    badFile,
    'The file {name} is {format}, which Candour does not read.',
    '{hint}',
  ),
  'file-damaged': entry(
    422,
    badFile,
    'The file {name} is damaged: {reason}.',
    'Open it in the program that made it and save it again.',
  ),
  'file-protected': entry(
    422,
    badFile,
    'The file {name} is protected by a password.',
    'Remove the password in Excel (File, Info, Protect Workbook) and save it again.',
  ),
  'file-too-large': entry(
    413,
    badFile,
    'The file {name} holds more than Candour will read: {reason}.',
    'Split it, or export a shorter period.',
  ),
  'sheet-not-found': entry(
    404,
    notFound,
    'The workbook {name} has no sheet called {sheet}.',
    'Its sheets are: {sheets}.',
  ),
  'sheet-needed': entry(
    422,
    usage,
    'Several sheets of {name} hold tables, and which one is meant is not clear: {sheets}.',
    'Say which one to read: choose the sheet, or give its name (--sheet).',
  ),
  'no-rows': entry(
    422,
    badFile,
    'The file {name} has no rows of data.',
    'Check that the export was not filtered to nothing.',
  ),
  // Imports
  'kind-unknown': entry(
    422,
    badFile,
    'The headings of {name} match none of the kinds of data that Candour knows.',
    'Say what it is: choose a kind, then match its columns.',
  ),
  'kind-not-known': entry(400, usage, 'There is no kind of data called {kind}.', 'The kinds are: {kinds}.'),
  'columns-missing': entry(
    422,
    badFile,
    'The file {name} lacks what {kind} needs: {columns}.',
    'Match those columns in the preview, or give a mapping file.',
  ),
  'survey-summary': entry(
    422,
    badFile,
    'The file {name} is a summary report of a survey, not its responses.',
    'Export all individual responses from the survey tool and import that file.',
  ),
  'survey-needs-wave': entry(
    422,
    usage,
    'A survey file belongs to an instrument and a wave; {missing} is missing.',
    'Give the survey’s name (--instrument) and the date its wave closed (--wave YYYY-MM-DD).',
  ),
  'dates-ambiguous': entry(
    422,
    badFile,
    'The dates in {column} could be day first or month first: no day is above 12.',
    'Say which: set "dateOrder" to "dmy" or "mdy" in the mapping.',
  ),
  'all-rejected': entry(
    422,
    badFile,
    'None of the {read} rows of {name} could be accepted.',
    'The first reason is: {reason}',
  ),
  'already-imported': entry(
    409,
    conflict,
    'The file {name} has the same bytes as import {importId} of {when}.',
    'It was not imported again. Ask for that with “again” (--again) if you mean it.',
  ),
  'import-unknown': entry(
    404,
    notFound,
    'There is no import {importId}.',
    'See candour imports for the ones there are.',
  ),
  'nothing-to-mend': entry(
    409,
    conflict,
    'Import {importId} has no rejected rows that could be mended.',
    'See candour imports for how many rows each import rejected.',
  ),
  'rows-already-imported': entry(
    409,
    conflict,
    'Rows of import {importId} ({file}) are in {name} again: {rows} of them.',
    'Replace that import (--replace {importId}), or append the rows knowingly with “again” (--again).',
  ),
  'kind-differs': entry(
    409,
    conflict,
    'The file {name} holds another kind of data ({kind}) than import {importId} ({was}).',
    'Compare it with an import of its own kind.',
  ),
  'file-not-imported': entry(
    409,
    notFound,
    'The file {name} is not the one that was imported: its bytes are others.',
    'Offer the file that was imported, unchanged; its SHA-256 is in the history.',
  ),
  'row-unknown': entry(
    404,
    notFound,
    'The file {name} has no record {row}.',
    'Count from 1, headings included.',
  ),
  'mapping-unknown': entry(
    404,
    notFound,
    'There is no saved mapping called {name}.',
    'See candour mappings for the ones there are.',
  ),
  'mapping-invalid': entry(
    400,
    usage,
    'The mapping is not valid: {detail}.',
    'See the user guide for what a mapping file holds.',
  ),
  // The Monitoring Officer's key, the vault and the pattern
  'officer-no-key': entry(
    409,
    refused,
    'No Monitoring Officer’s key is set in this workspace.',
    'The Monitoring Officer sets it once, with a passphrase: candour officer set-key, or the Monitoring Officer screen.',
  ),
  'officer-locked': entry(
    403,
    refused,
    'This is locked with the Monitoring Officer’s key.',
    'The Monitoring Officer unlocks it with the passphrase; it locks again by itself after 15 minutes.',
  ),
  'officer-passphrase': entry(
    403,
    refused,
    'That is not the Monitoring Officer’s passphrase.',
    'Try again: capitals and blanks count. After some wrong ones you are asked to wait.',
  ),
  'officer-wait': entry(
    429,
    refused,
    'The passphrase was wrong {failed} times, so no other is tried for {seconds} seconds.',
    'Wait, then try again. Every wrong one is in the audit log.',
  ),
  'officer-key-there': entry(
    409,
    conflict,
    'The Monitoring Officer’s key is set already.',
    'Give the passphrase that holds now, too, to change it.',
  ),
  'officer-key-changed': entry(
    409,
    refused,
    'The file of the Monitoring Officer’s key (officer.key) is missing, damaged or not the one that was set.',
    'Put the file back from a backup of the workspace’s folder. Nothing is sealed to another key.',
  ),
  'officer-reason-names': entry(
    409,
    refused,
    'The reason holds part of the name that was asked for, and the audit log keeps no names.',
    'Say why without the name: the pseudonym is logged with it.',
  ),
  'pseudonym-unknown': entry(
    404,
    notFound,
    'No name is kept for {pseudonym}.',
    'Names are kept only of people whom incidents are about, from files imported while keeping them was switched on.',
  ),
  'pattern-no-rule': entry(
    409,
    refused,
    'No rule is set.',
    'The Monitoring Officer sets how many informal interventions in how many months make a pattern; there is no default.',
  ),
  'restriction-open': entry(
    409,
    refused,
    'A restriction without an end needs a day on which it is reviewed.',
    'Give the day it ends, or the day of its review.',
  ),
  'restriction-unknown': entry(
    404,
    notFound,
    'There is no contact restriction {id} in the register.',
    'List them again: candour restrictions list.',
  ),
  'pattern-not-flagged': entry(
    404,
    notFound,
    '{pseudonym} is not flagged under the rule.',
    'Read the flags again: imports or the rule may have changed.',
  ),
  // Free text
  'text-unknown': entry(
    404,
    notFound,
    'There is no held-back text {what}.',
    'See candour texts for the columns there are, and candour review for their rows.',
  ),
  'text-sealed': entry(
    409,
    refused,
    'These texts were sealed under another key, or were changed since, so they do not open.',
    'Restore the key file that belongs to this workspace, or import the file again.',
  ),
  'text-empty': entry(
    400,
    usage,
    'There is nothing to release: the text is empty.',
    'Give the text as it may be shown, or decide that it is never shown.',
  ),
  'text-group-small': entry(
    409,
    refused,
    'Only {base} people answered, and comments need {minimum}.',
    'Decide that it is never shown. Comments of so few would tell who wrote them.',
  ),
  'text-safeguarded': entry(
    409,
    refused,
    'This case went to safeguarding, so its words are not released.',
    'Decide that it is never shown.',
  ),
  'text-names-somebody': entry(
    409,
    refused,
    'The text may still name or reach somebody ({found}), so it was not made public.',
    'Redact it or put it in other words; or release it for exempt papers only.',
  ),
  'text-needs-confirming': entry(
    409,
    conflict,
    'The text may still tell who is meant ({found}).',
    'Redact it, or confirm that you have looked and it may stay (--confirm).',
  ),
  'text-not-decided': entry(
    404,
    notFound,
    'Nothing has been decided on the text of row {row}, so there is nothing to withdraw.',
    'See candour review for what was decided.',
  ),
  // The year's judgement
  'judgement-one-sided': entry(
    409,
    refused,
    'There is no evidence {side}, and no words on why there is none.',
    'Add an item of evidence {side}, or say in words why none was found.',
  ),
  'judgement-no-reason': entry(
    409,
    refused,
    '{question} has been answered, and a new version needs the reason for the change.',
    'Say why it changes; the earlier version stays readable.',
  ),
  'judgement-names-somebody': entry(
    409,
    conflict,
    'The words may name or reach somebody: {found}.',
    'What is recorded cannot be taken out again. Put it in other words, or confirm that you have looked and it may stay (--confirm).',
  ),
  'judgement-evidence-unknown': entry(
    404,
    notFound,
    'There is no evidence {id} in the judgement of {year}.',
    'List it again: candour judgement show.',
  ),
  'judgement-withdrawn': entry(
    409,
    conflict,
    'The evidence {id} was withdrawn before.',
    'Add a new item to bring it back.',
  ),
  'judgement-figure-empty': entry(
    409,
    refused,
    '“{metric}” says nothing for what was asked, so it cannot be evidence.',
    'Choose another period or filter, or record in words what is absent.',
  ),
  'judgement-order': entry(
    409,
    refused,
    '{stage} cannot sign before {next} has.',
    'The order is Monitoring Officer, Standards Committee, Audit Committee, Council.',
  ),
  'judgement-signed': entry(
    409,
    conflict,
    'These versions were signed by {stage} before, on {date} ({reference}).',
    'A new version of an answer opens the sign-offs again.',
  ),
  'judgement-not-ready': entry(
    409,
    refused,
    '{stage} cannot sign yet: {wants}.',
    'Record what is missing, then sign.',
  ),
  'judgement-moved': entry(
    409,
    conflict,
    '{question} was answered anew since these versions were read.',
    'Read the record again before it is signed.',
  ),
  'judgement-date': entry(409, refused, '{date} {why}.', 'Give the day as it was.'),
  // Figures and packs
  'metric-unknown': entry(404, usage, 'There is no figure called {metric}.', 'The figures are: {metrics}.'),
  'split-unknown': entry(
    400,
    usage,
    'The figure {metric} cannot be split or filtered by {dimension}.',
    'It can by: {dimensions}.',
  ),
  'grain-unknown': entry(400, usage, 'The figure {metric} is not counted by {grain}.', 'It is by: {grains}.'),
  'question-unknown': entry(
    404,
    notFound,
    'There is no such question in this workspace.',
    'Choose one from the list of questions.',
  ),
  'instrument-unknown': entry(
    404,
    notFound,
    'There is no survey called “{instrument}” in this workspace.',
    'See candour questions for the surveys there are.',
  ),
  'edition-unknown': entry(
    404,
    usage,
    'There is no pack edition called {edition}.',
    'The editions are: {editions}.',
  ),
  'circulation-unknown': entry(
    400,
    usage,
    'The edition {edition} has no such twin.',
    'It is built as: {circulations}.',
  ),
  'period-invalid': entry(
    400,
    usage,
    'The period {period} was not understood.',
    'Write 2024/25, 2024-25 Q2, 2024, 2024-11 or 2024-04-01..2025-03-31.',
  ),
  'pin-unknown': entry(404, notFound, 'There is no pin {id}.', 'See candour pins for those there are.'),
  'pin-there': entry(
    409,
    conflict,
    '{title} is pinned already.',
    'It stands among the pins of the packs; change its note there.',
  ),
  'pack-unknown': entry(404, notFound, 'That pack is not there.', 'Build it again.'),
  'pack-stale': entry(
    409,
    refused,
    'The workspace has changed since this draft was built: {changed}.',
    'Build the pack again, look at it, and release that.',
  ),
  'pack-not-draft': entry(
    409,
    conflict,
    'This pack was {standing} before.',
    'Only a draft is released: build the pack again for another issue.',
  ),
  'pack-not-released': entry(
    409,
    conflict,
    'This pack is {standing}, so it {refused}.',
    'See candour pack list for what was released.',
  ),
  'pack-unsafe': entry(
    422,
    refused,
    'The pack was not released, because the finished workbook breaks {count} of severity E: {detail}.',
    'See candour check for all of them.',
  ),
  'pack-names-somebody': entry(
    409,
    conflict,
    'The reason may name or reach somebody: {found}.',
    'It is kept with the pack. Put it in other words, or confirm that you have looked and it may stay (--confirm).',
  ),
  'pack-nothing-before': entry(
    404,
    notFound,
    'No issue of this pack was released before, for this period or the one before it.',
    'Name the pack to compare with.',
  ),
  'pack-file-changed': entry(
    409,
    refused,
    '{name} is not the workbook that its manifest was made for: it was changed since it was made.',
    'Take the workbook and its manifest from where they were released.',
  ),
  'manifest-missing': entry(
    404,
    notFound,
    'There is no manifest for {name}: not beside it, and the open workspace does not know the file.',
    'Put the manifest that came with the workbook beside it, or open the workspace that it was made in.',
  ),
  'manifest-invalid': entry(
    422,
    badFile,
    'The manifest beside {name} could not be understood.',
    'Take the workbook and its manifest from where they were released.',
  ),
  'pack-sheet-unknown': entry(
    404,
    notFound,
    'The pack has no sheet called {sheet}.',
    'Its sheets are: {sheets}.',
  ),
  'pack-invalid': entry(
    422,
    refused,
    'The pack was not written, because it would break a rule: {detail}.',
    'This is a fault of the data or of Candour, not of yours; the rule is named.',
  ),
  'check-failed': entry(
    422,
    checkFailed,
    'The workbook {name} breaks rules that stop its release: {rules}.',
    'Check it for the list of findings and how to mend each.',
  ),
  'office-missing': entry(
    501,
    notFound,
    'A copy as {format} needs LibreOffice, which is not installed on this computer.',
    'The Excel workbook is complete without it. Install LibreOffice, or ask IT to, and try again.',
  ),
  'office-failed': entry(
    500,
    refused,
    'LibreOffice made no copy as {format} of the workbook.',
    'Close LibreOffice if it is open and try again; the Excel workbook is there as before.',
  ),
  // Bugs
  fault: entry(
    500,
    exitCodes.fault,
    'Something went wrong inside Candour. Nothing was changed.',
    'Quote the number {id} when you report it; the log has the details.',
  ),
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorParams = Readonly<Record<string, string | number>>;

const fill = (text: string, params: ErrorParams): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '?'));

/** What a door shows of an error: the code, a sentence and a hint, with no path, SQL or stack. */
export interface ShownError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** The words of an error code with its parameters filled in. */
export function showError(code: ErrorCode, params: ErrorParams = {}): ShownError {
  const { sentence, hint } = errorCatalogue[code];
  return { code, message: fill(sentence, params), hint: fill(hint, params) };
}

/** An expected failure. Anything else that is thrown is a fault: a bug. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(showError(code, params).message, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** What the file system says no with, in words. */
const diskReasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write there',
  EPERM: 'you may not do that there',
  EROFS: 'it can only be read',
  ENOSPC: 'it is full',
  EDQUOT: 'your share of it is used up',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'it could not be read or written',
};

/** What was thrown as an expected error; null for a bug. */
export function expectedError(cause: unknown): AppError | null {
  if (cause instanceof AppError) return cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const reason = diskReasons[code];
  return reason === undefined ? null : new AppError('disk-refused', { reason }, { cause });
}
