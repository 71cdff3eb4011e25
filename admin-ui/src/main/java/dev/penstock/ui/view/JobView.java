package dev.penstock.ui.view;

import dev.penstock.ui.chart.StatusStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one job (S1.25).
 *
 * @param shell the frame
 * @param head of all pages of the job
 * @param job the same facts as in a list, with its buttons
 * @param off acts that are not possible now, each with the reason
 * @param stopping how a stopping job was asked to stop; empty in every other status
 * @param family its parents and children; null if it has neither, and no batch
 * @param files files it made
 * @param round "round 2" once it has been retried by a person; else empty
 * @param path the statuses it went through and may go through
 * @param facts what is known about it
 * @param failure the last failure; null if there was none
 * @param group failures with the same cause; null if there was none
 * @param attempts every attempt, newest first
 * @param data what went in and came out
 * @param events its history, oldest first
 * @param lines what its attempts logged; the last 500
 * @param linesNote why there are no lines, or that there are more
 * @param list address of the list the reader came from
 * @param previous the job before it in the list the reader came from
 * @param next the job after it
 */
public record JobView(
        Shell shell,
        Head head,
        JobRow job,
        List<ActButton> off,
        String stopping,
        @Nullable Family family,
        List<File> files,
        String round,
        List<Leg> path,
        List<Fact> facts,
        @Nullable StackView failure,
        @Nullable Link group,
        List<AttemptView> attempts,
        List<Data> data,
        List<EventView> events,
        List<LogsView.Line> lines,
        String linesNote,
        String list,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * What all pages of one job begin with.
     *
     * @param list address of the list the reader came from
     * @param ancestors from the first of its family to its parent
     * @param type job type
     * @param shortId enough of the id to tell two apart
     * @param id whole
     * @param href the job's page
     * @param status where it stands
     * @param tabs its pages
     */
    public record Head(
            String list,
            List<Link> ancestors,
            String type,
            String shortId,
            String id,
            String href,
            StatusChip status,
            List<OverviewView.Choice> tabs) {
        /** The same of the job as it was; null: it is not known where it stood. */
        public Head standing(@Nullable StatusChip then) {
            return then == null ? this : new Head(list, ancestors, type, shortId, id, href, then, tabs);
        }
    }

    /**
     * Where the job stands among its relatives (S2.13, S2.23).
     *
     * @param above its root and its parent, and its batch
     * @param progress "12 of 40 ended, 2 failed"; null without children
     * @param note what more may come; empty if nothing
     * @param children the first of them, oldest last
     * @param more "All 40 children"; null if all are shown
     */
    public record Family(
            List<Fact> above,
            JobRow.@Nullable Bar progress,
            String note,
            List<JobRow> children,
            @Nullable Link more) {}

    /** A file; {@code href} is empty while it cannot be had, {@code note} says why (S4.14, S4.15). */
    public record File(String name, String size, String type, String sha256, String href, String note) {}

    /** A status on the job's way; {@code after} says how long it took to get there, {@code maybe} that it may come. */
    public record Leg(StatusStyle style, String after, boolean current, boolean maybe) {}

    /** A label with a text, and a link or a moment where it has one. */
    public record Fact(
            String label,
            String text,
            @Nullable String href,
            @Nullable Moment moment,
            @Nullable Took took,
            boolean code) {
        public static Fact text(String label, String text) {
            return new Fact(label, text, null, null, null, false);
        }

        public static Fact code(String label, String text) {
            return new Fact(label, text, null, null, null, true);
        }

        public static Fact link(String label, String text, String href) {
            return new Fact(label, text, href, null, null, false);
        }

        public static Fact moment(String label, Moment moment) {
            return new Fact(label, "", null, moment, null, false);
        }

        public static Fact took(String label, Took took) {
            return new Fact(label, "", null, null, took, false);
        }
    }

    /** One attempt: "round 2, attempt 1", what it logged, its outcome, who ran it and where the worker read it (S0.16). */
    public record AttemptView(
            String id,
            String name,
            String log,
            StatusStyle style,
            String outcome,
            Moment started,
            Took took,
            String worker,
            String connection,
            @Nullable StackView stack,
            boolean open) {}

    /** A named text: payload, result, checkpoint, metadata; {@code note} says if it was cut or masked. */
    public record Data(String title, String text, String note) {}

    /** One event: when, what, by whom and why, and the record itself. */
    public record EventView(
            String sequence, Moment at, String name, String hue, String text, String actor, String record) {}
}
