package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader must know before he believes the figures. */
final class Notes {
    private static final List<String> MODEL = List.of(
            "Decided by the real rules of the processor; what is simulated is time: when attempts begin, and what follows from that.",
            "A recorded attempt takes as long and ends as it did. If handlers share a database, a service or a processor, more of them at"
                    + " a time would take longer: the model does not know that.",
            "Jobs come when they came. Producers that would have sent more or less, and people who would have acted otherwise, are left"
                    + " out; what people did is done again at the same moment, where the rules still allow it.",
            "How long a job and a free slot take to find each other is drawn from what the record shows for the queue, and does not change"
                    + " with the number of workers.",
            "Left out: duplicates that unique jobs turn away, hand-backs of jobs that no worker knew, dispatches that were lost on the way,"
                    + " outages of the processor or the cluster.",
            "A worker that serves several queues offers its slots to each of them; utilisation is what the queue's own jobs used of them.");

    private Notes() {}

    static List<String> of(Comparison comparison) {
        List<String> notes = new ArrayList<>(MODEL);
        Figures shown = comparison.changed() == null ? comparison.unchanged() : comparison.changed();
        notes.add(String.format(
                Locale.ROOT,
                "Attempts that were not recorded are drawn from recorded attempts of the same job type and number, or the highest"
                        + " number below; here %,d were. They make no children. Seed %d: the same seed gives the same answer.",
                shown.drawn(),
                comparison.seed()));
        if (shown.refused() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d submissions that were accepted then are refused in the simulation.",
                    shown.refused()));
        }
        return notes;
    }
}
