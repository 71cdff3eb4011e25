package dev.penstock.ui.view;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.Sparkline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page, "Background Jobs" (S0).
 *
 * @param shell the frame
 * @param windows choice of the time that the figures cover
 * @param back where the chart begins: "1 h"
 * @param tiles the figures at the top (S0.4 to S0.7)
 * @param throughput what came and went
 * @param compared whether an earlier time stands beside it
 * @param alerts what needs a person: queues without a worker (S0.20), failures that repeat, locks held too long
 * @param calm said where nothing does
 * @param active last ten active jobs (S0.8)
 * @param failed newest failed jobs (S0.13)
 * @param allFailed link to all of them
 * @param categories what kinds of work run here (S0.19)
 * @param workerCommand starts a worker for all queues
 * @param submitCommand submits a first job
 * @param burst label of the demo's button; empty if this is no demo
 * @param never no job has been submitted yet
 */
public record OverviewView(
        Shell shell,
        List<Choice> windows,
        String back,
        List<Tile> tiles,
        Figure throughput,
        List<Choice> compared,
        List<Alert> alerts,
        String calm,
        List<JobRow> active,
        List<FailedJob> failed,
        Link allFailed,
        List<Category> categories,
        String workerCommand,
        String submitCommand,
        String burst,
        boolean never) {

    /** One of several; a link, and which is in force. */
    public record Choice(String text, String href, boolean current, String spoken) {}

    /** A figure with what it means, linked to the list that proves it. */
    public record Tile(
            String label,
            String figure,
            String of,
            String detail,
            String hue,
            String href,
            @Nullable Sparkline line) {}

    /** Something that needs a person, with what to do about it; {@code command} may be empty. */
    public record Alert(
            String hue,
            String title,
            String text,
            String command,
            @Nullable Link link) {}

    /** A failed job with its exception (S0.14, S0.15) and where it was read from (S0.16). */
    public record FailedJob(JobRow job, @Nullable StackView stack, String connection, Moment failedAt) {}

    /** A kind of work with its job types and how many of them wait, run and have failed. */
    public record Category(String name, String text, List<TypeCount> types) {}

    /** A job type, linked to its jobs. */
    public record TypeCount(String type, String href, String open, String failed) {}
}
