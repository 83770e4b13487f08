package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.meshbed.nodes.identity.ServerHost;

/**
 * One Jetty connector fed by many listening sockets. Jetty's single acceptor thread waits on a selector of ours that
 * holds all of them; a port that goes away is taken off by that thread itself, because a socket that is still
 * registered with a selector is closed only when the selector lets it go, and until then it would still accept.
 */
final class PortsConnector extends ServerConnector {
    private static final int BACKLOG = 1024;
    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Listening.Served> served = new ConcurrentHashMap<>();

    PortsConnector(Server server, Selector selector, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
        this.selector = selector;
    }

    /** A listening socket. */
    record Port(int number, ServerSocketChannel channel) {}

    Port listen(InetAddress address, int wanted, Listening.Served site) {
        var port = bind(address, wanted, site.host());
        served.put(port.number(), site);
        try {
            port.channel().register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        selector.wakeup();
        return port;
    }

    Optional<Listening.Served> served(SocketAddress local) {
        return local instanceof InetSocketAddress address
                ? Optional.ofNullable(served.get(address.getPort()))
                : Optional.empty();
    }

    void close(Port port) {
        served.remove(port.number());
        var gone = new CompletableFuture<Void>();
        tasks.add(() -> {
            release(port);
            gone.complete(null);
        });
        selector.wakeup();
        gone.join();
        for (var connection : getConnectedEndPoints()) if (isAt(connection, port.number())) connection.close();
    }

    private static boolean isAt(EndPoint connection, int port) {
        return connection.getLocalSocketAddress() instanceof InetSocketAddress local && local.getPort() == port;
    }

    private void release(Port port) {
        try {
            port.channel().close();
            selector.selectNow(this::acceptAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Port bind(InetAddress address, int wanted, ServerHost host) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(address, wanted), BACKLOG);
                channel.configureBlocking(false);
                return new Port(((InetSocketAddress) channel.getLocalAddress()).getPort(), channel);
            } catch (BindException e) {
                channel.close();
                throw new PortInUse(host, address.getHostAddress(), wanted, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no listening socket for node " + host.name(), e);
        }
    }

    /** Opens nothing: ports come and go one by one. */
    @Override
    public void open() {}

    @Override
    public boolean isOpen() {
        return selector.isOpen();
    }

    /** One round of the acceptor thread. */
    @Override
    public void accept(int acceptor) throws IOException {
        selector.select(this::acceptAll);
        for (var task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }

    private void acceptAll(SelectionKey key) {
        try {
            var listening = (ServerSocketChannel) key.channel();
            for (var one = listening.accept(); one != null; one = listening.accept()) take(one);
        } catch (IOException e) {
            // The caller went away again, or the port was closed meanwhile: nothing to serve.
        }
    }

    private void take(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        configure(channel.socket());
        getSelectorManager().accept(channel);
    }
}
