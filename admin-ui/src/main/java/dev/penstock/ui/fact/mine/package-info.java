/** Floor 0, words: the panel of one user, as the read model knows it. */
@NullMarked
package dev.penstock.ui.fact.mine;

import org.jspecify.annotations.NullMarked;
