package org.meshbed.nodes.crypto;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * An engine that keeps to three habits of the JDK's, which callers rely on to know how a handshake ended: what made it
 * fail is thrown again whoever asks next, reader or writer; a connection that ends inside the handshake is an error; and
 * its good end is told once, with the first step that succeeds after it. Conscrypt forgets to tell it where the step that
 * found the end has nothing to read: a reader that comes between the last unwrapping and the last wrapping.
 */
final class LoyalEngine extends SSLEngine {
    private final SSLEngine engine;
    private final AtomicReference<@Nullable SSLException> failure = new AtomicReference<>();
    private final AtomicBoolean shaken = new AtomicBoolean();

    LoyalEngine(SSLEngine engine) {
        super(engine.getPeerHost(), engine.getPeerPort());
        this.engine = engine;
    }

    private interface Step {
        SSLEngineResult take() throws SSLException;
    }

    private SSLEngineResult step(Step step) throws SSLException {
        throwAgain();
        try {
            return told(step.take());
        } catch (SSLException e) {
            if (!shaken.get()) failure.compareAndSet(null, e);
            throw e;
        }
    }

    /** Only a step that succeeds tells the end; others are asked again. */
    private SSLEngineResult told(SSLEngineResult result) {
        var status = result.getHandshakeStatus();
        var over = status == HandshakeStatus.FINISHED || status == HandshakeStatus.NOT_HANDSHAKING;
        if (!over || result.getStatus() != SSLEngineResult.Status.OK) return result;
        var end = shaken.compareAndSet(false, true) ? HandshakeStatus.FINISHED : HandshakeStatus.NOT_HANDSHAKING;
        return new SSLEngineResult(result.getStatus(), end, result.bytesConsumed(), result.bytesProduced());
    }

    private void throwAgain() throws SSLException {
        var before = failure.get();
        if (before != null) throw before;
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) throws SSLException {
        return step(() -> engine.wrap(from, offset, length, to));
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) throws SSLException {
        return step(() -> engine.unwrap(from, to, offset, length));
    }

    @Override
    public void closeInbound() throws SSLException {
        var early = !shaken.get() && !engine.isInboundDone();
        engine.closeInbound();
        throwAgain();
        if (!early) return;
        var closed = new SSLHandshakeException("closed by peer in the handshake");
        failure.compareAndSet(null, closed);
        throw closed;
    }

    @Override
    public void closeOutbound() {
        engine.closeOutbound();
    }

    @Override
    public boolean isInboundDone() {
        return engine.isInboundDone();
    }

    @Override
    public boolean isOutboundDone() {
        return engine.isOutboundDone();
    }

    @Override
    public @Nullable Runnable getDelegatedTask() {
        return engine.getDelegatedTask();
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return engine.getHandshakeStatus();
    }

    @Override
    public void beginHandshake() throws SSLException {
        engine.beginHandshake();
    }

    @Override
    public SSLSession getSession() {
        return engine.getSession();
    }

    @Override
    public SSLSession getHandshakeSession() {
        return engine.getHandshakeSession();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return engine.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        engine.setSSLParameters(parameters);
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return engine.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return engine.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        engine.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return engine.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return engine.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        engine.setEnabledProtocols(protocols);
    }

    @Override
    public void setUseClientMode(boolean client) {
        engine.setUseClientMode(client);
    }

    @Override
    public boolean getUseClientMode() {
        return engine.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        engine.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return engine.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        engine.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return engine.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean enable) {
        engine.setEnableSessionCreation(enable);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return engine.getEnableSessionCreation();
    }

    @Override
    public String getApplicationProtocol() {
        return engine.getApplicationProtocol();
    }

    @Override
    public String getHandshakeApplicationProtocol() {
        return engine.getHandshakeApplicationProtocol();
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(BiFunction<SSLEngine, List<String>, String> selector) {
        engine.setHandshakeApplicationProtocolSelector(selector);
    }
}
