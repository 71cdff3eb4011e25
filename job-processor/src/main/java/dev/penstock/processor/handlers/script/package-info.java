/**
 * Part of the room {@code handlers} (floor 3): scripts of an allow-list, run in child processes that never outlive their job.
 *
 * <p>Imports {@code dev.penstock.api.worker}. Start with
 * {@link dev.penstock.processor.handlers.script.ExecuteScriptHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.script;

import org.jspecify.annotations.NullMarked;
