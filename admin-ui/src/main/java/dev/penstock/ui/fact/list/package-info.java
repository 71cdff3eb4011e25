/** Floor 0, words: what the page that lists jobs knows beside the jobs themselves. */
@NullMarked
package dev.penstock.ui.fact.list;

import org.jspecify.annotations.NullMarked;
