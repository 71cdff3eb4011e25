package dev.penstock.api.log;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.Wire;
import java.time.Instant;
import java.util.IllegalFormatException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends a process's warnings and errors to {@code jobs.logs}, from a thread of its own: logging never waits for Kafka. What
 * Kafka's own clients log is left out, or a broken connection would log about itself for ever; and when more is logged than
 * can be sent, lines are dropped here, never in the console.
 */
public final class ProcessLog extends Handler {
    private static final int WAITING = 500;
    private static final int MAX_MESSAGE = 8_000;
    private static final long CLOSE_MILLIS = 500;

    private final BlockingQueue<LogLine> lines = new ArrayBlockingQueue<>(WAITING);
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final String topic;
    private final String process;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread sender;

    private ProcessLog(Kafka kafka, String process) {
        this.topic = kafka.topics().logs();
        this.process = process;
        producer =
                kafka.producer(Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000, ProducerConfig.LINGER_MS_CONFIG, 50));
        sender = Thread.ofPlatform().name("penstock-log").daemon().start(this::send);
    }

    /** Follows the root logger from now on; {@code process} is shown as the lines' source. */
    public static ProcessLog attach(Kafka kafka, String process) {
        ProcessLog log = new ProcessLog(kafka, process);
        log.setLevel(Level.WARNING);
        Logger.getLogger("").addHandler(log);
        return log;
    }

    @Override
    public void publish(@Nullable LogRecord record) {
        if (record == null || !isLoggable(record) || isOfKafka(record) || Thread.currentThread() == sender) {
            return;
        }
        boolean error = record.getLevel().intValue() >= Level.SEVERE.intValue();
        lines.offer(new LogLine(
                null,
                0,
                0,
                0,
                0,
                error ? LogLine.Level.ERROR : LogLine.Level.WARN,
                process,
                text(record),
                Instant.ofEpochMilli(record.getMillis())));
    }

    private static boolean isOfKafka(LogRecord record) {
        String name = record.getLoggerName();
        return name != null && name.startsWith("org.apache.kafka.");
    }

    private String text(LogRecord record) {
        StringBuilder text = new StringBuilder(message(record));
        // Causes in one line each; the console has the stack trace.
        for (Throwable t = record.getThrown(); t != null; t = t.getCause()) {
            text.append("\n").append(t);
        }
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) : text.toString();
    }

    /** JBoss loggers leave {@code %s} to the handler, and JDK loggers leave {0}. */
    private String message(LogRecord record) {
        Object[] parameters = record.getParameters();
        String message = record.getMessage();
        if (message == null || parameters == null || parameters.length == 0 || message.contains("{0")) {
            return formatter.formatMessage(record);
        }
        try {
            return String.format(message, parameters);
        } catch (IllegalFormatException e) {
            return message;
        }
    }

    private void send() {
        try {
            while (true) {
                LogLine line = lines.take();
                sendOne(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendOne(LogLine line) {
        try {
            var unused = producer.send(new ProducerRecord<>(topic, process, Wire.write(line)), (place, failure) -> {});
        } catch (org.apache.kafka.common.KafkaException e) {
            // The line is in the console; Kafka being away must not end this thread.
            lines.clear();
        }
    }

    @Override
    public void flush() {
        producer.flush();
    }

    /** Stops following; what waits is given half a second. */
    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        try {
            sender.join(lines.isEmpty() ? 1 : CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.interrupt();
        producer.close(java.time.Duration.ofMillis(CLOSE_MILLIS));
    }
}
