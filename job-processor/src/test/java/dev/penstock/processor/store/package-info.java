@NullMarked
package dev.penstock.processor.store;

import org.jspecify.annotations.NullMarked;
