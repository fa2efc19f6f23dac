// Survey: one finding, the questions in a table, officers beside councillors, one line over the waves, the groups
// side by side, awareness of the Protocol, who answered.
// The rule: surveys of different people (officers, councillors) are never pooled.
import type { MetricCard } from '../../../src-shared/schemas/figure.ts';
import type { SurveyQuestion } from '../../../src-shared/schemas/survey.ts';
import { useAsk } from '../../ask.ts';
import { ignoredFilters, requestFor } from '../../figure-request.ts';
import { Choice } from '../../parts/choice.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { idText } from '../../wording.ts';
import { FigurePanel } from '../figure-panel.tsx';
import { NeedsData } from '../needs-data.tsx';
import { type FigureScreen, useFigureScreen } from '../use-figures.ts';
import { FunnelPanel } from './funnel-panel.tsx';
import { GroupComparison } from './group-comparison.tsx';
import { linesOf, type QuestionLine } from './lines.ts';
import { MirrorPanel } from './mirror-panel.tsx';
import { LensFold, QuestionLens } from './question-lens.tsx';
import { QuestionLink } from './question-link.tsx';
import { overWavesId, QuestionTable } from './question-table.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { SurveyAsks } from './survey-asks.tsx';

interface ChosenProps {
  readonly metrics: readonly MetricCard[];
  readonly metric: MetricCard;
  readonly span: FigureScreen['span'];
  readonly instrument: string;
  readonly lines: readonly QuestionLine[];
  readonly questions: readonly SurveyQuestion[];
}

/** What is followed over the waves: the whole survey, a behaviour (b:), a theme (t:) or a question (q:). */
const subjects = (lines: readonly QuestionLine[], behaviours: readonly string[]) => [
  { id: '', label: 'The whole survey' },
  ...behaviours.map((behaviour) => ({ id: `b:${behaviour}`, label: `Behaviour: ${behaviour}` })),
  ...[...new Set(lines.flatMap(({ theme }) => theme ?? []))].map((theme) => ({
    id: `t:${theme}`,
    label: `Theme: ${idText(theme)}`,
  })),
  ...lines.map(({ line, title }) => ({ id: `q:${line}`, label: title })),
];

export const subjectFilters = (subject: string): Record<string, string> => {
  if (subject.startsWith('b:')) return { behaviour: subject.slice(2) };
  if (subject.startsWith('t:')) return { theme: subject.slice(2) };
  return subject.startsWith('q:') ? { question: subject.slice(2) } : {};
};

function Finding({ metric, span, instrument }: Pick<ChosenProps, 'metric' | 'span' | 'instrument'>) {
  const { place } = usePlace();
  const { data, error } = useAsk('figure.read', requestFor(metric, place, span, { filters: { instrument } }));
  if (error) return <ProblemPanel problem={error} />;
  return <p className="finding">{data?.reading ?? 'Reading the survey…'}</p>;
}

/** The questions in one table, by the measure chosen of those that questions have. */
function Scored({ metrics, metric, span, instrument, lines }: Omit<ChosenProps, 'questions'>) {
  const { place, pick } = usePlace();
  const measures = metrics.filter(({ dimensions }) => dimensions.includes('question'));
  const measure = measures.find(({ id }) => id === place.pick.metric) ?? metric;
  return (
    <>
      <div className="view-bar">
        <Choice
          label="Measure of the questions"
          value={measure.id}
          items={measures.map(({ id, title }) => ({ id, label: title }))}
          onChange={(id) => pick({ metric: id })}
        />
      </div>
      <QuestionTable key={measure.id} metric={measure} span={span} instrument={instrument} lines={lines} />
    </>
  );
}

function OverWaves({ metrics, metric, span, instrument, lines, questions }: ChosenProps) {
  const { place, pick } = usePlace();
  const { data: lens } = useAsk('survey.lens', {});
  const own = lens?.lines.filter(({ line }) => lines.some((one) => one.line === line)) ?? [];
  const items = subjects(lines, [...new Set(own.flatMap(({ behaviours }) => behaviours ?? []))].sort());
  const subject = items.find(({ id }) => id === place.pick.subject)?.id ?? '';
  const measure = metrics.find(({ id }) => id === place.pick.metric) ?? metric;
  const name = items.find(({ id }) => id === subject)?.label ?? '';
  const filters = { instrument, ...subjectFilters(subject) };
  return (
    <section className="followed" id={overWavesId} tabIndex={-1} aria-label="Wave by wave">
      <div className="view-bar">
        <Choice
          label="Shown"
          value={subject}
          items={items}
          onChange={(id) => pick({ subject: id || null })}
        />
        <Choice
          label="Measure"
          value={measure.id}
          items={metrics.map(({ id, title }) => ({ id, label: title }))}
          onChange={(id) => pick({ metric: id })}
        />
        {subject.startsWith('q:') ? (
          <>
            <QuestionLink line={subject.slice(2)} questions={questions} />
            <QuestionLens line={subject.slice(2)} />
          </>
        ) : null}
      </div>
      <FigurePanel
        key={`${measure.id} ${subject}`}
        metric={measure}
        request={requestFor(measure, place, span, { filters })}
        kind="wave"
        name={`${name}, wave by wave`}
        ignored={ignoredFilters(measure, place)}
      />
      {subject.startsWith('b:') ? (
        <p className="aside">Behaviours are shown for everybody who answered, not by groups.</p>
      ) : (
        <GroupComparison metric={measure} span={span} filters={filters} name={name} />
      )}
    </section>
  );
}

export function SurveyView() {
  const { place, pick } = usePlace();
  const { metrics, span } = useFigureScreen('survey');
  const { data: questions, error } = useAsk('survey.questions', {});
  if (error) return <ProblemPanel problem={error} />;
  if (!metrics || !questions) return <p>Reading the surveys…</p>;
  const instruments = [...new Set(questions.map((question) => question.instrument))];
  const instrument = instruments.find((own) => own === place.pick.instrument) ?? instruments[0];
  const metric = metrics.find(({ id }) => id === 'survey-favourable') ?? metrics[0];
  if (!metric || instrument === undefined) {
    return (
      <>
        <h1>Survey</h1>
        <NeedsData
          title="No survey yet"
          text="Load the individual responses of an officer or councillor survey, one file a wave: SurveyMonkey, Microsoft Forms, Google Forms, Qualtrics, LimeSurvey or a plain table."
        />
      </>
    );
  }
  const own = questions.filter((question) => question.instrument === instrument);
  const lines = linesOf(own);
  return (
    <>
      <div className="title-row">
        <h1>Survey</h1>
        <div className="view-bar">
          <Choice
            label="Survey"
            value={instrument}
            items={instruments.map((id) => ({ id, label: id }))}
            onChange={(id) => pick({ instrument: id, subject: null })}
          />
          <SurveyAsks instrument={instrument} />
        </div>
      </div>
      <Finding metric={metric} span={span} instrument={instrument} />
      <Scored metrics={metrics} metric={metric} span={span} instrument={instrument} lines={lines} />
      <LensFold instrument={instrument} />
      {instruments.length > 1 ? <MirrorPanel span={span} /> : null}
      <OverWaves
        metrics={metrics}
        metric={metric}
        span={span}
        instrument={instrument}
        lines={lines}
        questions={own}
      />
      <FunnelPanel span={span} instrument={instrument} />
      <ResponsePanel span={span} instrument={instrument} />
    </>
  );
}
