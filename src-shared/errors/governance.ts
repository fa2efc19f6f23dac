// Owns the expected errors of what people settle about the data.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { usage, notFound, refused } = exitCodes;

export const governanceErrors = {
  'crosswalk-split': entry(
    409,
    refused,
    '{old} cannot be divided: it already goes over to another directorate, and no row says who went to {new}.',
    'Take the other entry back first, or join the parts under one name. A directorate goes over whole.',
  ),
  'crosswalk-partial': entry(
    409,
    refused,
    '{old} did not go over to {new} as a whole: the snapshot of {date} still tells of people in it, and no row says who moved.',
    'Correct the day or the snapshot. Only a directorate that ends can be joined to another.',
  ),
  'crosswalk-chain': entry(
    409,
    refused,
    'On {date} {old} or {new} already takes part in another change, so their order cannot be told.',
    'Name the directorate that there was in the end, once for each old one.',
  ),
  'crosswalk-same': entry(
    400,
    usage,
    '{old} and {new} are the same directorate.',
    'Name the old directorate, then the one that it became.',
  ),
  'crosswalk-unknown': entry(
    404,
    notFound,
    'The crosswalk says nothing of {old} on {date}.',
    'List the crosswalk for the entries there are.',
  ),
  'break-unknown': entry(
    404,
    notFound,
    'There is no series break {id}.',
    'List the breaks for those there are.',
  ),
  'break-of-nothing': entry(
    400,
    usage,
    'A series break has to be of something.',
    'Name the kinds of data or the figures whose line it breaks.',
  ),
  'chart-unfit': entry(
    400,
    usage,
    'The figure {metric} cannot be judged by a {chart} chart.',
    'Charts that fit it: {charts}.',
  ),
  'rebase-unknown': entry(
    404,
    notFound,
    'The limits of {metric} are not set anew on {date}.',
    'List the chart settings for the days there are.',
  ),
  'target-neutral': entry(
    400,
    usage,
    'The figure {metric} has no good or bad direction, so that no target can be judged.',
    'Targets can be set for figures that ought to rise or to fall.',
  ),
} satisfies Record<string, ErrorEntry>;
