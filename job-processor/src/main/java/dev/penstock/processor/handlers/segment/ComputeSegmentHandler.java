package dev.penstock.processor.handlers.segment;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Decides anew who belongs to a segment. A second run finds that nothing has changed. */
public final class ComputeSegmentHandler implements JobHandler<ComputeSegment> {
    private final Audience audience;

    public ComputeSegmentHandler(Supplier<DataSource> database) {
        this.audience = new Audience(database);
    }

    /** What the job leaves behind. */
    public record Computed(String segment, int members, int entered, int left) {}

    @Override
    public Computed run(ComputeSegment order, JobContext context) {
        Segments.condition(order.segment());
        Computed computed = audience.transaction(connection -> {
            Audience.Change change = Audience.recompute(connection, order.segment(), "true");
            return new Computed(order.segment(), members(connection, order.segment()), change.entered(), change.left());
        });
        context.log(computed.members() + " accounts belong to " + order.segment() + ": " + computed.entered()
                + " have come, " + computed.left() + " have left");
        return computed;
    }

    private static int members(Connection connection, String segment) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM membership WHERE segment = ?")) {
            count.setString(1, segment);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
