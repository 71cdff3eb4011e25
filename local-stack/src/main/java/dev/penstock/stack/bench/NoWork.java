package dev.penstock.stack.bench;

import dev.penstock.api.payload.JobType;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A job without work, so that what is measured is Penstock.
 *
 * @param filler makes the payload about 200 bytes, as a small real one is
 * @param sentAt microseconds since 1970 when it was submitted; 0 if nobody asks how long it took to begin
 */
@JobType(
        name = "bench.no-work",
        queue = "bench",
        description = "Does nothing; its payload has the size of a small real one")
record NoWork(String filler, long sentAt) {
    private static final int CHARACTERS = 170;
    private static final int DIFFERENT = 4_096;
    private static final List<NoWork> ALL = all();

    /** One of many of 200 bytes as JSON: alike in size, different in content, or compression would look too good. */
    static NoWork any() {
        return ALL.get(ThreadLocalRandom.current().nextInt(DIFFERENT));
    }

    /** One that knows when it was submitted. */
    static NoWork timed() {
        return new NoWork(any().filler(), WorkerProcess.now());
    }

    private static List<NoWork> all() {
        Random random = new Random(7);
        List<NoWork> all = new ArrayList<>(DIFFERENT);
        for (int i = 0; i < DIFFERENT; i++) {
            StringBuilder text = new StringBuilder(CHARACTERS);
            while (text.length() < CHARACTERS) {
                text.append(Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX));
            }
            all.add(new NoWork(text.substring(0, CHARACTERS), 0));
        }
        return List.copyOf(all);
    }
}
