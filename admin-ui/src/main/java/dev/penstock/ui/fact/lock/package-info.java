/** Floor 0, words: leases that workers hold. */
@NullMarked
package dev.penstock.ui.fact.lock;

import org.jspecify.annotations.NullMarked;
