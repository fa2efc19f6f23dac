// Owns the expected errors of the Monitoring Officer’s key and of free text.
import { type ErrorEntry, entry, exitCodes } from './entry.ts';

const { usage, notFound, conflict, refused } = exitCodes;

export const officerErrors = {
  // The Monitoring Officer's key, the vault and the pattern
  'officer-no-key': entry(
    409,
    refused,
    'No Monitoring Officer’s key is set in this workspace.',
    'The Monitoring Officer sets it once, with a passphrase: candour officer set-key, or the Monitoring Officer screen.',
  ),
  'officer-locked': entry(
    403,
    refused,
    'This is locked with the Monitoring Officer’s key.',
    'The Monitoring Officer unlocks it with the passphrase; it locks again by itself after 15 minutes.',
  ),
  'officer-passphrase': entry(
    403,
    refused,
    'That is not the Monitoring Officer’s passphrase.',
    'Try again: capitals and blanks count. After some wrong ones you are asked to wait.',
  ),
  'officer-wait': entry(
    429,
    refused,
    'The passphrase was wrong {failed} times, so no other is tried for {seconds} seconds.',
    'Wait, then try again. Every wrong one is in the audit log.',
  ),
  'officer-key-there': entry(
    409,
    conflict,
    'The Monitoring Officer’s key is set already.',
    'Give the passphrase that holds now, too, to change it.',
  ),
  'officer-key-changed': entry(
    409,
    refused,
    'The file of the Monitoring Officer’s key (officer.key) is missing, damaged or not the one that was set.',
    'Put the file back from a backup of the workspace’s folder. Nothing is sealed to another key.',
  ),
  'officer-reason-names': entry(
    409,
    refused,
    'The reason holds part of the name that was asked for, and the audit log keeps no names.',
    'Say why without the name: the pseudonym is logged with it.',
  ),
  'pseudonym-unknown': entry(
    404,
    notFound,
    'No name is kept for {pseudonym}.',
    'Names are kept only of people whom incidents are about, from files imported while keeping them was switched on.',
  ),
  'pattern-no-rule': entry(
    409,
    refused,
    'No rule is set.',
    'The Monitoring Officer sets how many informal interventions in how many months make a pattern; there is no default.',
  ),
  'restriction-open': entry(
    409,
    refused,
    'A restriction without an end needs a day on which it is reviewed.',
    'Give the day it ends, or the day of its review.',
  ),
  'restriction-unknown': entry(
    404,
    notFound,
    'There is no contact restriction {id} in the register.',
    'List them again: candour restrictions list.',
  ),
  'pattern-not-flagged': entry(
    404,
    notFound,
    '{pseudonym} is not flagged under the rule.',
    'Read the flags again: imports or the rule may have changed.',
  ),
  // Free text
  'text-unknown': entry(
    404,
    notFound,
    'There is no held-back text {what}.',
    'See candour texts for the columns there are, and candour review for their rows.',
  ),
  'text-sealed': entry(
    409,
    refused,
    'These texts were sealed under another key, or were changed since, so they do not open.',
    'Restore the key file that belongs to this workspace, or import the file again.',
  ),
  'text-empty': entry(
    400,
    usage,
    'There is nothing to release: the text is empty.',
    'Give the text as it may be shown, or decide that it is never shown.',
  ),
  'text-group-small': entry(
    409,
    refused,
    'Only {base} people answered, and comments need {minimum}.',
    'Decide that it is never shown. Comments of so few would tell who wrote them.',
  ),
  'text-safeguarded': entry(
    409,
    refused,
    'This case went to safeguarding, so its words are not released.',
    'Decide that it is never shown.',
  ),
  'text-names-somebody': entry(
    409,
    refused,
    'The text may still name or reach somebody ({found}), so it was not made public.',
    'Redact it or put it in other words; or release it for exempt papers only.',
  ),
  'text-needs-confirming': entry(
    409,
    conflict,
    'The text may still tell who is meant ({found}).',
    'Redact it, or confirm that you have looked and it may stay (--confirm).',
  ),
  'text-not-decided': entry(
    404,
    notFound,
    'Nothing has been decided on the text of row {row}, so there is nothing to withdraw.',
    'See candour review for what was decided.',
  ),
} satisfies Record<string, ErrorEntry>;
