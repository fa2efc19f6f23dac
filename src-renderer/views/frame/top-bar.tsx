// The top bar: which workspace, since when the Protocol applies, period, grain, filters, undo, theme, help.
import { CircleQuestionMark, Redo2, Search, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '../../parts/choice.tsx';
import { periodChoices } from '../../periods.ts';
import { grains, type ViewId } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { applyTheme, readTheme, themes } from '../../theme.ts';
import { dayText, idText } from '../../wording.ts';
import { loadedMetrics, useCatalogue, useDataOptions, useWorkspace } from '../../workspace.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { openPalette } from './palette.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

const periodViews: readonly ViewId[] = ['survey', 'incidents', 'trends', 'evidence', 'appraisals'];
const grainItems = [
  { id: '', label: 'What suits each figure' },
  ...grains.filter((grain) => grain !== 'all').map((id) => ({ id, label: idText(id) })),
];
const themeItems = themes.map((id) => ({ id, label: idText(id) }));

function Filters() {
  const { place, go } = usePlace();
  const filters = Object.entries(place.filters);
  const without = (name: string) =>
    go({ filters: Object.fromEntries(filters.filter(([own]) => own !== name)) });
  if (filters.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters">
      {filters.map(([name, value]) => (
        <li key={name}>
          <Button
            className="chip"
            onPress={() => without(name)}
            aria-label={`Clear filter ${idText(name)}: ${value}`}
          >
            {`${idText(name)}: ${value}`} <X aria-hidden="true" />
          </Button>
        </li>
      ))}
      {filters.length > 1 ? (
        <li>
          <Button className="chip" onPress={() => go({ filters: {} })}>
            Clear all
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

function PeriodBar({ view }: { view: ViewId }) {
  const { place, go } = usePlace();
  const workspace = useWorkspace();
  const options = useDataOptions(loadedMetrics(useCatalogue(), workspace));
  const dimensions = Object.entries(options.dimensions).filter(
    ([name, values]) => filterable.includes(name) && values.length > 1 && !(name in place.filters),
  );
  return (
    <div className="period-bar">
      <Choice
        label="Period"
        value={place.period}
        items={periodChoices(options)}
        onChange={(period) => go({ period })}
      />
      {view === 'survey' ? null : (
        <Choice
          label="Counted by"
          value={place.grain ?? ''}
          items={grainItems}
          onChange={(grain) => go({ grain: grains.find((own) => own === grain) ?? null })}
        />
      )}
      {dimensions.map(([name, values]) => (
        <Choice
          key={name}
          label={idText(name)}
          value=""
          items={[{ id: '', label: 'All' }, ...values.map(({ value, label }) => ({ id: value, label }))]}
          onChange={(value) => go({ filters: { ...place.filters, [name]: value } })}
        />
      ))}
      <Filters />
    </div>
  );
}

/** Dimensions that mean the same on several screens and so belong in the bar; the rest are a view's own. */
const filterable: readonly string[] = ['directorate', 'grade', 'party'];

function Title() {
  const workspace = useWorkspace();
  const [open, setOpen] = useState(false);
  if (!workspace) return <p className="where">No workspace open</p>;
  const { council, adoptionDate } = workspace.settings;
  return (
    <div className="where">
      <p className="where-name">
        {council}
        {workspace.sample ? <span className="tag">Sample: invented people and numbers</span> : null}
      </p>
      <p className="where-more">
        {adoptionDate ? `Protocol adopted ${dayText(adoptionDate)}` : 'Protocol not yet adopted'}
        {' · '}
        <Button className="link" onPress={() => setOpen(true)}>
          Settings
        </Button>
      </p>
      {open ? <SettingsDialog workspace={workspace} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

export function TopBar({ view }: { view: ViewId }) {
  const { undo, redo, lastImport } = usePlace();
  const back = lastImport
    ? `Undo the last step: the import of ${lastImport.file}, which redo does not bring back`
    : 'Undo the last change of view';
  const [help, setHelp] = useState(false);
  const [theme, setTheme] = useState(readTheme());
  return (
    <header className="top-bar">
      <div className="top-row">
        <Title />
        <div className="tools">
          <Button className="tool" onPress={openPalette}>
            <Search aria-hidden="true" /> Find <kbd>Ctrl K</kbd>
          </Button>
          <Button className="tool icon" isDisabled={!undo} onPress={() => undo?.()} aria-label={back}>
            <Undo2 aria-hidden="true" />
          </Button>
          <Button
            className="tool icon"
            isDisabled={!redo}
            onPress={() => redo?.()}
            aria-label="Redo the change of view"
          >
            <Redo2 aria-hidden="true" />
          </Button>
          <Choice
            quiet
            label="Colours"
            value={theme}
            items={themeItems}
            onChange={(id) => {
              const next = themes.find((own) => own === id) ?? 'system';
              applyTheme(next);
              setTheme(next);
            }}
          />
          <Button className="tool icon" onPress={() => setHelp(true)} aria-label="Help">
            <CircleQuestionMark aria-hidden="true" />
          </Button>
        </div>
      </div>
      {periodViews.includes(view) ? <PeriodBar view={view} /> : null}
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </header>
  );
}
