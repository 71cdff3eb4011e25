package dev.penstock.stack.sdk;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker as a process of its own: its jobs end when a file appears, or when they are asked to stop. */
public final class PatientMain {
    private PatientMain() {}

    public static void main(String[] args) throws Exception {
        Path go = Path.of(args[2]);
        JobWorker worker = JobWorker.builder(Kafka.at(args[0]).prefix(args[1]))
                .name("patient")
                .handler(SendEmail.class, (mail, context) -> {
                    while (!Files.exists(go) && !context.stopRequested()) {
                        Thread.sleep(20);
                    }
                    return "sent";
                })
                .start()
                .quietOnSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close));
        new CountDownLatch(1).await();
    }

    static ChildProcess start(Kafka kafka, Path folder) {
        return ChildProcess.start(new JavaProgram(
                        PatientMain.class.getName(),
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                        List.of(
                                kafka.properties().get("bootstrap.servers"),
                                kafka.topics().prefix(),
                                folder.resolve("go").toString()))
                .command("worker", folder.resolve("worker.log")));
    }
}
