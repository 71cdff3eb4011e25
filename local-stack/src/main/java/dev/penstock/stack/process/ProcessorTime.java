package dev.penstock.stack.process;

import java.time.Duration;
import java.util.stream.Stream;

/** Time that processes have spent on processors, as the operating system counts it. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /** Of a process and what it has started; zero where the operating system does not say. */
    public static Duration of(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
