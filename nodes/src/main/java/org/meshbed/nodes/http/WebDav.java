package org.meshbed.nodes.http;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The methods that WebDAV adds to HTTP (RFC 4918). */
final class WebDav {
    private WebDav() {}

    @HttpMethod("PROPFIND")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Propfind {}

    @HttpMethod("PROPPATCH")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Proppatch {}

    @HttpMethod("MKCOL")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mkcol {}

    @HttpMethod("COPY")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Copy {}

    @HttpMethod("MOVE")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Move {}

    @HttpMethod("LOCK")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Lock {}

    @HttpMethod("UNLOCK")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Unlock {}
}
