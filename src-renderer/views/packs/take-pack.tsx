// The ways to take a pack along: the workbook, the manifest beside it, and copies in other forms.
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { PackResult } from '../../../src-shared/schemas/pack.ts';
import { useDo, wordsOf } from '../../ask.ts';
import { deliverPack } from '../../client.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

type Problem = ReturnType<typeof wordsOf>;
type TakenPack = Pick<PackResult, 'pack' | 'fileName' | 'manifest'>;

export function DownloadButton({ pack, primary }: { pack: TakenPack; primary?: boolean }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <Button
        className={primary ? 'button primary' : 'button small'}
        aria-label={`Download ${pack.fileName}`}
        onPress={() => {
          deliverPack(pack.pack, pack.fileName).then(
            () => setProblem(null),
            (error: unknown) => setProblem(wordsOf(error)),
          );
        }}
      >
        <Download aria-hidden="true" /> {primary ? 'Download the workbook' : 'Download'}
      </Button>
      {problem ? <ProblemPanel problem={problem} /> : null}
    </>
  );
}

const copies = [
  { format: 'ods', label: 'Copy as OpenDocument' },
  { format: 'pdf', label: 'Copy as PDF' },
] as const;

/** Every way at once. */
export function TakePack({ pack }: { pack: TakenPack }) {
  const manifest = useDo('pack.saveManifest');
  const copy = useDo('pack.copy');
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = (work: Promise<{ file: string; fileName: string }>) => {
    work
      .then(({ file, fileName }) => deliverPack(file, fileName))
      .then(
        () => setProblem(null),
        (error: unknown) => setProblem(wordsOf(error)),
      );
  };
  return (
    <div className="row">
      <DownloadButton pack={pack} primary />
      <Button
        className="button"
        isDisabled={manifest.isPending}
        onPress={() => take(manifest.mutateAsync({ pack: pack.pack }))}
      >
        Download the manifest
      </Button>
      {copies.map(({ format, label }) => (
        <Button
          key={format}
          className="button"
          isDisabled={copy.isPending}
          onPress={() => take(copy.mutateAsync({ pack: pack.pack, format }))}
        >
          {copy.isPending && copy.variables.format === format ? 'Making the copy…' : label}
        </Button>
      ))}
      {problem ? <ProblemPanel problem={problem} /> : null}
    </div>
  );
}
