package dev.penstock.processor.sdk;

import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker as a process of its own, to be killed: it never finishes a job. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) throws Exception {
        JobWorker worker = JobWorker.builder(Kafka.at(args[0]).prefix(args[1]))
                .name("doomed")
                .actKey(new KeysFile(Path.of(args[2])).read().act(Keys.WORKER))
                .handler(EndlessChore.class, (chore, context) -> {
                    new CountDownLatch(1).await();
                    return null;
                })
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close));
        new CountDownLatch(1).await();
    }

    static ChildProcess start(Rig rig, Path folder) {
        return rig.opened(ChildProcess.start(new JavaProgram(
                        WorkerMain.class.getName(),
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                        List.of(
                                rig.kafka.properties().get("bootstrap.servers"),
                                rig.kafka.topics().prefix(),
                                rig.keysFile().toString()))
                .command("worker", folder.resolve("worker.log"))));
    }
}
