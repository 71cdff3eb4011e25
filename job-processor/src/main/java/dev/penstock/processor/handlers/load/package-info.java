/**
 * Part of the room {@code handlers} (floor 3): the demo's producers. They write the files that jobs work on, submit a
 * steady, seeded mix of jobs with {@code JobClient}, and count what was acknowledged.
 *
 * <p>Imports {@code dev.penstock.api.client} and the payload records of the handlers' packages. Start with
 * {@link dev.penstock.processor.handlers.load.DemoLoad}.
 */
@NullMarked
package dev.penstock.processor.handlers.load;

import org.jspecify.annotations.NullMarked;
