/** Files and the disks they lie on. Start with {@code FullDiskTest}. */
@NullMarked
package dev.penstock.processor.handlers.file;

import org.jspecify.annotations.NullMarked;
