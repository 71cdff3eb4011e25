package dev.penstock.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What processes use of the machine, as the operating system counts it. */
public final class Usage {
    private Usage() {}

    /**
     * Bytes of memory in use by a process and everything it has started, memory that they share counted once; 0 where the
     * operating system does not say (Linux does).
     */
    public static long residentBytes(long pid) {
        Stream<Long> family = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid);
        return family.mapToLong(Usage::proportionalBytes).sum();
    }

    /** Bytes of memory in use by a process, without what it has started. */
    public static long residentBytesAlone(long pid) {
        return proportionalBytes(pid);
    }

    /** Time that a process and what it has started have spent on processors; zero where the operating system does not say. */
    public static Duration processorTime(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long proportionalBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
