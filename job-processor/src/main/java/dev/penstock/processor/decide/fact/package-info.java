/**
 * Floor 1, rules: what a decision looks at, and what comes of it.
 *
 * <p>Imports job-api's words and fold. Start with {@link dev.penstock.processor.decide.fact.Decision}.
 */
@NullMarked
package dev.penstock.processor.decide.fact;

import org.jspecify.annotations.NullMarked;
