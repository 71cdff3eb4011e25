package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.BulkActs;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.view.BulkView.Answer;
import dev.penstock.ui.view.BulkView.Left;
import dev.penstock.ui.view.BulkView.Question;
import dev.penstock.ui.view.BulkView.Ticked;
import dev.penstock.ui.view.Shell;
import java.util.List;

/** Acts on ticked rows, in words. */
public final class Bulk {
    private Bulk() {}

    /** "Retry 3 jobs". */
    public static String title(Deed deed, int jobs) {
        return switch (deed) {
            case LOW_PRIORITY, NORMAL_PRIORITY, CLEAR_REVIEW, EXPIRE_LEASE ->
                say("{1} of {2}", deed.title(), counted(jobs, "{1} job", "{1} jobs"));
            default -> deed.title() + " " + counted(jobs, "{1} job", "{1} jobs");
        };
    }

    /** The question before the act. */
    public static Question question(Shell shell, Deed deed, List<JobFact> jobs, Reader reader, String back) {
        String title = title(deed, jobs.size());
        return new Question(
                shell,
                title + "?",
                effect(deed),
                deed.word(),
                title,
                deed.destructive(),
                jobs.stream().map(job -> ticked(job, deed, reader)).toList(),
                back);
    }

    /** What will happen to each. */
    public static String effect(Deed deed) {
        return switch (deed) {
            case RETRY, RESTART ->
                say("Each begins a new round: its attempts count from 0, and its handler runs again.");
            case STOP ->
                say(
                        "Each is asked to stop and is Stopping until its handler obeys or ends. A stopped job of a type that is not resumable cannot be restarted.");
            default -> deed.confirmed() ? say("For each: {1}", deed.warning()) : say("A command is sent for each.");
        };
    }

    private static Ticked ticked(JobFact job, Deed deed, Reader reader) {
        return new Ticked(
                value(job),
                JobRows.row(job, reader),
                Acts.button(job, deed, reader).whyNot());
    }

    /** A job in a form of several, with the version and the lease that were seen. */
    public static String value(JobFact job) {
        return job.id() + "@" + job.version() + (job.lease() == null ? "" : "@" + job.lease());
    }

    /** "3 jobs deleted." */
    public static String done(Deed deed, int jobs) {
        return counted(jobs, "{1} job", "{1} jobs") + " " + deed.done() + ".";
    }

    /** The answer where some were refused, or are not decided yet. */
    public static Answer answer(Shell shell, Deed deed, List<BulkActs.Answer> answers, String back) {
        List<Left> left =
                answers.stream().filter(a -> !isDone(a)).map(Bulk::left).toList();
        int done = answers.size() - left.size();
        String title = say("{1} of {2} {3}", done, counted(answers.size(), "{1} job", "{1} jobs"), deed.done());
        return new Answer(shell, title, left, back);
    }

    public static boolean isDone(BulkActs.Answer answer) {
        return answer.result() instanceof ActResult.Done;
    }

    private static Left left(BulkActs.Answer answer) {
        String hue;
        String word;
        switch (answer.result()) {
            case ActResult.Refused r -> {
                hue = "red";
                word = say("Refused");
            }
            case ActResult.NotAllowed r -> {
                hue = "red";
                word = say("Not allowed");
            }
            case ActResult.NotSent r -> {
                hue = "red";
                word = say("Not sent");
            }
            case ActResult.Waiting r -> {
                hue = "blue";
                word = say("Waiting");
            }
            case ActResult.Ignored r -> {
                hue = "blue";
                word = say("Nothing to do");
            }
            case ActResult.Done r -> {
                hue = "green";
                word = say("Done");
            }
        }
        return new Left(
                JobRows.shortId(answer.job()),
                Links.job(answer.job()),
                hue,
                word,
                answer.result().sentence());
    }
}
