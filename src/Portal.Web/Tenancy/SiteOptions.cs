using System.Net;

namespace Portal.Web.Tenancy;

/// <summary>
/// Where the portal is reached, as its operator says it, never as a request claims it; and whether it is one to play
/// with.
/// </summary>
public sealed class SiteOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// The address of the portal's root as browsers see it, such as https://portal.example.jp: links in mails and the
    /// accepted host name come from here.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// Demonstration mode: sample tenants, mailbox, phone simulator and component gallery are reachable. By default on
    /// in Development alone.
    /// </summary>
    public bool Demo { get; set; }

    /// <summary>Allows demonstration mode under a public https address.</summary>
    public bool DemoOnPublicHost { get; set; }

    /// <summary>http only in demonstration mode on a loopback host: links carry tokens (ML-02, TR-11).</summary>
    internal bool HasUsableBaseUrl =>
        BaseUrl is { IsAbsoluteUri: true, AbsolutePath: "/" } url && string.IsNullOrEmpty(url.Query + url.Fragment + url.UserInfo)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Demo && IsLoopback(url)));

    /// <summary>Where it is not, anybody could sign in with the accounts that the sign-in page lists.</summary>
    internal bool IsDemoWanted =>
        !Demo || DemoOnPublicHost || BaseUrl is not { IsAbsoluteUri: true, Scheme: "https" } url || IsLoopback(url);

    /// <summary>
    /// Whether a host name is the portal's own or a name of this very machine: no tenant is served there alone, or it
    /// would stand before all others and the staff's realm (ADMIN-10).
    /// </summary>
    public bool IsOwn(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.TrimEnd('.');
        return IsOfThisMachine(name) || (BaseUrl is { IsAbsoluteUri: true } url
            && new[] { url.Host, url.IdnHost }.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    internal static bool IsOfThisMachine(string host) =>
        host.TrimEnd('.').Split('.')[^1].Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));
}
