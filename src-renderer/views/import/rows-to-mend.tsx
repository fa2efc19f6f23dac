// The rows of an import that were left out, as a file to mend and import again.
import { useDo } from '../../ask.ts';
import { countText } from '../../wording.ts';
import { TakeAway } from './take-away.tsx';

export function RowsToMend({
  importId,
  file,
  rejected,
}: {
  importId: string;
  file: string;
  rejected: number;
}) {
  const make = useDo('import.rejectsFile');
  if (rejected === 0) return null;
  return (
    <TakeAway
      title={`Download the ${countText(rejected, 'row')} to mend`}
      label={`Download the ${countText(rejected, 'row')} of ${file} to mend`}
      make={() => make.mutateAsync({ importId })}
    />
  );
}
