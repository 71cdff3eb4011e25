package dev.penstock.ui.present.failure;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.failure.FailureView.Trial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the few jobs that were retried first. */
public final class Trials {
    private Trials() {}

    /** Null if there was no trial. */
    public static @Nullable Trial of(List<JobFact> jobs, Reader reader) {
        if (jobs.isEmpty()) {
            return null;
        }
        long done =
                jobs.stream().filter(job -> job.status() == Status.COMPLETED).count();
        long failed = jobs.stream().filter(job -> job.status() == Status.FAILED).count();
        long ended = jobs.stream().filter(job -> job.status().isEnd()).count();
        List<String> told = new ArrayList<>();
        told.add(say("{1} of {2} completed", done, jobs.size()));
        if (jobs.size() > ended) {
            told.add(say("{1} still on the way", Counts.of(jobs.size() - ended)));
        }
        if (failed > 0) {
            told.add(say("{1} failed again", Counts.of(failed)));
        }
        if (ended > done + failed) {
            told.add(say("{1} ended otherwise", Counts.of(ended - done - failed)));
        }
        Hue hue = failed > 0 ? Hue.RED : done == jobs.size() ? Hue.GREEN : Hue.BLUE;
        return new Trial(
                hue.word(),
                String.join(", ", told),
                jobs.stream().map(job -> JobRows.row(job, reader)).toList());
    }
}
