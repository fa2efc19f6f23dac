// Owns what the desktop window can reach: call, pick, deliver, receive, and nothing else.
// Runs sandboxed, so it imports the channel names only.
import { contextBridge, ipcRenderer } from 'electron';
import type { Reply } from '#shared/reply.ts';
import { type CandourBridge, channels, type HeldFile, type ReceiveStep } from './hosts/channels.ts';

const step = (message: ReceiveStep): Promise<Reply> => ipcRenderer.invoke(channels.receive, message);

async function receive(name: string, next: () => Promise<Uint8Array | null>): Promise<Reply<HeldFile>> {
  const begun = await step({ step: 'begin', name });
  if (!begun.ok) return begun;
  const { ticket } = begun.value as { ticket: string };
  try {
    for (let bytes = await next(); bytes !== null; bytes = await next()) {
      const taken = await step({ step: 'bytes', ticket, bytes });
      if (!taken.ok) break;
    }
  } catch (error) {
    await step({ step: 'drop', ticket });
    throw error;
  }
  return (await step({ step: 'end', ticket })) as Reply<HeldFile>;
}

const bridge: CandourBridge = {
  call: (procedure, input) => ipcRenderer.invoke(channels.call, procedure, input),
  pick: () => ipcRenderer.invoke(channels.pick),
  deliver: (pack) => ipcRenderer.invoke(channels.deliver, pack),
  receive,
};

contextBridge.exposeInMainWorld('candour', bridge);
