// Help: how to read a control chart, what the marks mean, the keys. Words only, no tour.
import { Button } from 'react-aria-components';
import { WindowDialog } from '../../parts/window-dialog.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl + K', 'Find a screen, a figure or a workspace'],
  [
    'Ctrl + Z, Ctrl + Y',
    'Undo and redo a change of period, filter or screen; undo asks before it takes back an import',
  ],
  ['Left, right, Home, End', 'Walk the points of a chart that has the focus'],
  ['R, E, N, P, 1, 2, 3', 'On a comment under review: redact, edit, next, previous, never, exempt, public'],
  ['Escape', 'Close what is open'],
];

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <WindowDialog title="How to read Candour" open={open} onClose={onClose}>
      <p>
        A control chart draws a mean and two limits. Points between the limits that follow no pattern are
        common cause: the ups and downs that any measure has. Only a signal (a triangle or a square) says that
        something may have changed; it never says why.
      </p>
      <p>
        A whisker or “interval” is the range in which the true value very likely lies. Wide means few answers.
        Two values whose intervals overlap much are not known to differ.
      </p>
      <p>
        [c] stands where a group is so small that someone could be recognised. It is not nought, and it cannot
        be worked out from its neighbours.
      </p>
      <dl className="facts">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="row end">
        <Button className="button primary" onPress={onClose}>
          Close help
        </Button>
      </div>
    </WindowDialog>
  );
}
