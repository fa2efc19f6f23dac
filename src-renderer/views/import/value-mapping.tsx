// Words of the file that are on no list, with how many rows they stand in: said once, mended in every row.
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { Preview, UnknownValue } from '../../../src-shared/schemas/import.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText, numberText } from '../../wording.ts';
import { decide } from './lane.ts';
import { mappingOf, type QueuedFile } from './queue.ts';

interface ValueMappingProps {
  readonly file: QueuedFile;
  readonly preview: Preview;
}

/** Says for some words what they mean; null keeps a word as it is. */
function say(
  file: QueuedFile,
  said: readonly { readonly of: UnknownValue; readonly means: string | null }[],
): void {
  const mapping = mappingOf(file);
  const values: Record<string, Record<string, string>> = { ...mapping.values };
  for (const { of, means } of said) {
    const { [of.value]: _, ...others } = values[of.field] ?? {};
    values[of.field] = means === null ? others : { ...others, [of.value]: means };
  }
  decide(file.id, { mapping: { ...mapping, values } });
}

/** What was said already: those words are known now, so the preview lists them no more. */
interface Settled {
  readonly field: string;
  readonly value: string;
  readonly means: string;
}

const settledIn = (file: QueuedFile): Settled[] =>
  Object.entries(mappingOf(file).values ?? {}).flatMap(([field, values]) =>
    Object.entries(values).map(([value, means]) => ({ field, value, means })),
  );

const itemsFor = ({ suggestions, options }: UnknownValue) => [
  { id: '', label: 'Keep it as it is' },
  ...suggestions.map((option) => ({ id: option, label: `${option} (suggested)` })),
  ...options
    .filter((option) => !suggestions.includes(option))
    .map((option) => ({ id: option, label: option })),
];

const columnsOf = (file: QueuedFile): TableColumn<UnknownValue>[] => [
  {
    id: 'value',
    header: 'In the file',
    names: true,
    show: ({ value }) => `“${value}”`,
    sortBy: ({ value }) => value,
  },
  { id: 'field', header: 'Field', show: ({ label }) => label, sortBy: ({ label }) => label },
  {
    id: 'rows',
    header: 'Rows',
    numeric: true,
    show: ({ rows }) => numberText(rows),
    sortBy: ({ rows }) => rows,
  },
  {
    id: 'means',
    header: 'What it means',
    show: (unknown) => (
      <div className="row">
        <Choice
          quiet
          label={`What “${unknown.value}” means`}
          value=""
          items={itemsFor(unknown)}
          onChange={(means) => say(file, [{ of: unknown, means: means || null }])}
        />
        {unknown.suggestions[0] === undefined ? null : (
          <Button
            className="button small"
            aria-label={`“${unknown.value}” means ${unknown.suggestions[0]}`}
            onPress={() => say(file, [{ of: unknown, means: unknown.suggestions[0] ?? null }])}
          >
            {unknown.suggestions[0]}
          </Button>
        )}
      </div>
    ),
  },
];

function SettledList({ file }: { file: QueuedFile }) {
  const settled = settledIn(file);
  if (settled.length === 0) return null;
  const takeBack = ({ field, value }: Settled) => {
    const mapping = mappingOf(file);
    const { [value]: _, ...others } = mapping.values?.[field] ?? {};
    decide(file.id, { mapping: { ...mapping, values: { ...mapping.values, [field]: others } } });
  };
  return (
    <Fold
      title={`${countText(settled.length, 'word')} settled by you or a saved matching`}
      open={settled.length <= 6}
    >
      <ul className="settled">
        {settled.map((one) => (
          <li key={`${one.field} ${one.value}`}>
            {`“${one.value}” means ${one.means}. `}
            <button
              type="button"
              className="link"
              aria-label={`Take back what “${one.value}” means`}
              onClick={() => takeBack(one)}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

export function ValueMapping({ file, preview }: ValueMappingProps) {
  const { unknownValues } = preview;
  const columns = useMemo(() => columnsOf(file), [file]);
  const suggested = unknownValues.filter(({ suggestions }) => suggestions.length > 0);
  return (
    <>
      {unknownValues.length > 0 ? (
        <Fold
          title={`${countText(unknownValues.length, 'word')} on no list: say what they mean, or keep them as they are`}
          open
        >
          {suggested.length > 1 ? (
            <div className="row">
              <Button
                className="button"
                onPress={() =>
                  say(
                    file,
                    suggested.map((of) => ({ of, means: of.suggestions[0] ?? null })),
                  )
                }
              >
                {`Use the first suggestion for ${countText(suggested.length, 'word')}`}
              </Button>
            </div>
          ) : null}
          <DataTable
            caption={`Words of ${preview.name} that are on no list`}
            quietCaption
            columns={columns}
            rows={unknownValues}
            rowKey={({ field, value }) => `${field} ${value}`}
          />
        </Fold>
      ) : null}
      <SettledList file={file} />
    </>
  );
}
