/** Floor 3, adapter: acts on many jobs, for programs. Start with {@link dev.penstock.ui.rest.operation.OperationsResource}. */
@NullMarked
package dev.penstock.ui.rest.operation;

import org.jspecify.annotations.NullMarked;
