/**
 * Floor 3: child processes. Starts a program so that it cannot outlive its parent, finds its class path and ports, and sends it
 * signals. Imports the JDK only; the rooms {@code broker}, {@code postgres} and everything above may import it.
 *
 * <p>Read {@link dev.penstock.stack.process.ChildProcess} first.
 */
@NullMarked
package dev.penstock.stack.process;

import org.jspecify.annotations.NullMarked;
