// Owns the desktop window: wiring only, and the one importer of `electron`.
// Every decision is a pure function of guards.ts; every call goes to the core and comes back as a reply.
import { createReadStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  protocol,
  session,
} from 'electron';
import { type App, createApp } from '#core/app.ts';
import { AppError } from '#shared/errors.ts';
import type { Reply } from '#shared/reply.ts';
import { type Asset, openAssets } from './assets.ts';
import { channels } from './channels.ts';
import * as guards from './guards.ts';
import { createIntake } from './intake.ts';
import { madeKind } from './made-file.ts';
import { appendLog, appOptions, homeFolder, preloadFile, rendererFolder } from './places.ts';
import { refusal, refusalOf } from './refusal.ts';

/** One handler a channel: the sender is checked first, whatever is thrown becomes a reply. */
function handle(channel: string, answer: (...args: unknown[]) => Promise<unknown>): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    if (!guards.isOwnSender(event.senderFrame)) return refusal('not-allowed');
    try {
      return await answer(...args);
    } catch (error) {
      return refusalOf(error, appendLog);
    }
  });
}

async function receivePicked(core: App, path: string): Promise<Reply> {
  const name = guards.safeFileName(basename(path));
  if (name === null)
    return refusal('input-invalid', { detail: 'the file’s name holds a forbidden character' });
  return core.receive(name, createReadStream(path));
}

async function pick(core: App): Promise<Reply[]> {
  const filters = [
    { name: 'Data files', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
    { name: 'All files', extensions: ['*'] },
  ];
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
    filters,
  });
  const replies: Reply[] = [];
  for (const path of canceled ? [] : filePaths) replies.push(await receivePicked(core, path));
  return replies;
}

async function deliver(core: App, pack: unknown): Promise<Reply> {
  if (typeof pack !== 'string') throw new AppError('input-invalid', { detail: 'a pack is named by its id' });
  const reply = await core.release(pack);
  if (!reply.ok) return reply;
  const { path, fileName } = reply.value;
  const { title, ending } = madeKind(fileName);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: fileName,
    filters: [{ name: title, extensions: [ending] }],
  });
  if (!canceled) await copyFile(path, filePath);
  return { ok: true, value: { saved: !canceled, fileName: canceled ? fileName : basename(filePath) } };
}

function connect(core: App): void {
  const intake = createIntake(core);
  handle(channels.call, (name, input) => core.call(String(name), input));
  handle(channels.pick, () => pick(core));
  handle(channels.deliver, (pack) => deliver(core, pack));
  handle(channels.receive, (message) => intake(message));
}

function lockSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) =>
    decide(guards.mayUsePermission()),
  );
  defaultSession.setPermissionCheckHandler(() => guards.mayUsePermission());
  defaultSession.setDevicePermissionHandler(() => guards.mayUsePermission());
  defaultSession.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !guards.mayRequest(details.url) }),
  );
}

function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; url: string }) => {
      if (!guards.mayNavigate(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: guards.mayOpenWindow() ? 'allow' : 'deny' }));
  });
}

async function giveAsset(
  assets: (path: string | null) => Promise<Asset | null>,
  url: string,
): Promise<Response> {
  const asset = await assets(guards.assetOfUrl(url));
  if (asset === null) return new Response('', { status: 404, headers: guards.securityHeaders });
  return new Response(asset.body, { headers: { ...guards.securityHeaders, ...asset.headers } });
}

function openWindow(): void {
  const window = new BrowserWindow({
    title: 'Candour',
    width: 1360,
    height: 900,
    minWidth: 800,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${guards.appOrigin}/`);
}

function setMenu(): void {
  const view = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: process.platform === 'darwin' ? 'appMenu' : 'fileMenu' },
      { role: 'editMenu' },
      { label: 'View', submenu: view.map((role) => ({ role })) },
      { role: 'windowMenu' },
    ]),
  );
}

async function open(): Promise<void> {
  await app.whenReady();
  const core = createApp(appOptions(homeFolder()));
  const assets = openAssets(rendererFolder);
  lockSession();
  setMenu();
  protocol.handle('app', (request) => giveAsset(assets, request.url));
  connect(core);
  core.workAhead();
  openWindow();
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void core.close().finally(() => app.quit());
  });
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
lockContents();
app.on('window-all-closed', () => app.quit());
app.on('second-instance', () => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
if (app.requestSingleInstanceLock())
  open().catch((error: unknown) => {
    const { message, hint } = refusalOf(error, appendLog).error;
    dialog.showErrorBox(message, hint);
    app.quit();
  });
else app.quit();
