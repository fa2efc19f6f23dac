// A double of the `electron` module for the desktop wiring: what crosses it is cloned as IPC clones.
// It records what the wiring asked for; it decides nothing and knows nothing of Candour.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

type Handler = (event: unknown, ...args: unknown[]) => unknown;
type Decide = (value: unknown) => void;

const handlers = new Map<string, Handler>();
const windows: BrowserWindow[] = [];
const ownFrame = { url: 'app://candour/', parent: null as unknown };

class Contents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: Contents['openHandler']): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents();
  readonly options: { webPreferences?: Record<string, unknown> };
  loaded = '';
  shown = false;
  constructor(options: { webPreferences?: Record<string, unknown> }) {
    super();
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  static getAllWindows = (): BrowserWindow[] => windows;
  loadURL(url: string): Promise<void> {
    this.loaded = url;
    queueMicrotask(() => this.emit('ready-to-show'));
    return Promise.resolve();
  }
  show(): void {
    this.shown = true;
    app.emit('double:shown', this);
  }
  isMinimized = (): boolean => false;
  restore(): void {}
  focus(): void {
    this.emit('double:focused');
  }
}

class AppDouble extends EventEmitter {
  quits = 0;
  whenReady = (): Promise<void> => Promise.resolve();
  requestSingleInstanceLock = (): boolean => true;
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.quits += 1;
    this.emit('double:quit');
  }
}
export const app = new AppDouble();

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

/** What the next dialogs answer. */
export const dialogs = {
  open: { canceled: true, filePaths: [] as string[] },
  save: { canceled: true, filePath: '' },
};
export const dialog = {
  showOpenDialog: () => Promise.resolve(dialogs.open),
  showSaveDialog: () => Promise.resolve(dialogs.save),
  showErrorBox: (title: string, text: string) => asked.errors.push(`${title} ${text}`),
};

export const asked = {
  schemes: [] as unknown[],
  serve: new Map<string, (request: { url: string }) => Promise<Response>>(),
  menu: undefined as unknown,
  errors: [] as string[],
};
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    asked.menu = menu;
  },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => asked.schemes.push(...schemes),
  handle: (scheme: string, serve: (request: { url: string }) => Promise<Response>) =>
    asked.serve.set(scheme, serve),
};

const locks = {
  request: (_contents: unknown, _permission: string, decide: Decide) => decide(true),
  check: () => true,
  device: () => true,
  before: (_details: { url: string }, decide: Decide) => decide({ cancel: false }),
};
export const session = {
  locks,
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof locks.request) => {
      locks.request = handler;
    },
    setPermissionCheckHandler: (handler: typeof locks.check) => {
      locks.check = handler;
    },
    setDevicePermissionHandler: (handler: typeof locks.device) => {
      locks.device = handler;
    },
    webRequest: {
      onBeforeRequest: (handler: typeof locks.before) => {
        locks.before = handler;
      },
    },
  },
};

/** Calls a handler as a page at `frame` would: arguments and answer cloned, errors wrapped. */
export async function invoke(channel: string, args: unknown[], frame: unknown = ownFrame): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  const sent = structuredClone(args);
  try {
    return structuredClone(await handler({ senderFrame: frame }, ...sent));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}

/** What the context bridge does to a value: functions become proxies, the rest is cloned and frozen. */
function cross(value: unknown): unknown {
  if (typeof value === 'function')
    return async (...args: unknown[]) => cross(await value(...args.map(cross)));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return structuredClone(value);
  if (Array.isArray(value)) return Object.freeze(value.map(cross));
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)])));
}

/** Runs a built preload as a sandbox would and answers what it gave the page. */
export function runPreload(file: string): Record<string, unknown> {
  const exposed: Record<string, unknown> = {};
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, value: unknown) => {
        exposed[key] = cross(value);
      },
    },
    ipcRenderer: { invoke: (channel: string, ...args: unknown[]) => invoke(channel, args) },
  };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  vm.runInNewContext(readFileSync(file, 'utf8'), { require, module, exports: module.exports });
  return exposed;
}
