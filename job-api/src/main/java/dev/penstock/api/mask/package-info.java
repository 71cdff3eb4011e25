/**
 * Floor 3, adapter: what of jobs' contents is covered for those who have not asked to see it: by names of fields and by paths.
 * Every door to the contents uses these rules, pages and exports alike.
 *
 * <p>Imports floor 0 and Jackson. Start with {@link dev.penstock.api.mask.Masking}.
 */
@NullMarked
package dev.penstock.api.mask;

import org.jspecify.annotations.NullMarked;
