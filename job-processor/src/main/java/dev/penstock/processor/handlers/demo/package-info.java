/**
 * Part of the room {@code handlers} (floor 3): the demo program: the outside world and the load together, and what they
 * are asked over HTTP.
 *
 * <p>Imports {@code load}, {@code outside} and Jakarta REST. Start with
 * {@link dev.penstock.processor.handlers.demo.DemoProgram}.
 */
@NullMarked
package dev.penstock.processor.handlers.demo;

import org.jspecify.annotations.NullMarked;
