// Takes files and folders dropped anywhere in the window and hands them to the import queue.
import { useEffect, useState } from 'react';
import { usePlace } from '../../place-context.tsx';
import { gatherDropped } from '../import/gather.ts';
import { addFiles } from '../import/lane.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropCatcher() {
  const { go } = usePlace();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void gatherDropped(event.dataTransfer).then(addFiles);
      go({ view: 'import' });
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [go]);
  return over ? <div className="drop-veil">Drop the files or the folder to import them</div> : null;
}
