/**
 * Floor 3, adapter: what protects the log from processors that are gone, and from one that has forgotten where it was.
 *
 * <p>Imports job-api. Start with {@link dev.penstock.processor.fence.Fencing}.
 */
@NullMarked
package dev.penstock.processor.fence;

import org.jspecify.annotations.NullMarked;
