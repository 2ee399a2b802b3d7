// node open_form.mjs TASK.json: opens an XForm with @getodk/xforms-engine in Node.
//
// TASK: {"form": path of the XForm, "steps": [{"id", "kind", "value", "dependents"}]}.
// Prints what measure.mjs found and the peak memory, as JSON. Loading the modules is
// not timed. It runs from a copy that lies beside node_modules.

import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { measure } from './measure.mjs';

// What the engine expects of a browser; one of its parts asks for a script's folder.
const { window } = new JSDOM('');
for (const name of ['DOMParser', 'XMLSerializer', 'Node', 'Element', 'Attr', 'Document',
  'XMLDocument', 'Text', 'Comment', 'CDATASection', 'XPathResult', 'XPathEvaluator',
  'HTMLElement', 'document']) {
  globalThis[name] ??= window[name];
}
globalThis.window ??= window;
globalThis.__dirname ??= import.meta.dirname;
const { loadForm } = await import('@getodk/xforms-engine');

const { form, steps } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const found = await measure(loadForm, readFileSync(form, 'utf8'), steps);
console.log(JSON.stringify({ ...found, peak_bytes: peakBytes() }));

// Not resourceUsage(): that starts from the parent's size on Linux.
function peakBytes() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
