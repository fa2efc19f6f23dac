// Owns the expected errors of files and their imports.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { usage, badFile, notFound, conflict } = exitCodes;

export const importErrors = {
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
} satisfies Record<string, ErrorEntry>;
