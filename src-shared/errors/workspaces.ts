// Owns the expected errors of workspaces.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { badFile, notFound, conflict, refused } = exitCodes;

export const workspaceErrors = {
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
} satisfies Record<string, ErrorEntry>;
