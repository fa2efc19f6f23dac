// The import directions of the house, for dependency-cruiser. A room may reach only what is named for it;
// where `reachable` stands the rule holds through any number of modules.
const core = (room) => `^src-main/core/${room}/`;
const npm = 'node_modules';
const only = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...extra },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('shared-imports-zod-only', '^src-shared/', ['^src-shared/', `${npm}/zod/`]),
    only('stats-imports-nothing-of-ours', core('stats'), [
      core('stats'),
      `${npm}/@stdlib/`,
      `${npm}/ml-matrix/`,
    ]),
    only('disclosure', core('disclosure'), [core('disclosure'), '^src-shared/', `${npm}/highs/`]),
    only('store', core('store'), [
      core('store'),
      '^src-shared/',
      '^node:',
      '^(fs|path|url|os|crypto)',
      `${npm}/@duckdb/`,
    ]),
    only('files', core('files'), [
      core('files'),
      '^src-shared/',
      '^node:',
      '^(fs|path|url|os|crypto|stream|child_process)',
    ]),
    only('identity', core('identity'), [
      core('identity'),
      core('store'),
      '^src-shared/',
      '^node:',
      '^(fs|path|url|os|crypto)',
    ]),
    only('readers', core('readers'), [
      core('readers'),
      core('files'),
      '^src-shared/',
      '^(fs|path|url|os|crypto|stream|zlib|buffer|util)',
      `${npm}/(hucre|fflate)/`,
    ]),
    only('importers', core('importers'), [
      core('importers'),
      core('readers'),
      core('identity'),
      core('store'),
      '^src-shared/',
      '^(fs|path|url|os|crypto)',
    ]),
    only('metrics', core('metrics'), [core('metrics'), core('store'), '^src-shared/']),
    only('figures', core('figures'), [
      core('figures'),
      core('metrics'),
      core('stats'),
      core('disclosure'),
      core('store'),
      '^src-shared/',
    ]),
    only('governance', core('governance'), [
      core('governance'),
      core('figures'),
      core('disclosure'),
      core('store'),
      '^src-shared/',
      '^crypto$',
    ]),
    only('pattern', core('pattern'), [
      core('pattern'),
      core('identity'),
      core('store'),
      '^src-shared/',
      '^crypto$',
    ]),
    only('packs', core('packs'), [
      core('packs'),
      core('figures'),
      '^src-shared/',
      `${npm}/(exceljs|fflate|p-limit)/`,
      '^(buffer|crypto)',
    ]),
    only('checker', core('checker'), [core('checker'), '^src-shared/', `${npm}/(fflate|saxes)/`]),
    {
      name: 'exceljs-in-the-writer-only',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/core/packs/write-workbook' },
      to: { path: `${npm}/exceljs/` },
    },
    {
      name: 'duckdb-in-the-store-only',
      severity: 'error',
      from: { path: '^src-', pathNot: core('store') },
      to: { path: `${npm}/@duckdb/` },
    },
    {
      name: 'handlers-never-ask-metrics',
      severity: 'error',
      from: { path: `${core('handlers')}|^src-main/core/jobs` },
      to: { path: core('metrics') },
    },
    {
      name: 'nobody-imports-the-front-door',
      severity: 'error',
      from: { path: '^src-main/core/' },
      to: { path: '^src-main/core/app\\.ts$' },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      from: { path: '^src-main/core/' },
      to: {
        path: [
          '^src-main/hosts/',
          '^src-main/preload',
          '^src-renderer/',
          `${npm}/electron/`,
          `${npm}/commander/`,
          '^https?$',
        ],
        reachable: true,
      },
    },
    {
      name: 'renderer-knows-no-main',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: ['^src-main/', `${npm}/(electron|exceljs|@duckdb)/`], reachable: true },
    },
    {
      name: 'hosts-know-the-front-door-only',
      severity: 'error',
      from: { path: '^src-main/(hosts/|preload)' },
      to: { path: '^src-main/core/', pathNot: '^src-main/core/app\\.ts$' },
    },
    {
      name: 'electron-in-desktop-only',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/(hosts/desktop|preload)\\.ts$' },
      to: { path: `${npm}/electron/` },
    },
    {
      name: 'charts-and-parts-stand-alone',
      severity: 'error',
      from: { path: '^src-renderer/(charts|parts)/' },
      to: { path: ['^src-renderer/views/', '^src-renderer/client'] },
    },
    {
      name: 'packs-and-hosts-reach-no-raw-figure',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: [core('metrics'), core('store')], reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: [npm, '\\.sql'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.sql', '.css'],
    },
  },
};
