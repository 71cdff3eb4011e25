package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.history.Latencies;
import dev.penstock.stack.history.proof.Tally;
import java.util.List;

/** How long the jobs of a killed worker took to run elsewhere, from the kill to their next start. */
final class Recoveries {
    private static final String KILL = "worker killed";

    private Recoveries() {}

    static Latencies.Summary of(Tally tally, List<Journal.Entry> faults) {
        Latencies latencies = new Latencies();
        List<Journal.Entry> kills =
                faults.stream().filter(entry -> entry.fault().equals(KILL)).toList();
        for (Tally.Recovery recovery : tally.recoveries()) {
            kills.stream()
                    .filter(kill -> LossCheck.explains(kill, recovery.loss()))
                    .mapToLong(Journal.Entry::fromMs)
                    .max()
                    .ifPresent(killedMs -> latencies.add((double) (recovery.startedMs() - killedMs)));
        }
        return latencies.summary();
    }
}
