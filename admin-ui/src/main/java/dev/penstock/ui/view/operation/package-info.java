/** Floor 2: what the pages of acts on many jobs show. Start with {@link dev.penstock.ui.view.operation.OperationsView}. */
@NullMarked
package dev.penstock.ui.view.operation;

import org.jspecify.annotations.NullMarked;
