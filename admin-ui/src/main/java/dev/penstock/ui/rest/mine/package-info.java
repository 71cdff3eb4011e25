/** Floor 3, adapter: the twin of the panel of one user. */
@NullMarked
package dev.penstock.ui.rest.mine;

import org.jspecify.annotations.NullMarked;
