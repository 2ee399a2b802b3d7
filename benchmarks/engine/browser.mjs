// What a page gets: `openForm(xform, steps)`, bundled with the engine into one file.

import { loadForm } from '@getodk/xforms-engine';
import { measure } from './measure.mjs';

globalThis.openForm = (xform, steps) => measure(loadForm, xform, steps);
