// Starts the page: fonts, styles, the cache, the place and the frame.
import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@fontsource/source-sans-3/latin-ext-400.css';
import '@fontsource/source-sans-3/latin-ext-600.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/charts.css';
import './styles/adoption.css';
import './styles/views.css';
import './styles/health.css';
import './styles/incidents.css';
import './styles/judgement.css';
import './styles/officer.css';
import './styles/packs.css';
import './styles/survey.css';
import './styles/texts.css';
import './styles/import.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cache } from './ask.ts';
import { FaultGuard } from './fault-guard.tsx';
import { PlaceProvider } from './place-context.tsx';
import { applyTheme, readTheme } from './theme.ts';
import { Frame } from './views/frame/frame.tsx';

applyTheme(readTheme());
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <FaultGuard>
        <QueryClientProvider client={cache}>
          <PlaceProvider>
            <Frame />
          </PlaceProvider>
        </QueryClientProvider>
      </FaultGuard>
    </StrictMode>,
  );
}
