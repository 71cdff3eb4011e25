package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.table.RowSink;
import dev.penstock.projector.analyst.table.Table;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Our tables in a file of DuckDB, under construction. Not thread-safe; the caller removes the file. */
public final class Store implements RowSink, AutoCloseable {
    private final Connection connection;
    private final Set<String> wanted;
    private final Consumer<Offsets> reached;
    private final Map<String, Rows> rows = new HashMap<>();

    /**
     * Opens the file, which may hold rows already.
     *
     * @param wanted names of the tables that are filled by a reading
     * @param reached told when all rows before a place are in the file for good
     */
    Store(Path file, Set<String> wanted, Consumer<Offsets> reached) throws SQLException {
        this.connection = open(file, Map.of("memory_limit", "1GB"));
        this.wanted = wanted;
        this.reached = reached;
        for (Table<?> table : Table.ALL) {
            execute(table.create());
        }
    }

    /** A connection to a file with settings that hold from its beginning; no extension is ever fetched. */
    public static Connection open(Path file, Map<String, String> settings) throws SQLException {
        Properties all = new Properties();
        all.setProperty("autoinstall_known_extensions", "false");
        all.setProperty("autoload_known_extensions", "false");
        all.setProperty("allow_community_extensions", "false");
        all.setProperty("temp_directory", file + ".spill");
        settings.forEach(all::setProperty);
        // Not through DriverManager, which knows only drivers of the class loader that asked it first.
        return Objects.requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:" + file, all));
    }

    @Override
    public boolean wants(Table<?> table) {
        return wanted.contains(table.name());
    }

    @Override
    public <R> void row(Table<R> table, R row) {
        try {
            Rows into = rows.get(table.name());
            if (into == null) {
                into = new Rows(connection.unwrap(DuckDBConnection.class), table.name());
                rows.put(table.name(), into);
            }
            into.add(table, row);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void reached(Offsets done) {
        try {
            for (Rows each : rows.values()) {
                each.close();
            }
            rows.clear();
            execute("CHECKPOINT");
        } catch (SQLException e) {
            throw failed(e);
        }
        reached.accept(done);
    }

    /** Removes rows that lie behind a place: they were written and not yet noted when somebody stopped us. */
    void forgetAfter(Table<?> table, Offsets place) throws SQLException {
        for (Map.Entry<Integer, Long> entry : place.next().entrySet()) {
            execute("DELETE FROM " + table.name() + " WHERE log_partition = " + entry.getKey() + " AND log_offset >= "
                    + entry.getValue());
        }
    }

    /** Fills a table from an exported file. */
    void load(Table<?> table, Path file) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> "'" + column.name() + "': '" + column.type().sql() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        String name = "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
        String source = switch (Format.of(file)) {
            case PARQUET -> "read_parquet(" + name + ")";
            case CSV -> "read_csv(" + name + ", header = true, columns = " + columns + ")";
            case NDJSON -> "read_json(" + name + ", format = 'newline_delimited', columns = " + columns + ")";
        };
        execute("INSERT INTO " + table.name() + " BY NAME SELECT * FROM " + source);
    }

    /** Rows in a table. */
    long count(Table<?> table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.name())) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Rows each : List.copyOf(rows.values())) {
            each.close();
        }
        connection.close();
    }

    /** Removes a store's file and what lies beside it. */
    public static void remove(Path file) {
        for (String end : new String[] {"", ".wal"}) {
            File gone = new File(file + end);
            if (gone.exists() && !gone.delete()) {
                throw new IllegalStateException("The work file " + gone + " cannot be removed");
            }
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("DuckDB refused a row: " + e.getMessage(), e);
    }
}
