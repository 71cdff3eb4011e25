package dev.penstock.projector.table;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a statement's parameters one after the other. */
public final class Parameters {
    private final PreparedStatement statement;
    private int index;

    private Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public static Parameters of(PreparedStatement statement) {
        return new Parameters(statement);
    }

    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++index, value == null ? null : CopyText.storable(value));
        return this;
    }

    /** For a parameter that is cast to {@code text[]}. */
    public Parameters texts(List<String> values) throws SQLException {
        return text(CopyText.arrayText(values));
    }

    public Parameters number(@Nullable Number value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.BIGINT);
        } else {
            statement.setLong(++index, value.longValue());
        }
        return this;
    }

    public Parameters uuid(UUID value) throws SQLException {
        statement.setObject(++index, value);
        return this;
    }

    public Parameters decimal(double value) throws SQLException {
        statement.setDouble(++index, value);
        return this;
    }

    public Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    public Parameters instant(@Nullable Instant value) throws SQLException {
        statement.setObject(
                ++index, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    public Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }
}
