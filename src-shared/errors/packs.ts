// Owns the expected errors of figures and packs.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { usage, badFile, notFound, conflict, refused, checkFailed } = exitCodes;

export const packErrors = {
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
} satisfies Record<string, ErrorEntry>;
