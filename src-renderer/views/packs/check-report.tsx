// What the checker found: errors first, grouped by rule with its hint; each finding leads to its place. Rules that
// passed are folded away. The report can be copied as text.
import { useMemo, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { CheckFinding, CheckReport, RuleSeverity } from '../../../src-shared/schemas/check.ts';
import { copyText } from '../../charts/copy.ts';
import { Fold } from '../../parts/fold.tsx';
import { countText, numberText } from '../../wording.ts';
import { byRule, reportText, severityWords, verdictText, whereOf } from './check-words.ts';

const mostShown = 20;

type Lead = (finding: CheckFinding) => void;

function RuleGroup({
  title,
  found,
  findings,
  onLead,
}: {
  title: string;
  /** How many there are, also those that the report does not list. */
  found: number;
  findings: readonly CheckFinding[];
  onLead?: Lead | undefined;
}) {
  const [all, setAll] = useState(false);
  const [first] = findings;
  if (!first) return null;
  const shown = all ? findings : findings.slice(0, mostShown);
  const hints = new Set(findings.map(({ hint }) => hint));
  return (
    <li className={`rule-group severity-${first.severity}`}>
      <h4>
        <span className="severity">{severityWords[first.severity]}</span>
        {` ${first.rule}: ${title}`}
      </h4>
      {hints.size === 1 ? <p className="aside">{first.hint}</p> : null}
      <ul className="findings">
        {shown.map((finding) => (
          <li key={`${whereOf(finding)} ${finding.message}`}>
            {onLead && finding.sheet !== null ? (
              <button type="button" className="link" onClick={() => onLead(finding)}>
                {whereOf(finding)}
              </button>
            ) : (
              <strong>{whereOf(finding)}</strong>
            )}
            {`: ${finding.message}`}
            {hints.size > 1 ? <span className="aside">{` ${finding.hint}`}</span> : null}
          </li>
        ))}
      </ul>
      {findings.length > shown.length ? (
        <Button className="button small" onPress={() => setAll(true)}>
          {`Show ${findings.length < found ? 'the first' : 'all'} ${numberText(findings.length)}`}
        </Button>
      ) : null}
      {findings.length < found ? (
        <p className="aside">{`${numberText(found)} were found; the report lists the first ${numberText(findings.length)}.`}</p>
      ) : null}
    </li>
  );
}

function Filter({
  report,
  wanted,
  onChange,
}: {
  report: CheckReport;
  wanted: RuleSeverity | 'all';
  onChange: (to: RuleSeverity | 'all') => void;
}) {
  const { errors, warnings, information } = report.counts;
  const items = [
    ['all', `All ${numberText(errors + warnings + information)}`],
    ['E', `Errors ${numberText(errors)}`],
    ['W', `Warnings ${numberText(warnings)}`],
    ['I', `Good to know ${numberText(information)}`],
  ] as const;
  return (
    <ToggleButtonGroup
      className="row tight"
      aria-label="Which findings"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[wanted]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onChange(items.find(([id]) => id === key)?.[0] ?? 'all');
      }}
    >
      {items.map(([id, label]) => (
        <ToggleButton key={id} id={id} className="tool">
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

export function CheckFindings({ report, onLead }: { report: CheckReport; onLead?: Lead | undefined }) {
  const [wanted, setWanted] = useState<RuleSeverity | 'all'>('all');
  const [said, setSaid] = useState('');
  const findings = useMemo(
    () => report.findings.filter(({ severity }) => wanted === 'all' || severity === wanted),
    [report, wanted],
  );
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const passed = report.rules.filter(({ state }) => state === 'pass');
  const unchecked = report.rules.filter(({ state }) => state === 'not-checkable');
  const out = report.rules.filter(({ state }) => state === 'not-in-profile');
  const copy = () =>
    copyText(reportText(report, findings)).then(
      () => setSaid('Report copied.'),
      () => setSaid('The clipboard could not be reached.'),
    );
  return (
    <div className="check-report">
      <p className={report.counts.errors > 0 ? 'check-verdict failed' : 'check-verdict'} role="status">
        {verdictText(report)}
      </p>
      <div className="row">
        {report.findings.length > 0 ? <Filter report={report} wanted={wanted} onChange={setWanted} /> : null}
        <Button className="tool" onPress={() => void copy()}>
          Copy the report
        </Button>
        <span className="said" aria-live="polite">
          {said}
        </span>
      </div>
      <ul className="rule-groups">
        {byRule(findings).map((own) => (
          <RuleGroup
            key={`${own[0]?.rule} ${own[0]?.severity}`}
            title={rules.get(own[0]?.rule ?? '')?.title ?? ''}
            found={rules.get(own[0]?.rule ?? '')?.findings ?? own.length}
            findings={own}
            onLead={onLead}
          />
        ))}
      </ul>
      <Fold title={`${countText(passed.length, 'rule')} passed`}>
        <RuleList rules={passed} />
      </Fold>
      {unchecked.length > 0 ? (
        <Fold title={`${countText(unchecked.length, 'rule')} that a finished file cannot show`}>
          <RuleList rules={unchecked} />
        </Fold>
      ) : null}
      {out.length > 0 ? (
        <Fold title={`${countText(out.length, 'rule')} not of this form`}>
          <RuleList rules={out} />
        </Fold>
      ) : null}
    </div>
  );
}

function RuleList({ rules }: { rules: CheckReport['rules'] }) {
  return (
    <ul className="plain-list">
      {rules.map(({ id, title, note }) => (
        <li key={id}>{`${id}: ${title}${note === null ? '' : ` (${note})`}`}</li>
      ))}
    </ul>
  );
}
