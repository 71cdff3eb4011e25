package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.history.Latencies;
import dev.penstock.stack.history.proof.Tally;
import java.util.List;

/** How long it took until the jobs of a killed worker were taken from it and dispatched again. */
final class Recoveries {
    private static final String KILL = "worker killed";

    private Recoveries() {}

    static Latencies.Summary of(Tally tally, List<Journal.Entry> faults) {
        Latencies latencies = new Latencies();
        List<Journal.Entry> kills =
                faults.stream().filter(entry -> entry.fault().equals(KILL)).toList();
        for (Tally.Loss loss : tally.losses()) {
            kills.stream()
                    .filter(kill -> LossCheck.explains(kill, loss))
                    .mapToLong(Journal.Entry::fromMs)
                    .max()
                    .ifPresent(killedMs -> latencies.add((double) (loss.atMs() - killedMs)));
        }
        return latencies.summary();
    }
}
