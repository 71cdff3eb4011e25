/** Floor 2: the panel of one user in words. */
@NullMarked
package dev.penstock.ui.present.mine;

import org.jspecify.annotations.NullMarked;
