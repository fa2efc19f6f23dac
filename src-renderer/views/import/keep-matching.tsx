// Keeps how the columns were matched under a name, so that the next file of the same headings needs no matching.
import { useState } from 'react';
import type { Preview } from '../../../src-shared/schemas/import.ts';
import { agree } from './lane.ts';
import type { QueuedFile } from './queue.ts';

/** The file's name without its ending, quarters, dates and numbers, for last quarter's name must fit the next. */
export const matchingName = (fileName: string): string =>
  fileName
    .replace(/\.[a-z]+$/i, '')
    .replaceAll(/(?<![a-z])q[1-4](?![a-z])|\d+/gi, ' ')
    .replaceAll(/[-_.\s]+/g, ' ')
    .trim() || 'This export';

export function KeepMatching({ file, preview }: { file: QueuedFile; preview: Preview }) {
  const [name, setName] = useState(
    file.consent.saveMapping ?? preview.savedMapping?.name ?? matchingName(file.name),
  );
  const kept = file.consent.saveMapping !== undefined;
  const { mapping, sheet, headerRows } = file.decisions;
  const asSaved = mapping === undefined && sheet === undefined && headerRows === undefined;
  if (preview.savedMapping !== null && asSaved) return null;
  return (
    <div className="row">
      <label className="check">
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) =>
            agree(file.id, { saveMapping: event.target.checked ? name.trim() || undefined : undefined })
          }
        />
        Match the next file like this in the same way. Keep the matching as
      </label>
      <input
        aria-label="Name of the saved matching"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          if (kept) agree(file.id, { saveMapping: event.target.value.trim() || undefined });
        }}
      />
    </div>
  );
}
