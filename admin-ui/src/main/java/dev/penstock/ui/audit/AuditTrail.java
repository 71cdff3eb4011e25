package dev.penstock.ui.audit;

import dev.penstock.ui.read.audit.ActQueries;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that people and services did, in one list. */
@ApplicationScoped
public class AuditTrail {
    private final ActQueries acts;
    private final Audit own;

    @Inject
    public AuditTrail(ActQueries acts, Audit own) {
        this.acts = acts;
        this.own = own;
    }

    /** The newest first. What was done to users, tokens and the like is for those who may do such things. */
    public List<Entry> latest(Caller reader, int most) {
        Stream<Entry> log = acts.latest(most).stream().map(LogDeeds::entry);
        Stream<Entry> here = reader.may(Permission.ADMINISTER) ? own.newest(most).stream() : Stream.empty();
        return Stream.concat(log, here)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(most)
                .toList();
    }
}
