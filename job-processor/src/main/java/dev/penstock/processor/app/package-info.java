/**
 * Floor 4: the programs: {@code penstock processor}, {@code penstock worker} and the demo's load, one build in three roles.
 *
 * <p>Knows everything below. Start with {@link dev.penstock.processor.app.WriteSide}, which puts the processor together
 * without Quarkus; {@link dev.penstock.processor.app.Main} starts it.
 */
@NullMarked
package dev.penstock.processor.app;

import org.jspecify.annotations.NullMarked;
