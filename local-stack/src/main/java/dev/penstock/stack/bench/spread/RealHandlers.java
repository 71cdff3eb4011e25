package dev.penstock.stack.bench.spread;

import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.history.LogReader;
import dev.penstock.stack.history.LogRecord;
import dev.penstock.stack.process.JavaProgram.Compilation;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.program.Program;
import dev.penstock.stack.program.ProgramFolders;
import dev.penstock.stack.program.ProgramSettings;
import dev.penstock.stack.program.RunningProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What one worker with the demo's handlers completes in a minute while more than that is waiting (S3.10): mails by SMTP, webhooks by
 * HTTP, imports, thumbnails, transfers in PostgreSQL and the others, in the demo's own mix, from the demo's own load.
 */
final class RealHandlers {
    private static final String JOBS_PER_SECOND = "100";
    private static final long WARM_UP_MILLIS = 30_000;
    private static final long MEASURED_MILLIS = 60_000;

    private final Lab lab;
    private final Map<String, String> settings;

    RealHandlers(Lab lab, Map<String, String> settings) {
        this.lab = lab;
        this.settings = settings;
    }

    /**
     * What came out.
     *
     * @param completed jobs in the minute
     * @param byType the same, most first where equal by name
     * @param waiting jobs that nobody had begun when the minute was over
     */
    record Result(long completed, Map<String, Long> byType, long waiting) {}

    Result measure() throws InterruptedException {
        List<String> events = List.of(lab.kafka().topics().events());
        Map<String, Object> client = lab.kafka().client(Map.of());
        try (LogReader reader = new LogReader(client)) {
            Map<TopicPartition, Long> start = reader.end(events);
            RunningProgram worker = start(Program.WORKER);
            RunningProgram load = start(Program.DEMO_LOAD);
            try {
                Thread.sleep(WARM_UP_MILLIS);
                Map<TopicPartition, Long> from = reader.end(events);
                Thread.sleep(MEASURED_MILLIS);
                return count(reader, events, start, from);
            } finally {
                load.stop();
                worker.stop();
            }
        }
    }

    private RunningProgram start(Program program) {
        Path own = lab.data().top();
        ProgramSettings all = new ProgramSettings()
                .putAll(settings)
                .put("penstock.demo.per-second", JOBS_PER_SECOND)
                .put("quarkus.http.host", "127.0.0.1")
                .put("quarkus.http.port", Integer.toString(Ports.free()));
        ProgramFolders folders = new ProgramFolders(own.resolve("config"), own.resolve("logs"));
        return RunningProgram.start(program, all, folders, Compilation.BEST);
    }

    private static Result count(
            LogReader reader, List<String> events, Map<TopicPartition, Long> start, Map<TopicPartition, Long> from) {
        Map<String, String> types = new HashMap<>();
        Set<String> idle = new HashSet<>();
        Map<String, Long> byType = new TreeMap<>();
        reader.read(events, start, event -> {
            switch (event.text("event")) {
                case "JobSubmitted" -> {
                    types.put(event.key(), typeOf(event));
                    idle.add(event.key());
                }
                case "AttemptStarted" -> idle.remove(event.key());
                case "JobCompleted" -> {
                    idle.remove(event.key());
                    String type = types.get(event.key());
                    if (type != null && !isBefore(event, from)) {
                        byType.merge(type, 1L, Long::sum);
                    }
                }
                default -> {}
            }
        });
        long completed = byType.values().stream().mapToLong(Long::longValue).sum();
        return new Result(completed, byType, idle.size());
    }

    private static String typeOf(LogRecord submitted) {
        return submitted.value().path("data").path("spec").path("type").asText("?");
    }

    private static boolean isBefore(LogRecord event, Map<TopicPartition, Long> mark) {
        return event.offset() < mark.getOrDefault(new TopicPartition(event.topic(), event.partition()), 0L);
    }
}
