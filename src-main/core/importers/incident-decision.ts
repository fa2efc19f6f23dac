// Owns the fields of an incident that say how it was decided under sections VII and VIII of the Protocol:
// by which posts, with what sanction and what support, by which route, and whether it left the Protocol.
import { formalRoutes, routeChecks, sanctions, seniorityGaps, supports } from '#shared/vocabulary/conduct.ts';
import { posts } from '#shared/vocabulary/posts.ts';
import { behaviours, principles } from '#shared/vocabulary/protocol.ts';
import { yesNo } from '#shared/vocabulary/yes-no.ts';
import { type Field, words } from './field.ts';

export const decisionFields: readonly Field[] = [
  {
    id: 'occurred_date',
    label: 'Date it happened',
    type: { kind: 'date', precision: 'occurred_precision' },
    synonyms: words(
      'date of incident, incident date, date occurred, occurred, date of event, event date, when it happened',
    ),
    example: '2024-04-16',
  },
  {
    id: 'sanction',
    label: 'Sanction',
    type: { kind: 'category', vocabulary: sanctions, many: true },
    synonyms: words('sanction given, sanctions, sanction imposed, sanction agreed'),
    example: 'Words of advice',
  },
  {
    id: 'support',
    label: 'Support',
    type: { kind: 'category', vocabulary: supports, many: true },
    synonyms: words('support given, support offered, support agreed, supports'),
    example: 'Training',
  },
  {
    id: 'decision_makers',
    label: 'Decided by (roles)',
    type: { kind: 'category', vocabulary: posts, many: true },
    synonyms: words(`
      decision makers, decision maker, decision makers (roles), decided by, decided by role, decision maker role,
      decision taken by, decision-maker roles`),
    example: 'Monitoring Officer; Group Whip',
  },
  {
    id: 'behaviours',
    label: 'Behaviours engaged',
    type: { kind: 'category', vocabulary: behaviours, many: true },
    synonyms: words('behaviours, behaviour, behaviour engaged, protocol behaviours, protocol behaviour'),
    example: 'Dignity and courtesy',
  },
  {
    id: 'principles',
    label: 'Principles engaged',
    type: { kind: 'category', vocabulary: principles, many: true },
    synonyms: words('principles, principle, nolan principles, nolan principle, principles of public life'),
    example: 'Leadership',
  },
  {
    id: 'seniority_gap',
    label: 'Seniority gap',
    type: { kind: 'category', vocabulary: seniorityGaps },
    synonyms: words('gap in seniority, power gap, seniority difference, power differential'),
    example: 'Wide gap',
  },
  {
    id: 'route_check',
    label: 'Contact route check',
    type: { kind: 'category', vocabulary: routeChecks },
    synonyms: words(
      'route check, contact route, contact route followed, right route followed, who should have known',
    ),
    example: 'Route not followed',
  },
  {
    id: 'formal_route',
    label: 'Formal route',
    type: { kind: 'category', vocabulary: formalRoutes },
    synonyms: words(
      'statutory route, formal procedure, formal process used, statutory procedure, external route',
    ),
    example: 'None',
  },
  {
    id: 'skip_level',
    label: 'Straight to the chief officer',
    type: { kind: 'category', vocabulary: yesNo },
    synonyms: words(
      'skip level, skip-level, skipped level, straight to chief officer, straight to chief executive, skip level escalation',
    ),
    example: 'No',
  },
  {
    id: 'escalation_agreed',
    label: 'Escalation agreed',
    type: { kind: 'category', vocabulary: yesNo },
    synonyms: words('agreed escalation, agreed to escalate, escalated by agreement, escalation by agreement'),
    example: 'No',
  },
  {
    id: 'safeguarding',
    label: 'Safeguarding or police',
    type: { kind: 'category', vocabulary: yesNo },
    synonyms: words(
      'safeguarding, safeguarding switch, safeguarding case, safeguarding flag, safeguarding y/n, police or safeguarding',
    ),
    example: 'No',
  },
];
