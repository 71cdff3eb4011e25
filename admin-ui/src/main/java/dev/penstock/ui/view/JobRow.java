package dev.penstock.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job in a list.
 *
 * @param id whole id; also the row's stable address
 * @param shortId enough of it to tell two apart
 * @param href its page
 * @param type job type
 * @param status where it stands
 * @param queue queue it belongs to
 * @param lane "high" or "low"; empty for normal
 * @param by who started it; "system" for system jobs (S2.11)
 * @param created when (S0.11)
 * @param waited from creation to its start; grows until then
 * @param took its duration; grows while it runs
 * @param attempts "2 of 5" (S0.10)
 * @param reason why it is where it is; null if the status says it all
 * @param progress how far it is, by its own estimate; null if it never said
 * @param children how many of its children have ended; null without children
 * @param acts its buttons
 */
public record JobRow(
        String id,
        String shortId,
        String href,
        String type,
        StatusChip status,
        String queue,
        String lane,
        String by,
        Moment created,
        Took waited,
        Took took,
        String attempts,
        @Nullable Reason reason,
        @Nullable Bar progress,
        @Nullable Bar children,
        List<ActButton> acts) {

    /** Lifecycle version that the row shows; every button carries it. */
    public long version() {
        return acts.isEmpty() ? 0 : acts.getFirst().version();
    }

    /** Why a job is where it is: the last error, what it waits for. */
    public record Reason(String text, String hue) {}

    /** A progress bar; {@code percent} is -1 while the total is not known. */
    public record Bar(int percent, String text) {}
}
