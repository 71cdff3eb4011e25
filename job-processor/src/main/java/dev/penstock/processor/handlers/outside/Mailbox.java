package dev.penstock.processor.handlers.outside;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one {@code .eml} file for each accepted mail, named by its Message-ID: a mail that is delivered twice
 * replaces itself.
 */
final class Mailbox {
    private final Path folder;

    Mailbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    String keep(byte[] mail) throws IOException {
        String name = messageId(mail).replaceAll("[^A-Za-z0-9._@-]", "_");
        Path part = Files.createTempFile(folder, ".", ".part");
        Files.write(part, mail);
        Files.move(part, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    private static String messageId(byte[] mail) throws IOException {
        try {
            @Nullable String id = new InternetHeaders(new ByteArrayInputStream(mail)).getHeader("Message-ID", null);
            return id == null ? "unnamed-" + System.nanoTime() : id.replaceAll("[<>\\s]", "");
        } catch (MessagingException e) {
            throw new IOException("The mail has no readable headers", e);
        }
    }
}
