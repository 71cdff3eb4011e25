/** Floor 2: queues, workers and locks in words. Imports {@code present}. */
@NullMarked
package dev.penstock.ui.present.flow;

import org.jspecify.annotations.NullMarked;
