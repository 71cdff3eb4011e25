package dev.penstock.processor.kin;

import dev.penstock.api.command.Timer;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.lifecycle.Job;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the members of a root take turns: a lane of a queue. */
public record TurnLane(JobId root, String queue, Priority priority) {
    private static final String COUNTS = "c/";
    private static final int PARTS = 4;

    public static TurnLane of(Job job) {
        return new TurnLane(job.root(), job.queue(), job.priority());
    }

    /** The lane whose counts have this key in the book of families; null if it is no such key. */
    public static @Nullable TurnLane ofKey(String key) {
        String[] parts = key.split("/", -1);
        return key.startsWith(COUNTS) && parts.length == PARTS
                ? new TurnLane(new JobId(parts[1]), parts[2], priority(parts[3]))
                : null;
    }

    /** The lane that the members of a root are to take turns in again; null if the timer says something else. */
    public static @Nullable TurnLane of(Timer.Continue again) {
        String[] parts = again.cursor().split("/", -1);
        return again.command().equals(Timer.Continue.TURNS) && parts.length == 2
                ? new TurnLane(again.job(), parts[0], priority(parts[1]))
                : null;
    }

    /** Asks for turns to be taken again. */
    public Timer.Continue again() {
        return new Timer.Continue(root, Timer.Continue.TURNS, queue + "/" + priority.lane());
    }

    /** Key of the lane's counts. */
    String key() {
        return queueKey() + "/" + priority.lane();
    }

    /** Key of what is counted over all lanes. */
    String queueKey() {
        return COUNTS + root + "/" + queue;
    }

    /** What the keys of those who wait begin with. */
    String turns() {
        return "w/" + root + "/" + queue + "/" + priority.lane() + "/";
    }

    private static Priority priority(String lane) {
        return Priority.valueOf(lane.toUpperCase(Locale.ROOT));
    }
}
