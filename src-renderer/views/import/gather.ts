// Owns what a drop or a chosen folder holds: every file below it, without what the computer itself put there.
// The rule: a drop's entries are taken before anything is awaited, for they are gone after the event.

/** A file and the folder below the dropped one in which it lay ('' for the top). */
export interface Gathered {
  readonly file: File;
  readonly folder: string;
}

export interface Gathering {
  readonly files: readonly Gathered[];
  /** Hidden files, and what Excel and the desktop leave behind; and how many were beyond the limit. */
  readonly passedOver: number;
  readonly beyond: number;
}

/** More files than this are not taken at once. */
export const mostFiles = 500;
const deepest = 6;

const isLeftBehind = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);

const sorted = (found: readonly Gathered[]): Gathered[] =>
  [...found].sort((a, b) =>
    `${a.folder}/${a.file.name}`.localeCompare(`${b.folder}/${b.file.name}`, 'en-GB', { numeric: true }),
  );

function gathering(found: readonly Gathered[]): Gathering {
  const data = found.filter(
    ({ file, folder }) => !isLeftBehind(file.name) && !folder.split('/').some((part) => part.startsWith('.')),
  );
  return {
    files: sorted(data).slice(0, mostFiles),
    passedOver: found.length - data.length,
    beyond: Math.max(0, data.length - mostFiles),
  };
}

/** Files chosen by a picker; a chosen folder says where each lay. */
export const gatherChosen = (chosen: readonly File[]): Gathering =>
  gathering(
    chosen.map((file) => ({ file, folder: file.webkitRelativePath.split('/').slice(1, -1).join('/') })),
  );

/** All entries of a folder: the browser gives them a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function walk(entry: FileSystemEntry, folder: string, depth: number): Promise<Gathered[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    return [{ file, folder }];
  }
  if (!isFolder(entry) || depth > deepest) return [];
  const inside = depth === 0 ? '' : [folder, entry.name].filter(Boolean).join('/');
  const found: Gathered[] = [];
  for (const child of await entriesOf(entry)) found.push(...(await walk(child, inside, depth + 1)));
  return found;
}

/** Everything that was dropped, folders opened. Call it inside the drop event. */
export function gatherDropped(transfer: DataTransfer): Promise<Gathering> {
  const taken = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const all = taken.map(async ({ entry, file }): Promise<Gathered[]> => {
    if (entry) return walk(entry, '', 0);
    return file ? [{ file, folder: '' }] : [];
  });
  return Promise.all(all).then((found) => gathering(found.flat()));
}
