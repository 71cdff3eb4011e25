/** Floor 1: what the pages of queues, workers and locks show, ready text and links. */
@NullMarked
package dev.penstock.ui.view.flow;

import org.jspecify.annotations.NullMarked;
