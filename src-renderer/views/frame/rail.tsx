// The rail of views: icon and word, collapsible to icons, at the top of a narrow window.
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { toHash, type ViewId, viewIds } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { recall, remember } from '../../theme.ts';
import { useWorkspace } from '../../workspace.tsx';
import { viewCards } from './view-cards.ts';

const key = 'candour.rail';

export function Rail({ view }: { view: ViewId }) {
  const { place, go } = usePlace();
  const workspace = useWorkspace();
  const [narrow, setNarrow] = useState(recall(key) === 'narrow');
  const toggle = () => {
    remember(key, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  const shown = workspace ? viewIds : (['start'] as const);
  return (
    <nav className={narrow ? 'rail rail-narrow' : 'rail'} aria-label="Screens">
      <p className="brand">
        <span className="brand-mark" aria-hidden="true">
          C
        </span>
        <span className="rail-word">Candour</span>
      </p>
      <ul>
        {shown.map((id) => {
          const { title, icon: Icon } = viewCards[id];
          return (
            <li key={id}>
              <a
                href={toHash({ ...place, view: id })}
                aria-current={id === view ? 'page' : undefined}
                title={narrow ? title : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  go({ view: id });
                }}
              >
                <Icon aria-hidden="true" />
                <span className="rail-word">{title}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <button type="button" className="rail-toggle" onClick={toggle} aria-expanded={!narrow}>
        {narrow ? <PanelLeftOpen aria-hidden="true" /> : <PanelLeftClose aria-hidden="true" />}
        <span className="rail-word">{narrow ? 'Widen' : 'Narrow'}</span>
        <span className="only-heard"> the list of screens</span>
      </button>
    </nav>
  );
}
