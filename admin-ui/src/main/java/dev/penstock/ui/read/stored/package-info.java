/**
 * Floor 3, adapter: the tables of {@code penstock_read} as Hibernate entities. Read-only: {@code @Immutable}, and the
 * database role has no right to write. What each column means stands in the projector's {@code db/read/V*.sql}.
 */
@NullMarked
package dev.penstock.ui.read.stored;

import org.jspecify.annotations.NullMarked;
