/** Floor 3, adapter: whose jobs are whose. Start with {@link dev.penstock.ui.read.mine.MineQueries}. */
@NullMarked
package dev.penstock.ui.read.mine;

import org.jspecify.annotations.NullMarked;
