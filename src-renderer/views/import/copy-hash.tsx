// A file's fingerprint, short enough to read, whole when copied.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { copyText } from '../../charts/copy.ts';

const shortLength = 8;

export function CopyHash({ sha256, file }: { sha256: string; file: string }) {
  const [copied, setCopied] = useState(false);
  const short = sha256.slice(0, shortLength);
  return (
    <Button
      className="hash"
      aria-label={`${copied ? 'Copied' : 'Copy'} the fingerprint of ${file}, ${short}`}
      onPress={() => void copyText(sha256).then(() => setCopied(true))}
    >
      <code>{short}</code>
      <span>{copied ? 'copied' : 'copy'}</span>
    </Button>
  );
}
