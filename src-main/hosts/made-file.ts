// Owns what a finished file is to those who take it away, by the ending of its name.

interface MadeKind {
  readonly title: string;
  readonly ending: string;
  readonly type: string;
}

const kinds: readonly MadeKind[] = [
  {
    title: 'Excel workbook',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    title: 'OpenDocument spreadsheet',
    ending: 'ods',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  { title: 'PDF document', ending: 'pdf', type: 'application/pdf' },
  { title: 'Manifest', ending: 'json', type: 'application/json' },
];

const unknown: MadeKind = { title: 'File', ending: '*', type: 'application/octet-stream' };

/** What a file of this name is. */
export const madeKind = (fileName: string): MadeKind =>
  kinds.find(({ ending }) => fileName.toLowerCase().endsWith(`.${ending}`)) ?? unknown;
