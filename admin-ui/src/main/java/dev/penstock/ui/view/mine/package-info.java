/** Floor 2: what the panel of one user shows. */
@NullMarked
package dev.penstock.ui.view.mine;

import org.jspecify.annotations.NullMarked;
