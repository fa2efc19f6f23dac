// Fields that no heading fills: the same value in every row, the row's number, or a set of tick-box columns.
import { useId, useMemo, useState } from 'react';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { FieldSource, Preview } from '../../../src-shared/schemas/import.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText } from '../../wording.ts';
import { decide } from './lane.ts';
import { mappingOf, type QueuedFile } from './queue.ts';

type FieldCard = KindCard['fields'][number];
type SourceKind = '' | 'constant' | 'rowNumber' | 'flags';

interface SpareFieldsProps {
  readonly file: QueuedFile;
  readonly preview: Preview;
  readonly kind: KindCard | undefined;
}

const sourceOf = (file: QueuedFile, field: string): FieldSource | undefined =>
  mappingOf(file).fields?.[field];

function kindOfSource(source: FieldSource | undefined): SourceKind {
  if (source === undefined || typeof source === 'string') return '';
  if ('constant' in source) return source.constant === '' ? '' : 'constant';
  return 'rowNumber' in source ? 'rowNumber' : 'flags';
}

function fill(file: QueuedFile, field: string, source: FieldSource): void {
  const mapping = mappingOf(file);
  decide(file.id, { mapping: { ...mapping, fields: { ...mapping.fields, [field]: source } } });
}

const choicesFor = (field: FieldCard, spare: number) => [
  { id: '', label: 'Nothing' },
  { id: 'constant', label: 'The same in every row' },
  ...(field.type === 'text' || field.type === 'identity'
    ? [{ id: 'rowNumber', label: 'The number of the row' }]
    : []),
  ...(field.type === 'category' && spare > 0 ? [{ id: 'flags', label: 'Tick-box columns' }] : []),
];

interface WordProps {
  readonly label: string;
  readonly value: string;
  readonly options?: readonly string[];
  readonly onSay: (value: string) => void;
}

/** A word that counts once the field is left or Enter is pressed, so that a file is not read at every letter. */
function Word({ label, value, options = [], onSay }: WordProps) {
  const list = useId();
  const [text, setText] = useState(value);
  const say = () => {
    if (text.trim() !== value) onSay(text.trim());
  };
  return (
    <>
      <input
        aria-label={label}
        list={options.length > 0 ? list : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={say}
        onKeyDown={(event) => {
          if (event.key === 'Enter') say();
        }}
      />
      {options.length > 0 ? (
        <datalist id={list}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

function Flags({ file, field, headers }: { file: QueuedFile; field: FieldCard; headers: readonly string[] }) {
  const source = sourceOf(file, field.id);
  const flags = typeof source === 'object' && 'flags' in source ? source.flags : {};
  const items = [
    { id: '', label: 'Not of this' },
    ...field.values.map((value) => ({ id: value, label: value })),
  ];
  return (
    <ul className="flags">
      {headers.map((header) => (
        <li key={header}>
          <span>{header}</span>
          <Choice
            quiet
            label={`What a mark under ${header} means`}
            value={flags[header] ?? ''}
            items={items}
            onChange={(value) => {
              const { [header]: _, ...others } = flags;
              fill(file, field.id, { flags: value === '' ? others : { ...others, [header]: value } });
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function SourceCell({
  file,
  field,
  headers,
}: {
  file: QueuedFile;
  field: FieldCard;
  headers: readonly string[];
}) {
  const source = sourceOf(file, field.id);
  const [asked, setAsked] = useState<SourceKind>(kindOfSource(source));
  const choose = (id: string) => {
    setAsked(id as SourceKind);
    if (id === '') fill(file, field.id, { constant: '' });
    if (id === 'rowNumber') fill(file, field.id, { rowNumber: '' });
  };
  const constant = typeof source === 'object' && 'constant' in source ? source.constant : '';
  const prefix = typeof source === 'object' && 'rowNumber' in source ? source.rowNumber : '';
  return (
    <div className="row">
      <Choice
        quiet
        label={`Where ${field.label} comes from`}
        value={asked}
        items={choicesFor(field, headers.length)}
        onChange={choose}
      />
      {asked === 'constant' ? (
        <Word
          label={`${field.label} in every row`}
          value={constant}
          options={field.values}
          onSay={(value) => fill(file, field.id, { constant: value })}
        />
      ) : null}
      {asked === 'rowNumber' ? (
        <Word
          label={`What stands before the number in ${field.label}`}
          value={prefix}
          onSay={(value) => fill(file, field.id, { rowNumber: value })}
        />
      ) : null}
      {asked === 'flags' ? <Flags file={file} field={field} headers={headers} /> : null}
    </div>
  );
}

export function SpareFields({ file, preview, kind }: SpareFieldsProps) {
  const filled = new Set(preview.columns.map(({ field }) => field));
  const headers = preview.columns
    .filter(({ field, header }) => field === null && header !== '')
    .map(({ header }) => header);
  const spare = (kind?.fields ?? [])
    .filter(({ id, treatment }) => !filled.has(id) && (treatment === 'stored' || treatment === 'pseudonym'))
    .sort((a, b) => Number(b.required) - Number(a.required));
  const columns = useMemo(
    (): TableColumn<FieldCard>[] => [
      {
        id: 'field',
        header: 'Field',
        names: true,
        show: (field) => (field.required ? `${field.label} (needed)` : field.label),
      },
      {
        id: 'source',
        header: 'Where it comes from',
        show: (field) => <SourceCell file={file} field={field} headers={headers} />,
      },
    ],
    [file, headers],
  );
  if (spare.length === 0) return null;
  return (
    <Fold
      title={`${countText(spare.length, 'field')} that no heading fills`}
      open={spare.some(({ required }) => required)}
    >
      <DataTable
        caption={`Fields of ${preview.name} that no heading fills`}
        quietCaption
        columns={columns}
        rows={spare}
        rowKey={(field) => field.id}
      />
    </Fold>
  );
}
