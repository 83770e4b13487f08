package org.meshbed.scenarios.control;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Listens on loopback, at a port of its own choice, for sentences of the person who started the mesh. */
public final class ControlEndpoint implements AutoCloseable {
    private static final int TOKEN_BYTES = 32;

    private final Server server;
    private final RunFile file;
    private final Path folder;

    private ControlEndpoint(Server server, RunFile file, Path folder) {
        this.server = server;
        this.file = file;
        this.folder = folder;
    }

    /** Starts to listen; port and token are in a {@link RunFile} in the folder when this returns. */
    public static ControlEndpoint start(Path folder, String mesh, Talk talk) {
        RunFile.mustBeFree(folder, mesh);
        var token = token();
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(ContainerFactory.createContainer(JettyHttpContainer.class, application(token, talk)));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot listen on loopback for sentences: " + e.getMessage(), e);
        }
        var file = new RunFile(
                mesh, connector.getLocalPort(), token, ProcessHandle.current().pid());
        file.write(folder);
        return new ControlEndpoint(server, file, folder);
    }

    public RunFile file() {
        return file;
    }

    /** Nothing is taken any more, and the file is gone. */
    @Override
    public void close() {
        file.delete(folder);
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the endpoint for sentences did not stop: " + e.getMessage(), e);
        }
    }

    private static ResourceConfig application(String token, Talk talk) {
        return new ResourceConfig()
                .register(new SentenceResource(token, talk))
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true);
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
