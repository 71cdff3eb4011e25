package dev.penstock.stack.chaos.upgrade;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether the format level stays that of the older version until it is raised, and rises then (failure scenario B14). An older
 * processor reads what a newer one stores, and the other way round, as long as nobody has raised it.
 */
final class LevelWatch {
    private final Seen levels;
    private final OptionalInt older;
    private final OptionalInt newer;
    private final List<String> wrong = new ArrayList<>();
    private boolean raised;

    /** What can be seen of the levels while all runs. */
    interface Seen {
        /** The level that processors may write. */
        int allowed();

        /** The highest level of any value that they have stored. */
        int stored() throws InterruptedException;
    }

    /** Raises the level. */
    interface Raise {
        void to(int level);
    }

    /**
     * @param older highest level that the older version reads and writes; empty if its jars do not say
     * @param newer the same of the newer one
     */
    LevelWatch(Seen levels, OptionalInt older, OptionalInt newer) {
        this.levels = levels;
        this.older = older;
        this.newer = newer;
    }

    /** Nothing may have been stored above the level that is allowed. */
    void look(String when) throws InterruptedException {
        int allowed = levels.allowed();
        int stored = levels.stored();
        if (stored > allowed) {
            wrong.add("when " + when + ", values were stored at format level " + stored + "; allowed is " + allowed);
        }
    }

    /** As a person does it when the last processor of the older version is gone; nothing if there is no higher level. */
    void raise(Raise raise) {
        if (newer.orElse(1) > levels.allowed()) {
            raise.to(newer.orElse(1));
            raised = true;
        }
    }

    /** At the end: what was raised is written. */
    void conclude(Findings findings) throws InterruptedException {
        look("all had come to rest");
        if (raised && levels.stored() != newer.orElse(1)) {
            wrong.add("the level was raised to " + newer.orElse(1) + " and values are stored at " + levels.stored());
        }
        wrong.forEach(sentence -> findings.add(Kind.FORMAT_LEVEL, "format/state", sentence));
    }

    String sentence() {
        if (older.isEmpty() || newer.isEmpty()) {
            return "One of the versions does not say which format level it writes; none above the setting was found.";
        }
        int before = older.getAsInt();
        int after = newer.getAsInt();
        return before == after
                ? "Both versions write format level " + after
                        + ": it was that before, during and after the roll, and there was" + " nothing to raise."
                : "The older version writes format level " + before + ", the newer one " + after
                        + ": nothing was stored above " + before
                        + " until the level was raised behind the last processor.";
    }
}
