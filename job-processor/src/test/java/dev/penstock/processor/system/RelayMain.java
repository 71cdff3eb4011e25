package dev.penstock.processor.system;

import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.processor.delay.Relay;
import dev.penstock.processor.timer.KeyRing;
import dev.penstock.processor.timer.PlainSender;
import dev.penstock.processor.timer.TimerToken;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A relay as a process of its own, to be killed. */
public final class RelayMain {
    private RelayMain() {}

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Kafka kafka = Kafka.at(args[0]).prefix(args[1]);
        KeyRing keys = new KeyRing(new KeysFile(Path.of(args[2])).read());
        new Relay(kafka, Instant::now, new PlainSender(kafka, new TimerToken(keys))).start();
        new CountDownLatch(1).await();
    }
}
