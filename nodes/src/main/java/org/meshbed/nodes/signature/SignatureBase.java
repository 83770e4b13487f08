package org.meshbed.nodes.signature;

import java.util.Locale;
import java.util.stream.Collectors;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.signature.StructuredField.Inner;
import org.meshbed.nodes.signature.StructuredField.Member;
import org.meshbed.nodes.signature.StructuredField.Text;

/** The signature base of a request (RFC 9421, 2.5): one line for each covered component, and the parameters. */
final class SignatureBase {
    private SignatureBase() {}

    /** @param uri the whole URL of the request, as its sender sees it */
    static String of(String uri, String method, Headers headers, Member input) throws Malformed {
        if (!(input.value() instanceof Inner(var items))) throw new Malformed("a signature covers no list");
        var base = new StringBuilder();
        for (var item : items) {
            var name = name(item);
            var value = name.startsWith("@") ? derived(name, uri, method) : header(name, headers);
            base.append('"').append(name).append("\": ").append(value).append('\n');
        }
        return base.append("\"@signature-params\": ").append(input.written()).toString();
    }

    /** Components with parameters ({@code sf}, {@code req}, ...) are not known here: nobody in OCM has need of them. */
    static String name(Member item) throws Malformed {
        if (!(item.value() instanceof Text(var name)) || !item.parameters().isEmpty())
            throw new Malformed("the signature covers a component that is not known here: " + item.written());
        if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.isEmpty())
            throw new Malformed("the signature covers a component that is not in lower case: " + item.written());
        return name;
    }

    private static String derived(String name, String uri, String method) throws Malformed {
        try {
            var at = Endpoint.parse(uri);
            var target = at.target();
            var query = target.indexOf('?');
            return switch (name) {
                case "@method" -> method;
                case "@target-uri" -> uri;
                case "@authority" -> at.origin().authority();
                case "@scheme" -> at.origin().scheme().toString();
                case "@request-target" -> target;
                case "@path" -> query < 0 ? target : target.substring(0, query);
                case "@query" -> query < 0 ? "?" : target.substring(query);
                default -> throw new Malformed("the signature covers " + name + ", which is not known here");
            };
        } catch (NotWellFormed e) {
            throw new Malformed("the request has a target that is no part of a URL");
        }
    }

    static String header(String name, Headers headers) throws Malformed {
        var values = headers.all(name);
        if (values.isEmpty()) throw new Malformed("the signature covers " + name + ", which is not there");
        return values.stream().map(String::strip).collect(Collectors.joining(", "));
    }
}
