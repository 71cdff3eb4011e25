package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.chart.Words;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.view.ActButton;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.StatusChip;
import dev.penstock.ui.view.Took;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs as lists show them. */
public final class JobRows {
    private static final int SHORT = 8;

    private JobRows() {}

    public static JobRow row(JobFact job, Reader reader) {
        return row(job, reader, Acts.inList(job, reader));
    }

    /** A row of the list of that filter, which its link remembers. */
    public static JobRow row(JobFact job, Reader reader, String list) {
        return row(job, reader, Acts.inList(job, reader), Links.job(job.id(), list));
    }

    public static JobRow row(JobFact job, Reader reader, List<ActButton> acts) {
        return row(job, reader, acts, Links.job(job.id()));
    }

    public static JobRow row(JobFact job, Reader reader, List<ActButton> acts, String href) {
        return new JobRow(
                job.id().value(),
                shortId(job.id()),
                href,
                job.type(),
                chip(job, reader),
                job.queue(),
                job.priority() == Priority.NORMAL ? "" : Words.of(job.priority()),
                job.runBy() == null ? Words.of("system") : job.runBy(),
                reader.moment(job.times().createdAt()),
                waited(job, reader),
                took(job, reader),
                say("{1} of {2}", job.tries().attempt(), job.tries().max()),
                reason(job),
                bar(job.progress(), job.status()),
                children(job),
                acts);
    }

    /** The end of the id: it differs where the beginnings of a family's ids are alike. */
    public static String shortId(JobId id) {
        String value = id.value();
        return value.length() <= SHORT ? value : value.substring(value.length() - SHORT);
    }

    public static StatusChip chip(JobFact job, Reader reader) {
        return new StatusChip(
                StatusStyle.of(job.status()),
                reader.orNull(job.times().dueAt()),
                job.status() != Status.FAILED && job.flags().errors());
    }

    public static Took waited(JobFact job, Reader reader) {
        var waited = job.times().waited();
        if (waited != null) {
            return new Took(Spans.exact(waited), null);
        }
        boolean ahead = job.times().availableAt().isAfter(reader.now());
        return ahead || job.status().isEnd()
                ? Took.NONE
                : Took.between(job.times().availableAt(), null, reader.now());
    }

    public static Took took(JobFact job, Reader reader) {
        var took = job.times().took();
        return took != null
                ? new Took(Spans.exact(took), null)
                : Took.between(job.times().startedAt(), job.times().endedAt(), reader.now());
    }

    /** "kafka · jobs.work.emails.normal · partition 0 · offset 912" (S0.16). */
    public static String connection(@Nullable Delivery delivery) {
        return delivery == null ? say("kafka · not read by a worker yet") : delivery.toString();
    }

    /** "12 of 40 children ended, 2 failed"; the total may grow while it runs (S2.13). Null without children. */
    public static JobRow.@Nullable Bar children(JobFact job) {
        JobFact.Children children = job.children();
        if (children.total() == 0) {
            return null;
        }
        int ended = children.total() - children.open();
        return new JobRow.Bar(
                (int) (100L * ended / children.total()),
                say(
                        "{1} of {2} ended{3}",
                        Counts.of(ended),
                        counted(children.total(), "{1} child", "{1} children"),
                        (children.failed() == 0 ? "" : say(", {1} failed", Counts.of(children.failed())))));
    }

    private static JobRow.@Nullable Reason reason(JobFact job) {
        Failure failure = job.failure();
        boolean failed = job.status() == Status.FAILED;
        if (failure != null && (failed || job.status() == Status.RETRYING)) {
            return new JobRow.Reason(Stacks.line(failure), failed ? Hue.RED.word() : Hue.ORANGE.word());
        }
        if (job.reason() != null && !job.reason().isBlank()) {
            return new JobRow.Reason(job.reason(), "");
        }
        return null;
    }

    private static JobRow.@Nullable Bar bar(@Nullable Progress progress, Status status) {
        if (progress == null || status.isEnd()) {
            return null;
        }
        boolean known = progress.total() > 0;
        String count = known
                ? say("{1} % · {2} of {3}", progress.percent(), Counts.of(progress.done()), Counts.of(progress.total()))
                : say("{1} done", Counts.of(progress.done()));
        String message = progress.message() == null ? "" : " · " + progress.message();
        return new JobRow.Bar(known ? progress.percent() : -1, count + message);
    }
}
