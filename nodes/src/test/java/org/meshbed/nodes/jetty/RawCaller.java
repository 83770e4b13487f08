package org.meshbed.nodes.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** A caller that writes and reads bytes, knowing nothing of HTTP but where a reply ends. */
final class RawCaller implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private final Socket socket;
    private final InputStream in;

    private RawCaller(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static RawCaller plain(int port) throws IOException {
        return new RawCaller(connect(port));
    }

    static RawCaller tls(String name, int port) throws IOException {
        return tls(name, port, Sockets.AUTHORITY);
    }

    static RawCaller tls(String name, int port, RunAuthority trusted) throws IOException {
        var factory = org.meshbed.nodes.crypto.Tls.client(List.of(trusted.caCertificate()))
                .getSocketFactory();
        var socket = (SSLSocket) factory.createSocket(connect(port), name, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new RawCaller(socket);
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    int localPort() {
        return socket.getLocalPort();
    }

    RawCaller send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawCaller send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawCaller endOfInput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Everything until the other side closes. */
    String all() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Status line and header lines with the empty line after them. */
    String head() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) break;
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    String bytes(int count) throws IOException {
        return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
