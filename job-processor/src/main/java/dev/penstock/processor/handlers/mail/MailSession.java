package dev.penstock.processor.handlers.mail;

import jakarta.mail.Session;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Properties;

/** How mails go out: one SMTP server, with a time-out for every step, since a handler that hangs blocks its lease. */
final class MailSession {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private MailSession() {}

    /** A session without login or encryption, as to a relay on the same machine. */
    static Session to(InetSocketAddress server) {
        String millis = Long.toString(TIMEOUT.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.getHostString());
        properties.setProperty("mail.smtp.port", Integer.toString(server.getPort()));
        properties.setProperty("mail.smtp.localhost", "worker.penstock.invalid");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        return Session.getInstance(properties);
    }

    /** The server as people write it. */
    static String name(InetSocketAddress server) {
        return server.getHostString() + ":" + server.getPort();
    }
}
