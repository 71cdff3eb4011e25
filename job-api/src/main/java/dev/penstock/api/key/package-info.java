/**
 * Floor 3, adapter: what is secret, and the names and signatures made with it.
 *
 * <p>Job ids from idempotency keys, lease tokens, signed acts, and the file they come from. Imports floor 0 and
 * {@code wire}. Start with {@link dev.penstock.api.key.Keys}.
 */
@NullMarked
package dev.penstock.api.key;

import org.jspecify.annotations.NullMarked;
