// Asks how dates are to be read where the column itself does not settle it: asked, never guessed.
import { Button } from 'react-aria-components';
import { decide } from './lane.ts';
import { mappingOf, type QueuedFile } from './queue.ts';

export function DateOrder({ file }: { file: QueuedFile }) {
  const say = (dateOrder: 'dmy' | 'mdy') => decide(file.id, { mapping: { ...mappingOf(file), dateOrder } });
  return (
    <fieldset className="question">
      <legend>No day in this file is above 12. How are its dates written?</legend>
      <div className="row">
        <Button className="button" onPress={() => say('dmy')}>
          Day first: 03/05/2026 is 3 May 2026
        </Button>
        <Button className="button" onPress={() => say('mdy')}>
          Month first: 03/05/2026 is 5 March 2026
        </Button>
      </div>
    </fieldset>
  );
}
