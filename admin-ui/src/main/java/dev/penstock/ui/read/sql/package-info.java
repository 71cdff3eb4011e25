/** Floor 3, adapter: statements with bind parameters, and their rows. */
@NullMarked
package dev.penstock.ui.read.sql;

import org.jspecify.annotations.NullMarked;
