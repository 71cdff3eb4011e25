/** Tests of acts on many jobs. */
@NullMarked
package dev.penstock.ui.operation;

import org.jspecify.annotations.NullMarked;
