/**
 * Floor 3, adapter: the dead-letter topic's records: permanent failures with payload and all errors, and input nobody
 * could read, with the cause in the headers too.
 *
 * <p>Imports job-api. Start with {@link dev.penstock.processor.deadletter.Letters}.
 */
@NullMarked
package dev.penstock.processor.deadletter;

import org.jspecify.annotations.NullMarked;
