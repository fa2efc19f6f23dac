// The frame around every view: skip link, rail, top bar, work under way, palette, and files dropped anywhere.
import { useEffect, useRef } from 'react';
import { FaultGuard } from '../../fault-guard.tsx';
import { toHash, type ViewId } from '../../place.ts';
import { usePlace } from '../../place-context.tsx';
import { useWorkspace } from '../../workspace.tsx';
import { AppraisalsView } from '../appraisals/appraisals-view.tsx';
import { EvidenceView } from '../evidence/evidence-view.tsx';
import { HealthView } from '../health/health-view.tsx';
import { ImportView } from '../import/import-view.tsx';
import { UndoImport } from '../import/undo-dialog.tsx';
import { IncidentsView } from '../incidents/incidents-view.tsx';
import { JudgementView } from '../judgement/judgement-view.tsx';
import { OfficerView } from '../officer/officer-view.tsx';
import { PacksView } from '../packs/packs-view.tsx';
import { StartView } from '../start-view.tsx';
import { SurveyView } from '../survey/survey-view.tsx';
import { TextsView } from '../texts/texts-view.tsx';
import { TrendsView } from '../trends-view.tsx';
import { DropCatcher } from './drop-catcher.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { viewCards } from './view-cards.ts';
import { WorkPanel } from './work-panel.tsx';

const screens: Record<ViewId, () => React.ReactNode> = {
  start: StartView,
  import: ImportView,
  health: HealthView,
  survey: SurveyView,
  incidents: IncidentsView,
  trends: TrendsView,
  evidence: EvidenceView,
  appraisals: AppraisalsView,
  texts: TextsView,
  packs: PacksView,
  judgement: JudgementView,
  officer: OfficerView,
};

/** A view is reached without a workspace only where it can do without one. */
const screenOf = (view: ViewId, open: boolean): ViewId => (open ? view : 'start');

export function Frame() {
  const { place } = usePlace();
  const workspace = useWorkspace();
  const main = useRef<HTMLElement>(null);
  const view = screenOf(place.view, Boolean(workspace));
  const Screen = screens[view];
  useEffect(() => {
    document.title = `${viewCards[view].title} - ${workspace?.settings.council ?? 'Candour'}`;
    scrollTo(0, 0);
  }, [view, workspace]);
  return (
    <div className="frame">
      <a
        className="skip"
        href={toHash(place)}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <Rail view={view} />
      <div className="stage">
        <TopBar view={view} />
        <WorkPanel />
        <main ref={main} tabIndex={-1} id="content" className="column">
          <FaultGuard key={view}>{workspace === undefined ? <p>Opening…</p> : <Screen />}</FaultGuard>
        </main>
      </div>
      {workspace ? <DropCatcher /> : null}
      <UndoImport workspace={workspace?.id ?? null} />
      <Palette />
    </div>
  );
}
