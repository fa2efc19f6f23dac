// Owns how text is kept unreadable in the database: AES-256-GCM under a key that is derived from the workspace's.
// The rule: the key is never stored beside what it opens, and a sealed text that was changed or moved does not open.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A sealed text; both parts in base64. The tag stands at the end of `sealed`. */
export interface Sealed {
  readonly nonce: string;
  readonly sealed: string;
}

export interface Seal {
  /** Seals a text for one place; it opens for that place only. */
  close(text: string, place: string): Sealed;
  /** @returns the text, or null where the key or the place is another, or a byte was changed */
  open(sealed: Sealed, place: string): string | null;
}

const nonceBytes = 12;
const tagBytes = 16;

/** The seal of a workspace, from its 32-byte key by HKDF-SHA-256 (RFC 5869), for one purpose. */
export function sealOf(workspaceKey: Uint8Array, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', workspaceKey, new Uint8Array(), `candour ${purpose}`, 32));
  return {
    close: (text, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
    },
    open: ({ nonce, sealed }, place) => {
      const bytes = Buffer.from(sealed, 'base64');
      const cut = bytes.length - tagBytes;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'))
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(cut));
        return decipher.update(bytes.subarray(0, cut), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
