@NullMarked
package dev.penstock.processor.timer;

import org.jspecify.annotations.NullMarked;
