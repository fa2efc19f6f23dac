// The views by name and icon, for the rail, the palette and the window's title.
import {
  ChartLine,
  ClipboardCheck,
  FileInput,
  House,
  KeyRound,
  Landmark,
  type LucideIcon,
  MessageSquareLock,
  MessagesSquare,
  Package,
  Scale,
  Sparkles,
  Stethoscope,
} from 'lucide-react';
import type { ViewId } from '../../place.ts';

interface ViewCard {
  readonly title: string;
  readonly icon: LucideIcon;
}

export const viewCards: Record<ViewId, ViewCard> = {
  start: { title: 'Start', icon: House },
  import: { title: 'Import', icon: FileInput },
  health: { title: 'Data health', icon: Stethoscope },
  survey: { title: 'Survey', icon: MessagesSquare },
  incidents: { title: 'Incidents', icon: Scale },
  trends: { title: 'Trends and proxies', icon: ChartLine },
  evidence: { title: 'Positive and qualitative', icon: Sparkles },
  appraisals: { title: 'Appraisals', icon: ClipboardCheck },
  texts: { title: 'Comments', icon: MessageSquareLock },
  packs: { title: 'Packs', icon: Package },
  judgement: { title: 'AGS judgement', icon: Landmark },
  officer: { title: 'Monitoring Officer', icon: KeyRound },
};
