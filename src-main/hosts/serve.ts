// Owns the entry of the browser door: `node out/main/serve.js` is `candour serve`.
import { main } from './cli/program.ts';

await main(['serve', ...process.argv.slice(2)]);
