// What a bundler import may name besides TypeScript: SQL as text, style sheets, fonts.
declare module '*.sql?raw' {
  const text: string;
  export default text;
}
declare module '*.css';
declare module '@fontsource/*';
