/**
 * Floor 2: turns what the read side knows ({@code fact}) into what pages show ({@code view}): words, links, buttons. Pure
 * functions of a fact and the reader's moment; no database, no request.
 *
 * <p>Imports {@code view}, and of {@code act} what a change is made of, beside the floors below. Start with {@link dev.penstock.ui.present.JobRows}.
 */
@NullMarked
package dev.penstock.ui.present;

import org.jspecify.annotations.NullMarked;
