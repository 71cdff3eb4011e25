/** Floor 0, words: failure groups as the read model knows them. Start with {@link dev.penstock.ui.fact.failure.FailureGroup}. */
@NullMarked
package dev.penstock.ui.fact.failure;

import org.jspecify.annotations.NullMarked;
