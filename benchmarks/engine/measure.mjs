// Opens an XForm and answers it, timing both; the same for Node and for a browser.

const seconds = () => performance.now() / 1000;
// What the process has computed, all threads; a page cannot know.
const computed = () => {
  const spent = globalThis.process?.cpuUsage?.();
  return spent ? (spent.user + spent.system) / 1e6 : null;
};

// The outcome that benchmarks/apart.py reads, but for the memory. `relevant` counts the
// questions that apply, before any answer and after each.
export async function measure(loadForm, xform, steps) {
  const start = seconds();
  const startCpu = computed();
  const form = await loadForm(xform);
  if (form.status === 'failure') throw form.error;
  const parsed = seconds();
  const { root } = form.createInstance();
  const questions = new Map(leaves(root).map((node) => [lastName(node), node]));
  questions.delete('instanceID');
  const relevant = [applying(questions)];
  const opened = seconds();
  const openedCpu = computed();
  const answerSeconds = steps.map((step) => {
    const spent = answer(questions, step);
    relevant.push(applying(questions));
    return spent;
  });
  return {
    open_seconds: opened - start,
    open_cpu_seconds: openedCpu === null ? null : openedCpu - startCpu,
    parse_seconds: parsed - start,
    answer_seconds: answerSeconds,
    relevant,
  };
}

// Seconds until the relevance of all that hangs on the answer has been read: what the
// engine works out only when it is asked for counts too.
function answer(questions, { id, kind, value, dependents }) {
  const node = questions.get(id);
  const hanging = dependents.map((name) => questions.get(name));
  const before = seconds();
  if (kind === 'yes_no') node.selectValue(value);
  else node.setValue(value);
  hanging.forEach((each) => each.currentState.relevant);
  return seconds() - before;
}

function leaves(node) {
  const { children } = node.currentState;
  return children === null ? [node] : children.flatMap(leaves);
}

function lastName(node) {
  return node.currentState.reference.split('/').at(-1);
}

function applying(questions) {
  let count = 0;
  for (const node of questions.values()) if (node.currentState.relevant) count += 1;
  return count;
}
