package dev.penstock.ui.present.list;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.Acts;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.JobsView;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The list's table with the columns that its reader chose. */
public final class ListRows {
    private ListRows() {}

    /** {@code list} is the filter's text, which the links of the rows remember; {@code byCreation} how the list is sorted. */
    public static JobsView.Table table(
            List<JobFact> jobs, List<ListColumn> chosen, Reader reader, String list, JobsView.Sort byCreation) {
        return table(
                jobs,
                chosen,
                reader,
                byCreation,
                job -> JobRows.row(job, reader, Acts.inMenu(job, reader), Links.job(job.id(), list)));
    }

    /** The table with rows that somebody else makes. */
    public static JobsView.Table table(
            List<JobFact> jobs,
            List<ListColumn> chosen,
            Reader reader,
            JobsView.Sort byCreation,
            Function<JobFact, JobRow> row) {
        return new JobsView.Table(
                chosen.stream()
                        .map(column ->
                                new JobsView.Head(column.head(), column == ListColumn.CREATED ? byCreation : null))
                        .toList(),
                jobs.stream()
                        .map(job -> row(job, row.apply(job), chosen, reader))
                        .toList(),
                Arrays.stream(ListColumn.values())
                        .map(column -> new JobsView.ColumnChoice(column.word(), column.head(), chosen.contains(column)))
                        .toList());
    }

    private static JobsView.Row row(JobFact job, JobRow row, List<ListColumn> chosen, Reader reader) {
        return new JobsView.Row(
                row,
                chosen.stream().map(column -> column.cell(job, row, reader)).toList());
    }
}
