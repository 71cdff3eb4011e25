package dev.penstock.ui.present.list;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Histogram;
import dev.penstock.ui.fact.list.MatchTimes;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Moment;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobsView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The bars above the list: when the jobs that match were created; each leads to the list of its jobs alone. */
public final class Histograms {
    private Histograms() {}

    public static JobsView.Times view(MatchTimes times, Filter filter, Reader reader) {
        Histogram drawn = Histogram.of(times.counts());
        List<JobsView.TimeBar> bars = new ArrayList<>();
        for (int i = 0; i < drawn.bars().size(); i++) {
            // The end of the language's ".." belongs to the stretch: a whole second.
            Instant from = times.at(i);
            Instant until = times.at(i + 1).minusSeconds(1);
            bars.add(new JobsView.TimeBar(
                    drawn.bars().get(i),
                    Links.jobs(Links.with(filter, Key.CREATED, new Value.Times(bound(from), bound(until)))),
                    from.toString(),
                    until.toString(),
                    counted(
                            times.counts().get(i),
                            "{1} job, created {2}",
                            "{1} jobs, created {2}",
                            reader.moment(from).full())));
        }
        Instant end = times.at(times.counts().size());
        return new JobsView.Times(
                bars,
                Links.without(filter, Key.CREATED).print(),
                caption(times, drawn),
                reader.moment(times.from()).full(),
                reader.moment(end.isAfter(reader.now()) ? reader.now() : end).full());
    }

    private static String caption(MatchTimes times, Histogram drawn) {
        long jobs = times.counts().stream().mapToLong(count -> count).sum();
        String most = Counts.of(drawn.high());
        return times.cut()
                ? say("The newest {1} jobs by time of creation, at most {2} in a bar", Counts.of(jobs), most)
                : counted(
                        jobs,
                        "{1} job by time of creation, at most {2} in a bar",
                        "{1} jobs by time of creation, at most {2} in a bar",
                        most);
    }

    private static Value.Bound bound(Instant at) {
        return new Value.Bound(new Moment.At(at, ChronoUnit.SECONDS), true);
    }
}
