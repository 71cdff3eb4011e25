package dev.penstock.ui.view.pipeline;

import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from Kafka to this page.
 *
 * @param shell the frame
 * @param seen "Time from event to this page: p50 0.2 s, p99 0.9 s"
 * @param backlog how far the projector is with what it has to catch up; empty if there is nothing
 * @param problem why Kafka could not be asked; empty if it answered
 * @param tables each with its title, head and rows
 * @param letters newest dead letters
 * @param older address of older ones; null if there are none
 * @param api address of the same as JSON
 */
public record PipelineView(
        Shell shell,
        String seen,
        String backlog,
        String problem,
        List<Table> tables,
        List<Letter> letters,
        @Nullable String older,
        String api) {

    /** A table of texts; the first cell of a row names it. */
    public record Table(String id, String title, String note, List<String> head, List<List<String>> rows) {}

    /** A dead letter; {@code job} is null for input that nobody could read. */
    public record Letter(
            String id,
            String href,
            Moment at,
            String hue,
            String kind,
            String reason,
            @Nullable Link job) {}

    /**
     * One dead letter.
     *
     * @param shell the frame
     * @param letter as in the list
     * @param facts label and text
     * @param input decoded; empty for a job
     * @param errors of the attempts, as JSON; empty if there were none
     * @param resend whether it can be corrected and sent again
     * @param whyNot why it cannot be; empty if it can
     * @param problem why what was sent was not taken; empty if nothing was
     */
    public record One(
            Shell shell,
            Letter letter,
            List<Table> facts,
            String input,
            String errors,
            boolean resend,
            String whyNot,
            String problem) {}
}
