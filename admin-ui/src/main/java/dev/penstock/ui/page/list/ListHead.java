package dev.penstock.ui.page.list;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.list.Histograms;
import dev.penstock.ui.read.CountQueries;
import dev.penstock.ui.read.match.HistogramQueries;
import dev.penstock.ui.view.JobsView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above the list: the filter's text and the choices that most people want, and when the jobs that match came. */
@ApplicationScoped
public class ListHead {
    private final CountQueries counts;
    private final HistogramQueries histograms;

    @Inject
    public ListHead(CountQueries counts, HistogramQueries histograms) {
        this.counts = counts;
        this.histograms = histograms;
    }

    /** Null if there is nothing to compare. */
    JobsView.@Nullable Times times(Filter filter, Reader reader) {
        return histograms
                .of(filter)
                .map(times -> Histograms.view(times, filter, reader))
                .orElse(null);
    }

    JobsView.Filter form(ListQuery query) {
        Filter filter = query.filter();
        String problem = "";
        String caret = "";
        if (query.parsed() instanceof Parsed.Wrong wrong) {
            problem = wrong.sentence();
            caret = query.q + "\n" + " ".repeat(wrong.position()) + "^".repeat(Math.max(1, wrong.length())) + "\n";
        }
        return new JobsView.Filter(
                problem.isEmpty() ? filter.print() : query.q,
                problem,
                caret,
                JobLists.word(filter, Key.TYPE),
                JobLists.word(filter, Key.QUEUE),
                sorted(counts.byType().keySet().stream().toList()),
                sorted(counts.byQueue().keySet().stream().toList()),
                JobLists.spans(filter));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
