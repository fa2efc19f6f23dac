// Which heading of the file fills which field, how sure that is, and what is done with it.
import { useMemo, useState } from 'react';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { ColumnMatch, Preview } from '../../../src-shared/schemas/import.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText } from '../../wording.ts';
import { decide } from './lane.ts';
import { mappingOf, type QueuedFile } from './queue.ts';

const treatments: Record<ColumnMatch['treatment'], string> = {
  stored: 'Stored',
  pseudonym: 'Becomes a pseudonym',
  'held-back': 'Sealed until a person releases it',
  'not-imported': 'Not imported',
};

const isUnsure = (column: ColumnMatch): boolean => column.field !== null && column.confidence < 0.7;

/** Whether the analyst said for this heading what it is, or that it is nothing. */
const isChosen = (file: QueuedFile, column: ColumnMatch): boolean =>
  Object.values(mappingOf(file).fields ?? {}).includes(column.header);

function sureness(file: QueuedFile, column: ColumnMatch): string {
  if (column.field === null) return '';
  if (isChosen(file, column)) return file.decisions.mapping ? 'Your choice' : 'As saved';
  if (column.confidence >= 1) return 'Exact';
  return isUnsure(column) ? 'A guess: please check' : 'Likely';
}

/** The mapping in which `header` fills `field`; empty leaves the column out. */
function remap(file: QueuedFile, column: ColumnMatch, field: string): void {
  const mapping = mappingOf(file);
  const fields = { ...mapping.fields };
  if (column.field) fields[column.field] = { constant: '' };
  if (field) fields[field] = column.header;
  decide(file.id, { mapping: { ...mapping, fields } });
}

const fieldItems = (kind: KindCard | undefined) => [
  { id: '', label: 'Leave out' },
  ...(kind?.fields ?? []).map(({ id, label, required }) => ({
    id,
    label: required ? `${label} (needed)` : label,
  })),
];

type Items = ReturnType<typeof fieldItems>;

function FieldCell({ file, column, items }: { file: QueuedFile; column: ColumnMatch; items: Items }) {
  if (column.field !== null && !items.some((item) => item.id === column.field)) return column.field;
  return (
    <Choice
      quiet
      label={`What ${column.header} is`}
      value={column.field ?? ''}
      items={items}
      onChange={(field) => remap(file, column, field)}
    />
  );
}

const columnsOf = (file: QueuedFile, items: Items): TableColumn<ColumnMatch>[] => [
  {
    id: 'header',
    header: 'Heading in the file',
    names: true,
    show: (c) => c.header || '(no heading)',
    sortBy: (c) => c.header,
  },
  {
    id: 'field',
    header: 'What it is',
    show: (c) => <FieldCell file={file} column={c} items={items} />,
    sortBy: (c) => c.field ?? '',
  },
  {
    id: 'sure',
    header: 'How sure',
    show: (c) => sureness(file, c),
    sortBy: (c) => (c.field === null ? -1 : c.confidence),
  },
  {
    id: 'treatment',
    header: 'What is done',
    show: (c) => treatments[c.treatment],
    sortBy: (c) => c.treatment,
  },
];

interface ColumnMappingProps {
  readonly file: QueuedFile;
  readonly preview: Preview;
  readonly kind: KindCard | undefined;
}

/** From so many headings on it helps to see only those that ask for a look. */
const many = 20;

export function ColumnMapping({ file, preview, kind }: ColumnMappingProps) {
  const [only, setOnly] = useState(false);
  const columns = useMemo(() => columnsOf(file, fieldItems(kind)), [file, kind]);
  const { columns: all } = preview;
  const asking = all.filter((column) => column.field === null || isUnsure(column));
  const matched = all.filter((column) => column.field !== null).length;
  const guessed = all.filter((column) => isUnsure(column) && !isChosen(file, column)).length;
  const guess = guessed > 0 ? `, ${countText(guessed, 'guess', 'guesses')} to check` : '';
  return (
    <Fold
      title={`Columns: ${matched} of ${countText(all.length, 'heading')} matched${guess}`}
      open={guessed > 0 || preview.missing.length > 0 || all.length <= 14}
    >
      {all.length > many && asking.length > 0 && asking.length < all.length ? (
        <label className="check">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
          {`Show only the ${countText(asking.length, 'heading')} not matched or guessed`}
        </label>
      ) : null}
      <DataTable
        caption={`Columns of ${preview.name}`}
        quietCaption
        columns={columns}
        rows={only ? asking : all}
        rowKey={(column, index) => `${index} ${column.header}`}
        rowClass={(column) => (isUnsure(column) && !isChosen(file, column) ? 'unsure' : undefined)}
      />
    </Fold>
  );
}
