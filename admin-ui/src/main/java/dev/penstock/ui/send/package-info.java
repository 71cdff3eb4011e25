/**
 * Floor 3, adapter: commands and submissions through job-api's client, signed with the act key of the keys file, and
 * this program's own warnings and errors into {@code jobs.logs}.
 *
 * <p>Imports {@code config} and the port of {@code act}. Start with {@link dev.penstock.ui.send.KafkaDoor}.
 */
@NullMarked
package dev.penstock.ui.send;

import org.jspecify.annotations.NullMarked;
