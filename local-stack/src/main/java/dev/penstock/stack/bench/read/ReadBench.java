package dev.penstock.stack.bench.read;

import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.SignIn;
import dev.penstock.stack.bench.figure.Figure;
import dev.penstock.stack.history.Latencies;
import dev.penstock.stack.program.Program;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How fast the projector loads a backlog into PostgreSQL, and how long the lists take that the admin UI makes of it. What is in the
 * log was made by the real system while the projector was away.
 */
public final class ReadBench {
    private static final long LOOK_EVERY_MS = 250;

    private final LocalStack stack;
    private final Consumer<String> say;
    private final List<Figure> figures = new ArrayList<>();

    public ReadBench(LocalStack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    /**
     * Measures in a stack of which only broker and PostgreSQL run.
     *
     * @param events up to which the history is filled, with the jobs there are, before lists are asked; 0: as it is
     */
    public List<Figure> measure(long events) throws InterruptedException {
        try (Tables tables = Tables.of(stack.settings())) {
            load(tables);
            if (events > 0) {
                say.accept(String.format(Locale.ROOT, "  the history is filled up to %,d events ...", events));
                tables.fill(events);
            }
            stack.start(Program.UI);
            long scans = tables.scans();
            ask(tables);
            scanned(tables.scans() - scans);
            return List.copyOf(figures);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The read side could not be measured: " + e.getMessage(), e);
        } finally {
            stack.stop(Program.UI);
            stack.stop(Program.PROJECTOR);
        }
    }

    private void load(Tables tables) throws SQLException, InterruptedException {
        long before = tables.jobs();
        stack.start(Program.PROJECTOR);
        long began = System.nanoTime();
        long first = before;
        while (first == before) {
            Thread.sleep(LOOK_EVERY_MS);
            began = System.nanoTime();
            first = tables.jobs();
        }
        while (!tables.caughtUp()) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long loaded = tables.jobs() - first;
        add(
                "loadedJobsPerSecond",
                loaded / seconds,
                "a backlog that the projector loads, jobs/s",
                String.format(Locale.ROOT, "%,.0f (%,d jobs in %.0f s)", loaded / seconds, loaded, seconds));
    }

    private void ask(Tables tables) throws SQLException, IOException, InterruptedException {
        Asking asking = new Asking(stack.url(Program.UI), SignIn.token(stack.settings()));
        String where = String.format(
                Locale.ROOT,
                " (%,d jobs, %,d events, %,d MB in PostgreSQL)",
                tables.jobs(),
                tables.events(),
                tables.bytes() >> 20);
        say.accept("  asking" + where + " ...");
        String job = asking.get(Asking.list("status:completed")).findPath("id").asText();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("newest jobs", Asking.list(""));
        pages.put("status:completed queue:bench", Asking.list("status:completed queue:bench"));
        pages.put("status:failed, of which there are none", Asking.list("status:failed"));
        pages.put("type:bench.no-work created:-1h", Asking.list("type:bench.no-work created:-1h"));
        pages.put("attempt:1", Asking.list("attempt:1"));
        pages.put("jobs without a parent", Asking.list("parent:none"));
        pages.put("attempt:>2, of which there are few", Asking.list("attempt:>2"));
        pages.put("finished:-1h", Asking.list("finished:-1h"));
        pages.put("started:-1h", Asking.list("started:-1h"));
        pages.put("by:nobody, of whom there are none", Asking.list("by:nobody"));
        pages.put("system:yes, of which there are few", Asking.list("system:yes"));
        pages.put("error:Timeout, of which there are none", Asking.list("error:Timeout"));
        pages.put("one job with its history", "/api/v1/jobs/" + job);
        pages.put("queues", "/api/v1/queues");
        pages.put("statistics of an hour", "/api/v1/statistics");
        pages.put("failures", "/api/v1/failures");
        pages.put("operations and audit", "/api/v1/operations");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            answer(page.getKey() + where, asking.page(page.getValue()));
        }
        answer("100 pages of 50 jobs, one after the other" + where, asking.leafing("status:completed"));
    }

    private void answer(String name, Latencies.Summary times) {
        String key = "read" + figures.size() + "P95Ms";
        String text = String.format(Locale.ROOT, "%s; p95 %.0f ms", times, times.p95());
        add(key, times.p95(), "answer of the admin UI: " + name, text);
    }

    /** A list that reads a table from end to end is quick only while the table is small. */
    private void scanned(long scans) {
        String text = scans == 0 ? "none" : scans + ": a list has no index that serves it";
        add("sequentialScans", (double) scans, "sequential scans of large tables while lists were asked", text);
    }

    private void add(String key, double value, String name, String text) {
        say.accept("  " + name + ": " + text);
        figures.add(new Figure(key, Math.round(value * 100) / 100.0, name, text));
    }
}
