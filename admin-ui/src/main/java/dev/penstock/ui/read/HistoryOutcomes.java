package dev.penstock.ui.read;

import dev.penstock.api.event.Outcome;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Outcomes;
import dev.penstock.ui.chart.Sentences;
import dev.penstock.ui.read.stored.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Outcomes as the history shows them: each names the command behind it (B5). */
@ApplicationScoped
public class HistoryOutcomes implements Outcomes {
    /** A transaction for each look: one that began before the outcome came would never see it. */
    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ActResult> of(String command) {
        return StoredEvent.<StoredEvent>find("command = ?1 and asked order by logPartition, logOffset", command)
                .firstResultOptional()
                .map(event -> result(command, event));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Map<String, ActResult> of(Collection<String> commands) {
        if (commands.isEmpty()) {
            return Map.of();
        }
        Map<String, ActResult> known = new HashMap<>();
        StoredEvent.<StoredEvent>find("command in ?1 and asked order by logPartition, logOffset", commands)
                .list()
                .forEach(event -> known.putIfAbsent(event.command(), result(event.command(), event)));
        return known;
    }

    private static ActResult result(String command, StoredEvent event) {
        String name = event.event();
        return switch (name) {
            case "CommandRefused" -> {
                Outcome.CommandRefused refused = event.body(Outcome.CommandRefused.class);
                yield new ActResult.Refused(command, refused.kind(), Sentences.retold(refused.sentence()));
            }
            case "CommandIgnored" ->
                new ActResult.Ignored(
                        command,
                        Sentences.retold(
                                event.body(Outcome.CommandIgnored.class).answer()));
            default ->
                new ActResult.Done(command, name, Sentences.retold("Done: " + name + " for " + event.key() + "."));
        };
    }
}
