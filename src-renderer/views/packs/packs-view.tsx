// Packs: build one and see it as it will look, the drafts and issues there are, and a check of any workbook.
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { usePlace } from '../../place-context.tsx';
import { loadedMetrics, useCatalogue, useDataOptions, useWorkspace } from '../../workspace.tsx';
import { NeedsData } from '../needs-data.tsx';
import { Builder } from './builder.tsx';
import { CheckView } from './check-view.tsx';
import { Earlier } from './earlier.tsx';

const tabs = [
  ['build', 'Build a pack'],
  ['list', 'Drafts and issues'],
  ['check', 'Check a workbook'],
] as const;

function BuildTab() {
  const workspace = useWorkspace();
  const catalogue = useCatalogue();
  const span = useDataOptions(loadedMetrics(catalogue, workspace));
  if (!workspace || !catalogue) return <p>Reading the catalogue…</p>;
  if (workspace.imports === 0) {
    return (
      <NeedsData
        title="Nothing to put into a pack yet"
        text="Import at least one survey, incident log or workforce file. A pack says plainly what is still missing."
      />
    );
  }
  return <Builder catalogue={catalogue} span={span} />;
}

export function PacksView() {
  const { place, pick } = usePlace();
  const tab = tabs.find(([id]) => id === place.pick.tab)?.[0] ?? 'build';
  return (
    <>
      <h1>Packs</h1>
      <p className="lead">
        A pack is one accessible Excel workbook: a table a sheet, charts of Excel’s own, and each number
        traced to its source. Small groups are already hidden in it.
      </p>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => pick({ tab: String(key), sheet: null, cell: null })}
      >
        <TabList className="tab-list" aria-label="Packs">
          {tabs.map(([id, label]) => (
            <Tab key={id} id={id} className="tab">
              {label}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="build" className="tab-panel">
          <BuildTab />
        </TabPanel>
        <TabPanel id="list" className="tab-panel">
          <Earlier />
        </TabPanel>
        <TabPanel id="check" className="tab-panel">
          <CheckView />
        </TabPanel>
      </Tabs>
    </>
  );
}
