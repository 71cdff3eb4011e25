package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statuses and the ways between them, drawn (S3.18). The ways are those of {@code docs/lifecycle.md}, which is printed from
 * the rules; a test compares.
 */
public final class StateDiagram {
    /** From, to and what leads there; {@code [*]} is outside: not yet, or deleted. */
    static final String WAYS = """
            [*] --> QUEUED : Submit
            [*] --> SCHEDULED : Submit, run-at
            ABORTED --> QUEUED : Retry, EditPayload
            ABORTED --> [*] : RetentionDue, Delete
            COMPLETED --> EXPIRED : ArtifactDue
            COMPLETED --> QUEUED : Restart
            COMPLETED --> [*] : RetentionDue, Delete
            EXPIRED --> QUEUED : Restart
            EXPIRED --> [*] : RetentionDue, Delete
            FAILED --> ABORTED : Abort
            FAILED --> QUEUED : Retry, EditPayload
            FAILED --> [*] : Delete
            QUEUED --> ABORTED : Failed (abort), DeadlinePassed, Abort, EraseSubject
            QUEUED --> COMPLETED : Succeeded
            QUEUED --> FAILED : Failed (permanent)
            QUEUED --> RETRYING : Failed (transient), Snooze, HandedBack
            QUEUED --> RUNNING : Started, Started (claim)
            RETRYING --> ABORTED : Abort, EraseSubject
            RETRYING --> QUEUED : DelayElapsed, RunNow
            RUNNING --> ABORTED : Failed (abort)
            RUNNING --> COMPLETED : Succeeded
            RUNNING --> FAILED : Failed (permanent)
            RUNNING --> QUEUED : Stopped, WorkerLost, LeaseLost, ExpireLease
            RUNNING --> RETRYING : Failed (transient), Snooze, HandedBack, AttemptTimedOut
            RUNNING --> STOPPING : Stop, EraseSubject
            RUNNING --> WAITING_FOR_CHILDREN : AwaitChildren
            SCHEDULED --> ABORTED : DeadlinePassed, Abort, EraseSubject
            SCHEDULED --> QUEUED : DelayElapsed, RunNow
            STOPPED --> ABORTED : Abort
            STOPPED --> QUEUED : Resume
            STOPPED --> [*] : Delete
            STOPPING --> ABORTED : Failed (abort)
            STOPPING --> COMPLETED : Succeeded
            STOPPING --> FAILED : Failed (permanent)
            STOPPING --> STOPPED : Failed (transient), Snooze, HandedBack, Stopped, WorkerLost, LeaseLost, AttemptTimedOut, ExpireLease
            WAITING_FOR_CHILDREN --> STOPPING : Stop, Abort, EraseSubject
            """;

    private static final int WIDTH = 168;
    private static final int HEIGHT = 36;
    private static final int COLUMN = 248;
    private static final int ROW = 104;
    private static final int MARGIN = 12;
    private static final int BEND = 22;
    private static final Map<Status, int[]> PLACES = places();

    private StateDiagram() {}

    /**
     * A way between two statuses.
     *
     * @param from null: the job is new
     * @param to null: the job is deleted
     * @param by commands that lead there
     */
    public record Way(@Nullable Status from, @Nullable Status to, String by) {
        /** "Queued", "New" or "Deleted". */
        public String fromWord() {
            return from == null ? say("New") : StatusStyle.of(from).word();
        }

        public String toWord() {
            return to == null ? say("Deleted") : StatusStyle.of(to).word();
        }
    }

    /** All ways, in the order of the rules' own page. */
    public static List<Way> ways() {
        return WAYS.lines().map(StateDiagram::way).toList();
    }

    private static Way way(String line) {
        String[] parts = line.split(" --> | : ", 3);
        return new Way(status(parts[0]), status(parts[1]), parts[2]);
    }

    private static @Nullable Status status(String word) {
        return word.equals("[*]") ? null : Status.valueOf(word);
    }

    /** The drawing, as SVG. */
    public static String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 932 366\" width=\"932\" role=\"img\" aria-labelledby=\"states-drawn\" fill=\"none\""
                        + " stroke=\"currentColor\"><title id=\"states-drawn\">The statuses of a job and the ways between them;"
                        + " the table below says the same in words</title>");
        svg.append(
                "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                        + " orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\" fill=\"currentColor\" stroke=\"none\"/></marker></defs>");
        ways().stream().filter(way -> way.from() != null && way.to() != null).forEach(way -> svg.append(line(way)));
        PLACES.forEach((status, at) -> svg.append(box(status, at)));
        return svg.append("</svg>").toString();
    }

    private static String box(Status status, int[] at) {
        return """
                <rect x="%d" y="%d" width="%d" height="%d" rx="8" fill="Canvas"/>\
                <text x="%d" y="%d" text-anchor="middle" font-size="14" fill="currentColor" stroke="none">%s</text>""".formatted(
                        at[0],
                        at[1],
                        WIDTH,
                        HEIGHT,
                        at[0] + WIDTH / 2,
                        at[1] + HEIGHT / 2 + 5,
                        StatusStyle.of(status).word());
    }

    /** From edge to edge of the boxes, bent to one side, so that a way and the way back are two lines. */
    private static String line(Way way) {
        int[] from = place(way.from());
        int[] to = place(way.to());
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        double bend = way.from() == Status.SCHEDULED && way.to() == Status.ABORTED ? -3 * BEND : BEND;
        double middleX = (from[0] + to[0] + WIDTH) / 2.0 - dy / length * bend;
        double middleY = (from[1] + to[1] + HEIGHT) / 2.0 + dx / length * bend;
        double[] begin = border(from, middleX, middleY);
        double[] end = border(to, middleX, middleY);
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.0f %.0fQ%.0f %.0f %.0f %.0f\" opacity=\"0.7\" marker-end=\"url(#tip)\"><title>%s to %s: %s</title></path>",
                begin[0],
                begin[1],
                middleX,
                middleY,
                end[0],
                end[1],
                way.fromWord(),
                way.toWord(),
                way.by());
    }

    /** Where the line from a box's middle to a point leaves the box. */
    private static double[] border(int[] box, double x, double y) {
        double middleX = box[0] + WIDTH / 2.0;
        double middleY = box[1] + HEIGHT / 2.0;
        double dx = x - middleX;
        double dy = y - middleY;
        double share = Math.min(
                dx == 0 ? Double.MAX_VALUE : WIDTH / 2.0 / Math.abs(dx),
                dy == 0 ? Double.MAX_VALUE : HEIGHT / 2.0 / Math.abs(dy));
        return new double[] {middleX + dx * share, middleY + dy * share};
    }

    private static int[] place(@Nullable Status status) {
        return Objects.requireNonNull(PLACES.get(status), "Every status has a place");
    }

    private static Map<Status, int[]> places() {
        Map<Status, int[]> places = new EnumMap<>(Status.class);
        put(places, 0, Status.SCHEDULED, Status.QUEUED, Status.RETRYING);
        put(places, 1, Status.WAITING_FOR_CHILDREN, Status.RUNNING, Status.STOPPING, Status.STOPPED);
        put(places, 2, Status.COMPLETED, Status.FAILED, Status.ABORTED);
        put(places, 3, Status.EXPIRED);
        return places;
    }

    private static void put(Map<Status, int[]> places, int column, Status... statuses) {
        for (int row = 0; row < statuses.length; row++) {
            places.put(statuses[row], new int[] {MARGIN + column * COLUMN, MARGIN + row * ROW});
        }
    }
}
