/** Measurements of the write side alone; they print and assert nothing about time. Start with {@code HotPath}. */
@NullMarked
package dev.penstock.processor.bench;

import org.jspecify.annotations.NullMarked;
