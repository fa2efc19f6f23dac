// Other places and times for a process: its time zone, its locale and its clock.
/** A process whose clock stands at another instant. */
export const clockAt = (instant: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    const shift = Date.parse('${instant}') - Date.now();
    const Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + shift) : super(...given); }
      static now() { return Real.now() + shift; }
    };
  `)}`;

export const places = [
  { TZ: 'Europe/London', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8', clock: '2026-07-01T00:30:00+01:00' },
  { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', clock: '2031-01-01T00:30:00+13:00' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'ar_EG.UTF-8', clock: '1999-12-31T12:00:00Z' },
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C', clock: '2026-03-29T01:30:00Z' },
] as const;
