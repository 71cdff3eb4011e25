/** Floor 0 of the tests: event logs to fold, written by hand or at random from a seed. */
@NullMarked
package dev.penstock.projector.story;

import org.jspecify.annotations.NullMarked;
