// Owns light, dark or as the system says; remembered on this computer, with the rail's width.

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
/** Keeps a small preference where the browser allows it. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing loses only the preference.
  }
}
export const recall = read;

export function readTheme(): Theme {
  const kept = read('candour.theme');
  return themes.find((theme) => theme === kept) ?? 'system';
}

const systemDark = matchMedia('(prefers-color-scheme: dark)');
let current: Theme = 'system';

const draw = (): void => {
  const dark = current === 'dark' || (current === 'system' && systemDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
};
systemDark.addEventListener('change', draw);

/** Draws the page in a theme and remembers it. */
export function applyTheme(theme: Theme): void {
  current = theme;
  remember('candour.theme', theme);
  draw();
}
