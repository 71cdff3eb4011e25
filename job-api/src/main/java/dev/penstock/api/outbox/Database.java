package dev.penstock.api.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: {@code dataSource::getConnection}. Whoever takes one closes it. */
@FunctionalInterface
public interface Database {
    Connection connect() throws SQLException;
}
