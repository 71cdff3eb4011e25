package dev.penstock.processor.system;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.stream.StreamMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A processor as a process of its own, to be killed and frozen. */
public final class ProcessorMain {
    private ProcessorMain() {}

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        WriteSideSettings settings = new WriteSideSettings(
                Kafka.at(args[0]).prefix(args[1]),
                Sizing.DEMO.withPartitions(Integer.parseInt(args[2])),
                Path.of(args[3]),
                Path.of(args[4]),
                0,
                1,
                Duration.ofMillis(Long.parseLong(args[5])),
                Rig.TIMING);
        WriteSide side = WriteSide.start(settings, StreamMeter.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(side::close));
        new CountDownLatch(1).await();
    }

    static List<String> arguments(Rig rig, Path data, Duration commitInterval) {
        return List.of(
                rig.settings.kafka().properties().get("bootstrap.servers"),
                rig.kafka.topics().prefix(),
                Integer.toString(rig.sizing.partitions()),
                data.toString(),
                rig.settings.keysFile().toString(),
                Long.toString(commitInterval.toMillis()));
    }
}
