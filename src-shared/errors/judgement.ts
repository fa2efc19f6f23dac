// Owns the expected errors of the year’s judgement.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { notFound, conflict, refused } = exitCodes;

export const judgementErrors = {
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
} satisfies Record<string, ErrorEntry>;
