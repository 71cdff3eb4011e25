package dev.penstock.projector.analyst.duck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values of DuckDB as Java and JSON have them. */
final class Values {
    private Values() {}

    /** A Long, Double, BigDecimal, BigInteger, Boolean or text; times are ISO-8601 in UTC. */
    static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Float real -> real.doubleValue();
            case Double real -> real;
            case BigDecimal exact -> exact;
            case BigInteger exact -> exact;
            case Number whole -> whole.longValue();
            case Timestamp time ->
                time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
            case OffsetDateTime time -> time.toInstant().toString();
            case java.sql.Array array -> java.util.Arrays.deepToString((Object[]) array.getArray());
            default -> value.toString();
        };
    }
}
