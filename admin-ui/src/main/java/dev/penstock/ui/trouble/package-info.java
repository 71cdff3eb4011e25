/**
 * Floor 3, adapter: what goes wrong in a request, in sentences: as problem+json below {@code /api}, as a page elsewhere.
 *
 * <p>Start with {@link dev.penstock.ui.trouble.Trouble}. Pages implement {@link dev.penstock.ui.trouble.TroublePage}.
 */
@NullMarked
package dev.penstock.ui.trouble;

import org.jspecify.annotations.NullMarked;
