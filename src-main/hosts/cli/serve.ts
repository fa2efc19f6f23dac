// Owns the command serve: the browser door, until Ctrl+C.
import { spawn } from 'node:child_process';
import { homeFolder } from '../places.ts';
import { startServer } from '../server.ts';
import { type Desk, wholeNumber } from './command.ts';
import { cancelJobs, findWorkspace, withSession } from './session.ts';

/** Asks the system to open an address; answers whether it could be asked. */
function openBrowser(url: string): Promise<boolean> {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  return new Promise((resolve) => {
    const opener = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
    opener.once('error', () => resolve(false));
    opener.once('exit', (code) => resolve(code === 0));
    opener.unref();
  });
}

export function addServeCommand({ program, terminal, common }: Desk): void {
  program
    .command('serve')
    .description('open the application in the browser of this machine, until Ctrl+C')
    .option('--port <n>', 'the port on 127.0.0.1 (any free one if not given)', wholeNumber(0, 65_535))
    .option('--open', 'open the browser')
    .action(async ({ port, open }: { port?: number; open?: boolean }) => {
      const place = findWorkspace(common(), terminal);
      const home = place?.home ?? homeFolder(terminal.environment);
      await withSession(terminal, common(), home, async ({ app, ask, json, signal }) => {
        if (place !== null) await ask('workspace.open', { id: place.id });
        const served = await startServer({ app, port: port ?? 0 });
        app.workAhead();
        const { url } = served;
        terminal.out(json ? `${JSON.stringify({ url, port: served.port })}\n` : `Candour is at ${url}\n`);
        if (!json) terminal.err('The address opens once, in one browser. Ctrl+C stops Candour.\n');
        if (open)
          void openBrowser(url).then((opened) => {
            if (!opened) terminal.err('No browser could be opened from here: open the address yourself.\n');
          });
        if (!signal.aborted)
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        await cancelJobs(app);
        await served.close();
      });
    });
}
