/**
 * Floor 4: what the log says, read as anybody could read it: plain JSON, read committed, without the fold of job-api. It therefore
 * can tell when our own programs are wrong. Imports kafka-clients, Jackson and the
 * JDK's HTTP client (to ask what the page shows), of job-api the topic names.
 *
 * <p>Read {@link dev.penstock.stack.history.Ledger} first.
 */
@NullMarked
package dev.penstock.stack.history;

import org.jspecify.annotations.NullMarked;
