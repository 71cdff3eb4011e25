/**
 * Floor 1, rules: who may do what. Pure. Imports nothing but job-api's words.
 *
 * <p>Start with {@link dev.penstock.ui.right.Permissions}: every address of this program has its line there; what has none is
 * refused to everybody.
 */
@NullMarked
package dev.penstock.ui.right;

import org.jspecify.annotations.NullMarked;
