package dev.penstock.processor.simulate.record;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Ran;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Which workers were there, from their heartbeats and from what they ran. */
final class Presences {
    /** A worker that has begun to beat joins the groups of its queues before it takes anything. */
    private static final long JOINING = 3 * Micros.SECOND;

    private static final long STAYED = 20;

    private Presences() {}

    static List<Presence> of(Stretch stretch, List<Ran> attempts, Map<String, EventTopic.LastBeat> beats) {
        Map<String, List<Ran>> byWorker = new TreeMap<>();
        attempts.forEach(ran ->
                byWorker.computeIfAbsent(ran.worker(), any -> new ArrayList<>()).add(ran));
        List<Presence> workers = new ArrayList<>();
        byWorker.forEach((worker, ran) -> workers.add(
                beats.containsKey(worker) ? announced(beats.get(worker), ran) : seen(worker, ran, stretch)));
        beats.forEach((worker, beat) -> {
            Presence idle = announced(beat, List.of());
            boolean there = idle.to() > stretch.from() && idle.from() < stretch.to();
            if (there && !byWorker.containsKey(worker)) {
                workers.add(idle);
            }
        });
        workers.sort(Comparator.comparing(Presence::worker));
        return workers;
    }

    private static Presence announced(EventTopic.LastBeat last, List<Ran> ran) {
        Beat.Heartbeat beat = last.beat();
        long said = Micros.of(last.at());
        long begun = said - beat.uptimeMillis() * 1_000 + JOINING;
        long first = ran.stream().mapToLong(Ran::startedAt).min().orElse(begun);
        long ended = ran.stream().mapToLong(Ran::endedAt).max().orElse(said);
        return new Presence(
                beat.worker(), beat.queues(), beat.slots(), Math.min(begun, first), Math.max(said, ended), true);
    }

    /** Without a heartbeat: who worked until shortly before the end is taken to have stayed until then. */
    private static Presence seen(String worker, List<Ran> ran, Stretch stretch) {
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int most = 1;
        for (Ran one : ran) {
            while (!ends.isEmpty() && ends.peek() <= one.startedAt()) {
                ends.remove();
            }
            ends.add(one.endedAt());
            most = Math.max(most, ends.size());
        }
        long ended = ran.stream().mapToLong(Ran::endedAt).max().orElse(0);
        return new Presence(
                worker,
                ran.stream().map(Ran::queue).distinct().sorted().toList(),
                most,
                ran.getFirst().startedAt(),
                ended > stretch.to() - stretch.length() / STAYED ? stretch.to() + 1 : ended,
                false);
    }
}
