// Hands the figure that is on the screen over to the judgement, to be linked as evidence.
import { Landmark } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { FigureRequest } from '../../../src-shared/schemas/figure.ts';
import { usePlace } from '../../place-context.tsx';

export function EvidenceButton({ request }: { request: FigureRequest }) {
  const { go } = usePlace();
  return (
    <Button
      className="tool"
      onPress={() => go({ view: 'judgement', pick: { figure: JSON.stringify(request) } })}
    >
      <Landmark aria-hidden="true" /> Add as evidence
    </Button>
  );
}
