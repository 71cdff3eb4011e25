package dev.penstock.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports of the loopback address. */
public final class Ports {
    private static final int TRIES = 200;
    /** Below what systems give to outgoing connections (Linux: 32,768 and above), above what well-known servers use. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;

    private Ports() {}

    /**
     * Any free port that no outgoing connection is given: a server that is away for a while finds it free when it comes back, and a
     * client that knocks at it meanwhile cannot be connected with itself.
     */
    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        return anyFree();
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        }
    }

    /** The preferred port, or the next free one after it; 0 means any. */
    public static int freeFrom(int preferred) {
        if (preferred == 0) {
            return free();
        }
        for (int port = preferred; port < preferred + TRIES && port <= 65_535; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from " + preferred + " to " + (preferred + TRIES - 1)
                + " is free. Stop what listens there, or choose another port.");
    }

    /**
     * A port somebody asked for by number: no other will do.
     *
     * @param who what wants it, for the sentence: {@code "The admin UI"}
     * @param option how to choose another, for the sentence: {@code "--port"}
     * @throws PortTaken when something listens there already
     */
    public static int exactly(int port, String who, String option) {
        if (!isFree(port)) {
            throw new PortTaken(port, who, option);
        }
        return port;
    }

    /** Whether a server could listen on this port of the loopback address now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: a port whose last connections are still in TIME_WAIT counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody accepts connections on this port of the loopback address. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
