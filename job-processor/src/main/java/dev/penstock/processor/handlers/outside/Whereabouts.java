package dev.penstock.processor.handlers.outside;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Where the outside world listens, in a file of the demo's folder: the demo program writes it, workers read it at each
 * run. So ports may be any free ones, and the two may start in any order.
 */
public record Whereabouts(Path file) {
    private static final String SMTP_PORT = "smtp.port";
    private static final String HTTP = "http";

    /** The file in the demo's folder. */
    public static Whereabouts in(Path folder) {
        return new Whereabouts(folder.resolve("outside.properties"));
    }

    /** What to write into the file. */
    public static String text(OutsideWorld world) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(SMTP_PORT, Integer.toString(world.smtp().getPort()));
        properties.setProperty(HTTP, world.http().toString());
        StringWriter text = new StringWriter();
        properties.store(text, "Where the demo's SMTP server and web services listen; written at each start");
        return text.toString();
    }

    /** The SMTP server; empty if the outside world was never started. */
    public Optional<InetSocketAddress> smtp() throws IOException {
        return value(SMTP_PORT, port -> InetSocketAddress.createUnresolved("127.0.0.1", Integer.parseInt(port)));
    }

    /** Root of the web services; empty if the outside world was never started. */
    public Optional<URI> http() throws IOException {
        return value(HTTP, URI::create);
    }

    private <T> Optional<T> value(String name, Function<String, T> read) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty(name)).map(read);
    }
}
