/**
 * Floor 1, rules: trees on a plane, without a framework and without knowing what grows on them. Start with
 * {@link dev.penstock.ui.tree.TreeLayout}.
 */
@NullMarked
package dev.penstock.ui.tree;

import org.jspecify.annotations.NullMarked;
