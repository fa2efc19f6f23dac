// Owns what screening can find in a text, and the mark that stands in its place when it is redacted.

export const findingKinds = [
  'name',
  'e-mail',
  'phone',
  'postcode',
  'national-insurance',
  'link',
  'handle',
  'post',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const redactionMarks: Readonly<Record<FindingKind, string>> = {
  name: '[name]',
  'e-mail': '[e-mail]',
  phone: '[phone]',
  postcode: '[postcode]',
  'national-insurance': '[NI number]',
  link: '[link]',
  handle: '[handle]',
  post: '[post]',
};
