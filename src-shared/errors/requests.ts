// Owns the expected errors of requests that no room answers, and of work that was cancelled.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { usage, notFound, refused, cancelled } = exitCodes;

export const requestErrors = {
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
} satisfies Record<string, ErrorEntry>;
