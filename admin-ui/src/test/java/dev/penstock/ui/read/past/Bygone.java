package dev.penstock.ui.read.past;

import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Lives;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Lives at random, long before the jobs of other tests, and the moments in them. */
final class Bygone {
    static final long SEED = new Random().nextLong();
    private static final Instant BEGIN = Instant.parse("2021-03-01T10:00:00Z");
    private static final int JOBS = 60;
    private static final int MINUTES = 40;

    private final Random random = new Random(SEED);
    private final List<Lives> lives = new ArrayList<>();

    /** Writes them into the read model. */
    Bygone(ReadModel model) {
        Rows rows = new Rows(model);
        for (int i = 0; i < JOBS; i++) {
            // Two at a time share a moment: the id decides their order.
            Lives life = Lives.of(
                    random,
                    "past%03d.0".formatted(i),
                    BEGIN.plusSeconds(i / 2 * (MINUTES * 120L / JOBS)),
                    12,
                    "\"type\":\"past.%s\",\"queue\":\"past%d\"".formatted(i % 3 == 0 ? "a" : "b", i % 2));
            lives.add(life);
            rows.job(life);
        }
    }

    /** Takes them away again. */
    static void forget() {
        ReadModel model = Installation.current().model();
        model.execute("DELETE FROM history WHERE key LIKE 'past%.0'");
        model.execute("DELETE FROM attempt WHERE job LIKE 'past%.0'");
        model.execute("DELETE FROM job WHERE type LIKE 'past.%'");
        model.execute("DELETE FROM job_count WHERE type LIKE 'past.%'");
    }

    Instant someMoment() {
        return BEGIN.plusMillis(random.nextInt((MINUTES + 10) * 60_000));
    }

    List<Lives> lives() {
        return lives;
    }

    /** All as they were then. */
    List<Job> asOf(Instant at) {
        return lives.stream()
                .map(life -> life.asOf(at))
                .filter(Objects::nonNull)
                .toList();
    }

    static Filter filter(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }
}
