package dev.penstock.ui.page;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.read.CountQueries;
import dev.penstock.ui.view.JobsView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The form above the list: the filter's text, and the choices that most people want. */
@ApplicationScoped
public class FilterForms {
    private final CountQueries counts;

    @Inject
    public FilterForms(CountQueries counts) {
        this.counts = counts;
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
