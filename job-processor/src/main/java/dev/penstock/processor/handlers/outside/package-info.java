/**
 * Part of the room {@code handlers} (floor 3): the outside world of the demo, real servers that misbehave by known rules.
 *
 * <p>An SMTP server, a webhook receiver and a marketplace. They listen on the local machine only and are started by the
 * demo program, never by a worker. How often each fails is written down in its Javadoc and follows from one seed, so a
 * run can be explained. Imports nothing of Penstock. Start with {@link dev.penstock.processor.handlers.outside.OutsideWorld}.
 */
@NullMarked
package dev.penstock.processor.handlers.outside;

import org.jspecify.annotations.NullMarked;
