package dev.penstock.ui.present;

import dev.penstock.api.lifecycle.Verb;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.BulkActs;
import dev.penstock.ui.chart.Counts;
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
    public static String title(Verb verb, int jobs) {
        return Acts.word(verb) + " " + Counts.of(jobs, "job");
    }

    /** The question before the act. */
    public static Question question(Shell shell, Verb verb, List<JobFact> jobs, Reader reader, String back) {
        boolean delete = verb == Verb.DELETE;
        String title = title(verb, jobs.size());
        return new Question(
                shell,
                title + "?",
                delete
                        ? "They leave every list for good. Their events stay in the log."
                        : "Each begins a new round: its attempts count from 0, and its handler runs again.",
                Acts.key(verb),
                title,
                delete,
                jobs.stream().map(job -> ticked(job, verb, reader)).toList(),
                back);
    }

    private static Ticked ticked(JobFact job, Verb verb, Reader reader) {
        return new Ticked(
                job.id() + "@" + job.version(),
                JobRows.row(job, reader),
                Acts.button(job, verb, reader).whyNot());
    }

    /** "3 jobs deleted." */
    public static String done(Verb verb, int jobs) {
        return Counts.of(jobs, "job") + (verb == Verb.DELETE ? " deleted." : " in the queue again.");
    }

    /** The answer where some were refused, or are not decided yet. */
    public static Answer answer(Shell shell, Verb verb, List<BulkActs.Answer> answers, String back) {
        List<Left> left =
                answers.stream().filter(a -> !isDone(a)).map(Bulk::left).toList();
        int done = answers.size() - left.size();
        String title = done + " of " + Counts.of(answers.size(), "job")
                + (verb == Verb.DELETE ? " deleted" : " in the queue again");
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
                word = "Refused";
            }
            case ActResult.NotSent r -> {
                hue = "red";
                word = "Not sent";
            }
            case ActResult.Waiting r -> {
                hue = "blue";
                word = "Waiting";
            }
            case ActResult.Ignored r -> {
                hue = "blue";
                word = "Nothing to do";
            }
            case ActResult.Done r -> {
                hue = "green";
                word = "Done";
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
