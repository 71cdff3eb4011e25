/** Floor 1: answers to questions in SQL. Start with {@link dev.penstock.ui.fact.query.QueryAnswer}. */
@NullMarked
package dev.penstock.ui.fact.query;

import org.jspecify.annotations.NullMarked;
