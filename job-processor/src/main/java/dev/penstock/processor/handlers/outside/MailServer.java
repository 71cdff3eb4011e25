package dev.penstock.processor.handlers.outside;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.concurrent.Executors;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server that keeps what it accepts in a {@link Mailbox} and refuses recipients by {@link RecipientRules}. */
final class MailServer implements AutoCloseable {
    private final SMTPServer server;

    private MailServer(SMTPServer server) {
        this.server = server;
    }

    static MailServer start(int port, Mailbox mailbox) throws IOException {
        RecipientRules rules = new RecipientRules();
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("mail.demo.invalid")
                .softwareName("Penstock demo")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Delivery(rules, mailbox))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IOException(
                    "The demo's SMTP server cannot listen on port " + port
                            + ": choose another with penstock.demo.smtp-port, or 0 for any free one.",
                    e);
        }
        return new MailServer(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail transaction. */
    private record Delivery(RecipientRules rules, Mailbox mailbox) implements MessageHandler {
        @Override
        public void from(String from) {
            // Any sender may write.
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            rules.check(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            return "Kept as " + mailbox.keep(data.readAllBytes());
        }

        @Override
        public void done() {
            // Nothing is held open.
        }
    }
}
