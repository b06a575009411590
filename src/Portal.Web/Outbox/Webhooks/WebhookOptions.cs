namespace Portal.Web.Outbox.Webhooks;

/// <summary>Where other systems are told of events, and what of the network is out of bounds.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Portal:Webhooks";

    /// <summary>By a name of the operator's choice.</summary>
    public IDictionary<string, WebhookEndpoint> Endpoints { get; } = new Dictionary<string, WebhookEndpoint>(StringComparer.Ordinal);

    /// <summary>
    /// Networks in CIDR notation, such as 10.20.0.0/16, that may be told although their addresses are private.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Seconds for one try, 1 to 25: it must end within the lease of a row.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Where events go for which nobody has named an endpoint: the network of the demonstration.</summary>
    internal Func<string, string, WebhookEndpoint?>? Otherwise { get; set; }

    /// <summary>The endpoint for an event: that of its area, else the tenant's general one.</summary>
    /// <returns>Null where nobody is told.</returns>
    public WebhookEndpoint? Find(string tenant, string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var own = Endpoints.Values.Where(endpoint => endpoint.Tenant == tenant).ToList();
        return own.Find(endpoint => endpoint.Area is { } area && kind.StartsWith(area + ".", StringComparison.Ordinal))
            ?? own.Find(endpoint => endpoint.Area is null)
            ?? Otherwise?.Invoke(tenant, kind);
    }
}

/// <summary>One tenant's counterpart.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>The tenant's short name.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The events it is told of, by the first part of their kind; all others where it is left out.</summary>
    public string? Area { get; set; }

    public Uri? Url { get; set; }

    /// <summary>Signs every message: "whsec_" and 24 to 64 bytes as Base64.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The secret before, while the receiver changes over: messages carry both signatures.</summary>
    public string? FormerSecret { get; set; }

    internal IEnumerable<byte[]> Keys => new[] { Secret, FormerSecret }.OfType<string>().Where(text => text.Length > 0)
        .Select(text => WebhookSecret.TryRead(text) ?? throw new InvalidOperationException("A webhook secret cannot be read."));
}
