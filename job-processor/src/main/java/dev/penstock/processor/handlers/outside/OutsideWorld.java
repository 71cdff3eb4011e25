package dev.penstock.processor.handlers.outside;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The servers that the demo's jobs talk to: one SMTP server, and one HTTP server with a webhook receiver and a marketplace. */
public final class OutsideWorld implements AutoCloseable {
    private final MailServer mail;
    private final HttpServer http;
    private final ExecutorService threads;

    /**
     * Where the servers listen and what decides their moods.
     *
     * @param smtpPort 0: any free port
     * @param httpPort 0: any free port
     * @param mailbox folder for the accepted mails
     * @param seed the same seed and the same requests meet the same misbehaviour
     */
    public record Options(int smtpPort, int httpPort, Path mailbox, long seed) {}

    private OutsideWorld(MailServer mail, HttpServer http, ExecutorService threads) {
        this.mail = mail;
        this.http = http;
        this.threads = threads;
    }

    /**
     * Starts all servers.
     *
     * @throws IOException if a port is taken or the mailbox cannot be made; the message names which
     */
    public static OutsideWorld start(Options options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.httpPort());
        HttpServer http;
        try {
            http = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException(
                    "The demo's web services cannot listen on port " + options.httpPort()
                            + ": choose another with penstock.demo.http-port, or 0 for any free one.",
                    e);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/hooks", new WebhookReceiver(options.seed()));
        http.createContext("/marketplace", new Marketplace(options.seed()));
        MailServer mail;
        try {
            mail = MailServer.start(options.smtpPort(), new Mailbox(options.mailbox()));
        } catch (IOException | RuntimeException e) {
            http.stop(0);
            threads.close();
            throw e;
        }
        http.start();
        return new OutsideWorld(mail, http, threads);
    }

    /** Where the SMTP server listens. */
    public InetSocketAddress smtp() {
        return InetSocketAddress.createUnresolved("127.0.0.1", mail.port());
    }

    /** Root of the web services, such as {@code http://127.0.0.1:8026}. */
    public URI http() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Stops taking requests; those being answered are cut off. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        mail.close();
    }
}
