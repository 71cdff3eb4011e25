package dev.penstock.ui.read.audit;

import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.read.cover.Covers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What people and services did, newest first. Submissions are not among them: the list of jobs has those. */
@ApplicationScoped
@Transactional
public class ActQueries {
    private static final String LATEST = """
            SELECT h.key, f.event, h.at, h.actor, h.reason, f.data, p.event AS before, p.data AS before_data
            FROM (SELECT * FROM history WHERE asked AND event <> 'JobSubmitted'
                  ORDER BY at DESC, log_partition DESC, log_offset DESC LIMIT :most) h
            JOIN LATERAL (SELECT event, data FROM history f
                          WHERE f.key = h.key AND f.command = h.command ORDER BY f.log_offset LIMIT 1) f ON true
            LEFT JOIN LATERAL (SELECT event, data FROM history b
                               WHERE b.key = h.key AND b.log_offset < h.log_offset AND b.command <> h.command
                                 AND b.event NOT IN ('CommandRefused', 'CommandIgnored')
                               ORDER BY b.log_offset DESC LIMIT 1) p ON true
            ORDER BY h.at DESC, h.log_partition DESC, h.log_offset DESC""";

    private final EntityManager database;

    private final Covers covers;

    @Inject
    public ActQueries(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    @SuppressWarnings("unchecked")
    public List<ActFact> latest(int most) {
        List<Object[]> rows =
                database.createNativeQuery(LATEST).setParameter("most", most).getResultList();
        Covers.Known masks =
                covers.of(rows.stream().map(row -> String.valueOf(row[0])).toList());
        return rows.stream()
                .map(row -> fact(row, masks.of(String.valueOf(row[0]))))
                .toList();
    }

    private static ActFact fact(Object[] row, Mask mask) {
        return new ActFact(
                (String) row[0],
                (String) row[1],
                (Instant) row[2],
                (String) row[3],
                (String) row[4],
                mask.message(new Json((String) row[5])).text(),
                (String) row[6],
                row[7] == null ? null : mask.message(new Json((String) row[7])).text());
    }
}
