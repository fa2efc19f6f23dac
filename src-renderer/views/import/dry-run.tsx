// What an import of the file would do, before it does anything: the dry run in five counts.
import type { Preview } from '../../../src-shared/schemas/import.ts';
import { CountList } from '../../parts/count-list.tsx';
import { spanText } from './stored-words.ts';

export function DryRun({ preview }: { preview: Preview }) {
  const { read, accepted, rejected, problemCount, covers } = preview;
  const counts = [
    ['Rows read', read],
    ['Will be imported', accepted],
    ['Left out', rejected],
    ['Problems', problemCount],
  ] as const;
  return (
    <>
      <CountList counts={counts} />
      {covers ? <p>{`The rows cover ${spanText(covers)}.`}</p> : null}
    </>
  );
}
