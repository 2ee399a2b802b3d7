// Opens an XForm with @getodk/xforms-engine and answers it, timing both.
//
//   node open_form.mjs TASK.json
//
// TASK: {"form": path of the XForm, "steps": [{"id", "kind", "value", "dependents"}]}.
// Prints {"open_seconds", "parse_seconds", "answer_seconds": [], "relevant": [],
// "peak_bytes"}; `relevant` counts the questions that apply, before any answer and
// after each. Loading the modules is not timed. Run it from a copy that lies beside
// node_modules.

import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

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

const task = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const seconds = () => performance.now() / 1000;

const start = seconds();
const form = await loadForm(readFileSync(task.form, 'utf8'));
if (form.status === 'failure') throw form.error;
const parsed = seconds();
const { root } = form.createInstance();
const questions = new Map(leaves(root).map((node) => [lastName(node), node]));
let relevant = [applying()];
const opened = seconds();

const answerSeconds = task.steps.map((step) => {
  const dependents = step.dependents.map((id) => questions.get(id));
  const before = seconds();
  give(questions.get(step.id), step);
  // Whatever is worked out only when it is asked for counts too.
  dependents.forEach((node) => node.currentState.relevant);
  const spent = seconds() - before;
  relevant.push(applying());
  return spent;
});

console.log(JSON.stringify({
  open_seconds: opened - start,
  parse_seconds: parsed - start,
  answer_seconds: answerSeconds,
  relevant,
  peak_bytes: peakBytes(),
}));

function leaves(node) {
  const children = node.currentState.children;
  return children === null ? [node] : children.flatMap(leaves);
}

function lastName(node) {
  return node.currentState.reference.split('/').at(-1);
}

function applying() {
  let count = 0;
  for (const [id, node] of questions) {
    if (id !== 'instanceID' && node.currentState.relevant) count += 1;
  }
  return count;
}

function give(node, { kind, value }) {
  if (kind === 'yes_no') node.selectValue(value);
  else node.setValue(value);
}

// Not resourceUsage(): that starts from the parent's size on Linux.
function peakBytes() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
