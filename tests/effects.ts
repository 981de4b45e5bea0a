/**
 * Preact runs effects, and what undoes them, a frame later; by then a test's window may be gone, and the run fails for
 * it. Here they run before the test goes on.
 */
import { options } from 'preact';

options.requestAnimationFrame = queueMicrotask;
