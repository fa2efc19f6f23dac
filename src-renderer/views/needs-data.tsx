// What a screen says before its data is there: what to load, and the way to it.
import { Button } from 'react-aria-components';
import { EmptyState } from '../parts/empty-state.tsx';
import { usePlace } from '../place-context.tsx';

export function NeedsData({ title, text }: { title: string; text: string }) {
  const { go } = usePlace();
  return (
    <EmptyState title={title} text={text}>
      <Button className="button primary" onPress={() => go({ view: 'import' })}>
        Go to Import
      </Button>
    </EmptyState>
  );
}
