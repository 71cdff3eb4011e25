/**
 * Floor 3, adapter: the read model in PostgreSQL, schema {@code penstock_read}, which the projector owns and this program
 * only reads.
 *
 * <p>Every question is a class that answers with records of {@code fact}. Answers of one transaction agree with each
 * other: a page that asks several questions asks them in one. Imports {@code stored} (its own tables), {@code filter},
 * {@code fact} and the ports of {@code act}. Start with {@link dev.penstock.ui.read.JobQueries}.
 */
@NullMarked
package dev.penstock.ui.read;

import org.jspecify.annotations.NullMarked;
