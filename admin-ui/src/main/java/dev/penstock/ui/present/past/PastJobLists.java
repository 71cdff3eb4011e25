package dev.penstock.ui.present.past;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.present.JobLists;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.list.ListColumn;
import dev.penstock.ui.present.list.ListRows;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.OverviewView.Choice;
import java.time.Instant;
import java.util.List;

/** Parts of the list of jobs as it was; every link stays at that moment. */
public final class PastJobLists {
    private PastJobLists() {}

    /** A chip for each status. How many jobs had each is on the first page as of then. */
    public static List<JobsView.StatusFilter> statuses(Filter filter, Instant at) {
        return JobLists.statuses(filter, Depths.NONE).stream()
                .map(chip -> new JobsView.StatusFilter(
                        chip.word(), chip.title(), "", Banners.at(chip.href(), at), chip.hue(), chip.current()))
                .toList();
    }

    /** Chips that take one part of the filter away. */
    public static List<JobsView.Drop> drops(Filter filter, Instant at) {
        return JobLists.drops(filter).stream()
                .map(drop -> new JobsView.Drop(drop.text(), Banners.at(drop.href(), at)))
                .toList();
    }

    /** What the main list hides, each a switch. */
    public static List<Choice> hidden(Filter filter, Instant at) {
        return JobLists.hidden(filter).stream()
                .map(choice ->
                        new Choice(choice.text(), Banners.at(choice.href(), at), choice.current(), choice.spoken()))
                .toList();
    }

    /** The table; {@code then} reads it as of that moment. */
    public static JobsView.Table table(
            List<JobFact> jobs, List<ListColumn> chosen, Reader then, JobsView.Sort byCreation) {
        return ListRows.table(jobs, chosen, then, byCreation, job -> row(job, then));
    }

    /** A row without acts, which leads to the job as it was. */
    static JobRow row(JobFact job, Reader then) {
        return JobRows.row(job, then, List.of(), job(job, then.now()));
    }

    private static String job(JobFact job, Instant at) {
        return Links.job(job.id()) + "/history?at=" + Links.encoded(AsOf.print(at));
    }

    /** How far this page has looked; empty if to the end of the list. */
    public static String scanned(PastList found, Reader reader) {
        Instant place = found.list().searched().from();
        return place == null
                ? ""
                : say(
                        "This page has looked at about {1} jobs, as far as {2}; the next one looks on from there.",
                        Counts.of(found.lookedAt()), reader.moment(place).full());
    }
}
